"""What a command may open, and what it must not load before it is asked to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing import storage
from briefing.cli import command_desk
from briefing.errors import StorageError
from tests.briefing.cli.conftest import Line

ROOT = Path(__file__).resolve().parents[3]
# The window must not wait for the commands, nor a command for another's libraries.
LATE = (
    "briefing.cli.parser",
    "briefing.storage",
    "briefing.importing.inputs",
    "docx",
    "markdown",
    "rapidfuzz",
)


@pytest.mark.parametrize(
    "command", ["claim|gaps|Who?", "set|brief|title|T", "add|patrols.txt", "remove|claim"]
)
def test_a_brief_in_a_read_only_folder_can_be_read_but_not_changed(
    line: Line, written: dict[str, str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    before = line.path.read_bytes()
    # Permissions do not bind the superuser, as whom tests may run.
    for module in (storage.opening, command_desk):
        monkeypatch.setattr(module, "is_writable", lambda _path: False)
    name, *args = command.split("|")
    result = line.on(name, *(written.get(arg, arg) for arg in args))
    assert (result.code, result.out) == (2, "")
    assert "read-only" in result.err
    assert "`copy`" in result.err
    assert result.err.count("\n") == 1
    assert line.path.read_bytes() == before
    assert line.on("outline").code == 0


def test_a_change_that_the_disk_does_not_confirm_is_told(
    line: Line, written: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = StorageError("The disk did not confirm it.", "Save a copy.")
    monkeypatch.setattr("briefing.storage.store.Store.trouble", doubt)
    result = line.on("set", "brief", "title", "T")
    assert result.code == 2
    assert "The disk did not confirm it. Save a copy." in result.err
    assert line.read().title == "T"


def test_a_shortened_id_finds_only_the_kind_that_is_meant(line: Line, written: dict[str, str]) -> None:
    brief = line.read()
    assert command_desk.find(brief, written["source"][:5], type(brief.sources[0])) is brief.sources[0]
    assert command_desk.find_actor(brief, "AKAR") is brief.actors[0]
    assert command_desk.find_claim(brief, written["claim"]).id == written["claim"]


@pytest.mark.parametrize(
    ("argv", "late"),
    [([], LATE), (["--sample"], LATE), (["idlib.brief"], LATE), (["--version"], LATE[2:])],
    ids=["the window", "the sample", "a brief", "the version"],
)
def test_the_start_waits_for_nothing_it_does_not_need(
    line: Line, written: dict[str, str], argv: list[str], late: tuple[str, ...]
) -> None:
    code = (
        "import sys, types\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "sys.modules['ui.app'] = types.SimpleNamespace(run=lambda path, sample: 0)\n"
        "sys.modules['ui'] = types.ModuleType('ui')\n"
        "from briefing.cli import main\n"
        f"assert main({argv!r}) == 0\n"
        f"print([name for name in {late!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=line.path.parent,
        env={"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines()[-1] == "[]"
