"""Where pictures stand that float over a page, so that the marking stands clear of them (ECMA-376 part 1,
20.4).

All lengths are twentieths of a point, from the page's upper left corner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.exporting.word.elements import Element, W

LINE = 340  # about the height of a line of the marking
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICT = f"{W}pict"
_EMU = 635  # in a twentieth of a point
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|in|cm|mm|px|pc)?")
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0, "pc": 240.0, "": 15.0}
_WHOLE_PAGE = 0.5  # what covers more of the page lies behind all that is on it
_GAP = 60


_USUAL = (("left", 1440), ("right", 1440), ("top", 1440), ("bottom", 1440), ("header", 708), ("footer", 708))


@dataclass(frozen=True, slots=True)
class PageMargins:
    """A page and its margins."""

    width: int = 11906
    height: int = 16838
    left: int = 1440
    right: int = 1440
    top: int = 1440
    bottom: int = 1440
    header: int = 708
    footer: int = 708

    @classmethod
    def of(cls, section: Element | None) -> PageMargins:
        """Return the page of a w:sectPr."""
        size = section.find(f"{W}pgSz") if section is not None else None
        margins = section.find(f"{W}pgMar") if section is not None else None

        def read(node: Element | None, name: str, usual: int) -> int:
            try:
                return abs(int(float(node.get(f"{W}{name}")))) if node is not None else usual
            except (TypeError, ValueError):
                return usual

        return cls(
            read(size, "w", 11906), read(size, "h", 16838),
            *(read(margins, name, usual) for name, usual in _USUAL),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PictureBox:
    """What a picture covers."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: PictureBox) -> bool:
        return (
            self.left < other.right + _GAP and other.left < self.right + _GAP
            and self.top < other.bottom + _GAP and other.top < self.bottom + _GAP
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the marking stands: its alignment, whether it comes before the other lines of its header or
    footer, and the space to them.
    """

    align: str = "right"
    first: bool = True
    space: int = 0


def spot(page: PageMargins, pictures: Iterable[PictureBox], *, wide: int, lines: int, header: bool) -> Spot:
    """Return where a marking of a width stands clear of pictures; `lines`: how many others stand in the
    holder.
    """
    boxes = [box for box in pictures if not _covers(box, page)]
    start = page.header if header else page.height - page.footer - LINE
    top: float = start
    for _ in range(len(boxes) + 1):
        here = [box for box in boxes if box.top < top + LINE + _GAP and top < box.bottom + _GAP]
        for align, left in (
            ("right", page.width - page.right - wide),
            ("center", (page.left + page.width - page.right - wide) // 2),
            ("left", page.left),
        ):  # fmt: skip
            mine = PictureBox(left, top, left + wide, top + LINE)
            if not any(box.meets(mine) for box in here):
                return _placed(page, align, round(top), round(start), lines, header=header)
        # Below the pictures, or in a footer above them; and there it stands beyond the other lines.
        if header:
            top = max(max(box.bottom for box in here) + _GAP + 1, page.header + lines * LINE)
        else:
            top = min(
                min(box.top for box in here) - LINE - _GAP - 1, page.height - page.footer - (lines + 1) * LINE
            )
        if abs(top - start) > page.height / 2:
            break
    return Spot(first=header)


def _placed(page: PageMargins, align: str, top: int, start: int, lines: int, *, header: bool) -> Spot:
    if top == start:
        return Spot(align, first=header)
    if header:
        return Spot(align, first=False, space=max(0, top - page.header - lines * LINE))
    return Spot(align, first=True, space=max(0, page.height - page.footer - lines * LINE - top - LINE))


def _covers(box: PictureBox, page: PageMargins) -> bool:
    return (box.right - box.left) * (box.bottom - box.top) > _WHOLE_PAGE * page.width * page.height


def pictures(root: Element, page: PageMargins, *, at: str) -> Iterator[PictureBox]:
    """Yield what floats in a part. `at`: "header", "footer", or "text", of which only what is bound to the
    page counts.
    """
    paragraphs = [
        p for p in root.iter(f"{W}p") if not any(a.tag == f"{W}txbxContent" for a in p.iterancestors())
    ]
    top = {
        "header": page.header + LINE,
        "footer": page.height - page.footer - LINE * (len(paragraphs) + 1),
    }.get(at)
    for number, paragraph in enumerate(paragraphs):
        line = None if top is None else top + LINE * number
        for node in paragraph.iter(f"{_WP}anchor", _PICT):
            if any(above.tag in (_FALLBACK, f"{W}txbxContent") for above in node.iterancestors()):
                continue
            if node.tag == _PICT:
                yield from _drawn_before(node, page, line)
            elif (box := _anchored(node, page, line)) is not None:
                yield box


def _anchored(anchor: Element, page: PageMargins, line: int | None) -> PictureBox | None:
    extent = anchor.find(f"{_WP}extent")
    across, down = anchor.find(f"{_WP}positionH"), anchor.find(f"{_WP}positionV")
    if extent is None or across is None or down is None:
        return None
    wide, high = (_emu(extent.get(name)) for name in ("cx", "cy"))
    top_of = _below(down.get("relativeFrom", ""), page, line)
    if top_of is None:
        return None
    left = _side(across, _beside(across.get("relativeFrom", ""), page), wide)
    top = _side(down, top_of, high)
    return PictureBox(left, top, left + wide, top + high)


def _side(position: Element, base: tuple[float, float], size: float) -> float:
    """Return where something begins in a stretch (from, to), by its offset or alignment."""
    offset, align = position.find(f"{_WP}posOffset"), position.find(f"{_WP}align")
    if align is not None:
        return _aligned((align.text or "").strip(), base, size)
    return base[0] + (_emu(offset.text) if offset is not None else 0)


def _aligned(word: str, base: tuple[float, float], size: float) -> float:
    if word in ("right", "bottom", "outside"):
        return base[1] - size
    return (base[0] + base[1] - size) / 2 if word == "center" else base[0]


def _beside(relative: str, page: PageMargins) -> tuple[float, float]:
    return {
        "page": (0, page.width), "leftMargin": (0, page.left), "insideMargin": (0, page.left),
        "rightMargin": (page.width - page.right, page.width),
        "outsideMargin": (page.width - page.right, page.width),
    }.get(relative, (page.left, page.width - page.right))  # fmt: skip


def _below(relative: str, page: PageMargins, line: int | None) -> tuple[float, float] | None:
    known: dict[str, tuple[float, float]] = {
        "page": (0, page.height), "topMargin": (0, page.top), "margin": (page.top, page.height - page.bottom),
        "bottomMargin": (page.height - page.bottom, page.height), "insideMargin": (0, page.top),
        "outsideMargin": (page.height - page.bottom, page.height),
    }  # fmt: skip
    return known.get(relative) or (None if line is None else (line, line))


def _emu(value: str | None) -> float:
    try:
        return float(value or 0) / _EMU
    except ValueError:
        return 0.0


def _drawn_before(pict: Element, page: PageMargins, line: int | None) -> Iterator[PictureBox]:
    """Yield the shapes of Word's older kind of drawing, by their style (ECMA-376 part 4, 19.1.2.19)."""
    for shape in pict:
        rows = (row.partition(":") for row in (shape.get("style") or "").split(";"))
        style = {name.strip(): value.strip() for name, _, value in rows}
        if style.get("position") != "absolute":
            continue
        wide, high = _length(style.get("width", "")), _length(style.get("height", ""))
        across = (
            style.get("mso-position-horizontal-relative", "text")
            .removesuffix("-area")
            .replace("-margin", "Margin")
        )
        down = (
            style.get("mso-position-vertical-relative", "text")
            .removesuffix("-area")
            .replace("-margin", "Margin")
        )
        top_of = _below(down, page, line)
        if top_of is None:
            continue
        beside = _beside(across, page)
        h, v = (
            style.get("mso-position-horizontal", "absolute"),
            style.get("mso-position-vertical", "absolute"),
        )
        left = beside[0] + _length(style.get("margin-left", style.get("left", "")))
        left = left if h == "absolute" else _aligned(h, beside, wide)
        top = top_of[0] + _length(style.get("margin-top", style.get("top", "")))
        top = top if v == "absolute" else _aligned(v, top_of, high)
        yield PictureBox(left, top, left + wide, top + high)


def _length(value: str) -> float:
    found = _LENGTH.fullmatch(value.strip())
    return float(found[1]) * _UNITS[found[2] or ""] if found else 0.0
