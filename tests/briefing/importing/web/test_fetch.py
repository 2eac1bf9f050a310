"""Getting a web address, against a server on loopback that does everything wrong."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import BadInput
from briefing.importing.inputs import read_fetched
from briefing.importing.results import Imported
from briefing.importing.web.fetch import MOST_BYTES, Fetched, PrivateAddress, fetch
from briefing.importing.web.fetch_worker import answer
from briefing.outside.pipes import Cancelled

ROGUE = Path(__file__).with_name("rogue.py")
PAGE = "<html><title>Żółty alarm</title><p>Words of the page.</p></html>".encode()


class Server:
    """The rogue's address, and what it was asked."""

    def __init__(self, port: int, log: Path) -> None:
        self.port = port
        self.root = f"http://127.0.0.1:{port}"
        self._log = log

    def heads(self) -> list[str]:
        lines = self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
        return [json.loads(line) for line in lines]

    def get(self, path: str, **given: float) -> Fetched:
        """Fetch a path, through the process of its own."""
        return fetch(self.root + path, allow_private=True, **{"seconds": 20, **given})  # type: ignore[arg-type]

    def answer(self, path: str) -> dict[str, Any]:
        """Return what that process would answer, without starting one."""
        return answer({"url": self.root + path, "allow_private": True, "seconds": 20.0, "most": MOST_BYTES})


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("rogue") / "log"
    with subprocess.Popen(
        [sys.executable, str(ROGUE), str(log)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield Server(int(process.stdout.readline()), log)
        finally:
            process.kill()


def test_it_keeps_the_bytes_the_address_the_time_and_the_hash(server: Server) -> None:
    got = server.get("/story/café.html#part")
    assert got.data == PAGE
    assert got.sha == hashlib.sha256(PAGE).hexdigest()
    assert got.url == got.asked == server.root + "/story/caf%C3%A9.html"
    assert got.hops == ()
    assert (got.media, got.charset, got.name) == ("text/html", "utf-8", "café.html")
    assert datetime.fromisoformat(got.at).tzinfo is not None
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", got.at)


def test_it_says_nothing_about_who_asks(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    before = len(server.heads())
    assert server.get("/cookie").data == PAGE
    heads = server.heads()[before:]
    assert [head.split("\r\n")[0] for head in heads] == ["GET /cookie HTTP/1.1", "GET /page HTTP/1.1"]
    for head in heads:
        fields = dict(line.split(": ", 1) for line in head.strip().split("\r\n")[1:])
        assert set(fields) == {
            *("Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Connection")
        }
        assert fields["User-Agent"] == "Mozilla/5.0 (compatible)"
        assert fields["Accept-Language"] == "*"
        assert fields["Host"] == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/gzip", PAGE),
        ("/gzip-twice", PAGE + b"more"),
        ("/gzip-padded", PAGE),
        ("/gzip-spaced", PAGE),
        ("/gzip-large", bytes(range(1, 256)) * 4000),
        ("/deflate", PAGE),
        ("/deflate-bare", PAGE),
        ("/chunked", b"abcde"),
        ("/no-length", PAGE),
        ("/long", PAGE[:6]),
        ("/length-odd", PAGE),
        ("/continue", PAGE),
        ("/refresh", b'<meta http-equiv=refresh content="0;/page">x'),
    ],
)
def test_it_reads_what_can_be_read(server: Server, path: str, data: bytes) -> None:
    assert base64.b64decode(server.answer(path)["data"]) == data


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/gzip-cut", "ended before it was complete"),
        ("/gzip-second-cut", "ended before it was complete"),
        ("/gzip-nothing", "ended before it was complete"),
        ("/gzip-chunked-cut", "ended before it was complete"),
        ("/deflate-cut", "ended before it was complete"),
        ("/deflate-bare-cut", "ended before it was complete"),
        ("/lengths-differ", "did not answer as a web server"),
        ("/gzip-not", "cannot be decompressed"),
        ("/brotli", r"was not asked for \(br\)"),
        ("/bomb", "larger than 10 MiB"),
        ("/chunked-garbage", "ended before it was complete"),
        ("/chunked-minus", "ended before it was complete"),
        ("/chunked-cut", "ended before it was complete"),
        ("/chunked-vast", "ended before it was complete"),
        ("/short", "ended before it was complete"),
        ("/vast", "larger than 10 MiB"),
        ("/empty", "empty page"),
        ("/204", "answered 204: there is nothing there"),
        ("/404", "answered 404: there is no such page"),
        ("/403", "answered 403: it refuses"),
        ("/418", "answered 418"),
        ("/500", "answered 500: it has an error of its own"),
        ("/300", "answered 300"),
        ("/302-nowhere", "answered 302"),
        ("/garbage", "did not answer as a web server"),
        ("/nothing", "did not answer as a web server|failed"),
        ("/header-long", "did not answer as a web server"),
        ("/headers-many", "did not answer as a web server"),
        ("/to-self", "redirects more than 5 times"),
        ("/hop/5", "redirects more than 5 times"),
        ("/to-file", "Only http and https|its kind is “file:”"),
        ("/to-ftp", "its kind is “ftp:”"),
        ("/to-script", "its kind is “javascript:”"),
        ("/to-data", "its kind is “data:”"),
        ("/to-decimal", "number written in an unusual way"),
        ("/to-name", "name or password"),
        ("/to-mail-port", "port 25 belongs"),
        ("/to-split", "answered 404"),
        ("/endless-body", "larger than 10 MiB|sends too much"),
        ("/endless-continue", "sends too much|did not answer"),
        ("/endless-chunks", "sends too much|larger than"),
        ("/endless-trailers", "sends too much|ended before"),
    ],
)
def test_it_says_why_it_gave_up(server: Server, path: str, says: str) -> None:
    told = server.answer(path)
    assert re.search(says, told["error"])
    assert told["hint"]
    assert "\x1b" not in told["error"] + told["hint"]


