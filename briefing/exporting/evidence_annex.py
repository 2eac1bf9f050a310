"""The annex of evidence: every claim with its quotes, what the checks say of them, and how to check them
again.

A reader who has this file and the articles can find each quote by its place, and know by the hash that
the article is the one that was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing import inline, lookup
from briefing.exporting.blocks import (
    Block,
    Heading,
    IndentedLine,
    Lines,
    Proof,
    SetAside,
    SmallPrint,
    StoodFinding,
    Table,
)
from briefing.exporting.format_helpers import Cleaner, apart, capital, sentence
from briefing.model import Brief, Claim, Evidence, Item, Judgement, Source
from briefing.text import shortened

_HOW = (
    "Each quote is given word for word as the text of its source has it. Its place is counted in characters "
    "(Unicode code points) from 0; the SHA-256 in the last table is that of the text in UTF-8, with LF as "
    "line end. Who has this file and the articles can check both."
)
_STANCES = {"contradicts": "contradicts the claim", "context": "context"}
_HEADS = {"error": "Error:", "warning": "Warning:", "note": "Remark:"}
# How a line of the tree does not hold; of one that does nothing needs saying.
_WEAK = {
    "broken": "a quote is not found where it was made",
    "lost source": "its source is missing",
    "missing": "gone",
    "contradicted": "contradicted by a source",
    "unsourced": "no quote is linked",
}
_STATES = {
    "found": "found again where it was quoted",
    "moved": "moved",
    "orphan": "not found",
}


def blocks(
    brief: Brief, numbers: Mapping[str, int], clean: Cleaner, proof: Proof, *, waivers: bool = False
) -> Iterator[Block]:
    """Yield the annex. Verdicts and findings are given as `proof` has them, what was set aside only with
    `waivers`.
    """
    yield Heading("Annex: evidence")
    yield SmallPrint((("How to check", _HOW),))
    builder = _Annex(brief, numbers, clean, proof if waivers else replace(proof, set_aside=()))
    claims = tuple(
        line for claim in lookup.claims(brief) if claim.text.strip() for line in builder.claim(claim)
    )
    if claims:
        yield Heading("Claims and their quotes", level=2)
        yield Lines(claims)
    trees = tuple(builder.tree())
    if trees:
        yield Heading("What the judgements rest on", level=2)
        yield Lines(trees, proof.pictures)
    rest = tuple(builder.rest())
    if rest:
        yield Heading("What else stands", level=2)
        yield Lines(rest)
    rows = tuple(builder.rows())
    if rows:
        yield Heading("Texts that were read", level=2)
        yield Table(("Source", "Characters", "SHA-256 of its text"), rows)


class _Annex:
    """One walk over one brief."""

    def __init__(self, brief: Brief, numbers: Mapping[str, int], clean: Cleaner, proof: Proof) -> None:
        self.brief, self.numbers, self.clean, self.proof = brief, numbers, clean, proof
        self.sources = {source.id: source for source in brief.sources}
        self.verdicts = {ident: (state, verdict) for ident, state, verdict in proof.verdicts}
        self.found: dict[str, list[StoodFinding]] = {}
        for stood in proof.findings:
            self.found.setdefault(stood.item_id, []).append(stood)
        self.aside: dict[str, list[SetAside]] = {}
        for each in proof.set_aside:
            self.aside.setdefault(each.item_id, []).append(each)

    def claim(self, claim: Claim) -> Iterator[IndentedLine]:
        kind = "" if claim.kind == "reported" else f"{capital(claim.kind)}. "
        yield IndentedLine(0, self.clean.line(inline.plain(claim.text)), kind.strip())
        for linked in claim.evidence:
            yield self._quote(linked)
        if not claim.evidence and claim.kind == "reported":
            yield IndentedLine(1, "No quote is linked to this.")
        yield from self._findings(claim)

    def _quote(self, linked: Evidence) -> IndentedLine:
        quote, source = linked.quote, self.sources.get(linked.source)
        where = f"{quote.start:,}–{quote.end:,}"
        older = " of an older text of it" if source and quote.text_sha != source.text_sha else ""
        stood = [
            f"{self._named(source)}, characters {where}{older}",
            _STANCES.get(linked.stance, ""),
        ]
        line = "; ".join(part for part in stood if part) + "."
        state, verdict = self.verdicts.get(linked.id, ("", ""))
        if state:
            line += f" {capital(_STATES.get(state, state))}."
        if verdict:
            line += f" {sentence(self.clean.line(verdict))}"
        head = f"[{self.numbers[linked.id]}]"
        language = self.clean.line(source.language) if source else ""
        return IndentedLine(1, line, head, self.clean.text(quote.exact), language)

    def _findings(self, item: Item) -> Iterator[IndentedLine]:
        for stood in self.found.get(item.id, ()):
            if not stood.waived:
                yield IndentedLine(
                    1, sentence(self.clean.line(stood.message)), _HEADS.get(stood.severity, "Warning:")
                )
        for each in self.aside.get(item.id, ()):
            yield self._set_aside(1, each)

    def _set_aside(self, depth: int, each: SetAside, holder: str = "") -> IndentedLine:
        """Return the line of what a person let stand, with its reason; `holder` names what it is about."""
        reason = sentence(self.clean.line(each.reason))
        words = f"{holder}: {reason}" if holder else reason
        return IndentedLine(depth, words, f"Set aside, {self.clean.line(each.about)}:")

    def tree(self) -> Iterator[IndentedLine]:
        for branch in self.proof.branches:
            state = f" ({_WEAK[branch.state]})" if branch.state in _WEAK and branch.depth else ""
            head = f"{capital(branch.kind)}:" if branch.depth else ""
            yield IndentedLine(branch.depth, f"{self.clean.line(branch.label)}{state}", head)
            if branch.kind == "judgement":
                for judgement in lookup.judgements(self.brief):
                    if judgement.id == branch.id:
                        yield from self._findings(judgement)

    def rest(self) -> Iterator[IndentedLine]:
        """Yield what stands of the brief and its sources; judgements too, where no tree shows them."""
        shown = {c.id for c in lookup.claims(self.brief) if c.text.strip()}
        shown |= {branch.id for branch in self.proof.branches if branch.kind == "judgement"}
        for judgement in lookup.judgements(self.brief):
            if judgement.id not in shown:
                yield from self._of_judgement(judgement)
                shown.add(judgement.id)
        holders = {self.brief.id: "The brief", **{s.id: self._named(s) for s in self.brief.sources}}
        for stood in self.proof.findings:
            if stood.item_id not in shown and not stood.waived:
                yield self._of_holder(stood, holders.get(stood.item_id, ""))
        for ident, holder in holders.items():
            for each in self.aside.get(ident, ()):
                yield self._set_aside(0, each, holder)

    def _of_judgement(self, judgement: Judgement) -> Iterator[IndentedLine]:
        """Yield the findings of a judgement that no tree shows, each behind the judgement's first words."""
        holder = self.clean.line(shortened(inline.plain(judgement.text), 60))
        for line in self._findings(judgement):
            yield IndentedLine(0, f"{holder}: {line.words}", line.head)

    def _of_holder(self, stood: StoodFinding, holder: str) -> IndentedLine:
        """Return the line of a finding, behind the name of what it is about where it does not name that."""
        words = sentence(self.clean.line(stood.message))
        # Most sentences name what they are about.
        named = not holder or holder in words or stood.item_id == self.brief.id
        return IndentedLine(
            0, words if named else f"{holder}: {words}", _HEADS.get(stood.severity, "Warning:")
        )

    def rows(self) -> Iterator[tuple[str, ...]]:
        cited = {linked.source for _, linked in lookup.evidence(self.brief) if linked.id in self.numbers}
        for source in self.brief.sources:
            if source.id in cited:
                size = f"{source.chars:,}" if source.chars else ""
                yield self._named(source), size, source.text_sha or "no text"

    def _named(self, source: Source | None) -> str:
        if source is None:
            return "A source that is missing"
        title = self.clean.line(source.title) or self.clean.line(source.filename) or "Untitled article"
        return f"“{apart(shortened(title, 90))}”"
