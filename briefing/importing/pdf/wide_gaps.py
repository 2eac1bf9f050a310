"""Lines of a PDF page cut where a gap is too wide for a space: pdfium joins words of one baseline."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from briefing.importing.pdf.page_characters import Box, Boxes, PageCharacters, Spans

_BLANKS = re.compile(r"(?<=\S)\s+(?=\S)")
_SAMPLE = 8  # lines looked at to learn whether columns run through them
_GAP = 0.9  # of the letters' height: wider than this between two words is no space


def split_at_gutters(chars: PageCharacters, spans: Spans, boxes: Boxes) -> tuple[Spans, Boxes]:
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
    sides = chars.boxes([start + at for blank in spaces for at in (blank.start() - 1, blank.end())])
    return [
        (start + blank.end(), after[0])
        for blank, before, after in zip(spaces, sides[0::2], sides[1::2], strict=True)
        if after[0] - before[2] > _GAP * size
    ]
