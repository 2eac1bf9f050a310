"""Who holds an office: a claim that makes somebody foreign minister whom no quote calls so.

Ministries are mixed up in briefs more than anything else of a name. A bare title ("President Erdogan", "the
spokesman") is courtesy, and who heads a government is common knowledge: these are not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Mark, Named
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.names import folded
from briefing.language.offices import LESSER, Office, offices
from briefing.language.stems import stem_of

_NAME = (
    r"(?-i:[A-ZÀ-Þ])[\w’'-]{1,30}(?:[ ](?:(?:al|el|bin|ibn|van|von|de|der)[ "
    r"-])?(?-i:[A-ZÀ-Þ])[\w’'-]{1,30}){0,3}"
)
_AFTER = re.compile(
    rf"(?:[ ]of[ ](?:the[ ])?{_NAME},)?,?[ ](?P<name>{_NAME})(?=[,.;:)]|[ ](?-i:[a-z])|$)", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"(?P<name>{_NAME})(?:,|[ ](?:is|was|became|becomes|as)|,[ ]who[ ](?:is|was))[ ](?:the[ ]|an?[ ]|now[ "
    rf"])*(?:[\w’'-]{{1,30}}[ ]){{0,2}}$",
    re.IGNORECASE,
)
_COUNTERPART = frozenset((stem_of("counterpart", "en"), stem_of("colleague", "en")))
_REACH, _MOST = 90, 40
# Who heads a government needs no quote; "former" and the like do.
_COMMON = frozenset(("prime",))
_HIGH = frozenset(("president", "chancellor", "premier"))


def check(
    claim: TextReading, quotes: Sequence[Quoted], names: Sequence[Named], reported: Sequence[Mark]
) -> Iterator[Mark]:
    """Yield a mark for each office that the claim gives somebody and no quote does. `reported`: marks
    that stand there already.

    The role of the brief's own actor of that name bears it out, or differs. Else it is absent, and never more
    than a warning: the quote need not repeat what everybody knows.
    """
    if not _can_be_read(claim, quotes):
        return
    given = [(q, o, who) for q in quotes for o, who in held(q.reading.text)]
    around = [pair for q in quotes for side in (q.cited.before, q.cited.after) for pair in held(side)]
    borne_out = [*((o, who) for _q, o, who in given), *around]
    for office, holder in held(claim.text):
        if not _is_asked(office, holder, reported) or _is_borne_out(office, holder, borne_out):
            continue
        mark = (
            _by_role(claim, office, holder, names)
            or _another(claim, office, holder, given)
            or _absent(claim, office, holder)
        )
        if mark is not None:
            yield mark


def _can_be_read(claim: TextReading, quotes: Sequence[Quoted]) -> bool:
    """Whether offices can be compared: "his counterpart" has the office too."""
    return not any(_COUNTERPART & r.places.keys() for r in (claim, *(q.reading for q in quotes)))


def _is_asked(office: Office, holder: str, reported: Sequence[Mark]) -> bool:
    marked = any(m.start < office.end and office.start < m.end for m in reported)
    return bool(holder and office.kinds) and not marked


def _is_borne_out(office: Office, holder: str, given: Sequence[tuple[Office, str]]) -> bool:
    """Whether a quote gives the office to the same person, or to nobody by name."""
    return any(_same(office, other) and (not who or _last(who) == _last(holder)) for other, who in given)


@lru_cache(maxsize=4096)
def held(text: str) -> tuple[tuple[Office, str], ...]:
    """Return the offices of a text, each with the name of whom it gives it, "" for nobody; forty at most."""
    return tuple((office, _holder(text, office)) for office in offices(text)[:_MOST])


def _holder(text: str, office: Office) -> str:
    after = _AFTER.match(text, office.end, office.end + _REACH)
    if after and (text[office.end] != "," or " " in after["name"]):
        return after["name"]
    before = _BEFORE.search(text, max(0, office.start - _REACH), office.start)
    return before["name"] if before else ""


def _last(name: str) -> str:
    return folded(name.split()[-1])


def _by_role(claim: TextReading, office: Office, holder: str, names: Sequence[Named]) -> Mark | None:
    """Return the mark of an office that the brief's own actor of that name has, or has another of its
    kind.
    """
    words, last = claim.text[office.start : office.end], _last(holder)
    for known in names:
        ways = (way for way in (known.name, *known.aliases) if way.strip())
        roles = [r for r, _who in held(known.role) if r.head == office.head]
        if not roles or not any(_last(way) == last for way in ways):
            continue
        same = any(
            not r.kinds or (office.kinds <= r.kinds and not LESSER & (r.kinds - office.kinds)) for r in roles
        )
        why = f"The brief has {known.name} as “{known.role}”."
        if not same:
            why = f"The claim says “{words}”, the brief has {known.name} as “{known.role}”."
        return Mark(
            office.start, office.end, "name", FOUND if same else DIFFERS, "" if same else known.role, why
        )
    return None


def _same(one: Office, two: Office) -> bool:
    """Whether two offices may be one: of one head, or of one department (health secretary, health
    minister).
    """
    return one.head == two.head or bool((one.kinds & two.kinds) - LESSER)


def _another(
    claim: TextReading, office: Office, holder: str, given: Sequence[tuple[Quoted, Office, str]]
) -> Mark | None:
    """Return a mark where a quote gives him another office, or the office to somebody else."""
    words = claim.text[office.start : office.end]
    for quoted, other, who in given:
        seen = quoted.words(other.start, other.end)
        where = (quoted.place(other.start, other.end),)
        if who and _last(who) == _last(holder) and (other.kinds or other.head in _HIGH):
            why = f"The claim says “{words}”, the quote has {who} as “{seen}”."
            return Mark(office.start, office.end, "name", DIFFERS, seen, why, where)
        if who and (other.head, other.kinds) == (office.head, office.kinds):
            why = f"The quote’s “{seen}” is {who}, not {holder}."
            return Mark(office.start, office.end, "name", DIFFERS, who, why, where)
    return None


def _absent(claim: TextReading, office: Office, holder: str) -> Mark | None:
    if office.kinds <= _COMMON:
        return None
    words = claim.text[office.start : office.end].lower()
    return Mark(
        office.start,
        office.end,
        "name",
        ABSENT,
        "",
        f"No quote says that {holder} is {words}.",
        most="warning",
    )
