"""What adding comes to, decided once for the window and the command line: new, known, newer, or not readable.

`take` looks at what was read and decides; `put` is the edit that makes it so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal
from urllib.parse import urlsplit

from briefing import edits, model
from briefing.edits.source_fields import completed, with_text
from briefing.importing.common.parsed import Part
from briefing.importing.references.matching import match, same_address
from briefing.importing.results import Failed, Imported, Listing, Records, Result, to_source
from briefing.model import Brief, Source
from briefing.session import Body

# What can become of one file, and how a summary names it.
Outcome = Literal["added", "version", "record", "filled", "known", "listing", "failed", "left"]
OUTCOMES: dict[Outcome, str] = {
    "added": "added",
    "version": "added as a new version",
    "record": "added without text",
    "filled": "completed a known source",
    "known": "in the brief already",
    "listing": "a list to pick from",
    "failed": "could not be read",
    "left": "left out",
}


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What became of one file, mail or record: a key of OUTCOMES, the source it became, the notices about
    it.
    """

    name: str
    outcome: Outcome
    source_id: str = ""
    title: str = ""
    notices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What is to be added, in order, and what is to be reported.

    `sources` are new; one that `supersedes` another takes its place beside it. `changed` replace known
    sources of the same id. `attachments` belong to the source whose id stands with them. `locked` are
    the files that open with a password only, `links` those that hold nothing but an address.
    """

    sources: tuple[Source, ...] = ()
    changed: tuple[Source, ...] = ()
    bodies: tuple[Body, ...] = ()
    lines: tuple[OutcomeLine, ...] = ()
    attachments: tuple[tuple[str, tuple[Part, ...]], ...] = ()
    listings: tuple[Listing, ...] = ()
    locked: tuple[Failed, ...] = ()
    links: tuple[Failed, ...] = ()

    def count(self, *outcomes: Outcome) -> int:
        """Return how many lines have one of these outcomes."""
        return sum(line.outcome in outcomes for line in self.lines)

    @property
    def changes(self) -> bool:
        """Return whether there is anything to put into the brief."""
        return bool(self.sources or self.changed)


def take(
    brief: Brief,
    results: Iterable[Result],
    *,
    accessed: str,
    keep: Callable[[Sequence[Body]], None] | None = None,
    new_id: Callable[[str], str] = model.new_id,
) -> Intake:
    """Decide what becomes of each result. `accessed`: the ISO 8601 date of today, as the user sees it.

    With `keep` each article's bodies are handed over as they come, and are not part of the Intake: several
    hundred articles never stand in memory together.
    """
    tray = _Tray(brief, accessed, new_id)
    for result in results:
        match result:
            case Imported():
                tray.text(result)
            case Records():
                tray.records(result)
            case Listing():
                tray.listings.append(result)
                words = f"{len(result.entries)} entries"
                tray.lines.append(OutcomeLine(result.name, "listing", "", words, result.notices))
            case Failed():
                tray.failed(result)
        if keep is not None and tray.bodies:
            keep(tuple(tray.bodies))
            tray.bodies.clear()
    return tray.intake()


def put(brief: Brief, intake: Intake) -> Brief:
    """An edit: add what was taken in, as one step.

    The brief may have moved on since: a field typed meanwhile stays, and a text added meanwhile is not
    added twice.
    """
    changed = {source.id: source for source in intake.changed}
    if changed:
        brief = replace(
            brief,
            sources=tuple(_completed(s, changed[s.id]) if s.id in changed else s for s in brief.sources),
        )
    here = {source.text_sha for source in brief.sources if source.text_sha}
    newest = {source.supersedes for source in brief.sources}
    for source in intake.sources:
        if source.text_sha in here:
            continue
        if source.supersedes and source.supersedes not in newest:
            brief = edits.supersede(brief, source.supersedes, replace(source, supersedes=""))
        else:
            brief = replace(brief, sources=(*brief.sources, replace(source, supersedes="")))
    return brief


def _completed(now: Source, wanted: Source) -> Source:
    """Return a source as it is now with what was found for it: its text, and fields that are empty."""
    if now.text_sha or not wanted.text_sha:
        return completed(now, wanted)
    return with_text(now, wanted)


@dataclass(slots=True)
class _Tray:
    """Collects an Intake; `known` are the sources of the brief and those taken so far, by id."""

    brief: Brief
    accessed: str
    new_id: Callable[[str], str]
    lines: list[OutcomeLine] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    attachments: list[tuple[str, tuple[Part, ...]]] = field(default_factory=list)
    locked: list[Failed] = field(default_factory=list)
    links: list[Failed] = field(default_factory=list)
    known: dict[str, Source] = field(default_factory=dict)
    touched: dict[str, Source] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known = {source.id: source for source in self.brief.sources}

    def intake(self) -> Intake:
        old = {source.id for source in self.brief.sources}
        return Intake(
            tuple(s for s in self.touched.values() if s.id not in old),
            tuple(s for s in self.touched.values() if s.id in old),
            tuple(self.bodies),
            tuple(self.lines),
            tuple(self.attachments),
            tuple(self.listings),
            tuple(self.locked),
            tuple(self.links),
        )

    def failed(self, result: Failed) -> None:
        if result.needs == "password":
            self.locked.append(result)
        if result.needs == "fetch":
            self.links.append(result)
        outcome: Outcome = "left" if result.skipped else "failed"
        self.lines.append(OutcomeLine(result.name, outcome, "", "", (result.message,), result.hint))

    def text(self, result: Imported) -> None:
        """Take one article: new, the same again, the text of a record, or a new version."""
        source, bodies = to_source(result, accessed=self.accessed, new_id=self.new_id)
        name = result.name or source.title
        twin = next((s for s in self.known.values() if _is_same(s, source)), None)
        if twin is not None:
            self.lines.append(OutcomeLine(name, "known", twin.id, twin.title))
            return
        bare = [known for known in self.known.values() if not known.text_sha]
        record = next((bare[m.record] for m in match(bare, (source,)) if m.source), None)
        outcome: Outcome = "added"
        if record is not None:
            outcome = "filled"
            source = with_text(record, source)
        else:
            older = self._older(source)
            if older is not None:
                outcome = "version"
                source = replace(source, supersedes=older.id)
        self._keep(source, bodies)
        if result.attachments:
            self.attachments.append((source.id, result.attachments))
        self.lines.append(OutcomeLine(name, outcome, source.id, source.title, source.notices))

    def _older(self, source: Source) -> Source | None:
        """Return the newest version of the article that stands at the same address, if there is one."""
        if not _names_one_article(source.url):
            return None
        same = [s for s in self.known.values() if s.text_sha and same_address(s.url, source.url)]
        superseded = {s.supersedes for s in self.known.values()}
        return next((s for s in reversed(same) if s.id not in superseded), None)

    def records(self, result: Records) -> None:
        """Take the records of a reference file: they complete known sources, or stand without text."""
        before = tuple(self.known.values())
        for found in match(result.sources, before):
            record = result.sources[found.record]
            if found.source:
                source = completed(self.known[found.source], record)
                if source == self.known[found.source]:
                    self.lines.append(OutcomeLine(result.name, "known", source.id, source.title))
                    continue
                self._keep(source, ())
                self.lines.append(OutcomeLine(result.name, "filled", source.id, source.title))
            else:
                source = replace(record, id=self.new_id("s"))
                self._keep(source, ())
                self.lines.append(OutcomeLine(result.name, "record", source.id, source.title))
        if result.notices:
            self.lines.append(OutcomeLine(result.name, "left", "", "", result.notices))

    def _keep(self, source: Source, bodies: Iterable[Body]) -> None:
        self.known[source.id] = self.touched[source.id] = source
        self.bodies.extend(bodies)


def _is_same(known: Source, source: Source) -> bool:
    """Return whether these are the same words, or the same bytes."""
    return bool(known.text_sha) and (
        known.text_sha == source.text_sha
        or (known.original_sha == source.original_sha and known.text_sha != known.original_sha)
    )


def _names_one_article(url: str) -> bool:
    """Return whether an address can be that of one article: a site's front page has another text each
    hour.
    """
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)
