"""What a finished brief must carry: L10 and L11 (ICD 206, ICS 206-01), L15, L16 and L18.

What is missing in form, details of sources and the source summary, is one note with a table to fill in: it
misleads nobody, and it is filled in when the brief is written.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefing import lookup
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts
from briefing.model import Brief, Claim, Section, Source
from briefing.text import quoted, shortened


@dataclass(frozen=True, slots=True)
class Needed:
    """One thing that is asked of each cited source: the field it stands in, and what it is called."""

    field: str
    name: str
    given: Callable[[Source], bool]


NEEDED: tuple[Needed, ...] = (
    Needed("authors", "an author", lambda s: any(name.strip() for name in s.authors)),
    Needed("title", "a title", lambda s: bool(s.title.strip())),
    Needed("published", "a date", lambda s: bool(s.published.strip())),
    Needed("accessed", "an access date", lambda s: bool(s.accessed.strip())),
    Needed("descriptor", "a descriptor", lambda s: bool(s.descriptor.strip())),
)


def cited(brief: Brief) -> tuple[Source, ...]:
    """Return the sources of which a quote is linked, in the order of the brief."""
    named = {linked.source for _, linked in lookup.evidence(brief)}
    return tuple(source for source in brief.sources if source.id in named)


def name_of(source: Source) -> str:
    """Return a source's title as a message gives it, or its publisher, file or id."""
    return shortened(source.title.strip() or source.publisher.strip() or source.filename or source.id, 60)


_LONGEST_TITLE = 120


def whole_title(source: Source) -> str:
    """Return a source's title as a text that leaves names it: whole and in quotation marks, or "" where it is
    too long or missing.
    """
    title = source.title.strip() or source.publisher.strip()
    return quoted(title, _LONGEST_TITLE) if 0 < len(title) <= _LONGEST_TITLE else ""


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Return words as a list in a sentence: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


FILL_IN = "fill-in"  # the fix of what is missing in form: the window shows the table
_FORM = (FILL_IN, "draft-summary")
_ALL_IN_A_TABLE = (
    "Fill in the table. An article without a byline has its agency as author, and a draft of the summary can "
    "be made from the data."
)


@dataclass(frozen=True, slots=True)
class Lacking:
    """A cited source and what it lacks: a row of the table to fill in."""

    source: Source
    needed: tuple[Needed, ...]

    @property
    def names(self) -> str:
        return listed([needed.name for needed in self.needed])


def lacking(brief: Brief) -> tuple[Lacking, ...]:
    """Return the cited sources without author, title, date, access date or descriptor, in order."""
    rows = (Lacking(s, tuple(n for n in NEEDED if not n.given(s))) for s in cited(brief))
    return tuple(row for row in rows if row.needed)


def undescribed(brief: Brief, _facts: Facts) -> Iterator[Finding]:
    """L10: what cited sources lack, in one note; a source that is waived has its own."""
    rows = lacking(brief)
    waived = {row.source.id for row in rows if any(w.rule == "L10" for w in row.source.waivers)}
    yield from (_form(row.source.id, _cited_without(row)) for row in rows if row.source.id in waived)
    rest = [row for row in rows if row.source.id not in waived]
    if len(rest) == 1:
        yield _form(rest[0].source.id, _cited_without(rest[0]))
    elif rest:
        yield _form(brief.id, _in_a_table(rest))


def _form(ident: str, message: str) -> Finding:
    return Finding(
        "L10", "note", ident, message,
        "Fill it in among the details of the source; an article without a byline has its agency as author.",
        fix=FILL_IN,
    )  # fmt: skip


def _cited_without(row: Lacking) -> str:
    return f"{quoted(name_of(row.source))} is cited without {row.names}."


_NAMED_AT_MOST = 8


def _in_a_table(rows: Sequence[Lacking]) -> str:
    named = "; ".join(f"{quoted(name_of(row.source))}: {row.names}" for row in rows[:_NAMED_AT_MOST])
    more = f"; and {len(rows) - _NAMED_AT_MOST} more" if len(rows) > _NAMED_AT_MOST else ""
    return f"{len(rows)} cited sources lack details. {named}{more}."


