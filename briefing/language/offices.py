"""Offices in a text: foreign minister, deputy chief of police."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefing.language.lexicon import either

_HEAD = (
    "minister|ministry|president|secretary|chief|commander|spokesman|spokeswoman|spokesperson|"
    "ambassador|governor|mayor|chancellor|premier|envoy|ministers|officials?"
)
_ANY_HEAD = re.compile(
    "inist|resident|ecretar|hief|ommand|pokes|mbassad|overnor|ayor|hancell|remier|nvoy|fficial"
)
_KIND = (
    "foreign|defen[cs]e|interior|finance|prime|health|justice|energy|economy|trade|transport|education|agriculture|labou?r|culture|environment"
    "|vice|deputy|former|acting|state|affairs|national|opposition|army|police|navy|intelligence|military|government|presidential|home|security|civilian"
)
_EITHER_KIND, _EITHER_HEAD = either(_KIND.split("|")), either(_HEAD.split("|"))
_ROLE = re.compile(
    rf"\b(?P<kind>(?:(?:{_EITHER_KIND})[ ]){{0,6}})(?P<head>{_EITHER_HEAD})(?:\b(?:[ ]of[ ](?:national[ "
    rf"])?(?P<of>{_EITHER_KIND})\b)?)(?!\w)",
    re.IGNORECASE,
)


LESSER = frozenset(("vice", "deputy", "former", "acting"))


class Office(NamedTuple):
    """An office in a text: its place in code points, what its head is ("minister") and of what
    ("foreign").
    """

    start: int
    end: int
    head: str
    kinds: frozenset[str]


@lru_cache(maxsize=4096)
def offices(text: str) -> tuple[Office, ...]:
    """Return the offices that a text names, in order."""
    return tuple(map(_office, _ROLE.finditer(text))) if _ANY_HEAD.search(text) else ()


def _office(match: re.Match[str]) -> Office:
    words = (
        f"{match['kind']} {match['of'] or ''}".lower()
        .replace("defence", "defense")
        .replace("labour", "labor")
    )
    head = (
        match["head"]
        .lower()
        .rstrip("s")
        .replace("ministry", "minister")
        .replace("spokeswoman", "spokesman")
        .replace("spokesperson", "spokesman")
    )
    return Office(match.start(), match.end(), head, frozenset(words.split()) - {"affairs", "national"})
