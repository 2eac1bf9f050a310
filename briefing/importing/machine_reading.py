"""Reading scans and pictures by machine: asks a worker page by page, and marks what comes as machine-read.

The extra `ocr` brings what is needed; without it the message says how to get it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

from briefing.errors import BadInput
from briefing.importing import Importer
from briefing.importing.common.metadata import read_metadata
from briefing.importing.common.page_runs import page_runs
from briefing.importing.common.parsed import Hints, Parsed, Repair
from briefing.importing.ocr import NO_PAGE
from briefing.importing.ocr.page_order import ReadLine, page_text
from briefing.importing.process.host import Host
from briefing.text import StruckPassage, shortened

MODULE = "briefing.importing.ocr.read_picture"
SECONDS = 120.0  # for one page
MOST_PAGES = 500
PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp", ".gif")  # that can be chosen
UNSURE = 0.9  # a line recognised with less certainty is named
WITHOUT = "Install the extra “ocr” to have it read here, or look for a version with text."
_NAMED_AT_MOST = 5
# Words that a machine runs together most: a small letter beside a figure. They are named, never parted.
_RUN_TOGETHER = re.compile(r"[a-z]{2}\d|\d[a-z]{3}")

Ask = Callable[[int], "ReadPage"]
PageProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page as it was recognised, of `pages` in all."""

    pages: int
    lines: tuple[ReadLine, ...]


def available() -> bool:
    """Return whether the extra is installed."""
    return find_spec("rapidocr") is not None


def parse(
    importer: Importer, data: bytes, hints: Hints, host: Host, progress: PageProgress | None = None
) -> Parsed:
    """Return what an importer makes of a file in the worker of `host`; pages of a PDF that are pictures are
    read by machine, where the extra is installed. Raises BadInput, and pipes.Cancelled.
    """
    try:
        parsed = host.parse(importer.module, data, hints)
    except BadInput as error:
        if error.reason != "scan":
            raise
        if not available():
            raise BadInput(error.message, WITHOUT) from error
        return read(data, hints, progress=progress, cancelled=host.cancelled)
    if importer.id == "pdf" and wordless_pages(parsed) and available():
        return read(data, hints, parsed, progress=progress, cancelled=host.cancelled)
    return parsed


