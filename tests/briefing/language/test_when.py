"""The words of time in an article, resolved against its own date."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.language.when import When, resolve

FRIDAY = "2020-03-13"
IDLIB = Path(__file__).resolve().parents[3] / "shared" / "articles" / "idlib-patrols.txt"

# The text, its one word of time, the first day and the last; published on Friday 13 March 2020.
RESOLVED = (
    ("Patrols begin on 15 March 2020.", "15 March 2020", "2020-03-15", "2020-03-15"),
    ("Patrols begin on March 15, 2020.", "March 15, 2020", "2020-03-15", "2020-03-15"),
    ("Dated 2020-03-15T10:00Z.", "2020-03-15T10:00Z", "2020-03-15", "2020-03-15"),
    ("It is 15/3/2020.", "15/3/2020", "2020-03-15", "2020-03-15"),
    ("It is the 15th of March 2020.", "the 15th of March 2020", "2020-03-15", "2020-03-15"),
    ("On Sun, 15 Mar 2020 it rained.", "Sun, 15 Mar 2020", "2020-03-15", "2020-03-15"),
    ("Dated 15 Mar 20: it rained.", "15 Mar 20", "2020-03-15", "2020-03-15"),
    ("Dated 2020.03.15.", "2020.03.15", "2020-03-15", "2020-03-15"),
    ("It is 15\u00a0March\u202f2020.", "15\u00a0March\u202f2020", "2020-03-15", "2020-03-15"),
    ("It is the fifteenth of March 2020.", "the fifteenth of March 2020", "2020-03-15", "2020-03-15"),
    ("They met on 5 May last year.", "5 May last year", "2019-05-05", "2019-05-05"),
    ("They met on May 5, last year.", "May 5, last year", "2019-05-05", "2019-05-05"),
    ("It rained in the spring.", "the spring", "2020-03-01", "2020-05-31"),
    ("A house of the late 1700s.", "the late 1700s", "1760-01-01", "1799-12-31"),
    ("A house of the 18th century.", "the 18th century", "1700-01-01", "1799-12-31"),
    ("The record July warmth ended.", "July", "2019-07-01", "2019-07-31"),
    ("They met on 5 March.", "5 March", "2020-03-05", "2020-03-05"),
    ("They met on 5 December.", "5 December", "2019-12-05", "2019-12-05"),
    ("They will meet on 5 January.", "5 January", "2021-01-05", "2021-01-05"),
    ("In March 2020 it rained.", "March 2020", "2020-03-01", "2020-03-31"),
    ("It began in early December.", "early December", "2019-12-01", "2019-12-10"),
    ("A deal of mid-2019.", "mid-2019", "2019-05-01", "2019-08-31"),
    ("A deal made late in 2019.", "late in 2019", "2019-09-01", "2019-12-31"),
    ("The war of 2015–2019.", "2015–2019", "2015-01-01", "2019-12-31"),
    ("The war of 2015-19.", "2015-19", "2015-01-01", "2019-12-31"),
    ("The 2018 agreement holds.", "2018", "2018-01-01", "2018-12-31"),
    ("In summer 2019 it rained.", "summer 2019", "2019-06-01", "2019-08-31"),
    ("In the 1990s it rained.", "the 1990s", "1990-01-01", "1999-12-31"),
    ("Exports fell in Q1 2020.", "Q1 2020", "2020-01-01", "2020-03-31"),
    ("Exports fell in the third quarter of 2019.", "the third quarter of 2019", "2019-07-01", "2019-09-30"),
    ("Exports fell in H2 2019.", "H2 2019", "2019-07-01", "2019-12-31"),
    ("Exports fell in the second half of 2019.", "the second half of 2019", "2019-07-01", "2019-12-31"),
    ("They met in the last week of February 2020.", "in the last week of February 2020", "2020-02-23",
        "2020-02-29"),
    ("Troops will begin patrols on Sunday.", "Sunday", "2020-03-15", "2020-03-15"),
    ("Troops to Start Syria Patrols on Sunday", "Sunday", "2020-03-15", "2020-03-15"),
    ("The minister said Friday.", "Friday", "2020-03-13", "2020-03-13"),
    ("The minister said on Sunday.", "Sunday", "2020-03-08", "2020-03-08"),
    ("On Sunday, troops will begin patrols.", "Sunday", "2020-03-15", "2020-03-15"),
    ("They met last Sunday.", "last Sunday", "2020-03-08", "2020-03-08"),
    ("They met last Tuesday.", "last Tuesday", "2020-03-03", "2020-03-10"),
    ("They will meet next Sunday.", "next Sunday", "2020-03-15", "2020-03-22"),
    ("They will meet next Monday.", "next Monday", "2020-03-16", "2020-03-16"),
    ("They will meet this Sunday.", "this Sunday", "2020-03-15", "2020-03-15"),
    ("They met this past Sunday.", "this past Sunday", "2020-03-08", "2020-03-08"),
    ("They will meet this coming Monday.", "this coming Monday", "2020-03-16", "2020-03-16"),
    ("They met on Tuesday night.", "Tuesday night", "2020-03-10", "2020-03-10"),
    ("They met today.", "today", "2020-03-13", "2020-03-13"),
    ("They met yesterday afternoon.", "yesterday afternoon", "2020-03-12", "2020-03-12"),
    ("They meet tomorrow.", "tomorrow", "2020-03-14", "2020-03-14"),
    ("They meet tonight.", "tonight", "2020-03-13", "2020-03-13"),
    ("They met last night.", "last night", "2020-03-12", "2020-03-13"),
    ("The truce reached last week.", "last week", "2020-03-02", "2020-03-08"),
    ("The truce reached this week.", "this week", "2020-03-09", "2020-03-15"),
    ("They will meet next week.", "next week", "2020-03-16", "2020-03-22"),
    ("They met last month.", "last month", "2020-02-01", "2020-02-29"),
    ("They met earlier this month.", "earlier this month", "2020-03-01", "2020-03-13"),
    ("They will meet later this year.", "later this year", "2020-03-13", "2020-12-31"),
    ("They met late last year.", "late last year", "2019-09-01", "2019-12-31"),
    ("They met at the weekend.", "weekend", "2020-03-07", "2020-03-08"),
    ("They will meet at the weekend.", "weekend", "2020-03-14", "2020-03-15"),
    ("They will meet at the end of the month.", "the end of the month", "2020-03-27", "2020-03-31"),
    ("They met last March.", "last March", "2019-03-01", "2019-03-31"),
    ("They will meet this summer.", "this summer", "2020-06-01", "2020-08-31"),
    ("He was killed two days ago.", "two days ago", "2020-03-11", "2020-03-11"),
    ("He was killed a few days ago.", "a few days ago", "2020-03-04", "2020-03-11"),
    ("He was killed two weeks ago.", "two weeks ago", "2020-02-25", "2020-03-02"),
    ("They will leave in three days.", "in three days", "2020-03-16", "2020-03-16"),
    ("They leave two days from now.", "two days from now", "2020-03-15", "2020-03-15"),
    ("They will leave within two weeks.", "within two weeks", "2020-03-13", "2020-03-27"),
    ("300 died over the past three days.", "over the past three days", "2020-03-10", "2020-03-13"),
    ("300 died in the last 10 days.", "in the last 10 days", "2020-03-03", "2020-03-13"),
    ("They met on the 12th.", "the 12th", "2020-03-12", "2020-03-12"),
    ("It has rained since Monday.", "since Monday", "2020-03-09", "2020-03-13"),
    ("They met between 3 and 5 March.", "between 3 and 5 March", "2020-03-03", "2020-03-05"),
    ("They met on March 3–5.", "March 3–5", "2020-03-03", "2020-03-05"),
    ("They met from Monday to Wednesday.", "from Monday to Wednesday", "2020-03-09", "2020-03-11"),
    ("It rained from March to May 2019.", "from March to May 2019", "2019-03-01", "2019-05-31"),
    ("They met between March 3 and April 5, 2019.", "between March 3 and April 5, 2019", "2019-03-03",
        "2019-04-05"),
    ("They met from 28 February to 3 March 2020.", "from 28 February to 3 March 2020", "2020-02-28",
        "2020-03-03"),
    ("It happened the week before last.", "the week before last", "2020-02-24", "2020-03-01"),
    ("In the past 24 hours 12 died.", "In the past 24 hours", "2020-03-12", "2020-03-13"),
    ("It will open within 48 hours.", "within 48 hours", "2020-03-13", "2020-03-15"),
    ("They met a fortnight ago.", "a fortnight ago", "2020-02-21", "2020-03-06"),
    ("They met half a year ago.", "half a year ago", "2019-07-30", "2019-10-28"),
    ("They met on Tuesday last week.", "Tuesday last week", "2020-03-03", "2020-03-03"),
    ("They will meet on Friday next week.", "Friday next week", "2020-03-20", "2020-03-20"),
    ("They will meet a week on Tuesday.", "a week on Tuesday", "2020-03-24", "2020-03-24"),
    ("They met on the first Sunday of March.", "the first Sunday of March", "2020-03-01", "2020-03-01"),
    ("They met on the last Friday in May 2019.", "the last Friday in May 2019", "2019-05-31", "2019-05-31"),
    ("They met in the week of March 2.", "March 2", "2020-03-02", "2020-03-08"),
    ("The road is closed until Sunday.", "Sunday", "2020-03-15", "2020-03-15"),
    ("The curfew was extended until March 20.", "March 20", "2020-03-20", "2020-03-20"),
    ("It has rained since October.", "since October", "2019-10-01", "2020-03-13"),
    ("Signed on 4.3.2020 in Ankara.", "4.3.2020", "2020-03-04", "2020-03-04"),
    ("In the early 2000s it rained.", "the early 2000s", "2000-01-01", "2003-12-31"),
    ("He said that Monday was calm.", "Monday", "2020-03-09", "2020-03-09"),
    ("The March 12 attack killed four.", "March 12", "2020-03-12", "2020-03-12"),
)  # fmt: skip

UNRESOLVED = (
    ("They met the previous day.", "the previous day"),
    ("They fled the next day.", "the next day"),
    ("It will rain in the coming days.", "in the coming days"),
    ("They met on the second Tuesday.", "the second Tuesday"),
    ("They met the following Monday.", "the following Monday"),
    ("They met on that Tuesday.", "that Tuesday"),
    ("Output fell in the fiscal year 2019.", "the fiscal year 2019"),
    ("The Sept. 11 attacks killed many.", "Sept. 11"),
    ("They met on 3/4/2020.", "3/4/2020"),
    ("They met on 3/4.", "3/4"),
    ("They left a month later.", "a month later"),
    ("They left the following day.", "the following day"),
    ("They meet on Sundays.", "Sundays"),
    ("They meet every Sunday.", "every Sunday"),
    ("Born on 29 February 2019.", "29 February 2019"),
)

NO_TIME = (
    "They may march on the capital.",
    "Theresa May said so.",
    "There were 2000 troops on the M4.",
    "They lost 2,018 men.",
    "300 died in two weeks.",
    "Shops on Black Friday.",
    "Resolution 2254 stands.",
    "A second attempt.",
    "",
)


@pytest.mark.parametrize(("text", "words", "first", "last"), RESOLVED, ids=[row[0] for row in RESOLVED])
def test_it_resolves_the_words_of_time(text: str, words: str, first: str, last: str) -> None:
    (found,) = resolve(text, FRIDAY)
    assert (found.words, str(found.first), str(found.last)) == (words, first, last)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(("text", "words"), UNRESOLVED)
def test_it_names_what_it_cannot_resolve_and_why(text: str, words: str) -> None:
    (found,) = resolve(text, FRIDAY)
    assert (found.words, found.first, found.last) == (words, None, None)
    assert found.how


@pytest.mark.parametrize("text", NO_TIME)
def test_but_it_leaves_other_words_alone(text: str) -> None:
    assert resolve(text, FRIDAY) == ()


def test_it_says_how_it_was_resolved() -> None:
    assert (
        resolve("Troops will begin patrols on Sunday.", FRIDAY)[0].how == "Sunday after Friday 13 March 2020"
    )
    assert resolve("He said so on Monday.", FRIDAY)[0].how == "Monday before Friday 13 March 2020"


def test_the_same_word_is_two_days_by_the_tense_of_its_clause() -> None:
    text = "Troops will begin patrols on Sunday, the minister said on Sunday."
    assert [str(found.first) for found in resolve(text, FRIDAY)] == ["2020-03-15", "2020-03-08"]


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2020-03-13T09:00:00Z", "2020-03-15", "2020-03-15"),
        ("2020-03", "2020-03-01", "2020-04-05"),
        ("2020", "2020-01-05", "2021-01-03"),
        ("", "None", "None"),
        ("soon", "None", "None"),
        ("0000-00-00", "None", "None"),
    ],
)
def test_a_partial_date_of_the_source_widens_and_none_leaves_unresolved(
    published: str, first: str, last: str
) -> None:
    (found,) = resolve("Troops will begin patrols on Sunday.", published)
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.skipif(not IDLIB.exists(), reason="the article is not here")
def test_it_reads_the_real_article() -> None:
    found = resolve(IDLIB.read_text(encoding="utf-8"), FRIDAY)
    assert [(when.words, str(when.first), str(when.last)) for when in found] == [
        ("Sunday", "2020-03-15", "2020-03-15"),
        ("Sunday", "2020-03-15", "2020-03-15"),
        ("Friday", "2020-03-13", "2020-03-13"),
        ("last week", "2020-03-02", "2020-03-08"),
        ("early December", "2019-12-01", "2019-12-10"),
    ]


WORDS = st.sampled_from(
    [
        "last",
        "next",
        "this",
        "Sunday",
        "March",
        "May",
        "2019",
        "29",
        "15",
        ",",
        "-",
        "–",
        "of",
        "the",
        "in",
        "on",
        "week",
        "month",
        "3",
        "days",
        "ago",
        "from",
        "to",
        "since",
        "9999",
        "1",
        "winter",
        "end",
        "past",
        "every",
        "years",
        "999",
        "later",
        "Q1",
        "H2",
        "0",
        "31/2/2019",
        "tomorrow",
        "said",
        "will",
    ]
)


@given(
    st.one_of(st.text(), st.lists(WORDS).map(" ".join)),
    st.one_of(
        st.text(),
        st.dates().map(str),
        st.sampled_from(["0001-01-01", "9999-12-31", "0001", "9999", "0001-01"]),
    ),
)
@example("last March", "0001")
@example("next March", "9999")
def test_it_reads_any_text(text: str, published: str) -> None:
    found = resolve(text, published)
    assert all(isinstance(when, When) and text[when.start : when.end] == when.words for when in found)
    assert all((when.first is None) == (when.last is None) for when in found)
    assert all(when.first <= when.last for when in found if when.first and when.last)
    assert [when.start for when in found] == sorted(when.start for when in found)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
def test_a_bare_weekday_is_within_a_week(day: datetime.date) -> None:
    for text, low, high in (
        ("It will open on Monday", 0, 6),
        ("It opened on Monday", -6, 0),
        ("Monday", -3, 3),
    ):
        (found,) = resolve(text, day.isoformat())
        assert found.first
        assert low <= (found.first - day).days <= high
