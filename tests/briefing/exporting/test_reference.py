"""How a source is named."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exporting.format_helpers import Cleaner
from briefing.exporting.reference import ReferenceStyles, citation, details, grading
from briefing.inline import Run, text_of
from briefing.model import Source

FULL = Source(
    "s1",
    title="Patrols begin",
    publisher="Example Wire",
    authors=("Ann Low", "Bo Mast", "Cy Neel"),
    published="2020-03-13",
    url="https://example.org/p",
    accessed="2020-03-14",
    grade="B",
    descriptor="Agency copy.",
    marking="TLP:GREEN",
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            FULL,
            "Ann Low, Bo Mast and Cy Neel, “Patrols begin”, Example Wire, 13 March 2020, "
            "https://example.org/p (accessed 14 March 2020).",
        ),
        (Source("s2"), "“Untitled article”, no date."),
        (Source("s3", filename="notes.txt", authors=("", " ")), "“notes.txt”, no date."),
        (Source("s4", title="T", authors=("A", "B", "C", "D")), "A and others, “T”, no date."),
        (
            Source("s5", title="T\x07\nU", url="javascript:alert(1)"),
            "“T\ufffd U”, no date, javascript:alert(1).",
        ),
    ],
)
def test_it_names_a_source_with_what_is_known(source: Source, text: str) -> None:
    assert text_of(citation(source, Cleaner(), address=True)) == text


def test_the_title_carries_the_link_in_a_note_and_the_address_in_the_list() -> None:
    note = {run.text: run.link for run in citation(FULL, Cleaner())}
    listed = {run.text: run.link for run in citation(FULL, Cleaner(), address=True)}
    assert note["Patrols begin"] == listed["https://example.org/p"] == "https://example.org/p"
    assert listed["Patrols begin"] == ""


def test_but_it_never_links_another_scheme() -> None:
    source = Source("s", title="T", url="javascript:alert(1)")
    assert not any(
        run.link for run in (*citation(source, Cleaner()), *citation(source, Cleaner(), address=True))
    )


def test_it_tells_quality_grade_and_marking() -> None:
    assert details(FULL, Cleaner()) == ("Agency copy.", "Grade B: usually reliable.", "Marked TLP:GREEN.")
    assert details(Source("s", grade="Z"), Cleaner()) == ("Grade Z.",)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("grade", "credibility", "text"),
    [("B", "2", "Graded B2."), ("B", "", "Source graded B."), ("", "2", "Credibility 2."), ("", "", "")],
)
def test_it_grades_on_two_axes(grade: str, credibility: str, text: str) -> None:
    assert grading(grade, credibility) == text


def words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


OTHER = replace(
    FULL, id="s9", title="Patrols begin: what the two sides have agreed upon, and what they have not"
)
TWIN = replace(FULL, id="s10", published="2020-04-01")
NAMELESS = Source("s11", title="Harbour figures", publisher="Port Office", published="2031")
BARE = Source("s12", title="A leaflet")


def test_the_first_note_is_full_and_later_ones_short() -> None:
    styles = ReferenceStyles((FULL, NAMELESS), Cleaner())
    assert words(styles.note(FULL, "p. 3")).startswith(
        "Ann Low, Bo Mast and Cy Neel, “Patrols begin”, Example Wire"
    )
    assert words(styles.note(FULL)) == "Low, Mast and Neel, “Patrols begin”."
    assert words(styles.note(FULL, "pp. 4–5")) == "Low, Mast and Neel, “Patrols begin”, pp. 4–5."
    assert words(styles.note(NAMELESS)) == "“Harbour figures”, Port Office, 2031."
    assert words(styles.note(NAMELESS)) == "Port Office, “Harbour figures”."


def test_no_note_says_ibid() -> None:
    styles = ReferenceStyles((FULL,), Cleaner())
    assert "bid" not in " ".join(words(styles.note(FULL)) for _ in range(3)).casefold()


def test_short_forms_say_more_until_no_two_are_alike() -> None:
    styles = ReferenceStyles((FULL, OTHER, TWIN, BARE), Cleaner(), "short")
    assert words(styles.note(FULL)) == "Low, Mast and Neel, “Patrols begin”, 13 March 2020."
    assert words(styles.note(TWIN)) == "Low, Mast and Neel, “Patrols begin”, 1 April 2020."
    assert words(styles.note(OTHER)).endswith(
        "“Patrols begin: what the two sides have agreed upon, and what they have not”."
    )
    lone = ReferenceStyles((replace(OTHER, title=OTHER.title.replace(":", ",")),), Cleaner(), "short")
    assert words(lone.note(OTHER)) == "Low, Mast and Neel, “Patrols begin, what the two sides have agreed…”."
    assert words(styles.note(BARE)) == "“A leaflet”."
    same = ReferenceStyles((FULL, replace(FULL, id="s13")), Cleaner(), "short")
    assert words(same.note(FULL)).startswith(
        "Ann Low, Bo Mast and Cy Neel, “Patrols begin”, Example Wire, 13"
    )


def test_author_and_date_lead_to_the_list() -> None:
    styles = ReferenceStyles((FULL, TWIN, NAMELESS, BARE), Cleaner(), "author-date")
    assert words(styles.note(FULL, "p. 3")) == "Low, Mast and Neel 2020a, p. 3."
    assert words(styles.note(TWIN)) == "Low, Mast and Neel 2020b."
    assert words(styles.note(NAMELESS)) == "Port Office 2031."
    assert words(styles.note(BARE)) == "A leaflet, no date."
    assert words(styles.entry(TWIN)) == (
        "Low, Ann, Bo Mast and Cy Neel. 2020b. “Patrols begin”, Example Wire, 1 April 2020, "
        "https://example.org/p (accessed 14 March 2020)."
    )
    assert words(styles.entry(NAMELESS)) == "Port Office. 2031. “Harbour figures”."
    assert words(styles.entry(BARE)) == "No date. “A leaflet”."


@given(
    st.lists(
        st.builds(
            Source,
            id=st.uuids().map(str),
            title=st.sampled_from(["T", "U: v", ""]),
            authors=st.sampled_from([(), ("A B",), ("C B",)]),
            published=st.sampled_from(["", "2020", "2020-01-02"]),
        ),
        max_size=12,
    )
)
def test_later_notes_tell_sources_apart(sources: list[Source]) -> None:
    for style in ("short", "author-date"):
        styles = ReferenceStyles(sources, Cleaner(), style)
        said = [words(styles.note(source)) for source in sources]
        whole = [words(citation(source, Cleaner())) for source in sources]
        assert all(
            a != b or whole[i] == whole[j] for i, a in enumerate(said) for j, b in enumerate(said) if i < j
        )


ARABIC = Source(
    "s-ar", title="دوريات مشتركة", publisher="الجسر", authors=("أحمد العلي",), published="2020-03-13",
    url="https://example.org/ar"
)  # fmt: skip


@pytest.mark.parametrize("address", [False, True])
def test_names_from_right_to_left_keep_their_place_before_the_date(address: bool) -> None:
    said = "".join(run.text for run in citation(ARABIC, Cleaner(), address=address))
    start = "أحمد العلي\u200e, “دوريات مشتركة\u200e”, الجسر\u200e, 13 March 2020"
    assert said == start + (", https://example.org/ar." if address else ".")


@pytest.mark.parametrize("form", ["short", "author-date"])
def test_the_later_forms_keep_them_too(form: str) -> None:
    styles = ReferenceStyles((ARABIC,), Cleaner(), form)
    for runs in (styles.note(ARABIC), styles.entry(ARABIC)):
        said = "".join(run.text for run in runs)
        assert not re.search("[\u0600-\u06ff][,.”] ?[^\u0600-\u06ff]", said)
