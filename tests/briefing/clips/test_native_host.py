"""The host takes messages, answers each, and loses nothing that it has acknowledged."""

from __future__ import annotations

import io
import json
import os
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.clips import inbox, native_host
from briefing.clips.inbox import MOST_WAITING
from briefing.errors import BadInput
from tests.briefing.clips.pages import message

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    return tmp_path


def framed(*messages: bytes) -> bytes:
    return b"".join(struct.pack("=I", len(one)) + one for one in messages)


def answers(sent: bytes) -> list[dict[str, Any]]:
    out = io.BytesIO()
    native_host.serve(io.BytesIO(sent), out)
    return list(read_answers(out.getvalue()))


def read_answers(data: bytes) -> Iterator[dict[str, Any]]:
    while data:
        (length,) = struct.unpack("=I", data[:4])
        yield json.loads(data[4 : 4 + length])
        data = data[4 + length :]


def test_a_page_is_kept_and_acknowledged() -> None:
    assert answers(framed(message())) == [{"ok": True, "waiting": 1}]
    (one,) = inbox.waiting()
    assert inbox.take(one).address == "https://example.org/a"


def test_a_wrong_message_is_answered_and_the_next_one_is_kept() -> None:
    wrong, right = answers(framed(b"{}", message()))
    assert (wrong["ok"], "another version" in wrong["message"]) == (False, True)
    assert right == {"ok": True, "waiting": 1}


def test_a_message_that_stops_half_way_is_not_kept_nor_answered() -> None:
    whole = framed(message())
    for cut in (1, 3, 4, 5, len(whole) // 2, len(whole) - 1):
        assert answers(whole[:cut]) == []
    assert inbox.waiting() == ()


def test_a_message_larger_than_a_browser_may_send_is_refused_unread() -> None:
    (answer,) = answers(struct.pack("=I", 0xFFFFFFFF) + b"x" * 100)
    assert (answer["ok"], "larger than 64 MiB" in answer["message"]) == (False, True)


def test_the_same_page_twice_at_one_moment_is_one() -> None:
    assert answers(framed(message(), message()))[1] == {"ok": True, "waiting": 1}


def test_a_full_inbox_says_so_and_keeps_what_it_has(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "MOST_WAITING", 2)
    last = answers(framed(*(message(title=str(n)) for n in range(3))))[2]
    assert (last["ok"], last["message"]) == (False, "2 clipped pages wait already.")
    assert len(inbox.waiting()) == 2 < MOST_WAITING


def test_a_page_that_was_changed_in_the_inbox_is_refused() -> None:
    answers(framed(message()))
    (one,) = inbox.waiting()
    one.path.write_bytes(one.path.read_bytes().replace(b"Sunday", b"Monday"))
    with pytest.raises(BadInput, match="was changed since"):
        inbox.take(one)


def test_a_disk_that_refuses_is_said_to_the_browser(home: Path) -> None:
    (home / "clips").write_text("a file where the folder should be", encoding="utf-8")
    (answer,) = answers(framed(message()))
    assert (answer["ok"], "could not be kept" in answer["message"]) == (False, True)


def test_what_a_killed_host_left_is_swept_later_and_never_listed(home: Path) -> None:
    answers(framed(message()))
    old, new = (home / "clips" / f".{name}.part" for name in ("old", "new"))
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (time.time() - 7200,) * 2)
    assert len(inbox.waiting()) == 1
    answers(framed(message(title="Another")))
    assert (old.exists(), new.exists(), len(inbox.waiting())) == (False, True, 2)


@pytest.mark.slow
def test_hosts_killed_at_any_moment_and_two_at_once_lose_no_acknowledged_page(home: Path) -> None:
    """Thirty hosts in pairs, half of them killed after a growing while."""
    acknowledged: set[str] = set()
    for turn in range(15):
        pair = [_start(home), _start(home)]
        for which, host in enumerate(pair):
            title = f"{turn}-{which}"
            assert host.stdin is not None
            host.stdin.write(framed(message(title=title, html=f"<p>{title} {'word ' * 200_000}</p>")))
            host.stdin.flush()
        time.sleep(0.05 + 0.03 * turn)
        pair[0].send_signal(signal.SIGKILL)
        for which, host in enumerate(pair):
            out, _ = host.communicate()
            if any(answer["ok"] for answer in read_answers(out)):
                acknowledged.add(f"{turn}-{which}")
    kept = {inbox.take(one).title for one in inbox.waiting()}
    assert len(acknowledged) >= 15
    assert acknowledged <= kept


def _start(home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "clip", "--host"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "BRIEFING_HOME": str(home)},
    )
