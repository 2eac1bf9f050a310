"""Linking quotes to claims: by key, by the selection bar, by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from briefing import edits, inline, lookup
from briefing.edits import Caret
from briefing.model import Actor, Brief, Claim, ClaimKind, Evidence, Judgement, Quote, Section, Stance, new_id
from briefing.quoting import anchor
from briefing.rows import NEW_KIND
from briefing.text import shortened
from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from ui.command_needs import Context
    from ui.following.article_shown import ArticleReading
    from ui.page.view import PageView
    from ui.panes.evidence_pane import EvidencePane
    from ui.places import Places
    from ui.reader import ReaderPane


class Linking:
    """Makes links between the words selected in the reader and the claims on the page."""

    def __init__(
        self,
        context: Context,
        places: Places,
        page: PageView,
        reader: ReaderPane,
        reading: ArticleReading,
        evidence: EvidencePane,
    ) -> None:
        self._desk = context.desk
        self._messages = context.messages
        self._places = places
        self._page = page
        self._reader = reader
        self._reading = reading
        self._evidence = evidence

    # -- what is selected

    def _quote(self, start: int, end: int) -> Evidence | None:
        reading = self._reading
        if not reading.source_id:
            return None
        source = lookup.source(self._desk.brief, reading.source_id)
        quote: Quote = anchor.describe(reading.text, (start, end), source.text_sha)
        return Evidence(new_id("e"), source.id, quote)

    def _selected(self) -> Evidence | None:
        span = self._reader.selection()
        if span is None:
            self._messages.tell(
                tr("No words are selected in the article."), tr("Select the words first, then link them.")
            )
            return None
        return self._quote(*span)

    def _target(self) -> Claim | None:
        item = self._places.item()
        if isinstance(item, Claim):
            return item
        if isinstance(item, Judgement):
            self._messages.tell(
                tr("A judgement rests on claims, not on quotes."),
                tr("Put the caret in a claim, or make a new claim of the words."),
            )
            return None
        self._messages.tell(
            tr("The caret is not in a claim."),
            tr("Put it in a claim on the page, or make a new claim of the words."),
        )
        return None

    # -- acts

    def link_selection(self, stance: Stance) -> None:
        """Link the selected words to the current claim; with none, make a claim of them."""
        evidence = self._selected()
        if evidence is None:
            return
        self._desk.flush()
        if self._places.item() is None and self._places.row_kind() in ("blank", "title", "heading"):
            self._claim(evidence, stance)
            return
        claim = self._target()
        if claim is not None:
            self.link(claim.id, evidence, stance)

    def link(self, claim_id: str, evidence: Evidence, stance: Stance) -> bool:
        """Link one quote to one claim, and say so."""
        from ui.page.focus import reveal

        linked = Evidence(evidence.id, evidence.source, evidence.quote, stance)
        done = self._desk.do(tr("Link quote"), edits.link_quote, claim_id, linked)
        if done:
            reveal(self._page, claim_id)
            self._places.show_evidence_of(claim_id)
            self._messages.say(tr("Linked: “{words}”").format(words=_short(evidence.quote.exact)))
        return done

    def claim_of_selection(self) -> None:
        """Make a new claim of the selected words, linked to them, after the current row."""
        evidence = self._selected()
        if evidence is not None:
            self._claim(evidence, "supports")

    def _claim(self, evidence: Evidence, stance: Stance, place: tuple[str, str] | None = None) -> None:
        self._desk.flush()
        linked = Evidence(evidence.id, evidence.source, evidence.quote, stance)
        claim_id = new_id("c")
        holder, after = place or self._places.for_quoted_words()
        words = inline.escape(" ".join(evidence.quote.exact.split()))
        if self._desk.do(
            tr("New claim from words"), add_linked_claim, holder, after, claim_id, words, linked
        ):
            self._page.set_caret(Caret(claim_id, len(inline.plain(words))))
            self._messages.say(tr("New claim from the selected words"))

    def actor_of_selection(self) -> None:
        """Make an actor named by the selected words."""
        span = self._reader.selection()
        if span is None:
            self._selected()
            return
        name = " ".join(self._reading.text[span[0] : span[1]].split())
        known = next((a for a in self._desk.brief.actors if name in (a.name, *a.aliases)), None)
        if known is not None:
            self._page.set_caret(Caret(known.id, len(known.name)))
            self._messages.say(tr("{name} is in the brief already").format(name=name))
            return
        actor = Actor(new_id("a"), name)
        if self._desk.do(tr("New actor"), edits.add_actor, actor):
            self._page.set_caret(Caret(actor.id, len(name)))

    def copy_citation(self) -> None:
        """Copy the selected words with their source."""
        from ui.following.article_shown import citation

        evidence = self._selected()
        if evidence is None:
            return
        source = lookup.source(self._desk.brief, evidence.source)
        QApplication.clipboard().setText(citation(source, evidence.quote.exact))
        self._messages.say(tr("Copied with its source"))

    def unlink_chosen(self) -> None:
        """Unlink the quote marked in the pane; where several could be meant and none is seen, show them
        first.
        """
        rows = self._evidence.rows
        if len(rows) > 1 and not self._evidence.isVisible():
            self._places.show_pane(self._evidence)
            self._messages.say(tr("Choose the quote to unlink: the marked one goes"))
            return
        chosen = next((row for row in rows if row.id == self._evidence.chosen()), None)
        if chosen is None:
            self._messages.tell(tr("No quote is linked here."), tr("Put the caret in a claim that has one."))
        elif self._desk.do(tr("Unlink quote"), edits.unlink, chosen.id):
            self._messages.say(tr("Unlinked: “{words}”").format(words=_short(chosen.quote)))

    def drop(self, payload: object, row_id: str) -> None:
        """A quote was dragged from the reader onto a row of the page."""
        from ui.page.drops import takes_quote
        from ui.reader import quote_mime

        dropped = quote_mime.unpack(payload if isinstance(payload, bytes) else b"")
        if dropped is None or dropped.source_id != self._reading.source_id:
            self._messages.tell(
                tr("That is not a quote of the article shown."), tr("Drag words from the reader.")
            )
            return
        evidence = self._quote(dropped.start, dropped.end)
        if evidence is None:
            return
        row = next((r for r in self._page.rows if r.id == row_id), None)
        if row is not None and isinstance(row.node, Claim):
            self.link(row.id, evidence, "supports")
            self._page.set_caret(Caret(row.id, len(inline.plain(row.node.text))))
        elif row is not None and isinstance(row.node, Judgement):
            self._messages.tell(
                tr("A judgement rests on claims, not on quotes."), tr("Drop the words on a claim.")
            )
        elif takes_quote(self._page, row) is None:
            self._messages.tell(
                tr("A claim cannot begin there."), tr("Drop the words on a claim or a section.")
            )
        elif row is not None and row.kind == "heading":
            self._claim(evidence, "supports", (row.holder, "^"))
        else:
            if row is not None:
                self._page.set_caret(Caret(row.id, 0))
            self._claim(evidence, "supports", self._places.for_claim())


ACTIONS: tuple[Action[Linking], ...] = (
    Action("link.supports", "Link the selected words", ("Link", 110), lambda c: c.link_selection("supports"),
           ("Ctrl+L",), icon="link", also=(("page", 410), ("toolbar", 410))),
    Action("link.contradicts", "Link as contradicting", ("Link", 120),
           lambda c: c.link_selection("contradicts"), ("Ctrl+Shift+L",), icon="contradict",
           also=(("page", 420),)),
    Action("link.context", "Link as context", ("Link", 130), lambda c: c.link_selection("context"),
           ("Ctrl+Alt+L",), icon="context", also=(("page", 430),)),
    Action("link.new_claim", "New claim of the selected words", ("Link", 210), Linking.claim_of_selection,
           ("Ctrl+Return",), icon="claim"),
    Action("link.new_actor", "New actor of the selected words", ("Link", 220), Linking.actor_of_selection,
           ("Ctrl+Alt+A",), icon="actor"),
    Action("link.copy_citation", "Copy with citation", ("Link", 410), Linking.copy_citation,
           ("Ctrl+Shift+C",), icon="quote", needs="brief"),
    Action("link.unlink", "Unlink", ("Link", 430), Linking.unlink_chosen, ("Ctrl+Shift+U",), icon="unlink",
           also=(("page", 440),)),
)  # fmt: skip


def add_linked_claim(
    brief: Brief, holder: str, after: str, claim_id: str, text: str, evidence: Evidence
) -> Brief:
    """An edit: a new claim of quoted words, in a section or under an actor, with its link."""
    section = next((s for s in brief.sections if s.id == holder), None)
    kind = _kind_in(section)
    claim = Claim(claim_id, text, kind)
    if section is not None:
        brief = edits.add_claim(brief, holder, claim, after)
    else:
        brief = edits.add_statement(brief, holder, claim, after)
    return edits.link_quote(brief, claim_id, evidence)


def _kind_in(section: Section | None) -> ClaimKind:
    """Words taken from an article are reported, wherever they stand, but for gaps and summaries."""
    kind = NEW_KIND.get(section.kind, "reported") if section is not None else "reported"
    return "reported" if kind == "assessed" else kind


def _short(words: str) -> str:
    return shortened(words, 60)
