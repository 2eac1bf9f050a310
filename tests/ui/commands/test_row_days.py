"""The chronology in the window: days typed at the head of a line or asked for, rows drafted in one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from briefing import edits
from briefing.edits import Caret, chronology
from briefing.model import Claim
from tests.ui.windows import acts, app, awaited, dialog, settle, window, workspace_of
from ui.panes.timeline import TimelineDialog
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]


@pytest.fixture
def ws(window: Window, sample_file: Path) -> Workspace:
    window.open_brief(sample_file)
    ws = workspace_of(window)
    ws.desk.do("Row", edits.add_row, Claim("c-early", "The cease-fire begins.", day="2020-03-06"))
    ws.desk.do("Row", edits.add_row, Claim("c-bare", "Patrols are agreed."))
    ws.page.setFocus()
    return ws


def days(ws: Workspace) -> list[tuple[str, str]]:
    return [(row.day, row.text) for row in chronology.rows_of(ws.desk.brief)]


def test_a_day_typed_at_the_head_of_a_line_is_taken_when_the_line_is_left(ws: Workspace) -> None:
    ws.page.set_caret(Caret("c-bare", 0))
    QTest.keyClicks(ws.page, "5 March 2020: ")
    ws.page.flush()
    settle(30)
    assert days(ws)[-1] == ("", "5 March 2020: Patrols are agreed.")  # not under the hand that types
    ws.page.set_caret(Caret("title", 0))
    awaited(lambda: [row for row in days(ws) if row[0] == "2020-03-05"], "the day was not taken")
    assert days(ws) == [("2020-03-05", "Patrols are agreed."), ("2020-03-06", "The cease-fire begins.")]
    assert ws.page.block_of("c-bare").text() == "Patrols are agreed."
    ws.desk.session.undo()
    ws.page.set_caret(Caret("c-early", 0))
    settle(30)
    assert days(ws)[-1][1] == "5 March 2020: Patrols are agreed."  # undo is not undone by leaving


def test_enter_after_a_typed_day_goes_on_below_it(ws: Workspace) -> None:
    ws.page.set_caret(Caret("c-bare", 19))
    QTest.keyClick(ws.page, Qt.Key.Key_Return)
    QTest.keyClicks(ws.page, "c. April 2020 - Talks.")
    QTest.keyClick(ws.page, Qt.Key.Key_Return)
    QTest.keyClicks(ws.page, "Calm.")
    ws.page.flush()
    awaited(lambda: [row for row in days(ws) if row[0] == "2020-04~"], "the day was not taken")
    assert days(ws) == [
        ("2020-03-06", "The cease-fire begins."),
        ("2020-04~", "Talks."),
        ("", "Patrols are agreed."),
        ("", "Calm."),
    ]


def test_the_day_is_asked_for_shown_in_full_and_refused_where_it_cannot_be_placed(
    ws: Workspace, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    answers = iter(["Sunday", "12–14 May 2021"])

    def asked(*args: object) -> tuple[str, bool]:
        shown.append(str(args[-1]))
        return next(answers), True

    monkeypatch.setattr(QInputDialog, "getText", asked)
    ws.page.set_caret(Caret("c-early", 0))
    window.actions_by_id["brief.day"].trigger()
    assert days(ws)[0][0] == "2020-03-06"
    window.actions_by_id["brief.day"].trigger()
    assert shown == ["6 March 2020", "6 March 2020"]
    assert days(ws)[0] == ("2021-05-12/2021-05-14", "The cease-fire begins.")
    ws.page.set_caret(Caret("title", 0))
    acts(ws).dating.set_day()  # nothing is asked outside a chronology
    assert len(shown) == 2


def test_a_click_on_the_day_asks_for_it(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("1 May 2020", True))
    ws.page.show_whole("c-bare")
    settle(20)
    ws.page.grab()
    point = ws.page.margin.place_of("c-bare", "day")
    place = ws.page.viewport().mapFromGlobal(point)
    QTest.mouseClick(
        ws.page.viewport(), Qt.MouseButton.LeftButton, pos=place.__class__(place.x() + 3, place.y() - 4)
    )
    assert days(ws)[-1] == ("2020-05-01", "Patrols are agreed.")


def test_a_draft_is_one_step_and_is_not_drafted_again(ws: Workspace, window: Window) -> None:
    before = days(ws)
    window.actions_by_id["brief.draft_chronology"].trigger()
    drafted = days(ws)
    assert len(drafted) > len(before)
    window.actions_by_id["brief.draft_chronology"].trigger()
    assert days(ws) == drafted
    ws.desk.session.undo()
    assert days(ws) == before


def test_the_timeline_shows_the_dated_rows_and_enter_goes_to_one(ws: Workspace, window: Window) -> None:
    ws.desk.do("Row", edits.add_row, Claim("c-late", "Calm.", day="2020-04~"))
    window.actions_by_id["view.timeline"].trigger()
    shown = dialog(window, "timeline")
    assert isinstance(shown, TimelineDialog)
    assert [mark.id for mark in shown.rows.rows] == ["c-early", "c-late"]
    assert shown.rows.index(1).data() == "c. April 2020: Calm."
    shown.list.setCurrentIndex(shown.rows.index(1))
    shown.grab()
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    row = ws.page.current_row()
    assert row is not None
    assert row.id == "c-late"


def test_a_row_without_a_day_keeps_the_column_and_a_long_day_has_room(ws: Workspace) -> None:
    ws.desk.do("Day", edits.set_field, "c-early", "day", "28 September 2019 – 28 November 2020")
    settle(20)
    page = ws.page
    rows = {row.id: row for row in page.rows}
    assert page.block_of("c-bare").blockFormat().leftMargin() == page.room.day_column(rows["c-bare"]) > 60
    assert page.room.under(rows["c-early"], page.block_of("c-early")) > 0
    assert page.room.day_column(rows["title"]) == 0
