"""Zip files made by hand, with lies in them where a test wants one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def zipped(parts: Mapping[str, str | bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    """Return an archive of `parts` in their order; those of `stored` are not packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return target.getvalue()


def with_size(data: bytes, name: str, size: int) -> bytes:
    """Return the archive with another unpacked size claimed for an entry, in both its headers."""
    found = bytearray(data)
    for mark, name_at, size_at in ((b"PK\x03\x04", 30, 22), (b"PK\x01\x02", 46, 24)):
        start = found.find(mark)
        while start >= 0:
            if found[start + name_at : start + name_at + len(name)] == name.encode():
                found[start + size_at : start + size_at + 4] = size.to_bytes(4, "little")
            start = found.find(mark, start + 4)
    return bytes(found)


def locked(data: bytes) -> bytes:
    """Return the archive with every entry marked as encrypted."""
    found = bytearray(data)
    for mark, flag_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = found.find(mark)
        while start >= 0:
            found[start + flag_at] |= 1
            start = found.find(mark, start + 4)
    return bytes(found)


def inflated(parts: Mapping[str, str | bytes], size: int) -> bytes:
    """Return an archive with entries of little packed size that make `size` bytes together."""
    piece = bytes(900_000)
    return zipped(dict(parts) | {f"word/media/{i}.bin": piece for i in range(size // len(piece) + 1)})


def twice(parts: Mapping[str, str | bytes], name: str) -> bytes:
    """Return an archive that holds the entry `name` two times."""
    twin = name[:-1] + "~"
    return zipped(dict(parts) | {twin: parts[name]}, stored=("mimetype",)).replace(
        twin.encode(), name.encode()
    )


def crowded(name: bytes, count: int) -> bytes:
    """Return an archive whose directory lists `count` entries and says it has one."""
    local = b"PK\x03\x04" + bytes(22) + len(name).to_bytes(2, "little") + bytes(2) + name
    entry = b"PK\x01\x02" + bytes(24) + len(name).to_bytes(2, "little") + bytes(16) + name
    size = len(entry) * count
    end = b"PK\x05\x06" + bytes(4) + b"\x01\x00\x01\x00" + size.to_bytes(4, "little")
    return local + entry * count + end + len(local).to_bytes(4, "little") + bytes(2)


def nested_xml(depth: int) -> str:
    """Return XML of elements within elements."""
    return "<a>" * depth + "x" + "</a>" * depth


_LAUGHS = '<!ENTITY a "ha">' + "".join(
    "<!ENTITY {} '{}'>".format(new, 10 * f"&{old};")
    for old, new in ("ab", "bc", "cd", "de", "ef", "fg", "gh")
)
DTDS: dict[str, str | bytes] = {
    "laughs": f'<?xml version="1.0"?><!DOCTYPE x [{_LAUGHS}]><x>&h;</x>',
    "outside": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>',
    "remote": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>',
    "wide": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>'.encode(
        "utf-16"
    ),
}
