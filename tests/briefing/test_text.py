"""A source text: normalised, cut into paragraphs, sentences and tokens."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import text as t

ANY_UNICODE = st.text(st.characters(exclude_categories=()))
ARTICLE = Path(__file__).resolve().parents[3] / "shared" / "articles" / "idlib-patrols.txt"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("one\r\ntwo", "one\ntwo"),
        ("one\rtwo", "one\ntwo"),
        ("one\n\rtwo", "one\n\ntwo"),
        ("one\x85two", "one\ntwo"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("a\x00b", "ab"),
        ("\ufeffText, \ufeffagain", "Text, again"),
        ("a\ud83dz\udc00", "az"),
        ("\ufdd0a\ufdd1", "a"),
    ],
)
def test_line_ends_become_lf_and_what_qt_keeps_for_itself_goes(raw: str, clean: str) -> None:
    assert t.normalise(raw) == clean


@pytest.mark.parametrize(
    "kept",
    [
        "cafe\u0301 and café",
        "ﬁ Å ½ ①",
        "a\u00a0b\u202fc\u200bd\u00ade",
        "tab\tform\x0cfeed\x0bvertical",
        "\u200eleft\u200fright\u202aembedded\u202c",
        "👩‍🚒🇹🇷",
        "\ufffc\ufffd\ufffe\ufdd2",
        "\x1c\x1d\x1e\x1f",
        "  blanks at the ends \n",
    ],
)
def test_but_nothing_else_is_touched(kept: str) -> None:
    assert t.normalise(kept) == kept


@given(ANY_UNICODE)
def test_normalising_twice_is_normalising_once(raw: str) -> None:
    once = t.normalise(raw)
    assert t.normalise(once) == once
    assert not set(once) & set("\r\x85\u2028\u2029\x00\ufeff\ufdd0\ufdd1")
    once.encode()


@pytest.mark.parametrize(
    "sentences",
    [
        ["Patrols begin on Sunday.", "Nobody said who pays!", "Why not?"],
        ["Dr. Akar met Gen. Pavlov at 10 a.m. in Ankara.", "They agreed."],
        ["The U.S. Army left.", "It took 24.6 tons along."],
        ["J. R. Smith, Jr., Sept. 3, vs. the rest etc. and so on.", "Done."],
        ["“We hope so.”", "“Do you?”", "(He did.)", "So it was."],
        ["He waited…", "Nothing came."],
        ["هل بدأت الدوريات؟", "نعم، بدأت يوم الأحد."],
        ["کیا گشت شروع ہوا؟", "جی ہاں۔", "پھر کیا ہوا۔"],
        ["A headline without a full stop", "The first line.", "The second"],
        ["It cost $3.5 million.", "That is much."],
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n", "\n\n", "\u00a0"])
def test_it_cuts_a_text_into_sentences(sentences: list[str], gap: str) -> None:
    if gap in " \u00a0" and not all(s[-1] in ".!?…؟۔”)" for s in sentences[:-1]):
        gap = "\n"
    text = gap.join(sentences)
    assert [text[a:b] for a, b in t.sentences(text)] == sentences


@pytest.mark.parametrize("text", ["", "   ", "\n\n \n", "\u00a0"])
def test_blanks_hold_no_sentence_and_no_paragraph(text: str) -> None:
    assert list(t.sentences(text)) == []
    assert list(t.paragraphs(text)) == []
    assert t.word_count(text) == 0


@given(ANY_UNICODE.map(t.normalise))
def test_sentences_stand_in_order_and_leave_only_blanks_between(text: str) -> None:
    spans = list(t.sentences(text))
    assert all(a < b and not text[a].isspace() and not text[b - 1].isspace() for a, b in spans)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert all(a <= b for a, b in pairwise(edges))
    assert all(text[a:b].strip() == "" for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert all("\n" not in text[a:b] for a, b in spans)


@given(ANY_UNICODE.map(t.normalise))
def test_paragraphs_are_the_lines_with_words(text: str) -> None:
    assert [text[a:b] for a, b in t.paragraphs(text)] == [p for p in text.split("\n") if p.strip()]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("24.6 tons, M4's end", ["24", "6", "tons", "M4's", "end"]),
        ("Hay’at_Tahrir", ["Hay’at", "Tahrir"]),
        ("قوات، مشتركة", ["قوات", "مشتركة"]),
        ("— … !", []),
    ],
)
def test_tokens_are_whole_words_and_numbers(text: str, tokens: list[str]) -> None:
    assert [text[a:b] for a, b in t.tokens(text)] == tokens


@pytest.mark.parametrize(
    ("span", "trimmed"),
    [((0, 9), (2, 6)), ((2, 6), (2, 6)), ((0, 2), (0, 0)), ((3, 7), (3, 6)), ((4, 4), (4, 4))],
)
def test_a_selection_is_trimmed_of_blanks(span: t.Span, trimmed: t.Span) -> None:
    assert t.trim_span("  word\u00a0\n ", *span) == trimmed


def test_a_hash_is_that_of_the_utf_8() -> None:
    assert t.sha256("é") == t.sha256("é".encode()) != t.sha256("e\u0301")
    assert len(t.sha256(b"")) == 64


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not part of the project")
def test_a_real_article_is_cut_where_a_reader_would() -> None:
    article = t.normalise(ARTICLE.read_text(encoding="utf-8"))
    found = [article[a:b] for a, b in t.sentences(article)]
    assert len(found) == 17
    assert found[0] == "Turkish, Russian Troops to Start Syria Patrols on Sunday"
    assert '"set up joint coordination centers" for Idlib.' in found[5]
    assert found[6] == "The minister did not provide further details."
    assert found[-1].startswith("Syrian forces had captured")
    assert len(list(t.paragraphs(article))) == 13


@pytest.mark.parametrize(
    ("exact", "limit", "spans"),
    [("aa", 0, ((0, 2), (1, 3), (2, 4))), ("aa", 2, ((0, 2), (1, 3))), ("b", 0, ()), ("", 0, ())],
)
def test_occurrences_overlap(exact: str, limit: int, spans: tuple[t.Span, ...]) -> None:
    assert t.occurrences("aaaa", exact, limit=limit) == spans


@pytest.mark.parametrize(
    ("words", "most", "short"),
    [
        ("one two three four", 12, "one two…"),
        ("one two three four", 14, "one two three…"),
        ("short\n words", 70, "short words"),
        ("until the end of January 2024", 22, "until the end of…"),
        ("He said, and left", 9, "He said…"),
        ("the agency (“Anadolu”) wrote", 13, "the agency…"),
        ("Donaudampfschifffahrtsgesellschaft sank", 20, "Donaudampfschifffahrtsgesellschaft…"),
        ("Donaudampfschifffahrtsgesellschaft", 20, "Donaudampfschifffahrtsgesellschaft"),
        ("x" * 100, 10, "x" * 9 + "…"),
        ("停火协议在周日生效并持续到五月", 8, "停火协议在周日…"),
        ("e\u0301" * 40, 10, "e\u0301" * 4 + "…"),
        ("العاصمة تستعد لوصول الوفد", 14, "العاصمة تستعد…"),
        ("", 5, ""),
    ],
)
def test_what_is_shortened_ends_between_words(words: str, most: int, short: str) -> None:
    assert t.shortened(words, most) == short


@given(st.text(st.sampled_from("ab \n”…é停\u0301"), max_size=300), st.integers(4, 80))
def test_no_word_is_cut_where_one_can_stay_whole(words: str, most: int) -> None:
    short = t.shortened(words, most)
    flat = " ".join(words.split())
    assert short == flat or short.endswith("…")
    kept = short.removesuffix("…") if short != flat else short
    assert flat.startswith(kept)
    assert len(short) <= 2 * most + 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Talks end", "“Talks end”"),
        ("“Talks end”", "“‘Talks end’”"),
        ("He said “no” twice", "“He said ‘no’ twice”"),
        ("Er sagte „nein“", "“Er sagte ‚nein‘”"),
        ("An unclosed “mark", "“An unclosed ‘mark”"),
    ],
)
def test_marks_within_a_quotation_are_single(words: str, expected: str) -> None:
    assert t.quoted(words) == expected


@given(st.text(max_size=200), st.integers(min_value=4, max_value=90))
def test_whatever_is_quoted_is_known_again(words: str, most: int) -> None:
    assert re.fullmatch(t.QUOTED, t.quoted(words, most))
