"""What changed between two editions, claim by claim, and a draft of the change statement.

Claims and judgements are followed by their ids, which are never reused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing import inline, lookup, snapshot
from briefing.checks.completeness import SAY_WHY, listed, no_change_statement, whole_title
from briefing.checks.drafted import DraftedPiece, Put, is_ours, pieces, put
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts
from briefing.checks.statement import NUMBERS, STALE, capital, counted, in_words
from briefing.errors import BadInput, NotFound
from briefing.language.typed_days import day_in_full
from briefing.model import Brief, Claim, Evidence, Item, Judgement
from briefing.revision.word_difference import Hunk, compare
from briefing.text import QUOTED, quoted

ADDED, REMOVED, REWORDED = "added", "removed", "reworded"
LIKELIHOOD, CONFIDENCE, BASIS, KIND = "likelihood", "confidence", "basis", "kind"
EVIDENCE_ADDED, EVIDENCE_REMOVED = "evidence added", "evidence removed"


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that changed at a claim or judgement. `what` is one of the words above.

    `before` and `after` are plain words; of evidence they are ids, separated by spaces.
    """

    item_id: str
    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _EditionField:
    what: str
    of: Callable[[Item], str]


def _words(item: Item) -> str:
    """Return the words of an item; those of a row of a chronology begin with its day."""
    day = item.day if isinstance(item, Claim) else ""
    words = inline.plain(item.text).strip()
    return f"{day_in_full(day)}: {words}" if day else words


