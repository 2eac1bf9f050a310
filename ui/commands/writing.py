"""Writing on the page: new lines, styles, kinds, moves, sections, a judgement's chips."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QInputDialog, QLineEdit

from briefing import edits, lookup
from briefing.edits import Caret, readers
from briefing.model import FACETS, SECTION_KINDS, Actor, Brief, Claim, Judgement, new_id
from briefing.rows import NEW_KIND, WRITTEN
from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from ui.command_needs import Context
    from ui.page.view import PageView
    from ui.places import Places

P = ParamSpec("P")
CHIPS = ("likelihood", "confidence", "horizon", "basis", "indicators")


class Writing:
    """Acts on the row with the caret."""

    def __init__(self, context: Context, places: Places, page: PageView) -> None:
        self._desk = context.desk
        self._messages = context.messages
        self._widget = context.widget
        self._places = places
        self._page = page

    # -- new lines

    def new_claim(self) -> None:
        """Begin a claim after the current row."""
        holder, after = self._places.for_claim()
        section = next((s for s in self._desk.brief.sections if s.id == holder), None)
        claim = Claim(new_id("c"), kind=NEW_KIND.get(section.kind, "reported") if section else "reported")
        edit = edits.add_claim if section is not None else edits.add_statement
        self._begin(tr("New claim"), claim.id, edit, holder, claim, after)

    def new_judgement(self) -> None:
        """Begin a judgement: after the current one, else at the end of the first outlook."""
        row = self._page.current_row()
        judgement = Judgement(new_id("j"))
        if row is not None and row.kind == "judgement":
            self._begin(tr("New judgement"), judgement.id, edits.add_judgement, row.holder, judgement, row.id)
            return
        outlook = next((s for s in self._desk.brief.sections if s.kind == "outlook"), None)
        if outlook is None:
            self._messages.tell(
                tr("This brief has no outlook."),
                tr("Add a section of the kind “outlook” in the menu Brief."),
            )
            return
        self._begin(tr("New judgement"), judgement.id, edits.add_judgement, outlook.id, judgement)

    def new_actor(self) -> None:
        """Begin an actor at the end of the list."""
        actor = Actor(new_id("a"))
        self._begin(tr("New actor"), actor.id, edits.add_actor, actor)

    def _begin(
        self,
        label: str,
        row_id: str,
        edit: Callable[Concatenate[Brief, P], Brief],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        if self._desk.do(label, edit, *args, **kwargs):
            self._page.fresh.begun(row_id)
            self._page.set_caret(Caret(row_id, 0))
            self._page.setFocus()

    # -- the row with the caret

    def set_style(self, style: str) -> None:
        """Set the selected words bold or italic, or take that back."""
        self._page.set_style(style)

    def insert_link(self) -> None:
        """Link the selected words of a claim to a web address, or change the link at the caret."""
        from ui.page import styling

        page = self._page
        if not page.textCursor().hasSelection():
            self._messages.tell(
                tr("No words are selected on the page."), tr("Select the words that should be a link.")
            )
            return
        url, ok = QInputDialog.getText(
            self._widget,
            tr("Link"),
            tr("Web address (empty: no link)"),
            QLineEdit.EchoMode.Normal,
            styling.link_here(page),
        )
        if ok and not styling.set_link(page, url.strip()):
            self._messages.tell(
                tr("“{url}” is not a web address.").format(url=url[:80]), tr("It begins with https://.")
            )

    def set_kind(self, kind: str) -> None:
        """Say what kind of claim the current one is."""
        item = self._places.item()
        if isinstance(item, Claim):
            self._desk.do(tr("Kind of claim"), edits.set_field, item.id, "kind", kind)
        else:
            self._messages.tell(tr("The caret is not in a claim."), "")

    def set_facet(self) -> None:
        """Ask what an actor's statement is about: position, interests, capability …"""
        item = self._places.item()
        row = self._page.current_row()
        if not isinstance(item, Claim) or row is None or not row.depth:
            self._messages.tell(
                tr("The caret is not in an actor’s statement."), tr("Put it in a line under an actor.")
            )
            return
        choices = [facet or tr("not stated") for facet in FACETS]
        now = FACETS.index(item.facet) if item.facet in FACETS else 0
        words = tr("The statement is about")
        chosen, ok = QInputDialog.getItem(self._widget, tr("Statement"), words, choices, now, False)
        if ok:
            self._desk.do(tr("Statement"), edits.set_field, item.id, "facet", FACETS[choices.index(chosen)])

    def shift(self, by: int) -> None:
        """Move the current row up or down."""
        self._desk.flush()
        caret = self._page.caret()
        row = self._page.current_row()
        if row is None or caret is None:
            return
        edit = {
            "claim": edits.shift_item,
            "judgement": edits.shift_item,
            "figure": edits.shift_item,
            "actor": edits.move_actor,
        }.get(row.kind)
        if edit is not None and self._desk.do(tr("Move"), edit, row.id, by):
            self._page.set_caret(caret)

    def delete(self) -> None:
        """Remove the current claim, judgement, figure or actor."""
        row = self._page.current_row()
        if row is None or row.kind not in (*WRITTEN, "actor"):
            return
        edit = edits.remove_actor if row.kind == "actor" else edits.remove_item
        i = self._page.index_of(row.id)
        self._desk.do(tr("Remove"), edit, row.id)
        later = self._page.rows[min(i, len(self._page.rows) - 1)]
        if later.editable:
            self._page.set_caret(Caret(later.id, 0))

    # -- chips

    def edit_chip(self, row_id: str, field: str) -> None:
        """Open the popup of a judgement's field, with the whole judgement in sight beside it; the current
        judgement for row "".
        """
        self._desk.flush()
        row = self._page.current_row()
        item_id = row_id or (row.id if row is not None else "")
        item = next((j for j in lookup.judgements(self._desk.brief) if j.id == item_id), None)
        if item is None:
            self._messages.tell(
                tr("The caret is not in a judgement."), tr("Put it in a line of the outlook.")
            )
            return
        if self._desk.read_only:
            return
        from ui.page.chip_editor import ChipEditor

        editor = ChipEditor(self._desk.brief, item, field, self._widget)
        editor.done.connect(self._set_chip)
        page = self._page
        page.show_whole(item.id)
        page.viewport().repaint()  # for the places of the chips as they are now
        words = page.words_rect(item.id)
        editor.open_at(
            page.margin.place_of(item.id, field), words.translated(page.viewport().mapToGlobal(QPoint(0, 0)))
        )

    def _set_chip(self, item_id: str, pairs: tuple[tuple[str, str], ...]) -> None:
        labels = {"likelihood": tr("Set likelihood"), "confidence": tr("Set confidence")}

        def edit(brief: Brief) -> Brief:
            for field, value in pairs:
                brief = edits.set_field(brief, item_id, field, value)
            return brief

        self._desk.do(labels.get(pairs[0][0], tr("Edit judgement")), edit)
        self._page.show_whole(item_id)
        self._page.setFocus()

    # -- sections

    def _section_here(self) -> str:
        page = self._page
        i = page.textCursor().blockNumber()
        return next((row.id for row in reversed(page.rows[: i + 1]) if row.kind == "heading"), "")

    def add_section(self) -> None:
        """Ask for a title and a kind, and add a section after this one."""
        title, ok = QInputDialog.getText(self._widget, tr("Add a section"), tr("Title"))
        if not ok or not title.strip():
            return
        kinds = list(SECTION_KINDS)
        kind, ok = QInputDialog.getItem(self._widget, tr("Add a section"), tr("Kind"), kinds, 0, False)
        if ok:
            self._desk.do(tr("Add section"), edits.add_section, title, kind, self._section_here())

    def rename_section(self, section_id: str = "") -> None:
        """Ask for another title of the section with the caret."""
        wanted = section_id or self._section_here()
        section = next((s for s in self._desk.brief.sections if s.id == wanted), None)
        if section is None:
            return
        title, ok = QInputDialog.getText(
            self._widget, tr("Rename the section"), tr("Title"), QLineEdit.EchoMode.Normal, section.title
        )
        if ok:
            self._desk.do(tr("Rename section"), edits.rename_section, section.id, title)

    def set_length(self, section_id: str = "") -> None:
        """Ask how many words the section with the caret should have."""
        wanted = section_id or self._section_here()
        section = next((s for s in self._desk.brief.sections if s.id == wanted), None)
        if section is None or self._desk.read_only:
            return
        words, ok = QInputDialog.getInt(
            self._widget,
            tr("Length of the section"),
            tr("Words (0: no length)"),
            section.limit,
            0,
            readers.LONGEST,
        )
        if ok:
            self._desk.do(tr("Length of the section"), edits.set_field, section.id, "limit", str(words))

    def remove_section(self) -> None:
        """Remove the section with the caret; undo brings it back."""
        section = self._section_here()
        if section:
            self._desk.do(tr("Remove section"), edits.remove_section, section)

    def shift_section(self, by: int) -> None:
        """Move the section with the caret up or down."""
        section = self._section_here()
        if section:
            self._desk.do(tr("Move section"), edits.shift_section, section, by)


