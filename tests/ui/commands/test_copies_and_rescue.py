"""Sharing, backups and the rescue in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from briefing import storage
from tests.ui.windows import app, awaited, dialog, settle, window, workspace_of
from ui.dialogs.choose_backup import BackupsDialog
from ui.dialogs.rescued import RescuedDialog
from ui.dialogs.share import ShareDialog
from ui.window import Window

__all__ = ["app", "window"]


def sample_in(window: Window, folder: Path) -> Path:
    """Open a brief of the sample's, in a folder of the test's."""
    window.files.sample()
    settle(50)
    assert window.store is not None
    path = folder / "work.brief"
    window.store.save_copy(path)
    window.close()
    return path


def choose(window: Window, words: str) -> None:
    buttons = [b for b in window.banners.findChildren(QAbstractButton) if b.isVisible() and b.text() == words]
    buttons[0].click()


def share_dialog(window: Window) -> ShareDialog:
    window.actions_by_id["file.share"].trigger()
    shown = dialog(window, "share")
    assert isinstance(shown, ShareDialog)
    return shown


def test_sharing_shows_what_goes_along_then_asks_where(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.files.sample()
    settle(50)
    window.actions_by_id["brief.freeze"].trigger()
    shown = share_dialog(window)
    assert "Goes along: 5 articles with their full texts" in shown.told.toPlainText()
    assert "Goes along: 5 original files" in shown.told.toPlainText()
    assert "Stays here: 1 frozen edition: “edition 1" in shown.told.toPlainText()
    assert not shown.editions.isChecked()
    shown.originals.setChecked(False)
    assert "Stays here: 5 original files" in shown.told.toPlainText()
    target = tmp_path / "shared.brief"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target.with_suffix("")), ""))
    shown.share_button.click()
    awaited(
        lambda: [b for b in window.banners.bars() if "A copy is in shared.brief." in b.message.text()],
        "no copy",
    )
    opened = storage.open_brief(target, read_only=True)
    with opened.store as store:
        assert opened.brief.editions == ()
        assert {s.original_sha for s in opened.brief.sources} == {""}
        assert store.history() == ()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_but_without_a_place_nothing_is_written(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.files.sample()
    settle(50)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    share_dialog(window).share_button.click()
    assert not window.jobs.running


def test_what_is_typed_is_in_a_copy(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.files.sample()
    settle(50)
    page = workspace_of(window).page
    page.insertPlainText("Just typed ")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy.brief"), ""))
    window.actions_by_id["file.save_copy"].trigger()
    awaited(lambda: [b for b in window.banners.bars() if "A copy is in" in b.message.text()], "no copy")
    opened = storage.open_brief(tmp_path / "copy.brief", read_only=True)
    opened.store.close()
    assert "Just typed" in str(opened.brief)


def test_a_damaged_brief_is_refused_with_an_offer_to_rescue_it(window: Window, tmp_path: Path) -> None:
    app, path = window.app, sample_in(window, tmp_path)
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 5] = bytes(4096 * 2)
    path.write_bytes(data)
    asking = app.new_window()  # type: ignore[attr-defined]
    assert app.open(path, asking) is None
    choose(asking, "Rescue…")

    def reports() -> list[RescuedDialog]:
        windows = app.windows  # type: ignore[attr-defined]
        return [d for w in windows for d in w.findChildren(RescuedDialog) if d.isVisible()]

    shown = awaited(reports, "no report")[-1]
    assert shown.told.toPlainText()
    assert path.read_bytes() == bytes(data)
    rescued = path.with_stem("work rescued")
    assert app.window_of(rescued) is not None  # type: ignore[attr-defined]
    shown.close()


def test_but_a_file_of_which_nothing_is_left_is_told(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "work.brief"
    path.write_bytes(b"SQLite format 3\0" + bytes(9000))
    assert window.app.open(path, window) is None
    window.files.copies.rescue(path)
    awaited(
        lambda: [b for b in window.banners.bars() if "No part of a brief can be read" in b.message.text()],
        "no word",
    )
    assert [p.name for p in tmp_path.glob("*.brief")] == ["work.brief"]


def test_the_backups_of_the_brief_that_is_refused_are_offered_not_those_of_the_open_one(
    window: Window, tmp_path: Path
) -> None:
    window.files.sample()
    settle(50)
    other = tmp_path / "other.brief"
    other.write_bytes(b"SQLite format 3\0" + bytes(9000))
    window.app.open(other, window)
    choose(window, "Backups…")
    shown = dialog(window, "backups")
    assert isinstance(shown, BackupsDialog)
    assert shown.list.count() == 0
    shown.close()


def test_a_backup_is_restored_beside_the_brief(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    app, path = window.app, sample_in(window, tmp_path)
    opened = app.new_window(path)  # type: ignore[attr-defined]
    settle(50)
    opened.actions_by_id["file.backups"].trigger()
    shown = dialog(opened, "backups")
    assert isinstance(shown, BackupsDialog)
    assert shown.list.count() >= 1
    shown.accept()
    restored = path.with_stem("work restored")
    qtbot.waitUntil(lambda: app.window_of(restored) is not None, timeout=10_000)  # type: ignore[attr-defined]
    assert restored.exists()


def test_closing_a_window_after_a_change_leaves_a_backup_of_the_last_words(
    window: Window, tmp_path: Path
) -> None:
    app, path = window.app, sample_in(window, tmp_path)
    opened = app.new_window(path)  # type: ignore[attr-defined]
    settle(50)
    workspace_of(opened).page.insertPlainText("Last words ")
    assert opened.close()
    path.write_bytes(b"")
    newest = storage.open_brief(storage.backups_of(path)[0].path, read_only=True)
    newest.store.close()
    assert "Last words" in str(newest.brief)
