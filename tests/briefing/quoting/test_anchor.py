"""Quotes: described, resolved, lost, offered again, and never silently put elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefing.errors import BadInput, NotFound
from briefing.model import Quote
from briefing.quoting.anchor import CONTEXT, Found, Moved, Orphan, describe, locate, resolve
from briefing.text import Span, normalise, occurrences, sha256

PIECES = st.sampled_from(
    (
        "word ",
        "🚚",
        "👩‍🚒",
        "e\u0301",
        "\u00a0",
        "قوات ",
        "\r\n",
        "\n",
        ". ",
        "Team Alpha ",
        "said so",
        "ﬁ",
        "\u00ad",
    )
)
TEXTS = (
    st.lists(PIECES | st.text(max_size=4), min_size=1, max_size=30).map("".join).map(normalise).filter(bool)
)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, (start, draw(st.integers(start + 1, len(text))))


def span_of(text: str, words: str) -> Span:
    assert text.count(words) == 1
    start = text.index(words)
    return start, start + len(words)


def quoted(text: str, words: str) -> Quote:
    return describe(text, span_of(text, words))


def again(text: str, quote: Quote) -> Found | Moved | Orphan:
    return resolve(text, sha256(text), quote)


# Describing


@given(texts_with_spans())
@example(("👩‍🚒🇹🇷", (1, 2)))
@example(("a", (0, 1)))
@example(("e\u0301\u00a0e\u0301", (1, 3)))
def test_what_is_described_is_found_where_it_was(case: tuple[str, Span]) -> None:
    text, span = case
    quote = describe(text, span)
    assert again(text, quote) == Found(span)
    assert (
        quote.prefix + quote.exact + quote.suffix
        == text[span[0] - len(quote.prefix) : span[1] + len(quote.suffix)]
    )
    assert len(quote.prefix) >= min(CONTEXT, span[0])
    assert len(quote.suffix) >= min(CONTEXT, len(text) - span[1])


@pytest.mark.parametrize("span", [(3, 3), (5, 2), (-1, 2), (0, 99), (99, 100)])
def test_but_an_empty_span_or_one_outside_is_refused(span: Span) -> None:
    with pytest.raises(BadInput, match="nothing selected") as caught:
        describe("Some words.", span)
    assert "Select the words" in caught.value.hint


@pytest.mark.parametrize("around", [1, 300])
def test_the_context_takes_in_the_sentence_and_ends_at_the_edges_of_the_text(around: int) -> None:
    text = (
        "It rained.\n" * around
        + "Team Alpha, after three days in the wet woods below the ridge, came home.\nIt rained on and on."
        + "\nIt rained." * (around - 1)
    )
    quote = quoted(text, "came home")
    assert quote.prefix.startswith("Team Alpha, after")
    assert quote.suffix.startswith(".\nIt rained on and on.")
    assert len(quote.suffix) <= CONTEXT


@pytest.mark.parametrize("first", ["ALPHA\n", ""])
@pytest.mark.parametrize("which", ["the first", "the second"])
def test_the_context_widens_until_it_tells_the_passage_from_its_twins(first: str, which: str) -> None:
    same = "The patrol left at dawn. It met nobody on the road at all. It was back by noon.\n"
    text = first + same + "BETA\n" + same
    start = text.index("met nobody") if which == "the first" else text.rindex("met nobody")
    quote = describe(text, (start, start + 10))
    assert occurrences(text, quote.prefix + quote.exact + quote.suffix) == (
        (start - len(quote.prefix), quote.end + len(quote.suffix)),
    )


def test_but_it_stays_within_bounds_where_nothing_tells_them_apart() -> None:
    quote = describe("Same line here.\n" * 5000, (40_000, 40_004))
    assert (len(quote.prefix), len(quote.suffix)) == (1024, 1024)


# The look-alike trap

LONG = (
    ", after a hard march of three whole days through the wet woods below the ridge, reached the upper camp"
)
ALPHA, BETA = f"Team Alpha{LONG} at noon.", f"Team Beta{LONG} at noon."
TRAPS = {
    "one after the other": ("{a} {b} Rain fell.", "{b} Rain fell."),
    "at the start of the text": ("{a} Rain fell. {b} Snow fell.", "Rain fell. {b} Snow fell."),
    "at the end of the text": ("Rain fell. {b} Snow fell. {a}", "Rain fell. {b} Snow fell."),
    "nothing but the two": ("{a}\n{b}", "{b}"),
    "the same words around both": (
        "Here is news of the day.\n{a}\nNothing else is known of it.\nHere is news of the "
        "day.\n{b}\nNothing else is known of it.",
        "Here is news of the day.\n{b}\nNothing else is known of it.",
    ),
    "Beta stands in Alpha’s place": ("Rain fell. {a} Snow fell. {b}", "Rain fell. {b} Snow fell."),
    "only Alpha was told before": ("Rain fell. {a} Snow fell.", "Rain fell. {b} Snow fell."),
}
QUOTED = {
    "the whole sentence": ALPHA,
    "words near the name": ", after a hard march",
    "words far from the name": "reached the upper camp",
    "the last words": "at noon.",
}


@pytest.mark.parametrize("words", QUOTED.values(), ids=QUOTED.keys())
@pytest.mark.parametrize(("old", "new"), TRAPS.values(), ids=TRAPS.keys())
def test_a_quote_of_alpha_never_moves_to_beta(old: str, new: str, words: str) -> None:
    before, after = old.format(a=ALPHA, b=BETA), new.format(a=ALPHA, b=BETA)
    start = before.index(ALPHA) + ALPHA.index(words)
    lost = again(after, describe(before, (start, start + len(words))))
    assert isinstance(lost, Orphan)
    beta = span_of(after, BETA)
    assert lost.candidates
    for offer in lost.candidates:  # Beta is at most offered
        assert beta[0] <= offer.span[0] < offer.span[1] <= beta[1]


@pytest.mark.parametrize("subject", ["It", "They", "The team"])
def test_a_pronoun_is_no_better_than_the_name_it_stands_for(subject: str) -> None:
    told = f"{subject} then made camp below the ridge and waited there for the rain to end."
    before = f"Team Alpha arrived. {told} Team Beta arrived. {told} Nobody else arrived."
    after = f"Team Beta arrived. {told} Nobody else arrived."
    start = before.index("made camp")
    assert isinstance(again(after, describe(before, (start, start + 9))), Orphan)


# Another text

PAGE = (
    "A truce was agreed.\nPatrols begin on Sunday, the minister said.\nNobody spoke of the price.\nThe end."
)


@pytest.mark.parametrize(
    "newer",
    [
        "A new paragraph.\n" + PAGE,
        PAGE.replace("The end.", "A new paragraph.\nThe end."),
        PAGE + "\nUpdated at noon.",
        "  " + PAGE.replace("\n", "\n\n"),
        "Rain fell.\n" * 99 + PAGE + "\nSnow fell." * 99,
    ],
    ids=["above", "below", "at the end", "blank lines", "much"],
)
@pytest.mark.parametrize("words", ["begin on Sunday", "A truce was agreed"])
def test_words_that_stand_once_in_the_same_context_have_moved(newer: str, words: str) -> None:
    quote = quoted(PAGE, words)
    expected = span_of(newer, words)
    assert again(newer, quote) == Moved(expected)


@pytest.mark.parametrize(
    "newer",
    [
        PAGE.replace("Patrols begin", "Talks begin"),
        PAGE.replace("minister said", "rebels said"),
        PAGE + " They will begin on Sunday.",
        "begin on Sunday",
    ],
    ids=["another subject", "another speaker", "twice", "without its context"],
)
def test_but_words_in_another_context_or_twice_are_only_offered(newer: str) -> None:
    found = again(newer, quoted(PAGE, "begin on Sunday"))
    assert isinstance(found, Orphan)
    assert [c.score for c in found.candidates] == [100.0] * newer.count("begin on Sunday")
    assert all(newer[slice(*c.span)] == "begin on Sunday" for c in found.candidates)


def test_a_quote_that_is_the_whole_text_has_no_context_and_never_moves() -> None:
    assert isinstance(again("Rain fell. Snow fell.", describe("Rain fell.", (0, 10))), Orphan)


def test_a_stored_offset_that_does_not_hold_is_not_found() -> None:
    quote = replace(quoted(PAGE, "Sunday"), start=3)
    assert isinstance(again(PAGE, quote), Orphan)
    assert isinstance(again(PAGE, replace(quote, exact="", start=0)), Orphan)


def test_candidates_cost_nothing_when_nobody_asks_for_them() -> None:
    quote = quoted(PAGE, "Patrols begin on Sunday")
    assert resolve("Patrols begin on Monday", "another", quote, rank=False) == Orphan()


@given(texts_with_spans(), TEXTS)
def test_another_text_is_never_found_and_what_moved_has_the_same_words(
    case: tuple[str, Span], other: str
) -> None:
    text, span = case
    quote = describe(text, span)
    for newer in (other, other + text, text + other, text[: span[0]] + other + text[span[0] :]):
        assume(newer != text)
        match again(newer, quote):
            case Found():
                pytest.fail("found in a text it was not made from")
            case Moved(at):
                assert newer[slice(*at)] == quote.exact
                assert newer.count(quote.exact) == 1
            case Orphan(candidates):
                scores = [c.score for c in candidates]
                assert scores == sorted(scores, reverse=True)
                assert all(0 <= c.span[0] < c.span[1] <= len(newer) for c in candidates)


# Words typed by a person

TYPED = "He said: “It’s\u00a0over – at last…” Then 1\u202f000 co\u00adoperate; the ﬁrst. It’s so. It’s so."


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("He said", "He said"),
        ("It’s\u00a0over", "It’s\u00a0over"),
        ("It's over", "It’s\u00a0over"),
        ("\"It's over - at last", "“It’s\u00a0over – at last"),
        ("at last...", "at last…"),
        ("1 000 cooperate", "1\u202f000 co\u00adoperate"),
        ("the first.", "the ﬁrst."),
        ("  over – at  last ", "over – at last"),
        ("said:\n“It’s", "said: “It’s"),
    ],
)
def test_typed_words_are_located_whatever_the_shape_of_quotes_and_blanks(typed: str, words: str) -> None:
    assert TYPED[slice(*locate(TYPED, typed))] == words


@pytest.mark.parametrize(
    "typed", ["he said", "It s over", "at last..", "rst", "absent", "", "  ", "first of"]
)
def test_but_letters_must_be_those_of_the_text(typed: str) -> None:
    if typed == "rst":
        assert TYPED[slice(*locate(TYPED, typed))] == "rst"
        typed = "irst"  # the “ﬁ” is one character and is not cut
    with pytest.raises(NotFound, match="not in the source") as caught:
        locate(TYPED, typed)
    assert caught.value.hint == "Copy them from its text exactly."


def test_words_that_stand_there_twice_need_a_number() -> None:
    first, second = (i for i in range(len(TYPED)) if TYPED.startswith("It’s so", i))
    with pytest.raises(BadInput, match="2 times") as caught:
        locate(TYPED, "It's so")
    assert caught.value.hint == "Quote more words, or say which with --occurrence N."
    assert caught.value.reason == "several"
    assert locate(TYPED, "It's so", 1) == (first, first + 7)
    assert locate(TYPED, "It's so", 2) == (second, second + 7)
    with pytest.raises(NotFound, match="2 times, not 3") as missing:
        locate(TYPED, "It's so", 3)
    assert missing.value.hint == "Use a lower number."


def test_a_long_quote_is_named_by_its_beginning() -> None:
    with pytest.raises(NotFound) as caught:
        locate("text", "x" * 500)
    assert len(caught.value.line()) < 150


@given(texts_with_spans())
def test_located_words_can_always_be_described(case: tuple[str, Span]) -> None:
    text, span = case
    words = text[slice(*span)]
    found = locate(text, words, occurrence=1)
    assert text[slice(*found)] == words
    assert again(text, describe(text, found)) == Found(found)
