"""Handing a brief on: its source summary, its editions, what changed since the last one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from briefing import edits, inline, lookup, snapshot
from briefing.errors import BriefingError
from briefing.model import Brief, new_id
from briefing.session import Body, NewStep
from briefing.text import sha256
from ui.commands.actions import Action

if TYPE_CHECKING:
    from ui.workspace import Workspace


def _tr(text: str) -> str:
    return QCoreApplication.translate("handing_on", text)


class HandingOn:
    """Acts on editions and on the source summary of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace

    def draft_summary(self) -> None:
        """Draft the source summary from the data; an older draft goes, a person's own words stay below."""
        from briefing.checks import fixes, statement

        ws = self._ws
        words = statement.draft(ws.desk.brief, ws.states.origins)
        if not words:
            ws.tell(
                _tr("Nothing is cited yet, so there is nothing to say about the sources."),
                _tr("Link quotes first."),
            )
            return
        ident = new_id("c")
        if ws.desk.do(
            _tr("Draft the source summary"), fixes.written_summary, words, ident, ws.states.origins
        ):
            section = next(s for s in ws.desk.brief.sections if s.kind == "summary")
            kept = section.items[0].id == ident and len(section.items) > 1
            ws.say(
                _tr(
                    "The source summary is drafted above the words that stand there; remove what you do not want"
                )
                if kept
                else _tr("The source summary is drafted; undo takes it back")
            )
            ws.go_to(section.items[0].id)

    def freeze(self) -> None:
        """Freeze the edition as it is, and begin the next one; where something stands, ask first."""
        from briefing.checks import stands

        ws = self._ws
        if not ws.desk.flush():
            return
        what = stands(ws.states.verdicts, ws.states.findings)
        if not what.all:
            self._freeze()
            return
        from ui.dialogs.freeze import FreezeDialog

        dialog = FreezeDialog(ws.desk.brief.edition, what, ws)
        dialog.freeze_requested.connect(self._freeze)
        dialog.show_requested.connect(ws.checking.lead_to)
        dialog.open()

    def _freeze(self) -> None:
        ws = self._ws
        if not ws.desk.flush():
            return
        brief = ws.desk.brief
        data = snapshot.dump(brief)
        body = Body(sha256(data), data)
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        label = _tr("Freeze edition {n}").format(n=brief.edition)
        if ws.desk.do(NewStep(label, bodies=(body,)), edits.freeze_edition, now, body.sha):
            words = _tr("Edition {n} is frozen. This is edition {m}.").format(
                n=brief.edition, m=brief.edition + 1
            )
            ws.tell(words, _tr("Undo takes it back. “What changed” compares with it."), "info")

    def last_edition(self) -> Brief | None:
        """Return the edition that was frozen last; None where there is none, or it cannot be read."""
        ws = self._ws
        if not ws.desk.brief.editions:
            ws.tell(_tr("No edition has been frozen yet."), _tr("Freeze one before you hand the brief on."))
            return None
        try:
            return snapshot.load(ws.desk.original_of(ws.desk.brief.editions[-1].snapshot_sha))
        except BriefingError as error:
            ws.tell(error.message, error.hint, "error")
            return None

    def changes(self) -> None:
        """Show what changed since the last edition, and offer to draft the change statement."""
        old = self.last_edition()
        if old is None:
            return
        from briefing.checks import editions
        from ui.dialogs.changes import ChangesDialog

        ws = self._ws
        brief = ws.desk.brief
        dialog = ChangesDialog(
            brief.editions[-1].number,
            editions.changes(old, brief),
            {item.id: inline.plain(item.text) for item in lookup.statements(brief)},
            brief.change_statement,
            editions.draft_change_statement(old, brief),
            ws,
            read_only=ws.desk.read_only,
        )
        dialog.picked.connect(ws.go_to)
        dialog.statement_written.connect(
            lambda words: ws.articles.set_fields(
                "brief", {"change_statement": words}, _tr("Change statement")
            )
        )
        dialog.open()


ACTIONS: tuple[Action[HandingOn], ...] = (
    Action("brief.summary", "Draft the source summary", ("Brief", 810), HandingOn.draft_summary),
    Action("brief.freeze", "Freeze this edition", ("Brief", 820), HandingOn.freeze),
    Action("brief.changes", "What changed since the last edition…", ("Brief", 830), HandingOn.changes,
           needs="brief"),
)  # fmt: skip
