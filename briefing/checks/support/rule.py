"""Rule L3 over a brief: what a claim says that its quotes lack or contradict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing import inline
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, ItemPlace, Near
from briefing.checks.support.by_meaning import graded_by_meaning
from briefing.checks.support.compare import compare
from briefing.checks.support.marks import ABSENT, DIFFERS, ELSEWHERE, FOUND, Cited, Mark, MarkState, Named
from briefing.errors import NotFound
from briefing.language.guess import primary
from briefing.model import Brief, Claim, Item, Source

# A judgement of our own may be surer than its quotes; its numbers, dates and names may not be others.
_ASKED = ("reported", "assessed")
OTHERWISE = "otherwise"
SAY, LINK = "say-quote", "link-passage"
# Where a quote differs in one of these, it says otherwise than the claim; in others the claim is only surer.
_MATTERS = {
    "number": "numbers", "date": "dates", "name": "names", "unit": "units", "negation": "denials",
    "verb": "what it is or did",
    "quotation": "words in quotation marks",
}  # fmt: skip
_MANNER = {
    "modal": "certainty", "hedge": "certainty", "attribution": "who says it",
    "approximation": "how exact it is",
}  # fmt: skip
_WHERE: Mapping[MarkState, str] = {
    DIFFERS: "other than in the quote", ELSEWHERE: "elsewhere in the article", ABSENT: "not in the quote",
}  # fmt: skip
# Of these a quote's words can stand in a claim as they are.
_PUT = ("number", "unit", "approximation", "name", "verb", "date")
_OF_ALL = ("number", "date", "name", "unit", "quotation", "approximation")


def unsupported(item: Item, place: ItemPlace, facts: Facts) -> Iterator[Finding]:
    """L3: a number, date, name, denial or certainty of a claim that its quotes lack or contradict.

    An error where a quote says otherwise, a warning where no cited article has it, a note where the article
    has it outside the quotes; never worse than its mark allows. Claims without a quote are L1's affair.
    """
    if not isinstance(item, Claim) or not item.evidence or item.kind not in _ASKED:
        return
    for mark in marks_of(
        item, place.sources, named(place.brief), facts.text_of, place.brief.language, facts.near
    ):
        if mark.state != FOUND:
            fix = _fix(mark)
            yield Finding(
                "L3",
                mark.severity,
                item.id,
                mark.reason,
                _hint(mark),
                span=(mark.start, mark.end),
                kind=OTHERWISE if mark.severity == "error" else "",
                about=_about(mark),
                fix=fix,
                instead=mark.nearest if fix == SAY else "",
                passage=mark.passage,
                mark=mark.kind,
            )


def marks_of(
    claim: Claim,
    sources: Mapping[str, Source],
    names: Sequence[Named],
    text_of: Callable[[str], str] | None = None,
    language: str = "",
    near: Near | None = None,
) -> tuple[Mark, ...]:
    """Return the marks of one claim, in code points of its plain text; of an assessed one only the facts.

    `text_of` gives a source text by its SHA-256, None where the texts are not at hand. `language`: the
    brief's. English is what a brief states where nobody chose: then the words of the claim decide. `near`
    looks in the articles by meaning, None where no model does.
    """

    def article_of(source: str) -> str:
        return _text(text_of, sources[source].text_sha) if text_of and source in sources else ""

    chosen = "" if primary(language) == "en" else language
    words, quotes = inline.plain(claim.text), cited(claim, sources)
    marks = compare(words, quotes, names, article_of, chosen)
    if near is not None:
        marks = graded_by_meaning(marks, words, quotes, names, article_of, near, chosen)
    return marks if claim.kind == "reported" else tuple(m for m in marks if m.kind in _OF_ALL)


def cited(claim: Claim, sources: Mapping[str, Source]) -> tuple[Cited, ...]:
    """Return the quotes of a claim as the comparison needs them."""
    return tuple(
        Cited(
            e.id, e.quote.exact, e.stance,
            *((s.published, s.language) if (s := sources.get(e.source)) else ("", "")),
            e.quote.prefix, e.quote.suffix, e.translation, e.source,
        )
        for e in claim.evidence
    )  # fmt: skip


def _text(text_of: Callable[[str], str], sha: str) -> str:
    """Return the text of an article, "" where it is missing: L2 reports that."""
    try:
        return text_of(sha) if sha else ""
    except NotFound:
        return ""


def named(brief: Brief) -> tuple[Named, ...]:
    """Return the actors of a brief as names."""
    return tuple(Named(a.name, a.aliases, a.kind, a.role) for a in brief.actors if a.name.strip())


def _about(mark: Mark) -> str:
    """Return the heading of a mark: "names not in the quote", "numbers other than in the quote"."""
    what = _MATTERS.get(mark.kind) or _MANNER[mark.kind]
    return f"{what} {_WHERE[mark.state]}"


def _fix(mark: Mark) -> str:
    """Return the id of the fix that does what the hint says, "" where a person has to."""
    if mark.state == ELSEWHERE:
        return LINK if mark.passage else ""
    return SAY if _can_be_put(mark) else ""


def _can_be_put(mark: Mark) -> bool:
    """Whether a quote's words can stand in the claim in place of those that say otherwise."""
    return bool(mark.nearest) and mark.state == DIFFERS and not mark.denies and mark.kind in _PUT


# What to do, the first that fits: a quotation is given word for word, a passage is linked …
_HINTS: tuple[tuple[Callable[[Mark], bool], str], ...] = (
    (
        lambda m: m.kind == "quotation",
        "Give the words as they stand in the quote, or take the quotation marks off.",
    ),
    (lambda m: m.state == ELSEWHERE, "Link that passage too, or leave it out."),
    (lambda m: m.kind == "attribution", "Say who says it, or link a quote that has it as a fact."),
    (
        lambda m: m.kind == "verb" and m.state == ABSENT,
        "Link a quote that says so, or leave the word out.",
    ),
    (
        lambda m: m.kind in ("modal", "hedge"),
        "Say it as unsure as the quote does, or link a quote that has it as a fact.",
    ),
    (lambda m: m.kind == "name" and m.most == "note", "Link the passage that names it."),
    (
        lambda m: m.kind == "date" and m.most == "note",
        "Link a quote that says when, or leave the day out.",
    ),
    (
        lambda m: m.kind == "name" and m.most == "warning",
        "Link a quote that says so, give the actor a role, or leave the office out.",
    ),
    (lambda m: m.denies, "Take the denial out, or link a quote that has it."),
    (
        lambda m: m.kind == "date" and m.state == DIFFERS and not m.nearest,
        "Give the day of the quote, or link a quote that has this one.",
    ),
)


def _hint(mark: Mark) -> str:
    words = next((words for fits, words in _HINTS if fits(mark)), "")
    if not words and _can_be_put(mark):
        other = "this one" if mark.kind == "date" else "it"
        return f"Say “{mark.nearest}”, or link a quote that has {other}."
    return words or "Leave it out, or link a quote that has it."
