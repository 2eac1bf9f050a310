"""From the rows that are left of a brief to a brief that is valid: what names something lost is cut, and
named.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing import inline
from briefing.diff import CHILDREN, Node, walk
from briefing.model import Actor, Brief, Claim, Evidence, Judgement, Placed, Section, Source, new_id
from briefing.storage.codec import CODECS, Codec, Malformed, Row
from briefing.text import shortened

_NAMED_AT_MOST = 4
FOUND = "found-again"  # the id of the section for what has lost its place
# The space in which each list of children looks.
_SPACES = {
    "evidence": "evidence", "items": "item", "statements": "item", "sections": "section", "actors": "actor",
    "sources": "source",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mended:
    """A valid brief, and a sentence for each thing that had to be cut or moved to make it one."""

    brief: Brief
    cuts: tuple[str, ...]


def mend(rows: Mapping[str, Sequence[Row]]) -> Mended:
    """Return the brief of the rows that are left, of this program's version.

    A body that is lost stays named, so that it counts again once it is there. Raises Malformed when no row at
    all makes sense.
    """
    cuts: list[str] = []
    pools: dict[str, dict[str, Any]] = {codec.space: {} for codec in CODECS}
    for codec in CODECS:
        for row in rows.get(codec.table, ()):
            _decode(codec, row, pools, cuts)
    briefs = list(pools.pop("brief").values())
    if not briefs and not any(pools.values()):
        raise Malformed("no row of a brief is left in it")
    brief = briefs[0] if briefs else _nameless(pools, cuts)
    brief = _place_orphans(brief, pools, cuts)
    if cuts and not brief.sections:
        brief = replace(brief, sections=(Section(FOUND, title="Found again without a place"),))
    return Mended(_cut_references(brief, cuts), tuple(dict.fromkeys(cuts)))


def _decode(codec: Codec, row: Row, pools: dict[str, dict[str, Any]], cuts: list[str]) -> None:
    names = codec.columns
    if len(row) != len(names):
        return
    values = list(row)
    taken: dict[str, int] = {}
    for n, name in enumerate(names):
        if name in CHILDREN[codec.type]:
            space = _SPACES[name]
            wanted = _ids(values[n])
            there = [ident for ident in dict.fromkeys(wanted) if ident in pools[space]]
            taken[name] = len(wanted) - len(there)
            values[n] = json.dumps(there)
    try:
        node = codec.decode(tuple(values), pools)
    except (Malformed, TypeError, ValueError):
        cuts.append(f"A row of “{codec.table}” makes no sense and was left out.")
        return
    if node.id in pools[codec.space]:
        cuts.append(f"{_named(node)} is there twice; one was left out.")
        return
    pools[codec.space][node.id] = node
    for name, lost in taken.items():
        if lost:
            cuts.append(f"{_named(node)}: {lost} of its {_WORDS[name]} {'is' if lost == 1 else 'are'} lost.")


_WORDS = {
    "evidence": "quotes", "items": "claims, judgements and figures", "statements": "statements",
    "sections": "sections",
    "actors": "actors", "sources": "sources",
}  # fmt: skip


def _ids(value: Any) -> list[str]:
    try:
        found = json.loads(value)
    except (TypeError, ValueError, RecursionError):
        return []
    return [ident for ident in found if isinstance(ident, str)] if isinstance(found, list) else []


def _words(node: Node) -> str:
    words = next((str(getattr(node, n)) for n in ("title", "name", "text") if getattr(node, n, "")), node.id)
    return inline.plain(words) if isinstance(node, Placed) else words


def _named(node: Node) -> str:
    words = _words(node)
    kind = type(node).__name__.lower()
    return f"The {kind} “{shortened(words, 60)}”" if words != node.id else f"The {kind} {node.id}"


def _nameless(pools: Mapping[str, dict[str, Any]], cuts: list[str]) -> Brief:
    """Return a brief with all sections, actors and sources that are left, where its own row is lost."""
    cuts.append(
        "The brief's own row is lost: title, dates, marking and the order of its sections and sources."
    )
    left = {space: tuple(pools[space].values()) for space in ("section", "actor", "source")}
    for space in left:
        pools[space].clear()
    return Brief(
        new_id("b"),
        "Rescued brief",
        sections=left["section"],
        actors=left["actor"],
        sources=left["source"],
    )


def _place_orphans(brief: Brief, pools: Mapping[str, dict[str, Any]], cuts: list[str]) -> Brief:
    """Give what has lost its place one: sources and actors in the brief, sections and claims at its end."""
    for evidence in pools["evidence"].values():
        cuts.append(
            f"The claim of the quote “{shortened(evidence.quote.exact, 60)}” is lost, and the quote with it."
        )
    items: tuple[Placed, ...] = tuple(pools["item"].values())
    sections: tuple[Section, ...] = tuple(pools["section"].values())
    actors: tuple[Actor, ...] = tuple(pools["actor"].values())
    sources: tuple[Source, ...] = tuple(pools["source"].values())
    cuts += _moved((*items, *sections, *actors, *sources))
    if items:
        ident = FOUND
        while any(s.id == ident for s in (*brief.sections, *sections)):
            ident += "-"
        sections = (*sections, Section(ident, title="Found again without a place", items=items))
    if not (sections or actors or sources):
        return brief
    return replace(
        brief,
        sections=brief.sections + sections,
        actors=brief.actors + actors,
        sources=brief.sources + sources,
    )


def _moved(nodes: Sequence[Any]) -> list[str]:
    if len(nodes) <= _NAMED_AT_MOST:
        return [f"{_named(node)} had lost its place and stands at the end." for node in nodes]
    words = ", ".join(f"“{shortened(_words(node), 60)}”" for node in nodes[:_NAMED_AT_MOST])
    return [
        f"{len(nodes)} things had lost their place and stand at the end: {words} and "
        f"{len(nodes) - _NAMED_AT_MOST} more."
    ]


def _cut_references(brief: Brief, cuts: list[str]) -> Brief:
    """Cut what names a claim or a source that is lost; a source that quotes still name gets a bare record."""
    nodes = tuple(walk(brief))
    sources = {source.id for source in brief.sources}
    items = {node.id for node in nodes if isinstance(node, Claim | Judgement)}
    bare: dict[str, Source] = {}
    for node in nodes:
        if isinstance(node, Evidence) and node.source not in sources and node.source not in bare:
            bare[node.source] = Source(
                node.source, title=f"Record lost ({node.source})", text_sha=node.quote.text_sha
            )
            cuts.append(
                f"The record of the source {node.source} is lost; its quotes were kept, with a bare record."
            )
    known = sources | bare.keys()

    def cut(node: Any) -> Any:
        if isinstance(node, Judgement) and not set(node.basis) <= items:
            lost = [ident for ident in node.basis if ident not in items]
            cuts.append(
                f"{_named(node)}: {len(lost)} of the claims it rests on {'is' if len(lost) == 1 else 'are'} "
                f"lost."
            )
            return replace(node, basis=tuple(ident for ident in node.basis if ident in items))
        if isinstance(node, Source) and node.supersedes and node.supersedes not in known:
            cuts.append(f"{_named(node)}: the older version it replaces is lost.")
            return replace(node, supersedes="")
        return node

    made: Brief = _mapped(replace(brief, sources=brief.sources + tuple(bare.values())), cut)
    return made


def _mapped(node: Any, change: Callable[[Any], Any]) -> Any:
    children = {name: tuple(_mapped(c, change) for c in getattr(node, name)) for name in CHILDREN[type(node)]}
    same = all(all(a is b for a, b in zip(getattr(node, n), new, strict=True)) for n, new in children.items())
    return change(node if same else replace(node, **children))
