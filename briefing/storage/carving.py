"""What a damaged brief file still holds: every row that fits its own hash, from every page that can be read.

A row names its table by its hash, so neither the schema nor the trees of the file are needed. Where two rows
have one id, the one that the tree of its table leads to is taken.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.storage import disk_files, open_checks, row_hashes, schema
from briefing.storage import sqlite_pages as pages
from briefing.storage.codec import Row
from briefing.storage.row_hashes import RowTally
from briefing.storage.sqlite_pages import Cell, Pages
from briefing.text import sha256

_MOST_CARVED = 1024**3  # bytes; what is larger is hardly a brief


@dataclass(slots=True)
class Carved:
    """The rows of a damaged file by table, without `h`, those of the history as `journal`.

    `version`: of the file, by its rows. `stated`: how many rows each table should have, and the XOR of their
    hashes, where the file still says so. `uncertain`: ids of rows that no tree leads to, in a table that does
    not come out as stated: such words may be older ones. `bodies` are asked for by hash.
    """

    pages: Pages
    version: int = 0
    rows: dict[str, list[Row]] = field(default_factory=dict)
    tallies: dict[str, RowTally] = field(default_factory=dict)
    stated: dict[str, RowTally] = field(default_factory=dict)
    uncertain: tuple[str, ...] = ()
    places: dict[str, Cell] = field(default_factory=dict)

    def body_of(self, sha: str) -> bytes | None:
        """Return the bytes under a hash, None where they are not here or not as they were written."""
        cell = self.places.get(sha)
        if cell is None:
            return None
        values = pages.values_of(self.pages.payload(cell))
        data = values[3] if values is not None and len(values) == 4 else None
        return data if isinstance(data, bytes) and sha256(data) == sha else None

    def whole(self, table: str) -> bool:
        """Say whether a table is known to have every row."""
        return table in self.stated and self.stated[table] == self.tallies.get(table, RowTally())


def carve(data: bytes) -> Carved:
    """Return what the bytes of a brief file still hold. Raises nothing for any bytes."""
    carved = Carved(Pages(data))
    reached = _reached(carved.pages)
    shapes = _shapes()
    rows: dict[str, dict[Any, tuple[bool, bytes, Row]]] = {table: {} for table, _ in schema.SEALED}
    versions: set[int] = set()
    for number in range(1, carved.pages.count + 1):
        for cell in carved.pages.cells(number):
            found = _row(carved, cell, shapes)
            if found is None:
                continue
            table, h, row = found
            versions |= {v for v, t in shapes.get(len(row), ()) if t == table}
            led = reached.get(number) == table
            key = row[0]
            if key not in rows[table] or (led and not rows[table][key][0]):
                rows[table][key] = (led, h, row)
    _settle(carved, rows)
    carved.version = _version(data, rows)
    return carved


def _settle(carved: Carved, rows: Mapping[str, Mapping[Any, tuple[bool, bytes, Row]]]) -> None:
    uncertain: list[str] = []
    for table, found in rows.items():
        tally = RowTally()
        for _, h, _ in found.values():
            tally = tally.plus(h)
        carved.tallies[table] = tally
        carved.rows[table] = [row for _, _, row in found.values()]
        if table not in ("body", "journal") and not carved.whole(table):
            uncertain += [str(key) for key, (led, _, _) in found.items() if not led]
    carved.rows["journal"].sort(key=lambda row: int(row[0]))
    carved.uncertain = tuple(uncertain)


def _row(
    carved: Carved, cell: Cell, shapes: Mapping[int, tuple[tuple[int, str], ...]]
) -> tuple[str, bytes, Row] | None:
    head = carved.pages.payload(cell, 512)
    types, at = pages.types_of(head)
    if len(types) == 2:
        _take_stated(carved, pages.values_of(carved.pages.payload(cell, 1024)))
        return None
    if not types or types[0] != 44 or at + 16 > len(head):  # each sealed row begins with a blob of 16 bytes
        return None
    h = head[at : at + 16]
    if len(types) == 4 and _take_body(carved, cell, h, head):
        return None
    tables = {table for _, table in shapes.get(len(types) - 1, ())}
    values = pages.values_of(carved.pages.payload(cell)) if tables else None
    if values is None:
        return None
    for table in tables:
        row = values[1:]
        if table == "journal" and len(row) == 5:
            row = (cell.rowid, _real(row[1]), *row[2:])
        if _sealed(table, row) == h:
            return table, h, row
    return None


def _take_body(carved: Carved, cell: Cell, h: bytes, head: bytes) -> bool:
    values = pages.values_of(head, 3)
    if values is None or _sealed("body", values[1:3]) != h:
        return False
    carved.places.setdefault(str(values[1]), cell)
    return True


def _take_stated(carved: Carved, values: tuple[Any, ...] | None) -> None:
    if values is None or not all(isinstance(v, str) for v in values):
        return
    _, _, table = values[0].partition("sum.")
    number, _, xor = values[1].partition(" ")
    if table in dict(schema.SEALED) and number.isdecimal() and len(xor) == 32:
        try:
            carved.stated[table] = RowTally(int(number), int(xor, 16))
        except ValueError:
            return


def _sealed(table: str, row: Row) -> bytes:
    try:
        return row_hashes.row_hash(table, row)
    except (TypeError, ValueError):  # bytes where no row of ours has them
        return b""


def _real(value: Any) -> Any:
    return float(value) if isinstance(value, int) else value


def _shapes() -> dict[int, tuple[tuple[int, str], ...]]:
    """Return the (version, table) pairs that have this number of columns after `h`."""
    found: dict[int, set[tuple[int, str]]] = {}
    for version in range(1, schema.version() + 1):
        for table, columns in schema.columns(version).items():
            if table != "body":
                found.setdefault(len(columns), set()).add((version, table))
    return {count: tuple(sorted(pairs)) for count, pairs in found.items()}


def _version(data: bytes, rows: Mapping[str, Mapping[Any, tuple[bool, bytes, Row]]]) -> int:
    """Return the version whose tables have the columns of these rows: the one the file states, if it fits."""
    widths = {table: len(next(iter(found.values()))[2]) for table, found in rows.items() if found}
    widths.pop("body", None)
    stated = int.from_bytes(data[60:64], "big")
    known = range(schema.version(), 0, -1)
    fitting = [v for v in known if all(len(schema.columns(v).get(t, ())) == n for t, n in widths.items())]
    return stated if stated in fitting else fitting[0] if fitting else schema.version()


def _reached(file: Pages) -> dict[int, str]:
    """Return the pages that the trees of the sealed tables lead to, each with its table."""
    reached: dict[int, str] = {}
    names = dict(schema.SEALED)
    for page in _tree(file, 1):
        for cell in file.cells(page):
            values = pages.values_of(file.payload(cell, 4096), 4)
            if values is None or len(values) < 4 or values[0] != "table" or values[1] not in names:
                continue
            if isinstance(values[3], int):
                reached |= dict.fromkeys(_tree(file, values[3]), str(values[1]))
    return reached


def _tree(file: Pages, root: int) -> Iterator[int]:
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in seen or not 1 <= number <= file.count:
            continue
        seen.add(number)
        yield number
        waiting += file.children(number)


def ident_of(path: Path) -> str:
    """Return the id of the brief in a file, damaged or not; "" where it has none, or this process has it
    open.
    """
    try:
        if not path.is_file() or disk_files.is_open_here(path):
            return ""
        with closing(open_checks.connect_to_look(path)) as connection:
            open_checks.set_deadline(connection, 0)
            kind = connection.execute("SELECT type FROM sqlite_schema WHERE name = 'brief'").fetchone()
            found = connection.execute("SELECT id FROM brief").fetchone() if kind == ("table",) else None
        if found and isinstance(found[0], str):
            return found[0]
    except (sqlite3.Error, UnicodeError, MemoryError):
        pass
    except OSError:
        return ""
    return _carved_ident(path)


def _carved_ident(path: Path) -> str:
    try:
        found = carve(path.read_bytes()).rows["brief"] if path.stat().st_size <= _MOST_CARVED else []
    except (OSError, MemoryError):
        return ""
    return str(found[0][0]) if len(found) == 1 else ""
