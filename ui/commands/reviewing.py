"""A reviewed Word file: its proposals beside the brief, taken up one by one, and remarks answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefing import inline, lookup
from briefing.edits.typing_on_page import Caret
from briefing.text import shortened
from ui.commands.actions import Action
from ui.look.bidi import joined
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.edits.review import Proposal
    from briefing.model import Brief
    from briefing.reviewing import Review
    from briefing.reviewing.review_wire import File
    from ui.command_needs import Context
    from ui.models.redline_look import RedlinePiece
    from ui.page.view import PageView
    from ui.panes.panel import Panel
    from ui.panes.review_pane import ReviewRow
    from ui.qt.jobs import Ticket

_AROUND = 80  # letters beside a change: two lines hold a few of them


class Reviewing:
    """Keeps the review of one brief: the file's bytes, what it proposes now, what was rejected."""

    def __init__(self, context: Context, panel: Panel, page: PageView) -> None:
        self._desk = context.desk
        self._jobs = context.jobs
        self._settings = context.settings
        self._messages = context.messages
        self._widget = context.widget
        self._panel = panel
        self._page = page
        self._name = ""
        self._file: File | None = None
        self._review: Review | None = None
        self._rejected: set[str] = set()
        self._busy = False
        self._connect()

    def _connect(self) -> None:
        pane = self._panel.review
        pane.show_requested.connect(self._look)
        pane.look_requested.connect(self._look)
        pane.accept_requested.connect(self.accept)
        pane.edit_requested.connect(self.edit)
        pane.reject_requested.connect(self.reject)
        pane.answer_requested.connect(self.answer)
        pane.settle_requested.connect(self.settle)
        pane.accept_all_requested.connect(self.accept_all)
        self._desk.changed.connect(lambda _: self.refresh())
        self.refresh()

    def choose(self) -> None:
        """Ask for the reviewed file and read it."""
        path, _ = QFileDialog.getOpenFileName(
            self._widget, tr("The reviewed Word file"), "", tr("Word documents (*.docx);;All files (*)")
        )
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> None:
        """Read a reviewed file and show what it proposes."""

        brief = self._desk.brief

        def act(ticket: Ticket) -> File | None:
            from briefing.outside.pipes import Cancelled
            from briefing.tasks import read_review

            try:
                return read_review.read(brief, path, cancelled=ticket.cancelled)
            except Cancelled:
                return None

        def done(file: File | None) -> None:
            if file is None:
                return
            self._name, self._file, self._rejected = path.name, file, set()
            self.refresh(announce=True)

        self._jobs.run(act, done, lambda message, hint: self._messages.tell(message, hint, "error"))

    def refresh(self, *, announce: bool = False) -> None:
        """Compare the file with the brief as it is now, in a thread: what was taken up is no proposal any
        more.
        """
        if self._file is None:
            self._show()
            return
        if self._busy:
            return
        self._busy = True
        brief, file = self._desk.brief, self._file

        def act(_ticket: Ticket) -> Review:
            from briefing.reviewing import review

            return review(brief, file)

        def done(found: Review) -> None:
            self._busy, self._review = False, found
            self._show()
            if announce:
                self._announce(found)
            if self._desk.brief is not brief:
                self.refresh()

        def failed(message: str, hint: str) -> None:
            self._busy, self._file = False, None
            self._messages.tell(message, hint, "error")

        self._jobs.run(act, done, failed)

    def _announce(self, found: Review) -> None:
        if not (found.proposals or found.remarks):
            self._messages.tell(
                tr("“{name}” proposes nothing.").format(name=self._name), " ".join(found.unknown)
            )
            return
        self._panel.setCurrentWidget(self._panel.review)
        if found.remarks:
            words = tr("“{name}” differs outside the claims as well; see the end of the list.")
            self._messages.tell(words.format(name=self._name), " ".join(found.remarks[:2]))

    def _show(self) -> None:
        waiting = [p for p in self._review.proposals if p.id not in self._rejected] if self._review else []
        rows = (
            [proposal_row(self._desk.brief, p) for p in waiting]
            + self._file_rows()
            + remark_rows(self._desk.brief)
        )
        self._panel.review.show_rows(self._name, rows, editable=not self._desk.read_only)
        at = self._panel.indexOf(self._panel.review)
        self._panel.setTabVisible(at, bool(rows) or self._file is not None)
        self._panel.setTabText(at, tr("Review {n}").format(n=len(rows)) if rows else tr("Review"))

    def _file_rows(self) -> list[ReviewRow]:
        """Return a row for each thing that differs and is no proposal, and for what could not be compared."""
        from ui.models.redline_look import RedlinePiece
        from ui.panes.review_pane import ReviewRow

        if self._review is None:
            return []
        named = [(tr("Differs outside the claims"), words) for words in self._review.remarks]
        named += [(tr("Not compared"), words) for words in self._review.unknown]
        return [
            ReviewRow("", head, (RedlinePiece(words),), told=words)
            for head, words in named if words not in self._rejected
        ]  # fmt: skip

    def show(self) -> None:
        """Show the review; where there is none, ask for the file."""
        if self._file is not None or self._panel.review.rows.rows:
            self._panel.setCurrentWidget(self._panel.review)
        else:
            self.choose()

    def _look(self, row: ReviewRow) -> None:
        """Show what a row is about, and leave the keys where they are."""
        brief = self._desk.brief
        ident = row.item_id or (row.proposal.after if row.proposal else "")
        item = next((i for i in lookup.worded(brief) if i.id == ident), None)
        if item is not None:
            self._page.set_caret(Caret(ident, len(inline.plain(item.text))))

    # -- acting

    def accept(self, row: ReviewRow, text: str = "") -> None:
        """Take one proposal up."""
        from briefing.edits import review as edits

        if row.proposal is None:
            return
        if row.proposal.refused:
            self._messages.tell(row.proposal.why, tr("Link other words of the source instead."), "warning")
            return
        label = tr("Accept: {kind}").format(kind=kind_words(row.proposal))
        self._desk.do(label, edits.accept, row.proposal, text)

    def edit(self, row: ReviewRow) -> None:
        """Take one proposal up in other words."""
        proposal = row.proposal
        if proposal is None:
            return
        from ui.dialogs.form import FormDialog, FormField

        words = proposal.merged or "¶".join(
            proposal.parts if proposal.kind == "split" else (proposal.theirs,)
        )
        field = FormField("text", tr("&Text"), tall=True)
        dialog = FormDialog(kind_words(proposal), (field,), {"text": words}, {}, self._widget)
        dialog.setObjectName("edit_proposal")
        dialog.accepted_values.connect(lambda changed: self.accept(row, changed.get("text", words)))
        dialog.open()

    def reject(self, row: ReviewRow) -> None:
        """Leave a proposal, or what differs besides: it is not asked of this file again."""
        if name := (row.proposal.id if row.proposal is not None else row.told):
            self._rejected.add(name)
            self._show()

    def accept_all(self) -> None:
        """Take up everything that is certain, as one step; what is not stays in the list."""
        from briefing.edits import review as edits
        from briefing.edits.consequences import consequences

        if self._review is None:
            return
        wanted = tuple(p for p in self._review.proposals if p.id not in self._rejected)
        brief = self._desk.brief
        effects = consequences(brief, edits.accept_all(brief, wanted)[0])
        if not effects:
            self._take_all(wanted)
            return
        from ui.dialogs.taken import TakenDialog

        dialog = TakenDialog(effects, self._widget)
        dialog.accepted.connect(lambda: self._take_all(wanted))
        dialog.open()

    def _take_all(self, wanted: tuple[Proposal, ...]) -> None:
        from briefing.edits import review as edits

        left: list[Proposal] = []

        def edit(brief: Brief) -> Brief:
            after, rest = edits.accept_all(brief, wanted)
            left[:] = rest
            return after

        if self._desk.do(tr("Accept the review"), edit):
            words = tr("{n} proposals were accepted.").format(n=len(wanted) - len(left))
            self._messages.tell(words, tr("{n} wait for you.").format(n=len(left)) if left else "")

    def answer(self, row: ReviewRow) -> None:
        """Answer a remark; the answer leaves with the next export."""
        remark = row.remark
        if remark is None:
            return
        from ui.dialogs.form import FormDialog, FormField

        field = FormField("text", tr("&Answer"), tall=True)
        dialog = FormDialog(shortened(remark.text, 60), (field,), {"text": ""}, {}, self._widget)
        dialog.setObjectName("answer_remark")
        dialog.accepted_values.connect(lambda changed: self._answered(row, changed.get("text", "")))
        dialog.open()

    def _answered(self, row: ReviewRow, text: str) -> None:
        from briefing.edits import review as edits

        if row.remark is not None and text.strip():
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            author = self._settings.author or tr("Author")
            self._desk.do(tr("Answer a remark"), edits.answer, row.item_id, row.remark.id, text, author, now)

    def settle(self, row: ReviewRow) -> None:
        """Call a remark settled: it is kept, and not exported any more."""
        from briefing.edits import review as edits

        if row.remark is not None:
            self._desk.do(tr("Settle a remark"), edits.settle, row.item_id, row.remark.id)


