"""What is typed, read as terms and filters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.finder import Filters, QueryTerm, parse
from briefing.finder.query import MOST_TERMS


def begun(*words: str) -> QueryTerm:
    return QueryTerm(words, prefix=True)


TERMS: list[tuple[str, tuple[QueryTerm, ...]]] = [
    ("", ()),
    ("   ", ()),
    ("patr", (begun("patr"),)),
    ("patrol ", (QueryTerm(("patrol",)),)),
    ("Joint Patr", (QueryTerm(("joint",)), begun("patr"))),
    ("joint* patrol ", (begun("joint"), QueryTerm(("patrol",)))),
    ('"safe corridor"', (QueryTerm(("safe", "corridor")),)),
    ('"safe corr', (begun("safe", "corr"),)),
    ("“safe corridor” m", (QueryTerm(("safe", "corridor")), begun("m"))),
    ("«couloir sûr»", (QueryTerm(("couloir", "sur")),)),
    ("„sicherer Korridor“", (QueryTerm(("sicherer", "korridor")),)),
    ("cease-fire", (begun("cease", "fire"),)),
    ("l'accord ", (QueryTerm(("l", "accord")),)),
    ("patrol.", (QueryTerm(("patrol",)),)),
    ("-russian patrol", (QueryTerm(("russian",), excluded=True), begun("patrol"))),
    ("patrol -russian", (QueryTerm(("patrol",)), QueryTerm(("russian",), excluded=True))),
    ('-"safe corridor"', (QueryTerm(("safe", "corridor"), excluded=True),)),
    ("停火", (QueryTerm(("停", "火")),)),
    ("حُكُومَة", (begun("حكومه"),)),
    ("note:patrol", (begun("note", "patrol"),)),
    ("-", ()),
    ("* : - \" ''", ()),
]


@pytest.mark.parametrize(("typed", "terms"), TERMS)
def test_words_phrases_and_exclusions_are_read(typed: str, terms: tuple[QueryTerm, ...]) -> None:
    assert parse(typed).terms == terms


FILTERS = [
    ("source:reuters", Filters(outlet="reuters")),
    ("outlet:reuters", Filters(outlet="reuters")),
    ('outlet:"Al Jazeera"', Filters(outlet="Al Jazeera")),
    ("after:2020-03", Filters(since="2020-03")),
    ("since:2020", Filters(since="2020")),
    ("before:2020-03-15", Filters(until="2020-03-15")),
    ("until:2020-03-15", Filters(until="2020-03-15")),
    ("grade:b", Filters(grade="B")),
    ("is:used", Filters(used=True)),
    ("is:Unused", Filters(used=False)),
    ("is:read is:used", Filters(used=True, read=True)),
    ("IS:unread", Filters(read=False)),
    ("outlet:ap outlet:reuters", Filters(outlet="reuters")),
]


@pytest.mark.parametrize(("typed", "filters"), FILTERS)
def test_operators_are_read(typed: str, filters: Filters) -> None:
    query = parse(f"{typed} patrol ")
    assert query.filters == filters
    assert query.terms == (QueryTerm(("patrol",)),)
    assert query.ignored == ()


@pytest.mark.parametrize(
    "typed",
    ["outlet:", "outlet:…", "after:yesterday", "after:2020-13", "before:", "grade:Z", "is:odd", "is:"],
)
def test_but_an_operator_that_says_nothing_yet_asks_nothing(typed: str) -> None:
    query = parse(typed)
    assert (query.terms, query.filters, query.ignored) == ((), Filters(), (typed,))


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted", "ignored"),
    [
        ("joint AND patrol ", ["joint", "patrol"], [], ()),
        ("joint NOT patrol ", ["joint"], ["patrol"], ()),
        ("joint OR patrol ", ["joint or patrol"], [], ()),
        ("joint|patrol ", ["joint or patrol"], [], ()),
        ('dawn joint | "a b" OR patrol ', ["dawn", "joint or a b or patrol"], [], ()),
        ("joint OR -patrol ", ["joint"], ["patrol"], ("OR",)),
        ("joint OR outlet:AP ", ["joint"], [], ("OR",)),
        ("joint and patrol ", ["joint", "and", "patrol"], [], ()),
        ("joint outet:reuters ", ["joint"], [], ("outet:reuters",)),
        ("war:peace ", ["war peace"], [], ()),
    ],
)
def test_the_words_of_other_search_fields_and_slips_are_understood_or_named(
    typed: str, wanted: list[str], unwanted: list[str], ignored: tuple[str, ...]
) -> None:
    query = parse(typed)
    either = [[" ".join(way.words) for way in (term, *term.otherwise)] for term in query.wanted]
    assert [" or ".join(ways) for ways in either] == wanted
    assert [" ".join(term.words) for term in query.unwanted] == unwanted
    assert query.ignored == ignored


def test_it_takes_a_bounded_number_of_terms() -> None:
    assert len(parse("word " * 500).terms) == MOST_TERMS


@given(st.text() | st.text(alphabet='ab -"“”:*() NOT outlet:is'))
def test_whatever_is_typed_means_something(typed: str) -> None:
    for term in parse(typed).terms:
        assert term.words
        assert all(term.words)
