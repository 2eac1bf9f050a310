"""The origins of all sources of a brief."""

from __future__ import annotations

from collections.abc import Callable

from briefing.errors import NotFound
from briefing.model import Brief
from briefing.origins.grouping import OriginEntry, Origins, group
from briefing.origins.signatures import Signatures


def origins_of(brief: Brief, text_of: Callable[[str], str], signatures: Signatures | None = None) -> Origins:
    """Return the origins of a brief's sources. `text_of` gives a text by its SHA-256.

    `signatures` keeps what was made of each text for the next time; a text that it knows is not read.
    """
    known = signatures or Signatures()

    def entry_text(sha: str) -> str:
        try:
            return text_of(sha) if sha else ""
        except NotFound:
            return ""

    return group((OriginEntry(source, entry_text(source.text_sha)) for source in brief.sources), known)


def keys_of(origins: Origins) -> dict[str, str]:
    """Return the id of each source's origin by the source's id, as the rules ask for it."""
    return {source_id: origin.id for source_id, origin in origins.of.items()}
