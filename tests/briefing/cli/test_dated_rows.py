"""The chronology on the command line: rows by hand, drafted ones, and the list."""

from __future__ import annotations

import json

from tests.briefing.cli.conftest import Line

Ids = dict[str, str]


def test_a_row_is_added_with_its_quote_and_shown_by_day(line: Line, written: Ids) -> None:
    later = line.on("chronology", "--add", "c. March 2020", "Talks fail.").id
    quoted = line.on(
        "chronology", "--add", "12–14 Feb 2020", "Patrols.", "--quote", written["source"], "begin on Sunday"
    ).id
    shown = line.on("chronology").out
    assert shown == f"{quoted}\t12–14 February 2020\tPatrols.\n{later}\tc. March 2020\tTalks fail.\n"
    assert f"{later}  Talks fail.  (c. March 2020, reported, " in line.on("outline").out
    assert [row["quotes"] for row in json.loads(line.on("chronology", "--json").out)] == [1, 0]


def test_a_draft_is_listed_first_and_written_with_yes_in_one_step(line: Line, written: Ids) -> None:
    line.on("claim", "situation", "The road opened on 2 March 2020.")
    line.on("claim", "situation", "It closed on 4 March 2020.")
    before = line.on("history").out.count("\n")
    assert line.on("chronology", "--draft").out.count("March 2020\t") == 2
    assert line.on("chronology").out == ""
    line.on("chronology", "--draft", "--yes")
    assert line.on("chronology").out.count("March 2020\t") == 2
    assert line.on("history").out.count("\n") == before + 1
    assert line.on("chronology", "--draft").out == ""


def test_options_that_do_not_go_together_and_days_that_cannot_be_placed_are_refused(
    line: Line, written: Ids
) -> None:
    assert line.on("chronology", "--yes").code == 2
    assert line.on("chronology", "--add", "2020", "X.", "--draft").code == 2
    assert "is no day that can be placed" in line.on("chronology", "--add", "Sunday", "X.").err


def test_the_outline_says_how_much_of_its_length_a_section_has_taken(line: Line, written: Ids) -> None:
    line.on("set", "situation", "limit", "1")
    assert " of 1 words (over)\n" in line.on("outline").out
    line.on("set", "situation", "limit", "250")
    assert " of 250 words\n" in line.on("outline").out
    data = json.loads(line.on("outline", "--json").out)
    (section,) = (s for s in data["sections"] if s["id"] == "situation")
    assert section["words"] > 0
    assert "is no number of words" in line.on("set", "situation", "limit", "many").err
