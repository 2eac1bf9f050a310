"""What typing on the page does to rows: split, join, erase over several, clear for other words, insert
pieces.

A row is an item, an actor's line, or the title (id "title"); offsets are code points of a row's
words, without their Markdown. Evidence stays with the words it was linked to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing import inline, lookup
from briefing.edits.actors import remove_actor, set_actor_line
from briefing.edits.chronology import with_typed_day
from briefing.edits.containers import (
    Container,
    change_item,
    container_of,
    insert_item,
    items_of,
    with_items,
)
from briefing.edits.items import remove_item, set_text
from briefing.errors import NotFound, Refused
from briefing.inline import Run
from briefing.model import Brief, Claim, ClaimKindOrNone, Evidence, Figure, Judgement, Placed, Section
from briefing.rows import NEW_KIND, WRITTEN, Row, rows

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Caret:
    """A place on the page: a row and an offset into its words, in code points."""

    row: str
    offset: int


@dataclass(frozen=True, slots=True)
class ClaimPiece:
    """A claim on its way through the clipboard: its words in runs, its evidence, its kind."""

    runs: tuple[Run, ...]
    evidence: tuple[Evidence, ...] = ()
    kind: ClaimKindOrNone = ""


def split(brief: Brief, at: Caret, new_id: str) -> Brief:
    """Split an item in two at `at` (Enter). The evidence stays with the first half that has words.

    Spaces at the caret stay at the end of the first half, so that `join` makes the same words of the two.
    """
    item = lookup.placed(brief, at.row)
    if isinstance(item, Figure):  # a caption is one line: the next line begins below it
        holder, _ = container_of(brief, item.id)
        return insert_item(brief, holder, _fresh(item, new_id, holder), item.id)
    runs = inline.parse(item.text)
    words = inline.text_of(runs)
    offset = len(words) - len(words[at.offset :].lstrip(" "))
    head, tail = inline.cut(runs, 0, offset), inline.cut(runs, offset)
    holder, index = container_of(brief, item.id)
    fresh = _fresh(item, new_id, holder)
    if tail and not words[:offset].strip():
        before = items_of(holder)[:index]
        return insert_item(brief, holder, fresh, before[-1].id if before else "^")
    if tail:
        brief = change_item(brief, item.id, lambda i: replace(i, text=inline.write(head)))
        fresh = replace(fresh, text=inline.write(tail))
    return insert_item(brief, container_of(brief, item.id)[0], fresh, item.id)


def _fresh(item: Placed, new_id: str, holder: Container) -> Claim | Judgement:
    if isinstance(item, Judgement):
        return Judgement(new_id, marking=item.marking)
    if isinstance(item, Figure):
        return Claim(new_id, kind=NEW_KIND[holder.kind] if isinstance(holder, Section) else "reported")
    return Claim(new_id, kind=item.kind, marking=item.marking, facet=item.facet, day=item.day)


def join(brief: Brief, first: str, second: str) -> Brief:
    """Join an item to the one before it (Backspace at its start), their evidence together."""
    one, two = lookup.placed(brief, first), lookup.placed(brief, second)
    if isinstance(one, Figure) or isinstance(two, Figure):
        return _beside_figure(brief, one, two)
    if not two.text.strip() and not getattr(two, "evidence", ()):
        return remove_item(brief, second)
    if not one.text.strip() and not getattr(one, "evidence", ()):
        return remove_item(brief, first)
    if type(one) is not type(two) or container_of(brief, first)[0] is not container_of(brief, second)[0]:
        raise Refused("These two lines are of different kinds and stay apart.")
    if one.marking != two.marking:
        raise Refused("These two lines carry different markings.", "Give them the same marking first.")
    text = inline.write((*inline.parse(one.text), *inline.parse(two.text)))
    brief = change_item(brief, first, lambda _: _united(one, two, text))
    return _remove_keeping_basis(brief, second, first)


def _beside_figure(brief: Brief, one: Placed, two: Placed) -> Brief:
    """A figure joins nothing; an empty line above or below it goes."""
    for item in (two, one):
        if not isinstance(item, Figure) and not item.text.strip() and not getattr(item, "evidence", ()):
            return remove_item(brief, item.id)
    raise Refused("A figure and the line beside it stay apart.", "Delete removes a figure that is selected.")


def _united(one: Placed, two: Placed, text: str) -> Placed:
    if isinstance(one, Claim) and isinstance(two, Claim):
        known = {(e.source, e.quote) for e in one.evidence}
        extra = tuple(e for e in two.evidence if (e.source, e.quote) not in known)
        waivers = _and_new(one.waivers, two.waivers)
        joined_remarks = one.remarks + two.remarks
        return replace(one, text=text, evidence=one.evidence + extra, waivers=waivers, remarks=joined_remarks)
    if isinstance(one, Judgement) and isinstance(two, Judgement):
        return replace(
            one,
            text=text,
            basis=_and_new(one.basis, two.basis),
            indicators=_and_new(one.indicators, two.indicators),
            waivers=_and_new(one.waivers, two.waivers),
            remarks=one.remarks + two.remarks,
        )
    return one


def _and_new(some: tuple[T, ...], more: tuple[T, ...]) -> tuple[T, ...]:
    return some + tuple(thing for thing in more if thing not in some)


def _remove_keeping_basis(brief: Brief, gone: str, heir: str) -> Brief:
    """Judgements that rested on the joined claim now rest on what it became part of."""
    for judgement in tuple(lookup.judgements(brief)):
        if gone in judgement.basis:
            basis = tuple(dict.fromkeys(heir if b == gone else b for b in judgement.basis))
            brief = change_item(brief, judgement.id, lambda j, basis=basis: replace(j, basis=basis))  # type: ignore[misc]
    return remove_item(brief, gone)


def erase(brief: Brief, start: Caret, end: Caret) -> Brief:
    """Erase the words between two carets, `start` above `end`. Rows wholly inside go; headings, the title's
    row and actors that keep a statement stay. Raises NotFound for a row that takes no words.
    """
    order = [row for row in rows(brief) if row.editable]
    first, last = _index(order, start.row), _index(order, end.row)
    if first == last:
        return _erase_in_row(brief, order[first], start.offset, end.offset)
    keeps_head, keeps_tail = start.offset > 0, end.offset < len(order[last].words(brief))
    if keeps_tail:
        brief = _erase_in_row(brief, order[last], 0, end.offset)
    # From below, so that an actor's statements have gone when its own turn comes.
    for row in reversed(order[first + 1 : last + (not keeps_tail)]):
        brief = _drop(brief, row)
    if keeps_head:
        brief = _erase_in_row(brief, order[first], start.offset, None)
        return _join_rows(brief, order[first], order[last]) if keeps_tail else brief
    return _drop(brief, order[first]) if keeps_tail else _emptied(brief, order[first])


def clear(brief: Brief, start: Caret, end: Caret) -> Brief:
    """Take the words between two carets, `start` above `end`, so that others can be written at `start`.

    The first row stays, with its evidence and its line. Rows wholly inside go, the last one too where all of
    it is taken; else what is left of the last is a line of its own still. Raises NotFound for a row that
    takes no words.
    """
    order = [row for row in rows(brief) if row.editable]
    first, last = _index(order, start.row), _index(order, end.row)
    if first == last:
        return _erase_in_row(brief, order[first], start.offset, end.offset)
    keeps_tail = end.offset < len(order[last].words(brief))
    if keeps_tail:
        brief = _erase_in_row(brief, order[last], 0, end.offset)
    for row in reversed(order[first + 1 : last + (not keeps_tail)]):
        brief = _drop(brief, row)
    return _erase_in_row(brief, order[first], start.offset, None)


def _index(order: Sequence[Row], row_id: str) -> int:
    for i, row in enumerate(order):
        if row.id == row_id:
            return i
    raise NotFound(f"There is no line “{row_id}” to erase from.", "It may have been removed meanwhile.")


def _join_rows(brief: Brief, first: Row, last: Row) -> Brief:
    if first.kind not in ("claim", "judgement") or (first.kind, first.holder) != (last.kind, last.holder):
        return brief
    same = lookup.item(brief, first.id).marking == lookup.item(brief, last.id).marking
    return join(brief, first.id, last.id) if same else brief


def _erase_in_row(brief: Brief, row: Row, start: int, end: int | None) -> Brief:
    words = row.words(brief)
    stop = len(words) if end is None else end
    if row.kind in WRITTEN:
        runs = inline.parse(lookup.placed(brief, row.id).text)
        return set_text(brief, row.id, inline.write((*inline.cut(runs, 0, start), *inline.cut(runs, stop))))
    return set_row_words(brief, row.id, words[:start] + words[stop:]) if row.kind != "blank" else brief


def set_row_words(brief: Brief, row_id: str, words: str) -> Brief:
    """Set the text of the title's row or an actor's line."""
    if row_id == "title":
        return replace(brief, title=inline.one_line(words))
    return set_actor_line(brief, row_id, words)


def _drop(brief: Brief, row: Row) -> Brief:
    if row.kind in WRITTEN:
        return remove_item(brief, row.id)
    if row.kind == "actor" and not lookup.actor(brief, row.id).statements:
        return remove_actor(brief, row.id)
    return _erase_in_row(brief, row, 0, None)


def _emptied(brief: Brief, row: Row) -> Brief:
    """All of a row's words were erased along with others: its evidence goes with them."""
    if isinstance(row.node, Claim):
        empty = replace(row.node, text="", evidence=())
        return change_item(brief, row.id, lambda _: empty)
    return _erase_in_row(brief, row, 0, None)


