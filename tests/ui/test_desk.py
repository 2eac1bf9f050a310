"""One open brief as the window sees it."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from briefing import edits
from briefing.errors import StorageError
from briefing.model import Brief
from briefing.session import NewStep, Session
from tests.ui.page.desks import Texts, brief
from ui.desk import TYPING, Desk


def desk(*, read_only: bool = False) -> Desk:
    return Desk(Session(brief(), read_only=read_only), Texts())  # type: ignore[arg-type]


def titled(brief: Brief, title: str) -> Brief:
    return replace(brief, title=title)


def failing(_brief: Brief) -> Brief:
    raise StorageError("The disk is full.", "Free some space.")


def test_an_edit_is_told_and_saved(qtbot: QtBot) -> None:
    made = desk()
    with qtbot.waitSignals([made.changed, made.answered]):
        assert made.do("Title", titled, "Other")
    assert made.brief.title == "Other"


def test_an_edit_that_cannot_be_done_is_refused_with_what_to_do(qtbot: QtBot) -> None:
    made = desk()
    with qtbot.waitSignal(made.refused) as told, qtbot.assertNotEmitted(made.changed):
        assert not made.do("Title", failing)
    assert told.args == ["The disk is full.", "Free some space."]
    assert made.brief == brief()


def test_a_brief_to_read_only_refuses_edits(qtbot: QtBot) -> None:
    made = desk(read_only=True)
    with qtbot.waitSignal(made.refused):
        assert not made.do("Title", titled, "Other")
    assert made.read_only
    assert made.brief.title == "Idlib"


def test_an_answer_that_comes_after_the_window_has_closed_edits_nothing(qtbot: QtBot) -> None:
    made = desk()
    made.close()
    with qtbot.assertNotEmitted(made.refused):
        assert not made.do("Title", titled, "Other")
    assert made.brief == brief()


def test_typed_words_are_committed_before_another_edit() -> None:
    made, order = desk(), []

    def flush() -> bool:
        order.append("flush")
        return True

    made.add_flusher(flush)
    made.do("Title", titled, "Other")
    made.undo()
    made.redo()
    assert order == ["flush"] * 3


def test_but_typing_itself_does_not_ask_for_it() -> None:
    made, order = desk(), []
    made.add_flusher(lambda: bool(order.append("flush")) or True)
    made.do(NewStep("Typing", origin=TYPING), titled, "Other")
    assert order == []


def test_nothing_else_is_done_while_typed_words_cannot_be_written() -> None:
    made = desk()
    made.do("Title", titled, "Other")
    made.add_flusher(lambda: False)
    assert not made.do("Title", titled, "Third")
    assert not made.undo()
    assert not made.redo()
    assert not made.flush()
    assert made.brief.title == "Other"


def test_words_that_are_refused_are_not_saved_until_they_are_written_or_gone() -> None:
    made = desk()
    assert made.unsaved is None
    assert not made.do(NewStep("Typing", origin=TYPING), failing)
    assert made.unsaved is not None
    assert made.unsaved.message == "The disk is full."
    made.look("Read", lambda brief: brief)
    assert made.unsaved is not None  # what is only looked at says nothing of the words
    made.do(NewStep("Typing", origin=TYPING), titled, "Other")
    assert made.unsaved is None
    made.do(NewStep("Typing", origin=TYPING), failing)
    assert made.flush()
    assert made.unsaved is None


def test_every_view_is_asked_for_its_words_even_if_one_fails() -> None:
    made, asked = desk(), []
    made.add_flusher(lambda: bool(asked.append(1)))
    made.add_flusher(lambda: bool(asked.append(2)) or True)
    assert not made.flush()
    assert asked == [1, 2]


def test_steps_are_taken_back_and_brought_again() -> None:
    made = desk()
    for title in ("one", "two", "three"):
        made.do("Title", titled, title)
    seen = []
    for index in (1, 3, 0, 9, 2):
        made.go_to(index)
        seen.append(made.brief.title)
    assert seen == ["one", "three", "Idlib", "three", "two"]


def test_an_edit_of_the_core_takes_its_arguments() -> None:
    made = desk()
    assert made.do("Kind", edits.set_field, "c2", "kind", "gap")
    assert made.brief.sections[1].items[1].kind == "gap"
