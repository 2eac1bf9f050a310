"""Connections have their limits from the first statement on, and a look changes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.errors import Locked
from briefing.storage import Store, open_checks, schema
from briefing.storage.disk_files import journal_of


@pytest.mark.parametrize("connect", [open_checks.connect, open_checks.connect_to_look])
def test_a_file_that_is_gone_is_not_made_again_by_a_look(tmp_path: Path, connect) -> None:
    with (
        pytest.raises(sqlite3.OperationalError, match="unable to open"),
        closing(connect(tmp_path / "x")) as c,
    ):
        c.execute("SELECT 1 FROM sqlite_schema").fetchone()
    assert list(tmp_path.iterdir()) == []


def test_but_a_new_one_is_made_where_that_is_asked(tmp_path: Path) -> None:
    with closing(open_checks.connect(tmp_path / "x", create=True)) as connection:
        connection.execute("CREATE TABLE t (x)")
    assert (tmp_path / "x").stat().st_size > 0


def test_a_look_cannot_write_and_takes_no_lock(closed: Path) -> None:
    before = closed.read_bytes()
    with closing(open_checks.connect(closed)) as holder:
        open_checks.lock(holder)
        with closing(open_checks.connect_to_look(closed)) as looker:
            assert looker.execute("SELECT title FROM brief").fetchone() == ("Idlib",)
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                looker.execute("DELETE FROM brief")
    assert closed.read_bytes() == before


def test_and_leaves_the_journal_of_a_crash_where_it_is(closed: Path) -> None:
    journal = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600)
    journal_of(closed).write_bytes(journal)
    with closing(open_checks.connect_to_look(closed)) as looker:
        looker.execute("SELECT title FROM brief").fetchone()
    assert journal_of(closed).read_bytes() == journal


@pytest.mark.parametrize("name", ["a b%20c?mode=ro#d.brief", "é\u0301 قوات.brief", "&immutable=1.brief"])
def test_a_name_of_any_letters_is_the_file_of_that_name(tmp_path: Path, name: str) -> None:
    with closing(open_checks.connect(tmp_path / name, create=True)) as connection:
        connection.execute("CREATE TABLE t (x)")
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_connection_has_its_limits(closed: Path) -> None:
    with closing(open_checks.connect(closed)) as connection:
        limits = [
            connection.getlimit(which)
            for which in (
                sqlite3.SQLITE_LIMIT_LENGTH,
                sqlite3.SQLITE_LIMIT_ATTACHED,
                sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH,
            )
        ]
        assert limits == [schema.MAX_VALUE, 1, 0]
        asked = ("trusted_schema", "cell_size_check", "foreign_keys", "secure_delete", "temp_store")
        assert [connection.execute(f"PRAGMA {p}").fetchone()[0] for p in asked] == [0, 1, 1, 1, 2]
        assert connection.execute("PRAGMA mmap_size").fetchone() in (None, (0,))
        connection.execute("VACUUM")


def test_one_that_holds_a_file_shuts_out_every_other_until_it_is_closed(closed: Path) -> None:
    with closing(open_checks.connect(closed)) as holder, closing(open_checks.connect(closed)) as other:
        open_checks.lock(holder)
        assert not holder.in_transaction
        assert holder.execute("PRAGMA busy_timeout").fetchone() == (0,)
        for statement in ("SELECT title FROM brief", "BEGIN IMMEDIATE"):
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute(statement)
        holder.close()
        open_checks.lock(other)


@pytest.mark.parametrize("what", ["nothing", "a folder", "no database", "a free brief", "a hot journal"])
def test_nothing_is_refused_that_nobody_works_in(closed: Path, what: str) -> None:
    if what in ("nothing", "a folder"):
        closed.unlink()
    if what == "a folder":
        closed.mkdir()
    if what == "no database":
        closed.write_bytes(b"words " * 500)
    if what == "a hot journal":
        journal_of(closed).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    before = sorted((p.name, p.is_file() and p.read_bytes()) for p in closed.parent.iterdir())
    open_checks.refuse_if_open(closed)
    assert sorted((p.name, p.is_file() and p.read_bytes()) for p in closed.parent.iterdir()) == before


def test_but_a_brief_that_is_open_is_refused(store: Store) -> None:
    with pytest.raises(Locked, match="is open in another window or program") as caught:
        open_checks.refuse_if_open(store.path)
    assert caught.value.hint == "Close it there first."
