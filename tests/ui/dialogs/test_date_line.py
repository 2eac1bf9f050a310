"""Dates in dialogs: typed as people write them, shown back in full."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from briefing.model import Source
from tests.ui.page.desks import brief
from ui.dialogs.date_line import DateLine, in_full
from ui.dialogs.details import brief_form, source_form


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14 November 2025", "Friday 14 November 2025"),
        ("20 Nov 2025", "Thursday 20 November 2025"),
        ("2025-11-14", "Friday 14 November 2025"),
        ("14.11.2025", "Friday 14 November 2025"),
        ("Nov 2025", "November 2025"),
        ("2025", "2025"),
        ("14 Nov 2025 18:00", "Friday 14 November 2025, 18:00"),
        ("03/04/2025", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_date_is_shown_back_in_full(typed: str, read: str) -> None:
    assert in_full(typed) == read


def test_every_date_of_a_form_shows_what_was_read(qtbot: QtBot) -> None:
    forms = {
        source_form(Source("s1", title="Talks"), None): ("published", "accessed"),
        brief_form(brief(), None): ("as_of", "cut_off"),
    }
    for form, names in forms.items():
        qtbot.addWidget(form)
        for name in names:
            line = form.findChild(QLineEdit, f"field_{name}")
            assert isinstance(line, DateLine)
            line.setText("20 Nov 2025")
            assert line.read == line.accessibleDescription() == "Thursday 20 November 2025"
            assert form.fault_text() == ""
        form.show()
        form.grab()
