"""Lists and tables of HTML: how an item is marked, and which tables hold data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MANY_BLOCKS = frozenset(("p", "ul", "ol", "blockquote", *HEADINGS))
_OF_HEAD = frozenset(
    ("base", "basefont", "bgsound", "link", "meta", "noscript", "script", "style", "template", "title")
)
_MOST_LEVELS = 8  # of list indent that are shown


@dataclass(slots=True)
class OpenList:
    """A list that is open: how its items are marked, and the number of the next."""

    numbered: bool
    number: int
    step: int

    @classmethod
    def of(cls, element: Any) -> OpenList:
        if element.tag != "ol":
            return cls(False, 0, 0)
        items = sum(1 for child in element if child.tag == "li")
        backwards = element.get("reversed") is not None
        first = _number(element.get("start"), items if backwards else 1)
        return cls(True, first, -1 if backwards else 1)

    def lead(self, item: Any, level: int) -> str:
        """Return the indent and mark of an item, and count it."""
        indent = "  " * min(level - 1, _MOST_LEVELS)
        if not self.numbered:
            return indent + "- "
        number = _number(item.get("value"), self.number)
        self.number = number + self.step
        return f"{indent}{number}. "


def _number(value: str | None, default: int) -> int:
    return int(value) if value and re.fullmatch(r"-?\d{1,9}", value.strip(), re.ASCII) else default


def holds_data(table: Any) -> bool:
    """Return whether a table holds data, and does not only lay out a page."""
    if table.get("role") in ("presentation", "none"):
        return False
    tables: Iterator[Any] = table.iter("table")
    next(tables)
    if next(tables, None) is not None:
        return False
    if next(table.iter("th"), None) is not None:
        return True
    wide = False
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag == "td"]
        wide = wide or len(cells) > 1
        if any(_many_blocks(cell) for cell in cells):
            return False
    return wide


def _many_blocks(cell: Any) -> bool:
    """Return whether a cell holds several paragraphs, as elements or parted by two line breaks."""
    found = cell.iter(*_MANY_BLOCKS)
    next(found, None)
    if next(found, None) is not None:
        return True
    breaks = (b for b in cell.iter("br") if not (b.tail or "").strip() and _follows(b, "br"))
    next(breaks, None)
    return next(breaks, None) is not None


def _follows(element: Any, tag: str) -> bool:
    following = element.getnext()
    return following is not None and following.tag == tag


def close_head(root: Any) -> None:
    """Move what cannot stand in a page's head into its body, where the head was left open.

    Both tags of the head and the body's may be left out (WHATWG HTML 13.1.2.4), and libxml2 knows only the
    elements of HTML 4 to end a head by.
    """
    head = root.find("head") if root.tag == "html" else None
    wrong = None if head is None else next((e for e in head if e.tag not in _OF_HEAD), None)
    if head is None or wrong is None:
        return
    body = root.find("body")
    if body is None:
        body = root.makeelement("body")
        head.addnext(body)
    body[:0] = [wrong, *wrong.itersiblings()]
