"""The history."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing.session import Session
from tests.ui.page.desks import Texts, brief
from ui.desk import Desk
from ui.panes.history_pane import HistoryPane, history_rows


def titled(session: Session, *titles: str) -> None:
    for title in titles:
        session.apply(f"Title {title}", lambda b, t=title: replace(b, title=t))  # type: ignore[misc]


def test_history_is_newest_first_with_undone_steps_above_and_the_start_last() -> None:
    session = Session(brief())
    titled(session, "one", "two", "three")
    session.undo()
    rows = history_rows(session.past, session.future, "Opened")
    assert [(r.label, r.undone, r.current) for r in rows] == [
        ("Title three", True, False),
        ("Title two", False, True),
        ("Title one", False, False),
        ("Opened", False, False),
    ]


def test_history_before_any_step_stands_at_the_start() -> None:
    rows = history_rows((), (), "Opened")
    assert [(r.label, r.index, r.current) for r in rows] == [("Opened", 0, True)]


@pytest.mark.parametrize(("row", "title"), [(0, "three"), (1, "two"), (2, "one"), (3, "Idlib")])
def test_picking_a_step_goes_to_it(qtbot: QtBot, row: int, title: str) -> None:
    desk = Desk(Session(brief()), Texts())  # type: ignore[arg-type]
    titled(desk.session, "one", "two", "three")
    desk.session.undo()
    pane = HistoryPane()
    qtbot.addWidget(pane)
    pane.go_to.connect(desk.go_to)
    pane.rows.set_rows(history_rows(desk.session.past, desk.session.future, "Opened"))
    pane.activated.emit(pane.rows.index(row))
    assert desk.brief.title == title


def test_the_step_that_stands_is_bold_and_undone_ones_are_italic(qtbot: QtBot) -> None:
    session = Session(brief())
    titled(session, "one", "two")
    session.undo()
    pane = HistoryPane()
    qtbot.addWidget(pane)
    pane.rows.set_rows(history_rows(session.past, session.future, "Opened"))
    fonts = [pane.rows.index(i).data(Qt.ItemDataRole.FontRole) for i in range(3)]
    assert [(f.bold(), f.italic()) for f in fonts] == [(False, True), (True, False), (False, False)]
    assert pane.rows.index(2).data() == "Opened"
