"""Paragraphs that carry no tag: the second half of a claim, a claim pasted or retyped, or new words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefing import inline
from briefing.exporting.word.word_manifest import REST, ManifestEntry, WordManifest
from briefing.reviewing import program_changes, typed_prefixes
from briefing.reviewing.gathered import FoundClaim, Gathered, LinePlace
from briefing.reviewing.gathering import CITES, OUTSIDE, key
from briefing.reviewing.paragraph_matching import alike, match, ratio
from briefing.reviewing.program_changes import folded
from briefing.reviewing.table_cells import MarkedCells

# The numbers of notes that became plain words behind the end of a sentence.
_NUMBERS = re.compile(r"(?<=[.!?…)\]\"”’])[\s,\d]+$")
_CONTINUES = 80.0
_GAINS = 8.0
_OURS = 70.0


@dataclass(frozen=True, slots=True)
class Matched:
    """How a claim was found that had lost its tag."""

    score: float
    asked: bool
    why: str = ""


def continued(gathered: Gathered, entries: Mapping[str, ManifestEntry]) -> Gathered:
    """Return the file with the halves of a split claim given back to it: a free line beside it that completes
    its old words.
    """
    free = {place.line: place for place in gathered.free}
    claims = dict(gathered.found)
    for ident in claims:
        for step in (1, -1):
            found = claims[ident]
            for place in _completing(found, free, inline.plain(entries[ident].text), step):
                found = (found.behind if step > 0 else found.before)(place.line, place.runs)
                del free[place.line]
            claims[ident] = found
    return replace(gathered, found=claims, free=tuple(free.values()))


def _completing(found: FoundClaim, free: Mapping[int, LinePlace], base: str, step: int) -> list[LinePlace]:
    """Return the free lines next to a claim, behind (1) or before it (-1), that best make up its old
    words.
    """
    own = " ".join(inline.text_of(part) for part in found.parts)
    line = max(found.lines) if step > 0 else min(found.lines)
    if line + step not in free or own.strip() == base or len(own) >= len(base):
        return []
    best, least, whole = 0, ratio(own, base) + _GAINS, own
    places: list[LinePlace] = []
    while (place := free.get(line + step)) is not None and len(place.words) < len(base):
        whole = f"{whole} {place.words}" if step > 0 else f"{place.words} {whole}"
        if len(whole) > 2 * len(base):
            break
        line += step
        places.append(place)
        score = ratio(whole, base)
        if score >= _CONTINUES and score > least:
            best, least = len(places), score
    return places[:best]


def matched(
    gathered: Gathered, missing: Mapping[str, str], entries: Mapping[str, ManifestEntry]
) -> tuple[Gathered, dict[str, Matched]]:
    """Return the file with the missing claims that free lines match, and how each of them was found."""
    free = dict(enumerate(gathered.free))
    found, changed = dict(gathered.found), dict(gathered.changed)
    how: dict[str, Matched] = {}
    bare = {ident: inline.plain(entries[ident].text) for ident in missing}
    befores = {entries[ident].before for ident in missing} - {""}
    afters = {entries[ident].after.strip() for ident in missing} - {""}
    known = {folded(words) for words in bare.values()}
    stripped = {n: _unnumbered(_without(place.words, befores, afters), known) for n, place in free.items()}
    for pair in match(stripped, bare):
        place = free.pop(pair.place)
        runs = _fitted(place, entries[pair.item], stripped[pair.place])
        found[pair.item] = FoundClaim(pair.item, (place.line,), (runs,), place.under)
        changed.setdefault(pair.item, tuple(p for p in gathered.lines[place.line].pieces if p.changed))
        why = "" if pair.certain else "Its tag is lost; these words are the most similar in the file."
        if why and pair.doubtful:
            why += f" Another claim is nearly as similar ({pair.second:.0f} of 100)."
        how[pair.item] = Matched(pair.score, not pair.certain, why)
    after = _renumbered(free.values(), found)
    return replace(gathered, found=found, changed=changed, free=tuple(after)), how


def _without(words: str, befores: set[str], afters: set[str]) -> str:
    """Words without a label and numbers that one of the missing claims had beside it."""
    before = max((b for b in befores if words.startswith(b)), key=len, default="")
    words = words[len(before) :]
    after = max((a for a in afters if words.endswith(a)), key=len, default="")
    return CITES.sub("", _NUMBERS.sub("", words.removesuffix(after).strip()))


def _unnumbered(words: str, known: set[str]) -> str:
    """Words without a number typed before them, where a claim says just what follows it."""
    number = typed_prefixes.number_of(words)
    bare = words[len(number.typed) :] if number is not None else ""
    return bare if folded(words) not in known and folded(bare) in known else words


def _fitted(place: LinePlace, entry: ManifestEntry, stripped: str) -> tuple[inline.Run, ...]:
    words = inline.text_of(place.runs)
    at = words.find(stripped)
    runs = inline.cut(place.runs, at, at + len(stripped)) if at >= 0 else place.runs
    # Pasted as plain words, the same words: the styles they left with are kept.
    if program_changes.same(inline.plain(entry.text), stripped):
        return inline.parse(entry.text)
    return runs


def _renumbered(free: Iterable[LinePlace], claims: Mapping[str, FoundClaim]) -> Iterator[LinePlace]:
    """Yield the free lines; what stands after a claim that was matched just now names it."""
    at = {line: found.item for found in claims.values() for line in found.lines}
    lines = sorted(at)
    for place in free:
        before = bisect_left(lines, place.line)
        if before and claims[at[lines[before - 1]]].under == place.under:
            yield replace(place, after=at[lines[before - 1]])
        else:
            yield place


def news(gathered: Gathered, manifest: WordManifest, marked: MarkedCells) -> Iterator[LinePlace | str]:
    """Yield the free lines that are new statements, and a sentence for each with changed words of another
    kind.
    """
    left = set(gathered.unseen)
    like = alike([words for words in manifest.rest if key(words) in left], _OURS)
    unders = {entry.under for entry in manifest.items}
    for place in gathered.free:
        line = gathered.lines[place.line]
        judged = place.line in marked.judged
        foreign = not place.under and place.after == "^" and bool(unders) and not place.below
        if place.line in marked.compared:
            continue
        if foreign or like(place.words[:REST]) or (line.cell is not None and not judged):
            yield f"{OUTSIDE}“{place.words[:80]}”."
        else:
            yield replace(place, judged=judged)