_FIELDS: tuple[_EditionField, ...] = (
    _EditionField(REWORDED, _words),
    _EditionField(KIND, lambda item: item.kind if isinstance(item, Claim) else ""),
    _EditionField(LIKELIHOOD, lambda item: item.likelihood if isinstance(item, Judgement) else ""),
    _EditionField(CONFIDENCE, lambda item: item.confidence if isinstance(item, Judgement) else ""),
    _EditionField(BASIS, lambda item: " ".join(item.basis) if isinstance(item, Judgement) else ""),
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
    return " ".join(_sentences(old, new))


def _sentences(old: Brief, new: Brief) -> tuple[str, ...]:
    found = changes(old, new)
    if not found:
        return ("Nothing has changed since the last edition.",)
    items = _written(new)
    judged = [c for c in found if isinstance(items.get(c.item_id), Judgement)]
    sentences = (*_of_judgements(judged, new, old), *_of_claims(found, old, new), *_of_sources(old, new))
    return sentences or ("Only the grounds of what is said have changed, not what is said.",)


def change_stated(brief: Brief, facts: Facts) -> Iterator[Finding]:
    """L15: edition 2 or later does not say what changed, or says in drafted words what is so no more."""
    yield from no_change_statement(brief, facts)
    old = last_edition(brief, facts.text_of) if brief.edition > 1 and brief.change_statement.strip() else None
    now = refreshed(brief.change_statement, old, brief) if old is not None else brief.change_statement
    if now != brief.change_statement:
        yield Finding(
            "L15", "warning", brief.id,
            f"The change statement does not agree with what changed since edition {brief.edition - 1}: "
            f"{_first_difference(brief.change_statement, now)}.",
            "Draft those sentences again; words of your own stay.", fix="redraft-changes", kind=STALE,
        )  # fmt: skip


def _first_difference(was: str, now: str) -> str:
    """Return the first sentence that goes, or else that comes."""
    gone = [p.words for p in pieces(was, _SHAPES) if p.words not in now]
    come = [p.words for p in pieces(now, _SHAPES) if p.words not in was]
    return (
        f"{quoted(gone[0], 160)} no longer holds" if gone else f"it lacks {quoted((come or [now])[0], 160)}"
    )


def last_edition(brief: Brief, text_of: Callable[[str], str] | None) -> Brief | None:
    """Return the edition that was frozen last; None where it is not at hand."""
    if text_of is None or not brief.editions:
        return None
    try:
        return _loaded(text_of(brief.editions[-1].snapshot_sha))
    except (NotFound, BadInput):
        return None


@lru_cache(maxsize=1)
def _loaded(data: str) -> Brief:
    return snapshot.load(data.encode())


def refreshed(words: str, old: Brief, new: Brief) -> str:
    """Return a change statement with its drafted sentences as they are now: those that hold stay, with the
    reasons that a person gave in them; those that do not go, and the others take their place. Where nothing
    drafted is false and a person wrote along, nothing is added.
    """
    found = pieces(words, _SHAPES)
    now = {_core(sentence): sentence for sentence in _sentences(old, new)}
    held = {_core(p.words) for p in found}
    stale = [p for p in found if _core(p.words) not in now]
    missing = " ".join(sentence for core, sentence in now.items() if core not in held)
    if stale:
        return put(words, _replaced(stale, missing))
    if found and missing and is_ours(words, found):
        return put(words, [Put(len(words), len(words), f" {missing}")])
    return words


def _replaced(stale: Sequence[DraftedPiece], missing: str) -> list[Put]:
    """Return what is put in place of drafted sentences that are false: the missing ones for the first."""
    first, *others = stale
    return [*(Put(p.start, p.end, "") for p in others), Put(first.start, first.end, missing)]


def _core(sentence: str) -> str:
    """Return a drafted sentence without the reason in it, which a person may have given."""
    return sentence.partition(", because ")[0].rstrip(".")


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
        if moved:
            yield f"{words}: {listed(moved)}{_because(judgement, old, new)}."
        if REWORDED in mine:
            yield _reworded(mine[REWORDED])


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
    titles = {source.id: whole_title(source) for source in new.sources}
    fresh = _fresh_evidence(judgement, old, new)
    named = list(dict.fromkeys(titles[e.source] for e in fresh if e.source in titles))
    if not named:
        return f", because … {SAY_WHY}"
    return f", because of new evidence from {_few(named)}"


def _fresh_evidence(judgement: Judgement, old: Brief, new: Brief) -> list[Evidence]:
    """Return the evidence of a judgement's claims that is new; where none is, that of claims new to it."""
    known = {linked.id for _, linked in lookup.evidence(old)}
    fresh = [e for e in _under(judgement.basis, new) if e.id not in known]
    before = next((j for j in lookup.judgements(old) if j.id == judgement.id), None)
    if fresh or before is None:
        return fresh
    return _under([claim for claim in judgement.basis if claim not in before.basis], new)


def _under(claims: Sequence[str], brief: Brief) -> list[Evidence]:
    return [linked for claim, linked in lookup.evidence(brief) if claim.id in claims]


def _few(titles: list[str]) -> str:
    """Return up to three titles as a list, whole ones only; of more than three, two and how many more."""
    shown = [title for title in titles if title]
    shown = shown[: 3 if len(titles) <= 3 else 2]
    left = len(titles) - len(shown)
    noun = "" if shown else " source" if left == 1 else " sources"
    more = f"{in_words(left)} more" if shown else f"{in_words(left)}{noun}"
    return listed([*shown, more] if left else shown)


# So many claims are named one by one; of more, only the number is given.
_NAMED_AT_MOST = 4
_NAMED = {ADDED: "New {}", REWORDED: "", REMOVED: "Removed {}"}
_CHANGES_AT_MOST = 3
_MARKS = " ,;:."
_ALIKE = 0.4  # of the longer one: where less of two wordings is the same, they stand side by side
_JOINS = 12  # so few letters between two changes do not part them


def _reworded(change: Changed) -> str:
    """Return what changed in the text of a claim or judgement, as a sentence."""
    if not _alike(change.before, change.after):
        was, now = (quoted(words.strip().rstrip("."), 90) for words in (change.before, change.after))
        return f"Reworded: {was} became {now}."
    name = quoted(change.after.strip().rstrip("."), 60)
    parts = difference(change.before, change.after)
    left = len(parts) - _CHANGES_AT_MOST
    if left > 0:
        parts = (*parts[:_CHANGES_AT_MOST], f"{in_words(left)} more {'change' if left == 1 else 'changes'}")
    return f"In {name}: {'; '.join(parts)}." if len(parts) else f"In {name}: its punctuation."


def _alike(before: str, after: str) -> bool:
    hunks = compare(before, after)
    same = sum(h.new[1] - h.new[0] for h in hunks if h.kind == "equal")
    return same >= _ALIKE * max(len(before), len(after))


def difference(before: str, after: str) -> tuple[str, ...]:
    """Return what was added, taken out or became other words, word by word, each as a clause; () for marks
    only.
    """
    made = []
    for out, come in _joined(before, after, compare(before, after)):
        if out and come:
            made.append(f"{quoted(out, 60)} became {quoted(come, 60)}")
        elif out or come:
            made.append(f"added {quoted(come, 90)}" if come else f"taken out {quoted(out, 90)}")
    return tuple(made)


def _joined(before: str, after: str, hunks: Sequence[Hunk]) -> Iterator[tuple[str, str]]:
    """Yield the text of each change, before and after; changes with hardly a word between them are one."""
    spans: list[list[int]] = []
    for at, hunk in enumerate(hunks):
        if hunk.kind == "equal":
            continue
        close = spans and at >= 2 and hunks[at - 1].new[1] - hunks[at - 1].new[0] <= _JOINS
        if close:
            spans[-1][1], spans[-1][3] = hunk.old[1], hunk.new[1]
        else:
            spans.append([*hunk.old, *hunk.new])
    for a, b, c, d in spans:
        out, come = _without_shared(before[a:b].strip(_MARKS).split(), after[c:d].strip(_MARKS).split())
        if out != come:
            yield out, come


def _without_shared(out: list[str], come: list[str]) -> tuple[str, str]:
    """A word before a mark is another than one before a space to the comparison; to a reader it is the
    same.
    """
    while out and come and out[0] == come[0]:
        out, come = out[1:], come[1:]
    while out and come and out[-1] == come[-1]:
        out, come = out[:-1], come[:-1]
    return " ".join(out).strip(_MARKS), " ".join(come).strip(_MARKS)


def _words_of(change: Changed) -> str:
    return quoted((change.after or change.before).strip().rstrip("."), 90)


def _of_claims(found: tuple[Changed, ...], old: Brief, new: Brief) -> Iterator[str]:
    claims = {c.id for c in (*lookup.claims(old), *lookup.claims(new))}
    judged = {j.id for j in (*lookup.judgements(old), *lookup.judgements(new))}
    mine = [c for c in found if c.item_id in claims and c.what in _NAMED]
    parts: list[str] = []
    if len(mine) <= _NAMED_AT_MOST:
        yield from _by_name(mine)
    else:
        parts += _by_number(mine)
    gone = sum(c.what == REMOVED and c.item_id in judged for c in found)
    if gone:
        parts.append(f"{counted(gone, 'judgement was', 'judgements were')} removed")
    if parts:
        yield f"{capital(listed(parts))}."


def _by_name(mine: Sequence[Changed]) -> Iterator[str]:
    """Yield a sentence for the new claims, one for each that was reworded, and one for those removed."""
    for what, lead in _NAMED.items():
        changes = [c for c in mine if c.what == what]
        if what == REWORDED:
            yield from map(_reworded, changes)
        elif changes:
            noun = "claim" if len(changes) == 1 else "claims"
            yield f"{lead.format(noun)}: {listed([_words_of(c) for c in changes])}."


def _by_number(mine: Sequence[Changed]) -> Iterator[str]:
    """Yield how many claims were added, removed and reworded, as the parts of a sentence."""
    for what, one in ((ADDED, "added"), (REMOVED, "removed"), (REWORDED, "reworded")):
        number = sum(c.what == what for c in mine)
        if number:
            yield f"{counted(number, 'claim was', 'claims were')} {one}"


def _of_sources(old: Brief, new: Brief) -> Iterator[str]:
    known = {source.id for source in old.sources}
    fresh = [whole_title(source) for source in new.sources if source.id not in known]
    if fresh:
        named = f": {listed(fresh)}" if len(fresh) <= 3 and all(fresh) else ""
        yield f"{capital(counted(len(fresh), 'source is', 'sources are'))} new{named}."


def _shapes() -> tuple[str, ...]:
    """Return a pattern for each sentence that a draft can have."""
    number = rf"(?:{'|'.join(NUMBERS)}|[0-9][0-9,]*)"
    several = rf"(?i:{number})"
    joint = "(?:, and |, | and )"
    listed_words = rf"{QUOTED}(?:{joint}{QUOTED})*"
    term = "[^“”.:;]{1,60}?"
    move = rf"(?:(?:likelihood|confidence) is now given as {term}|{term} became {term}|{term} was taken back)"
    reason = r"(?:, because (?:[^.]|\.(?! |$))*)?"
    change = (
        rf"(?:added {QUOTED}|taken out {QUOTED}|{QUOTED} became {QUOTED}|{number} more "
        rf"changes?|its punctuation)"
    )
    count = rf"{several} (?:claims? (?:was|were) (?:added|removed|reworded)|judgements? (?:was|were) removed)"
    return (
        r"Nothing has changed since the last edition\.",
        r"Only the grounds of what is said have changed, not what is said\.",
        rf"New judgement: {QUOTED}(?: \([^()“”]*\))?\.",
        rf"{QUOTED}: {move}(?: and {move})?{reason}\.",
        rf"In {QUOTED}: {change}(?:; {change})*\.",
        rf"(?:New|Removed|Reworded) claims?: {listed_words}\.",
        rf"Reworded: {QUOTED} became {QUOTED}\.",
        rf"{count}(?:{joint}{count})*\.",
        rf"{several} sources? (?:is|are) new(?:: {listed_words})?\.",
        rf"A judgement was reworded: {QUOTED}\.",
    )


_SHAPES = tuple(map(re.compile, _shapes()))
