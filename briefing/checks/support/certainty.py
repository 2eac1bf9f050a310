"""How sure a claim is against how sure its quotes are: modals, hedges and attributions that were dropped.

A claim may be weaker than its quotes, never stronger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.checks.findings import SEVERITIES, Severity
from briefing.checks.support import attributed
from briefing.checks.support.marks import DIFFERS, FOUND, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.checks.support.surroundings import in_the_same, is_predicate, of_one_statement
from briefing.language.lexicon import PAST, words_of
from briefing.language.operator_words import FACT, LIKELY, POSSIBLE, TO_COME
from briefing.language.operators import ATTRIBUTION, HEDGE, MODAL, Operator
from briefing.language.tokens import Token, index_at

_BE = words_of("""
    is are was were be been being am has have had became becomes become""")
_MOST = 40  # past these the rest is not compared
# What somebody can do is often what he does ("can carry nine"); "would" of a past told in order says what
# came of it as often as what might ("he would win it twice").
_OF_ABILITY = frozenset(("can", "able to"))
_OF_MORE_SENSES = words_of("would should must if could")
# What will be on a day may have been when the claim gives that day.
_TO_COME = words_of("will shall")
_OF_THE_PAST = "would"
_FEW = 5
_DOUBTFUL = 0.9  # "unlikely" leaves less than that


def check(
    claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]], dated: bool
) -> Iterator[Mark]:
    """Yield a mark for each modal and hedge of the claim, and for each that its quotes have and it dropped.

    `dated`: whether a date of the claim was found, so that an announced plan may stand as one.
    """
    stronger = [
        replace(mark, most="warning") if dated and mark.nearest.lower() in _TO_COME else mark
        for mark in _stronger(claim, quotes, taken)
    ]
    yield from stronger
    for operator in claim.operators[:_MOST]:
        if operator.kind in (MODAL, HEDGE) and not _inside(operator.start, operator.end, taken):
            yield from _own(claim, operator, quotes, stronger)
    if not stronger:
        yield from _unconditional(claim, quotes)
        yield from attributed.check(claim, quotes, dated)


def _inside(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in taken)


def _stronger(
    claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]
) -> Iterator[Mark]:
    """Yield for each clause the loudest mark of a word that all quotes doubt more than the claim."""
    loudest: dict[int, Mark] = {}
    least: dict[str, tuple[Quoted, int, Operator] | None] = {}
    for index, word in enumerate(claim.words):
        if not word.content or word.text[0].isdigit() or _inside(word.start, word.end, taken):
            continue
        if word.stem not in least:
            least[word.stem] = _least_doubted(word, quotes)
        doubted = least[word.stem]
        mark = _surer(claim, index, *doubted) if doubted is not None else None
        known = loudest.get(word.clause)
        if mark is not None and (known is None or _rank(mark) < _rank(known)):
            loudest[word.clause] = mark
    yield from loudest.values()


def _rank(mark: Mark) -> int:
    return SEVERITIES.index(mark.severity)


def _surer(claim: TextReading, index: int, quoted: Quoted, at: int, operator: Operator) -> Mark | None:
    """Return the mark of a word that a quote doubts and the claim does not, None where it does as well."""
    word = claim.words[index]
    mine = _strength(claim, index, doubted=operator.kind == HEDGE and _is_attributed(claim))
    if operator.whole:
        mine = min(mine, *(o.strength for o in claim.operators if _doubts(o, word.clause)), FACT)
    if mine <= operator.strength or not _speaks_of_it(claim, index, quoted.reading, at, operator):
        return None
    doubt = quoted.words(operator.start, operator.end)
    if doubt.lower() == "if" and (index in claim.denied or _hangs(claim, index)):
        return None  # "without a deal" is "if there is no deal", "once it is out" "if it is out"
    theirs = quoted.reading.words[at]
    start, end = min(operator.start, theirs.start), max(operator.end, theirs.end)
    why = f"The claim is surer than the quote’s “{quoted.words(start, end)}”."
    most = _loudness(doubt.lower(), claim, index, quoted.reading, at, operator)
    place = (quoted.place(start, end),)
    return Mark(word.start, word.end, operator.kind, DIFFERS, doubt, why, place, most=most)


def _is_attributed(claim: TextReading) -> bool:
    return any(o.kind == ATTRIBUTION for o in claim.operators)


def _doubts(operator: Operator, clause: int) -> bool:
    return operator.clause == clause and operator.kind in (MODAL, HEDGE)


def _loudness(
    doubt: str, claim: TextReading, index: int, reading: TextReading, at: int, operator: Operator
) -> Severity:
    """Return how bad it is: an error where claim and quote say the word of the same and the doubt bears on it
    alone; a warning where they may, or the doubt has other senses; a note of what may be another thing.
    """
    if not in_the_same(claim, claim.words[index], reading, reading.words[at]):
        return "note"
    asserted = _is_asserted(claim, index) or _is_named(operator, at)
    if not asserted or not of_one_statement(claim, index, reading, at):
        return "note"
    if doubt in _OF_ABILITY or (doubt == _OF_THE_PAST and not _is_reported(reading, operator)):
        return "note"
    close = _is_close(reading, at, operator) or _holds_all(claim, index, reading, operator)
    if doubt in _OF_MORE_SENSES or not close:
        return "warning"
    return "error"


def _is_reported(reading: TextReading, operator: Operator) -> bool:
    """Whether the sentence of a "would" says that somebody says it, or on what it hangs."""
    return any(
        o.sentence == operator.sentence and (o.kind == ATTRIBUTION or o.strength == POSSIBLE)
        for o in reading.operators[:_MOST]
        if o is not operator
    )


def _is_asserted(claim: TextReading, index: int) -> bool:
    """Whether the claim says the word of something: a predicate, or a present form behind its subject."""
    before = claim.words[index - 1] if index else None
    return is_predicate(claim, index) or (before is not None and before.content)


def _is_named(operator: Operator, at: int) -> bool:
    """Whether a doubt stands before what it doubts: "a suspected smuggler"."""
    return operator.kind == HEDGE and at in operator.anchors[:1]


def _is_close(reading: TextReading, at: int, operator: Operator) -> bool:
    """Whether a doubt bears on a word itself, or stands a few words before it in its clause."""
    if at in operator.anchors[:2]:
        return True
    first = index_at(reading.words, operator.start)
    return 0 < at - first <= _FEW and reading.words[at].clause == operator.clause


def _holds_all(claim: TextReading, index: int, reading: TextReading, operator: Operator) -> bool:
    """Whether all that a claim's clause says stands behind the doubt: nothing else of it can be meant."""
    mine = claim.clauses.get(claim.words[index].clause, frozenset())
    return len(mine) > 1 and mine <= {reading.words[at].stem for at in operator.anchors}


