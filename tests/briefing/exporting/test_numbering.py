"""Numbers of notes: the page shows what the export prints."""

from __future__ import annotations

import pytest

from briefing import exporting
from briefing.exporting.blocks import Note, SourceList, Statement, bracketed
from briefing.exporting.numbering import numbers
from briefing.exporting.options import Options
from tests.briefing.exporting.examples import example

ALONE = Options()
TOGETHER = Options(together=True)
LIST = Options(notes="list")


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (ALONE, [1, 2, 3, 4, 5, 6, 7, 8]),
        (TOGETHER, [1, 1, 1, 2, 2, 3, 4, 5]),
        (LIST, [1, 2, 3, 1, 3, 1, 2, 1]),
        (Options(notes="list", together=True), [1, 2, 3, 1, 3, 1, 2, 1]),
        (Options(notes="endnotes"), [1, 2, 3, 4, 5, 6, 7, 8]),
    ],
)
def test_they_follow_the_choice_of_notes(options: Options, shown: list[int]) -> None:
    assert list(numbers(example(), options).values()) == shown


@pytest.mark.parametrize("options", [ALONE, TOGETHER, LIST])
def test_the_export_has_the_same(options: Options) -> None:
    outline = exporting.build(exporting.ExportRequest(example(), options=options))
    shown = numbers(example(), options)
    for block in outline.blocks:
        if isinstance(block, Statement):
            parts = [part for note in block.notes for part in note.parts]
            assert all(shown[part.evidence_id] == part.number for part in parts)
    assert [n.number for n in outline.notes] == list(range(1, len(outline.notes) + 1))


def test_a_numbered_list_has_each_source_at_its_number() -> None:
    outline = exporting.build(exporting.ExportRequest(example(), options=LIST))
    assert outline.notes == ()
    listed = next(b for b in outline.blocks if isinstance(b, SourceList) and b.cited)
    places = {entry.source: at for at, entry in enumerate(listed.entries, 1)}
    notes = [n for b in outline.blocks if isinstance(b, Statement) for n in b.notes]
    assert all(places[note.source] == note.number for note in notes)
    assert {entry.notes for entry in listed.entries} == {""}


def test_brackets_never_cite_a_contradiction_as_support() -> None:
    def note(number: int, label: str = "", place: str = "") -> Note:
        return Note(number, "e", label, "", "", (), source=f"s{number}", place=place)

    notes = (
        note(1, place="p. 3"),
        note(2),
        note(4, "Context"),
        note(3, "Contradicts"),
        note(5, "Contradicts"),
    )
    assert bracketed(notes) == "1, p. 3; 2; see also 4; but see 3; 5"
    names = {f"s{n}": f"@k{n}" for n in range(1, 6)}
    assert bracketed(notes, names) == "@k1, p. 3; @k2; see also @k4; but see @k3; but see @k5"
