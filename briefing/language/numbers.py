"""Quantities as prose writes them: digits and words, by language, with what stands round them.

A quantity is the least and the most that its words allow: "at least 30" has no upper bound, "hundreds" is
200 to 999, "about 1,000" is a tenth either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.language.clock import read_clock
from briefing.language.guess import primary
from briefing.language.lexicon import words_of
from briefing.language.units import UNITS, unit_of

INFINITY = float("inf")

_UNITS_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_SMALL = {word: n for n, word in enumerate(_UNITS_WORDS.split())}
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: n * 10 for n, word in enumerate(_TENS_WORDS.split(), start=2)}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12.0,
    "millionen": 1e6, "millones": 1e6, "millions": 1e6, "milyon": 1e6, "milioni": 1e6, "miljoen": 1e6,
    "milliarden": 1e9, "milliards": 1e9, "milyar": 1e9, "miliardi": 1e9, "миллионов": 1e6, "тысяч": 1e3,
    "bin": 1e3,
}  # fmt: skip
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS = {word: n for n, word in enumerate(_ORDINAL_WORDS.split(), start=1)} | {
    "thirteenth": 13,
    "fifteenth": 15,
    "twentieth": 20,
    "thirtieth": 30,
    "fiftieth": 50,
    "hundredth": 100,
}
_VAGUE = {
    "dozens": (24, 120), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2e3, 9999),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9), "tens of thousands": (2e4, 99_999), "hundreds of thousands": (2e5, 999_999),
    "tens of millions": (2e7, 99_999_999), "hundreds of millions": (2e8, 999_999_999),
    "dozens of thousands": (24e3, 99_999),
}  # fmt: skip
_FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "tenth": 1 / 10,
    "thirds": 1 / 3, "quarters": 1 / 4, "fifths": 1 / 5, "tenths": 1 / 10,
}  # fmt: skip
# What stands before a number, and the bounds it makes of a value.
_ABOUT, _LEAST, _OVER, _MOST, _UNDER, _NEARLY = (
    "about",
    "at least",
    "more than",
    "at most",
    "less than",
    "nearly",
)
_APPROXIMATORS = {
    "about": _ABOUT, "around": _ABOUT, "roughly": _ABOUT, "some": _ABOUT, "approximately": _ABOUT,
    "circa": _ABOUT, "perhaps": _ABOUT, "maybe": _ABOUT,
    "an estimated": _ABOUT, "estimated": _ABOUT, "approx": _ABOUT, "in the region of": _ABOUT,
    "or so": _ABOUT,
    "at least": _LEAST, "no fewer than": _LEAST, "no less than": _LEAST, "not less than": _LEAST,
    "a minimum of": _LEAST,
    "as low as": _LEAST, "more than": _OVER, "over": _OVER, "upwards of": _OVER, "above": _OVER,
    "well over": _OVER,
    "greater than": _OVER, "in excess of": _OVER, "exceeding": _OVER, "exceeded": _OVER, "at most": _MOST,
    "up to": _MOST,
    "no more than": _MOST, "as many as": _MOST, "as much as": _MOST, "a maximum of": _MOST,
    "not more than": _MOST,
    "fewer than": _UNDER, "less than": _UNDER, "under": _UNDER, "below": _UNDER, "nearly": _NEARLY,
    "almost": _NEARLY,
    "close to": _NEARLY, "just under": _NEARLY, "just over": _OVER, "slightly more than": _OVER,
}  # fmt: skip
_DOT_THOUSANDS = words_of("""
    de fr es it pt nl tr id da el ro ru pl uk cs sv nb no fi hu bg sr hr sl sk""")

_SPACE = "[ \u00a0\u202f]"
_DIGITS = (
    rf"\d{{1,3}}(?:\.\d{{3}})+,\d+|\d{{1,3}}(?:(?:,\d{{3}})+|(?:\.\d{{3}}){{2,}}|"
    rf"(?:{_SPACE}\d{{3}})+|(?:['’٬]\d{{3}})+)(?:\.\d+)?|\d+(?:[.,]\d+)?"
)
_WORDS = "|".join(sorted((*_SMALL, *_TENS), key=len, reverse=True))
_AFTER_DIGITS = "|".join(sorted((s for s in _SCALES if len(s) > 1), key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|dozen"
_ONE = rf"(?:{_WORDS})(?:[ -](?:{_WORDS}))?"
_WORDY = (
    rf"(?:(?:{_ONE}|an?)[ -](?:{_SCALE})|{_ONE})(?:(?:[ -]and[ ]|[ ])(?:{_ONE})(?:[ "
    rf"](?:{_SCALE}))?|[ ](?:{_SCALE}))*"
)
_APPROX = "|".join(re.escape(a) for a in sorted(_APPROXIMATORS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"""(?<![\w.,])(?<![A-Za-z]-)(?:(?P<approx>{_APPROX})[ ](?:the[ ]|an?[ ](?={_SCALE}\b))?)?
    (?P<money>(?:US|C|A|HK)?[$€£¥₺₽₴₹₪])?[ ]?
    (?:(?P<vague>(?:tens|hundreds|dozens)[ ]of[ ](?:thousands|millions)|dozens|scores|hundreds
        |thousands|millions|billions)
      |(?P<ratio>(?:{_WORDS}|\d{{1,3}})[ ](?:in|out[ ]of)[ ](?P<whole>{_WORDS}|\d{{1,4}}))
        (?=[ ](?!\d|(?:{"|".join(UNITS)})(?!\w)))
      |(?P<part>an?|one|two|three|four|nine)[ -](?P<fraction>half|thirds?|quarters?|fifths?|sixth|tenths?)
        (?=[ ](?:of|the|its|their|in|from|since|over|to|more|less|fewer)\b|[.,;]|$)
      |(?P<halved>half|(?:a|three)[ -]quarters?[ ]of)[ -](?:an?[ ])?(?P<of>million|billion|trillion|dozen)
      |(?P<and_half>(?:{_WORDS}|\d{{1,3}})[ ]and[ ]a[ ]half)(?:[ ](?P<half_scale>million|billion|trillion))?
      |an?[ ](?P<whole_unit>hour|day|week|month|year|decade)[ ]and[ ]a[ ]half
      |(?P<bare_half>half)(?=[ ](?:of\b|the\b|its\b|their\b|all\b|an?[ ](?:{"|".join(UNITS)})(?!\w)))
      |(?P<digits>{_DIGITS})(?P<ordinal>st|nd|rd|th)?
        (?:[ -]?(?P<scale>(?:{_AFTER_DIGITS})\b
          |[kKmM](?![\w²]|[ ](?:wide|long|deep|high|tall|thick|away)\b)))?
      |(?P<wordy>(?>{_WORDY}))
      |(?P<wordy_ordinal>{"|".join(_ORDINALS)}))
    (?![\w]|[.,]\d)(?!-(?-i:[A-Z]))""",
    re.VERBOSE | re.IGNORECASE,
)
# A word that cannot open an amount need not be asked.
_START = re.compile(r"(?:US|C|A|HK)?[$€£¥₺₽₴₹₪]|[^\W\d_]+|\d+")
_FIRST_WORDS = frozenset(
    (*_SMALL, *_TENS, *_ORDINALS, "a", "an", "half", *(w.split()[0] for w in (*_VAGUE, *_APPROXIMATORS)))
)
_RANGE = re.compile(r"[ ]?[–—-][ ]?|[ ](?:to|and|or)[ ]")
_AFTER = re.compile(r"[ -]?(?P<unit>" + "|".join(UNITS) + r")(?![\w])", re.IGNORECASE)
_PART_OF = re.compile(r"(?:[ ]of)?[ ]an?[ ](?P<unit>" + "|".join(UNITS) + r")(?!\w)", re.IGNORECASE)
_OR_MORE = re.compile(r"[ ](?P<more>or[ ]more|or[ ]so|or[ ]fewer|or[ ]less)\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|age of|turn(?:s|ed)|who(?: is|'s|’s| was)(?: now)?)[ ]$", re.IGNORECASE)
_APPOSED = re.compile(r"[^\W\d_]{3},[ ]$")
# "No one", "one of the", "the one": a pronoun.
_PRONOUN_BEFORE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|the|another|which|permanent|last|only|"
    r"new|old|good|lasting|first|a|big|such)[ ]$",
    re.IGNORECASE,
)
_PRONOUN_AFTER = re.compile(
    r"(?=[.,;:!?)”\"']|$|[ ](?:of|is|was|who|that|another|can|could|in|for|to|with|by|has|"
    r"had|way|hand|and|or|day)\b)",
    re.IGNORECASE,
)


class Quantity(NamedTuple):
    """An amount in a text. `low`, `high`: the least and the most meant; `value`: the number named.

    `start`, `end`: code points, approximator and unit included; `core`: those of the number itself.
    `unit`: "" for a plain count, else a key of `units`. `approx`: "" or which bound the words set.
    `vague`: "hundreds". `rounding`: how far the value may be from a longer one it was rounded from.
    """

    start: int
    end: int
    core: tuple[int, int]
    value: float
    low: float
    high: float
    unit: str = ""
    approx: str = ""
    vague: bool = False
    ordinal: bool = False
    rounding: float = 0.0


@lru_cache(maxsize=8192)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Return every amount of a text in order. `language` says what a dot or a comma in digits means."""
    return tuple(_ranged(text, list(_single(text, primary(language)))))


