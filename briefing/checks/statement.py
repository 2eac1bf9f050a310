"""A draft of the source summary statement (ICD 206, ICS 206-01), from the data alone.

Two to five plain sentences. What only a person can say (access, bias) is left to the person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from briefing import inline, lookup
from briefing.checks.completeness import cited, days, listed, no_summary, whole_title
from briefing.checks.corroboration import support
from briefing.checks.drafted import Put, is_ours, pieces
from briefing.checks.findings import Finding
from briefing.checks.quotes import is_contradicted, needs_source
from briefing.checks.rule_types import Facts
from briefing.model import Brief, Claim, Grade, Judgement, Source
from briefing.scales import RELIABILITY
from briefing.text import QUOTED, quoted

STALE = "stale"  # the kind of a finding on a draft that the data have left behind
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
)  # fmt: skip
_KINDS: Mapping[str, tuple[str, str]] = {
    "article": ("article", "articles"), "report": ("report", "reports"),
    "statement": ("statement", "statements"),
    "transcript": ("transcript", "transcripts"), "data": ("data set", "data sets"),
    "social": ("post on social media", "posts on social media"), "other": ("other source", "other sources"),
}  # fmt: skip


def draft(brief: Brief, origins: Mapping[str, str]) -> str:
    """Return the draft as one line of plain words; "" for a brief that cites nothing."""
    sources = cited(brief)
    return " ".join(filter(None, _sentences(brief, sources, origins))) if sources else ""


def is_draft(words: str) -> bool:
    """Return whether plain words are a draft as it was written, of these data or of older ones.

    A sentence that a person added or changed makes them the person's own.
    """
    return _DRAFT.fullmatch(words) is not None


def _sentences(brief: Brief, sources: tuple[Source, ...], origins: Mapping[str, str]) -> tuple[str, ...]:
    """Return the sentence of each shape, "" for one that there is nothing to say in."""
    if not sources:
        return ("",) * len(_SENTENCES)
    return (
        _extent(brief, sources, origins),
        _dates(sources),
        _grades(sources),
        _support(brief, origins),
        _gaps(brief),
    )


def outdated(words: str, brief: Brief, origins: Mapping[str, str]) -> tuple[Put, ...]:
    """Return each drafted sentence of plain words that the data do not bear out any more, with what it should
    be.

    Where nothing but a draft stands there, what a draft would say besides is put behind it.
    """
    found = pieces(words, _SENTENCES)
    if not found:
        return ()
    now = _sentences(brief, cited(brief), origins)
    stale = [Put(p.start, p.end, now[p.shape]) for p in found if p.words != now[p.shape]]
    if is_ours(words, found):
        missing = [
            sentence for at, sentence in enumerate(now) if sentence and at not in {p.shape for p in found}
        ]
        if missing and len(found) > 1:  # of a single sentence the person may have left the others out
            stale.append(Put(len(words), len(words), f" {' '.join(missing)}"))
    return tuple(stale)


def summarised(brief: Brief, facts: Facts) -> Iterator[Finding]:
    """L11: a brief that cites has no source summary statement, or one whose drafted sentences the data
    belie.
    """
    yield from no_summary(brief, facts)
    if facts.text_of is not None and any(source.id not in facts.origins for source in cited(brief)):
        return  # a window that opens does not know yet whose story each article is
    for claim in summaries(brief):
        words = inline.plain(claim.text)
        stale = outdated(words, brief, facts.origins)
        if stale:
            first = stale[0]
            was, now = words[first.start : first.end].strip(), first.words.strip()
            sentence = f"{quoted(was, 160)} is now {quoted(now, 160)}" if was and now else ""
            sentence = sentence or (
                f"{quoted(was, 160)} no longer holds" if was else f"it lacks {quoted(now, 160)}"
            )
            more = counted(len(stale) - 1, "more sentence", "more sentences")
            also = f", and {more} with it" if len(stale) > 1 else ""
            yield Finding(
                "L11", "error", claim.id,
                f"The source summary does not agree with the data: {sentence}{also}.",
                "Draft those sentences again; words of your own stay.",
                span=(first.start, first.end) if was else None,
                fix="redraft-summary", kind=STALE,
            )  # fmt: skip


def holds_draft(words: str) -> bool:
    """Whether a person wrote along with a draft: its first sentence stands there, and not only drafted
    ones.
    """
    found = pieces(words, _SENTENCES)
    return any(piece.shape == 0 for piece in found) and not is_ours(words, found)


def summaries(brief: Brief) -> Iterator[Claim]:
    """Yield the claims of the source summary."""
    for section in brief.sections:
        if section.kind == "summary":
            yield from (item for item in section.items if isinstance(item, Claim))


def in_words(number: int) -> str:
    """Return a number in words up to ten, in digits above: "three", "1,200"."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def counted(number: int, one: str, several: str) -> str:
    """Return a number and its noun in words up to ten: "one article", "12 articles"."""
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} {one if number == 1 else several}"


