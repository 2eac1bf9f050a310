"""What a person types before the text of a statement and the layout writes by itself: numbers, bullets,
heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from briefing import inline, scales
from briefing.exporting import labels
from briefing.inline import Run
from briefing.model import ClaimKindOrNone, Facet

_BULLETS = "•·▪■□‣◦●○➢✓–—*-"
# A capital letter with a full stop may be the first letter of a name: it is a number only in a row of them.
_NUMBER = re.compile(
    rf"\s*(?:(?P<open>\()?(?P<value>\d{{1,3}}|[A-Za-z]|[ivxIVX]{{1,6}})(?P<close>[.)])|"
    rf"(?P<bullet>[{_BULLETS}]))\s+(?=\S)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_HEAD = re.compile(r"\s*(?:\((?P<portion>[^()]{1,40})\)\s*)?(?:(?P<head>[A-Za-z]+(?:, [A-Za-z]+)?)[.:]\s+)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number or bullet before words: `typed` as it stands there, its `form`, and what it may count to."""

    typed: str
    form: str
    values: tuple[int, ...] = ()

    @property
    def bullet(self) -> bool:
        return not self.values

    @property
    def alone(self) -> bool:
        """Whether it is a number though no other stands before or after it."""
        return self.bullet or self.form[-1] == ")" or not self.typed.strip()[0].isupper()


def number_of(words: str) -> Number | None:
    """Return the number or bullet that stands before words, None for none."""
    match = _NUMBER.match(words)
    if match is None:
        return None
    if match["bullet"]:
        return Number(match[0], match["bullet"])
    value, close = match["value"], match["close"]
    if match["open"] and close != ")":
        return None
    kind = "1" if value.isdigit() else "a" if value.islower() else "A"
    return Number(match[0], f"{match['open'] or ''}{kind}{close}", tuple(_values(value)))


def _values(typed: str) -> Iterable[int]:
    if typed.isdigit():
        yield int(typed)
        return
    low = typed.casefold()
    if len(low) == 1:
        yield ord(low) - ord("a") + 1
    if set(low) <= _ROMAN.keys():
        counts = [_ROMAN[c] for c in low]
        yield sum(-n if n < max(counts[i:]) else n for i, n in enumerate(counts))


def typed(words: str, exported: str) -> Number | None:
    """Return the number that was typed before words which left as `exported`; None where it left with one."""
    found = number_of(words)
    if found is None:
        return None
    rest, left = number_of(words[len(found.typed) :]), number_of(exported)
    return found if (rest and rest.form) == (left and left.form) else None


def in_a_row(numbers: Mapping[int, Number]) -> set[int]:
    """Return the places of those that count: the one before or after them is their neighbour."""
    places = sorted(numbers)
    rows: set[int] = set()
    for low, high in pairwise(places):
        one, two = numbers[low], numbers[high]
        if one.form == two.form and (one.bullet or any(v + 1 in two.values for v in one.values)):
            rows |= {low, high}
    return rows


@dataclass(frozen=True, slots=True)
class TypedNumbers:
    """The numbers and bullets that are left out, by the line they stand in."""

    by_line: Mapping[int, Number]

    def without(self, line: int, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Return the runs of a line without its number."""
        found = self.by_line.get(line)
        return inline.cut(runs, len(found.typed)) if found is not None else runs


def numbers(lines: Mapping[int, tuple[str, str | None]]) -> TypedNumbers:
    """Return what was typed before the text of lines; each with the words it left with, None where it is
    new.
    """
    met = {line: typed(words, exported or "") for line, (words, exported) in lines.items()}
    found = {line: number for line, number in met.items() if number is not None}
    rows = in_a_row(found)
    return TypedNumbers({
        line: number for line, number in found.items()
        if line in rows or (number.bullet if lines[line][1] is None else number.alone)
    })  # fmt: skip


_PORTION = re.compile(r"\s*\(([^()]{1,40})\)\s*")


def known_marking(words: str, house: str = "") -> str:
    """Return the marking that words name as it is written, "" where they name none; spaces and case do not
    count.
    """
    wanted = "".join(words.split()).casefold()
    names = [*(m.label for m in scales.MARKINGS), *([house] if house else [])]
    return next((name for name in names if "".join(name.split()).casefold() == wanted), "") if wanted else ""


def portion(words: str) -> str:
    """Return the TLP marking in brackets before words, "" for none."""
    match = _PORTION.match(words)
    return known_marking(match[1]) if match else ""


def after_portion(words: str) -> int:
    """Return where words begin behind a marking in brackets, 0 where none stands before them."""
    match = _PORTION.match(words)
    return match.end() if match and known_marking(match[1]) else 0


def without_portion(words: str) -> str:
    """Return words without a marking in brackets before them."""
    return words[after_portion(words) :].strip()


@dataclass(frozen=True, slots=True)
class TypedHead:
    """What a new statement's first words say of it: its marking, facet and kind ("" for none)."""

    marking: str = ""
    facet: Facet = ""
    kind: ClaimKindOrNone = ""


def head(runs: tuple[Run, ...], *, of_actor: bool, house: str = "") -> tuple[TypedHead, tuple[Run, ...]]:
    """Return the marking and the label that stand before a new statement as an export writes them, and the
    rest.

    `house`: the marking of the brief, which may be none of TLP's. Only an actor's statement has a facet.
    """
    match = _HEAD.match(inline.text_of(runs))
    if match is None:
        return TypedHead(), runs
    marking = known_marking(match["portion"] or "", house)
    label_read = labels.read(match["head"] or "") if marking or not match["portion"] else None
    if label_read is not None and label_read[0] and not of_actor:
        label_read = None
    end = match.end() if label_read is not None else match.end("portion") + 1 if marking else 0
    words = inline.text_of(runs)
    end += len(words[end:]) - len(words[end:].lstrip())
    return TypedHead(marking, *(label_read or ("", ""))), inline.cut(runs, end)
