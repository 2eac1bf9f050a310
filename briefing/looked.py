"""What a person has looked at, beside what was written: the marks of a brief that no undo may take back.

A brief keeps which articles were read. That is a state of looking, not of the text: it is committed like an
edit, so that memory and file agree, but it is no step of the history, and every snapshot that undo or redo
brings again takes the marks as they stand now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.model import Brief

Marks = Mapping[str, bool]


def marks_of(brief: Brief) -> dict[str, bool]:
    """Return for each article, by its id, whether it was read."""
    return {source.id: source.read for source in brief.sources}


def with_marks(brief: Brief, marks: Marks) -> Brief:
    """Return the brief with these marks; what they do not name stays, and the same brief when nothing
    differs.
    """
    if all(marks.get(source.id, source.read) == source.read for source in brief.sources):
        return brief
    marked = (
        source if marks.get(source.id, source.read) == source.read else replace(source, read=not source.read)
        for source in brief.sources
    )
    return replace(brief, sources=tuple(marked))