def _strength(claim: TextReading, index: int, *, doubted: bool) -> float:
    """Return how sure a claim is of one of its words; `doubted`: whether somebody else says it."""
    own = claim.weakest(index)
    return min(
        own.strength if own is not None else FACT,
        LIKELY if doubted or _awaited(claim, index) else FACT,
        POSSIBLE if _nearly(claim, index) else FACT,
    )


_NEARLY = re.compile(
    r"\b(?:is|are|was|were|be|been|now)[ ](?:close[ ]to|near|nearing|on[ ]the[ ]way[ ]to)\b", re.IGNORECASE
)


def _nearly(claim: TextReading, index: int) -> bool:
    """Whether a claim comes close to a word only: "is close to collapse", "are near a deal"."""
    word = claim.words[index]
    found = _NEARLY.search(claim.text, max(0, word.start - 40), word.start)
    return found is not None and claim.words[index_at(claim.words, found.start())].clause == word.clause


_AWAITED = re.compile(r"\s(?:is|are|was|were)[ ](?:widely[ ])?(?:expected|awaited|planned|scheduled|due)\b")


def _awaited(claim: TextReading, index: int) -> bool:
    """Whether a claim says of a word that it is to come: "a decision is expected"."""
    return _AWAITED.match(claim.text, claim.words[index].end) is not None


def _hangs(claim: TextReading, index: int) -> bool:
    """Whether a word stands behind "once", "when", "after": what it says is a condition there too."""
    word = claim.words[index]
    return any(
        w.low in ("once", "when", "after", "until", "provided", "unless", "pending", "should")
        for w in claim.words[max(0, index - 8) : index]
        if w.sentence == word.sentence
    )


def _least_doubted(word: Token, quotes: Sequence[Quoted]) -> tuple[Quoted, int, Operator] | None:
    """Return the surest place of a word in the quotes, with what weakens it; None where it is a fact
    somewhere.
    """
    best: tuple[Quoted, int, Operator] | None = None
    for quoted in quotes:
        for at in quoted.reading.places.get(word.stem, ()):
            if at in quoted.reading.in_denial:
                continue  # a denial, and no doubt: `denials` has it
            weakest = quoted.reading.weakest(at)
            if weakest is None or _came_true(quoted.reading, at):
                return None
            if best is None or weakest.strength > best[2].strength:
                best = quoted, at, weakest
    return best


_CAME_TRUE = re.compile(
    r"\b(?:did[ ](?:so|just|that)|(?:has|have|had)[ ]done[ ]so|doing[ ]so)\b", re.IGNORECASE
)


def _came_true(reading: TextReading, at: int) -> bool:
    """Whether the sentence of a word goes on to say that it was done: "promised to reopen it and did so"."""
    found = _CAME_TRUE.search(reading.text, reading.words[at].end)
    if found is None:
        return False
    return reading.words[index_at(reading.words, found.start())].sentence == reading.words[at].sentence


