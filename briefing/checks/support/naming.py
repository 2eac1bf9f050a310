"""The names of a claim against those of its quotes: through aliases, possessives, other spellings and
initials.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.checks.support import office_holders, other_office
from briefing.checks.support.marks import ABSENT, DIFFERS, FOUND, Mark, Named
from briefing.checks.support.reading import Quoted, TextReading, read
from briefing.language.countries import CAPITALS, PEOPLES
from briefing.language.headlines import is_headline
from briefing.language.lexicon import EMPTY, words_of
from briefing.language.names import JOINED, TITLES, CapitalRun, bare, country_of, folded, folds, openers, runs
from briefing.language.offices import offices
from briefing.language.tokens import Token, index_at

# A claim with more names is a list: past these the rest is not compared.
_MOST = 40
# After one of these a capital is the town itself.
_PLACED = words_of("""
    in near at from outside around to toward towards into of inside above over within through""")


def check(
    claim: TextReading, quotes: Sequence[Quoted], names: Sequence[Named], taken: Sequence[tuple[int, int]]
) -> Iterator[Mark]:
    """Yield a mark for each name of the claim that does not stand in `taken`."""
    known = _aliases(tuple(names))
    openings = _known_openings(claim, quotes, known)
    for run in _without_offices(claim.text, runs(claim.text, openings)[:_MOST]):
        if _is_title_or_money(claim, run):
            continue
        if not any(start < run.end and run.start < end for start, end in taken):
            mark = _mark(claim, run, quotes, known)
            if mark is not None:
                yield mark
    of_offices = tuple(other_office.check(claim, quotes, taken))
    yield from of_offices
    yield from office_holders.check(claim, quotes, names, of_offices)


def _known_openings(
    claim: TextReading, quotes: Sequence[Quoted], known: Sequence[frozenset[tuple[str, ...]]]
) -> frozenset[str]:
    """Return the words that open a sentence of the claim and are names all the same: of an actor, or since
    the claim or a quote has them with a capital inside a sentence and nowhere without one.
    """
    words = {bare(w.low) for w in openers(claim.text)[:_MOST] if w.content}
    mine = frozenset(form for ways in known for way in ways for form in way)
    texts = (claim, *(q.reading for q in quotes), *_round(quotes))
    return frozenset(word for word in words if folded(word) in mine or _always_capital(word, texts))


def _round(quotes: Sequence[Quoted]) -> Iterator[TextReading]:
    """Yield the words before and after each quote."""
    return (read(side) for q in quotes for side in (q.cited.before, q.cited.after) if side)


def _always_capital(word: str, texts: Sequence[TextReading]) -> bool:
    """Whether a word has a capital in texts that no sentence gives it, and nowhere stands without one."""
    inside = False
    for reading in texts:
        if is_headline(reading.text):
            continue
        opening = {w.start for w in openers(reading.text)}
        for at in reading.names.get(folded(word), ()):
            found = reading.words[at]
            if found.text.islower():
                return False
            inside = inside or found.start not in opening
    return inside


def _without_offices(text: str, names: Sequence[CapitalRun]) -> Iterator[CapitalRun]:
    """Yield the names, an office inside one taken out: "Turkish Foreign Minister Hulusi Akar" is two."""
    held = offices(text)
    for run in names:
        inside = [o for o in held if run.start <= o.start and o.end <= run.end and o.end < run.end]
        if not inside:
            yield run
            continue
        parts: list[list[Token]] = [[]]
        for word in run.words:
            if any(o.start <= word.start < o.end for o in inside):
                parts.append([])
            else:
                parts[-1].append(word)
        yield from (CapitalRun(tuple(part)) for part in parts if any(w.low not in JOINED for w in part))


def _is_title_or_money(claim: TextReading, run: CapitalRun) -> bool:
    """Whether the capitals are no name: "the President", "the US dollar"."""
    at = index_at(claim.words, run.words[-1].start) + 1
    money = at < len(claim.words) and claim.words[at].low in (
        "dollar",
        "dollars",
        "lira",
        "pound",
        "pounds",
        "rouble",
        "roubles",
    )
    return money or all(bare(w.low) in TITLES for w in run.words)


@lru_cache(maxsize=64)
def _aliases(names: tuple[Named, ...]) -> tuple[frozenset[tuple[str, ...]], ...]:
    """Return, for each known name, every way of saying it, folded word by word."""
    return tuple(frozenset(folds(way) for way in (name.name, *name.aliases) if folds(way)) for name in names)


def _mark(
    claim: TextReading, run: CapitalRun, quotes: Sequence[Quoted], known: Sequence[frozenset[tuple[str, ...]]]
) -> Mark | None:
    mine = tuple(folded(w.text) for w in run.words)
    words = claim.text[run.start : run.end]
    for quoted in quotes:
        place = (
            _stands(mine, quoted.reading)
            or _by_alias(mine, quoted.reading, known)
            or _by_initials(run, quoted.reading)
            or _by_country(mine, quoted.reading)
            or _by_other_name(claim, run, quoted.reading)
        )
        place = place or _by_parts(mine, quoted.reading) or _by_capital(claim, run, quoted.reading)
        if place:
            seen = quoted.words(*place)
            return Mark(
                run.start, run.end, "name", FOUND, seen, f"The quote has “{seen}”.", (quoted.place(*place),)
            )
    clash = _clash(run, mine, quotes)
    if clash is not None:
        return clash
    for quoted in quotes:
        for side in (quoted.cited.before, quoted.cited.after):
            around = read(side)
            if (
                _stands(mine, around)
                or _by_alias(mine, around, known)
                or _by_parts(mine, around)
                or _by_initials(run, around)
            ):
                return Mark(
                    run.start, run.end, "name", FOUND, words, f"The words round the quote have “{words}”."
                )
    if any(not q.reading.english for q in quotes):
        return None  # another script or spelling: nothing can be decided
    return Mark(run.start, run.end, "name", ABSENT, "", f"No quote names “{words}”.")


def _stands(mine: tuple[str, ...], reading: TextReading) -> tuple[int, int] | None:
    """Return where the words stand together in a text, by their folded forms."""
    theirs = folds(reading.text)
    size = len(mine)
    for at in reading.names.get(mine[0], ()):
        if theirs[at : at + size] == mine:
            return reading.words[at].start, reading.words[at + size - 1].end
    return None


def _by_alias(
    mine: tuple[str, ...], reading: TextReading, known: Sequence[frozenset[tuple[str, ...]]]
) -> tuple[int, int] | None:
    for ways in known:
        if mine in ways or any(len(mine) == 1 and mine[0] == way[-1] for way in ways):
            for way in sorted(ways):
                place = _stands(way, reading)
                if place:
                    return place
    return None


# Other names of bodies, a line each, that no initials lead to.
_OTHERWISE = tuple(
    tuple(folds(way) for way in line.split("|"))
    for line in (
        "fed|federal reserve",
        "doctors without borders|médecins sans frontières|msf",
        "reporters without borders|reporters sans frontières",
        "red cross|icrc",
        "hamas|islamic resistance movement",
        "houthi|houthis|ansar allah",
        "unhcr|un refugee agency|united nations refugee agency",
        "unicef|un children's fund|united nations children's fund",
        "unrwa|un agency for palestinian refugees|un palestinian refugee agency",
        "iaea|un nuclear watchdog|un atomic agency",
        "ocha|un humanitarian office|un humanitarian agency",
    )
)
_INITIALS = re.compile(r"(?=(?:[a-z]*[A-Z]){2})[A-Za-z.]{2,7}")


def _by_other_name(claim: TextReading, run: CapitalRun, reading: TextReading) -> tuple[int, int] | None:
    """Return where another name of the same body stands: "the Fed", "Federal Reserve"; "UNHCR", "the UN
    refugee agency".
    """
    forms, at = folds(claim.text), claim.words.index(run.words[0])
    for ways in _OTHERWISE:
        if any(forms[max(at - n, 0) : at - n + len(way)] == way for way in ways for n in range(len(way))):
            return next((place for way in ways if (place := _stands(way, reading))), None)
    return None


def _by_initials(run: CapitalRun, reading: TextReading) -> tuple[int, int] | None:
    """Return where the name behind initials stands, or the initials of a name: "UN", "United Nations"; "BoE",
    "MoD".
    """
    only = run.words[0].text if len(run.words) == 1 else ""
    if _INITIALS.fullmatch(only) and not only.replace(".", "").isupper():
        return next(
            (
                (r.start, r.end)
                for r in runs(reading.text)
                if only.lower() in (_initials(r), _all_initials(r))
            ),
            None,
        )
    if len(run.words) == 1 and run.words[0].text.replace(".", "").isupper() and len(run.words[0].text) > 1:
        letters = run.words[0].text.replace(".", "").lower()
        return next(((r.start, r.end) for r in runs(reading.text) if _initials(r) == letters), None)
    letters = _initials(run)
    if len(letters) > 1:
        return next(
            (
                (w.start, w.end)
                for w in reading.words
                if w.text.isupper() and w.low.replace(".", "") == letters
            ),
            None,
        )
    return None


def _all_initials(run: CapitalRun) -> str:
    return "".join(w.low[0] for w in run.words) if len(run.words) > 1 else ""


def _initials(run: CapitalRun) -> str:
    return "".join(w.low[0] for w in run.words if w.low not in JOINED) if len(run.words) > 1 else ""


def _by_parts(mine: tuple[str, ...], reading: TextReading) -> tuple[int, int] | None:
    """Return where every word of the name stands, apart; the family name alone where it stands alone."""
    theirs = reading.names
    parts = [m for m in mine if m not in JOINED and m not in TITLES]
    if not parts:
        return None
    if all(p in theirs for p in parts):
        at = theirs[parts[-1]][0]
        return reading.words[at].start, reading.words[at].end
    if len(parts) > 1 and parts[-1] in theirs and not parts[-1].startswith("="):
        at = theirs[parts[-1]][0]
        while at and reading.words[at - 1].low in JOINED and reading.words[at - 1].low != "and":
            at -= 1  # "al" of "Tahrir al-Sham" is no end of the name
        before = reading.words[at - 1] if at else None
        if (
            before is None
            or not before.text[0].isupper()
            or before.low in TITLES
            or before.low in EMPTY
            or before.sentence != reading.words[at].sentence
        ):
            last = theirs[parts[-1]][0]
            return reading.words[last].start, reading.words[last].end
    return None


def _by_country(mine: tuple[str, ...], reading: TextReading) -> tuple[int, int] | None:
    """Return where the country of a name stands under another: "Saudi Arabia", "Saudi"; "United States",
    "American".
    """
    places = reading.names.get(country_of(mine), ())
    return (reading.words[places[0]].start, reading.words[places[0]].end) if places else None


def _by_capital(claim: TextReading, run: CapitalRun, reading: TextReading) -> tuple[int, int] | None:
    """Return where the country stands whose capital the claim puts for its government, or the capital for the
    country.
    """
    low = bare(run.words[0].low) if len(run.words) == 1 else ""
    at = claim.words.index(run.words[0])
    if at and claim.words[at - 1].low in _PLACED:
        return None
    country = CAPITALS.get(low)
    if country and "=" + country in reading.names:
        index = reading.names["=" + country][0]
        return reading.words[index].start, reading.words[index].end
    mine = PEOPLES.get(low) or country_of([folded(w.text) for w in run.words]).removeprefix("=")
    if not mine:
        return None
    return next(((w.start, w.end) for w in reading.words if CAPITALS.get(bare(w.low)) == mine), None)


def _clash(run: CapitalRun, mine: tuple[str, ...], quotes: Sequence[Quoted]) -> Mark | None:
    """Return a mark where a quote has a name that shares a word with this one: another first name."""
    parts = {m for m in mine if m not in JOINED and m not in TITLES and not m.startswith("=")}
    for quoted in quotes:
        for other, theirs in _folded_runs(quoted.reading.text):
            if (len(mine) > 1 and len(other.words) > 1 and parts & theirs) or _same_code(run, other):
                seen = quoted.words(other.start, other.end)
                words = " ".join(w.text for w in run.words)
                why = f"The claim names “{words}”, the quote “{seen}”."
                return Mark(
                    run.start, run.end, "name", DIFFERS, seen, why, (quoted.place(other.start, other.end),)
                )
    return None


@lru_cache(maxsize=4096)
def _folded_runs(text: str) -> tuple[tuple[CapitalRun, frozenset[str]], ...]:
    """Return the names of a text, each with the folded forms of its words."""
    return tuple((run, frozenset(folded(w.text) for w in run.words)) for run in runs(text))


def _same_code(one: CapitalRun, two: CapitalRun) -> bool:
    """Whether two names are of one series: M4 and M5."""
    if len(one.words) != 1 or len(two.words) != 1:
        return False
    first, second = one.words[0].text, two.words[0].text
    return (
        any(c.isdigit() for c in first)
        and first[0] == second[0]
        and re.sub(r"\d", "", first) == re.sub(r"\d", "", second)
    )
