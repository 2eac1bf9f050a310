"""Versions of an article and its origin: taking in a corrected one, moving its quotes, saying whose story it
is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing import edits, lookup
from briefing.errors import BriefingError
from briefing.quoting import anchor
from briefing.session import NewStep
from ui.commands.actions import Action
from ui.look.bidi import joined
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.importing.results import Result
    from briefing.model import Brief, Quote, Source
    from ui.command_needs import Context
    from ui.following.article_shown import ArticleReading
    from ui.following.origins import Tracing
    from ui.page.view import PageView
    from ui.panes.panel import Panel
    from ui.panes.sources_pane import SourcesPane
    from ui.panes.versions_pane import VersionRow
    from ui.qt.jobs import Ticket


class Versions:
    """Acts on versions and origins of the articles of one brief."""

    def __init__(
        self,
        context: Context,
        panel: Panel,
        page: PageView,
        sources: SourcesPane,
        reading: ArticleReading,
        tracing: Tracing,
    ) -> None:
        self._context = context
        self._desk = context.desk
        self._jobs = context.jobs
        self._messages = context.messages
        self._widget = context.widget
        self._panel = panel
        self._page = page
        self._sources = sources
        self._reading = reading
        self._tracing = tracing
        self._shown: tuple[Source, ...] = ()
        self._running = False
        self._again = False
        self._wanted = ""

    # -- a new version

    def choose_version(self) -> None:
        """Ask for the corrected file of the article that is shown."""
        source = self._reading.source()
        if source is None:
            self._messages.tell(tr("No article is chosen."), tr("Choose the one that was corrected."))
            return
        path, _ = QFileDialog.getOpenFileName(self._widget, tr("The corrected version of the article"))
        if path:
            self.revise(source, Path(path))

    def revise(self, old: Source, path: Path, password: str = "") -> None:
        """Read a corrected file and let it supersede an article."""
        if not self._context.may_edit():
            return
        today = date.today().isoformat()
        last = edits.newest(self._desk.brief, old)

        def act(ticket: Ticket) -> tuple[Result, ...]:
            from briefing.importing import inputs
            from briefing.importing.common.parsed import Hints

            return tuple(
                inputs.read_files([path], hints=Hints(password=password), cancelled=ticket.cancelled)
            )

        def done(read: tuple[Result, ...]) -> None:
            bar.close_bar()
            self._revised(last, path, read, today)

        def failed(message: str, hint: str) -> None:
            bar.close_bar()
            self._messages.tell(message, hint, "error")

        job = self._jobs.run(act, done, failed)
        bar = self._messages.progress(tr("Reading the new version"), job.cancel)

    def _revised(self, last: Source, path: Path, read: tuple[Result, ...], today: str) -> None:
        """Put what was read of a corrected file in the place of the last version, or say why not."""
        from briefing.importing.results import Failed, Imported, to_source
        from ui.dialogs.password import ask_password

        if not read:
            self._messages.tell(tr("Stopped. Nothing was added."), "", "info")
            return
        first = read[0]
        if isinstance(first, Failed) and first.needs == "password":
            asked = (
                tr("Enter the password…"),
                lambda: ask_password(
                    f"“{path.name}”", lambda typed: self.revise(last, path, typed), self._widget
                ),
            )
            self._messages.tell(first.message, first.hint, "warning", [asked])
        elif isinstance(first, Failed):
            self._messages.tell(first.message, first.hint, "error")
        elif not isinstance(first, Imported) or len(read) > 1:
            words = tr("“{name}” does not hold one article.").format(name=path.name)
            self._messages.tell(words, tr("Choose the file of the corrected article."), "error")
        else:
            source, bodies = to_source(first, accessed=today)
            label = tr("New version of an article")
            if self._desk.do(NewStep(label, bodies=bodies), edits.supersede, last.id, source):
                self._sources.choose(source.id)
                self._messages.say(label)
                self._look("quiet")

    def choose_older(self) -> None:
        """Ask of which article the one that is shown is a newer version."""
        from briefing import revision

        label = tr("New version of an article")

        def chosen(other: str, source: Source) -> None:
            if self._desk.do(label, edits.supersede_known, other, source.id):
                self._messages.say(label)
                self._look("quiet")

        likely = revision.suspects
        self._choose(tr("It is a newer version of"), chosen, first=likely)

    def release(self) -> None:
        """Take back that the article shown is a version of another."""
        source = self._reading.source()
        if source is not None and source.supersedes:
            if self._desk.do(tr("Not a new version"), edits.release, source.id):
                self._messages.say(tr("No longer a new version of another"))
        else:
            self._messages.tell(tr("This article is not a new version of another."), "", "info")

    # -- quotes on old versions

    def refresh(self) -> None:
        """Look again, in a thread, at the quotes that rest on superseded articles."""
        desk = self._desk
        brief = desk.brief
        if self._running:
            self._again = True
            return
        self._again = False
        if not any(source.supersedes for source in brief.sources):
            self._found(())
            return
        self._running = True

        def done(rows: tuple[VersionRow, ...]) -> None:
            self._running = False
            if self._again:
                self.refresh()
            else:
                self._found(rows)

        def failed(message: str, hint: str) -> None:
            self._running = False
            desk.refused.emit(message, hint)

        self._jobs.run(lambda _ticket: recalled_rows(brief, desk.text_of), done, failed)

    def _found(self, rows: Sequence[VersionRow]) -> None:
        wanted, self._wanted = self._wanted, ""
        here = self._panel.currentWidget() is self._panel.versions
        self._panel.versions.show_rows(rows, editable=not self._desk.read_only)
        at = self._panel.indexOf(self._panel.versions)
        self._panel.setTabText(at, tr("New versions {n}").format(n=len(rows)))
        if not rows and here:
            self._panel.setCurrentWidget(self._panel.evidence)
            self._page.setFocus()
        self._panel.setTabVisible(at, bool(rows))
        if rows and wanted:
            self._panel.setCurrentWidget(self._panel.versions)
            self._panel.versions.setFocus()
        elif wanted == "asked":
            self._messages.tell(tr("No quote rests on an older version of its article."), "", "info")

    def show(self) -> None:
        """Show the quotes that rest on older versions."""
        if not any(s.supersedes for s in self._desk.brief.sources):
            hint = tr("Add a corrected version with “New version from a file…”.")
            self._messages.tell(tr("No article of this brief has a newer version."), hint, "info")
            return
        self._look("asked")

    def _look(self, wanted: str) -> None:
        """Refresh, and go to the pane when it has rows; where "asked" for, say that there are none."""
        self._wanted = wanted
        self.refresh()

    def accept(self, row: VersionRow) -> None:
        """Move one quote to the passage of the new version."""
        self._accept((row,), tr("Use the new passage"))

    def accept_same(self) -> None:
        """Move every quote whose words stand in the new version as they were."""
        rows = [row for row in self._panel.versions.rows.rows if row.recalled.state == "same"]
        self._accept(rows, tr("Move quotes to the new version"))

    def _accept(self, rows: Sequence[VersionRow], label: str) -> None:
        pairs: dict[str, list[tuple[str, Quote]]] = {}
        count = 0
        try:
            for row in rows:
                if row.recalled.span is not None:
                    text = self._desk.text_of(row.new.text_sha)
                    quote = anchor.describe(text, row.recalled.span, row.new.text_sha)
                    pairs.setdefault(row.new.id, []).append((row.recalled.evidence_id, quote))
                    count += 1
        except BriefingError as error:
            self._messages.tell(error.message, error.hint, "error")
            return
        if pairs and self._desk.do(label, _accept_each, pairs):
            one, many = tr("A quote now rests on the new version"), tr("{n} quotes now rest on it")
            self._messages.say(one if count == 1 else many.format(n=count))

    def show_new(self, row: VersionRow) -> None:
        """Show the passage of the new version, or the article where there is none."""
        if row.recalled.span is not None:
            self._reading.reveal_span(row.new.id, *row.recalled.span)
        else:
            self._sources.choose(row.new.id)

    # -- origins

    def tell_apart(self) -> None:
        """The article shown tells a story of its own."""
        self._origin(edits.apart)

    def compute_origin(self) -> None:
        """Leave the origin of the article shown to what its text says."""
        self._origin(edits.automatic)

    def choose_origin(self) -> None:
        """Ask whose story the article that is shown hands on."""

        def chosen(other: str, source: Source) -> None:
            group = self._tracing.origins.of.get(other)
            members = group.members if group is not None else ()
            self._desk.do(tr("Same origin"), edits.same_origin, source.id, other, members)

        self._choose(tr("It tells the same story as"), chosen)

    def _origin(self, edit: Callable[[Brief, str], Brief]) -> None:
        source = self._reading.source()
        if source is None:
            self._messages.tell(tr("No article is chosen."), tr("Choose one in the list first."))
            return
        self._desk.do(tr("Origin of an article"), edit, source.id)

    def _choose(
        self,
        question: str,
        chosen: Callable[[str, Source], None],
        *,
        first: Callable[[Brief, Source], Sequence[Source]] | None = None,
    ) -> None:
        """Ask for another article; `first` puts the likely ones at the head."""
        source = self._reading.source()
        others = [s for s in self._desk.brief.sources if source is not None and s.id != source.id]
        if source is None or not others:
            self._messages.tell(tr("There is no other article to choose."))
            return
        from ui.dialogs.choose_article import ChooseArticle

        likely = list(first(self._desk.brief, source)) if first is not None else []
        ranked = [*likely, *(s for s in others if s not in likely)]
        choices = tuple(
            (s.id, joined(s.title or s.filename, s.publisher, s.published, s.filename if s.title else ""))
            for s in ranked
        )
        dialog = ChooseArticle(question, source.title or source.filename, choices, self._widget)
        dialog.chosen.connect(lambda other: chosen(other, source))
        dialog.open()


ACTIONS: tuple[Action[Versions], ...] = (
    Action("articles.revise", "New version from a file…", ("Articles", 310), Versions.choose_version,
           icon="history", also=(("article", 210),)),
    Action("articles.supersedes", "It is a newer version of…", ("Articles", 320), Versions.choose_older,
           also=(("article", 220),)),
    Action("articles.release", "It is not a newer version", ("Articles", 330), Versions.release,
           also=(("article", 230),)),
    Action("articles.versions", "Quotes on older versions", ("Articles", 340), Versions.show, needs="brief",
           also=(("article", 240),)),
    Action("articles.same_origin", "It tells the same story as…", ("Articles", 410), Versions.choose_origin,
           also=(("article", 310),)),
    Action("articles.apart", "It tells a story of its own", ("Articles", 420), Versions.tell_apart,
           also=(("article", 320),)),
    Action("articles.origin_computed", "Compute its origin", ("Articles", 430), Versions.compute_origin,
           also=(("article", 330),)),
)  # fmt: skip


def recalled_rows(brief: Brief, text_of: Callable[[str], str]) -> tuple[VersionRow, ...]:
    """Return a row for each quote that rests on a superseded article."""
    from briefing import revision
    from ui.panes.versions_pane import VersionRow

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
