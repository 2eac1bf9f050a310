"""A second start hands its brief to the program that runs; what a crash left behind is in nobody's way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication

from tests.ui.windows import app, awaited, settle
from ui.app import App
from ui.qt import one_program
from ui.qt.one_program import Listener

__all__ = ["app"]
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def short_place(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder whose path is short enough for a socket."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="bd") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


@pytest.fixture
def heard(qapp: QApplication) -> Iterator[tuple[Listener, list[tuple[str, bool]]]]:
    owner, calls = QObject(), list[tuple[str, bool]]()
    listener = Listener(owner)
    listener.asked.connect(lambda path, sample: calls.append((path, sample)))
    yield listener, calls
    listener.close()


def second_start(*arguments: str) -> subprocess.Popen[bytes]:
    code = "import sys; from pathlib import Path; from ui.qt.one_program import hand_over\n"
    code += "sys.exit(0 if hand_over(Path(sys.argv[1]) if sys.argv[1] else None, bool(sys.argv[2])) else 3)"
    return subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=ROOT)


def ended(child: subprocess.Popen[bytes]) -> int:
    return awaited(lambda: [child.poll()] if child.poll() is not None else [], "it did not end")[0] or 0


@pytest.mark.parametrize("arguments", [("a é.brief", ""), ("", "yes"), ("", "")])
def test_a_second_start_is_heard_and_ends(
    heard: tuple[Listener, list[tuple[str, bool]]], arguments: tuple[str, str]
) -> None:
    listener, calls = heard
    assert listener.listen()
    assert ended(second_start(*arguments)) == 0
    path = str(ROOT / arguments[0]) if arguments[0] else ""
    assert calls == [(path, bool(arguments[1]))]


def test_without_a_program_that_runs_a_start_is_its_own() -> None:
    assert not one_program.hand_over(None, False)


def test_a_socket_that_a_crash_left_is_replaced(heard: tuple[Listener, list[tuple[str, bool]]]) -> None:
    code = (
        "import os; from PySide6.QtCore import QCoreApplication; q = QCoreApplication([])\n"
        "from ui.qt.one_program import Listener; l = Listener(); print(l.listen(), flush=True)\n"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, check=False)
    assert (done.returncode, done.stdout.strip()) == (-signal.SIGKILL, b"True")
    assert Path(one_program.place()).exists()
    assert not one_program.hand_over(None, False)
    listener, calls = heard
    assert listener.listen()
    assert ended(second_start("a.brief", "")) == 0
    assert calls


def test_two_programs_do_not_listen_at_one_place(heard: tuple[Listener, list[tuple[str, bool]]]) -> None:
    listener, _ = heard
    assert listener.listen()
    assert not Listener(listener).listen()
    assert Path(one_program.place()).exists()


@pytest.mark.parametrize("sent", [b"nonsense\n", b"[]\n", b'{"open": 3}\n', b"x" * 200_000])
def test_what_is_no_request_is_not_heard(heard: tuple[Listener, list[tuple[str, bool]]], sent: bytes) -> None:
    listener, calls = heard
    assert listener.listen()
    socket = QLocalSocket()
    socket.connectToServer(one_program.place())
    assert socket.waitForConnected(500)
    socket.write(sent)
    socket.flush()
    state = QLocalSocket.LocalSocketState.UnconnectedState
    awaited(lambda: [True] if socket.state() == state else [], "it was not ended")
    assert calls == []


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX")
def test_no_other_user_can_reach_it(heard: tuple[Listener, list[tuple[str, bool]]]) -> None:
    listener, _ = heard
    assert listener.listen()
    assert Path(one_program.place()).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX")
def test_a_folder_that_others_can_enter_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("open", "link", "no/such"):
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / name))
        assert one_program.place() == ""


@pytest.mark.parametrize("own", [False, True])
def test_a_start_that_handed_over_shows_no_window(own: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui import app as application

    class Shown(Exception):
        """A window was to be shown."""

    def shown(_argv: list[str]) -> None:
        raise Shown

    monkeypatch.setattr(application, "hand_over", lambda path, sample: True)
    monkeypatch.setattr(application, "make", shown)
    if own:
        with pytest.raises(Shown):
            application.run("a.brief", own=True)
    else:
        assert application.run("a.brief") == 0


def test_the_program_opens_what_it_is_handed_in_one_window(app: App, sample_file: Path) -> None:
    first = app.new_window()
    app.take(str(sample_file), False)
    assert app.window_of(sample_file) is first
    app.take(str(sample_file), False)
    assert app.windows == [first]
    app.take("", False)
    assert len(app.windows) == 2
    app.take(str(sample_file.with_name("gone.brief")), False)
    assert len(app.windows) == 2
    settle(20)
