"""The findings of the checks, as a pane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.checks.findings import Finding
from ui.look import theme
from ui.panes.problem_rows import count_words, rows_of
from ui.panes.problems_pane import _MARK, ProblemsPane

UNQUOTED = Finding("L1", "error", "c2", "No quote.", "Link one.")
ONE = Finding("L9", "warning", "c3", "One source.", fix="grade-2")
VAGUE = Finding("L13", "note", "j1", "Says nothing.")
WAIVED = Finding("L14", "warning", "c2", "A short quote.", waived="Agreed with the desk.")
FINDINGS = (ONE, UNQUOTED, VAGUE, WAIVED)
SECTIONS = {"c2": "Situation", "c3": "Situation", "j1": "Outlook"}


@pytest.fixture
def pane(qtbot: QtBot) -> ProblemsPane:
    made = ProblemsPane()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show_findings(FINDINGS, SECTIONS.__getitem__, editable=True)
    return made


@pytest.mark.parametrize(
    ("group", "waived", "texts"),
    [
        ("severity", False,
         ["Errors · 1", "No quote.", "Warnings · 1", "One source.", "Notes · 1", "Says nothing."]),
        ("section", False, ["Situation · 2", "One source.", "No quote.", "Outlook · 1", "Says nothing."]),
        ("severity", True,
         ["Errors · 1", "No quote.", "Warnings · 1", "One source.", "Notes · 1", "Says nothing.", "Waived · 1",  # noqa: E501
          "A short quote."]),
    ],
)  # fmt: skip
def test_findings_are_grouped_and_waived_ones_shown_when_asked_for(
    group: str, waived: bool, texts: list[str]
) -> None:
    rows = rows_of(FINDINGS, group, SECTIONS.__getitem__, waived=waived)
    assert [row.text for row in rows] == texts
    told = [SECTIONS[row.finding.item_id] if row.finding and group == "severity" else "" for row in rows]
    assert [row.section for row in rows] == told, "the section stands on the line where no heading says it"


@pytest.mark.parametrize(
    ("steps", "ids"),
    [([1, 1, 1, 1], ["c2", "c3", "j1", "c2"]), ([-1, -1], ["j1", "c3"]), ([1, -1], ["c2", "j1"])],
)
def test_stepping_goes_round_the_findings_and_over_the_headings(
    pane: ProblemsPane, steps: list[int], ids: list[str]
) -> None:
    assert [found.item_id for by in steps if (found := pane.step(by))] == ids


def test_stepping_through_no_findings_goes_nowhere(pane: ProblemsPane) -> None:
    pane.show_findings((), str, editable=True)
    assert pane.step(1) is None
    assert pane.empty.isVisibleTo(pane)


def test_a_click_or_enter_goes_to_the_words(qtbot: QtBot, pane: ProblemsPane) -> None:
    pane.show()
    with qtbot.waitSignal(pane.problem_picked) as told:
        at = pane.list.visualRect(pane.rows.index(1)).center()
        QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [UNQUOTED]
    pane.step(-1)
    pane.step(1)
    with qtbot.waitSignal(pane.problem_picked):
        QTest.keyClick(pane.list, Qt.Key.Key_Return)


MANY = tuple(Finding("L3", "error", "c2", f"Not {n}.", span=(n, n + 1)) for n in range(6))


def test_of_many_findings_on_one_claim_three_are_shown_and_the_rest_counted(pane: ProblemsPane) -> None:
    pane.show_findings((*MANY, ONE), SECTIONS.__getitem__, editable=True)
    texts = ["Errors · 6", "Not 0.", "Not 1.", "Not 2.", "and 3 more here", "Warnings · 1", "One source."]
    assert [row.text for row in pane.rows.rows] == texts
    pane.list.clicked.emit(pane.rows.index(4))
    assert pane.chosen() == MANY[3]
    assert len(pane.rows.rows) == 9


def test_stepping_goes_into_them(pane: ProblemsPane) -> None:
    pane.show_findings((*MANY, ONE), SECTIONS.__getitem__, editable=True)
    assert [pane.step(1) for _ in range(7)] == [*MANY, ONE]


def test_a_finding_that_is_not_shown_can_be_chosen(pane: ProblemsPane) -> None:
    pane.show_findings(MANY, SECTIONS.__getitem__, editable=True)
    pane.choose(MANY[5])
    assert pane.chosen() == MANY[5]


def test_a_finding_with_a_quick_fix_offers_it(qtbot: QtBot, pane: ProblemsPane) -> None:
    pane.step(1)
    assert not pane.fix.isEnabled()
    pane.step(1)
    assert pane.fix.isEnabled()
    with qtbot.waitSignal(pane.fix_requested) as told:
        pane.fix.click()
    assert told.args == [ONE]


def test_the_chosen_finding_stays_chosen_when_others_come_and_go(pane: ProblemsPane) -> None:
    pane.step(1)
    pane.step(1)
    pane.show_findings((ONE, VAGUE), SECTIONS.__getitem__, editable=True)
    assert pane.chosen() == ONE


def test_a_brief_to_read_only_offers_no_fix_and_no_waiver(pane: ProblemsPane) -> None:
    pane.show_findings(FINDINGS, SECTIONS.__getitem__, editable=False)
    pane.step(1)
    pane.step(1)
    assert not pane.fix.isEnabled()
    assert not pane.waive.isEnabled()


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        ((), ""),
        ((WAIVED,), ""),
        (FINDINGS, "1 error · 1 warning · 1 note"),
        ((UNQUOTED, UNQUOTED), "2 errors"),
    ],
    ids=["none", "waived", "some", "two"],
)
def test_standing_findings_are_counted_by_severity(findings: tuple[Finding, ...], words: str) -> None:
    assert count_words(findings) == words


def test_a_note_that_leads_to_a_passage_has_the_arrow_of_the_margin_and_others_have_none(
    pane: ProblemsPane,
) -> None:
    leads = Finding("L3", "note", "c3", "Elsewhere in the article.", passage=("s1", 0, 4))
    pane.show_findings((leads, VAGUE, UNQUOTED, ONE), SECTIONS.__getitem__, editable=True)
    marks = {row.finding: pane.rows.index(at).data(_MARK) for at, row in enumerate(pane.rows.rows)}
    assert (marks[leads], marks[VAGUE], marks[UNQUOTED], marks[ONE]) == ("note", "", "error", "warning")


@pytest.mark.parametrize(
    ("direction", "half"),
    [(Qt.LayoutDirection.LeftToRight, 0), (Qt.LayoutDirection.RightToLeft, 1)],
    ids=["left to right", "right to left"],
)
def test_the_mark_of_a_finding_stands_where_its_line_begins(
    pane: ProblemsPane, direction: Qt.LayoutDirection, half: int
) -> None:
    pane.setLayoutDirection(direction)
    pane.show_findings((UNQUOTED,), SECTIONS.__getitem__, editable=True)
    image = pane.list.grab().toImage()
    ink = QColor(theme.of(pane.palette()).error).rgb()
    red = {
        x * 2 // image.width()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == ink
    }
    assert red == {half}


def test_the_question_asks_for_a_reason_and_hands_it_on(qtbot: QtBot, pane: ProblemsPane) -> None:
    pane.show()
    pane.ask_reason(ONE)
    assert pane.chosen() == ONE
    QTest.keyClicks(pane.reason.field, "  It is the only source.  ")
    with qtbot.waitSignal(pane.waived_for) as heard:
        QTest.keyClick(pane.reason.field, Qt.Key.Key_Return)
    assert heard.args == [ONE, "It is the only source."]
    assert not pane.reason.isVisible()
