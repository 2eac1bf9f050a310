"""The panel below the page: six panes, of which two are there only while they have something to show."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabWidget, QWidget

from ui.panes.evidence_pane import EvidencePane
from ui.panes.history_pane import HistoryPane
from ui.panes.problems_pane import ProblemsPane
from ui.panes.review_pane import ReviewPane
from ui.panes.rows_pane import RowsPane
from ui.panes.suggestions_pane import SuggestionsPane
from ui.panes.versions_pane import VersionsPane
from ui.translated import tr

_NARROWEST = 240  # pixels


class Panel(QTabWidget):
    """Makes the panes and shows one of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setDocumentMode(True)
        self.evidence = EvidencePane()
        self.problems = ProblemsPane()
        self.suggestions = SuggestionsPane()
        self.history = HistoryPane()
        self.versions = VersionsPane()
        self.review = ReviewPane()
        self.addTab(self.evidence, tr("Evidence"))
        self.addTab(self.problems, tr("Checks"))
        self.addTab(self.suggestions, tr("Suggestions"))
        self.addTab(self.history, tr("History"))
        self.addTab(self.versions, tr("New versions"))
        self.addTab(self.review, tr("Review"))
        for late in (self.versions, self.review):
            self.give_tab(late, there=False)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    @property
    def says_little(self) -> bool:
        """Return whether the pane that is shown has nothing to show but what to do."""
        pane = self.currentWidget()
        return isinstance(pane, EvidencePane | RowsPane) and pane.says_little

    def least_height(self) -> int:
        """Return how many pixels the tabs need with what a pane says that has nothing else to show."""
        pane = self.currentWidget()
        says = pane.least_height() if isinstance(pane, EvidencePane | RowsPane) else 0
        return self.tabBar().sizeHint().height() + says + 2

    def minimumSizeHint(self) -> QSize:
        pane = self.currentWidget()  # the others are not in the way of a narrow window
        wide = pane.minimumSizeHint().width() if pane is not None else 0
        return QSize(max(_NARROWEST, wide), self.tabBar().sizeHint().height() + 24)

    def name_tab(self, pane: QWidget, text: str) -> None:
        """Write a text on the tab of a pane."""
        self.setTabText(self.indexOf(pane), text)

    def show_named(self, name: str) -> None:
        """Show the pane of an object name, where its tab is there."""
        panes = (self.evidence, self.problems, self.suggestions, self.history, self.versions, self.review)
        pane = next((pane for pane in panes if pane.objectName() == name), None)
        if pane is not None and self.isTabVisible(self.indexOf(pane)):
            self.setCurrentWidget(pane)

    def give_tab(self, pane: QWidget, *, there: bool) -> None:
        """Show or hide the tab of a pane."""
        self.setTabVisible(self.indexOf(pane), there)