ACTIONS: tuple[Action[Reviewing], ...] = (
    Action("brief.review", "Take in a reviewed Word file…", ("Brief", 710), Reviewing.choose, icon="open"),
    Action("view.review", "Go to the review", ("View", 230), Reviewing.show, needs="brief"),
)  # fmt: skip


def kind_words(proposal: Proposal) -> str:
    """Return what a proposal does, in a word or two."""
    words = {
        "reword": tr("Reworded"), "add": tr("New"), "delete": tr("Deleted"), "move": tr("Moved"),
        "split": tr("Split"), "merge": tr("Joined"), "comment": tr("Comment"),
        "likelihood": tr("Likelihood"),
        "quote-edited": tr("A quote was changed"), "confidence": tr("Confidence"),
        "horizon": tr("Horizon"),
        "day": tr("Day"),
        "title": tr("Title"), "marking": tr("Marking"), "name": tr("Name"), "aliases": tr("Other names"),
        "role": tr("Role"),
    }  # fmt: skip
    return words.get(proposal.kind, proposal.kind)


def proposal_row(brief: Brief, proposal: Proposal) -> ReviewRow:
    """Return the row of a proposal: what, whose, when, how sure; then the redline, or what is to be
    reported.
    """
    from ui.panes.review_pane import ReviewRow

    head_parts = [kind_words(proposal), _head_of(proposal), proposal.author, proposal.at[:10]]
    if proposal.conflict:
        head_parts.append(tr("both sides changed it"))
    if proposal.misplaced:
        sure = f" {proposal.score:.0f} %" if proposal.score is not None else ""
        head_parts.append(tr("is this the place?") + sure)
    if proposal.why:
        head_parts.append(proposal.why)
    return ReviewRow(proposal.item_id, joined(*head_parts), pieces_of(brief, proposal), proposal)


