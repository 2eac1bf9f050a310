"""All actions of a window in one table: the sum of what the classes of commands state, each with who carries it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ui.commands import (
    adding,
    articles,
    attesting,
    checking,
    copies,
    exporting,
    files,
    handing_on,
    linking,
    moving,
    reviewing,
    suggesting,
    versions,
    viewing,
    writing,
)
from ui.commands.actions import MENUS, Action, C, Row

if TYPE_CHECKING:
    from ui.window import Window
    from ui.workspace import Workspace

Handler = Callable[["Window"], object]


def _of(rows: Sequence[Action[C]], commands: Callable[[Window], C]) -> list[tuple[Row, Handler]]:
    """Return each action with what carries it out in a window."""

    def handler(row: Action[C]) -> Handler:
        return lambda window: row.act(commands(window))

    return [(row, handler(row)) for row in rows]


def _of_brief(rows: Sequence[Action[C]], commands: Callable[[Workspace], C]) -> list[tuple[Row, Handler]]:
    """Return the same for actions that do nothing where no brief is shown."""

    def handler(row: Action[C]) -> Handler:
        return lambda w: row.act(commands(w.workspace)) if w.workspace is not None else None

    return [(row, handler(row)) for row in rows]


def _in_order(pairs: Sequence[tuple[Row, Handler]]) -> dict[Row, Handler]:
    """Return all actions with their handlers as the menus have them."""
    menus = [*MENUS]
    return dict(sorted(pairs, key=lambda pair: (menus.index(pair[0].menu), pair[0].at[1])))


def all_actions() -> dict[Row, Handler]:
    """Return every action that a class of commands states, in the order of the menus, with its handler."""
    return _in_order([
        *_of(files.ACTIONS, lambda w: w.files),
        *_of(copies.ACTIONS, lambda w: w.files.copies),
        *_of(exporting.ACTIONS, lambda w: w.exporting),
        *_of(attesting.ACTIONS, lambda w: w.attesting),
        *_of(viewing.ACTIONS, lambda w: w.viewing),
        *_of_brief(moving.ACTIONS, lambda ws: ws.moving),
        *_of_brief(linking.ACTIONS, lambda ws: ws.linking),
        *_of_brief(writing.ACTIONS, lambda ws: ws.writing),
        *_of_brief(articles.ACTIONS, lambda ws: ws.articles),
        *_of_brief(adding.ACTIONS, lambda ws: ws.adding),
        *_of_brief(versions.ACTIONS, lambda ws: ws.version_acts),
        *_of_brief(suggesting.ACTIONS, lambda ws: ws.suggesting),
        *_of_brief(reviewing.ACTIONS, lambda ws: ws.reviewing),
        *_of_brief(handing_on.ACTIONS, lambda ws: ws.handing_on),
        *_of_brief(checking.ACTIONS, lambda ws: ws.checking),
    ])  # fmt: skip


TABLE = all_actions()
ACTIONS: tuple[Row, ...] = tuple(TABLE)
