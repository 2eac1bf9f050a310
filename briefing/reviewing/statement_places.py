"""Where statements stand in a reviewed file: what moved, where new ones go, and who did it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.edits.containers import container_of
from briefing.edits.review import Proposal
from briefing.errors import NotFound
from briefing.exporting.format_helpers import Cleaner
from briefing.exporting.word.word_manifest import WordManifest
from briefing.model import Brief
from briefing.reviewing import program_changes, typed_prefixes
from briefing.reviewing.gathered import Gathered, LinePlace
from briefing.reviewing.gathering import written
from briefing.reviewing.program_changes import folded
from briefing.reviewing.word_paragraphs import WordParagraph


def holder_of(brief: Brief, under: str, after: str) -> str:
    """Return the id of the section or actor in which a place is: that of the item before it, else of the
    heading above it; "" where neither is known.
    """
    named = [(s.id, Cleaner().line(s.title) or s.kind) for s in brief.sections]
    named += [(a.id, Cleaner().line(a.name)) for a in brief.actors]
    fits = [ident for ident, name in named if under and folded(name) == folded(under)]
    if after not in ("", "^"):
        try:
            holder = container_of(brief, after)[0].id
        except NotFound:
            holder = ""
        if holder and (not fits or holder in fits):
            return holder
    return fits[0] if fits else ""


def _lines_of(gathered: Gathered, idents: tuple[str, ...]) -> set[int]:
    """Return the numbers of the lines in which claims stand, by themselves or with others."""
    alone = {n for ident in idents if (found := gathered.found.get(ident)) for n in found.lines}
    return alone | {n for n, held, _ in gathered.merged if set(held) & set(idents)}


def who(gathered: Gathered, *idents: str) -> tuple[str, str]:
    """Return the authors of the tracked changes in the lines of claims, each once, and the last moment."""
    pieces = [piece for ident in idents for piece in gathered.changed.get(ident, ())]
    names: dict[str, None] = {}
    moments: list[str] = []
    for number in sorted(_lines_of(gathered, idents)):
        line = gathered.lines[number]
        pieces += [p for p in line.pieces if p.changed and not p.item]
        if line.author:
            names[line.author] = None
            moments.append(line.at)
    names |= dict.fromkeys(piece.author for piece in pieces if piece.author)
    moments += [piece.at for piece in pieces if piece.at]
    return ", ".join(names), max(moments, default="")


def who_changed(line: WordParagraph) -> tuple[str, str]:
    """Return the authors of the tracked changes in a line, each once, and the last moment."""
    changed = [p for p in line.pieces if p.changed]
    names = dict.fromkeys(name for name in (line.author, *(p.author for p in changed)) if name)
    return ", ".join(names), max([line.at, *(p.at for p in changed)], default="")


def added(
    brief: Brief, gathered: Gathered, news: Sequence[LinePlace], lost: bool
) -> Iterator[tuple[LinePlace, Proposal]]:
    """Yield what is new: one claim for each paragraph, after the one before it. Where the tags are `lost`
    it may be a claim in quite other words, and is asked about.
    """
    for place in news:
        author, at = who_changed(gathered.lines[place.line])
        holder, after = holder_of(brief, place.under, place.after), place.after
        why = "The file has lost its tags: this may be an old statement in other words." if lost else ""
        if place.below:
            why = f"It stands under the new heading “{place.below[:60]}”."
            holder, after = holder_of(brief, "", place.last), place.last
        why = why if holder else "Where it belongs is not known."
        of_actor = any(actor.id == holder for actor in brief.actors)
        head, runs = typed_prefixes.head(place.runs, of_actor=of_actor, house=Cleaner().line(brief.marking))
        words = written(program_changes.clean(runs))
        if words:
            yield place, Proposal("", "add", "", "", "", words, author, at, holder=holder, after=after,
                asked=bool(why),
                                  why=why, judged=place.judged, facet=head.facet, claim_kind=head.kind,
                                  marking=head.marking)  # fmt: skip


def moved(brief: Brief, manifest: WordManifest, gathered: Gathered) -> Iterator[Proposal]:
    """Yield the fewest moves that lead to the order of the file; none where the brief has it already."""
    rank = {entry.id: n for n, entry in enumerate(manifest.items)}
    unders = {entry.id: entry.under for entry in manifest.items}
    here = [f for f in sorted(gathered.found.values(), key=lambda f: f.lines[0]) if f.item in rank]
    stay = _rising([rank[f.item] for f in here])
    before: dict[str | None, str] = {}
    for place, found in enumerate(here):
        after = before.get(found.under, "^")
        before[found.under] = found.item
        own = unders[found.item]
        # A heading that was taken out moves nothing that stood under it.
        elsewhere = found.under is not None and found.under != own and own in gathered.headings
        if place in stay and not elsewhere:
            continue
        holder = holder_of(brief, found.under or "", after)
        now = _stands(brief, found.item)
        if now is None or now == (holder, after):
            continue
        author, at = who(gathered, found.item)
        words = written(found.parts[0])
        yield Proposal("", "move", found.item, words, words, words, author, at, holder=holder, after=after,
                       asked=not holder, why="" if holder else "Where it belongs is not known.")  # fmt: skip


def swapped(manifest: WordManifest, gathered: Gathered) -> Iterator[str]:
    """Yield a sentence for each section or actor that stands at another place among the others."""
    rank = {under: n for n, under in enumerate(dict.fromkeys(e.under for e in manifest.items))}
    unders = {entry.id: entry.under for entry in manifest.items}
    here = sorted(gathered.found.values(), key=lambda found: found.lines[0])
    met = list(dict.fromkeys(f.under for f in here if f.under and f.under == unders.get(f.item)))
    stay = _rising([rank[heading] for heading in met])
    for place, heading in enumerate(met):
        if place not in stay:
            yield f"“{heading[:80]}” is at another place now; move it in the brief."


def _stands(brief: Brief, ident: str) -> tuple[str, str] | None:
    """Return the section or actor of an item now, and the item before it or “^”."""
    from briefing.edits.containers import items_of

    try:
        holder, index = container_of(brief, ident)
    except NotFound:
        return None
    items = [item for item in items_of(holder)[:index] if item.text.strip()]
    return holder.id, items[-1].id if items else "^"


def _rising(values: Sequence[int]) -> set[int]:
    """Return the places of a longest rising subsequence."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        pile = bisect_left(ends, value)
        before.append(tops[pile - 1] if pile else -1)
        ends[pile : pile + 1], tops[pile : pile + 1] = [value], [place]
    kept: set[int] = set()
    place = tops[-1] if tops else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept
