"""One HTTP/1.1 question over a connected socket (RFC 9112), with every part of the answer bounded."""

from __future__ import annotations

import http.client
import io
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any, cast
from urllib.parse import urlsplit

from briefing.errors import BadInput
from briefing.importing.web.address import Address

MOST_HEADER_BYTES = 128 << 10
_OVERHEAD = 1 << 20  # bytes for chunk marks and the like
_CHUNK = 1 << 16
_LONGEST_MEDIA = 100
_MEMBER = b"\x1f\x8b"  # how a member of a gzip file begins (RFC 1952)

# Nothing here distinguishes this machine, its owner, or this program from others.
_HEADERS = (
    "User-Agent: Mozilla/5.0 (compatible)",
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language: *",
    "Accept-Encoding: gzip, deflate",
    "Connection: close",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. `data` is decompressed, and empty unless the status is 200."""

    status: int
    location: str = ""
    data: bytes = b""
    media: str = ""
    charset: str = ""
    filename: str = ""


class _Bounded(io.RawIOBase):
    """A socket's bytes up to a moment (time.monotonic) and a number of bytes. Raises TimeoutError,
    BadInput.
    """

    def __init__(self, connected: socket.socket, until: float) -> None:
        super().__init__()
        self._connected = connected
        self._until = until
        self._read = 0
        self.most = MOST_HEADER_BYTES
        self.what = "its header"

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if self._read >= self.most:
            raise BadInput(
                f"It sends too much: {self.what} is more than {self.most:,} bytes.",
                "Open it in a browser, save the page and add the file.",
            )
        self._connected.settimeout(left)
        got = self._connected.recv_into(buffer)
        self._read += got
        return got


class _Socket:
    """The one method of a socket that http.client reads an answer by."""

    def __init__(self, bounded: _Bounded) -> None:
        self._bounded = bounded

    def makefile(self, mode: str) -> IO[bytes]:
        return cast("IO[bytes]", io.BufferedReader(self._bounded, 8192))


def get(connected: socket.socket, here: Address, until: float, most: int) -> Answer:
    """Ask for an address over its connection, until a moment (time.monotonic), at most `most` bytes.

    Raises BadInput, and OSError or TimeoutError of the connection.
    """
    bounded = _Bounded(connected, until)
    connected.settimeout(max(0.01, until - time.monotonic()))
    connected.sendall(request(here))
    response = http.client.HTTPResponse(cast(socket.socket, _Socket(bounded)), method="GET")
    try:
        response.begin()
        location = _utf8(response.headers.get("Location", ""))
        if response.status != 200:
            return Answer(response.status, location)
        bounded.most, bounded.what = 2 * most + _OVERHEAD, "its page"
        data = _body(response, most)
    except http.client.HTTPException as error:
        raise BadInput(f"“{here.host}” did not answer as a web server does.", "Check the address.") from error
    headers = response.headers
    return Answer(
        response.status,
        location,
        data,
        headers.get_content_type()[:_LONGEST_MEDIA] if "Content-Type" in headers else "",
        headers.get_content_charset("") or "",
        _utf8(headers.get_filename("") or ""),
    )


def request(here: Address) -> bytes:
    """Return the question: the address and no word about who asks."""
    parts = urlsplit(here.url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    return "\r\n".join((f"GET {target} HTTP/1.1", f"Host: {parts.netloc}", *_HEADERS, "", "")).encode("ascii")


def _body(response: http.client.HTTPResponse, most: int) -> bytes:
    if (response.length or 0) > most:
        raise _too_large(most)
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    decode = _DECODERS.get(coding)
    if decode is None:
        raise BadInput(
            f"The page is compressed in a way that was not asked for ({coding[:40]}).",
            "Open it in a browser, save the page and add the file.",
        )
    data = bytearray()
    for piece in decode(_pieces(response)):
        data += piece
        if len(data) > most:
            raise _too_large(most)
    return bytes(data)


def _pieces(response: http.client.HTTPResponse) -> Iterator[bytes]:
    """Yield the bytes of the message. Raises BadInput when fewer come than were announced."""
    try:
        while piece := response.read(_CHUNK):
            yield piece
    except (http.client.IncompleteRead, ValueError) as error:
        raise _cut_short() from error
    if response.length:
        raise _cut_short()


def _identity(pieces: Iterator[bytes]) -> Iterator[bytes]:
    return pieces


def _inflated(pieces: Iterator[bytes], windows: int) -> Iterator[bytes]:
    """Yield the bytes that zlib or gzip members hold, in pieces of bounded size. Raises BadInput."""
    inflater = zlib.decompressobj(windows)
    try:
        for piece in pieces:
            rest, full = piece, False
            # What zlib holds back when a piece is full comes out only when it is asked again.
            while rest or full:
                if inflater.eof:
                    if not rest.startswith(_MEMBER):
                        return  # padding after the end, which browsers pass over too
                    inflater = zlib.decompressobj(windows)
                out = inflater.decompress(rest, _CHUNK)
                full = len(out) == _CHUNK
                rest = inflater.unconsumed_tail or inflater.unused_data
                yield out
    except zlib.error as error:
        raise BadInput("The page is damaged: it cannot be decompressed.", "Try again later.") from error
    if not inflater.eof:
        raise _cut_short()


def _gzip(pieces: Iterator[bytes]) -> Iterator[bytes]:
    return _inflated(pieces, 16 + zlib.MAX_WBITS)


def _deflate(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Inflate zlib data (RFC 1950), or bare deflate data (RFC 1951), which some servers send instead."""
    first = next(pieces, b"")
    wrapped = len(first) > 1 and first[0] & 15 == 8 and (first[0] << 8 | first[1]) % 31 == 0

    def all_pieces() -> Iterator[bytes]:
        yield first
        yield from pieces

    return _inflated(all_pieces(), zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)


_DECODERS: dict[str, Callable[[Iterator[bytes]], Iterator[bytes]]] = {
    "identity": _identity,
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
}


def _too_large(most: int) -> BadInput:
    return BadInput(
        f"The page is larger than {most >> 20 or 1} MiB.", "Save the part you need from a browser."
    )


def _cut_short() -> BadInput:
    return BadInput("The page ended before it was complete.", "Try again later.")


def _utf8(value: str) -> str:
    """Return a header, which http.client reads as Latin-1, as the UTF-8 that servers mean by such bytes."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
