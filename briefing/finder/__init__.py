"""Finding words in all sources at once: what is typed, the index, and the passages that are shown."""

from __future__ import annotations

from briefing.finder.cache_place import index_for, vectors_for
from briefing.finder.filters import Filters, merged
from briefing.finder.index import Index
from briefing.finder.query import Query, QueryTerm, parse
from briefing.finder.searching import SearchHit, search

__all__ = [
    "Filters", "Index", "Query", "QueryTerm", "SearchHit",
    "index_for", "merged", "parse", "search", "vectors_for",
]  # fmt: skip
