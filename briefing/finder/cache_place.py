"""Where the index of a brief lies: in memory, or over very many sources in a cache beside the user's data;
and the vectors of its sentences beside it.
"""

from __future__ import annotations

from pathlib import Path

from briefing import user_folders
from briefing.finder.index import Index
from briefing.finder.vector_cache import VectorCache
from briefing.model import Brief

MOST_IN_MEMORY = 100_000  # sources


def index_for(brief: Brief) -> Index:
    """Return the index of a brief, as it was left or empty. It is never part of the brief's file."""
    if len(brief.sources) <= MOST_IN_MEMORY:
        return Index()
    return Index(_folder_of(brief))


def vectors_for(brief: Brief) -> VectorCache:
    """Return where the vectors of a brief's sentences are kept; no file is made before there are some."""
    return VectorCache(_folder_of(brief))


def _folder_of(brief: Brief) -> Path:
    return user_folders.data_dir() / "search" / brief.id
