"""Whether two amounts count the same thing, by what stands round them."""

from __future__ import annotations

import re

from briefing.checks.support.counted import Counted
from briefing.language.stems import stem_of

_ANYBODY = frozenset(stem_of(word, "en") for word in ("people", "persons", "others", "victims", "lives"))
_PERSONS = frozenset(
    ("", "soldiers", "fighters", "civilians", "children", "women", "men", "police", "journalists", "refugees",
     "aid workers")
)  # fmt: skip
_GOES_ON = re.compile(r"\s(?:up|down|ahead|behind|lead|advantage|at half)\b", re.IGNORECASE)
# Two counts that are both larger are hardly alike by chance.
_SMALL = 100
_HEADED = ("count", "ordinal", "label")


def linked(one: Counted, two: Counted, sole: bool) -> bool:
    """Whether two amounts are of the same thing beyond reasonable doubt: two words that say something are
    shared, or one where the quotes have no other amount of the sort (`sole`).
    """
    if one.may_be_a_year or two.may_be_a_year:
        return False
    strength = _strength(one, two)
    if one.sort == "score":
        return strength >= 2 and not _is_of_half_a_game(two)
    return strength >= 2 or (strength == 1 and sole)


def _is_of_half_a_game(score: Counted) -> bool:
    """Whether a score is not the last one: "1-0 up"."""
    return bool(_GOES_ON.match(score.reading.text, score.amount.end))


def _strength(one: Counted, two: Counted) -> int:
    """Return how many signs there are that two amounts are of one thing, 0 where one sign speaks against."""
    if one.fate and two.fate and one.fate != two.fate:
        return 0
    if one.sort != two.sort and not (one.amount.unit and two.amount.unit):
        return 0
    if one.sort in _HEADED and _of_other_things(one, two):
        return 0
    shared = (one.near & two.near) | (one.heads & two.heads)
    same_group = bool(one.group[0]) and one.group[0] == two.group[0] and not one.heads & two.heads
    return len(shared) + (bool(one.fate) and one.fate == two.fate) + same_group


def _of_other_things(one: Counted, two: Counted) -> bool:
    """Whether the words behind two numbers name other things: journalists, and rounds of talks."""
    if not one.heads or not two.heads or one.heads & two.heads:
        return False
    if one.group[0] and one.group[0] == two.group[0]:
        return False
    anybody = (one.heads | two.heads) & _ANYBODY and {one.group[0], two.group[0]} <= _PERSONS
    return not (anybody and (one.fate or (one.verb and one.verb == two.verb)))


def unrelated(one: Counted, two: Counted) -> bool:
    """Whether two small counts of one value are of other things, seven journalists and seven rounds of talks,
    and nothing else round them is alike.
    """
    if one.sort != "count" or two.sort != "count" or one.amount.value > _SMALL or one.near & two.near:
        return False
    if (one.heads | two.heads) & _ANYBODY or (one.fate and one.fate == two.fate):
        return False
    return _of_other_things(one, two)
