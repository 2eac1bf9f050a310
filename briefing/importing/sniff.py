"""What bytes look like before anything parses them."""

from __future__ import annotations

import codecs
import re

_LOOKED_AT = 65536
_FEW_CONTROLS = 8
_CONTROL_SHARE = 0.05
_CONTROLS = re.compile(rb"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zipped file (as Word, Excel and EPUB files are)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office or Outlook document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)


def foreign_kind(data: bytes) -> str:
    """Return what the first bytes say the data is, in words, or "" when they say nothing."""
    return next((words for mark, words in _MARKS if data.startswith(mark)), "")


def bom_of(data: bytes) -> tuple[bytes, str] | None:
    """Return the byte order mark at the start and its encoding (Unicode 15, section 23.8), or None."""
    return next((row for row in BOMS if data.startswith(row[0])), None)


def wide_encoding(data: bytes) -> str:
    """Return "utf-16-le" or "utf-16-be" when the zero bytes lie as in such a text without BOM, or ""."""
    head = data[: _LOOKED_AT & ~1]
    units = len(head) // 2
    if units < 2:
        return ""
    first, second = head[0::2].count(0), head[1::2].count(0)
    if second > first * 20 and second * 10 >= units:
        return "utf-16-le"
    if first > second * 20 and first * 10 >= units:
        return "utf-16-be"
    return ""


def is_text(data: bytes) -> bool:
    """Tell whether the data can be text in some encoding: no file mark, few control characters."""
    if foreign_kind(data):
        return False
    head = data[:_LOOKED_AT]
    if bom_of(head) or wide_encoding(head):
        return True
    controls = len(_CONTROLS.findall(head))
    return controls <= max(_FEW_CONTROLS, int(len(head) * _CONTROL_SHARE))
