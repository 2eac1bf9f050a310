"""Numbers of notes where a template has notes of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import exporting
from briefing.exporting.options import Options
from briefing.exporting.outline import build
from briefing.exporting.request import ExportRequest
from tests.briefing.exporting.examples import MADE, example
from tests.briefing.exporting.word.houses import package, para
from tests.briefing.exporting.word.integrity import W
from tests.briefing.exporting.word.test_house_template import WORD, exported, part, words


@pytest.mark.parametrize("notes", ["footnotes", "endnotes"])
def test_notes_of_the_template_before_the_brief_count_in_all_that_names_a_note(
    notes: str, tmp_path: Path
) -> None:
    data = exported(package(para("A"), notes=True), tmp_path, notes=notes, annex=True)
    more = 1 if notes == "footnotes" else 0
    said = "\n".join(words(p) for p in part(data, "document").iter(f"{W}p"))
    assert f"Cited in notes {1 + more}, {4 + more}, {6 + more}, {8 + more}." in said
    assert f"(notes {1 + more}–{3 + more})" in said
    assert f"\n[{1 + more}] “will reopen" in said


def test_who_exports_is_told_how_far_the_numbers_moved(tmp_path: Path) -> None:
    (tmp_path / "house.docx").write_bytes(package(para("A"), notes=True))
    made = build(ExportRequest(example(), made=MADE, options=Options(template=str(tmp_path / "house.docx"))))
    assert any(
        "note 1 of the brief is note 2 in this file" in line for line in exporting.render(WORD, made).report
    )
