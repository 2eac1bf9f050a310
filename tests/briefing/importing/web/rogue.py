"""A web server on loopback that answers each path in its own wrong way. Run as a program, it prints its port.

Each request's head is added, as a line of JSON, to the file named by the first argument.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import sys
import zlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

PAGE = "<html><title>Żółty alarm</title><p>Words of the page.</p></html>".encode()
BOMB_BYTES = 60 << 20


def _answer(*headers: str, body: bytes = PAGE, status: str = "200 OK", length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    lines = (f"HTTP/1.1 {status}", *headers, *(() if size < 0 else (f"Content-Length: {size}",)), "", "")
    return "\r\n".join(lines).encode() + body


def _to(location: str, status: str = "302 Found") -> bytes:
    return _answer(f"Location: {location}", body=b"", status=status)


def _bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(BOMB_BYTES >> 20))
    return packed + packer.flush()


def _bare_deflate() -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(PAGE) + packer.flush()


def _one_chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(data), data)


_HTML = "Content-Type: text/html; charset=UTF-8"
_CHUNKED = "Transfer-Encoding: chunked"
_GZIP = "Content-Encoding: gzip"

ANSWERS: dict[str, Callable[[], bytes]] = {
    "/page": lambda: _answer(_HTML),
    "/story/caf%C3%A9.html": lambda: _answer(_HTML),
    "/cookie": lambda: _answer("Set-Cookie: id=7", "Location: /page", status="302 Found", body=b""),
    "/gzip": lambda: _answer(_HTML, _GZIP, body=gzip.compress(PAGE)),
    "/gzip-twice": lambda: _answer(_HTML, _GZIP, body=gzip.compress(PAGE) + gzip.compress(b"more")),
    "/gzip-padded": lambda: _answer(_HTML, _GZIP, body=gzip.compress(PAGE) + bytes(32)),
    "/gzip-cut": lambda: _answer(_HTML, _GZIP, body=gzip.compress(PAGE)[:-12]),
    "/gzip-second-cut": lambda: _answer(_HTML, _GZIP, body=gzip.compress(PAGE) + gzip.compress(b"more")[:-9]),
    "/gzip-nothing": lambda: _answer(_HTML, _GZIP, body=b""),
    "/gzip-spaced": lambda: _answer(_HTML, "Content-Encoding: GZip \t", body=gzip.compress(PAGE)),
    "/gzip-chunked-cut": lambda: _answer(_HTML, _GZIP, _CHUNKED, body=_one_chunk(gzip.compress(PAGE)[:-12]),
        length=-1),
    "/deflate-cut": lambda: _answer(_HTML, "Content-Encoding: deflate", body=zlib.compress(PAGE)[:-6]),
    "/deflate-bare-cut": lambda: _answer(_HTML, "Content-Encoding: deflate", body=_bare_deflate()[:-2]),
    "/gzip-not": lambda: _answer(_HTML, _GZIP),
    "/gzip-large": lambda: _answer(_HTML, _GZIP, body=gzip.compress(bytes(range(1, 256)) * 4000)),
    "/deflate": lambda: _answer(_HTML, "Content-Encoding: deflate", body=zlib.compress(PAGE)),
    "/deflate-bare": lambda: _answer(_HTML, "Content-Encoding: deflate", body=_bare_deflate()),
    "/brotli": lambda: _answer(_HTML, "Content-Encoding: br"),
    "/bomb": lambda: _answer(_HTML, _GZIP, body=_bomb()),
    "/chunked": lambda: _answer(_HTML, _CHUNKED, body=b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", length=-1),
    "/chunked-garbage": lambda: _answer(_HTML, _CHUNKED, body=b"zz\r\nwhat is this", length=-1),
    "/chunked-minus": lambda: _answer(_HTML, _CHUNKED, body=b"-5\r\nabc\r\n0\r\n\r\n", length=-1),
    "/chunked-cut": lambda: _answer(_HTML, _CHUNKED, body=b"400\r\nabc", length=-1),
    "/chunked-vast": lambda: _answer(_HTML, _CHUNKED, body=b"ffffffffffffffff\r\nabc", length=-1),
    "/short": lambda: _answer(_HTML, length=5000),
    "/long": lambda: _answer(_HTML, length=6),
    "/vast": lambda: _answer(_HTML, length=1 << 40),
    "/lengths-differ": lambda: _answer(_HTML, "Content-Length: 3"),
    "/to-page-twice": lambda: _answer("Location: /page", "Location: /404", body=b"", status="302 Found"),
    "/length-odd": lambda: _answer(_HTML, "Content-Length: many", length=-1),
    "/no-length": lambda: _answer(_HTML, length=-1),
    "/no-type": lambda: _answer(),
    "/empty": lambda: _answer(_HTML, body=b" \n"),
    "/204": lambda: _answer(status="204 No Content", body=b"", length=-1),
    "/404": lambda: _answer(_HTML, status="404 Not Found"),
    "/403": lambda: _answer(_HTML, status="403 Forbidden"),
    "/418": lambda: _answer(_HTML, status="418 I'm a teapot"),
    "/500": lambda: _answer(_HTML, status="500 Oops"),
    "/300": lambda: _answer(_HTML, status="300 Multiple Choices"),
    "/302-nowhere": lambda: _answer(_HTML, status="302 Found"),
    "/continue": lambda: b"HTTP/1.1 100 Continue\r\n\r\n" + _answer(_HTML),
    "/garbage": lambda: b"\x00\x01SSH-2.0-hello\r\n",
    "/nothing": lambda: b"",
    "/header-long": lambda: _answer("X-A: " + "a" * 70000),
    "/headers-many": lambda: _answer(*(f"X-{i}: a" for i in range(500))),
    "/charset-odd": lambda: _answer('Content-Type: text/html; charset="../../x\x1b[31m"'),
    "/charset-lie": lambda: _answer("Content-Type: text/html; charset=utf-16"),
    "/refresh": lambda: _answer(_HTML, "Refresh: 0; url=/page",
        body=b'<meta http-equiv=refresh content="0;/page">x'),
    "/disposition": lambda: _answer(
        "Content-Type: application/pdf", r'Content-Disposition: attachment; filename="..\..\etc/re port.pdf"'
    ),
    "/disposition-utf8": lambda: _answer(
        "Content-Disposition: attachment; filename*=UTF-8''%2Fetc%2Fna%C3%AFve.txt"
    ),
    "/to-page": lambda: _to("page"),
    "/to-page-308": lambda: _to("/page", "308 Permanent Redirect"),
    "/to-accents": lambda: _to("/story/café.html"),
    "/to-self": lambda: _to("/to-self"),
    "/to-file": lambda: _to("file:///etc/passwd"),
    "/to-ftp": lambda: _to("ftp://127.0.0.1/x"),
    "/to-script": lambda: _to("javascript:alert(1)"),
    "/to-data": lambda: _to("data:text/html,x"),
    "/to-private": lambda: _to("http://10.0.0.1/"),
    "/to-cloud": lambda: _to("http://169.254.169.254/latest/meta-data/"),
    "/to-mapped": lambda: _to("http://[::ffff:192.168.0.1]/"),
    "/to-decimal": lambda: _to("http://2130706433/"),
    "/to-name": lambda: _to("http://me:secret@127.0.0.1/"),
    "/to-mail-port": lambda: _to("http://127.0.0.1:25/"),
    "/to-split": lambda: _to("/page%0d%0aX-Evil:1"),
}  # fmt: skip


async def _endless(line: bytes, pause: float) -> AsyncIterator[bytes]:
    while True:
        yield line
        if pause:
            await asyncio.sleep(pause)


SLOW: dict[str, tuple[bytes, bytes, float]] = {
    "/slow-headers": (b"HTTP/1.1 200 OK\r\n", b"X-A: a\r\n", 0.05),
    "/slow-body": (b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"a", 0.05),
    "/silent": (b"", b"", 0.05),
    "/endless-body": (b"HTTP/1.1 200 OK\r\n\r\n", b"a" * 65536, 0),
    "/endless-continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000, 0),
    "/endless-chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"1;" + b"x" * 30000 + b"\r\na\r\n", 0),
    "/endless-trailers": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X-A: a\r\n" * 4000,
        0),
}  # fmt: skip


async def serve(log: Path) -> None:
    """Answer until the process is ended."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.read(65536)).decode("latin-1")
            if not head.startswith("GET "):
                writer.write(b"What is this?\r\n")
                return
            with log.open("a", encoding="utf-8") as file:
                file.write(json.dumps(head) + "\n")
            await _send(head.split(" ")[1], writer)
        except OSError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


async def _send(path: str, writer: asyncio.StreamWriter) -> None:
    if path.startswith("/hop/"):
        left = int(path[5:])
        writer.write(_to(f"/hop/{left - 1}" if left else "/page"))
    elif path in SLOW:
        first, line, pause = SLOW[path]
        writer.write(first)
        async for piece in _endless(line, pause):
            writer.write(piece)
            await writer.drain()
    else:
        writer.write(ANSWERS.get(path, ANSWERS["/404"])())
    await writer.drain()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
