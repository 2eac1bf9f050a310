"""Dates of other languages than English."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.language import calendar_names
from briefing.language.when import foreign


@pytest.mark.parametrize(
    "text",
    [
        "le 15 mars 2020 à Paris", "am 15. März 2020 in Wien", "el 15 de marzo de 2020", "il 15 marzo 2020",
        "em 15 de março de 2020", "op 15 maart 2020", "den 15 mars 2020", "dnia 15 marca 2020 r.", "15 Mart 2020 günü",  # noqa: E501
        "15 марта 2020 года", "15 березня 2020 року", "في 15 مارس 2020", "يوم 15 آذار 2020",
    ],
)  # fmt: skip
def test_a_day_and_a_month_by_name_are_read_in_each_language(text: str) -> None:
    (found,) = foreign.dates(text, "")
    assert (found.first, found.last) == (date(2020, 3, 15), date(2020, 3, 15))


@pytest.mark.parametrize(
    "text",
    [
        "dimanche",
        "gestern Abend",
        "el miércoles",
        "lunedì",
        "na segunda-feira",
        "zondag",
        "perşembe",
        "в пятницу",
        "أمس",
    ],
)
def test_a_weekday_is_no_date_of_its_own(text: str) -> None:
    assert [day.month for day in foreign.named_days(text, "2020-03-13")] == [None]
    assert foreign.dates(text, "2020-03-13") == ()


def test_months_of_two_languages_do_not_clash() -> None:
    numbers: dict[str, set[int]] = {}
    for months in (*calendar_names.MONTHS_ABROAD.values(), *calendar_names.MONTHS_ALONE):
        assert len(months.split()) == 12
        for number, ways in enumerate(months.split(), start=1):
            for way in ways.split("|"):
                numbers.setdefault(way, set()).add(number)
    assert [way for way, found in numbers.items() if len(found) > 1] == []


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("am Dienstag", 1), ("mardi", 1), ("el martes", 1), ("martedì", 1), ("na terça-feira", 1),
        ("dinsdag", 1), ("we wtorek", 1), ("salı günü", 1), ("во вторник", 1), ("у вівторок", 1),
        ("يوم الثلاثاء", 1), ("سه‌شنبه", 1), ("星期二", 1), ("pazartesi", 0), ("pazar günü", 6), ("شنبه", 5),
    ],
)  # fmt: skip
def test_a_weekday_of_each_language_is_known(text: str, weekday: int) -> None:
    assert [day.weekday for day in foreign.named_days(text, "2025-03-03")] == [weekday]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("gestern", date(2025, 3, 2), date(2025, 3, 2)),
        ("вчера", date(2025, 3, 2), date(2025, 3, 2)),
        ("2024年10月12日", date(2024, 10, 12), date(2024, 10, 12)),
        ("3月5日", date(2025, 3, 5), date(2025, 3, 5)),
        ("2023年", date(2023, 1, 1), date(2023, 12, 31)),
        ("le 12.10.2024", date(2024, 10, 12), date(2024, 10, 12)),
        ("im Jahr 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("۱۲ اکتبر ۲۰۲۴", date(2024, 10, 12), date(2024, 10, 12)),
    ],
)
def test_days_and_years_are_resolved_by_the_day_of_the_source(text: str, first: date, last: date) -> None:
    (day,) = foreign.named_days(text, "2025-03-03")
    assert (day.first, day.last) == (first, last)
