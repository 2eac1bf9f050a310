"""Days of which only the date of a source says which they are, and the dates that a fix writes for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from briefing import inline, lookup
from briefing.checks import fixes, undated, wording
from briefing.checks.rule_types import places
from briefing.model import Brief, Claim, Evidence, Section, Source
from briefing.quoting import anchor
from tests.briefing.checks.asked import facts, found, judged
from tests.briefing.strategies import briefs


def linked(ident: str, source: str, words: str) -> Evidence:
    return Evidence(ident, source, anchor.describe(words, (0, len(words))))


def brief_of(text: str, *sources: Source, quotes: tuple[str, ...] = ("They left.",)) -> Brief:
    evidence = tuple(linked(f"e{n}", source.id, quotes[n % len(quotes)]) for n, source in enumerate(sources))
    claim = Claim("c1", text, evidence=evidence)
    return Brief("b", sections=(Section("s", "situation", items=(claim,)),), sources=sources)


FRIDAY = Source("s1", published="2020-03-13")
MONDAY = Source("s2", published="2020-03-16")


def asked(brief: Brief):
    ((item, place),) = places(brief)
    return list(undated.without_a_date(item, place, facts()))


def written(brief: Brief) -> list[str]:
    """Return the claim's words after each choice of the first finding's fix."""
    finding = asked(brief)[0]
    labels = fixes.choices(brief, finding)
    return [inline.plain(lookup.claim(fixes.apply(brief, finding, n), "c1").text) for n in range(len(labels))]


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Patrols begin on Sunday.", ["Patrols begin on Sunday 15 March 2020."]),
        ("Patrols began on **Tuesday**.", ["Patrols began on Tuesday 10 March 2020."]),
        ("Two men were shot yesterday near the mill.",
            ["Two men were shot on Thursday 12 March 2020 near the mill."]),
        ("Yesterday two men were shot.", ["On Thursday 12 March 2020 two men were shot."]),
        ("Talks were held last week.", ["Talks were held in the week of Monday 2 March 2020."]),
        ("Prices rose last month.", ["Prices rose in February 2020."]),
        ("This year prices fell.", ["In 2020 prices fell."]),
        ("He left two days ago.", ["He left on Wednesday 11 March 2020."]),
        ("Talks resume on Friday morning.", ["Talks resume on the morning of Friday 13 March 2020."]),
        ("Nothing changed until today.", ["Nothing changed until Friday 13 March 2020."]),
        ("He left last Monday.", ["He left on Monday 2 March 2020.", "He left on Monday 9 March 2020."]),
        ("The Sunday vote was void.", []),
        ("Last week's talks failed.", []),
        ("Sunday talks failed.", []),
        ("Shelling went on overnight.", []),
    ],
)  # fmt: skip
def test_a_day_without_a_date_is_noted_and_the_fix_writes_the_date(text: str, becomes: list[str]) -> None:
    brief = brief_of(text, FRIDAY)
    (finding,) = asked(brief)
    assert (finding.rule, finding.severity) == ("L19", "note")
    assert written(brief) == becomes


@pytest.mark.parametrize(
    "text",
    [
        "Patrols begin on Sunday 15 March 2020.",
        "They met on 12 March.",
        "They met in March, and again in 2019.",
        "They met on Sundays.",
        "They met on the following day.",
        "Akar said “on Sunday” twice.",
        "The siege has lasted ten weeks.",
    ],
)
def test_but_one_with_a_date_or_of_no_day_is_not(text: str) -> None:
    assert asked(brief_of(text, FRIDAY)) == []


def test_once_written_it_is_found_no_more() -> None:
    brief = brief_of("They left on Sunday.", FRIDAY)
    (finding,) = asked(brief)
    assert asked(fixes.apply(brief, finding)) == []


def test_the_date_is_that_of_the_source_whose_quote_has_the_words() -> None:
    quotes = ("They left.", "They left yesterday.")
    assert written(brief_of("They left yesterday.", FRIDAY, MONDAY, quotes=quotes)) == [
        "They left on Sunday 15 March 2020."
    ]
    (finding,) = asked(brief_of("They left yesterday.", FRIDAY, MONDAY))
    assert finding.message.endswith("it is Thursday 12 March 2020 or Sunday 15 March 2020.")
    assert len(written(brief_of("They left yesterday.", FRIDAY, MONDAY))) == 2


@pytest.mark.parametrize("sources", [(), (replace(FRIDAY, published=""),)])
def test_without_a_dated_source_it_says_so(sources: tuple[Source, ...]) -> None:
    (finding,) = asked(brief_of("They left yesterday.", *sources))
    assert finding.message == "“yesterday” has no date, and no source of the claim has one to count from."
    assert written(brief_of("They left yesterday.", *sources)) == []


def test_judgements_and_editorial_claims_are_not_asked() -> None:
    assert found(undated.without_a_date, judged("They leave on Sunday.")) == []
    assert found(undated.without_a_date, Claim("c1", "They left on Sunday.", "editorial")) == []


@settings(max_examples=12)
@given(briefs())
def test_it_raises_on_no_brief_and_spans_lie_in_the_words(brief: Brief) -> None:
    for item, place in places(brief):
        for finding in undated.without_a_date(item, place, facts()):
            assert finding.span
            assert 0 <= finding.span[0] < finding.span[1] <= len(inline.plain(item.text))
            fixes.choices(brief, finding)


def test_the_text_of_a_long_claim_is_read_once_however_many_days_it_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []
    whole = wording.unquoted
    monkeypatch.setattr(undated, "unquoted", lambda text: read.append(len(text)) or whole(text))
    assert len(asked(brief_of("The road shut on Monday, it was. " * 300, FRIDAY))) == 300
    assert len(asked(brief_of("The road shut on Sunday, it was. " * 300))) == 300
    assert len(read) <= 3


def test_of_a_pasted_book_the_first_five_hundred_days_are_read() -> None:
    assert len(asked(brief_of("The road shut on Friday, it was. " * 600, FRIDAY))) == 500
