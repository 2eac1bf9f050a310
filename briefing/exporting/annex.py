"""What follows the text of a brief: its sources, and what it says about itself."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from briefing import inline, lookup, scales
from briefing.exporting import reference
from briefing.exporting.blocks import (
    Block,
    Heading,
    Proof,
    SetAside,
    SmallPrint,
    SourceEntry,
    SourceList,
)
from briefing.exporting.format_helpers import Cleaner, capital, ranges, safe_link, sentence
from briefing.exporting.options import PLAIN, Options
from briefing.model import Brief, Source
from briefing.text import shortened

NOTHING = Proof()


def blocks(
    brief: Brief,
    numbers: Mapping[str, int],
    clean: Cleaner,
    styles: reference.ReferenceStyles,
    options: Options = PLAIN,
    proof: Proof = NOTHING,
) -> Iterator[Block]:
    """Yield the source list (cited ones in order of first citation, then the others) and the small print.

    A source that a newer one supersedes is left out of “Also consulted”.
    """
    cited = _cited(brief, numbers)
    known = {source.id: source for source in brief.sources}
    listed = options.notes == "list"
    entries = tuple(
        _entry(known.get(i) or _lost(i), at, clean, styles, listed)
        for i, at in cited.items()
        if listed or i in known
    )
    if entries:
        yield Heading("Sources")
        yield SourceList(entries)
    others = tuple(_entry(source, [], clean, styles) for source in _also_consulted(brief, cited))
    if others:
        yield Heading("Also consulted", level=2 if entries else 1)
        yield SourceList(others, cited=False)
    lines = tuple(_small_print(brief, clean, cited))
    if options.waivers and not options.annex:
        lines += tuple(_set_aside(brief, proof.set_aside, clean))
    if lines:
        yield Heading("About this brief")
        yield SmallPrint(lines)


def _cited(brief: Brief, numbers: Mapping[str, int]) -> dict[str, list[int]]:
    """Return the ids of the sources in order of first citation, each with the numbers that cite it."""
    cited: dict[str, list[int]] = {}
    for _, linked in lookup.evidence(brief):
        if linked.id in numbers:
            cited.setdefault(linked.source, []).append(numbers[linked.id])
    return cited


def _also_consulted(brief: Brief, cited: Container[str]) -> list[Source]:
    """Return the sources that are not among `cited`, but for those that a newer one supersedes."""
    old = {source.supersedes for source in brief.sources}
    return [source for source in brief.sources if source.id not in cited and source.id not in old]


def _entry(
    source: Source, at: list[int], clean: Cleaner, styles: reference.ReferenceStyles, listed: bool = False
) -> SourceEntry:
    """With a numbered list the entry's own number says where it is cited."""
    where = "" if listed else ranges(dict.fromkeys(at))
    return SourceEntry(styles.entry(source), reference.details(source, clean), where, source.id)


def _lost(source_id: str) -> Source:
    """A numbered list may not leave a number out."""
    return Source(source_id, title="A source that is missing")


def _small_print(brief: Brief, clean: Cleaner, cited: Container[str]) -> Iterator[tuple[str, str]]:
    if brief.edition > 1 and brief.change_statement.strip():
        words = sentence(clean.line(inline.one_line(brief.change_statement)))
        yield "Changes", f"Since edition {brief.edition - 1}: {words}"
    forecasts = [j for j in lookup.judgements(brief) if j.text.strip()]
    used = {j.standard or brief.standard for j in forecasts if j.likelihood}
    for ladder in scales.STANDARDS:
        if ladder.id in used:
            rungs = "; ".join(f"{rung.term} {rung.range_text}" for rung in ladder.rungs)
            yield "Likelihood", f"Terms follow {ladder.name}: {rungs}."
    if any(j.confidence for j in forecasts):
        levels = "; ".join(f"{level}: {meaning}" for level, meaning in scales.CONFIDENCE)
        yield (
            "Confidence",
            f"How sound the ground of a judgement is, apart from its likelihood. {capital(levels)}.",
        )
    grades = _grades(brief, cited)
    if grades:
        yield "Grades", f"{'; '.join(grades)}."


def _grades(brief: Brief, cited: Container[str]) -> list[str]:
    """Return what the grades mean that the brief shows: of sources it cites, and of what they say."""
    graded = any(source.grade for source in brief.sources if source.id in cited)
    weighed = any(linked.credibility for _, linked in lookup.evidence(brief))
    return [words for used, words in ((graded, _OF_SOURCES), (weighed, _OF_WORDS)) if used]


_OF_SOURCES = (
    "Letters grade the source, A (completely reliable) to E (unreliable), F where it cannot be judged"
)
_OF_WORDS = (
    "numbers grade what is said, 1 (confirmed by other independent sources) to 5 (improbable), "
    "6 where it cannot be judged"
)


def _set_aside(brief: Brief, held: tuple[SetAside, ...], clean: Cleaner) -> Iterator[tuple[str, str]]:
    """What a person let stand, each with its reason: of the statements, then of the sources, then of the
    brief.
    """
    names = {i.id: inline.plain(i.text) for i in lookup.worded(brief)}
    names |= {s.id: s.title.strip() or s.publisher or s.id for s in brief.sources}
    for each in held:
        words = names.get(each.item_id)
        what = f"“{clean.line(shortened(words, 60))}”" if words else "the brief as a whole"
        yield "Set aside", f"{capital(each.about)}: {what}: {sentence(clean.line(each.reason))}"


def unlinked(brief: Brief) -> tuple[str, ...]:
    """Return a remark for each source whose address may not become a link."""
    return tuple(
        f"The address of “{inline.one_line(s.title) or s.id}” is not a plain web or mail address: printed, "
        f"not linked."
        for s in brief.sources
        if s.url.strip() and not safe_link(s.url)
    )
