"""The list of articles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from briefing.model import Source
from ui.models.hits import HitRow
from ui.panes.source_delegate import two_lines
from ui.panes.sources_pane import SourcesPane

A, B, C = (Source(i, title=f"Title {i}", publisher="Post", published="2020-03-13") for i in "abc")


@pytest.fixture
def pane(qtbot: QtBot) -> SourcesPane:
    made = SourcesPane()
    qtbot.addWidget(made)
    made.resize(260, 500)
    made.show_sources((A, B, C), {"a": 2})
    made.show()
    return made


def rows(pane: SourcesPane) -> list[str]:
    model = pane.list.model()
    return [str(model.index(i, 0).data()) for i in range(model.rowCount())]


def drop(pane: SourcesPane, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pane.dropEvent(event)


def test_the_articles_are_listed_and_counted(pane: SourcesPane) -> None:
    assert rows(pane) == ["Title a", "Title b", "Title c"]
    assert pane.count.text() == "3"
    pane.grab()


def test_without_articles_it_says_what_to_do(qtbot: QtBot, pane: SourcesPane) -> None:
    pane.show_sources((), {})
    add, paste = (pane.findChild(QPushButton, f"sources_empty_{n}") for n in ("add", "paste"))
    assert isinstance(add, QPushButton)
    assert isinstance(paste, QPushButton)
    assert add.isVisible()
    assert not pane.search.isVisible()
    with qtbot.waitSignals([pane.add_requested, pane.paste_requested]):
        add.click()
        paste.click()


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("sources_add", "add_requested"),
        ("sources_paste", "paste_requested"),
        ("sources_fetch", "fetch_requested"),
    ],
)
def test_the_buttons_ask_for_articles(qtbot: QtBot, pane: SourcesPane, name: str, signal: str) -> None:
    button = pane.findChild(QToolButton, name)
    assert isinstance(button, QToolButton)
    with qtbot.waitSignal(getattr(pane, signal)):
        button.click()


def test_the_arrows_choose_an_article(qtbot: QtBot, pane: SourcesPane) -> None:
    pane.choose("a")
    with qtbot.waitSignal(pane.chosen) as told:
        QTest.keyClick(pane.list, Qt.Key.Key_Down)
    assert told.args == ["b"]
    assert pane.current() == "b"


def test_choosing_what_is_chosen_tells_nothing(qtbot: QtBot, pane: SourcesPane) -> None:
    pane.choose("b")
    with qtbot.assertNotEmitted(pane.chosen):
        pane.choose("b")
        pane.choose("gone")
    assert pane.current() == "b"


def test_enter_asks_for_the_details(qtbot: QtBot, pane: SourcesPane) -> None:
    pane.choose("b")
    with qtbot.waitSignal(pane.details_requested) as told:
        QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert told.args == ["b"]


def test_the_chosen_article_stays_chosen_when_others_come_go_or_change(pane: SourcesPane) -> None:
    pane.choose("b")
    pane.show_sources((A, B, C, Source("d", title="Title d")), {})
    assert pane.current() == "b"
    pane.show_sources((B, C, Source("d", title="Title d")), {})
    assert pane.current() == "b"
    pane.show_sources((replace(B, title="Other"), C, Source("d", title="Title d")), {})
    assert pane.current() == "b"


HITS = (
    HitRow("b", 0, 20, "The patrols begin on Sunday.", ((4, 11),), "Title b · Post"),
    HitRow("b", 30, 50, "A second patrol.", ((9, 15),), "Title b · Post"),
)


def test_typed_words_are_searched_and_what_is_found_takes_the_place_of_the_list(
    qtbot: QtBot, pane: SourcesPane
) -> None:
    with qtbot.waitSignal(pane.search_typed) as told:
        QTest.keyClicks(pane.search.line, "p")
    assert told.args == ["p"]
    pane.show_found("p", HITS)
    assert pane.hit_list.isVisible()
    assert pane.found.text() == "2 passages in one article"
    pane.grab()
    pane.show_found("", ())
    assert pane.list.isVisible()


def test_enter_in_the_search_field_goes_to_the_first_passage(qtbot: QtBot, pane: SourcesPane) -> None:
    pane.show_found("p", HITS)
    with qtbot.waitSignal(pane.hit_chosen) as told:
        QTest.keyClick(pane.search.line, Qt.Key.Key_Return)
    assert told.args == [HITS[0], True]


def test_down_goes_on_to_what_was_found_and_escape_clears(qtbot: QtBot, pane: SourcesPane) -> None:
    pane.show_found("p", HITS)
    with qtbot.waitSignal(pane.hit_chosen) as told:
        QTest.keyClick(pane.search.line, Qt.Key.Key_Down)
    assert told.args == [HITS[0], False]
    pane.search.line.setText("p")
    QTest.keyClick(pane.search.line, Qt.Key.Key_Escape)
    assert pane.search.line.text() == ""


def test_nothing_found_says_how_words_are_searched(pane: SourcesPane) -> None:
    pane.show_found("zzz", ())
    assert "Nothing found" in pane.found.text()


@pytest.mark.parametrize(
    ("typed", "name", "value", "then"),
    [
        ("", "is", "unused", "is:unused "),
        ("patrol", "outlet", "Al Jazeera", 'outlet:"Al Jazeera" patrol '),
        ('outlet:"Al Jazeera" patrol', "outlet", "AP", "outlet:AP patrol "),
        ("after:2020-01 x", "before", "2020-03", "before:2020-03 after:2020-01 x "),
    ],
)
def test_a_filter_is_written_into_the_field_in_place_of_one_of_its_name(
    pane: SourcesPane, typed: str, name: str, value: str, then: str
) -> None:
    pane.search.line.setText(typed)
    pane.search.add_filter(name, value)
    assert pane.search.line.text() == then


def test_a_dropped_link_is_told_as_an_address(qtbot: QtBot, pane: SourcesPane) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://post.example/talks")])
    with qtbot.waitSignal(pane.address_dropped) as told:
        drop(pane, data)
    assert told.args == ["https://post.example/talks"]


def test_dropped_files_are_told(qtbot: QtBot, pane: SourcesPane) -> None:
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile("/tmp/a b.txt"), QUrl("https://example.org/x"), QUrl.fromLocalFile("/tmp/ü.md")]
    )
    with qtbot.waitSignal(pane.files_dropped) as told:
        drop(pane, data)
    assert told.args == [[Path("/tmp/a b.txt"), Path("/tmp/ü.md")]]


def test_dropped_words_are_told(qtbot: QtBot, pane: SourcesPane) -> None:
    data = QMimeData()
    data.setText("Words of an article.")
    with qtbot.waitSignal(pane.text_dropped) as told:
        drop(pane, data)
    assert told.args == ["Words of an article."]


def test_the_menu_is_asked_for_with_its_article(qtbot: QtBot, pane: SourcesPane) -> None:
    at = pane.list.visualRect(pane.list.model().index(2, 0)).center()
    with qtbot.waitSignal(pane.menu_requested) as told:
        pane.list.customContextMenuRequested.emit(at)
    assert told.args[0] == "c"
    assert isinstance(told.args[1], QPoint)
    assert pane.current() == "c"


@pytest.mark.parametrize("title", ["", "Short", "word " * 60, "x" * 300, "كلمات كثيرة " * 30, "😀 " * 80])
@pytest.mark.parametrize("width", [0, 60, 180])
def test_a_title_takes_at_most_two_lines_that_fit(
    qapp: object, pane: SourcesPane, title: str, width: int
) -> None:
    metrics = QFontMetrics(pane.list.font())
    lines = two_lines(title, metrics, width)
    assert 1 <= len(lines) <= 2
    if width:
        assert all(metrics.horizontalAdvance(line) <= width + 3 for line in lines)


def test_rows_are_as_high_as_their_words(pane: SourcesPane) -> None:
    long = replace(B, title="A headline of so many words that it goes on below its first line for sure")
    pane.show_sources((A, long, C), {"a": 2})
    short, tall, last = (pane.list.visualRect(pane.list.model().index(n, 0)).height() for n in range(3))
    line = QFontMetrics(pane.list.font()).height()
    assert short == last == tall - line
    pane.resize(900, 500)
    pane.grab()
    assert pane.list.visualRect(pane.list.model().index(1, 0)).height() == short


def test_the_articles_are_listed_in_the_order_chosen_and_the_chosen_one_stays(pane: SourcesPane) -> None:
    pane.choose("c")
    pane.sorter.click()
    menu = pane.findChild(QMenu, "order_menu")
    assert isinstance(menu, QMenu)
    by_use = next(action for action in menu.actions() if "use" in action.text())
    assert [action.isChecked() for action in menu.actions()] == [True] + [False] * 5
    by_use.trigger()
    menu.close()
    assert rows(pane) == ["Title a", "Title b", "Title c"]
    pane.show_sources((A, B, C), {"a": 2, "c": 3})
    assert rows(pane) == ["Title c", "Title a", "Title b"]
    assert pane.current() == "c"
    pane.set_order("no such order")
    assert pane.order == "use"


def test_one_article_has_no_order(pane: SourcesPane) -> None:
    assert pane.sorter.isVisible()
    pane.show_sources((A,), {})
    assert not pane.sorter.isVisible()
