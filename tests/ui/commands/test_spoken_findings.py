"""What is said of findings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.checks.findings import Finding
from ui.commands.spoken_findings import news, spoken_finding

OLD = Finding("L3", "error", "c1", "No quote has 400.", "Say 300.")
NEW = Finding("L3", "error", "c2", "No quote has May.")
WARNING = Finding("L6", "warning", "c1", "“may” is no term.")
WAIVED = Finding("L3", "error", "c3", "No quote has June.", waived="It is known.")


def test_a_finding_says_how_much_it_weighs_and_what_to_do() -> None:
    assert spoken_finding(OLD) == "Error: No quote has 400. Say 300."
    assert spoken_finding(WARNING) == "Warning: “may” is no term."


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (None, (OLD,), ""),
        ((), (OLD,), "New error: No quote has 400."),
        ((OLD,), (OLD,), ""),
        ((OLD,), (), ""),
        ((OLD,), (OLD, WARNING, WAIVED), ""),
        ((OLD,), (NEW, OLD), "New error: No quote has May."),
        ((), (NEW, OLD), "2 new errors. The first: No quote has May."),
    ],
)
def test_errors_are_said_when_they_are_new(
    before: Sequence[Finding] | None, now: Sequence[Finding], words: str
) -> None:
    assert news(before, now) == words
