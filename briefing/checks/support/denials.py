"""Denial added or dropped: asked of the predicate that is denied, never of a clause as a bag of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.checks.findings import Severity
from briefing.checks.support.alignment import AlignedFact, graded
from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Mark
from briefing.checks.support.reading import Quoted, TextReading
from briefing.checks.support.surroundings import in_the_same, is_predicate, of_one_statement
from briefing.language.lexicon import words_of
from briefing.language.operators import NEGATION, Operator
from briefing.language.opposites import OPPOSITES, STAGES, opposite, undone
from briefing.language.tokens import Token, index_at, stems

# A claim with more denials and doubts than this is no sentence: past these the rest is not compared.
_MOST = 40
# A clause with one of these may speak of what is not there without a "not".
_LACKING = words_of("""
    unclear unknown missing awaited absent few little hardly barely unlikely impossible scarce
    reject rejected rejects dismissed refuted""")
# What follows one of these closely is not: "halted the flights".
_ENDED = _LACKING | words_of("""
    halted halts suspended stopped stops ended cancelled canceled banned bans blocked blocks barred prevented
    prevents avoid avoids avoided avoiding despite lost lose loses losing lack lacks lacked lacking cut cuts
    prohibited prohibits forbidden forbids forbade scrapped abandoned averted foiled thwarted shelved
    against""")
# What stands after a word and says that it is not there: "power was out".
_GONE = words_of("out off gone lost missing absent lacking unavailable down cut")
# Words that say in passing that something is not so, or only in part: with one of these beside it a word is
# not plainly asserted.
_IN_OTHER_WORDS = _ENDED | words_of("""
    against instead only merely rather negative poor poorly bad badly lukewarm insufficient inadequate away
    refuse refuses refused passing gave until decades dislike dislikes disliked fails fail failed
    except exclude excludes excluded started yet""")
_NEGATIVE = re.compile(r"un\w{4,}(?:ed|able|al|ing|ful)|i[nm]\w{4,}[ai]ble|(?!unless)\w{3,}less")
# Where a court or a record settled it, that the accused denied it is no denial of it.
_PROVEN = words_of("guilty convicted conviction sentenced jailed proven admitted")
_IS_NO = re.compile(r"(?<=is not|as not)[ ]an?\b")
# A denial of a thing beside what is said: "without a licence". One that bears on a thing: "no date was set",
# "stayed away from the vote". One that somebody utters.
_PASSING = re.compile(r"without|instead|lack", re.IGNORECASE)
_OF_THING = re.compile(
    r"no\b(?![ ]longer)|none|neither|nobody|nothing|hardly|scarcely|barely|stay|gave|rul|r[ua]n|incapable"
    r"|short",
    re.IGNORECASE,
)
_DENIED_BY = re.compile(r"den[yi]", re.IGNORECASE)
_BEING = words_of("is are was were has have had been be being went still")
_PARTS = words_of("""
    and or but with on in at by to from after before over into""")


def check(claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield a mark for each negation of the claim, and one for each word it asserts that the quotes deny."""
    for operator in claim.operators[:_MOST]:
        if operator.kind == NEGATION and not _inside(operator.start, operator.end, taken):
            mark = _added(claim, operator, quotes)
            if mark is not None:
                yield mark
    yield from _dropped(claim, quotes, taken)


def _inside(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in taken)


# ---- what the claim denies


