"""Every action of the window in one table: menus, shortcuts, the palette and the help sheet come from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.look import icons


@dataclass(frozen=True, slots=True)
class Action:
    """One action: its id (also its objectName), text, menu, shortcuts, icon.

    `needs`: "" always there, "brief" with an open brief, "edit" with one that may be changed.
    `breaks`: a separator stands before it in its menu.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = "edit"
    checkable: bool = False
    breaks: bool = False


# Each menu with its words as shown: Alt and the letter marked opens it.
MENUS = {"File": "&File", "Edit": "&Edit", "Articles": "&Articles", "Link": "Lin&k", "Brief": "&Brief",
         "View": "&View", "Help": "&Help"}  # fmt: skip

A = Action
ACTIONS: tuple[Action, ...] = (
    A("file.new", "New brief…", "File", ("Ctrl+N",), "new", ""),
    A("file.open", "Open…", "File", ("Ctrl+O",), "open", ""),
    A("file.sample", "Open the sample brief", "File", (), "", ""),
    A("file.save_copy", "Save a copy…", "File", ("Ctrl+Shift+S",), "copy", "brief", breaks=True),
    A("file.share", "Share a copy…", "File", (), "", "brief"),
    A("file.backups", "Backups…", "File", (), "history", ""),
    A("file.rescue", "Rescue a damaged brief…", "File", (), "", ""),
    A("file.preview", "Preview", "File", ("Ctrl+P",), "eye", "brief", breaks=True),
    A("file.export", "Export…", "File", ("Ctrl+E",), "export", "brief"),
    A("file.export_draft", "Export a draft…", "File", (), "", "brief"),
    A("file.export_again", "Export again", "File", ("Ctrl+Shift+E",), "", "brief"),
    A("file.print", "Print…", "File", (), "", "brief"),
    A("file.references", "Write the list of sources…", "File", (), "", "brief"),
    A("file.check", "Check a handed-over file…", "File", (), "", ""),
    A("file.close", "Close window", "File", ("Ctrl+W",), "close", "", breaks=True),
    A("file.quit", "Quit", "File", ("Ctrl+Q",), "", ""),
    A("edit.undo", "Undo", "Edit", ("Ctrl+Z",), "undo"),
    A("edit.redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    A("edit.cut", "Cut", "Edit", ("Ctrl+X",), "", breaks=True),
    A("edit.copy", "Copy", "Edit", ("Ctrl+C",), "copy", "brief"),
    A("edit.copy_rich", "Copy with its sources", "Edit", ("Ctrl+Alt+C",), "copy", "brief"),
    A("edit.paste", "Paste", "Edit", ("Ctrl+V",), "paste"),
    A("edit.find", "Find in the article", "Edit", ("Ctrl+F",), "search", "brief", breaks=True),
    A("edit.search", "Search in all articles", "Edit", ("Ctrl+Shift+F",), "search", "brief"),
    A("edit.find_next", "Find next", "Edit", ("F3",), "", "brief"),
    A("edit.find_previous", "Find previous", "Edit", ("Shift+F3",), "", "brief"),
    A("articles.add", "Add articles…", "Articles", ("Ctrl+Shift+A",), "add-article"),
    A("articles.paste", "Paste an article…", "Articles", ("Ctrl+Shift+V",), "paste"),
    A("articles.fetch", "Add a web page…", "Articles", ("Ctrl+Shift+W",), "globe"),
    A("articles.add_folder", "Add a folder…", "Articles", (), "open"),
    A("articles.summary", "What was added", "Articles", (), "", "brief"),
    A("articles.details", "Details of the article…", "Articles", ("Ctrl+I",), "edit", "brief", breaks=True),
    A("articles.attachments", "Attachments of the mail…", "Articles"),
    A("articles.encoding", "Encoding of the text…", "Articles"),
    A("articles.revise", "New version from a file…", "Articles", (), "history", breaks=True),
    A("articles.supersedes", "It is a newer version of…", "Articles"),
    A("articles.release", "It is not a newer version", "Articles"),
    A("articles.versions", "Quotes on older versions", "Articles", (), "", "brief"),
    A("articles.same_origin", "It tells the same story as…", "Articles", breaks=True),
    A("articles.apart", "It tells a story of its own", "Articles"),
    A("articles.origin_computed", "Compute its origin", "Articles"),
    A("articles.remove", "Remove the article", "Articles", (), "trash", breaks=True),
    A("articles.read", "Read or unread", "Articles", ("Ctrl+U",), "unread"),
    A("link.supports", "Link the selected words", "Link", ("Ctrl+L",), "link"),
    A("link.contradicts", "Link as contradicting", "Link", ("Ctrl+Shift+L",), "contradict"),
    A("link.context", "Link as context", "Link", ("Ctrl+Alt+L",), "context"),
    A("link.new_claim", "New claim of the selected words", "Link", ("Ctrl+Return",), "claim", breaks=True),
    A("link.new_actor", "New actor of the selected words", "Link", ("Ctrl+Alt+A",), "actor"),
    A("link.suggestions", "Suggest evidence for the claim", "Link", ("Ctrl+Shift+G",), "indicator", breaks=True),
    A("link.suggested", "Link the suggested passage", "Link", ("Alt+L",), "link"),
    A("link.model", "Folder of a language model…", "Link"),
    A("link.copy_citation", "Copy with citation", "Link", ("Ctrl+Shift+C",), "quote", "brief", breaks=True),
    A("link.show", "Show the passage", "Link", ("Ctrl+G",), "eye", "brief"),
    A("link.unlink", "Unlink", "Link", ("Ctrl+Shift+U",), "unlink"),
    A("brief.new_claim", "New claim", "Brief", ("Ctrl+Shift+Return",), "claim"),
    A("brief.new_actor", "New actor", "Brief", ("Ctrl+Shift+J",), "actor"),
    A("brief.new_judgement", "New judgement", "Brief", ("Ctrl+J",), "judgement"),
    A("brief.bold", "Bold", "Brief", ("Ctrl+B",), "bold", breaks=True),
    A("brief.italic", "Italic", "Brief", ("Ctrl+Shift+I",), "italic"),
    A("brief.link", "Link to a web address…", "Brief"),
    A("brief.kind_reported", "Claim is reported", "Brief", ("Alt+1",), breaks=True),
    A("brief.kind_assessed", "Claim is assessed", "Brief", ("Alt+2",)),
    A("brief.kind_assumption", "Claim is an assumption", "Brief", ("Alt+3",)),
    A("brief.kind_gap", "Claim is a gap", "Brief", ("Alt+4",)),
    A("brief.kind_editorial", "Claim is about the brief itself", "Brief", ("Alt+5",)),
    A("brief.likelihood", "Likelihood…", "Brief", ("Ctrl+1",), "judgement", breaks=True),
    A("brief.confidence", "Confidence…", "Brief", ("Ctrl+2",)),
    A("brief.horizon", "Horizon…", "Brief", ("Ctrl+3",)),
    A("brief.basis", "Basis…", "Brief", ("Ctrl+4",)),
    A("brief.indicators", "Indicators…", "Brief", ("Ctrl+5",), "indicator"),
    A("brief.actor_kind", "Details of the actor…", "Brief", ("Ctrl+Shift+D",), "actor"),
    A("brief.facet", "What the statement is about…", "Brief"),
    A("brief.move_up", "Move up", "Brief", ("Alt+Up",), "arrow-up", breaks=True),
    A("brief.move_down", "Move down", "Brief", ("Alt+Down",), "arrow-down"),
    A("brief.delete", "Remove the line", "Brief", ("Ctrl+Shift+K",), "trash"),
    A("brief.details", "Details of the brief…", "Brief", ("Ctrl+D",), "edit", "brief", breaks=True),
    A("brief.add_section", "Add a section…", "Brief"),
    A("brief.rename_section", "Rename the section…", "Brief"),
    A("brief.section_up", "Move the section up", "Brief", ("Alt+Shift+Up",)),
    A("brief.section_down", "Move the section down", "Brief", ("Alt+Shift+Down",)),
    A("brief.remove_section", "Remove the section", "Brief"),
    A("brief.review", "Take in a reviewed Word file…", "Brief", (), "open", breaks=True),
    A("brief.summary", "Draft the source summary", "Brief", breaks=True),
    A("brief.freeze", "Freeze this edition", "Brief"),
    A("brief.changes", "What changed since the last edition…", "Brief", needs="brief"),
    A("brief.fix", "Mend the finding", "Brief", ("Ctrl+.",), "check", breaks=True),
    A("brief.waive", "Waive the finding…", "Brief"),
    A("brief.rules", "Rules of the brief…", "Brief"),
    A("view.sources", "Go to the articles", "View", ("F6",), "", "brief"),
    A("view.reader", "Go to the reader", "View", ("F7",), "", "brief"),
    A("view.page", "Go to the brief", "View", ("F8",), "", "brief"),
    A("view.evidence", "Go to the evidence", "View", ("F9",), "", "brief"),
    A("view.toggle_sources", "Articles", "View", ("Ctrl+Shift+1",), "panel-left", "brief", True, True),
    A("view.toggle_panel", "Evidence and checks", "View", ("Ctrl+Shift+2",), "panel-bottom", "brief", True),
    A("view.review", "Go to the review", "View", (), "", "brief"),
    A("view.next_problem", "Next problem", "View", ("F4",), "warning", "brief", breaks=True),
    A("view.previous_problem", "Previous problem", "View", ("Shift+F4",), "", "brief"),
    A("view.zoom_in", "Larger text", "View", ("Ctrl++", "Ctrl+="), "", "", breaks=True),
    A("view.zoom_out", "Smaller text", "View", ("Ctrl+-",), "", ""),
    A("view.zoom_reset", "Normal text size", "View", ("Ctrl+0",), "", ""),
    A("view.serif", "Serif in the reader", "View", (), "", "", True),
    A("view.theme_system", "Colours of the system", "View", (), "", "", True, True),
    A("view.theme_light", "Light", "View", (), "sun", "", True),
    A("view.theme_dark", "Dark", "View", (), "moon", "", True),
    A("help.palette", "Commands…", "Help", ("Ctrl+K",), "palette", ""),
    A("help.keys", "Keys", "Help", ("F1",), "keyboard", ""),
    A("help.about", "About Briefing Desk", "Help", (), "info", ""),
)  # fmt: skip


def tr(text: str) -> str:
    """Return an action's or a menu's text in the language of the window."""
    return QCoreApplication.translate("actions", text)


def build(owner: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return a QAction for each row of the table, added to `owner`.

    A row without a handler, or a handler without a row, is a fault of the program: KeyError.
    """
    made: dict[str, QAction] = {}
    for row in ACTIONS:
        handler = handlers[row.id]
        action = QAction(tr(row.text), owner)
        action.setObjectName(row.id)
        action.setCheckable(row.checkable)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.triggered.connect(lambda _checked=False, act=handler: act())
        owner.addAction(action)
        made[row.id] = action
    strays = set(handlers) - set(made)
    if strays:
        raise KeyError(f"handlers without an action: {sorted(strays)}")
    recolour(made, owner)
    return made


def recolour(actions: Mapping[str, QAction], owner: QWidget) -> None:
    """Draw the icons in the colours of the owner's palette."""
    for row in ACTIONS:
        if row.icon:
            actions[row.id].setIcon(icons.icon(row.icon, owner.palette()))


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Fill a menu bar from the table; return the menus by name."""
    menus = {}
    for name, shown in MENUS.items():
        menu = bar.addMenu(tr(shown))
        menu.setObjectName(f"menu.{name.lower()}")
        menus[name] = menu
        for row in ACTIONS:
            if row.menu == name:
                if row.breaks:
                    menu.addSeparator()
                menu.addAction(actions[row.id])
    return menus


def enable(actions: Mapping[str, QAction], *, brief: bool, edit: bool) -> None:
    """Enable what can be used: with a brief open, with one that may be changed."""
    allowed = {"": True, "brief": brief, "edit": brief and edit}
    for row in ACTIONS:
        actions[row.id].setEnabled(allowed[row.needs])
