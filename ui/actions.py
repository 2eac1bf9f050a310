"""From the table of actions to QActions, menus, and which of them can be used now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui import icons
from ui.actions_table import ACTIONS, CONDITIONS, MENUS, Action

__all__ = [
    "ACTIONS",
    "CONDITIONS",
    "MENUS",
    "Action",
    "build",
    "enable",
    "fill_menus",
    "keys",
    "plain_text",
    "recolour",
]

Handlers = Mapping[str, Callable[[], None]]


def translated(text: str) -> str:
    """Return a text of the table in the window's language."""
    return QCoreApplication.translate("actions", text) if text else ""


def plain_text(text: str) -> str:
    """Return a menu text without its mnemonic and its dots."""
    return text.replace("&", "").removesuffix("…")


def keys(shortcut: str) -> list[QKeySequence]:
    """Return the key sequences that a row of the table names, first the one that is shown."""
    return [QKeySequence(part) for part in shortcut.split(" | ") if part]


def build(owner: QWidget, handlers: Handlers) -> dict[str, QAction]:
    """Return a QAction for each row of the table, owned by `owner` and added to it, by id.

    Raises KeyError when a row has no handler or a handler no row: no dead entries.
    """
    ids = {action.id for action in ACTIONS}
    missing, unknown = sorted(ids - handlers.keys()), sorted(handlers.keys() - ids)
    if missing or unknown:
        raise KeyError(f"actions without a handler: {missing}; handlers without an action: {unknown}")
    made: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for row in ACTIONS:
        made[row.id] = _make(owner, row, handlers[row.id])
        if row.group:
            if row.group not in groups:
                groups[row.group] = QActionGroup(owner)
            groups[row.group].addAction(made[row.id])
    owner.addActions(list(made.values()))
    return made


def _make(owner: QWidget, row: Action, handler: Callable[[], None]) -> QAction:
    action = QAction(translated(row.text), owner)
    action.setObjectName(row.id)
    action.setShortcuts(keys(row.shortcut))
    action.setCheckable(row.checkable)
    action.setStatusTip(translated(row.tip) or plain_text(action.text()))
    if row.icon:
        action.setIcon(icons.icon(row.icon, owner.palette()))
    action.setIconVisibleInMenu(False)
    _set_role(action, row.id)

    def run(_checked: bool = False) -> None:
        handler()

    action.triggered.connect(run)
    return action


def _set_role(action: QAction, ident: str) -> None:
    roles = {"file.quit": QAction.MenuRole.QuitRole, "help.about": QAction.MenuRole.AboutRole}
    action.setMenuRole(roles.get(ident, QAction.MenuRole.NoRole))


def recolour(actions: Mapping[str, QAction], owner: QWidget) -> None:
    """Draw the icons again in the palette of `owner`; for a change of theme."""
    for row in ACTIONS:
        if row.icon:
            actions[row.id].setIcon(icons.icon(row.icon, owner.palette()))


def enable(actions: Mapping[str, QAction], conditions: Iterable[str]) -> None:
    """Enable the actions whose condition holds, and no others. "always" need not be named."""
    held = {"always", *conditions}
    for row in ACTIONS:
        actions[row.id].setEnabled(row.when in held)


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Fill the menu bar from the table; return the menus by key. A submenu stands where its first row does."""
    menus: dict[str, QMenu] = {}
    titles = dict(MENUS)
    for row in ACTIONS:
        menu = _menu(bar, menus, titles, row.menu)
        menu.addAction(actions[row.id])
        if row.ends:
            menu.addSeparator()
    return menus


def _menu(bar: QMenuBar, menus: dict[str, QMenu], titles: Mapping[str, str], key: str) -> QMenu:
    if key not in menus:
        parent, _, child = key.rpartition("/")
        above: QMenuBar | QMenu = _menu(bar, menus, titles, parent) if child and parent else bar
        menu = above.addMenu(translated(titles[key]))
        menu.setObjectName(f"menu.{key}")
        menus[key] = menu
    return menus[key]
