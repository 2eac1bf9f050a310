"""What stands round a word, by which a word of a quote is known to be of the same thing as one of a claim."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.support.reading import TextReading
from briefing.language.lexicon import FINITE, PAST, words_of
from briefing.language.tokens import Token

# Behind one of these stands a noun, or what is said of one: "the planned sale", "of rising costs".
_BEFORE_NOUN = words_of("""
    a an the this that these those its his her their our my your some any no each every both another of in on
    at by for from with without about into over under between among as more most very""")
_ARTICLES = words_of("a an the one")
_BEFORE_PLACE = words_of("in on at into from of with without over under between among to towards as than by")
_BE = words_of("is are was were be been being am became becomes become get gets got")
_HAVE = words_of("has have had having be")

# How many words either side tell what a word is of.
_REACH = 6
# How far the subject and the object of a word are looked for.
_FAR = 10


def around(reading: TextReading, word: Token) -> frozenset[str]:
    """Return the stems of what stands round a word in its clause, and not its own."""
    return reading.near(word.start, word.end, _REACH) - {word.stem}


def shared(claim: TextReading, mine: Token, reading: TextReading, theirs: Token) -> int:
    """Return how many words stand round both."""
    return len(around(claim, mine) & around(reading, theirs))


def of_the_same(claim: TextReading, mine: Token, reading: TextReading, theirs: Token) -> bool:
    """Whether both are of the same thing: two words round the claim's stand round the other too, or half of
    the few that the claim has.
    """
    return shared(claim, mine, reading, theirs) >= _enough(around(claim, mine))


def in_the_same(claim: TextReading, mine: Token, reading: TextReading, theirs: Token) -> bool:
    """Whether the sentence of a quote's word is about what the clause of the claim's is: it has two of its
    words beside this one, or half of the few that it has, or has nothing else.
    """
    clause = claim.clauses.get(mine.clause, frozenset()) - {mine.stem}
    sentence = reading.sentences.get(theirs.sentence, frozenset()) - {theirs.stem}
    return len(clause & sentence) >= _enough(clause) or sentence <= clause


def of_one_statement(claim: TextReading, mine: int, reading: TextReading, theirs: int) -> bool:
    """Whether two words of one meaning, given by their indices, say it of the same beyond reasonable doubt:
    the subject or the object beside the claim's stands beside the quote's, and the quote's sentence has half
    of what the claim's clause is about.
    """
    if not shares_half(claim, claim.words[mine], reading, reading.words[theirs]):
        return False
    beside = _beside(claim, mine, 2)
    return not beside or not beside.isdisjoint(_beside(reading, theirs, 3))


def shares_half(claim: TextReading, word: Token, reading: TextReading, other: Token) -> bool:
    """Whether the sentence of a quote's word has half of what the clause of a claim's is about, or of its
    sentence where the clause says next to nothing.
    """
    sentence = reading.sentences.get(other.sentence, frozenset()) - {other.stem}
    clause = claim.clauses.get(word.clause, frozenset()) - {word.stem}
    if len(clause) < 2:
        clause = claim.sentences.get(word.sentence, frozenset()) - {word.stem}
    return 2 * len(clause & sentence) >= len(clause)


def in_one_place(claim: TextReading, mine: int, reading: TextReading, theirs: int) -> bool:
    """Whether two words that are compared stand in one place: next to the same word, or what is said of the
    same subject or done to the same object, in the passive or not.
    """
    if _is_predicated(claim, mine) and _is_predicated(reading, theirs):
        one, two = _sides(claim, mine), _sides(reading, theirs)
        return not one.isdisjoint(two)
    return any(a and a == b for a, b in zip(_next_to(claim, mine), _next_to(reading, theirs), strict=True))


def _is_predicated(reading: TextReading, at: int) -> bool:
    """Whether a word is a predicate, or the last of what something is: "film" in "is a Polish drama film"."""
    if is_predicate(reading, at):
        return True
    for word in reading.words[max(0, at - _FAR) : at][::-1]:
        if word.low in _BE:
            return True
        if word.clause != reading.words[at].clause or not (word.content or word.low in _ARTICLES):
            return False
    return False


def _next_to(reading: TextReading, at: int) -> Iterator[tuple[str, ...]]:
    """Yield what stands right before and right behind a word, by which its place is known: a word of weight,
    or two words; () where neither does.
    """
    before, behind = reading.words[max(0, at - 2) : at][::-1], reading.words[at + 1 : at + 3]
    for side in (before, behind):
        yield (side[0].stem,) if side and side[0].content else ()
        yield tuple(w.low for w in side) if len(side) > 1 else ()


def _sides(reading: TextReading, at: int) -> frozenset[str]:
    """Return the stems of the subject of a verb, and of what stands behind it and behind no preposition."""
    before, behind = _near(reading, at)
    found = [*(w.stem for w in before[:3]), *_subject(reading, reading.words[at])]
    for word in behind[:2]:
        if any(
            w.low in _BEFORE_PLACE and w.start < word.start for w in reading.words[at + 1 : at + 1 + _FAR]
        ):
            break
        found.append(word.stem)
    return frozenset(found)


def _near(reading: TextReading, at: int) -> tuple[list[Token], list[Token]]:
    """Return the nearest words of weight before a word, the nearest first, and behind it, in its clause."""
    word = reading.words[at]
    sides = reading.words[max(0, at - _FAR) : at][::-1], reading.words[at + 1 : at + 1 + _FAR]
    before, behind = (
        [w for w in side if w.clause == word.clause and w.content and not w.low.endswith("ly")]
        for side in sides
    )
    return before, behind


def _beside(reading: TextReading, at: int, most: int) -> frozenset[str]:
    """Return the stems of the nearest words either side, in the sentence, that say something: `most` each."""
    word = reading.words[at]
    found: set[str] = set()
    for side in (reversed(reading.words[max(0, at - _FAR) : at]), reading.words[at + 1 : at + 1 + _FAR]):
        near = [w for w in side if w.sentence == word.sentence and w.content and not w.low.endswith("ly")]
        found.update(w.stem for w in near[:most])
    return frozenset(found - {word.stem}) | _subject(reading, word)


def _subject(reading: TextReading, word: Token) -> frozenset[str]:
    """Return the stems of the last two words that say something before the first verb of a word's clause,
    none where the word stands before it itself.
    """
    before: list[str] = []
    for other in reading.words:
        if other.clause < word.clause:
            continue
        if other.clause > word.clause or other.start >= word.start:
            break
        if before and (other.low in PAST or other.low in FINITE or other.low.endswith("ed")):
            return frozenset(before[-2:])
        if other.content:
            before.append(other.stem)
    return frozenset()


def is_predicate(reading: TextReading, index: int) -> bool:
    """Whether a word looks like what a clause says of something: a past form, "is rising", what follows "is";
    no participle before its noun ("the planned sale"), and no noun.
    """
    words = reading.words
    word, before = words[index], words[index - 1].low if index else ""
    if reading.anchoring(index) or _after_be(reading, index):
        return True
    if before in _BEFORE_NOUN or word.low.endswith("ing"):
        return False
    return word.low in PAST or word.low.endswith("ed")


def _after_be(reading: TextReading, index: int) -> bool:
    for word in reversed(reading.words[max(0, index - 3) : index]):
        if word.low in _BE or (word.low in _HAVE and word.clause == reading.words[index].clause):
            return True
        if word.content and not word.low.endswith("ly"):
            return False
    return False


def _enough(words: frozenset[str]) -> int:
    return min(2, (len(words) + 1) // 2)
