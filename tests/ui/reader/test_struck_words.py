"""Struck-out words in the reader: seen at their place with a line through them, never taken along."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QTextCursor

from briefing.text import StruckPassage
from tests.ui.reader.readers import HEADER, filled, mark
from ui.reader import ReaderPane

TEXT = "The port held 14 ships.\nThe crews refused the offer.\n\tTable\trow"
STRUCK = (
    StruckPassage(14, "40 "),
    StruckPassage(24, "A line that was withdrawn.\n"),
    StruckPassage(34, "accepted "),
)


@pytest.fixture
def reader(qtbot) -> ReaderPane:
    pane = filled(qtbot, "")
    pane.show_source(HEADER, TEXT, (), "s1", STRUCK)
    pane.article.setFocus()
    return pane


def _select(reader: ReaderPane, first: str, last: str) -> None:
    shown = reader.article.toPlainText()
    cursor = QTextCursor(reader.article.document())
    cursor.setPosition(shown.index(first))
    cursor.setPosition(shown.index(last) + len(last), QTextCursor.MoveMode.KeepAnchor)
    reader.article.setTextCursor(cursor)


def test_they_are_shown_at_their_place_with_a_line_through_them(reader: ReaderPane) -> None:
    document = reader.article.document()
    assert reader.article.toPlainText().split("\n")[:3] == [
        "The port held 40 14 ships.", "A line that was withdrawn.", "The crews accepted refused the offer.",
    ]  # fmt: skip
    reader.article.grab()
    found = []
    for number in range(document.blockCount()):
        block = document.findBlockByNumber(number)
        for one in block.layout().formats():
            if one.format.fontStrikeOut():
                found.append(block.text()[one.start : one.start + one.length])
    assert found == ["40", "A line that was withdrawn.", "accepted"]


def test_a_selection_over_them_is_of_the_text_and_is_copied_without_them(reader: ReaderPane) -> None:
    _select(reader, "held", "14 ships")
    assert reader.selection() == (9, 22)
    assert reader.article.createMimeDataFromSelection().text() == "held 14 ships"
    dragged = reader.article.drag_data()
    assert dragged is not None
    assert dragged.text() == "held 14 ships"


@pytest.mark.parametrize("words", ["40", "accept", "A line that was withdrawn."])
def test_they_alone_cannot_be_selected(reader: ReaderPane, words: str) -> None:
    _select(reader, words, words)
    assert reader.selection() is None
    assert reader.article.drag_data() is None


def test_a_span_of_the_text_is_selected_and_found_over_them(reader: ReaderPane) -> None:
    start = TEXT.index("crews refused")
    reader.article.select(start, start + len("crews refused"))
    assert reader.article.textCursor().selectedText() == "crews accepted refused"
    assert reader.selection() == (start, start + len("crews refused"))
    reader.find_bar.show()
    reader._find("crews refused")
    assert reader.article.found == ((start, start + len("crews refused")),)
    reader._find("accepted")
    assert not reader.article.found


def _ink(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def test_neither_a_selection_nor_a_mark_lies_under_them(reader: ReaderPane) -> None:
    article = reader.article
    shown = article.toPlainText()

    def corner(words: str) -> tuple[int, int]:
        cursor = QTextCursor(article.document())
        cursor.setPosition(shown.index(words))
        rect = article.cursorRect(cursor)
        return rect.left() + 4, rect.bottom() - 1

    bare = _ink(article.viewport().grab().toImage(), *corner("40"))
    _select(reader, "held", "14 ships")
    selected = article.viewport().grab().toImage()
    assert _ink(selected, *corner("40")) == bare
    assert _ink(selected, *corner("held")) != bare
    article.clear_selection()
    reader.set_marks([mark("held 14 ships", text=TEXT)])
    marked = article.viewport().grab().toImage()
    assert _ink(marked, *corner("40")) == bare
    assert _ink(marked, *corner("held")) != bare


def test_the_mouse_and_a_screen_reader_learn_what_they_are(reader: ReaderPane) -> None:
    article = reader.article
    cursor = QTextCursor(article.document())
    cursor.setPosition(article.toPlainText().index("accepted") + 3)
    assert "no part of the text" in article.tip_at(article.cursorRect(cursor).center())
    cursor.setPosition(article.toPlainText().index("refused") + 3)
    assert article.tip_at(article.cursorRect(cursor).center()) == ""
    assert "no part of the text" in article.accessibleDescription()
    reader.show_source(HEADER, TEXT, (), "s2")
    assert article.accessibleDescription() == ""
    assert article.toPlainText() == TEXT