_BLANKS = re.compile("[ \u00a0\u202f'’٬]")
_THREE = re.compile(r"\d{1,3}[.,]\d{3}")


def _single(text: str, language: str) -> Iterator[Quantity]:
    at = 0
    for word in _START.finditer(text):
        low = word.group().lower()
        if (low.isalpha() and low not in _FIRST_WORDS) or word.start() < at:
            continue
        clock = read_clock(text, word.start()) if low[0].isdigit() else None
        if clock is not None:
            at, minutes, half = clock
            yield Quantity(
                word.start(), at, (word.start(), at), minutes, minutes, minutes, "clock", rounding=half
            )
            continue
        match = _NUMBER.match(text, word.start())
        if match is None:
            continue
        at = match.end()
        found = _quantity(text, match, language)
        if found is not None:
            yield found


def _quantity(text: str, match: re.Match[str], language: str) -> Quantity | None:
    if _is_pronoun(text, match):
        return None
    value, rounding, ordinal, fraction = _value(match, language)
    if value is None:
        return None
    part = _PART_OF.match(text, match.end()) if match["fraction"] or match["bare_half"] else None
    unit, end = (unit_of(part["unit"]), part.end()) if part else _unit(text, match)
    if ordinal and unit:
        unit, end = "", match.end()  # "the second week" is no length of time
    if fraction and not part:
        value, unit = value * 100, "percent"
    approx, end = _approximated(text, match, end)
    vague = " ".join((match["vague"] or "").lower().split())
    low, high = _VAGUE[vague] if vague else _bounds(value, approx)
    core = _core_start(text, match), match.end()
    return Quantity(
        match.start(), end, core, value, low, high, unit, approx, bool(vague), ordinal, rounding
    )  # fmt: skip


