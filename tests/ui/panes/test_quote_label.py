"""A quote in its card: read, copied, lit where a check has matched it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.windows import settle
from ui.look.colours import DARK, HIGH_LIGHT, LIGHT
from ui.look.theme import paint
from ui.panes.quote_label import Lit, QuoteLabel

Style = QTextCharFormat.UnderlineStyle


@pytest.mark.parametrize(
    ("words", "lit", "shown"),
    [
        ("About 400 people", Lit(6, 9, True), "400"),
        ("😀 400 people", Lit(2, 5, False), "400"),
        ("قال الوزير إن السد انهار", Lit(4, 10, True), "الوزير"),
    ],
    ids=["plain", "beyond the basic plane", "right to left"],
)
def test_the_words_a_check_matched_are_lit_and_underlined(
    qtbot: QtBot, words: str, lit: Lit, shown: str
) -> None:
    label = QuoteLabel(words, (lit,))
    qtbot.addWidget(label)
    (mark,) = label.extraSelections()
    assert mark.cursor.selectedText() == shown
    assert mark.format.underlineStyle() == (Style.DotLine if lit.found else Style.WaveUnderline)
    assert label.toPlainText() == f"“{words}”"
    assert label.accessibleName() == words


@pytest.mark.parametrize(
    "words", ["The ferry service will restart on Sunday. " * 6, "日本語の文章です。" * 20]
)
def test_it_is_as_high_as_its_words_at_each_width(qtbot: QtBot, words: str) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    label = QuoteLabel(words)
    column.addWidget(label)
    column.addStretch(1)
    heights = []
    host.show()
    for width in (900, 240):
        host.resize(width, 500)
        settle(20)
        heights.append(label.height())
        assert label.verticalScrollBar().maximum() == 0
    assert heights[0] < heights[1]


def test_it_cannot_be_typed_into_and_tab_goes_by(qtbot: QtBot) -> None:
    label = QuoteLabel("talks <b>began</b>")
    qtbot.addWidget(label)
    QTest.keyClicks(label, "x")
    assert label.toPlainText() == "“talks <b>began</b>”"
    assert label.focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_lit_words_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    worn, sheet = qapp.palette(), qapp.styleSheet()
    label = QuoteLabel("talks began", (Lit(0, 5, True),))
    qtbot.addWidget(label)
    for table in (DARK, HIGH_LIGHT, LIGHT):
        paint(qapp, table)
        settle(5)
        (mark,) = label.extraSelections()
        assert mark.format.background().color().name() == table.accent_soft
    qapp.setPalette(worn)
    qapp.setStyleSheet(sheet)
