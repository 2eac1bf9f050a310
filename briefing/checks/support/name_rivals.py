"""Another name in the place of the claim's: whom a quote has do what the claim has somebody else do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.checks.support.alignment import AlignedFact
from briefing.checks.support.name_answers import NameFact
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.names import CapitalRun, bare, folded, runs
from briefing.language.openings import is_common
from briefing.language.tokens import index_at

# A name of one of these may hold the other, so that neither rules the other out.
_HOLDING = frozenset(
    ("=britain", "=england", "=scotland", "=wales", "=northernireland", "=europe", "=africa", "=asia",
     "=arabia", "=islam", "=us", "=texas", "=russia", "=chechnya", "=ukraine", "=crimea", "=kurdistan")
)  # fmt: skip
_BE = ("is", "was", "are", "were", "be", "been", "being")
_MOST = 60


def rivals(fact: NameFact, quotes: Sequence[Quoted]) -> Iterator[AlignedFact[CapitalRun]]:
    """Yield the names of the quotes that stand where the claim has this one, those of them surely that share
    its series, its family name and what is said of them, or its verb and object.
    """
    spoken = {folded(w.text) for w in fact.claim.words if not w.text[0].islower()}
    for quoted in quotes:
        for other, forms in _folded_runs(quoted.reading.text):
            if forms <= spoken or all(is_common(bare(w.low)) for w in other.words):
                continue
            yield AlignedFact(quoted, other, agrees=False, sure=_is_sure(fact, quoted.reading, other))


@lru_cache(maxsize=4096)
def _folded_runs(text: str) -> tuple[tuple[CapitalRun, frozenset[str]], ...]:
    """Return the first names of a text, each with the folded forms of its words."""
    return tuple((run, frozenset(folded(w.text) for w in run.words)) for run in runs(text)[:_MOST])


def _is_sure(fact: NameFact, reading: TextReading, other: CapitalRun) -> bool:
    """Whether another name rules the claim's out."""
    if _same_code(fact.run, other):
        return True
    if _is_a_people(fact.run):
        return _is_a_people(other) and _says_of_what(fact, reading, other)
    return not _may_be_one(fact, other) and _in_one_role(fact, reading, other)


def _may_be_one(fact: NameFact, other: CapitalRun) -> bool:
    """Whether two names may be of one body: they share more than a family name, or begin alike ("Hibs",
    "Hibernian").
    """
    theirs = [folded(w.text) for w in other.words]
    if theirs[0][:3] == fact.forms[0][:3]:
        return True
    shared = set(fact.parts) & set(theirs)
    return bool(shared) and not (shared == {fact.parts[-1]} == {theirs[-1]})


def _same_code(one: CapitalRun, two: CapitalRun) -> bool:
    """Whether two names are of one series: M4 and M5."""
    if len(one.words) != 1 or len(two.words) != 1:
        return False
    first, second = one.words[0].text, two.words[0].text
    return (
        any(c.isdigit() for c in first)
        and first[0] == second[0]
        and re.sub(r"\d", "", first) == re.sub(r"\d", "", second)
    )


def _in_one_role(fact: NameFact, reading: TextReading, other: CapitalRun) -> bool:
    """Whether two names do the same to the same, or have it done by them."""
    mine, theirs = _words_after(fact.claim, fact.run), _words_after(reading, other)
    if len(mine) > 1 and mine[:2] == theirs[:2]:
        return True
    by = _done_by(fact.claim, fact.run)
    return bool(by) and by == _done_by(reading, other)


def _words_after(reading: TextReading, run: CapitalRun) -> list[str]:
    """Return the stems of the words behind a name that say something, to the end of its clause."""
    at = index_at(reading.words, run.words[-1].start) + 1
    clause = run.words[-1].clause
    rest = [w for w in reading.words[at : at + 8] if w.clause == clause]
    if not rest or rest[0].low in ("and", "or", "of", "in"):
        return []
    return [w.stem for w in rest if w.content and w.text.islower()]


def _done_by(reading: TextReading, run: CapitalRun) -> str:
    """Return the stem of what is done by a name, "" where nothing is."""
    at = index_at(reading.words, run.words[0].start)
    before = reading.words[max(at - 2, 0) : at]
    if len(before) < 2 or before[1].low != "by" or not before[0].content:
        return ""
    return before[0].stem


def _is_a_people(run: CapitalRun) -> bool:
    return len(run.words) == 1 and folded(run.words[0].text).startswith("=")


def _says_of_what(fact: NameFact, reading: TextReading, other: CapitalRun) -> bool:
    """Whether two adjectives of a people say it of the same: "an American film", "a Pakistani film"."""
    one, two = fact.forms[0], folded(other.words[0].text)
    if one in _HOLDING and two in _HOLDING:
        return False
    if _is_predicate(fact.claim, fact.run) and _is_predicate(reading, other):
        return True
    return bool(_heads(fact.claim, fact.run) & _heads(reading, other))


def _heads(reading: TextReading, run: CapitalRun) -> frozenset[str]:
    """Return the stems of the words that an adjective of a people may say something of."""
    at = index_at(reading.words, run.words[0].start)
    clause = reading.words[at].clause
    rest = (w for w in reading.words[at + 1 : at + 5] if w.clause == clause)
    return frozenset(w.stem for w in rest if w.content and w.text.islower())


def _is_predicate(reading: TextReading, run: CapitalRun) -> bool:
    """Whether a name is what something is: "is an American", "is a 2005 American"."""
    at = index_at(reading.words, run.words[0].start)
    before = [w for w in reading.words[max(at - 3, 0) : at] if not w.text[0].isdigit()]
    before = [w for w in before if w.low not in ("a", "an", "only", "also", "former")]
    return bool(before) and before[-1].low in _BE
