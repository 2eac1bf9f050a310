"""Saved is said after a pause, and when the file answers again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from briefing.errors import BriefingError
from ui.following.saved_heard import SavedHeard


class StandInDesk(QObject):
    """A desk with the signals that are followed."""

    changed = Signal(object)
    answered = Signal()
    unsaved: BriefingError | None = None


@pytest.fixture
def desk(qtbot: QtBot) -> StandInDesk:
    return StandInDesk()


def test_saved_is_said_once_after_a_pause_and_not_at_each_edit(qtbot: QtBot, desk: StandInDesk) -> None:
    said: list[str] = []
    heard = SavedHeard(desk, said.append, desk)  # type: ignore[arg-type]
    heard.pause.setInterval(30)
    for _ in range(5):
        desk.changed.emit(None)
    qtbot.waitUntil(lambda: bool(said))
    qtbot.wait(60)
    assert said == ["Saved"]


def test_nothing_is_said_of_what_is_not_saved_until_it_is(qtbot: QtBot, desk: StandInDesk) -> None:
    said: list[str] = []
    heard = SavedHeard(desk, said.append, desk)  # type: ignore[arg-type]
    heard.pause.setInterval(10)
    desk.unsaved = BriefingError("The disk is full.")
    desk.answered.emit()
    desk.changed.emit(None)
    qtbot.wait(40)
    assert said == []
    desk.unsaved = None
    desk.answered.emit()
    assert said == ["Saved again"]
