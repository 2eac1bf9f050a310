"""Adding articles: files, folders, a web address, pasted words; entries of feeds and attachments of mails.

Reading runs in a job; each text is written as it comes, and one short edit at the end names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from briefing import edits
from briefing.errors import BriefingError
from briefing.model import Source
from briefing.session import NewStep
from ui.commands.actions import Action
from ui.commands.added import BREATH_MS, Outcome
from ui.commands.articles import original
from ui.look.bidi import few_names
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.importing.common.parsed import Hints, Part
    from briefing.importing.results import Failed, Listing, Result
    from briefing.tasks.add_sources import Intake, OutcomeLine
    from ui.command_needs import Context
    from ui.dialogs.paste_article import Pasted
    from ui.following.article_shown import ArticleReading
    from ui.panes.sources_pane import SourcesPane
    from ui.qt.jobs import Ticket


class Adding:
    """Brings articles into one brief."""

    def __init__(
        self,
        context: Context,
        reading: ArticleReading,
        sources: SourcesPane,
        outcome: Outcome,
    ) -> None:
        self._context = context
        self._desk = context.desk
        self._jobs = context.jobs
        self._messages = context.messages
        self._widget = context.widget
        self._reading = reading
        self._sources = sources
        self._outcome = outcome
        self._lines: tuple[OutcomeLine, ...] = ()

    # -- what is asked for

    def choose_files(self) -> None:
        """Ask for files and add them."""
        if not self._context.may_edit():
            return
        from briefing.importing import IMPORTERS, link_files, machine_reading
        from briefing.importing.inputs import MAILBOX

        suffixes = [suffix for row in IMPORTERS for suffix in row.suffixes] + [MAILBOX, *link_files.SUFFIXES]
        suffixes += machine_reading.PICTURES if machine_reading.available() else ()
        endings = " ".join(f"*{suffix}" for suffix in suffixes)
        kinds = tr("All that can be read ({endings});;All files (*)").format(endings=endings)
        paths, _ = QFileDialog.getOpenFileNames(self._widget, tr("Add articles"), "", kinds)
        if paths:
            self.add_files([Path(path) for path in paths])

    def choose_folder(self) -> None:
        """Ask for a folder and add what is in it."""
        if not self._context.may_edit():
            return
        if path := QFileDialog.getExistingDirectory(self._widget, tr("Add a folder of articles")):
            self.add_files([Path(path)])

    def add_files(self, paths: Sequence[Path], hints: Hints | None = None) -> None:
        """Read files in the worker, off the window's thread, and add what could be read as one step."""

        def read(ticket: Ticket) -> Iterable[Result]:
            from briefing.importing import inputs

            return inputs.read_files(paths, hints=hints, progress=ticket.progress, cancelled=ticket.cancelled)

        self.run(tr("Reading articles"), read)

    def ask_address(self, address: str = "") -> None:
        """Ask for the address of a page, and show where it goes."""
        if self._context.may_edit():
            from ui.dialogs.ask_address import FetchDialog

            dialog = FetchDialog(address if isinstance(address, str) else "", self._widget)
            dialog.chosen.connect(self.fetch)
            dialog.open()

    def fetch(self, address: str, allow_private: bool = False) -> None:
        """Fetch one page, now, and add it."""
        from briefing.importing.web.fetch import PrivateAddress, fetch
        from briefing.outside.pipes import Cancelled

        refused: list[PrivateAddress] = []

        def read(ticket: Ticket) -> Iterable[Result]:
            from briefing.importing import inputs

            try:
                got = fetch(address, allow_private=allow_private, cancelled=ticket.cancelled)
                return (inputs.read_fetched(got, cancelled=ticket.cancelled),)
            except PrivateAddress as error:
                refused.append(error)
            except Cancelled:
                pass  # the bar says that it was stopped
            return ()

        def done(taken: Intake) -> None:
            for error in refused:
                self._messages.tell(
                    error.message, error.hint, "warning",
                    [(tr("Fetch it anyway"), lambda: self.fetch(address, True))],
                )  # fmt: skip
            self.put(taken)

        self.run(tr("Fetching the page"), read, done)

    def paste(self, text: str = "") -> None:
        """Ask for an article's words and add it, those in the clipboard to begin with; a lone address is
        fetched instead.
        """
        words = text or QGuiApplication.clipboard().text()
        if words.strip().startswith(("http://", "https://")) and len(words.split()) == 1:
            self.ask_address(words.strip())
            return
        if self._context.may_edit():
            from ui.dialogs.paste_article import PasteDialog

            dialog = PasteDialog(_guess, words, self._widget)
            dialog.chosen.connect(self._pasted)
            dialog.open()

    def _pasted(self, pasted: Pasted) -> None:
        from briefing.importing import inputs
        from briefing.tasks import add_sources

        try:
            imported = inputs.read_pasted(pasted.text)
            fields = {name: edits.FIELDS[Source][name](value) for name, value in pasted.fields}
        except BriefingError as error:
            self._messages.tell(error.message, error.hint, "error")
            return
        named = replace(imported, source=replace(imported.source, **fields))
        self.put(add_sources.take(self._desk.brief, [named], accessed=_today()))
        self._reading.take_keys()

    def attachments(self) -> None:
        """Offer the attachments of the mail that is shown."""
        source = self._reading.source()
        if source is None:
            self._messages.tell(tr("No article is chosen."), tr("Choose a mail in the list first."))
            return
        data = original(self._context, source)
        if data is None:
            return
        found: list[tuple[Part, ...]] = []

        def read(_ticket: Ticket) -> Iterable[Result]:
            from briefing.importing import inputs

            again = inputs.read_bytes(source.filename or "mail.eml", data)
            found.append(again.attachments if isinstance(again, inputs.Imported) else ())
            return ()

        def done(_taken: Intake) -> None:
            if found and found[0]:
                self._offer(source.title, found[0])
            else:
                words = tr("“{title}” has no attachments.").format(title=source.title)
                self._messages.tell(words, "", "info")

        self.run(tr("Looking into the mail"), read, done)

    def summary(self) -> None:
        """Show what became of each file of the last batch."""
        if not self._lines:
            self._messages.tell(
                tr("Nothing has been added since this brief was opened."), tr("Add articles first."), "info"
            )
            return
        from ui.dialogs.summary import SummaryDialog

        dialog = SummaryDialog(self._lines, self._widget)
        dialog.picked.connect(self._sources.choose)
        dialog.show()

    # -- running

    def run(
        self,
        label: str,
        read: Callable[[Ticket], Iterable[Result]],
        done: Callable[[Intake], object] | None = None,
    ) -> None:
        """Read in a job, with a bar that shows how far it is, then add what was read."""
        if not self._context.may_edit():
            return
        desk, today = self._desk, _today()
        brief = desk.brief
        ended: list[Callable[[], None]] = []

        def finished(taken: Intake) -> None:
            ended[0]()
            (done or self.put)(taken)
            if job.ticket.cancelled():
                words = tr("Stopped. What had been read is in the brief.")
                self._messages.tell(words if taken.changes else tr("Stopped. Nothing was added."), "", "info")

        def failed(message: str, hint: str) -> None:
            ended[0]()
            self._messages.tell(message, hint, "error")

        def act(ticket: Ticket) -> Intake:
            from briefing.tasks import add_sources

            return add_sources.take(brief, read(ticket), accessed=today, keep=desk.keep)

        job = self._jobs.run(act, finished, failed)
        bar = self._messages.progress(label, job.cancel)
        ended.append(bar.close_bar)
        job.progressed.connect(bar.show_progress)

    def put(self, taken: Intake) -> None:
        """Put what was read into the brief as one step, and report what became of it."""
        if taken.changes:
            from briefing.tasks import add_sources

            count = len(taken.sources)
            label = tr("Add {n} articles").format(n=count) if count > 1 else tr("Add an article")
            if not self._desk.do(NewStep(label, bodies=taken.bodies), add_sources.put, taken):
                return
            self._messages.say(label)
        first = next((line.source_id for line in taken.lines if line.source_id), "")
        if first:
            self._sources.choose(first)
        self._lines = taken.lines or self._lines
        QTimer.singleShot(BREATH_MS, self._widget, lambda: self._report(taken))

    # -- saying what became of it

    def _report(self, taken: Intake) -> None:
        """Say what became of it, and ask for what is still needed."""
        if taken.locked:
            self._ask_password(taken.locked)
        if taken.attachments:
            self._report_attachments(taken.attachments)
        if taken.links:
            self._offer_fetch(taken.links)
        self._pick_each(taken.listings)
        self._outcome.tell(taken, self.summary)

    def _ask_password(self, locked: Sequence[Failed]) -> None:
        paths = [failed.path for failed in locked if failed.path is not None]
        words, hint = locked[0].message, locked[0].hint
        if len(locked) > 1:
            names = few_names([failed.name for failed in locked])
            words = tr("{n} files open with a password only: {names}.").format(n=len(locked), names=names)
        act = (tr("Enter the password…"), lambda: self._password_of(paths))
        self._messages.tell(words, hint, "warning", [act] if paths else [])

    def _password_of(self, paths: Sequence[Path]) -> None:
        from ui.dialogs.password import ask_password

        ask_password(
            few_names([path.name for path in paths]), lambda typed: self._open(paths, typed), self._widget
        )

    def _open(self, paths: Sequence[Path], password: str) -> None:
        from briefing.importing.common.parsed import Hints

        self.add_files(paths, Hints(password=password))

    def _report_attachments(self, found: Sequence[tuple[str, tuple[Part, ...]]]) -> None:
        titles = {source.id: source.title for source in self._desk.brief.sources}
        parts = tuple(part for _, some in found for part in some)
        names = few_names([part.name for part in parts])
        one, title = tr("“{title}” has attachments: {names}."), titles.get(found[0][0], "")
        many = tr("{n} mails have attachments: {names}.")
        words = (one if len(found) == 1 else many).format(title=title, n=len(found), names=names)
        hint = tr("None was opened. Each can become a source of its own.")
        self._messages.tell(words, hint, "info", [(tr("Add…"), lambda: self._offer(title, parts))])

    def _offer(self, title: str, parts: Sequence[Part]) -> None:
        from ui.dialogs.pick import PickDialog

        words = tr("Attachments of “{title}”. Nothing is opened before it is added.").format(title=title)
        dialog = PickDialog(tr("Add attachments"), words, parts, self._widget)
        dialog.picked.connect(self.add_parts)
        dialog.open()

    def _offer_fetch(self, links: Sequence[Failed]) -> None:
        """Offer to fetch what files with an address in them lead to, as for a link that is dropped."""
        if len(links) == 1:
            self.ask_address(links[0].address)
            return
        from briefing.importing.common.parsed import Part
        from ui.dialogs.pick import PickDialog

        parts = [Part(link.name, title=link.name, url=link.address) for link in links]
        words = tr("These files hold addresses of pages. What is chosen is fetched now.")
        dialog = PickDialog(tr("Add web pages"), words, parts, self._widget, all_on=True)
        dialog.picked.connect(self.add_parts)
        dialog.open()

    def _pick_each(self, listings: Sequence[Listing]) -> None:
        """Let a person pick from each feed, one dialog after the other."""
        if not listings:
            return
        from ui.dialogs.pick import PickDialog

        first, *rest = listings
        words = tr("Entries of “{title}”. Those without their text are fetched from their address.")
        dialog = PickDialog(
            tr("Add entries of a feed"), words.format(title=first.title), first.entries, self._widget
        )
        dialog.picked.connect(self.add_parts)
        dialog.finished.connect(lambda _: self._pick_each(rest))
        dialog.open()

    def add_parts(self, parts: Sequence[Part]) -> None:
        """Add attachments, or entries of a feed: those without bytes are fetched, as was asked."""

        def read(ticket: Ticket) -> Iterable[Result]:
            from briefing.importing.attachments import read_parts

            return read_parts(parts, progress=ticket.progress, cancelled=ticket.cancelled)

        self.run(tr("Adding"), read)


ACTIONS: tuple[Action[Adding], ...] = (
    Action("articles.add", "Add articles…", ("Articles", 110), Adding.choose_files, ("Ctrl+Shift+A",),
           icon="add-article", also=(("article", 510),)),
    Action("articles.paste", "Paste an article…", ("Articles", 120), Adding.paste, ("Ctrl+Shift+V",),
           icon="paste", also=(("article", 530),)),
    Action("articles.fetch", "Add a web page…", ("Articles", 130), Adding.ask_address, ("Ctrl+Shift+W",),
           icon="globe", also=(("article", 520),)),
    Action("articles.add_folder", "Add a folder…", ("Articles", 140), Adding.choose_folder, icon="open"),
    Action("articles.summary", "What was added", ("Articles", 150), Adding.summary, needs="brief"),
    Action("articles.attachments", "Attachments of the mail…", ("Articles", 220), Adding.attachments,
           also=(("article", 410),)),
)  # fmt: skip


def _today() -> str:
    return date.today().isoformat()


def _guess(text: str) -> Source | None:
    from briefing.importing import inputs

    try:
        return inputs.read_pasted(text).source
    except BriefingError:
        return None
