"""Adding articles: files, folders, a web address, pasted words; entries of feeds and attachments of mails.

Reading runs in a job; each text is written as it comes, and one short edit at the end names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit

from briefing import edits, intake, lookup
from briefing.errors import BriefingError
from briefing.intake import Intake, Line
from briefing.model import Source
from ui.jobs import Ticket

if TYPE_CHECKING:
    from briefing.importing.parsed import Hints, Part
    from briefing.importing.results import Failed, Listing, Result
    from ui.dialogs.paste_article import Pasted
    from ui.workspace import Workspace

_SAID_ONE_BY_ONE = 3
_BREATH_MS = 20


def _tr(text: str) -> str:
    return QCoreApplication.translate("adding", text)


class Adding:
    """Brings articles into the brief of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace
        self._lines: tuple[Line, ...] = ()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return the functions of the adding actions."""
        return {
            "articles.add": self.choose_files,
            "articles.add_folder": self.choose_folder,
            "articles.fetch": self.ask_address,
            "articles.paste": self.paste,
            "articles.attachments": self.attachments,
            "articles.summary": self.summary,
        }

    def connect_panes(self) -> None:
        """Connect what the panes ask of this class."""
        ws = self._ws
        ws.sources.add_requested.connect(self.choose_files)
        ws.sources.paste_requested.connect(self.paste)
        ws.sources.fetch_requested.connect(self.ask_address)
        ws.sources.files_dropped.connect(self.add_files)
        ws.sources.address_dropped.connect(self.ask_address)
        ws.sources.text_dropped.connect(self.paste)
        ws.reader.add_requested.connect(self.choose_files)

    # -- what is asked for

    def choose_files(self) -> None:
        """Ask for files and add them."""
        from briefing.importing import IMPORTERS
        from briefing.importing.door import MAILBOX

        endings = " ".join(f"*{suffix}" for row in IMPORTERS for suffix in row.suffixes)
        kinds = _tr("All that can be read ({endings});;All files (*)").format(endings=f"{endings} *{MAILBOX}")
        paths, _ = QFileDialog.getOpenFileNames(self._ws, _tr("Add articles"), "", kinds)
        if paths:
            self.add_files([Path(path) for path in paths])

    def choose_folder(self) -> None:
        """Ask for a folder and add what is in it."""
        path = QFileDialog.getExistingDirectory(self._ws, _tr("Add a folder of articles"))
        if path:
            self.add_files([Path(path)])

    def add_files(self, paths: Sequence[Path], hints: Hints | None = None) -> None:
        """Read files in the worker, off the window's thread, and add what could be read as one step."""

        def read(ticket: Ticket) -> Iterable[Result]:
            from briefing.importing import door

            return door.read_files(paths, hints=hints, progress=ticket.progress, cancelled=ticket.cancelled)

        self._run(_tr("Reading articles"), read)

    def ask_address(self, address: str = "") -> None:
        """Ask for the address of a page, and show where it goes."""
        if self._may_edit():
            from ui.dialogs.fetch import FetchDialog

            dialog = FetchDialog(address if isinstance(address, str) else "", self._ws)
            dialog.chosen.connect(self.fetch)
            dialog.open()

    def fetch(self, address: str, allow_private: bool = False) -> None:
        """Fetch one page, now, and add it."""
        from briefing.importing.fetch import PrivateAddress

        refused: list[PrivateAddress] = []

        def read(ticket: Ticket) -> Iterable[Result]:
            from briefing.importing import door, fetch

            try:
                got = fetch.fetch(address, allow_private=allow_private, cancelled=ticket.cancelled)
            except PrivateAddress as error:
                refused.append(error)
                return ()
            return (door.read_fetched(got, cancelled=ticket.cancelled),)

        def done(taken: Intake) -> None:
            for error in refused:
                self._ws.tell(
                    error.message, error.hint, "warning",
                    [(_tr("Fetch it all the same"), lambda: self.fetch(address, True))],
                )  # fmt: skip
            self._add(taken)

        self._run(_tr("Fetching the page"), read, done)

    def paste(self, text: str = "") -> None:
        """Ask for an article's words and add it; a lone address is fetched instead."""
        words = text if isinstance(text, str) else ""
        if words.strip().startswith(("http://", "https://")) and len(words.split()) == 1:
            self.ask_address(words.strip())
            return
        if self._may_edit():
            from ui.dialogs.paste_article import PasteDialog

            dialog = PasteDialog(_guess, words, self._ws)
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
        self._add(intake.take(self._ws.desk.brief, [named], accessed=_today()))

    def attachments(self) -> None:
        """Offer the attachments of the mail that is shown."""
        source = self._ws.articles.current()
        if source is None:
            self._ws.tell(_tr("No article is chosen."), _tr("Choose a mail in the list first."))
            return
        data = self._ws.desk.original_of(source.original_sha)
        found: list[tuple[Part, ...]] = []

        def read(_ticket: Ticket) -> Iterable[Result]:
            from briefing.importing import door

            again = door.read_bytes(source.filename or "mail.eml", data)
            found.append(again.attachments if isinstance(again, door.Imported) else ())
            return ()

        def done(_taken: Intake) -> None:
            if found and found[0]:
                self._offer(source.title, found[0])
            else:
                self._ws.tell(_tr("“{title}” has no attachments.").format(title=source.title))

        self._run(_tr("Looking into the mail"), read, done)

    def summary(self) -> None:
        """Show what became of each file of the last batch."""
        if not self._lines:
            self._ws.tell(
                _tr("Nothing has been added since this brief was opened."), _tr("Add articles first.")
            )
            return
        from ui.dialogs.summary import SummaryDialog

        dialog = SummaryDialog(self._lines, self._ws)
        dialog.picked.connect(self._ws.sources.choose)
        dialog.show()

    # -- running

    def _may_edit(self) -> bool:
        if self._ws.desk.read_only:
            self._ws.tell(
                _tr("This brief is open to read only."), _tr("Save a copy to work on it."), "warning"
            )
        return not self._ws.desk.read_only

    def _run(
        self,
        label: str,
        read: Callable[[Ticket], Iterable[Result]],
        done: Callable[[Intake], object] | None = None,
    ) -> None:
        """Read in a job, with a bar that shows how far it is, then add what was read."""
        if not self._may_edit():
            return
        desk, today = self._ws.desk, _today()
        brief = desk.brief
        ended: list[Callable[[], None]] = []

        def finished(taken: Intake) -> None:
            ended[0]()
            (done or self._add)(taken)

        def failed(message: str, hint: str) -> None:
            ended[0]()
            self._ws.tell(message, hint, "error")

        def act(ticket: Ticket) -> Intake:
            return intake.take(brief, read(ticket), accessed=today, keep=desk.keep)

        job = self._ws.jobs.run(act, finished, failed)
        bar = self._ws.tell.progress(label, job.cancel)
        ended.append(bar.close_bar)
        job.progressed.connect(bar.show_progress)

    def _add(self, taken: Intake) -> None:
        if taken.changes:
            count = len(taken.sources)
            label = _tr("Add {n} articles").format(n=count) if count > 1 else _tr("Add an article")
            if not self._ws.desk.do(label, intake.put, taken, bodies=taken.bodies):
                return
            self._ws.say(label)
        first = next((line.source_id for line in taken.lines if line.source_id), "")
        if first:
            self._ws.sources.choose(first)
        if taken.lines:
            self._lines = taken.lines
        # One after the other, so that the window answers in between.
        QTimer.singleShot(_BREATH_MS, self._ws, lambda: self._report(taken))
        bare = [s for s in taken.sources if s.text_sha and not (s.publisher and s.published)]
        QTimer.singleShot(2 * _BREATH_MS, self._ws, lambda: self._ask_for_details(bare))

    # -- saying what became of it

    def _report(self, taken: Intake) -> None:
        for locked in taken.locked[:_SAID_ONE_BY_ONE]:
            self._ask_password(locked)
        for source_id, parts in taken.attachments[:_SAID_ONE_BY_ONE]:
            title = next((s.title for s in self._ws.desk.brief.sources if s.id == source_id), "")
            self._tell_attachments(title, parts)
        for listing in taken.listings:
            self._pick(listing)
        for line in taken.lines:
            if line.outcome == "version":
                self._tell_version(line)
        locked_names = {failed.name for failed in taken.locked}
        told = [
            line
            for line in taken.lines
            if line.outcome in ("failed", "known") and line.name not in locked_names
        ]
        if len(taken.lines) > _SAID_ONE_BY_ONE:
            from ui.dialogs.summary import summary_words

            kind = "warning" if taken.count("failed") else "info"
            self._ws.tell(summary_words(taken.lines), "", kind, [(_tr("Show the list"), self.summary)])
            return
        for line in told:
            if line.outcome == "failed":
                self._ws.tell(" ".join(line.notices), line.hint, "error")
            else:
                self._ws.tell(_tr("“{title}” is in this brief already.").format(title=line.title))
        left = [line for line in taken.lines if line.outcome == "left"]
        for line in left:
            self._ws.tell(" ".join(line.notices), line.hint)

    def _tell_version(self, line: Line) -> None:
        brief = self._ws.desk.brief
        source = next((s for s in brief.sources if s.id == line.source_id), None)
        links = len(lookup.links_of_source(brief, source.supersedes)) if source is not None else 0
        words = _tr("“{title}” is a new version of an article of this brief.").format(title=line.title)
        hint = _tr("{n} quotes rest on the old one, which stays.").format(n=links) if links else ""
        choices = [(_tr("See what changed"), self._ws.show_versions)] if links else []
        self._ws.tell(words, hint, "warning" if links else "info", choices)

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
        self._ws.tell(words, hint, "info", [(_tr("Fill in…"), lambda: self._ws.articles.details(first.id))])

    def _ask_password(self, locked: Failed) -> None:
        path = locked.path
        choices = [(_tr("Enter the password…"), lambda: self._password(path))] if path is not None else []
        self._ws.tell(locked.message, locked.hint, "warning", choices)

    def _password(self, path: Path) -> None:
        from briefing.importing.parsed import Hints

        dialog = QInputDialog(self._ws)
        dialog.setObjectName("ask_password")
        dialog.setWindowTitle(_tr("Password"))
        dialog.setLabelText(_tr("Password of “{name}”:").format(name=path.name))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.textValueSelected.connect(lambda typed: self.add_files([path], Hints(password=typed)))
        dialog.open()

    def _tell_attachments(self, title: str, parts: tuple[Part, ...]) -> None:
        names = ", ".join(part.name for part in parts[:4]) + (" …" if len(parts) > 4 else "")
        words = _tr("“{title}” has attachments: {names}.").format(title=title, names=names)
        hint = _tr("None was opened. Each can become a source of its own.")
        self._ws.tell(words, hint, "info", [(_tr("Add…"), lambda: self._offer(title, parts))])

    def _offer(self, title: str, parts: Sequence[Part]) -> None:
        from ui.dialogs.pick import PickDialog

        words = _tr("Attachments of “{title}”. Nothing is opened before it is added.").format(title=title)
        dialog = PickDialog(_tr("Add attachments"), words, parts, self._ws)
        dialog.picked.connect(self.add_parts)
        dialog.open()

    def _pick(self, listing: Listing) -> None:
        from ui.dialogs.pick import PickDialog

        words = _tr("Entries of “{title}”. Those without their text are fetched from their address.")
        dialog = PickDialog(
            _tr("Add entries of a feed"), words.format(title=listing.title), listing.entries, self._ws
        )
        dialog.picked.connect(self.add_parts)
        dialog.open()

    def add_parts(self, parts: Sequence[Part]) -> None:
        """Add attachments, or entries of a feed: those without bytes are fetched, as was asked."""

        def read(ticket: Ticket) -> Iterable[Result]:
            from briefing.importing.parts import read_parts

            return read_parts(parts, progress=ticket.progress, cancelled=ticket.cancelled)

        self._run(_tr("Adding"), read)


def _today() -> str:
    return date.today().isoformat()


def _guess(text: str) -> Source | None:
    from briefing.importing import door

    try:
        return door.read_pasted(text).source
    except BriefingError:
        return None