def read(
    data: bytes,
    hints: Hints,
    found: Parsed | None = None,
    *,
    progress: PageProgress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Parsed:
    """Return a scan or a picture as an article, its text marked as read by machine.

    `found`: what a PDF has of text already; only its pages without words are read. `progress(page, pages)` is
    called before each, from 1. Raises BadInput where no words are found, and pipes.Cancelled.
    """
    with Host(seconds=SECONDS, cancelled=cancelled, heavy=True) as host:

        def ask(page: int) -> ReadPage:
            return host.ask(MODULE, data, {"page": page, "password": hints.password}, from_wire)

        count = ask(NO_PAGE).pages if found is None else 1
        return read_with(ask, found, progress or (lambda *_: None), count)


def read_with(ask: Ask, found: Parsed | None, progress: PageProgress, count: int = 1) -> Parsed:
    """Do what `read` does, by asking for each page of `count`, or of more where a page that was read says so.
    One that cannot be read costs that page only.
    """
    numbers = wordless_pages(found) if found is not None else None
    texts: dict[int, str] = {}
    unsure: list[tuple[int, str]] = []
    failed: list[int] = []
    pages, at = (len(numbers) if numbers is not None else count), 0
    while at < min(pages, MOST_PAGES):
        page = numbers[at] if numbers is not None else at
        progress(at + 1, pages)
        try:
            read_page = ask(page)
        except BadInput:
            if numbers is None and at == 0 and pages == 1:
                raise
            failed.append(page)
        else:
            pages = len(numbers) if numbers is not None else read_page.pages
            texts[page] = page_text(read_page.lines)
            unsure += _unsure(page, read_page.lines)
        at += 1
    spread = _spread(found, texts, len(found.pages) if found is not None else pages)
    if not spread.text.strip():
        raise BadInput("No words were recognised in it.", "Look for a version with text.")
    of_reading = _notices(
        [page for page, text in texts.items() if text], unsure, failed, pages, whole=found is None
    )
    return replace(spread, notices=(*of_reading, *spread.notices))


def wordless_pages(found: Parsed) -> list[int]:
    """Return the numbers, from 0, of the pages without words; each page begins where the next one does."""
    ends = (*found.pages[1:], len(found.text))
    spans = enumerate(zip(found.pages, ends, strict=True))
    return [number for number, (start, end) in spans if not found.text[start:end].strip()]


def from_wire(fields: Any) -> ReadPage:
    """Return the page of an answer of the worker. Raises ValueError, TypeError or KeyError for another."""
    lines = []
    for words, *numbers in fields["lines"]:
        if not isinstance(words, str) or len(numbers) != 5:
            raise TypeError("a line that is none")
        lines.append(ReadLine(words, *map(float, numbers)))
    pages = fields["pages"]
    if type(pages) is not int or not 0 < pages < 100_000:
        raise ValueError("a number of pages that cannot be")
    return ReadPage(pages, tuple(lines))


def _spread(found: Parsed | None, texts: dict[int, str], pages: int) -> Parsed:
    """Return the text with each page that was read at its place, and all places in it moved along."""
    if found is None:
        first = next((text for text in texts.values() if text), "")
        found = replace(read_metadata(first), text="", pages=(0,) * pages)
    pieces: list[str] = []
    starts: list[int] = []
    moved: list[tuple[int, int]] = []  # from this place of the old text on, so much further
    length, ending = 0, ""
    ends = (*found.pages[1:], len(found.text))
    for page, (start, end) in enumerate(zip(found.pages, ends, strict=True)):
        if texts.get(page):
            gap = "\n\n" if length and not ending.endswith("\n\n") else ""
            piece = f"{gap}{texts[page]}\n\n"
            pieces.append(piece)
            ending = piece
            starts.append(length + len(gap))
            length += len(piece)
            moved.append((start, length - end))
        piece = found.text[start:end]
        if not (texts.get(page)):
            starts.append(length)
        pieces.append(piece)
        ending = piece or ending
        length += len(piece)
    text = "".join(pieces)
    if not found.text:
        text = text.rstrip("\n") + "\n" if text.strip() else ""

    def place(at: int) -> int:
        return at + max((by for start, by in moved if start <= at), default=0)

    return replace(
        found,
        text=text,
        pages=tuple(min(at, len(text)) for at in starts),
        mends=tuple(Repair(place(m.start), m.length, m.raw) for m in found.mends),
        struck=tuple(StruckPassage(place(s.start), s.words) for s in found.struck),
        extractor=f"{found.extractor}, {_engine()}".removeprefix(", "),
    )


def _engine() -> str:
    """Return what reads, with its version."""
    try:
        return f"read by machine with rapidocr {version('rapidocr')}"
    except PackageNotFoundError:
        return "read by machine with rapidocr"


def _unsure(page: int, lines: Sequence[ReadLine]) -> list[tuple[int, str]]:
    return [
        (page, f"page {page + 1}: “{shortened(line.words, 50)}”")
        for line in lines
        if line.words.strip() and (line.score < UNSURE or _RUN_TOGETHER.search(line.words))
    ]


def _notices(
    read_pages: list[int], unsure: list[tuple[int, str]], failed: list[int], pages: int, *, whole: bool
) -> tuple[str, ...]:
    """Return what a reader must know of a text that a machine has read."""
    notices = []
    which = "" if whole and pages == 1 else f" ({_named(read_pages)})"
    if read_pages:
        notices.append(f"Read by machine from a picture{which}: compare each quote with the page.")
    if unsure:
        named = "; ".join(line for _, line in unsure[:_NAMED_AT_MOST])
        if more := [page for page, _ in unsure[_NAMED_AT_MOST:]]:
            named += f"; and of {len(more)} more lines, {_named(sorted(set(more)))}"
        notices.append(f"The machine is unsure of {named}.")
    if failed:
        notices.append(f"Could not be read by machine: {_named(failed)}.")
    if pages > MOST_PAGES:
        notices.append(f"Only the first {MOST_PAGES:,} of {pages:,} pages were read.")
    return tuple(notices)


def _named(pages: list[int]) -> str:
    """Return pages, from 0, as people name them: “page 3”, “pages 1 to 4, 7”."""
    runs = page_runs(page + 1 for page in sorted(pages))
    words = [f"{first}" if first == last else f"{first} to {last}" for first, last in runs]
    return f"{'page' if len(pages) == 1 else 'pages'} {', '.join(words)}"
