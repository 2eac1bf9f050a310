"""Which lines of a reviewed file are which statement, once those without a tag are known again by their
words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing import inline
from briefing.exporting.format_helpers import counted
from briefing.exporting.word.word_manifest import ManifestEntry, WordManifest
from briefing.inline import Run
from briefing.reviewing import table_cells, typed_prefixes, without_tags
from briefing.reviewing.gathered import Gathered, LinePlace

_SHOWN = 80
_NUMBERED = "Numbers or bullets typed before {} were left out, since the layout sets them; see"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Settled:
    """A file in which every claim that can be known again is found.

    `tagged`: how many claims had their tags; `how` the others were found. `compared`: lines of tables that
    are compared by their columns. `news`: lines that are new statements. `numbers`: what was typed before
    statements and the layout sets. `portions`: the markings that stand before claims now, and are not those
    they left with. `places`: the line of each claim; one that is gone stands behind what came before it.
    `remarks`: what is to be reported, a sentence each.
    """

    gathered: Gathered
    tagged: int
    how: Mapping[str, without_tags.Matched]
    compared: frozenset[int]
    news: tuple[LinePlace, ...]
    numbers: typed_prefixes.TypedNumbers
    portions: Mapping[str, str]
    places: Mapping[str, float]
    remarks: tuple[str, ...]

    def line_of(self, ident: str) -> float:
        """Return the line of a claim; of anything else, the line behind the last."""
        return self.places.get(ident, float(len(self.gathered.lines)))


def apart(found: Iterable[T | str]) -> tuple[list[T], list[str]]:
    """Return what was found, and the sentences that stand among it for what is only to be reported."""
    both = list(found)
    return [one for one in both if not isinstance(one, str)], [one for one in both if isinstance(one, str)]


def settle(manifest: WordManifest, gathered: Gathered) -> Settled:
    """Return the file with the claims that are known again by their words, and what is new in it."""
    entries = {entry.id: entry for entry in manifest.items}
    missing = {
        e.id: e.before + inline.plain(e.text)
        for e in manifest.items
        if e.id not in gathered.found and e.id not in gathered.joined and e.text
    }
    whole, how = without_tags.matched(without_tags.continued(gathered, entries), missing, entries)
    whole = without_tags.continued(whole, entries)
    whole = _without_labels(whole, [entries[ident] for ident in missing if ident not in whole.found])
    marked = table_cells.mark(whole)
    news, remarks = apart(without_tags.news(whole, manifest, marked))
    lines = _lines(whole, entries, news)
    numbers = typed_prefixes.numbers(lines)
    return Settled(
        gathered=whole,
        # Counted before any claim is known again by its words alone.
        tagged=len(gathered.found) + len(gathered.joined),
        how=how,
        compared=marked.compared,
        news=tuple(replace(place, runs=numbers.without(place.line, place.runs)) for place in news),
        numbers=numbers,
        portions={**whole.portions, **_portions(whole, entries, numbers)},
        places=_places(manifest, whole),
        remarks=(*remarks, *_numbered(lines, numbers)),
    )


def portion_typed(entry: ManifestEntry, runs: tuple[Run, ...]) -> str:
    """Return the marking that was typed before a statement which left with none, "" where none was."""
    if typed_prefixes.portion(entry.before) or typed_prefixes.portion(entry.text):
        return ""
    return typed_prefixes.portion(inline.text_of(runs))


def _without_labels(gathered: Gathered, gone: Sequence[ManifestEntry]) -> Gathered:
    """Return the file without what is left of claims that are gone: their labels, and the numbers of their
    sources.
    """
    labels = {(entry.before + entry.after).strip() for entry in gone} | {e.before.strip() for e in gone}
    return replace(gathered, free=tuple(place for place in gathered.free if place.words not in labels))


def _lines(
    gathered: Gathered, entries: Mapping[str, ManifestEntry], news: Iterable[LinePlace]
) -> dict[int, tuple[str, str | None]]:
    """Return the text of each line of a statement, and the words it left with: None for a new one, or a
    second line.
    """
    lines: dict[int, tuple[str, str | None]] = {place.line: (place.words, None) for place in news}
    for found in gathered.found.values():
        exported = inline.plain(entries[found.item].text)
        for at, (line, runs) in enumerate(zip(found.lines, found.parts, strict=True)):
            lines[line] = (inline.text_of(runs), None if at else exported)
    return lines


def _numbered(
    lines: Mapping[int, tuple[str, str | None]], numbers: typed_prefixes.TypedNumbers
) -> Iterator[str]:
    if typed := numbers.by_line:
        words = lines[min(typed)][0].strip()[:_SHOWN]
        yield f"{_NUMBERED.format(counted(len(typed), 'statement'))}: “{words}”."


def _portions(
    gathered: Gathered, entries: Mapping[str, ManifestEntry], numbers: typed_prefixes.TypedNumbers
) -> dict[str, str]:
    """Return the markings that were typed before statements which left with none: they are proposed as their
    markings.
    """
    typed: dict[str, str] = {}
    for ident, entry in entries.items():
        found = gathered.found.get(ident)
        if found is None or ident in gathered.joined or not entry.text:
            continue
        if portion := portion_typed(entry, numbers.without(found.lines[0], found.parts[0])):
            typed[ident] = portion
    return typed


def _places(manifest: WordManifest, gathered: Gathered) -> dict[str, float]:
    places = {ident: float(found.lines[0]) for ident, found in gathered.found.items()}
    places |= {ident: float(line) for line, held, _ in gathered.merged for ident in held}
    last = -1.0
    for entry in manifest.items:
        last = places.setdefault(entry.id, last + 0.001)
    return places
