"""The part of a PDF page that is seen (ISO 32000-1, 14.11.2, the crop box), and what stands outside it."""

from __future__ import annotations

import ctypes
from itertools import chain, groupby
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from briefing.importing.pdf.page_characters import Box, Boxes, PageCharacters, Spans

EVERYWHERE: Box = (float("-inf"), float("-inf"), float("inf"), float("inf"))
_SMALLEST = 10.0  # points a side of what is seen: a smaller box is a fault of the file
_EDGE = 1.0  # points a letter may stand over the edge


def shown_part(page: Any) -> Box:
    """Return the crop box of a page, cut to its media box; everywhere, where none can be meant."""
    media, crop = _box(page, raw.FPDFPage_GetMediaBox), _box(page, raw.FPDFPage_GetCropBox)
    found = media or crop
    if media and crop:
        (left, bottom), (right, top) = map(max, media[:2], crop[:2]), map(min, media[2:], crop[2:])
        found = (left, bottom, right, top)
    if found is None or min(found[2] - found[0], found[3] - found[1]) < _SMALLEST:
        return EVERYWHERE
    return (found[0] - _EDGE, found[1] - _EDGE, found[2] + _EDGE, found[3] + _EDGE)


def _box(page: Any, of: Any) -> Box | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not of(page, *map(ctypes.byref, sides)):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return (min(left, right), min(bottom, top), max(left, right), max(bottom, top))


def within(
    chars: PageCharacters, spans: Spans, boxes: Boxes, shown: Box
) -> tuple[Spans, Boxes, tuple[str, ...]]:
    """Return the lines of a page, or parts of them, that stand in what is shown, and the other words."""
    if _are_in(boxes, shown):
        return spans, boxes, ()
    kept: Spans = []
    outside: list[str] = []
    for (start, end, hyphen), (first, last) in zip(spans, boxes, strict=True):
        if _is_in(first, shown) and _is_in(last, shown):
            kept.append((start, end, hyphen))
            continue
        at = start
        for is_seen, run in groupby(_seen(chars, start, end, shown)):
            until = at + len(list(run))
            words = chars.text[at:until]
            if not is_seen:
                outside.append(words)
            elif words.strip():
                lead, trail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
                kept.append((at + lead, until - trail, hyphen and until == end))
            at = until
    return kept, chars.ends(kept), tuple(outside)


def _are_in(boxes: Boxes, shown: Box) -> bool:
    sides = tuple(zip(*chain.from_iterable(boxes), strict=True))
    if not sides:
        return True
    low = min(sides[0]) >= shown[0] and min(sides[1]) >= shown[1]
    return bool(low and max(sides[2]) <= shown[2] and max(sides[3]) <= shown[3])


def _seen(chars: PageCharacters, start: int, end: int, shown: Box) -> list[bool]:
    """Return for each character whether it is seen; a space is as the letter before it."""
    seen: list[bool] = []
    for char, box in zip(chars.text[start:end], chars.boxes(range(start, end)), strict=True):
        seen.append(seen[-1] if seen and char.isspace() else _is_in(box, shown))
    return seen


def _is_in(box: Box, shown: Box) -> bool:
    """Return whether the middle of a letter is in what is shown; a letter without a place is."""
    if box[0] == box[2] and box[1] == box[3]:
        return True
    return shown[0] < (box[0] + box[2]) / 2 < shown[2] and shown[1] < (box[1] + box[3]) / 2 < shown[3]
