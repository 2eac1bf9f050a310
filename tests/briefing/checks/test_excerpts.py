"""Quotes that are too short, or cut just before the words that turn them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from briefing.checks import excerpts
from briefing.checks.rule_types import places
from briefing.model import Brief, Claim, Evidence, Section, Source
from briefing.quoting import anchor
from tests.briefing.checks.asked import facts, found, judged
from tests.briefing.strategies import briefs


def hints(exact: str, following: str) -> list[str]:
    quote = anchor.describe(exact + following, (0, len(exact)))
    claim = Claim("c1", "So.", evidence=(Evidence("e1", "s1", quote),))
    return [f.message for f in found(excerpts.torn, claim, "situation")]


LONG = "The truce will hold this week"


@pytest.mark.parametrize(
    ("exact", "following", "word"),
    [
        (LONG, ", but not the next.", "but"),
        (LONG, " but not the next.", "but"),
        (LONG, " – however weak it is.", "however"),
        (LONG, "; although some doubt it.", "although"),
        ("The minister said he would", " not sign the paper.", "not"),
        ("The minister said that he did", "n’t sign the paper.", "not"),
        ("In theory the truce will hold this week", ". But few believe it.", "but"),
        (f"He smiled. Officially, {LONG}.", " However, few believe it.", "however"),
        (LONG, ", yet few believe it.", "yet"),
        (LONG, " if the rebels disarm.", "if"),
        (LONG, " only if the rebels disarm.", "only if"),
        ("Their troops and their guns have", " never left.", "never"),
    ],
)
def test_a_quote_cut_before_its_turn_is_found(exact: str, following: str, word: str) -> None:
    (message,) = hints(exact, following)
    assert message.endswith(f"is cut just before “{word}”.")


@pytest.mark.parametrize(
    ("exact", "following"),
    [
        (LONG, "."),
        (LONG, ""),
        (LONG, ", and the next."),
        (LONG, " not only here but everywhere."),
        ("He is not only a good general", " but also a lawyer."),
        (LONG, ". But few believe it."),
        (LONG + ".", " But few believe it."),
        (LONG, ".” However, few believe it."),
        (LONG, ".\n\nBut another matter begins here."),
        (LONG, ". Not all believe it."),
        (LONG, ". Although some doubt it, others stay."),
        (LONG, ", butter and notes in hand."),
        (LONG, " at the buttress."),
        ("وقف إطلاق النار سيصمد هذا الأسبوع", ". لكن"),
        ("停火协议本周将继续有效", "。"),
    ],
)
def test_but_a_whole_one_is_not(exact: str, following: str) -> None:
    assert hints(exact, following) == []


def test_a_part_of_a_sentence_is_turned_by_the_next_one() -> None:
    text = f"The envoy thinks that {LONG}. But few believe it."
    for start, turned in ((text.index(LONG), "but"), (0, "")):
        quote = anchor.describe(text, (start, text.index(". But")))
        assert excerpts.turn(quote) == turned


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("Turkey did not ", "not"),
        ("They didn’t ", "not"),
        ("Akar denied that ", "denied that"),
        ("They will now ", ""),
    ],
)
def test_a_quote_cut_after_what_denies_it_is_found(before: str, word: str) -> None:
    text = before + "withdraw its troops from northern Idlib."
    claim = Claim(
        "c1", "So.", evidence=(Evidence("e1", "s1", anchor.describe(text, (len(before), len(text)))),)
    )
    messages = [f.message for f in found(excerpts.torn, claim, "situation")]
    assert [m.partition("” is ")[2] for m in messages] == ([f"cut just after “{word}”."] if word else [])


@pytest.mark.parametrize(
    ("exact", "short"),
    [
        ("1 million people", True),
        ("The truce will hold", True),
        ("Turkey’s foreign minister said", True),
        ("The truce will hold now", False),
        ("停火", True),
        ("停火协议本周将继续有效", False),
    ],
)
def test_words_are_counted_as_words(exact: str, short: bool) -> None:
    assert excerpts.is_short(exact) == short
    assert any("five words" in message for message in hints(exact, " and more.")) == short


@pytest.mark.parametrize(
    ("exact", "language", "short"),
    [
        ("Waffenruhe gilt seit Freitag", "de", False),
        ("Waffenruhe gilt seit", "de-AT", True),
        ("Saldırıda dört kişi öldü", "tr", False),
        ("قتل أربعة جنود", "ar", False),
        ("قتل أربعة جنود", "", False),
        ("قتل جنود", "ar", True),
        ("Солдаты ушли из города", "", False),
        ("Les soldats sont partis", "fr", True),
        ("The soldiers have left", "", True),
    ],
)
def test_how_many_words_are_few_is_a_matter_of_language(exact: str, language: str, short: bool) -> None:
    assert excerpts.is_short(exact, language) == short


def test_the_language_is_that_of_the_source() -> None:
    quote = anchor.describe("Waffenruhe gilt seit Freitag", (0, 28))
    claim = Claim("c1", "So.", evidence=(Evidence("e1", "s1", quote),))
    section = Section("s", items=(claim,))
    for language, messages in (("de", 0), ("en", 1)):
        source = Source("s1", language=language)
        brief = Brief("b", sections=(section,), sources=(source,))
        ((item, place),) = places(brief)
        assert len(list(excerpts.torn(item, place, facts()))) == messages


def test_a_judgement_has_no_quotes() -> None:
    assert found(excerpts.torn, judged("War.")) == []


@settings(max_examples=12)
@given(briefs())
def test_it_raises_on_no_brief(brief: Brief) -> None:
    for item, place in places(brief):
        assert all(f.rule == "L14" for f in excerpts.torn(item, place, facts()))
