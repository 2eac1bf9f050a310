"""Commands that the first page does without: made after it has been painted, or when they are first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from ui.commands.adding import Adding
    from ui.commands.checking import Checking
    from ui.commands.handing_on import HandingOn
    from ui.commands.reviewing import Reviewing
    from ui.commands.suggesting import Suggesting
    from ui.commands.versions import Versions
    from ui.workspace import Workspace

Connected = TypeVar("Connected", bound="Panes")


class Panes(Protocol):
    """Commands that answer to panes."""

    def connect_panes(self) -> None:
        """Connect what the panes ask."""


def _connected(made: Connected) -> Connected:
    made.connect_panes()
    return made


class LateCommands:
    """The commands of a workspace that take time to load. Only the workspace is one of these."""

    @cached_property
    def adding(self) -> Adding:
        """Brings articles in."""
        from ui.commands.adding import Adding

        return _connected(Adding(_whole(self)))

    @cached_property
    def checking(self) -> Checking:
        """Acts on findings."""
        from ui.commands.checking import Checking

        return _connected(Checking(_whole(self)))

    @cached_property
    def version_acts(self) -> Versions:
        """Acts on versions and origins of articles."""
        from ui.commands.versions import Versions

        return _connected(Versions(_whole(self)))

    @cached_property
    def suggesting(self) -> Suggesting:
        """Suggests evidence."""
        from ui.commands.suggesting import Suggesting

        return _connected(Suggesting(_whole(self)))

    @cached_property
    def reviewing(self) -> Reviewing:
        """Takes a reviewed Word file back in."""
        from ui.commands.reviewing import Reviewing

        return _connected(Reviewing(_whole(self)))

    @cached_property
    def handing_on(self) -> HandingOn:
        """Acts on editions and the source summary."""
        from ui.commands.handing_on import HandingOn

        return HandingOn(_whole(self))


def _whole(late: LateCommands) -> Workspace:
    return cast("Workspace", late)
