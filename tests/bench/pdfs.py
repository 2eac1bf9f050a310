"""PDF files against pypdfium2 alone: what finding paragraphs, columns and mends adds to it."""

from __future__ import annotations

import time
from statistics import median

import pypdfium2  # type: ignore[import-untyped]

from briefing.importing.common.parsed import Hints
from briefing.importing.pdf.read_pdf import read
from tests.bench.briefs import article
from tests.bench.measure import row
from tests.briefing.importing.corpus.pdf_maker import Sheet, pdf, wrapped

PAGES, LINES = 28, 52


def main() -> None:
    """Print the time for files of 28 pages, one column and two, as a multiple of pypdfium2's own."""
    for name, columns in (("one column", 1), ("two columns", 2)):
        data = _file(columns)
        own, alone = [], []
        for _ in range(9):  # by turns, so that a busy machine slows both
            alone.append(_timed(lambda data=data: _alone(data)))
            own.append(_timed(lambda data=data: read(data, Hints())))
        row(f"28 pages, {name}: read, against pypdfium2 alone", median(own) / median(alone), "times", 1.3)
        row(f"28 pages, {name}: read", median(own) * 1000, "ms")


def _timed(act: object) -> float:
    start = time.perf_counter()
    act()  # type: ignore[operator]
    return time.perf_counter() - start


def _alone(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [document[i].get_textpage().get_text_bounded() for i in range(len(document))]


def _file(columns: int) -> bytes:
    width = 78 if columns == 1 else 38
    lines = wrapped(article(PAGES * LINES * 120, 1), width)
    sheets = []
    for number in range(PAGES):
        sheet = Sheet()
        for column in range(columns):
            start = (number * columns + column) * LINES
            sheet.lines(60 + 250 * column, 770, lines[start : start + LINES], 10, 13.5)
        sheet.line(290, 30, str(number + 1), 8)
        sheets.append(sheet)
    return pdf(sheets, packed=True)


if __name__ == "__main__":
    main()
