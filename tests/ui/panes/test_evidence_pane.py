"""The evidence of a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.windows import settle
from ui.panes.evidence_card import EvidenceCard, EvidenceRow
from ui.panes.evidence_pane import EvidencePane
from ui.panes.quote_label import QuoteLabel

ONE = EvidenceRow("e1", 1, "talks <b>began</b>", "Talks · Post", "supports", "2", "a note", "übersetzt")
TWO = EvidenceRow("e2", 2, "they went on", "Other", "contradicts")
BROKEN = EvidenceRow(
    "e3", 0, "gone words", "Talks", "supports", broken=True, nearest="the words", span=(4, 13)
)


@pytest.fixture
def pane(qtbot: QtBot) -> EvidencePane:
    made = EvidencePane()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.show_rows("Talks began.", (ONE, TWO), "", editable=True)
    return made


def cards(pane: EvidencePane) -> list[EvidenceCard]:
    QTest.qWait(1)  # a layout shows its new widgets when the event loop next runs
    return [card for card in pane.findChildren(EvidenceCard) if not card.isHidden()]


def part(card: EvidenceCard, kind: type, name: str):
    found = card.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def test_each_quote_is_a_card_with_its_words(pane: EvidencePane) -> None:
    assert [card.row for card in cards(pane)] == [ONE, TWO]
    assert part(cards(pane)[0], QuoteLabel, "evidence_quote").toPlainText() == "“talks <b>began</b>”"
    assert pane.title.text() == "Talks began."


def test_words_say_what_to_do_when_there_is_no_quote(pane: EvidencePane) -> None:
    pane.show_rows("", (), "No quote yet.", editable=True)
    assert cards(pane) == []
    shown = [label.text() for label in pane.findChildren(QLabel, "evidence_words") if not label.isHidden()]
    assert shown == ["No quote yet."]


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda c: part(c, QPushButton, "stance_context").click(), ("e1", "stance", "context")),
        (lambda c: choose(part(c, QComboBox, "evidence_credibility"), "3"), ("e1", "credibility", "3")),
        (lambda c: choose(part(c, QComboBox, "evidence_credibility"), ""), ("e1", "credibility", "")),
        (lambda c: write(part(c, QLineEdit, "evidence_note"), "other"), ("e1", "note", "other")),
        (lambda c: write(part(c, QLineEdit, "evidence_translation"), ""), ("e1", "translation", "")),
    ],
    ids=["stance", "credibility", "no credibility", "note", "no translation"],
)
def test_a_change_in_a_card_is_asked_for(qtbot: QtBot, pane: EvidencePane, act, told) -> None:
    with qtbot.waitSignal(pane.field_changed) as seen:
        act(cards(pane)[0])
    assert tuple(seen.args) == told


def choose(box: QComboBox, value: str) -> None:
    at = box.findData(value)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def write(edit: QLineEdit, text: str) -> None:
    edit.setText(text)
    edit.editingFinished.emit()


def test_but_what_stays_as_it_was_is_not(qtbot: QtBot, pane: EvidencePane) -> None:
    card = cards(pane)[0]
    with qtbot.assertNotEmitted(pane.field_changed):
        part(card, QPushButton, "stance_supports").click()
        choose(part(card, QComboBox, "evidence_credibility"), "2")
        write(part(card, QLineEdit, "evidence_note"), "a note")


def test_a_card_asks_to_show_and_to_unlink_its_quote(qtbot: QtBot, pane: EvidencePane) -> None:
    card = cards(pane)[1]
    with qtbot.waitSignals([pane.show_requested, pane.unlink_requested]):
        part(card, QToolButton, "evidence_show").click()
        part(card, QToolButton, "evidence_unlink").click()


def test_a_broken_quote_offers_the_nearest_passage(qtbot: QtBot, pane: EvidencePane) -> None:
    pane.show_rows("", (BROKEN,), "", editable=True)
    (card,) = cards(pane)
    assert "“the words”" in part(card, QLabel, "evidence_broken").text()
    with qtbot.waitSignal(pane.relink_requested) as told:
        part(card, QPushButton, "evidence_relink").click()
    assert told.args == ["e3", 4, 13]


@pytest.mark.parametrize(("row", "editable"), [(replace(BROKEN, span=None), True), (BROKEN, False)])
def test_but_not_where_there_is_none_or_it_may_not_be_changed(
    pane: EvidencePane, row: EvidenceRow, editable: bool
) -> None:
    pane.show_rows("", (row,), "", editable=editable)
    assert cards(pane)[0].findChild(QPushButton, "evidence_relink") is None


def test_a_brief_to_read_only_can_be_looked_at(pane: EvidencePane) -> None:
    pane.show_rows("", (ONE,), "", editable=False)
    (card,) = cards(pane)
    assert part(card, QToolButton, "evidence_show").isEnabled()
    assert not part(card, QToolButton, "evidence_unlink").isEnabled()
    assert not part(card, QPushButton, "stance_context").isEnabled()
    assert part(card, QLineEdit, "evidence_note").isReadOnly()


def test_the_same_rows_keep_their_cards_and_what_is_typed_in_them(pane: EvidencePane) -> None:
    before = cards(pane)
    QTest.keyClicks(part(before[1], QLineEdit, "evidence_note"), "half a w")
    pane.show_rows("Another title.", (ONE, TWO), "", editable=True)
    assert cards(pane) == before
    assert pane.title.text() == "Another title."
    assert part(before[1], QLineEdit, "evidence_note").text() == "half a w"


def test_the_last_quote_is_the_chosen_one_until_another_has_the_focus(
    qtbot: QtBot, pane: EvidencePane
) -> None:
    pane.setFocus()
    assert pane.chosen() == "e2"
    pane.activateWindow()
    part(cards(pane)[0], QToolButton, "evidence_more").click()
    note = part(cards(pane)[0], QLineEdit, "evidence_note")
    note.setFocus()
    qtbot.waitUntil(note.hasFocus)
    assert pane.chosen() == "e1"
    pane.show_rows("", (), "", editable=True)
    assert pane.chosen() == ""


def test_many_claims_one_after_another_leave_no_cards_behind(qtbot: QtBot, pane: EvidencePane) -> None:
    for n in range(20):
        pane.show_rows(str(n), (replace(ONE, note=str(n)), TWO), "", editable=True)
    qtbot.wait(1)
    assert len(pane.findChildren(EvidenceCard)) == 2


def test_cards_that_are_not_shown_any_more_are_gone(pane: EvidencePane) -> None:
    for n in range(12):
        pane.show_rows(f"Claim {n}", (replace(ONE, note=str(n)),), "", editable=True)
        settle(2)
    assert len(pane.findChildren(EvidenceCard)) == 1
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, EvidenceCard)] == []


LONG = replace(ONE, quote="The ferry will sail again on Sunday, the minister said. " * 6)


def test_a_card_is_two_lines_and_opens_on_demand(pane: EvidencePane) -> None:
    pane.show_rows("", (LONG, TWO), "", editable=True)
    first, second = sorted(cards(pane), key=lambda card: card.row.id)
    assert first.height() == second.height()
    assert first.quote.more
    assert not part(first, QLineEdit, "evidence_note").isVisible()
    assert part(first, QLabel, "evidence_known").text() == "credibility 2 · note · translation"
    more = part(first, QToolButton, "evidence_more")
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Return)
    settle(5)
    assert part(first, QLineEdit, "evidence_note").isVisible()
    assert not part(first, QLabel, "evidence_known").isVisible()
    line = first.quote.fontMetrics().lineSpacing()
    assert first.quote.height() >= 2 * line
    pane.show_rows("", (replace(LONG, note="another"), TWO), "", editable=True)
    opened = next(card for card in cards(pane) if card.row.id == "e1")
    assert part(opened, QLineEdit, "evidence_note").isVisible()
    part(opened, QToolButton, "evidence_more").click()
    settle(5)
    assert opened.height() == second.height()


def test_a_new_link_is_scrolled_to(pane: EvidencePane) -> None:
    pane.resize(700, 120)
    rows = tuple(replace(TWO, id=f"n{n}") for n in range(6))
    pane.show_rows("", rows[:5], "", editable=True)
    settle(5)
    pane.show_rows("", rows, "", editable=True)
    settle(120)
    last = cards(pane)[-1]
    assert last.row.id == "n5"
    seen = last.visibleRegion().boundingRect()
    assert seen.height() == last.height()
