"""Proposals on the statements of a reviewed file: other words, one made two or two made one, added, moved or
gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing import inline, lookup
from briefing.edits.consequences import consequences
from briefing.edits.items import remove_item
from briefing.edits.review import Proposal
from briefing.exporting.format_helpers import Cleaner
from briefing.exporting.word.word_manifest import ManifestEntry, WordManifest
from briefing.inline import Run
from briefing.model import Brief
from briefing.reviewing import program_changes, statement_places, typed_prefixes
from briefing.reviewing.gathered import FoundClaim
from briefing.reviewing.gathering import written
from briefing.reviewing.settling import Settled, portion_typed
from briefing.reviewing.threeway import decide


def _reworded(base: Proposal) -> Iterator[Proposal]:
    """Yield the proposal on other words of a claim, where there is something to decide."""
    verdict = decide(base.exported, base.mine, base.theirs)
    if verdict.proposed:
        same_words = inline.plain(base.theirs) == inline.plain(base.mine)
        why = base.why or ("Only bold, italic or links differ." if same_words else "")
        yield replace(base, conflict=verdict.conflict, merged=verdict.merged, why=why)


class Statements:
    """One comparison of the statements of a file with those of a brief. What is yielded as a sentence can
    only be reported.
    """

    def __init__(self, brief: Brief, manifest: WordManifest, settled: Settled) -> None:
        self._brief, self._manifest = brief, manifest
        self._settled, self._gathered = settled, settled.gathered
        self._entries = {entry.id: entry for entry in manifest.items}
        clean = Cleaner()
        self._mine = {i.id: written(clean.runs(i.text)) for i in lookup.worded(brief)}

    def proposals(self) -> Iterator[tuple[float, Proposal] | str]:
        """Yield the proposals on the words and the order of statements, each with its line."""
        brief, manifest, settled = self._brief, self._manifest, self._settled
        for entry in manifest.items:
            for one in self._statement(entry):
                yield one if isinstance(one, str) else (settled.line_of(entry.id), one)
        yield from self._merges()
        for place, one in statement_places.added(brief, self._gathered, settled.news, self._lost):
            yield place.line, one
        for one in statement_places.moved(brief, manifest, self._gathered):
            yield settled.line_of(one.item_id) + 0.5, one

    def _statement(self, entry: ManifestEntry) -> Iterator[Proposal | str]:
        found = self._gathered.found.get(entry.id)
        mine = self._mine.get(entry.id)
        if entry.id in self._gathered.joined or not entry.text:
            return
        if found is None:
            if mine:
                yield self._delete(entry, mine)
            return
        parts = tuple(text for text in map(written, self._cleaned(entry, found)) if text)
        theirs = " ".join(parts)
        author, at = self._who(entry.id)
        base = Proposal("", "reword", entry.id, mine or "", entry.text, theirs, author, at)
        base = self._scored(base, entry.id)
        if mine is None:
            if theirs != entry.text:
                yield self._again(base, entry, found)
        elif len(parts) < 2:
            yield from _reworded(base)
        elif entry.text not in parts:
            if mine != parts[0]:
                yield replace(base, kind="split", parts=parts, conflict=mine != entry.text,
                              why="The evidence stays with the first part.")  # fmt: skip
        elif mine == entry.text:
            yield from self._copies(entry, parts, author, at)

    def _again(self, base: Proposal, entry: ManifestEntry, found: FoundClaim) -> Proposal:
        """Return the proposal on a claim that was changed in the file, and taken out of the brief
        meanwhile.
        """
        holder = statement_places.holder_of(
            self._brief, found.under or "", self._gathered.above.get(found.lines[0], "")
        )
        return replace(base, kind="add", holder=holder, after="", item_id="", conflict=True,
                       judged=entry.place == "judgement",
                       why="The claim was taken out of the brief since this file left.")  # fmt: skip

    def _cleaned(self, entry: ManifestEntry, found: FoundClaim) -> list[tuple[Run, ...]]:
        """The parts of a statement without numbers that the layout writes, and without what programs
        change.
        """
        parts = [
            self._settled.numbers.without(line, runs)
            for line, runs in zip(found.lines, found.parts, strict=True)
        ]
        if portion_typed(entry, parts[0]):
            parts[0] = inline.cut(parts[0], typed_prefixes.after_portion(inline.text_of(parts[0])))
        if len(parts) > 1:
            return [program_changes.clean(runs) for runs in parts]
        return [program_changes.as_left(runs, inline.parse(entry.text)) for runs in parts]

    def _copies(
        self, entry: ManifestEntry, parts: tuple[str, ...], author: str, at: str
    ) -> Iterator[Proposal | str]:
        """A claim that stands there as it left, and other paragraphs with its tag."""
        others = list(parts)
        others.remove(entry.text)
        holder = statement_places.holder_of(self._brief, "", entry.id)
        for text in others:
            if text == entry.text:
                yield f"It is in the file twice: “{inline.plain(text)[:80]}”."
                continue
            yield Proposal("", "add", "", "", "", text, author, at, holder=holder, after=entry.id,
                           judged=entry.place == "judgement")  # fmt: skip

    def _scored(self, proposal: Proposal, ident: str) -> Proposal:
        matched = self._settled.how.get(ident)
        return (
            replace(proposal, score=matched.score, asked=matched.asked, why=matched.why)
            if matched
            else proposal
        )

    def _delete(self, entry: ManifestEntry, mine: str) -> Proposal:
        pieces = self._gathered.changed.get(entry.id, ())
        author, at = self._who(entry.id)
        tracked = any(piece.deleted for piece in pieces)
        lost = not tracked and self._lost
        why = "Its words were not found in the file, which has lost most of its tags. " if lost else ""
        why = f"{why}{' '.join(consequences(self._brief, remove_item(self._brief, entry.id)))}".strip()
        return Proposal("", "delete", entry.id, mine, entry.text, "", author, at,
                        conflict=mine != entry.text, asked=lost, why=why)  # fmt: skip

    @property
    def _lost(self) -> bool:
        """Whether most claims came back without tag and bookmark."""
        return 2 * self._settled.tagged < len(self._entries)

    def _merges(self) -> Iterator[tuple[float, Proposal] | str]:
        for line, held, runs in self._gathered.merged:
            known = [ident for ident in held if ident in self._mine]
            if len(known) > 1:
                yield line, self._merge(known, written(runs))
            elif known and self._mine[known[0]] != written(runs):
                yield (
                    f"Words of several claims stand in one line, and only one is left: "
                    f"“{written(runs)[:80]}”."
                )

    def _merge(self, held: list[str], text: str) -> Proposal:
        author, at = self._who(*held)
        mine = " ".join(self._mine[ident] for ident in held)
        exported = " ".join(self._entries[ident].text for ident in held)
        return Proposal("", "merge", held[0], mine, exported, text, author, at, parts=tuple(held),
                        conflict=mine != exported, why="The evidence of all of them stays.")  # fmt: skip

    def _who(self, *idents: str) -> tuple[str, str]:
        return statement_places.who(self._gathered, *idents)