ACTIONS: tuple[Action[Writing], ...] = (
    Action("brief.new_claim", "New claim", ("Brief", 110), Writing.new_claim, ("Ctrl+Shift+Return",),
           icon="claim", also=(("section", 210), ("toolbar", 310))),
    Action("brief.new_actor", "New actor", ("Brief", 120), Writing.new_actor, ("Ctrl+Shift+J",), icon="actor",
           also=(("toolbar", 320),)),
    Action("brief.new_judgement", "New judgement", ("Brief", 130), Writing.new_judgement, ("Ctrl+J",),
           icon="judgement", also=(("toolbar", 330),)),
    Action("brief.bold", "Bold", ("Brief", 210), lambda c: c.set_style("bold"), ("Ctrl+B",), icon="bold",
           also=(("page", 310), ("toolbar", 210))),
    Action("brief.italic", "Italic", ("Brief", 220), lambda c: c.set_style("italic"), ("Ctrl+Shift+I",),
           icon="italic", also=(("page", 320), ("toolbar", 220))),
    Action("brief.link", "Link to a web address…", ("Brief", 230), Writing.insert_link,
           also=(("page", 330),)),
    Action("brief.kind_reported", "Claim is reported", ("Brief", 310), lambda c: c.set_kind("reported"),
           ("Alt+1",), also=(("page", 510),)),
    Action("brief.kind_assessed", "Claim is assessed", ("Brief", 320), lambda c: c.set_kind("assessed"),
           ("Alt+2",), also=(("page", 520),)),
    Action("brief.kind_assumption", "Claim is an assumption", ("Brief", 330),
           lambda c: c.set_kind("assumption"), ("Alt+3",), also=(("page", 530),)),
    Action("brief.kind_gap", "Claim is a gap", ("Brief", 340), lambda c: c.set_kind("gap"), ("Alt+4",),
           also=(("page", 540),)),
    Action("brief.kind_editorial", "Claim is about the brief itself", ("Brief", 350),
           lambda c: c.set_kind("editorial"), ("Alt+5",), also=(("page", 550),)),
    Action("brief.likelihood", "Likelihood…", ("Brief", 410), lambda c: c.edit_chip("", "likelihood"),
           ("Ctrl+1",), icon="judgement"),
    Action("brief.confidence", "Confidence…", ("Brief", 420), lambda c: c.edit_chip("", "confidence"),
           ("Ctrl+2",)),
    Action("brief.horizon", "Horizon…", ("Brief", 430), lambda c: c.edit_chip("", "horizon"), ("Ctrl+3",)),
    Action("brief.basis", "Basis…", ("Brief", 440), lambda c: c.edit_chip("", "basis"), ("Ctrl+4",)),
    Action("brief.indicators", "Indicators…", ("Brief", 450), lambda c: c.edit_chip("", "indicators"),
           ("Ctrl+5",), icon="indicator"),
    Action("brief.facet", "What the statement is about…", ("Brief", 550), Writing.set_facet),
    Action("brief.move_up", "Move up", ("Brief", 510), lambda c: c.shift(-1), ("Alt+Up",), icon="arrow-up",
           also=(("page", 620),)),
    Action("brief.move_down", "Move down", ("Brief", 520), lambda c: c.shift(1), ("Alt+Down",),
           icon="arrow-down", also=(("page", 630),)),
    Action("brief.delete", "Remove the line", ("Brief", 530), Writing.delete, ("Ctrl+Shift+K",), icon="trash",
           also=(("page", 640),)),
    Action("brief.add_section", "Add a section…", ("Brief", 620), Writing.add_section,
           also=(("section", 220),)),
    Action("brief.rename_section", "Rename the section…", ("Brief", 630), Writing.rename_section,
           also=(("section", 110),)),
    Action("brief.section_length", "Length of the section…", ("Brief", 635), lambda c: c.set_length(),
           also=(("section", 115),)),
    Action("brief.section_up", "Move the section up", ("Brief", 640), lambda c: c.shift_section(-1),
           ("Alt+Shift+Up",), also=(("section", 120),)),
    Action("brief.section_down", "Move the section down", ("Brief", 650), lambda c: c.shift_section(1),
           ("Alt+Shift+Down",), also=(("section", 130),)),
    Action("brief.remove_section", "Remove the section", ("Brief", 660), Writing.remove_section,
           also=(("section", 310),)),
)  # fmt: skip
