"""Numbers of notes in a template that has notes before the brief: a reader counts those too."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.exporting.blocks import (
    Block,
    IndentedLine,
    Lines,
    Note,
    Outline,
    Outlook,
    SourceList,
    Statement,
)

_NUMBER = re.compile(r"\d+")
_HEAD = re.compile(r"\[\d+\]|Notes? [\d, –]+:")


def moved(outline: Outline, by: int) -> Outline:
    """Return the outline with every number of a note, and all that names one, higher by so many."""
    if not by:
        return outline
    blocks = tuple(_block(block, by) for block in outline.blocks)
    override = outline.override
    if override is not None:
        override = replace(override, lines=tuple(_line(line, by) for line in override.lines))
    notes = tuple(_note(note, by) for note in outline.notes)
    return replace(outline, blocks=blocks, notes=notes, override=override)


def _note(note: Note, by: int) -> Note:
    return replace(note, number=note.number + by, more=tuple(_note(part, by) for part in note.more))


def _line(line: IndentedLine, by: int) -> IndentedLine:
    return replace(line, head=_more(line.head, by)) if _HEAD.fullmatch(line.head) else line


def _more(words: str, by: int) -> str:
    return _NUMBER.sub(lambda found: str(int(found.group()) + by), words)


def _block(block: Block, by: int) -> Block:
    match block:
        case Statement():
            return replace(block, notes=tuple(_note(note, by) for note in block.notes))
        case SourceList():
            return replace(block, entries=tuple(replace(e, notes=_more(e.notes, by)) for e in block.entries))
        case Lines():
            return replace(block, lines=tuple(_line(line, by) for line in block.lines))
        case Outlook():
            forecasts = (
                replace(f, basis=tuple(replace(b, numbers=tuple(n + by for n in b.numbers)) for b in f.basis))
                for f in block.forecasts
            )
            return replace(block, forecasts=tuple(forecasts))
    return block
