"""What the margin says of the findings on a line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from briefing.checks.findings import Finding
from ui.look.colours import LIGHT
from ui.page.row_findings import RowFindings, mark_of, of_findings
from ui.page.state_marks import draw_state

WARNING, ERROR = RowFindings("warning", 1, "Perhaps."), RowFindings("error", 2, "No.")


@pytest.mark.parametrize(
    ("state", "trouble", "shown"),
    [
        ("sourced", None, "sourced"),
        ("sourced", WARNING, "warning"),
        ("sourced", ERROR, "error"),
        ("unsourced", WARNING, "unsourced"),
        ("contradicted", WARNING, "contradicted"),
        ("contradicted", ERROR, "error"),
        ("broken", ERROR, "broken"),
        ("", WARNING, "warning"),
        ("", None, ""),
    ],
)
def test_the_margin_shows_what_weighs_most(state: str, trouble: RowFindings | None, shown: str) -> None:
    assert mark_of(state, trouble) == shown


def test_the_worst_finding_speaks_for_its_claim_and_notes_and_waived_ones_do_not() -> None:
    found = (
        Finding("L6", "warning", "c1", "A term off the ladder."),
        Finding("L3", "error", "c1", "The quote says hundreds."),
        Finding("L13", "note", "c2", "We cannot rule out."),
        Finding("L3", "warning", "c3", "No quote names it.", waived="Known."),
        Finding("L1", "error", "c4", "No quote."),
    )
    assert of_findings(found) == {"c1": RowFindings("error", 2, "The quote says hundreds.")}


def test_each_mark_has_a_shape_of_its_own(qapp: object) -> None:
    shapes = set()
    for state in ("sourced", "unsourced", "broken", "contradicted", "error", "warning"):
        image = QImage(32, 32, QImage.Format.Format_Mono)
        image.fill(1)
        painter = QPainter(image)
        draw_state(painter, state, QRectF(0, 0, 32, 32), LIGHT)
        painter.end()
        shapes.add(bytes(image.constBits()))
    assert len(shapes) == 6
