"""How each type of the model lies in its table: one record a type, read by everything that reads rows.

The records are made from the dataclasses: a new field needs its column (a migration in `schema`), and nothing
here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

from briefing.diff import CHILDREN, Node
from briefing.model import (
    Actor,
    Brief,
    Claim,
    Edition,
    Evidence,
    Figure,
    Judgement,
    Placed,
    Quote,
    Remark,
    Section,
    Source,
    Waiver,
)

Row = tuple[Any, ...]
# Decoded nodes by id and space, waiting for the parent that lists them.
Pools = Mapping[str, dict[str, Any]]
# From a value to its columns, and back.
Ways = tuple[Callable[[Any], Row], Callable[[Row, Pools], Any]]


class Malformed(ValueError):
    """A row that its table's rules allow and this program never writes."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a type: its columns, and the way there and back."""

    name: str
    columns: tuple[str, ...]
    encode: Callable[[Any], Row]
    decode: Callable[[Row, Pools], Any]


@dataclass(frozen=True, slots=True)
class Codec:
    """One type and its table. `space` is where its ids are unique and its parent looks for them."""

    type: type[Node]
    table: str
    space: str
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns after `h`, in the order of the table."""
        return tuple(column for field in self.fields for column in field.columns)

    def encode(self, node: Node) -> Row:
        """Return the values of a node, children as their ids."""
        return tuple(value for f in self.fields for value in f.encode(getattr(node, f.name)))

    def decode(self, row: Row, pools: Pools) -> Any:
        """Return the node of a row, its children taken out of `pools`. Raises Malformed."""
        values: list[Any] = []
        at = 0
        for field in self.fields:
            width = len(field.columns)
            values.append(field.decode(row[at : at + width], pools))
            at += width
        return self.type(*values)


# `json.dumps` would make an encoder for each field of each row.
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _load(text: str) -> list[Any]:
    if text == "[]":
        return []
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Malformed("a list is not JSON") from error
    if not isinstance(value, list):
        raise Malformed("a list is not a list")
    return value


def _strings(text: str) -> tuple[str, ...]:
    value = _load(text)
    if not all(isinstance(item, str) for item in value):
        raise Malformed("a list holds something else than words")
    return tuple(value)


def _integers(text: str) -> tuple[int, ...]:
    value = _load(text)
    if not all(type(item) is int and item >= 0 for item in value):
        raise Malformed("a list of places holds something else")
    return tuple(value)


def _waivers(text: str) -> tuple[Waiver, ...]:
    pairs = _load(text)
    for pair in pairs:
        if not (
            isinstance(pair, list) and len(pair) in (2, 3) and all(isinstance(part, str) for part in pair)
        ):
            raise Malformed("a waiver is not a rule and a reason")
    return tuple(Waiver(*pair) for pair in pairs)


def _remarks(text: str) -> tuple[Remark, ...]:
    rows = _load(text)
    for row in rows:
        if not (isinstance(row, list) and [type(part) for part in row] == [str] * 5 + [bool]):
            raise Malformed("a remark is not what a remark is")
    return tuple(Remark(*row) for row in rows)


def _editions(text: str) -> tuple[Edition, ...]:
    rows = _load(text)
    for row in rows:
        if not (isinstance(row, list) and [type(part) for part in row] == [int, str, str, str]):
            raise Malformed("an edition is not a number, a moment, a statement and a snapshot")
    return tuple(Edition(*row) for row in rows)


def _take(text: str, pool: dict[str, Any]) -> tuple[Any, ...]:
    children = []
    for ident in _strings(text):
        if ident not in pool:
            raise Malformed(f"“{ident}” is missing or stands in two places")
        children.append(pool.pop(ident))
    return tuple(children)


def _rows_of(name: str, hint: Any) -> Ways:
    """Return the way of a field to its columns and back, by its type in the model."""
    if get_origin(hint) is Literal:
        return _kind(name, get_args(hint))
    if hint in _WAYS:
        return _WAYS[hint]
    (child, _) = get_args(hint)
    space = _SPACES[child]
    return lambda value: (_dump([node.id for node in value]),), lambda row, pools: _take(row[0], pools[space])


def _kind(name: str, kinds: tuple[str, ...]) -> Ways:
    def checked(value: Any) -> Any:
        if value not in kinds:
            raise Malformed(f"“{value}” is no {name} that is known")
        return value

    return lambda value: (checked(value),), lambda row, _: checked(row[0])


def _waivers_out(value: tuple[Waiver, ...]) -> Row:
    return (_dump([(w.rule, w.reason, w.words) if w.words else (w.rule, w.reason) for w in value]),)


def _remarks_out(value: tuple[Remark, ...]) -> Row:
    return (_dump([(r.id, r.author, r.at, r.text, r.reply_to, r.done) for r in value]),)


def _editions_out(value: tuple[Edition, ...]) -> Row:
    return (_dump([(e.number, e.frozen_at, e.statement, e.snapshot_sha) for e in value]),)


def _list_out(value: tuple[object, ...]) -> Row:
    return (_dump(value),)


_WAYS: Mapping[Any, Ways] = {
    str: (lambda value: (value,), lambda row, _: row[0]),
    int: (lambda value: (value,), lambda row, _: row[0]),
    bool: (lambda value: (int(value),), lambda row, _: bool(row[0])),
    tuple[str, ...]: (_list_out, lambda row, _: _strings(row[0])),
    tuple[int, ...]: (_list_out, lambda row, _: _integers(row[0])),
    tuple[Waiver, ...]: (_waivers_out, lambda row, _: _waivers(row[0])),
    tuple[Remark, ...]: (_remarks_out, lambda row, _: _remarks(row[0])),
    tuple[Edition, ...]: (_editions_out, lambda row, _: _editions(row[0])),
    Quote: (lambda q: (q.exact, q.prefix, q.suffix, q.start, q.text_sha), lambda row, _: Quote(*row)),
}
# Where the parent of a node looks for it. What stands in a section shares one space.
_SPACES: Mapping[Any, str] = {
    Source: "source", Evidence: "evidence", Claim: "item", Judgement: "item", Figure: "item", Placed: "item",
    Actor: "actor", Section: "section", Brief: "brief",
}  # fmt: skip
# The columns of a field that has not just one of its own name.
_COLUMNS: Mapping[tuple[type, str], tuple[str, ...]] = {
    (Evidence, "quote"): ("exact", "prefix", "suffix", "start", "text_sha"),
    (Section, "limit"): ("word_limit",),
}


def _codec(type_: type[Node]) -> Codec:
    """Return the record of a type, made from its dataclass: each field in order, by what it holds."""
    hints = get_type_hints(type_)
    return Codec(
        type_,
        type_.__name__.lower(),
        _SPACES[type_],
        tuple(
            Field(f.name, _COLUMNS.get((type_, f.name), (f.name,)), *_rows_of(f.name, hints[f.name]))
            for f in fields(type_)
        ),
    )


# Children before parents: the order in which rows are read.
CODECS: tuple[Codec, ...] = tuple(
    map(_codec, (Source, Evidence, Claim, Judgement, Figure, Actor, Section, Brief))
)

_BY_TYPE = {codec.type: codec for codec in CODECS}


def codec_of(node: Node) -> Codec:
    """Return the record for a node's type."""
    return _BY_TYPE[type(node)]


def children_of(node: Node) -> tuple[Node, ...]:
    """Return the nodes that stand directly below one."""
    return tuple(child for name in CHILDREN[type(node)] for child in getattr(node, name))


def assemble(rows: Mapping[str, Sequence[Row]]) -> Brief:
    """Return the brief of all rows, by table and without `h`. Raises Malformed.

    Every row but the brief's must stand in exactly one place.
    """
    pools: dict[str, dict[str, Any]] = {codec.space: {} for codec in CODECS}
    for codec in CODECS:
        pool = pools[codec.space]
        for row in rows[codec.table]:
            node = codec.decode(row, pools)
            if node.id in pool:
                raise Malformed(f"“{node.id}” stands for two things")
            pool[node.id] = node
    briefs = tuple(pools.pop("brief").values())
    if len(briefs) != 1:
        raise Malformed(f"there are {len(briefs)} briefs in it")
    for space, left in pools.items():
        if left:
            raise Malformed(f"the {space} “{next(iter(left))}” stands nowhere")
    brief: Brief = briefs[0]
    return brief
