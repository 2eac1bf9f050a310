"""Quotes against the texts they were taken from, and what that means for each claim.

`verify` reads every source text once and keeps none. The rest is pure and quick enough for each edit:
the window counts with `tally` and paints its margin with `state_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from typing import Final, Literal

from briefing import inline, lookup
from briefing.errors import NotFound
from briefing.model import Brief, Claim, Evidence, Item
from briefing.quoting import anchor
from briefing.text import shortened, word_count

QuoteState = Literal["found", "moved", "orphan"]
FOUND: Final = "found"
MOVED: Final = "moved"
ORPHAN: Final = "orphan"
ClaimState = Literal["sourced", "unsourced", "broken", "contradicted", ""]
SOURCED: Final = "sourced"
UNSOURCED: Final = "unsourced"
BROKEN: Final = "broken"
CONTRADICTED: Final = "contradicted"
NO_STATE: Final = ""

# A lost quote costs up to 30 ms of searching in a text of 1 MB: past this many, only the loss is reported.
_RANKED_AT_MOST = 40


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one quote: `state` is found, moved or orphan.

    `message` is "" for a found one, else names the words and the nearest passage. `span` is where the
    words (found, moved) or the nearest passage (orphan) stand, in code points; None for nowhere.
    """

    claim_id: str
    evidence_id: str
    source_id: str
    state: QuoteState
    message: str = ""
    span: tuple[int, int] | None = None

    @property
    def holds(self) -> bool:
        return self.state == FOUND


@dataclass(frozen=True, slots=True)
class ClaimTally:
    """Counts of claims, and of words in statements.

    `needing`: reported claims with text. `sourced`: those of them with a quote that stands and supports
    or gives context. `broken`, `contradicted`: claims of any kind.
    """

    needing: int = 0
    sourced: int = 0
    broken: int = 0
    contradicted: int = 0
    unsourced: int = 0
    words: int = 0


def verify(brief: Brief, text_of: Callable[[str], str]) -> tuple[Verdict, ...]:
    """Return a verdict on each quote of the brief, in reading order.

    `text_of` gives a source text by its SHA-256; it is called once a source. Its NotFound makes
    orphans of the source's quotes, any other error passes through.
    """
    by_source: dict[str, list[tuple[Claim, Evidence]]] = {}
    for claim, linked in lookup.evidence(brief):
        by_source.setdefault(linked.source, []).append((claim, linked))
    known = {source.id: source for source in brief.sources}
    verdicts: dict[str, Verdict] = {}
    lost = 0
    for source_id, pairs in by_source.items():
        source = known.get(source_id)
        text = _fetched(text_of, source.text_sha) if source else None
        for claim, linked in pairs:
            if source is None or text is None:
                verdict = _without_text(claim, linked)
            else:
                verdict = _verdict(claim, linked, text, source.text_sha, rank=lost < _RANKED_AT_MOST)
            lost += not verdict.holds
            verdicts[linked.id] = verdict
    return tuple(verdicts[linked.id] for _, linked in lookup.evidence(brief))


def _fetched(text_of: Callable[[str], str], sha: str) -> str | None:
    try:
        return text_of(sha)
    except NotFound:
        return None


def _without_text(claim: Claim, linked: Evidence) -> Verdict:
    message = f"The text of the source that “{shortened(linked.quote.exact)}” was quoted from is missing."
    return Verdict(claim.id, linked.id, linked.source, ORPHAN, message)


def _verdict(claim: Claim, linked: Evidence, text: str, sha: str, *, rank: bool) -> Verdict:
    words = shortened(linked.quote.exact)
    match anchor.resolve(text, sha, linked.quote, rank=rank):
        case anchor.Found(span):
            return Verdict(claim.id, linked.id, linked.source, FOUND, "", span)
        case anchor.Moved(span):
            message = f"“{words}” stands at another place than the one quoted; nobody has accepted it yet."
            return Verdict(claim.id, linked.id, linked.source, MOVED, message, span)
        case anchor.Orphan(candidates):
            message = f"“{words}” is not in the source."
            if not candidates:
                return Verdict(claim.id, linked.id, linked.source, ORPHAN, message)
            start, end = nearest = candidates[0].span
            if text[start:end] == linked.quote.exact:
                message = f"“{words}” does not stand where it was quoted; the source has it at another place."
                return Verdict(claim.id, linked.id, linked.source, ORPHAN, message, nearest)
            message += f" The nearest passage is “{shortened(text[start:end])}”."
            return Verdict(claim.id, linked.id, linked.source, ORPHAN, message, nearest)


