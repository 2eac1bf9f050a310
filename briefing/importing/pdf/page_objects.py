"""What is drawn on a PDF page besides its characters: thin lines, and text that pdfium leaves out."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from briefing.importing.pdf.page_characters import Box

_MOST_OBJECTS = 20_000  # of one page that are looked at
_MOST_LINES = 2_000  # thin lines of one page
_DEEPEST = 3  # forms within forms
_THIN = 2.5  # points
_NO_WIDTH = 0.01  # points: pdfium's own line between pieces it reads and pieces it does not
_MANY = 20  # pieces without any size: fewer may be spaces, which have none either
_TEXT, _PATH, _FORM = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM
_NO_BOX: Box = (0.0, 0.0, 1.0, 1e6)
_AT_ONCE = 256
_BOUNDS = (ctypes.c_float * (4 * _AT_ONCE))()
_TO_BOUNDS = [
    [ctypes.byref(ctypes.c_float.from_buffer(_BOUNDS, 4 * at)) for at in range(side, 4 * _AT_ONCE, 4)]
    for side in range(4)
]
_FLOATS = memoryview(_BOUNDS).cast("B").cast("f")

Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class PageObjects:
    """The thin level lines of a page, and how many pieces of text pdfium gives no characters for."""

    lines: tuple[Box, ...] = ()
    unread: int = 0

    @classmethod
    def of(cls, page: Any, shown: Box) -> PageObjects:
        """Return what is drawn within `shown`, the part of a page that is seen."""
        written = 0
        found: list[tuple[Any, int, Box]] = []
        for matrix, handles, kinds in _levels(page):
            written += kinds.count(_TEXT)
            for handle, kind, box in _thin(handles, kinds):
                placed = box if matrix is _AS_IT_IS else _moved(box, matrix)
                found += [(handle, kind, placed)] if _is_in(placed, shown) else []
        lines = [box for _, kind, box in found if kind == _PATH]
        texts = [(handle, box[3] - box[1]) for handle, kind, box in found if kind == _TEXT]
        empty = [handle for handle, high in texts if high < 1]
        # A piece of spaces has no size, as a piece whose letters have no width.
        lost = 2 * len(empty) > written and (len(empty) >= _MANY or any(map(_is_invisible, empty)))
        return cls(tuple(lines[:_MOST_LINES]), len(texts) - len(empty) + lost * len(empty))


def _is_in(box: Box, shown: Box) -> bool:
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return shown[0] < across < shown[2] and shown[1] < up < shown[3]


def _is_invisible(text: Any) -> bool:
    return bool(raw.FPDFTextObj_GetTextRenderMode(text) == raw.FPDF_TEXTRENDERMODE_INVISIBLE)


def _thin(handles: Sequence[Any], kinds: Sequence[int]) -> list[tuple[Any, int, Box]]:
    """Return the lines that are thin and level, and the texts that have no width, each with its bounds."""
    drawn = [kind in (_TEXT, _PATH) for kind in kinds]
    mine = list(compress(handles, drawn))
    return [
        (handle, kind, box)
        for handle, kind, box in zip(mine, compress(kinds, drawn), _bounds(mine), strict=True)
        if (box[2] - box[0] < _NO_WIDTH if kind == _TEXT else box[3] - box[1] < _THIN < box[2] - box[0])
    ]


def _levels(page: Any) -> Iterator[tuple[Matrix, list[Any], list[int]]]:
    """Yield the objects of a page, and of each form on it, with their kinds and its matrix."""
    count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    first = list(map(raw.FPDFPage_GetObject, repeat(page.raw), range(count)))
    waiting: list[tuple[int, Matrix, list[Any]]] = [(0, _AS_IT_IS, first)]
    left = _MOST_OBJECTS
    while waiting and left > 0:
        depth, matrix, handles = waiting.pop()
        left -= len(handles)
        kinds = list(map(raw.FPDFPageObj_GetType, handles))
        yield matrix, handles, kinds
        if depth < _DEEPEST and _FORM in kinds:
            for form in (handle for handle, kind in zip(handles, kinds, strict=True) if kind == _FORM):
                inside = min(raw.FPDFFormObj_CountObjects(form), max(0, left))
                objects = list(map(raw.FPDFFormObj_GetObject, repeat(form), range(inside)))
                waiting.append((depth + 1, _joined(_matrix(form), matrix), objects))


def _bounds(handles: Sequence[Any]) -> list[Box]:
    """Return left, bottom, right, top of each object; one that is no line where it has none."""
    found: list[Box] = []
    for start in range(0, len(handles), _AT_ONCE):  # the loop runs in C
        some = handles[start : start + _AT_ONCE]
        done = list(map(raw.FPDFPageObj_GetBounds, some, *_TO_BOUNDS))
        flat = _FLOATS[: 4 * len(some)].tolist()
        boxes = list(zip(flat[0::4], flat[1::4], flat[2::4], flat[3::4], strict=True))
        found += boxes if all(done) else [b if fine else _NO_BOX for b, fine in zip(boxes, done, strict=True)]
    return found


def _matrix(form: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(form, ctypes.byref(found)):
        return _AS_IT_IS
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _joined(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, x, y = two
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + x, e * q + f * s + y)


def _moved(box: Box, matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    return (min(across), min(up), max(across), max(up))
