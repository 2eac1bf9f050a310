"""Struck-out words of any format: no part of the text, kept with their place, named in a notice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.importing.inputs import read_bytes
from briefing.importing.results import Imported, to_source
from briefing.quoting import anchor
from briefing.text import StruckPassage, struck_of_bytes

_WORDS = (
    "Harbour count corrected",
    "The harbour office counted <fifty> nine ships at anchor on Tuesday, its clerk wrote in a later note.",
    "The crews had <accepted> rejected the offer before the evening, a speaker of theirs wrote.",
)


def _html() -> bytes:
    first, second, third = (line.replace("<", "\0").replace(">", "</del>") for line in _WORDS)
    body = f"<h1>{first}</h1><p>{second}</p><p>{third}</p>".replace("\0", "<del>")
    return f"<!doctype html><html lang=en><body><article>{body}</article></body></html>".encode()


FILES: dict[str, Callable[[], bytes]] = {"count.html": _html}


def _read(name: str) -> Imported:
    read = read_bytes(name, FILES[name]())
    assert isinstance(read, Imported)
    return read


@pytest.mark.parametrize("name", FILES)
def test_struck_words_are_no_part_of_the_text(name: str) -> None:
    read = _read(name)
    assert "counted nine ships at anchor" in read.text
    assert "had rejected the offer" in read.text
    assert "fifty" not in read.text
    assert "accepted" not in read.text


@pytest.mark.parametrize("name", FILES)
def test_they_are_kept_with_their_place_and_named_in_a_notice(name: str) -> None:
    read = _read(name)
    assert [one.words.strip() for one in read.struck] == ["fifty", "accepted"]
    full = read.text
    for one in reversed(read.struck):
        full = full[: one.start] + one.words + full[one.start :]
    assert "counted fifty nine ships" in full
    assert "had accepted rejected the offer" in full
    assert "Struck-out words left out of the text: 2 (“fifty”, “accepted”)." in read.notices


@pytest.mark.parametrize("name", FILES)
def test_they_come_into_the_brief_as_a_list_of_their_own(name: str) -> None:
    read = _read(name)
    source, bodies = to_source(read, accessed="2026-01-02")
    assert source.struck_sha
    (kept,) = (body.data for body in bodies if body.sha == source.struck_sha)
    assert struck_of_bytes(kept, len(read.text)) == read.struck


@pytest.mark.parametrize("name", FILES)
def test_a_quote_goes_over_their_place_and_is_found_there(name: str) -> None:
    text = _read(name).text
    start = text.index("counted nine")
    quote = anchor.describe(text, (start, start + len("counted nine ships")), "sha")
    assert quote.exact == "counted nine ships"
    assert isinstance(anchor.resolve(text, "sha", quote), anchor.Found)


def test_a_file_without_struck_words_keeps_no_list() -> None:
    read = read_bytes("plain.txt", b"Nine ships were at anchor.\n\nNobody counted again.\n")
    assert isinstance(read, Imported)
    source, bodies = to_source(read, accessed="2026-01-02")
    assert (read.struck, source.struck_sha) == ((), "")
    assert len(bodies) == 1


@pytest.mark.parametrize(
    "kept",
    [b"", b"{}1", b"[1]", b"[[0]]", b'[["0","a"]]', b'[[0,1]]', b'[[0,""]]', b'[[-1,"a"]]', b'[[6,"a"]]',
     b'[[3,"a"],[2,"b"]]', b'[[true,"a"]]', b'[[0,"a\\u0000"]]', b"[" * 100_000, b"\xff"],
)  # fmt: skip
def test_a_list_that_only_another_hand_can_have_written_is_refused(kept: bytes) -> None:
    assert struck_of_bytes(b'[[2,"a "],[5,"b"]]', 5) == (StruckPassage(2, "a "), StruckPassage(5, "b"))
    with pytest.raises(ValueError):
        struck_of_bytes(kept, 5)
