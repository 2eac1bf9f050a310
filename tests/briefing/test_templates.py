"""Templates: the built-in ones are whole, a person's own stand beside them, a broken one says what is
wrong.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import templates
from briefing.errors import BadInput, NotFound
from briefing.model import SECTION_KINDS
from tests.briefing.outside.reading_here import files_opened_here

__all__ = ["files_opened_here"]

MINE = """\
id = "mine"
name = "My shape"

[[section]]
id = "facts"
kind = "situation"
title = "Facts"
guidance = "One a line."
limit = 100
"""
SHIPPED = {
    "situation-brief": "Bottom line, Situation, Actors, Outlook, Gaps, Source summary",
    "estimate": "Key judgements, Discussion, Alternatives, Indicators, Gaps, Source summary",
    "ministerial-note": "Issue, Summary, Background, Considerations, Recommendation",
    "submission": "Issue, Recommendation, Timing, Background, Argument, Presentation",
    "situation-report": (
        "Highlights, Key figures, Situation overview, Response, needs and gaps, Funding, Coordination"
    ),
    "fact-file": "Claims, Chronology, Speakers, Evidence, Anonymous sources",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's own folder of templates."""
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    own = templates.user_folder()
    own.mkdir(parents=True)
    return own


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("ident", "titles"), SHIPPED.items())
def test_a_template_that_comes_with_the_program_has_its_sections(ident: str, titles: str) -> None:
    template = templates.get(ident, ())
    assert ", ".join(section.title for section in template.sections) == titles
    assert template.name
    assert template.description.endswith(".")
    for section in template.sections:
        assert section.kind in SECTION_KINDS
        assert len(section.guidance.split()) >= 8
        assert not section.items


def test_every_file_of_the_folder_is_offered_and_no_other() -> None:
    there = {path.stem for path in templates.built_in_folder().glob("*.toml")}
    assert there == set(templates.BUILT_IN) == set(SHIPPED)
    assert [t.id for t in templates.available(())] == list(templates.BUILT_IN)
    assert templates.BUILT_IN[0] == templates.DEFAULT


def test_a_brief_starts_with_the_sections_of_its_template() -> None:
    brief = templates.start(
        templates.get("estimate", ()),
        title="Idlib",
        standard="phia",
        author="A. Analyst",
        as_of="2020-03-18",
        new_id=lambda prefix: f"{prefix}1",
    )
    assert (brief.id, brief.title, brief.standard, brief.template) == ("b1", "Idlib", "phia", "estimate")
    assert (brief.author, brief.as_of) == ("A. Analyst", "2020-03-18")
    assert [s.id for s in brief.sections] == [s.id for s in templates.get("estimate", ()).sections]


def test_but_not_with_a_ladder_that_is_not_there() -> None:
    with pytest.raises(BadInput, match="“stix”"):
        templates.start(templates.get("estimate", ()), title="", standard="stix")


def test_a_template_of_ones_own_stands_after_the_others(folder: Path) -> None:
    path = write(folder, MINE)
    last = templates.available()[-1]
    assert (last.id, last.name, last.path) == ("mine", "My shape", path)
    assert last.sections[0].limit == 100
    assert templates.get("mine") == last


def test_a_changed_copy_that_keeps_its_id_takes_the_place_of_the_original(folder: Path) -> None:
    original = (templates.built_in_folder() / "estimate.toml").read_text(encoding="utf-8")
    write(folder, original.replace('name = "Estimate"', 'name = "Our estimate"'))
    assert [t.id for t in templates.available()] == list(templates.BUILT_IN)
    assert templates.get("estimate").name == "Our estimate"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (MINE + "limit = 5\n", 10, "cannot overwrite"),
        ('id = "mine\n', 1, ""),
        (MINE.replace('"mine"', '"Mine Own"'), 1, "“Mine Own” cannot be an id"),
        (MINE.replace('id = "mine"\n', ""), 1, "an id is missing"),
        (MINE.replace('"situation"', '"facts"'), 4, "“facts” is not a kind"),
        (MINE.replace('title = "Facts"', ""), 4, "no title"),
        (MINE.replace('"facts"', '"brief"'), 4, "“brief” cannot be an id"),
        (MINE.replace("100", '"100"'), 4, "limit"),
        (MINE.replace("100", "true"), 4, "limit"),
        (MINE.replace("100", "-1"), 4, "limit"),
        (MINE.replace("guidance", "guide"), 4, "“guide” is not known"),
        (MINE.replace("name =", "nome ="), 1, "“nome” is not known"),
        (MINE.replace('"Facts"', "7"), 4, "title is not text"),
        (MINE + '[[section]]\nid = "facts"\ntitle = "B"\n', 10, "two sections"),
        (
            MINE.replace('"situation"', '"actors"') + '[[section]]\nid = "b"\ntitle = "B"\nkind = "actors"\n',
            10,
            "two sections for actors",
        ),
    ],
)
def test_a_broken_file_says_which_line_what_and_what_to_do(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(BadInput) as caught:
        templates.load(write(tmp_path, text))
    assert f"“mine.toml” cannot be used, line {line}: " in caught.value.message
    assert words in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'id = "mine"\n', "no sections"),
        (b'id = "mine"\nsection = []\n', "no sections"),
        (b'id = "mine"\nsection = [1]\n', "no sections"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"#" * (templates.MAX_BYTES + 1), "larger"),
        (b"a = " + b"[" * 100_000, "cannot be used"),
    ],
)
def test_what_is_no_template_at_all_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=words) as caught:
        templates.load(path)
    assert caught.value.hint


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=re.escape("“none.toml” could not be read")):
        templates.load(tmp_path / "none.toml")


def test_a_broken_file_becomes_a_notice_and_spoils_no_other(folder: Path) -> None:
    write(folder, "id = ", "a.toml")
    write(folder, MINE, "b.toml")
    write(folder, MINE, "c.toml")
    listing = templates.listing()
    assert [t.id for t in listing.templates] == [*templates.BUILT_IN, "mine"]
    assert len(listing.notices) == 2
    assert "“a.toml”" in listing.notices[0]
    assert "“c.toml” was left out" in listing.notices[1]


def test_a_template_that_is_not_there_is_told_with_those_that_are(folder: Path) -> None:
    write(folder, "id = ", "mine.toml")
    with pytest.raises(NotFound, match="“mine”") as caught:
        templates.get("mine")
    assert "situation-brief" in caught.value.hint
    assert "“mine.toml” cannot be used, line 1" in caught.value.hint


def test_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xef\xbb\xbf" + MINE.replace("\n", "\r\n").encode())
    assert templates.load(path).sections[0].title == "Facts"


@given(
    st.text()
    | st.builds(lambda cut, new: MINE[:cut] + new + MINE[cut + 3 :], st.integers(0, 120), st.text(max_size=5))
)
def test_any_text_is_a_template_or_bad_input(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mine.toml")
        path.write_text(text, encoding="utf-8", errors="replace", newline="")
        try:
            found: object = templates.load(path).sections
        except BadInput as error:
            found = error.hint
        assert found
