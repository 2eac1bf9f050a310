"""Adding a page by its address: where it goes is shown before anything goes there."""

from __future__ import annotations

import pytest

from ui.dialogs.ask_address import FetchDialog


@pytest.mark.parametrize(
    ("typed", "says", "may"),
    [
        ("", "", False),
        ("https://post.example/talks", "Goes to https://post.example/talks, encrypted.", True),
        ("http://post.example/talks", "Goes to http://post.example/talks, not encrypted.", True),
        ("file:///etc/passwd", "", False),
        ("javascript:alert(1)", "", False),
    ],
)
def test_it_says_where_an_address_goes(qtbot, typed: str, says: str, may: bool) -> None:
    dialog = FetchDialog(typed)
    qtbot.addWidget(dialog)
    assert says in dialog.goes_to.text()
    assert dialog.get.isEnabled() is may
    if typed and not may:
        assert dialog.goes_to.text()
        assert dialog.hint.text()


def test_accepting_hands_the_address_over_once(qtbot) -> None:
    dialog = FetchDialog(" https://post.example/talks ")
    qtbot.addWidget(dialog)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    dialog.accept()
    assert chosen == ["https://post.example/talks"]


def test_but_an_address_that_leads_nowhere_is_not_accepted(qtbot) -> None:
    dialog = FetchDialog("ftp://post.example")
    qtbot.addWidget(dialog)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    dialog.accept()
    assert chosen == []
