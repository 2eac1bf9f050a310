"""Writing on the page: new lines, styles, kinds, moves, sections, a judgement's chips."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QInputDialog, QLineEdit

from briefing import edits, lookup
from briefing.edits import Caret
from briefing.model import CLAIM_KINDS, FACETS, Actor, Brief, Claim, Judgement, new_id
from briefing.rows import NEW_KIND
from ui.page import styling

if TYPE_CHECKING:
    from ui.workspace import Workspace

P = ParamSpec("P")
CHIPS = ("likelihood", "confidence", "horizon", "basis", "indicators")


def _tr(text: str) -> str:
    return QCoreApplication.translate("writing", text)


class Writing:
    """Acts on the row with the caret."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return the functions of the brief's actions."""
        return {
            "brief.new_claim": self.new_claim,
            "brief.new_judgement": self.new_judgement,
            "brief.new_actor": self.new_actor,
            "brief.bold": lambda: self._ws.page.set_style("bold"),
            "brief.italic": lambda: self._ws.page.set_style("italic"),
            "brief.link": self.insert_link,
            **{f"brief.kind_{kind}": partial(self.set_kind, kind) for kind in CLAIM_KINDS},
            "brief.move_up": lambda: self.shift(-1),
            "brief.move_down": lambda: self.shift(1),
            "brief.delete": self.delete,
            "brief.facet": self.set_facet,
            **{f"brief.{field}": partial(self.edit_chip, "", field, None) for field in CHIPS},
            "brief.add_section": self.add_section,
            "brief.rename_section": self.rename_section,
            "brief.remove_section": self.remove_section,
        }

    # -- new lines

    def new_claim(self) -> None:
        """Begin a claim after the current row."""
        holder, after = self._ws.place_for_claim()
        section = next((s for s in self._ws.desk.brief.sections if s.id == holder), None)
        claim = Claim(new_id("c"), kind=NEW_KIND.get(section.kind, "reported") if section else "reported")
        edit = edits.add_claim if section is not None else edits.add_statement
        self._begin(_tr("New claim"), claim.id, edit, holder, claim, after)

    def new_judgement(self) -> None:
        """Begin a judgement: after the current one, else at the end of the first outlook."""
        row = self._ws.page.current_row()
        judgement = Judgement(new_id("j"))
        if row is not None and row.kind == "judgement":
            self._begin(
                _tr("New judgement"), judgement.id, edits.add_judgement, row.holder, judgement, row.id
            )
            return
        outlook = next((s for s in self._ws.desk.brief.sections if s.kind == "outlook"), None)
        if outlook is None:
            self._ws.tell(
                _tr("This brief has no outlook."),
                _tr("Add a section of the kind “outlook” in the menu Brief."),
            )
            return
        self._begin(_tr("New judgement"), judgement.id, edits.add_judgement, outlook.id, judgement)

    def new_actor(self) -> None:
        """Begin an actor at the end of the list."""
        actor = Actor(new_id("a"))
        self._begin(_tr("New actor"), actor.id, edits.add_actor, actor)

    def _begin(
        self,
        label: str,
        row_id: str,
        edit: Callable[Concatenate[Brief, P], Brief],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        if self._ws.desk.do(label, edit, *args, **kwargs):
            self._ws.page.fresh.begun(row_id)
            self._ws.page.set_caret(Caret(row_id, 0))
            self._ws.page.setFocus()

    # -- the row with the caret

    def insert_link(self) -> None:
        """Link the selected words of a claim to a web address, or change the link at the caret."""
        page = self._ws.page
        if not page.textCursor().hasSelection():
            self._ws.tell(
                _tr("No words are selected on the page."), _tr("Select the words that should be a link.")
            )
            return
        url, ok = QInputDialog.getText(
            self._ws,
            _tr("Link"),
            _tr("Web address (empty: no link)"),
            QLineEdit.EchoMode.Normal,
            styling.link_here(page),
        )
        if ok and not styling.set_link(page, url.strip()):
            self._ws.tell(
                _tr("“{url}” is not a web address.").format(url=url[:80]), _tr("It begins with https://.")
            )

    def set_kind(self, kind: str) -> None:
        """Say what kind of claim the current one is."""
        item = self._ws.current_item()
        if isinstance(item, Claim):
            self._ws.desk.do(_tr("Kind of claim"), edits.set_field, item.id, "kind", kind)
        else:
            self._ws.tell(_tr("The caret is in no claim."), "")

    def set_facet(self) -> None:
        """Ask what an actor's statement is about: position, interests, capability …"""
        item = self._ws.current_item()
        row = self._ws.page.current_row()
        if not isinstance(item, Claim) or row is None or not row.depth:
            self._ws.tell(
                _tr("The caret is in no actor’s statement."), _tr("Put it in a line under an actor.")
            )
            return
        choices = [facet or _tr("not said") for facet in FACETS]
        now = FACETS.index(item.facet) if item.facet in FACETS else 0
        words = _tr("The statement is about")
        chosen, ok = QInputDialog.getItem(self._ws, _tr("Statement"), words, choices, now, False)
        if ok:
            self._ws.desk.do(
                _tr("Statement"), edits.set_field, item.id, "facet", FACETS[choices.index(chosen)]
            )

    def shift(self, by: int) -> None:
        """Move the current row up or down."""
        self._ws.desk.flush()
        caret = self._ws.page.caret()
        row = self._ws.page.current_row()
        if row is None or caret is None:
            return
        edit = {
            "claim": edits.shift_item,
            "judgement": edits.shift_item,
            "actor": edits.move_actor,
        }.get(row.kind)
        if edit is not None and self._ws.desk.do(_tr("Move"), edit, row.id, by):
            self._ws.page.set_caret(caret)

    def delete(self) -> None:
        """Remove the current claim, judgement or actor."""
        row = self._ws.page.current_row()
        if row is None or row.kind not in ("claim", "judgement", "actor"):
            return
        edit = edits.remove_actor if row.kind == "actor" else edits.remove_item
        i = self._ws.page.index_of(row.id)
        self._ws.desk.do(_tr("Remove"), edit, row.id)
        later = self._ws.page.rows[min(i, len(self._ws.page.rows) - 1)]
        if later.editable:
            self._ws.page.set_caret(Caret(later.id, 0))

    # -- chips

    def edit_chip(self, row_id: str, field: str, point: QPoint | None) -> None:
        """Open the popup of a judgement's field; the current judgement for row ""."""
        self._ws.desk.flush()
        row = self._ws.page.current_row()
        item_id = row_id or (row.id if row is not None else "")
        item = next((j for j in lookup.judgements(self._ws.desk.brief) if j.id == item_id), None)
        if item is None:
            self._ws.tell(_tr("The caret is in no judgement."), _tr("Put it in a line of the outlook."))
            return
        if self._ws.desk.read_only:
            return
        from ui.page.chip_editor import ChipEditor

        editor = ChipEditor(self._ws.desk.brief, item, field, self._ws)
        editor.done.connect(self._set_chip)
        editor.open_at(point or self._ws.page.margin.place_of(item.id, field))

    def _set_chip(self, item_id: str, pairs: tuple[tuple[str, str], ...]) -> None:
        labels = {"likelihood": _tr("Set likelihood"), "confidence": _tr("Set confidence")}

        def edit(brief: Brief) -> Brief:
            for field, value in pairs:
                brief = edits.set_field(brief, item_id, field, value)
            return brief

        self._ws.desk.do(labels.get(pairs[0][0], _tr("Edit judgement")), edit)
        self._ws.page.setFocus()

    # -- sections

    def _section_here(self) -> str:
        page = self._ws.page
        i = page.textCursor().blockNumber()
        return next((row.id for row in reversed(page.rows[: i + 1]) if row.kind == "heading"), "")

    def add_section(self) -> None:
        """Ask for a title and a kind, and add a section after this one."""
        title, ok = QInputDialog.getText(self._ws, _tr("Add a section"), _tr("Title"))
        if not ok or not title.strip():
            return
        kinds = ["prose", "situation", "actors", "outlook", "gaps", "summary"]
        kind, ok = QInputDialog.getItem(self._ws, _tr("Add a section"), _tr("Kind"), kinds, 0, False)
        if ok:
            self._ws.desk.do(_tr("Add section"), edits.add_section, title, kind, self._section_here())

    def rename_section(self, section_id: str = "") -> None:
        """Ask for another title of the section with the caret."""
        wanted = section_id or self._section_here()
        section = next((s for s in self._ws.desk.brief.sections if s.id == wanted), None)
        if section is None:
            return
        title, ok = QInputDialog.getText(
            self._ws, _tr("Rename the section"), _tr("Title"), QLineEdit.EchoMode.Normal, section.title
        )
        if ok:
            self._ws.desk.do(_tr("Rename section"), edits.rename_section, section.id, title)

    def remove_section(self) -> None:
        """Remove the section with the caret; undo brings it back."""
        section = self._section_here()
        if section:
            self._ws.desk.do(_tr("Remove section"), edits.remove_section, section)

    def shift_section(self, by: int) -> None:
        """Move the section with the caret up or down."""
        section = self._section_here()
        if section:
            self._ws.desk.do(_tr("Move section"), edits.shift_section, section, by)