def capital(words: str) -> str:
    """Return words with their first letter large."""
    return words[:1].upper() + words[1:]


def _extent(brief: Brief, sources: tuple[Source, ...], origins: Mapping[str, str]) -> str:
    kinds = Counter(source.kind if source.kind in _KINDS else "other" for source in sources)
    named = listed([counted(number, *_KINDS[kind]) for kind, number in kinds.most_common()])
    quotes = sum(1 for _ in lookup.evidence(brief))
    independent = len({origins.get(source.id) or source.id for source in sources})
    sentence = f"This brief rests on {counted(quotes, 'quote', 'quotes')} from {named}"
    if independent == len(sources):
        return f"{sentence}, each its own origin." if independent > 1 else f"{sentence}, a single origin."
    return f"{sentence}, which go back to {counted(independent, 'origin', 'origins')}."


def _dates(sources: tuple[Source, ...]) -> str:
    dated = [(span[0], source) for source in sources if (span := days(source.published))]
    undated = len(sources) - len(dated)
    if not dated:
        return "None of the sources is dated." if undated > 1 else "The source is not dated."
    dated.sort(key=lambda pair: pair[0])
    (_, oldest), (_, newest) = dated[0], dated[-1]
    if len(dated) == 1 and not undated:
        sentence = f"The source was published {_when(oldest.published)}"
    elif oldest.published == newest.published:
        sentence = f"{'Those dated' if undated else 'All'} were published {_when(oldest.published)}"
    else:
        named = whole_title(oldest)
        sentence = f"They were published between {_span(oldest.published, newest.published)}"
        sentence += f", the oldest being {named}" if named else ""
    return sentence + (f"; {counted(undated, 'source is', 'sources are')} not dated." if undated else ".")


def _span(first: str, last: str) -> str:
    """Return "13 and 17 March 2020" or "28 February and 3 March 2020": a shared year or month is given
    once.
    """
    one, two = _day(first).split(), _day(last).split()
    if len(one) == len(two) == 3 and one[2] == two[2]:
        one = one[:1] if one[1] == two[1] else one[:2]
    return f"{' '.join(one)} and {' '.join(two)}"


def _when(published: str) -> str:
    return f"{'on' if len(published) >= 10 else 'in'} {_day(published)}"


def _day(published: str) -> str:
    """Return an ISO 8601 date, possibly partial, as a person writes it."""
    year, *rest = published[:10].split("-")
    month = _MONTHS[int(rest[0]) - 1] if rest else ""
    day = str(date.fromisoformat(published[:10]).day) if len(rest) == 2 else ""
    return " ".join(part for part in (day, month, year) if part)


_WORDS_OF_GRADES = dict(RELIABILITY)


def _shapes() -> tuple[str, ...]:
    """Return a pattern for each sentence a draft can have, in their order; all but the first may be
    missing.
    """
    number = rf"(?:{'|'.join(NUMBERS)}|[0-9][0-9,]*)"
    several = rf"(?i:{number})"
    kinds = "|".join(word for pair in _KINDS.values() for word in pair)
    day = rf"(?:[0-9]{{1,2}} )?(?:(?:{'|'.join(_MONTHS)})(?: [0-9]{{4}})?|[0-9]{{4}})|[0-9]{{1,2}}"
    grade = "|".join(re.escape(_graded(letter)) for letter in _WORDS_OF_GRADES)
    joint = "(?:, and |, | and )"
    graded = rf"{number} (?:is|are) (?:{grade})"
    gap = (
        rf"{several} (?:claims? (?:is|are) contradicted by a source|reported claims? (?:has|have) no source"
        r"|gaps? in what (?:is|are) known (?:is|are) listed in the brief)"
    )
    return (
        rf"This brief rests on {number} quotes? from {number} (?:{kinds})(?:{joint}{number} (?:{kinds}))*"
        rf"(?:, each its own origin|, a single origin|, which go back to {number} origins?)\.",
        r"(?:None of the sources is dated|The source is not dated"
        rf"|(?:The source was|Those dated were|All were) published (?:on|in) (?:{day})(?:; {number} "
        rf"sources? (?:is|are) not dated)?|They were published between (?:{day}) and (?:{day})(?:, the "
        rf"oldest being {QUOTED})?(?:; {number} sources? (?:is|are) not dated)?)\.",
        r"(?:The sources have not been graded|The source has not been graded"
        rf"|The source is judged (?:{grade})"
        rf"|Of the sources, {graded}(?:{joint}{graded})*(?:; {number} (?:has|have) not been graded)?)\.",
        rf"(?:One judgement, {QUOTED}, rests on a single origin"
        rf"|{several} judgements rest on a single origin each, {QUOTED} among them"
        r"|The one reported claim rests on a single origin"
        rf"|Of {number} reported claims?, {number} rests? on a single origin)\.",
        rf"{gap}(?:{joint}{gap})*\.",
    )


