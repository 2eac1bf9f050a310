"""The lines of one PDF page and where they stand, with as few calls into pdfium as will do."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from briefing.text import normalise

HYPHEN = "\ufffe"  # what pdfium writes for a hyphen at a line's end, in place of the line break
_HYPHENS = (HYPHEN, "\x02")
_BARE = re.compile("[^\\s\ufffe\x02](?:[^\r\n\ufffe\x02]*[^\\s\ufffe\x02])?")
_BLANKS = re.compile(r"(?<=\S)\s+(?=\S)")
_MEANINGLESS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 8  # lines looked at to learn whether columns run through them
_GAP = 0.9  # of the letters' height: wider than this between two words is no blank


@dataclass(slots=True)
class Line:
    """Words on one baseline. Sizes are points; `left` to `right` in the direction of reading, `base` goes up.

    `hyphen`: pdfium took its last character for a hyphen. `aside`: it runs another way than the page.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    hyphen: bool = False
    aside: bool = False


@dataclass(slots=True)
class Page:
    """The lines of a page in the order of the file; `unmapped` characters mean nothing in the file."""

    lines: list[Line]
    unmapped: int = 0
    rtl: bool = False
    turned: int = 0


_Box = tuple[float, float, float, float]


class _Text:
    """A page's characters: their text, and their places when asked."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.text: str = handle.get_text_range()
        self._same = len(self.text) == handle.count_chars()
        self._astral = not self.text.isascii() and max(self.text) > "\uffff"
        self._raw = handle.raw
        self._rect = raw.FS_RECTF()
        self._to_rect = ctypes.byref(self._rect)

    def number(self, at: int) -> int:
        """Return the number pdfium gives the character at `at` of the text."""
        if self._same:
            return at
        units = len(self.text[:at].encode("utf-16-le")) // 2 if self._astral else at
        return max(0, int(raw.FPDFText_GetCharIndexFromTextIndex(self.handle, units)))

    def box(self, at: int) -> _Box:
        """Return left, bottom, right, top, loosely: as high as the font, not as the letter."""
        rect = self._rect
        number = at if self._same else self.number(at)
        if not raw.FPDFText_GetLooseCharBox(self._raw, number, self._to_rect):
            return (0.0, 0.0, 0.0, 0.0)
        return (rect.left, rect.bottom, rect.right, rect.top)


def page_of(handle: Any) -> Page:
    """Return what a pypdfium2 text page holds."""
    chars = _Text(handle)
    spans = _spans(chars.text)
    if not spans:
        return Page([])
    boxes = [(chars.box(start), chars.box(end - 1)) for start, end, _ in spans]
    spans, boxes = _split(chars, spans, boxes)
    unmapped = _unmapped(chars, spans)
    rtl = _is_rtl(chars.text)
    turns = [
        _turn(first, last, end - start) for (first, last), (start, end, _) in zip(boxes, spans, strict=True)
    ]
    main = Counter(turns).most_common(1)[0][0]
    odd = bool(unmapped) or _MEANINGLESS.search(chars.text) is not None or not chars.text.isascii()
    lines = []
    for (start, end, hyphen), (first, last), turn in zip(spans, boxes, turns, strict=True):
        text = chars.text[start:end]
        if odd and not (text.isascii() and text.isprintable()):
            text = normalise(_MEANINGLESS.sub("\ufffd", text)).strip()
            if not text:
                continue
        lines.append(_line(text, first, last, turn, rtl, hyphen))
        lines[-1].aside = turn != main
    return Page(lines, unmapped, rtl, sum(turn != main for turn in turns))


def _spans(text: str) -> list[tuple[int, int, bool]]:
    """Return start and end of each line, blanks at its ends left out, and whether a hyphen was cut off it."""
    return [
        (match.start(), end := match.end(), text[end : end + 1] in _HYPHENS) for match in _BARE.finditer(text)
    ]


def _turn(first: _Box, last: _Box, length: int) -> int:
    """Return by how many quarters a line is turned to the left: 0, 1 (upwards), 2 or 3 (downwards)."""
    across = max(first[2], last[2]) - min(first[0], last[0])
    along = abs(last[1] - first[1])
    if length < 3 or along <= across:
        return 0
    return 1 if last[1] > first[1] else 3


def _line(text: str, first: _Box, last: _Box, turn: int, rtl: bool, hyphen: bool) -> Line:
    if turn:
        first, last = _turned(first, turn), _turned(last, turn)
    left, right = min(first[0], last[0]), max(first[2], last[2])
    if rtl:
        left, right = -right, -left
    return Line(text, left, right, first[1], first[3] - first[1], hyphen)


def _turned(box: _Box, turn: int) -> _Box:
    left, bottom, right, top = box
    return (bottom, -right, top, -left) if turn == 1 else (-top, left, -bottom, right)


def _is_rtl(text: str) -> bool:
    if text.isascii():
        return False
    found = len(_RTL.findall(text))
    return found > 0 and 2 * found > len(_LETTER.findall(text))


def _unmapped(chars: _Text, spans: list[tuple[int, int, bool]]) -> int:
    """Count characters for which the file tells no Unicode; all are asked only when one of a few has none."""
    few = [(start + end) // 2 for start, end, _ in spans[:: max(1, len(spans) // _SAMPLE)]]
    if not any(_has_error(chars, at) for at in few):
        return 0
    return sum(_has_error(chars, at) for start, end, _ in spans for at in range(start, end))


def _has_error(chars: _Text, at: int) -> bool:
    return bool(raw.FPDFText_HasUnicodeMapError(chars.handle, chars.number(at)) == 1)


_Spans = list[tuple[int, int, bool]]
_Boxes = list[tuple[_Box, _Box]]


def _split(chars: _Text, spans: _Spans, boxes: _Boxes) -> tuple[_Spans, _Boxes]:
    """Cut lines that run across columns: pdfium joins words of one baseline however far apart."""
    if len(spans) < _SAMPLE // 2 or raw.FPDFText_CountRects(chars.handle, 0, -1) < 1.3 * len(spans):
        return spans, boxes
    order = sorted(range(len(spans)), key=lambda i: spans[i][0] - spans[i][1])[:_SAMPLE]
    found: Counter[int] = Counter()
    for tried, i in enumerate(order, start=1):
        found.update({round(left / 4) for _, left in _gaps(chars, spans[i], boxes[i])})
        if tried == 2 and not found:  # most pages have one column
            return spans, boxes
    gutters = {
        place * 4.0 for place, count in found.items() if count + found[place + 1] >= max(3, len(order) // 2)
    }
    if not gutters:
        return spans, boxes
    new_spans: _Spans = []
    new_boxes: _Boxes = []
    for (start, end, hyphen), (first, last) in zip(spans, boxes, strict=True):
        for at, left in _gaps(chars, (start, end, hyphen), (first, last)):
            if any(-3 < left - gutter < 7 for gutter in gutters):
                cut = start + len(chars.text[start:at].rstrip())
                new_spans.append((start, cut, False))
                new_boxes.append((first, chars.box(cut - 1)))
                start, first = at, chars.box(at)
        new_spans.append((start, end, hyphen))
        new_boxes.append((first, last))
    return new_spans, new_boxes


def _gaps(chars: _Text, span: tuple[int, int, bool], ends: tuple[_Box, _Box]) -> list[tuple[int, float]]:
    """Return where words begin after a gap wider than a blank: the place in the text, and their left."""
    start, end, _ = span
    size = ends[0][3] - ends[0][1]
    found = []
    inner = (end - start) // 6  # nearer to its ends no column begins that is worth the name
    for match in _BLANKS.finditer(chars.text[start : end - inner], inner):
        left = chars.box(start + match.end())[0]
        if left - chars.box(start + match.start() - 1)[2] > _GAP * size:
            found.append((start + match.end(), left))
    return found
