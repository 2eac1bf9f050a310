"""The main job in the window, from an empty start to a Word file: by keyboard alone, then by mouse alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from briefing import inline, lookup, storage
from briefing.edits import Caret
from briefing.quoting import anchor
from tests.ui.dialogs.filling import fill
from tests.ui.windows import acts, app, dialog, drag_select, keys, settle, window, workspace_of
from ui.app import App
from ui.commands.palette import CommandPalette
from ui.dialogs.export import ExportDialog
from ui.dialogs.form import FormDialog
from ui.dialogs.new_brief import NewBriefDialog
from ui.dialogs.preview import PreviewDialog
from ui.window import Window

__all__ = ["app", "window"]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

ARTICLE = (
    "River talks resume in Lindow\n"
    "By Ada Kern, Harbour Post\n"
    "13 March 2020\n\n"
    "Delegates of both banks met on Friday 😀 in Lindow. The ferry service will restart on Sunday, the "
    "minister said.\n“We hope it lasts,” the minister said. About 400 people were stranded on the east "
    "bank.\n"
)
REAL = Path(__file__).resolve().parents[2].parent / "shared" / "articles" / "idlib-patrols.txt"


def begin(window: Window, tmp_path: Path, title: str) -> Path:
    """Make a brief through the dialog, by keyboard."""
    window.actions_by_id["file.new"].trigger()
    asked = dialog(window, "new_brief")
    assert isinstance(asked, NewBriefDialog)
    QTest.keyClicks(asked.title, title)
    path = tmp_path / f"{title}.brief"
    asked.path.setText(str(path))
    keys(asked.title, Key.Key_Return)
    assert window.workspace is not None
    return path


def add(window: Window, qtbot: QtBot, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    ws = workspace_of(window)
    before = len(ws.desk.brief.sources)
    ws.sources.files_dropped.emit([path])
    qtbot.waitUntil(lambda: len(ws.desk.brief.sources) > before, timeout=15_000)


def export(window: Window, qtbot: QtBot, path: Path) -> None:
    window.actions_by_id["file.export"].trigger()
    asked = dialog(window, "export")
    assert isinstance(asked, ExportDialog)
    asked.path.setText(str(path))
    asked.reason.setText("A draft for the desk")
    keys(asked.path, Key.Key_Return)
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def test_a_whole_brief_by_keyboard_alone(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = begin(window, tmp_path, "River")
    add(window, qtbot, tmp_path / "river.txt", ARTICLE)
    ws = workspace_of(window)
    source = ws.desk.brief.sources[0]
    assert (source.title, source.published) == ("River talks resume in Lindow", "2020-03-13")

    page, article = ws.page, ws.reader.article
    page.set_caret(Caret("blank:situation", 0))
    QTest.keyClicks(page, "The ferry restarts on Sunday.")
    words = "The ferry service will restart on Sunday, the minister said."
    for _ in range(20):
        keys(article, Key.Key_J)
        span = ws.reader.selection()
        assert span is not None
        if article.text[span[0] : span[1]] == words:
            break
    keys(article, Key.Key_L)
    claim = next(iter(lookup.claims(ws.desk.brief)))
    assert inline.plain(claim.text) == "The ferry restarts on Sunday."
    assert [e.quote.exact for e in claim.evidence] == [words]

    keys(article, Key.Key_J, Key.Key_N)
    second = list(lookup.claims(ws.desk.brief))[1]
    assert second.text == second.evidence[0].quote.exact == "“We hope it lasts,” the minister said."

    keys(page, Key.Key_Tab)
    QTest.keyClicks(page, "Ada Kern")
    keys(page, Key.Key_Return)
    QTest.keyClicks(page, "Reports from Lindow.")
    keys(page, Key.Key_Tab)
    QTest.keyClicks(page, "The ferry keeps running")
    page.flush()
    judgement = next(iter(lookup.judgements(ws.desk.brief)))
    page.set_caret(Caret(judgement.id, 3))
    for name, value in (("likelihood", "likely"), ("confidence", "low")):
        window.actions_by_id[f"brief.{name}"].trigger()
        box = ws.findChild(QListWidget, name)
        assert isinstance(box, QListWidget)
        row = next(i for i in range(box.count()) if box.item(i).data(Qt.ItemDataRole.UserRole) == value)
        keys(box, *([Key.Key_Home] + [Key.Key_Down] * row), Key.Key_Return)
        QTest.qWait(1)
    judgement = next(iter(lookup.judgements(ws.desk.brief)))
    assert (judgement.likelihood, judgement.standard, judgement.confidence) == ("likely", "icd203", "low")
    assert ws.desk.brief.actors[0].statements[0].text == "Reports from Lindow."

    for suffix in (".docx", ".md", ".html"):
        export(window, qtbot, tmp_path / f"river{suffix}")
    assert words in (tmp_path / "river.md").read_text(encoding="utf-8").replace("\\", "").replace(
        "&#32;", " "
    )
    brief = ws.desk.brief
    window.close()
    reopened = storage.open_brief(path)
    assert reopened.brief == brief
    reopened.store.close()


def test_the_same_by_mouse_alone(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    begin(window, tmp_path, "Mouse")
    add(window, qtbot, tmp_path / "river.txt", ARTICLE)
    ws = workspace_of(window)
    span = anchor.locate(ARTICLE, "About 400 people were stranded")
    page, article = ws.page, ws.reader.article
    QApplication.clipboard().setText("People are stranded.")
    row = page.block_of("blank:situation")
    cursor = page.textCursor()
    cursor.setPosition(row.position())
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=page.cursorRect(cursor).center())
    window.actions_by_id["edit.paste"].trigger()
    page.paste()
    page.flush()
    drag_select(ws, span)
    assert ws.reader.selection() == span
    qtbot.waitUntil(ws.reader.bar.isVisible, timeout=3000)
    button = ws.reader.bar.findChild(QToolButton, "selection_link")
    assert isinstance(button, QToolButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    claim = next(c for c in lookup.claims(ws.desk.brief) if c.evidence)
    assert claim.evidence[0].quote.exact == "About 400 people were stranded"

    drag_select(ws, anchor.locate(ARTICLE, "We hope it lasts"))
    data = article.drag_data()
    assert data is not None
    drop_on(window, data, claim.id)
    claim = lookup.claim(ws.desk.brief, claim.id)
    assert [e.quote.exact for e in claim.evidence] == ["About 400 people were stranded", "We hope it lasts"]

    card = ws.evidence.findChild(QPushButton, "stance_contradicts")
    assert isinstance(card, QPushButton)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert lookup.claim(ws.desk.brief, claim.id).evidence[0].stance == "contradicts"
    assert ws.states.facts().states[claim.id] == "contradicted"

    page.grab()
    spot = next(s for s in page.margin._spots if s.kind == "number")
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint())
    assert article._flash is not None
    cursor = article.textCursor()
    cursor.setPosition(article._display.position(span[0] + 3))
    article.clear_selection()
    at = article.cursorRect(cursor).center()
    page.set_caret(Caret("title", 0))
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=at)
    current = page.current_row()
    assert current is not None
    assert current.id == claim.id


def drop_on(window: Window, data: QMimeData, row_id: str) -> None:
    """Drop a drag's data on a row of the page."""
    page = workspace_of(window).page
    cursor = page.textCursor()
    cursor.setPosition(page.block_of(row_id).position() + 2)
    point = QPointF(page.cursorRect(cursor).center())
    event = QDropEvent(
        point, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)


