"""What a brief file is built of: the bodies that a brief names, in words, and a shelf of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model import Edition, Source
from briefing.storage.building import lost_bodies, named_bodies
from briefing.storage.shelf import Shelf, first_of, from_files
from briefing.text import sha256
from tests.briefing.storage.conftest import ARTICLE, small_brief

SOURCES = (
    Source("s1", title="Patrols", filename="patrols.html", text_sha="t1", original_sha="o1"),
    Source("s2", filename="talks.pdf", text_sha="t2", mends_sha="m2"),
    Source("s3", text_sha="t3", original_sha="o1"),
    Source("s4"),
)
NAMED = {
    "t1": "the text of “Patrols”",
    "o1": "the original file of “Patrols”",
    "t2": "the text of “talks.pdf”",
    "m2": "the list of repaired places of “talks.pdf”",
    "t3": "the text of “s3”",
}


def test_bodies_are_named_in_words_each_once_in_the_order_of_the_brief() -> None:
    brief = small_brief()
    (quote,) = (e.quote for s in brief.sections for item in s.items for e in item.evidence)
    frozen = replace(brief, sources=SOURCES, editions=(Edition(3, "", "", "f3"),))
    assert list(named_bodies(frozen).items()) == [
        *NAMED.items(),
        (quote.text_sha, "the text of an older version that a quote is from"),
        ("f3", "the frozen edition 3"),
    ]
    assert lost_bodies(frozen, {"t1", "o1", "m2"}) == {"t2", "t3", "f3"}


WORDS = {sha256(text): text.encode() for text in ("One.", "Two words.", "Three more words.")}
ONE, TWO, THREE = WORDS


def test_a_shelf_keeps_bodies_by_their_hashes_and_says_which_it_did_not_get(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "below" / "shelf")
    assert (shelf.names(), shelf.size([ONE]), shelf.has(ONE), shelf.get(ONE)) == (frozenset(), 0, False, None)
    assert shelf.put([ONE, TWO, THREE], {ONE: WORDS[ONE], THREE: b"other words"}.get) == {TWO, THREE}
    assert shelf.put([TWO], WORDS.get) == frozenset()
    assert shelf.names() == {ONE, TWO}
    assert [shelf.get(sha) for sha in (ONE, TWO, THREE)] == [WORDS[ONE], WORDS[TWO], None]
    assert shelf.size([ONE, THREE]) == len(WORDS[ONE])
    assert shelf.size([ONE, TWO, ONE]) == len(WORDS[ONE]) + len(WORDS[TWO])
    shelf.drop([ONE, THREE])
    assert shelf.names() == {TWO}
    assert [file.name for file in shelf.folder.iterdir()] == [TWO]  # no draft is left


@pytest.mark.parametrize("name", ["", "../secret", ONE.upper(), ONE[:-1]])
def test_and_nothing_by_another_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_bytes(b"words")
    shelf = Shelf(tmp_path / "shelf")
    shelf.put([ONE], WORDS.get)
    assert not shelf.has(name)
    assert shelf.get(name) is None


def test_a_body_that_is_not_as_it_was_written_is_not_given(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put([ONE], WORDS.get)
    (tmp_path / ONE).write_bytes(b"Ane.")
    assert shelf.get(ONE) is None


def test_a_shelf_that_cannot_be_filled_leaves_no_drafts(tmp_path: Path) -> None:
    def fails(sha: str) -> bytes | None:
        if sha == THREE:
            raise OSError("away")
        return WORDS[sha]

    shelf = Shelf(tmp_path / "shelf")
    with pytest.raises(OSError, match="away"):
        shelf.put([ONE, TWO, THREE], fails)
    assert list(shelf.folder.iterdir()) == []


def test_a_body_that_is_nowhere_else_is_looked_for_in_whole_files(closed: Path, tmp_path: Path) -> None:
    kept = sha256(ARTICLE)
    damaged = tmp_path / "damaged.brief"
    damaged.write_bytes(b"no brief")
    find = from_files([tmp_path / "gone.brief", damaged, closed])
    assert find(kept) == ARTICLE.encode()
    assert find(ONE) is None
    assert first_of(WORDS.get, find)(kept) == ARTICLE.encode()
    assert first_of(WORDS.get, find)(ONE) == WORDS[ONE]


def test_more_bodies_are_kept_than_are_written_at_once(tmp_path: Path) -> None:
    many = {sha256(f"{n}."): f"{n}.".encode() for n in range(150)}
    shelf = Shelf(tmp_path)
    assert shelf.put(many, many.get) == frozenset()
    assert shelf.names() == many.keys()
