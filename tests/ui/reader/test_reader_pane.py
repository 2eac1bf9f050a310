import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from briefing.text import sentences
from tests.ui.reader.readers import STORY, filled, press, span_of
from ui.reader import ArticleHeader, ReaderPane

Key = Qt.Key
MARKUP = "<b>bold</b> <img src=//host/x.png>"


def test_without_an_article_it_says_what_to_do(qtbot) -> None:
    reader = ReaderPane()
    qtbot.addWidget(reader)
    reader.show()
    add = reader.findChild(QPushButton, "reader_add")
    assert add.isVisible()
    assert reader.findChild(QLabel, "reader_empty").isVisible()
    with qtbot.waitSignal(reader.add_requested):
        QTest.mouseClick(add, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]


def test_foreign_words_are_never_read_as_markup(qtbot) -> None:
    reader = filled(qtbot)
    reader.set_header(ArticleHeader(MARKUP, MARKUP, notices=(MARKUP,)))
    for name in ("reader_title", "reader_byline", "reader_notices"):
        label = reader.findChild(QLabel, name)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert MARKUP in label.text()


def test_notices_take_no_room_when_there_are_none(qtbot) -> None:
    reader = filled(qtbot)
    notices = reader.findChild(QLabel, "reader_notices")
    reader.set_header(ArticleHeader("Title", notices=("The date is not sure: check it.",)))
    assert notices.isVisible()
    reader.set_header(ArticleHeader("Title"))
    assert not notices.isVisible()


def test_the_pencil_asks_for_the_details(qtbot) -> None:
    reader = filled(qtbot)
    with qtbot.waitSignal(reader.details_requested):
        reader.header.pencil.click()


def test_it_goes_from_sentence_to_sentence(qtbot) -> None:
    reader = filled(qtbot)
    spans = list(sentences(STORY))
    for span in spans[1:]:  # from the body on: the title is no sentence to link
        press(reader, Key.Key_J)
        assert reader.selection() == span
    for span in reversed(spans[:-1]):
        press(reader, Key.Key_K)
        assert reader.selection() == span


def test_it_takes_the_next_sentence_too_and_leaves_it_out_again(qtbot) -> None:
    reader = filled(qtbot)
    first, second = (
        span_of("The two armies will patrol the road together."),
        span_of("A minister said so on Friday."),
    )
    reader.article.select(*first)
    press(reader, Key.Key_J, shift=True)
    assert reader.selection() == (first[0], second[1])
    press(reader, Key.Key_K, shift=True)
    assert reader.selection() == first


@pytest.mark.parametrize(
    ("key", "shift", "signal", "args"),
    [
        (Key.Key_L, False, "link_requested", ["supports"]),
        (Key.Key_Return, False, "link_requested", ["supports"]),
        (Key.Key_L, True, "link_requested", ["contradicts"]),
        (Key.Key_C, False, "link_requested", ["context"]),
        (Key.Key_N, False, "claim_requested", []),
        (Key.Key_A, False, "actor_requested", []),
    ],
)
def test_one_key_asks_for_what_can_be_made_of_the_words(
    key: Qt.Key, shift: bool, signal: str, args: list[str], qtbot
) -> None:
    reader = filled(qtbot)
    reader.article.select(*span_of("will patrol"))
    with qtbot.waitSignal(getattr(reader, signal)) as heard:
        press(reader, key, shift=shift)
    assert heard.args == args


def bar_of(qtbot, reader: ReaderPane, words: str):
    reader.article.select(*span_of(words))
    qtbot.waitUntil(reader.bar.isVisible)
    return reader.bar


@pytest.mark.parametrize("words", ["Patrols begin", "will patrol the road", "Nobody was hurt", "الأحد"])
def test_the_bar_comes_to_a_selection_and_stays_in_sight(words: str, qtbot) -> None:
    reader = filled(qtbot, size=(380, 420))
    bar = bar_of(qtbot, reader, words)
    assert reader.article.viewport().rect().contains(bar.geometry())
    assert reader.article.hasFocus()


