"""What stands in a brief file after a transaction that failed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import StorageError
from briefing.model import Source
from briefing.session import Body, NewStep, Session
from briefing.storage import Store, open_brief, open_checks, transaction
from briefing.storage.codec import Malformed
from briefing.storage.transaction import CommitOutcome, FileState
from tests.briefing.storage.conftest import body, retitled


def _error(
    code: int, words: str = "as SQLite says", kind: type[sqlite3.DatabaseError] = sqlite3.DatabaseError
) -> sqlite3.DatabaseError:
    error = kind(words)
    error.sqlite_errorcode = code
    return error


class Faulty:
    """A connection whose statements fail as `fails` says: before they are run, after, or never; with an
    error of the disk where no other is given.
    """

    def __init__(
        self, connection: sqlite3.Connection, fails: Callable[[str], str], error: Exception | None = None
    ) -> None:
        self._connection = connection
        self._fails = fails
        self._error = error

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        error = self._error or _error(sqlite3.SQLITE_IOERR_FSYNC, "disk I/O error", sqlite3.OperationalError)
        when = self._fails(sql)
        if when == "before":
            raise error
        done = self._connection.execute(sql, *args)
        if when == "after":
            raise error
        return done

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def failing(store: Store, sql: str, when: str, times: int = 1, error: Exception | None = None) -> list[str]:
    """Let the next `times` statements that begin with `sql` fail; return the list of those that did."""
    failed: list[str] = []

    def fails(statement: str) -> str:
        if not statement.startswith(sql) or len(failed) >= times:
            return ""
        failed.append(statement)
        return when

    faulty: Any = Faulty(store._connection, fails, error)
    store._connection = faulty
    assert store._live is not None
    store._live._connection = faulty
    return failed


def add_unseen(store: Store, session: Session, monkeypatch: pytest.MonkeyPatch) -> Body:
    """Add an article in an edit that is refused though the file took it, and that nobody can see it took;
    return the text.
    """
    article = body("A second article.")
    source = Source("s2", text_sha=article.sha)
    failing(store, "COMMIT", "after")
    with monkeypatch.context() as away:
        away.setattr(transaction, "ask", lambda _: None)
        with pytest.raises(StorageError, match="disk I/O error"):
            session.apply(
                NewStep("Add", bodies=[article]), lambda b: replace(b, sources=(*b.sources, source))
            )
    return article


def reopened(store: Store) -> str:
    store.close()
    opened = open_brief(store.path)
    opened.store.close()
    return opened.brief.title


def test_a_commit_that_stands_though_it_failed_is_accepted(store: Store, session: Session) -> None:
    failed = failing(store, "COMMIT", "after")
    session.apply("Title", retitled, "Stands")
    assert failed
    assert store.trouble is None
    session.apply("Title", retitled, "And on")
    assert reopened(store) == "And on"


def test_a_commit_that_does_not_stand_is_refused_and_the_next_one_works(
    store: Store, session: Session
) -> None:
    failing(store, "COMMIT", "before")
    with pytest.raises(StorageError, match="disk I/O error"):
        session.apply("Title", retitled, "Lost")
    assert store.trouble is not None
    assert session.brief.title == "Idlib"
    session.apply("Title", retitled, "And on")
    assert store.trouble is None
    assert reopened(store) == "And on"


def test_a_commit_that_stands_and_is_never_confirmed_is_accepted_as_trouble(
    store: Store, session: Session
) -> None:
    failing(store, "COMMIT", "after", 1 + transaction.CONFIRMATIONS)
    session.apply("Title", retitled, "Stands")
    assert session.brief.title == "Stands"
    assert store.trouble is not None
    assert "did not confirm" in store.trouble.message
    assert "(disk I/O error)" in store.trouble.message
    store.check()
    assert store.trouble is not None  # that it can be read confirms nothing
    session.apply("Title", retitled, "And on")
    assert store.trouble is None
    assert reopened(store) == "And on"


def test_the_same_holds_for_texts_written_ahead_and_for_texts_that_go(store: Store) -> None:
    spare = body("Spare words.")
    failing(store, "COMMIT", "after")
    store.keep([spare])
    assert store.text(spare.sha) == "Spare words."
    failing(store, "COMMIT", "after")
    store.drop_unreferenced()
    assert not store.has(spare.sha)
    failing(store, "COMMIT", "before")
    with pytest.raises(StorageError):
        store.keep([spare])
    assert not store.has(spare.sha)
    store.keep([spare])
    assert store.text(spare.sha) == "Spare words."
    assert reopened(store) == "Idlib"


@pytest.mark.parametrize("again", [False, True])
def test_a_file_that_holds_neither_state_gets_nothing_more(
    store: Store, session: Session, again: bool
) -> None:
    """Another program writes a third version while our commit fails."""
    real = store._connection

    def fails(statement: str) -> str:
        if statement == "COMMIT":
            real.execute("ROLLBACK")
            with_another_title(real)
            return "before"
        return ""

    faulty: Any = Faulty(real, fails)
    assert store._live is not None
    store._connection = store._live._connection = faulty
    with pytest.raises(
        StorageError, match="holds neither the brief before the last change nor the one after"
    ):
        session.apply("Title", retitled, "Lost?")
    store._connection = store._live._connection = real
    for _ in range(2):
        with pytest.raises(StorageError, match="holds neither"):
            session.apply("Title", retitled, "Lost?") if again else store.check()
    assert store.trouble is not None
    assert "Save a copy in another place" in store.trouble.hint


def with_another_title(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE meta SET value = '1 0' WHERE key = 'sum.journal'")


def test_a_file_that_could_not_be_read_for_a_while_is_asked_again(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(store, "COMMIT", "before")
    with monkeypatch.context() as away:
        away.setattr(transaction, "ask", lambda _: None)
        with pytest.raises(StorageError, match="disk I/O error"):
            session.apply("Title", retitled, "Lost")
    session.apply("Title", retitled, "And on")
    assert reopened(store) == "And on"


def test_a_refused_edit_that_is_found_to_stand_later_is_taken_back(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody could read what stands, so memory has gone on without it."""
    add_unseen(store, session, monkeypatch)
    session.apply("Title", retitled, "And on")
    assert [entry.label for entry in store.history()] == ["Title", "Taken back: Add", "Add", "New brief"]
    assert store.trouble is None
    assert reopened(store) == "And on"
    opened = open_brief(store.path)
    opened.store.close()
    assert opened.brief == session.brief


