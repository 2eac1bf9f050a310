"""Amounts in other languages: digits by their signs, numbers in words by tables, scales and units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.language.abroad import numerals
from briefing.language.abroad.foreign_units import unit_before, unit_behind
from briefing.language.abroad.han import han_number
from briefing.language.fold import Folded, fold
from briefing.language.guess import primary
from briefing.language.numbers import Quantity

_DIGITS = r"\d{1,3}(?:[.,'٬ ]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?"
_TOKEN = re.compile(rf"(?P<digits>(?<!\d)(?<!\d[.,:]){_DIGITS})|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)")
_GROUPS = re.compile(r"[.,'٬ ](?=\d{3}(?:\D|$))")
_PER_HUNDRED = re.compile(r"\b(?:per|por|pour) (?P<hundred>cento|ciento|cent)\b")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
# Words that are a number's and something else's: read only beside another word of a number.
_AMBIGUOUS: dict[str, frozenset[str]] = {
    "it": frozenset(("sei",)), "fr": frozenset(("neuf", "cent")), "es": frozenset(("mil",)),
    "tr": frozenset(("on", "bin", "yuz", "alti")), "fa": frozenset(("سي", "ده")),
    "ar": frozenset(("ست", "عشر")), "de": frozenset(("acht",)),
}  # fmt: skip


class _Part(NamedTuple):
    """One word or group of digits of a number, in places of the folded text."""

    start: int
    end: int
    value: float
    scale: bool
    places: int = -1  # decimals that digits are written with, -1 for words


@lru_cache(maxsize=4096)
def amounts_abroad(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the amounts of a text in another language than English, in order, in code points.

    Of a language without tables only digits are read. Years (four digits from 1900 to 2100 without a unit)
    and "one" are no amounts.
    """
    code = primary(language)
    folded = fold(text, "letters")
    if code in ("zh", "ja"):
        return tuple(_han(folded))
    return tuple(_amounts(folded, code))


def _han(folded: Folded) -> Iterator[Quantity]:
    for start, end, value, rounding in han_number(folded.text):
        unit = unit_before(folded.text, start)
        behind, last = unit_behind(folded.text, end, "zh")
        if not unit and behind in ("", "year") and _is_year(folded.text[start:end], value):
            continue
        yield _quantity(folded, start, end, last, value, rounding, unit or behind)


def _amounts(folded: Folded, language: str) -> Iterator[Quantity]:
    for parts in _runs(folded.text, language):
        start, end = parts[0].start, parts[-1].end
        words = folded.text[start:end]
        vague = numerals.vague(language).get(words) if len(parts) == 1 else None
        if vague is not None:
            unit, last = unit_behind(folded.text, end, language)
            low, high = vague
            made = _quantity(folded, start, end, last, low, 0.0, unit)
            yield made._replace(low=low, high=high, vague=True)
            continue
        if len(parts) == 1 and words in _AMBIGUOUS.get(language, frozenset()):
            continue
        value, rounding = _value(parts)
        unit = unit_before(folded.text, start)
        behind, last = unit_behind(folded.text, end, language)
        if value == 1 or (not unit and not behind and _is_year(words, value)):
            continue
        yield _quantity(folded, start, end, last, value, rounding, unit or behind)


def _quantity(
    folded: Folded, start: int, end: int, last: int, value: float, rounding: float, unit: str
) -> Quantity:
    core = folded.span(start, end)
    whole = folded.span(start, last)
    return Quantity(*whole, core, value, value, value, unit, rounding=rounding)


def _is_year(words: str, value: float) -> bool:
    return len(words) == 4 and words.isdecimal() and _FIRST_YEAR <= value <= _LAST_YEAR


def _runs(text: str, language: str) -> Iterator[list[_Part]]:
    """Yield the words and digits that stand together as one number each."""
    run: list[_Part] = []
    joint = numerals.JOINTS.get(language, "")
    shares = {match.start("hundred") for match in _PER_HUNDRED.finditer(text)}
    pending = False
    for match in _TOKEN.finditer(text):
        if joint and run and match["word"] == joint:
            pending = True
            continue
        part = _part(match, language, inside=bool(run)) if match.start() not in shares else None
        if part is None or (run and not _goes_on(text, run[-1], part, pending)):
            if run:
                yield run
            run = []
        pending = False
        if part is not None:
            run.append(part)
    if run:
        yield run


def _part(match: re.Match[str], language: str, inside: bool) -> _Part | None:
    if match["digits"]:
        value, places = _digits(match["digits"])
        return _Part(match.start(), match.end(), value, False, places)
    word = match["word"].replace("’", "'")
    values, scales = numerals.values(language), numerals.scales(language)
    ways = [word]
    if language == "ar" and inside and word.startswith("و"):
        ways.append(word[1:])
    if not inside and word in numerals.vague(language):
        return _Part(match.start(), match.end(), numerals.vague(language)[word][0], False)
    for way in ways:
        if way in values:
            return _Part(match.start(), match.end(), values[way], False)
        if way in scales:
            return _Part(match.start(), match.end(), scales[way], True)
    parts = word.split("-")
    if len(parts) > 1 and all(p in values or p in scales for p in parts):  # vingt-trois, quatre-vingt-dix
        value = _value([_Part(0, 0, scales.get(p, values.get(p, 0)), p in scales) for p in parts])[0]
        return _Part(match.start(), match.end(), value, False)
    return None


def _goes_on(text: str, before: _Part, part: _Part, joined: bool) -> bool:
    between = text[before.end : part.start].strip(" .-")
    if between and not joined:
        return False
    if part.places >= 0:
        return False  # digits begin a number
    return part.scale or before.places < 0


def _digits(digits: str) -> tuple[float, int]:
    """Return the number and how many decimals it is written with: a sign before three digits parts thousands,
    but behind a nought.
    """
    plain = digits if re.match(r"0[.,٫]", digits) else _GROUPS.sub("", digits)
    _whole, point, decimals = re.sub("[,٫]", ".", plain).rpartition(".")
    number = plain.translate({0x2C: ".", 0x66B: "."})
    return (float(number), len(decimals)) if point else (float(plain), 0)


def _value(parts: list[_Part]) -> tuple[float, float]:
    """Return what words and digits of one number come to, and how far it may have been rounded."""
    total, current = 0.0, 0.0
    for part in parts:
        if not part.scale:
            fours = part.value == 20 and current == 4  # quatre-vingts
            current = current * 20 if fours else current + part.value
        elif part.value < 1000:
            current = (current or 1) * part.value if part.value == 100 else current + part.value
        else:
            total, current = total + (current or 1) * part.value, 0.0
    value = total + current
    places = parts[0].places
    scaled = len(parts) > 1 and parts[1].scale
    unit = 10.0 ** -max(places, 0) * (parts[1].value if scaled else 1.0)
    rounding = min(unit / 2, value * 0.05) if places > 0 or (scaled and places >= 0) else 0.0
    return value, rounding