def _grades(sources: tuple[Source, ...]) -> str:
    grades = Counter(source.grade for source in sources if source.grade in _WORDS_OF_GRADES)
    graded = sum(grades.values())
    if not graded:
        return "The sources have not been graded." if len(sources) > 1 else "The source has not been graded."
    if len(sources) == 1:
        return f"The source is judged {_graded(sources[0].grade)}."
    parts = [f"{_count(number)} {_graded(grade)}" for grade, number in sorted(grades.items())]
    rest = len(sources) - graded
    left = f"; {counted(rest, 'has', 'have')} not been graded" if rest else ""
    return f"Of the sources, {listed([f'{part}' for part in parts])}{left}."


def _count(number: int) -> str:
    return counted(number, "is", "are")


def _graded(grade: Grade) -> str:
    words = _WORDS_OF_GRADES[grade]
    return f"of a reliability that cannot be judged ({grade})" if grade == "F" else f"{words} ({grade})"


def _support(brief: Brief, origins: Mapping[str, str]) -> str:
    """Name the judgements on one origin or none; where all have two, say how the claims stand."""
    known = {claim.id: claim for claim in lookup.claims(brief)}
    single = [
        j
        for j in lookup.judgements(brief)
        if j.text.strip() and _on_one_origin((known[b] for b in j.basis if b in known), origins)
    ]
    if single:
        return _single_judgements(single)
    claims = [c for c in known.values() if needs_source(c)]
    alone = sum(1 for c in claims if _on_one_origin((c,), origins))
    if not alone:
        return ""
    if alone == len(claims) == 1:
        return "The one reported claim rests on a single origin."
    return (
        f"Of {counted(len(claims), 'reported claim', 'reported claims')}, "
        f"{counted(alone, 'rests', 'rest')} on a single origin."
    )


def _on_one_origin(claims: Iterable[Claim], origins: Mapping[str, str]) -> bool:
    return len(support(claims, origins).origins) == 1


def _single_judgements(single: Sequence[Judgement]) -> str:
    words = quoted(inline.plain(single[0].text).strip().rstrip("."), 80)
    if len(single) == 1:
        return f"One judgement, {words}, rests on a single origin."
    many = capital(counted(len(single), "judgement", "judgements"))
    return f"{many} rest on a single origin each, {words} among them."


def _gaps(brief: Brief) -> str:
    claims = tuple(lookup.claims(brief))
    against = sum(1 for c in claims if is_contradicted(c) and c.text.strip())
    bare = sum(1 for c in claims if needs_source(c) and not c.evidence)
    gaps = sum(1 for c in claims if c.kind == "gap" and c.text.strip())
    parts: list[str] = []
    if against:
        parts.append(f"{counted(against, 'claim is', 'claims are')} contradicted by a source")
    if bare:
        parts.append(f"{counted(bare, 'reported claim has', 'reported claims have')} no source")
    if gaps:
        parts.append(
            f"{counted(gaps, 'gap in what is known is', 'gaps in what is known are')} listed in the brief"
        )
    return f"{capital(listed(parts))}." if parts else ""


_FIRST, *_LATER = _shapes()
_SENTENCES = tuple(map(re.compile, (_FIRST, *_LATER)))
_DRAFT = re.compile(_FIRST + "".join(f"(?: {shape})?" for shape in _LATER))
