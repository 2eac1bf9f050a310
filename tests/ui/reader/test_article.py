from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.reader.readers import STORY, filled, mark, point_in, press, span_of
from ui.look import theme
from ui.reader import ArticleMark, quote_mime
from ui.reader.display import LONGEST

Key = Qt.Key


def test_selecting_with_the_keyboard_gives_exact_code_points(qtbot) -> None:
    reader = filled(qtbot)
    words = "\U0001f54a flew over 10\u00a0000 people; cafe\u0301s"
    start, end = span_of(words)
    reader.article.select(start, start)
    while reader.article.caret() < end:
        press(reader, Key.Key_Right, shift=True)
    assert reader.selection() == (start, end)
    assert reader.article.text[start:end] == words


def test_blanks_at_the_ends_of_a_selection_do_not_count(qtbot) -> None:
    reader = filled(qtbot)
    start, end = span_of("patrol the road")
    reader.article.select(start - 1, end + 1)
    assert reader.selection() == (start, end)


def test_but_blanks_alone_are_no_selection(qtbot) -> None:
    reader = filled(qtbot)
    start, _ = span_of("\n\n")
    reader.article.select(start, start + 2)
    assert reader.selection() is None


def test_copying_gives_the_words_of_the_source_not_of_the_widget(qtbot) -> None:
    reader = filled(qtbot)
    reader.article.select(*span_of("10\u00a0000 people"))
    press(reader, Key.Key_C, ctrl=True)
    copied = QGuiApplication.clipboard().text()
    # Left there, it would be destroyed after Python itself, which ends the process badly.
    QGuiApplication.clipboard().clear()
    assert copied == "10\u00a0000 people"


def test_a_dragged_selection_says_where_it_stands_and_what_it_says(qtbot) -> None:
    reader = filled(qtbot)
    span = span_of("A dove \U0001f54a flew")
    reader.article.select(*span)
    data = reader.article.drag_data()
    assert data is not None
    assert quote_mime.unpack(data.data(quote_mime.MIME).data()) == quote_mime.Dragged("s1", *span)  # type: ignore[arg-type]
    assert data.text() == "A dove \U0001f54a flew"


def test_nothing_selected_is_nothing_to_drag(qtbot) -> None:
    assert filled(qtbot).article.drag_data() is None


def test_a_line_of_a_million_characters_keeps_its_offsets(qtbot) -> None:
    text = "start " + "x\U0001f54ay z" * 200_000 + " end"
    reader = filled(qtbot, text)
    span = (len(text) - 3, len(text))
    reader.article.select(*span)
    assert reader.selection() == span
    across = (LONGEST - 50, LONGEST + 51)
    reader.article.select(*across)
    assert reader.article.selection() == across


def test_a_click_on_a_mark_names_its_evidence_the_shortest_first(qtbot) -> None:
    marks = [mark("The two armies will patrol the road", 1), mark("will patrol", 2)]
    reader = filled(qtbot, marks=marks)
    with qtbot.waitSignal(reader.mark_clicked) as heard:
        QTest.mouseClick(
            reader.article.viewport(), Qt.MouseButton.LeftButton, pos=point_in(reader, "will patrol")
        )
    assert heard.args == [("e2", "e1")]


def test_but_not_a_click_beside_it(qtbot) -> None:
    reader = filled(qtbot, marks=[mark("will patrol")])
    assert reader.article.marks_at(point_in(reader, "A minister said")) == ()
    beyond = QPoint(reader.article.viewport().width() - 3, point_in(reader, "Nobody was hurt").y())
    assert reader.article.marks_at(beyond) == ()


def hover(view: QWidget, point: QPoint) -> None:
    """Move the mouse without a button, whatever the platform thinks of where its pointer is."""
    place = QPointF(point)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, view.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view, move)


def test_the_hand_shows_over_a_mark(qtbot) -> None:
    reader = filled(qtbot, marks=[mark("will patrol")])
    view = reader.article.viewport()
    hover(view, point_in(reader, "will patrol"))
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    hover(view, point_in(reader, "Nobody was hurt"))
    assert view.cursor().shape() is Qt.CursorShape.IBeamCursor