@pytest.mark.parametrize(("path", "says"), [("/vast", "larger than 10 MiB"), ("/404", "no such page")])
def test_and_says_so_through_its_process(server: Server, path: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        server.get(path)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("/to-private", "http://10.0.0.1/"),
        ("/to-cloud", "http://169.254.169.254/latest/meta-data/"),
        ("/to-mapped", "http://[::ffff:c0a8:1]/"),
    ],
)
def test_leave_for_one_private_host_is_none_for_another(server: Server, path: str, url: str) -> None:
    with pytest.raises(PrivateAddress) as caught:
        server.get(path)
    assert caught.value.url == url


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"])
def test_it_asks_before_it_goes_to_this_machine(server: Server, host: str) -> None:
    before = len(server.heads())
    url = f"http://{host}:{server.port}/page"
    with pytest.raises(PrivateAddress, match="leads to this machine") as caught:
        fetch(url)
    assert caught.value.url.endswith("/page")
    assert len(server.heads()) == before


@pytest.mark.parametrize(
    ("path", "hops"),
    [
        ("/to-page", ["/to-page"]),
        ("/to-page-308", ["/to-page-308"]),
        ("/to-page-twice", ["/to-page-twice"]),
        ("/to-accents", ["/to-accents"]),
        ("/hop/4", ["/hop/4", "/hop/3", "/hop/2", "/hop/1", "/hop/0"]),
    ],
)
def test_it_follows_at_most_five_redirects_and_keeps_them(server: Server, path: str, hops: list[str]) -> None:
    got = server.get(path)
    assert got.data == PAGE
    assert got.asked == server.root + path
    assert got.url != got.asked
    assert got.hops == tuple(server.root + hop for hop in hops)


@pytest.mark.parametrize("path", ["/slow-headers", "/slow-body", "/silent"])
def test_it_gives_up_at_the_deadline(server: Server, path: str) -> None:
    with pytest.raises(BadInput, match="no complete answer"):
        server.get(path, seconds=0.4)


@pytest.mark.parametrize("path", ["/slow-headers", "/slow-body", "/silent"])
def test_and_its_process_gives_up_by_itself(server: Server, path: str) -> None:
    told = answer({"url": server.root + path, "allow_private": True, "seconds": 0.3, "most": MOST_BYTES})
    assert "gave no complete answer in time" in told["error"]


def test_it_stops_when_cancelled(server: Server) -> None:
    asked = count()
    with pytest.raises(Cancelled):
        fetch(server.root + "/silent", allow_private=True, cancelled=lambda: next(asked) > 3)


