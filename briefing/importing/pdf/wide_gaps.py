"""Lines of a PDF page cut where a gap is too wide for a space: pdfium joins words of one baseline."""

from __future__ import annotations

import re
from collections import Counter

from briefing.importing.pdf.page_characters import Box, Boxes, PageCharacters, Spans, turn_of, turned

_BLANKS = re.compile(r"(?<=\S)\s+(?=\S)")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FAR = 1e7  # points: farther than any page is wide
_SAMPLE = 8  # lines looked at to learn whether columns run through them
_CELL_GAP = 0.75  # of the letters' height, between two cells of a row; less where spaces are narrow:
_LEAST_GAP = 0.4
_TIMES = 2.0  # as wide as the middle gap between words of the page
_GAP = 0.9  # of the letters' height: wider than this between two words is no space


def split_at_gutters(chars: PageCharacters, spans: Spans, boxes: Boxes) -> tuple[Spans, Boxes]:
    """Cut lines that run across columns: pdfium joins words of one baseline however far apart."""
    if len(spans) < _SAMPLE // 2 or chars.pieces < 1.3 * len(spans):
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
    new_spans: Spans = []
    for (start, end, hyphen), (first, last) in zip(spans, boxes, strict=True):
        for at, left in _gaps(chars, (start, end, hyphen), (first, last)):
            if any(-3 < left - gutter < 7 for gutter in gutters):
                cut = start + len(chars.text[start:at].rstrip())
                new_spans.append((start, cut, False))
                start = at
        new_spans.append((start, end, hyphen))
    return new_spans, chars.ends(new_spans)


def _gaps(
    chars: PageCharacters, span: tuple[int, int, bool], ends: tuple[Box, Box]
) -> list[tuple[int, float]]:
    """Return where words begin after a gap wider than a space: the place in the text, and their left."""
    start, end, _ = span
    size = ends[0][3] - ends[0][1]
    inner = (end - start) // 6  # nearer to its ends no column begins that is worth the name
    spaces = list(_BLANKS.finditer(chars.text[start : end - inner], inner))
    sides = chars.boxes([start + at for space in spaces for at in (space.start() - 1, space.end())])
    return [
        (start + space.end(), after[0])
        for space, before, after in zip(spaces, sides[0::2], sides[1::2], strict=True)
        if after[0] - before[2] > _GAP * size
    ]


def cells(chars: PageCharacters, spans: Spans, boxes: Boxes, *, rtl: bool) -> tuple[Spans, list[int]]:
    """Return the lines cut at every wide gap and wherever they jump back, and of which line each piece is.

    Nothing on a page that shows no sign of a table: looking at each gap takes as long as all else.
    """
    if not _may_hold_a_table(chars, spans, boxes):
        return [], []
    gaps = [_gaps_of(chars, span, ends, rtl=rtl) for span, ends in zip(spans, boxes, strict=True)]
    usual = sorted(wide for line in gaps for _, _, wide in line)
    least = min(_CELL_GAP, max(_LEAST_GAP, _TIMES * usual[len(usual) // 2])) if usual else _CELL_GAP
    pieces: Spans = []
    owners: list[int] = []
    for number, (start, end, hyphen) in enumerate(spans):
        for before, after, wide in gaps[number]:
            if wide > least:
                pieces.append((start, before, False))
                owners.append(number)
                start = after
        pieces.append((start, end, hyphen))
        owners.append(number)
    return pieces, owners


def _gaps_of(
    chars: PageCharacters, span: tuple[int, int, bool], ends: tuple[Box, Box], *, rtl: bool
) -> list[tuple[int, int, float]]:
    """Return start, end and width of the gaps between words of a line, times the letters' height; one where
    the line jumps back is as wide as can be.
    """
    start, end, _ = span
    turn = turn_of(*ends, end - start) if ends[0][1] != ends[1][1] else 0
    mixed = not rtl and _RTL.search(chars.text, start, end) is not None
    gaps = _gaps_between(chars.text, start, end, mixed=mixed)
    sides = chars.boxes([at for gap in gaps for at in (gap[0] - 1, gap[1])])
    first, last, *sides = [turned(box, turn) if turn else box for box in (*ends, *sides)]
    size = min(first[3] - first[1], last[3] - last[1]) or 1.0
    found = []
    for (before, after), one, two in zip(gaps, sides[0::2], sides[1::2], strict=True):
        wide = (one[0] - two[2] if rtl else two[0] - one[2]) / size
        back = two[0] < one[0] and not (mixed or rtl)
        found.append((before, after, _FAR if back else wide))
    return found


def _gaps_between(text: str, start: int, end: int, *, mixed: bool) -> list[tuple[int, int]]:
    """Return the gaps between words. In a line of both directions words jump about where no cell ends: of
    those, only gaps between words of the page's own direction.
    """
    gaps = [gap.span() for gap in _BLANKS.finditer(text, start, end)]
    if ". ." in text[start:end]:  # dots lead from an entry to its page: it is one thing with its number
        gaps = [gap for gap in gaps if "." not in (text[gap[0] - 1], text[gap[1]])]
    if mixed:
        return [gap for gap in gaps if not _RTL.search(text, max(start, gap[0] - 4), gap[1] + 4)]
    return gaps


def _may_hold_a_table(chars: PageCharacters, spans: Spans, boxes: Boxes) -> bool:
    """Return whether three lines share a baseline more than once, or lines are drawn in pieces, or wide."""
    if len(spans) < 2:
        return False
    shared = Counter([first[1] // 4 for first, _ in boxes])
    if sum([count > 2 for count in shared.values()]) > 1:
        return True
    if chars.pieces > 1.1 * len(spans) + 3:
        return True
    wide = [
        (last[2] - first[0]) / ((end - start) * (first[3] - first[1]) or 1.0)
        for (start, end, _), (first, last) in zip(spans, boxes, strict=True)
    ]
    usual = sorted(wide)[len(wide) // 2]
    return sum([one > 1.5 * usual for one in wide]) > 1
