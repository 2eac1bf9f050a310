"""RTF as Outlook keeps it, compressed (MS-OXRTFCP, 2.1 and 3.1.4)."""

from __future__ import annotations

from briefing.errors import BadInput

MOST_BYTES = 50_000_000
_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_SIZE = 4096  # of the ring that references point into
_HEADER = 16


def decompressed(data: bytes) -> bytes:
    """Return the RTF in a compressed body, as far as it goes. Raises BadInput where it cannot be."""
    kind, size = data[8:12], int.from_bytes(data[4:8], "little")
    if kind == b"MELA":
        return data[_HEADER : _HEADER + size]
    if kind != b"LZFu":
        raise BadInput(
            "The text of the mail is packed in a way that is not known.", "Save it from Outlook as .eml."
        )
    ring = bytearray(_DICTIONARY.ljust(_SIZE, b" "))
    out = bytearray()
    write, at = len(_DICTIONARY), _HEADER
    while at < len(data):
        control = data[at]
        at += 1
        for bit in range(8):
            if control >> bit & 1:
                if at + 1 >= len(data):
                    return bytes(out)
                offset = data[at] << 4 | data[at + 1] >> 4
                length = (data[at + 1] & 15) + 2
                at += 2
                if offset == write % _SIZE:
                    return bytes(out)
                piece = _copied(ring, offset, length, write)
            else:
                if at >= len(data):
                    return bytes(out)
                piece = data[at : at + 1]
                ring[write % _SIZE] = piece[0]
                at += 1
            write += len(piece)
            out += piece
        if len(out) > MOST_BYTES:
            raise BadInput(
                "The text of the mail is larger than can be kept.", "Save it from Outlook as .eml."
            )
    return bytes(out)


def _copied(ring: bytearray, offset: int, length: int, write: int) -> bytes:
    """Return what a reference stands for, which is written on as it is read: it may reach into itself."""
    piece = bytearray()
    for step in range(length):
        byte = ring[(offset + step) % _SIZE]
        ring[(write + step) % _SIZE] = byte
        piece.append(byte)
    return bytes(piece)
