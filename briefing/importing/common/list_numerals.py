"""How the numbers of lists are written ("4", "04", "d", "iv"); the kinds are named as in ECMA-376."""

from __future__ import annotations

_MOST_ROMAN = 3999
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def spelled(number: int, kind: str) -> str:
    """Return a list number as its kind (ST_NumberFormat) writes it; unknown kinds as digits."""
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        # After z come aa, bb, cc: Word repeats the letter.
        letters = chr(97 + (number - 1) % 26) * min(20, (number - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < number <= _MOST_ROMAN:
        roman = _roman(number)
        return roman if kind == "lowerRoman" else roman.upper()
    if kind == "decimalZero":
        return f"{number:02}"
    return str(number)


def _roman(number: int) -> str:
    parts = []
    for value, letters in _ROMAN:
        parts.append(letters * (number // value))
        number %= value
    return "".join(parts)
