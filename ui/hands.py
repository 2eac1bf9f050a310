"""Where keys and clicks of one workspace go: what is acted on is what is shown, and no letter is lost.

Lists, buttons and cards take no letters: those go on at the caret of the brief, where words are written. The reader
has commands on its letters; another letter there writes nothing, and the window says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.panes.row_list import types

if TYPE_CHECKING:
    from ui.workspace import Workspace


def _tr(text: str) -> str:
    return QCoreApplication.translate("hands", text)


def letter(ws: Workspace, event: QKeyEvent) -> bool:
    """Answer a letter that no widget of the workspace took; False when it is none, or nothing can be written."""
    if not types(event):
        return False
    if ws.reader.isAncestorOf(QApplication.focusWidget() or ws):
        ws.say(
            _tr("“{key}” does nothing in an article: F8 goes to the brief, F1 shows the keys.").format(
                key=event.text()
            )
        )
        return True
    if ws.desk.read_only or ws.page.hasFocus():
        return False
    ws.page.setFocus()
    QApplication.sendEvent(ws.page, event)
    return True


def show_pane(ws: Workspace, pane: QWidget, *, keys: bool = False) -> None:
    """Show a pane of the panel, and the panel where it is hidden; with `keys` it takes them too."""
    if ws.tabs.isHidden():
        ws.tabs.show()
        ws.panes_moved.emit()
    ws.tabs.setCurrentWidget(pane)
    if keys:
        pane.setFocus()


def go_to_panel(ws: Workspace) -> None:
    """Give the keys to the suggestions while they are shown, else to the evidence."""
    shown = ws.tabs.currentWidget() is ws.suggestions and not ws.tabs.isHidden()
    show_pane(ws, ws.suggestions if shown else ws.evidence, keys=True)


def go_to_articles(ws: Workspace) -> None:
    """Give the keys to the list of articles, and show it where it is hidden."""
    if ws.sources.isHidden():
        ws.sources.show()
        ws.panes_moved.emit()
    ws.sources.go_to_list()


def go_to_search(ws: Workspace) -> None:
    """Give the keys to the search over all articles, and show it where it is hidden."""
    go_to_articles(ws)
    ws.sources.search.setFocus()


def show_article(ws: Workspace, source_id: str) -> None:
    """Show the article chosen in the list; one that cannot be read is not the chosen one either."""
    if not ws.reading.show(source_id):
        ws.sources.choose(ws.reading.source_id)


def leave(ws: Workspace, pane: QWidget) -> None:
    """A pane is going to be hidden: the keys go to the brief, not to whatever comes next."""
    focus = QApplication.focusWidget()
    if focus is not None and (focus is pane or pane.isAncestorOf(focus)):
        ws.page.setFocus()
