"""What stood when a brief left, as its reader sees it: at the head a sentence and a few lines, at the end all
of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing import inline, lookup
from briefing.exporting.blocks import (
    Block,
    Heading,
    IndentedLine,
    Lines,
    Override,
    StandingBlock,
    StoodFinding,
)
from briefing.exporting.format_helpers import Cleaner, capital, cited, counted, sentence
from briefing.exporting.handed_file import STOOD
from briefing.exporting.options import Options
from briefing.model import Brief, Claim
from briefing.text import quoted

_FEW = 4


class Stood:
    """What stood of one brief, in lines that each name the note, the claim or the source."""

    def __init__(
        self,
        brief: Brief,
        numbers: Mapping[str, int],
        clean: Cleaner,
        options: Options,
        standing: StandingBlock,
    ) -> None:
        self._numbers, self._clean, self._options = numbers, clean, options
        self._items = {item.id: item for item in lookup.statements(brief)}
        self._standing = standing
        self._groups = self._grouped()
        self.lines = tuple(line for _, lines in self._groups for line in lines)

    def override(self, *, draft: bool) -> Override:
        """Return what the head of the brief says."""
        said, reason = self._standing.said, self._clean.line(self._standing.reason)
        head = f"Draft: {said}." if draft else f"Exported although {said}."
        few = self.lines
        if len(few) > _FEW:
            where = "in the annex, each where it belongs"
            where = where if self._options.annex else f"at the end, under “{STOOD}”"
            more = counted(len(few) - _FEW + 1, "other")
            few = (*few[: _FEW - 1], IndentedLine(0, f"The {more} are listed {where}."))
        return Override(head, sentence(reason), few)

    def blocks(self) -> Iterator[Block]:
        """Yield the list at the end, where the head cannot hold all and no annex has it."""
        if len(self.lines) > _FEW and not self._options.annex:
            yield Heading(STOOD)
            yield Lines(
                tuple(
                    line
                    for about, lines in self._groups
                    for line in (
                        IndentedLine(0, head=capital(about)),
                        *(replace(each, depth=1) for each in lines),
                    )
                )
            )

    def _grouped(self) -> list[tuple[str, list[IndentedLine]]]:
        """By what they are about, in their order; of one statement a line says all that is alike."""
        held: dict[str, dict[str, list[StoodFinding]]] = {}
        for stood in self._standing.told:
            held.setdefault(stood.about, {}).setdefault(stood.evidence_id or stood.item_id, []).append(stood)
        return [(about, list(map(self._line, items.values()))) for about, items in held.items()]

    def _line(self, stood: list[StoodFinding]) -> IndentedLine:
        first = stood[0]
        messages = " ".join(dict.fromkeys(sentence(self._clean.line(t.message)) for t in stood))
        number = self._numbers.get(first.evidence_id)
        if number is not None:
            return IndentedLine(0, messages, self._head((number,)))
        item = self._items.get(first.item_id)
        if item is None:
            return IndentedLine(0, messages)
        notes: tuple[int, ...] = ()
        if isinstance(item, Claim):
            notes = tuple(sorted({self._numbers[e.id] for e in item.evidence if e.id in self._numbers}))
        words = self._clean.line(quoted(inline.plain(item.text)))
        return IndentedLine(0, messages if words in messages else f"{words}: {messages}", self._head(notes))

    def _head(self, numbers: tuple[int, ...]) -> str:
        where = cited(numbers, self._options.notes).strip(" ()")
        return f"{capital(where)}:" if where else ""
