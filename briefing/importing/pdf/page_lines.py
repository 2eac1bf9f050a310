"""The lines of one PDF page and where they stand, with as few calls into pdfium as will do."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from briefing.text import normalise

HYPHEN = "\ufffe"  # what pdfium writes for a hyphen at a line's end, in place of the line break
_HYPHENS = (HYPHEN, "\x02")
_BARE = re.compile("[^\\s\ufffe\x02](?:[^\r\n\ufffe\x02]*[^\\s\ufffe\x02])?")
_BLANKS = re.compile(r"(?<=\S)\s+(?=\S)")
_MEANINGLESS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]")
_BULLET = re.compile(r"^[\ue000-\uf8ff]\s+")  # of a font of signs, as office programs begin lists
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ALEF_LAM = re.compile("[\u0622\u0623\u0625\u0627\u0671]\u0644")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 8  # lines looked at to learn whether columns run through them
_GAP = 0.9  # of the letters' height: wider than this between two words is no space


@dataclass(slots=True)
class PageLine:
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
class PdfPage:
    """The lines of a page in the order of the file; `unmapped` characters mean nothing in the file."""

    lines: list[PageLine]
    unmapped: int = 0
    rtl: bool = False
    turned: int = 0


_Box = tuple[float, float, float, float]
_Spans = list[tuple[int, int, bool]]
_Boxes = list[tuple[_Box, _Box]]
_NOWHERE: _Box = (0.0, 0.0, 0.0, 0.0)
_FAR = 1e6  # points: no page is so large
_MANY = 256
_RECTS = (raw.FS_RECTF * _MANY)()
_TO_RECTS = [ctypes.byref(rect) for rect in _RECTS]
_ORIGIN = (ctypes.c_double(), ctypes.c_double())
_MATRIX = raw.FS_MATRIX()
_TO_MATRIX = ctypes.byref(_MATRIX)
_FLOATS = memoryview(_RECTS).cast("B").cast("f")


class _Text:
    """A page's characters: their text, and their places when asked."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.text: str = handle.get_text_range()
        self._same = len(self.text) == handle.count_chars()
        self._astral = not self.text.isascii() and max(self.text) > "\uffff"
        self._raw = handle.raw
        if not self.text.isascii():
            self._turn_lam_alef()

    def _turn_lam_alef(self) -> None:
        """Put lam before alef again where both are one letter on paper: pdfium turns them with their line."""
        places = [match.start() for match in _ALEF_LAM.finditer(self.text)]
        boxes = self.boxes([at for place in places for at in (place, place + 1)])
        letters = list(self.text)
        for at, alef, lam in zip(places, boxes[0::2], boxes[1::2], strict=True):
            if alef == lam and alef[2] > alef[0]:
                letters[at : at + 2] = letters[at + 1], letters[at]
        self.text = "".join(letters)

    def number(self, at: int) -> int:
        """Return the number pdfium gives the character at `at` of the text."""
        if self._same:
            return at
        units = len(self.text[:at].encode("utf-16-le")) // 2 if self._astral else at
        return max(0, int(raw.FPDFText_GetCharIndexFromTextIndex(self.handle, units)))

    def boxes(self, places: Sequence[int]) -> list[_Box]:
        """Return left, bottom, right, top of each, loosely: as high as the font, not as the letter.

        One with no box, or none that can be on a page, is four noughts.
        """
        numbers = places if self._same else [self.number(at) for at in places]
        found: list[_Box] = []
        for start in range(0, len(numbers), _MANY):  # the loop runs in C: it costs half of what one here does
            some = numbers[start : start + _MANY]
            done = list(map(raw.FPDFText_GetLooseCharBox, repeat(self._raw), some, _TO_RECTS))
            flat = _FLOATS[: 4 * len(some)].tolist()
            boxes = zip(flat[0::4], flat[3::4], flat[2::4], flat[1::4], strict=True)
            if all(done) and min(flat) > -_FAR and max(flat) < _FAR and math.isfinite(sum(flat)):
                found += boxes
            else:
                found += [
                    box if fine and all(-_FAR < side < _FAR for side in box) else _NOWHERE
                    for box, fine in zip(boxes, done, strict=True)
                ]
        return found

    def ends(self, spans: _Spans) -> _Boxes:
        """Return the boxes of the first and the last character of each, as high as the font.

        Where the font does not give its height (ISO 32000-1, 9.8), as in what office programs write, pdfium
        gives boxes as high as each letter: baseline and size then come from the letters' origin and matrix.
        """
        places = [at for start, end, _ in spans for at in (start, end - 1)]
        boxes = self.boxes(places)
        level = sum(one[1] == two[1] for one, two in zip(boxes[0::2], boxes[1::2], strict=True))
        if level < 0.8 * len(spans):
            boxes = [self._as_high_as_the_font(at, box) for at, box in zip(places, boxes, strict=True)]
        return list(zip(boxes[0::2], boxes[1::2], strict=True))

    def _as_high_as_the_font(self, at: int, box: _Box) -> _Box:
        number = self.number(at)
        x, y = _ORIGIN
        if not (
            raw.FPDFText_GetCharOrigin(self._raw, number, ctypes.byref(x), ctypes.byref(y))
            and raw.FPDFText_GetMatrix(self._raw, number, _TO_MATRIX)
        ):
            return box
        size = raw.FPDFText_GetFontSize(self._raw, number) * math.hypot(_MATRIX.c, _MATRIX.d)
        if not (0 < size < _FAR and abs(x.value) < _FAR and abs(y.value) < _FAR):
            return box
        if abs(_MATRIX.b) <= abs(_MATRIX.a):
            return (box[0], y.value - 0.2 * size, box[2], y.value + 0.8 * size)
        if _MATRIX.b > 0:
            return (x.value - 0.8 * size, box[1], x.value + 0.2 * size, box[3])
        return (x.value - 0.2 * size, box[1], x.value + 0.8 * size, box[3])


