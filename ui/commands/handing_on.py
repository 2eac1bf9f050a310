"""Handing a brief on: its source summary, its editions, what changed since the last one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from briefing import edits, inline, lookup, snapshot
from briefing.errors import BriefingError
from briefing.model import Brief, new_id
from briefing.session import Body, NewStep
from briefing.text import sha256
from ui.commands.actions import Action
from ui.commands.articles import set_fields
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.checks.findings import Finding
    from ui.command_needs import Context
    from ui.following.claim_states import States
    from ui.places import Places


class HandingOn:
    """Acts on editions and on the source summary of one brief."""

    def __init__(
        self, context: Context, places: Places, states: States, lead_to: Callable[[Finding], object]
    ) -> None:
        self._desk = context.desk
        self._messages = context.messages
        self._widget = context.widget
        self._places = places
        self._states = states
        self._lead_to = lead_to

    def draft_summary(self) -> None:
        """Draft the source summary from the data; an older draft goes, a person's own words stay below."""
        from briefing.checks import fixes, statement

        words = statement.draft(self._desk.brief, self._states.origins)
        if not words:
            self._messages.tell(
                tr("Nothing is cited yet, so there is nothing to say about the sources."),
                tr("Link quotes first."),
            )
            return
        ident = new_id("c")
        if self._desk.do(
            tr("Draft the source summary"), fixes.written_summary, words, ident, self._states.origins
        ):
            section = next(s for s in self._desk.brief.sections if s.kind == "summary")
            kept = section.items[0].id == ident and len(section.items) > 1
            self._messages.say(
                tr(
                    "The source summary is drafted above the words that stand there; remove what you do not "
                    "want"
                )
                if kept
                else tr("The source summary is drafted; undo takes it back")
            )
            self._places.go_to(section.items[0].id)

    def freeze(self) -> None:
        """Freeze the edition as it is, and begin the next one; where something stands, ask first."""
        from briefing.checks import stands

        if not self._desk.flush():
            return
        what = stands(self._states.verdicts, self._states.findings)
        if not what.all:
            self._freeze()
            return
        from ui.dialogs.freeze import FreezeDialog

        dialog = FreezeDialog(self._desk.brief.edition, what, self._widget)
        dialog.freeze_requested.connect(self._freeze)
        dialog.show_requested.connect(self._lead_to)
        dialog.open()

    def _freeze(self) -> None:
        if not self._desk.flush():
            return
        brief = self._desk.brief
        data = snapshot.dump(brief)
        body = Body(sha256(data), data)
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        label = tr("Freeze edition {n}").format(n=brief.edition)
        if self._desk.do(NewStep(label, bodies=(body,)), edits.freeze_edition, now, body.sha):
            words = tr("Edition {n} is frozen. This is edition {m}.").format(
                n=brief.edition, m=brief.edition + 1
            )
            self._messages.tell(words, tr("Undo takes it back. “What changed” compares with it."), "info")

    def last_edition(self) -> Brief | None:
        """Return the edition that was frozen last; None where there is none, or it cannot be read."""
        if not self._desk.brief.editions:
            self._messages.tell(
                tr("No edition has been frozen yet."), tr("Freeze one before you hand the brief on.")
            )
            return None
        try:
            return snapshot.load(self._desk.original_of(self._desk.brief.editions[-1].snapshot_sha))
        except BriefingError as error:
            self._messages.tell(error.message, error.hint, "error")
            return None

    def changes(self) -> None:
        """Show what changed since the last edition, and offer to draft the change statement."""
        old = self.last_edition()
        if old is None:
            return
        from briefing.checks import editions
        from ui.dialogs.changes import ChangesDialog

        brief = self._desk.brief
        dialog = ChangesDialog(
            brief.editions[-1].number,
            editions.changes(old, brief),
            {item.id: inline.plain(item.text) for item in lookup.statements(brief)},
            brief.change_statement,
            editions.draft_change_statement(old, brief),
            self._widget,
            read_only=self._desk.read_only,
        )
        dialog.picked.connect(self._places.go_to)
        dialog.statement_written.connect(
            lambda words: set_fields(self._desk, "brief", {"change_statement": words}, tr("Change statement"))
        )
        dialog.open()


ACTIONS: tuple[Action[HandingOn], ...] = (
    Action("brief.summary", "Draft the source summary", ("Brief", 810), HandingOn.draft_summary),
    Action("brief.freeze", "Freeze this edition", ("Brief", 820), HandingOn.freeze),
    Action("brief.changes", "What changed since the last edition…", ("Brief", 830), HandingOn.changes,
           needs="brief"),
)  # fmt: skip