def _is_pronoun(text: str, match: re.Match[str]) -> bool:
    """Whether "one" counts nothing: "no one", "one of them"."""
    return match.group().lower() == "one" and bool(
        _PRONOUN_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
        or _PRONOUN_AFTER.match(text, match.end())
    )


def _core_start(text: str, match: re.Match[str]) -> int:
    """Return where the number itself begins, behind "about" or "at least"."""
    start = match.end("approx") if match["approx"] else match.start()
    while start < match.end() and text[start].isspace():
        start += 1
    return start


def _approximated(text: str, match: re.Match[str], end: int) -> tuple[str, int]:
    """Return which bound the words set before a number, or behind it, and where all its words end."""
    approx = _APPROXIMATORS.get((match["approx"] or "").lower(), "")
    later = _OR_MORE.match(text, end)
    if later and not approx:
        return {"or more": _LEAST, "or so": _ABOUT}.get(later["more"].lower(), _MOST), later.end()
    return approx, end


def _unit(text: str, match: re.Match[str]) -> tuple[str, int]:
    """Return the unit of a number, "" for a plain count, and where its words end."""
    unit, end = unit_of(match["money"] or match["whole_unit"] or ""), match.end()
    after = _AFTER.match(text, end)
    if after:
        named = unit_of(after["unit"])
        if named == "pound" and (unit == "pound sterling" or _is_money(match)):
            named = "pound sterling"
        if not unit or named == unit:
            unit, end = named, after.end()
    elif not unit and _is_age(text, match.start(), end):
        unit = "year"
    return unit, end


def _is_money(match: re.Match[str]) -> bool:
    """Whether a number of pounds is one of money: nobody weighs in millions."""
    return bool(match["scale"] or re.search("(?i:m|b|tr)illion$", match.group()))


def _is_age(text: str, start: int, end: int) -> bool:
    """Whether a bare number is how old somebody is: "aged seven", "Ahmed, 34, said"."""
    before = text[max(0, start - 12) : start]
    return bool(_AGED.search(before)) or (
        end - start < 3 and text[end : end + 1] == "," and bool(_APPOSED.search(before))
    )