def _head_of(proposal: Proposal) -> str:
    """Return what a new statement is taken for by its first words: its facet, kind and marking."""
    return ", ".join(words for words in (proposal.facet, proposal.claim_kind, proposal.marking) if words)


def pieces_of(brief: Brief, proposal: Proposal) -> tuple[RedlinePiece, ...]:
    """Return the redline of a proposal by words."""
    from briefing.revision.redline import redline
    from ui.models.redline_look import RedlinePiece

    mine, theirs = inline.plain(proposal.mine), inline.plain(proposal.theirs)
    if proposal.hunks:
        return tuple(
            RedlinePiece(words, kind) for kind, words in redline(mine, theirs, proposal.hunks, _AROUND)
        )
    if proposal.remark is not None:
        return (RedlinePiece(proposal.remark.text),)
    if proposal.kind == "delete":
        return (RedlinePiece(mine or _words_of(brief, proposal.item_id), "out"),)
    if proposal.parts and proposal.kind == "split":
        return (RedlinePiece(" ¶ ".join(map(inline.plain, proposal.parts))),)
    if mine and theirs and mine != theirs:
        return RedlinePiece(mine, "out"), RedlinePiece(" "), RedlinePiece(theirs, "put")
    return (
        RedlinePiece(
            theirs or mine or _words_of(brief, proposal.item_id), "put" if proposal.kind == "add" else "same"
        ),
    )


def _words_of(brief: Brief, item_id: str) -> str:
    return next((inline.plain(i.text) for i in lookup.worded(brief) if i.id == item_id), "")


def remark_rows(brief: Brief) -> list[ReviewRow]:
    """Return a row for each remark of the brief that is not settled, answers after what they answer."""
    from ui.models.redline_look import RedlinePiece
    from ui.panes.review_pane import ReviewRow

    rows: list[ReviewRow] = []
    for item in lookup.worded(brief):
        threads = {remark.id: remark for remark in item.remarks}
        for remark in item.remarks:
            if remark.done or (remark.reply_to in threads and threads[remark.reply_to].done):
                continue
            what = tr("Answer") if remark.reply_to else tr("Remark")
            head = joined(what, remark.author, remark.at[:10], shortened(inline.plain(item.text), 50))
            rows.append(ReviewRow(item.id, head, (RedlinePiece(remark.text),), remark=replace(remark)))
    return rows
