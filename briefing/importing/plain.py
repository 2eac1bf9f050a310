"""Plain text: the text as it stands, and what its first lines tell."""

from __future__ import annotations

from dataclasses import replace

from briefing.importing.decode import read_text
from briefing.importing.metadata import read_metadata
from briefing.importing.parsed import Hints, Parsed


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the text of `data`, normalised and otherwise unchanged. Never raises on content."""
    text, notices = read_text(data, hints.charset)
    return replace(read_metadata(text), notices=notices)
