"""The registry of formats: each row leads to a module that reads."""

from __future__ import annotations

import importlib
from collections import Counter

import pytest

from briefing.errors import BadInput
from briefing.importing import IMPORTERS, Importer, has_known_suffix, importer_for, readable
from briefing.importing.parsed import Hints, Parsed


@pytest.mark.parametrize("row", IMPORTERS, ids=lambda row: row.id)
def test_each_row_names_a_module_that_reads(row: Importer) -> None:
    module = importlib.import_module(row.module)
    assert isinstance(module.read(b"Some words\n", Hints(name="a")), Parsed)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in row.suffixes)


def test_no_two_rows_share_an_id_or_a_suffix() -> None:
    counts = Counter(s for row in IMPORTERS for s in (row.id, *row.suffixes))
    assert set(counts.values()) == {1}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "plain"),
        ("A.TXT", "plain"),
        ("b.md", "markdown"),
        ("c.markdown", "markdown"),
        ("README", "plain"),
        ("", "plain"),
    ],
)
def test_it_finds_the_format_by_suffix_and_else_by_content(name: str, expected: str) -> None:
    assert importer_for(name, b"words").id == expected


def test_it_names_what_can_be_read_when_it_refuses() -> None:
    with pytest.raises(BadInput) as caught:
        importer_for("film.mp4", b"words")
    assert "(.mp4)" in caught.value.message
    assert readable() in caught.value.hint
    assert "plain text (.txt, .text)" in readable()


def test_a_new_format_is_one_row() -> None:
    page = Importer("page", "pages", (".page",), "pages", lambda data: data.startswith(b"<page>"))
    assert importer_for("a.page", b"<page>", (page, *IMPORTERS)) is page
    assert importer_for("", b"<page>", (page, *IMPORTERS)) is page
    assert importer_for("", b"words", (page, *IMPORTERS)).id == "plain"
    assert has_known_suffix("x.PAGE", (page,))
    assert not has_known_suffix("x.page")
