"""What a brief file is built of: the bodies that a brief names, in words, and a shelf of them."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import Damaged, StorageError
from briefing.model import Edition, Source
from briefing.storage import backups_of, missing_in, open_brief, restore, schema
from briefing.storage import shelf as shelves
from briefing.storage.backup_manifest import BackupHead, BackupManifest, dump
from briefing.storage.building import (
    BodyOf,
    lost_bodies,
    named_bodies,
    pack_journal,
    read_journal,
    rows_of,
    unpack_journal,
    verify,
    verify_as,
    write,
)
from briefing.storage.codec import Malformed, Row
from briefing.storage.restoring import rebuild
from briefing.storage.row_hashes import row_hash
from briefing.storage.shelf import Shelf, body_in, first_of, from_files, locked
from briefing.text import sha256
from briefing.user_folders import brief_backups_dir
from tests.briefing.storage.conftest import ARTICLE, small_brief
from tests.briefing.storage.test_opening import written_by_the_first_version
from tests.briefing.strategies import lines

SOURCES = (
    Source("s1", title="Patrols", filename="patrols.html", text_sha="t1", original_sha="o1"),
    Source("s2", filename="talks.pdf", text_sha="t2", mends_sha="m2"),
    Source("s3", text_sha="t3", original_sha="o1", struck_sha="k3"),
    Source("s4"),
)
NAMED = {
    "t1": "the text of “Patrols”",
    "o1": "the original file of “Patrols”",
    "t2": "the text of “talks.pdf”",
    "m2": "the list of repaired places of “talks.pdf”",
    "t3": "the text of “s3”",
    "k3": "the struck-out words of “s3”",
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
    assert lost_bodies(frozen, {"t1", "o1", "m2"}) == {"t2", "t3", "k3", "f3"}


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


# -- whole files


def _built(file: Path, journal: Iterable[Row] = ()) -> frozenset[str]:
    brief = small_brief()
    lost = sha256("lost")
    bodies = {sha256(ARTICLE): ARTICLE.encode()}
    return write(file, rows_of(brief), [*bodies, lost, *bodies], bodies.get, journal=journal)


STEPS: list[Row] = [(n, n / 2, f"Edit {n}", "page", f'[["claim","c{n}",null]]') for n in range(1, 6)]


def test_a_file_is_built_of_rows_bodies_and_history_and_is_the_brief_it_was_made_of(tmp_path: Path) -> None:
    file = tmp_path / "new.brief"
    assert _built(file, journal=STEPS) == {sha256("lost")}
    assert verify(file, file) == small_brief()
    verify_as(file, file, small_brief())
    with pytest.raises(Malformed, match="does not hold the brief it was made of"):
        verify_as(file, file, replace(small_brief(), title="Another"))
    opened = open_brief(file)
    with opened.store as store:
        assert store.text(sha256(ARTICLE)) == ARTICLE
        assert [(e.seq, e.at, e.label, e.origin) for e in store.history()] == [s[:4] for s in STEPS[::-1]]
    assert [name.name for name in tmp_path.iterdir() if name.is_file()] == ["new.brief"]


def test_but_none_is_built_in_the_place_of_another(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(sqlite3.OperationalError):
        _built(closed)
    assert closed.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        ("UPDATE body SET data = zeroblob(size)", "the text of an article is not as it was written"),
        ("UPDATE claim SET text = 'Never.'", "a row of “claim”"),
        ("DELETE FROM body", "rows of “body” are missing"),
        ("DELETE FROM journal", "rows of “journal” are missing"),
    ],
)
def test_and_none_is_believed_that_was_changed(closed: Path, damage: str, why: str) -> None:
    with closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute(damage)
    with pytest.raises(Malformed, match=why):
        verify(closed, closed)


def test_nor_one_whose_header_or_tables_are_others_and_the_words_speak_of_the_file_it_stands_for(
    closed: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute("CREATE TABLE more (x)")
    with pytest.raises(Damaged, match=r"“asked\.brief” is damaged: its tables"):
        verify(closed, tmp_path / "asked.brief")
    closed.write_bytes(b"words")
    for read in (verify, lambda file, path: verify_as(file, path, small_brief())):
        with pytest.raises(StorageError, match=r"“asked\.brief” is not a brief file"):
            read(closed, tmp_path / "asked.brief")


def test_of_the_history_is_read_what_is_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "new.brief"
    _built(file, journal=STEPS)
    with closing(sqlite3.connect(file)) as connection:
        assert [row for _, row in read_journal(connection, 1, 5)] == STEPS
        assert [row for _, row in read_journal(connection, 2, 4)] == STEPS[1:4]
        assert [row for _, row in read_journal(connection, 3, 3)] == [STEPS[2]]
        assert all(h == row_hash("journal", row) for h, row in read_journal(connection, 1, 5))
        connection.execute("UPDATE journal SET label = 'Another' WHERE seq = 2")
        connection.execute("UPDATE journal SET label = CAST(x'FF' AS TEXT) WHERE seq = 4")
        assert [row for _, row in read_journal(connection, 1, 5)] == [STEPS[0], STEPS[2], STEPS[4]]
        assert list(read_journal(connection, 4, 4)) == []
        assert list(read_journal(connection, 6, 9)) == []


@given(st.lists(st.tuples(st.integers(1, 2**62), st.floats(0, 4e9), lines(), lines(), lines())))
def test_history_that_is_packed_comes_back(rows: list[Row]) -> None:
    assert list(unpack_journal(pack_journal(rows))) == rows


# -- a shelf that others use, and bodies elsewhere


def test_two_take_turns_at_a_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "_PATIENCE", 0.01)
    folder = tmp_path / "below" / "backups"
    with locked(folder):
        with pytest.raises(StorageError, match="are being written by another") as caught, locked(folder):
            raise AssertionError
        assert str(folder) in caught.value.message
        assert caught.value.hint == "Try again in a moment."
    with locked(folder):
        pass
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_lock_that_is_no_file_is_reported_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    with pytest.raises(sqlite3.OperationalError, match="unable to open"), locked(tmp_path):
        raise AssertionError


def test_the_first_place_that_has_a_body_as_it_was_written_gives_it() -> None:
    asked: list[str] = []

    def place(name: str, data: bytes | None) -> BodyOf:
        def body_of(_: str) -> bytes | None:
            asked.append(name)
            return data

        return body_of

    whole = WORDS[ONE]
    find = first_of(
        place("none", None), place("other", b"Another."), place("it", whole), place("late", whole)
    )
    assert find(ONE) == whole
    assert asked == ["none", "other", "it"]


@pytest.mark.parametrize("data", [None, "words", 5], ids=["nothing", "text", "number"])
def test_what_a_file_keeps_under_a_hash_is_bytes_or_nothing(data: object) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        assert body_in(connection, ONE) is None  # no such table
        connection.execute("CREATE TABLE body (sha, data)")
        assert body_in(connection, ONE) is None
        connection.executemany("INSERT INTO body VALUES (?, ?)", [(ONE, data), (TWO, b"two")])
        assert body_in(connection, ONE) is None
        assert body_in(connection, TWO) == b"two"
        assert body_in(connection, "\ud800") is None


def test_a_body_that_a_whole_file_has_otherwise_is_not_given(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute("UPDATE body SET data = zeroblob(size)")
    assert from_files([closed])(sha256(ARTICLE)) is None


# -- putting a backup back


def test_texts_and_files_that_a_backup_has_lost_are_named_each_once(tmp_path: Path) -> None:
    folder = tmp_path / "ladder"
    folder.mkdir()
    sources = (
        Source("s1", title="Patrols", filename="patrols.html", text_sha=ONE, original_sha=TWO),
        Source("s2", filename="talks.pdf", text_sha=THREE, original_sha=TWO),
        Source("s3"),
    )
    rows = rows_of(replace(small_brief(), sections=(), sources=sources))
    head = BackupHead(schema.version(), "b1", "", "", (THREE,))
    backup = folder / "x.backup"
    backup.write_bytes(dump(BackupManifest(head, rows, (ONE, TWO))))
    lost = ["the text of “Patrols”", "the original file of “Patrols”", "the text of “talks.pdf”"]
    assert missing_in(backup) == tuple(lost)
    Shelf(tmp_path / "texts").put([ONE], WORDS.get)
    assert missing_in(backup) == tuple(lost[1:])
    Shelf(brief_backups_dir("b1") / "texts").put([TWO, THREE], WORDS.get)
    assert missing_in(backup) == ()
    new = tmp_path / "new.brief"
    assert rebuild(backup, new) == frozenset()
    with open_brief(new).store as store:
        assert [store.original(sha) for sha in WORDS] == list(WORDS.values())


@pytest.mark.parametrize("linked", [True, False])
def test_a_damaged_file_is_kept_under_a_second_name_also_where_no_file_has_two(
    closed: Path, linked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError("no links here")

    open_brief(closed).store.close()
    (backup,) = backups_of(closed)
    closed.write_bytes(b"rubbish")
    if not linked:
        monkeypatch.setattr(os, "link", refused)
    kept = [restore(backup.path, closed)]
    closed.write_bytes(b"more rubbish")
    kept.append(restore(backup.path, closed))
    assert [path and path.read_bytes() for path in kept] == [b"rubbish", b"more rubbish"]
    assert verify(closed, closed) == small_brief()
    with pytest.raises(StorageError, match="There is no folder"):
        restore(backup.path, closed.parent / "none" / "x.brief")


def test_a_backup_of_an_older_file_is_put_back_in_the_version_it_was_written_in(tmp_path: Path) -> None:
    old, new = tmp_path / "old.brief", tmp_path / "new.brief"
    written_by_the_first_version(old)
    open_brief(old).store.close()
    first = backups_of(old)[-1]
    assert missing_in(first.path) == ()
    assert rebuild(first.path, new) == frozenset()
    with closing(sqlite3.connect(new)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert verify(new, new) is None  # its rows are checked, and put together when it is brought up to date
    opened = open_brief(new)
    opened.store.close()
    assert opened.brief.title == "Old"
    shutil.rmtree(first.path.parent.parent / "texts")
    assert missing_in(first.path) == ("the text of “T”",)
