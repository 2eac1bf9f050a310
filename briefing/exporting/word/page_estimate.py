"""How many pages a document takes, nearly: lines counted from the size of their letters, as no layout is at
hand here.

Meant for one question, whether one page is enough. On the briefs it was measured with (see its tests) it is
within an eighth of what LibreOffice sets.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Any

from briefing.exporting.word.elements import VAL, Element, W
from briefing.exporting.word.style_cascade import Cascade

_LETTER = 0.485  # of the size of a letter, its mean width in a sans serif
_LEADING = 1.15  # of the size, the height of a line set single
_TWIPS = 20  # in a point
_SIZE = 11.0


def estimated(document: Any, notes: Iterable[Element] = ()) -> float:
    """Return the pages that the body of a python-docx Document and `notes` take, in pages of its last
    section.
    """
    body = document.element.body
    section = body.find(f"{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width = _points(size, "w", 11906) - _points(margins, "left") - _points(margins, "right")
    height = _points(size, "h", 16838) - abs(_points(margins, "top")) - abs(_points(margins, "bottom"))
    ruler = _Ruler(Cascade(document.styles.element))
    return (ruler.of(body, width) + sum(ruler.of(note, width) for note in notes)) / max(72.0, height)


def _points(element: Element | None, name: str, default: int = 0) -> float:
    value = element.get(f"{W}{name}") if element is not None else None
    try:
        return float(value if value is not None else default) / _TWIPS
    except ValueError:
        return default / _TWIPS


class _Ruler:
    """Heights in points."""

    def __init__(self, cascade: Cascade) -> None:
        self._cascade = cascade
        self._after = 0.0

    def of(self, holder: Element, width: float) -> float:
        """Return the height of all that stands in a body, cell, control or note."""
        return sum(self._one(child, width) for child in holder)

    def _one(self, element: Element, width: float) -> float:
        if element.tag == f"{W}p":
            return self._paragraph(element, width)
        if element.tag == f"{W}tbl":
            return sum(self._row(row, width) for row in element.iter(f"{W}tr") if row.getparent() is element)
        if element.tag == f"{W}sdt":
            content = element.find(f"{W}sdtContent")
            return self.of(content, width) if content is not None else 0.0
        return 0.0

    def _row(self, row: Element, width: float) -> float:
        exact = row.find(f"{W}trPr/{W}trHeight")
        if exact is not None and exact.get(f"{W}hRule") == "exact":
            return _points(exact, "val")
        cells = row.findall(f"{W}tc")
        shares = [_points(cell.find(f"{W}tcPr/{W}tcW"), "w", round(width * _TWIPS)) for cell in cells]
        return max(
            (self.of(cell, max(20.0, share - 7)) for cell, share in zip(cells, shares, strict=True)),
            default=0.0,
        )

    def _paragraph(self, element: Element, width: float) -> float:
        style = element.find(f"{W}pPr/{W}pStyle")
        name = style.get(VAL, "") if style is not None else ""
        find = self._cascade.find
        size = _points(find(name, "", "rPr/sz"), "val", round(_SIZE * 2)) * _TWIPS / 2
        spacing, indent = find(name, "", "pPr/spacing"), find(name, "", "pPr/ind")
        line = _points(spacing, "line", 240) * _TWIPS / 240
        if spacing is not None and spacing.get(f"{W}lineRule") in ("exact", "atLeast"):
            line = _points(spacing, "line") / (size * _LEADING)
        words = "".join(node.text or "" for node in element.iter(f"{W}t"))
        room = max(20.0, width - _points(indent, "left") - _points(indent, "right"))
        breaks = sum(1 for _ in element.iter(f"{W}br"))
        lines = max(1, ceil(len(words) * size * _LETTER / room)) + breaks
        before, after = _points(spacing, "before"), _points(spacing, "after")
        gap = max(0.0, before - self._after)
        self._after = after
        return gap + lines * size * _LEADING * line + after