def test_undo_and_redo_go_through_everything_in_one_history(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(window, tmp_path, "History")
    ws = workspace_of(window)
    start = ws.desk.brief
    add(window, qtbot, tmp_path / "river.txt", ARTICLE)
    ws.page.set_caret(Caret("blank:situation", 0))
    QTest.keyClicks(ws.page, "One. Two.")
    keys(ws.page, Key.Key_Return)
    QTest.keyClicks(ws.page, "Three")
    keys(ws.reader.article, Key.Key_J, Key.Key_J, Key.Key_L)
    end = ws.desk.brief
    steps = len(ws.desk.session.past)
    for _ in range(steps):
        window.actions_by_id["edit.undo"].trigger()
    assert ws.desk.brief == start
    for _ in range(steps):
        window.actions_by_id["edit.redo"].trigger()
    assert ws.desk.brief == end
    ws.tabs.setCurrentWidget(ws.history)
    ws.history.go_to.emit(0)
    assert ws.desk.brief == start


def test_a_second_window_on_the_same_brief_reads_only(app: App, window: Window, tmp_path: Path) -> None:
    path = begin(window, tmp_path, "Twice")
    again = storage.open_brief(path)
    other = app.show_opened(again, path)
    assert other.desk is not None
    assert other.desk.read_only
    assert any("read" in bar.message.text().lower() for bar in other.banners.bars())
    assert not other.actions_by_id["brief.new_claim"].isEnabled()
    assert app.open(path) is window


def test_a_quote_dropped_on_a_judgement_is_refused_with_words(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(window, tmp_path, "Refuse")
    add(window, qtbot, tmp_path / "river.txt", ARTICLE)
    ws = workspace_of(window)
    window.actions_by_id["brief.new_judgement"].trigger()
    QTest.keyClicks(ws.page, "It holds")
    ws.page.flush()
    judgement = next(iter(lookup.judgements(ws.desk.brief)))
    before = ws.desk.brief
    ws.reader.article.select(*anchor.locate(ARTICLE, "We hope it lasts"))
    data = ws.reader.article.drag_data()
    assert data is not None
    drop_on(window, data, judgement.id)
    assert ws.desk.brief == before
    assert any("rests on claims" in bar.message.text() for bar in window.banners.bars())


def test_a_file_that_is_no_text_is_named_and_the_good_one_comes_in(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(window, tmp_path, "Bad")
    bad, good = tmp_path / "bad.bin", tmp_path / "good.txt"
    bad.write_bytes(bytes(range(256)) * 40)
    good.write_text(ARTICLE, encoding="utf-8")
    ws = workspace_of(window)
    acts(ws).adding.add_files([bad, good])
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=15_000)
    assert [s.filename for s in ws.desk.brief.sources] == ["good.txt"]
    qtbot.waitUntil(lambda: any("bad.bin" in bar.message.text() for bar in window.banners.bars()))
    acts(ws).adding.add_files([good])
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=15_000)
    assert len(ws.desk.brief.sources) == 1


def test_details_of_an_article_are_checked_as_they_are_typed(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(window, tmp_path, "Details")
    add(window, qtbot, tmp_path / "river.txt", ARTICLE)
    ws = workspace_of(window)
    window.actions_by_id["articles.details"].trigger()
    form = dialog(ws, "source_details")
    assert isinstance(form, FormDialog)
    field = form.findChild(QLineEdit, "field_published")
    assert isinstance(field, QLineEdit)
    field.setText("yesterday")
    assert "not a date" in form.fault.text()
    form.accept()
    assert form.isVisible()
    field.setText("2020-03-14")
    form.accept()
    assert ws.desk.brief.sources[0].published == "2020-03-14"


def test_the_palette_runs_an_action_by_a_few_letters(window: Window, tmp_path: Path) -> None:
    begin(window, tmp_path, "Palette")
    window.actions_by_id["help.palette"].trigger()
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    QTest.keyClicks(palette.field, "new judg")
    keys(palette.field, Key.Key_Return)
    assert len(list(lookup.judgements(workspace_of(window).desk.brief))) == 1


@pytest.mark.skipif(not REAL.exists(), reason="the shared article is not beside this checkout")
def test_the_real_article_becomes_a_sourced_brief(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    begin(window, tmp_path, "Idlib")
    add(window, qtbot, tmp_path / "idlib.txt", REAL.read_text(encoding="utf-8"))
    ws = workspace_of(window)
    ws.page.set_caret(Caret("blank:situation", 0))
    for words in ("killed hundreds and sent 1 million people fleeing", "Moscow’s key goal"):
        ws.reader.article.select(*anchor.locate(ws.reading.text, words))
        keys(ws.reader.article, Key.Key_N)
    assert [e.quote.exact for _, e in lookup.evidence(ws.desk.brief)] == [
        "killed hundreds and sent 1 million people fleeing",
        "Moscow’s key goal",
    ]
    export(window, qtbot, tmp_path / "idlib.docx")
    assert (tmp_path / "idlib.docx").stat().st_size > 5000


KILLED = """
import os, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtTest import QTest
from briefing.edits import Caret
from ui.app import App, make
from ui.settings import Settings
app = App(make(["x"]), Settings())
window = app.new_window()
app.open(Path(sys.argv[1]), window)
page = window.workspace.page
page.set_caret(Caret("blank:situation", 0))
QTest.keyClicks(page, "Typed and then killed.")
while page.dirty:  # its own timer writes them, when the first painting lets it
    QTest.qWait(50)
print("ready", flush=True)
QTest.qWait(30000)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
def test_killed_at_any_moment_the_brief_is_as_it_was(window: Window, tmp_path: Path) -> None:
    path = begin(window, tmp_path, "Killed")
    window.close()
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "ready"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    reopened = storage.open_brief(path)
    assert [c.text for c in lookup.claims(reopened.brief)] == ["Typed and then killed."]
    reopened.store.close()


ENDED = """
import os, signal, sys
signal.alarm(60)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from briefing.edits import Caret
from ui import app
from ui.window import Window
qt = app.make(["x"])
def type_words():
    page = next(w for w in qt.topLevelWidgets() if isinstance(w, Window)).workspace.page
    page.set_caret(Caret("blank:situation", 0))
    QTest.keyClicks(page, "Typed and then ended.")
    print("ready", flush=True)
QTimer.singleShot(300, type_words)
sys.exit(app.run(sys.argv[1]))
"""


def run_until_typed(path: Path, home: Path, *, hangup_ignored: bool = False) -> subprocess.Popen[str]:
    """Start the program on a brief in a process of its own, which prints “ready” when words have been typed.

    `hangup_ignored`: SIGHUP is ignored from outside, as nohup does it.
    """
    first = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_{'IGN' if hangup_ignored else 'DFL'})\n"
    child = subprocess.Popen(
        [sys.executable, "-c", first + ENDED, str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).resolve().parents[2], env={**os.environ, "BRIEFING_HOME": str(home)},
    )  # fmt: skip
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "ready"
    return child


def ended_well(child: subprocess.Popen[str], path: Path) -> bool:
    """Return whether the process ended in order and the words typed are in the brief."""
    with child:
        code = child.wait(timeout=30)
    reopened = storage.open_brief(path)
    texts = [c.text for c in lookup.claims(reopened.brief)]
    reopened.store.close()
    return code == 0 and texts == ["Typed and then ended."]


@pytest.mark.skipif(os.name != "posix", reason="the signals are POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_in_order_and_the_words_just_typed_are_kept(
    window: Window, tmp_path: Path, name: str
) -> None:
    path = begin(window, tmp_path, "Ended")
    window.close()
    child = run_until_typed(path, tmp_path / "home")
    child.send_signal(getattr(signal, name))
    assert ended_well(child, path)


@pytest.mark.skipif(os.name != "posix", reason="the signals are POSIX")
def test_but_a_hangup_that_is_ignored_from_outside_stays_ignored(window: Window, tmp_path: Path) -> None:
    path = begin(window, tmp_path, "Ended")
    window.close()
    child = run_until_typed(path, tmp_path / "home", hangup_ignored=True)
    child.send_signal(signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(timeout=1)
    child.send_signal(signal.SIGTERM)
    assert ended_well(child, path)


def test_an_article_without_outlet_or_date_asks_for_them(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(window, tmp_path, "Bare")
    add(
        window, qtbot, tmp_path / "bare.txt", "A bare text without a byline.\nIt goes on for a second line.\n"
    )
    ws = workspace_of(window)
    qtbot.waitUntil(lambda: any("who published it" in bar.message.text() for bar in window.banners.bars()))
    bar = next(bar for bar in window.banners.bars() if "who published it" in bar.message.text())
    QTest.mouseClick(bar.findChild(QPushButton, "banner_choice_0"), Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
    form = dialog(ws, "source_details")
    assert isinstance(form, FormDialog)
    fill(form, "publisher", "Harbour Post")
    form.accept()
    assert ws.desk.brief.sources[0].publisher == "Harbour Post"


def test_the_preview_shows_the_brief_as_it_would_be_exported(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(window, tmp_path, "Previewed")
    ws = workspace_of(window)
    ws.page.set_caret(Caret("blank:situation", 0))
    QTest.keyClicks(ws.page, "The ferry restarts.")
    window.actions_by_id["file.preview"].trigger()
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is not None, timeout=10_000)
    shown = window.findChild(PreviewDialog)
    assert isinstance(shown, PreviewDialog)
    assert "The ferry restarts." in shown.page.toPlainText()


def test_the_panel_says_what_a_judgement_rests_on(window: Window, sample_file: Path) -> None:
    window.app.open(sample_file, window)
    ws = workspace_of(window)
    settle(50)
    ws.places.go_to(next(j.id for j in lookup.judgements(ws.desk.brief) if j.basis))
    settle(50)
    words = ws.evidence.findChild(QLabel, "evidence_words")
    assert isinstance(words, QLabel)
    assert words.isVisible()
    assert words.text().startswith("Rests on")
