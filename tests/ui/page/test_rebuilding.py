"""The page is written anew when fonts or colours change: once, and what follows it stays right."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing import lookup
from tests.ui.commands.flows import ARTICLE, FERRY, PEOPLE, begin, claim, put, quiet
from tests.ui.page.desks import page
from tests.ui.windows import app, settle, window
from ui.panes.evidence_card import EvidenceCard
from ui.window import Window

__all__ = ["app", "window"]


@pytest.mark.parametrize("height", [120, 2000], ids=["with a scroll bar", "without"])
def test_the_page_is_written_once(qtbot: QtBot, height: int) -> None:
    view = page()
    qtbot.addWidget(view)
    view.resize(600, height)
    view.show()
    entered: list[str] = []
    view.row_entered.connect(entered.append)
    view.rebuild()
    settle(60)
    assert entered == []
    assert view.document().blockCount() == len(view.rows)
    assert not view.dirty


def test_after_a_change_of_size_the_evidence_of_a_claim_is_still_shown(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    ws = begin(window, tmp_path)
    source = put(ws, ARTICLE)
    idents = [claim(ws, words, source, words) for words in (FERRY, PEOPLE) * 8]
    window.show()
    quiet(window, qtbot)
    window.actions_by_id["view.zoom_in"].trigger()
    ws.places.go_to(idents[0])
    settle(120)
    assert [card.isVisible() for card in ws.evidence.findChildren(EvidenceCard)] == [True]
    assert len(tuple(lookup.claims(ws.desk.brief))) == 16