def no_summary(brief: Brief, _facts: Facts) -> Iterator[Finding]:
    """L11: a brief that cites has no source summary statement."""
    if lacks_summary(brief):
        yield Finding(
            "L11", "note", brief.id, "There is no source summary statement.",
            "Say how good the sources are taken together; a draft can be made from the data.",
            fix="draft-summary",
        )  # fmt: skip


def lacks_summary(brief: Brief) -> bool:
    """Whether a brief that cites says nothing in a section of the kind "summary"."""
    return not any(s.kind == "summary" and _written(s) for s in brief.sections) and bool(cited(brief))


def in_one_note(findings: Sequence[Finding], brief: Brief) -> tuple[Finding, ...]:
    """Return findings with what is missing in form, of whichever rule, as one where the first stood."""
    form = [f for f in findings if not f.waived and f.severity == "note" and f.fix in _FORM]
    if len(form) < 2:
        return tuple(findings)
    message = " ".join(finding.message for finding in form)
    one = Finding(form[0].rule, "note", brief.id, message, _ALL_IN_A_TABLE, fix=FILL_IN)
    return tuple(one if f is form[0] else f for f in findings if f is form[0] or f not in form)


def has_body(brief: Brief) -> bool:
    """Whether anything is written besides the source summary: before that, form is not asked for."""
    texts = [item.text for s in brief.sections if s.kind != "summary" for item in s.items]
    texts += [claim.text for actor in brief.actors for claim in actor.statements]
    return any(text.strip() for text in texts)


def _written(section: Section) -> bool:
    return any(isinstance(item, Claim) and item.text.strip() for item in section.items)


SAY_WHY = "[say why]"  # what the draft of a change statement leaves to a person


def no_change_statement(brief: Brief, _facts: Facts) -> Iterator[Finding]:
    """L15: edition 2 or later does not say what changed."""
    if brief.edition > 1 and not brief.change_statement.strip():
        yield Finding(
            "L15", "warning", brief.id, f"This is edition {brief.edition}, and nothing says what changed.",
            "Write a change statement; a draft can be made from the edition before.",
        )  # fmt: skip
    elif brief.edition > 1 and SAY_WHY in brief.change_statement:
        yield Finding(
            "L15", "warning", brief.id, f"The change statement still has “{SAY_WHY}” in it.",
            "Say why each of them changed, or take the words out.",
        )  # fmt: skip


_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ].*)?)?)?")


def days(moment: str) -> tuple[date, date] | None:
    """Return the first and last day that an ISO 8601 date, possibly partial, can mean; None for others."""
    match = _PARTIAL.fullmatch(moment)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        last_month = month or 12
        last = day or monthrange(year, last_month)[1]
        return date(year, month or 1, day or 1), date(year, last_month, last)
    except ValueError:
        return None


def out_of_time(brief: Brief, facts: Facts) -> Iterator[Finding]:
    """L16: a source newer than the cut-off date, or older than the brief's limit on its as-of date.

    A partial date is found only where all of its days are; without an as-of date the limit counts from now.
    """
    cut_off = days(brief.cut_off)
    as_of = days(brief.as_of) or (facts.now, facts.now)
    for source in brief.sources:
        published = days(source.published)
        if published is None:
            continue
        if cut_off and published[0] > cut_off[1]:
            yield Finding(
                "L16", "warning", source.id,
                f"{quoted(name_of(source))} is of {source.published}, after the cut-off {brief.cut_off}.",
                "Leave it out, or move the cut-off.",
            )  # fmt: skip
        age = (as_of[0] - published[1]).days
        if brief.stale_days and age > brief.stale_days:
            yield Finding(
                "L16", "warning", source.id,
                f"{quoted(name_of(source))} is {age} days old on {as_of[0].isoformat()}; the limit is "
                f"{brief.stale_days}.",
                "Look for a newer source, or say why the old one still holds.",
            )  # fmt: skip


def too_long(brief: Brief, _facts: Facts) -> Iterator[Finding]:
    """L18: a section over the length of its template."""
    for section in brief.sections:
        if not section.limit:
            continue
        words = lookup.section_words(brief, section)
        if words > section.limit:
            yield Finding(
                "L18", "note", section.id,
                f"“{section.title}” has {words} words; its length is {section.limit}.",
                f"Shorten it by {words - section.limit}.",
            )  # fmt: skip
