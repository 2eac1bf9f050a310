"""A format to write: the quotes of a brief, one in a line; and the reader of such a file that is handed
over.
"""

from __future__ import annotations

from briefing.exporting.blocks import Outline, Rendered
from briefing.exporting.handed_file import Handed, HandedQuote


def render(outline: Outline) -> Rendered:
    """Return the quotes, in UTF-8."""
    return Rendered("".join(f"{quote}\n" for quote in quotes_held(outline)).encode())


def read_back(data: bytes) -> tuple[str, ...]:
    """Return the quotes in the file."""
    return tuple(data.decode().splitlines())


def quotes_held(outline: Outline) -> tuple[str, ...]:
    """Return the quotes in the notes."""
    return tuple(part.quote for note in outline.notes for part in note.parts)


def listing(data: bytes) -> bytes:
    """Return the file as it is: it keeps no list of what it shows."""
    return data


def read(data: bytes) -> Handed:
    """Return the quotes of a file that was handed over."""
    return Handed(tuple(HandedQuote(n, words) for n, words in enumerate(read_back(data), 1)), ())