def _added(claim: TextReading, operator: Operator, quotes: Sequence[Quoted]) -> Mark | None:
    """Return what became of a denial: found where a quote denies the same word or says so otherwise, differs
    where one asserts it of the same thing, else absent; None where the quotes deny something else there.
    """
    answers = list(_answers(claim, operator, quotes))
    state, answer = graded(answers)
    if state == FOUND and answer is not None:
        return _found(operator, answer)
    until = bool(answers) and bool(claim.times) and _until(claim, operator)
    if until or _in_other_words(claim, operator, quotes, answer):
        return _otherwise(operator)
    if state == DIFFERS and answer is not None:
        return _against(claim, operator, answer)
    if any(_denies_nearby(claim, operator, q.reading) for q in quotes):
        return None
    why = f"No quote says “{claim.text[operator.start : operator.end]}”."
    seldom = (
        _in_passing(claim, operator)
        or _is_seldom_stated(claim, operator)
        or any(_limits(claim, operator, q.reading) for q in quotes)
    )
    most: Severity = "note" if seldom else "warning"
    return Mark(operator.start, operator.end, "negation", ABSENT, "", why, most=most)


def _against(claim: TextReading, operator: Operator, answer: AlignedFact[Token]) -> Mark:
    words, word = claim.text[operator.start : operator.end], answer.fact
    why = f"The claim says “{words}”, the quote does not deny “{word.text}”."
    where = (answer.quoted.place(word.start, word.end),)
    mark = Mark(operator.start, operator.end, "negation", DIFFERS, word.text, why, where, denies=True)
    return mark if _is_plainly_against(claim, operator, answer) else replace(mark, most="warning")


def _found(operator: Operator, answer: AlignedFact[Token]) -> Mark:
    word = answer.fact
    place = (answer.quoted.place(word.start, word.end),)
    why = f"The quote denies “{word.text}” too."
    return Mark(operator.start, operator.end, "negation", FOUND, word.text, why, place)


def _otherwise(operator: Operator) -> Mark:
    return Mark(operator.start, operator.end, "negation", FOUND, "", "The quote says so in other words.")


def _answers(
    claim: TextReading, operator: Operator, quotes: Sequence[Quoted]
) -> Iterator[AlignedFact[Token]]:
    """Yield the places in the quotes of the words that the claim denies; one agrees where it is denied."""
    for anchor in operator.anchors:
        mine = claim.words[anchor]
        for quoted, index in _places(mine.stem, quotes)[:_MOST]:
            theirs = quoted.reading.words[index]
            agrees = _is_denied(quoted.reading, index)
            same = theirs.stem == mine.stem
            if same or agrees:
                sure = not agrees and _is_asserted(claim, operator, mine, quoted, index)
                yield AlignedFact(quoted, theirs, agrees, sure)


def _is_denied(reading: TextReading, index: int) -> bool:
    word = reading.words[index]
    return (
        index in reading.in_denial
        or (index > 0 and reading.words[index - 1].low == "non")
        or _rejected(reading, index)
        or _gone(reading, index)
        or _denied_later(reading, word)
    )


def _is_asserted(claim: TextReading, operator: Operator, mine: Token, quoted: Quoted, index: int) -> bool:
    """Whether a quote plainly asserts of the same thing what the claim denies."""
    theirs = quoted.reading.words[index]
    return (
        not _until(claim, operator)
        and not _hinted(quoted.reading, theirs)
        and not _stands_again(claim, operator, mine)
        and in_the_same(claim, mine, quoted.reading, theirs)
    )


def _is_plainly_against(claim: TextReading, operator: Operator, answer: AlignedFact[Token]) -> bool:
    """Whether a quote says of the same, as a predicate, what the claim denies."""
    reading = answer.quoted.reading
    theirs = index_at(reading.words, answer.fact.start)
    return not _PASSING.match(claim.text, operator.start) and any(
        claim.words[i].stem == answer.fact.stem and of_one_statement(claim, i, reading, theirs)
        for i in operator.anchors
    )


def _stands_again(claim: TextReading, operator: Operator, mine: Token) -> bool:
    """Whether the sentence has the denied word again without a denial: "not in Bern, Bern came later"."""
    denied = claim.denied.union(operator.anchors)
    others = (i for i in claim.places.get(mine.stem, ()) if i not in denied)
    return any(claim.words[i].sentence == mine.sentence for i in others)


