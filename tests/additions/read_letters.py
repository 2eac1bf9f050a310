"""A format to read: letters, whose first line is a mark."""

from __future__ import annotations

from briefing.importing.common.parsed import Hints, Parsed

MARK = b"LETTER\n"


def is_letter(data: bytes) -> bool:
    """Return whether the data begins with the mark."""
    return data.startswith(MARK)


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the text below the mark."""
    return Parsed(data.removeprefix(MARK).decode(), title="A letter", extractor="letters 1")