def page_of(handle: Any) -> PdfPage:
    """Return what a pypdfium2 text page holds."""
    chars = _Text(handle)
    spans = _spans(chars.text)
    if not spans:
        return PdfPage([])
    spans, boxes = _split(chars, spans, chars.ends(spans))
    unmapped = _unmapped(chars, spans)
    rtl = _is_rtl(chars.text)
    turns = [
        0 if first[1] == last[1] else _turn(first, last, end - start)
        for (first, last), (start, end, _) in zip(boxes, spans, strict=True)
    ]
    main = Counter(turns).most_common(1)[0][0] if any(turns) else 0
    odd = bool(unmapped) or _MEANINGLESS.search(chars.text) is not None or not chars.text.isascii()
    lines = []
    unknown = 0
    for (start, end, hyphen), (first, last), turn in zip(spans, boxes, turns, strict=True):
        text = chars.text[start:end]
        if odd and not (text.isascii() and text.isprintable()):
            text, lost = _MEANINGLESS.subn("\ufffd", _BULLET.sub("• ", text))
            unknown += lost
            text = normalise(text).strip()
            if not text:
                continue
        lines.append(_line(text, first, last, turn, rtl, hyphen))
        lines[-1].aside = turn != main
    return PdfPage(lines, max(unmapped, unknown), rtl, sum(turn != main for turn in turns))


def _spans(text: str) -> list[tuple[int, int, bool]]:
    """Return start and end of each line, spaces at its ends left out, and whether a hyphen was cut off it."""
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


def _line(text: str, first: _Box, last: _Box, turn: int, rtl: bool, hyphen: bool) -> PageLine:
    if turn:
        first, last = _turned(first, turn), _turned(last, turn)
    left, right = min(first[0], last[0]), max(first[2], last[2])
    if rtl:
        left, right = -right, -left
    base, size = first[1], first[3] - first[1]
    other = last[3] - last[1]
    if (
        size < 0.9 * other or size > 1.9 * other > 0
    ):  # it begins with the raised number of a note, or a drop cap
        base, size = last[1], other
    return PageLine(text, left, right, base, size, hyphen)


def _turned(box: _Box, turn: int) -> _Box:
    left, bottom, right, top = box
    return (bottom, -right, top, -left) if turn == 1 else (-top, left, -bottom, right)


def _is_rtl(text: str) -> bool:
    if text.isascii():
        return False
    found = len(_RTL.findall(text))
    return found > 0 and 2 * found > len(_LETTER.findall(text))


def _unmapped(chars: _Text, spans: list[tuple[int, int, bool]]) -> int:
    """Count characters for which the file gives no Unicode; all are asked only when one of a few has none."""
    few = [(start + end) // 2 for start, end, _ in spans[:: max(1, len(spans) // _SAMPLE)]]
    if not any(_has_error(chars, at) for at in few):
        return 0
    return sum(_has_error(chars, at) for start, end, _ in spans for at in range(start, end))


def _has_error(chars: _Text, at: int) -> bool:
    return bool(raw.FPDFText_HasUnicodeMapError(chars.handle, chars.number(at)) == 1)


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
    for (start, end, hyphen), (first, last) in zip(spans, boxes, strict=True):
        for at, left in _gaps(chars, (start, end, hyphen), (first, last)):
            if any(-3 < left - gutter < 7 for gutter in gutters):
                cut = start + len(chars.text[start:at].rstrip())
                new_spans.append((start, cut, False))
                start = at
        new_spans.append((start, end, hyphen))
    return new_spans, chars.ends(new_spans)


def _gaps(chars: _Text, span: tuple[int, int, bool], ends: tuple[_Box, _Box]) -> list[tuple[int, float]]:
    """Return where words begin after a gap wider than a space: the place in the text, and their left."""
    start, end, _ = span
    size = ends[0][3] - ends[0][1]
    inner = (end - start) // 6  # nearer to its ends no column begins that is worth the name
    spaces = list(_BLANKS.finditer(chars.text[start : end - inner], inner))
    sides = chars.boxes([start + at for blank in spaces for at in (blank.start() - 1, blank.end())])
    return [
        (start + blank.end(), after[0])
        for blank, before, after in zip(spaces, sides[0::2], sides[1::2], strict=True)
        if after[0] - before[2] > _GAP * size
    ]
