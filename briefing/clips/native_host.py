"""The host of the browser's extension: native messaging over standard input and output.

Each message is its length in bytes (32 bits, the machine's order) and that many bytes of JSON in UTF-8, as
Chromium and Firefox both document it. Nothing else may be written to standard output. There is no socket and
no port: the browser starts this process, for its own user, and ends it by closing the pipe.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import BinaryIO

from briefing.clips import inbox
from briefing.clips.message import from_message
from briefing.errors import BadInput, BriefingError

# What Chromium sends at most is 64 MiB; Firefox would send 4 GiB.
MOST_MESSAGE = 64 << 20  # bytes
_LENGTH = struct.Struct("=I")


def serve(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Keep each page that comes in until the browser closes the pipe, and answer each message.

    A message that stops half-way is not kept, nor answered: there is nobody left to read it. After one that
    is too large the host ends, since nothing says where the next one begins.
    """
    while True:
        head = _exactly(incoming, _LENGTH.size)
        if head is None:
            return
        (length,) = _LENGTH.unpack(head)
        if length > MOST_MESSAGE:
            _answer(outgoing, _refused(_too_large()))
            return
        message = _exactly(incoming, length)
        if message is None:
            return
        _answer(outgoing, kept(message))


def kept(message: bytes) -> Mapping[str, object]:
    """Keep the page of one message and return the answer to it."""
    try:
        inbox.keep(from_message(message))
    except BriefingError as error:
        return _refused(error)
    return {"ok": True, "waiting": len(inbox.waiting())}


def _refused(error: BriefingError) -> Mapping[str, object]:
    return {"ok": False, "message": error.message, "hint": error.hint}


def _too_large() -> BadInput:
    return BadInput(f"The page is larger than {MOST_MESSAGE >> 20} MiB.", "Save it, and add the file.")


def _exactly(incoming: BinaryIO, size: int) -> bytes | None:
    """Return the next `size` bytes, or None where the pipe ends before."""
    pieces: list[bytes] = []
    while size:
        piece = incoming.read(min(size, 1 << 20))
        if not piece:
            return None
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _answer(outgoing: BinaryIO, answer: Mapping[str, object]) -> None:
    data = json.dumps(answer).encode("ascii")
    outgoing.write(_LENGTH.pack(len(data)) + data)
    outgoing.flush()