def _value(match: re.Match[str], language: str) -> tuple[float | None, float, bool, bool]:
    """Return the number, how far it may have been rounded, and whether it is an ordinal or a fraction."""
    if match["vague"]:
        return _VAGUE[" ".join(match["vague"].lower().split())][0], 0.0, False, False
    if match["ratio"]:
        part, whole = _small(match["ratio"].split()[0]), _small(match["whole"])
        return (part / whole if whole else None), 0.0, False, True
    if match["fraction"]:
        return _small(match["part"]) * _FRACTIONS[match["fraction"].lower()], 1.0, False, True  # of a hundred
    if match["halved"]:
        share = {"h": 0.5, "a": 0.25, "t": 0.75}[match["halved"][0].lower()]
        return share * _SCALES[match["of"].lower()], 0.0, False, False
    if match["and_half"]:
        scale = _SCALES[match["half_scale"].lower()] if match["half_scale"] else 1.0
        return (_small(match["and_half"].split()[0]) + 0.5) * scale, 0.0, False, False
    if match["whole_unit"]:
        return 1.5, 0.0, False, False
    if match["bare_half"]:
        return 0.5, 0.0, False, True
    if match["digits"]:
        value, places = _digits(match["digits"], language)
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
        unit = 10.0**-places * scale
        # "1.2 million" and "25 per cent" are rounded by habit; a bare "1,200" is not.
        rounding = min(unit / 2, value * scale * 0.05) if match["scale"] or places else 0.0
        return value * scale, rounding, bool(match["ordinal"]), False
    if match["wordy"]:
        return _words(match["wordy"]), 0.0, False, False
    return float(_ORDINALS[match["wordy_ordinal"].lower()]), 0.0, True, False


def _small(word: str) -> int:
    word = word.lower()
    return int(word) if word.isdigit() else _SMALL.get(word, _TENS.get(word, 1))


def _digits(digits: str, language: str) -> tuple[float, int]:
    """Return the number and how many decimals it is written with."""
    if digits.isdecimal():
        return float(digits), 0
    plain = _BLANKS.sub("", digits)
    dot, comma = plain.rfind("."), plain.rfind(",")
    if dot >= 0 and comma >= 0:
        point = "." if dot > comma else ","  # of two kinds, the last is the decimal sign
    elif plain.count(".") > 1 or plain.count(",") > 1:
        point = ""
    elif _THREE.fullmatch(plain):
        point = "," if language in _DOT_THOUSANDS else "."
    else:
        point = "." if dot >= 0 else ","
    whole, _, decimals = plain.rpartition(point) if point and point in plain else (plain, "", "")
    whole = re.sub("[.,]", "", whole)
    return float(f"{whole or 0}.{decimals or 0}"), len(decimals)


def _words(words: str) -> float:
    total, current = 0.0, 0.0
    for word in re.split(r"[ -]+", words.lower()):
        if word in ("a", "an"):
            current = 1
        elif word in _SMALL or word in _TENS:
            current += _SMALL.get(word, 0) + _TENS.get(word, 0)
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale <= 100:
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0.0
    return total + current


def _bounds(value: float, approx: str) -> tuple[float, float]:
    tiny = max(abs(value) * 1e-6, 1e-6)
    return {
        "": (value, value),
        _ABOUT: (value * 0.9, value * 1.1),
        _NEARLY: (value * 0.9, value),
        _LEAST: (value, INFINITY),
        _OVER: (value + tiny, INFINITY),
        _MOST: (0.0, value),
        _UNDER: (0.0, value - tiny),
    }[approx]


def _ranged(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, "30 to 50" and "between 30 and 50" as one."""
    at = 0
    while at < len(found):
        one = found[at]
        at += 1
        if at < len(found):
            two = found[at]
            joint = text[one.core[1] : two.core[0]]
            if _is_range(text, one, two, joint):
                at += 1
                yield Quantity(
                    one.start, two.end, (one.core[0], two.core[1]), one.value, one.low * _lift(one, two),
                    two.high,
                    two.unit or one.unit, "range",
                )  # fmt: skip
                continue
        yield one


def _lift(one: Quantity, two: Quantity) -> float:
    """Return by what the first of "2 to 3 million" is to be multiplied."""
    for scale in (1e9, 1e6, 1e3):
        if two.value >= scale and one.value < 1000 and two.rounding != 0.0:
            return scale
    return 1.0


def _is_range(text: str, one: Quantity, two: Quantity, joint: str) -> bool:
    if one.vague or two.vague or one.ordinal or two.approx or one.value > two.value:
        return False
    if one.unit and two.unit and one.unit != two.unit:
        return False
    if not _RANGE.fullmatch(joint):
        return False
    word = joint.strip().lower()
    return word != "and" or text[max(0, one.start - 8) : one.start].lower() == "between "