def _speaks_of_it(claim: TextReading, index: int, reading: TextReading, at: int, operator: Operator) -> bool:
    """Whether the claim asserts the word that the quote doubts, and not only has it."""
    word = claim.words[index]
    wish = operator.kind == MODAL and operator.strength == POSSIBLE and len(operator.anchors) > 2
    if operator.kind == HEDGE and at not in operator.anchors[:1]:
        mine = claim.clauses.get(word.clause, frozenset())
        return len(mine & reading.clauses.get(operator.clause, frozenset())) >= 2 and is_predicate(
            claim, index
        )
    if wish:
        return is_predicate(claim, index)
    if operator.kind == MODAL and operator.strength >= TO_COME:
        return _is_past(claim, index)
    return True


def _is_past(claim: TextReading, index: int) -> bool:
    """Whether the word is given as done, or as being so: "began", "was begun", "is permanent"."""
    word = claim.words[index]
    if any(o.kind == MODAL for o in claim.anchoring(index)):
        return False
    return (
        word.low in PAST
        or _after_be(claim, index)
        or (word.low.endswith("ed") and not _after_to(claim, index))
    )


def _after_to(claim: TextReading, index: int) -> bool:
    return index > 0 and claim.words[index - 1].low == "to"


def _after_be(claim: TextReading, index: int) -> bool:
    before = claim.words[max(0, index - 3) : index]
    for word in reversed(before):
        if word.low in _BE:
            return True
        if word.content and not word.low.endswith("ly"):
            return False
    return False


def _own(
    claim: TextReading, operator: Operator, quotes: Sequence[Quoted], stronger: Sequence[Mark]
) -> Iterator[Mark]:
    """Yield the mark of a modal or hedge of the claim: found, unless it doubts what the quotes hold
    likely.
    """
    words = claim.text[operator.start : operator.end]
    anchors = {claim.words[i].stem for i in operator.anchors}
    for quoted in quotes:
        for theirs in quoted.reading.operators[:_MOST]:
            if theirs.kind not in (MODAL, HEDGE):
                continue
            seen = quoted.words(theirs.start, theirs.end)
            place = (quoted.place(theirs.start, theirs.end),)
            shared = anchors & {quoted.reading.words[i].stem for i in theirs.anchors}
            if shared and operator.strength < _DOUBTFUL <= theirs.strength and operator.kind == HEDGE:
                why = f"The claim says “{words}”, the quote “{seen}”."
                yield Mark(operator.start, operator.end, "hedge", DIFFERS, seen, why, place)
                return
            if shared and theirs.strength >= operator.strength:
                yield Mark(
                    operator.start,
                    operator.end,
                    operator.kind,
                    FOUND,
                    seen,
                    f"The quote has “{seen}”.",
                    place,
                )
                return
    if not any(m.start <= claim.words[i].start < m.end for m in stronger for i in operator.anchors):
        yield Mark(
            operator.start,
            operator.end,
            operator.kind,
            FOUND,
            "",
            "It makes the claim no surer than its quotes.",
        )


_CONDITION = re.compile(
    r"(?<!\bas )(?<!\beven )(?<!\b(?:asked|known|clear|doubt) )(?<!\b(?:see|ask|say) )(?<!\bwonder )"
    r"\b(?:if|unless|provided(?: that)?|providing that|as long as|on condition that|in the event "
    r"(?:of|that)|only when)\b",
    re.IGNORECASE,
)
# Any of these in a claim says that it hangs on something.
_HANGS = re.compile(
    r"\b(?:if|unless|provid\w+|as long as|condition\w*|in the event|when|once|should|were|subject "
    r"to|depend\w*|pending|contingent|until|without|after|threat\w*|warn\w*|may|might|could|would)\b",
    re.IGNORECASE,
)


def _unconditional(claim: TextReading, quotes: Sequence[Quoted]) -> Iterator[Mark]:
    """Yield a mark where the quotes promise something on a condition only, and the claim promises it
    outright.
    """
    if _HANGS.search(claim.text):
        return
    for index, word in enumerate(claim.words):
        if not any(o.kind == MODAL and o.strength >= TO_COME for o in claim.anchoring(index)):
            continue
        seen = [_condition(q, i) for q in quotes for i in q.reading.places.get(word.stem, ())]
        if seen and all(seen) and (first := seen[0]):
            quoted, start, end = first
            why = f"The quote has it on a condition (“{quoted.words(start, end)} …”), the claim has none."
            yield Mark(
                word.start,
                word.end,
                "modal",
                DIFFERS,
                quoted.words(start, end),
                why,
                (quoted.place(start, end),),
            )
            return


def _condition(quoted: Quoted, index: int) -> tuple[Quoted, int, int] | None:
    """Return where the condition opens on which a quote says that a word will be, None for none."""
    reading = quoted.reading
    word = reading.words[index]
    if not any(o.kind == MODAL and o.strength >= TO_COME for o in reading.anchoring(index)):
        return None
    for found in _CONDITION.finditer(reading.text):
        at = min(index_at(reading.words, found.start()), len(reading.words) - 1)
        if reading.words[at].sentence == word.sentence:
            return quoted, found.start(), found.end()
    return None
