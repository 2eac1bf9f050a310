"""The command palette."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.commands.palette import CommandPalette, PaletteEntry, ranked, score

Key = Qt.Key


def entries(*texts: str) -> list[PaletteEntry]:
    return [PaletteEntry(text, "", lambda: None) for text in texts]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("exp", "Export…"),
        ("EXP", "Export"),
        ("nc", "New claim"),
        ("new claim", "New claim"),
        ("", "x"),
        ("هدن", "الهدنة"),
        ("lodz", "Talks in Łódź"),
    ],
)
def test_letters_in_order_fit(typed: str, text: str) -> None:
    assert score(typed, text) > 0


@pytest.mark.parametrize(
    ("typed", "text"), [("xp!", "Export"), ("tropxe", "Export"), ("exportt", "Export"), ("a", "")]
)
def test_but_not_others(typed: str, text: str) -> None:
    assert score(typed, text) == 0


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("undo", "Undo", "Unlink do"),
        ("nc", "New claim", "Increase"),
        ("link", "Link", "Unlink"),
        ("claim kind", "Claim is a kind of gap", "Kind of claim"),
        ("exp", "Export again", "Next problem"),
        ("pa", "Paste", "Play all"),
        ("folder", "Add a folder", "Find old errors"),
    ],
)
def test_beginnings_of_words_and_runs_count_more(typed: str, better: str, worse: str) -> None:
    assert ranked(typed, entries(worse, better))[0].text == better


def test_nothing_typed_is_everything_in_order() -> None:
    assert [e.text for e in ranked("  ", entries("b", "a"))] == ["b", "a"]


def test_what_fits_alike_keeps_its_order() -> None:
    assert [e.text for e in ranked("claim", entries("New claim", "Old claim"))] == ["New claim", "Old claim"]


class Opened:
    def __init__(self, qtbot: QtBot) -> None:
        self.done: list[str] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 700)
        self.window.show()
        names = ("New claim", "Export", "Undo", "New actor")
        self.palette = CommandPalette(
            [PaletteEntry(n, "key", partial(self.done.append, n)) for n in names], self.window
        )
        self.palette.open_over(self.window)

    def shown(self) -> list[str]:
        return [self.palette.list.item(i).text() for i in range(self.palette.list.count())]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


def test_enter_does_the_best_fit(opened: Opened) -> None:
    QTest.keyClicks(opened.palette.field, "exp")
    QTest.keyClick(opened.palette.field, Key.Key_Return)
    assert opened.done == ["Export"]


def test_arrows_choose_another_and_stop_at_the_ends(opened: Opened) -> None:
    QTest.keyClicks(opened.palette.field, "new")
    assert len(opened.shown()) == 2
    for _ in range(5):
        QTest.keyClick(opened.palette.field, Key.Key_Down)
    assert opened.palette.list.currentRow() == 1
    QTest.keyClick(opened.palette.field, Key.Key_Up)
    QTest.keyClick(opened.palette.field, Key.Key_PageUp)
    assert opened.palette.list.currentRow() == 0
    QTest.keyClick(opened.palette.field, Key.Key_Down)
    QTest.keyClick(opened.palette.field, Key.Key_Enter)
    assert opened.done == ["New actor"]


def test_a_click_does_a_line(opened: Opened) -> None:
    rect = opened.palette.list.visualItemRect(opened.palette.list.item(2))
    QTest.mouseClick(opened.palette.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert opened.done == ["Undo"]


def test_enter_with_nothing_found_does_nothing(opened: Opened) -> None:
    QTest.keyClicks(opened.palette.field, "zzz")
    QTest.keyClick(opened.palette.field, Key.Key_Return)
    assert opened.done == []
    assert opened.palette.isVisible()


def test_escape_leaves(opened: Opened) -> None:
    palette, gone = opened.palette, []
    palette.destroyed.connect(lambda: gone.append(True))
    QTest.keyClick(palette.field, Key.Key_Escape)
    QTest.qWait(1)
    assert gone == [True]
    assert opened.done == []


def test_it_stands_inside_its_window(opened: Opened) -> None:
    frame = opened.window.frameGeometry()
    assert frame.contains(opened.palette.geometry())
    assert opened.palette.pos() != QPoint(0, 0)
