"""Where the boxes of a judgement's basis stand: five columns, whole rows, each thing once.

Units are abstract: a column and a row. What paints them knows how wide and high they are. A box stands
beside the first thing that leads to it, or lower where that place is taken, so the top of a long picture
shows all its columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from briefing.model import BasisKind

COLUMNS: tuple[BasisKind, ...] = ("judgement", "claim", "quote", "source", "origin")
SINGLE = "single origin"
_CONTRADICTED = "contradicted"


class Tree(Protocol):
    """A judgement, claim, quote, source or origin, with what it rests on."""

    @property
    def kind(self) -> BasisKind: ...
    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def children(self) -> Sequence[Tree]: ...


@dataclass(frozen=True, slots=True)
class BasisBox:
    """One thing of the basis; `column` and `row` count from 0."""

    kind: BasisKind
    id: str
    label: str
    state: str
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class BasisEdge:
    """What rests on what: `start` rests on `end`, both places in `Layout.boxes`; `state` is that of its
    worse end where it leads to or from a broken or contradicted quote, else ""."""

    start: int
    end: int
    state: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by column and then from the top, the lines between them, and how many rows they take."""

    boxes: tuple[BasisBox, ...]
    edges: tuple[BasisEdge, ...]
    rows: int

    def column(self, column: int) -> tuple[int, ...]:
        """Return the places of the boxes of a column, from the top."""
        return tuple(at for at, box in enumerate(self.boxes) if box.column == column)

    def rests_on(self, at: int) -> tuple[int, ...]:
        """Return the places of the boxes that a box rests on, in order."""
        return tuple(edge.end for edge in self.edges if edge.start == at)

    def carries(self, at: int) -> tuple[int, ...]:
        """Return the places of the boxes that rest on a box, in order."""
        return tuple(edge.start for edge in self.edges if edge.end == at)

    def path(self, at: int) -> frozenset[int]:
        """Return the places of a box, of all that it rests on and of all that rests on it."""
        return frozenset(self._along(at, 1) | self._along(at, -1))

    def _along(self, at: int, step: int) -> set[int]:
        pairs = [(e.start, e.end)[::step] for e in self.edges]
        found, waiting = {at}, [at]
        while waiting:
            here = waiting.pop()
            fresh = {end for start, end in pairs if start == here} - found
            found |= fresh
            waiting.extend(fresh)
        return found


_Key = tuple[str, str]


class _TreeWalk:
    """One walk down a tree; a thing met again gets another line, not another box."""

    def __init__(self) -> None:
        self.boxes: dict[_Key, BasisBox] = {}
        self.edges: dict[tuple[_Key, _Key], None] = {}
        self.free = [0] * len(COLUMNS)

    def put(self, tree: Tree, row: int) -> int:
        """Place a tree at `row` or the first free row below it; return the row."""
        key, column = (tree.kind, tree.id), COLUMNS.index(tree.kind)
        if key not in self.boxes:
            row = max(row, self.free[column])
            self.boxes[key] = BasisBox(tree.kind, tree.id, tree.label, tree.state, column, row)
            self.free[column] = row + 1
        row = self.boxes[key].row
        for child in tree.children:
            self.edges[key, (child.kind, child.id)] = None
            if column < COLUMNS.index("quote"):
                # The next claim starts below the quotes of this one, so their lines do not cross.
                self.put(child, max(row, *self.free[column + 1 : COLUMNS.index("source")]))
            else:
                self.put(child, row)
        return row


def layout(tree: Tree) -> Layout:
    """Return where everything below a judgement stands. The only origin of a basis has the state SINGLE.

    An origin that only contradicting quotes lead to does not count as another one. Raises ValueError
    where a kind is none of COLUMNS.
    """
    walk = _TreeWalk()
    walk.put(tree, 0)
    keys = sorted(walk.boxes, key=lambda key: (walk.boxes[key].column, walk.boxes[key].row))
    single = _single(tree)
    boxes = tuple(
        replace(walk.boxes[key], state=SINGLE) if key == single else walk.boxes[key] for key in keys
    )
    places = {key: at for at, key in enumerate(keys)}
    edges = tuple(
        BasisEdge(places[start], places[end], _worse(boxes[places[start]], boxes[places[end]]))
        for start, end in walk.edges
    )
    return Layout(boxes, edges, 1 + max(box.row for box in boxes))


def _worse(start: BasisBox, end: BasisBox) -> str:
    quote = next((box for box in (end, start) if box.kind == "quote"), None)
    return quote.state if quote is not None and quote.state in ("broken", _CONTRADICTED) else ""


def _single(tree: Tree) -> _Key | None:
    found: set[_Key] = set()
    waiting: list[Tree] = [tree]
    while waiting:
        here = waiting.pop()
        if here.kind == "origin":
            found.add((here.kind, here.id))
        if not (here.kind == "quote" and here.state == _CONTRADICTED):
            waiting.extend(here.children)
    return found.pop() if len(found) == 1 else None
