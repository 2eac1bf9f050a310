"""Whose story it is: articles that hand on one story are one origin, however many outlets carry it."""

from briefing.origins.agencies import agency_of, credits_of
from briefing.origins.grouping import Link, Origin, OriginEntry, Origins, group
from briefing.origins.origin_counts import count, phrase
from briefing.origins.signatures import Signatures

__all__ = [
    "Link",
    "Origin",
    "OriginEntry",
    "Origins",
    "Signatures",
    "agency_of",
    "count",
    "credits_of",
    "group",
    "phrase",
]
