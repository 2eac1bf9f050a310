"""What follows the text of a brief: its sources, and what it says about itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
    cited: dict[str, list[int]] = {}
    weighed = False
    for _, linked in lookup.evidence(brief):
        weighed = weighed or bool(linked.credibility)
        if linked.id in numbers:
            cited.setdefault(linked.source, []).append(numbers[linked.id])
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
    old = {source.supersedes for source in brief.sources}
    others = tuple(
        _entry(s, [], clean, styles) for s in brief.sources if s.id not in cited and s.id not in old
    )
    if others:
        yield Heading("Also consulted", level=2 if entries else 1)
        yield SourceList(others, cited=False)
    graded = any(s.grade for s in brief.sources if s.id in cited)
    lines = tuple(_small_print(brief, clean, graded=graded, weighed=weighed))
    if options.waivers and not options.annex:
        lines += tuple(_set_aside(brief, proof.set_aside, clean))
    if lines:
        yield Heading("About this brief")
        yield SmallPrint(lines)


def _entry(
    source: Source, at: list[int], clean: Cleaner, styles: reference.ReferenceStyles, listed: bool = False
) -> SourceEntry:
    """With a numbered list the entry's own number says where it is cited."""
    where = "" if listed else ranges(dict.fromkeys(at))
    return SourceEntry(styles.entry(source), reference.details(source, clean), where, source.id)


def _lost(source_id: str) -> Source:
    """A numbered list may not leave a number out."""
    return Source(source_id, title="A source that is missing")


def _small_print(brief: Brief, clean: Cleaner, *, graded: bool, weighed: bool) -> Iterator[tuple[str, str]]:
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
    sentences = [words for used, words in ((graded, _OF_SOURCES), (weighed, _OF_WORDS)) if used]
    if sentences:
        yield "Grades", f"{'; '.join(sentences)}."


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
    names = {i.id: inline.plain(i.text) for i in lookup.statements(brief)}
    names |= {s.id: s.title.strip() or s.publisher or s.id for s in brief.sources}
    for each in held:
        words = names.get(each.item_id)
        what = f"“{clean.line(shortened(words, 60))}”" if words else "the brief as a whole"
        yield "Set aside", f"{capital(each.about)}: {what}: {sentence(clean.line(each.reason))}"


def unlinked(brief: Brief) -> tuple[str, ...]:
    """Return a remark for each source whose address may not become a link."""
    return tuple(
        f"The address of “{inline.one_line(s.title) or s.id}” is not a plain web or mail address: printed, not linked."
        for s in brief.sources
        if s.url.strip() and not safe_link(s.url)
    )
