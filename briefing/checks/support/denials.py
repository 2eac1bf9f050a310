"""Negation added or dropped: asked of the same word, never of a clause as a bag of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.lexicon import words_of
from briefing.language.operators import NEGATION, Operator
from briefing.language.opposites import OPPOSITES, opposite, undone
from briefing.language.tokens import Token, stems

# A claim with more denials and doubts than this is no sentence: past these the rest is not compared.
_MOST = 40
# A clause with one of these may speak of what is not there without a "not".
_LACKING = words_of("""
    unclear unknown missing awaited absent few little hardly barely unlikely impossible scarce
    reject rejected rejects dismissed refuted""")
# What follows one of these closely is not: "halted the flights".
_ENDED = _LACKING | words_of("""
    halted halts suspended stopped stops ended cancelled canceled banned bans blocked blocks barred prevented
    prevents avoided despite lost lose loses losing lack lacks lacked lacking cut cuts""")
# What stands after a word and says that it is not there: "power was out".
_GONE = words_of("out off gone lost missing absent lacking unavailable down cut")


def check(claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield a mark for each negation of the claim, and one for each word it asserts that the quotes deny."""
    english = [q for q in quotes if q.reading.english]
    if not english:
        return
    for operator in claim.operators[:_MOST]:
        if operator.kind == NEGATION and not _inside(operator.start, operator.end, taken):
            mark = _added(claim, operator, english)
            if mark is not None:
                yield mark
    yield from _dropped(claim, english, taken)


def _inside(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in taken)


def _added(claim: TextReading, operator: Operator, quotes: Sequence[Quoted]) -> Mark | None:
    anchors = {claim.words[i].stem for i in operator.anchors}
    words = claim.text[operator.start : operator.end]
    asserted = None
    for quoted in quotes:
        denied = quoted.reading.in_denial
        for index in sorted(i for a in anchors for i in quoted.reading.places.get(a, ())):
            word = quoted.reading.words[index]
            if index in denied or (index and quoted.reading.words[index - 1].low == "non"):
                why = f"The quote denies “{word.text}” too."
                return Mark(
                    operator.start,
                    operator.end,
                    "negation",
                    FOUND,
                    word.text,
                    why,
                    (quoted.place(word.start, word.end),),
                )
            if _rejected(quoted.reading, index) or _gone(quoted.reading, index):
                return Mark(
                    operator.start, operator.end, "negation", FOUND, "", "The quote says so in other words."
                )
            asserted = asserted or (quoted, word)
    if asserted is not None and _denied_later(*asserted):
        return Mark(operator.start, operator.end, "negation", FOUND, "", "The quote says so in other words.")
    if asserted is not None and claim.times and _until(claim, operator):
        why = f"The quote has “{asserted[1].text}”; the day itself is compared apart."
        return Mark(operator.start, operator.end, "negation", FOUND, asserted[1].text, why)
    if asserted is not None:
        quoted, word = asserted
        why = f"The claim says “{words}”, the quote does not deny “{word.text}”."
        return Mark(
            operator.start,
            operator.end,
            "negation",
            DIFFERS,
            word.text,
            why,
            (quoted.place(word.start, word.end),),
            denies=True,
        )
    if _in_other_words(claim, operator, quotes, anchors):
        return Mark(operator.start, operator.end, "negation", FOUND, "", "The quote says so in other words.")
    if any(o.kind == NEGATION for q in quotes for o in q.reading.operators):
        return None
    return Mark(operator.start, operator.end, "negation", ABSENT, "", f"No quote says “{words}”.")


_BEING = words_of("is are was were has have had been be being went still")
_PARTS = words_of("""
    and or but with on in at by to from after before over into""")


def _denied_later(quoted: Quoted, word: Token) -> bool:
    """Whether the sentence takes the word back without naming it again: "was open and is not any more"."""
    return any(
        o.kind == NEGATION and not o.anchors and o.sentence == word.sentence and o.start > word.end
        for o in quoted.reading.operators
    )