def _hinted(reading: TextReading, word: Token) -> bool:
    """Whether the clause of a word has one that denies in passing."""
    return any(w.clause == word.clause and _denies(w) for w in reading.words)


def _denies(word: Token) -> bool:
    return word.low in _IN_OTHER_WORDS or _NEGATIVE.fullmatch(word.low) is not None


def _limits(claim: TextReading, operator: Operator, reading: TextReading) -> bool:
    """Whether a sentence that shares a word with the claim's clause says in passing what there is not."""
    clause = stems(w for w in claim.words if w.clause == operator.clause)
    limited = {w.sentence for w in reading.words if _denies(w)}
    return any(not clause.isdisjoint(reading.sentences.get(number, frozenset())) for number in limited)


def _in_passing(claim: TextReading, operator: Operator) -> bool:
    """Whether a denial is no predicate of its sentence: "without her parents", "in Oulu, not Turku"."""
    words = claim.text[operator.start : operator.end + 3].lower()
    return words.startswith(("without", "instead", "not to", "lack")) or (
        claim.text[: operator.start].endswith(", ") and words.startswith("not ")
    )


def _is_seldom_stated(claim: TextReading, operator: Operator) -> bool:
    """Whether a denial follows from what a text says without standing there: what a thing is not ("is not a
    city") and what has not happened yet.
    """
    words = claim.text[operator.start : operator.end].lower()
    return words == "yet to" or _IS_NO.match(claim.text, operator.end) is not None


def _denied_later(reading: TextReading, word: Token) -> bool:
    """Whether the sentence takes the word back without naming it again: "was open and is not any more"."""
    return any(
        o.kind == NEGATION and not o.anchors and o.sentence == word.sentence and o.start > word.end
        for o in reading.operators
    )


def _rejected(reading: TextReading, index: int) -> bool:
    """Whether a word of the clause, close before this one, says that it is not: "rejected the charge"."""
    word = reading.words[index]
    before = reading.words[max(0, index - 4) : index]
    for other in reversed(before):
        if other.low in _PARTS or other.clause != word.clause:
            return False
        if other.text in _ENDED:
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
    claim: TextReading, operator: Operator, quotes: Sequence[Quoted], asserted: AlignedFact[Token] | None
) -> bool:
    """Whether a quote has the opposite word of the same thing ("stayed" for "did not leave"), or denies words
    of the same clause. Where a quote plainly asserts what is denied (`asserted`), only the opposite in that
    sentence counts.
    """
    if asserted is not None:
        reading, sentence = asserted.quoted.reading, asserted.fact.sentence
        return any(_says_opposite(claim, i, reading, sentence) for i in operator.anchors)
    clause = stems(w for w in claim.words if w.clause == operator.clause and w.start > operator.end)
    return any(
        _denies_any(q.reading, clause) or any(_says_opposite(claim, i, q.reading) for i in operator.anchors)
        for q in quotes
    )


def _says_opposite(claim: TextReading, index: int, reading: TextReading, sentence: int = -1) -> bool:
    """Whether a text has the opposite of a word of the same thing, in one sentence where that is given."""
    mine = claim.words[index]
    others = opposite(claim.meanings[index]) | undone(mine)
    places = (i for o in others for i in reading.meant_at.get(o, ())[:_MOST] if i not in reading.denied)
    words = (reading.words[i] for i in places)
    return any(sentence in (-1, w.sentence) and in_the_same(claim, mine, reading, w) for w in words)


def _denies_nearby(claim: TextReading, operator: Operator, reading: TextReading) -> bool:
    """Whether a sentence with two words of the claim's clause, or the only sentence, denies something."""
    clause = claim.clauses.get(operator.clause, frozenset())
    least = min(2, len(clause)) if len(reading.sentences) > 1 else 1
    return any(
        len(clause & reading.sentences.get(o.sentence, frozenset())) >= least
        for o in reading.operators[:_MOST]
        if o.kind == NEGATION
    )


