"""The characters of one PDF page and their boxes, with as few calls into pdfium as will do."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Sequence
from functools import cached_property
from itertools import repeat
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

_ALEF_LAM = re.compile("[\u0622\u0623\u0625\u0627\u0671]\u0644")

Box = tuple[float, float, float, float]
Spans = list[tuple[int, int, bool]]
Boxes = list[tuple[Box, Box]]
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
_FAR = 1e6  # points: no page is so large
_MANY = 256
_RECTS = (raw.FS_RECTF * _MANY)()
_TO_RECTS = [ctypes.byref(rect) for rect in _RECTS]
_ORIGIN = (ctypes.c_double(), ctypes.c_double())
_MATRIX = raw.FS_MATRIX()
_TO_MATRIX = ctypes.byref(_MATRIX)
_FLOATS = memoryview(_RECTS).cast("B").cast("f")


class PageCharacters:
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

    @cached_property
    def pieces(self) -> int:
        """Return of how many pieces the text is drawn; pdfium goes through all characters to count them."""
        return int(raw.FPDFText_CountRects(self.handle, 0, -1))

    def number(self, at: int) -> int:
        """Return the number pdfium gives the character at `at` of the text."""
        if self._same:
            return at
        units = len(self.text[:at].encode("utf-16-le")) // 2 if self._astral else at
        return max(0, int(raw.FPDFText_GetCharIndexFromTextIndex(self.handle, units)))

    def boxes(self, places: Sequence[int]) -> list[Box]:
        """Return left, bottom, right, top of each, loosely: as high as the font, not as the letter.

        One with no box, or none that can be on a page, is four noughts.
        """
        numbers = places if self._same else [self.number(at) for at in places]
        found: list[Box] = []
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

    def ends(self, spans: Spans) -> Boxes:
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

    def _as_high_as_the_font(self, at: int, box: Box) -> Box:
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


def turn_of(first: Box, last: Box, length: int) -> int:
    """Return by how many quarters a line is turned to the left: 0, 1 (upwards), 2 or 3 (downwards)."""
    across = max(first[2], last[2]) - min(first[0], last[0])
    along = abs(last[1] - first[1])
    if length < 3 or along <= across:
        return 0
    return 1 if last[1] > first[1] else 3


def turned(box: Box, turn: int) -> Box:
    """Return a box as it stands when the page is held so that a line turned by so much is level."""
    left, bottom, right, top = box
    return (bottom, -right, top, -left) if turn == 1 else (-top, left, -bottom, right)
