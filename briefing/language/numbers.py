"""Quantities as prose writes them: digits and words, by language, with what stands round them.

A quantity is the least and the most that its words allow: "at least 30" has no upper bound, "hundreds" is
200 to 999, "about 1,000" is a tenth either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.language.clock import NAMED_TIMES, read_clock
from briefing.language.guess import primary
from briefing.language.number_words import (
    ABOUT,
    AFTER,
    AGE_ENDS,
    AGED,
    AGED_ENDS,
    APPOSED,
    APPROXIMATORS,
    ASCII_START,
    DOT_THOUSANDS,
    FIRST_WORDS,
    FRACTIONS,
    LEAST,
    LONGEST_OPENING,
    MOST,
    NAMED_BEFORE,
    NEARLY,
    NUMBER,
    OLD,
    OPENINGS,
    OR_MORE,
    ORDINALS,
    OVER,
    PART_OF,
    PLUS,
    PRONOUN_AFTER,
    PRONOUN_BEFORE,
    RANGE,
    SCALES,
    SCORED,
    SMALL,
    START,
    TENS,
    TOLERANCE,
    UNDER,
    VAGUE,
)
from briefing.language.units import GLUED, unit_of

INFINITY = float("inf")


class Quantity(NamedTuple):
    """An amount in a text. `low`, `high`: the least and the most meant; `value`: the number named.

    `start`, `end`: code points, approximator and unit included; `core`: those of the number itself.
    `unit`: "" for a plain count, else a key of `units`. `approx`: "" or which bound the words set.
    `vague`: "hundreds". `rounding`: how far the value may be from a longer one it was rounded from.
    `age`: whether it is how old somebody or something is; its unit is then years.
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
    age: bool = False


