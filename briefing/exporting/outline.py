"""A brief as numbered blocks, built once and shown by every format.

Notes are numbered in reading order: a note an evidence, claims without text left out. The window asks
`numbers` for the same numbers without building anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from briefing import inline, lookup, scales
from briefing.citing import csl
from briefing.citing.citation_keys import keys
from briefing.errors import BadInput, NotFound, StorageError
from briefing.exporting import annex, evidence_annex, labels, reference
from briefing.exporting.blocks import (
    UNDATED,
    ActorRow,
    ActorTable,
    Basis,
    Block,
    FigureBlock,
    Forecast,
    Front,
    Heading,
    Lines,
    Note,
    Outline,
    Outlook,
    Proof,
    Statement,
)
from briefing.exporting.format_helpers import Cleaner, ends_of, long_date, sentence
from briefing.exporting.numbering import numbers
from briefing.exporting.request import ExportRequest
from briefing.exporting.standing_findings import Stood
from briefing.exporting.timeline_layout import TimelineEntry, timeline
from briefing.exporting.timeline_svg import svg
from briefing.gc_pause import uncollected
from briefing.language.typed_days import day_in_full
from briefing.model import Actor, Claim, Evidence, Figure, Judgement, Placed, Section, Source
from briefing.quoting.locators import place_of
from briefing.text import shortened

_STANCES = {"contradicts": "Contradicts", "context": "Context"}
_ORDER = ("", "Context", "Contradicts")
_NOT_FOUND = "These words could not be found again in the source when this file was made."


def build(request: ExportRequest) -> Outline:
    """Return the outline of what is asked for."""
    # A long brief makes tens of thousands of small tuples and no garbage.
    with uncollected():
        return _Builder(request).outline()


class _Builder:
    """One walk over one brief."""

    def __init__(self, request: ExportRequest) -> None:
        brief, options = request.brief, request.options
        self.request = request
        self.brief = brief
        self.options = options
        self.clean = Cleaner()
        self.numbers = numbers(brief, options)
        self.claims = {claim.id: claim for claim in lookup.claims(brief)}
        self.sources = {source.id: source for source in brief.sources}
        self.styles = reference.ReferenceStyles(brief.sources, self.clean, options.citation, request.styled)
        self.keyed = dict(keys(brief.sources)) if options.links == "csl" else {}
        self.languages = {s.id: self.clean.line(s.language) for s in brief.sources}
        self.notes: list[Note] = []
        self.graded: set[str] = set()
        self.paragraphs = 0
        self.figures = {figure.id: n for n, figure in enumerate(lookup.figures(brief), 1)}
        self.remarks: list[str] = []

    def outline(self) -> Outline:
        request = self.request
        proof, standing = request.proof or Proof(), request.standing
        blocks = [block for section in self._sections() for block in self._section(section)]
        blocks += annex.blocks(self.brief, self.numbers, self.clean, self.styles, self.options, proof)
        if self.options.annex:
            asked = self.options.waivers
            blocks += evidence_annex.blocks(self.brief, self.numbers, self.clean, proof, waivers=asked)
        stood = Stood(self.brief, self.numbers, self.clean, self.options, standing) if standing else None
        if stood is not None:
            blocks += stood.blocks()
        front = self._front()
        unlinked = annex.unlinked(self.brief)
        return Outline(
            id=self.clean.line(self.brief.id),
            front=front,
            blocks=tuple(blocks),
            notes=tuple(self.notes),
            override=stood.override(draft=request.draft) if stood is not None else None,
            remarks=(*self.remarks, *unlinked, *self.clean.remarks()),
            options=self.options,
            references=csl.write(self.brief.sources).encode() if self.keyed else b"",
            keys=tuple(self.keyed.items()),
            draft=request.draft,
            made=request.made,
            threads=tuple((i.id, i.remarks) for i in lookup.worded(self.brief) if i.remarks),
            name=request.name,
        )

    def _front(self) -> Front:
        brief, line = self.brief, self.clean.line
        marking = line(brief.marking)
        facts = (
            ("As of", long_date(line(brief.as_of))),
            ("Information cut-off", long_date(line(brief.cut_off))),
            ("Prepared for", line(brief.audience)),
            ("Prepared by", line(brief.author)),
            ("Edition", str(brief.edition) if brief.edition > 1 else ""),
        )
        return Front(
            title=line(brief.title) or "Untitled brief",
            marking=marking,
            ink=scales.marking_ink(marking),
            author=line(brief.author),
            date=line(brief.as_of),
            language=line(brief.language) or "en",
            edition=brief.edition,
            facts=tuple((label, value) for label, value in facts if value),
        )

    def _sections(self) -> Iterator[Section]:
        """The actors come last where no section shows them, as in `lookup.statements`."""
        yield from self.brief.sections
        if self.brief.actors and not lookup.has_actors_section(self.brief):
            yield Section("actors", "actors", "Actors")

    def _section(self, section: Section) -> Iterator[Block]:
        actors = [a for a in self.brief.actors if _is_shown(a)] if section.kind == "actors" else []
        items = [item for item in section.items if _leaves(item)]
        title = self.clean.line(section.title) or section.kind.capitalize()
        if not items and not actors:
            self.remarks.append(f"The section “{title}” has no text and was left out.")
            return
        first = self.brief.sections[0] if self.brief.sections else None
        lead = section is first and section.kind == "prose" and len(self.brief.sections) > 1
        yield Heading(title, lead=lead)
        if actors:
            yield from self._actors(actors)
        for judged, group in groupby(items, key=lambda i: isinstance(i, Judgement)):
            if judged:
                yield from self._judged(group)
            else:
                yield from self._claimed(group, section, lead)

    def _timeline(self, rows: Iterable[Claim]) -> str:
        """Return the rows of a chronology as a picture; "" where fewer than two have a day."""
        placed = timeline(TimelineEntry(c.id, c.day, self.clean.line(inline.plain(c.text))) for c in rows)
        return svg(placed) if placed is not None and len(placed.marks) > 1 else ""

    def _claimed(self, items: Iterable[Placed], section: Section, lead: bool) -> Iterator[Block]:
        shown, listed = tuple(items), section.kind == "gaps"
        if section.kind == "chronology":
            yield from self._dated(item for item in shown if isinstance(item, Claim))
            shown = tuple(item for item in shown if isinstance(item, Figure))
        for item in shown:
            if isinstance(item, Figure):
                yield self._figure(item)
            elif isinstance(item, Claim):
                label = "" if item.kind == "gap" and listed else labels.KINDS.get(item.kind, "")
                yield self._statement(item, label, lead=lead, listed=listed)

    def _dated(self, claims: Iterable[Claim]) -> Iterator[Block]:
        """Yield the rows of a chronology below their picture."""
        rows = tuple(claims)
        if picture := self._timeline(rows):
            yield Lines((), (picture,))
        for claim in rows:
            day = self.clean.line(day_in_full(claim.day)) or UNDATED
            made = self._statement(claim, labels.KINDS.get(claim.kind, ""), listed=True)
            yield replace(made, listed=False, day=day)

    def _figure(self, figure: Figure) -> FigureBlock:
        number, line = self.figures[figure.id], self.clean.line
        data = b""
        if self.request.picture_of is not None:
            try:
                data = self.request.picture_of(figure.picture_sha)
            except (NotFound, StorageError) as error:
                self.remarks.append(f"The picture of Figure {number} is missing: {error}")
        return FigureBlock(
            figure.id, number, self.clean.runs(figure.text), self._credit(figure), line(figure.alternative),
            figure.picture_sha, figure.mime, data, figure.width, figure.height, figure.share,
            self._portion(figure),
        )  # fmt: skip

    def _credit(self, figure: Figure) -> str:
        source = self.sources.get(figure.source)
        named = source and ", ".join(filter(None, (source.title or source.filename, source.publisher)))
        parts = (f"Credit: {figure.credit}" if figure.credit else "", f"From: {named}" if named else "")
        return " ".join(sentence(self.clean.line(part)) for part in parts if part)

    def _statement(self, claim: Claim, label: str, *, lead: bool = False, listed: bool = False) -> Statement:
        made = [self._note(linked) for linked in claim.evidence]
        if self.options.notes == "list":
            made = _listed(made)
        elif self.options.together and made:
            made = [replace(made[0], more=tuple(made[1:]))]
        if self.options.notes != "list":
            self.notes.extend(made)
        marking = self._portion(claim)
        if self.options.numbered and not listed:
            self.paragraphs += 1
        number = self.paragraphs if self.options.numbered and not listed else 0
        words = self.clean.runs(claim.text)
        return Statement(claim.id, words, label, marking, tuple(made), lead, listed, number)

    def _note(self, linked: Evidence) -> Note:
        source = self.sources.get(linked.source) or Source(linked.source, title="A source that is missing")
        place = place_of(source, linked.quote)
        return Note(
            number=self.numbers[linked.id],
            evidence_id=linked.id,
            label=_STANCES.get(linked.stance, ""),
            quote=self._quote(linked.quote.exact),
            language=self.languages.get(linked.source, ""),
            reference=self.styles.note(source, place),
            remarks=tuple(self._remarks(linked, source)),
            source=linked.source,
            place=place,
        )

    def _portion(self, item: Placed) -> str:
        return self.clean.line(item.marking) if self.options.portions else ""

    def _quote(self, exact: str) -> str:
        if self.options.quotes == "none":
            return ""
        words = self.clean.text(exact)
        return ends_of(words) if self.options.quotes == "short" else words

    def _remarks(self, linked: Evidence, source: Source) -> Iterator[str]:
        if linked.translation.strip():
            yield f"Translation: “{self.clean.line(linked.translation)}”."
        # Its first note grades the source, and the list of sources does.
        grade = "" if source.id in self.graded else source.grade
        self.graded.add(source.id)
        if grade or linked.credibility:
            yield reference.grading(grade, linked.credibility)
        if linked.note.strip():
            yield f"Note: {sentence(self.clean.line(linked.note))}"
        if linked.id in self.request.broken:
            yield _NOT_FOUND

    def _actors(self, actors: list[Actor]) -> Iterator[Block]:
        line = self.clean.line
        rows = [
            ActorRow(
                actor.id,
                line(actor.name) or "Unnamed actor",
                tuple(line(a) for a in actor.aliases if a.strip()),
                line(actor.kind),
                line(actor.role),
            )
            for actor in actors
        ]
        yield ActorTable(tuple(rows))
        for actor, row in zip(actors, rows, strict=True):
            written = [claim for claim in actor.statements if claim.text.strip()]
            if written:
                yield Heading(row.name, level=2)
            for claim in written:
                yield self._statement(claim, labels.label(claim.facet, claim.kind))

    def _judged(self, items: Iterable[Placed]) -> Iterator[Block]:
        yield Outlook(tuple(self._forecast(item) for item in items if isinstance(item, Judgement)))

    def _forecast(self, judgement: Judgement) -> Forecast:
        line = self.clean.line
        key = judgement.standard or self.brief.standard
        return Forecast(
            id=judgement.id,
            runs=self.clean.runs(judgement.text),
            likelihood=line(judgement.likelihood),
            range=self._range(judgement, key),
            standard=next((s.name for s in scales.STANDARDS if s.id == key), line(key)),
            confidence=line(judgement.confidence),
            reason=sentence(line(judgement.confidence_reason)),
            horizon=line(judgement.horizon),
            marking=self._portion(judgement),
            basis=tuple(self._basis(judgement)),
            indicators=tuple(line(i) for i in judgement.indicators if i.strip()),
        )

    def _range(self, judgement: Judgement, key: str) -> str:
        if not judgement.likelihood.strip():
            return ""
        try:
            return scales.range_text(key, judgement.likelihood)
        except BadInput as error:
            self.remarks.append(f"No range is shown for a judgement: {error}")
            return ""

    def _basis(self, judgement: Judgement) -> Iterator[Basis]:
        for claim_id in judgement.basis:
            claim = self.claims.get(claim_id)
            if claim is None or not claim.text.strip():
                self.remarks.append("A judgement rests on a claim that is empty or gone; it is not named.")
                continue
            cited = tuple(dict.fromkeys(self.numbers[e.id] for e in claim.evidence))
            if self.options.notes == "list":
                cited = tuple(sorted(cited))
            yield Basis(claim_id, self.clean.line(shortened(inline.plain(claim.text), 60)), cited)


def _listed(notes: list[Note]) -> list[Note]:
    """One a source and place and stance: it is the source that is numbered, and no quote is shown."""
    seen = {(n.number, n.place, n.label): replace(n, quote="") for n in reversed(notes)}
    return sorted(seen.values(), key=lambda n: (_ORDER.index(n.label), n.number))


def _leaves(item: Placed) -> bool:
    return isinstance(item, Figure) or bool(item.text.strip())


def _is_shown(actor: Actor) -> bool:
    return bool(actor.name.strip() or any(c.text.strip() for c in actor.statements))
