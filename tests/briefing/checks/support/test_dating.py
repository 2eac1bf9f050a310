"""The dates of a claim: borne out, contradicted by a date of the same event, or in no quote."""

from __future__ import annotations

import pytest

from briefing.checks.support import Cited, Mark, compare

FOUND, DIFFERS, ABSENT = "found", "differs", "absent"
NO_DATE, MAY = "", "2024-05-06"

# Claim, quote, the date of its source, what becomes of the claim's first date.
SPANS = (
    ("The siege began in January 1994.", "The siege ran from January 1994 to August 1995.", MAY, FOUND),
    ("The siege ended in August 1995.", "The siege ran from January 1994 to August 1995.", MAY, FOUND),
    ("The siege began in March 1994.", "The siege ran from January 1994 to August 1995.", MAY, ABSENT),
    ("The siege began in August 1995.", "The siege ran from January 1994 to August 1995.", MAY, ABSENT),
    ("The siege ran from 1994 to 1995.", "The siege ran from January 1994 to August 1995.", MAY, FOUND),
    ("The siege ran from 1994 to 1996.", "The siege ran from January 1994 to August 1995.", MAY, DIFFERS),
    ("The siege ran from 1994 to 1996.", "The siege was lifted in 1995.", MAY, ABSENT),
    ("Okoro was born in June 1866.", "Okoro (14 June 1866 – 20 October 1936) taught.", MAY, FOUND),
    ("Okoro died on 20 October 1936.", "Okoro (14 June 1866 − 20 October 1936) taught.", MAY, FOUND),
    ("Okoro was born in July 1866.", "Okoro (14 June 1866 – 20 October 1936) taught.", MAY, DIFFERS),
    ("Okoro died on 14 June 1866.", "Okoro (14 June 1866 – 20 October 1936) taught.", MAY, DIFFERS),
    ("He held the post from 11 June 2003.", "The post was held from 2003.06.11 to 2018.04.19.", MAY, FOUND),
    ("The mill has been shut since 2016.", "The mill has been shut since May 2016.", MAY, FOUND),
    ("The mill has been shut since 2014.", "The mill has been shut since May 2016.", MAY, DIFFERS),
)  # fmt: skip

WITHOUT_A_YEAR = (
    ("The pact was signed on 12 July.", "The pact was signed on 12 July 2019.", NO_DATE, FOUND),
    ("The pact was signed on 12 July.", "The pact was signed on 12 July 2019.", MAY, FOUND),
    ("The pact was signed on 12 June.", "The pact was signed on 12 July 2019.", NO_DATE, DIFFERS),
    ("The pact was signed on 12 July 2019.", "The pact was signed on 12 July.", NO_DATE, FOUND),
    ("The pact was signed on 13 July 2019.", "The pact was signed on 12 July.", NO_DATE, DIFFERS),
    ("The pact was signed on 12 July 2019.", "Talks began on 2 May 2018. It was signed on 12 July.",
        NO_DATE, ABSENT),
    ("The pact was signed on 6 October 1995.", "On this day, October 6: in 1995, the pact was signed.", MAY,
        FOUND),
    ("The pact was signed on 7 October 1995.", "On this day, October 6: in 1995, the pact was signed.", MAY,
        ABSENT),
    ("The law was passed in May.", "The law was passed on 26 December 1970.", NO_DATE, DIFFERS),
    ("The law was passed in December.", "The law was passed on 26 December 1970.", NO_DATE, FOUND),
    ("The law was passed last May.", "The law was passed in June.", NO_DATE, DIFFERS),
    ("The law was passed on Friday.", "The law was passed on Monday.", NO_DATE, DIFFERS),
    ("The law was passed on Monday.", "The law was passed late on Monday.", NO_DATE, FOUND),
    ("The law was passed on Friday.", "The law was passed by a narrow margin.", NO_DATE, ABSENT),
    ("The cup final was played in July.", "The cup final drew a record crowd.", NO_DATE, ABSENT),
    ("It was passed on 31 November 2019.", "It was passed in late 2019.", MAY, ABSENT),
)  # fmt: skip