@pytest.mark.parametrize(
    ("path", "name", "media", "charset"),
    [
        ("/disposition", "re port.pdf", "application/pdf", ""),
        ("/disposition-utf8", "naïve.txt", "", ""),
        ("/no-type", "no-type", "", ""),
        ("/charset-odd", "charset-odd", "text/html", ""),
        ("/charset-lie", "charset-lie", "text/html", "utf-16"),
    ],
)
def test_no_word_of_the_server_is_taken_unseen(
    server: Server, path: str, name: str, media: str, charset: str
) -> None:
    got = server.get(path)
    assert (got.name, got.media, got.charset) == (name, media, charset)


def test_what_was_fetched_becomes_an_article_that_says_where_from(server: Server) -> None:
    got = server.get("/to-page")
    read = read_fetched(got)
    assert isinstance(read, Imported)
    assert "Words of the page." in read.text
    assert (read.source.fetched_from, read.source.fetched_at) == (got.url, got.at)
    assert read.original == got.data


def test_it_refuses_more_than_it_was_told(server: Server) -> None:
    with pytest.raises(BadInput, match="larger than"):
        server.get("/page", most=10)


def test_a_name_is_looked_up_once_and_may_not_change_its_address(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    really = socket.getaddrinfo

    def look_up(host: str, *given: Any, **named: Any) -> Any:
        if host != "turncoat.example":
            return really(host, *given, **named)
        asked.append(host)
        return really("127.0.0.1" if len(asked) == 1 else "10.0.0.1", *given, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    url = f"http://turncoat.example:{server.port}/page"
    told = answer({"url": url, "allow_private": True, "seconds": 5.0, "most": MOST_BYTES})
    assert base64.b64decode(told["data"]) == PAGE
    assert len(asked) == 1


def test_one_private_address_among_the_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("8.8.8.8", "192.168.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **named: rows)
    monkeypatch.setattr(socket, "create_connection", None)
    told = answer({"url": "http://both.example/", "allow_private": False, "seconds": 5.0, "most": MOST_BYTES})
    assert (told["why"], told["host"]) == ("a private network", "both.example")


@pytest.mark.parametrize("code", ["print('rubbish')", "print('{}')", "print('[]')", "raise SystemExit(3)"])
def test_it_says_when_its_process_makes_no_sense(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.importing.web.fetch._START", code)
    with pytest.raises(BadInput, match="stopped without an answer"):
        fetch("https://example.org/")


def test_it_says_when_nobody_answers() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        with pytest.raises(BadInput, match=r"connection to “127\.0\.0\.1” failed"):
            fetch(url, allow_private=True)


def test_it_says_when_there_is_no_such_name() -> None:
    with pytest.raises(BadInput, match=r"“nowhere\.invalid” was not found"):
        fetch("nowhere.invalid/story")


def test_it_wants_tls_where_the_address_says_so(server: Server) -> None:
    with pytest.raises(BadInput, match="failed"):
        fetch(f"https://127.0.0.1:{server.port}/page", allow_private=True)


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """A server with TLS on this machine: its port and its certificate (for “localhost”; nobody signed it)."""
    if shutil.which("openssl") is None:
        pytest.skip("makes its certificate with openssl")
    folder = tmp_path_factory.mktemp("certified")
    key, cert = folder / "key.pem", folder / "cert.pem"
    made = (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    )
    files = ("-keyout", key, "-out", cert)
    subprocess.run(["openssl", *made.split(), *files], check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["openssl", "s_server", "-accept", str(port), "-key", str(key), "-cert", str(cert), "-www"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        try:
            while b"ACCEPT" not in process.stdout.readline():
                pass
            yield port, cert
        finally:
            process.kill()


@pytest.mark.slow
def test_it_does_not_trust_a_certificate_that_nobody_signed(certified: tuple[int, Path]) -> None:
    with pytest.raises(BadInput, match="could not prove who it is"):
        fetch(f"https://localhost:{certified[0]}/", allow_private=True)


@pytest.mark.slow
def test_it_asks_for_the_certificate_of_the_name_in_the_address_and_not_of_the_number_it_goes_to(
    certified: tuple[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    port, certificate = certified
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert b"s_server" in fetch(f"https://localhost:{port}/", allow_private=True).data
    with pytest.raises(BadInput, match=r"“127\.0\.0\.1” could not prove who it is"):
        fetch(f"https://127.0.0.1:{port}/", allow_private=True)
