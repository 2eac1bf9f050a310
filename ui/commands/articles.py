"""Articles and their evidence: details, removing, reading; fields of a linked quote. `adding` brings them
in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing import edits, lookup
from briefing.errors import BriefingError
from briefing.quoting import anchor
from briefing.session import NewStep
from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.importing.results import Imported
    from briefing.model import Brief, Source
    from ui.command_needs import Context
    from ui.desk import Desk
    from ui.following.article_shown import ArticleReading
    from ui.following.claim_states import States
    from ui.page.view import PageView
    from ui.panes.evidence_pane import EvidencePane
    from ui.places import Places
    from ui.qt.jobs import Ticket


class Articles:
    """Acts on the list of articles and on the quotes linked from them."""

    def __init__(
        self,
        context: Context,
        places: Places,
        page: PageView,
        reading: ArticleReading,
        states: States,
        evidence: EvidencePane,
    ) -> None:
        self._context = context
        self._desk = context.desk
        self._jobs = context.jobs
        self._messages = context.messages
        self._widget = context.widget
        self._places = places
        self._page = page
        self._reading = reading
        self._states = states
        self._evidence = evidence

    def order(self) -> None:
        """Offer the orders of the list."""
        self._places.order_articles()

    # -- one article

    def details(self, source_id: str = "") -> None:
        """Show an article's fields for editing."""
        source = self._reading.source(source_id)
        if source is None:
            self._report_none()
            return
        from ui.dialogs.details import source_form

        form = source_form(source, self._widget, read_only=self._desk.read_only)
        form.accepted_values.connect(
            lambda changed: set_fields(self._desk, source.id, changed, tr("Article details"))
        )
        form.open()

    def actor_details(self) -> None:
        """Show the fields of the actor with the caret."""
        row = self._page.current_row()
        brief = self._desk.brief
        wanted = {row.id, row.holder} if row is not None else set()
        actor = next((a for a in brief.actors if a.id in wanted), None)
        if actor is None:
            self._messages.tell(tr("The caret is not in an actor."), tr("Put it in an actor’s line."))
            return
        from ui.dialogs.details import actor_form

        form = actor_form(actor, self._widget)
        form.accepted_values.connect(
            lambda changed: set_fields(self._desk, actor.id, changed, tr("Actor details"))
        )
        form.open()

    def remove(self) -> None:
        """Remove the article shown; one that is quoted asks first, in the bar."""
        source = self._reading.source()
        if source is None:
            self._report_none()
            return
        links = len(lookup.links_of_source(self._desk.brief, source.id))
        if not links:
            self._desk.do(tr("Remove article"), edits.remove_source, source.id)
            return
        self._messages.tell(
            tr("{n} quotes of “{title}” are linked to claims.").format(n=links, title=source.title),
            tr("Removing it unlinks them. Undo brings everything back."),
            "warning",
            [(tr("Remove and unlink"), lambda: self._remove_all(source.id))],
        )

    def _remove_all(self, source_id: str) -> None:
        self._desk.do(tr("Remove article"), edits.remove_source, source_id, True)

    def toggle_read(self) -> None:
        """Mark the article shown as read, or unread: a mark of looking, which no undo takes back."""
        source = self._reading.source()
        if source is None:
            self._report_none()
            return
        label = tr("Mark unread") if source.read else tr("Mark read")
        if self._desk.look(label, edits.mark_read, source.id, not source.read):
            self._messages.say(tr("Marked as unread") if source.read else tr("Marked as read"))

    def choose_encoding(self) -> None:
        """Let a person choose how the letters of the article's file are read."""
        source = self._reading.source()
        if source is None or not source.encoding:
            self._messages.tell(
                tr("This article has no encoding to choose."),
                tr("Only text files, Markdown and web pages have one."),
            )
            return
        from ui.dialogs.encoding import EncodingDialog

        data = original(self._context, source)
        if data is None:
            return
        dialog = EncodingDialog(source.title, data, source.encoding, self._widget)
        dialog.chosen.connect(lambda encoding: self._read_again(source, data, encoding))
        dialog.open()

    def _report_none(self) -> None:
        self._messages.tell(tr("No article is chosen."), tr("Choose one in the list first."))

    def _read_again(self, source: Source, data: bytes, encoding: str) -> None:
        def act(_ticket: Ticket) -> Imported:
            from briefing.importing import inputs
            from briefing.importing.common.parsed import Hints

            return inputs.read_again(source, data, Hints(charset=encoding))

        def done(read: Imported) -> None:
            from briefing.importing.results import to_source

            fresh, bodies = to_source(read, accessed=source.accessed)
            label = tr("Encoding of an article")
            if self._desk.do(NewStep(label, bodies=bodies), edits.reread, source.id, fresh):
                self._messages.say(tr("Read again as {encoding}").format(encoding=encoding))

        self._jobs.run(act, done, lambda message, hint: self._messages.tell(message, hint, "error"))

    # -- linked quotes

    def set_evidence(self, evidence_id: str, field: str, value: str) -> None:
        """Set a field of a linked quote. Grade 1 is refused where one origin is all there is."""
        claim = next((c for c, e in lookup.evidence(self._desk.brief) if e.id == evidence_id), None)
        if field == "credibility" and claim is not None:
            from briefing.checks.corroboration import grade_refused

            why = grade_refused(claim, evidence_id, value, self._states.origins)
            if why:
                self._messages.tell(
                    why, tr("Grade it 2, or link a quote of another origin first."), "warning"
                )
                self._evidence.forget()
                self._places.evidence_due.emit()
                return
        self._desk.do(tr("Edit evidence"), edits.set_field, evidence_id, field, value)

    def unlink(self, evidence_id: str) -> None:
        """Take a quote away from its claim."""
        self._desk.do(tr("Unlink quote"), edits.unlink, evidence_id)

    def relink(self, evidence_id: str, start: int, end: int) -> None:
        """Anchor a broken quote to the passage that was offered: a person has accepted it."""
        found = next((e for _, e in lookup.evidence(self._desk.brief) if e.id == evidence_id), None)
        source = self._reading.source(found.source) if found is not None else None
        if found is None or source is None:
            return
        try:
            quote = anchor.describe(self._desk.text_of(source.text_sha), (start, end), source.text_sha)
        except BriefingError as error:
            self._messages.tell(error.message, error.hint, "error")
            return
        self._desk.do(tr("Use the passage"), edits.relink, evidence_id, quote)


