"""What the margin says of the findings on a line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from briefing.checks.findings import Finding
from ui.look.colours import LIGHT
from ui.page.row_findings import RowFindings, mark_of, of_findings
from ui.page.state_marks import draw_state
from ui.page.underlines import brush_of

WARNING, ERROR = RowFindings("warning", 1, "Perhaps."), RowFindings("error", 2, "No.")
NOTE = RowFindings("note", 1, "The article has it.")


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
        ("sourced", NOTE, "note"),
        ("unsourced", NOTE, "unsourced"),
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
    for state in ("sourced", "unsourced", "broken", "contradicted", "error", "warning", "note"):
        image = QImage(32, 32, QImage.Format.Format_Mono)
        image.fill(1)
        painter = QPainter(image)
        draw_state(painter, state, QRectF(0, 0, 32, 32), LIGHT)
        painter.end()
        shapes.add(bytes(image.constBits()))
    assert len(shapes) == 7


def test_a_passage_that_can_be_linked_is_shown_too() -> None:
    found = Finding("L3", "note", "c1", "The article has it elsewhere.", passage=("s1", 4, 9))
    assert of_findings([found]) == {"c1": RowFindings("note", 1, "The article has it elsewhere.")}


def test_each_severity_has_a_line_of_its_own_under_the_words() -> None:
    lines = {brush_of(kind, LIGHT).line for kind in ("error", "warning", "note", "found")}
    assert len(lines) == 4
