"""Proposals from a reviewed file: what it says of each claim against what left and what the brief has now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b

from briefing import inline, lookup
from briefing.edits.review import Proposal, fresh
from briefing.errors import BadInput
from briefing.exporting.format_helpers import Cleaner
from briefing.exporting.word.word_manifest import REST, WordManifest
from briefing.model import Brief
from briefing.reviewing import (
    changed_notes,
    headers_footers,
    note_matching,
    note_quotes,
    remarks,
    statement_places,
    table_cells,
    template_parts,
    typed_prefixes,
    whole_comparison,
    without_line_list,
)
from briefing.reviewing.gathered import Gathered
from briefing.reviewing.gathering import OUTSIDE, gather
from briefing.reviewing.result import Review
from briefing.reviewing.review_wire import File
from briefing.reviewing.settling import Settled, apart, settle
from briefing.reviewing.statements import Statements
from briefing.reviewing.without_manifest import LOST, as_it_is, together
from briefing.reviewing.word_paragraphs import lines
from briefing.revision.word_difference import compare

_NEIGHBOURS = 100
_MOST_MESSAGES = 200


def review(brief: Brief, reviewed: File) -> Review:
    """See `briefing.reviewing.review`."""
    left = reviewed.manifest
    manifest = left or as_it_is(brief)
    file = template_parts.without(reviewed.text, manifest)
    sure = left is not None
    if left is not None:
        _refuse_another(brief, left)
    lists = without_line_list.listed(manifest, file)
    if left is not None and not left.lines:
        lists = without_line_list.known(brief, left, file)
        manifest = lists.manifest
    tagged = gather(lines(file.paragraphs), manifest, _headings(brief), sure=sure)
    book = note_matching.book(manifest, tagged, file)
    settled = settle(manifest, tagged)
    gathered = settled.gathered
    of_statements, of_statements_only = apart(Statements(brief, manifest, settled).proposals())
    of_cells, of_cells_only = apart(table_cells.cells(brief, manifest, gathered))
    of_quotes, of_quotes_only = apart(
        note_quotes.edited(brief, manifest, file, sure=sure, dropped=book.dropped)
    )
    left_with = {entry.id: typed_prefixes.portion(entry.before) for entry in manifest.items}
    beside = (*of_cells, *of_quotes, *headers_footers.portions(brief, left_with, settled.portions))
    found = [
        *((-1.0, p) for p in _title(brief, manifest, gathered)),
        *of_statements,
        *_beside(settled, beside),
    ]
    messages = [
        *gathered.remarks,
        *of_cells_only,
        *of_quotes_only,
        *settled.remarks,
        *of_statements_only,
        *statement_places.swapped(manifest, gathered),
        *changed_notes.changed(manifest, book, file, sure=sure),
    ]
    if sure and lists.left:
        compared = whole_comparison.left_of(brief, lists.left, lists.here, file.marking)
        marked, messages = _whole(brief, manifest, compared, settled, [p for _, p in found], messages)
        found += [(-0.5, proposal) for proposal in marked]
    else:
        messages = [*_noted(settled), *messages]
    commented, unplaced = remarks.comments(brief, gathered, file)
    found = [(line, replace(p, comments=commented.get(p.item_id, ()))) for line, p in found]
    found = sorted([*found, *_beside(settled, unplaced)], key=lambda pair: pair[0])
    messages = messages if sure else [LOST, *together(messages)]
    return Review(_open(brief, (_finished(p) for _, p in found)), _some(messages), lists.unknown, left)


def _refuse_another(brief: Brief, left: WordManifest) -> None:
    """Raise BadInput where a file left from another brief, and shares no statement with this one."""
    if left.brief_id != brief.id and not _shared(brief, left):
        raise BadInput("This file was exported from another brief.", "Open the brief it was exported from.")


def _noted(settled: Settled) -> list[str]:
    """Return what was noted of single lines, but for those that are compared in another way."""
    return [words for line, words in settled.gathered.noted if line not in settled.compared]


def _whole(
    brief: Brief, manifest: WordManifest, compared: whole_comparison.SentFile, settled: Settled,
    proposals: list[Proposal], messages: list[str],
) -> tuple[list[Proposal], list[str]]:  # fmt: skip
    """Return the markings that the lines of the whole file propose, and the messages with what differs in
    them in place of those on single lines outside the statements.
    """
    messages = [words for words in messages if not words.startswith(OUTSIDE)]
    marked, more = whole_comparison.differences(brief, manifest, compared, settled, proposals, messages)
    gone = not manifest.lines and any(p.kind == "delete" for p in (*proposals, *marked))
    return marked, [*messages, *without_line_list.without_rows(gone, more)]


def _beside(settled: Settled, proposals: Iterable[Proposal]) -> list[tuple[float, Proposal]]:
    """Return proposals with the line behind that of their statement; of no statement: at the end."""
    return [(settled.line_of(p.item_id) + 0.7, p) for p in proposals]


def _some(messages: list[str]) -> tuple[str, ...]:
    """Return each sentence once, and how many there are beyond what anyone reads."""
    once = tuple(dict.fromkeys(messages))
    more = len(once) - _MOST_MESSAGES
    return once if more <= 0 else (*once[:_MOST_MESSAGES], f"And {more:,} more of this kind.")


def _open(brief: Brief, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Leave out what is new and has been taken up; name for the rest what came in at the same place
    before.
    """
    mine = {item.id for item in lookup.worded(brief)}
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


def _title(brief: Brief, manifest: WordManifest, gathered: Gathered) -> Iterator[Proposal]:
    if gathered.title is None:
        return
    line = gathered.lines[gathered.title]
    theirs, mine = " ".join(line.words().split()), Cleaner().line(brief.title)
    if theirs == mine:
        return
    author, at = statement_places.who_changed(line)
    conflict = all(words != mine[:REST] for words in manifest.rest)
    yield Proposal(
        "", "title", brief.id, mine, "" if conflict else mine, theirs, author, at, conflict=conflict
    )


def _shared(brief: Brief, manifest: WordManifest) -> bool:
    own = {item.id for item in lookup.worded(brief)}
    return any(entry.id in own for entry in manifest.items)


def _headings(brief: Brief) -> tuple[str, ...]:
    titles = [Cleaner().line(s.title) or s.kind.capitalize() for s in brief.sections]
    return (*titles, *(Cleaner().line(a.name) for a in brief.actors))


def _finished(proposal: Proposal) -> Proposal:
    """Add the id, the same for the same file, and the comparison by words."""
    remark_text = proposal.remark.text if proposal.remark else ""
    parts = (proposal.kind, proposal.item_id, proposal.evidence_id, proposal.theirs, *proposal.parts,
        remark_text,
             proposal.holder, proposal.after, proposal.author)  # fmt: skip
    ident = "p" + blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=6).hexdigest()
    hunks = (
        compare(inline.plain(proposal.mine), inline.plain(proposal.theirs))
        if proposal.kind != "comment"
        else ()
    )
    return replace(proposal, id=proposal.id or ident, hunks=hunks)
