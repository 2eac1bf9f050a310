"""Checking a file that was handed over against the articles: what a stranger can do who has only these.

Every quote is looked for code point by code point. One that is not there is held against the nearest
passage, and the letters that were altered are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import PurePath

from briefing.checks.support.compare import compare
from briefing.checks.support.marks import DIFFERS, Cited
from briefing.errors import BadInput
from briefing.exporting.handed import Handed, HandedClaim, HandedQuote
from briefing.exporting.words import ELLIPSIS, Cleaner
from briefing.model import Quote
from briefing.nearest import candidates
from briefing.text import Span, normalise, shortened

FOUND, BLANKS, ALTERED, MISSING, NO_QUOTE = "found", "blanks differ", "altered", "missing", "no quote"
UNSOURCED, DEPARTS, REWORDED = "unsourced", "claim differs", "claim altered"
# What reads the files of each suffix; each has `read(data) -> Handed`.
_READERS = {
    ".docx": "briefing.exporting.word.handed",
    ".md": "briefing.exporting.markdown_handed",
    ".markdown": "briefing.exporting.markdown_handed",
}
# Below this likeness (0 to 100) a passage is another one, and not the quote with letters altered.
_SAME_PASSAGE = 82.0
_RANKED_AT_MOST = 60
_WIDEST_GAP = 20_000
_DIFFERENCES = 4
_MOST_COMPARED = 1_000_000  # pairs of words, past which only the two passages are shown
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Attested:
    """What became of one quote, or what is to be said of one claim (`of_claim`, `quote` its words).

    `number` is that of the note, 0 for none. `state`: found; blanks differ (the same words, with other line ends
    or spaces, as in an article kept as PDF); altered (the nearest passage differs in the letters that `message`
    names); missing; no quote (the note shows none). Of a claim: unsourced; claim differs (a number in it is another
    than in its quotes); claim altered (its words are not those that left, as the Word file itself lists them). `source` is the name of the article, `span` the place there in code points of its
    normalised text, `nearest` the passage.
    """

    number: int
    quote: str
    state: str
    source: str = ""
    span: Span | None = None
    nearest: str = ""
    message: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong with it; a claim without evidence is for a reader to judge, and no fault of the file."""
        return self.state in (FOUND, BLANKS, UNSOURCED, DEPARTS)

    @property
    def of_claim(self) -> bool:
        return self.state in (UNSOURCED, DEPARTS, REWORDED)


def verify_file(path_name: str, data: bytes, sources: Mapping[str, str]) -> tuple[Attested, ...]:
    """Return what became of every quote of a .docx or .md export, then the claims without evidence.

    `sources`: name of each article to its text. Raises BadInput for a file that cannot be read.
    """
    read = _read(path_name, data)
    clean = Cleaner()
    texts = {name: clean.text(normalise(text)) for name, text in sources.items()}
    of_claims = (*_unsourced(read.claims), *_departing(read.claims, read.quotes), *_reworded(read.claims))
    return (*_quotes(read.quotes, texts), *of_claims)


def _read(name: str, data: bytes) -> Handed:
    reader = _READERS.get(PurePath(name).suffix.casefold())
    if reader is None:
        raise BadInput(f"“{name}” cannot be checked.", "Give a Word or Markdown export: .docx or .md.")
    said: Handed = import_module(reader).read(data)
    return said


def _quotes(quotes: tuple[HandedQuote, ...], texts: Mapping[str, str]) -> Iterator[Attested]:
    seen = {(quote.number, quote.words) for quote in quotes if not quote.annex}
    lost = 0
    for quote in quotes:
        # The annex repeats the quotes of the notes; one that says something else is told of.
        if quote.annex and {(quote.number, quote.words), (0, quote.words)} & seen:
            continue
        if not quote.words.strip():
            message = "This note shows no quote that could be looked for."
            yield Attested(quote.number, "", NO_QUOTE, message=message)
            continue
        made = _exact(quote, texts) or _in_parts(quote, texts)
        if made is None:
            lost += 1
            made = _nearest(quote, texts if lost <= _RANKED_AT_MOST else {})
        yield made


