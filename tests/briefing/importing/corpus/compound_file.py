"""Compound files (MS-CFB, version 3) and mails of Outlook made of them (MS-OXMSG), for the tests of .msg."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

Storage = dict[str, "bytes | Storage"]

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_HEADER = struct.Struct("<8s16sHHHHH6sIIIIIIIIII")


def compound(root: Storage) -> bytes:
    """Return a compound file that holds these streams and storages."""
    entries = _Entries(root)
    sectors: list[bytes] = []
    fat: list[int] = []

    def placed(data: bytes) -> int:
        """Append a chain of sectors; return its first."""
        count = -(-len(data) // _SECTOR)
        if not count:
            return _END
        first = len(sectors)
        sectors.extend(data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR))
        fat.extend([*range(first + 1, first + count), _END])
        return first

    small = bytearray()
    mini_fat: list[int] = []
    starts: dict[int, int] = {}
    for number, data in entries.streams.items():
        if len(data) >= _CUTOFF:
            starts[number] = placed(data)
        else:
            count = -(-len(data) // _MINI)
            starts[number] = len(mini_fat) if count else _END
            mini_fat += [*range(len(mini_fat) + 1, len(mini_fat) + count), _END] if count else []
            small += data.ljust(count * _MINI, b"\0")
    root_start = placed(bytes(small))
    mini_start = placed(struct.pack(f"<{len(mini_fat)}I", *mini_fat))
    directory_start = placed(entries.directory(starts, root_start, len(small)))
    fat_sectors = 1
    while fat_sectors * 128 < len(sectors) + fat_sectors:
        fat_sectors += 1
    fat_start = len(sectors)
    fat += [_FAT] * fat_sectors
    fat += [_FREE] * (fat_sectors * 128 - len(fat))
    sectors += [struct.pack("<128I", *fat[at : at + 128]) for at in range(0, len(fat), 128)]
    header = _HEADER.pack(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, fat_sectors,
        directory_start,
        0, _CUTOFF, mini_start, -(-len(mini_fat) // 128), _END, 0, fat_start if fat_sectors else _FREE,
    )  # fmt: skip
    rest = [*range(fat_start + 1, fat_start + fat_sectors)]
    header += struct.pack("<108I", *rest, *[_FREE] * (108 - len(rest)))
    return header + b"".join(sectors)


class _Entries:
    """The directory of a compound file: its entries by number, the root first."""

    def __init__(self, root: Storage) -> None:
        self.streams: dict[int, bytes] = {}
        self._rows: list[
            tuple[str, int, int, int]
        ] = []  # name, kind, the next of its storage, the first in it
        self._add("Root Entry", root)
        self._rows[0] = (*self._rows[0][:1], 5, *self._rows[0][2:])

    def _add(self, name: str, what: bytes | Storage) -> int:
        number = len(self._rows)
        self._rows.append((name, 2 if isinstance(what, bytes) else 1, _FREE, _FREE))
        if isinstance(what, bytes):
            self.streams[number] = what
            return number
        numbers = [
            self._add(*item)
            for item in sorted(what.items(), key=lambda item: (len(item[0]), item[0].upper()))
        ]
        for this, following in zip(numbers, [*numbers[1:], _FREE], strict=True):
            row = self._rows[this]
            self._rows[this] = (row[0], row[1], following, row[3])
        row = self._rows[number]
        self._rows[number] = (row[0], row[1], row[2], numbers[0] if numbers else _FREE)
        return number

    def directory(self, starts: dict[int, int], root_start: int, root_size: int) -> bytes:
        """Return the sectors of the directory."""
        out = bytearray()
        for number, (name, kind, following, first) in enumerate(self._rows):
            wide = name.encode("utf-16-le") + b"\0\0"
            start = root_start if kind == 5 else starts.get(number, 0)
            size = root_size if kind == 5 else len(self.streams.get(number, b""))
            out += wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide), kind, 1, _FREE, following, first)
            out += bytes(16 + 4 + 16) + struct.pack("<IQ", start, size)
        return bytes(out).ljust(-(-len(out) // _SECTOR) * _SECTOR, b"\0")


def properties(
    *, head: int = 32, words: dict[int, str] | None = None, narrow: dict[int, bytes] | None = None,
    data: dict[int, bytes] | None = None, numbers: dict[int, int] | None = None, sent: datetime | None = None,
) -> Storage:  # fmt: skip
    """Return the streams of properties by their tags: words, words of a code page, bytes, whole numbers."""
    streams: Storage = {
        f"__substg1.0_{tag:04X}001F": value.encode("utf-16-le") for tag, value in (words or {}).items()
    }
    streams |= {f"__substg1.0_{tag:04X}001E": value for tag, value in (narrow or {}).items()}
    streams |= {f"__substg1.0_{tag:04X}0102": value for tag, value in (data or {}).items()}
    fixed = [struct.pack("<HHIq", 3, tag, 6, value) for tag, value in (numbers or {}).items()]
    if sent is not None:
        ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        fixed.append(struct.pack("<HHIq", 0x40, 0x39, 6, ticks))
    return streams | {"__properties_version1.0": bytes(head) + b"".join(fixed)}


def attachment(name: str, data: bytes | Storage, media: str = "") -> Storage:
    """Return an attachment: bytes, or a mail."""
    made = properties(
        head=8,
        words={0x3707: name} | ({0x370E: media} if media else {}),
        data={} if isinstance(data, dict) else {0x3701: data},
    )
    return made | ({"__substg1.0_3701000D": data} if isinstance(data, dict) else {})


def attached(*attachments: Storage) -> Storage:
    """Return the storages of attachments."""
    return {f"__attach_version1.0_#{n:08X}": one for n, one in enumerate(attachments)}


def compressed(rtf: bytes) -> bytes:
    """Return RTF in the form of a compressed body, of literals only (MS-OXRTFCP)."""
    body = b"".join(b"\x00" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    return struct.pack("<II4sI", len(body) + 12, len(rtf), b"LZFu", 0) + body
