"""Hashes of rows: the mark that stands for a file, and what is reported of rows that went."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from briefing.storage import open_checks, row_hashes
from briefing.storage.codec import Malformed
from briefing.storage.row_hashes import RowTally


@pytest.fixture
def connection(closed: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_checks.connect(closed)) as opened:
        yield opened


def test_the_mark_of_a_file_is_eight_hex_digits_and_known_without_asking_it(
    connection: sqlite3.Connection,
) -> None:
    found = row_hashes.state(connection)
    assert re.fullmatch("[0-9a-f]{8}", found)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    assert row_hashes.mark(version, row_hashes.read_all(connection)[1]) == found


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version = 9999",
        "UPDATE meta SET value = '1 0' WHERE key = 'sum.journal'",
        "UPDATE meta SET key = 'sum.other' WHERE key = 'sum.journal'",
        "DELETE FROM meta WHERE key = 'sum.journal'",
    ],
)
def test_and_another_one_after_any_change_of_its_version_or_its_tallies(
    connection: sqlite3.Connection, change: str
) -> None:
    before = row_hashes.state(connection)
    connection.execute(change)
    assert row_hashes.state(connection) != before


def test_the_mark_does_not_depend_on_the_order_of_the_tables() -> None:
    tallies = {"brief": RowTally(1, 5), "journal": RowTally(2, 7)}
    assert row_hashes.mark(3, tallies) == row_hashes.mark(3, dict(reversed(tallies.items())))


def test_a_row_that_went_with_its_hash_is_missed_by_the_tally_of_its_table(
    connection: sqlite3.Connection,
) -> None:
    connection.execute("DELETE FROM journal")
    with pytest.raises(Malformed, match=r"^rows of “journal” are missing or were put there"):
        row_hashes.read_all(connection)
