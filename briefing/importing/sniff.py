"""What bytes look like before anything parses them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

_LOOKED_AT = 65536
_FEW_CONTROLS = 8
_CONTROL_SHARE = 0.05
_CONTROLS = re.compile(rb"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_BEYOND_PLAIN = re.compile(rb"[^\x00\t-\r -~]")

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_PICTURE = "a picture"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB, 2.2
_BOXED = re.compile(rb".{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1|avif)", re.DOTALL)  # ISO/IEC 23008-12
_IN_RIFF = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zipped file (as Word, Excel and EPUB files are)"),
    (_COMPOUND, "an old Office or Outlook document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)


def foreign_kind(data: bytes) -> str:
    """Return what the first bytes say the data is, in words, or "" when they say nothing."""
    if _BOXED.match(data) or _IN_RIFF.match(data):
        return _PICTURE
    return next((words for mark, words in _MARKS if data.startswith(mark)), "")


def is_picture(data: bytes) -> bool:
    """Return whether the data is a picture, by its first bytes."""
    return foreign_kind(data) == _PICTURE


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
    zeros = max(first, second)
    # A short text with a stray zero byte has as large a share, but nothing in it save plain letters.
    if zeros * 10 < units or (zeros * 2 < units and not _BEYOND_PLAIN.search(head)):
        return ""
    if second > first * 20:
        return "utf-16-le"
    if first > second * 20:
        return "utf-16-be"
    return ""


def is_text(data: bytes) -> bool:
    """Return whether the data can be text in some encoding: no file mark, few control characters."""
    if foreign_kind(data):
        return False
    head = data[:_LOOKED_AT]
    if bom_of(head) or wide_encoding(head):
        return True
    controls = len(_CONTROLS.findall(head))
    return controls <= max(_FEW_CONTROLS, int(len(head) * _CONTROL_SHARE))


# What the first bytes of each kind look like. None of these parses anything; the worker does.
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|h1)[\s>/]", re.IGNORECASE
)
_FEED = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>]", re.IGNORECASE)
_XML = re.compile(rb"\s*<(?:\?xml|!--)")
_HEADER = re.compile(rb"[!-9;-~]{1,60}:")
_COUNT = re.compile(rb"(\d{1,10})[ \t]*\r?\n")
_FROM_LINE = re.compile(rb">?From [^\n]{0,500}\n")
_BEFORE_A_MAIL = b"\xef\xbb\xbf\r\n\t "
_MAIL_HEADERS = re.compile(
    rb"^(?:from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|reply-to):",
    re.IGNORECASE | re.MULTILINE,
)
_MHTML = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_FLAT_ODT = re.compile(
    rb"<office:document\s[^>]{0,8000}office:mimetype\s*=\s*[\"']application/vnd\.oasis\.opendocument\."
)
_TIMES = re.compile(rb"[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}[ \t]*-->")
_ENDNOTE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*%0[ \t]+\w")
_RIS = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*TY {1,2}- ?")
_BIBTEX = re.compile(rb"^\s*@[A-Za-z]{3,20}\s*[{(]", re.MULTILINE)
_CSL = re.compile(rb'"(?:title|type|URL|issued|author|DOI)"\s*:')


_OTHER_OFFICE = (b"xl/", b"ppt/", b"visio/", b"AndroidManifest.xml", b"FixedDocSeq")


def is_pdf(data: bytes) -> bool:
    """Return whether a PDF header stands in the first 1,024 bytes, as readers accept it."""
    return b"%PDF-" in data[:1024] and not data.startswith(_COMPOUND)


def zipped(*parts: bytes) -> Callable[[bytes], bool]:
    """Return a test for a zip file that names all these parts (names stand uncompressed in it)."""
    return lambda data: data.startswith(b"PK\x03\x04") and all(part in data for part in parts)


def is_word(data: bytes) -> bool:
    """Return whether the data is an Office package that holds a text, whatever its main part is called."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    office = b"[Content_Types].xml" in data and b"_rels/.rels" in data
    return b"word/document" in data or (office and not any(part in data for part in _OTHER_OFFICE))


def is_excel(data: bytes) -> bool:
    """Return whether the data is an Office package that holds a workbook."""
    return _is_office(data, b"xl/workbook.xml")


def is_slides(data: bytes) -> bool:
    """Return whether the data is an Office package that holds a presentation."""
    return _is_office(data, b"ppt/presentation.xml")


def _is_office(data: bytes, part: bytes) -> bool:
    """Return whether the data is an Office package that names a part."""
    return data.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in data and part in data