def _exact(quote: HandedQuote, texts: Mapping[str, str]) -> Attested | None:
    places = [(name, text.find(quote.words)) for name, text in texts.items() if quote.words in text]
    if not places:
        return None
    name, at = _told_of(quote, places)
    others = [other for other, _ in places if other != name]
    message = f"The same words stand in {', '.join(f'“{other}”' for other in others[:3])}." if others else ""
    if texts[name].find(quote.words, at + 1) >= 0:
        message = f"The words stand there more than once. {message}".strip()
    return Attested(quote.number, quote.words, FOUND, name, (at, at + len(quote.words)), quote.words, message)


def _told_of(quote: HandedQuote, places: list[tuple[str, int]]) -> tuple[str, int]:
    """Of several articles with these words, return the one whose name the reference has, else the first."""
    said = " ".join(re.findall(r"\w+", quote.said.casefold()))

    def likeness(place: tuple[str, int]) -> int:
        words = re.findall(r"\w{4,}", place[0].rpartition(".")[0].casefold())
        return sum(word in said for word in words)

    return max(places, key=likeness)


def _in_parts(quote: HandedQuote, texts: Mapping[str, str]) -> Attested | None:
    """A quote that the file shows by its ends only, or whose blank lines the file could not keep."""
    pieces = [re.escape(piece) for piece in quote.words.split(ELLIPSIS)]
    if not 1 <= len(pieces) <= 8 or (len(pieces) == 1 and "\n" not in quote.words):
        return None
    gap = rf"[\s\S]{{1,{_WIDEST_GAP}}}?"
    pattern = re.compile(gap.join(re.sub(r"(?:\\\n)+", r"\\n+", piece) for piece in pieces))
    for name, text in texts.items():
        match = pattern.search(text)
        if match:
            left = len(match.group()) - sum(map(len, quote.words.split(ELLIPSIS)))
            said = f"Shown in parts: {left:,} characters between them are left out."
            said = said if len(pieces) > 1 else "Blank lines are left out."
            return Attested(quote.number, quote.words, FOUND, name, match.span(), match.group(), said)
    return None


def _nearest(quote: HandedQuote, texts: Mapping[str, str]) -> Attested:
    best: tuple[float, str, Span] | None = None
    for name, text in texts.items():
        wanted = Quote(quote.words, "", "", _likely_start(quote.words, text), "")
        for found in candidates(text, wanted, most=1):
            if best is None or found.score > best[0]:
                best = (found.score, name, found.span)
    if best is None:
        message = f"“{shortened(quote.words, 60)}” is in none of the articles{_named_in(quote)}."
        return Attested(quote.number, quote.words, MISSING, message=message)
    score, name, span = best
    passage = texts[name][span[0] : span[1]]
    if score >= _SAME_PASSAGE:
        message = f"Altered: {difference(quote.words, passage)}."
        if quote.words.split() == passage.split():
            message = "Word for word, but for the blanks between the words."
            return Attested(quote.number, quote.words, BLANKS, name, span, passage, message)
        return Attested(quote.number, quote.words, ALTERED, name, span, passage, message)
    message = (
        f"“{shortened(quote.words, 60)}” is in none of the articles{_named_in(quote)}; the nearest words are "
        f"“{shortened(passage, 90)}”."
    )
    return Attested(quote.number, quote.words, MISSING, name, span, passage, message)


def _named_in(quote: HandedQuote) -> str:
    """The source as the note names it: the article to ask for."""
    said = re.split(r"\(accessed|https?://|<", " ".join(quote.said.split()))[0].strip(" ,.—*[(\u200e")
    return f" (the note names {shortened(said.replace('*', ''), 90)})" if said else ""


