"""Passages offered for a lost quote: the same words first, then folded, then reworded; nonsense never."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.fold import fold
from briefing.model import Quote
from briefing.quoting.anchor import describe
from briefing.quoting.nearest import LEAST_SCORE, candidates, folded_occurrences
from briefing.text import normalise

PAGE = """A truce was agreed on Thursday after four days of talks.
Turkish and Russian troops will begin patrols along the M4 highway on Sunday, the defence minister said.
The offensive has driven a million people from their homes since December.
Neither side has said what it will do when the truce is broken.
Talks go on in the capital."""


def lost(words: str, start: int = 0) -> Quote:
    return Quote(words, "", "", start, "of another text")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (
            "will begin patrols along the M4 road on Sunday",
            "will begin patrols along the M4 highway on Sunday",
        ),
        ("will start joint patrols along the M4 highway", "will begin patrols along the M4 highway"),
        ("has driven a million people from homes", "has driven a million people from their homes"),
        ("what it will do if the truce breaks", "what it will do when the truce is broken"),
        ("A truce was agreed on Wednesday after four days", "A truce was agreed on Thursday after four days"),
    ],
)
@pytest.mark.parametrize("far", [0, 100_000])
def test_a_reworded_passage_is_offered_with_its_true_ends(was: str, now: str, far: int) -> None:
    older = PAGE.replace(now, was)
    quote = describe(older, (older.index(was), older.index(was) + len(was)))
    newer = "Rain fell on the empty road below. " * (far // 35) + PAGE
    (best,) = candidates(newer, quote)
    assert newer[slice(*best.span)] == now
    assert LEAST_SCORE <= best.score < 98


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("a million people from homes", "a million people from their"),
        ("illion people from hom", "million people from their"),
        ("people rom their homes s", "people from their homes since"),
        ("lks go on in the town and the capital", "Talks go on in the capital"),
        ("on in de capita", "on in the capital"),
        ("truce was agreed on a Thursday", "truce was agreed on Thursday"),
    ],
)
def test_without_its_context_a_passage_is_of_whole_words(was: str, now: str) -> None:
    (best,) = candidates(PAGE, lost(was))
    assert PAGE[slice(*best.span)] == now


@pytest.mark.parametrize(
    ("before", "was", "now", "after"),
    [
        # The first words are others, or the last.
        ("Rain that night ", "Ankara said PATROLS.", "|Men in arms said PATROLS.|", " Sun rose on it"),
        ("It rained. ", "PATROLS, Ankara said.", "|PATROLS, men in arms say.|", " The sun rose in it."),
        ("It is ok ", "Ankara says PATROLS, he said.", "|Men in arms say PATROLS, we hear.|", " It is ok"),
        # What stood before it stands there twice, and what stood after it.
        ("On a day of rain. On a day of rain. ", "Ankara said PATROLS.", "|Men said PATROLS.|", " Sun rose"),
        ("It rained. ", "PATROLS, Ankara said.", "|PATROLS, men say.|", " The sun is out. The sun is out."),
        # Of what stood before it only the end is left.
        ("Long before that, rain fell over all the hills. ", "Ankara said PATROLS.",
         "Later it poured, and poured over all the hills. |Men in arms said PATROLS.|", " Sun rose on it"),
        # What stood around it stands too far away.
        ("Rain fell over the hills. ", "Ankara said PATROLS.",
         "NOTHING NOTHING |Ankara said PATROLS now.|", " Sun rose on it"),
        ("It rained. ", "PATROLS, he said.", "|PATROLS now, he said.| NOTHING NOTHING", " The sun rose."),
        # It is too short to say anything.
        ("It is. ", "Ankara said PATROLS.", "It is. Men |in arms said PATROLS.|", " It is."),
        ("It rained. ", "Ankara said PATROLS.", "|Ankara said PATROLS.| And so on.", " It is."),
    ],
)  # fmt: skip
def test_what_stood_before_and_after_a_passage_shows_where_it_ends(
    before: str, was: str, now: str, after: str
) -> None:
    was, now = (
        words.replace("PATROLS", "patrols begin on the road on Sunday").replace(
            "NOTHING", "And then nothing was heard for many days."
        )
        for words in (was, now)
    )
    quote = describe(before + was + after, (len(before), len(before + was)))
    newer = before + now.replace("|", "") + after
    (best,) = candidates(newer, quote)
    assert newer[slice(*best.span)] == now.split("|")[1]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("illion people from their hom", "illion people out of their hom"),
        ("n people from t", "n people out of t"),
        ("people from thei", "people out of thei"),
    ],
)
def test_but_a_quote_that_was_cut_inside_words_is_not_widened(was: str, now: str) -> None:
    quote = describe(PAGE, (PAGE.index(was), PAGE.index(was) + len(was)))
    newer = PAGE.replace("people from", "people out of")
    (best,) = candidates(newer, quote)
    assert newer[slice(*best.span)] == now


@pytest.mark.parametrize(
    "absent",
    [
        "The football club sold its best striker to a rival.",
        "quarterly revenue grew by a tenth, beating forecasts",
        "xyzzy plugh",
        "short",
        "ق" * 40,
        " ",
    ],
)
def test_but_words_that_are_not_there_have_no_candidate(absent: str) -> None:
    assert candidates(PAGE, lost(absent)) == ()


@pytest.mark.parametrize("text", ["", "a", " \n"])
def test_a_text_without_words_offers_nothing(text: str) -> None:
    assert candidates(text, lost("some words of a quote")) == ()


def test_the_same_words_are_ranked_by_their_context_and_then_by_distance() -> None:
    text = "Alpha said yes to it. Beta said yes to it. Gamma said yes to it."
    quote = describe(text, (28, 36))
    assert quote.exact == "aid yes "
    newer = "News. " + text
    ranked = candidates(newer, quote)
    assert [c.score for c in ranked] == [100.0] * 3
    assert ranked[0].span == (34, 42)


@pytest.mark.parametrize(
    ("prefix", "suffix", "start", "place"),
    [
        ("Beta ", "", 0, 1),
        ("Gamma ", "", 0, 2),
        ("", " to us", 0, 1),
        ("", " to me", 0, 2),
        ("", "", 0, 0),
        ("", "", 40, 2),
        ("", "", 17, 1),  # nearer to where the second begins than to where the first does, or ends
    ],
)
def test_of_twins_that_with_its_context_comes_first_else_the_nearest(
    prefix: str, suffix: str, start: int, place: int
) -> None:
    text = "Alpha said yes to it. Beta said yes to us. Gamma said yes to me."
    starts = [6, 27, 49]
    ranked = candidates(text, Quote("said yes", prefix, suffix, start, "of another text"))
    assert sorted(c.span[0] for c in ranked) == starts
    assert ranked[0].span[0] == starts[place]


def test_a_passage_near_its_old_place_is_offered_before_a_better_one_far_away() -> None:
    far = "Patrols will begin along the M4 road on Sunday. "
    near = "Patrols begin on the M4 road by Sunday."
    text = far + "Rain fell on the empty hills below. " * 400 + near
    quote = lost("Patrols will begin along the M4 roads on Sunday", text.index(near) - 3000)
    (best,) = candidates(text, quote)
    assert text[slice(*best.span)] == near.rstrip(".")
    (best,) = candidates(text, replace(quote, start=0))
    assert text[slice(*best.span)] == far.rstrip(". ")


@pytest.mark.parametrize(("words", "offered"), [("soldierz", 1), ("oldierz", 0)])
def test_a_few_letters_resemble_too_much(words: str, offered: int) -> None:
    assert len(candidates("The soldiers came home.", lost(words))) == offered


def test_but_a_quote_cut_inside_a_word_stays_so() -> None:
    text = "联合巡逻将于星期日开始，部长星期五说，这是停火协议的一部分。"
    quote = describe(text, (4, 16))
    (best,) = candidates("新闻。" + text.replace("星期日", "星期一"), quote)
    assert best.span == (7, 19)


@pytest.mark.parametrize("words", ["the same words", "The  same words".lower()])
def test_three_are_offered_or_as_many_as_are_asked_for_of_the_first_eight(words: str) -> None:
    text = "the same words. " * 50
    assert len(candidates(text, lost(words))) == 3
    assert len(candidates(text, lost(words), most=2)) == 2
    assert [c.span[0] for c in candidates(text, lost(words), most=20)] == list(range(0, 8 * 16, 16))


def test_other_quotes_and_blanks_count_as_nearly_the_same_words() -> None:
    text = "He said “it’s\u00a0over” – twice."
    (best,) = candidates(text, lost('"it\'s over" - twice'))
    assert (text[slice(*best.span)], best.score) == ("“it’s\u00a0over” – twice", 98.0)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("wait… for it", "wait...", ["wait…"]),
        ("wait… for it", "wait..", []),
        ("wait… for it", "... for", ["… for"]),
        ("½ price", "2 price", []),
        ("½ price", "1⁄2 price", ["½ price"]),
        ("eﬃgy of ﬂax", "effigy of flax", ["eﬃgy of ﬂax"]),
        ("eﬃgy of ﬂax", "figy", []),
        ("a\u00ad\u00adb", "ab", ["a\u00ad\u00adb"]),
        ("\u00adab\u00ad", "ab", ["ab"]),
        ("a \u00a0\t b", "a b", ["a \u00a0\t b"]),
        ("–—", "--", ["–—"]),
        ("🚚’🚚’🚚", "🚚'🚚", ["🚚’🚚", "🚚’🚚"]),
    ],
)
def test_folded_words_lead_back_to_whole_characters(text: str, words: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in folded_occurrences(text, words)] == found


@given(st.text(st.sampled_from("ab “”…½ﬁ\u00ad\u00a0\n–🚚é\u0301﷽")), st.data())
def test_any_span_of_a_text_is_among_its_folded_occurrences(text: str, data: st.DataObject) -> None:
    text = normalise(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end]
    found = folded_occurrences(text, words)
    wanted = fold(words.strip(), "forms").text
    assert all(fold(text[a:b], "forms").text.split() == wanted.split() for a, b in found)
    if wanted.strip():
        assert found
