"""Opening: every error has its words, and a file that cannot be written is read from a copy."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.diff import walk
from briefing.errors import BriefingError, Damaged, Locked, StorageError, TooNew
from briefing.model import Brief, Claim, Evidence, Quote, Section, Source
from briefing.session import Body, NewStep, Session
from briefing.storage import Store, create, disk_files, open_brief, opening, row_hashes, schema
from briefing.storage.codec import codec_of
from briefing.text import StruckPassage, sha256, struck_as_bytes, struck_of_bytes
from tests.briefing.storage.conftest import retitled, small_brief


def _nothing(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _prose(path: Path) -> None:
    path.write_text("Dear all, " * 50, encoding="utf-8")


def _foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (t)")
    connection.close()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def _halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _sql(script: str) -> Callable[[Path], None]:
    def run(path: Path) -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.executescript(script)
        connection.close()

    return run


_FAULTS = [
    (_nothing, StorageError, "There is no brief at", "Check the name"),
    (_folder, StorageError, "is a folder, not a brief", "ends in .brief"),
    (_empty, Damaged, "is empty", "Restore one of its backups in"),
    (_prose, StorageError, "is not a brief file", "Choose a file made by Briefing Desk"),
    (_foreign, StorageError, "is a database of another program", "Choose a file made by"),
    (_cut, Damaged, "it is cut off", "Restore one of its backups in"),
    (_halved, Damaged, "is damaged", "Restore one of its backups in"),
    (_sql("PRAGMA user_version = 99"), TooNew, "newer Briefing Desk .file version 99", "Install the newer"),
    (_sql("PRAGMA user_version = 0"), Damaged, "it has no version", "Restore"),
    (_sql("PRAGMA journal_mode = WAL"), Damaged, "write-ahead log", "Restore"),
    (
        _sql("CREATE TRIGGER t AFTER UPDATE ON brief BEGIN UPDATE claim SET text = 'Not so.'; END"),
        Damaged,
        "tables are not those of a brief .trigger “t”",
        "Restore",
    ),
    (_sql("CREATE VIEW v AS SELECT 1"), Damaged, "view “v”", "Restore"),
    (_sql("CREATE TABLE more (x)"), Damaged, "table “more”", "Restore"),
    (_sql("CREATE VIRTUAL TABLE f USING fts5(x)"), Damaged, "not those of a brief", "Restore"),
    (_sql("CREATE INDEX i ON claim (text)"), Damaged, "index “i”", "Restore"),
    (_sql("DROP TABLE evidence"), Damaged, "table “evidence”", "Restore"),
    (
        _sql("UPDATE claim SET text = 'Patrols never start.'"),
        Damaged,
        "a row of “claim” is not as",
        "Restore",
    ),
    (_sql("UPDATE brief SET title = CAST(x'FF' AS TEXT)"), Damaged, "is damaged", "Restore"),
    (_sql("DELETE FROM evidence"), Damaged, "rows of “evidence” are missing", "Restore"),
    (_sql("DELETE FROM meta"), Damaged, "rows of “brief” are missing", "Restore"),
    (_sql("PRAGMA ignore_check_constraints = 1; UPDATE brief SET edition = -4"), Damaged, "CHECK", "Restore"),
]


@pytest.mark.parametrize(("harm", "kind", "message", "hint"), _FAULTS)
@pytest.mark.parametrize("read_only", [False, True])
def test_it_says_what_is_wrong_and_touches_nothing(
    closed: Path,
    harm: Callable[[Path], None],
    kind: type[BriefingError],
    message: str,
    hint: str,
    read_only: bool,
) -> None:
    harm(closed)
    before = closed.read_bytes() if closed.is_file() else b""
    with pytest.raises(kind, match=message) as caught:
        open_brief(closed, read_only=read_only)
    assert type(caught.value) is kind
    assert hint in caught.value.hint
    assert (closed.read_bytes() if closed.is_file() else b"") == before
    assert sorted(p.name for p in closed.parent.iterdir()) == ([closed.name] if closed.exists() else [])


def test_no_changed_byte_of_prose_goes_unnoticed(closed: Path) -> None:
    raw = closed.read_bytes()
    start = raw.index(b"Patrols start on Sunday.")
    for at in range(start, start + 24):
        closed.write_bytes(raw[:at] + bytes([raw[at] ^ 0x01]) + raw[at + 1 :])
        try:
            opened = open_brief(closed)
        except Damaged:
            continue
        opened.store.close()
        # The article's own text: read lazily, so told by the notice of the backup that failed.
        assert "not as it was written" in opened.notices[0]


def test_a_flipped_byte_anywhere_is_found_or_harmless(closed: Path) -> None:
    raw = closed.read_bytes()
    for at in range(0, len(raw), 499):
        closed.write_bytes(raw[:at] + bytes([raw[at] ^ 0x20]) + raw[at + 1 :])
        try:
            opened = open_brief(closed)
        except StorageError:
            continue
        opened.store.close()
        assert opened.brief == small_brief()


def test_a_second_opening_in_one_process_reads_a_copy_and_the_lock_holds(
    store: Store, session: Session
) -> None:
    second = open_brief(store.path)
    assert second.read_only
    assert second.store.read_only
    assert "is open in another window or program. This is a copy to read" in second.notices[0]
    session.apply("Title", retitled, "Edited meanwhile")
    second.store.close()
    assert _open_elsewhere(store.path) == "read-only Edited meanwhile"
    session.apply("Title", retitled, "Edited again")
    third = open_brief(store.path)
    third.store.close()
    assert third.brief == session.brief


def test_closing_lets_the_next_one_write(store: Store) -> None:
    store.close()
    assert _open_elsewhere(store.path) == "writable Idlib"


_HOLD = (
    "import sys; from pathlib import Path; from briefing.storage import open_brief\n"
    "store = open_brief(Path(sys.argv[1])).store\nprint('held', flush=True)\nsys.stdin.read()\nstore.close()"
)
_LOOK = (
    "import sys; from pathlib import Path; from briefing.storage import open_brief\n"
    "with (o := open_brief(Path(sys.argv[1]))).store:\n"
    "    print('read-only' if o.read_only else 'writable', o.brief.title)"
)


def _open_elsewhere(path: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _LOOK, str(path)], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


def test_a_brief_held_by_another_process_is_read_from_a_copy(closed: Path, tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(closed)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline().strip() == b"held"
        opened = open_brief(closed)
        with opened.store as store:
            assert opened.read_only
            assert opened.brief == small_brief()
            store.save_copy(tmp_path / "mine.brief")
            with pytest.raises(Locked, match="is open in another window or program"):
                open_brief(tmp_path / "mine.brief").store.save_copy(closed)
        other.stdin.close()
        assert other.wait() == 0
    free = open_brief(closed)
    free.store.close()
    assert not free.read_only


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_place_that_cannot_be_written_is_read_from_a_copy(
    closed: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    denied = closed if what == "file" else closed.parent
    real = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: not (path == denied and mode & os.W_OK) and real(path, mode)
    )
    opened = open_brief(closed)
    with opened.store:
        assert opened.read_only
        assert opened.brief == small_brief()
        assert "the file or its folder is read-only" in opened.notices[0]
    assert [p.name for p in closed.parent.iterdir()] == [closed.name]


def test_a_folder_that_becomes_read_only_refuses_a_copy(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("briefing.storage.disk_files.tempfile.mkstemp", denied)
    with pytest.raises(StorageError, match=r"its folder .* is read-only") as caught:
        store.save_copy(tmp_path / "copy.brief")
    assert caught.value.hint == "Save a copy in a folder of your own."


def test_a_journal_left_by_a_crash_is_put_back(closed: Path) -> None:
    code = (
        "import sqlite3, sys, os\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN')\n"
        "c.execute(\"UPDATE claim SET text = 'Half done.'\")\n"
        "c.execute(\"INSERT INTO meta VALUES ('x', hex(zeroblob(200000)))\")\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(closed)], check=False)
    assert closed.with_name(closed.name + "-journal").stat().st_size > 0
    for read_only in (True, False):
        opened = open_brief(closed, read_only=read_only)
        opened.store.close()
        assert opened.brief == small_brief()
        assert opened.read_only == read_only


@pytest.mark.parametrize("held", [3, opening.RECOVERIES, opening.RECOVERIES + 1])
def test_several_that_put_back_one_journal_at_once_try_again_at_times_of_chance(
    closed: Path, held: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that comes too late every time reads a copy."""
    real, attempts = opening._open_live, list[Path]()
    sleep, waits = time.sleep, list[float]()

    def wait(seconds: float) -> None:
        waits.append(seconds)
        sleep(seconds)  # a copy is made when the file has lain still for a moment

    def others_first(path: Path) -> opening.Opened:
        attempts.append(path)
        if len(attempts) <= held:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error
        return real(path)

    monkeypatch.setattr(opening, "_open_live", others_first)
    monkeypatch.setattr(disk_files, "is_hot", lambda _: 0 < len(attempts) <= opening.RECOVERIES)
    monkeypatch.setattr(time, "sleep", wait)
    opened = open_brief(closed)
    opened.store.close()
    assert opened.brief == small_brief()
    assert opened.read_only == (held > opening.RECOVERIES)
    assert len(attempts) == min(held, opening.RECOVERIES) + 1
    between = waits[: len(attempts) - 1]
    assert len(between) == len(set(between)) == len(attempts) - 1
    assert all(0.002 <= seconds <= 0.05 for seconds in between)


