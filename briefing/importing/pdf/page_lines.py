"""The lines of one PDF page and where they stand, with as few calls into pdfium as will do."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from briefing.importing.pdf.page_characters import Box, PageCharacters
from briefing.importing.pdf.page_line import PageLine, PdfPage
from briefing.importing.pdf.wide_gaps import split_at_gutters
from briefing.text import normalise

HYPHEN = "\ufffe"  # what pdfium writes for a hyphen at a line's end, in place of the line break
_HYPHENS = (HYPHEN, "\x02")
_BARE = re.compile("[^\\s\ufffe\x02](?:[^\r\n\ufffe\x02]*[^\\s\ufffe\x02])?")
_MEANINGLESS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]")
_BULLET = re.compile(r"^[\ue000-\uf8ff]\s+")  # of a font of signs, as office programs begin lists
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 8  # lines looked at to learn whether the file says what its letters are


def page_of(handle: Any) -> PdfPage:
    """Return what a pypdfium2 text page holds."""
    chars = PageCharacters(handle)
    spans = _spans(chars.text)
    if not spans:
        return PdfPage([])
    spans, boxes = split_at_gutters(chars, spans, chars.ends(spans))
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


def _turn(first: Box, last: Box, length: int) -> int:
    """Return by how many quarters a line is turned to the left: 0, 1 (upwards), 2 or 3 (downwards)."""
    across = max(first[2], last[2]) - min(first[0], last[0])
    along = abs(last[1] - first[1])
    if length < 3 or along <= across:
        return 0
    return 1 if last[1] > first[1] else 3


def _line(text: str, first: Box, last: Box, turn: int, rtl: bool, hyphen: bool) -> PageLine:
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


def _turned(box: Box, turn: int) -> Box:
    left, bottom, right, top = box
    return (bottom, -right, top, -left) if turn == 1 else (-top, left, -bottom, right)


def _is_rtl(text: str) -> bool:
    if text.isascii():
        return False
    found = len(_RTL.findall(text))
    return found > 0 and 2 * found > len(_LETTER.findall(text))


def _unmapped(chars: PageCharacters, spans: list[tuple[int, int, bool]]) -> int:
    """Count characters for which the file gives no Unicode; all are asked only when one of a few has none."""
    few = [(start + end) // 2 for start, end, _ in spans[:: max(1, len(spans) // _SAMPLE)]]
    if not any(_has_error(chars, at) for at in few):
        return 0
    return sum(_has_error(chars, at) for start, end, _ in spans for at in range(start, end))


def _has_error(chars: PageCharacters, at: int) -> bool:
    return bool(raw.FPDFText_HasUnicodeMapError(chars.handle, chars.number(at)) == 1)