FORMS = (
    ("The squad was named on 15 July 2019.", "15 Jul 19: the squad is named.", MAY, FOUND),
    ("The squad was named on 16 July 2019.", "15 Jul 19: the squad is named.", MAY, DIFFERS),
    ("The order is of 1 October 1960.", "Order of 01/10/1960.", MAY, FOUND),
    ("The order is of 10 January 1960.", "Order of 01/10/1960.", MAY, FOUND),
    ("The order is of 10 March 1960.", "Order of 01/10/1960.", MAY, ABSENT),
    ("The march was on 12 May 2024.", "The march was on 12\u00a0May\u202f2024.", MAY, FOUND),
    ("The stone was laid in the late 1700s.", "The stone was laid on 13 October 1792.", MAY, FOUND),
    ("The stone was laid in the late 1700s.", "The stone was laid on 13 October 1832.", MAY, DIFFERS),
    ("The mill dates from the 19th century.", "The mill was built in 1846.", MAY, FOUND),
    ("The mill dates from the nineteenth century.", "The mill was built in 1946.", MAY, ABSENT),
    ("Exports fell in Q1 2024.", "Exports fell in the first quarter of 2024.", MAY, FOUND),
    ("Exports fell in Q2 2024.", "Exports fell in Q1 2024.", MAY, DIFFERS),
    ("Output rose in the second quarter of 2024.", "Output rose in the first quarter of 2024.", MAY, DIFFERS),
    ("The club won the cup in 1979.", "The club won the cup (1971, 1972, 1979, 2017).", MAY, FOUND),
    ("The club won the cup in 2017.", "The club won the cup (1971, 1972, 1979, 2017).", MAY, FOUND),
    ("The club won the cup in 2016.", "The club won the cup (1971, 1972, 1979, 2017).", MAY, DIFFERS),
    ("It closed in spring 2021.", "It closed in April 2021.", MAY, FOUND),
    ("It closed in autumn 2021.", "It closed in April 2021.", MAY, DIFFERS),
    ("It opened on 5 May 2021.", "It opened on the fifth of May 2021.", MAY, FOUND),
    ("It opened on 6 May 2021.", "It opened on the fifth of May 2021.", MAY, DIFFERS),
    ("The vote is in the spring.", "The vote will be held in March.", MAY, FOUND),
    ("The vote is in the spring.", "The vote is in the autumn.", NO_DATE, DIFFERS),
    ("The mine blew up on 26 May 2023.", "The mine blew up on 26 May last year.", MAY, FOUND),
    ("The mine blew up on 26 May 2024.", "The mine blew up on 26 May last year.", MAY, DIFFERS),
    ("Shelling doubled in the week of 6 May.", "Shelling doubled in the week beginning May 6.", MAY, FOUND),
    ("It has been shut since the coup of 26 July.", "It was shut after the July 26 coup.", MAY, FOUND),
    ("The 2019 elections were fair.", "The 2019 elections were fair, the mission found.", MAY, FOUND),
    ("The 2018 elections were fair.", "The 2019 elections were fair, the mission found.", MAY, DIFFERS),
    ("It closed in late 2021.", "It closed in December 2021.", MAY, FOUND),
)  # fmt: skip

