"""Finding words in all sources at once: what is typed, the index, and the passages that are shown."""

from __future__ import annotations

from briefing.search.filters import Filters, merged
from briefing.search.finding import Hit, search
from briefing.search.index import Index
from briefing.search.query import Query, Term, parse

__all__ = ["Filters", "Hit", "Index", "Query", "Term", "merged", "parse", "search"]
