from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtTest import QTest

from tests.ui.reader.readers import STORY, filled, mark, point_in
from ui.reader.paint import rects

LONG = "".join(
    f"Paragraph {n} goes on for a while, so that it takes more than one line.\n" for n in range(400)
)


def test_the_scroll_bar_leads_to_the_last_line_of_a_long_article(qtbot) -> None:
    reader = filled(qtbot, LONG)
    bar = reader.article.verticalScrollBar()
    for _ in range(20):
        bar.setValue(bar.maximum())
        reader.article.viewport().repaint()
    last = reader.article.document().lastBlock()
    place = reader.article.blockBoundingGeometry(last).translated(reader.article.contentOffset())
    assert place.top() < reader.article.viewport().height()


def test_the_end_key_brings_the_end_into_sight(qtbot) -> None:
    reader = filled(qtbot, LONG)
    reader.article.moveCursor(QTextCursor.MoveOperation.End)
    assert reader.article.viewport().rect().contains(reader.article.cursorRect().center())


def test_lines_have_leading_in_every_size(qtbot) -> None:
    reader = filled(qtbot)
    for scale in (1.0, 2.0):
        reader.set_font_scale(scale)
        reader.grab()
        layout = reader.article.document().findBlockByNumber(2).layout()
        assert reader.article._typeset.step >= layout.lineAt(0).height() + 3


def test_a_click_between_two_lines_is_a_click_on_the_nearer_one(qtbot) -> None:
    reader = filled(qtbot, marks=[mark("will patrol")])
    on = point_in(reader, "will patrol")
    half = int(reader.article._typeset.step / 2) - 3
    for below in (-half, half):
        assert reader.article.marks_at(on + QPoint(0, below))
        reader.article.clear_selection()
        view = reader.article.viewport()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=on + QPoint(0, below))
        assert abs(reader.article.cursorRect().center().x() - on.x()) < 20


def test_a_span_of_both_directions_is_covered_whole(qtbot) -> None:
    text = "قال على طريق M4 السريع في شمال سوريا"
    reader = filled(qtbot, text)
    block = reader.article.document().firstBlock()
    corner = reader.article.contentOffset()
    whole = rects(block, 0, len(text), corner)
    line = block.layout().lineAt(0).naturalTextRect()
    assert len(whole) == 1
    assert abs(whole[0].width() - line.width()) < 6


def test_joiners_are_not_shown_but_what_turns_words_round_is(qtbot) -> None:
    def shows(text: str) -> bool:
        reader = filled(qtbot, text)
        reader.grab()
        flags = reader.article.document().firstBlock().layout().textOption().flags()
        return bool(flags & QTextOption.Flag.ShowDefaultIgnorables)

    assert not shows("می\u200cخواهم \U0001f54a\ufe0f")
    assert shows("abc\u202edef")


def test_the_header_stands_over_the_column_in_every_width(qtbot) -> None:
    reader = filled(qtbot, STORY)

    def over() -> bool:
        left = reader.header.title.mapTo(reader, QPoint(0, 0)).x()
        return left == int(reader.article._typeset.left)

    for width in (1400, 700, 380):
        reader.resize(width, 600)
        assert reader.width() == width
        qtbot.waitUntil(over)


def test_one_paragraph_after_another_is_set_as_any_article(qtbot) -> None:
    reader = filled(qtbot, "One paragraph.")
    for text in ("Another paragraph.", "A third."):
        reader.article.show_text(text, (), "s")
        line = reader.article.document().firstBlock().layout()
        reader.grab()
        assert line.lineAt(0).x() == reader.article._typeset.left
