"""One text read once: its words, amounts, dates and operators. A claim and each quote are read alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefing.checks.support.marks import Cited, Place
from briefing.checks.support.numbers import Quantity, quantities
from briefing.checks.support.operators import NEGATION, Operator, operators
from briefing.checks.support.tokens import Token, index_at, tokens
from briefing.when import When, resolve

_LONGEST_QUOTE = 20_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and what stands in it. `english`: whether its words, and not only its numbers, can be read.

    `places`: the stems of its words. `denied`: indices of the words a negation bears on; `in_denial`: of those and all
    that stand after a negation in its clause ("details" in "did not give further details").
    """

    text: str
    published: str
    english: bool
    words: tuple[Token, ...]
    amounts: tuple[Quantity, ...]
    times: tuple[When, ...]
    operators: tuple[Operator, ...]
    places: frozenset[str]
    denied: frozenset[int]
    in_denial: frozenset[int]

    def near(self, start: int, end: int, reach: int = 4) -> frozenset[str]:
        """Return the stems of the words that say something, within `reach` words and the clause."""
        first, last = index_at(self.words, start), index_at(self.words, end)
        if first >= len(self.words):
            return frozenset()
        clause = self.words[first].clause
        around = (*self.words[max(0, first - reach) : first], *self.words[last : last + reach])
        return frozenset(
            w.stem for w in around if w.clause == clause and w.content and not w.text[0].isdigit()
        )


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote and its reading. `where` of a translation is the whole quote: its words stand nowhere in the source."""

    cited: Cited
    reading: Reading
    translated: bool = False

    def place(self, start: int, end: int) -> Place:
        """Return where words of the reading stand in the quote."""
        if self.translated:
            return self.cited.id, 0, len(self.cited.exact)
        return self.cited.id, start, end

    def words(self, start: int, end: int) -> str:
        return self.reading.text[start:end].strip()


@lru_cache(maxsize=8192)
def read(text: str, published: str = "", language: str = "") -> Reading:
    """Return the reading of a text. Words of time, denials and doubts are read in English only."""
    english = not language or language[:2].lower() == "en"
    words = tokens(text)
    turned = operators(text) if english else ()
    denied = frozenset(i for o in turned if o.kind == NEGATION for i in o.anchors)
    first = {o.clause: o.end for o in reversed(turned) if o.kind == NEGATION}
    after = frozenset(i for i, w in enumerate(words) if w.start >= first.get(w.clause, w.start + 1))
    return Reading(
        text, published, english, words,
        quantities(text, language or "en"),
        resolve(text, published) if english else (),
        turned,
        frozenset(word.stem for word in words),
        denied,
        denied | after,
    )  # fmt: skip


def read_quotes(quotes: tuple[Cited, ...]) -> tuple[Quoted, ...]:
    """Return the readings of the quotes that may bear a claim out: all but those that contradict it."""
    found: list[Quoted] = []
    for cited in quotes:
        if cited.stance == "contradicts" or not cited.exact.strip():
            continue
        found.append(Quoted(cited, read(cited.exact[:_LONGEST_QUOTE], cited.published, cited.language)))
        if cited.translation.strip():
            found.append(
                Quoted(
                    cited, read(cited.translation[:_LONGEST_QUOTE], cited.published, "en"), translated=True
                )
            )
    return tuple(found)
