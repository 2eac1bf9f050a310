"""What stands round a word, by which a word of a quote is known to be of the same thing as one of a claim."""

from __future__ import annotations

from briefing.checks.support.reading import TextReading
from briefing.language.tokens import Token

# How many words either side tell what a word is of.
_REACH = 6


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


def _enough(words: frozenset[str]) -> int:
    return min(2, (len(words) + 1) // 2)
