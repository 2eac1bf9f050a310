"""Where the caret stands in an open brief, and going to places of it: claims, passages, articles, panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from briefing import inline, lookup
from briefing.edits import Caret
from briefing.model import Claim, Item, Judgement
from briefing.rows import WRITTEN, Row
from ui.page.page_keys import leave_heading
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.text import Span
    from ui.desk import Desk
    from ui.following.article_shown import ArticleReading
    from ui.messages import Messages
    from ui.page.view import PageView
    from ui.panes.panel import Panel
    from ui.panes.sources_pane import SourcesPane


class Places(QObject):
    """Knows what is where in one brief's panes, and moves between them.

    `panes_moved` when a hidden pane has been shown; `evidence_due` when the evidence has to be shown as it is
    now.
    """

    panes_moved = Signal()
    evidence_due = Signal()

    def __init__(
        self,
        desk: Desk,
        page: PageView,
        panel: Panel,
        sources: SourcesPane,
        reading: ArticleReading,
        messages: Messages,
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._panel = panel
        self._sources = sources
        self._reading = reading
        self._messages = messages

    # -- what is where

    def item(self) -> Item | None:
        """Return the claim or judgement with the caret, as the brief has it."""
        row = self._page.current_row()
        return row.node if row is not None and isinstance(row.node, Claim | Judgement) else None

    def row_kind(self) -> str:
        """Return the kind of the row with the caret, or ""."""
        row = self._page.current_row()
        return row.kind if row is not None else ""

    def for_claim(self) -> tuple[str, str]:
        """Return where a new claim goes: a section's or an actor's id, and the item before it."""
        row = self._page.current_row()
        brief = self._desk.brief
        if row is not None and row.kind in ("claim", "figure"):
            return row.holder, row.id
        if row is not None and row.kind == "actor":
            return row.id, "^"
        here = next((s for s in brief.sections if row is not None and s.id == row.holder), None)
        if here is not None and here.kind not in ("outlook", "actors"):
            return here.id, ""
        first = next((s for s in brief.sections if s.kind == "situation"), brief.sections[0])
        return first.id, ""

    def for_figure(self, row_id: str = "") -> tuple[str, str]:
        """Return where a figure goes that is given at a row (by default, the one with the caret): a section's
        id, and the item before it.
        """
        index = self._page.index_of(row_id)
        row = self._page.rows[index] if index >= 0 else self._page.current_row()
        sections = self._desk.brief.sections
        if row is not None:
            here = next((s for s in sections if s.id == row.holder), None)
            if here is not None:
                return here.id, _behind(row)
            kind = "actors" if row.depth else "situation"
            sections = tuple(s for s in sections if s.kind == kind) or sections
        return sections[0].id, ""

    def for_quoted_words(self) -> tuple[str, str]:
        """Return where a claim of an article's words goes, as `for_claim`.

        What stands before the situation sums up: words are put there only where the caret is in a claim.
        """
        sections = self._desk.brief.sections
        facts = next((i for i, s in enumerate(sections) if s.kind == "situation"), 0)
        row = self._page.current_row()
        if row is not None and row.kind == "blank" and row.holder in {s.id for s in sections[:facts]}:
            return sections[facts].id, ""
        return self.for_claim()

    def order_articles(self) -> None:
        """Offer the orders of the list of articles."""
        self._sources.choose_order()

    # -- where it was left

    def here(self) -> tuple[str, ...]:
        """Return where caret, article and panel stand: row, offset (code points), article, pane; and the
        order of the articles.
        """
        caret = self._page.caret() or Caret("title", 0)
        pane = self._panel.currentWidget()
        name = pane.objectName() if pane is not None else ""
        return caret.row, str(caret.offset), self._reading.source_id, name, self._sources.order

    def go_back(self, kept: tuple[str, ...]) -> None:
        """Go to where a brief was left; what is there no more stays as it is."""
        row, offset, source, pane, order = (*kept, *[""] * 5)[:5]
        self._sources.set_order(order)
        if any(known.id == source for known in self._desk.brief.sources):
            self._sources.choose(source)
        self._panel.show_named(pane)
        if self._page.index_of(row) >= 0 and offset.isdecimal():
            self._page.set_caret(Caret(row, int(offset)))

    # -- in the brief

    def go_to(self, item_id: str, span: Span | None = None) -> None:
        """Put the caret at the end of a claim or judgement, or select a span of its words, and write
        there.
        """
        if self.look_at(item_id, span):
            self._page.setFocus()

    def look_at(self, item_id: str, span: Span | None = None) -> bool:
        """Put the caret there as `go_to` does, and leave the keys where they are; False when it is not
        there.
        """
        brief = self._desk.brief
        items = lookup.worded(brief)
        item = next((i for i in items if i.id == item_id), None)
        if item is None:
            return False
        start, end = span or (len(inline.plain(item.text)),) * 2
        self._page.set_caret(Caret(item_id, end), start)
        return True

    def look_at_section(self, section_id: str) -> None:
        """Put the caret to the first words under a section's heading, and leave the keys where they are."""
        self._page.set_caret(Caret(section_id, 0))
        leave_heading(self._page, down=True)

    def show_claims_of(self, evidence_ids: tuple[str, ...]) -> None:
        """Go to the claims that use a passage: the first, and at each further click the next."""
        users = [c.id for c, e in lookup.evidence(self._desk.brief) if e.id in evidence_ids]
        users = list(dict.fromkeys(users))
        if not users:
            return
        here = getattr(self.item(), "id", "")
        at = (users.index(here) + 1) % len(users) if here in users else 0
        self.look_at(users[at])
        self._panel.setCurrentWidget(self._panel.evidence)
        if len(users) > 1:
            self._messages.say(tr("Claim {i} of {n} that use these words").format(i=at + 1, n=len(users)))

    # -- articles and panes

    def show_article(self, source_id: str) -> None:
        """Show the article chosen in the list; one that cannot be read is not the chosen one either."""
        if not self._reading.show(source_id):
            self._sources.choose(self._reading.source_id)

    def go_to_articles(self) -> None:
        """Give the keys to the list of articles, and show it where it is hidden."""
        if self._sources.isHidden():
            self._sources.show()
            self.panes_moved.emit()
        self._sources.go_to_list()

    def go_to_search(self) -> None:
        """Give the keys to the search over all articles, and show it where it is hidden."""
        self.go_to_articles()
        self._sources.search.setFocus()

    def show_pane(self, pane: QWidget, *, keys: bool = False) -> None:
        """Show a pane of the panel, and the panel where it is hidden; with `keys` it takes them too."""
        if self._panel.isHidden():
            self._panel.show()
            self.panes_moved.emit()
        self._panel.setCurrentWidget(pane)
        if keys:
            pane.setFocus()

    def go_to_panel(self) -> None:
        """Give the keys to the suggestions while they are shown, else to the evidence."""
        panel = self._panel
        shown = panel.currentWidget() is panel.suggestions and not panel.isHidden()
        self.show_pane(panel.suggestions if shown else panel.evidence, keys=True)

    def show_evidence_of(self, claim_id: str) -> None:
        """Show a claim's evidence in the panel; keys that another pane of it had go to the brief."""
        if self._panel.currentWidget() is not self._panel.evidence:
            self.leave(self._panel)
        self._panel.setCurrentWidget(self._panel.evidence)
        if claim_id == getattr(self.item(), "id", ""):
            self.evidence_due.emit()

    def leave(self, pane: QWidget) -> None:
        """Take the keys out of a pane that is going to be hidden: they go to the brief, not to what comes
        next.
        """
        focus = QApplication.focusWidget()
        if focus is not None and (focus is pane or pane.isAncestorOf(focus)):
            self._page.setFocus()


def _behind(row: Row) -> str:
    """Return what a figure stands behind that is given at a row of a section."""
    if row.kind in WRITTEN:
        return row.id
    return "" if row.kind == "actor" else "^"
