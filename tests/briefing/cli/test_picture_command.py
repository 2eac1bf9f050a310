"""The command that puts a picture into a section."""

from __future__ import annotations

import json
from pathlib import Path

from briefing import lookup
from tests.briefing.cli.conftest import Line
from tests.briefing.pictures import RED, chunk

Ids = dict[str, str]


def _picture(data: bytes = RED) -> Path:
    path = Path("road.png")
    path.write_bytes(data)
    return path


def test_a_picture_becomes_a_figure_with_all_that_is_said_of_it_in_one_step(line: Line, written: Ids) -> None:
    named = RED[:-12] + chunk(b"tEXt", b"Author\0Quartier Nord") + chunk(b"IEND", b"")
    made = line.on(
        "figure", _picture(named), "--section", "situation", "--after", written["claim"], "--caption",
        "The *road*.", "--alt", "A red road.", "--credit", "Reuters", "--source", written["source"],
        "--width", "60", "--marking", "TLP:GREEN",
    )  # fmt: skip
    assert made.code == 0
    assert "Removed from the picture: texts." in made.err
    brief = line.read()
    (figure,) = lookup.figures(brief)
    assert figure.id == made.out.strip()
    assert (figure.text, figure.alternative, figure.credit) == ("The *road*.", "A red road.", "Reuters")
    assert (figure.source, figure.share, figure.marking) == (written["source"], 60, "TLP:GREEN")
    items = [item.id for item in lookup.section(brief, "situation").items]
    assert items.index(figure.id) == items.index(written["claim"]) + 1
    assert json.loads(line.on("history", "--json").out)[0]["label"] == "New figure"


def test_it_is_shown_changed_and_removed_by_its_id(line: Line, written: Ids) -> None:
    ident = line.on("figure", _picture(), "--section", "situation").out.strip()
    shown = line.on("outline").out
    assert f"{ident}  (no caption)  (figure, PNG 4 × 2, 100 % wide)" in shown
    assert "shows (no alternative text)" in shown
    assert line.on("set", ident, "alternative", "A red road.").code == 0
    assert lookup.figure(line.read(), ident).alternative == "A red road."
    assert line.on("remove", ident).code == 0
    assert not list(lookup.figures(line.read()))


def test_what_is_no_picture_changes_nothing(line: Line, written: Ids) -> None:
    before = line.read()
    refused = line.on("figure", _picture(b"no picture"), "--section", "situation")
    assert (refused.code, refused.out) == (2, "")
    assert "“road.png” could not be read" in refused.err
    assert line.on("figure", _picture(), "--section", "situation", "--width", "5").code == 2
    assert line.on("figure", Path("missing.png"), "--section", "situation").code == 2
    assert line.read() == before
