"""What a figure lacks for a reader who cannot see it, or who asks whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from briefing import inline, lookup
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts
from briefing.model import Brief
from briefing.text import shortened


def undescribed(brief: Brief, _facts: Facts) -> Iterator[Finding]:
    """L20: a figure without alternative text (WCAG 2.2, 1.1.1)."""
    for number, figure in enumerate(lookup.figures(brief), 1):
        if not figure.alternative.strip():
            words = shortened(inline.plain(figure.text), 60)
            named = f"Figure {number}{f' (“{words}”)' if words else ''}"
            yield Finding(
                "L20", "note", figure.id, f"{named} has no alternative text for who cannot see it.",
                "Say in its details what it shows.",
            )  # fmt: skip
