"""Files that never answer (a share that is gone): the window stays quick, Cancel cancels, and closing
closes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing.exporting.options import PLAIN
from briefing.outside import reader
from tests.briefing.outside.disks import patience, stuck_disk
from tests.ui.commands.flows import ARTICLE, begin, press, put, quiet, told
from tests.ui.windows import acts, app, awaited, dialog, settle, window
from ui.app import App
from ui.dialogs.export_asked import ExportAsked
from ui.dialogs.summary import SummaryDialog
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "stuck_disk", "window"]
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the stuck disk asks /proc what is open"),
    pytest.mark.usefixtures("stuck_disk"),
]
FOR_EVER = 3600.0


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    return begin(window, tmp_path)


def _stuck(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("some words\n", encoding="utf-8")
    return path


def _folder(folder: Path) -> Path:
    (folder / "share" / "never-list").mkdir(parents=True)
    return folder / "share"


def _export(window: Window, ws: Workspace, folder: Path) -> None:
    put(ws, ARTICLE)
    look = replace(PLAIN, template=str(_stuck(folder, "never-open.dotx")))
    window.exporting._export(ExportAsked(folder / "out.docx", "a reason", False, look))


READS: dict[str, Callable[[Window, Workspace, Path], object]] = {
    "an article": lambda window, ws, folder: acts(ws).adding.add_files([_stuck(folder, "never-read.txt")]),
    "an article that cannot be opened": lambda window, ws,
    folder: acts(ws).adding.add_files([_stuck(folder, "never-open.pdf")]),
    "an article that begins and stops": lambda window, ws,
    folder: acts(ws).adding.add_files([_stuck(folder, "never-more.txt")]),
    "a mailbox": lambda window, ws, folder: acts(ws).adding.add_files([_stuck(folder, "never-read.mbox")]),
    "a folder": lambda window, ws, folder: acts(ws).adding.add_files([_folder(folder)]),
    "a corrected article": lambda window, ws, folder: acts(ws).versions.revise(
        put(ws, ARTICLE), _stuck(folder, "never-read.html")
    ),
    "a reviewed file": lambda window, ws, folder: acts(ws).reviewing.open(_stuck(folder, "never-stat.docx")),
    "the template of an export": _export,
}  # fmt: skip


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_the_window_answers_and_closes_while_a_read_never_returns(
    read: Callable[[Window, Workspace, Path], object],
    window: Window,
    ws: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    patience(monkeypatch, FOR_EVER)
    read(window, ws, tmp_path)
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    awaited(lambda: ticks[20:], "the window does not answer")
    assert window.jobs.running
    window.close()
    assert not window.isVisible()
    assert window.jobs._pool.activeThreadCount() == 0


def _offered(shown: Window) -> set[str]:
    links = (b for b in shown.findChildren(QPushButton) if b.objectName().startswith("welcome_recent"))
    return {link.text().split()[0] for link in links if not link.isHidden()}


def test_the_start_is_not_held_by_a_recent_brief_that_never_answers(
    app: App, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_TO_LOOK", FOR_EVER)
    for name in ("there.brief", "gone.brief", "never-stat.brief"):
        app.settings.add_recent(_stuck(tmp_path, name))
    (tmp_path / "gone.brief").unlink()
    assert _offered(app.new_window()) == {"there", "gone", "never-stat"}
    app.settings.forget_recent(tmp_path / "never-stat.brief")
    other = app.new_window()
    quiet(other, qtbot)
    assert _offered(other) == {"there"}


def test_cancel_ends_a_read_that_never_returns(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patience(monkeypatch, FOR_EVER)
    acts(ws).adding.add_files([_stuck(tmp_path, "never-read.txt")])
    stop = awaited(lambda: window.findChildren(QPushButton, "progress_cancel"), "no way to cancel")[0]
    settle(100)
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    quiet(window, qtbot)
    assert told(window) == ["Stopped. Nothing was added."]


def test_what_was_left_out_and_what_gave_no_answer_stand_in_the_list(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patience(monkeypatch, 1.5)
    pack = tmp_path / "pack"
    pack.mkdir()
    for name in ("a.txt", "b.txt"):
        (pack / name).write_text(f"Talks {name}\n\nWords of it.\n", encoding="utf-8")
    (pack / "notes.txt").symlink_to("/etc/passwd")
    (pack / "reports").symlink_to("../..")
    _stuck(pack, "never-read.txt")
    acts(ws).adding.add_files([pack])
    quiet(window, qtbot)
    press(window, "2 added", "Show the list")
    shown = dialog(window, "adding_summary")
    assert isinstance(shown, SummaryDialog)
    rows = [
        [str(shown.table_model.index(row, column).data()) for column in range(3)]
        for row in range(shown.table_model.rowCount())
    ]
    assert rows[0][:2] == ["never-read.txt", "could not be read"]
    assert "no answer for 1.5 seconds" in rows[0][2]
    assert [row[:2] for row in rows[1:3]] == [["notes.txt", "left out"], ["reports", "left out"]]
    assert "leads out of the folder “pack”, to /etc/passwd" in rows[1][2]
