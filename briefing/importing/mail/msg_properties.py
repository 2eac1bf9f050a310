"""The properties of a mail that Outlook saved (MS-OXMSG 2): streams of a compound file, named by tags."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from briefing.importing.encoding.decode import decode

_FIXED = "__properties_version1.0"
_STREAM = "__substg1.0_"
_ATTACHMENT = "__attach_version1.0_"
# Bytes before the entries of fixed properties: of a mail, of one within it, of an attachment (2.4.1).
HEAD_OF_MAIL, HEAD_OF_INNER, HEAD_OF_ATTACHMENT = 32, 24, 8
_ENTRY = struct.Struct("<HHI8s")
_WIDE, _NARROW, _BYTES, _OBJECT = "001F", "001E", "0102", "000D"
_CODE_PAGE = 0x3FFD  # PidTagMessageCodepage
_NAMED_CODE_PAGES = {
    65001: "utf-8", 20127: "us-ascii", 932: "shift_jis", 936: "gb18030", 54936: "gb18030", 949: "euc-kr",
    51949: "euc-kr", 950: "big5", 20866: "koi8-r", 21866: "koi8-u", 50220: "iso-2022-jp", 51932: "euc-jp",
}  # fmt: skip
_SINCE = datetime(1601, 1, 1, tzinfo=UTC)
MOST_ATTACHMENTS = 1_000


class MailProperties:
    """What one storage of the file holds: a mail, an attachment, or a mail within it.

    `file` is an olefile.OleFileIO; `path` leads to the storage. Raises OSError and ValueError for streams
    that are damaged.
    """

    def __init__(
        self, file: Any, path: tuple[str, ...] = (), head: int = HEAD_OF_MAIL, charset: str = ""
    ) -> None:
        self._file = file
        self._path = path
        self._fixed = dict(self._entries(head))
        self._charset = charset_of(self.number(_CODE_PAGE)) or charset

    def text(self, tag: int) -> str:
        """Return a property of words, "" where it is missing."""
        wide = self._stream(tag, _WIDE)
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._stream(tag, _NARROW)
        return decode(narrow, self._charset).text.rstrip("\0") if narrow else ""

    def data(self, tag: int) -> bytes:
        """Return a property of bytes, b"" where it is missing."""
        return self._stream(tag, _BYTES)

    def number(self, tag: int) -> int:
        """Return a property of a whole number or a yes, 0 where it is missing."""
        return int.from_bytes(self._fixed.get(tag, b"")[:4], "little", signed=True)

    def moment(self, tag: int) -> datetime | None:
        """Return a property of a time (MS-DTYP 2.3.3), in UTC."""
        ticks = int.from_bytes(self._fixed.get(tag, b""), "little")
        try:
            return _SINCE + timedelta(microseconds=ticks // 10) if ticks else None
        except OverflowError:
            return None

    def attachments(self) -> Iterator[MailProperties]:
        """Yield what is attached, in the order of the file."""
        names = dict.fromkeys(
            entry[len(self._path)]
            for entry in self._file.listdir(streams=True, storages=True)
            if entry[: len(self._path)] == [*self._path] and len(entry) > len(self._path)
        )
        for name in [name for name in names if name.startswith(_ATTACHMENT)][:MOST_ATTACHMENTS]:
            yield MailProperties(self._file, (*self._path, name), HEAD_OF_ATTACHMENT, self._charset)

    def inner(self, tag: int) -> MailProperties | None:
        """Return the mail that a property holds, None where it holds none."""
        path = (*self._path, f"{_STREAM}{tag:04X}{_OBJECT}")
        if not self._file.exists([*path, _FIXED]):
            return None
        return MailProperties(self._file, path, HEAD_OF_INNER, self._charset)

    def _stream(self, tag: int, kind: str) -> bytes:
        name = [*self._path, f"{_STREAM}{tag:04X}{kind}"]
        if not self._file.exists(name) or self._file.get_type(name) != 2:
            return b""
        with self._file.openstream(name) as stream:
            data = stream.read()
        return data if isinstance(data, bytes) else b""

    def _entries(self, head: int) -> Iterator[tuple[int, bytes]]:
        """Yield tag and value of each fixed property (2.4.2.1)."""
        name = [*self._path, _FIXED]
        if not self._file.exists(name):
            return
        with self._file.openstream(name) as stream:
            data = stream.read()[head:]
        for at in range(0, len(data) - _ENTRY.size + 1, _ENTRY.size):
            _, tag, _, value = _ENTRY.unpack_from(data, at)
            yield tag, value


def charset_of(code_page: int) -> str:
    """Return the name of a Windows code page, "" for one that is unknown."""
    if code_page in _NAMED_CODE_PAGES:
        return _NAMED_CODE_PAGES[code_page]
    if 28591 <= code_page <= 28606:
        return f"iso-8859-{code_page - 28590}"
    return f"windows-{code_page}" if 1250 <= code_page <= 1258 else ""