def _likely_start(words: str, text: str) -> int:
    """Return where the quote would begin, by any piece of it that stands in the text as it is."""
    size = max(6, min(32, len(words) // 6))
    for offset in range(0, max(1, len(words) - size), size):
        at = text.find(words[offset : offset + size])
        if at >= 0:
            return max(0, at - offset)
    return 0


def difference(quote: str, passage: str) -> str:
    """Return in words where a quote departs from the passage: “hundreds” there reads “thousands” here."""
    ours, theirs = _TOKEN.findall(quote), _TOKEN.findall(passage)
    first = _alike(ours, theirs)
    last = _alike(ours[first:][::-1], theirs[first:][::-1])
    ours, theirs = ours[first : len(ours) - last], theirs[first : len(theirs) - last]
    if len(ours) * len(theirs) > _MOST_COMPARED:
        return _told("".join(theirs), "".join(ours))
    told = []
    for tag, a, b, c, d in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if tag != "equal":
            told.append(_told("".join(theirs[a:b]), "".join(ours[c:d])))
    shown = told[:_DIFFERENCES]
    more = len(told) - len(shown)
    return "; ".join((*shown, f"and {more} more places")) if more else "; ".join(shown)


def _alike(ours: list[str], theirs: list[str]) -> int:
    """Return how many tokens both begin with."""
    pairs = zip(ours, theirs, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(ours), len(theirs)))


def _told(there: str, here: str) -> str:
    if not there.strip() and not here.strip():
        return f"blanks ({_named(there)} in the article, {_named(here)} here)"
    if not here:
        return f"“{shortened(there)}” is left out"
    if not there:
        return f"“{shortened(here)}” is not in the article"
    said = f"“{shortened(here)}” for “{shortened(there)}”"
    letter = _one_letter(there, here)
    return f"{said} ({letter})" if letter else said


def _one_letter(there: str, here: str) -> str:
    """Return which letter is another one, where it is one of the same word."""
    if len(there) != len(here):
        return ""
    places = [at for at, (a, b) in enumerate(zip(there, here, strict=True)) if a != b]
    if len(places) != 1:
        return ""
    a, b = there[places[0]], here[places[0]]
    return f"letter {places[0] + 1}: {b} U+{ord(b):04X} for {a} U+{ord(a):04X}"


def _named(blank: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in blank[:4]) or "none"


def _unsourced(claims: tuple[HandedClaim, ...]) -> Iterator[Attested]:
    for claim in claims:
        if not claim.cited and claim.words:
            message = f"No quote is given for “{shortened(claim.words, 90)}”."
            yield Attested(0, claim.words, UNSOURCED, message=message)


def _reworded(claims: tuple[HandedClaim, ...]) -> Iterator[Attested]:
    for claim in claims:
        said, left = (" ".join(words.split()) for words in (claim.words, claim.exported))
        if left and said != left:
            message = (
                f"The words of this claim were changed after the export. It said “{shortened(left, 160)}”."
            )
            yield Attested(0, claim.words, REWORDED, message=message)


# With more quotes a claim is not held against them: in a file made so, each of many claims would cite them all.
_MOST_QUOTES = 20
_DIGITS = re.compile(r"\d[\d.,\u00a0\u202f]*")


def _one_for_other(said: str, nearest: str, claim: str) -> bool:
    """Whether a number stands where the quotes have one that differs in a digit, as an altered one does.

    One that the claim has too stands for another thing ("3,900 of 4,200"), and 5 km are not 15 March.
    """
    here, there = (
        ["".join(filter(str.isdigit, n)) for n in _DIGITS.findall(text)] for text in (said, nearest)
    )
    all_here = {"".join(filter(str.isdigit, number)) for number in _DIGITS.findall(claim)}
    if len(here) != 1 or len(there) != 1 or there[0] in all_here or len(here[0]) != len(there[0]):
        return False
    return sum(a != b for a, b in zip(here[0], there[0], strict=True)) == 1


def _departing(claims: tuple[HandedClaim, ...], quotes: tuple[HandedQuote, ...]) -> Iterator[Attested]:
    """Tell of numbers that a claim has otherwise than its quotes (rule L3); where a quote is not whole, of none."""
    shown: dict[int, list[str]] = {}
    for quote in quotes:
        if not quote.annex:
            shown.setdefault(quote.number, []).append(quote.words)
    whole = {
        number: words
        for number, words in shown.items()
        if len(words) <= _MOST_QUOTES and all(w.strip() and ELLIPSIS not in w for w in words)
    }
    for claim in claims:
        if not claim.notes or any(number not in whole for number in claim.notes):
            continue
        words = [said for number in dict.fromkeys(claim.notes) for said in whole[number]]
        if len(words) > _MOST_QUOTES:
            continue
        cited = [Cited(str(at), said, "supports") for at, said in enumerate(words)]
        for mark in compare(claim.words, cited, ()):
            said = claim.words[mark.start : mark.end]
            if (
                mark.kind == "number"
                and mark.state == DIFFERS
                and _one_for_other(said, mark.nearest, claim.words)
            ):
                message = f"“{shortened(claim.words, 70)}”: {mark.reason}"
                yield Attested(0, claim.words, DEPARTS, message=message)
