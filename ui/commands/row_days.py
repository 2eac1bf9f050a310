"""Days of a chronology: one typed for the current row, rows drafted from claims and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QLineEdit

from briefing import edits, inline, lookup
from briefing.edits import chronology
from briefing.language.typed_days import day_in_full
from briefing.model import new_id
from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from ui.command_needs import Context
    from ui.page.view import PageView


class Dating:
    """Acts on the chronology of a brief."""

    def __init__(self, context: Context, page: PageView) -> None:
        self._context = context
        self._page = page

    def set_day(self, row_id: str = "") -> None:
        """Ask when what a row of a chronology says happened; the current row for row ""."""
        desk, page = self._context.desk, self._page
        desk.flush()
        row = page.current_row()
        wanted = row_id or (row.id if row is not None else "")
        claim = next((c for c in chronology.rows_of(desk.brief) if c.id == wanted), None)
        if claim is None:
            self._context.messages.tell(
                tr("The caret is not in a chronology."),
                tr("Put it in a row that has a day, or should have one."),
            )
            return
        if not self._context.may_edit():
            return
        typed, ok = QInputDialog.getText(
            self._context.widget,
            tr("Day of the row"),
            tr("13 October 2023, October 2023, c. March 2020, 12–14 May 2021"),
            QLineEdit.EchoMode.Normal,
            day_in_full(claim.day),
        )
        if ok and desk.do(tr("Day of the row"), edits.set_field, claim.id, "day", typed):
            page.show_whole(claim.id)
        page.setFocus()

    def draft(self) -> None:
        """Write a row for each claim whose words or quotes name a day, as one step."""
        desk, messages = self._context.desk, self._context.messages
        if not self._context.may_edit() or not desk.flush():
            return
        proposed = chronology.proposed_rows(desk.brief)
        if not proposed:
            messages.tell(
                tr("No claim gives a row that the chronology has not."),
                tr("A claim gives one where its words or its quotes name a day."),
            )
            return
        known = {claim.id for claim in lookup.claims(desk.brief)}
        if desk.do(tr("Draft chronology"), edits.draft_rows, proposed, new_id):
            first = next(c for c in chronology.rows_of(desk.brief) if c.id not in known)
            self._page.set_caret(edits.Caret(first.id, 0))
            self._page.setFocus()
            one, many = (
                tr("1 row is drafted; undo takes it back"),
                tr("{n} rows are drafted; undo takes them back"),
            )
            messages.say(one if len(proposed) == 1 else many.format(n=len(proposed)))

    def show_timeline(self) -> None:
        """Show the rows of the chronology on one axis of time."""
        from briefing.exporting.timeline_layout import TimelineEntry, timeline
        from ui.panes.timeline import TimelineDialog

        desk = self._context.desk
        desk.flush()
        rows = chronology.rows_of(desk.brief)
        placed = timeline(TimelineEntry(row.id, row.day, inline.plain(row.text)) for row in rows)
        if placed is None:
            self._context.messages.tell(
                tr("There is no chronology with a day in it."),
                tr("“Draft chronology” in the menu Brief writes one from the claims."),
            )
            return
        dialog = TimelineDialog(placed, self._context.widget)
        dialog.picked.connect(self._go)
        dialog.open()

    def _go(self, row_id: str) -> None:
        self._page.set_caret(edits.Caret(row_id, 0))
        self._page.show_whole(row_id)
        self._page.setFocus()


ACTIONS: tuple[Action[Dating], ...] = (
    Action("brief.day", "Day of the row…", ("Brief", 475), lambda c: c.set_day()),
    Action("brief.draft_chronology", "Draft chronology", ("Brief", 670), lambda c: c.draft()),
    Action(
        "view.timeline",
        "Timeline of the chronology",
        ("View", 240),
        lambda c: c.show_timeline(),
        needs="brief",
    ),
)
