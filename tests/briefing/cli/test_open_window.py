"""What the command line does when the window is meant: opening it, and where none can open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing.cli import open_window
from tests.briefing.cli.conftest import Line

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str | None, bool]]:
    """A display, and a window that only notes what it was to show."""
    calls: list[tuple[str | None, bool]] = []

    def run(path: str | None, sample: bool) -> int:
        calls.append((path, sample))
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(open_window, "import_module", lambda _name: SimpleNamespace(run=run))
    return calls


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("args", "shown"),
    [((), (None, False)), (("--sample",), (None, True)), (("idlib.brief",), ("idlib.brief", False))],
)
def test_the_window_opens_on_what_was_named(
    line: Line,
    written: dict[str, str],
    opened: list[tuple[str | None, bool]],
    args: tuple[str, ...],
    shown: object,
) -> None:
    result = line(*args)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert opened == [shown]


def test_a_program_of_its_own_can_be_asked_for(
    line: Line, written: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[str | None, bool, bool]] = []

    def run(path: str | None, sample: bool, *, own: bool = False) -> int:
        calls.append((path, sample, own))
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(open_window, "import_module", lambda _name: SimpleNamespace(run=run))
    assert line("idlib.brief", "--new-program").code == 0
    assert line("--new-program").code == 0
    assert calls == [("idlib.brief", False, True), (None, False, True)]


@pytest.mark.parametrize(
    "args", [("gone.brief",), ("nonsense",), ("idlib.brief", "more"), ("idlib.brief", "--sample")]
)
def test_but_not_on_what_is_not_there(
    line: Line, written: dict[str, str], opened: list[tuple[str | None, bool]], args: tuple[str, ...]
) -> None:
    assert line(*args).code == 2
    assert opened == []


def test_a_mistyped_command_is_named_whatever_follows(line: Line) -> None:
    assert "Did you mean `check`?" in line("chek", "idlib.brief", "--json").err


@pytest.mark.parametrize(
    ("environ", "platform", "has"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_told_from_the_environment(environ: dict[str, str], platform: str, has: bool) -> None:
    assert open_window.has_display(environ, platform) is has


@pytest.mark.usefixtures("no_display")
def test_without_a_display_it_says_so(line: Line, written: dict[str, str]) -> None:
    for args in ((), ("idlib.brief",)):
        result = line(*args)
        assert (result.code, result.out) == (2, "")
        assert "no display" in result.err
        assert result.err.count("\n") == 1


@pytest.mark.usefixtures("no_display")
def test_without_a_display_the_sample_is_built_and_exported_beside_what_is_there(line: Line) -> None:
    Path("sample.md").write_text("mine", encoding="utf-8")
    result = line("--sample")
    folder = line.path.parent
    assert result.code == 0
    assert result.out.split() == [str(folder / f"sample-2{end}") for end in (".brief", ".docx", ".md")]
    assert result.err.count("\n") == 1
    assert all(Path(name).stat().st_size > 0 for name in result.out.split())
    assert Path("sample.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(("name", "code"), [("PySide6.QtCore", 2), ("ui.app", 70)])
def test_a_missing_qt_is_told_but_a_fault_of_ours_is_reported(
    line: Line, monkeypatch: pytest.MonkeyPatch, name: str, code: int
) -> None:
    def fail(_name: str) -> None:
        raise ImportError("libEGL.so.1 is not there", name=name)

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(open_window, "import_module", fail)
    result = line()
    assert result.code == code
    assert "libEGL.so.1" in result.err


def test_no_command_loads_qt_or_what_it_does_not_need(line: Line, written: dict[str, str]) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        "from briefing.cli import main\n"
        f"assert main(['outline', {str(line.path)!r}]) == 0\n"
        "print([n for n in ('ui', 'docx', 'markdown', 'lxml', 'rapidfuzz') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_main_py_is_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.startswith("Briefing Desk ")
