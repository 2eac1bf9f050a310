"""Blocks that Qt has left without lines: painting them does not end the program, and they are laid out."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefing.edits import Caret
from tests.ui.page.desks import page
from tests.ui.windows import settle
from ui.page.view import PageView


def left_out(view: PageView) -> int:
    """Take the lines of every claim away, as Qt does; return how many blocks have none."""
    blocks = [view.document().findBlockByNumber(n) for n in range(view.document().blockCount())]
    for block in blocks[1:]:
        block.layout().clearLayout()
    return sum(not block.layout().lineCount() for block in blocks)


def without_lines(view: PageView) -> int:
    blocks = [view.document().findBlockByNumber(n) for n in range(view.document().blockCount())]
    return sum(not block.layout().lineCount() for block in blocks)


def test_what_is_in_sight_is_laid_out(qtbot: QtBot) -> None:
    view = page()
    qtbot.addWidget(view)
    view.show()
    settle(60)
    assert left_out(view)
    view.grab()
    settle(30)
    assert without_lines(view) == 0


def test_where_the_caret_is_put_is_laid_out_first(qtbot: QtBot) -> None:
    view = page()
    qtbot.addWidget(view)
    view.show()
    settle(60)
    assert left_out(view)
    view.set_caret(Caret("j1", 3))
    assert without_lines(view) == 0
