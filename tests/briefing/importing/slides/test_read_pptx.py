"""Presentations: every trap in the corpus, the slide of a quote, and what PowerPoint itself would write."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest

from briefing.errors import BadInput
from briefing.importing import importer_for
from briefing.importing.common.parsed import Hints
from briefing.importing.slides.read_pptx import read
from briefing.model import Quote, Source
from briefing.quoting.locators import place_of
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults, hold_to_bounds, mutants
from tests.briefing.importing.corpus.slide_cases import CASES, HOSTILE, deck, p, package, shape
from tests.briefing.importing.corpus.zips import zipped


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_what_the_slides_show(case: Case) -> None:
    assert importer_for("", case.data).importer.id == "pptx"
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    assert parsed.text == case.words


def test_the_slide_of_a_quote_is_named_by_the_number_that_the_program_shows() -> None:
    hidden = next(case for case in CASES if case.id == "hidden slide")
    parsed = read(hidden.data, Hints())
    source = Source("s", text_sha="t", extractor=parsed.extractor, pages=parsed.pages)
    places = [
        place_of(source, Quote(words, "", "", parsed.text.index(words), "t")) for words in ("one", "three")
    ]
    assert places == ["slide 1", "slide 3"]


def test_what_the_library_writes_is_read() -> None:
    from pptx import Presentation

    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "The dam held"
    slide.placeholders[1].text = "First point\nSecond point"
    slide.notes_slide.notes_text_frame.text = "Say it was 14."
    made.core_properties.author = "Ann Roe"
    target = io.BytesIO()
    made.save(target)
    parsed = read(target.getvalue(), Hints())
    assert parsed.text == "The dam held\nFirst point\nSecond point\nNotes:\nSay it was 14."
    assert parsed.authors == ("Ann Roe",)
    assert "check the name" in parsed.notices[-1]


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Presentation", ""),
        ("PowerPoint Presentation", ""),
        ("a.pptx", ""),
        ("Floods of May", "Floods of May"),
    ],
)
def test_a_title_that_a_program_states_for_want_of_one_is_none(stated: str, title: str) -> None:
    namespaces = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    core = f'<cp:coreProperties {namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/">{{}}</cp:coreProperties>'
    said = core.format(f"<dc:title>{stated}</dc:title><dc:creator>python-pptx</dc:creator>")
    parsed = read(deck(shape(p("words")), extra={"docProps/core.xml": said}), Hints())
    assert (parsed.title, parsed.authors) == (title, ())


@pytest.mark.parametrize("kind", ["slideshow", "template"])
def test_a_show_and_a_template_are_read_as_a_presentation(kind: str) -> None:
    data = deck(shape(p("words")))
    parts = package(shape(p("words")))
    types = str(parts["[Content_Types].xml"]).replace("presentation.main+xml", f"{kind}.main+xml")
    assert read(zipped(parts | {"[Content_Types].xml": types}), Hints()).text == read(data, Hints()).text


def test_a_damaged_file_is_read_or_refused() -> None:
    for data in mutants(CASES, 150):
        with suppress(BadInput):
            read(data, Hints())


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.id)
def test_a_hostile_file_ends_within_bounds_and_in_words(hostile: Hostile) -> None:
    hold_to_bounds(hostile)
