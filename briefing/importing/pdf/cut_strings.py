"""Where pdfium hands over less of a PDF's string than stands in the file, and says nothing of it."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

# Bytes of one string in a page's content that pdfium reads (kMaxStringLength); the rest is dropped. A letter
# of a large font takes two of them.
LONGEST_STRING = 32_767
_SUSPECT = LONGEST_STRING // 2
_STEP = _SUSPECT // 2 - 1  # characters from one look to the next: a suspect piece is met twice


def may_be_cut(text: Any) -> bool:
    """Return whether a piece of a page's text is as long as a string can be read: what follows in it is lost.

    `text` is a text page of pypdfium2. Pieces of real pages are lines or words, so few pages are looked at
    twice.
    """
    count = text.count_chars()
    if count < _SUSPECT:
        return False
    met: set[int] = set()
    for at in range(0, count, _STEP):
        piece = raw.FPDFText_GetTextObject(text.raw, at)
        where = ctypes.cast(piece, ctypes.c_void_p).value if piece else None
        if where is None:
            continue
        if where in met and raw.FPDFTextObj_GetText(piece, text.raw, None, 0) // 2 - 1 >= _SUSPECT:
            return True
        met.add(where)
    return False
