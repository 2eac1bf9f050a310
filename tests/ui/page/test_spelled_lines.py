"""Lines under unknown words keep their places while a row is typed in."""

from __future__ import annotations

import pytest

from ui.look import colours
from ui.page.spelled_lines import still_there
from ui.page.underlines import CheckedRow, Underline, brush_of

TEXT = "The goverment met teh press."
LINES = (Underline(4, 13, "spelling", ""), Underline(18, 21, "spelling", ""))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (TEXT, ["goverment", "teh"]),
        ("Now the goverment met teh press.", ["goverment", "teh"]),
        ("The goverment met and teh press.", ["goverment", "teh"]),
        ("The government met teh press.", ["teh"]),
        ("The goverments met teh press.", ["teh"]),
        ("The agoverment met teh press.", ["teh"]),
        ("The goverment met t", ["goverment"]),
        ("The goverment met teh press. More", ["goverment", "teh"]),
        ("", []),
    ],
)
def test_a_word_keeps_its_line_until_it_changes(now: str, words: list[str]) -> None:
    lines = still_there(CheckedRow(TEXT, LINES), now)
    assert [now[line.start : line.end] for line in lines] == words


def test_its_line_is_none_of_those_of_findings() -> None:
    for table in (colours.LIGHT, colours.DARK):
        others = {brush_of(kind, table).line for kind in ("error", "warning", "note", "found")}
        assert brush_of("spelling", table).line not in others
