"""Which row stands below which: kept in memory, so that a commit is refused where the file would not load.

The cost of a check grows with the rows that changed, not with the brief.
"""

from __future__ import annotations

from briefing.diff import Change, Node, walk
from briefing.model import Brief, Evidence, Source
from briefing.storage.codec import Malformed, children_of, codec_of

Key = tuple[str, str]  # (space, id)


def _key(node: Node) -> Key:
    return codec_of(node).space, node.id


class RowTree:
    """The keys of all rows with those of their children, and the owner of each child.

    `brief` is the snapshot as the last accepted change left it: what the file holds, without asking the file.
    """

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self._children: dict[Key, tuple[Key, ...]] = {}
        self._owner: dict[Key, Key] = {}
        for node in walk(brief):
            self._own(_key(node), tuple(map(_key, children_of(node))))

    def check(self, change: Change) -> None:
        """Raise Malformed unless every row stands in exactly one place after the change."""
        put = {_key(node): tuple(map(_key, children_of(node))) for node in change.put}
        if len(put) < len(change.put):
            raise Malformed("an id is used twice")
        gone = {_key(node) for node in change.dropped} - put.keys()
        changed = {key: below for key, below in put.items() if self._children.get(key) != below}
        released = {child for key in (*changed, *gone) for child in self._children.get(key, ())}
        claimed = [child for below in changed.values() for child in below]
        self._check_claimed(
            claimed, put.keys() | (self._children.keys() - gone if claimed else set()), released
        )
        placed = set(claimed)
        root = _key(change.after)
        for key in (released - placed - gone) | {k for k in put if k not in self._children} - placed - {root}:
            raise Malformed(f"the {key[0]} “{key[1]}” stands nowhere")
        for key in gone - released - {_key(change.before)}:
            raise Malformed(f"the {key[0]} “{key[1]}” is missing")
        self._check_sources(change)

    def _check_claimed(self, claimed: list[Key], there: set[Key], released: set[Key]) -> None:
        if len(set(claimed)) < len(claimed):
            raise Malformed("something stands in two places")
        for child in claimed:
            if child not in there:
                raise Malformed(f"the {child[0]} “{child[1]}” is missing")
            if child in self._owner and child not in released:
                raise Malformed(f"the {child[0]} “{child[1]}” stands in two places")

    def _check_sources(self, change: Change) -> None:
        known = {source.id for source in change.after.sources} if change.put else set()
        linked: list[Node] = list(change.put)
        if any(isinstance(node, Source) for node in change.dropped):
            known = {source.id for source in change.after.sources}
            linked = list(walk(change.after))
        for node in linked:
            if isinstance(node, Evidence) and node.source not in known:
                raise Malformed(f"a quote names the source “{node.source}”, which is missing")

    def accept(self, change: Change) -> None:
        """Take over a change that was checked and written."""
        self.brief = change.after
        put = {_key(node): tuple(map(_key, children_of(node))) for node in change.put}
        for node in change.dropped:
            self._disown(_key(node))
        for key in put:
            self._disown(key)
        for key, below in put.items():
            self._own(key, below)

    def _own(self, key: Key, below: tuple[Key, ...]) -> None:
        self._children[key] = below
        for child in below:
            self._owner[child] = key

    def _disown(self, key: Key) -> None:
        for child in self._children.pop(key, ()):
            if self._owner.get(child) == key:
                del self._owner[child]
