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
from briefing.importing.common.metadata import read_metadata
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.properties import Properties, with_stated_author
from briefing.importing.common.struck_out import without_struck
from briefing.importing.pdf.columns import ordered
from briefing.importing.pdf.finished_text import finished_pdf
from briefing.importing.pdf.gathered_pages import GatheredPages, gathered_pages, on_pages
from briefing.importing.pdf.page_line import PdfPage
from briefing.importing.pdf.repeated_lines import repeated_lines
from briefing.importing.pdf.running_text import PdfFlow, written
from briefing.importing.pdf.titles import is_title, largest_line, stated_title

_MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)", re.ASCII)  # ISO 32000-1, 7.9.4
_DIGIT = re.compile(r"\d")


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the text of a PDF, its pages and repairs. Raises NeedsPassword, and BadInput when it holds no
    text.
    """
    with uncollected():
        return _read(data, hints)


def _read(data: bytes, hints: Hints) -> Parsed:
    document = _opened(data, hints.password)
    gathered = gathered_pages(document)
    pages = gathered.pages
    if not any(page.lines for page in pages) and not gathered.below:
        raise _wordless(gathered)
    repeated = repeated_lines([page.lines for page in pages])
    bodies = [repeated.body(number, page.lines) for number, page in enumerate(pages)]
    flow = PdfFlow()
    for number, (page, body) in enumerate(zip(pages, bodies, strict=True)):
        flow.add(number, ordered(body), [page.lines[i] for i in sorted(repeated.kept[number])])
    done = finished_pdf(written(flow), gathered.below)
    notices = (
        *done.notices(),
        *_margin_notice(repeated.named),
        *_page_notices(gathered, len(document)),
        *gathered.notices(),
    )
    printed = without_struck(largest_line(bodies, repeated.named))[0].strip()
    described = _described(document, done.text, flow.heads, printed)
    found = replace(described, notices=(*described.notices, *notices))
    return replace(
        found,
        struck=done.struck,
        pages=_offsets(done.starts, len(pages), done.above),
        mends=done.mends,
        extractor=f"pdf 1, pypdfium2 {PYPDFIUM_INFO}",
    )


def _wordless(gathered: GatheredPages) -> BadInput:
    if gathered.broken:
        return BadInput("Its pages are damaged or overcrowded.", "Open it in a PDF viewer and save it again.")
    if gathered.fields:
        return BadInput("It is a form, and nothing is filled in.", "There is nothing to quote from it.")
    return BadInput(
        "It holds pictures of text only, or no text at all.",
        "Have it read by a text recognition program (OCR) first, or look for another version.",
        "scan",
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
            if document.get_formtype() != raw.FORMTYPE_NONE:
                document.init_forms()
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
    if not title and is_title(found.title):
        title = found.title
    return with_stated_author(replace(found, title=title), _properties(document))


def _properties(document: Any) -> Properties:
    made = _MADE.match(document.get_metadata_value("CreationDate"))
    return Properties(
        author=clean(document.get_metadata_value("Author"), 400),
        made="-".join(made.groups()) if made else "",
    )


def _margin_notice(repeated: dict[str, int]) -> tuple[str, ...]:
    if not repeated:
        return ()
    named = ", ".join(f"“{clean(words, 80)}” ({count:,})" for words, count in list(repeated.items())[:6])
    return (f"Repeated at the head or foot of pages, so left out of the text there: {named}.",)


def _page_notices(gathered: GatheredPages, count: int) -> tuple[str, ...]:
    messages = []
    pages, broken = gathered.pages, gathered.broken
    empty = _numbers(pages, lambda page: not (page.lines or page.noted))
    empty = [number for number in empty if number not in broken]
    if empty:
        messages.append(f"{_capital(on_pages(empty, ''))} {_hold(empty)} no text (scans?).")
    if broken:
        messages.append(f"{_capital(on_pages(broken, ''))} could not be read: damaged or overcrowded.")
    odd = _numbers(pages, lambda page: page.unmapped > 0)
    if odd:
        letters = sum(page.unmapped for page in pages)
        messages.append(
            f"The file does not say which letters {letters:,} of its characters are, {on_pages(odd)}: words "
            f"there may be wrong."
        )
    mixed = _numbers(pages, _mixes_directions)
    if mixed:
        messages.append(
            f"Full stops next to numbers may stand on the wrong side of them {on_pages(mixed)}: compare "
            f"with the page."
        )
    turned = _numbers(pages, lambda page: page.turned > 0)
    if turned:
        messages.append(f"Lines that run another way than the page stand apart {on_pages(turned)}.")
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