def test_the_bar_does_not_cover_the_selected_words(qtbot) -> None:
    reader = filled(qtbot)
    bar = bar_of(qtbot, reader, "will patrol")
    assert not bar.geometry().intersects(reader.article.cursorRect())


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("link", "link_requested"),
        ("contradict", "link_requested"),
        ("context", "link_requested"),
        ("claim", "claim_requested"),
        ("actor", "actor_requested"),
        ("copy", "copy_requested"),
    ],
)
def test_each_button_of_the_bar_asks_and_the_bar_goes(name: str, signal: str, qtbot) -> None:
    reader = filled(qtbot)
    bar = bar_of(qtbot, reader, "will patrol")
    button = bar.findChild(QToolButton, f"selection_{name}")
    assert button.accessibleName()
    with qtbot.waitSignal(getattr(reader, signal)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert reader.article.hasFocus()


def test_escape_takes_bar_and_selection_away(qtbot) -> None:
    reader = filled(qtbot)
    bar = bar_of(qtbot, reader, "will patrol")
    press(reader, Key.Key_Escape)
    assert not bar.isVisible()
    assert reader.selection() is None


def test_it_is_set_larger_and_in_another_face(qtbot) -> None:
    reader = filled(qtbot)
    small = reader.article.document().defaultFont()
    reader.set_font_scale(2.0)
    large = reader.article.document().defaultFont()
    assert large.pointSizeF() == pytest.approx(2 * small.pointSizeF())
    reader.set_family("sans")
    assert reader.article.document().defaultFont().families() != large.families()


def found_of(reader: ReaderPane) -> str:
    return reader.find_bar.count.text()


def test_it_finds_words_and_goes_round(qtbot) -> None:
    reader = filled(qtbot)
    reader.open_find()
    assert reader.focusWidget() is reader.find_bar.field
    QTest.keyClicks(reader.find_bar.field, "FRIDAY")
    assert found_of(reader) == "1 of 1"
    reader.find_bar.field.setText("the")
    total = len(reader.article.found)
    assert total > 1
    seen = []
    for _ in range(total + 1):
        seen.append(reader.article.current_found)
        QTest.keyClick(reader.find_bar.field, Key.Key_Return)
    assert seen[0] == seen[-1]
    assert len(set(seen)) == total
    QTest.keyClick(reader.find_bar.field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reader.article.current_found == seen[0]


def test_it_says_when_words_are_not_found(qtbot) -> None:
    reader = filled(qtbot)
    reader.open_find()
    reader.find_bar.field.setText("zebra")
    assert found_of(reader) == "not found"
    reader.find_bar.field.clear()
    assert found_of(reader) == ""


def test_closing_the_find_bar_leaves_the_words_selected(qtbot) -> None:
    reader = filled(qtbot)
    reader.open_find()
    reader.find_bar.field.setText("minister")
    QTest.keyClick(reader.find_bar.field, Key.Key_Escape)
    assert not reader.find_bar.isVisible()
    assert reader.selection() == span_of("minister")
    assert reader.article.found == ()


@pytest.mark.parametrize("words", ["minister", "patrol", "Friday"])
def test_after_a_find_the_next_sentence_is_the_one_of_the_hit(qtbot, words: str) -> None:
    reader = filled(qtbot)
    reader.open_find()
    QTest.keyClicks(reader.find_bar.field, words)
    QTest.keyClick(reader.find_bar.field, Key.Key_Return)
    hit = reader.article.current_found
    QTest.keyClick(reader.find_bar.field, Key.Key_Escape)
    press(reader, Key.Key_J)
    span = reader.selection()
    assert span[0] <= hit[0] < hit[1] <= span[1]  # type: ignore[index]
    assert span != hit
    press(reader, Key.Key_J)
    assert reader.selection()[0] >= span[1]  # type: ignore[index]


def test_words_selected_while_finding_stay_selected(qtbot) -> None:
    reader = filled(qtbot)
    reader.open_find()
    reader.find_bar.field.setText("minister")
    reader.article.select(*span_of("the road"))
    press(reader, Key.Key_Escape)
    assert reader.selection() == span_of("the road")


def test_with_the_bar_closed_it_goes_on_finding_the_same_words(qtbot) -> None:
    reader = filled(qtbot)
    reader.open_find()
    reader.find_bar.field.setText("the")
    spans = reader.article.found
    QTest.keyClick(reader.find_bar.field, Key.Key_Escape)
    at = spans.index(reader.selection())
    reader.find_step(1)
    assert reader.selection() == spans[(at + 1) % len(spans)]
    reader.find_step(-1)
    reader.find_step(-1)
    assert reader.selection() == spans[(at - 1) % len(spans)]


def test_a_selected_word_that_stands_twice_is_found_where_it_is_selected(qtbot) -> None:
    reader = filled(qtbot)
    second = reader.article.text.index("the", reader.article.text.index("the") + 1)
    reader.article.select(second, second + 3)
    reader.open_find()
    assert reader.article.current_found == (second, second + 3)


def test_it_opens_with_the_selected_words(qtbot) -> None:
    reader = filled(qtbot)
    reader.article.select(*span_of("the road"))
    reader.open_find()
    assert reader.find_bar.field.text() == "the road"
    assert reader.article.current_found == span_of("the road")