def _rejected(reading: TextReading, index: int) -> bool:
    """Whether a word of the clause, close before this one, says that it is not: "rejected the charge"."""
    word = reading.words[index]
    before = reading.words[max(0, index - 4) : index]
    for other in reversed(before):
        if other.low in _PARTS or other.clause != word.clause:
            return False
        if other.low in _ENDED:
            return word.low not in _ENDED
    return False


def _gone(reading: TextReading, index: int) -> bool:
    """Whether what follows a word says that there is none of it: "power was out", "electricity has been
    cut".
    """
    for after in reading.words[index + 1 : index + 4]:
        if after.low in _GONE:
            return True
        if after.low not in _BEING:
            return False
    return False


def _until(reading: TextReading, operator: Operator) -> bool:
    """Whether a denial ends on a day: "will not begin until Sunday" says that it begins on Sunday."""
    return operator.kind == NEGATION and any(
        w.low in ("until", "before") and w.sentence == operator.sentence and w.start > operator.end
        for w in reading.words
    )


def _in_other_words(
    claim: TextReading, operator: Operator, quotes: Sequence[Quoted], anchors: set[str]
) -> bool:
    """Whether a quote has the opposite word ("stayed" for "did not leave"), or denies words of the same
    clause.
    """
    others = frozenset[str]().union(
        *(opposite(a) for a in anchors), *(undone(claim.words[i]) for i in operator.anchors)
    )
    clause = stems(w for w in claim.words if w.clause == operator.clause and w.start > operator.end)
    for quoted in quotes:
        denied = quoted.reading.denied
        if any(i not in denied for o in others for i in quoted.reading.places.get(o, ())):
            return True
        for theirs in quoted.reading.operators[:_MOST]:
            if theirs.kind == NEGATION and clause & quoted.reading.clauses.get(theirs.clause, frozenset()):
                beyond = stems(
                    w for w in quoted.reading.words if w.clause == theirs.clause and w.start > theirs.end
                )
                if clause & beyond:
                    return True
    return False


def _places(sought: str, quotes: Sequence[Quoted]) -> list[tuple[Quoted, int]]:
    """Return where a word stands in the quotes; where it does nowhere, the words of its meaning."""
    ways: Sequence[str] = (sought,)
    if not any(sought in q.reading.places for q in quotes):
        ways = sorted(OPPOSITES.get(sought, (frozenset[str](),))[0])
    return [(q, i) for q in quotes for way in ways for i in q.reading.places.get(way, ())]


def _dropped(
    claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]
) -> Iterator[Mark]:
    lacking = {w.clause for w in claim.words if w.low in _LACKING}
    negative = {o.clause for o in claim.operators if o.kind == NEGATION}
    reported: set[int] = set()
    sound: set[str] = set()
    for number, word in enumerate(claim.words):
        if (
            not word.content
            or word.stem in sound
            or word.clause in negative | reported
            or (word.clause in lacking and word.low not in _LACKING)
            or number in claim.denied
            or _rejected(claim, number)
            or word.text[0].isdigit()
            or _inside(word.start, word.end, taken)
        ):
            continue
        seen = _places(word.stem, quotes)
        if not seen or not all(i in q.reading.denied for q, i in seen):
            sound.add(word.stem)
            continue
        quoted, index = seen[0]
        operator = next(o for o in quoted.reading.anchoring(index) if o.kind == NEGATION)
        if claim.times and _until(quoted.reading, operator):
            continue
        theirs = quoted.reading.words[index]
        start, end = min(operator.start, theirs.start), max(operator.end, theirs.end)
        words = quoted.words(start, end)
        reported.add(word.clause)
        yield Mark(
            word.start, word.end, "negation", DIFFERS, words,
            f"The quote says “{words}”: the claim leaves the denial out.",
            (quoted.place(start, end),),
        )  # fmt: skip
