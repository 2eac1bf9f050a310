"""Ways to damage a brief file: bytes, pages, sectors, and statements. Each takes the path and a source of
chance.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from briefing.storage.disk_files import journal_of

PAGE, SECTOR = 4096, 512
Harm = Callable[[Path, random.Random], None]


def _bytes(change: Callable[[bytearray, random.Random], bytearray | bytes]) -> Harm:
    def harm(path: Path, chance: random.Random) -> None:
        path.write_bytes(bytes(change(bytearray(path.read_bytes()), chance)))

    return harm


def _bit(data: bytearray, chance: random.Random) -> bytearray:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data


def _some_bytes(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randint(2, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data


def _letter(data: bytearray, chance: random.Random) -> bytearray:
    letters = [n for n in range(len(data)) if 97 <= data[n] <= 122]
    data[chance.choice(letters)] = chance.randint(97, 122)
    return data


def _page(data: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(data) // PAGE) * PAGE


def _zeroed_page(data: bytearray, chance: random.Random) -> bytearray:
    at = _page(data, chance)
    data[at : at + PAGE] = bytes(PAGE)
    return data


def _swapped_pages(data: bytearray, chance: random.Random) -> bytearray:
    a, b = _page(data, chance), _page(data, chance)
    data[a : a + PAGE], data[b : b + PAGE] = data[b : b + PAGE], data[a : a + PAGE]
    return data


def _doubled_page(data: bytearray, chance: random.Random) -> bytearray:
    a, b = _page(data, chance), _page(data, chance)
    data[b : b + PAGE] = data[a : a + PAGE]
    return data


def _sectors(data: bytearray, chance: random.Random) -> bytearray:
    at, count = chance.randrange(len(data) // SECTOR) * SECTOR, chance.choice((1, 1, 2, 8, 20))
    size = min(count * SECTOR, len(data) - at)
    data[at : at + size] = bytes(size) if chance.random() < 0.5 else chance.randbytes(size)
    return data


def _header(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randint(1, 6)):
        data[chance.randrange(100)] = chance.randrange(256)
    return data


def _no_header(data: bytearray, chance: random.Random) -> bytearray:
    data[:100] = bytes(100) if chance.random() < 0.5 else chance.randbytes(100)
    return data


def _cut(data: bytearray, chance: random.Random) -> bytearray:
    return data[: chance.randrange(200, len(data))]


def _more(data: bytearray, chance: random.Random) -> bytearray:
    return data + chance.randbytes(chance.choice((1, 100, PAGE, 3 * PAGE)))


def _shifted(data: bytearray, chance: random.Random) -> bytearray:
    """Pages of another place: the tail of the file is moved by a page, as a torn copy does."""
    at = _page(data, chance)
    return data[:at] + bytes(PAGE) + data[at:]


BYTES: dict[str, Harm] = {
    "bit": _bytes(_bit),
    "bytes": _bytes(_some_bytes),
    "letter": _bytes(_letter),
    "zeroed page": _bytes(_zeroed_page),
    "swapped pages": _bytes(_swapped_pages),
    "doubled page": _bytes(_doubled_page),
    "sectors": _bytes(_sectors),
    "header": _bytes(_header),
    "no header": _bytes(_no_header),
    "cut": _bytes(_cut),
    "more": _bytes(_more),
    "shifted": _bytes(_shifted),
}


def with_journal(path: Path, chance: random.Random) -> None:
    """Put a journal of random bytes beside it, half the time with the true first bytes of one."""
    begin = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" if chance.random() < 0.5 else b""
    journal_of(path).write_bytes(begin + chance.randbytes(chance.randrange(20, 9000)))


_TABLES = ("brief", "section", "actor", "claim", "judgement", "evidence", "source", "body", "journal")


def _sql(*scripts: str) -> Harm:
    def harm(path: Path, chance: random.Random) -> None:
        script = chance.choice(scripts).replace("{table}", chance.choice(_TABLES))
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.executescript(script)

    return harm


_ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id FROM n"
STATEMENTS: dict[str, Harm] = {
    "history gone": _sql("DELETE FROM journal", "DROP TABLE journal"),
    "history altered": _sql("UPDATE journal SET label = 'x'",
        "UPDATE journal SET inverse = '' WHERE seq % 3 = 0"),
    "no sums": _sql("DELETE FROM meta", "UPDATE meta SET value = 'x'", "DROP TABLE meta"),
    "version": _sql("PRAGMA user_version = 0", "PRAGMA user_version = 2", "PRAGMA user_version = 77777"),
    "application": _sql("PRAGMA application_id = 7"),
    "write-ahead log": _sql("PRAGMA journal_mode = WAL"),
    "trigger": _sql("CREATE TRIGGER t AFTER UPDATE ON brief BEGIN UPDATE claim SET text = 'Not so.'; END"),
    "view": _sql("CREATE VIEW v AS SELECT 1"),
    "endless view": _sql(f"ALTER TABLE journal RENAME TO old; CREATE VIEW journal AS {_ENDLESS}"),
    "view for a table": _sql("ALTER TABLE claim RENAME TO old; CREATE VIEW claim AS SELECT * FROM old"),
    "one more column": _sql("ALTER TABLE {table} ADD COLUMN more TEXT"),
    "one more index": _sql("CREATE INDEX i ON {table} (h)"),
    "one more table": _sql("CREATE TABLE more (x)", "CREATE VIRTUAL TABLE f USING fts5(x)"),
    "table gone": _sql("DROP TABLE {table}"),
    "rows gone": _sql("DELETE FROM {table}", "DELETE FROM {table} WHERE rowid % 2"),
    "rows altered": _sql(
        "UPDATE claim SET text = 'Patrols never start.' WHERE rowid % 5 = 1",
        "UPDATE source SET title = title || '!' WHERE rowid = 1",
        "UPDATE section SET items = '[]' WHERE rowid = 2",
        "UPDATE brief SET title = CAST(x'FF' AS TEXT)",
    ),
    "texts altered": _sql("UPDATE body SET data = x'', size = 0 WHERE rowid = 1",
        "DELETE FROM body WHERE rowid = 2"),
    "vacuumed": _sql("VACUUM", "PRAGMA page_size = 1024; VACUUM", "PRAGMA auto_vacuum = FULL; VACUUM"),
    "generated column": _sql("ALTER TABLE brief ADD COLUMN g TEXT GENERATED ALWAYS AS (title || '!') VIRTUAL"),  # noqa: E501
}  # fmt: skip
