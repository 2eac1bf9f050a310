"""Adding articles, as a person sees it: what becomes of each file is said, once, and nothing else happens."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from briefing.importing import inputs, machine_reading
from briefing.importing.common.parsed import Part
from tests.briefing.importing.corpus import mail_cases, pdf_maker
from tests.ui.commands.flows import ARTICLE, begin, begin_read_only, press, put, quiet, told, undo
from tests.ui.windows import acts, app, awaited, dialog, keys, settle, window
from ui.app import App
from ui.dialogs.ask_address import FetchDialog
from ui.dialogs.pick import PickDialog
from ui.dialogs.summary import SummaryDialog
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]
ROGUE = Path(__file__).resolve().parents[2] / "briefing" / "importing" / "web" / "rogue.py"
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>'
    "<item><title>First entry</title><link>https://post.example/1</link>"
    "<description>{words}</description></item></channel></rss>"
)


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    return begin(window, tmp_path)


def titles(ws: Workspace) -> list[str]:
    return [source.title for source in ws.desk.brief.sources]


def test_a_folder_of_good_bad_and_double_files_ends_in_one_summary_and_one_step(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(36):
        (folder / f"{number:02}.txt").write_text(f"Talks {number}\n\nWords of article {number}.\n")
    (folder / "double.txt").write_text((folder / "00.txt").read_text())
    (folder / "empty.txt").write_text("")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no document")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    steps = len(ws.desk.session.past)
    acts(ws).adding.add_files([folder])
    quiet(window, qtbot)
    assert len(ws.desk.brief.sources) == 36
    assert len(ws.desk.session.past) == steps + 1
    assert len(told(window)) == 1
    assert told(window)[0].startswith("36 added")
    assert "2 could not be read" in told(window)[0]
    press(window, "36 added", "Show the list")
    shown = dialog(window, "adding_summary")
    assert isinstance(shown, SummaryDialog)
    assert shown.table_model.rowCount() == 40
    assert shown.said.text().startswith("“broken.docx”")
    undo(window)
    assert ws.desk.brief.sources == ()


def test_cancelling_keeps_what_was_read_and_says_so(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []

    def read(paths, *, hints, progress, cancelled):
        for number in range(1000):
            if cancelled():
                return
            progress(number, 1000, f"{number}.txt")
            yield inputs.read_pasted(f"Talks {number}\n\nWords of article {number}.")
            taken.append(number)
            settle_worker()

    monkeypatch.setattr(inputs, "read_files", read)
    acts(ws).adding.add_files([tmp_path])
    stop = awaited(lambda: window.findChildren(QPushButton, "progress_cancel"), "no way to stop")[0]
    qtbot.waitUntil(lambda: bool(taken), timeout=10_000)
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    quiet(window, qtbot)
    assert 0 < len(ws.desk.brief.sources) < 1000
    assert "Stopped. What had been read is in the brief." in told(window)
    undo(window)
    assert ws.desk.brief.sources == ()


def settle_worker() -> None:
    import time

    time.sleep(0.01)


def test_the_same_article_again_is_said_to_be_here_already(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    put(ws, ARTICLE)
    (tmp_path / "again.txt").write_text(ARTICLE)
    acts(ws).adding.add_files([tmp_path / "again.txt"])
    quiet(window, qtbot)
    assert len(ws.desk.brief.sources) == 1
    assert told(window) == [
        "“again.txt” was not added: its words are in this brief already, as “River talks resume in Lindow”."
    ]


def test_attachments_of_a_mail_are_offered_and_added_one_by_one(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = mail_cases.multi(
        "mixed",
        mail_cases.part("The dam gave way on Tuesday. Twelve people died."),
        mail_cases.file("report.txt", b"The report says that the dam was old.", "text/plain"),
        mail_cases.file("plan.txt", b"The plan of the dam.", "text/plain"),
    )
    (tmp_path / "letter.eml").write_bytes(letter)
    acts(ws).adding.add_files([tmp_path / "letter.eml"])
    quiet(window, qtbot)
    press(window, "“On the dam” has attachments: “report.txt”, “plan.txt”.", "Add…")
    asked = dialog(window, "pick_parts")
    assert isinstance(asked, PickDialog)
    keys(asked.list, Qt.Key.Key_Space, Qt.Key.Key_Return)
    quiet(window, qtbot)
    assert titles(ws) == ["On the dam", "report"]
    undo(window)
    assert titles(ws) == ["On the dam"]


def test_the_attachments_of_an_article_that_is_no_mail_are_said_to_be_none(
    window: Window, ws: Workspace, qtbot: QtBot
) -> None:
    window.actions_by_id["articles.attachments"].trigger()
    assert told(window) == ["No article is chosen."]
    source = put(ws, ARTICLE)
    ws.sources.choose(source.id)
    window.actions_by_id["articles.attachments"].trigger()
    quiet(window, qtbot)
    assert told(window)[0] == "“River talks resume in Lindow” has no attachments."


def test_feeds_are_picked_from_one_after_the_other(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    for title in ("Harbour", "Valley"):
        (tmp_path / f"{title}.xml").write_text(FEED.format(title=title, words=f"The words of {title}."))
    acts(ws).adding.add_files([tmp_path / "Harbour.xml", tmp_path / "Valley.xml"])
    quiet(window, qtbot)
    first = dialog(window, "pick_parts")
    assert isinstance(first, PickDialog)
    assert [d for d in window.findChildren(PickDialog) if d.isVisible()] == [first]
    keys(first.list, Qt.Key.Key_Escape)
    second = dialog(window, "pick_parts")
    assert second is not first
    keys(second, Qt.Key.Key_Escape)
    settle(30)
    assert not any(d.isVisible() for d in window.findChildren(PickDialog))
    assert ws.desk.brief.sources == ()


def test_a_locked_file_opens_with_its_password_and_not_with_another(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = pdf_maker.Sheet()
    sheet.lines(72, 700, ["The dam gave way on Tuesday.", "Twelve people died in the valley."])
    (tmp_path / "locked.pdf").write_bytes(pdf_maker.pdf([sheet], password="river"))
    acts(ws).adding.add_files([tmp_path / "locked.pdf"])
    quiet(window, qtbot)
    for typed in ("ferry", "river"):
        assert ws.desk.brief.sources == ()
        press(window, "“locked.pdf”", "Enter the password…")
        asked = awaited(
            lambda: [d for d in window.findChildren(QInputDialog) if d.isVisible()], "no password asked"
        )[0]
        asked.setTextValue(typed)
        asked.accept()
        quiet(window, qtbot)
    assert len(ws.desk.brief.sources) == 1


def test_a_file_with_an_address_opens_the_dialog_that_fetches_it(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.url").write_text("[InternetShortcut]\nURL=https://post.example/a\n")
    acts(ws).adding.add_files([tmp_path / "a.url"])
    quiet(window, qtbot)
    asked = dialog(window, "fetch_page")
    assert isinstance(asked, FetchDialog)
    assert asked.line.text() == "https://post.example/a"
    assert told(window) == []
    keys(asked, Qt.Key.Key_Escape)
    assert ws.desk.brief.sources == ()


def test_of_several_such_files_a_person_picks_what_is_fetched(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in "ab":
        (tmp_path / f"{name}.url").write_text(f"[InternetShortcut]\nURL=https://post.example/{name}\n")
    acts(ws).adding.add_files([tmp_path / "a.url", tmp_path / "b.url"])
    quiet(window, qtbot)
    asked = dialog(window, "pick_parts")
    assert isinstance(asked, PickDialog)
    assert asked.list.count() == 2
    keys(asked, Qt.Key.Key_Escape)
    assert ws.desk.brief.sources == ()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with subprocess.Popen(
        [sys.executable, str(ROGUE), str(tmp_path / "log")], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.kill()


@pytest.mark.parametrize("extra", [True, False])
def test_pictures_can_be_chosen_where_they_are_read_by_machine(
    window: Window, ws: Workspace, monkeypatch: pytest.MonkeyPatch, extra: bool
) -> None:
    asked: list[str] = []

    def choose(parent: object, title: str, folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    monkeypatch.setattr(machine_reading, "available", lambda: extra)
    window.of_brief.adding.choose_files()
    assert ["*.jpeg" in kinds for kinds in asked] == [extra]


def test_a_page_of_this_machine_is_fetched_only_after_a_second_word(
    window: Window, ws: Workspace, qtbot: QtBot, tmp_path: Path, server: str
) -> None:
    window.actions_by_id["articles.fetch"].trigger()
    asked = dialog(window, "fetch_page")
    assert isinstance(asked, FetchDialog)
    QTest.keyClicks(asked.line, f"{server}/page")
    keys(asked, Qt.Key.Key_Return)
    quiet(window, qtbot)
    assert titles(ws) == []
    assert not (tmp_path / "log").exists()
    first = window.banners.bars()[0]
    press(window, first.message.text(), "Fetch it anyway")
    quiet(window, qtbot)
    (source,) = ws.desk.brief.sources
    assert (source.title, source.fetched_from) == ("Żółty alarm", f"{server}/page")
    undo(window)
    assert ws.desk.brief.sources == ()


def test_a_fetch_that_is_stopped_adds_nothing_and_says_so(
    window: Window, ws: Workspace, qtbot: QtBot, server: str
) -> None:
    acts(ws).adding.fetch(f"{server}/silent", True)
    stop = awaited(lambda: window.findChildren(QPushButton, "progress_cancel"), "no way to stop")[0]
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    quiet(window, qtbot)
    assert told(window) == ["Stopped. Nothing was added."]


def test_a_brief_to_read_only_takes_no_article_and_says_why(app: App, window: Window, ws: Workspace) -> None:
    assert window.path is not None
    other, shown = begin_read_only(app, window.path)
    adding = acts(shown).adding
    for act in (
        adding.choose_files,
        adding.choose_folder,
        adding.ask_address,
        adding.paste,
        lambda: adding.add_files([Path("talks.txt")]),
        lambda: adding.fetch("https://post.example"),
        lambda: adding.add_parts((Part("a.txt", b"words"),)),
    ):
        other.banners.tell("before")
        act()
        assert told(other)[0] == "This brief is open to read only."
    assert other.findChild(QPushButton, "progress_cancel") is None
    other.close()
