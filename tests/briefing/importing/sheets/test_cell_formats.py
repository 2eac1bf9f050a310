"""Cells as their number formats show them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.importing.sheets.cell_formats import general, shown

_DAY = dt.datetime(2024, 5, 2, 14, 3, 9)


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (1234.5, "General", "1234.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1e-7, "General", "0.0000001"),
        (1 / 3, "General", "0.3333333333"),
        (123456789012345, "General", "1.23457E+14"),
        (2024, "", "2024"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (12, "#,##0", "12"),
        (1.005, "0.00", "1.01"),
        (99.995, "0.00", "100.00"),
        (5, "00000", "00005"),
        (3.5, "0.##", "3.5"),
        (3, "0.##", "3"),
        (0.5, "#.00", ".50"),
        (1e22, "#,##0", "10,000,000,000,000,000,000,000"),
        (0.256, "0.0%", "25.6%"),
        (0.256, "0%", "26%"),
        (12345.678, "0.00E+00", "1.23E+04"),
        (0.00012, "0.0E+0", "1.2E-4"),
        (1200000, '#,##0.0,,"m"', "1.2m"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (0, '0;-0;"–"', "–"),
        (-0.001, "0.0", "0.0"),
        (-2, "0.0", "-2.0"),
        (3, "[$€-407] #,##0.00", "€ 3.00"),
        (3.456, "_-* #,##0.00 [$€-1]_-", "3.46 €"),
        (-1234.5, "#,##0.00_);[Red](#,##0.00)", "(1,234.50)"),
        (45, '0 "t"', "45 t"),
        (45, "0\\ \\t", "45 t"),
        (7, "@", "7"),
        (0.5, "# ?/?", "0.5"),
        (5551234, "000-0000", "5551234"),
        (2024, "yyyy", "2024"),
        (_DAY, "d mmmm yyyy", "2 May 2024"),
        (_DAY, "dd/mm/yyyy hh:mm", "02/05/2024 14:03"),
        (_DAY, "h:mm AM/PM", "2:03 PM"),
        (_DAY, "mmm-yy", "May-24"),
        (_DAY, "dddd, d. mmm", "Thursday, 2. May"),
        (_DAY, "mm:ss.0", "03:09.0"),
        (_DAY, "[$-409]d-mmm-yy;@", "2-May-24"),
        (_DAY, "yyyy-mm-dd", "2024-05-02"),
        (_DAY, "mmmmm", "M"),
        (dt.time(9, 5), "h:mm", "9:05"),
        (dt.timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
        (dt.timedelta(hours=-1, seconds=-5), "[h]:mm:ss", "-1:00:05"),
        (dt.timedelta(minutes=90), "[mm]:ss", "90:00"),
        (True, "General", "TRUE"),
        (False, "0", "FALSE"),
        ("words", "0.00", "words"),
        (None, "0", ""),
    ],
)
def test_a_value_is_written_by_its_format(value: object, number_format: str, expected: str) -> None:
    assert shown(value, number_format) == expected


@pytest.mark.parametrize(
    "number_format", ["mm-dd-yy", "m/d/yy h:mm", "[$-F800]dddd, mmmm dd, yyyy", "[$-x-sysdate]dddd"]
)
def test_a_day_whose_form_the_system_would_choose_is_written_so_that_nobody_can_mistake_it(
    number_format: str,
) -> None:
    assert shown(_DAY, number_format).startswith("2024-05-02")


@given(st.floats(allow_nan=False, allow_infinity=False), st.text('0#?,.%;E+-[]"\\_*@ymdhs/ €', max_size=12))
def test_no_format_breaks_it(value: float, number_format: str) -> None:
    assert shown(value, number_format) is not None
    assert shown(_DAY, number_format) is not None


@given(st.integers(-(10**10), 10**10))
def test_a_whole_number_without_a_format_is_itself(value: int) -> None:
    assert general(value) == str(value)
