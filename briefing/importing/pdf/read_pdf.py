"""PDF: its words in reading order, page by page, as pdfium finds them (ISO 32000)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]
from pypdfium2.version import PYPDFIUM_INFO  # type: ignore[import-untyped]

from briefing.errors import BadInput, NeedsPassword
from briefing.gc_pause import uncollected
from briefing.importing.common.cleaning import clean
from briefing.importing.common.metadata import read_metadata, split_names
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.pdf.columns import ordered
from briefing.importing.pdf.cut_strings import LONGEST_STRING, may_be_cut
from briefing.importing.pdf.page_line import PdfPage
from briefing.importing.pdf.page_lines import page_of
from briefing.importing.pdf.repeated_lines import repeated_lines
from briefing.importing.pdf.running_text import PdfFlow, written
from briefing.importing.pdf.titles import is_title, largest_line, stated_title

MOST_PAGES = 2000
_MOST_PIECES = 30_000  # on one page: a full newspaper page has a tenth of them
_MOST_TEXT = 10_500_000  # code points, after which no more pages are read
_DIGIT = re.compile(r"\d")
_NO_AUTHOR = re.compile(
    r"(?:user|admin|administrator|owner|author|unknown|windows user|microsoft|.{0,2}|[\w.-]+\\[\w.-]+)$|"
    r".*\d{3}",
    re.IGNORECASE,
)


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the text of a PDF, its pages and repairs. Raises NeedsPassword, and BadInput when it holds no
    text.
    """
    with uncollected():
        return _read(data, hints)


def _read(data: bytes, hints: Hints) -> Parsed:
    document = _opened(data, hints.password)
    count = len(document)
    pages, broken, extras = _pages(document, min(count, MOST_PAGES))
    if not any(page.lines for page in pages):
        if broken:
            raise BadInput(
                "Its pages are damaged or overcrowded.", "Open it in a PDF viewer and save it again."
            )
        raise BadInput(
            "It holds pictures of text only, or no text at all.",
            "Have it read by a text recognition program (OCR) first, or look for another version.",
        )
    repeated = repeated_lines([page.lines for page in pages])
    bodies = [repeated.body(number, page.lines) for number, page in enumerate(pages)]
    flow = PdfFlow()
    for number, (page, body) in enumerate(zip(pages, bodies, strict=True)):
        flow.add(number, ordered(body), [page.lines[i] for i in sorted(repeated.kept[number])])
    done = written(flow)
    notices = (
        *_margin_notice(repeated.named),
        *_page_notices(pages, broken, count),
        *extras,
    )
    printed = largest_line(bodies, repeated.named)
    found = replace(_described(document, done.text, flow.heads, printed), notices=notices)
    return replace(
        found,
        pages=_offsets(done.starts, len(pages), len(done.text)),
        mends=done.mends,
        extractor=f"pdf 1, pypdfium2 {PYPDFIUM_INFO}",
    )


def _opened(data: bytes, password: str) -> Any:
    tried = (
        [password]
        if not password or password.isascii()
        else [password, password.encode("latin-1", "replace")]
    )
    for word in tried:
        try:
            document = pypdfium2.PdfDocument(data, password=word or None)
            len(document)
            return document
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", None)
            if code == raw.FPDF_ERR_SECURITY:
                raise BadInput(
                    "It is locked in a way that cannot be opened here.", "Save it without protection."
                ) from error
            if code != raw.FPDF_ERR_PASSWORD:
                raise BadInput(
                    "It is damaged, or not a PDF.", "Open it in a PDF viewer and save it again."
                ) from error
    if password:
        raise NeedsPassword("The password does not open it.", "Type it again.")
    raise NeedsPassword("It is encrypted and opens with a password only.", "Give its password.")


def _pages(document: Any, count: int) -> tuple[list[PdfPage], list[int], tuple[str, ...]]:
    """Return the pages, the numbers of those that cannot be loaded, and what else to say."""
    pages: list[PdfPage] = []
    broken: list[int] = []
    noted: list[int] = []
    cut: list[int] = []
    length = 0
    for number in range(count):
        page: Any = None
        try:
            page = document[number]
            text = None if _is_crowded(page) else page.get_textpage()
        except pypdfium2.PdfiumError:
            text = None
        if text is None:
            broken.append(number + 1)
            pages.append(PdfPage([]))
            continue
        pages.append(page_of(text))
        if may_be_cut(text):
            cut.append(number + 1)
        length += sum([len(line.text) for line in pages[-1].lines])
        if raw.FPDFPage_GetAnnotCount(page) and _has_words(page):
            noted.append(number + 1)
        text.close()
        page.close()
        if length > _MOST_TEXT:
            break
    messages = [f"Notes and form fields {_on(noted)} were left out."] if noted else []
    if cut:
        messages.append(
            f"A piece of text {_on(cut)} is as long as can be read at once ({LONGEST_STRING:,} bytes): "
            "words after it may be missing. Compare with the page."
        )
    return pages, broken, tuple(messages)


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


