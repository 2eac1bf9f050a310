"""Versions of an article and its origin: taking in a corrected one, moving its quotes, saying whose story it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from briefing import anchor, edits, lookup, revision
from briefing.errors import BadInput
from briefing.model import Brief, Quote, Source
from briefing.session import Body
from ui.jobs import Ticket
from ui.versions_pane import VersionRow

if TYPE_CHECKING:
    from ui.workspace import Workspace


def _tr(text: str) -> str:
    return QCoreApplication.translate("versions", text)


class Versions:
    """Acts on versions and origins of the articles of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace
        self._shown: tuple[Source, ...] = ()
        self._running = False

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return the functions of the actions on versions and origins."""
        return {
            "articles.revise": self.choose_version,
            "articles.versions": self.show,
            "articles.supersedes": self.choose_older,
            "articles.release": self.release,
            "articles.same_origin": self.choose_origin,
            "articles.apart": lambda: self._origin(edits.apart),
            "articles.origin_computed": lambda: self._origin(edits.automatic),
        }

    def connect_panes(self) -> None:
        """Connect what the pane asks of this class."""
        pane = self._ws.versions
        pane.accept_requested.connect(self.accept)
        pane.accept_same_requested.connect(self.accept_same)
        pane.show_old_requested.connect(lambda row: self._ws.reading.reveal(row.recalled.evidence_id))
        pane.show_new_requested.connect(self._show_new)

    # -- a new version

    def choose_version(self) -> None:
        """Ask for the corrected file of the article that is shown."""
        source = self._ws.articles.current()
        if source is None:
            self._ws.tell(_tr("No article is chosen."), _tr("Choose the one that was corrected."))
            return
        path, _ = QFileDialog.getOpenFileName(self._ws, _tr("The corrected version of the article"))
        if path:
            self.revise(source, Path(path))

    def revise(self, old: Source, path: Path) -> None:
        """Read a corrected file and let it supersede an article."""
        today = date.today().isoformat()
        last = edits.newest(self._ws.desk.brief, old)

        def act(ticket: Ticket) -> tuple[Source, tuple[Body, ...]]:
            from briefing.importing import door
            from briefing.importing.results import Failed, Imported, to_source

            (read,) = door.read_files([path], cancelled=ticket.cancelled)
            if isinstance(read, Failed):
                raise BadInput(read.message, read.hint)
            if not isinstance(read, Imported):
                raise BadInput(f"“{path.name}” holds no article.", "Choose the corrected article.")
            return to_source(read, accessed=today)

        def done(made: tuple[Source, tuple[Body, ...]]) -> None:
            source, bodies = made
            label = _tr("New version of an article")
            if self._ws.desk.do(label, edits.supersede, last.id, source, bodies=bodies):
                self._ws.sources.choose(source.id)
                self.show()

        self._ws.jobs.run(act, done, lambda message, hint: self._ws.tell(message, hint, "error"))

    def choose_older(self) -> None:
        """Ask of which article the one that is shown is a newer version."""
        label = _tr("New version of an article")

        def chosen(other: str, source: Source) -> None:
            if self._ws.desk.do(label, edits.supersede_known, other, source.id):
                self.show()

        likely = revision.suspects
        self._choose(_tr("It is a newer version of"), chosen, first=likely)

    def release(self) -> None:
        """Take back that the article shown is a version of another."""
        source = self._ws.articles.current()
        if source is not None and source.supersedes:
            self._ws.desk.do(_tr("Not a new version"), edits.release, source.id)
        else:
            self._ws.tell(_tr("This article is no new version of another."))

    # -- quotes on old versions

    def refresh(self) -> None:
        """Look again, in a thread, at the quotes that rest on superseded articles."""
        desk = self._ws.desk
        brief = desk.brief
        if self._running:
            return
        if not any(source.supersedes for source in brief.sources):
            self._found(())
            return
        self._running = True

        def done(rows: tuple[VersionRow, ...]) -> None:
            self._running = False
            self._found(rows)
            if desk.brief.sources is not brief.sources:
                self.refresh()

        def failed(message: str, hint: str) -> None:
            self._running = False
            desk.refused.emit(message, hint)

        self._ws.jobs.run(lambda _ticket: recalled_rows(brief, desk.text_of), done, failed)

    def _found(self, rows: Sequence[VersionRow]) -> None:
        ws = self._ws
        ws.versions.show_rows(rows, editable=not ws.desk.read_only)
        at = ws.tabs.indexOf(ws.versions)
        ws.tabs.setTabVisible(at, bool(rows))
        ws.tabs.setTabText(at, _tr("New versions {n}").format(n=len(rows)))

    def show(self) -> None:
        """Show the quotes that rest on older versions."""
        ws = self._ws
        if not any(s.supersedes for s in ws.desk.brief.sources):
            hint = _tr("Add a corrected version with “New version from a file…”.")
            ws.tell(_tr("No article of this brief has a newer version."), hint)
            return
        ws.tabs.setTabVisible(ws.tabs.indexOf(ws.versions), True)
        ws.tabs.setCurrentWidget(ws.versions)
        self.refresh()

    def accept(self, row: VersionRow) -> None:
        """Move one quote to the passage of the new version."""
        self._accept((row,), _tr("Use the new passage"))

    def accept_same(self) -> None:
        """Move every quote whose words stand in the new version as they were."""
        rows = [row for row in self._ws.versions.rows.rows if row.recalled.state == "same"]
        self._accept(rows, _tr("Move quotes to the new version"))

    def _accept(self, rows: Sequence[VersionRow], label: str) -> None:
        pairs: dict[str, list[tuple[str, Quote]]] = {}
        for row in rows:
            if row.recalled.span is not None:
                text = self._ws.desk.text_of(row.new.text_sha)
                quote = anchor.describe(text, row.recalled.span, row.new.text_sha)
                pairs.setdefault(row.new.id, []).append((row.recalled.evidence_id, quote))
        if pairs and self._ws.desk.do(label, _accept_each, pairs):
            self.refresh()

    def _show_new(self, row: VersionRow) -> None:
        if row.recalled.span is not None:
            self._ws.reading.reveal_span(row.new.id, *row.recalled.span)
        else:
            self._ws.sources.choose(row.new.id)

    # -- origins

    def choose_origin(self) -> None:
        """Ask whose story the article that is shown hands on."""

        def chosen(other: str, source: Source) -> None:
            group = self._ws.tracing.origins.of.get(other)
            members = group.members if group is not None else ()
            self._ws.desk.do(_tr("Same origin"), edits.same_origin, source.id, other, members)

        self._choose(_tr("It tells the same story as"), chosen)

    def _origin(self, edit: Callable[[Brief, str], Brief]) -> None:
        source = self._ws.articles.current()
        if source is not None:
            self._ws.desk.do(_tr("Origin of an article"), edit, source.id)

    def _choose(
        self,
        question: str,
        chosen: Callable[[str, Source], None],
        *,
        first: Callable[[Brief, Source], Sequence[Source]] | None = None,
    ) -> None:
        """Ask for another article; `first` puts the likely ones at the head."""
        source = self._ws.articles.current()
        others = [s for s in self._ws.desk.brief.sources if source is not None and s.id != source.id]
        if source is None or not others:
            self._ws.tell(_tr("There is no other article to choose."))
            return
        from ui.dialogs.form import Field, FormDialog

        likely = list(first(self._ws.desk.brief, source)) if first is not None else []
        ranked = [*likely, *(s for s in others if s not in likely)]
        choices = tuple(
            (s.id, f"{s.title or s.filename} ({s.publisher or s.published or s.id})") for s in ranked
        )
        dialog = FormDialog(
            source.title, (Field("other", question, choices=choices),), {"other": ""}, {}, self._ws
        )
        dialog.setObjectName("choose_article")
        dialog.accepted_values.connect(lambda changed: chosen(changed.get("other", ranked[0].id), source))
        dialog.open()


def recalled_rows(brief: Brief, text_of: Callable[[str], str]) -> tuple[VersionRow, ...]:
    """Return a row for each quote that rests on a superseded article."""
    rows: list[VersionRow] = []
    superseded = {source.supersedes for source in brief.sources}
    for old in brief.sources:
        if old.id not in superseded or not lookup.links_of_source(brief, old.id):
            continue
        new = edits.newest(brief, old)
        found = revision.recall(brief, old, text_of(old.text_sha), text_of(new.text_sha), new.text_sha)
        rows += [VersionRow(old, new, recalled) for recalled in found]
    return tuple(rows)


def _accept_each(brief: Brief, pairs: dict[str, list[tuple[str, Quote]]]) -> Brief:
    for source_id, quotes in pairs.items():
        brief = edits.accept_versions(brief, source_id, tuple(quotes))
    return brief
