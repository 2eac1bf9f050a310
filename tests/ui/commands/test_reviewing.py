"""A reviewed Word file in the window."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing import edits, lookup
from briefing.checks import CHECKS
from briefing.edits import review
from briefing.exporting.request import ExportRequest
from briefing.model import Remark
from briefing.reviewing import Review
from briefing.tasks import write_export
from tests.ui.commands.flows import ARTICLE, FERRY, begin, claim, put, quiet
from tests.ui.windows import acts, app, window
from ui.commands.articles import set_fields
from ui.dialogs.taken import TakenDialog
from ui.panes.review_pane import ReviewRow
from ui.window import Window
from ui.workspace import Workspace

__all__ = ["app", "window"]

SAID = "The ferry restarts on Sunday."


@pytest.fixture
def ws(window: Window, qtbot: QtBot, tmp_path: Path) -> Workspace:
    """A brief with one claim, and its Word file beside it."""
    made = begin(window, tmp_path)
    claim(made, SAID, put(made, ARTICLE), FERRY)
    set_fields(made.desk, "brief", {"rules_off": "; ".join(rule.id for rule in CHECKS)}, "Rules")
    request = ExportRequest(made.desk.brief, made=datetime(2031, 5, 9, tzinfo=UTC))
    write_export.publish(request, made.desk.text_of, tmp_path / "out.docx")
    quiet(window, qtbot)
    return made


def reviewed(folder: Path, old: str, new: str) -> Path:
    """Return a copy of the Word file with other words in it."""
    target = folder / "reviewed.docx"
    with zipfile.ZipFile(folder / "out.docx") as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            made.writestr(
                name, data.replace(old.encode(), new.encode()) if name == "word/document.xml" else data
            )
    return target


def opened(ws: Workspace, window: Window, qtbot: QtBot, path: Path) -> tuple[ReviewRow, ...]:
    acts(ws).reviewing.open(path)
    qtbot.waitUntil(lambda: acts(ws).reviewing._review is not None, timeout=20_000)
    quiet(window, qtbot)
    return ws.review.rows.rows


def test_a_file_that_nobody_touched_proposes_nothing(
    ws: Workspace, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    assert opened(ws, window, qtbot, tmp_path / "out.docx") == ()
    assert any("proposes nothing" in bar.message.text() for bar in window.banners.bars())


def test_a_reworded_claim_is_shown_as_a_redline_and_taken_up(
    ws: Workspace, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    (row,) = opened(ws, window, qtbot, reviewed(tmp_path, SAID, "The ferry restarts on Monday."))
    assert "[−" in row.words
    assert "[+" in row.words
    assert ws.tabs.currentWidget() is ws.review
    ws.review.grab()
    ws.review.buttons["accept"].click()
    quiet(window, qtbot)
    (made,) = lookup.claims(ws.desk.brief)
    assert made.text == "The ferry restarts on Monday."
    assert [e.linked_to for e in made.evidence] == [SAID]
    assert ws.review.rows.rows == ()
    ws.desk.undo()
    quiet(window, qtbot)
    assert len(ws.review.rows.rows) == 1


def test_a_rejected_proposal_is_not_asked_again(
    ws: Workspace, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(ws, window, qtbot, reviewed(tmp_path, SAID, "The ferry restarts on Monday."))
    ws.review.buttons["reject"].click()
    claim(ws, "Another claim.")
    quiet(window, qtbot)
    assert ws.review.rows.rows == ()


def test_everything_certain_is_taken_up_as_one_step(
    ws: Workspace, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(ws, window, qtbot, reviewed(tmp_path, SAID, "The ferry restarts on Monday."))
    steps = len(ws.desk.session.past)
    ws.review.buttons["accept_all"].click()
    quiet(window, qtbot)
    assert len(ws.desk.session.past) == steps + 1
    assert next(iter(lookup.claims(ws.desk.brief))).text == "The ferry restarts on Monday."


def test_what_differs_outside_the_claims_is_a_row_that_can_be_put_away(
    ws: Workspace, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    (row,) = opened(ws, window, qtbot, reviewed(tmp_path, ">Sources<", ">Another head<"))
    assert "Another head" in row.words
    assert ws.tabs.currentWidget() is ws.review
    assert not ws.review.buttons["accept"].isEnabled()
    ws.review.grab()
    ws.review.buttons["reject"].click()
    assert ws.review.rows.rows == ()


def test_before_all_is_accepted_it_is_said_what_goes_with_it(
    ws: Workspace, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    (claimed,) = lookup.claims(ws.desk.brief)
    acts(ws).reviewing._review = Review((review.Proposal("p1", "delete", claimed.id, SAID, SAID),))
    for answer, left in ((False, 1), (True, 0)):
        acts(ws).reviewing.accept_all()
        (dialog,) = [d for d in window.findChildren(TakenDialog) if d.isVisible()]
        assert "1 quote" in dialog.list.toPlainText()
        dialog.accept() if answer else dialog.reject()
        quiet(window, qtbot)
        assert len(tuple(lookup.claims(ws.desk.brief))) == left


def test_what_is_no_word_file_says_so_and_changes_nothing(
    ws: Workspace, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    before = ws.desk.brief
    (tmp_path / "x.docx").write_bytes(b"no zip")
    acts(ws).reviewing.open(tmp_path / "x.docx")
    quiet(window, qtbot)
    assert ws.desk.brief is before
    assert window.banners.bars()


def test_a_remark_is_answered_and_settled(ws: Workspace, window: Window, qtbot: QtBot) -> None:
    (made,) = lookup.claims(ws.desk.brief)
    remark = Remark("r1", "The boss", "2031-05-10", "Which ferry?")
    ws.desk.do("Remark", review.with_remark, made.id, remark)
    (row,) = ws.review.rows.rows
    assert row.words.startswith("Remark · The boss · 2031-05-10")
    acts(ws).reviewing._answered(row, "The one at Lindow.")
    assert [r.text for r in lookup.claim(ws.desk.brief, made.id).remarks] == [
        "Which ferry?",
        "The one at Lindow.",
    ]
    acts(ws).reviewing.settle(ws.review.rows.rows[0])
    assert lookup.claim(ws.desk.brief, made.id).remarks[0].done
    assert ws.review.rows.rows == ()


def test_a_quote_still_fits_once_a_person_has_said_so(ws: Workspace) -> None:
    (made,) = lookup.claims(ws.desk.brief)
    ws.desk.do("Reword", review.reworded, made.id, "The ferry restarts soon.")
    ident = made.evidence[0].id
    ws.evidence.looked_at.emit(ident)
    (after,) = lookup.claims(ws.desk.brief)
    assert after.evidence[0].linked_to == ""
    assert edits.looked_at(ws.desk.brief, ident) is ws.desk.brief


def test_the_list_is_worked_through_by_keys(
    ws: Workspace, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(ws, window, qtbot, reviewed(tmp_path, "Sunday.", "Monday."))
    pane = ws.review
    assert len(pane.rows.rows) == 1
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert len(pane.rows.rows) == 0
    assert next(lookup.claims(ws.desk.brief)).text == SAID
