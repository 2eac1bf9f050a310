"""Where a text has a name of the claim: the ways of saying one name, the plainest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from briefing.checks.support.reading import TextReading
from briefing.language.bodies import KINDS_BEHIND, OTHER_NAMES, SEATS, SEATS_OF_TWO, SHORT_NAMES
from briefing.language.countries import CAPITALS, PEOPLES, PLACES
from briefing.language.lexicon import EMPTY, words_of
from briefing.language.names import JOINED, TITLES, CapitalRun, bare, country_of, folded, folds, runs
from briefing.language.openings import is_common
from briefing.language.tokens import Token, index_at, tokens

Span = tuple[int, int]
# After one of these a capital is the town itself.
_PLACED = words_of("""
    in near at from outside around to toward towards into of inside above over within through""")
_SMALL = JOINED | TITLES


@dataclass(frozen=True, slots=True)
class NameFact:
    """A name of the claim. `at`: the index of its first word. `forms`: its words folded; `parts`: those that
    name, without particles and titles. `bearer`: without the office or trade before it ("Executive Producer
    Ted Ames") or the kind of body behind it ("Wagner Group"); () where there is none or nothing else.
    """

    claim: TextReading
    run: CapitalRun
    at: int
    forms: tuple[str, ...]
    parts: tuple[str, ...]
    bearer: tuple[str, ...]

    @property
    def words(self) -> str:
        return self.claim.text[self.run.start : self.run.end]


def fact_of(claim: TextReading, run: CapitalRun) -> NameFact:
    """Return a name of the claim as a fact."""
    forms = tuple(folded(w.text) for w in run.words)
    parts = tuple(f for f, w in zip(forms, run.words, strict=True) if bare(w.low) not in _SMALL)
    return NameFact(claim, run, index_at(claim.words, run.words[0].start), forms, parts, _bearer(run))


def _bearer(run: CapitalRun) -> tuple[str, ...]:
    words = list(run.words)
    while len(words) > 1 and bare(words[-1].low) in KINDS_BEHIND:
        words.pop()
    kinds = len(run.words) - len(words)
    while len(words) > 2 and _is_of_a_role(words[0]):
        words.pop(0)
    own = [w for w in words if not is_common(bare(w.low))]
    named = any(not _is_a_place(w) for w in own) or (own and kinds)
    return tuple(folded(w.text) for w in words) if named and len(words) < len(run.words) else ()


def _is_of_a_role(word: Token) -> bool:
    """Whether a word before a name says what its bearer is: "Chief Negotiator", "Likud MP"."""
    return is_common(bare(word.low)) or word.text.isupper() or folded(word.text).startswith("=")


def _is_a_place(word: Token) -> bool:
    low = bare(word.low)
    return low in PEOPLES or low in CAPITALS or low in PLACES


def place_of(
    fact: NameFact, reading: TextReading, known: Sequence[frozenset[tuple[str, ...]]] = ()
) -> Span | None:
    """Return where a text has the name, as code points; None where it has not. `known`: the ways of saying
    each name that the brief knows, folded.
    """
    found = stands(fact.forms, reading) or _by_alias(fact.forms, reading, known)
    return found or next((place for way in _WAYS if (place := way(fact, reading))), None)


def stands(forms: tuple[str, ...], reading: TextReading) -> Span | None:
    """Return where words stand together in a text, by their folded forms."""
    theirs = folds(reading.text)
    size = len(forms)
    for at in reading.names.get(forms[0], ()):
        if theirs[at : at + size] == forms:
            return reading.words[at].start, reading.words[at + size - 1].end
    return None


def _by_alias(
    mine: tuple[str, ...], reading: TextReading, known: Sequence[frozenset[tuple[str, ...]]]
) -> Span | None:
    for ways in known:
        if mine in ways or any(len(mine) == 1 and mine[0] == way[-1] for way in ways):
            for way in sorted(ways):
                place = stands(way, reading)
                if place:
                    return place
    return None


@cache
def _other_names() -> dict[str, list[tuple[tuple[str, ...], int, tuple[tuple[str, ...], ...]]]]:
    """Return, for each word of a name of a body, the ways it stands in: the way, the word's place in it, and
    all ways of saying that body.
    """
    found: dict[str, list[tuple[tuple[str, ...], int, tuple[tuple[str, ...], ...]]]] = {}
    for row in OTHER_NAMES:
        ways = tuple(folds(way) for way in row)
        for way in ways:
            for place, form in enumerate(way):
                found.setdefault(form, []).append((way, place, ways))
    return found


def _by_other_name(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where another name of the same body stands: "the Fed", "Federal Reserve"."""
    forms, size = folds(fact.claim.text), len(fact.forms)
    for way, place, ways in _other_names().get(fact.forms[0], ()):
        first = max(fact.at - place, 0)
        if forms[first : first + len(way)] == way and first + len(way) >= fact.at + size:
            found = next((span for other in ways if (span := stands(other, reading))), None)
            if found:
                return found
    return None


_INITIALS = re.compile(r"(?=(?:[a-z]*[A-Z]){2})[A-Za-z.]{2,7}")


def _by_initials(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where the name behind initials stands, or the initials of a name: "UN", "United Nations"; "BoE",
    "MoD".
    """
    only = fact.run.words[0].text.replace(".", "") if len(fact.run.words) == 1 else ""
    if _INITIALS.fullmatch(only):
        every = not only.isupper()
        wanted = only.lower()
        return next(
            (
                (r.start, r.end)
                for r in runs(reading.text)
                if wanted == initials(r) or (every and wanted == _all_initials(r))
            ),
            None,
        )
    letters = initials(fact.run)
    if len(letters) < 2:
        return None
    return next(
        ((w.start, w.end) for w in reading.words if w.text.isupper() and w.low.replace(".", "") == letters),
        None,
    )


def _by_own_initials(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where the initials stand that the claim itself gives the name: "Air and Space Museum (ASM)"."""
    words = fact.claim.words
    for at in range(fact.at + len(fact.run.words), min(fact.at + len(fact.run.words) + 6, len(words))):
        if words[at].text.isupper() and fact.claim.text[words[at].start - 1] == "(":
            before = [i for i in range(max(at - 12, 0), at) if words[i].low not in JOINED]
            letters = words[at].low
            named = before[-len(letters) :]
            if "".join(words[i].low[0] for i in named) == letters and named[0] <= fact.at:
                return stands((folded(words[at].text),), reading)
    return None


def _all_initials(run: CapitalRun) -> str:
    return "".join(w.low[0] for w in run.words) if len(run.words) > 1 else ""


def initials(run: CapitalRun) -> str:
    """Return the initials of a name of several words, in small letters: "unsc" for "UN Security Council"."""
    if len(run.words) < 2:
        return ""
    return "".join(
        w.low.replace(".", "") if w.text.isupper() and len(w.text.replace(".", "")) < 4 else w.low[0]
        for w in run.words
        if w.low not in JOINED
    )


def _by_country(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where the country of a name stands under another: "Saudi Arabia", "Saudi"; "United States",
    "American".
    """
    places = reading.names.get(country_of(fact.forms), ())
    return (reading.words[places[0]].start, reading.words[places[0]].end) if places else None


def _by_parts(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where every word of the name stands, apart; the family name alone where it stands alone."""
    return parts_stand(fact.parts, reading)


def parts_stand(parts: tuple[str, ...], reading: TextReading) -> Span | None:
    """Return where every one of some folded words stands; or the last, where no other name goes with it."""
    if not parts:
        return None
    theirs = reading.names
    if all(p in theirs for p in parts):
        return _span(reading, theirs[parts[-1]][0])
    if len(parts) < 2 or parts[-1].startswith("="):
        return None
    return next((_span(reading, at) for at in theirs.get(parts[-1], ()) if _is_alone(reading, at)), None)


def _span(reading: TextReading, at: int) -> Span:
    return reading.words[at].start, reading.words[at].end


@lru_cache(maxsize=2048)
def _run_of(text: str) -> dict[int, CapitalRun]:
    """Return the names of a text by where each of their words starts."""
    return {word.start: run for run in runs(text) for word in run.words}


def _is_alone(reading: TextReading, at: int) -> bool:
    """Whether a word stands as a family name: no common word, and nothing but a title before it."""
    word = reading.words[at]
    run = _run_of(reading.text).get(word.start)
    if run is None:
        return word.text[0].isupper() or not is_common(bare(word.low))
    return all(w.low in _SMALL or w.low in EMPTY for w in run.words if w.start < word.start)


def _by_given_name(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where somebody of the same family name has the same given name in another form, or more of
    them: "Tim Voss", "Timothy Carl Voss"; or one of them with a title.
    """
    parts = fact.bearer or fact.parts
    if len(parts) < 2:
        return None
    for at in reading.names.get(parts[-1], ()):
        run = _run_of(reading.text).get(reading.words[at].start)
        if run and any(_same_given(parts[0], folded(w.text)) for w in run.words[:-1]):
            return run.start, run.end
    place = first_name_alone(fact, reading)
    titled = place is not None and reading.words[index_at(reading.words, place[0])].low in TITLES
    return place if titled else None


def first_name_alone(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where somebody is named by the first of his names only, with a title or without."""
    parts, first = fact.bearer or fact.parts, fact.run.words[0]
    if len(parts) < 2 or len(parts[0]) < 2 or _is_a_place(first):
        return None
    if len(parts[0]) > 2 and is_common(bare(first.low)):
        return None
    for at in reading.names.get(parts[0], ()):
        run = _run_of(reading.text).get(reading.words[at].start)
        if run and [w for w in run.words if w.low not in _SMALL] == [reading.words[at]]:
            return run.start, run.end
    return None


def _same_given(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    if long.startswith(short) and (len(short) == 1 or len(short) > 2):
        return True
    return any(one in row and two in row for row in _short_names())


@cache
def _short_names() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(folded, row)) for row in SHORT_NAMES)


def _by_bearer(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where the bearer of an office or a kind of body is named without it: "Executive Producer Ted
    Ames", "Ted Ames"; "Gaza Strip", "Gaza".
    """
    if not fact.bearer:
        return None
    place = stands(fact.bearer, reading)
    if place is None or len(fact.bearer) > 1:
        return place or parts_stand(fact.bearer, reading)
    run = _run_of(reading.text).get(place[0])
    return place if run is not None and len(run.words) == 1 else None


@lru_cache(maxsize=2048)
def _joined_pairs(text: str) -> dict[str, Span]:
    """Return each two words of a text that stand together as one word: "techcrunch" for "Tech Crunch"."""
    return {
        bare(a.low + b.low): (a.start, b.end)
        for a, b in pairwise(tokens(text, "en"))
        if b.start - a.end == 1 and a.text[0].isupper()
    }


def _by_joining(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where the words are written as one, or as two: "TechCrunch", "Tech Crunch"; "F16", "F-16"."""
    lows = [bare(w.low) for w in fact.run.words]
    if len(lows) > 1:
        places = reading.names.get(folded("".join(lows)), ())
        return _span(reading, places[0]) if places else None
    return _joined_pairs(reading.text).get(lows[0]) if len(lows[0]) > 2 else None


def _by_code(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where a series stands without its maker: "Lockheed Martin F-35", "the F-35"."""
    for at in (i for i, w in enumerate(fact.run.words) if w.text[0].isdigit() and i):
        place = stands(fact.forms[at - 1 : at + 1], reading)
        if place:
            return place
    return None


# What makes people and things of a place, beyond the countries of the table: Trinidad, Trinidadian.
_OF_A_PLACE = ("n", "an", "ian", "ean", "ese", "ish", "i", "ite", "er", "sm", "ism", "ist")


def _by_people(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where the people of a place stand, or the place of a people: "Crimea", "Crimean"."""
    low = bare(fact.run.words[0].low)
    if len(fact.run.words) != 1 or len(low) < 4 or fact.forms[0][:3] not in _beginnings(reading.text):
        return None
    for form in _of_one_place(low):
        for at in reading.names.get(form, ()):
            if reading.words[at].text[0].isupper():
                return _span(reading, at)
    return None


@lru_cache(maxsize=4096)
def _beginnings(text: str) -> frozenset[str]:
    return frozenset(form[:3] for form in folds(text))


@lru_cache(maxsize=4096)
def _of_one_place(low: str) -> tuple[str, ...]:
    """Return the folded forms that a place and its people may have."""
    return tuple(dict.fromkeys(map(folded, _with_other_endings(low))))


def _with_other_endings(low: str) -> Iterator[str]:
    low = low[:-1] if low.endswith(("ns", "is", "es")) else low
    for ending in _OF_A_PLACE:
        yield low + ending
        if low.endswith("o") or low.endswith("a"):
            yield low[:-1] + ending
        if low.endswith(ending) and len(low) - len(ending) > 3:
            yield from (low.removesuffix(ending) + vowel for vowel in ("", "a", "o", "y", "e"))
    if low.endswith("c"):
        yield low + "a"


def _by_seat(fact: NameFact, reading: TextReading) -> Span | None:
    """Return where the country stands whose seat or capital the claim puts for its government, or the seat
    where the claim has the country.
    """
    lows = tuple(bare(w.low) for w in fact.run.words)
    low = lows[0] if len(lows) == 1 else ""
    before = fact.claim.words[fact.at - 1].low if fact.at else ""
    if before in _PLACED and (before != "of" or low in CAPITALS):
        return None
    seat = SEATS.get(low) or (SEATS_OF_TWO.get((lows[0], lows[1])) if len(lows) == 2 else "")
    country = seat or CAPITALS.get(low)
    if country and "=" + country in reading.names:
        return _span(reading, reading.names["=" + country][0])
    mine = PEOPLES.get(low) or country_of(fact.forms).removeprefix("=")
    return _seats(reading.text).get(mine) if mine else None


@lru_cache(maxsize=2048)
def _seats(text: str) -> dict[str, Span]:
    """Return the first seat of each country's government in a text."""
    found: dict[str, Span] = {}
    for run in runs(text):
        for at, word in enumerate(run.words):
            low = bare(word.low)
            after = bare(run.words[at + 1].low) if at + 1 < len(run.words) else ""
            country = CAPITALS.get(low) or SEATS.get(low) or SEATS_OF_TWO.get((low, after))
            if country:
                found.setdefault(country, (word.start, word.end))
    return found


_WAYS: tuple[Callable[[NameFact, TextReading], Span | None], ...] = (
    _by_initials, _by_own_initials, _by_country, _by_other_name, _by_parts, _by_bearer,
    _by_given_name, _by_joining, _by_code, _by_people, _by_seat,
)  # fmt: skip
