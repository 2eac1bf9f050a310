"""The popups of a judgement: what is ticked or chosen is what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from briefing import lookup
from briefing.model import Brief, Claim
from tests.ui.page.desks import brief
from tests.ui.windows import settle
from ui.page.chip_editor import ChipEditor

Key = Qt.Key
CLAIMS = (
    "Sinwar is a hard-liner.",
    "Prices rose.",
    "UNRWA feeds a million.",
    "UNRWA lost 13 schools.",
    "Rain fell.",
)


def start(basis: tuple[str, ...] = ()) -> Brief:
    base = brief()
    items = tuple(Claim(f"k{n}", words) for n, words in enumerate(CLAIMS))
    judgement = replace(lookup.judgements(base).__iter__().__next__(), basis=basis)
    sections = tuple(
        replace(s, items=items if s.id == "situation" else (judgement,) if s.id == "outlook" else ())
        for s in base.sections
    )
    return replace(base, actors=(), sections=sections)


class Popup:
    """An open popup, and what it answered."""

    def __init__(self, qtbot: QtBot, field: str, basis: tuple[str, ...] = ()) -> None:
        whole = start(basis)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.editor = ChipEditor(whole, next(iter(lookup.judgements(whole))), field, self.window)
        self.done: list[dict[str, str]] = []
        self.editor.done.connect(lambda _, pairs: self.done.append(dict(pairs)))
        self.editor.open_at(QPoint(100, 100))
        settle(10)

    @property
    def field(self) -> QLineEdit:
        return self.editor.findChild(QLineEdit, "basis_search")  # type: ignore[return-value]

    @property
    def box(self) -> QListWidget:
        return self.editor.findChild(QListWidget, "basis_claims")  # type: ignore[return-value]

    @property
    def kept(self) -> QListWidget:
        return self.editor.findChild(QListWidget, "basis_ticked")  # type: ignore[return-value]

    def press(self, *keys: Key) -> None:
        """Press keys where the focus is, as hands do."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.field, key)
        settle(5)  # a popup that has closed goes while its window is there

    def type(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.field, words)


def shown(box: QListWidget) -> list[str]:
    return [box.item(row).text() for row in range(box.count()) if not box.item(row).isHidden()]


# What is typed and pressed, and which claims the judgement then rests on; k1 was its basis before.
TICKS: dict[str, tuple[str, tuple[Key, ...], str]] = {
    "the first that fits": ("unrwa", (Key.Key_Down, Key.Key_Space), "k1;k2"),
    "the second that fits": ("unrwa", (Key.Key_Down, Key.Key_Down, Key.Key_Space), "k1;k3"),
    "one that alone fits": ("13", (Key.Key_Down, Key.Key_Space), "k1;k3"),
    "nothing fits": ("zebra", (Key.Key_Down, Key.Key_Space), "k1"),
    "no filter": ("", (Key.Key_Down, Key.Key_Space), "k0;k1"),
    "a ticked one is unticked": ("prices", (Key.Key_Down, Key.Key_Space), ""),
    "Enter alone keeps what was": ("unrwa", (), "k1"),
}


@pytest.mark.parametrize("case", TICKS)
def test_space_ticks_the_row_that_is_shown_as_current(qtbot: QtBot, case: str) -> None:
    typed, keys, basis = TICKS[case]
    popup = Popup(qtbot, "basis", ("k1",))
    popup.type(typed)
    popup.press(*keys, Key.Key_Return)
    assert popup.done == [{"basis": basis}]


def test_each_change_of_the_filter_goes_to_the_first_row_that_fits(qtbot: QtBot) -> None:
    popup = Popup(qtbot, "basis")
    popup.press(Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert popup.box.currentItem().text() == CLAIMS[2]
    popup.type("1")  # typed in the list it goes on in the field
    assert popup.field.text() == "1"
    assert popup.field.hasFocus()
    assert popup.box.currentItem().text() == CLAIMS[3]
    popup.press(Key.Key_Backspace)
    assert popup.box.currentItem().text() == CLAIMS[0]


def test_what_is_ticked_stays_in_sight_and_can_be_unticked_there(qtbot: QtBot) -> None:
    popup = Popup(qtbot, "basis", ("k0",))
    popup.type("unrwa")
    popup.press(Key.Key_Down, Key.Key_Space)
    assert shown(popup.box) == [CLAIMS[2], CLAIMS[3]]
    assert shown(popup.kept) == [CLAIMS[0], CLAIMS[2]]
    assert popup.kept.isVisible()
    popup.kept.setFocus()
    popup.kept.setCurrentRow(0)
    popup.press(Key.Key_Space)
    settle(10)
    assert shown(popup.kept) == [CLAIMS[2]]
    popup.kept.setCurrentRow(0)
    popup.press(Key.Key_Space)
    settle(10)
    assert not popup.kept.isVisible()
    assert popup.box.item(0).checkState() == Qt.CheckState.Unchecked
    popup.press(Key.Key_Return)
    assert popup.done == [{"basis": ""}]


def test_a_ticked_claim_without_words_is_kept(qtbot: QtBot) -> None:
    popup = Popup(qtbot, "basis", ("k1",))
    popup.editor.close()
    whole = start(("k1", "k9"))
    section = lookup.section(whole, "situation")
    empty = replace(section, items=(*section.items, Claim("k9"), Claim("k10")))
    whole = replace(whole, sections=tuple(empty if s.id == "situation" else s for s in whole.sections))
    editor = ChipEditor(whole, next(iter(lookup.judgements(whole))), "basis", popup.window)
    told: list[object] = []
    editor.done.connect(lambda _, pairs: told.append(pairs))
    QTest.keyClick(editor.findChild(QLineEdit, "basis_search"), Key.Key_Return)  # type: ignore[arg-type]
    settle(5)
    assert told == [(("basis", "k1;k9"),)]


# Letters typed in a list of terms, and the term they stand on.
LETTERS = (("v", 0), ("vv", 1), ("vvv", 0), ("very l", 0), ("u", 0), ("ro", 0), ("likely", 0))


@pytest.mark.parametrize(("typed", "nth"), LETTERS)
def test_letters_choose_a_term_and_again_the_next(qtbot: QtBot, typed: str, nth: int) -> None:
    popup = Popup(qtbot, "likelihood")
    box = popup.editor.findChild(QListWidget, "likelihood")
    begins = typed.replace("vvv", "v").replace("vv", "v")
    terms = [box.item(row).text() for row in range(box.count())]
    wanted = [term for term in terms if term.startswith(begins)][nth]
    popup.type(typed)
    assert box.currentItem().text() == wanted
    popup.press(Key.Key_Return)
    assert wanted.startswith(popup.done[0]["likelihood"])
