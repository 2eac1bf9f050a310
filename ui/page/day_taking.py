"""The day that a row of a chronology begins with leaves its words when the row is left."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from briefing import edits
from briefing.errors import NotFound
from briefing.session import NewStep
from ui.page.row_text import OWN, RowText
from ui.translated import tr


class TypedDays:
    """Knows in which row was typed since it was entered: after undo, words stay as they came back."""

    def __init__(self, page: RowText) -> None:
        self._page = page
        self._typed: dict[str, None] = {}
        self._later = QTimer(page)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._take)

    def typed(self, row_id: str) -> None:
        """Take that words were typed in a row."""
        self._typed[row_id] = None

    def left(self) -> None:
        """Take that the caret or the keys went elsewhere; days are taken when what moved them is done."""
        if self._typed:
            self._later.start(0)

    def _take(self) -> None:
        page = self._page
        row = page.current_row()
        here = row.id if row is not None and page.hasFocus() else ""
        if page.desk.read_only or not page.desk.flush():
            return
        for row_id in [typed for typed in self._typed if typed != here]:
            del self._typed[row_id]
            if self._begins_with_day(row_id):
                page.desk.do(NewStep(tr("Day of the row"), OWN), edits.take_typed_day, row_id)

    def _begins_with_day(self, row_id: str) -> bool:
        brief = self._page.desk.brief
        try:
            return edits.take_typed_day(brief, row_id) is not brief
        except NotFound:
            return False  # the row has gone, or holds no claim
