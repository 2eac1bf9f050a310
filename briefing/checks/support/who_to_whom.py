"""Who did what to whom: a claim that turns round the two sides of a verb of its quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.checks.support.marks import DIFFERS, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.lexicon import FINITE, PAST, words_of
from briefing.language.tokens import Token

# Past so many deeds of one text the rest is not asked.
_MOST = 40
# How far either side of a verb is looked for, and how many words of it are kept.
_REACH, _KEPT = 7, 4
# Both sides do these to one another.
_MUTUAL = words_of("""
    met married joined merged agreed talked fought played faced spoke cooperated shared traded bordered tied
    clashed signed negotiated divorced worked lived equalled matched said told added based related used called
    named led united included compared""")
# Past forms that are the present one too.
_UNCHANGED = words_of("beat hit hurt bid cut shut")
_BEFORE_VERB = FINITE | words_of("be been being also then again later had has have soon")
_BEING = words_of("is are was were be been being get got gets")


@dataclass(frozen=True, slots=True)
class DeedFact:
    """A verb with the stems of its subject and of its object, and the span of all three."""

    verb: str
    subject: frozenset[str]
    object: frozenset[str]
    start: int
    end: int


def check(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a mark for each verb whose subject and object a quote has the other way round, and none as the
    claim has them.
    """
    mine = deeds(claim)
    if not mine:
        return
    theirs = [(q, deed) for q in quotes for deed in deeds(q.reading)]
    for deed in mine:
        same = [(q, d) for q, d in theirs if d.verb == deed.verb]
        turned = next(((q, d) for q, d in same if _is_turned(deed, d)), None)
        if turned is None or any(_agrees(deed, d) for _q, d in same):
            continue
        quoted, other = turned
        words = quoted.words(other.start, other.end)
        why = f"The quote has it the other way round: “{words}”."
        place = (quoted.place(other.start, other.end),)
        yield Mark(deed.start, deed.end, "verb", DIFFERS, "", why, place)


def _is_turned(mine: DeedFact, theirs: DeedFact) -> bool:
    return bool(mine.subject & theirs.object and mine.object & theirs.subject) and not _agrees(mine, theirs)


def _agrees(mine: DeedFact, theirs: DeedFact) -> bool:
    return bool(mine.subject & theirs.subject or mine.object & theirs.object)


@lru_cache(maxsize=8192)
def deeds(reading: TextReading) -> tuple[DeedFact, ...]:
    """Return what is done by one to another in a text, in order; at most forty."""
    found: list[DeedFact] = []
    for index, word in enumerate(reading.words):
        if len(found) == _MOST:
            break
        deed = _deed(reading.words, index) if _is_verb(word) or word.low == "than" else None
        if deed is not None:
            found.append(deed)
    return tuple(found)


def _is_verb(word: Token) -> bool:
    low = word.low
    return (low in PAST or low in _UNCHANGED or low.endswith("ed")) and low not in _MUTUAL and word.content


def _deed(words: Sequence[Token], index: int) -> DeedFact | None:
    """Return the deed of a verb, or of what stands before "than" ("larger than"); None without two sides."""
    at = index - 1 if words[index].low == "than" else index
    if at < 1:
        return None
    before, after = _side_before(words, at), _side_after(words, index)
    if not before or not after:
        return None
    subject, other = (frozenset(w.stem for w in side) for side in (before, after))
    if _is_passive(words, index, after[0]):
        subject, other = other, subject
    return DeedFact(words[at].stem, subject, other, before[0].start, after[-1].end)


def _side_before(words: Sequence[Token], at: int) -> list[Token]:
    """Return the words right before a verb that name its subject, those of helping verbs passed over."""
    found: list[Token] = []
    for index in range(at - 1, max(-1, at - _REACH), -1):
        word = words[index]
        if word.clause != words[at].clause or len(found) == _KEPT:
            break
        if word.low in _BEFORE_VERB or word.low.endswith("ly"):
            if found:
                break
        elif word.content:
            found.insert(0, word)
        else:
            break
    return found


def _side_after(words: Sequence[Token], at: int) -> list[Token]:
    """Return the words right behind a verb that name its object, articles passed over."""
    found: list[Token] = []
    for word in words[at + 1 : at + 1 + _REACH]:
        if word.clause != words[at].clause or len(found) == _KEPT:
            break
        if word.content:
            found.append(word)
        elif found or word.low not in _OPENING:
            break
    return found


_OPENING = words_of("the a an its their his her by")


def _is_passive(words: Sequence[Token], index: int, object_: Token) -> bool:
    """Whether a verb is in the passive with its doer: "was accused by Moscow"."""
    behind = any(w.low == "by" and w.end < object_.start for w in words[index + 1 : index + 3])
    return behind and any(w.low in _BEING for w in words[max(0, index - 3) : index])
