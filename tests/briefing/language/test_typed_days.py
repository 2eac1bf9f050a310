"""Days as people type them in a chronology become EDTF, and are shown back in full."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.typed_days import day_in_full, day_order, days_of, edtf_of, edtf_of_days, typed_head

TYPED = [
    ("13 October 2023", "2023-10-13", "13 October 2023"),
    ("October 13, 2023", "2023-10-13", "13 October 2023"),
    ("Oct. 13, 2023", "2023-10-13", "13 October 2023"),
    ("Friday 13 March 2020", "2020-03-13", "13 March 2020"),
    ("13. Oktober 2023", "2023-10-13", "13 October 2023"),
    ("13.10.2023", "2023-10-13", "13 October 2023"),
    ("2023-10-13", "2023-10-13", "13 October 2023"),
    ("October 2023", "2023-10", "October 2023"),
    ("2023", "2023", "2023"),
    ("c. March 2020", "2020-03~", "c. March 2020"),
    ("circa 2020", "2020~", "c. 2020"),
    ("around 13 March 2020", "2020-03-13~", "c. 13 March 2020"),
    ("2020-03~", "2020-03~", "c. March 2020"),
    ("12–14 May 2021", "2021-05-12/2021-05-14", "12–14 May 2021"),
    ("12-14 May 2021", "2021-05-12/2021-05-14", "12–14 May 2021"),
    ("from 12 to 14 May 2021", "2021-05-12/2021-05-14", "12–14 May 2021"),
    ("c. 12–14 May 2021", "2021-05-12~/2021-05-14~", "c. 12–14 May 2021"),
    ("28 September – 2 October 2023", "2023-09-28/2023-10-02", "28 September – 2 October 2023"),
    ("30 Dec 2020 – 2 Jan 2021", "2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021"),
    ("March to May 2019", "2019-03/2019-05", "March–May 2019"),
    ("2019–2020", "2019/2020", "2019–2020"),
    ("2019 – March 2020", "2019/2020-03", "2019 – March 2020"),
    ("early March 2020", "2020-03-01~/2020-03-10~", "c. 1–10 March 2020"),
]


@pytest.mark.parametrize(("typed", "edtf", "shown"), TYPED)
def test_a_typed_day_is_read_and_shown_back_in_full(typed: str, edtf: str, shown: str) -> None:
    assert edtf_of(typed) == edtf
    assert day_in_full(edtf) == shown
    assert edtf_of(shown) == edtf


@pytest.mark.parametrize(
    "typed",
    ["", "Sunday", "13 October", "May", "31 February 2020", "2020-13", "1/10/2023", "14–12 May 2021",
     "2021-05-14/2021-05-12", "the night of 3 May 2020"],
)  # fmt: skip
def test_what_names_no_day_or_two_is_not_read(typed: str) -> None:
    assert edtf_of(typed) == ""


def test_what_is_no_edtf_is_shown_as_it_is_and_stands_after_all_days() -> None:
    assert day_in_full("long ago") == "long ago"
    assert day_order("long ago") == day_order("") > day_order("9999-12-30")


@given(
    st.dates(date(1000, 1, 1), date(9999, 1, 1)),
    st.integers(0, 400),
    st.sampled_from((10, 7, 4)),
    st.booleans(),
)
def test_every_span_is_read_as_it_is_shown(first: date, days: int, size: int, circa: bool) -> None:
    mark = "~" if circa else ""
    ends = (f"{day.isoformat()[:size]}{mark}" for day in (first, first + timedelta(days)))
    edtf = "/".join(dict.fromkeys(ends))
    assert edtf_of(day_in_full(edtf)) == edtf


@given(st.dates(date(1, 1, 1), date(9000, 1, 1)), st.integers(0, 4000))
def test_days_make_an_edtf_that_gives_the_same_days(first: date, days: int) -> None:
    last = first + timedelta(days)
    assert days_of(edtf_of_days(first, last)) == (first, last)


@pytest.mark.parametrize(
    ("line", "day", "rest"),
    [
        ("13 October 2023: Two shells hit", "2023-10-13", "Two shells hit"),
        ("c. March 2020 — talks", "2020-03~", "talks"),
        ("12–14 May 2021 – Talks", "2021-05-12/2021-05-14", "Talks"),
        ("12 May 2021 – 14 May 2021 – Talks", "2021-05-12/2021-05-14", "Talks"),
        ("13 October 2023 – 14 people die", "2023-10-13", "14 people die"),
        ("2023-10-13: x", "2023-10-13", "x"),
        ("13 October 2023:", "2023-10-13", ""),
        ("13 October 2023 was a Friday", "", "13 October 2023 was a Friday"),
        ("Akar: no", "", "Akar: no"),
    ],
)
def test_the_day_at_the_head_of_a_line_ends_at_a_colon_or_dash(line: str, day: str, rest: str) -> None:
    found, at = typed_head(line)
    assert (found, line[at:]) == (day, rest)
