"""Pasting an article."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.model import Source
from ui.dialogs.paste_article import PasteDialog

TEXT = "Talks began\n\nDelegates met 😀\u00a0on Friday."


def guess(text: str) -> Source | None:
    lines = text.split("\n")
    return Source("draft", title=lines[0], authors=("A", "B")) if text.strip() else None


@pytest.fixture
def dialog(qtbot: QtBot) -> PasteDialog:
    made = PasteDialog(guess)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_article_without_words_cannot_be_added(qtbot: QtBot, dialog: PasteDialog) -> None:
    assert not dialog.add.isEnabled()
    dialog.body.setPlainText("  \n ")
    assert not dialog.add.isEnabled()
    with qtbot.assertNotEmitted(dialog.chosen):
        dialog.accept()


def test_what_the_words_say_of_themselves_is_filled_in(qtbot: QtBot, dialog: PasteDialog) -> None:
    dialog.body.setPlainText(TEXT)
    qtbot.waitUntil(lambda: dialog.lines["title"].text() == "Talks began")
    assert dialog.lines["authors"].text() == "A; B"


def test_but_not_over_what_was_typed(qtbot: QtBot, dialog: PasteDialog) -> None:
    QTest.keyClicks(dialog.lines["title"], "Mine")
    dialog.body.setPlainText(TEXT)
    qtbot.waitUntil(lambda: dialog.lines["authors"].text() == "A; B")
    assert dialog.lines["title"].text() == "Mine"


def test_adding_at_once_does_not_lose_what_would_be_filled_in(qtbot: QtBot, dialog: PasteDialog) -> None:
    dialog.body.setPlainText(TEXT)
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.add.click()
    (pasted,) = told.args
    assert pasted.text == TEXT
    assert dict(pasted.fields)["title"] == "Talks began"


@pytest.mark.parametrize("text", [TEXT, "a\u2028b\u00a0c\r\nd", "a\tb\u200b"])
def test_words_that_came_from_outside_are_kept_as_they_came(qtbot: QtBot, text: str) -> None:
    made = PasteDialog(guess, text)
    qtbot.addWidget(made)
    assert made.text() == text


@pytest.mark.parametrize(("name", "value"), [("published", "yesterday"), ("url", "javascript:x")])
def test_a_field_that_cannot_be_used_is_told_and_stops_the_adding(
    dialog: PasteDialog, name: str, value: str
) -> None:
    dialog.body.setPlainText(TEXT)
    dialog.lines[name].setText(value)
    assert dialog.fault.text() != ""
    assert not dialog.add.isEnabled()
    dialog.lines[name].clear()
    assert dialog.fault.text() == ""
    assert dialog.add.isEnabled()


def test_markup_is_pasted_as_it_is_shown(dialog: PasteDialog) -> None:
    dialog.body.setPlainText("<b>Talks</b>")
    assert dialog.text() == "<b>Talks</b>"
