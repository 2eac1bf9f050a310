"""What is printed above or below the line, written on the line without running into the word before it.

Digits after a number or a short word are a power or a formula and get their own characters (10⁶, m²,
CO₂); letters after a number or a short word are an ordinal or a shortened word (20th, Mme); anything
else that could be read as part of the word is the mark of a note and stands in brackets (“million[1]”).
"""

from __future__ import annotations

import re

_DIGITS = "0123456789+-−–()"
_SUPER = str.maketrans(dict(zip(_DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾", strict=True)))
_SUB = str.maketrans(dict(zip(_DIGITS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₍₎", strict=True)))
_FIGURE = re.compile(r"[+\-−–(]?\d{1,9}\)?", re.ASCII)
_SHORT_WORD = re.compile(r"(?:^|[^\w])(?:[^\W\d_]{1,3}|\w*\d[\d.,]*|[IVXLCDM]+|\w*[⁰-⁹₀-₉²³¹])\)?$")
_MARK = re.compile(r"\[.{1,12}\]|\(.{1,12}\)")
_OPENING = "([{“‘«/—–-"
_LONGEST = 12


def raised(before: str, inner: str, lowered: bool = False) -> str:
    """Return how `inner`, a superscript (or subscript, `lowered`), is written after the words `before`."""
    mark = inner.strip()
    if not mark or not _runs_into(before):
        return inner
    if len(mark) > _LONGEST or " " in mark:
        return f" {mark}"
    if (not mark[0].isalnum() and not _FIGURE.fullmatch(mark)) or _MARK.fullmatch(mark):
        return inner
    close = lowered or bool(_SHORT_WORD.search(before[-16:]))
    if close and _FIGURE.fullmatch(mark):
        return mark.translate(_SUB if lowered else _SUPER)
    return mark if close and mark.isalpha() else f"[{mark}]"


def _runs_into(before: str) -> bool:
    """Return whether what follows `before` without a space would be read as part of its last word."""
    return bool(before) and not before[-1].isspace() and before[-1] not in _OPENING
