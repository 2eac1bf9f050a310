"""Numbers as values: "1 million", "one million", "a million" and "1,000,000" are one."""

from __future__ import annotations

import re
from functools import lru_cache

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {
    **{word: n for n, word in enumerate(_UNITS)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **{"dozen": 12, "dozens": 12},
}
_SCALES = {
    **{"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000},
    **{"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "trillion": 10**12},
}
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PART = "|".join(sorted({*_SMALL, *_SCALES} - {"k", "m", "mn", "bn"}, key=len, reverse=True))
_LARGE = "hundred|thousand|million|billion|trillion|bn|mn"
_GLUED = "km|kg|cm|mm|mw|gw|am|pm|st|nd|rd|th"
NUMBER = re.compile(
    rf"(?<![\w.])(?:(?P<digits>{_DIGITS})(?:[ \u00a0-]?(?P<scale>{_LARGE}|(?<=\d)[km])(?!\w)|(?=(?:{_GLUED})?(?!\w)))"
    rf"|(?P<said>(?:(?:half )?an? )?(?:{_PART})(?:(?:[ -]| and )(?:{_PART}))*)(?!\w))",
    re.IGNORECASE,
)


def values(text: str) -> list[tuple[float, re.Match[str]]]:
    """Return each number a text names, in order, with where it is named. "a" and "one" alone are no numbers."""
    return [
        (value, match)
        for match in NUMBER.finditer(text)
        if (value := _value(match.group("digits"), match.group("scale"), match.group("said"))) is not None
    ]


def shown(value: float) -> str:
    """Return a value as one word: "1000000", "2.5"."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=8192)
def _value(digits: str | None, scale: str | None, said: str | None) -> float | None:
    if digits is not None:
        bare = re.sub(r"[,\u00a0\u202f]", "", digits)
        return float(bare[:15]) * _SCALES.get((scale or "").lower(), 1)
    return _said((said or "").lower())


def _said(said: str) -> float | None:
    if said == "one":
        return None
    whole = part = 0.0
    begun = False
    for word in re.findall(r"[a-z]+", said):
        if word in _SMALL:
            part, begun = (
                part + _SMALL[word] if word not in {"dozen", "dozens"} or not begun else part * 12,
                True,
            )
        elif word == "half":
            part, begun = 0.5, True
        elif word == "hundred":
            part, begun = (part if begun else 1) * 100, True
        elif word in _SCALES:
            whole, part, begun = whole + (part if begun else 1) * _SCALES[word], 0.0, True
    return whole + part
