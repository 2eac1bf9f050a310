"""The lines of one PDF page and where they stand, with as few calls into pdfium as will do."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from briefing.importing.pdf.page_characters import Box, Boxes, PageCharacters, Spans, turn_of, turned
from briefing.importing.pdf.page_line import PageLine, PdfPage
from briefing.importing.pdf.shown_part import EVERYWHERE, within
from briefing.importing.pdf.struck_marks import StruckMarks
from briefing.importing.pdf.table_rows import PageTable, tables, with_tables
from briefing.importing.pdf.wide_gaps import cells, split_at_gutters
from briefing.text import normalise

HYPHEN = "\ufffe"  # what pdfium writes for a hyphen at a line's end, in place of the line break
_HYPHENS = (HYPHEN, "\x02")
_BARE = re.compile("[^\\s\ufffe\x02](?:[^\r\n\ufffe\x02]*[^\\s\ufffe\x02])?")
_MEANINGLESS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]")
_BULLET = re.compile(r"^[\ue000-\uf8ff]\s+")  # of a font of signs, as office programs begin lists
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 8  # lines looked at to learn whether the file says what its letters are


def page_of(handle: Any, shown: Box = EVERYWHERE, marks: StruckMarks | None = None) -> PdfPage:
    """Return what a pypdfium2 text page holds within `shown`, the part of it that is seen.

    What `marks` strike out stands between the marks of `struck_out`.
    """
    chars = PageCharacters(handle)
    spans = _spans(chars.text)
    spans, boxes, outside = within(chars, spans, chars.ends(spans), shown)
    if not spans:
        return PdfPage([], outside=outside)
    unmapped = _unmapped(chars, spans)
    rtl = _is_rtl(chars.text)
    found, rest = _tables(chars, spans, boxes, rtl, marks)
    if found:
        spans = rest
        boxes = chars.ends(spans)
    lines, unknown = _lines(chars, *split_at_gutters(chars, spans, boxes), rtl, marks)
    unknown += sum(row.text.count("\ufffd") for table in found for row in table.rows)
    asides = sum(line.aside for line in lines)
    return PdfPage(with_tables(lines, found), max(unmapped, unknown), rtl, asides, outside)


def _tables(
    chars: PageCharacters, spans: Spans, boxes: Boxes, rtl: bool, marks: StruckMarks | None
) -> tuple[list[PageTable], Spans]:
    """Return the tables of a page, and the lines and pieces of lines that are in none."""
    pieces, owners = cells(chars, spans, boxes, rtl=rtl)
    if not pieces:
        return [], spans
    found = tables(_lines(chars, pieces, chars.ends(pieces), rtl, marks)[0])
    held = {i for table in found for i in table.pieces}
    cut = {owners[i] for i in held}
    rest = [span for number, span in enumerate(spans) if number not in cut]
    rest += [piece for i, piece in enumerate(pieces) if owners[i] in cut and i not in held]
    return found, sorted(rest)


def _lines(
    chars: PageCharacters, spans: Spans, boxes: Boxes, rtl: bool, marks: StruckMarks | None
) -> tuple[list[PageLine], int]:
    """Return a line for each span, and how many of their characters mean nothing."""
    turns = [
        0 if first[1] == last[1] else turn_of(first, last, end - start)
        for (first, last), (start, end, _) in zip(boxes, spans, strict=True)
    ]
    main = Counter(turns).most_common(1)[0][0] if any(turns) else 0
    if main:  # a few letters do not show which way they run
        turns = [
            main if end - start < 4 else turn for turn, (start, end, _) in zip(turns, spans, strict=True)
        ]
    odd = not (chars.text.isascii() and _MEANINGLESS.search(chars.text) is None)
    lines = []
    unknown = 0
    for (start, end, hyphen), (first, last), turn in zip(spans, boxes, turns, strict=True):
        text = marks.marked(chars, start, end, first, last) if marks else chars.text[start:end]
        if odd and not (text.isascii() and text.isprintable()):
            text, lost = _MEANINGLESS.subn("\ufffd", _BULLET.sub("• ", text))
            unknown += lost
            text = normalise(text).strip()
        lines.append(_line(text, first, last, turn, rtl, hyphen, turn != main))
    return lines, unknown


def _spans(text: str) -> list[tuple[int, int, bool]]:
    """Return start and end of each line, spaces at its ends left out, and whether a hyphen was cut off it."""
    return [
        (match.start(), end := match.end(), text[end : end + 1] in _HYPHENS) for match in _BARE.finditer(text)
    ]


def _line(text: str, first: Box, last: Box, turn: int, rtl: bool, hyphen: bool, aside: bool) -> PageLine:
    if turn:
        first, last = turned(first, turn), turned(last, turn)
    # Of two numbers the smaller and the greater: min and max take three times as long.
    left = first[0] if first[0] < last[0] else last[0]
    right = first[2] if first[2] > last[2] else last[2]
    if rtl:
        left, right = -right, -left
    base, size = first[1], first[3] - first[1]
    other = last[3] - last[1]
    if size < 0.9 * other or size > 1.9 * other > 0:  # it begins with a note's raised number, or a drop cap
        base, size = last[1], other
    return PageLine(text, left, right, base, size, hyphen, aside)


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
