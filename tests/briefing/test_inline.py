"""Inline Markdown: read by Python-Markdown, written so that it reads back, hostile input and all."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing import inline
from briefing.inline import Run

WORDS = st.text(
    st.sampled_from("ab *_[]()\\`<>&!#.:'\"é🚚ق\u00a0")
    | st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")),
    max_size=12,
).map(inline.one_line)
LINKS = st.sampled_from(
    ("", "", "https://x.org/a?b=1&c=*_d_*#e", "https://x.org/Idlib_(city)", "mailto:a@x.org")
)
RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans(), LINKS), max_size=6).map(tuple)


def shape(markdown: str) -> list[tuple[str, str]]:
    """Each run's words with b, i and l for its style."""
    return [(r.text, "b" * r.bold + "i" * r.italic + "l" * bool(r.link)) for r in inline.parse(markdown)]


@pytest.mark.parametrize(
    ("markdown", "runs"),
    [
        ("", []),
        ("plain words", [("plain words", "")]),
        ("a **b** c", [("a ", ""), ("b", "b"), (" c", "")]),
        ("*a* _b_ __c__", [("a", "i"), (" ", ""), ("b", "i"), (" ", ""), ("c", "b")]),
        ("***a***", [("a", "bi")]),
        ("**a *b* c**", [("a ", "b"), ("b", "bi"), (" c", "b")]),
        ("see [the *page*](https://x.org)!", [("see ", ""), ("the ", "l"), ("page", "il"), ("!", "")]),
        ("[a](<https://x.org/b_(c)>) d", [("a", "l"), (" d", "")]),
        ('[a](https://x.org "title")', [("a", "l")]),
        (r"\*a\* \[b\] \\", [(r"*a* [b] \ "[:-1], "")]),
        ("snake_case_name and *x*", [("snake_case_name and ", ""), ("x", "i")]),
    ],
)
def test_bold_italic_and_links_are_read(markdown: str, runs: list[tuple[str, str]]) -> None:
    assert shape(markdown) == runs


@pytest.mark.parametrize(
    "words",
    [
        "# not a heading",
        "- not a list",
        "1. not a list",
        "> not a quote",
        "<b>not markup</b>",
        "<script>alert(1)</script>",
        "<https://x.org> <a@x.org>",
        "a &amp; b &#42; c",
        "`not code`",
        "![not an image](https://x.org/a.png)",
        "[not][a reference]",
        "[^1] not a note",
        "[a [b] c](https://x.org)",
        "3 * 4 * 5",
        "a  b",
        "[",
        "]",
        "\\",
        "klzzwxh:0000",
    ],
)
@pytest.mark.parametrize("tail", ["", " **b**"])
def test_but_everything_else_stays_the_words_it_is(words: str, tail: str) -> None:
    assert inline.plain(words + tail) == words + tail.replace("*", "")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//x.org/a",
        "\\\\host\\share",
        "ftp://x.org",
        "x.org",
        "",
        "#a",
        " https://x.org",
        "https://",
        "https://x.org/<b>",
        "https://x.org/a\nb",
        "https://x.org/\u202eb",
        "https://x.org/\u2066b",
        "https://x.org/\u2028b",
        "https://x.org/a b",
    ],
)
def test_a_link_to_any_other_scheme_keeps_its_words_only(url: str) -> None:
    assert not inline.link_allowed(url)
    assert all(not run.link for run in inline.parse(f"[words]({url})"))
    assert all(not run.link for run in inline.parse(f"[words](<{url}>)"))
    assert "words" in inline.plain(f"[words]({url})")


@pytest.mark.parametrize(
    "url", ["http://x.org", "HTTPS://x.org/a_(b)?c=d#e", "mailto:a@x.org", "https://x.org/é/ق"]
)
def test_but_the_web_and_mail_are_allowed(url: str) -> None:
    assert inline.link_allowed(url)
    run = Run("words", link=url)
    assert inline.parse(inline.write((run,))) == (run,)


@given(WORDS)
def test_escaped_words_read_back_as_they_are(words: str) -> None:
    assert inline.plain(inline.escape(words)) == words
    assert all(run.style == (False, False, "") for run in inline.parse(inline.escape(words)))


@given(RUNS)
@example((Run("a", True), Run("b", italic=True), Run("c", True, True)))
@example((Run("a ", True), Run(" ", True, True), Run(" b", italic=True)))
@example((Run("*", True), Run("_", italic=True)))
@example((Run("a"), Run(" ", True, link="https://x.org"), Run("\u00a0", italic=True)))
def test_what_is_written_has_the_words_and_is_written_the_same_again(runs: tuple[Run, ...]) -> None:
    written = inline.write(runs)
    back = inline.parse(written)
    assert inline.text_of(back) == inline.text_of(runs)
    assert inline.write(back) == written
    assert all(not run.link or run.link in {r.link for r in runs} for run in back)


@given(
    st.lists(
        st.builds(
            Run, st.sampled_from(("one", "two three", "*", "[x]", "é🚚")), st.booleans(), st.booleans(), LINKS
        )
    )
)
def test_styles_set_apart_by_blanks_read_back_as_they_were(styled: list[Run]) -> None:
    runs = inline.merged(part for run in styled for part in (run, Run(" ")))
    assert inline.parse(inline.write(runs)) == runs


@given(st.text(max_size=60))
def test_any_typed_text_settles_after_one_reading(typed: str) -> None:
    once = inline.write(inline.parse(typed))
    assert inline.write(inline.parse(once)) == once
    assert inline.plain(once) == inline.one_line(inline.plain(typed))


@pytest.mark.parametrize(
    "unit",
    ["[", "]", "*", "_", "\\", "[[](", "[](", "[a](", '[a](b "', "[a](<", "**_", "![", "*a ", "[a](u)"],
)
def test_eight_kilobytes_of_marks_are_read_and_written(unit: str) -> None:
    hostile = unit * (8192 // len(unit))
    once = inline.write(inline.parse(hostile))
    assert inline.plain(once) == inline.plain(hostile)


def test_a_statement_too_long_for_styles_keeps_its_words_when_written_again() -> None:
    words = "*a* [b] \\ _c_ " * 2000
    written = inline.write((Run(words),))
    assert inline.plain(written) == words
    assert inline.write(inline.parse(written)) == written


@given(RUNS, st.integers(0, 30), st.integers(0, 30) | st.none())
def test_cut_takes_the_words_between_two_offsets(runs: tuple[Run, ...], start: int, end: int | None) -> None:
    kept = inline.cut(runs, start, end)
    assert inline.text_of(kept) == inline.text_of(runs)[start:end]
    assert {r.style for r in kept} <= {r.style for r in runs}


@given(RUNS, st.integers(0, 30))
def test_the_two_sides_of_a_cut_are_the_whole(runs: tuple[Run, ...], at: int) -> None:
    assert inline.merged((*inline.cut(runs, 0, at), *inline.cut(runs, at))) == inline.merged(runs)


@pytest.mark.parametrize("typed", ["a\nb", "a\tb", "a\u2028b", "a\x00b", "a\ufffcb", "a\ud800b", "a\x9fb"])
def test_a_statement_stays_on_one_line(typed: str) -> None:
    assert inline.one_line(typed) == "a b"


CROSSED = st.text(st.sampled_from("*_[]()\\ab "), max_size=24)


@given(CROSSED)
@example("***[*_ *\\(*")
def test_crossed_rows_of_marks_never_leak_or_lose_a_letter(markdown: str) -> None:
    words = inline.text_of(inline.parse(markdown))
    assert not set(words) & {"\x02", "\x03"}
    assert "klzz" not in words
