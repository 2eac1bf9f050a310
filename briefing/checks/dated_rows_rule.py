"""Rule L21: a row of a chronology has a day, and it is the day that its words and its quotes name."""

from __future__ import annotations

from collections.abc import Iterator

from briefing import inline
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, ItemPlace
from briefing.language.typed_days import day_in_full, days_of, is_circa
from briefing.language.when import When, resolve
from briefing.language.when.calendar import Days, span_named
from briefing.model import Claim, Item

OTHER_DAY = "other-day"  # the kind of a row whose words name another day


def day_of_row(item: Item, place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
    """L21: a row without a day, or whose day is none that its words, else its quotes, name.

    An error only where its own words name one day, with its year, and the row is not about ("c.") that time.
    """
    if place.kind != "chronology" or not isinstance(item, Claim) or not item.text.strip():
        return
    days = days_of(item.day)
    if days is None:
        yield Finding(
            "L21", "warning", item.id, "This row of the chronology has no day.",
            "Type it at the head of the line: “13 October 2023: …”.",
        )  # fmt: skip
        return
    text = inline.plain(item.text)
    if own := [when for when in resolve(text, "") if when.days]:
        yield from _of_words(item, own, days)
    else:
        yield from _of_quotes(item, place, days)


def _of_words(row: Claim, named: list[When], days: Days) -> Iterator[Finding]:
    if any(when.days and _meet(when.days, days) for when in named):
        return
    first = named[0]
    certain = len(named) == 1 and not is_circa(row.day) and not first.lasting
    yield Finding(
        "L21", "error" if certain else "note", row.id,
        f"The row stands at {day_in_full(row.day)}; its words name {first.words}.",
        "Correct the day of the row, or its words.",
        span=(first.start, first.end), kind=OTHER_DAY,
    )  # fmt: skip


def _of_quotes(row: Claim, place: ItemPlace, days: Days) -> Iterator[Finding]:
    found: list[tuple[str, When]] = []
    for linked in row.evidence:
        source = place.sources.get(linked.source)
        if source is not None and linked.stance == "supports":
            read = resolve(linked.quote.exact, source.published)
            found += [(linked.id, when) for when in read if when.days]
    if not found or any(when.days and _meet(when.days, days) for _, when in found):
        return
    evidence_id, when = found[0]
    meant = span_named(when.days) if when.days else when.words
    yield Finding(
        "L21", "note", row.id,
        f"The row stands at {day_in_full(row.day)}; its quote names {meant} (“{when.words}”).",
        "Correct the day of the row, or link another quote.",
        kind=OTHER_DAY, evidence_id=evidence_id,
    )  # fmt: skip


def _meet(one: Days, two: Days) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]