# A date of another event answers nothing; one of the same event answers.
EVENTS = (
    ("The fund was set up in 1992.", "The fund, long in debt, was dissolved in 2005.", MAY, ABSENT),
    ("The fund was set up in 1992.", "The fund was set up in 1994 by two brothers.", MAY, DIFFERS),
    ("Sule was picked on 1 March 2017.", "By Ann Reed on 2 March 2017. Sule was picked.", MAY, ABSENT),
    ("It is a 1992 comedy film.", "The work is a 2002 science fiction film.", MAY, DIFFERS),
    ("The 1975 film is based on a true story.", "The report on the case came out in 1972.", MAY, ABSENT),
    ("Ames graduated on 22 November.", "Ames (born 22 November 1990) graduated in 2012.", MAY, ABSENT),
    ("Ames was born on 22 November.", "Ames (born 22 November 1990) graduated in 2012.", MAY, FOUND),
    ("Ames became a judge on 3 May 1920.", "Ames (3 May 1920 – 8 June 1990) was a judge.", MAY, ABSENT),
    ("The strike ended on Monday.", "The strike began on Monday and ended on Friday.", MAY, DIFFERS),
    ("The strike began on Monday.", "The strike began on Monday and ended on Friday.", MAY, FOUND),
    ("The bill was signed on 3 May.", "The bill was passed on 3 May and signed on 4 May.", MAY, DIFFERS),
    ("The bill was signed on 4 May.", "The bill was passed on 3 May and signed on 4 May.", MAY, FOUND),
    ("It fell a year after the coup of May 2020.", "It came in May 2021, a year after the coup.", MAY,
        ABSENT),
    ("The plant will close by June.", "The plant will close in May.", MAY, FOUND),
    ("The plant will close by June.", "The plant will close in July.", MAY, DIFFERS),
    ("The plant will close in May.", "The plant will close by June.", MAY, ABSENT),
    ("The vote was held after 2 May.", "The vote was held on 4 May.", MAY, FOUND),
    ("The vote was held after 2 May.", "The vote was held on 1 May.", MAY, DIFFERS),
    ("The strait reopened on 4 May.", "The strait was shut on 3 May and reopened the next day.", MAY, FOUND),
    ("The strait reopened on 5 May.", "The strait was shut on 3 May and reopened the next day.", MAY, ABSENT),
    ("He fled on 10 May 2020.", "The coup was on 3 May 2020. He fled a week later.", MAY, FOUND),
    ("The plant will close before 2020.", "The plant will not close before 2018.", MAY, DIFFERS),
    ("He was governor until 2020.", "He was governor from 2011 to 2019.", MAY, DIFFERS),
    ("Police confirmed the arrest on Friday.", "He was arrested Thursday, police said Friday.", MAY, FOUND),
    ("He quit on 5 May, the day he was tried.", "He quit on 4 May; he was tried on 5 May.", MAY, DIFFERS),
    ("The law of 2017 was void.", "The law of 2019 was void.", MAY, DIFFERS),
    ("Output peaked in 2010.", "Output rose between 2005 and 2015.", MAY, ABSENT),
)  # fmt: skip


def dates(claim: str, *quotes: Cited) -> list[Mark]:
    return [m for m in compare(claim, quotes) if m.kind == "date"]


@pytest.mark.parametrize(("claim", "quote", "published", "state"), [*SPANS, *WITHOUT_A_YEAR, *FORMS, *EVENTS])
def test_a_date_is_held_against_the_date_of_the_same_event(
    claim: str, quote: str, published: str, state: str
) -> None:
    marks = dates(claim, Cited("e1", quote, "supports", published, "en"))
    assert [m.state for m in marks[:1]] == [state], marks


def test_a_day_takes_its_year_from_what_the_other_quotes_name() -> None:
    dateline, words = Cited("e1", "May 10, 2018"), Cited("e2", "The ranger died on May 7 in Calgary.")
    claims = [f"The ranger died in Calgary on May 7, {year}." for year in (2018, 2019)]
    states = [[m.state for m in dates(c, dateline, words)] for c in claims]
    assert states == [[FOUND], [ABSENT]]


def test_the_reason_says_what_the_day_is_of() -> None:
    quote = "Ames (born 22 November 1990) graduated in 2012."
    (mark,) = dates("Ames graduated on 22 November.", Cited("e1", quote))
    assert mark.reason == "The quote has “22 November 1990” as a day of birth."


def test_a_day_that_is_none_is_named() -> None:
    (mark,) = dates("It was passed on 31 November 2019.", Cited("e1", "It was passed in late 2019."))
    assert (mark.state, mark.reason) == (ABSENT, "There is no 31 November 2019.")


def test_a_weekday_is_a_day_of_the_week_that_another_quote_names() -> None:
    dateline, words = Cited("e1", "By Ann Reed, March 2, 2017"), Cited("e2", "Sule was picked on Wednesday.")
    claims = [f"Sule was picked on March {day}, 2017." for day in (1, 15)]
    assert [[m.state for m in dates(c, dateline, words)] for c in claims] == [[FOUND], [ABSENT]]


