"""Proposals from a reviewed file: what it says of each claim against what left and what the brief has now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b

from briefing import inline, lookup
from briefing.edits.consequences import consequences
from briefing.edits.items import remove_item
from briefing.edits.review import Proposal, fresh
from briefing.errors import BadInput
from briefing.exporting.word.manifest import REST, Entry, Manifest
from briefing.exporting.words import Cleaner, counted
from briefing.inline import Run
from briefing.model import Brief
from briefing.reviewing import (
    cleaning,
    edges,
    house,
    leading,
    notebook,
    notes,
    older,
    places,
    quotes,
    remarks,
    tables,
    untagged,
    whole,
)
from briefing.reviewing.foreign import File
from briefing.reviewing.gathering import OUTSIDE, Found, Gathered, Gathering, Place, written
from briefing.reviewing.reading import lines
from briefing.reviewing.result import Review
from briefing.reviewing.threeway import decide
from briefing.reviewing.unlisted import LOST, as_it_is, together
from briefing.revision.compare import compare

_NEIGHBOURS = 100
_MOST_TOLD = 200
_SHOWN = 80
_NUMBERED = "Numbers or bullets typed before {} were left out, for the layout sets them; see"


def review(brief: Brief, said: File) -> Review:
    """See `briefing.reviewing.review`."""
    left = said.manifest
    manifest = left or as_it_is(brief)
    file = house.without(said.text, manifest)
    sure = left is not None
    if left is not None and left.brief_id != brief.id and not _shared(brief, left):
        raise BadInput("This file left from another brief.", "Open the brief it was exported from.")
    lists = older.listed(manifest, file)
    if left is not None and not left.lines:
        lists = older.known(brief, left, file)
        manifest = lists.manifest
    gathering = Gathering(manifest, _headings(brief), sure=sure)
    gathered = gathering.gather(list(lines(file.paragraphs)))
    work = Work(brief, manifest, gathered)
    told = list(gathered.remarks)
    book = notebook.book(manifest, gathered, file)
    found = [
        *((-1.0, p) for p in _title(brief, manifest, gathered)),
        *work.proposals(gathering.unseen),
        *work.beside(tables.cells(brief, manifest, gathered, told)),
        *work.beside(quotes.edited(brief, manifest, file, told, sure=sure, dropped=book.dropped)),
        *work.beside(edges.portions(brief, work.portions, gathered.portions)),
    ]
    noted = [words for line, words in gathered.noted if line not in gathered.compared]
    told += [
        *work.told,
        *places.swapped(manifest, gathered),
        *notes.changed(manifest, book, file, sure=sure),
    ]
    if sure and lists.left:
        told = [words for words in told if not words.startswith(OUTSIDE)]
        compared = whole.left_of(brief, lists.left, lists.here, file.marking)
        marked, more = whole.differences(brief, manifest, compared, gathered, [p for _, p in found], told)
        found += [(-0.5, proposal) for proposal in marked]
        gone = any(p.kind == "delete" for _, p in found) and not manifest.lines
        told += older.without_rows(gone, more)
    else:
        told = [*noted, *told]
    commented, unplaced = remarks.comments(brief, gathered, file)
    found = [(line, replace(p, comments=commented.get(p.item_id, ()))) for line, p in found]
    found = sorted([*found, *work.beside(unplaced)], key=lambda pair: pair[0])
    told = told if sure else [LOST, *together(told)]
    return Review(_open(brief, (_finished(p) for _, p in found)), _some(told), lists.unknown, left)


def _some(told: list[str]) -> tuple[str, ...]:
    """Return each sentence once, and how many there are beyond what anyone reads."""
    once = tuple(dict.fromkeys(told))
    more = len(once) - _MOST_TOLD
    return once if more <= 0 else (*once[:_MOST_TOLD], f"And {more:,} more of this kind.")


def _open(brief: Brief, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Leave out what is new and has been taken up; name for the rest what came in at the same place before."""
    mine = {item.id for item in lookup.statements(brief)}
    made: dict[tuple[str, str], tuple[str, ...]] = {}
    waiting: list[Proposal] = []
    for proposal in proposals:
        if proposal.kind == "add":
            place = (proposal.holder, proposal.after)
            proposal = replace(proposal, behind=made.get(place, ()))
            made[place] = (*proposal.behind, fresh(proposal))[-_NEIGHBOURS:]
            if fresh(proposal) in mine:
                continue
        waiting.append(proposal)
    return tuple(waiting)


def _title(brief: Brief, manifest: Manifest, gathered: Gathered) -> Iterator[Proposal]:
    if gathered.title is None:
        return
    line = gathered.lines[gathered.title]
    theirs, mine = " ".join(line.words().split()), Cleaner().line(brief.title)
    if theirs == mine:
        return
    author, at = places.who_changed(line)
    conflict = all(words != mine[:REST] for words in manifest.rest)
    yield Proposal(
        "", "title", brief.id, mine, "" if conflict else mine, theirs, author, at, conflict=conflict
    )


