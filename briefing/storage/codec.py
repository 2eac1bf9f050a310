"""How each type of the model lies in its table: one record a type, read by everything that reads rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.diff import CHILDREN, Node
from briefing.model import (
    Actor,
    Brief,
    Claim,
    Edition,
    Evidence,
    Judgement,
    Quote,
    Remark,
    Section,
    Source,
    Waiver,
)

Row = tuple[Any, ...]
# Decoded nodes by id, waiting for the parent that lists them. Claims and judgements share one space.
Pools = Mapping[str, dict[str, Any]]


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


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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


def _plain(name: str, column: str = "") -> Field:
    return Field(name, (column or name,), lambda value: (value,), lambda row, _: row[0])


def _flag(name: str) -> Field:
    return Field(name, (name,), lambda value: (int(value),), lambda row, _: bool(row[0]))


def _list(name: str) -> Field:
    return Field(name, (name,), lambda value: (_dump(value),), lambda row, _: _strings(row[0]))


def _offsets(name: str) -> Field:
    return Field(name, (name,), lambda value: (_dump(value),), lambda row, _: _integers(row[0]))


def _waiver_list(name: str) -> Field:
    return Field(
        name,
        (name,),
        lambda value: (
            _dump([(w.rule, w.reason, w.words) if w.words else (w.rule, w.reason) for w in value]),
        ),
        lambda row, _: _waivers(row[0]),
    )


def _remark_list(name: str) -> Field:
    return Field(
        name,
        (name,),
        lambda value: (_dump([(r.id, r.author, r.at, r.text, r.reply_to, r.done) for r in value]),),
        lambda row, _: _remarks(row[0]),
    )


def _edition_list(name: str) -> Field:
    return Field(
        name,
        (name,),
        lambda value: (_dump([(e.number, e.frozen_at, e.statement, e.snapshot_sha) for e in value]),),
        lambda row, _: _editions(row[0]),
    )


def _children(name: str, space: str) -> Field:
    return Field(
        name,
        (name,),
        lambda value: (_dump([child.id for child in value]),),
        lambda row, pools: _take(row[0], pools[space]),
    )


def _quote(name: str) -> Field:
    return Field(
        name,
        ("exact", "prefix", "suffix", "start", "text_sha"),
        lambda q: (q.exact, q.prefix, q.suffix, q.start, q.text_sha),
        lambda row, _: Quote(*row),
    )


def _all(names: str) -> tuple[Field, ...]:
    return tuple(_plain(name) for name in names.split())


# Children before parents: the order in which rows are read.
CODECS: tuple[Codec, ...] = (
    Codec(
        Source,
        "source",
        "source",
        (
            *_all("id kind title publisher"),
            _list("authors"),
            *_all("published url accessed language grade descriptor marking"),
            *_all("text_sha original_sha supersedes filename words chars"),
            _list("notices"),
            _flag("read"),
            _plain("encoding"),
            _flag("guessed"),
            _plain("extractor"),
            _offsets("pages"),
            *_all("mends_sha fetched_from fetched_at origin"),
            _waiver_list("waivers"),
        ),
    ),
    Codec(
        Evidence,
        "evidence",
        "evidence",
        (*_all("id source"), _quote("quote"), *_all("stance credibility translation note linked_to")),
    ),
    Codec(
        Claim,
        "claim",
        "item",
        (
            *_all("id text kind"),
            _children("evidence", "evidence"),
            *_all("marking facet"),
            _waiver_list("waivers"),
            _remark_list("remarks"),
        ),
    ),
    Codec(
        Judgement,
        "judgement",
        "item",
        (
            *_all("id text likelihood standard confidence confidence_reason horizon"),
            _list("basis"),
            _list("indicators"),
            _plain("marking"),
            _waiver_list("waivers"),
            _remark_list("remarks"),
        ),
    ),
    Codec(
        Actor,
        "actor",
        "actor",
        (*_all("id name"), _list("aliases"), *_all("kind role"), _children("statements", "item")),
    ),
    Codec(
        Section,
        "section",
        "section",
        (*_all("id kind title guidance"), _plain("limit", "word_limit"), _children("items", "item")),
    ),
    Codec(
        Brief,
        "brief",
        "brief",
        (
            *_all("id title as_of cut_off audience author marking standard edition template language"),
            _children("sections", "section"),
            _children("actors", "actor"),
            _children("sources", "source"),
            _list("rules_off"),
            *_all("stale_days change_statement"),
            _edition_list("editions"),
            _waiver_list("waivers"),
            _list("export_choices"),
        ),
    ),
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
                raise Malformed(f"“{node.id}” is both a claim and a judgement")
            pool[node.id] = node
    briefs = tuple(pools.pop("brief").values())
    if len(briefs) != 1:
        raise Malformed(f"there are {len(briefs)} briefs in it")
    for space, left in pools.items():
        if left:
            raise Malformed(f"the {space} “{next(iter(left))}” stands nowhere")
    brief: Brief = briefs[0]
    return brief
