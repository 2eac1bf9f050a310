"""One HTTP/1.1 question to an address that was checked (RFC 9112), with every part of the answer bounded.

urllib3 speaks HTTP and decompresses. Ours is where it connects, how long and how much it reads, and whether
a page is whole: urllib3 takes a compressed page that ends early for a complete one.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any, cast
from urllib.parse import urlsplit

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, HTTPError, InvalidHeader
from urllib3.response import DeflateDecoder, GzipDecoder, GzipDecoderState

from briefing.errors import BadInput
from briefing.importing.web.address import Address

MOST_HEADER_BYTES = 128 << 10
_OVERHEAD = 1 << 20  # bytes for chunk marks and the like
_CHUNK = 1 << 16
_LONGEST_MEDIA = 100
_CODINGS = ("identity", "gzip", "x-gzip", "deflate")

# Nothing here distinguishes this machine, its owner, or this program from others.
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "*",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


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
        # Of the socket's own making, so that it stays open when urllib3 has done with it.
        self._bytes = connected.makefile("rb", buffering=0)
        self._until = until
        self._read = 0
        self.most = MOST_HEADER_BYTES
        self.what = "its header"

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self._read >= self.most:
            raise BadInput(
                f"It sends too much: {self.what} is more than {self.most:,} bytes.",
                "Open it in a browser, save the page and add the file.",
            )
        self._connected.settimeout(_left(self._until))
        got = self._bytes.readinto(buffer)
        self._read += got or 0
        return got

    def close(self) -> None:
        self._bytes.close()
        super().close()


class _Socket:
    """What urllib3 uses of a socket, read through bounds."""

    def __init__(self, connected: socket.socket, bounded: _Bounded) -> None:
        self.sendall = connected.sendall
        self.settimeout = connected.settimeout
        self.close = connected.close
        self._bounded = bounded

    def makefile(self, mode: str) -> IO[bytes]:
        return cast("IO[bytes]", io.BufferedReader(self._bounded, 8192))


class _Pinned(HTTPConnection):
    """A connection to the first of some IP addresses that takes one: no name is looked up, no proxy asked."""

    bounded: _Bounded

    def __init__(self, here: Address, addresses: list[str], until: float, **options: Any) -> None:
        super().__init__(here.host, here.port, timeout=_left(until), **options)
        self._addresses = addresses
        self._until = until

    def _new_conn(self) -> socket.socket:
        failure: OSError = OSError("no address")
        for index, ip in enumerate(self._addresses):
            seconds = _left(self._until) / (len(self._addresses) - index)
            try:
                connected = socket.create_connection((ip, self.port), seconds)
            except OSError as error:
                failure = error
                continue
            connected.settimeout(max(0.01, self._until - time.monotonic()))
            return connected
        raise failure

    def connect(self) -> None:
        super().connect()
        connected = cast(socket.socket, self.sock)
        self.bounded = _Bounded(connected, self._until)
        self.sock = cast(socket.socket, _Socket(connected, self.bounded))


class _PinnedWithTls(_Pinned, HTTPSConnection):
    """The same, and the server proves that it is the host of the address."""


def get(here: Address, addresses: list[str], until: float, most: int) -> Answer:
    """Ask for an address, at one of the IP `addresses` of its host.

    It takes until a moment (time.monotonic) and `most` bytes after decompression at the longest.
    Raises BadInput, and OSError or TimeoutError of the connection.
    """
    parts = urlsplit(here.url)
    secure = {"ssl_context": ssl.create_default_context()} if here.scheme == "https" else {}
    kind = _PinnedWithTls if secure else _Pinned
    try:
        with closing(kind(here, addresses, until, **secure)) as connection:
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", target, headers=_HEADERS, preload_content=False)
            with closing(connection.getresponse()) as response:
                connection.bounded.most, connection.bounded.what = 2 * most + _OVERHEAD, "its page"
                return _answer(response, most)
    except (http.client.HTTPException, InvalidHeader) as error:
        raise BadInput(f"“{here.host}” did not answer as a web server does.", "Check the address.") from error


def _answer(response: HTTPResponse, most: int) -> Answer:
    headers = Message()  # knows parameters, and the first of repeated lines
    for name, value in response.headers.iteritems():
        headers[name] = value
    location = _utf8(headers.get("Location", ""))
    if response.status != 200:
        return Answer(response.status, location)
    return Answer(
        response.status,
        location,
        _body(response, most),
        headers.get_content_type()[:_LONGEST_MEDIA] if "Content-Type" in headers else "",
        headers.get_content_charset("") or "",
        _utf8(headers.get_filename("") or ""),
    )


def _body(response: HTTPResponse, most: int) -> bytes:
    """Return what the message holds, decompressed. Raises BadInput, and OSError of the connection."""
    if (response.length_remaining or 0) > most:
        raise _too_large(most)
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding not in _CODINGS:
        raise BadInput(
            f"The page is compressed in a way that was not asked for ({coding[:40]}).",
            "Open it in a browser, save the page and add the file.",
        )
    response.headers["Content-Encoding"] = coding  # urllib3 passes over one with a space behind it
    data = bytearray()
    try:
        for piece in response.stream(_CHUNK, decode_content=True):
            data += piece
            if len(data) > most:
                raise _too_large(most)
    except DecodeError as error:
        raise BadInput("The page is damaged: it cannot be decompressed.", "Try again later.") from error
    except (HTTPError, ValueError) as error:  # the second for a chunk of less than no bytes
        if isinstance(error.__cause__, OSError):
            raise error.__cause__ from None
        raise _cut_short() from error
    if _is_cut_short(response):
        raise _cut_short()
    return bytes(data)


def _is_cut_short(response: HTTPResponse) -> bool:
    """Return whether compressed data ended before its own end mark. No method of urllib3 says so."""
    decoder = response._decoder
    if isinstance(decoder, GzipDecoder) and decoder._state == GzipDecoderState.SWALLOW_DATA:
        return False  # padding after the end, which browsers pass over too
    return isinstance(decoder, GzipDecoder | DeflateDecoder) and not decoder._obj.eof


def _left(until: float) -> float:
    """Return the seconds until a moment (time.monotonic). Raises TimeoutError when it is past."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _too_large(most: int) -> BadInput:
    return BadInput(
        f"The page is larger than {most >> 20 or 1} MiB.", "Save the part you need from a browser."
    )


def _cut_short() -> BadInput:
    return BadInput("The page ended before it was complete.", "Try again later.")


def _utf8(value: str) -> str:
    """Return a header, which is read as Latin-1, as the UTF-8 that servers mean by such bytes."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
