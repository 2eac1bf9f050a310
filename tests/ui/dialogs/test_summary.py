"""What became of each file of a batch."""

from __future__ import annotations

import pytest

from briefing.tasks.add_sources import OutcomeLine
from ui.dialogs.summary import SummaryDialog, summary_words

LINES = (
    OutcomeLine("a.html", "added", "s1", "A"),
    OutcomeLine("b.pdf", "added", "s2", "B", ("Page 3 holds no text.",)),
    OutcomeLine("c.txt", "known", "s1", "A"),
    OutcomeLine("d.docx", "failed", "", "", ("“d.docx” could not be read.",), "It was left out."),
)


def shown(dialog: SummaryDialog) -> list[str]:
    model = dialog.table_model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def dialog(qtbot) -> SummaryDialog:
    made = SummaryDialog(LINES)
    qtbot.addWidget(made)
    return made


def test_one_line_counts_what_became_of_them() -> None:
    assert summary_words(LINES) == "2 added · 1 in the brief already · 1 could not be read · 1 with notices"


def test_what_went_wrong_stands_first(dialog: SummaryDialog) -> None:
    assert shown(dialog) == ["d.docx", "c.txt", "a.html", "b.pdf"]
    assert dialog.table_model.index(0, 2).data() == "“d.docx” could not be read. It was left out."


@pytest.mark.parametrize(
    ("only", "names"),
    [("failed", ["d.docx"]), ("notices", ["d.docx", "b.pdf"]), ("added", ["a.html", "b.pdf"])],
)
def test_one_kind_can_be_shown_alone(dialog: SummaryDialog, only: str, names: list[str]) -> None:
    dialog.only.setCurrentIndex(dialog.only.findData(only))
    assert shown(dialog) == names


def test_opening_a_row_leads_to_its_article_and_a_failed_one_nowhere(dialog: SummaryDialog) -> None:
    picked: list[str] = []
    dialog.picked.connect(picked.append)
    dialog._open(dialog.table_model.index(0, 0))
    dialog._open(dialog.table_model.index(3, 0))
    assert picked == ["s2"]
