"""The names of a claim against quotes in another language or script, by their sounds.

A name that is translated (a country, a people, a ministry) has other sounds everywhere: of those nothing is
said. A name without a partner is a warning only where the quotes have words that could be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.checks.support.marks import ABSENT, FOUND, Mark, Place
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.abroad.sounds import alike, sounds
from briefing.language.countries import CAPITALS, PEOPLES
from briefing.language.lexicon import words_of
from briefing.language.names import TITLES, bare, runs
from briefing.language.tokens import Token

_MOST = 40
_FEWEST_SOUNDS = 3
_READ = frozenset(("de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "ar", "fa", "tr", "el", "he", "en"))
# Languages in which a capital inside a sentence is a name.
_CAPITALS = _READ - {"de", "ar", "fa", "he"}
# Words of names that every language has its own for.
_TRANSLATED = words_of("""
    army bank board bureau cabinet centre center chamber commission committee congress constitution council
    court defence defense department east european federation force foreign forces front government guard
    house human interior international justice kingdom law minister ministry ministries movement nation
    national nations navy news north office opposition organisation organization parliament party people
    peoples police president prime republic rights river school sea security senate south state states supreme
    treaty tribunal union united university west white world youth red black central church council""")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def check(claim: TextReading, quotes: Sequence[Quoted], taken: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield a mark for each name of the claim outside `taken` that can be compared."""
    if not all(q.reading.language in _READ for q in quotes):
        return
    for word in _names(claim):
        if any(start < word.end and word.start < end for start, end in taken):
            continue
        mine = sounds(bare(word.text), claim.language)
        if len(mine) < _FEWEST_SOUNDS:
            continue
        place = next(filter(None, (_place(mine, quoted) for quoted in quotes)), None)
        if place is not None:
            why = f"The quote has “{word.text}” in its spelling."
            yield Mark(word.start, word.end, "name", FOUND, "", why, (place,))
        elif any(_has_another(q.reading, claim) for q in quotes):
            yield Mark(word.start, word.end, "name", ABSENT, "", f"No quote names “{word.text}”.")


def _place(mine: str, quoted: Quoted) -> Place | None:
    """Return where a quote has a word with the sounds of a name, None for nowhere."""
    reading = quoted.reading
    words = _sounds_of(reading.text, reading.language)
    return next((quoted.place(start, end) for start, end, theirs in words if alike(mine, theirs)), None)


def _names(reading: TextReading) -> Iterator[Token]:
    """Yield the words of a text that are names no language translates."""
    if reading.english:
        yield from _last_words(reading)
    elif reading.language in _CAPITALS:
        words = reading.words
        inside = (w for before, w in pairwise(words) if before.sentence == w.sentence)
        yield from (w for w in inside if w.text[:1].isupper() and _is_kept(bare(w.low)))


def _last_words(reading: TextReading) -> Iterator[Token]:
    """Yield the last word of each name of an English text: the family's, or the only one."""
    for run in runs(reading.text)[:_MOST]:
        low = [bare(word.low) for word in run.words]
        if not any(word in _TRANSLATED or word in TITLES for word in low) and _is_kept(low[-1]):
            yield run.words[-1]


def _is_kept(low: str) -> bool:
    known = low in PEOPLES or low in CAPITALS or low in _TRANSLATED
    return len(low) > 3 and not known


@lru_cache(maxsize=2048)
def _sounds_of(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Return the words of a text with their sounds; a preposition written with an Arabic word is left out."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        ways = [word]
        if language in ("ar", "fa") and len(word) > 4 and word[0] in "وبلكف":
            ways.append(word[1:])
        if language == "ar" and len(word) > 4 and word.startswith("ال"):
            ways.append(word[2:])
        found += [(*match.span(), sounds(way, language)) for way in ways]
    return tuple(found)


def _has_another(quote: TextReading, claim: TextReading) -> bool:
    """Whether a quote has a name that the claim has not; of a script without capitals any word may be one."""
    if quote.language not in _CAPITALS:
        return True
    mine = [s for _start, _end, s in _sounds_of(claim.text, claim.language)]
    inside = (w for at, w in enumerate(quote.words) if w.text[:1].isupper() and at)
    return any(
        len(theirs := sounds(w.text, quote.language)) >= _FEWEST_SOUNDS
        and not any(len(m) >= 2 and (alike(m, theirs) or alike(theirs, m)) for m in mine)
        for w in inside
    )
