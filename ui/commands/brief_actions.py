"""The whole table of handlers of a window: its own, and those of the workspace once there is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui import hands

if TYPE_CHECKING:
    from ui.window import Window
    from ui.workspace import Workspace

Act = Callable[["Workspace"], object]


def _focus(widget: Callable[[Workspace], QWidget]) -> Act:
    return lambda ws: widget(ws).setFocus()


# What the workspace does beside its own classes of commands.
_OWN: dict[str, Act] = {
    "edit.undo": lambda ws: ws.desk.undo(),
    "edit.redo": lambda ws: ws.desk.redo(),
    "edit.find": lambda ws: ws.reader.open_find(),
    "edit.find_next": lambda ws: ws.reader.find_step(1),
    "edit.find_previous": lambda ws: ws.reader.find_step(-1),
    "link.show": lambda ws: ws.reading.reveal(ws.chosen_evidence()),
    "brief.section_up": lambda ws: ws.writing.shift_section(-1),
    "brief.section_down": lambda ws: ws.writing.shift_section(1),
    "view.sources": hands.go_to_articles,
    "edit.search": hands.go_to_search,
    "view.reader": _focus(lambda ws: ws.reader.article),
    "view.page": _focus(lambda ws: ws.page),
    "view.evidence": hands.go_to_panel,
}
_BY_CLASS: dict[str, tuple[str, ...]] = {
    "linking": (
        "link.supports", "link.contradicts", "link.context", "link.new_claim", "link.new_actor",
        "link.copy_citation", "link.unlink",
    ),
    "writing": (
        "brief.new_claim", "brief.new_judgement", "brief.new_actor", "brief.bold", "brief.italic", "brief.link",
        "brief.kind_reported", "brief.kind_assessed", "brief.kind_assumption", "brief.kind_gap",
        "brief.kind_editorial", "brief.move_up", "brief.move_down", "brief.delete", "brief.likelihood",
        "brief.confidence", "brief.horizon", "brief.basis", "brief.indicators", "brief.add_section",
        "brief.rename_section", "brief.remove_section", "brief.facet",
    ),
    "articles": (
        "articles.details", "articles.remove", "articles.read", "articles.encoding", "brief.actor_kind",
    ),
    "version_acts": (
        "articles.revise", "articles.versions", "articles.supersedes", "articles.release", "articles.same_origin",
        "articles.apart", "articles.origin_computed",
    ),
    "suggesting": ("link.suggestions", "link.suggested", "link.model"),
    "reviewing": ("brief.review", "view.review"),
    "handing_on": ("brief.summary", "brief.freeze", "brief.changes"),
    "checking": ("brief.fix", "brief.waive", "brief.rules", "view.next_problem", "view.previous_problem"),
    "adding": (
        "articles.add", "articles.add_folder", "articles.fetch", "articles.paste", "articles.attachments",
        "articles.summary",
    ),
}  # fmt: skip


def handlers(window: Window) -> dict[str, Callable[[], object]]:
    """Return a function for every action of the table."""
    found: dict[str, Callable[[], object]] = {
        **window.files.handlers(),
        **window.exporting.handlers(),
        **window.attesting.handlers(),
        **window.viewing.handlers(),
    }
    for ident, act in _OWN.items():
        found[ident] = _with_workspace(window, act)
    for name, idents in _BY_CLASS.items():
        for ident in idents:
            found[ident] = _with_workspace(window, lambda ws, n=name, i=ident: getattr(ws, n).handlers()[i]())  # type: ignore[misc]
    return found


def _with_workspace(window: Window, act: Act) -> Callable[[], object]:
    return lambda: act(window.workspace) if window.workspace is not None else None
