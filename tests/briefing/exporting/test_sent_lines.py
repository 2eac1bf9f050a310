"""The list of what left: packed and unpacked, and what counts as the same words."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BadInput
from briefing.exporting import sent_lines
from briefing.exporting.sent_lines import MARK, SentLine

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LINES = st.builds(
    SentLine, st.sampled_from(sent_lines.LINE_KINDS), WORDS, WORDS, WORDS, st.tuples(WORDS) | st.just(()),
    st.tuples(WORDS) | st.just(()), st.integers(0, 6)
)  # fmt: skip


@given(st.lists(LINES, max_size=6))
def test_a_list_comes_back_as_it_was(lines: list[SentLine]) -> None:
    written = sent_lines.dump(lines)
    assert sent_lines.load(written) == tuple(lines)
    assert sent_lines.load(written.replace("\n", "\r\n  ")) == tuple(lines)


def test_a_kind_that_another_version_named_is_read_as_text() -> None:
    assert sent_lines.load(sent_lines.dump([SentLine("epigraph", "A")])) == (SentLine("text", "A"),)  # type: ignore[arg-type]


def test_the_words_cannot_be_searched_and_replaced_in_it() -> None:
    written = sent_lines.dump([SentLine("claim", "roughly even")])
    assert "roughly" not in written
    assert not set(written) & set("-<>&")


def packed(held: object) -> str:
    return base64.b64encode(zlib.compress(json.dumps(held).encode())).decode()


@pytest.mark.parametrize(
    "written",
    [
        "", "no base64", "AAAA", sent_lines.dump([SentLine("claim", "a")])[:-8], packed({}), packed([]), packed({"version": 1, "lines": 3}),  # noqa: E501
        packed({"version": 1, "lines": [[1, 2]]}), packed({"version": 1, "lines": [["a", "b", "", "", [1]]]}),
        packed({"version": 1, "lines": [["a"] * 9]}), packed({"version": 99, "lines": []}), packed("[" * 40),
    ],
)  # fmt: skip
def test_but_what_is_no_list_is_refused(written: str) -> None:
    with pytest.raises(BadInput):
        sent_lines.load(written)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a  b", "a\u00a0b\n", True), ("“a”", '"a"', True), ("it’s", "it's", True), ("a\u200eb", "ab", True), ("e\u0301", "é", True),  # noqa: E501
        ("wait…", "wait...", True), (f"a.{MARK}, {MARK}", f"a. {MARK}\u202f{MARK}", True),
        ("ab", "a b", False), ("Likely", "likely", False), ("not", "now", False), ("10²", "102", False), ("a-b", "a–b", False),  # noqa: E501
        (f"a.{MARK}", "a.", False), ("а", "a", False), ("🚢", "🚣", False), ("می‌خواهد", "میخواهد", False),
    ],
)  # fmt: skip
def test_what_programs_change_without_being_asked_is_the_same_and_nothing_else(
    one: str, other: str, same: bool
) -> None:
    assert (sent_lines.canonical(one) == sent_lines.canonical(other)) is same


def test_the_check_number_is_of_every_word() -> None:
    lines = (SentLine("heading", "A"), SentLine("claim", "B"))
    number = sent_lines.check_number(lines)
    assert len(number) == 19
    assert number != sent_lines.check_number((*lines[:1], SentLine("claim", "C")))
    assert number != sent_lines.check_number(lines[::-1])
