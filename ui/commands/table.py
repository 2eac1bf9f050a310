"""All actions of a window in one table: the sum of what the classes of commands state, each with who carries
it out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from ui.commands import (
    adding,
    articles,
    attesting,
    clipped_pages,
    copies_and_rescue,
    exporting,
    figure_commands,
    files,
    handing_on,
    linking,
    moving,
    problems,
    reviewing,
    row_days,
    suggesting,
    unknown_words,
    versions,
    viewing,
    words_of_house,
    writing,
)
from ui.commands.actions import MENUS, Action, C, Row

if TYPE_CHECKING:
    from ui.commands.attesting import Attesting
    from ui.commands.brief_commands import BriefCommands
    from ui.commands.exporting import Exporting
    from ui.commands.files import Files
    from ui.commands.viewing import Viewing


class Commands(Protocol):
    """Who carries the actions of a window out; `of_brief` is None until a brief is shown."""

    @property
    def files(self) -> Files:
        """Acts on brief files."""

    @property
    def exporting(self) -> Exporting:
        """Hands briefs out."""

    @property
    def attesting(self) -> Attesting:
        """Checks files that were handed over."""

    @property
    def viewing(self) -> Viewing:
        """Acts on what is shown."""

    @property
    def of_brief(self) -> BriefCommands | None:
        """Acts on the brief that is shown."""


Handler = Callable[[Commands], object]


def _of(rows: Sequence[Action[C]], get: Callable[[Commands], C]) -> list[tuple[Row, Handler]]:
    """Return each action with what carries it out in a window."""

    def handler(row: Action[C]) -> Handler:
        return lambda commands: row.act(get(commands))

    return [(row, handler(row)) for row in rows]


def _of_brief(rows: Sequence[Action[C]], get: Callable[[BriefCommands], C]) -> list[tuple[Row, Handler]]:
    """Return the same for actions that do nothing where no brief is shown."""

    def handler(row: Action[C]) -> Handler:
        return lambda c: row.act(get(c.of_brief)) if c.of_brief is not None else None

    return [(row, handler(row)) for row in rows]


def _in_order(pairs: Sequence[tuple[Row, Handler]]) -> dict[Row, Handler]:
    """Return all actions with their handlers as the menus have them."""
    menus = [*MENUS]
    return dict(sorted(pairs, key=lambda pair: (menus.index(pair[0].menu), pair[0].at[1])))


def all_actions() -> dict[Row, Handler]:
    """Return every action that a class of commands states, in the order of the menus, with its handler."""
    return _in_order([
        *_of(files.ACTIONS, lambda c: c.files),
        *_of(copies_and_rescue.ACTIONS, lambda c: c.files.copies),
        *_of(exporting.ACTIONS, lambda c: c.exporting),
        *_of(attesting.ACTIONS, lambda c: c.attesting),
        *_of(viewing.ACTIONS, lambda c: c.viewing),
        *_of_brief(moving.ACTIONS, lambda b: b.moving),
        *_of_brief(linking.ACTIONS, lambda b: b.linking),
        *_of_brief(writing.ACTIONS, lambda b: b.writing),
        *_of_brief(unknown_words.ACTIONS, lambda b: b.spelling),
        *_of_brief(row_days.ACTIONS, lambda b: b.dating),
        *_of_brief(figure_commands.ACTIONS, lambda b: b.figures),
        *_of_brief(articles.ACTIONS, lambda b: b.articles),
        *_of_brief(adding.ACTIONS, lambda b: b.adding),
        *_of_brief(clipped_pages.ACTIONS, lambda b: b.clipping),
        *_of_brief(versions.ACTIONS, lambda b: b.versions),
        *_of_brief(suggesting.ACTIONS, lambda b: b.suggesting),
        *_of_brief(reviewing.ACTIONS, lambda b: b.reviewing),
        *_of_brief(handing_on.ACTIONS, lambda b: b.handing_on),
        *_of_brief(words_of_house.ACTIONS, lambda b: b.house),
        *_of_brief(problems.ACTIONS, lambda b: b.checking),
    ])  # fmt: skip


TABLE = all_actions()
ACTIONS: tuple[Row, ...] = tuple(TABLE)
