"""The clipper in a real browser: what is shown there is what the brief gets, with the selected words."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from briefing.cli import main
from briefing.clips import browsers, inbox
from briefing.clips.message import Clip
from tests.chromium import PROGRAM, Browser, running, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]

CLIPPER = Path(__file__).resolve().parents[2] / "clipper" / "extension"
PROSE = (
    "The patrols begin on Sunday, the minister said after the talks in Ankara. The first convoy leaves the "
    "border at nine. He said that both sides want a lasting truce, and that the road stays open."
)
"""The prose of each page."""

SCRIPTED = (
    "<html lang=en><head><title>Wait</title><style>.old {text-decoration: line-through} .menu {display: none}"
    "</style></head><body><div class=menu>Never shown to a reader of this page, however long it is.</div>"
    "<main id=here></main><script>setTimeout(() => { document.title = 'Patrols begin';"
    "document.getElementById('here').innerHTML = '<article><h1>Patrols begin</h1><p>PROSE</p><p>There are "
    "<span class=old>forty</span> fourteen ships in the strait, the harbour master wrote.</p></article>' },"
    "100)</script></body></html>"
).replace("PROSE", PROSE)
FRAMED = "<html><head><title>Portal</title></head><body><p>Menu</p><iframe src=/scripted></iframe></body>"
LOGIN = "<form method=post action=/login><input name=word><button>Enter</button></form>"
MEMBERS = f"<title>For members</title><article><h1>For members</h1><p>{PROSE}</p></article>"

# What the viewer shows of it does not matter here: it is handed over byte by byte.
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


class _Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = "word=right" in (self.headers.get("Cookie") or "")
        match self.path:
            case "/scripted":
                self._send(SCRIPTED)
            case "/framed":
                self._send(FRAMED)
            case "/members":
                self._send(MEMBERS if known else LOGIN)
            case "/report.pdf" if known:
                self._send(PDF, "application/pdf")
            case _:
                self.send_error(404)

    def do_POST(self) -> None:
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(303)
        self.send_header("Location", "/members")
        self.send_header("Set-Cookie", f"word={sent['word'][0]}; Path=/")
        self.end_headers()

    def _send(self, page: str | bytes, media: str = "text/html; charset=utf-8") -> None:
        data = page.encode() if isinstance(page, str) else page
        self.send_response(200)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        """Nothing is printed."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)  # noqa: TID251  the other end
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    browsers.install(browsers.browser("chromium"))
    with running(tmp_path) as started:
        started("Extensions.loadUnpacked", path=str(CLIPPER))
        yield started


def clipped(browser: Browser, address: str) -> Clip:
    browser.press(browsers.CHROMIUM_ID, address)
    assert browser.badge(address).startswith("✓ ")
    (one,) = inbox.waiting()
    return inbox.take(one)


def added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Return the title and the text of what the waiting page becomes, and what was reported."""
    brief = str(tmp_path / "x.brief")
    assert main(["new", brief]) == 0
    capsys.readouterr()
    assert main(["clip", "--add", brief]) == 0
    ident, title = capsys.readouterr().out.strip().split("\t")
    assert main(["text", brief, ident]) == 0
    return title, capsys.readouterr().out


def test_a_scripted_page_is_clipped_as_its_reader_sees_it(
    browser: Browser, site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = browser.open(f"{site}/scripted")
    until(lambda: browser.value(page, "document.title") == "Patrols begin")
    clip = clipped(browser, f"{site}/scripted")
    assert (clip.title, clip.language, clip.selected) == ("Patrols begin", "en", "")
    title, text = added(tmp_path, capsys)
    assert title == "Patrols begin"
    assert PROSE in " ".join(text.split())
    assert "forty" not in text
    assert "Never shown" not in text
    assert inbox.waiting() == ()


def test_a_page_behind_a_login_is_clipped_with_its_selected_words(
    browser: Browser, site: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = browser.open(f"{site}/members")
    browser.value(page, "document.forms[0].word.value = 'right'; document.forms[0].submit()")
    until(lambda: browser.value(page, "document.title") == "For members")
    browser.value(page, "getSelection().selectAllChildren(document.querySelector('p'))")
    assert clipped(browser, f"{site}/members").selected == PROSE
    assert PROSE in added(tmp_path, capsys)[1]
    browser.open(f"{site}/report.pdf")
    clip = clipped(browser, f"{site}/report.pdf")
    assert (clip.media, clip.data[:5]) == ("application/pdf", b"%PDF-")


def test_an_article_in_a_frame_is_the_page(browser: Browser, site: str) -> None:
    page = browser.open(f"{site}/framed")
    until(lambda: browser.value(page, "frames[0].document.title") == "Patrols begin")
    clip = clipped(browser, f"{site}/framed")
    assert (clip.address, clip.title) == (f"{site}/scripted", "Patrols begin")
    assert clip.notices == (f"The article stands in a frame of {site}/framed.",)


def test_a_browser_that_is_not_set_up_says_what_to_do(browser: Browser, site: str) -> None:
    browsers.uninstall(browsers.browser("chromium"))
    browser.open(f"{site}/scripted")
    browser.press(browsers.CHROMIUM_ID, f"{site}/scripted")
    assert "briefing clip --install" in browser.badge(f"{site}/scripted")
