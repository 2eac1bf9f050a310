"""SQLite's file format, read from the bytes: cells of pages and the records in them
(sqlite.org/fileformat2.html).

Nothing of the file is executed or believed: whatever does not fit is skipped. So a file is read in which
SQLite itself stops at the first bad page, and no trigger, view or changed table of a hostile file has any
say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LEAF_TABLE, INNER_TABLE, LEAF_INDEX, INNER_INDEX = 0x0D, 0x05, 0x0A, 0x02
_KINDS = (LEAF_TABLE, INNER_TABLE, LEAF_INDEX, INNER_INDEX)
_FIXED = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
MOST = 64 * 1024 * 1024 + 4096  # bytes of one record
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A record as it lies: its rowid (0 in an index), its length, where its first bytes are, and the rest's
    page.
    """

    rowid: int
    length: int
    start: int
    local: int
    overflow: int


class Pages:
    """The pages of a database file held in memory."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size = _page_size(data)
        self.usable = self.size - (data[20] if len(data) > 20 and data[20] <= self.size - 480 else 0)
        self.count = -(-len(data) // self.size)

    def kind(self, number: int) -> int:
        """Return the kind of a page (from 1), 0 for one that holds no cells."""
        at = self._header(number)
        kind = self.data[at] if at < len(self.data) else 0
        return kind if kind in _KINDS else 0

    def _header(self, number: int) -> int:
        return (number - 1) * self.size + (100 if number == 1 else 0)

    def cells(self, number: int) -> Iterator[Cell]:
        """Yield the cells of a leaf or index page that can be made out."""
        kind = self.kind(number)
        if kind in (0, INNER_TABLE):
            return
        for at in self._pointers(number):
            cell = self._cell(kind, at)
            if cell is not None:
                yield cell

    def _pointers(self, number: int) -> Iterator[int]:
        header, base = self._header(number), (number - 1) * self.size
        inner = self.kind(number) in (INNER_TABLE, INNER_INDEX)
        first = header + (12 if inner else 8)
        for n in range(min(self._two(header + 3), self.size // 4)):
            offset = self._two(first + 2 * n)
            if 0 < offset < self.size:
                yield base + offset

    def children(self, number: int) -> Iterator[int]:
        """Yield the pages below an inner page."""
        if self.kind(number) not in (INNER_TABLE, INNER_INDEX):
            return
        for at in self._pointers(number):
            yield self._four(at)
        yield self._four(self._header(number) + 8)

    def _cell(self, kind: int, at: int) -> Cell | None:
        if kind == INNER_INDEX:
            at += 4
        length, at = self.varint(at)
        rowid = 0
        if kind == LEAF_TABLE:
            rowid, at = self.varint(at)
        if not 0 < length <= MOST:
            return None
        most = self.usable - 35 if kind == LEAF_TABLE else (self.usable - 12) * 64 // 255 - 23
        if length <= most:
            return Cell(_signed(rowid), length, at, length, 0)
        least = (self.usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (self.usable - 4)
        local = local if local <= most else least
        return Cell(_signed(rowid), length, at, local, self._four(at + local))

    def payload(self, cell: Cell, most: int = MOST) -> bytes:
        """Return the first `most` bytes of a record, fewer where its pages end."""
        parts = [self.data[cell.start : cell.start + min(cell.local, most)]]
        left, page, steps = min(cell.length, most) - len(parts[0]), cell.overflow, 0
        while left > 0 and 1 < page <= self.count and steps < self.count:
            at = (page - 1) * self.size
            part = self.data[at + 4 : at + 4 + min(left, self.usable - 4)]
            parts.append(part)
            left -= len(part)
            page, steps = self._four(at), steps + 1
            if not part:
                break
        return b"".join(parts)

    def _two(self, at: int) -> int:
        return int.from_bytes(self.data[at : at + 2], "big")

    def _four(self, at: int) -> int:
        return int.from_bytes(self.data[at : at + 4], "big")

    def varint(self, at: int) -> tuple[int, int]:
        """Return the number at a place, and where it ends."""
        return varint(self.data, at)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends; what lies beyond the data reads as 0."""
    value = 0
    for n in range(9):
        byte = data[at + n] if at + n < len(data) else 0
        if n == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + n + 1
    raise AssertionError("a number ends after nine bytes")


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def types_of(payload: bytes) -> tuple[tuple[int, ...], int]:
    """Return the serial types of a record and where its values begin; none where they do not fit."""
    end, at = varint(payload, 0)
    if not 0 < end <= len(payload) or end > 4096:
        return (), 0
    types: list[int] = []
    while at < end:
        kind, at = varint(payload, at)
        types.append(kind)
    return (tuple(types), end) if at == end else ((), 0)


def width(kind: int) -> int:
    """Return the bytes of a value of this serial type; -1 for one that is reserved."""
    return _FIXED.get(kind, (kind - 12) // 2 if kind >= 12 else -1)


def values_of(payload: bytes, count: int | None = None) -> Values | None:
    """Return the values of a record (the first `count`), None where they cannot be made out."""
    types, at = types_of(payload)
    found: list[Any] = []
    for kind in types[:count]:
        size = width(kind)
        if size < 0 or at + size > len(payload):
            return None
        try:
            found.append(_value(kind, payload[at : at + size]))
        except ValueError:  # text that is not UTF-8
            return None
        at += size
    return tuple(found) if types else None


def _value(kind: int, data: bytes) -> Any:
    if kind == 0:
        return None
    if kind == 7:
        import struct

        return struct.unpack(">d", data)[0]
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(data, "big", signed=True)
    return data.decode() if kind % 2 else data


def _page_size(data: bytes) -> int:
    stated = int.from_bytes(data[16:18], "big")
    stated = 65536 if stated == 1 else stated
    return stated if stated in (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536) else 4096
