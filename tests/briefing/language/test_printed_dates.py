"""Dates as articles print them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.printed_dates import dates_among, iso_date, labelled_date, two_ways


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
        ("0001-01-01T00:00:00", ""),
        ("13-03-2020", "2020-03-13"),
        ("13-Mar-2020", "2020-03-13"),
        ("2020.03.13", "2020-03-13"),
        ("2020. 3. 13.", "2020-03-13"),
        ("13. 3. 2020", "2020-03-13"),
        ("13. März 2020", "2020-03-13"),
        ("Freitag, 13. März 2020, 16:05 Uhr", "2020-03-13"),
        ("Fr., 13.03.2020 um 16.05 Uhr", "2020-03-13"),
        ("13 mars 2020 à 16h05", "2020-03-13"),
        ("1er août 2019", "2019-08-01"),
        ("vendredi 13 mars 2020", "2020-03-13"),
        ("12 de marzo de 2020", "2020-03-12"),
        ("12 de março de 2020, 10h30", "2020-03-12"),
        ("12 maggio 2020", "2020-05-12"),
        ("12 mei 2020", "2020-05-12"),
        ("12 września 2020 r.", "2020-09-12"),
        ("5 января 2021 г., 12:30", "2021-01-05"),
        ("Январь 2021", "2021-01"),
        ("5 січня 2021 р.", "2021-01-05"),
        ("3 Nisan 2024 Çarşamba, 14:05", "2024-04-03"),
        ("3 NİSAN 2024", "2024-04-03"),
        ("١٥ مارس ٢٠٢٠", "2020-03-15"),
        ("15 كانون الثاني 2020", "2020-01-15"),
        ("15 مارس 2020", "2020-03-15"),
        ("15 मार्च 2020", "2020-03-15"),
        ("12. března 2020", "2020-03-12"),
        ("12 people 2020", ""),
        ("Since 13 March 2020", ""),
        ("13 March 2020 Reuters", ""),
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


@pytest.mark.parametrize(
    ("language", "iso"),
    [("fr", "2020-04-03"), ("en-GB", "2020-04-03"), ("en-US", "2020-03-04"), ("en", ""), ("", "")],
)
def test_slashes_are_read_by_who_writes(language: str, iso: str) -> None:
    assert iso_date("03/04/2020", language) == iso


def test_what_can_be_read_in_two_ways_is_known() -> None:
    assert two_ways("03/04/2020") == ("2020-04-03", "2020-03-04")
    assert two_ways("13/04/2020") is None
    assert two_ways("3 April 2020") is None


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Von Max Muster, 3. August 2015, 14:00 Uhr", ["2015-08-03"]),
        ("Posted by Ana | August 2, 2019 | 3 comments", ["2019-08-02"]),
        ("Veröffentlicht am 12.03.2015 – aktualisiert am 14.03.2015", ["2015-03-12", "2015-03-14"]),
        ("Version 1.12.2015.3 of 12 files in 2020", []),
        ("Room 12/14/2015/3", []),
    ],
)
def test_it_finds_the_days_among_a_few_words(words: str, days: list[str]) -> None:
    assert [day for day, _ in dates_among(words)] == days


@given(
    st.dates(min_value=datetime.date(1000, 1, 1)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%a, %d %b %Y"]),
)
def test_it_reads_every_day_of_the_calendar(day: datetime.date, form: str) -> None:
    assert iso_date(day.strftime(form)) == day.isoformat()


@given(st.text())
def test_it_never_raises(value: str) -> None:
    assert len(labelled_date(value)) <= 10