def test_a_click_into_the_selection_takes_it_away(qtbot) -> None:
    reader = filled(qtbot)
    reader.article.select(*span_of("will patrol the road"))
    QTest.mouseClick(reader.article.viewport(), Qt.MouseButton.LeftButton, pos=point_in(reader, "patrol the"))
    assert reader.selection() is None


def test_arabic_paragraphs_begin_at_the_right(qtbot) -> None:
    reader = filled(qtbot)
    lines = reader.article.document()
    arabic = lines.findBlock(reader.article._display.position(STORY.index("قال"))).layout().lineAt(0)
    english = lines.findBlock(reader.article._display.position(STORY.index("The two"))).layout().lineAt(0)
    column = english.x() + english.width()
    assert abs(arabic.naturalTextRect().right() - column) < 2
    assert abs(english.naturalTextRect().left() - english.x()) < 2


def test_lines_keep_to_the_measure_and_the_column_stands_in_the_middle(qtbot) -> None:
    reader = filled(qtbot, size=(1400, 600))
    line = reader.article.document().firstBlock().layout().lineAt(0)
    right = reader.article.viewport().width() - line.x() - line.width()
    assert line.width() < 800
    assert abs(right - line.x()) <= 2


def test_marks_outside_the_text_do_no_harm(qtbot) -> None:
    marks = [ArticleMark("e1", ("c",), 5, 10), ArticleMark("e2", ("c",), len(STORY) - 3, len(STORY))]
    assert not filled(qtbot, marks=marks).grab().isNull()


def test_the_wheel_with_control_asks_for_another_size(qtbot) -> None:
    reader = filled(qtbot)
    for turn, step in ((120, 1), (-120, -1)):
        wheel = QWheelEvent(
            QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        with qtbot.waitSignal(reader.zoom_requested) as heard:
            QGuiApplication.sendEvent(reader.article.viewport(), wheel)
        assert heard.args == [step]


def test_the_text_cannot_be_changed(qtbot) -> None:
    reader = filled(qtbot)
    press(reader, Key.Key_X, Key.Key_Delete, Key.Key_Backspace)
    assert reader.article.document().toRawText().replace("\u2029", "\n") == STORY


def test_it_stands_a_passage_about_a_third_from_the_top(qtbot) -> None:
    text = "".join(f"Paragraph {n} of the report. It says little.\n" for n in range(300))
    reader = filled(qtbot, text)
    reader.flash(*span_of("Paragraph 150", text))
    top, height = reader.article.cursorRect().top(), reader.article.viewport().height()
    assert 0.2 * height < top < 0.5 * height


def test_the_same_view_shows_one_article_after_another(qtbot) -> None:
    reader = filled(qtbot)
    for n in range(5):
        reader.show_source(
            None if n == 2 else reader_header(n), f"Article {n}.\nMore \U0001f54a.", (), f"s{n}"
        )
        reader.article.moveCursor(QTextCursor.MoveOperation.End)
        qtbot.wait(1)
    assert reader.article.text == "Article 4.\nMore \U0001f54a."
    assert reader.article.source_id == "s4"


def reader_header(number: int):
    from ui.reader import ArticleHeader

    return ArticleHeader(f"Article {number}")


def test_a_tooltip_over_a_mark_does_not_fail(qtbot, qapp) -> None:
    from PySide6.QtGui import QHelpEvent

    reader = filled(qtbot, marks=[mark("will patrol", uses=2)])
    point = point_in(reader, "will patrol")
    view = reader.article.viewport()
    assert qapp.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))


def test_larger_text_takes_taller_lines(qtbot) -> None:
    reader = filled(qtbot)
    block = reader.article.document().firstBlock()
    before = reader.article.blockBoundingGeometry(block).height()
    reader.set_font_scale(2.0)
    assert reader.article.blockBoundingGeometry(block).height() > 1.6 * before


def test_the_very_first_painting_shows_the_marks(qtbot) -> None:
    reader = filled(qtbot, marks=[mark("will patrol")])
    ground = QColor(theme.of(reader.palette()).highlight).rgb()
    reader.article._typeset.forget()
    image = reader.article.viewport().grab().toImage()
    assert any(
        image.pixel(x, y) == ground for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )
