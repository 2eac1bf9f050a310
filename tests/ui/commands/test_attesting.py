"""A file that was handed over is checked from the window, with no brief open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from briefing import exporting
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from tests.briefing.exporting.examples import BY_SOURCE, MADE, example
from tests.briefing.exporting.package.altered import ALTERATIONS, files_of, package_of_sample, packed_again
from tests.ui.windows import app, dialog, window
from ui.dialogs.checked import CheckedDialog
from ui.window import Window

__all__ = ["app", "window"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in BY_SOURCE.items():
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


def check(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, path: Path, folder: Path
) -> CheckedDialog:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.actions_by_id["file.check"].trigger()
    qtbot.waitUntil(lambda: window.findChild(CheckedDialog, "checked") is not None, timeout=20_000)
    found = dialog(window, "checked")
    assert isinstance(found, CheckedDialog)
    return found


def exported(path: Path, old: str = "", new: str = "") -> Path:
    exporter = exporting.exporter_for(path)
    data = exporting.render(exporter, build(ExportRequest(example(), made=MADE))).data
    path.write_bytes(data.decode().replace(old, new).encode() if old else data)
    return path


def test_a_file_as_it_left_holds(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    made = check(qtbot, window, monkeypatch, exported(tmp_path / "brief.html"), folder)
    assert made.windowTitle() == "“brief.html” passes the check"
    words = made.findChild(QLabel, "checked_verdict")
    assert isinstance(words, QLabel)
    assert "8 of 8 quotes found" in words.text()
    assert "Nothing else was changed" in words.text()


def test_what_was_changed_is_listed_first(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    path = exported(tmp_path / "brief.md", "roughly even chance (", "almost certain (")
    made = check(qtbot, window, monkeypatch, path, folder)
    assert made.windowTitle() == "“brief.md” fails the check"
    lines = [made.rows.data(made.rows.index(row, 0)) for row in range(made.rows.rowCount())]
    assert lines[0].startswith("The likelihood of the judgement “")
    assert "“almost certain” for “roughly even chance”" in lines[0]


def test_but_a_file_of_another_kind_is_refused(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path
) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    window.attesting.check(tmp_path / "x.pdf", folder)
    qtbot.waitUntil(lambda: bool(window.banners.bars()), timeout=20_000)
    assert window.findChild(CheckedDialog, "checked") is None


@pytest.mark.parametrize("done", ["", "one letter of an article", "an article gone"])
def test_an_evidence_package_needs_no_folder_of_articles(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, done: str
) -> None:
    path = package_of_sample(tmp_path)
    if done:
        files = files_of(path.read_bytes())
        ALTERATIONS[done][0](files)
        path.write_bytes(packed_again(files))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: pytest.fail("it asks for a folder"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.actions_by_id["file.check"].trigger()
    qtbot.waitUntil(lambda: window.findChild(CheckedDialog, "checked") is not None, timeout=20_000)
    made = dialog(window, "checked")
    assert isinstance(made, CheckedDialog)
    assert made.windowTitle() == f"“sample.zip” {'fails' if done else 'passes'} the check"
    lines = made.rows.rows
    assert any(line.startswith("Note") and "where it was quoted" in line for line in lines) == (
        done == "one letter of an article"
    )
    assert any(line.startswith("missing: articles/") for line in lines) == (done == "an article gone")
