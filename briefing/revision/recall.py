"""Correction recall: what became of each quote of an article in its corrected version.

Nothing is re-anchored here. Words that stand in the new text in another context, or nearly the same
words, are shown to a person: "dozens" is not "hundreds", and "Team Beta" is not "Team Alpha".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing import lookup
from briefing.model import Brief, Quote, Source
from briefing.quoting.anchor import Found, Moved, resolve
from briefing.quoting.nearest import Candidate
from briefing.revision.word_difference import Hunk, compare
from briefing.text import Span, occurrences, trim_span

State = Literal["same", "moved", "changed", "vanished"]
Proposal = Literal["keep", "accept", "relink", "none"]

# Of the words of a quote, the part that must stand in what replaced them.
_LEAST_KEPT = 0.5
_MOST_PLACES = 8


@dataclass(frozen=True, slots=True)
class Recalled:
    """What became of one quote.

    same: the words stand in the new text in their own context. moved: the same words stand in another
    context, or at several places (`span` is None and `candidates` holds them). changed: other words
    stand in their place. vanished: nothing like them is left. `span` and `now` are the place (code
    points of the new text) and its words; `words` compares old words with new. `distance` counts words
    put in and taken out. Proposal: "accept" the same words, "relink" after a look, "none" where a place
    must be chosen first, "keep" the quote on the old version.
    """

    claim_id: str
    evidence_id: str
    quote: str
    state: State
    span: Span | None
    now: str
    distance: int
    proposal: Proposal
    candidates: tuple[Candidate, ...] = ()
    words: tuple[Hunk, ...] = ()


def recall(brief: Brief, old: Source, old_text: str, new_text: str, new_sha: str) -> tuple[Recalled, ...]:
    """Return what became of every quote of `old`, in reading order of the brief."""
    links = lookup.links_of_source(brief, old.id)
    if not links:
        return ()
    hunks = compare(old_text, new_text)
    starts = [hunk.old[0] for hunk in hunks]
    found = []
    for claim, evidence in links:
        quote = evidence.quote
        # A quote of some other text of the source has no place in the comparison.
        image = _image(hunks, starts, (quote.start, quote.end)) if quote.text_sha == old.text_sha else None
        found.append(_recalled(claim.id, evidence.id, quote, new_text, new_sha, image))
    return tuple(found)


def _recalled(claim: str, evidence: str, quote: Quote, text: str, sha: str, image: Span | None) -> Recalled:
    exact = quote.exact
    if image and text[slice(*image)] == exact and _same_context(text, image, quote):
        return Recalled(claim, evidence, exact, "same", image, exact, 0, "accept")
    resolution = resolve(text, sha, quote)
    if isinstance(resolution, Found | Moved):
        return Recalled(claim, evidence, exact, "same", resolution.span, exact, 0, "accept")
    places = occurrences(text, exact, limit=_MOST_PLACES)
    if image in places or len(places) == 1:
        span = image if image in places else places[0]
        return Recalled(claim, evidence, exact, "moved", span, exact, 0, "relink", resolution.candidates)
    if places:
        return Recalled(claim, evidence, exact, "moved", None, "", 0, "none", resolution.candidates)
    likeness = _likeness(text, exact, image, resolution.candidates)
    if likeness is None:
        return Recalled(claim, evidence, exact, "vanished", None, "", len(exact.split()), "keep")
    now = text[slice(*likeness)]
    words = compare(exact, now)
    return Recalled(
        *(claim, evidence, exact, "changed", likeness, now, _distance(exact, now), "relink"),
        candidates=resolution.candidates,
        words=words,
    )


def _image(hunks: Sequence[Hunk], starts: Sequence[int], span: Span) -> Span | None:
    """Return where the words of `span` went by the comparison; None where they were only taken out."""
    low = high = -1
    first = max(0, bisect_right(starts, span[0]) - 1)
    for hunk in hunks[first:]:
        if hunk.old[0] >= span[1]:
            break
        if hunk.old[1] <= span[0] and hunk.kind != "added":
            continue
        if hunk.kind == "added" and not span[0] < hunk.old[0] < span[1]:
            continue
        begin, end = hunk.new
        if hunk.kind == "equal":
            begin, end = begin + max(0, span[0] - hunk.old[0]), end - max(0, hunk.old[1] - span[1])
        low, high = (begin if low < 0 else low), end
    return (low, high) if low < high else None


def _same_context(text: str, span: Span, quote: Quote) -> bool:
    before = text[max(0, span[0] - len(quote.prefix)) : span[0]]
    return before == quote.prefix and text[span[1] : span[1] + len(quote.suffix)] == quote.suffix


def _likeness(text: str, exact: str, image: Span | None, candidates: Sequence[Candidate]) -> Span | None:
    """Return the passage that replaced the words: by the comparison, else the nearest anywhere."""
    if image is not None:
        image = trim_span(text, *image)
        if image[0] < image[1] and _kept(exact, text[slice(*image)]) >= _LEAST_KEPT:
            return image
    return candidates[0].span if candidates else None


def _kept(old: str, new: str) -> float:
    a, b = _bare(old), _bare(new)
    return 1 - _indel(a, b) / (len(a) + len(b)) if a or b else 0.0


def _distance(old: str, new: str) -> int:
    return _indel(old.split(), new.split())


def _indel(a: list[str], b: list[str]) -> int:
    from rapidfuzz.distance import Indel

    return int(Indel.distance(a, b))


def _bare(words: str) -> list[str]:
    return re.findall(r"\w+", words.casefold())
