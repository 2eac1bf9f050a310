"""The pages of a PDF, one after the other: their lines, and what to say of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from briefing.importing.common.left_out import Omitted
from briefing.importing.common.page_runs import page_runs
from briefing.importing.pdf.cut_strings import LONGEST_STRING, may_be_cut
from briefing.importing.pdf.page_line import PdfPage
from briefing.importing.pdf.page_lines import page_of
from briefing.importing.pdf.page_notes import PageNotes
from briefing.importing.pdf.page_objects import PageObjects
from briefing.importing.pdf.shown_part import shown_part
from briefing.importing.pdf.struck_marks import StruckMarks

MOST_PAGES = 2000
_MOST_PIECES = 30_000  # on one page: a full newspaper page has a tenth of them
_MOST_TEXT = 10_500_000  # code points, after which no more pages are read
_OUTSIDE = "Text outside the part of a page that is seen left out"


@dataclass(slots=True)
class GatheredPages:
    """What the pages of a file hold, and the numbers (from 1) of those of which there is something to say.

    `below`: lines to stand below the text. `fields`: how many form fields there are, empty ones too.
    """

    pages: list[PdfPage] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)
    filled: list[int] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    fields: int = 0

    def take(self, page: Any, form: Any) -> None:
        """Add one page, None for one that cannot be loaded."""
        number = len(self.pages) + 1
        text = _text_page(page)
        if text is None:
            self.broken.append(number)
            self.pages.append(PdfPage([]))
            return
        shown = shown_part(page)
        notes = PageNotes.of(page, form, number)
        drawn = PageObjects.of(page, shown)
        marks = StruckMarks(drawn.lines, notes.struck) if drawn.lines or notes.struck else None
        found = page_of(text, shown, marks)
        found.unread, found.noted = drawn.unread, bool(notes.fields or notes.notes)
        self.below += [*notes.fill_in(found.lines), *notes.notes]
        self.pages.append(found)
        self.fields += notes.fields
        self.filled += [number] if notes.values else []
        self.cut += [number] if may_be_cut(text) else []
        text.close()
        page.close()

    def notices(self) -> tuple[str, ...]:
        """Return what there is to say of what was left out, put in, or may be lacking."""
        omitted = Omitted()
        for page in self.pages:
            for words in page.outside:
                omitted.add(_OUTSIDE, words)
        messages = [*omitted.notices()]
        unread = [number for number, page in enumerate(self.pages, start=1) if page.unread]
        if unread:
            pieces = sum(page.unread for page in self.pages)
            messages.append(
                f"Pieces of text that could not be read: {pieces:,}, {on_pages(unread)}. "
                "Compare with the page."
            )
        if self.filled:
            messages.append(f"What is filled into form fields {on_pages(self.filled)} is part of the text.")
        if self.below:
            count = len(self.below)
            messages.append(f"Notes and comments put at the end of the text, below a line: {count:,}.")
        if self.cut:
            messages.append(
                f"A piece of text {on_pages(self.cut)} is as long as can be read at once ({LONGEST_STRING:,} "
                "bytes): words after it may be missing. Compare with the page."
            )
        return tuple(messages)


def gathered_pages(document: Any) -> GatheredPages:
    """Return what the pages of a pypdfium2 document hold, up to the most that are read."""
    found = GatheredPages()
    form = document.formenv.raw if document.formenv else None
    length = 0
    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            page = None
        found.take(page, form)
        length += sum([len(line.text) for line in found.pages[-1].lines])
        if length > _MOST_TEXT:
            break
    return found


def _text_page(page: Any) -> Any:
    """Return pdfium's text of a page; None for one that cannot be read."""
    try:
        return None if page is None or _is_crowded(page) else page.get_textpage()
    except pypdfium2.PdfiumError:
        return None


def _is_crowded(page: Any) -> bool:
    """Return whether more pieces of text stand on the page than pdfium, which compares them all, ends
    with.
    """
    if raw.FPDFPage_CountObjects(page) <= _MOST_PIECES:
        return False
    kinds = (
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, i))
        for i in range(raw.FPDFPage_CountObjects(page))
    )
    return sum(1 for kind in kinds if kind == raw.FPDF_PAGEOBJ_TEXT) > _MOST_PIECES


def on_pages(numbers: list[int], before: str = "on ") -> str:
    """Return "on page 3" or "on pages 3 and 7–9"."""
    spans = page_runs(numbers)
    shown = [str(a) if a == b else f"{a}–{b}" for a, b in spans[:20]] + (
        ["others"] if len(spans) > 20 else []
    )
    listed = ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else shown[0]
    return f"{before}{'page' if len(numbers) == 1 else 'pages'} {listed}"
