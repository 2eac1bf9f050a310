"""Suggested evidence: found in a thread for the claim with the caret, linked with one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from briefing import edits, inline, lookup
from briefing.errors import BriefingError
from briefing.model import Claim, Evidence, Item, Judgement, new_id
from briefing.quoting import anchor
from briefing.text import shortened
from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.suggest import Suggestion
    from briefing.suggest.embedding import ModelFailed
    from ui.command_needs import Context
    from ui.following.article_shown import ArticleReading
    from ui.following.meaning import Meaning
    from ui.following.search_as_typed import Searching
    from ui.models.hits import HitRow
    from ui.page.view import PageView
    from ui.panes.panel import Panel
    from ui.places import Places
    from ui.qt.jobs import Ticket

_PAUSE_MS = 250
_MOST = 8


class Suggesting:
    """Keeps the suggestions of one brief; they are looked for while their pane is shown."""

    def __init__(
        self,
        context: Context,
        places: Places,
        panel: Panel,
        page: PageView,
        reading: ArticleReading,
        searching: Searching,
        meaning: Meaning,
    ) -> None:
        self._desk = context.desk
        self._jobs = context.jobs
        self._messages = context.messages
        self._widget = context.widget
        self._places = places
        self._panel = panel
        self._page = page
        self._reading = reading
        self._searching = searching
        self._meaning = meaning
        self._busy = False
        self._for: tuple[str, str] = ("", "")
        self._link_first = ""  # the claim for which the best suggestion is linked once found
        self._wait = QTimer(self._widget)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self.look)
        self._connect()

    def _connect(self) -> None:
        self._panel.suggestions.link_requested.connect(self.link)
        self._panel.suggestions.show_requested.connect(self._show)
        self._page.row_entered.connect(lambda _: self.refresh())
        self._desk.changed.connect(lambda _: self.refresh())
        self._panel.currentChanged.connect(lambda _: self.refresh())

    def open(self) -> None:
        """Show the suggestions for the claim with the caret; the keys stay in the brief (F9 gives them to the
        list).
        """
        self._desk.flush()  # for the words as they are shown
        self._places.show_pane(self._panel.suggestions)
        self.look()

    def refresh(self) -> None:
        """Look again soon, while the pane is shown."""
        if self._panel.currentWidget() is self._panel.suggestions:
            self._wait.start()

    def look(self) -> None:
        """Look for evidence in a thread: for the claim that waits for its best one, else for that with the
        caret.
        """
        claims = {c.id: c for c in lookup.claims(self._desk.brief)}
        item: Item | None = claims.get(self._link_first) or self._places.item()
        if isinstance(item, Judgement) and item.text.strip():
            self._propose_basis(item)
            return
        if not isinstance(item, Claim) or not item.text.strip():
            self._for, self._link_first = ("", ""), ""
            self._panel.suggestions.show_rows(
                tr("Put the caret in a claim or a judgement to see what could support it."),
                (),
                editable=False,
            )
            return
        if item.kind == "editorial":
            self._for, self._link_first = ("", ""), ""
            words = tr("This claim is about the brief itself: it needs no evidence.")
            self._panel.suggestions.show_rows(words, (), editable=False)
            return
        if self._busy:
            self._wait.start()
            return
        self._busy = True
        claim, words = item, inline.plain(item.text)
        self._jobs.run(
            self._looked_for(claim, words),
            lambda found: self._found(claim, words, *found),
            self._failed,
        )

    def _propose_basis(self, judgement: Judgement) -> None:
        """Show the claims that a judgement could rest on."""
        from briefing.suggest.basis_claims import claims_for
        from ui.panes.suggestions_pane import claim_row

        self._link_first = ""
        self._for = (judgement.id, inline.plain(judgement.text))
        brief = self._desk.brief
        near = claims_for(brief, judgement, _MOST)
        sections = lookup.sections_of(brief)
        rows = [claim_row(c, sections[c.id].title if c.id in sections else "") for c in near]
        title = tr("Claims that “{words}” could rest on").format(words=shortened(self._for[1], 100))
        shown = title if rows else tr("No claim has anything similar.")
        self._panel.suggestions.show_rows(shown, rows, editable=not self._desk.read_only)

    def _rest_on(self, row: HitRow) -> None:
        """Let the judgement that the suggestions are for rest on a claim too."""
        judgement = next((j for j in lookup.judgements(self._desk.brief) if j.id == self._for[0]), None)
        if judgement is None:
            return
        basis = ";".join((*judgement.basis, row.source_id))
        if self._desk.do(tr("Add to the basis"), edits.set_field, judgement.id, "basis", basis):
            self._panel.suggestions.without(row)
            self._messages.say(tr("It rests on: “{words}”").format(words=shortened(row.words, 60)))

    def _show(self, row: HitRow) -> None:
        """Show where a suggestion stands: the passage, or the first one that a proposed claim rests on."""
        claim = next((c for c in lookup.claims(self._desk.brief) if c.id == row.source_id), None)
        if claim is None:
            self._reading.reveal_span(row.source_id, row.start, row.end)
        elif claim.evidence:
            self._reading.reveal(claim.evidence[0].id)

    def _looked_for(
        self, claim: Claim, words: str
    ) -> Callable[[Ticket], tuple[tuple[HitRow, ...], ModelFailed | None]]:
        """Return what looks for evidence in a job: by words alone where the model fails, and then why."""
        brief, desk, searching, meaning = self._desk.brief, self._desk, self._searching, self._meaning
        folder = meaning.folder
        linked = tuple((e.source, e.quote.start, e.quote.end) for e in claim.evidence)

        def act(ticket: Ticket) -> tuple[tuple[HitRow, ...], ModelFailed | None]:
            from briefing.suggest import suggest
            from briefing.suggest.embedding import ModelFailed
            from ui.panes.suggestions_pane import suggestion_row

            finder = searching.filled(brief, ticket) if len(brief.sources) > searching.FEW else None
            trouble = None

            def found(folder: str) -> tuple[Suggestion, ...]:
                ranker = meaning.model_of(folder)
                return suggest(
                    words, brief.sources, desk.text_of, finder=finder, linked=linked, limit=_MOST,
                    ranker=ranker,
                )  # fmt: skip

            try:
                best = found(folder)
            except ModelFailed as error:
                best, trouble = found(""), error
            by_id = {source.id: source for source in brief.sources}
            rows = tuple(
                suggestion_row(f, by_id[f.source_id], desk.text_of(by_id[f.source_id].text_sha)) for f in best
            )
            return rows, trouble

        return act

    def _found(self, claim: Claim, words: str, rows: tuple[HitRow, ...], trouble: ModelFailed | None) -> None:
        self._busy = False
        if trouble is not None:
            self._meaning.fail(trouble.message, trouble.hint)
        title = shortened(words, 120) if rows else tr("No article has anything similar.")
        self._panel.suggestions.show_rows(title, rows, editable=not self._desk.read_only)
        self._for = (claim.id, words)
        first, self._link_first = self._link_first, ""
        if first == claim.id:
            self._link_best()
        elif first:  # asked for meanwhile, for another claim
            self._link_first = first
        if claim.id != getattr(self._places.item(), "id", "") or self._link_first:
            self.refresh()

    def _failed(self, message: str, hint: str) -> None:
        self._busy, self._link_first = False, ""
        self._messages.tell(message, hint, "error")

    def link_chosen(self) -> None:
        """Link the chosen suggestion to the claim with the caret; looks for one first where needed."""
        self._desk.flush()
        item = self._places.item()
        if isinstance(item, Judgement) and item.text.strip():
            self._places.show_pane(self._panel.suggestions)
            self._propose_basis(item)
            self._link_best()
            return
        if not isinstance(item, Claim):
            self._messages.tell(
                tr("The caret is not in a claim."), tr("Put it in the claim or judgement to support.")
            )
            return
        if self._for != (item.id, inline.plain(item.text)) or not self._panel.suggestions.isVisible():
            self._link_first = item.id
            self._places.show_pane(self._panel.suggestions)
            self.look()
            return
        self._link_best()

    def _link_best(self) -> None:
        row = self._panel.suggestions.chosen()
        if row is None:
            self._messages.tell(
                tr("There is no suggestion for this claim."), tr("Search the articles for its words.")
            )
            return
        self.link(row)

    def link(self, row: HitRow) -> None:
        """Link a suggestion to the claim or judgement it was made for."""
        if any(c.id == row.source_id for c in lookup.claims(self._desk.brief)):
            self._rest_on(row)
            return
        source = next((s for s in self._desk.brief.sources if s.id == row.source_id), None)
        if source is None or not self._for[0]:
            return
        try:
            quote = anchor.describe(
                self._desk.text_of(source.text_sha), (row.start, row.end), source.text_sha
            )
        except BriefingError as error:
            self._messages.tell(error.message, error.hint, "error")
            return
        evidence = Evidence(new_id("e"), source.id, quote)
        if self._desk.do(tr("Link a suggested quote"), edits.link_quote, self._for[0], evidence):
            self._panel.suggestions.without(row)
            self._messages.say(tr("Linked: “{words}”").format(words=shortened(quote.exact, 60)))

    def choose_model(self) -> None:
        """Ask for the folder of a sentence-embedding model (ONNX); where there is one, offer to do
        without.
        """
        known = self._meaning.folder
        if known:
            words = tr("Suggestions consider meaning, by the model in {folder}.").format(folder=known)
            choices = [
                (tr("By words alone"), lambda: self._set_model("")),
                (tr("Another folder…"), self._ask_model),
            ]
            self._messages.tell(words, "", "info", choices)
        else:
            self._ask_model()

    def _ask_model(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self._widget, tr("Folder with model.onnx and tokenizer.json"), self._meaning.folder
        )
        if folder:
            self._set_model(folder)

    def _set_model(self, folder: str) -> None:
        self._meaning.choose(folder)
        words = (
            tr("Suggestions now consider meaning as well.")
            if folder
            else tr("Suggestions go by words alone.")
        )
        hint = (
            tr("The model is read from {folder}; nothing is fetched.").format(folder=folder) if folder else ""
        )
        self._messages.tell(words, hint, "info")
        self.refresh()


ACTIONS: tuple[Action[Suggesting], ...] = (
    Action("link.suggestions", "Suggest evidence for the claim", ("Link", 310), Suggesting.open,
           ("Ctrl+Shift+G",), icon="indicator"),
    Action("link.suggested", "Link the suggested passage", ("Link", 320), Suggesting.link_chosen, ("Alt+L",),
           icon="link"),
    Action("link.model", "Folder of a language model…", ("Link", 330), Suggesting.choose_model),
)  # fmt: skip
