"""The panel gives its room to the brief while it has nothing to say, and takes it back when it has."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter

from ui.panes.panel import Panel


class PanelRoom(QObject):
    """Sizes the panel below in a splitter of two. What a hand has set is the size it comes back to."""

    def __init__(self, splitter: QSplitter, panel: Panel) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._panel = panel
        self._begun = False
        self._little = False
        self._full = 0  # pixels high before it gave its room away; 0 while it has it
        splitter.splitterMoved.connect(self._by_hand)
        panel.currentChanged.connect(lambda _: self.fit())
        for pane in (panel.problems, panel.suggestions, panel.versions, panel.review):
            pane.rows.modelReset.connect(self.fit)

    def begin(self) -> None:
        """Fit the panel from now on: the window has its size, the splitter what it was left with."""
        self._begun = True
        self.fit()

    def fit(self) -> None:
        """Give room away or take it back where what the panel has to say has changed."""
        little = self._panel.says_little
        if not self._begun or self._panel.isHidden() or little == self._little:
            return
        self._little = little
        if little:
            full = self._splitter.sizes()[1]
            least = self._panel.least_height()
            if least < full:
                self._full = full
                self._set(least)
        else:
            self.take_back()

    def take_back(self) -> None:
        """Give the panel the room it had."""
        if self._full:
            self._set(self._full)
            self._full = 0
            self._little = self._panel.says_little

    def _by_hand(self) -> None:
        self._full = 0

    def _set(self, height: int) -> None:
        whole = sum(self._splitter.sizes())
        self._splitter.setSizes([whole - height, height])
