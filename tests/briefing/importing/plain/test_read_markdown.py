"""Markdown as its reader sees it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.plain.read_markdown import read, strip_marks


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**a *b* c** and *a **b** c*", "a b c and a b c"),
        ("***x*** _it_ __so__", "x it so"),
        ("2 * 3 * 4 and snake_case_word", "2 * 3 * 4 and snake_case_word"),
        (r"\*not\* \[a\](b)", "*not* [a](b)"),
        ("`a*b*` and ``x ` y``", "a*b* and x ` y"),
        ("[a **b**](http://x_(y)) <http://c.example>", "a b http://c.example"),
        ("[a](<http://x> 'title') he said [sic]", "a he said [sic]"),
        ("[a][r], [R] and [b][]\n\n[r]: http://r.example 'T'\n[b]: <http://b>", "a, R and b"),
        ("![alt](p.png) [![logo](i.png)](u)", "alt logo"),
        ("AT&amp;T &lt;b&gt; &eacute; &nosuch; R&D", "AT&T <b> é &nosuch; R&D"),
        ("one<br>two <b>bold</b><!-- note --> 1 < 2 > 0", "one two bold 1 < 2 > 0"),
        ("# One #\n## Two\n\nThree\n===\nFour\n---", "One\nTwo\n\nThree\nFour"),
        ("#hashtag and C# #", "#hashtag and C# #"),
        ("wrapped\nline  \nhard\\\nbreak", "wrapped line\nhard\nbreak"),
        (
            "* one\n  more\n+ two\n   - three\n1. four\n2) five",
            "- one more\n- two\n   - three\n1. four\n2) five",
        ),
        ("> quoted\n> words\n\n***\n\nend", "quoted words\n\n\n\nend"),
        ("```py\nx = *1*\n\n# no\n```\nend", "x = *1*\n\n# no\nend"),
        ("~~~\nopen to the end", "open to the end"),
        ("| a | b |\n|:--|--:|\n| 1 | **2** |\n\nend", "a | b\n1 | 2\n\nend"),
        ("a | b\n---|---\n1 | 2\n3 | 4\n\nend\nwords", "a | b\n1 | 2\n3 | 4\n\nend words"),
        ("a[^1] and b\n\n[^1]: Note", "a[^1] and b\n\n[^1]: Note"),
        ("[a](javascript:x) <a@b.example>", "a a@b.example"),
        ("> - one\n>\n> two", "- one\n\ntwo"),
        ("- - a\n- # b\n-", "- - a\n- b\n-"),
        ("emoji 👩‍🚀 e\u0301\u00a0kept", "emoji 👩‍🚀 e\u0301\u00a0kept"),
    ],
)
def test_it_leaves_the_words(marked: str, words: str) -> None:
    assert strip_marks(marked)[0] == words


def _read(text: str) -> Parsed:
    return read(text.encode(), Hints(name="a.md"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The *head*\n\ntext", "The head"),
        ("## Small\n\n# Large\n\ntext", "Large"),
        ("## Only small\n\ntext", "Only small"),
        ("Set\n===\ntext", "Set"),
        ("Plain head\n\ntext of it.", "Plain head"),
        ("---\ntitle: 'Front: matter'\n---\n# Head\n", "Front: matter"),
        ("Text that ends.\n", ""),
    ],
)
def test_its_title_is_said_or_its_main_heading(text: str, title: str) -> None:
    assert _read(text).title == title


def test_header_lines_are_read_and_keep_their_lines() -> None:
    parsed = _read(
        "# Head\n*By Jane Smith*\n**Published: 4 May 2021**\nSource: The Gazette\nFirst words\ngo on.\n"
    )
    assert (
        parsed.text == "Head\nBy Jane Smith\nPublished: 4 May 2021\nSource: The Gazette\nFirst words go on."
    )
    assert (parsed.authors, parsed.published, parsed.publisher) == (
        ("Jane Smith",),
        "2021-05-04",
        "The Gazette",
    )


def test_front_matter_fills_fields_and_is_left_out() -> None:
    parsed = _read(
        "---\n# a comment\nauthors: [Jane Smith, 'John Doe']\nDate: 13 March 2020\nsource: "
        "https://a.example/b\npublication: The Gazette\nlang: fr\ntags:\n  - one\nextra:\n  nested: "
        "yes\n---\nWords\n"
    )
    assert parsed.text == "Words"
    assert parsed.authors == ("Jane Smith", "John Doe")
    assert (parsed.published, parsed.publisher) == ("2020-03-13", "The Gazette")
    assert (parsed.url, parsed.language) == ("https://a.example/b", "fr")
    assert parsed.notices == ("The front matter (12 lines) was read and left out of the text.",)


@pytest.mark.parametrize(
    ("block", "field", "value"),
    [
        ("title: Talks: day two", "title", "Talks: day two"),
        ("title: It's “open”: so far", "title", "It's “open”: so far"),
        ("title: >\n  Two lines\n  of it", "title", "Two lines of it"),
        ('title: "a \\"b\\" c"', "title", 'a "b" c'),
        ("title: [Update] Talks", "title", "[Update] Talks"),
        ("title: x\ndate: 2020-03-13", "published", "2020-03-13"),
        ("title: x\nlang: no", "language", "no"),
        (
            "title: x\nauthors:\n- name: Jane Smith\n  role: editor\n- John Doe",
            "authors",
            ("Jane Smith", "John Doe"),
        ),
        ("title: x\nauthors:\n  - Jane Smith\n  - John Doe", "authors", ("Jane Smith", "John Doe")),
        ("title: ~\nauthor: Jane Smith", "authors", ("Jane Smith",)),
    ],
)
def test_front_matter_is_read_as_it_is_written(block: str, field: str, value: object) -> None:
    parsed = _read(f"---\n{block}\n---\nWords of it.\n")
    assert getattr(parsed, field) == value
    assert parsed.text == "Words of it."


@pytest.mark.parametrize(
    "block",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
        "a: &a\n  b: *a",
        "title: !!python/object/apply:os.system [echo]\n  x",
        "title: " + "word " * 5_000,
    ],
)
def test_a_block_made_to_grow_or_to_run_is_text(block: str) -> None:
    parsed = _read(f"---\n{block}\n---\nWords of it.\n")
    assert "Words of it." in parsed.text
    assert not any("front matter" in notice for notice in parsed.notices)


def test_a_block_made_to_nest_ends_as_words() -> None:
    assert _read(f"---\na: {'[' * 15_000}\n---\nWords of it.\n").text == "Words of it."


@pytest.mark.parametrize(
    "text",
    [
        "---\nnot a pair\n---\nWords",
        "---\n\n---\nWords",
        "---\ntitle: never closed\nWords",
        "words\n---\ntitle: x\n---\n",
    ],
)
def test_but_rules_around_words_are_no_front_matter(text: str) -> None:
    parsed = _read(text)
    assert "words" in parsed.text.lower()
    assert not any("front matter" in notice for notice in parsed.notices)


def test_it_names_what_it_left_out() -> None:
    notices = _read("[a](http://a) [b](http://b) ![p](q.png) <i>x</i> ~~gone~~").notices
    assert notices == (
        "Links kept as words, without their addresses: 2 (http://a, http://b).",
        "Pictures left out, their descriptions kept: 1.",
        "HTML tags and comments left out: 2.",
        "Struck-out words left out of the text: 1 (“gone”).",
    )


def test_words_without_marks_pass_unchanged_and_without_notice() -> None:
    text = "First paragraph, all of it.\n\nSecond one."
    assert (_read(text).text, _read(text).notices) == (text, ())


@given(st.text(alphabet="ab[](){}<>!*_`~#|-+=\\&;:\"' \n\t1.", max_size=300))
def test_no_mixture_of_marks_is_too_much(text: str) -> None:
    words = _read(text).text
    assert "\ufdd0" not in words
    assert set(words) <= set(text) | set(" \n-")