_WITH_WORDS = (raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET)


def _has_words(page: Any) -> bool:
    """Return whether a note, a text box or a form field stands on the page."""
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), 200)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if annotation:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            raw.FPDFPage_CloseAnnot(annotation)
            if kind in _WITH_WORDS:
                return True
    return False


def _offsets(starts: dict[int, int], count: int, end: int) -> tuple[int, ...]:
    """Return where each page begins; one without words begins where the next does."""
    found = [end] * count
    following = end
    for number in range(count - 1, -1, -1):
        following = min(following, starts.get(number, following))
        found[number] = following
    found[0] = 0
    return tuple(found)


def _described(document: Any, text: str, heads: int, printed: str) -> Parsed:
    """Return the text with title and authors as the file names them, or else as its first lines do, of which
    as many are heads of pages.

    `printed`: the title as its first page shows it.
    """
    body = "\n".join(text.split("\n", heads)[heads:])
    found = replace(read_metadata(text), title=read_metadata(body).title)
    title = stated_title(document.get_metadata_value("Title")) or printed
    author = clean(document.get_metadata_value("Author"), 400)
    if not title and is_title(found.title):
        title = found.title
    if not found.authors and author and not _NO_AUTHOR.match(author):
        found = replace(found, authors=split_names(author))
    return replace(found, title=title)


def _margin_notice(repeated: dict[str, int]) -> tuple[str, ...]:
    if not repeated:
        return ()
    named = ", ".join(f"“{clean(words, 80)}” ({count:,})" for words, count in list(repeated.items())[:6])
    return (f"Repeated at the head or foot of pages, so left out of the text there: {named}.",)


def _page_notices(pages: list[PdfPage], broken: list[int], count: int) -> tuple[str, ...]:
    messages = []
    empty = [number for number in _numbers(pages, lambda page: not page.lines) if number not in broken]
    if empty:
        messages.append(f"{_capital(_on(empty, ''))} {_hold(empty)} no text (scans?).")
    if broken:
        messages.append(f"{_capital(_on(broken, ''))} could not be read: damaged or overcrowded.")
    odd = _numbers(pages, lambda page: page.unmapped > 0)
    if odd:
        letters = sum(page.unmapped for page in pages)
        messages.append(
            f"The file does not say which letters {letters:,} of its characters are, {_on(odd)}: words "
            f"there may be wrong."
        )
    mixed = _numbers(pages, _mixes_directions)
    if mixed:
        messages.append(
            f"Full stops next to numbers may stand on the wrong side of them {_on(mixed)}: compare with the "
            f"page."
        )
    turned = _numbers(pages, lambda page: page.turned > 0)
    if turned:
        messages.append(f"Lines that run another way than the page stand apart {_on(turned)}.")
    if len(pages) < count:
        messages.append(f"Only the first {len(pages):,} of {count:,} pages were read.")
    return tuple(messages)


def _numbers(pages: list[PdfPage], applies: Callable[[PdfPage], bool]) -> list[int]:
    """Return the numbers, from 1, of the pages to which something applies."""
    return [number for number, page in enumerate(pages, start=1) if applies(page)]


def _mixes_directions(page: PdfPage) -> bool:
    """Return whether figures stand in a page that is written from right to left."""
    return page.rtl and any(_DIGIT.search(line.text) for line in page.lines)


def _hold(numbers: list[int]) -> str:
    return "holds" if len(numbers) == 1 else "hold"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _on(numbers: list[int], before: str = "on ") -> str:
    """Return "on page 3" or "on pages 3 and 7–9"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    shown = [str(a) if a == b else f"{a}–{b}" for a, b in spans[:20]] + (
        ["others"] if len(spans) > 20 else []
    )
    listed = ", ".join(shown[:-1]) + " and " + shown[-1] if len(shown) > 1 else shown[0]
    return f"{before}{'page' if len(numbers) == 1 else 'pages'} {listed}"
