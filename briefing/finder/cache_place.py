"""Where the index of a brief lies: in memory, or over very many sources in a cache beside the user's data."""

from __future__ import annotations

from briefing import user_folders
from briefing.finder.index import Index
from briefing.model import Brief

MOST_IN_MEMORY = 100_000  # sources


def index_for(brief: Brief) -> Index:
    """Return the index of a brief, as it was left or empty. It is never part of the brief's file."""
    if len(brief.sources) <= MOST_IN_MEMORY:
        return Index()
    return Index(user_folders.data_dir() / "search" / brief.id)
