"""A claim that uses the opposite of a word of its quotes, or a stage that they do not reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from briefing.checks.findings import Severity
from briefing.checks.support.marks import ABSENT, DIFFERS, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.checks.support.surroundings import around, in_one_place, in_the_same, of_the_same, shared
from briefing.language.lexicon import words_of
from briefing.language.operators import NEGATION
from briefing.language.opposites import OF_MANY, OF_ONE_SORT, OPPOSITES, STAGES, TURNING, undone
from briefing.language.tokens import Token

# Past so many words of a claim, and places of a word in one quote, the rest is not asked.
_MOST = 40
# Forms whose stem has an opposite and which have none.
_NO_OPPOSITE = words_of("lasts lasted lasting firstly lastly mosts falls")
# Words that in a date or an amount only place it: "late 2019", "the first week", "a majority of 5 to 4".
_OF_DATES = words_of("""
    first last late early before after end beginning start earlier later majority most more""")
# Two words that together say something else.
_PHRASES = words_of("""
    at_most at_least at_first at_last at_best at_worst no_more no_less more_than less_than fewer_than
    decline_to declined_to declines_to lead_to due_to day_after day_before last_name first_name more_or
    or_less soon_after shortly_after shortly_before as_well as_good
    grow_up grew_up growing_up lost_ground once_more cardiac_arrest house_arrest""")


@dataclass(frozen=True, slots=True)
class TurnedFact:
    """A word of a claim that has an opposite or an earlier stage: the stems that say the same, those that say
    the opposite and those of other stages. `turning`: stems that may bear it out, none where its absence says
    nothing.
    """

    word: Token
    same: frozenset[str]
    other: frozenset[str]
    stages: frozenset[str]
    turning: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of a quote that answers one of the claim, and how many words round both are the same."""

    quoted: Quoted
    word: Token
    shared: int


def check(claim: TextReading, quotes: Sequence[Quoted], skipped: Set[int]) -> Iterator[Mark]:
    """Yield a mark for each word whose opposite or other stage, and not itself, stands among the same words
    of a quote; and a note for each word of direction, measure or outcome that no quote bears out.

    `skipped`: indices of words that are denied or quoted, which are asked elsewhere.
    """
    facts = (_fact(claim, index) for index in range(len(claim.words)) if index not in skipped)
    for fact in islice((f for f in facts if f is not None), _MOST):
        yield from _marks(claim, fact, quotes)


def _fact(claim: TextReading, index: int) -> TurnedFact | None:
    word, stem = claim.words[index], claim.meanings[index]
    same, other = OPPOSITES.get(stem, (frozenset(), frozenset()))
    alike, stages = STAGES.get(stem, (frozenset(), frozenset()))
    other, turning = other | undone(word), TURNING.get(stem, frozenset())
    if not (other or stages or turning) or _is_phrase(claim, index):
        return None
    return TurnedFact(word, same | alike | {stem}, other, stages - same, turning)


def _is_phrase(claim: TextReading, index: int) -> bool:
    """Whether a word belongs to a measure, a date or an idiom: "at most", "more than 30", "last week",
    "declined to".
    """
    word, words = claim.words[index], claim.words
    before = words[index - 1].low if index else ""
    after = words[index + 1].low if index + 1 < len(words) else ""
    return (
        word.low in _NO_OPPOSITE
        or f"{before}_{word.low}" in _PHRASES
        or f"{word.low}_{after}" in _PHRASES
        or (word.low in ("before", "after") and after[:1].isdigit())
        or (word.low in _OF_DATES and any(start <= word.start < end for start, end in _measured(claim)))
    )


def _measured(claim: TextReading) -> Iterator[tuple[int, int]]:
    """Yield the spans of the dates and amounts of a claim."""
    yield from ((w.start, w.end) for w in claim.times)
    yield from ((a.start, a.end) for a in claim.amounts)