@lru_cache(maxsize=8192)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Return every amount of a text in order. `language` says what a dot or a comma in digits means."""
    return tuple(_ranged(text, list(_single(text, primary(language)))))


_BLANKS = re.compile("[ \u00a0\u202f'’٬]")
_THREE = re.compile(r"\d{1,3}[.,]\d{3}")


def _single(text: str, language: str) -> Iterator[Quantity]:
    at = 0
    for word in (ASCII_START if text.isascii() else START).finditer(text):
        low = word.group().lower()
        if (low.isalpha() and low not in FIRST_WORDS) or word.start() < at:
            continue
        if low in OPENINGS:
            following = text[word.start() : word.start() + LONGEST_OPENING].lower()
            if not following.startswith(OPENINGS[low]):
                continue
        match = NUMBER.match(text, word.start())
        begins = _core_start(text, match) if match else word.start()
        clock = read_clock(text, begins) if text[begins].isdigit() or low in NAMED_TIMES else None
        if clock is not None:
            at, minutes, half = clock
            yield Quantity(word.start(), at, (begins, at), minutes, minutes, minutes, "clock", rounding=half)
            continue
        if match is None:
            continue
        found = _quantity(text, match, language)
        at = max(match.end(), found.end if found else 0)
        if found is not None:
            yield found


def _quantity(text: str, match: re.Match[str], language: str) -> Quantity | None:
    if _is_pronoun(text, match):
        return None
    value, rounding, ordinal, fraction = _value(match, language)
    if value is None:
        return None
    part = PART_OF.match(text, match.end()) if fraction else None
    plus, off, end = _behind(text, match.end())
    unit, end = (unit_of(part["unit"]), part.end()) if part else _unit(text, match, end)
    if unit.startswith("?") and language not in ("", "en"):
        return None  # "2e", "3ter": no unit, and no number of English
    if ordinal and unit:
        unit, end = "", match.end()  # "the second week" is no length of time
    if fraction and not part:
        value, unit = value * 100, "percent"
    age, unit, end = _age(text, match, unit, end)
    approx, end = (LEAST, end) if plus else _approximated(text, match, end)
    vague = " ".join(match["vague"].lower().split()) if match["vague"] else ""
    low, high = VAGUE[vague] if vague else _bounds(value, approx, off)
    core = _core_start(text, match), match.end()
    return Quantity(
        match.start(), end, core, value, low, high, unit, approx, bool(vague), ordinal, rounding, age
    )  # fmt: skip


_BEHIND = ("+", "±", "p")


def _behind(text: str, end: int) -> tuple[bool, float, int]:
    """Return whether a plus stands behind a number, how far off it may be, and where these end."""
    if text[end : end + 2].lstrip()[:1] not in _BEHIND:
        return False, 0.0, end
    plus, off = PLUS.match(text, end), TOLERANCE.match(text, end)
    if off:
        return False, float(off["by"]), off.end()
    return (True, 0.0, plus.end()) if plus else (False, 0.0, end)


def _is_pronoun(text: str, match: re.Match[str]) -> bool:
    """Whether "one" counts nothing: "no one", "one of them"."""
    return match.group().lower() == "one" and bool(
        PRONOUN_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
        or PRONOUN_AFTER.match(text, match.end())
    )


def _core_start(text: str, match: re.Match[str]) -> int:
    """Return where the number itself begins, behind "about" or "at least"."""
    start = match.end("approx") if match["approx"] else match.start()
    while start < match.end() and text[start].isspace():
        start += 1
    return start


def _approximated(text: str, match: re.Match[str], end: int) -> tuple[str, int]:
    """Return which bound the words set before a number, or behind it, and where all its words end."""
    approx = APPROXIMATORS.get(match["approx"].lower(), "") if match["approx"] else ""
    later = OR_MORE.match(text, end)
    if later and not approx:
        return {"or more": LEAST, "or so": ABOUT}.get(later["more"].lower(), MOST), later.end()
    return approx, end


def _unit(text: str, match: re.Match[str], end: int) -> tuple[str, int]:
    """Return the unit of a number, "" for a plain count, and where its words end: `end` without any. Letters
    right behind digits that no table has are a unit of their own, with a question mark before them.
    """
    unit = unit_of(match["money"] or match["whole_unit"] or "")
    after = AFTER.match(text, end)
    if after:
        short = after["glued"] or after["inch"]
        named = unit_of(after["unit"]) if after["unit"] else GLUED.get(short, f"?{short}")
        if named == "pound" and (unit == "pound sterling" or _is_money(match)):
            named = "pound sterling"
        if not unit or named == unit:
            unit, end = named, after.end()
    return unit, end


def _is_money(match: re.Match[str]) -> bool:
    """Whether a number of pounds is one of money: nobody weighs in millions."""
    return bool(match["scale"] or re.search("(?i:m|b|tr)illion$", match.group()))


def _age(text: str, match: re.Match[str], unit: str, end: int) -> tuple[bool, str, int]:
    """Return whether a number is how old somebody is, with the unit it then has and where its words end."""
    old = OLD.match(text, end) if unit in ("year", "month", "week", "day") else None
    if old:
        return True, unit, old.end()
    if unit and not (unit == "year" and _is_aged(text, match.start())):
        return False, unit, end
    return (True, "year", end) if unit or _is_age(text, match.start(), end) else (False, unit, end)


def _is_aged(text: str, start: int) -> bool:
    ends = text[max(0, start - 3) : start].lower() in AGED_ENDS
    return ends and AGED.search(text[max(0, start - 24) : start]) is not None


def _is_age(text: str, start: int, end: int) -> bool:
    """Whether a bare number is how old somebody is: "aged seven", "Ahmed, 34, said", "Ames, at 31"."""
    if _is_aged(text, start):
        return True
    before = text[max(0, start - 24) : start]
    if end - start < 3 and text[end : end + 1] == "," and APPOSED.search(before):
        return True
    short = end - start < 3 or text[start:end].isalpha()
    return short and bool(AGE_ENDS.match(text, end)) and bool(NAMED_BEFORE.search(before))


def _value(match: re.Match[str], language: str) -> tuple[float | None, float, bool, bool]:
    """Return the number, how far it may have been rounded, and whether it is an ordinal or a fraction."""
    if match["digits"]:
        value, places = _digits(match["digits"], language)
        scale = SCALES[match["scale"].lower()] if match["scale"] else 1.0
        unit = 10.0**-places * scale
        # "1.2 million" and "25 per cent" are rounded by habit; a bare "1,200" is not.
        rounding = min(unit / 2, value * scale * 0.05) if match["scale"] or places else 0.0
        return value * scale, rounding, bool(match["ordinal"]), False
    if match["vague"]:
        return VAGUE[" ".join(match["vague"].lower().split())][0], 0.0, False, False
    if match["ratio"]:
        part, whole = _small(match["ratio"].split()[0]), _small(match["whole"])
        return (part / whole if whole else None), 0.0, False, True
    if match["fraction"]:
        return _small(match["part"]) * FRACTIONS[match["fraction"].lower()], 1.0, False, True  # of a hundred
    if match["halved"]:
        share = {"h": 0.5, "a": 0.25, "t": 0.75}[match["halved"][0].lower()]
        return share * SCALES[match["of"].lower()], 0.0, False, False
    if match["and_half"]:
        scale = SCALES[match["half_scale"].lower()] if match["half_scale"] else 1.0
        return (_small(match["and_half"].split()[0]) + 0.5) * scale, 0.0, False, False
    if match["whole_unit"]:
        return 1.5, 0.0, False, False
    if match["bare_half"]:
        return 0.5, 0.0, False, True
    if match["wordy"]:
        return _words(match["wordy"]), 0.0, False, False
    return _ordinal(match["wordy_ordinal"].lower()), 0.0, True, False


def _ordinal(words: str) -> float:
    *tens, last = re.split("[ -]", words)
    return float(ORDINALS[last] + sum(TENS[word] for word in tens))


def _small(word: str) -> int:
    word = word.lower()
    return int(word) if word.isdigit() else SMALL.get(word, TENS.get(word, 1))


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
        point = "," if language in DOT_THOUSANDS else "."
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
        elif word in SMALL or word in TENS:
            current += SMALL.get(word, 0) + TENS.get(word, 0)
        elif word in SCALES:
            scale = SCALES[word]
            if scale <= 100:
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0.0
    return total + current


def _bounds(value: float, approx: str, off: float) -> tuple[float, float]:
    """Return the least and the most that a value may be, `off` of it being written behind it."""
    if not approx:
        return value - off, value + off
    tiny = max(abs(value) * 1e-6, 1e-6)
    return {
        ABOUT: (value * 0.9, value * 1.1),
        NEARLY: (value * 0.9, value),
        LEAST: (value, INFINITY),
        OVER: (value + tiny, INFINITY),
        MOST: (0.0, value),
        UNDER: (0.0, value - tiny),
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
            if _is_score(text, one, two, joint):
                at += 1
                score = max(one.value, two.value) + min(one.value, two.value) / 1_000
                core = one.core[0], two.core[1]
                yield Quantity(one.start, two.end, core, score, score, score, "score")
                continue
            if _is_range(text, one, two, joint):
                at += 1
                yield Quantity(
                    one.start, two.end, (one.core[0], two.core[1]), one.value, one.low * _lift(one, two),
                    two.high,
                    two.unit or one.unit, "range",
                )  # fmt: skip
                continue
        yield one


def _is_score(text: str, one: Quantity, two: Quantity, joint: str) -> bool:
    """Whether two numbers are the score of a game or a vote: "beat them 3-1", "a 5-4 ruling". Its value is
    that of the better side, and thousandths for the other.
    """
    if joint not in ("-", "–", " to ") or one.unit or two.unit or one.approx or two.approx or one.ordinal:
        return False
    if max(one.value, two.value) > 199 or not (text[one.start].isdigit() and text[two.start].isdigit()):
        return False
    if one.value >= two.value and joint != " to ":
        return True
    return SCORED.search(text[max(0, one.start - 40) : one.start]) is not None


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
    if not RANGE.fullmatch(joint):
        return False
    word = joint.strip().lower()
    return word != "and" or text[max(0, one.start - 8) : one.start].lower() == "between "
