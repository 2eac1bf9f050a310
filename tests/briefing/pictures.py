"""Small pictures for tests, made here: a PNG is a few chunks (ISO/IEC 15948)."""

from __future__ import annotations

import struct
import zlib

from briefing.text import sha256


def png(red: int = 0, green: int = 0, blue: int = 0, *, size: tuple[int, int] = (4, 2)) -> bytes:
    """Return a PNG of one colour, `size` in pixels."""
    width, height = size
    row = b"\0" + bytes((red, green, blue)) * width
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * height)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in chunks)


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return one chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


RED, BLUE = png(200, 30, 30), png(30, 30, 200)
PICTURES = {sha256(data): data for data in (RED, BLUE)}
