"""Problems and history."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.checks.findings import Finding
from briefing.session import Session
from tests.ui.page.desks import Texts, brief
from ui.desk import Desk
from ui.lists import HistoryPane, ProblemsPane, history_rows

FINDINGS = [
    Finding("L1", "error", "c2", "No quote.", "Link one."),
    Finding("S1", "warning", "c3", "One source."),
    Finding("X9", "note", "j1", "No indicator."),
]


@pytest.fixture
def problems(qtbot: QtBot) -> ProblemsPane:
    made = ProblemsPane()
    qtbot.addWidget(made)
    made.rows.set_rows(FINDINGS)
    return made


def test_a_problem_shows_its_rule_its_words_and_what_to_do(problems: ProblemsPane) -> None:
    assert problems.rows.index(0).data() == "L1  No quote. Link one."
    assert not problems.rows.index(0).data(Qt.ItemDataRole.DecorationRole).isNull()


@pytest.mark.parametrize(
    ("steps", "ids"),
    [([1, 1, 1, 1], ["c2", "c3", "j1", "c2"]), ([-1, -1], ["j1", "c3"]), ([1, -1], ["c2", "j1"])],
)
def test_stepping_goes_round_the_problems(problems: ProblemsPane, steps: list[int], ids: list[str]) -> None:
    assert [problems.step(by) for by in steps] == ids


def test_stepping_through_no_problems_goes_nowhere(problems: ProblemsPane) -> None:
    problems.rows.set_rows([])
    assert problems.step(1) == ""


def test_a_click_picks_a_problem(qtbot: QtBot, problems: ProblemsPane) -> None:
    problems.show()
    with qtbot.waitSignal(problems.problem_picked) as told:
        at = problems.visualRect(problems.rows.index(1)).center()
        QTest.mouseClick(problems.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == ["c3"]


def test_enter_picks_a_problem(qtbot: QtBot, problems: ProblemsPane) -> None:
    problems.show()
    problems.step(-1)
    with qtbot.waitSignal(problems.problem_picked) as told:
        QTest.keyClick(problems, Qt.Key.Key_Return)
    assert told.args == ["j1"]


def titled(session: Session, *titles: str) -> None:
    for title in titles:
        session.apply(f"Title {title}", lambda b, t=title: replace(b, title=t))


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
    desk = Desk(Session(brief()), Texts())
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
