"""A quote in its card: read, copied, lit where a check has matched it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from ui.quote_label import Lit, QuoteLabel

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


def test_it_is_as_high_as_its_words_at_each_width(qtbot: QtBot) -> None:
    label = QuoteLabel("The ferry service will restart on Sunday, the minister said. " * 4)
    qtbot.addWidget(label)
    label.resize(900, 10)
    label.show()
    wide = label.height()
    label.resize(240, 10)
    assert label.height() > wide
    assert label.verticalScrollBar().maximum() == 0


def test_it_cannot_be_typed_into_and_tab_goes_by(qtbot: QtBot) -> None:
    label = QuoteLabel("talks <b>began</b>")
    qtbot.addWidget(label)
    qtbot.keyClicks(label, "x")
    assert label.toPlainText() == "“talks <b>began</b>”"
    assert label.focusPolicy() == Qt.FocusPolicy.ClickFocus
