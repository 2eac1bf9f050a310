"""What is said to a screen reader, and the objects that speak for themselves."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.look import speech
from ui.look.banner import BannerKind, Banners, spoken


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What was said, and whether it was urgent."""
    said: list[tuple[str, bool]] = []
    monkeypatch.setattr(speech, "say", lambda _widget, words, urgent=False: said.append((words, urgent)))
    return said


@pytest.mark.parametrize(
    ("kind", "words", "urgent"),
    [
        ("info", "The file is there. Open it.", False),
        ("warning", "Warning: The file is there. Open it.", False),
        ("error", "Error: The file is there. Open it.", True),
    ],
)
def test_a_bar_says_what_its_colour_says(
    qtbot: QtBot, heard: list[tuple[str, bool]], kind: BannerKind, words: str, urgent: bool
) -> None:
    banners = Banners()
    qtbot.addWidget(banners)
    banners.tell("The file is there.", "Open it.", kind)
    assert heard == [(words, urgent)]
    assert spoken("The file is there.", "Open it.", kind) == words


def test_a_bar_has_the_role_of_an_alert_with_its_buttons_below(qtbot: QtBot, qapp: QApplication) -> None:
    speech.install(qapp)
    banners = Banners()
    qtbot.addWidget(banners)
    bar = banners.tell("No quote is linked here.", "", "warning", [("Link", lambda: None)])
    part = QAccessible.queryAccessibleInterface(bar)
    assert part.role() == QAccessible.Role.AlertMessage
    assert part.text(QAccessible.Text.Name) == "Warning: No quote is linked here."
    below = [part.child(at) for at in range(part.childCount())]
    assert [b.text(QAccessible.Text.Name) for b in below if b.role() == QAccessible.Role.PushButton] == [
        "Link",
        "Dismiss",
    ]
    assert [part.indexOfChild(b) for b in below] == list(range(len(below)))
    assert part.child(99) is None


@pytest.mark.parametrize(("listening", "timers"), [(False, 1), (True, 0)])
def test_a_notice_waits_for_somebody_who_must_find_it_by_ear(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, listening: bool, timers: int
) -> None:
    started: list[int] = []
    monkeypatch.setattr(speech, "listened_to", lambda: listening)
    monkeypatch.setattr(speech, "say", lambda *_, **__: None)
    monkeypatch.setattr("ui.look.banner.QTimer.singleShot", lambda ms, *_: started.append(ms))
    banners = Banners()
    qtbot.addWidget(banners)
    banners.tell("It is done.")
    assert len(started) == timers
