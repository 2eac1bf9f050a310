"""The lines of the checks: findings by severity or by section, under headings, counted where many."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from briefing.checks.findings import SEVERITIES, Finding
from ui.translated import tr

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One line of the pane: a heading (no finding), a finding, or one that stands for `more` of them.

    `section`: where the finding's item stands; "" where the heading says it.
    """

    text: str
    finding: Finding | None = None
    more: tuple[Finding, ...] = ()
    section: str = ""


def rows_of(
    findings: Sequence[Finding],
    group: str,
    section_of: Callable[[str], str],
    *,
    waived: bool = False,
    opened: Collection[str] = (),
) -> tuple[ProblemRow, ...]:
    """Return the lines to show. `group` is "severity" or "section"; `section_of` names an item's section.

    Of what one rule finds on one item three lines are shown, then one that counts the others: ten findings on
    a claim must not hide those on the next. `opened`: the ids of items of which all are shown.
    """
    shown = [f for f in findings if waived or not f.waived]
    heads = {"error": tr("Errors"), "warning": tr("Warnings"), "note": tr("Notes")}

    def head_of(finding: Finding) -> str:
        if finding.waived:
            return tr("Waived")
        return heads[finding.severity] if group == "severity" else section_of(finding.item_id)

    def where(finding: Finding) -> str:
        return section_of(finding.item_id) if group == "severity" or finding.waived else ""

    groups: dict[str, list[Finding]] = {}
    if group == "severity":
        shown.sort(key=lambda f: (bool(f.waived), SEVERITIES.index(f.severity)))
    for finding in shown:
        groups.setdefault(head_of(finding), []).append(finding)
    rows: list[ProblemRow] = []
    for head, members in groups.items():
        rows.append(ProblemRow(f"{head} · {len(members)}"))
        rows += _rolled(members, opened, where)
    return tuple(rows)


def _rolled(
    members: Sequence[Finding], opened: Collection[str], where: Callable[[Finding], str]
) -> Iterator[ProblemRow]:
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in members:
        alike.setdefault((finding.item_id, finding.rule), []).append(finding)
    for (item, _rule), found in alike.items():
        shown = len(found) if item in opened or len(found) <= _SHOWN + 1 else _SHOWN
        yield from (ProblemRow(f.message, f, section=where(f)) for f in found[:shown])
        if shown < len(found):
            rest = tuple(found[shown:])
            yield ProblemRow(tr("and {n} more here").format(n=len(rest)), more=rest)


def count_words(findings: Sequence[Finding]) -> str:
    """Return how many findings stand, by severity: "2 errors · 1 warning"; "" for none."""
    names = {
        "error": (tr("{n} error"), tr("{n} errors")),
        "warning": (tr("{n} warning"), tr("{n} warnings")),
        "note": (tr("{n} note"), tr("{n} notes")),
    }
    counts = {s: sum(f.severity == s and not f.waived for f in findings) for s in SEVERITIES}
    return " · ".join(names[s][n != 1].format(n=n) for s, n in counts.items() if n)


def hint_of(finding: Finding) -> str:
    """Return what is shown below a finding: its hint, or why it was waived."""
    return tr("Waived: {reason}").format(reason=finding.waived) if finding.waived else finding.hint
