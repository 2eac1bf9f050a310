"""The panel gives its room to the brief while it has nothing to say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.windows import settle
from ui.panes.evidence_card import EvidenceRow
from ui.panes.panel import Panel
from ui.panes.panel_room import PanelRoom

ROW = EvidenceRow("e1", 1, "talks began", "Talks", "supports")
FULL = 210


class Below:
    """A splitter of a brief and a panel."""

    def __init__(self, qtbot: QtBot) -> None:
        self.panel = Panel()
        self.split = QSplitter(Qt.Orientation.Vertical)
        qtbot.addWidget(self.split)
        self.split.addWidget(QWidget())
        self.split.addWidget(self.panel)
        self.split.setChildrenCollapsible(False)
        self.split.resize(700, 600)
        self.split.show()
        self.split.setSizes([600 - FULL, FULL])
        settle(10)
        self.full = self.split.sizes()[1]
        self.room = PanelRoom(self.split, self.panel)
        self.show(())
        self.room.begin()

    def show(self, rows: tuple[EvidenceRow, ...]) -> None:
        self.panel.evidence.show_rows("", rows, "" if rows else "No quote yet.", editable=True)
        self.room.fit()

    @property
    def height(self) -> int:
        settle(5)
        return self.split.sizes()[1]


@pytest.fixture
def below(qtbot: QtBot) -> Below:
    return Below(qtbot)


def test_it_shrinks_while_there_is_nothing_to_see_and_comes_back(below: Below) -> None:
    assert below.height < below.full / 2
    assert "No quote yet." in [label.text() for label in below.panel.evidence.findChildren(QLabel)]
    below.show((ROW,))
    assert below.height == below.full
    below.show(())
    assert below.height < below.full / 2


def test_other_panes_shrink_while_they_have_no_row(below: Below) -> None:
    below.panel.setCurrentWidget(below.panel.history)
    assert below.height == below.full
    below.panel.setCurrentWidget(below.panel.suggestions)
    assert below.height < below.full / 2


def test_what_a_hand_has_set_stays(below: Below) -> None:
    below.split.setSizes([600 - 300, 300])
    below.split.splitterMoved.emit(300, 1)
    by_hand = below.height
    below.show((ROW,))
    assert below.height == by_hand
    below.room.take_back()
    assert below.height == by_hand


def test_the_size_that_is_kept_is_that_of_the_full_panel(below: Below) -> None:
    below.room.take_back()
    assert below.height == below.full