def _shared(brief: Brief, manifest: Manifest) -> bool:
    own = {item.id for item in lookup.statements(brief)}
    return any(entry.id in own for entry in manifest.items)


def _headings(brief: Brief) -> tuple[str, ...]:
    titles = [Cleaner().line(s.title) or s.kind.capitalize() for s in brief.sections]
    return (*titles, *(Cleaner().line(a.name) for a in brief.actors))


def _finished(proposal: Proposal) -> Proposal:
    """Add the id, the same for the same file, and the comparison by words."""
    said = proposal.remark.text if proposal.remark else ""
    parts = (proposal.kind, proposal.item_id, proposal.evidence_id, proposal.theirs, *proposal.parts, said,
             proposal.holder, proposal.after, proposal.author)  # fmt: skip
    ident = "p" + blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=6).hexdigest()
    hunks = (
        compare(inline.plain(proposal.mine), inline.plain(proposal.theirs))
        if proposal.kind != "comment"
        else ()
    )
    return replace(proposal, id=proposal.id or ident, hunks=hunks)


class Work:
    """One comparison of a file with a brief."""

    def __init__(self, brief: Brief, manifest: Manifest, gathered: Gathered) -> None:
        self.brief = brief
        self.manifest = manifest
        self.gathered = gathered
        self.entries = {entry.id: entry for entry in manifest.items}
        clean = Cleaner()
        self.mine = {i.id: written(clean.runs(i.text)) for i in lookup.statements(brief)}
        self.told: list[str] = []
        self.tagged = 0
        self.sure: dict[str, untagged.Matched] = {}
        self.numbers = leading.Numbers({})
        self.portions = {entry.id: leading.portion(entry.before) for entry in manifest.items}
        self._lines: dict[str, float] = {}

    def proposals(self, unseen: list[str]) -> list[tuple[float, Proposal]]:
        """Return the proposals on the words and the order of statements, each with its line."""
        gathered = self.gathered
        joined = {ident for _, held, _ in gathered.merged for ident in held}
        # Counted before any claim is known again by its words alone.
        self.tagged = len(gathered.found) + len(joined)
        untagged.continued(gathered, self.entries)
        missing = {
            e.id: e.before + inline.plain(e.text)
            for e in self.manifest.items
            if e.id not in gathered.found and e.id not in joined and e.text
        }
        self.sure = untagged.matched(gathered, missing, self.entries)
        untagged.continued(gathered, self.entries)
        self._without_labels(missing)
        tables.mark(gathered)
        news = untagged.news(gathered, unseen, self.manifest, self.told)
        self._numbered(news)
        found: list[tuple[float, Proposal]] = []
        for entry in self.manifest.items:
            found += [(self._line_of(entry.id), p) for p in self._statement(entry, joined)]
        found += [(line, self._merge(line, held, text)) for line, held, text in self._merges()]
        found += [(place.line, p) for place, p in places.added(self.brief, gathered, news, self._lost)]
        found += [
            (self._line_of(p.item_id) + 0.5, p) for p in places.moved(self.brief, self.manifest, gathered)
        ]
        return found

    def beside(self, proposals: Iterable[Proposal]) -> list[tuple[float, Proposal]]:
        """Return proposals with the line behind that of their statement; of no statement: at the end."""
        return [(self._line_of(p.item_id) + 0.7, p) for p in proposals]

    def _numbered(self, news: list[Place]) -> None:
        """Find numbers and bullets that were typed before statements; the new ones lose theirs at once."""
        lines: dict[int, tuple[str, str | None]] = {place.line: (place.words, None) for place in news}
        for found in self.gathered.found.values():
            exported = inline.plain(self.entries[found.item].text)
            for at, (line, runs) in enumerate(zip(found.lines, found.parts, strict=True)):
                lines[line] = (inline.text_of(runs), None if at else exported)
        self.numbers = leading.numbers(lines)
        for place in news:
            place.runs = self.numbers.without(place.line, place.runs)
        if typed := self.numbers.by_line:
            first = min(typed)
            self.told.append(
                f"{_NUMBERED.format(counted(len(typed), 'statement'))}: “{lines[first][0].strip()[:_SHOWN]}”."
            )

    def _without_labels(self, missing: Iterable[str]) -> None:
        """Leave out what is left of claims that are gone: their labels, and the numbers of their sources."""
        gathered = self.gathered
        gone = [self.entries[ident] for ident in missing if ident not in gathered.found]
        labels = {(entry.before + entry.after).strip() for entry in gone} | {e.before.strip() for e in gone}
        gathered.free = [place for place in gathered.free if place.words not in labels]

    def _line_of(self, ident: str) -> float:
        if not self._lines:
            gathered = self.gathered
            self._lines = {ident: float(f.lines[0]) for ident, f in gathered.found.items()}
            self._lines |= {ident: float(line) for line, held, _ in gathered.merged for ident in held}
            last = -1.0
            for entry in self.manifest.items:
                # What is gone stood behind what came before it.
                last = self._lines.setdefault(entry.id, last + 0.001)
        return self._lines.get(ident, float(len(self.gathered.lines)))

    def _statement(self, entry: Entry, joined: set[str]) -> Iterator[Proposal]:
        found = self.gathered.found.get(entry.id)
        mine = self.mine.get(entry.id)
        if entry.id in joined or not entry.text:
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
                after = self.gathered.above.get(found.lines[0], "")
                yield replace(base, kind="add", holder=places.holder_of(self.brief, found.under or "", after), after="",
                              item_id="", conflict=True, judged=entry.place == "judgement",
                              why="The claim was taken out of the brief since this file left.")  # fmt: skip
            return
        if len(parts) > 1 and entry.text in parts:
            if mine == entry.text:
                yield from self._copies(entry, parts, author, at)
            return
        if len(parts) > 1:
            if mine != parts[0]:
                yield replace(base, kind="split", parts=parts, conflict=mine != entry.text,
                              why="The evidence stays with the first part.")  # fmt: skip
            return
        verdict = decide(entry.text, mine, theirs)
        if verdict.proposed:
            why = base.why
            if not why and inline.plain(theirs) == inline.plain(mine):
                why = "Only bold, italic or links differ."
            yield replace(base, conflict=verdict.conflict, merged=verdict.merged, why=why)

    def _cleaned(self, entry: Entry, found: Found) -> list[tuple[Run, ...]]:
        """The parts of a statement without numbers that the layout writes, and without what programs change."""
        parts = [
            self.numbers.without(line, runs) for line, runs in zip(found.lines, found.parts, strict=True)
        ]
        if not self.portions[entry.id] and not leading.portion(entry.text):
            parts[0] = self._unmarked(entry, parts[0])
        if len(parts) > 1:
            return [cleaning.clean(runs) for runs in parts]
        return [cleaning.as_left(runs, inline.parse(entry.text)) for runs in parts]

    def _unmarked(self, entry: Entry, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Leave out a marking that was typed before a statement that left with none: it is proposed as its marking."""
        words = inline.text_of(runs)
        if not (typed := leading.portion(words)):
            return runs
        self.gathered.portions[entry.id] = typed
        return inline.cut(runs, leading.after_portion(words))

    def _copies(self, entry: Entry, parts: tuple[str, ...], author: str, at: str) -> Iterator[Proposal]:
        """A claim that stands there as it left, and other paragraphs with its tag."""
        others = list(parts)
        others.remove(entry.text)
        holder = places.holder_of(self.brief, "", entry.id)
        for text in others:
            if text == entry.text:
                self.told.append(f"It stands twice in the file: “{inline.plain(text)[:80]}”.")
                continue
            yield Proposal("", "add", "", "", "", text, author, at, holder=holder, after=entry.id,
                           judged=entry.place == "judgement")  # fmt: skip

    def _scored(self, proposal: Proposal, ident: str) -> Proposal:
        matched = self.sure.get(ident)
        return (
            replace(proposal, score=matched.score, asked=matched.asked, why=matched.why)
            if matched
            else proposal
        )

    def _delete(self, entry: Entry, mine: str) -> Proposal:
        pieces = self.gathered.changed.get(entry.id, [])
        author, at = self._who(entry.id)
        tracked = any(piece.deleted for piece in pieces)
        lost = not tracked and self._lost
        why = "Its words were not found in the file, which has lost most of its tags. " if lost else ""
        why = f"{why}{' '.join(consequences(self.brief, remove_item(self.brief, entry.id)))}".strip()
        return Proposal("", "delete", entry.id, mine, entry.text, "", author, at,
                        conflict=mine != entry.text, asked=lost, why=why)  # fmt: skip

    @property
    def _lost(self) -> bool:
        """Whether most claims came back without tag and bookmark."""
        return 2 * self.tagged < len(self.entries)

    def _merges(self) -> Iterator[tuple[int, list[str], str]]:
        for line, held, runs in self.gathered.merged:
            known = [ident for ident in held if ident in self.mine]
            if len(known) > 1:
                yield line, known, written(runs)
            elif known and self.mine[known[0]] != written(runs):
                self.told.append(
                    f"Words of several claims stand in one line, and only one is left: “{written(runs)[:80]}”."
                )

    def _merge(self, _line: int, held: list[str], text: str) -> Proposal:
        author, at = self._who(*held)
        mine = " ".join(self.mine[ident] for ident in held)
        exported = " ".join(self.entries[ident].text for ident in held)
        return Proposal("", "merge", held[0], mine, exported, text, author, at, parts=tuple(held),
                        conflict=mine != exported, why="The evidence of all of them stays.")  # fmt: skip

    def _who(self, *idents: str) -> tuple[str, str]:
        return places.who(self.gathered, *idents)
