"""Which words of a page are struck through: by element, by style, by the rules of the page."""

from __future__ import annotations

import pytest

from briefing.importing.common.struck_out import without_struck
from briefing.importing.html.markup import plain_text, tree_of
from briefing.importing.html.struck_rules import StruckRules
from tests.work import processor_seconds

_ASIDE = "<p>The port held fourteen ships.</p>"

# What stands in <style>, and an element round the word "forty"; whether the word is struck.
TABLE = [
    ("", "<s>forty</s>", True),
    ("", "<del>forty</del>", True),
    ("", "<strike>forty</strike>", True),
    ("", "<ins>forty</ins>", False),
    ("", "<u>forty</u>", False),
    ("", "<span style='text-decoration: line-through'>forty</span>", True),
    ("", "<span style='color: red; TEXT-DECORATION-LINE: underline line-through'>forty</span>", True),
    ("", "<span style='text-decoration: underline'>forty</span>", False),
    ("", "<span style='--old: line-through; x-text-decoration: line-through'>forty</span>", False),
    ("", "<del>a <b>hidden <i>forty</i></b></del>", True),
    (".old { text-decoration: line-through }", "<b class='big old'>forty</b>", True),
    (".old { text-decoration: line-through }", "<b class='older'>forty</b>", False),
    ("b.old, u.gone { color: red; text-decoration: line-through red }", "<u class=gone>forty</u>", True),
    ("b.old { text-decoration: line-through }", "<u class=old>forty</u>", False),
    ("#first { text-decoration-line: line-through }", "<u id=first>forty</u>", True),
    (".fix .old { text-decoration: line-through }", "<b class=old>forty</b>", False),
    (".fix > .old { text-decoration: line-through }", "<i class=fix><b class=old>forty</b></i>", True),
    ("p .fix .old { text-decoration: line-through }", "<i class=fix><u><b class=old>forty</b></u></i>", True),
    (".old:hover { text-decoration: line-through }", "<b class=old>forty</b>", False),
    ("@media print { .old { text-decoration: line-through } }", "<b class=old>forty</b>", False),
    ("@media screen { p {} .old { text-decoration: line-through } }", "<b class=old>forty</b>", True),
    ("/* .old { */ .new { text-decoration: line-through }", "<b class=old>forty</b>", False),
    ("@import 'x.css'; .old { text-decoration: line-through }", "<b class=old>forty</b>", True),
    (".old { text-decoration: line-through", "<b class=old>forty</b>", False),
]


@pytest.mark.parametrize(("rules", "element", "struck"), TABLE, ids=range(len(TABLE)))
def test_a_word_is_struck_as_the_page_shows_it(rules: str, element: str, struck: bool) -> None:
    page = f"<html><head><style>{rules}</style></head><body>{_ASIDE}<p>They saw {element} ships.</p></body>"
    text, passages = without_struck(plain_text(page)[0])
    assert ("forty" in text) is not struck
    assert any("forty" in one.words for one in passages) is struck
    assert text.startswith("The port held fourteen ships.")


def test_struck_words_in_a_list_a_row_and_preformatted_lines_keep_their_places() -> None:
    page = (
        "<ul><li>one</li><li><s>two</s></li></ul><table><tr><th>Port</th><th>Ships</th></tr>"
        "<tr><td>Aby</td><td><del>40</del> 14</td></tr></table><pre>first\n<s>second\nthird</s> end</pre>"
    )
    text, passages = without_struck(plain_text(page)[0])
    assert text == "- one\nPort | Ships\nAby | 14\nfirst\nend"
    assert [one.words for one in passages] == ["- two\n", "40 ", "second\n", "third "]


@pytest.mark.parametrize(
    "rules",
    ["{" * 100_000, "}" * 100_000, "a," * 100_000 + "b{text-decoration:line-through}", "/*" * 100_000,
     "text-decoration:" * 20_000 + "line-through", ".a .a .a .a{text-decoration:line-through}" * 5_000,
     "a{text-decoration:" + " " * 100_000 + "line-through}"],
    ids=range(7),
)  # fmt: skip
def test_rules_of_any_size_are_read_in_a_moment(rules: str) -> None:
    page = f"<style>/* line-through */{rules}</style>" + "<div class=a>" * 300 + "<p>Words.</p>" * 3_000
    root, _ = tree_of(page)

    def read() -> None:
        found = StruckRules.of(root)
        assert root is not None
        assert not all(found.strike(element) for element in root.iter())

    assert processor_seconds(read) < 5
