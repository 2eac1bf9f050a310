"""The status bar and the red bar say what the file last answered."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from briefing import storage
from briefing.edits import Caret, mark_read
from briefing.errors import StorageError
from briefing.text import sha256
from tests.briefing.storage.conftest import ARTICLE, body, small_brief
from tests.ui.windows import app, awaited, settle, window, workspace_of
from ui.look.banner import Banner
from ui.window import Window

__all__ = ["app", "window"]


@pytest.fixture
def shown(window: Window, tmp_path: Path) -> Window:
    """A window with a small brief in it, in a folder of its own."""
    path = tmp_path / "folder" / "Idlib.brief"
    path.parent.mkdir()
    brief = small_brief()
    # An article that is shown for two seconds is marked as read, which is an edit: on a busy machine it would
    # come in the middle of a test, and be refused with a bar of its own.
    for source in brief.sources:
        brief = mark_read(brief, source.id)
    storage.create(path, brief, [body(ARTICLE)]).close()
    window.app.open(path, window)
    workspace_of(window)
    return window


def path_of(window: Window) -> Path:
    assert window.path is not None
    return window.path


def connection(window: Window) -> sqlite3.Connection:
    assert window.store is not None
    return window.store._connection


def fill_the_disk(window: Window, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    (pages,) = connection(window).execute("PRAGMA page_count").fetchone()
    connection(window).execute(f"PRAGMA max_page_count = {pages}")
    return lambda: connection(window).execute("PRAGMA max_page_count = 1000000")


def move(window: Window, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    away = path_of(window).with_name("away.brief")
    path_of(window).rename(away)
    return lambda: away.rename(path_of(window))


def lose_the_folder(window: Window, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    folder = path_of(window).parent
    away = folder.rename(folder.with_name("away"))
    return lambda: away.rename(folder)


def replace(window: Window, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    path = path_of(window)
    away = path.rename(path.with_name("away.brief"))
    shutil.copyfile(away, path)
    return lambda: away.replace(path)


def rewrite(window: Window, _patch: pytest.MonkeyPatch) -> Callable[[], object]:
    path = path_of(window)
    ours = path.read_bytes()

    def write(data: bytes) -> None:
        with path.open("r+b") as file:
            file.write(data)
            file.truncate()

    write(ours[:-4096])
    return lambda: write(ours)


def lock(window: Window, patch: pytest.MonkeyPatch) -> Callable[[], object]:
    """An immutable file, or a disk that was mounted again to read only."""
    locked = [True]
    patch.setattr("briefing.storage.live._is_locked", lambda _path: locked[0])
    return lambda: locked.__setitem__(0, False)


FAULTS = (fill_the_disk, move, lose_the_folder, replace, rewrite, lock)
SEEN_BY_LOOKING = (move, lose_the_folder, replace, rewrite)
Fault = Callable[[Window, pytest.MonkeyPatch], Callable[[], object]]


def red_bars(window: Window) -> list[Banner]:
    return [bar for bar in window.banners.bars() if bar.objectName() == "banner_error" and bar.isVisible()]


def says_saved(window: Window) -> bool:
    return re.fullmatch(r"saved( \d\d:\d\d)?", window.saved.text()) is not None


def type_words(window: Window, words: str) -> None:
    page = workspace_of(window).page
    page.set_caret(Caret(next(row.id for row in page.rows if row.kind == "claim"), 0))
    page.insertPlainText(words)


@pytest.mark.parametrize("fault", FAULTS)
def test_words_that_are_not_on_the_disk_are_said_to_be_not_saved_until_they_are(
    shown: Window, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    assert says_saved(shown)
    mend = fault(shown, monkeypatch)
    type_words(shown, "Words in vain. " * 2000)
    assert not shown.flush()
    assert shown.saved.text() == "not saved"
    (bar,) = red_bars(shown)
    assert bar.message.text() in shown.saved.accessibleName()
    assert shown.saved.property("role") == "error"
    bar.close_bar()
    assert not shown.close()  # nor is a refused closing “saved”
    assert shown.saved.text() == "not saved"
    mend()
    shown.watch()
    shown.jobs.wait_all()
    settle(20)
    assert shown.flush()
    assert says_saved(shown)
    assert shown.saved.property("role") == "muted"
    assert shown.close()


@pytest.mark.parametrize("fault", SEEN_BY_LOOKING)
def test_an_idle_window_shows_it_too_and_says_so_once(
    shown: Window, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    mend = fault(shown, monkeypatch)
    shown.watch()
    (bar,) = awaited(lambda: red_bars(shown), "no bar")
    assert shown.saved.text() == "not saved"
    assert [b.text() for b in bar.findChildren(QPushButton)] == ["Save a copy elsewhere…"]
    bar.close_bar()
    for _ in range(2):
        shown.watch()
        shown.jobs.wait_all()
        settle(20)
    assert not red_bars(shown)
    mend()
    shown.watch()
    awaited(lambda: [shown.saved] if says_saved(shown) else [], "still not saved")


@pytest.mark.parametrize("fault", SEEN_BY_LOOKING)
def test_a_window_whose_file_is_gone_is_not_closed_before_that_was_shown(
    shown: Window, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    fault(shown, monkeypatch)
    assert not shown.close()
    assert len(red_bars(shown)) == 1
    assert shown.saved.text() == "not saved"
    assert workspace_of(shown).desk.text_of(sha256(ARTICLE))
    assert shown.close()  # it was seen


def test_but_where_only_writing_is_forbidden_all_words_are_still_saved_until_there_are_new_ones(
    shown: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(shown, monkeypatch)
    shown.watch()
    shown.jobs.wait_all()
    settle(20)
    assert says_saved(shown)
    assert not red_bars(shown)
    type_words(shown, "Words in vain. ")
    assert not shown.flush()
    assert shown.saved.text() == "not saved"
    assert "read-only" in red_bars(shown)[0].message.text()


def test_texts_that_a_job_could_not_write_ahead_are_not_saved_either(
    shown: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    mend = fill_the_disk(shown, monkeypatch)
    article = body("An article. " * 20_000)
    desk = workspace_of(shown).desk
    failed: list[str] = []
    shown.jobs.run(
        lambda _: desk.keep([article]), lambda _: None, lambda message, _hint: failed.append(message)
    )
    awaited(lambda: failed, "it was kept")
    assert shown.saved.text() == "not saved"
    mend()
    desk.keep([article])
    settle(20)
    assert says_saved(shown)


def test_a_change_that_stands_and_that_the_disk_does_not_confirm_is_told(
    shown: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = StorageError("The disk did not confirm it.", "Save a copy.")
    monkeypatch.setattr("briefing.storage.store.Store.trouble", doubt)
    type_words(shown, "Words. ")
    assert shown.flush()
    assert shown.saved.text() == "not saved"
    assert [bar.message.text() for bar in red_bars(shown)] == ["The disk did not confirm it."]


def test_a_copy_elsewhere_is_saved_again(
    shown: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(shown, monkeypatch)
    type_words(shown, "Words in vain. ")
    assert not shown.flush()
    target = tmp_path / "elsewhere.brief"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    shown.elsewhere.ask()
    assert shown.path == target
    assert says_saved(shown)
    assert shown.close()
    kept = storage.open_brief(target)
    kept.store.close()
    assert "Words in vain." in str(kept.brief)


def test_a_fault_of_the_program_does_not_claim_that_unsaved_words_are_saved(
    shown: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.app._report_fault("oh")  # type: ignore[attr-defined]
    assert "Your brief is saved." in red_bars(shown)[0].hint.text()
    mend = move(shown, monkeypatch)
    type_words(shown, "Words in vain. ")
    assert not shown.flush()
    shown.app._report_fault("oh")  # type: ignore[attr-defined]
    assert "Your last words are not saved yet." in red_bars(shown)[0].hint.text()
    mend()


def test_after_each_edit_the_time_is_said(shown: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock:
        @staticmethod
        def now() -> datetime:
            return times.pop(0)

    times = [datetime(2026, 3, 1, 14, 32), datetime(2026, 3, 1, 15, 1)]
    monkeypatch.setattr("ui.desk.datetime", Clock)
    assert shown.saved.text() == "saved"
    for said in ("saved 14:32", "saved 15:01"):
        type_words(shown, "Words. ")
        assert shown.flush()
        workspace_of(shown).desk.session.end_joining()
        assert shown.saved.text() == said
        assert shown.saved.accessibleName() == said
