"""Numbers, units and approximations of a claim against its quotes, by what is counted."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare

THIN = "\u2009"
NO_BREAK = "\u00a0"
NARROW = "\u202f"


def loud(claim: str, *quotes: str, language: str = "en") -> list[Mark]:
    cited = [Cited(f"e{n}", words, language=language) for n, words in enumerate(quotes)]
    return [mark for mark in compare(claim, cited) if mark.severity != "note"]


BORNE_OUT = [
    ("units", "The drop was 12ft.", "He dropped 12 feet."),
    ("units", "Gusts of 70mph were recorded.", "Gusts of 70 miles per hour were recorded."),
    ("blanks", "The plant cost 1.4 million euros.", f"The plant cost 1.4{NO_BREAK}million{NARROW}euros."),
    ("blanks", f"The dam holds 12{THIN}km of water.", "The dam holds 12 km of water."),
    ("ages", "Ames died at the age of 71.", "The poet Ames dies at 71"),
    ("ages", "Ames, 44, was freed.", "Ames, a 44-year-old, was freed."),
    ("hyphens", "The top six clubs qualify.", "The top-6 clubs qualify."),
    ("ages", "The teacher, at 31, holds four titles.", "The 31-year-old teacher holds four titles."),
    ("ordinals", "It was her eighty-sixth council.", "It was her 86th council."),
    ("ordinals", "The fourth phase of the plan is due.", "Phase 4 of the plan is due."),
    ("ordinals", "The town is ninth on the list.", "The town is number 9 on the list."),
    ("ordinals", "It was the first session of the court.", "It was the inaugural session of the court."),
    ("ordinals", "The bridge was first built in 1990.", "The bridge was built in 1990."),
    ("ordinals", "The 12th Lama spoke.", "The Lama spoke."),
    ("sums", "Three ships were hit.", "Two tugs and a ferry were hit."),
    ("sums", "She has five children.", "She has two daughters and three sons."),
    ("sums", "The hall has three exits.", "The hall has two exits on the street and a third to the yard."),
    ("sums", "The salvo of six shots was fired.", "Six forty-second shots were fired in the salvo."),
    ("lists", "Talks were held in three towns.", "Talks were held in Ardun, Belmar and Corvo."),
    ("spans", "The siege lasted four years.", "The siege (1992-1996) was lifted by rebels."),
    ("spans", "He ruled until he was 52.", "The king (born 1801) ruled until he was deposed in 1853."),
    ("rounding", "Turnout was 62 per cent.", "Turnout was 61.97 per cent."),
    ("rounding", "The shell weighs 44 lb (20 kg).", "The shell weighs 44 pounds."),
    ("rounding", "The war went on for four decades.", "The war went on for 39 years."),
    ("tolerance", "It is 2 mm thick.", "It is 1.94 ± 0.05 mm thick."),
    ("shares", "The guild holds just over half of the seats.", "The guild holds 46 of the 90 seats."),
    ("shares", "A quarter of the wells were dry.", "The survey found 30 of 120 wells dry."),
    ("differences", "Turnout rose by four points to 57 per cent.", "Turnout was 57 %, up from 53 % in May."),
    ("sums", "At least 17 boats sank.", "At least 12 boats sank off Bari and 5 off Split."),
    ("scores", "The bill passed with 61 votes.", "The chamber passed the bill 61-38."),
    (
        "ages",
        "Three men between the ages of 19 and 24 were held.",
        "Wardens held three men, aged 19, 22 and 24.",
    ),
    ("twice", "Vogt scored two goals.", "Vogt scored twice."),
    ("scores", "They won 3-1.", "They won by 3 to 1."),
    ("scores", "The court ruled 6-3.", "In a 6-3 decision the court ruled."),
    ("bounds", "More than 500 ships waited.", "More than 520 ships waited."),
    ("codes", "A T-64 was lost.", "They lost a T64."),
    ("named", "The other two mayors, Ames and Bell, left.", "Mayors Ames and Bell left with a third."),
]
NOT_BORNE_OUT = [
    ("units", "The drop was 40ft.", "He dropped 12ft."),
    ("units", "Gusts of 90mph were recorded.", "Gusts of 70mph were recorded."),
    ("units", "A 155mm shell hit it.", "A 120mm shell hit it."),
    ("blanks", "The plant cost 1.4 billion euros.", f"The plant cost 1.4{NO_BREAK}million euros."),
    ("blanks", f"The dam holds 14{THIN}km of water.", f"The dam holds 12{THIN}km of water."),
    ("ages", "Ames died at the age of 81.", "The poet Ames dies at 71"),
    ("shares", "The guild holds two thirds of the seats.", "The guild holds 46 of the 90 seats."),
    ("differences", "Turnout rose by nine points to 57 per cent.", "Turnout was 57 %, up from 53 % in May."),
    ("sums", "At least 19 boats sank.", "At least 12 boats sank off Bari and 5 off Split."),
    ("scores", "The bill passed with 71 votes.", "The chamber passed the bill 61-38."),
    ("twice", "Vogt scored three goals.", "Vogt scored twice."),
    ("hyphens", "The top nine clubs qualify.", "The top-6 clubs qualify."),
    ("ages", "The teacher, at 41, holds four titles.", "The 31-year-old teacher holds four titles."),
    ("ordinals", "It was her eighty-sixth council.", "It was her 68th council."),
    ("ordinals", "The fifth phase of the plan is due.", "Phase 4 of the plan is due."),
    ("ordinals", "It was the second session of the court.", "It was the inaugural session of the court."),
    ("sums", "Four ships were hit.", "Two tugs and a ferry were hit."),
    ("sums", "Three tugs were hit.", "Two tugs and a ferry were hit."),
    ("lists", "Talks were held in four towns.", "Talks were held in Ardun, Belmar and Corvo."),
    ("spans", "The siege lasted nine years.", "The siege (1992-1996) was lifted by rebels."),
    ("rounding", "Turnout was 63 per cent.", "Turnout was 61.97 per cent."),
    ("rounding", "The war went on for five decades.", "The war went on for 39 years."),
    ("tolerance", "It is 3 mm thick.", "It is 1.94 ± 0.05 mm thick."),
    ("scores", "They won 3-1.", "They won by 4 to 1."),
    ("scores", "The court ruled 5-4.", "In a 6-3 decision the court ruled."),
    ("bounds", "More than seven ships waited.", "More than twenty ships waited."),
    ("bounds", "As many as 500 billion were infected.", "Some 50 million were infected."),
    ("codes", "A T-80 was lost.", "A T-64 was lost."),
    ("codes", "An S-500 battery was hit.", "An S-200 battery was hit."),
    ("codes", "5G masts were banned.", "4G masts were banned."),
    (
        "owners",
        "A 35-year-old was killed in the fire.",
        "A 33-year-old was killed in the fire. On Sunday a 35-year-old was injured.",
    ),
]
# An error only where the same thing is counted: the claim, its quote, and the quote's words, "" for a
# warning only, None for nothing.
CONTRADICTED = [
    ("Nine journalists were killed.", "Four journalists were killed.", "Four"),
    (
        "Nine journalists were killed.",
        "Nine of ten rounds of talks failed; two journalists were killed.",
        "two",
    ),
    ("Seven journalists left.", "Two rounds of talks were held.", ""),
    ("Seven journalists left.", "The talks lasted two days, at a cost of 3 million dollars.", ""),
    ("Ames, 71, was freed.", "Ames faces a maximum of ten years.", ""),
    ("They won 6-0.", "He scored twice, once from the spot.", ""),
    ("Rovers beat Athletic 4-0.", "Rovers were 1-0 up on Athletic.", ""),
    ("The town did not exist in 1035.", "The town began to exist in 1234.", ""),
    (
        "The chef, 25, won all four prizes.",
        "The cook won prizes at the age of 24; the chef won all four at 25.",
        None,
    ),
    ("Turnout was 43 per cent.", "Turnout was 34 per cent.", "34 per cent"),
    ("The T-80 burned.", "The T-64 burned.", "T-64"),
    ("The T-80 burned.", "The T-64 and the T-72 burned.", ""),
]


@pytest.mark.parametrize(("_what", "claim", "quote"), BORNE_OUT)
def test_what_the_quote_has_is_not_reported(_what: str, claim: str, quote: str) -> None:
    assert loud(claim, quote) == []


@pytest.mark.parametrize(("_what", "claim", "quote"), NOT_BORNE_OUT)
def test_what_the_quote_has_otherwise_is_reported(_what: str, claim: str, quote: str) -> None:
    assert [m.kind for m in loud(claim, quote)] != []


@pytest.mark.parametrize(("claim", "quote", "words"), CONTRADICTED)
def test_only_a_number_of_the_same_thing_contradicts(claim: str, quote: str, words: str | None) -> None:
    marks = [m for m in loud(claim, quote) if m.kind in ("number", "unit") or "T-" in claim]
    errors = [(m.state, m.nearest) for m in marks if m.severity == "error"]
    assert errors == ([("differs", words)] if words else [])
    assert bool(marks) == (words is not None)


def test_what_may_both_be_true_is_no_error() -> None:
    assert [m.severity for m in loud("Three men left.", "At least three men left.")] == ["warning"]
    assert [m.severity for m in loud("The raid killed 300.", "The raid killed hundreds.")] == ["warning"]


def test_offsets_are_those_of_the_text_with_its_blanks() -> None:
    (mark,) = loud(f"It holds 14{THIN}km.", f"It{NO_BREAK}holds 12{NARROW}km.")
    assert (mark.start, mark.end, mark.where) == (9, 14, (("e0", 9, 14),))


@pytest.mark.parametrize(
    ("quote", "claim", "severity"),
    [
        ("The depot stores 900 barrels of oil.", "The depot stores 400 barrels of oil.", "error"),
        # Of another statement about the same sort of thing.
        ("Farmers in the valley sold 900 sheep in a week of heavy snow.",
         "A wolf killed 40 sheep near Graz before it was shot by wardens.", "warning"),
        # What the quote's number says, the claim says with another.
        ("On average the lake rises by 3.1 mm a year.",
         "The lake rises by about 3 mm a year on average, and in the harbour by 9 mm a year.", "warning"),
    ],
)  # fmt: skip
def test_another_number_is_an_error_only_where_both_count_the_same(
    quote: str, claim: str, severity: str
) -> None:
    found = [m for m in compare(claim, [Cited("e1", quote)]) if m.state != "found"]
    assert [m.severity for m in found if m.kind == "number"] == [severity]


def test_a_number_of_some_size_that_a_quote_has_of_something_else_is_a_note() -> None:
    quote = Cited("e1", "Wardens held three poachers, aged 19, 22 and 24.")
    claim = "Three poachers between the ages of 19 and 24 were held."
    assert {m.severity for m in compare(claim, [quote]) if m.state != "found"} <= {"note"}
    other = "Three poachers between the ages of 19 and 31 were held."
    assert "note" not in [m.severity for m in compare(other, [quote]) if m.state != "found"]
