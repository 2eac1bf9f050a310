"""What changed between two editions, claim by claim, and a draft of the change statement.

Claims and judgements are followed by their ids, which are never reused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing import inline, lookup
from briefing.checks.completeness import SAY_WHY, listed, name_of
from briefing.checks.statement import capital, counted
from briefing.model import Brief, Claim, Item, Judgement
from briefing.text import quoted

ADDED, REMOVED, REWORDED = "added", "removed", "reworded"
LIKELIHOOD, CONFIDENCE, BASIS, KIND = "likelihood", "confidence", "basis", "kind"
EVIDENCE_ADDED, EVIDENCE_REMOVED = "evidence added", "evidence removed"


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that changed at a claim or judgement. `what` is one of the words above.

    `before` and `after` are plain words; of evidence they are ids, separated by blanks.
    """

    item_id: str
    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Field:
    what: str
    of: Callable[[Item], str]


_FIELDS: tuple[_Field, ...] = (
    _Field(REWORDED, lambda item: inline.plain(item.text).strip()),
    _Field(KIND, lambda item: item.kind if isinstance(item, Claim) else ""),
    _Field(LIKELIHOOD, lambda item: item.likelihood if isinstance(item, Judgement) else ""),
    _Field(CONFIDENCE, lambda item: item.confidence if isinstance(item, Judgement) else ""),
    _Field(BASIS, lambda item: " ".join(item.basis) if isinstance(item, Judgement) else ""),
)


def changes(old: Brief, new: Brief) -> tuple[Changed, ...]:
    """Return what changed, in the reading order of `new`; what was removed comes last. Empty items count
    as absent.
    """
    was, now = _written(old), _written(new)
    found: list[Changed] = []
    for ident, item in now.items():
        if ident not in was:
            found.append(Changed(ident, ADDED, "", inline.plain(item.text)))
        elif was[ident] is not item:
            found += _between(was[ident], item)
    found += [Changed(i, REMOVED, inline.plain(item.text)) for i, item in was.items() if i not in now]
    return tuple(found)


def _written(brief: Brief) -> dict[str, Item]:
    return {item.id: item for item in lookup.statements(brief) if item.text.strip()}


def _between(was: Item, now: Item) -> Iterator[Changed]:
    for field in _FIELDS:
        before, after = field.of(was), field.of(now)
        if before != after:
            yield Changed(now.id, field.what, before, after)
    old, new = _evidence(was), _evidence(now)
    if new - old:
        yield Changed(now.id, EVIDENCE_ADDED, "", " ".join(sorted(new - old)))
    if old - new:
        yield Changed(now.id, EVIDENCE_REMOVED, " ".join(sorted(old - new)))


def _evidence(item: Item) -> set[str]:
    return {linked.id for linked in item.evidence} if isinstance(item, Claim) else set()


def draft_change_statement(old: Brief, new: Brief) -> str:
    """Return a draft of what changed since the edition `old`, on one line of plain words.

    Judgements first, each with the evidence that is new below it; then counts of the rest.
    """
    found = changes(old, new)
    if not found:
        return "Nothing has changed since the last edition."
    items = _written(new)
    judged = [c for c in found if isinstance(items.get(c.item_id), Judgement)]
    said = [*_of_judgements(judged, new, old), *_of_claims(found, old, new), *_of_sources(old, new)]
    return " ".join(said) or "Only the grounds of what is said have changed, not what is said."


def _of_judgements(found: list[Changed], new: Brief, old: Brief) -> Iterator[str]:
    for ident in dict.fromkeys(change.item_id for change in found):
        judgement = lookup.item(new, ident)
        words = quoted(inline.plain(judgement.text).strip().rstrip("."), 90)
        mine = {change.what: change for change in found if change.item_id == ident}
        if ADDED in mine:
            likely = getattr(judgement, "likelihood", "")
            yield f"New judgement: {words}{f' ({likely})' if likely else ''}."
            continue
        moved = [_moved(mine[what], what) for what in (LIKELIHOOD, CONFIDENCE) if what in mine]
        if REWORDED in mine and not moved:
            yield f"A judgement was reworded: {words}."
        if moved:
            yield f"{words}: {listed(moved)}{_because(judgement, old, new)}."


def _moved(change: Changed, what: str) -> str:
    name = "" if what == LIKELIHOOD else "confidence "
    if not change.before:
        return f"{what} is now given as {change.after}"
    return (
        f"{name}{change.before} became {change.after}"
        if change.after
        else f"{name}{change.before} was taken back"
    )


def _because(judgement: Item, old: Brief, new: Brief) -> str:
    """The evidence that came under a judgement since, by the names of its sources."""
    if not isinstance(judgement, Judgement):
        return ""
    known = {linked.id for _, linked in lookup.evidence(old)}
    fresh = [e for c, e in lookup.evidence(new) if c.id in judgement.basis and e.id not in known]
    before = next((j for j in lookup.judgements(old) if j.id == judgement.id), None)
    if before and not fresh:
        added = [b for b in judgement.basis if b not in before.basis]
        fresh = [e for c, e in lookup.evidence(new) if c.id in added]
    titles = {source.id: name_of(source) for source in new.sources}
    named = list(dict.fromkeys(quoted(titles[e.source]) for e in fresh if e.source in titles))
    if not named:
        return f", because … {SAY_WHY}"
    more = [f"{len(named) - 2} more"] if len(named) > 3 else []
    return f", because of new evidence from {listed(named[:2] + more if more else named)}"


# So many claims are named one by one; of more, only their number is told.
_NAMED_AT_MOST = 4
_NAMED = {ADDED: "New {}", REWORDED: "Reworded {}", REMOVED: "Removed {}"}


def _words_of(change: Changed) -> str:
    return quoted((change.after or change.before).strip().rstrip("."), 90)


def _of_claims(found: tuple[Changed, ...], old: Brief, new: Brief) -> Iterator[str]:
    claims = {c.id for c in (*lookup.claims(old), *lookup.claims(new))}
    mine = [c for c in found if c.item_id in claims and c.what in _NAMED]
    if 0 < len(mine) <= _NAMED_AT_MOST:
        for what, lead in _NAMED.items():
            named = [_words_of(c) for c in mine if c.what == what]
            if named:
                yield f"{lead.format('claim' if len(named) == 1 else 'claims')}: {listed(named)}."
        claims = set()
    parts = []
    for what, one in ((ADDED, "added"), (REMOVED, "removed"), (REWORDED, "reworded")):
        number = sum(c.what == what and c.item_id in claims for c in found)
        if number:
            parts.append(f"{counted(number, 'claim was', 'claims were')} {one}")
    judged = {j.id for j in (*lookup.judgements(old), *lookup.judgements(new))}
    gone = sum(c.what == REMOVED and c.item_id in judged for c in found)
    if gone:
        parts.append(f"{counted(gone, 'judgement was', 'judgements were')} removed")
    if parts:
        yield f"{capital(listed(parts))}."


def _of_sources(old: Brief, new: Brief) -> Iterator[str]:
    known = {source.id for source in old.sources}
    fresh = [quoted(name_of(source)) for source in new.sources if source.id not in known]
    if fresh:
        named = f": {listed(fresh)}" if len(fresh) <= 3 else ""
        yield f"{capital(counted(len(fresh), 'source is', 'sources are'))} new{named}."