@pytest.mark.parametrize(
    ("claim", "quote", "nearest", "reason"),
    [
        ("Talks began on 1 May.", "Talks began on Thursday.", "2 May 2024",
            "“1 May” is not the quote’s “Thursday”"),
        ("Talks began on 1 May.", "Talks began on 2 May 2024.", "2 May 2024",
            "“1 May” is not the quote’s “2 May 2024”"),
        ("The club won the cup in 2016.", "The club won the cup in 1971, 1972, 1979 and 2017.", "",
            "“2016” is none of the quotes’ dates: “1971”, “1972”, “1979” …."),
    ],
)  # fmt: skip
def test_what_to_say_instead_is_named_where_the_quotes_agree_on_it(
    claim: str, quote: str, nearest: str, reason: str
) -> None:
    (mark,) = dates(claim, Cited("e1", quote, "supports", MAY, "en"))
    assert (mark.state, mark.nearest) == (DIFFERS, nearest)
    assert mark.reason.startswith(reason)


@pytest.mark.parametrize(
    ("claim", "quote", "states"),
    [
        ("Polls close at noon.", "Polls close at 12:00.", [FOUND]),
        ("Polls close at noon.", "Polls close at 11:00.", [DIFFERS]),
        ("Polls close at midnight.", "Polls close at noon.", [DIFFERS]),
    ],
)
def test_noon_and_midnight_are_times_of_day(claim: str, quote: str, states: list[str]) -> None:
    assert [m.state for m in compare(claim, [Cited("e1", quote)])] == states


def test_the_next_day_of_a_claim_is_not_judged_by_itself() -> None:
    quote = "The truce began on 3 May 2024. It was broken on 4 May 2024."
    marks = dates("The truce began on 3 May 2024 and was broken the next day.", Cited("e1", quote))
    assert [m.state for m in marks] == [FOUND]


def test_what_is_dated_may_stand_a_line_before_its_date() -> None:
    quote = (
        "Crews will begin jointly dredging a shallow channel in the inner harbour on Sunday, officials said."
    )
    cited = [Cited("e1", quote, published="2020-03-13")]
    (mark,) = (m for m in compare("Dredging begins on 17 March 2020.", cited) if m.kind == "date")
    assert mark.severity == "error"


def test_a_date_that_bears_out_another_of_the_claim_contradicts_none() -> None:
    quote = Cited("e1", "The mill was built in 1890 by Vogt.", published="2020-03-13")
    claim = "The mill was built in 1890 by Vogt and the mill of Brandt was built in 1911."
    assert "error" not in [m.severity for m in dates(claim, quote)]
    alone = "The mill was built in 1911 by Vogt."
    assert [m.severity for m in dates(alone, quote)] == ["error"]


@pytest.mark.parametrize(
    ("claim", "quote", "severity"),
    [
        # Which of several is meant, and another of them in the quote.
        ("She sang at the 2012 festival.", "She sang at the festival.", "note"),
        ("She sang at the 2012 festival.", "She sang at the festival of 2015.", "error"),
        ("She sang in Graz in 2012.", "She sang in Graz.", "warning"),
        # The day is the quote's, and nothing tells its year.
        ("Vogt took office in 2012.", "Vogt took office on 12 March.", "note"),
        ("Vogt took office on 14 March 2012.", "Vogt took office on 12 March.", "error"),
    ],
)
def test_a_year_that_only_tells_which_is_a_note(claim: str, quote: str, severity: str) -> None:
    marks = dates(claim, Cited("e1", quote))
    assert [m.severity for m in marks if m.state != FOUND] == [severity]


@pytest.mark.parametrize(
    ("claim", "quote", "severity"),
    [
        # The same day stands in the quote, of something else as it seems.
        ("The inn was opened again in 1987.", "The inn opened on 1 July 1880 and reopened on 17 May 1987.",
         "warning"),
        # Another deed of the same club.
        ("Vogt returned to the club in 2016.", "Vogt made her debut for the club in August 2011.", "warning"),
        ("Vogt joined the club in 2016.", "Vogt joined the club in August 2011.", "error"),
    ],
)  # fmt: skip
def test_a_date_is_an_error_only_where_both_date_one_deed(claim: str, quote: str, severity: str) -> None:
    assert [m.severity for m in dates(claim, Cited("e1", quote))] == [severity]


@pytest.mark.parametrize(
    ("claim", "state"),
    [("The club left the league in 2010.", FOUND), ("The club left the league in 2013.", ABSENT)],
)
def test_years_are_counted_on_from_the_year_before_them(claim: str, state: str) -> None:
    quote = "The club was founded in 2008 and left the league two years later."
    assert [m.state for m in dates(claim, Cited("e1", quote))][:1] == [state]
