"""The records of the formats: what holds of the table as a whole."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from briefing.exporting import formats
from briefing.exporting.options import Options


def test_the_choices_of_each_format_are_fields_of_the_options_and_each_field_is_of_some_format() -> None:
    known = {field.name for field in fields(Options)}
    assert known == frozenset.union(*(one.options for one in formats.EXPORTERS))


def test_no_two_formats_share_an_id_or_a_suffix() -> None:
    suffixes = [suffix for one in formats.EXPORTERS for suffix in one.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert len({one.id for one in formats.EXPORTERS}) == len(formats.EXPORTERS)


def test_the_window_sets_pages_only_of_a_format_that_is_written_without_it() -> None:
    assert {
        (one.writer == "", (one.pages_of or one.packs) in formats.written()) for one in formats.EXPORTERS
    } == {(False, False), (True, True)}


@pytest.mark.parametrize("name", ["a.md", "a.MARKDOWN", "a.htm", "a.html", "a.docx"])
def test_a_file_is_verified_by_any_suffix_of_its_format(name: str) -> None:
    found = formats.reader_for(Path(name))
    assert found is not None
    assert Path(name).suffix.casefold() in found.suffixes


@pytest.mark.parametrize("name", ["a.pdf", "a.odt", "a", ".docx"])
def test_but_no_other_file_is(name: str) -> None:
    assert formats.reader_for(Path(name)) is None


@pytest.mark.parametrize(
    ("count", "words"), [(0, ""), (1, ".docx"), (2, ".docx or .md"), (3, ".docx, .md or .html")]
)
def test_suffixes_stand_in_a_sentence(count: int, words: str) -> None:
    assert formats.suffixes(formats.written()[:count]) == words
