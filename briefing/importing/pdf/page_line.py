"""One line of a PDF page, and the lines of a page: what the steps of reading hand on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class PageLine:
    """Words on one baseline. Sizes are points; `left` to `right` in the direction of reading, `base` goes up.

    `hyphen`: pdfium took its last character for a hyphen. `aside`: it runs another way than the page.
    `row`: it is a row of a table, its cells parted by tabs.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    hyphen: bool = False
    aside: bool = False
    row: bool = False


@dataclass(slots=True)
class PdfPage:
    """The lines of a page in the order of the file; `unmapped` characters mean nothing in the file.

    `outside`: words that stand beside the part of the page that is seen. `unread`: pieces of text without
    characters. `noted`: it holds form fields or notes.
    """

    lines: list[PageLine]
    unmapped: int = 0
    rtl: bool = False
    turned: int = 0
    outside: tuple[str, ...] = ()
    unread: int = 0
    noted: bool = False
