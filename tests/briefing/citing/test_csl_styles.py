"""References in a CSL style, where the extra is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import exporting, inline
from briefing.citing import csl_styles as module
from briefing.citing.csl_styles import Styled, available, styled
from briefing.errors import BadInput
from briefing.inline import Run
from tests.briefing.exporting.examples import SOURCES, example

STYLES = Path(__file__).parent / "styles"
with_extra = pytest.mark.skipif(not available(), reason="the extra “cite” is not here")


def words(runs: tuple[Run, ...]) -> str:
    return inline.text_of(runs)


@with_extra
def test_a_style_of_notes_names_each_source_in_note_and_list() -> None:
    found = styled(STYLES / "note.csl", SOURCES)
    harbour = found["s-harbour"]
    assert words(harbour.note) == (
        "Dana Whitlock and Per Aasen, ‘Ferry line reopens after strike’, The Velmora Courier, 8 May 2031"
    )
    assert words(harbour.entry).endswith("https://example.org/news?id=7&lang=en")
    assert [run.text for run in harbour.note if run.italic] == ["The Velmora Courier"]
    assert not harbour.always


@with_extra
def test_author_and_date_lose_the_brackets_they_have_in_a_text() -> None:
    found = styled(STYLES / "author-date.csl", SOURCES)
    assert words(found["s-harbour"].note) == "Whitlock & Aasen 2031"
    assert found["s-harbour"].always


@with_extra
@pytest.mark.parametrize("name", ["note.csl", "author-date.csl"])
def test_the_style_stands_in_the_export(name: str) -> None:
    outline = exporting.build(exporting.ExportRequest(example(), styled=styled(STYLES / name, SOURCES)))
    first, _, _, again, *_ = (words(note.reference) for note in outline.notes)
    if name == "note.csl":
        assert first.endswith("The Velmora Courier, 8 May 2031.")
        assert again == "Whitlock and Aasen, “Ferry line reopens after strike”."
    else:
        assert first == again == "Whitlock & Aasen 2031."


@with_extra
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<style/>",
        b"<style><citation/></style>",
        b"<style><citation>",
        b"<!DOCTYPE x><style><citation/></style>",
        b"\xff\xfe",
    ],
)
def test_but_another_file_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.csl"
    path.write_bytes(data)
    with pytest.raises(BadInput):
        styled(path, SOURCES)
    with pytest.raises(BadInput, match="cannot be read"):
        styled(tmp_path / "gone.csl", SOURCES)


def test_without_the_extra_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(BadInput) as caught:
        styled(STYLES / "note.csl", SOURCES)
    assert "briefing-desk[cite]" in caught.value.hint


def test_an_address_in_a_styled_reference_is_linked_where_it_may_be() -> None:
    runs = (Run("See https://example.org/news?id=7&lang=en now"),)
    given = {"s-harbour": Styled(runs, runs), "s-radio": Styled((Run("javascript:alert(1)"),), ())}
    outline = exporting.build(exporting.ExportRequest(example(), styled=given))
    assert [run.link for run in outline.notes[0].reference] == [
        "",
        "https://example.org/news?id=7&lang=en",
        "",
        "",
    ]
    assert not any(run.link for run in outline.notes[1].reference)
