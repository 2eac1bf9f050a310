"""Words come back from Python-Markdown and Pandoc as they were."""

from __future__ import annotations

import html
import json
import re
import subprocess

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exporting.format_helpers import Cleaner
from briefing.exporting.markdown_escape import escaped, held, opening_mark, quoted, styled, unquoted
from briefing.inline import Run
from tests.briefing.exporting.goldens import tool

HOSTILE = (
    "* star _under_ `code` [link](x) ![image](y) <b>bold</b> &amp; &copy; AT&T R&D",
    "1. list", "12) list", "(a) list", "#. list", "A. Smith came", "- dash", "+ plus", "# heading", "> quote",
    "| a | b |",
    ": definition", "~ tilde", "~~~ fence", "``` fence", "=== rule", "--- rule", "***", "___", "% title",
    "Table: caption",
    "text -- and --- dashes... and more....", "10:30, 50% of $300 or $5, x^2^ H~2~O ~~gone~~",
    "@key and a@example.org",
    "[^1]: note", "[@cite]", "{.class} {#id}", "\\begin{x} \\ \\* \\emph{x}", "http://example.org/a_b_c",
    "::: div",
    "a\u00a0b\tc\u2003d", "🚢 قال e\u0301", "ends in a backslash \\", "*[abbr]: x", "!!! note", "{{ x }}",
    "a|b|c", "'single' \"double\"", "‘curly ’ “ double ”", "he said ‘it’s so’",
    "x" * 300 + "*", "\u200b*\u200d", "<!-- comment -->", "&#42;not star&#42;", "i. roman", "x =\ny", "_",
    "\\",
)  # fmt: skip


def read(text: str) -> str:
    """Return the words that Python-Markdown shows, breaks as line feeds."""
    shown = markdown.markdown(text, extensions=["footnotes", "tables"])
    return html.unescape(re.sub(r"<[^>]+>", "", shown.replace("<br />\n", "\n")))


@pytest.mark.parametrize("words", HOSTILE)
def test_python_markdown_shows_the_words(words: str) -> None:
    one = words.replace("\n", " ")
    assert read(escaped(one)) == one


@pytest.mark.parametrize("words", HOSTILE)
def test_a_quote_is_read_back_from_what_was_written(words: str) -> None:
    assert unquoted(quoted(words)) == held(words)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_clean_text_is_read_back(raw: str) -> None:
    words = Cleaner().text(raw)
    written = quoted(words)
    assert unquoted(written) == held(words)
    assert not re.search("[“”‘\"']", written)


# Python-Markdown keeps STX and ETX for itself, and html.unescape maps C1 characters.
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_line_is_shown_by_python_markdown(raw: str) -> None:
    words = Cleaner().line(raw)
    assert read(f"[^1]\n\n[^1]: “{quoted(words)}” end").count(f"“{words}” end") == 1


def test_pandoc_shows_the_words() -> None:
    lines = [words.replace("\n", " ") for words in HOSTILE]
    document = "\n\n".join(f"x {opening_mark(line)}{quoted(line)}”\n\n{escaped(line)}" for line in lines)
    done = subprocess.run(
        [tool("pandoc"), "-f", "markdown", "-t", "json"],
        input=document.encode(),
        capture_output=True,
        check=True,
    )
    blocks = json.loads(done.stdout)["blocks"]
    assert {block["t"] for block in blocks} == {"Para"}
    shown = ["".join(map(flat, block["c"])) for block in blocks]
    assert shown[0::2] == [f"x “{line}”" for line in lines]
    # Outside quotes, straight marks may become curly ones, and blanks next to them go.
    assert [straight(line) for line in shown[1::2]] == [straight(line) for line in lines]


def flat(node: dict[str, object]) -> str:
    kind, content = node["t"], node.get("c")
    if kind == "Str":
        return str(content)
    if kind == "Quoted" and isinstance(content, list):
        marks = "“”" if content[0]["t"] == "DoubleQuote" else "‘’"
        return marks[0] + "".join(map(flat, content[1])) + marks[1]
    return {"Space": " ", "SoftBreak": "\n", "LineBreak": "\n"}[str(kind)]


def straight(words: str) -> str:
    return re.sub(" *([\"'“”‘’]) *", "'", words)


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ((Run("a "), Run("b", bold=True), Run(" c")), "<p>a <strong>b</strong> c</p>"),
        ((Run("a", bold=True), Run("b", italic=True)), "<p><strong>a</strong><!-- --><em>b</em></p>"),
        ((Run(" b ", bold=True), Run("c")), "<p><strong>b</strong> c</p>"),
        ((Run("a", bold=True, italic=True),), "<p><strong><em>a</em></strong></p>"),
        (
            (Run("[x]*", link="https://example.org/?a=1&b=2"),),
            '<p><a href="https://example.org/?a=1&amp;b=2">[x]*</a></p>',
        ),
    ],
)
def test_runs_are_shown_in_their_style(runs: tuple[Run, ...], shown: str) -> None:
    assert markdown.markdown(styled(runs)) == shown