def is_odt(data: bytes) -> bool:
    """Return whether the data is an OpenDocument text; one zipped again no longer says so at its start."""
    if not data.startswith(b"PK\x03\x04"):
        return is_flat_odt(data)
    if b"content.xml" not in data:
        return False
    if b"application/vnd.oasis.opendocument." in data[:200]:
        return b"application/vnd.oasis.opendocument.text" in data[:200]
    return b"META-INF/manifest.xml" in data


def is_flat_odt(data: bytes) -> bool:
    """Return whether the data is OpenDocument in one XML file; whether a text, its reader sees."""
    return bool(_FLAT_ODT.search(_plain_head(data)[:8192]))


def is_rtf(data: bytes) -> bool:
    """Return whether the data begins as RTF does."""
    return data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rt")


def is_feed(data: bytes) -> bool:
    """Return whether the data looks like RSS, RDF or Atom."""
    return bool(_FEED.search(_plain_head(data)[:4096]))


def is_html(data: bytes) -> bool:
    """Return whether the data looks like a web page, or a piece of one."""
    return not foreign_kind(data) and not is_feed(data) and bool(_HTML.search(_plain_head(data)))


def is_mail(data: bytes) -> bool:
    """Return whether the data begins with header lines, some of them those of a mail (RFC 5322).

    A space after the colon is usual, but not asked for (section 3.6.8).
    """
    head = re.split(rb"\r?\n\r?\n", mail_start(data[:_LOOKED_AT]), maxsplit=1)[0]
    names = {name.lower() for name in _MAIL_HEADERS.findall(head)}
    return bool(_HEADER.match(head)) and len(names) >= 2


def mail_start(data: bytes) -> bytes:
    """Return a mail from its first header line on.

    What programs put before it is left out: a byte order mark, empty lines, the "From " line under which it
    lay in a mailbox (RFC 4155); and what Apple Mail puts round it (.emlx): its length, and settings after it.
    """
    start = data.lstrip(_BEFORE_A_MAIL)
    counted = _COUNT.match(start)
    if counted is not None:
        start = start[counted.end() :][: int(counted[1])]
    return _FROM_LINE.sub(b"", start, count=1) if _FROM_LINE.match(start) else start


def is_outlook(data: bytes) -> bool:
    """Return whether the data is a compound file that holds a mail (MS-OXMSG)."""
    return data.startswith(_COMPOUND) and "__properties_version1.0".encode("utf-16-le") in data


def is_mbox(data: bytes) -> bool:
    """Return whether the data begins as a mailbox does (RFC 4155)."""
    return data.startswith(b"From ") and is_mail(data)


def is_web_archive(data: bytes) -> bool:
    """Return whether the data is a saved page as one file (MHTML, RFC 2557)."""
    head = re.split(rb"\r?\n\r?\n", data[:_LOOKED_AT].lstrip(), maxsplit=1)[0]
    return bool(_MHTML.search(head))


def is_ris(data: bytes) -> bool:
    """Return whether the data begins with a RIS record."""
    return bool(_RIS.match(_plain_head(data)))


def is_endnote(data: bytes) -> bool:
    """Return whether the data begins with a record of EndNote's tagged export."""
    return bool(_ENDNOTE.match(_plain_head(data)))


def is_subtitles(data: bytes) -> bool:
    """Return whether the data begins as WebVTT does, or with a number and the times of a subtitle."""
    head = _plain_head(data).lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    if re.match(rb"WEBVTT(?=[ \t\r\n]|$)", head):
        return True
    first, _, rest = head[:200].partition(b"\n")
    return bool(_TIMES.match(first)) or (first.strip().isdigit() and bool(_TIMES.match(rest)))


def is_sheet_text(data: bytes) -> bool:
    """Return whether the data can be a table as text: no markup stands in its first line."""
    return is_text(data) and not is_html(data)


def is_bibtex(data: bytes) -> bool:
    """Return whether an entry of BibTeX begins a line."""
    return is_text(data) and bool(_BIBTEX.search(_plain_head(data)))


def is_csl(data: bytes) -> bool:
    """Return whether the data looks like a CSL-JSON list or item."""
    head = _plain_head(data).lstrip(b"\xef\xbb\xbf \r\n\t")
    return head[:1] in (b"[", b"{") and bool(_CSL.search(head))


def _plain_head(data: bytes) -> bytes:
    """Return the first bytes with the zero bytes of a wide encoding taken out: markup is ASCII."""
    head = data[:_LOOKED_AT]
    return head.replace(b"\x00", b"") if bom_of(head) or wide_encoding(head) else head
