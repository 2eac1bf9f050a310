"""Offices, and a claim that gives somebody another one: foreign minister for defence minister."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.checks.support.marks import DIFFERS, Mark
from briefing.checks.support.reading import Quoted, Reading

_HEAD = "minister|ministry|president|secretary|chief|commander|spokesman|spokeswoman|spokesperson|ambassador|governor|mayor|chancellor|premier|envoy|ministers|officials?"
_ANY_HEAD = re.compile(
    "inist|resident|ecretar|hief|ommand|pokes|mbassad|overnor|ayor|hancell|remier|nvoy|fficial"
)
_KIND = (
    "foreign|defen[cs]e|interior|finance|prime|health|justice|energy|economy|trade|transport|education|agriculture|labou?r|culture|environment"
    "|vice|deputy|former|acting|state|affairs|national|opposition|army|police|navy|intelligence|military|government|presidential|home|security|civilian"
)
_ROLE = re.compile(
    rf"\b(?P<kind>(?:(?:{_KIND})[ ]){{0,6}})(?P<head>{_HEAD})(?:\b(?:[ ]of[ ](?:national[ ])?(?P<of>{_KIND})\b)?)(?!\w)",
    re.IGNORECASE,
)


class Office(NamedTuple):
    """An office in a text: its place in code points, what its head is ("minister") and of what ("foreign")."""

    start: int
    end: int
    head: str
    kinds: frozenset[str]


def offices(text: str) -> tuple[Office, ...]:
    """Return the offices that a text names, in order."""
    roles = ((m, _role(m)) for m in _offices(text))
    return tuple(Office(m.start(), m.end(), head, kinds) for m, (kinds, head) in roles)


@lru_cache(maxsize=4096)
def _offices(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_ROLE.finditer(text)) if _ANY_HEAD.search(text) else ()


def check(claim: Reading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield a mark for an office that the quotes give another way: foreign minister, defence minister."""
    mine_all = _offices(claim.text)
    theirs = [(q, m) for q in quotes for m in _offices(q.reading.text)] if mine_all else []
    for match in mine_all:
        if not theirs or any(start < match.end() and match.start() < end for start, end in taken):
            continue
        mine = _role(match)
        same = [(q, m) for q, m in theirs if _role(m)[1] == mine[1]]
        if (
            not same
            or any(_role(m)[0] == mine[0] for _q, m in same)
            or (not mine[0] and not any(LESSER & _role(m)[0] for _q, m in same))
        ):
            continue
        given = [(q, m) for q, m in same if _role(m)[0]]
        if not given:
            continue
        quoted, other = given[0]
        if mine[0] < _role(other)[0] and not LESSER & _role(other)[0]:
            continue  # fewer words, the same office
        seen = other.group()
        yield Mark(
            match.start(), match.end(), "name", DIFFERS, seen, f"The claim says “{match.group()}”, the quote “{seen}”.",
            (quoted.place(*other.span()),),
        )  # fmt: skip


LESSER = frozenset(("vice", "deputy", "former", "acting"))


def _role(match: re.Match[str]) -> tuple[frozenset[str], str]:
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
    return frozenset(words.split()) - {"affairs", "national"}, head
