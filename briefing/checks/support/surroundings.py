"""What stands round a word, by which a word of a quote is known to be of the same thing as one of a claim."""

from __future__ import annotations

from briefing.checks.support.reading import TextReading
from briefing.language.lexicon import FINITE, PAST, words_of
from briefing.language.tokens import Token

# Behind one of these stands a noun, or what is said of one: "the planned sale", "of rising costs".
_BEFORE_NOUN = words_of("""
    a an the this that these those its his her their our my your some any no each every both another of in on
    at by for from with without about into over under between among as more most very""")
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
    word, other = claim.words[mine], reading.words[theirs]
    sentence = reading.sentences.get(other.sentence, frozenset()) - {other.stem}
    clause = claim.clauses.get(word.clause, frozenset()) - {word.stem}
    if len(clause) < 2:
        clause = claim.sentences.get(word.sentence, frozenset()) - {word.stem}
    if 2 * len(clause & sentence) < len(clause):
        return False
    beside = _beside(claim, mine, 2)
    return not beside or not beside.isdisjoint(_beside(reading, theirs, 3))


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
