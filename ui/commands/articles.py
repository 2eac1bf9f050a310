"""Articles and their evidence: adding, pasting, details, removing; fields of a linked quote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from briefing import anchor, edits, lookup
from briefing.errors import BriefingError
from briefing.model import Brief, Source
from briefing.session import Body
from ui.jobs import Ticket

if TYPE_CHECKING:
    from briefing.importing.door import Failed
    from ui.dialogs.paste_article import Pasted
    from ui.workspace import Workspace


def _tr(text: str) -> str:
    return QCoreApplication.translate("articles", text)


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch of files came to: sources with their bodies, and files that failed."""

    sources: tuple[Source, ...]
    bodies: tuple[Body, ...]
    failed: tuple[Failed, ...]


class Articles:
    """Acts on the list of articles and on the quotes linked from them."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return the functions of the articles' actions."""
        return {
            "articles.add": self.choose_files,
            "articles.paste": self.paste,
            "articles.details": self.details,
            "articles.remove": self.remove,
            "articles.read": self.toggle_read,
            "brief.actor_kind": self.actor_details,
        }

    def connect_panes(self) -> None:
        """Connect what the panes ask of this class."""
        ws = self._ws
        ws.sources.add_requested.connect(self.choose_files)
        ws.sources.paste_requested.connect(self.paste)
        ws.sources.details_requested.connect(self.details)
        ws.sources.files_dropped.connect(self.add_files)
        ws.sources.text_dropped.connect(self.paste)
        ws.reader.add_requested.connect(self.choose_files)
        ws.reader.details_requested.connect(self.details)

    # -- adding

    def choose_files(self) -> None:
        """Ask for files and add them."""
        paths, _ = QFileDialog.getOpenFileNames(
            self._ws, _tr("Add articles"), "", _tr("Text and Markdown (*.txt *.md *.markdown);;All files (*)")
        )
        if paths:
            self.add_files([Path(path) for path in paths])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read files in the worker, off the window's thread, and add what could be read as one step."""
        if self._ws.desk.read_only:
            self._ws.tell(
                _tr("This brief is open to read only."), _tr("Save a copy to work on it."), "warning"
            )
            return
        today = date.today().isoformat()
        ended: list[Callable[[], None]] = []

        def done(batch: Batch) -> None:
            ended[0]()
            self._add(batch)

        def failed(message: str, hint: str) -> None:
            ended[0]()
            self._ws.tell(message, hint, "error")

        job = self._ws.jobs.run(lambda ticket: read_batch(paths, ticket, today), done, failed)
        bar = self._ws.tell.progress(_tr("Reading articles"), job.cancel)
        ended.append(bar.close_bar)
        job.progressed.connect(bar.show_progress)

    def _add(self, batch: Batch) -> None:
        known = {s.text_sha: s for s in self._ws.desk.brief.sources}
        fresh: dict[str, Source] = {}
        again: list[Source] = []
        for source in batch.sources:
            twin = known.get(source.text_sha) or fresh.get(source.text_sha)
            if twin is not None:
                again.append(twin)
            else:
                fresh[source.text_sha] = source
        if fresh:
            label = _tr("Add an article") if len(fresh) == 1 else _tr("Add {n} articles").format(n=len(fresh))
            if not self._ws.desk.do(label, add_all, tuple(fresh.values()), bodies=batch.bodies):
                return
            self._ws.sources.choose(next(iter(fresh.values())).id)
            self._ws.say(label)
            self._ask_for_details([s for s in fresh.values() if not (s.publisher and s.published)])
        elif again:
            self._ws.sources.choose(again[0].id)
        self._report(batch, again)

    def _ask_for_details(self, sources: Sequence[Source]) -> None:
        """A cited source needs its outlet and date: ask for them where the article did not say."""
        if not sources:
            return
        first = sources[0]
        words = (
            _tr("“{title}” does not say who published it, or when.").format(title=first.title)
            if len(sources) == 1
            else _tr("{n} articles do not say who published them, or when.").format(n=len(sources))
        )
        hint = _tr("Every note names the outlet and the date. They can be filled in at any time.")
        self._ws.tell(words, hint, "info", [(_tr("Fill in…"), lambda: self.details(first.id))])

    def _report(self, batch: Batch, again: Sequence[Source]) -> None:
        for source in again[:3]:
            self._ws.tell(_tr("“{title}” is in this brief already.").format(title=source.title), "")
        for failure in [f for f in batch.failed if not f.skipped][:3]:
            self._ws.tell(f"{failure.name}: {failure.message}", failure.hint, "error")
        skipped = sum(f.skipped for f in batch.failed)
        if skipped:
            self._ws.tell(_tr("{n} other files of the folder were left out.").format(n=skipped), "")
        hidden = len([f for f in batch.failed if not f.skipped]) - 3
        if hidden > 0:
            self._ws.tell(_tr("{n} more files could not be read.").format(n=hidden), "", "error")

    def paste(self, text: str = "") -> None:
        """Ask for an article's words and add it."""
        if self._ws.desk.read_only:
            self._ws.tell(
                _tr("This brief is open to read only."), _tr("Save a copy to work on it."), "warning"
            )
            return

        from ui.dialogs.paste_article import PasteDialog

        dialog = PasteDialog(_guess, text if isinstance(text, str) else "", self._ws)
        dialog.chosen.connect(self._pasted)
        dialog.open()

    def _pasted(self, pasted: Pasted) -> None:
        from briefing.importing import door

        try:
            imported = door.read_pasted(pasted.text)
            fields = {name: edits.FIELDS[Source][name](value) for name, value in pasted.fields}
        except BriefingError as error:
            self._ws.tell(error.message, error.hint, "error")
            return
        named = replace(imported, source=replace(imported.source, **fields))
        source, bodies = door.to_source(named, accessed=date.today().isoformat())
        self._add(Batch((source,), bodies, ()))

    # -- one article

    def _current(self, source_id: str = "") -> Source | None:
        wanted = source_id or self._ws.reading.source_id
        return next((s for s in self._ws.desk.brief.sources if s.id == wanted), None)

    def details(self, source_id: str = "") -> None:
        """Show an article's fields for editing."""
        source = self._current(source_id)
        if source is None:
            self._ws.tell(_tr("No article is chosen."), _tr("Choose one in the list first."))
            return
        from ui.dialogs.details import source_form

        form = source_form(source, self._ws, read_only=self._ws.desk.read_only)
        form.accepted_values.connect(
            lambda changed: self.set_fields(source.id, changed, _tr("Article details"))
        )
        form.open()

    def actor_details(self) -> None:
        """Show the fields of the actor with the caret."""
        row = self._ws.page.current_row()
        brief = self._ws.desk.brief
        wanted = {row.id, row.holder} if row is not None else set()
        actor = next((a for a in brief.actors if a.id in wanted), None)
        if actor is None:
            self._ws.tell(_tr("The caret is in no actor."), _tr("Put it in an actor’s line."))
            return
        from ui.dialogs.details import actor_form

        form = actor_form(actor, self._ws)
        form.accepted_values.connect(lambda changed: self.set_fields(actor.id, changed, _tr("Actor details")))
        form.open()

    def set_fields(self, ident: str, changed: dict[str, str], label: str) -> None:
        """Set fields of one thing as one step."""
        if changed:
            self._ws.desk.do(label, set_all, ident, tuple(changed.items()))

    def remove(self) -> None:
        """Remove the article shown; one that is quoted asks first, in the bar."""
        source = self._current()
        if source is None:
            return
        links = len(lookup.links_of_source(self._ws.desk.brief, source.id))
        if not links:
            self._ws.desk.do(_tr("Remove article"), edits.remove_source, source.id)
            return
        self._ws.tell(
            _tr("{n} quotes of “{title}” are linked to claims.").format(n=links, title=source.title),
            _tr("Removing it unlinks them. Undo brings everything back."),
            "warning",
            [(_tr("Remove and unlink"), lambda: self._remove_all(source.id))],
        )

    def _remove_all(self, source_id: str) -> None:
        self._ws.desk.do(_tr("Remove article"), edits.remove_source, source_id, True)

    def toggle_read(self) -> None:
        """Mark the article shown as read, or unread."""
        source = self._current()
        if source is not None:
            self._ws.desk.do(_tr("Mark read"), edits.mark_read, source.id, not source.read)

    # -- linked quotes

    def set_evidence(self, evidence_id: str, field: str, value: str) -> None:
        """Set a field of a linked quote."""
        self._ws.desk.do(_tr("Edit evidence"), edits.set_field, evidence_id, field, value)

    def unlink(self, evidence_id: str) -> None:
        """Take a quote away from its claim."""
        self._ws.desk.do(_tr("Unlink quote"), edits.unlink, evidence_id)

    def relink(self, evidence_id: str, start: int, end: int) -> None:
        """Anchor a broken quote to the passage that was offered: a person has accepted it."""
        found = next((e for _, e in lookup.evidence(self._ws.desk.brief) if e.id == evidence_id), None)
        source = self._current(found.source) if found is not None else None
        if found is None or source is None:
            return
        try:
            quote = anchor.describe(self._ws.desk.text_of(source.text_sha), (start, end), source.text_sha)
        except BriefingError as error:
            self._ws.tell(error.message, error.hint, "error")
            return
        self._ws.desk.do(_tr("Use the passage"), edits.relink, evidence_id, quote)


def read_batch(paths: Sequence[Path], ticket: Ticket, today: str) -> Batch:
    """Read files through the worker; what was read before a cancel is kept."""
    from briefing.importing import door
    from briefing.importing.door import Imported

    sources: list[Source] = []
    bodies: list[Body] = []
    failed: list[Failed] = []
    for result in door.read_files(paths, progress=ticket.progress, cancelled=ticket.cancelled):
        if isinstance(result, Imported):
            source, more = door.to_source(result, accessed=today)
            sources.append(source)
            bodies.extend(more)
        else:
            failed.append(result)
    return Batch(tuple(sources), tuple(bodies), tuple(failed))


def add_all(brief: Brief, sources: Sequence[Source]) -> Brief:
    """An edit: add several articles as one step."""
    for source in sources:
        brief = edits.add_source(brief, source)
    return brief


def set_all(brief: Brief, ident: str, pairs: Sequence[tuple[str, str]]) -> Brief:
    """An edit: set several fields of one thing as one step."""
    for field, value in pairs:
        brief = edits.set_field(brief, ident, field, value)
    return brief


def _guess(text: str) -> Source | None:
    from briefing.importing import door

    try:
        return door.read_pasted(text).source
    except BriefingError:
        return None
