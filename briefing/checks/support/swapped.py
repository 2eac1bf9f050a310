"""Numbers of one text that changed places: "23 dead and 7 hurt" where the quote has 7 dead and 23 hurt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.numbers import Quantity
from briefing.language.stems import stem_of
from briefing.language.tokens import index_at

# What happened to those who are counted, however it is said.
_FATES: dict[str, str] = {
    stem_of(word, "en"): fate
    for fate, words in {
        "dead": "dead death died dies dying killed kills killing fatality perished slain lives",
        "hurt": "hurt wounded wounding injured injuring injury maimed",
        "missing": "missing disappeared unaccounted",
        "held": "arrested detained arrest detention captured captive",
        "freed": "freed released release",
        "for": "favour favor supported",
        "against": "against opposed",
        "abstained": "abstained abstention abstaining",
    }.items()
    for word in words.split()
}
_REACH = 6
# With more amounts a text is a table.
_MOST, _MOST_OF_QUOTE = 40, 200
_JOINTS = frozenset(("and", "or", "but", "while", "after", "including", "with", "as", "plus"))


def crossed(
    claim: TextReading,
    amount: Quantity,
    alike: Sequence[tuple[Quoted, Quantity]],
    bearing: Sequence[tuple[Quoted, Quantity]],
) -> tuple[Quoted, Quantity] | None:
    """Return the quote's amount of what this one counts, where the one of the same value counts another; else
    None.

    Only what the claim counts too can have changed places: all other words are left alone.
    """
    if not 1 < len(claim.amounts) <= _MOST or len(alike) > _MOST or amount.unit:
        return None
    for by in (0, 1):
        mine = _counted(claim)[amount.core][by]
        others = {said[by] for core, said in _counted(claim).items() if core != amount.core} - {mine, ""}
        if not mine or not all(_of(pair, by) in others for pair in bearing):
            continue
        known = {id(a) for _q, a in bearing}
        found = next((p for p in alike if id(p[1]) not in known and _of(p, by) == mine), None)
        if found is not None:
            return found
    return None


def _of(pair: tuple[Quoted, Quantity], by: int) -> str:
    return _counted(pair[0].reading).get(pair[1].core, ("", ""))[by]


@lru_cache(maxsize=1024)
def _counted(reading: TextReading) -> dict[tuple[int, int], tuple[str, str]]:
    """Return, by the place of each amount, what happened to those counted and the word right behind it."""
    held = reading.amounts[:_MOST_OF_QUOTE]
    starts = frozenset(index_at(reading.words, a.core[0]) for a in held)
    return {a.core: (_fate(reading, a, starts), _noun(reading, a)) for a in held}


def _fate(reading: TextReading, amount: Quantity, starts: frozenset[int]) -> str:
    """Return what happened to those counted: named after the number, up to the next one, or before it."""
    words = reading.words
    first, last = index_at(words, amount.core[0]), index_at(words, amount.core[1])
    clause = words[min(first, len(words) - 1)].clause
    for side in (
        range(last, min(last + _REACH, len(words))),
        range(first - 1, max(first - 1 - _REACH, -1), -1),
    ):
        for index in side:
            word = words[index]
            if index in starts or word.low in _JOINTS or word.clause != clause:
                break
            if word.low == "against" and side.step < 0:
                break
            fate = _FATES.get(word.stem)
            if fate:
                return fate
    return ""


def _noun(reading: TextReading, amount: Quantity) -> str:
    """Return the stem of the word right behind a number, "" where none that says something stands there."""
    words = reading.words
    at = index_at(words, amount.core[1])
    if at >= len(words) or words[at].clause != words[at - 1].clause or not words[at].content:
        return ""
    return "" if words[at].stem in _FATES else words[at].stem
