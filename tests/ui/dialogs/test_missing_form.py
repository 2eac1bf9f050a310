"""The table of what cited sources lack."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from briefing.checks.completeness import NEEDED, Lacking
from briefing.model import Source
from ui.dialogs.missing_form import MissingForm

TALKS = Source("s1", title="Talks", authors=("Ada Kern",), published="2020-03-13", accessed="2020-03-14")
BOATS = Source("s2", title="Boats", accessed="2020-03-14", descriptor="A council's own record.")


def lacking(source: Source) -> Lacking:
    return Lacking(source, tuple(needed for needed in NEEDED if not needed.given(source)))


@pytest.fixture
def form(qtbot: QtBot) -> MissingForm:
    made = MissingForm((lacking(TALKS), lacking(BOATS)), True)
    qtbot.addWidget(made)
    made.show()
    return made


def put(form: MissingForm, row: int, field: str, words: str) -> None:
    column = [needed.field for needed in NEEDED].index(field)
    cell = form.table.item(row, column)
    assert cell is not None
    cell.setText(words)


def ok(form: MissingForm):
    return form.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_what_is_there_stays_and_what_is_missing_may_be_typed(form: MissingForm) -> None:
    editable = [
        [bool(form.table.item(row, at).flags() & Qt.ItemFlag.ItemIsEditable) for at in range(len(NEEDED))]
        for row in range(2)
    ]
    assert editable == [[False, False, False, False, True], [True, False, True, False, False]]
    assert form.table.item(0, 0).text() == "Ada Kern"
    assert form.table.currentColumn() == 4


def test_a_column_is_shown_where_a_source_lacks_it_and_what_is_known_is_greyed(form: MissingForm) -> None:
    shown = [needed.field for at, needed in enumerate(NEEDED) if not form.table.isColumnHidden(at)]
    assert shown == ["authors", "published", "descriptor"]
    known, empty = form.table.item(0, 0), form.table.item(1, 0)
    assert known.background().color() != form.table.palette().base().color()
    assert empty.background().style() == Qt.BrushStyle.NoBrush


def test_a_long_title_is_cut_in_the_middle_and_whole_in_its_tip(qtbot: QtBot) -> None:
    long = Source("s1", title="Ministry of works and waterways of the eastern province reports more water 2")
    made = MissingForm((lacking(long),), False)
    qtbot.addWidget(made)
    assert made.table.verticalHeader().textElideMode() == Qt.TextElideMode.ElideMiddle
    assert made.table.verticalHeaderItem(0).toolTip() == long.title


def test_what_is_typed_is_handed_on_with_the_wish_for_a_draft(qtbot: QtBot, form: MissingForm) -> None:
    put(form, 0, "descriptor", "A daily; its reporter was there.")
    put(form, 1, "authors", "B. Ito; C. Ross")
    with qtbot.waitSignal(form.filled) as heard:
        ok(form).click()
    assert heard.args == [
        {"s1": {"descriptor": "A daily; its reporter was there."}, "s2": {"authors": "B. Ito; C. Ross"}},
        True,
    ]


def test_by_keys_alone_tab_goes_from_one_empty_cell_to_the_next_and_enter_ends_it(
    qtbot: QtBot, form: MissingForm
) -> None:
    heard: list[object] = []
    form.filled.connect(lambda typed, _: heard.append(typed))
    form.activateWindow()

    def keys(words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or form, words)

    def key(which: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or form, which)

    for first, rest in (("A", " daily."), ("B", ". Ito"), ("2", "020-03")):
        keys(first)  # opens the cell
        keys(rest)
        key(Qt.Key.Key_Tab)
    assert heard == []
    key(Qt.Key.Key_Return)
    assert heard == [{"s1": {"descriptor": "A daily."}, "s2": {"authors": "B. Ito", "published": "2020-03"}}]


def test_a_cell_that_cannot_be_used_keeps_it_open(form: MissingForm) -> None:
    put(form, 1, "published", "last week")
    assert form.fault.isVisible()
    assert not ok(form).isEnabled()
    form.accept()
    assert form.isVisible()
    put(form, 1, "published", "2020-03")
    assert ok(form).isEnabled()


def test_a_brief_with_a_summary_is_offered_none(qtbot: QtBot) -> None:
    made = MissingForm((lacking(TALKS),), False)
    qtbot.addWidget(made)
    made.show()
    assert not made.draft.isVisible()
    assert not made.draft.isChecked()
