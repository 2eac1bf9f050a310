"""Dates as articles print them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.printed_dates import iso_date, labelled_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2020-03-13", "2020-03-13"),
        ("2020-03-13T16:05:00Z", "2020-03-13"),
        ("2020-03-13 16:05", "2020-03-13"),
        ("2020-03-13T16:05:00.123+03:00", "2020-03-13"),
        ("2020/3/13", "2020-03-13"),
        ("2020-03", "2020-03"),
        ("13 March 2020", "2020-03-13"),
        ("13th of March, 2020", "2020-03-13"),
        ("Friday, 13 Mar. 2020", "2020-03-13"),
        ("March 13, 2020", "2020-03-13"),
        ("Sept. 3, 2020 at 4:05 p.m. EST", "2020-09-03"),
        ("Fri, Mar 13 2020 - 16.05 GMT", "2020-03-13"),
        ("MARCH 2020", "2020-03"),
        ("13.03.2020", "2020-03-13"),
        ("13/03/2020", "2020-03-13"),
        ("03/13/2020", "2020-03-13"),
        ("03/03/2020", "2020-03-03"),
        ("03/04/2020", ""),
        ("31 February 2020", ""),
        ("2020-13-01", ""),
        ("13 Marchs 2020", ""),
        ("On 13 March 2020 it rained", ""),
        ("2020", ""),
        ("", ""),
        ("٢٠٢٠-٠٣-١٣", "2020-03-13"),
    ],
)
def test_it_reads(printed: str, iso: str) -> None:
    assert iso_date(printed) == iso


@pytest.mark.parametrize(
    ("printed", "iso"), [("2020", "2020"), (" 13 May 2020 ", "2020-05-13"), ("9999", ""), ("12", "")]
)
def test_a_field_said_to_be_a_date_may_be_a_year(printed: str, iso: str) -> None:
    assert labelled_date(printed) == iso


@given(
    st.dates(min_value=datetime.date(1000, 1, 1)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%a, %d %b %Y"]),
)
def test_it_reads_every_day_of_the_calendar(day: datetime.date, form: str) -> None:
    assert iso_date(day.strftime(form)) == day.isoformat()


@given(st.text())
def test_it_never_raises(value: str) -> None:
    assert len(labelled_date(value)) <= 10
