"""The whole of a reviewed file held against the whole of what left: what proposals and remarks do not speak
of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing import inline, lookup
from briefing.edits.review import Proposal
from briefing.exporting.format_helpers import Cleaner
from briefing.exporting.sent_lines import SentLine
from briefing.exporting.word.body import bookmark_name
from briefing.exporting.word.word_manifest import WordManifest
from briefing.model import Brief
from briefing.reviewing import difference_net, headers_footers
from briefing.reviewing.settling import Settled

_CELLS = ("likelihood", "confidence", "horizon", "name", "aliases", "role", "day", "title")


@dataclass(frozen=True, slots=True)
class SentFile:
    """What left: every line, the lines of the file that are held against them, and the marking. `sure`: the
    file itself says which it was.
    """

    lines: tuple[SentLine, ...]
    here: tuple[SentLine, ...]
    marking: str
    sure: bool = True


def left_of(brief: Brief, lines: tuple[SentLine, ...], here: tuple[SentLine, ...], marking: str) -> SentFile:
    """Return what left, with the marking that stands in it: the one that the file's properties name, or the
    brief's.
    """
    words = " ".join(line.words for line in lines if line.kind in difference_net.EDGES)
    mine = Cleaner().line(brief.marking)
    stands = next((m for m in (marking, mine) if m and m in words), marking or mine)
    return SentFile(lines, here, stands, bool(marking) or mine in words)


def differences(
    brief: Brief, manifest: WordManifest, left: SentFile, settled: Settled,
    proposals: Iterable[Proposal], messages: Sequence[str],
) -> tuple[list[Proposal], list[str]]:  # fmt: skip
    """Return the markings that are proposed, and a remark for all that differs and that nothing speaks of."""
    covered = _covered(brief, manifest, settled, proposals, messages)
    found = [
        *headers_footers.changes(left.lines, left.here),
        *difference_net.changes(left.lines, left.here, covered),
    ]
    of_marking, others = headers_footers.marked(found, left.marking)
    proposed, of_edges = headers_footers.marking(brief, left.marking, of_marking, sure=left.sure)
    return proposed, [*of_edges, *difference_net.remarks(left.lines, left.here, others)]


def _stated(settled: Settled) -> set[int]:
    """Return the numbers of the lines that hold a statement: one that left, a new one, or several in one."""
    gathered = settled.gathered
    known = {number for found in gathered.found.values() for number in found.lines}
    new = {place.line for place in settled.news}
    return known | new | {number for number, _, _ in gathered.merged}


def _covered(
    brief: Brief,
    manifest: WordManifest,
    settled: Settled,
    proposals: Iterable[Proposal],
    messages: Sequence[str],
) -> difference_net.Covered:
    gathered = settled.gathered
    ids = {entry.id for entry in manifest.items} | {i.id for i in lookup.worded(brief)}
    names = {name for ident in ids for name in (ident[:64], bookmark_name(ident).removeprefix("claim_"))}
    covered = difference_net.Covered(names)
    standing = set(gathered.found) | gathered.joined
    covered.gone = {entry.id for entry in manifest.items} - standing
    for number in _stated(settled):
        covered.lines[difference_net.letters(gathered.lines[number].words())] += 1
    for entry in manifest.items:
        if entry.id in covered.gone:  # what stood beside it may be left
            covered.lines.update(
                {difference_net.letters(entry.before + entry.after), difference_net.letters(entry.before)}
                - {""}
            )
    for proposal in proposals:
        if proposal.kind in _CELLS:
            covered.said += [
                difference_net.letters(inline.plain(words))
                for words in (proposal.exported, proposal.theirs)
                if words
            ]
    covered.hear(messages)
    return covered
