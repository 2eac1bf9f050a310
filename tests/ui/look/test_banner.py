"""The bars at the top of a window."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ui.look.banner import BannerKind, Banners


@pytest.fixture
def banners(qtbot: QtBot) -> Banners:
    made = Banners()
    qtbot.addWidget(made)
    return made


def texts(banners: Banners) -> list[str]:
    return [bar.message.text() for bar in banners.bars()]


def test_a_stack_with_nothing_to_say_takes_no_room(banners: Banners) -> None:
    assert banners.isHidden()
    bar = banners.tell("The disk is full.")
    assert not banners.isHidden()
    bar.close_bar()
    assert banners.isHidden()


def test_the_newest_bar_is_at_the_top(banners: Banners) -> None:
    for text in ("one", "two"):
        banners.tell(text, kind="error")
    assert texts(banners) == ["two", "one"]


def test_the_same_words_do_not_stack(banners: Banners) -> None:
    for text in ("one", "two", "one"):
        banners.tell(text, kind="error")
    assert texts(banners) == ["one", "two"]


def test_only_so_many_bars_are_shown_the_oldest_go(banners: Banners) -> None:
    for n in range(7):
        banners.tell(str(n), kind="error")
    assert texts(banners) == ["6", "5", "4", "3"]


def test_the_cross_takes_a_bar_away(banners: Banners) -> None:
    bar = banners.tell("one", kind="warning")
    cross = bar.findChild(QToolButton, "banner_close")
    assert isinstance(cross, QToolButton)
    cross.click()
    assert texts(banners) == []


def test_a_choice_is_done_once_and_the_bar_goes(banners: Banners) -> None:
    done: list[int] = []
    bar = banners.tell(
        "one", choices=[("Do it", lambda: done.append(1)), ("Or this", lambda: done.append(2))]
    )
    choice = bar.findChild(QPushButton, "banner_choice_1")
    assert isinstance(choice, QPushButton)
    choice.click()
    assert (done, texts(banners)) == ([2], [])


def test_a_choice_may_tell_something_itself(banners: Banners) -> None:
    bar = banners.tell("one", choices=[("Do it", lambda: banners.tell("two"))])
    choice = bar.findChild(QPushButton, "banner_choice_0")
    assert isinstance(choice, QPushButton)
    choice.click()
    assert texts(banners) == ["two"]


def test_words_are_shown_as_they_are_never_as_markup(banners: Banners) -> None:
    bar = banners.tell("<b>a</b> & b", "<i>hint</i>", "error")
    for label in (bar.message, bar.hint):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert bar.message.text() == "<b>a</b> & b"


@pytest.mark.parametrize(
    ("kind", "weight"), list(zip(get_args(BannerKind), ("", "Warning: ", "Error: "), strict=True))
)
def test_a_bar_says_all_of_it_to_a_screen_reader(banners: Banners, kind: BannerKind, weight: str) -> None:
    bar = banners.tell("What.", "Why.", kind)
    assert bar.accessibleName() == f"{weight}What. Why."
    assert bar.objectName() == f"banner_{kind}"


def test_progress_shows_how_far_the_work_is(banners: Banners) -> None:
    bar = banners.progress("Adding articles", None)
    assert bar.bar.maximum() == 0
    bar.show_progress(2, 5, "a.txt")
    assert (bar.bar.value(), bar.bar.maximum()) == (2, 5)
    assert bar.label.text() == "Adding articles 2/5 a.txt"
    assert bar.findChild(QPushButton) is None


def test_progress_can_be_cancelled_where_the_work_can(banners: Banners) -> None:
    cancelled: list[bool] = []
    bar = banners.progress("Adding", lambda: cancelled.append(True))
    stop = bar.findChild(QPushButton, "progress_cancel")
    assert isinstance(stop, QPushButton)
    stop.click()
    assert cancelled == [True]
    bar.close_bar()
    assert banners.isHidden()


def test_messages_do_not_push_progress_away(banners: Banners) -> None:
    bar = banners.progress("Adding", None)
    for n in range(6):
        banners.tell(str(n), kind="error")
    assert banners.isAncestorOf(bar)


def test_a_file_name_in_the_progress_is_not_markup(banners: Banners) -> None:
    bar = banners.progress("Adding", None)
    bar.show_progress(1, 2, "<b>.txt")
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in bar.findChildren(QLabel))


def test_a_bar_outlives_the_click_that_closes_it(qtbot: QtBot) -> None:
    stack = Banners()
    qtbot.addWidget(stack)
    gone: list[bool] = []
    stack.tell("Something went wrong.").destroyed.connect(lambda: gone.append(True))
    cross = stack.findChild(QToolButton, "banner_close")
    assert isinstance(cross, QToolButton)
    cross.click()
    assert gone == []
    assert not stack.bars()
    qtbot.waitUntil(lambda: gone == [True])
