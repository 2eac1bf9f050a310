"""The numbers Word shows before the paragraphs of a list: "1.", "2.1", "a)", "iv." (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from briefing.importing.common.list_numerals import spelled
from briefing.importing.word.wordml import VAL, is_on, w

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class ListLevel:
    """One level of a list: its pattern ("%1.%2"), kind of number, first number and restart rule."""

    pattern: str = "%1."
    kind: str = "decimal"
    start: int = 1
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)  # list id: the definition it counts on
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)

    def lead(self, list_id: str, level: int) -> str:
        """Count one paragraph of a list and return what stands before it, with a space, or ""."""
        levels = self.lists.get(list_id, {})
        here = levels.get(level)
        if here is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(self.shared.get(list_id, list_id), [None] * _LEVELS)
        before = counts[level]
        counts[level] = here.start if before is None else before + 1
        restart = self.restarts.get((list_id, level))
        if restart is not None and (list_id, level) not in self._started:
            self._started.add((list_id, level))
            counts[level] = restart
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        if here.kind == "none":
            return ""
        return "- " if here.kind == "bullet" else self._shown(levels, here, counts)

    @staticmethod
    def _shown(levels: dict[int, ListLevel], here: ListLevel, counts: list[int | None]) -> str:
        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            level = levels.get(place, ListLevel())
            kind = "decimal" if here.legal else level.kind
            count = counts[place]
            return spelled(level.start if count is None else count, kind)

        shown = _PLACE.sub(number, here.pattern).strip()
        return f"{shown} " if shown else ""


def read_numbering(root: etree._Element | None) -> Numbering:
    """Return the lists defined in numbering.xml; None means a document without lists."""
    numbering = Numbering()
    if root is None:
        return numbering
    definitions = {item.get(w("abstractNumId"), ""): _levels(item) for item in root.findall(w("abstractNum"))}
    for item in root.findall(w("num")):
        list_id, definition = item.get(w("numId"), ""), _val(item, "abstractNumId")
        levels = dict(definitions.get(definition, {}))
        for change in item.findall(w("lvlOverride")):
            place = _int(change.get(w("ilvl")), 0)
            whole = change.find(w("lvl"))
            if whole is not None:
                levels[place] = _level(whole)
            restart = change.find(w("startOverride"))
            if restart is not None:
                numbering.restarts[list_id, place] = _int(restart.get(VAL), 1)
        numbering.lists[list_id] = levels
        numbering.shared[list_id] = definition
    return numbering


def _levels(definition: etree._Element) -> dict[int, ListLevel]:
    return {_int(item.get(w("ilvl")), 0): _level(item) for item in definition.findall(w("lvl"))}


def _level(item: etree._Element) -> ListLevel:
    legal = item.find(w("isLgl"))
    return ListLevel(
        pattern=_val(item, "lvlText"),
        kind=_val(item, "numFmt") or "decimal",
        start=_int(_val(item, "start"), 1),
        legal=legal is not None and is_on(legal.get(VAL)),
    )


def _val(item: etree._Element, name: str) -> str:
    child = item.find(w(name))
    return "" if child is None else child.get(VAL, "")


def _int(value: str | None, default: int) -> int:
    """Return a number of at most nine digits, or `default` for anything else."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 10 else default
