"""Subtitles: what is spoken as running text, and when each word of it is."""

from __future__ import annotations

from contextlib import suppress

import pytest

from briefing.errors import BadInput
from briefing.importing import importer_for
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.read_subtitles import read
from briefing.model import Quote, Source
from briefing.quoting.locators import place_of
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults, hold_to_bounds, mutants
from tests.briefing.importing.corpus.subtitle_cases import CASES, HOSTILE, srt


def _place(parsed: Parsed, exact: str) -> str:
    source = Source("s", text_sha="t", extractor=parsed.extractor, pages=parsed.pages)
    return place_of(source, Quote(exact, "", "", parsed.text.index(exact), "t"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_what_is_spoken(case: Case) -> None:
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    assert parsed.text == case.words
    assert parsed.kind == "transcript"
    assert importer_for("", case.data).importer.id == "subtitles"


def test_a_quote_has_the_time_at_which_it_is_spoken() -> None:
    parsed = read(
        srt(
            ("00:01,000", "00:03,000", "The dam held,"),
            ("00:03,000", "00:12,000", "said the minister."),
            ("00:34,000", "00:36,000", "Nobody was hurt"),
            ("00:36,000", "00:41,000", "in the valley"),
            ("00:41,000", "00:43,000", "or below."),
        ),
        Hints(),
    )
    assert _place(parsed, "said the minister") == "at 0:00:00"
    assert _place(parsed, "Nobody was hurt in the valley") == "at 0:00:30"
    assert _place(parsed, "or below") == "at 0:00:40"
    assert _place(parsed, "in the valley or below") == "at 0:00:30–0:00:40"


def test_a_long_talk_without_pauses_is_cut_at_the_end_of_a_sentence() -> None:
    cues = [
        (
            f"{n // 60:02}:{n % 60:02},000",
            f"{n // 60:02}:{n % 60:02},999",
            f"Word {n}{'.' if n % 7 == 0 else ''}",
        )
        for n in range(150)
    ]
    paragraphs = read(srt(*cues), Hints()).text.split("\n\n")
    assert len(paragraphs) == 4
    assert all(paragraph.endswith(".") for paragraph in paragraphs[:-1])


def test_and_one_without_sentences_after_two_minutes() -> None:
    cues = [
        (f"{n // 60:02}:{n % 60:02},000", f"{n // 60:02}:{n % 60:02},999", f"word {n}") for n in range(300)
    ]
    assert len(read(srt(*cues), Hints()).text.split("\n\n")) == 3


@pytest.mark.parametrize("text", ["12\nThe words.", "1\n2\n3", "The WEBVTT format", "WEBVTTX"])
def test_what_has_no_times_is_plain_text(text: str) -> None:
    assert importer_for("", text.encode()).importer.id == "plain"


def test_a_damaged_file_is_read_or_refused() -> None:
    for data in mutants(CASES, 300):
        with suppress(BadInput):
            read(data, Hints())


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.id)
def test_a_hostile_file_ends_within_bounds_and_in_words(hostile: Hostile) -> None:
    hold_to_bounds(hostile)