ACTIONS: tuple[Action[Articles], ...] = (
    Action("articles.details", "Details of the article…", ("Articles", 210), Articles.details, ("Ctrl+I",),
           icon="edit", needs="brief", also=(("article", 110),)),
    Action("articles.encoding", "Encoding of the text…", ("Articles", 230), Articles.choose_encoding,
           also=(("article", 420),)),
    Action("articles.order", "Order of the articles…", ("Articles", 240), Articles.order, needs="brief"),
    Action("articles.remove", "Remove the article", ("Articles", 510), Articles.remove, icon="trash",
           also=(("article", 610),)),
    Action("articles.read", "Read or unread", ("Articles", 520), Articles.toggle_read, ("Ctrl+U",),
           icon="unread", also=(("article", 120),)),
    Action("brief.actor_kind", "Details of the actor…", ("Brief", 540), Articles.actor_details,
           ("Ctrl+Shift+D",), icon="actor", also=(("page", 610),)),
)  # fmt: skip


def set_all(brief: Brief, ident: str, pairs: Sequence[tuple[str, str]]) -> Brief:
    """An edit: set several fields of one thing as one step."""
    for field, value in pairs:
        brief = edits.set_field(brief, ident, field, value)
    return brief


def set_fields(desk: Desk, ident: str, changed: dict[str, str], label: str) -> None:
    """Set fields of one thing as one step."""
    if changed:
        desk.do(label, set_all, ident, tuple(changed.items()))


def original(context: Context, source: Source) -> bytes | None:
    """Return the kept bytes of an article; None, and words in a bar, where none can be read."""
    try:
        return context.desk.original_of(source.original_sha)
    except BriefingError as error:
        context.messages.fail(error.message, error.hint)
        return None
