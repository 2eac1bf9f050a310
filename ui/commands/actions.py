"""Actions of the window: what one is, and the menus, shortcuts and icons that are made of many.

Each class of commands states its own below its methods; `ui.commands.table` is their sum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.look import icons
from ui.translated import tr

C = TypeVar("C")
Place: TypeAlias = tuple[str, int]
"""A menu, or another place that shows actions ("page", "section", "article", "finding": context menus;
"toolbar"), and a number.

An action stands after those of lower numbers; a line is drawn where the hundreds change.
"""


@dataclass(frozen=True, slots=True)
class Action(Generic[C]):
    """One action of commands C: its id (also its objectName), text, place in a menu, what it does; keys,
    icon.

    `needs`: "" always there, "brief" with an open brief, "edit" with one that may be changed.
    `also`: the other places that show it.
    """

    id: str
    text: str
    at: Place
    act: Callable[[C], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Literal["", "brief", "edit"] = "edit"
    checkable: bool = False
    also: tuple[Place, ...] = ()

    @property
    def menu(self) -> str:
        """The menu that holds it."""
        return self.at[0]


Row: TypeAlias = Action[Any]
"""An action of any commands."""

# Each menu with its words as shown: Alt and the letter marked opens it.
MENUS = {"File": "&File", "Edit": "&Edit", "Articles": "&Articles", "Link": "Lin&k", "Brief": "&Brief",
         "View": "&View", "Help": "&Help"}  # fmt: skip


# Groups of a menu, by its name and their hundred, that stand in a menu of their own there.
SUBMENUS = {
    ("Brief", 2): "Words", ("Brief", 3): "Kind of claim", ("Brief", 4): "Judgement", ("Brief", 5): "Line",
    ("Brief", 6): "Section",
}  # fmt: skip


def shown_in(rows: Sequence[Row], place: str) -> list[Row | None]:
    """Return the actions that a menu or another place shows, in order, with None for each line between
    groups.
    """
    numbers = sorted(
        ((n, row.id, row) for row in rows for where, n in (row.at, *row.also) if where == place),
        key=lambda t: t[:2],
    )
    shown: list[Row | None] = []
    group = numbers[0][0] // 100 if numbers else 0
    for number, _, row in numbers:
        if number // 100 != group:
            shown.append(None)
        shown.append(row)
        group = number // 100
    return shown


def build(
    owner: QWidget, rows: Sequence[Row], handlers: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Return a QAction for each row, added to `owner`; its handler is the one under its id."""
    made: dict[str, QAction] = {}
    for row in rows:
        handler = handlers[row.id]
        action = QAction(tr(row.text), owner)
        action.setObjectName(row.id)
        action.setCheckable(row.checkable)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.triggered.connect(lambda _checked=False, act=handler: act())
        owner.addAction(action)
        made[row.id] = action
    recolour(made, rows, owner)
    return made


def recolour(actions: Mapping[str, QAction], rows: Sequence[Row], owner: QWidget) -> None:
    """Draw the icons in the colours of the owner's palette."""
    for row in rows:
        if row.icon:
            actions[row.id].setIcon(icons.icon(row.icon, owner.palette()))


def fill(menu: QMenu, place: str, rows: Sequence[Row], actions: Mapping[str, QAction]) -> None:
    """Add what a place shows to a menu; groups of `SUBMENUS` in menus of their own."""
    held: QMenu = menu
    parted = False
    for row in shown_in(rows, place):
        if row is None:
            held, parted = menu, True
            continue
        group = place, _number(row, place) // 100
        if group in SUBMENUS and held is menu:
            held = menu.addMenu(tr(SUBMENUS[group]))
            held.setObjectName(f"menu.{place.lower()}.{group[1]}")
        elif parted and held is menu:
            menu.addSeparator()
        parted = False
        held.addAction(actions[row.id])


def _number(row: Row, place: str) -> int:
    return next(number for where, number in (row.at, *row.also) if where == place)


def fill_menus(bar: QMenuBar, rows: Sequence[Row], actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Fill a menu bar; return the menus by name."""
    menus = {}
    for name, shown in MENUS.items():
        menu = bar.addMenu(tr(shown))
        menu.setObjectName(f"menu.{name.lower()}")
        menus[name] = menu
        fill(menu, name, rows, actions)
    return menus


def enable(actions: Mapping[str, QAction], rows: Sequence[Row], *, brief: bool, edit: bool) -> None:
    """Enable what can be used: with a brief open, with one that may be changed."""
    allowed = {"": True, "brief": brief, "edit": brief and edit}
    for row in rows:
        actions[row.id].setEnabled(allowed[row.needs])
