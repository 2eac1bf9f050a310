"""What is said of findings: one that is gone to, and errors that are new."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.checks.findings import Finding
from ui.translated import tr


def spoken_finding(finding: Finding) -> str:
    """Return a finding as one sentence or two: how much it weighs, what it says, and what to do."""
    severity = {"error": tr("Error"), "warning": tr("Warning"), "note": tr("Note")}[finding.severity]
    return " ".join(filter(None, (f"{severity}: {finding.message}", finding.hint)))


def news(before: Sequence[Finding] | None, now: Sequence[Finding]) -> str:
    """Return what is said of errors that were not there the last time.

    It is "" where there are none, and at the first look (`before` is None): the status bar counts those.
    """
    if before is None:
        return ""
    known = {(f.rule, f.item_id, f.message) for f in before}
    new = [
        f
        for f in now
        if f.severity == "error" and not f.waived and (f.rule, f.item_id, f.message) not in known
    ]
    if len(new) > 1:
        return tr("{n} new errors. The first: {words}").format(n=len(new), words=new[0].message)
    return tr("New error: {words}").format(words=new[0].message) if new else ""
