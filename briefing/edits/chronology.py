"""Edits of a chronology: the days of its rows, and rows drafted from what the brief says already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing import inline, lookup
from briefing.edits.containers import change_item, replace_section
from briefing.edits.sections import add_section
from briefing.errors import Refused
from briefing.language.typed_days import day_order, days_of, edtf_of_days, typed_head
from briefing.model import Brief, Claim, Evidence, Section

if TYPE_CHECKING:
    from briefing.language.when.calendar import Days

TITLE = "Chronology"


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """A row that a chronology may have: the claim it is drafted from, and the day (EDTF) its words name."""

    day: str
    claim: Claim


def chronology_of(brief: Brief) -> Section | None:
    """Return the first section that is a chronology."""
    return next((section for section in brief.sections if section.kind == "chronology"), None)


def rows_of(brief: Brief) -> tuple[Claim, ...]:
    """Return the rows of every chronology of the brief, in order of the page."""
    chronologies = (section for section in brief.sections if section.kind == "chronology")
    return tuple(item for section in chronologies for item in section.items if isinstance(item, Claim))


def set_day(brief: Brief, claim_id: str, day: str) -> Brief:
    """Give a claim of a chronology its day (EDTF; "" for none); the rows are put in order again."""
    claim = lookup.claim(brief, claim_id)
    section = lookup.sections_of(brief).get(claim.id)
    if section is None or section.kind != "chronology":
        raise Refused("Only the rows of a chronology have a day.", "Move the claim there first.")
    return change_item(brief, claim_id, lambda _: replace(claim, day=day))


def take_typed_day(brief: Brief, item_id: str) -> Brief:
    """Take the day that a row of a chronology begins with off its words ("13 October 2023: Two shells …").

    Return the same brief where it begins with none, or is no row of a chronology.
    """
    section = next((s for s in brief.sections if any(item.id == item_id for item in s.items)), None)
    item = lookup.item(brief, item_id)
    if section is None or section.kind != "chronology" or not isinstance(item, Claim):
        return brief
    dated = with_typed_day(item)
    return change_item(brief, item_id, lambda _: dated)


def with_typed_day(row: Claim) -> Claim:
    """Return a row with the day that its words begin with, and the words without it; else the row itself."""
    runs = inline.parse(row.text)
    day, rest = typed_head(inline.text_of(runs))
    return replace(row, day=day, text=inline.write(inline.cut(runs, rest))) if day else row


def proposed_rows(brief: Brief) -> tuple[ProposedRow, ...]:
    """Return the rows that a chronology may be drafted from, by day: reported claims whose own words, or
    whose quotes' words, name a day up to the brief's own.

    What stands in a chronology already, by its words or by its day and quotes, is not proposed.
    """
    rows = [item for s in brief.sections if s.kind == "chronology" for item in s.items]
    words = {lookup.words_of(item).casefold() for item in rows}
    quoted = {(item.day, _quotes(item)) for item in rows if isinstance(item, Claim) and item.evidence}
    kept: list[ProposedRow] = []
    for claim in lookup.claims(brief):
        own = lookup.words_of(claim).casefold()
        if claim.kind != "reported" or not own or own in words:
            continue
        day = day_named(brief, claim)
        if day and (day, _quotes(claim)) not in quoted:
            words.add(own)
            kept.append(ProposedRow(day, claim))
    return tuple(sorted(kept, key=lambda row: day_order(row.day)))


def _quotes(claim: Claim) -> frozenset[tuple[str, str, int]]:
    return frozenset((e.source, e.quote.exact, e.quote.start) for e in claim.evidence)


def day_named(brief: Brief, claim: Claim) -> str:
    """Return the day (EDTF) that a claim names, else the first that a quote of it names; "" for none.

    Words such as "Sunday" are counted from the date of the article that is quoted. A day after the brief's
    own has not happened and is not returned.
    """
    published = {source.id: source.published for source in brief.sources}
    dates = list(dict.fromkeys(published.get(e.source, "") for e in claim.evidence))
    # Two articles of different days read “Sunday” two ways: the claim's own words are then counted from none.
    own = (inline.plain(claim.text), dates[0] if len(dates) == 1 else "")
    quotes = ((e.quote.exact, published.get(e.source, "")) for e in claim.evidence if e.stance == "supports")
    latest = days_of(brief.as_of[:10])
    for first, last in (days for text, date in (own, *quotes) for days in _days(text, date)):
        if latest is None or first <= latest[1]:
            return edtf_of_days(first, last)
    return ""


def _days(text: str, published: str) -> Iterator[Days]:
    from briefing.language.when import resolve

    return (when.days for when in resolve(text, published) if when.days and not when.lasting)


def draft_rows(brief: Brief, proposed: Sequence[ProposedRow], new_id: Callable[[str], str]) -> Brief:
    """Add proposed rows to the chronology, with copies of their evidence; make one where the brief has none.

    `new_id` gives a fresh id for "c" (a claim) and "e" (a link).
    """
    return _with_rows(brief, tuple(_row(row, new_id) for row in proposed))


def add_row(brief: Brief, claim: Claim) -> Brief:
    """Add a claim with its day to the chronology; make one where the brief has none."""
    for linked in claim.evidence:
        lookup.source(brief, linked.source)
    return _with_rows(brief, (replace(claim, text=inline.one_line(claim.text)),))


def _with_rows(brief: Brief, rows: tuple[Claim, ...]) -> Brief:
    section = chronology_of(brief)
    if section is None:
        situation = next((s.id for s in brief.sections if s.kind == "situation"), "")
        known = set(brief.sections)
        brief = add_section(brief, TITLE, "chronology", situation)
        (section,) = (s for s in brief.sections if s not in known)
    return replace_section(brief, replace(section, items=(*section.items, *rows)))


def _row(row: ProposedRow, new_id: Callable[[str], str]) -> Claim:
    claim = row.claim
    linked: tuple[Evidence, ...] = tuple(replace(e, id=new_id("e")) for e in claim.evidence)
    return Claim(new_id("c"), claim.text, claim.kind, linked, marking=claim.marking, day=row.day)
