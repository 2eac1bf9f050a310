"""The words of HTML, as mail, EPUB, feeds and web pages need them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import text
from briefing.importing.common.superscripts import raised
from briefing.importing.html.markup import plain_text

SHOWN: tuple[tuple[str, str], ...] = (
    ("", ""),
    ("plain &amp; simple", "plain & simple"),
    ("<p>one<p>two", "one\ntwo"),
    ("<h1>Head</h1>text <b>wi</b>thin<div>more</div>tail", "Head\ntext within\nmore\ntail"),
    ("one<br>two<br/><br>three", "one\ntwo\nthree"),
    ("a<!-- b -->c<script>d</script><style>e</style><template>f</template>g", "acg"),
    ("<ul><li>a<li>b</ul>", "- a\n- b"),
    ("<ol start=7><li>a<li value=9>b<li>c</ol>", "7. a\n9. b\n10. c"),
    ("<ol reversed><li>a<li>b</ol>", "2. a\n1. b"),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"),
    ("<ul><li><p>a</p><p>b</p></ul>", "- a\n  b"),
    ("<table><tr><th>A<th>B<tr><td>1<td><p>2</p><p>3</p></table>", "A | B\n1 | 2 3"),
    ("<table><tr><td>1<td>2<td><td>4<tr><td>5<td></table>", "1 | 2 |  | 4\n5"),
    ("<table><tr><td><p>a</p><p>b</p><td>c</table>", "a\nb\nc"),
    ("<table role=presentation><tr><td>a<td>b</table>", "a\nb"),
    ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", "a | b\nc"),
    ("<blockquote>a <q>b</q></blockquote>c", "a “b”\nc"),
    ("<pre>  a\n    b\n</pre>c  d", "  a\n    b\nc d"),
    ("<p hidden>a</p><p style='x:y; display:none'>b</p><p style='visibility: hidden'>c</p>d", "d"),
    ("<p>a&nbsp;b co&shy;op</p>", "a\u00a0b coop"),
    ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
    ("<select><option>a</select><button>b</button><textarea>c</textarea>d", "d"),
    ("a\x00b&#0;c&#xD800;", "ab\ufffdc\ufffd"),
    ("<title>t</title><p>a <a href=x>b</a>, c", "a b, c"),
)


@pytest.mark.parametrize(("markup", "words"), SHOWN)
def test_it_gives_the_words_a_reader_sees(markup: str, words: str) -> None:
    assert plain_text(markup)[0] == words


RAISED: tuple[tuple[str, str, bool, str], ...] = (
    ("3 million", "1", False, "[1]"),
    ("40 km", "2", False, "²"),
    ("10", "-3", False, "⁻³"),
    ("H", "2", True, "₂"),
    ("the 20", "th", False, "th"),
    ("M", "me", False, "me"),
    ("it said.", "4", False, "[4]"),
    ("it said", "[4]", False, "[4]"),
    ("it said", "a", False, "[a]"),
    ("it said", "*", False, "*"),
    ("it said ", "4", False, "4"),
    ("", "4", False, "4"),
    ("it said", "a longer remark", False, " a longer remark"),
)


@pytest.mark.parametrize(("before", "inner", "lowered", "shown"), RAISED)
def test_what_is_raised_does_not_run_into_the_word_before_it(
    before: str, inner: str, lowered: bool, shown: str
) -> None:
    assert raised(before, inner, lowered) == shown


@pytest.mark.parametrize("tag", ["div", "span", "b", "ul><li", "table><tr><td", "blockquote"])
@pytest.mark.parametrize("depth", [260, 1000, 3000, 20_000])
def test_words_are_read_however_deep_they_stand(tag: str, depth: int) -> None:
    found, _ = plain_text(f"<p>before</p>{f'<{tag}>' * depth}deep <b>wo</b>rds")
    assert found.split("\n")[0] == "before"
    assert "deep words" in found


def test_but_nesting_that_could_not_be_kept_is_named() -> None:
    found, notices = plain_text("<div>" * 5000 + "deep" + "</div>" * 5000 + "<p>after</p><p>all</p>")
    assert found == "deep\nafter\nall"
    assert "too deep" in notices[0]


def test_bytes_are_decoded_as_declared_and_a_guess_is_named() -> None:
    assert plain_text("<p>тест слова".encode("cp1251"), "windows-1251") == ("тест слова", ())
    found, notices = plain_text("<p>“café” naïve".encode("cp1252"))
    assert found == "“café” naïve"
    assert "was guessed" in notices[0]


MARKS = st.sampled_from(
    (
        "<p>",
        "</p>",
        "<ul><li>",
        "</ul>",
        "<table><tr><td>",
        "</table>",
        "<sup>",
        "</sup>",
        "<pre>",
        "<br>",
        "<b",
        ">",
    )
)


@given(st.lists(MARKS | st.text(max_size=8), max_size=30))
def test_any_markup_gives_a_source_text(pieces: list[str]) -> None:
    found, _ = plain_text("".join(pieces))
    assert text.normalise(found) == found


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=1, max_size=6)
WRAPS = st.sampled_from(("p", "div", "li", "td", "b", "span", "blockquote", "a", "h2", "section", "em"))


@given(st.lists(st.tuples(WRAPS, WORDS), max_size=20))
def test_no_word_is_lost_or_changed(pieces: list[tuple[str, list[str]]]) -> None:
    markup = " ".join(f"<{tag}>{' '.join(words)}</{tag}>" for tag, words in pieces)
    found, _ = plain_text(markup)
    assert [word for word in found.split() if word != "-"] == [word for _, words in pieces for word in words]
