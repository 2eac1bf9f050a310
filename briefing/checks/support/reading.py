"""One text read once: its words, amounts, dates and operators. A claim and each quote are read alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import zip_longest

from briefing.checks.support.date_facts import DateFact, date_facts
from briefing.checks.support.marks import Cited, Place
from briefing.language.abroad.foreign_amounts import amounts_abroad
from briefing.language.headlines import calmed
from briefing.language.lexicon import FINITE
from briefing.language.names import country_of, folds
from briefing.language.numbers import Quantity, quantities
from briefing.language.operators import HEDGE, MODAL, NEGATION, Operator, operators
from briefing.language.opposites import meanings
from briefing.language.spoken import spoken
from briefing.language.tokens import Token, index_at, tokens
from briefing.language.when import When, foreign, resolve

_LONGEST_QUOTE = 20_000
# Spaces of print (no-break, thin, narrow …) are read as plain ones, code point for code point.
_PRINTED_SPACES = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
# A text with more dates is a table or a calendar.
_MOST_TIMES = 250
# A doubt bears on what follows it in its clause, and on this many code points before. Past so many of them a
# clause is no sentence, and the rest is not asked: else each word would be held against each doubt.
_BEFORE, _MOST_IN_CLAUSE = 60, 40


@dataclass(frozen=True, eq=False)
class TextReading:
    """A text and what stands in it, each kind read when it is first asked for: a claim without numbers asks
    for none of its quotes. `language`: its code. `english`: whether its words, and not only its numbers, can
    be read.
    """

    text: str
    published: str
    language: str

    @cached_property
    def english(self) -> bool:
        return self.language == "en"

    @cached_property
    def words(self) -> tuple[Token, ...]:
        return tokens(self.text, self.language)

    @cached_property
    def amounts(self) -> tuple[Quantity, ...]:
        if self.english:
            return quantities(self.text, self.language)
        return amounts_abroad(self.text, self.language)

    @cached_property
    def times(self) -> tuple[When, ...]:
        return (
            resolve(calmed(self.text), self.published, _MOST_TIMES)
            if self.english
            else foreign.dates(self.text, self.published)
        )

    @cached_property
    def date_facts(self) -> tuple[DateFact, ...]:
        return date_facts(self.text, self.words, self.times) if self.times else ()

    @cached_property
    def operators(self) -> tuple[Operator, ...]:
        return operators(calmed(self.text)) if self.english else ()

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The stems of its words, each with the indices of the words that have it."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            found.setdefault(word.stem, []).append(index)
        return found

    @cached_property
    def meanings(self) -> tuple[str, ...]:
        """The stem of what each word means with the next one: "cancel" for "called" before "off"."""
        return meanings(self.words)

    @cached_property
    def meant_at(self) -> dict[str, list[int]]:
        """What its words mean, each with the indices of the words that mean it."""
        found: dict[str, list[int]] = {}
        for index, meaning in enumerate(self.meanings):
            found.setdefault(meaning, []).append(index)
        return found

    @cached_property
    def names(self) -> dict[str, list[int]]:
        """The folded forms of its words and of its countries, each with the indices of the words that have
        it.
        """
        found: dict[str, list[int]] = {}
        forms = folds(self.text)
        for index, pair in enumerate(zip_longest(forms, forms[1:], fillvalue="")):
            found.setdefault(pair[0], []).append(index)
            if country := country_of(pair):
                found.setdefault(country, []).append(index)
        return found

    @cached_property
    def dated(self) -> frozenset[tuple[int, int]]:
        """The cores of the amounts that are the day or the year of a date."""
        times = [w for w in self.times if w.is_date]
        starts = [w.start for w in times]
        found = []
        for amount in self.amounts:
            at = bisect_right(starts, amount.core[0]) - 1
            if at >= 0 and amount.core[1] <= times[at].end:
                found.append(amount.core)
        return frozenset(found)

    @cached_property
    def denied(self) -> frozenset[int]:
        """Indices of the words a negation bears on."""
        return frozenset(i for o in self.operators if o.kind == NEGATION for i in o.anchors)

    @cached_property
    def in_denial(self) -> frozenset[int]:
        """Those, and all that stand after a negation in its clause ("details" in "did not give further
        details").
        """
        found, opened = set(self.denied), dict[int, bool]()
        ends = {o.end: o.clause for o in self.operators if o.kind == NEGATION}
        if not ends:
            return frozenset()
        for index, word in enumerate(self.words):
            if opened.get(word.clause) and not self._goes_on(index):
                found.add(index)
            elif word.clause in opened:
                opened[word.clause] = False
            if word.end in ends:
                opened[ends[word.end]] = True
        return frozenset(found)

    def _goes_on(self, index: int) -> bool:
        """Whether another predicate begins with a word: "has not been fined and will play"."""
        after = self.words[index + 1].low if index + 1 < len(self.words) else ""
        return self.words[index].low in ("and", "but") and after in FINITE

    @cached_property
    def negated(self) -> frozenset[int]:
        """The clauses with a negation."""
        return frozenset(o.clause for o in self.operators if o.kind == NEGATION)

    @cached_property
    def clauses(self) -> dict[int, frozenset[str]]:
        """The stems of the words that say something, by clause."""
        return _stems_by((w.clause, w) for w in self.words)

    @cached_property
    def sentences(self) -> dict[int, frozenset[str]]:
        """The stems of the words that say something, by sentence."""
        return _stems_by((w.sentence, w) for w in self.words)

    @cached_property
    def _anchored(self) -> dict[int, list[Operator]]:
        found: dict[int, list[Operator]] = {}
        for operator in self.operators:
            for index in operator.anchors:
                found.setdefault(index, []).append(operator)
        return found

    @cached_property
    def _whole(self) -> dict[int, list[Operator]]:
        found: dict[int, list[Operator]] = {}
        for operator in self.operators:
            if operator.whole and len(found.setdefault(operator.clause, [])) < _MOST_IN_CLAUSE:
                found[operator.clause].append(operator)
        return found

    @cached_property
    def _weakest(self) -> dict[int, Operator | None]:
        return {}

    @cached_property
    def _near(self) -> dict[tuple[int, int, int], frozenset[str]]:
        return {}

    def anchoring(self, index: int) -> Sequence[Operator]:
        """Return the operators that bear on a word itself, in order."""
        return self._anchored.get(index, ())

    def weakest(self, index: int) -> Operator | None:
        """Return of the modals and hedges that bear on a word, or on its clause, the one that leaves it least
        sure.
        """
        if index not in self._weakest:
            word = self.words[index]
            bearing = [o for o in self.anchoring(index) if o.kind in (MODAL, HEDGE)]
            bearing += (
                o
                for o in self._whole.get(word.clause, ())
                if word.start > o.start - _BEFORE and not self._parted(index, o)
            )
            self._weakest[index] = min(bearing, key=lambda o: (o.strength, o.start), default=None)
        return self._weakest[index]

    def _parted(self, index: int, operator: Operator) -> bool:
        """Whether another predicate begins between a word and a doubt behind it: "is the best and was
        probably painted".
        """
        last = index_at(self.words, operator.start)
        return any(self._goes_on(i) for i in range(index + 1, last))

    def near(self, start: int, end: int, reach: int = 4) -> frozenset[str]:
        """Return the stems of the words that say something, within `reach` words and the clause."""
        key = start, end, reach
        if key not in self._near:
            self._near[key] = self._read_near(*key)
        return self._near[key]

    def _read_near(self, start: int, end: int, reach: int) -> frozenset[str]:
        first, last = index_at(self.words, start), index_at(self.words, end)
        if first >= len(self.words):
            return frozenset()
        clause = self.words[first].clause
        around = (*self.words[max(0, first - reach) : first], *self.words[last : last + reach])
        return frozenset(
            w.stem for w in around if w.clause == clause and w.content and not w.text[0].isdigit()
        )


def _stems_by(words: Iterable[tuple[int, Token]]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for number, word in words:
        if word.content:
            found.setdefault(number, set()).add(word.stem)
    return {number: frozenset(stems) for number, stems in found.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Quoted:
    """A quote and its reading. `where` of a translation is the whole quote: its words stand nowhere in the
    source.
    """

    cited: Cited
    reading: TextReading
    translated: bool = False

    def place(self, start: int, end: int) -> Place:
        """Return where words of the reading stand in the quote."""
        if self.translated:
            return self.cited.id, 0, len(self.cited.exact)
        return self.cited.id, start, end

    def words(self, start: int, end: int) -> str:
        return self.reading.text[start:end].strip()


@lru_cache(maxsize=8192)
def read(text: str, published: str = "", language: str = "") -> TextReading:
    """Return the reading of a text in the language of a tag, or in that which its script and words show."""
    return TextReading(text.translate(_PRINTED_SPACES), published, spoken(text, language))


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
