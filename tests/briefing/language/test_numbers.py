"""What amounts are read in a text, and with which unit."""

from __future__ import annotations

import pytest

from briefing.language.numbers import quantities

# "30m" is thirty million, as in "£30m"; "30m wide" is a length.
LENGTHS = ("ft", "in", "yd", "mi", "mph", "kph", "km/h", "km", "cm", "mm", "nmi", "m wide")
OTHERS = ("kg", "g", "mg", "lb", "lbs", "oz", "t", "l", "ml", "MW", "GW", "kW", "TW", "W", "kWh", "MWh",
          "GWh", "TWh", "kV", "V", "Hz", "MHz", "GHz", "MB", "GB", "TB", "dB", "ppm", "hp", "bhp", "ha",
          "bcm", "bpd", "bps", "p", "pc", "pct", "hr", "hrs", "min", "mins", "sec", "yr", "C", "F",
          "qz")  # fmt: skip


@pytest.mark.parametrize("suffix", [*LENGTHS, *OTHERS])
def test_a_number_is_read_with_the_unit_right_behind_it(suffix: str) -> None:
    (amount,) = quantities(f"It read 30{suffix} then.", "en")
    assert (amount.value, bool(amount.unit)) == (30.0, True)
    assert (amount.start, amount.end) == (8, 10 + len(suffix.split()[0]))


@pytest.mark.parametrize(
    ("glued", "spaced"),
    [("10ft", "10 feet"), ("50mph", "50 miles per hour"), ("200MW", "200 megawatts"), ("5pc", "5 per cent"),
     ("120mm", "120 millimetres"), ("24hrs", "24 hours")],
)  # fmt: skip
def test_glued_and_spelled_units_are_one(glued: str, spaced: str) -> None:
    (one,), (two,) = quantities(glued, "en"), quantities(spaced, "en")
    assert (one.value, one.unit) == (two.value, two.unit)


@pytest.mark.parametrize("text", ["the 1990s", "a T-72", "on page 4b7", "in H5N1"])
def test_no_amount_stands_there(text: str) -> None:
    assert quantities(text, "en") == ()


def test_letters_of_another_language_behind_digits_are_no_unit() -> None:
    assert quantities("au 2e étage", "fr") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [("the eighty-sixth council", 86), ("the twenty-first day", 21), ("the 86th council", 86),
     ("the second day", 2), ("the thirty-second round", 32)],
)  # fmt: skip
def test_ordinals_in_words(text: str, value: int) -> None:
    (amount,) = quantities(text, "en")
    assert (amount.value, amount.ordinal) == (value, True)


def test_a_burst_of_thirty_seconds_is_no_ordinal() -> None:
    found = quantities("Five thirty-second bursts were heard.", "en")
    assert [(a.value, a.unit, a.ordinal) for a in found] == [(5, "", False), (30, "second", False)]


@pytest.mark.parametrize(
    "text",
    ["Ames, 34, spoke.", "Ames, seven, sang.", "It hit Ames, 34.", "the 34-year-old", "a 34- year-old man",
     "aged 34", "Ames dies at 78", "when she was only six", "34 years old", "at the age of 34"],
)  # fmt: skip
def test_ages_in_every_form(text: str) -> None:
    (amount,) = quantities(text, "en")
    assert (amount.age, amount.unit) == (True, "year")


@pytest.mark.parametrize("text", ["a sentence of 34 years", "the 34 dead", "a 34-year sentence", "34, 35"])
def test_these_are_no_ages(text: str) -> None:
    assert not any(a.age for a in quantities(text, "en"))


def test_about_may_stand_before_a_time_of_day() -> None:
    (amount,) = quantities("It docked at around 10 am yesterday.", "en")
    assert (amount.unit, amount.value) == ("clock", 600)


def test_plus_makes_a_number_the_least() -> None:
    assert [(a.value, a.approx) for a in quantities("45+ years, a 40 plus year span", "en")] == [
        (45, "at least"),
        (40, "at least"),
    ]
