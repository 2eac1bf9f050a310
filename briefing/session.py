"""One brief being worked on: the only door through which it changes.

An edit is pure (`Brief -> Brief`). It is compared, committed by the store, and only then becomes the
snapshot: when the commit raises, memory is as before. Undo puts an old snapshot through the same door.
What was only looked at (`look`) goes through it too, but is no step, and no undo takes it back.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec, Protocol

from briefing.diff import Change, diff
from briefing.errors import Refused
from briefing.looked import marks_of, with_marks
from briefing.model import Brief, Source

P = ParamSpec("P")
UNDO_LIMIT = 1000
JOIN_WITHIN = 5.0


@dataclass(frozen=True, slots=True)
class Body:
    """Bytes kept under their SHA-256: a source text (UTF-8) or the original file."""

    sha: str
    data: bytes


class SessionStore(Protocol):
    """What a session needs of storage."""

    def commit(self, change: Change, bodies: Sequence[Body] = ()) -> None:
        """Write the change in one transaction, or raise StorageError and leave the file as it was."""


@dataclass(frozen=True, slots=True)
class NewStep:
    """What goes with an edit: the step's name, the view that asks, the key of quick typing, and the texts it
    brings.

    Steps with the same non-empty `join`, within JOIN_WITHIN seconds of each other, become one.
    """

    label: str
    origin: str = ""
    join: str = ""
    bodies: Sequence[Body] = ()

    @classmethod
    def of(cls, step: str | NewStep) -> NewStep:
        """Return the step as it is; a text is the name of a step with nothing else to say."""
        return cls(step) if isinstance(step, str) else step


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable step: its name, and the snapshots on both sides. `join` is the key of quick typing."""

    label: str
    before: Brief
    after: Brief
    join: str
    at: float


class Session:
    """`store` None keeps the brief in memory only (tests, previews)."""

    def __init__(
        self,
        brief: Brief,
        store: SessionStore | None = None,
        *,
        read_only: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._brief = brief
        self._store = store
        self._clock = clock
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._gone: dict[
            str, bool
        ] = {}  # the marks of articles that a step took away: redo may bring them again
        self._subscribers: list[Callable[[Change], None]] = []
        self.read_only = read_only

    @property
    def brief(self) -> Brief:
        """The current snapshot."""
        return self._brief

    @property
    def past(self) -> tuple[Step, ...]:
        """Steps that undo takes back, oldest first."""
        return tuple(self._past)

    @property
    def future(self) -> tuple[Step, ...]:
        """Steps that redo brings again, next one last."""
        return tuple(self._future)

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after each change; return what ends the subscription."""
        self._subscribers.append(listener)
        return lambda: self._subscribers.remove(listener)

    def apply(
        self,
        step: str | NewStep,
        edit: Callable[Concatenate[Brief, P], Brief],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | None:
        """Apply `edit(brief, *args, **kwargs)`; return the change, or None when it changed nothing.

        Raises what the edit or the store raises.
        """
        asked = NewStep.of(step)
        before = self._brief
        after = edit(before, *args, **kwargs)
        change = self._commit(asked, after)
        if change is None:
            return None
        self._remember(Step(asked.label, before, after, asked.join, change.at))
        self._future.clear()
        self._notify(change)
        return change

    def look(
        self,
        step: str | NewStep,
        edit: Callable[Concatenate[Brief, P], Brief],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | None:
        """Apply an edit of what was looked at only (`briefing.looked`): no step, and redo stays.

        Returns the change, or None when it changed nothing. Raises ValueError for an edit that changes more,
        and what the edit or the store raises.
        """
        asked = NewStep.of(step)
        after = edit(self._brief, *args, **kwargs)
        if not diff(self._brief, with_marks(after, marks_of(self._brief))).empty:
            raise ValueError(f"“{asked.label}” changes more than what was looked at")
        return self._notified(self._commit(asked, after))

    def undo(self, origin: str = "undo") -> Change | None:
        """Take the last step back; None when there is none."""
        if not self._past:
            return None
        step = self._past[-1]
        change = self._commit(NewStep(f"Undo {step.label}", origin), self._as_looked_at(step.before))
        self._future.append(self._past.pop())
        return self._notified(change)

    def redo(self, origin: str = "redo") -> Change | None:
        """Bring the last undone step again; None when there is none."""
        if not self._future:
            return None
        step = self._future[-1]
        change = self._commit(NewStep(f"Redo {step.label}", origin), self._as_looked_at(step.after))
        self._past.append(self._future.pop())
        return self._notified(change)

    def go_on_in(self, store: SessionStore) -> None:
        """Write to another file from now on; it holds the snapshot as it stands. The steps are kept."""
        self._store = store

    def end_joining(self) -> None:
        """End the joining of typing: the next edit is a step of its own."""
        if self._past and self._past[-1].join:
            self._past[-1] = replace(self._past[-1], join="")

    def _as_looked_at(self, snapshot: Brief) -> Brief:
        return with_marks(snapshot, {**self._gone, **marks_of(self._brief)})

    def _commit(self, step: NewStep, after: Brief) -> Change | None:
        change = diff(self._brief, after, step.label, step.origin, self._clock())
        if change.empty:
            return None
        if self.read_only:
            raise Refused("This brief is open to read only.", "Save a copy to work on it.")
        if self._store is not None:
            self._store.commit(change, step.bodies)
        self._brief = after
        self._gone.update({node.id: node.read for node in change.dropped if isinstance(node, Source)})
        return change

    def _remember(self, step: Step) -> None:
        last = self._past[-1] if self._past else None
        if (
            last
            and step.join
            and last.join == step.join
            and not self._future
            and step.at - last.at <= JOIN_WITHIN
        ):
            del self._past[-1]
            # Typed and taken back: nothing to undo, whatever was read meanwhile.
            if not diff(self._as_looked_at(last.before), step.after).empty:
                self._past.append(replace(step, before=last.before))
            return
        self._past.append(step)
        del self._past[:-UNDO_LIMIT]

    def _notified(self, change: Change | None) -> Change | None:
        if change is not None:
            self._notify(change)
        return change

    def _notify(self, change: Change) -> None:
        for listener in tuple(self._subscribers):
            listener(change)