def test_making_a_brief_never_touches_an_existing_file(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(StorageError, match="exists already"):
        create(closed, small_brief())
    assert closed.read_bytes() == before


def test_making_a_brief_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="There is no folder"):
        create(tmp_path / "none" / "x.brief", small_brief())


def test_a_brief_without_its_texts_is_not_made(path: Path) -> None:
    with pytest.raises(StorageError, match="was not given"):
        create(path, small_brief())
    assert list(path.parent.iterdir()) == []


def test_a_synchronised_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    create(folder / "x.brief", Brief("b1")).close()
    opened = open_brief(folder / "x.brief")
    opened.store.close()
    assert "a synchronised folder (Dropbox)" in opened.notices[0]


def written_by_the_first_version(path: Path) -> None:
    """Make a file as the first version wrote it: its tables, its rows, its seals."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for statement in schema.FIRST.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        text = b"Patrols start on Sunday."
        sha = sha256(text)
        rows: dict[str, tuple[object, ...]] = {
            "brief": ("b1", "Old", "", "", "", "", "", "icd203", 1, "", "en", '["s"]', "[]", '["s1"]'),
            "section": ("s", "situation", "Situation", "", 0, '["c1"]'),
            "claim": ("c1", "They start.", "reported", '["e1"]', "", "", "[]"),
            "evidence": ("e1", "s1", "Sunday", "start on ", ".", 17, sha, "supports", "", "", ""),
            "source": ("s1", "article", "T", "P", "[]", "", "", "", "en", "", "", "", sha, sha, "", "t.txt",
                       4, 24, "[]", 1),
            "body": (sha, len(text), text),
        }  # fmt: skip
        for table, row in rows.items():
            marks = ", ".join("?" * (len(row) + 1))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", (bytes(16), *row))
        row_hashes.reseal(connection)
        connection.execute("COMMIT")


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_of_the_first_version_opens_with_all_it_holds(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "old.brief"
    written_by_the_first_version(path)
    opened = open_brief(path, read_only=read_only)
    with opened.store as store:
        (source,) = opened.brief.sources
        assert (source.title, source.read, source.pages, source.origin) == ("T", True, (), "")
        assert (opened.brief.title, opened.brief.editions, opened.brief.stale_days) == ("Old", (), 0)
        assert store.text(source.text_sha) == "Patrols start on Sunday."
        assert len(store.backups()) == (0 if read_only else 1)
    again = open_brief(path, read_only=True)
    again.store.close()
    assert again.brief == opened.brief


def _written_before_struck_words_were_kept(path: Path, brief: Brief, text: bytes) -> None:
    """Make a file as the fourth version wrote it: a source has no list of struck-out words yet."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        schema.apply(connection, 0, 4)
        for node in walk(brief):
            codec = codec_of(node)
            row = codec.encode(node)[: len(schema.columns(4)[codec.table])]
            marks = ", ".join("?" * (len(row) + 1))
            connection.execute(f"INSERT INTO {codec.table} VALUES ({marks})", (bytes(16), *row))
        connection.execute("INSERT INTO body VALUES (?, ?, ?, ?)", (bytes(16), sha256(text), len(text), text))
        row_hashes.reseal(connection)
        connection.execute("COMMIT")


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_from_before_struck_words_were_kept_opens_and_takes_some(
    tmp_path: Path, read_only: bool
) -> None:
    path, text = tmp_path / "old.brief", b"Patrols start on Sunday."
    quote = Quote("Sunday", "start on ", ".", 17, sha256(text))
    claim = Claim("c1", "They start.", evidence=(Evidence("e1", "s1", quote),))
    old = Brief(
        "b1", "Old", sections=(Section("s", items=(claim,)),), sources=(Source("s1", text_sha=sha256(text)),)
    )
    _written_before_struck_words_were_kept(path, old, text)
    opened = open_brief(path, read_only=read_only)
    with opened.store as store:
        assert opened.brief == old
        assert store.text(sha256(text)) == text.decode()
        if not read_only:
            kept = struck_as_bytes([StruckPassage(17, "Monday ")])
            struck = Source("s2", text_sha=sha256(text), struck_sha=sha256(kept))
            session = Session(opened.brief, store)
            new = replace(old, sources=(*old.sources, struck))
            session.apply(NewStep("Add", bodies=(Body(struck.struck_sha, kept),)), lambda _: new)
    again = open_brief(path, read_only=True)
    with again.store as store:
        assert again.brief.sources[0] == old.sources[0]
        if not read_only:
            assert struck_of_bytes(store.original(again.brief.sources[1].struck_sha), 24) == (
                StruckPassage(17, "Monday "),
            )


def test_an_older_file_is_backed_up_then_brought_up_to_date(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = schema.Migration("mood", "CREATE TABLE mood (x TEXT) STRICT")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
    opened = open_brief(closed)
    with opened.store as store:
        assert opened.brief == small_brief()
        assert not opened.notices
        (backup,) = store.backups()
    monkeypatch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:-1])
    old = open_brief(backup.path, read_only=True)
    old.store.close()
    assert old.brief == small_brief()
    with pytest.raises(TooNew, match=r"file version (\d+); this one knows up to \d+"):
        open_brief(closed)
