"""The canary: every view, on articles full of trackers, opens no socket and no foreign file.

The tour (canary_tour) is a process of its own. Python tells what it opens (PEP 578); what Qt itself opens is
seen from here: a picture watched by the kernel, and a port of this machine at which nobody may call.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
VIEWS = (
    "banners", "pick dialog", "summary", "encoding", "details of an article", "attachments", "evidence",
    "checks", "suggestions", "history", "search hits", "versions", "details of the brief", "palette", "help",
    "preview", "export .docx", "export .md", "export .html", "article page.html", "article notes.md",
    "article letter.eml", "article plain.txt",
)  # fmt: skip
# No word of a brief stands in these; the dialog of an export says in counts what stands.
WITHOUT_WORDS = ("history", "help", "export .docx", "export .md", "export .html")
_IN_OPEN = 0x20
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6364f8cf500f00038601805a347d6b0000000049454e44ae426082"
)


@dataclass(frozen=True)
class _Report:
    """What a run of the tour told, and what was seen of it from outside."""

    seen: list[str]
    rich: list[str]
    heard: list[str]
    met: list[str]
    calls: int
    opened: bool


class _Watch:
    """Tells whether any process has opened a file (inotify(7)); where that is not, never."""

    def __init__(self, path: Path) -> None:
        self._handle = -1
        if sys.platform == "linux":
            libc = ctypes.CDLL(None)
            self._handle = libc.inotify_init1(os.O_NONBLOCK)
            libc.inotify_add_watch(self._handle, os.fsencode(path), _IN_OPEN)

    def end(self) -> bool:
        if self._handle < 0:
            return False
        try:
            return bool(os.read(self._handle, 4096))
        except BlockingIOError:
            return False
        finally:
            os.close(self._handle)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("img", "iframe", "script", "object", "embed", "base"):
            self.found.append(tag)
        for name, value in attrs:
            scheme = (value or "").strip().partition(":")[0].lower()
            if name in ("src", "srcset") or (name == "href" and scheme in ("javascript", "file", "data")):
                self.found.append(f"{tag} {name}={value}")


def _fetched_by(page: str) -> list[str]:
    """Return what a browser would fetch, run or open of a page."""
    reader = _Reader()
    reader.feed(page)
    return reader.found


def _run(folder: Path, trespass: str = "") -> _Report:
    bait = folder / "bait"
    bait.mkdir()
    (bait / "bait.png").write_bytes(_PIXEL)
    work = folder / "work"
    work.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as port:
        port.setblocking(False)
        watch = _Watch(bait / "bait.png")
        done = subprocess.run(
            [sys.executable, "-m", "tests.ui.canary_tour", str(work), str(bait / "bait.png"),
             str(port.getsockname()[1]), trespass],
            cwd=PROJECT, capture_output=True, text=True, timeout=150, check=False,
        )  # fmt: skip
        opened = watch.end()
        calls = 0
        with contextlib.suppress(BlockingIOError):
            port.accept()[0].close()
            calls = 1
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    return _Report(told["seen"], told["rich"], told["heard"], told["met"], calls, opened)


@pytest.mark.slow
def test_a_tour_of_every_view_opens_no_socket_and_no_foreign_file(tmp_path: Path) -> None:
    report = _run(tmp_path)
    assert set(VIEWS) <= set(report.seen)
    assert {*VIEWS} - {*WITHOUT_WORDS} <= set(report.met), "the traps are shown there as words"
    assert report.heard == []
    assert report.rich == []
    assert (report.calls, report.opened) == (0, False)
    page = (tmp_path / "work" / "out.html").read_text(encoding="utf-8")
    assert "&lt;img src=" in page
    assert _fetched_by(page) == []


@pytest.mark.slow
@pytest.mark.parametrize("trespass", ["socket", "file", "label", "address", "qt"])
def test_but_a_trespass_is_found_out(trespass: str, tmp_path: Path) -> None:
    if trespass == "file" and not Path("/etc/hostname").exists():
        pytest.skip("there is no such file here")
    report = _run(tmp_path, trespass)
    assert report.heard or report.calls
    if trespass == "label" and sys.platform == "linux":
        assert report.opened
