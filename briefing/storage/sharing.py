"""What a shared copy holds: the brief as it stands, and of all that lies behind it only what was asked for.

Out stay, unless asked: frozen editions (they hold deleted claims, and names and quotes of removed articles)
and older versions of articles that no quote is from. Always out: the history, bodies that nothing names,
words that a waiver or a link was once made for, and the paths of the last export. What goes along is listed
by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing import inline, lookup
from briefing.diff import walk
from briefing.model import Actor, Brief, Claim, Evidence, Figure, Judgement, Placed, Section, Source, Waiver
from briefing.text import shortened

EARLIER_WORDS = "(earlier words)"
_PATHS = ("template", "style")  # choices of an export that may be paths
_Waived = TypeVar("_Waived", Claim, Judgement, Figure)


@dataclass(frozen=True, slots=True)
class ShareChoice:
    """What goes along beside the brief itself, and the texts of its articles."""

    editions: bool = False
    older_versions: bool = False
    originals: bool = True


@dataclass(frozen=True, slots=True)
class SharePart:
    """One kind of thing in a shared copy, or left out of it: what it is (of several, and of one), how many,
    their names.
    """

    what: str
    one: str
    count: int
    names: tuple[str, ...] = ()
    why: str = ""

    def line(self) -> str:
        """Return it on one line."""
        more = "" if len(self.names) <= 8 else f" and {len(self.names) - 8} more"
        names = f": {', '.join(f'“{name}”' for name in self.names[:8])}{more}" if self.names else ""
        what = self.one if self.count == 1 else self.what
        return f"{self.count:,} {what}{names}{f' ({self.why})' if self.why else ''}"


@dataclass(frozen=True, slots=True)
class ShareListing:
    """What goes along with a shared copy, and what stays."""

    along: tuple[SharePart, ...]
    left: tuple[SharePart, ...]


def shared(brief: Brief, choice: ShareChoice = ShareChoice()) -> Brief:
    """Return the brief as a shared copy holds it."""
    gone = frozenset() if choice.older_versions else frozenset(s.id for s in _idle_versions(brief))
    sources = tuple(_source(s, gone, choice) for s in brief.sources if s.id not in gone)
    return replace(
        brief,
        sections=tuple(_section(section) for section in brief.sections),
        actors=tuple(_actor(actor) for actor in brief.actors),
        sources=sources,
        editions=brief.editions if choice.editions else (),
        export_choices=tuple(c for c in brief.export_choices if not _names_a_path(c)),
    )


def _idle_versions(brief: Brief) -> tuple[Source, ...]:
    """Return the sources that a newer version replaces and that no quote is from."""
    replaced = {source.supersedes for source in brief.sources}
    quoted = {evidence.source for _, evidence in lookup.evidence(brief)}
    return tuple(s for s in brief.sources if s.id in replaced and s.id not in quoted)


def _source(source: Source, gone: frozenset[str], choice: ShareChoice) -> Source:
    return replace(
        source,
        supersedes="" if source.supersedes in gone else source.supersedes,
        original_sha=source.original_sha if choice.originals else "",
        filename=source.filename.replace("\\", "/").rpartition("/")[2],
    )


def _section(section: Section) -> Section:
    return replace(section, items=tuple(_item(item) for item in section.items))


def _actor(actor: Actor) -> Actor:
    return replace(actor, statements=tuple(_claim(claim) for claim in actor.statements))


def _item(item: Placed) -> Placed:
    match item:
        case Claim():
            return _claim(item)
        case Judgement():
            return _standing(item)
        case Figure():
            return _standing(item)


def _claim(claim: Claim) -> Claim:
    plain = _standing(claim)
    return replace(plain, evidence=tuple(_link(evidence) for evidence in plain.evidence))


def _link(evidence: Evidence) -> Evidence:
    # That nobody has looked since is kept: the reader is warned as the author is.
    return replace(evidence, linked_to=EARLIER_WORDS) if evidence.linked_to else evidence


def _standing(item: _Waived) -> _Waived:
    """Return an item without the waivers that were given for other words than it has now: they hold those
    words.
    """
    kept = lookup.waivers_in_force(item)
    return item if kept == item.waivers else replace(item, waivers=kept)


def _names_a_path(choice: str) -> bool:
    name, _, value = choice.partition("=")
    return name in _PATHS and ("/" in value or "\\" in value)


def listing(brief: Brief, choice: ShareChoice = ShareChoice()) -> ShareListing:
    """Return what goes along and what stays when a brief is shared so."""
    copy = shared(brief, choice)
    idle = _idle_versions(brief)
    older = SharePart(
        "older versions of articles",
        "older version of an article",
        len(idle),
        tuple(map(_title, idle)),
        "no quote is from them",
    )
    editions = SharePart(
        "frozen editions", "frozen edition", len(brief.editions),
        tuple(f"edition {e.number} of {e.frozen_at[:10]}" for e in brief.editions),
        "they may hold deleted claims, and names and quotes of removed articles",
    )  # fmt: skip
    there = {source.id for source in copy.sources}
    originals = _originals(tuple(s for s in brief.sources if s.id in there))
    along = [
        SharePart(
            "articles with their full texts",
            "article with its full text",
            len(copy.sources),
            tuple(map(_title, copy.sources)),
        ),
        SharePart(
            "figures with their pictures",
            "figure with its picture",
            len(pictures := tuple(lookup.figures(copy))),
            tuple(shortened(inline.plain(figure.text), 50) or figure.id for figure in pictures),
        ),
        *_beside(copy),
    ]
    left: list[SharePart] = []
    (along if choice.originals else left).append(originals)
    (along if choice.older_versions else left).append(older)
    (along if choice.editions else left).append(editions)
    return ShareListing(tuple(p for p in along if p.count), tuple(p for p in left if p.count))


def _originals(sources: tuple[Source, ...]) -> SharePart:
    kept = tuple(s.filename or _title(s) for s in sources if s.original_sha)
    return SharePart(
        "original files of articles",
        "original file of an article",
        len(kept),
        kept,
        "such a file may hold more than its text, as the headers of a mail",
    )


def _beside(brief: Brief) -> Iterator[SharePart]:
    nodes = tuple(walk(brief))
    remarks = [remark for node in nodes for remark in getattr(node, "remarks", ())]
    yield SharePart("comments", "comment", len(remarks), tuple(dict.fromkeys(r.author for r in remarks)))
    waivers: list[Waiver] = [waiver for node in nodes for waiver in getattr(node, "waivers", ())]
    yield SharePart(
        "waived findings with their reasons",
        "waived finding with its reason",
        len(waivers),
        tuple(shortened(w.reason, 50) for w in waivers),
    )
    notes = [node for node in nodes if isinstance(node, Evidence) and node.note]
    yield SharePart(
        "notes on quotes", "note on a quote", len(notes), tuple(shortened(e.note, 50) for e in notes)
    )


def _title(source: Source) -> str:
    return shortened(source.title or source.filename or source.id, 50)
