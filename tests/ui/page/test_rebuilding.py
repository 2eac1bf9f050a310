"""The page is written anew when fonts or colours change: once, and what follows it stays right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing import edits, lookup
from briefing.edits import Caret
from tests.ui.commands.flows import ARTICLE, FERRY, PEOPLE, begin, claim, put, quiet
from tests.ui.page.desks import page
from tests.ui.windows import app, settle, window
from ui.page.row_blocks import Look
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


def test_another_theme_gives_each_word_its_colour_and_moves_nothing(qtbot: QtBot) -> None:
    looks = [Look("DejaVu Sans", 11, "#111111", "#666666", "#2f5bd0")]
    view = page()
    view._look = lambda: looks[0]
    view.rebuild()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    view.desk.do("Write", edits.set_text, "c2", "See [the paper](https://paper.example/) of **Sunday**.")
    view.set_caret(Caret("c2", 9), 4)
    place = view.textCursor().anchor(), view.textCursor().position(), view.verticalScrollBar().value()
    looks[0] = Look("DejaVu Sans", 11, "#eeeeee", "#999999", "#99aaff")
    view.restyle()
    recoloured = re.findall(r"color:#\w+", view.toHtml())
    assert (
        view.textCursor().anchor(),
        view.textCursor().position(),
        view.verticalScrollBar().value(),
    ) == place
    view.rebuild()
    assert recoloured == re.findall(r"color:#\w+", view.toHtml())
    assert set(recoloured) == {"color:#eeeeee", "color:#99aaff"}
    assert not view.dirty
    looks[0] = Look("DejaVu Sans", 14, "#eeeeee", "#999999", "#99aaff")
    view.restyle()
    assert "14pt" in view.toHtml()