def _marks(claim: TextReading, fact: TurnedFact, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    found = _nearest(claim, fact, fact.same, quotes)
    against = _nearest(claim, fact, fact.other | fact.stages, quotes)
    if against is not None and _answers(claim, fact, against) and (not found or _of_another(found, against)):
        yield _differs(claim, fact, against)
    elif found is None and against is not None and _is_another_kind(claim, fact, against):
        yield _of_another_kind(fact, against)
    elif found is None and fact.turning and not _borne_out(fact, quotes):
        word = fact.word
        why = f"No quote says “{word.text}”, nor a word for it."
        yield Mark(word.start, word.end, "verb", ABSENT, "", why, most="note")


def _answers(claim: TextReading, fact: TurnedFact, against: PlacedWord) -> bool:
    """Whether a quote's word is said of the same thing, and nothing beside it turns it round once more
    ("increasing losses").
    """
    reading = against.quoted.reading
    if _is_of_both(claim, fact, against):
        return False
    return of_the_same(claim, fact.word, reading, against.word) and not (
        around(reading, against.word) & (fact.turning | fact.same)
    )


def _is_of_both(claim: TextReading, fact: TurnedFact, against: PlacedWord) -> bool:
    """Whether the claim has the quote's word too, and not the other way round: "the upper and the lower town"
    where a quote has the lower one only.
    """
    reading, theirs = against.quoted.reading, against.quoted.reading.words.index(against.word)
    own = claim.places.get(against.word.stem, ())
    mine = claim.words.index(fact.word)
    return bool(own) and (
        not in_one_place(claim, mine, reading, theirs)
        or any(in_one_place(claim, at, reading, theirs) for at in own)
    )


def _is_another_kind(claim: TextReading, fact: TurnedFact, against: PlacedWord) -> bool:
    """Whether a quote has another thing of the same sort in a sentence on the same: "clerk", "dentist"."""
    reading = against.quoted.reading
    return _are_of_one_sort(fact, against) and in_the_same(claim, fact.word, reading, against.word)


def _are_of_one_sort(fact: TurnedFact, against: PlacedWord) -> bool:
    """Whether the two words name things of one sort."""
    return against.word.stem in OF_ONE_SORT.get(fact.word.stem, (frozenset(), frozenset()))[1]


def _of_another_kind(fact: TurnedFact, against: PlacedWord) -> Mark:
    mine, theirs = fact.word, against.word
    why = f"No quote says “{mine.text}”: the quote has “{theirs.text}”."
    place = against.quoted.place(theirs.start, theirs.end)
    return Mark(mine.start, mine.end, "verb", ABSENT, "", why, (place,))


def _of_another(found: PlacedWord, against: PlacedWord) -> bool:
    """Whether the same word is said of something else there: "exports fell as imports rose"."""
    if found.shared or found.word.clause == against.word.clause:
        return False
    return bool(around(found.quoted.reading, found.word)) and against.shared > 1


def _differs(claim: TextReading, fact: TurnedFact, against: PlacedWord) -> Mark:
    mine, theirs, reading = fact.word, against.word, against.quoted.reading
    same = mine.stem not in OF_MANY and in_one_place(
        claim, claim.words.index(mine), reading, reading.words.index(theirs)
    )
    why = (
        f"“{mine.text}” is the opposite of the quote’s “{theirs.text}”."
        if theirs.stem in fact.other
        else f"The claim says “{mine.text}”, the quote “{theirs.text}”."
    )
    place = against.quoted.place(theirs.start, theirs.end)
    most: Severity = "error" if same else "warning" if _are_of_one_sort(fact, against) else "note"
    return Mark(mine.start, mine.end, "verb", DIFFERS, theirs.text, why, (place,), most=most)


def _nearest(
    claim: TextReading, fact: TurnedFact, sought: Iterable[str], quotes: Sequence[Quoted]
) -> PlacedWord | None:
    """Return the place of one of these stems that shares most with what stands round the claim's word; None
    where the quotes have none that holds.
    """
    best: PlacedWord | None = None
    for quoted, at in _placed(sought, quotes):
        reading, theirs = quoted.reading, quoted.reading.words[at]
        if _is_denied(reading, at) or _undone(reading, at):
            continue
        count = shared(claim, fact.word, reading, theirs)
        if best is None or count > best.shared:
            best = PlacedWord(quoted, theirs, count)
    return best


def _placed(sought: Iterable[str], quotes: Sequence[Quoted]) -> Iterator[tuple[Quoted, int]]:
    """Yield where these stems stand in the quotes, with the index of the word."""
    wanted = frozenset(sought)
    for quoted in quotes if wanted else ():
        places = quoted.reading.meant_at
        if held := wanted & places.keys():
            yield from ((quoted, at) for at in sorted({i for s in held for i in places[s]})[:_MOST])


def _is_denied(reading: TextReading, at: int) -> bool:
    """Whether the clause of a word has a denial that is not the word itself ("denied the report")."""
    word = reading.words[at]
    return word.clause in reading.negated and not any(
        o.start <= word.start < o.end for o in reading.operators if o.kind == NEGATION
    )


# What makes an end of what a clause behind it says: "closes a loophole that allows".
_ENDING = words_of("""
    close closes closed closing end ends ended ending stop stops stopped scrap scraps scrapped
    lift lifts lifted repeal repeals repealed remove removes removed abolish abolishes abolished
    reverse reverses reversed overturn overturns overturned""")


def _undone(reading: TextReading, at: int) -> bool:
    """Whether a word stands in a clause on something that is brought to an end."""
    word = reading.words[at]
    opens = next((i for i in range(at, max(-1, at - 8), -1) if reading.words[i].clause != word.clause), -1)
    if opens < 0 or reading.words[opens + 1].low not in ("that", "which"):
        return False
    return any(w.low in _ENDING for w in reading.words[max(0, opens - 4) : opens + 1])


def _borne_out(fact: TurnedFact, quotes: Sequence[Quoted]) -> bool:
    """Whether a quote has a word that may bear the claim's out, or denies its opposite."""
    return any(s in q.reading.meant_at for q in quotes for s in fact.turning) or any(
        _is_denied(q.reading, at) for q, at in _placed(fact.other, quotes)
    )
