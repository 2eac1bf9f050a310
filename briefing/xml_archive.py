"""Archives of XML (Word, OpenDocument, EPUB), checked before anything in them is inflated.

The limits: 2,000 entries, 200 MB in all, 200 times the packed size for any entry that is not small.
XML is read without DTD, entities or network; what the directory claims about a size is not believed.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from urllib.parse import unquote

from lxml import etree

from briefing.errors import BadInput

MOST_ENTRIES = 2_000
MOST_BOOK_ENTRIES = 65_535  # a page a file is a fair book: what they unpack to is the limit
MOST_BYTES = 200_000_000
MOST_RATIO = 200
SMALL = 1_000_000  # bytes; a part this small may be packed as tightly as it likes
DEEPEST = 2_000  # elements within elements

LXML = f"lxml {etree.__version__}"

_ENTRY = b"PK\x01\x02"
_END = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
# Encodings in which the ASCII letters of a DTD are their own bytes, once zero bytes are taken out.
_PLAIN_ENCODING = re.compile(
    rb"(?:utf-?8|utf-?16(?:[bl]e)?|us-ascii|iso-8859-\d+|windows-125\d|koi8-[ru])", re.IGNORECASE
)
_PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[\]<>]*>")
_DAMAGED = "It is damaged: the archive it is packed in cannot be opened."
_AGAIN = "Get the file again, or open and save it in the program that made it."


class DamagedPart(BadInput):
    """One entry of an archive cannot be read; the others may be."""


class Archive:
    """The entries of a checked archive, read one at a time; all that is read counts against MOST_BYTES."""

    def __init__(self, file: zipfile.ZipFile, infos: dict[str, zipfile.ZipInfo]) -> None:
        self._file = file
        self._infos = infos
        self._left = MOST_BYTES

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the entries, in the order of the directory, folders left out."""
        return tuple(self._infos)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """Return the bytes of the entry `name`; raises BadInput when there is none, or it is damaged."""
        info = self._infos.get(name)
        if info is None:
            raise BadInput(f"It is damaged: its part “{name[-80:]}” is missing.", _AGAIN)
        try:
            with self._file.open(info) as part:
                data = part.read(min(info.file_size, self._left) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise DamagedPart(
                f"It is damaged: its part “{name[-80:]}” cannot be unpacked.", _AGAIN
            ) from error
        self._left -= len(data)
        if self._left < 0:
            raise _too_big()
        if len(data) != info.file_size:
            raise DamagedPart(f"It is damaged: its part “{name[-80:]}” is not as long as it says.", _AGAIN)
        return data

    def checked_xml(self, name: str) -> bytes:
        """Return the bytes of the XML entry `name`; raises BadInput for a DTD, as `parse_xml` does."""
        data = self.read(name)
        _refuse_dtd(data, name, doctype=False)
        return data

    def xml(self, name: str, *, doctype: bool = False) -> etree._Element:
        """Return the root element of the XML entry `name`; see `parse_xml`."""
        return parse_xml(self.read(name), name, doctype=doctype)


def open_archive(data: bytes, kind: str, most: int = MOST_ENTRIES) -> Archive:
    """Return the archive in `data`, a file of `kind` ("Word document") and `most` entries, its directory
    checked.

    Raises BadInput for what is no archive, is locked, or would unpack to more than the limits.
    """
    if data.startswith(_OLE):
        raise BadInput(
            f"It is not a {kind} of today: it is either protected by a password or in an old format (.doc).",
            "Open it in the program that made it and save it again without a password.",
        )
    if not data.startswith(b"PK"):
        raise BadInput(f"It is not a {kind}: it is not packed as one.", "Check what the file really is.")
    if _entries(data) > most:
        raise _too_many(most)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise BadInput(_DAMAGED, _AGAIN) from error
    infos = file.infolist()
    if len(infos) > most:
        raise _too_many(most)
    return Archive(file, _checked(infos))


def resolved(base: str, target: str) -> str:
    """Return the entry a relative address leads to from the entry `base`; never one outside the archive.

    Percent escapes are undone and fragments cut off (Open Packaging Conventions, 9.3; EPUB OCF 3.3, 4.2.5).
    """
    path = unquote(target.split("#")[0].split("?")[0]).replace("\\", "/")
    joined = posixpath.join("/", posixpath.dirname(base), path)
    return posixpath.normpath(joined).lstrip("/")


def parse_xml(data: bytes, name: str = "", *, doctype: bool = False) -> etree._Element:
    """Return the root element of XML `data`; `name` is for messages.

    Raises BadInput for XML that is not well formed, for encodings nobody uses and for any DTD, but for
    a document type without declarations of its own, where `doctype` allows it.
    """
    _refuse_dtd(data, name, doctype)
    if doctype:
        data = _PLAIN_DOCTYPE.sub(b"", data, count=1)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root: etree._Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if "xcessive depth" in str(error):
            raise too_deep() from error
        raise BadInput(f"It is damaged: {_part(name)} is not well formed.", _AGAIN) from error
    if root is None:
        raise BadInput(f"It is damaged: {_part(name)} is empty.", _AGAIN)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _has_dtd(name)
    return root


def too_deep() -> BadInput:
    """Return the error for elements nested deeper than any honest file has them."""
    return BadInput(
        f"Its parts are nested more than {DEEPEST:,} levels deep, as no real document is.",
        _AGAIN,
    )


def _refuse_dtd(data: bytes, name: str, doctype: bool) -> None:
    # An encoding in which "<" is another byte could hide a DTD from the search below.
    plain = data.replace(b"\0", b"") if b"\0" in data[:64] else data
    head = plain[:400].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    declared = _ENCODING.match(head)
    if not head.startswith(b"<") or (declared and not _PLAIN_ENCODING.fullmatch(declared[1])):
        raise BadInput(f"It is damaged: {_part(name)} is not XML in a usual encoding.", _AGAIN)
    if doctype:
        plain = _PLAIN_DOCTYPE.sub(b"", plain, count=1)
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise _has_dtd(name)


def _has_dtd(name: str) -> BadInput:
    return BadInput(
        f"It was refused: {_part(name)} declares entities (a DTD), which no office program writes.",
        "Do not trust this file.",
    )


def _part(name: str) -> str:
    return f"its part “{name[-80:]}”" if name else "its XML"


def _entries(data: bytes) -> int:
    """Return how many entries the directory holds, counted, not as it says (APPNOTE 4.3.12, 4.3.16)."""
    end = data.rfind(_END)
    if end < 0 or end + 16 > len(data):
        return 0
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    # A size that cannot be means the larger kind of directory: then the whole file is looked through.
    start = end - size if size <= end else 0
    return data.count(_ENTRY, start, end)


def _checked(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    found: dict[str, zipfile.ZipInfo] = {}
    total = 0
    for info in infos:
        name = posixpath.normpath("/" + info.filename.replace("\\", "/")).lstrip("/")
        if info.flag_bits & 0x1:
            raise BadInput(
                "It is protected by a password.", "Open it in its own program and save it without one."
            )
        if info.filename.endswith("/"):
            continue
        if name in found:
            raise BadInput(f"It was refused: it holds two parts named “{name[-80:]}”.", _AGAIN)
        total += info.file_size
        ratio = info.file_size / max(1, info.compress_size)
        if total > MOST_BYTES or (info.file_size > SMALL and ratio > MOST_RATIO):
            raise _too_big()
        if info.compress_type not in _METHODS:
            raise BadInput("It is packed in a way that office programs do not use.", _AGAIN)
        found[name] = info
    return found


def _too_big() -> BadInput:
    return BadInput(
        f"Unpacked it would be far larger than it looks (the limit is {MOST_BYTES // 1_000_000} MB, "
        f"and {MOST_RATIO} times its packed size).",
        "Do not trust this file; if you do, split it.",
    )


def _too_many(most: int) -> BadInput:
    return BadInput(f"It holds more than {most:,} parts.", "Do not trust this file; if you do, split it.")
