"""Promises of the storage that nothing else would miss at once: each test fails when its promise is
undone.
"""

from __future__ import annotations

import itertools
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import Damaged
from briefing.model import Brief, Claim
from briefing.session import Session
from briefing.storage import (
    Store,
    backup_manifest,
    building,
    create,
    open_brief,
    open_checks,
    opening,
    row_hashes,
)
from briefing.storage.codec import Malformed
from briefing.text import sha256
from briefing.user_folders import brief_backups_dir
from tests.briefing.storage.conftest import ARTICLE, body, retitled, small_brief
from tests.briefing.storage.test_opening import written_by_the_first_version

EXTRA = 3  # https://sqlite.org/pragma.html#pragma_synchronous
SPARE = "Spare words."


@pytest.mark.parametrize("made", [False, True], ids=["opened", "made"])
def test_a_commit_is_on_the_disk_with_its_folder_before_it_returns(closed: Path, made: bool) -> None:
    path = closed.with_name("new.brief")
    opened = create(path, small_brief(), [body(ARTICLE)]) if made else open_brief(closed).store
    with opened as store:
        assert store._connection.execute("PRAGMA synchronous").fetchone() == (EXTRA,)
        assert store._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


@pytest.mark.parametrize("connect", [open_checks.connect, open_checks.connect_to_look])
def test_the_schema_of_a_file_calls_no_function_of_ours(
    tmp_path: Path, connect: Callable[[Path], sqlite3.Connection]
) -> None:
    path, called = tmp_path / "x.brief", list[int]()

    def ours(value: int) -> int:
        called.append(value)
        return value

    def known(connection: sqlite3.Connection) -> None:
        connection.create_function("ours", 1, ours, deterministic=True)

    with closing(sqlite3.connect(path)) as connection:
        known(connection)
        connection.executescript("CREATE TABLE t (a, b AS (ours(a))); INSERT INTO t VALUES (1)")
    called.clear()
    with closing(connect(path)) as connection:
        known(connection)
        with pytest.raises(sqlite3.DatabaseError, match="unsafe use of ours"):
            connection.execute("SELECT b FROM t").fetchone()
    assert called == []


# -- the deadline: a file that makes the checks slow is given up


@pytest.mark.parametrize("size", [0, 10_000_000, 40_000_000])
def test_the_checks_have_five_seconds_and_one_more_for_each_ten_megabytes(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    long = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) SELECT max(i) FROM n"
    with closing(sqlite3.connect(":memory:")) as connection:
        open_checks.set_deadline(connection, size)
        now[0] += 4.9 + size / 10_000_000
        connection.execute(long)
        now[0] += 0.2
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            connection.execute(long)
        open_checks.clear_deadline(connection)
        connection.execute(long)


def _many(brief: Brief) -> Brief:
    """More claims than SQLite checks in the steps between two looks at the clock."""
    claims = tuple(Claim(f"x{n}", f"Claim {n}.") for n in range(400))
    return replace(brief, sections=(replace(brief.sections[0], items=claims),))


READS: list[Callable[[Path], object]] = [
    open_brief,
    lambda path: open_brief(path, read_only=True),
    lambda path: building.verify(path, path),
]


@pytest.mark.parametrize("read", READS, ids=["to work on", "to read", "a backup"])
def test_a_file_whose_checks_take_too_long_is_refused(
    path: Path, read: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    create(path, _many(small_brief()), [body(ARTICLE)]).close()
    hours = itertools.count(0, 3600)
    monkeypatch.setattr(time, "monotonic", lambda: float(next(hours)))
    with pytest.raises((Damaged, sqlite3.OperationalError), match=r"takes far longer|interrupted"):
        read(path)


def test_but_an_open_brief_has_no_deadline(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 1e12)
    Session(small_brief(), store).apply("More", _many)
    store.check()


# -- an older file is believed before it is brought up to date, and never sealed unread


@pytest.mark.parametrize("read_only", [False, True])
def test_a_changed_row_of_an_older_file_is_found_before_it_is_sealed_again(
    tmp_path: Path, read_only: bool
) -> None:
    path = tmp_path / "old.brief"
    written_by_the_first_version(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE claim SET text = 'They never start.'")
    before = path.read_bytes()
    with pytest.raises(Damaged, match="a row of “claim” is not as it was written"):
        open_brief(path, read_only=read_only)
    assert path.read_bytes() == before
    assert not list(brief_backups_dir("b1").rglob(f"*{backup_manifest.SUFFIX}"))


def test_an_older_file_is_read_past_the_cache_before_it_is_sealed_again(tmp_path: Path) -> None:
    """What was read for the backup is no proof of what the migration finds on the disk."""
    path = tmp_path / "old.brief"
    written_by_the_first_version(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE claim SET text = 'They never start.'")
    with closing(open_checks.connect(path)) as connection:
        with pytest.raises(Malformed, match="a row of “claim” is not as it was written"):
            opening._bring_up_to_date(connection)
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


# -- a text that nothing names goes only when a backup made now has it


@pytest.fixture
def spare(store: Store) -> Path:
    """A closed brief with a text that nothing names any more, and no backup anywhere."""
    Session(small_brief(), store).apply("Title", retitled, "Idlib, later")
    store.keep([body(SPARE)])
    store.close()
    shutil.rmtree(brief_backups_dir("b1"))
    return store.path


def test_texts_that_nothing_names_are_in_a_fresh_backup_before_they_are_dropped(spare: Path) -> None:
    with open_brief(spare).store as store:
        assert not store.has(sha256(SPARE))
        (backup,) = store.backups()
    with open_brief(backup.path, read_only=True).store as kept:
        assert kept.text(sha256(SPARE)) == SPARE


def test_and_they_stay_while_no_backup_can_be_made(spare: Path) -> None:
    folder = brief_backups_dir("b1")
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder", encoding="utf-8")
    opened = open_brief(spare)
    with opened.store as store:
        assert "No backup could be made." in opened.notices[0]
        assert store.text(sha256(SPARE)) == SPARE


def test_and_those_of_an_older_file_are_in_its_backup(tmp_path: Path) -> None:
    path = tmp_path / "old.brief"
    written_by_the_first_version(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        data = SPARE.encode()
        connection.execute(
            "INSERT INTO body VALUES (?, ?, ?, ?)", (bytes(16), sha256(SPARE), len(data), data)
        )
        row_hashes.reseal(connection)
        connection.execute("COMMIT")
    with open_brief(path).store as store:
        assert not store.has(sha256(SPARE))
        (backup,) = store.backups()
    with open_brief(backup.path, read_only=True).store as kept:
        assert kept.text(sha256(SPARE)) == SPARE