def insert(brief: Brief, at: Caret, pieces: Sequence[ClaimPiece], new_ids: Sequence[str]) -> Brief:
    """Insert pieces at a caret in an item: the first joins its words, each further one is a new item.

    `new_ids` has one id for each piece after the first. Raises NotFound for evidence of a source that is
    not in the brief.
    """
    item = lookup.placed(brief, at.row)
    for linked in (e for piece in pieces for e in piece.evidence):
        lookup.source(brief, linked.source)
    if not pieces:
        return brief
    runs = inline.parse(item.text)
    head, tail = inline.cut(runs, 0, at.offset), inline.cut(runs, at.offset)
    first = replace(item, text=inline.write((*head, *pieces[0].runs, *(tail if len(pieces) == 1 else ()))))
    holder, i = container_of(brief, item.id)
    made = [_with_piece(first, pieces[0], bool(item.text.strip()))]
    for piece, new_id in zip(pieces[1:], new_ids, strict=True):
        words = (*piece.runs, *tail) if piece is pieces[-1] else piece.runs
        new = replace(_fresh(item, new_id, holder), text=inline.write(words))
        made.append(_with_piece(new, piece, False))
    if isinstance(holder, Section) and holder.kind == "chronology" and len(made) > 1:
        made = [with_typed_day(one) if isinstance(one, Claim) else one for one in made]
    items = items_of(holder)
    return with_items(brief, holder, (*items[:i], *made, *items[i + 1 :]))


def _with_piece(item: Placed, piece: ClaimPiece, had_words: bool) -> Placed:
    if not isinstance(item, Claim):
        return item
    kind = item.kind if had_words or not piece.kind else piece.kind
    known = {(e.source, e.quote) for e in item.evidence}
    extra = tuple(e for e in piece.evidence if (e.source, e.quote) not in known)
    return replace(item, kind=kind, evidence=item.evidence + extra)