def _denies_any(reading: TextReading, clause: frozenset[str]) -> bool:
    """Whether one of these stems stands behind a denial, or a word that rejects it ("against alcohol")."""
    return any(
        i in reading.in_denial or _rejected(reading, i)
        for stem in clause
        for i in reading.places.get(stem, ())[:_MOST]
    )


# ---- what the quotes deny


def _dropped(
    claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]
) -> Iterator[Mark]:
    """Yield a mark for the first word of each clause that the claim asserts and the quotes deny."""
    reported: set[int] = set()
    sound: set[str] = set()
    for index in _asserted(claim, taken):
        word = claim.words[index]
        if word.clause in reported or word.stem in sound:
            continue
        mark = _denied_by_all(claim, word, _places(word.stem, quotes))
        if mark is None:
            sound.add(word.stem)
        else:
            reported.add(word.clause)
            yield mark


def _asserted(claim: TextReading, taken: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the indices of the words that a claim asserts: in no clause with a denial, nor one that lacks
    something.
    """
    lacking = {w.clause for w in claim.words if w.low in _LACKING}
    for index, word in enumerate(claim.words):
        if not word.content or word.text[0].isdigit() or word.clause in claim.negated:
            continue
        if (word.clause in lacking and word.low not in _LACKING) or _inside(word.start, word.end, taken):
            continue
        if index not in claim.denied and not _rejected(claim, index):
            yield index


def _places(sought: str, quotes: Sequence[Quoted]) -> list[tuple[Quoted, int]]:
    """Return where a word stands in the quotes; where it does nowhere, the words of its meaning."""
    ways: Sequence[str] = (sought,)
    if not any(sought in q.reading.places for q in quotes):
        nothing = frozenset[str](), frozenset[str]()
        ways = sorted(OPPOSITES.get(sought, nothing)[0] | STAGES.get(sought, nothing)[0])
    return [(q, i) for q in quotes for way in ways for i in q.reading.places.get(way, ())]


def _denied_by_all(claim: TextReading, word: Token, seen: Sequence[tuple[Quoted, int]]) -> Mark | None:
    """Return the mark of a word that every place in the quotes denies, one of them of the same thing."""
    if not seen or not all(i in q.reading.denied for q, i in seen):
        return None
    for quoted, index in seen:
        reading, theirs = quoted.reading, quoted.reading.words[index]
        operator = next(o for o in reading.anchoring(index) if o.kind == NEGATION)
        if (claim.times and _until(reading, operator)) or _is_proven(quoted, operator):
            return None
        if in_the_same(claim, word, reading, theirs):
            mark = _leaves_out(word, quoted, theirs, operator)
            return replace(mark, most=_loudness(claim, word, quoted, index, operator))
    return None


def _loudness(claim: TextReading, word: Token, quoted: Quoted, at: int, operator: Operator) -> Severity:
    """Return how bad a dropped denial is: an error where claim and quote say the word of the same, a warning
    where they may, a note where the quote only mentions in passing what there is not.
    """
    words = quoted.words(operator.start, operator.end)
    if _PASSING.match(words):
        return "note"
    index = claim.words.index(word)
    same = of_one_statement(claim, index, quoted.reading, at)
    if same and (is_predicate(claim, index) or _OF_THING.match(words)):
        return "warning" if _DENIED_BY.match(words) else "error"
    return "warning" if same or is_predicate(claim, index) else "note"


def _is_proven(quoted: Quoted, operator: Operator) -> bool:
    return any(w.low in _PROVEN and w.sentence == operator.sentence for w in quoted.reading.words)


def _leaves_out(word: Token, quoted: Quoted, theirs: Token, operator: Operator) -> Mark:
    start, end = min(operator.start, theirs.start), max(operator.end, theirs.end)
    words = quoted.words(start, end)
    why = f"The quote says “{words}”: the claim leaves the denial out."
    return Mark(word.start, word.end, "negation", DIFFERS, words, why, (quoted.place(start, end),))
