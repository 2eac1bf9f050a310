"""The names of a claim against those of its quotes: through aliases, possessives, other spellings and
initials.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.checks.support import office_holders, other_office
from briefing.checks.support.alignment import graded
from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Mark, Named
from briefing.checks.support.name_answers import NameFact, fact_of, place_of
from briefing.checks.support.name_rivals import rivals
from briefing.checks.support.name_spellings import spelled_otherwise
from briefing.checks.support.pointed_to import meant_by
from briefing.checks.support.reading import Quoted, TextReading, read
from briefing.language.headlines import is_headline
from briefing.language.lexicon import words_of
from briefing.language.names import JOINED, TITLES, CapitalRun, bare, folded, folds, openers, runs
from briefing.language.offices import offices
from briefing.language.openings import is_common
from briefing.language.operators import NEGATION
from briefing.language.tokens import Token, index_at

# A claim with more names is a list: past these the rest is not compared.
_MOST = 40


def check(
    claim: TextReading, quotes: Sequence[Quoted], names: Sequence[Named], taken: Sequence[tuple[int, int]]
) -> Iterator[Mark]:
    """Yield a mark for each name of the claim that does not stand in `taken`."""
    known = _aliases(tuple(names))
    for whole in _names_of(claim, quotes, known):
        run = _untaken(whole, taken)
        mark = _mark(fact_of(claim, run), quotes, known) if run is not None else None
        if mark is not None:
            yield mark
    of_offices = tuple(other_office.check(claim, quotes, taken))
    yield from of_offices
    yield from office_holders.check(claim, quotes, names, of_offices)


def sought(claim: TextReading, start: int, article: Quoted, names: Sequence[Named]) -> Iterator[Mark]:
    """Yield where an article has the name that starts at a code point of the claim."""
    known = _aliases(tuple(names))
    for whole in _names_of(claim, (article,), known):
        if whole.start <= start < whole.end:
            run = CapitalRun(tuple(w for w in whole.words if w.start >= start))
            mark = _found(fact_of(claim, run), (article,), known)
            if mark is not None:
                yield mark


def _names_of(
    claim: TextReading, quotes: Sequence[Quoted], known: Sequence[frozenset[tuple[str, ...]]]
) -> Iterator[CapitalRun]:
    openings = _known_openings(claim, quotes, known)
    for run in _without_offices(claim.text, runs(claim.text, openings)[:_MOST]):
        if not (_is_title_or_money(claim, run) or _is_introduced(claim, run)):
            yield run


def _untaken(run: CapitalRun, taken: Sequence[tuple[int, int]]) -> CapitalRun | None:
    """Return a name without the words before it that are asked as something else ("Two" of "Two Labour MPs");
    None where that leaves nothing, or others of its words are.
    """
    rest = run.words
    while rest and any(start <= rest[0].start and rest[0].end <= end for start, end in taken):
        rest = rest[1:]
    if not rest or any(start < run.end and rest[0].start < end for start, end in taken):
        return None
    return CapitalRun(rest)


def _known_openings(
    claim: TextReading, quotes: Sequence[Quoted], known: Sequence[frozenset[tuple[str, ...]]]
) -> frozenset[str]:
    """Return the words that open a sentence of the claim and are names all the same: of an actor, or since
    the claim or a quote has them with a capital inside a sentence and nowhere without one.
    """
    words = {low for w in openers(claim.text)[:_MOST] if w.content and is_common(low := bare(w.low))}
    if not words:
        return frozenset()
    mine = frozenset(form for ways in known for way in ways for form in way)
    texts = (claim, *(q.reading for q in quotes), *_round(quotes))
    return frozenset(word for word in words if folded(word) in mine or _always_capital(word, texts))


def _round(quotes: Sequence[Quoted]) -> Iterator[TextReading]:
    """Yield the words before and after each quote."""
    return (read(side) for q in quotes for side in (q.cited.before, q.cited.after) if side)


def _always_capital(word: str, texts: Sequence[TextReading]) -> bool:
    """Whether a word has a capital in texts that no sentence gives it, and nowhere stands without one."""
    inside = False
    form = folded(word)
    for reading in texts:
        if form not in reading.names or is_headline(reading.text):
            continue
        opening = {w.start for w in openers(reading.text)}
        for at in reading.names[form]:
            found = reading.words[at]
            if found.text.islower():
                return False
            inside = inside or found.start not in opening
    return inside


def _without_offices(text: str, names: Sequence[CapitalRun]) -> Iterator[CapitalRun]:
    """Yield the names, an office inside one taken out: "Turkish Foreign Minister Hulusi Akar" is two, and so
    is "Likud MP Ruth Ames".
    """
    held = [(o.start, o.end) for o in offices(text)]
    for run in names:
        inside = [(a, b) for a, b in (*held, *_posts(run)) if run.start <= a and b <= run.end and b < run.end]
        if not inside:
            yield run
            continue
        parts: list[list[Token]] = [[]]
        for word in run.words:
            if any(start <= word.start < end for start, end in inside):
                parts.append([])
            else:
                parts[-1].append(word)
        yield from (CapitalRun(tuple(part)) for part in parts if any(w.low not in JOINED for w in part))


_POSTS = words_of("mp pm ceo cfo mep fm md")
_MONEY = words_of("dollar dollars lira pound pounds rouble roubles")
# Abbreviations that are words of the language.
_ABBREVIATED = words_of("tv mp mps pm pms ceo ceos cfo dvd cd gp gps phd am vip ngo ngos aka id ids pc pcs")


def _is_title_or_money(claim: TextReading, run: CapitalRun) -> bool:
    """Whether the capitals are no name: "the President", "the US dollar", "TV"."""
    at = index_at(claim.words, run.words[-1].start) + 1
    money = at < len(claim.words) and claim.words[at].low in _MONEY
    return money or all(bare(w.low) in TITLES or bare(w.low) in _ABBREVIATED for w in run.words)


def _posts(run: CapitalRun) -> Iterator[tuple[int, int]]:
    """Yield where a name has the initials of a post behind another name, in code points."""
    for before, word in pairwise(run.words):
        if word.low in _POSTS and not is_common(bare(before.low)):
            yield word.start, word.end


def _is_introduced(claim: TextReading, run: CapitalRun) -> bool:
    """Whether the claim gives initials for a name that it has just spelled: "Air and Space Museum (ASM)"."""
    if len(run.words) > 1 or not run.words[0].text.isupper() or claim.text[run.start - 1 : run.start] != "(":
        return False
    at = index_at(claim.words, run.words[0].start)
    before = [w.low[0] for w in claim.words[max(at - 12, 0) : at] if w.low not in JOINED]
    return "".join(before).endswith(run.words[0].low)


@lru_cache(maxsize=64)
def _aliases(names: tuple[Named, ...]) -> tuple[frozenset[tuple[str, ...]], ...]:
    """Return, for each known name, every way of saying it, folded word by word."""
    return tuple(frozenset(folds(way) for way in (name.name, *name.aliases) if folds(way)) for name in names)


def _mark(
    fact: NameFact, quotes: Sequence[Quoted], known: Sequence[frozenset[tuple[str, ...]]]
) -> Mark | None:
    run, found = fact.run, _found(fact, quotes, known)
    if found is not None:
        return found
    state, rival = graded(tuple(rivals(fact, quotes)))
    if state == DIFFERS and rival is not None:
        place = rival.fact.start, rival.fact.end
        seen = rival.quoted.words(*place)
        why = f"The claim names “{fact.words}”, the quote “{seen}”."
        where = (rival.quoted.place(*place),)
        return Mark(run.start, run.end, "name", DIFFERS, seen, why, where)
    if any(place_of(fact, around, known) for around in _round(quotes)):
        why = f"The words round the quote have “{fact.words}”."
        return Mark(run.start, run.end, "name", FOUND, fact.words, why)
    for quoted in quotes:
        if (span := spelled_otherwise(fact, quoted.reading)) is not None:
            seen, where = quoted.words(*span), (quoted.place(*span),)
            why = f"The quote spells “{fact.words}” as “{seen}”."
            return Mark(run.start, run.end, "name", DIFFERS, seen, why, where, most="note")
    if _is_denied(fact):
        why = f"No quote names “{fact.words}”, of which the claim only says what is not so."
        return Mark(run.start, run.end, "name", ABSENT, "", why, most="note")
    meant = meant_by(fact, quotes)
    if meant:
        why = f"No quote names “{fact.words}”; whom or what “{meant}” means is not in the quotes."
        return Mark(run.start, run.end, "name", ABSENT, "", why, most="note")
    return Mark(run.start, run.end, "name", ABSENT, "", f"No quote names “{fact.words}”.")


def _is_denied(fact: NameFact) -> bool:
    """Whether a denial stands before a name in its clause: what is not so need not be named by the quotes."""
    word = fact.run.words[0]
    return any(
        o.kind == NEGATION and o.clause == word.clause and o.end <= word.start for o in fact.claim.operators
    )


def _found(
    fact: NameFact, quotes: Sequence[Quoted], known: Sequence[frozenset[tuple[str, ...]]]
) -> Mark | None:
    run = fact.run
    for quoted in quotes:
        place = place_of(fact, quoted.reading, known)
        if place:
            seen = quoted.words(*place)
            return Mark(
                run.start, run.end, "name", FOUND, seen, f"The quote has “{seen}”.", (quoted.place(*place),)
            )
    return None
