"""The formats for programs that keep references, read again by our own readers of them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.citing import REFERENCES, ReferenceFormat, csl, format_for, write
from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints, Part
from briefing.importing.references import read_bibtex, read_ris
from briefing.importing.references import read_csl as csl_reader
from briefing.model import SOURCE_KINDS, Source
from tests.briefing.exporting.examples import SOURCES
from tests.briefing.exporting.goldens import tool

READERS: dict[str, ModuleType] = {"csl": csl_reader, "ris": read_ris, "bibtex": read_bibtex}
each = pytest.mark.parametrize("known", REFERENCES, ids=lambda f: f.id)

HARD = (
    *SOURCES,
    Source("h1", "report", "50% of $300 & {more} #1_a ~ ^ \\ end", "Ministry of Défense",
        ("Ministry of Défense",), "2020-03-13",
           "https://example.org/a_b?c=1&d=%20#e~f", "2020-03-14", "fr"),
    Source("h2", "data", "It's -- “so” 'said'", "", ("Ines van der Berg", "Low, Ann"), "2020-03", "", "",
        "de-AT"),
    Source("h3", "article", "Line\nbreak and\ttab\x07", "A {B} Wire", ("One, Two, Ltd",), "2020"),
    Source("h4", "social", "Ж中🚢", "Forum", (), "not a date", "javascript:alert(1)"),
)  # fmt: skip


def parts(known: ReferenceFormat, sources: tuple[Source, ...]) -> tuple[Part, ...]:
    data = write(known, sources).encode()
    parsed = READERS[known.id].read(data, Hints())
    assert not any("could not be read" in notice for notice in parsed.notices)
    return tuple(parsed.parts)


@each
def test_every_source_comes_back(known: ReferenceFormat) -> None:
    found = parts(known, HARD)
    assert len(found) == len(HARD)
    for part, source in zip(found, HARD, strict=True):
        assert plain(part.title) == plain(source.title)
        assert plain(part.publisher) == plain(source.publisher)
        assert part.published == ("" if source.published == "not a date" else source.published)
        assert part.url == (source.url if source.url.startswith("http") else "")
        assert part.language.casefold() == source.language.casefold()
        assert part.accessed == source.accessed


def plain(words: str) -> str:
    """Words as a reference file holds them: one line, and TeX's marks for straight quotes."""
    return " ".join(
        re.sub(r"[\x00-\x1f]", " ", words).replace("’", "'").replace("‘", "'").replace("ˆ", "^").split()
    )


@each
def test_names_come_back_as_they_are_spoken(known: ReferenceFormat) -> None:
    by_title = {plain(part.title): part.authors for part in parts(known, HARD)}
    assert by_title["Ferry line reopens after strike"] == ("Dana Whitlock", "Per Aasen")
    assert by_title["50% of $300 & {more} #1_a ~ ^ \\ end"] == ("Ministry of Défense",)
    assert by_title["It's -- “so” 'said'"] == ("Ines van der Berg", "Ann Low")


@each
def test_the_kind_comes_back_where_the_format_has_it(known: ReferenceFormat) -> None:
    sources = tuple(Source(f"s{kind}", kind, f"Title of {kind}") for kind in SOURCE_KINDS)
    held = {plain(part.title): part.kind for part in parts(known, sources)}
    lost = {"statement", "social", "other"} if known.id == "bibtex" else set()
    assert held == {f"Title of {kind}": "article" if kind in lost else kind for kind in SOURCE_KINDS}


@each
@given(title=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_any_title_leaves_one_record(known: ReferenceFormat, title: str) -> None:
    data = write(known, (Source("s1", title=title), Source("s2", title="After"))).encode()
    assert [part.title for part in READERS[known.id].read(data, Hints()).parts][-1] == "After"


def test_csl_keeps_each_person_in_parts_and_each_date() -> None:
    record = csl.records(SOURCES)[0]
    assert record["id"] == "whitlock2031ferry"
    assert record["author"] == [{"family": "Whitlock", "given": "Dana"}, {"family": "Aasen", "given": "Per"}]
    assert record["accessed"] == {"date-parts": [[2031, 5, 9]]}
    assert json.loads(csl.write(SOURCES)) == csl.records(SOURCES)


def test_ris_ends_its_lines_as_the_format_wants() -> None:
    text = write(REFERENCES[1], SOURCES)
    assert text.count("\r\n") == text.count("\n")
    assert text.count("ER  - \r\n") == len(SOURCES)
    assert "DA  - 2031/05//\r\n" in text


@pytest.mark.parametrize(("name", "ident"), [("a.json", "csl"), ("a.RIS", "ris"), ("b.bib", "bibtex")])
def test_the_suffix_names_the_format(name: str, ident: str) -> None:
    assert format_for(Path(name)).id == ident


def test_but_an_unknown_suffix_is_refused() -> None:
    with pytest.raises(BadInput, match="does not say"):
        format_for(Path("a.txt"))


@pytest.mark.slow
@pytest.mark.parametrize("known", [f for f in REFERENCES if f.id != "csl"], ids=lambda f: f.id)
def test_pandoc_reads_as_many_records(known: ReferenceFormat) -> None:
    reader = {"ris": "ris", "bibtex": "biblatex"}[known.id]
    done = subprocess.run(
        [tool("pandoc"), "-f", reader, "-t", "csljson"],
        input=write(known, HARD).encode(),
        capture_output=True,
        check=False,
    )
    if b"Unknown input format" in done.stderr:
        pytest.skip(f"this pandoc does not read {reader}")
    found = json.loads(done.stdout)
    assert len(found) == len(HARD)
    assert found[0]["author"][0]["family"] == "Whitlock"