def test_and_so_it_is_when_the_brief_is_closed(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(store, "COMMIT", "after")
    with monkeypatch.context() as away:
        away.setattr(transaction, "ask", lambda _: None)
        with pytest.raises(StorageError):
            session.apply("Title", retitled, "Refused")
    assert reopened(store) == "Idlib"


def test_a_text_written_ahead_that_stands_after_all_is_known(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = body("One."), body("Two.")
    failing(store, "COMMIT", "after")
    with monkeypatch.context() as away:
        away.setattr(transaction, "ask", lambda _: None)
        with pytest.raises(StorageError):
            store.keep([first])
    store.keep([first, second])
    assert store.text(first.sha) == "One."
    assert reopened(store) == "Idlib"


def test_a_migration_that_stands_though_its_commit_failed_is_confirmed(closed: Path) -> None:
    with closing(open_checks.connect(closed)) as connection:
        before = transaction.read(connection)
        after = replace(before, version=before.version + 1)
        failed: list[str] = []

        def fails(statement: str) -> str:
            failed.append(statement)
            return "after" if failed.count("COMMIT") == 1 and statement == "COMMIT" else ""

        def write() -> FileState:
            connection.execute(f"PRAGMA user_version = {after.version}")
            return after

        faulty: Any = Faulty(connection, fails)
        outcome = transaction.transact(faulty, write)
        assert outcome.stands
        assert outcome.error is None
        assert failed.count("COMMIT") == 2


def test_a_write_that_raises_leaves_nothing_that_could_be_found_to_stand_later(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = Malformed("an id is used twice")

    def write() -> FileState:
        raise refused

    monkeypatch.setattr(transaction, "ask", lambda _: None)
    with closing(open_checks.connect(closed)) as connection:
        outcome = transaction.transact(connection, write)
        assert outcome == CommitOutcome(standing=None, after=None, error=refused)
        assert not outcome.stands
        assert not connection.in_transaction


@pytest.mark.parametrize("error", [None, MemoryError()], ids=["disk", "memory"])
@pytest.mark.parametrize(("when", "times"), [("after", 1), ("before", 1), ("before", 2)])
def test_a_change_that_could_not_be_taken_back_is_not_read_as_one_that_stands(
    store: Store, session: Session, when: str, times: int, error: Exception | None
) -> None:
    failing(store, "COMMIT", "before")
    failed = failing(store, "ROLLBACK", when, times, error)
    with pytest.raises(StorageError, match="disk I/O error"):
        session.apply("Title", retitled, "Lost")
    assert len(failed) == times
    assert session.brief.title == "Idlib"
    store.check()
    session.apply("Title", retitled, "And on")
    assert [entry.label for entry in store.history()] == ["Title", "New brief"]
    assert reopened(store) == "And on"


def test_a_disk_that_fails_while_the_file_is_looked_at_is_reported_as_that(store: Store) -> None:
    failing(store, "SELECT key, value FROM meta", "before")
    with pytest.raises(StorageError, match="disk I/O error"):
        store.check()
    store.check()
    assert store.trouble is None


def test_a_file_that_goes_in_the_middle_of_a_commit_is_missed_by_the_next_look(
    store: Store, session: Session
) -> None:
    def goes(statement: str) -> str:
        if statement == "COMMIT":
            store.path.unlink()
        return ""

    assert store._live is not None
    faulty: Any = Faulty(store._connection, goes)
    store._live._connection = faulty
    session.apply("Title", retitled, "Written")
    with pytest.raises(StorageError, match="was moved or deleted"):
        store.check()


def test_an_interruption_is_no_answer_and_takes_the_change_back(store: Store, session: Session) -> None:
    def stop(_: str) -> str:
        raise KeyboardInterrupt

    assert store._live is not None
    real = store._connection
    faulty: Any = Faulty(real, lambda statement: stop(statement) if statement == "COMMIT" else "")
    store._live._connection = faulty
    with pytest.raises(KeyboardInterrupt):
        session.apply("Title", retitled, "Stopped")
    store._live._connection = real
    session.apply("Title", retitled, "And on")
    assert reopened(store) == "And on"


# What stands in a file


@pytest.mark.parametrize(
    ("error", "standing"),
    [
        (_error(sqlite3.SQLITE_IOERR_READ), None),
        (MemoryError(), None),
        (_error(sqlite3.SQLITE_CORRUPT), FileState(0, {})),
        (Malformed("a row is not as it was written"), FileState(0, {})),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no text"), FileState(0, {})),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_file_that_cannot_be_read_stands_for_nothing_and_a_damaged_one_for_no_version(
    closed: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, standing: FileState | None
) -> None:
    with closing(open_checks.connect(closed)) as connection:
        sound = transaction.ask(connection)
        assert sound == transaction.read(connection) == transaction.read_in_full(connection)
        assert sound is not None
        assert sound.version > 0

        def fails(_: sqlite3.Connection) -> FileState:
            raise error

        monkeypatch.setattr(transaction, "read", fails)
        assert transaction.ask(connection) == standing


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        ("UPDATE body SET data = zeroblob(size)", "^the text of an article is not as it was written$"),
        ("UPDATE body SET data = zeroblob(size + 1)", "CHECK constraint failed in body"),
    ],
)
def test_a_full_look_finds_what_the_tallies_do_not_show(closed: Path, damage: str, why: str) -> None:
    with closing(open_checks.connect(closed)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(damage)
        connection.execute("PRAGMA ignore_check_constraints = OFF")
        transaction.read(connection)
        with pytest.raises(Malformed, match=why):
            transaction.read_in_full(connection)


def test_a_version_is_told_from_another_by_any_of_its_tallies(closed: Path) -> None:
    with closing(open_checks.connect(closed)) as connection:
        standing = transaction.read(connection)
        assert transaction.states(connection, standing)
        with_another_title(connection)
        assert not transaction.states(connection, standing)
