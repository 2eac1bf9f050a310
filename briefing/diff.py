"""What changed between two snapshots, found by identity: unchanged objects are never looked into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from briefing.model import Actor, Brief, Claim, Evidence, Figure, Judgement, Section, Source

Node = Brief | Section | Actor | Claim | Judgement | Figure | Evidence | Source

# The fields of each type that hold other rows; a row keeps their ids, in order.
CHILDREN: dict[type, tuple[str, ...]] = {
    Brief: ("sections", "actors", "sources"),
    Section: ("items",),
    Actor: ("statements",),
    Claim: ("evidence",),
    Judgement: (),
    Figure: (),
    Evidence: (),
    Source: (),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One step from `before` to `after`.

    `put`: nodes whose own row is new or different, parents before children. `dropped`: nodes of
    `before` that are gone. A node's own row is its plain fields and the ids of its children.
    `at` is set by the session: seconds since the epoch.
    """

    label: str
    origin: str
    before: Brief
    after: Brief
    put: tuple[Node, ...] = ()
    dropped: tuple[Node, ...] = ()
    at: float = 0.0

    @property
    def empty(self) -> bool:
        return not self.put and not self.dropped

    @property
    def inside_items(self) -> bool:
        """Whether only fields of claims, judgements and figures changed: nothing came, went, moved or was
        linked.
        """
        return not self.dropped and all(isinstance(node, Claim | Judgement | Figure) for node in self.put)

    def ids(self) -> frozenset[str]:
        """Return the ids of all nodes whose row changed or went."""
        return frozenset(n.id for n in self.put) | frozenset(n.id for n in self.dropped)


def diff(before: Brief, after: Brief, label: str = "", origin: str = "", at: float = 0.0) -> Change:
    """Return the change from one snapshot to the other. A node that moved is put by its parents only."""
    old: dict[tuple[type, str], Node] = {}
    new: dict[tuple[type, str], Node] = {}
    _compare(before, after, old, new)
    put = tuple(node for key, node in new.items() if key not in old or not _same_row(old[key], node))
    dropped = tuple(node for key, node in old.items() if key not in new)
    return Change(label, origin, before, after, put, dropped, at)


def _compare(
    before: Node, after: Node, old: dict[tuple[type, str], Node], new: dict[tuple[type, str], Node]
) -> None:
    if before is after:
        return
    old[type(before), before.id] = before
    new[type(after), after.id] = after
    for name in CHILDREN[type(after)]:
        _compare_children(getattr(before, name), getattr(after, name), old, new)


def _compare_children(
    before: Sequence[Node],
    after: Sequence[Node],
    old: dict[tuple[type, str], Node],
    new: dict[tuple[type, str], Node],
) -> None:
    if before is after:
        return
    was = {(type(node), node.id): node for node in before}
    for node in after:
        twin = was.pop((type(node), node.id), None)
        if twin is None:
            new.update(((type(n), n.id), n) for n in walk(node))
        else:
            _compare(twin, node, old, new)
    for node in was.values():
        old.update(((type(n), n.id), n) for n in walk(node))


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all below it, parents first."""
    yield node
    for name in CHILDREN[type(node)]:
        for child in getattr(node, name):
            yield from walk(child)


def _same_row(old: Node, new: Node) -> bool:
    children = CHILDREN[type(new)]
    for field in fields(new):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if was is now:
            continue
        if field.name in children:
            was, now = [c.id for c in was], [c.id for c in now]
        if was != now:
            return False
    return True
