"""The head of an article: it scrolls away with the text, and what was left out is one line of it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.reader.readers import filled, press
from tests.ui.windows import settle
from ui.reader import ArticleHeader, ReaderPane

LONG = "\n".join(f"Line {n} says that the talks on the five crossings will begin again." for n in range(60))
LEFT = tuple(f"Left out of the article: {n} lines (“{'word ' * 12}”)." for n in range(2, 9))
HEADER = ArticleHeader("Talks", "Post", notices=(*LEFT, "The date is not sure: check this."))


def shown(qtbot) -> ReaderPane:
    reader = filled(qtbot, LONG, size=(400, 420))
    reader.set_header(HEADER)
    settle(40)  # until the head has got its room
    return reader


def lines_in_sight(reader: ReaderPane) -> float:
    return reader.article.viewport().height() / reader.article.line_step


def test_what_was_left_out_is_one_grey_line_that_opens(qtbot) -> None:
    reader = shown(qtbot)
    fold = reader.header.fold
    words = reader.header.left_out
    assert fold.accessibleName().startswith("Left out: 2 lines · 3 lines")
    assert reader.header.notices.text() == HEADER.notices[-1]
    assert not words.isVisible()
    before = lines_in_sight(reader)
    assert before > 8
    fold.setFocus()
    QTest.keyClick(fold, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines_in_sight(reader) < before)
    assert words.isVisible()
    assert words.text() == "\n".join(LEFT)
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lines_in_sight(reader) == before)


def test_the_head_scrolls_with_the_text_and_comes_back(qtbot) -> None:
    reader = shown(qtbot)
    bar = reader.article.verticalScrollBar()
    whole = reader.head_room.height()
    assert whole == reader.head_room.whole() > 60
    bar.setValue(1)
    assert reader.head_room.height() == whole - reader.article.line_step
    bar.setValue(bar.maximum())
    assert reader.head_room.height() == 0
    assert bar.value() >= bar.maximum() - 1
    bar.setValue(0)
    assert reader.head_room.height() == whole


def test_a_short_article_can_be_scrolled_to_its_end_and_stays_there(qtbot) -> None:
    reader = filled(qtbot, "\n".join(LONG.splitlines()[:6]), size=(400, 300))
    reader.set_header(HEADER)
    settle(40)
    bar = reader.article.verticalScrollBar()
    assert bar.maximum() > 1
    bar.setValue(bar.maximum())
    for _ in range(5):
        settle(5)
    assert bar.value() >= bar.maximum() - 1 > 0


def test_a_button_of_the_head_comes_into_sight_with_the_keys(qtbot) -> None:
    reader = shown(qtbot)
    reader.article.verticalScrollBar().setValue(20)
    assert reader.head_room.height() == 0
    reader.header.fold.setFocus()
    qtbot.waitUntil(lambda: reader.head_room.height() == reader.head_room.whole())


def test_the_first_key_goes_to_the_first_sentence_of_the_body(qtbot) -> None:
    text = "WORLD\nTalks resume in Lindow\nThe ferry may sail again.\nBy Ada Kern, Post\n13 March 2020\n\n"
    reader = filled(qtbot, text + "Delegates met on Friday. They left on Sunday.")
    press(reader, Qt.Key.Key_J)
    span = reader.selection()
    assert span is not None
    assert reader.article.text[slice(*span)] == "Delegates met on Friday."
