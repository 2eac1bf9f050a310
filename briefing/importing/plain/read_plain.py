"""Plain text: the text as it stands, and what its first lines say."""

from __future__ import annotations

from dataclasses import replace

from briefing.importing.common.metadata import read_metadata
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.encoding.decode import decode, normalised
from briefing.importing.plain.teasers import without_teasers


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the text of `data`, normalised, without a list of other stories. Never raises on content."""
    decoded = decode(data, hints.charset)
    text, lost = normalised(decoded.text)
    text, teasers = without_teasers(text)
    return replace(
        read_metadata(text),
        notices=decoded.notices + lost + teasers,
        encoding=decoded.encoding,
        guessed=decoded.guessed,
        extractor="plain 1",
    )