def broken_ids(verdicts: Iterable[Verdict]) -> frozenset[str]:
    """Return the ids of evidence whose quote does not stand where it was made."""
    return frozenset(v.evidence_id for v in verdicts if not v.holds)


def needs_source(claim: Claim) -> bool:
    """Whether a claim must cite: it reports, and it has been written."""
    return claim.kind == "reported" and not claim.text.isspace() and claim.text != ""


def is_sourced(claim: Claim, broken: frozenset[str] = frozenset()) -> bool:
    """Whether a quote that stands supports the claim or gives its context."""
    return any(e.stance != "contradicts" and e.id not in broken for e in claim.evidence)


def is_broken(claim: Claim, broken: frozenset[str]) -> bool:
    """Whether any of the claim's quotes does not stand."""
    return bool(broken) and any(e.id in broken for e in claim.evidence)


def is_contradicted(claim: Claim) -> bool:
    """Whether any of the claim's quotes speaks against it."""
    return any(e.stance == "contradicts" for e in claim.evidence)


def state_of(claim: Claim, broken: frozenset[str] = frozenset()) -> ClaimState:
    """Return the claim's margin state, the most urgent first: broken, contradicted, unsourced, sourced.

    "" for an empty claim, and for one that cites nothing and need not.
    """
    if not claim.text.strip():
        return NO_STATE
    if is_broken(claim, broken):
        return BROKEN
    if is_contradicted(claim):
        return CONTRADICTED
    if is_sourced(claim):
        return SOURCED
    return UNSOURCED if needs_source(claim) else NO_STATE


def tally(brief: Brief, verdicts: Iterable[Verdict], known: LastTally | None = None) -> ClaimTally:
    """Return the counts of the status bar. Empty claims count nowhere.

    `known` keeps what each item counted from one call to the next; items that are still the same are not read
    again.
    """
    broken = broken_ids(verdicts)
    before = known.rows if known is not None and known.broken == broken else {}
    rows = {
        item.id: held
        if (held := before.get(item.id)) is not None and held[0] is item
        else (item, _counts(item, broken))
        for item in lookup.statements(brief)
    }
    if known is not None:
        known.broken, known.rows = broken, rows
    return (
        ClaimTally(*map(sum, zip(*(counts for _, counts in rows.values()), strict=True)))
        if rows
        else ClaimTally()
    )


@dataclass(slots=True)
class LastTally:
    """What `tally` counted last: each item with its counts, in the order of the fields of Tally."""

    broken: frozenset[str] = frozenset()
    rows: dict[str, tuple[Item, tuple[int, ...]]] = field(default_factory=dict)


def _counts(item: Item, broken: frozenset[str]) -> tuple[int, ...]:
    if not item.text or item.text.isspace():
        return (0,) * len(fields(ClaimTally))
    words = word_count(inline.plain(item.text))
    if not isinstance(item, Claim):
        return (0, 0, 0, 0, 0, words)
    needing = item.kind == "reported"
    return (
        int(needing),
        int(needing and is_sourced(item, broken)),
        int(is_broken(item, broken)),
        int(is_contradicted(item)),
        int(needing and not is_sourced(item)),
        words,
    )


def summary(counts: ClaimTally) -> str:
    """Return the tally as the status bar and the command line say it."""
    parts = [f"{counts.sourced} of {_counted(counts.needing, 'claim')} sourced"]
    if counts.broken:
        parts.append(f"{counts.broken} broken")
    if counts.contradicted:
        parts.append(f"{counts.contradicted} contradicted")
    parts.append(_counted(counts.words, "word"))
    return " · ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
