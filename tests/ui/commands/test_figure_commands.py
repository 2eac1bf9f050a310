"""Figures in the window: by file, paste and drop; moved, described, undone and removed by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit

from briefing import lookup
from briefing.model import Figure
from tests.briefing.pictures import BLUE, RED, png
from tests.ui.commands.flows import begin, claim, told, undo
from tests.ui.windows import acts, app, awaited, dialog, keys, settle, window
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]


@pytest.fixture
def ws(window: Window, tmp_path: Path) -> Workspace:
    return begin(window, tmp_path)


def figures(ws: Workspace, count: int = 1) -> list[Figure]:
    return awaited(
        lambda: f if len(f := list(lookup.figures(ws.desk.brief))) == count else [], f"not {count} figures"
    )


def order(ws: Workspace) -> list[str]:
    return [row.id for row in ws.page.rows if row.kind in ("claim", "figure")]


def test_a_file_becomes_a_figure_behind_the_claim_and_one_undo_takes_it_back(
    ws: Workspace, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = claim(ws, "The ferry runs.")
    ws.places.go_to(first)
    (tmp_path / "a.png").write_bytes(png(1, 2, 3, size=(40, 20)))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "a.png")], ""))
    window.actions_by_id["brief.new_figure"].trigger()
    (figure,) = figures(ws)
    assert order(ws) == [first, figure.id]
    assert ws.desk.original_of(figure.picture_sha).startswith(b"\x89PNG")
    QTest.keyClicks(ws.page, "The ferry.")
    ws.page.flush()
    assert figures(ws)[0].text == "The ferry."
    undo(window)
    undo(window)
    assert order(ws) == [first]
    window.actions_by_id["edit.redo"].trigger()
    assert [f.id for f in figures(ws)] == [figure.id]


def test_a_picture_on_the_clipboard_is_pasted_as_a_figure(ws: Workspace) -> None:
    first = claim(ws, "The ferry runs.")
    ws.places.go_to(first)
    data = QMimeData()
    image = QImage(30, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data.setImageData(image)
    QApplication.clipboard().setMimeData(data)
    keys(ws.page, Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    (figure,) = figures(ws)
    assert (figure.width, figure.height) == (30, 10)
    assert order(ws) == [first, figure.id]


def test_but_words_that_bring_a_picture_of_themselves_are_pasted_as_words(ws: Workspace) -> None:
    ws.places.go_to(claim(ws, ""))
    data = QMimeData()
    data.setText("The ferry runs.")
    data.setImageData(QImage(30, 10, QImage.Format.Format_RGB32))
    ws.page.insertFromMimeData(data)
    settle(20)
    assert not list(lookup.figures(ws.desk.brief))
    assert any(c.text == "The ferry runs." for c in lookup.claims(ws.desk.brief))


def _dropped(ws: Workspace, data: QMimeData, *paths: Path) -> QDropEvent:
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    row = ws.page.block_of(order(ws)[0])
    point = ws.page.document().documentLayout().blockBoundingRect(row).center()
    return QDropEvent(
        QPointF(point), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


def test_pictures_dropped_on_the_page_are_figures_there_in_one_step(
    ws: Workspace, window: Window, tmp_path: Path
) -> None:
    first, second = claim(ws, "The ferry runs."), claim(ws, "The dam is old.")
    names = [tmp_path / "a.png", tmp_path / "b.png"]
    for name, picture in zip(names, (RED, BLUE), strict=True):
        name.write_bytes(picture)
    data = QMimeData()
    event = _dropped(ws, data, *names)
    ws.page.dropEvent(event)
    assert event.isAccepted()
    one, two = figures(ws, 2)
    assert order(ws) == [first, one.id, two.id, second]
    undo(window)
    assert order(ws) == [first, second]


def test_but_other_files_dropped_there_go_on_to_be_added_as_articles(ws: Workspace, tmp_path: Path) -> None:
    claim(ws, "The ferry runs.")
    (tmp_path / "a.txt").write_text("Words.")
    data = QMimeData()
    event = _dropped(ws, data, tmp_path / "a.txt")
    ws.page.dropEvent(event)
    assert not event.isAccepted()


def test_what_is_no_picture_is_refused_and_named(ws: Workspace, window: Window, tmp_path: Path) -> None:
    claim(ws, "The ferry runs.")
    (tmp_path / "a.png").write_bytes(b"no picture at all")
    acts(ws).figures.add((tmp_path / "a.png",), "")
    awaited(lambda: [t for t in told(window) if "“a.png” could not be read" in t], "nothing was said")
    assert not list(lookup.figures(ws.desk.brief))


def _with_figure(ws: Workspace, tmp_path: Path) -> Figure:
    ws.places.go_to(claim(ws, "The ferry runs."))
    (tmp_path / "a.png").write_bytes(png(200, 30, 30, size=(40, 20)))
    acts(ws).figures.add((tmp_path / "a.png",), "")
    return figures(ws)[0]


def test_its_details_are_typed_in_a_form(ws: Workspace, window: Window, tmp_path: Path) -> None:
    figure = _with_figure(ws, tmp_path)
    window.actions_by_id["brief.figure_details"].trigger()
    form = dialog(window, "figure_details")
    form.findChild(QLineEdit, "field_text").setText("The *ferry*")
    form.findChild(QPlainTextEdit, "field_alternative").setPlainText("A red ferry.")
    form.findChild(QComboBox, "field_share").setEditText("40 %")
    form.accept()
    changed = lookup.figure(ws.desk.brief, figure.id)
    assert (changed.text, changed.alternative, changed.share) == ("The *ferry*", "A red ferry.", 40)
    undo(window)
    assert lookup.figure(ws.desk.brief, figure.id) == figure


def test_its_picture_is_painted_over_its_caption_and_opens_its_details(
    ws: Workspace, window: Window, tmp_path: Path
) -> None:
    figure = _with_figure(ws, tmp_path)
    settle(50)
    page = ws.page
    grabbed = page.viewport().grab().toImage()
    spot = next(s for s in page.margin._spots if s.kind == "figure")
    middle = spot.rect.center().toPoint()
    ratio = page.devicePixelRatioF()
    assert grabbed.pixelColor(round(middle.x() * ratio), round(middle.y() * ratio)).red() > 150
    assert page.cursorRect().top() >= spot.rect.bottom()
    assert "No alternative text" in page.margin.tip_at(middle)
    QTest.mouseDClick(page.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    dialog(window, "figure_details").reject()
    assert figure.id == page.current_row().id


def test_it_is_moved_and_removed_by_the_keys_of_claims(ws: Workspace, window: Window, tmp_path: Path) -> None:
    figure = _with_figure(ws, tmp_path)
    first = order(ws)[0]
    keys(ws.page, Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    assert order(ws) == [figure.id, first]
    window.actions_by_id["brief.delete"].trigger()
    assert order(ws) == [first]


def test_enter_in_its_caption_begins_a_claim_below(ws: Workspace, tmp_path: Path) -> None:
    figure = _with_figure(ws, tmp_path)
    keys(ws.page, Qt.Key.Key_Return)
    QTest.keyClicks(ws.page, "Boats wait.")
    ws.page.flush()
    assert order(ws)[:2][-1] == figure.id
    assert ws.places.item().text == "Boats wait."


def test_its_missing_description_is_a_note_that_leads_to_it(ws: Workspace, tmp_path: Path) -> None:
    figure = _with_figure(ws, tmp_path)
    found = awaited(
        lambda: [f for f in ws.tabs.problems._findings if f.rule == "L20"], "no note on the figure"
    )
    ws.places.go_to(order(ws)[0])
    acts(ws).checking.show(found[0])
    assert ws.page.current_row().id == figure.id


def test_clicking_on_the_picture_puts_the_caret_in_its_caption(ws: Workspace, tmp_path: Path) -> None:
    figure = _with_figure(ws, tmp_path)
    ws.places.go_to(order(ws)[0])
    settle(50)
    ws.page.viewport().grab()
    spot = next(s for s in ws.page.margin._spots if s.kind == "figure")
    QTest.mouseClick(ws.page.viewport(), Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint())
    assert ws.page.current_row().id == figure.id


def test_a_picture_stays_in_sight_while_its_caption_is_below_the_window(
    ws: Workspace, tmp_path: Path
) -> None:
    _with_figure(ws, tmp_path)
    for number in range(30):
        claim(ws, f"Line {number}.")
    settle(50)
    page = ws.page
    page.viewport().grab()
    spot = next(s for s in page.margin._spots if s.kind == "figure")
    page.resize(page.width(), round(page.height() - page.viewport().height() + spot.rect.bottom() - 8))
    settle(20)
    page.viewport().grab()
    assert [s.row for s in page.margin._spots if s.kind == "figure"] == [spot.row]
