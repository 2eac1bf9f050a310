"""Records read from the bytes of a file are those that SQLite reads from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.storage.sqlite_pages import (
    INNER_INDEX,
    INNER_TABLE,
    LEAF_INDEX,
    LEAF_TABLE,
    Cell,
    Pages,
    types_of,
    values_of,
    varint,
    width,
)

PAGE_SIZES = (512, 1024, 4096, 65536)
# Each width of a number, and the two that take no byte.
NUMBERS = (0, 1, -1, 127, 128, -129, 40_000, -3_000_000, 2**31, -(2**40), 2**47, 2**62, -(2**63))
Row = tuple[int, Any, Any]


def values() -> st.SearchStrategy[Any]:
    return st.one_of(
        st.none(),
        st.sampled_from(NUMBERS),
        st.floats(allow_nan=False).filter(lambda number: not number.is_integer()),
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40),
        st.integers(0, 6000).map(lambda size: "ä" * size),
        st.integers(0, 6000).map(lambda size: bytes(n % 251 for n in range(size))),
    )


def file_of(rows: list[Row], page_size: int) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {page_size}")
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)")
        connection.execute("CREATE INDEX i ON t (b, a)")
        connection.executemany("INSERT OR REPLACE INTO t VALUES (?, ?, ?)", rows)
        return connection.serialize()


def below(pages: Pages, number: int) -> Iterator[int]:
    yield number
    for child in pages.children(number):
        yield from below(pages, child)


def records(pages: Pages, root: int, *kinds: int) -> Iterator[tuple[Cell, Any]]:
    for number in below(pages, root):
        if pages.kind(number) in kinds:
            for cell in pages.cells(number):
                yield cell, values_of(pages.payload(cell))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-(2**63), 2**63 - 1), values(), values()), max_size=40),
    st.sampled_from(PAGE_SIZES),
)
def test_every_record_of_a_table_and_of_an_index_is_read_as_sqlite_reads_it(
    rows: list[Row], page_size: int
) -> None:
    pages = Pages(file_of(rows, page_size))
    assert (pages.size, pages.usable, pages.count) == (page_size, page_size, len(pages.data) // page_size)
    kept = {ident: (a, b) for ident, a, b in rows}
    roots = {row[1]: row[3] for _, row in records(pages, 1, LEAF_TABLE)}
    found = list(records(pages, roots["t"], LEAF_TABLE))
    assert [cell.rowid for cell, _ in found] == sorted(kept)
    assert {cell.rowid: row[1:] for cell, row in found} == kept
    listed = [row for _, row in records(pages, roots["i"], LEAF_INDEX, INNER_INDEX)]
    assert sorted(map(repr, listed)) == sorted(repr((b, a, ident)) for ident, (a, b) in kept.items())


@pytest.mark.parametrize("page_size", PAGE_SIZES)
def test_a_large_file_has_inner_pages_of_both_kinds_and_none_is_left_out(page_size: int) -> None:
    rows: list[Row] = [(n, f"{n}" * 20, "x" * (n % 700)) for n in range(2500)]
    pages = Pages(file_of(rows, page_size))
    kinds = {pages.kind(number) for number in range(1, pages.count + 1)}
    assert kinds - {0} == {LEAF_TABLE, INNER_TABLE, LEAF_INDEX, INNER_INDEX}
    roots = {row[1]: row[3] for _, row in records(pages, 1, LEAF_TABLE)}
    assert [(c.rowid, *row[1:]) for c, row in records(pages, roots["t"], LEAF_TABLE)] == rows
    assert sum(1 for _ in records(pages, roots["i"], LEAF_INDEX, INNER_INDEX)) == len(rows)


@pytest.mark.parametrize("most", [0, 1, 400, 500, 5000, 9000])
def test_only_the_first_bytes_of_a_record_are_read_where_only_those_are_wanted(most: int) -> None:
    pages = Pages(file_of([(1, "a" * 7000, None)], 512))
    (cell,) = (cell for cell, row in records(pages, 2, LEAF_TABLE))
    whole = pages.payload(cell)
    assert len(whole) == cell.length > 7000
    assert pages.payload(cell, most) == whole[:most]


def test_a_record_whose_pages_are_cut_off_or_go_round_ends_where_they_do() -> None:
    data = file_of([(1, "a" * 7000, None)], 512)
    (cell,) = (cell for cell, _ in records(Pages(data), 2, LEAF_TABLE))
    cut = data[: (cell.overflow - 1) * 512 + 100]
    assert Pages(cut).payload(cell) == Pages(data).payload(cell)[: cell.local + 96]
    at = (cell.overflow - 1) * 512
    ring = data[:at] + cell.overflow.to_bytes(4, "big") + data[at + 4 :]
    assert Pages(ring).payload(cell).startswith(Pages(data).payload(cell)[: cell.local + 508])


@pytest.mark.parametrize(
    ("data", "number", "end"),
    [
        (b"\x00", 0, 1),
        (b"\x7f", 127, 1),
        (b"\x81\x00", 128, 2),
        (b"\x82\x80\x01", 2 * 128 * 128 + 1, 3),
        (b"\xff" * 9, 2**64 - 1, 9),
        (b"\x80" * 8 + b"\x01", 1, 9),
        (b"\x81", 128, 2),  # beyond the data stands 0
        (b"", 0, 1),
    ],
    ids=["0", "127", "128", "three bytes", "most", "nine bytes", "cut", "nothing"],
)
def test_a_number_takes_one_to_nine_bytes(data: bytes, number: int, end: int) -> None:
    assert varint(data, 0) == (number, end)
    assert varint(b"\xff\xff" + data, 2) == (number, end + 2)


def test_a_value_is_as_wide_as_its_type_says() -> None:
    """https://sqlite.org/fileformat2.html#record_format"""
    assert [width(kind) for kind in range(18)] == [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, -1, -1, 0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (b"\x03\x08\x09", (0, 1)),
        (b"\x02\x01\xff", (-1,)),
        (b"\x02\x0f\x41", ("A",)),
        (b"\x02\x0e\x41", (b"A",)),
        (b"\x02\x0f\xff", None),  # no UTF-8
        (b"\x02\x0f", None),  # its value is cut off
        (b"\x02\x0a\x00", None),  # a reserved type
        (b"\x02\x81\x00\x00", None),  # a type that goes on behind the head
        (b"\x05\x01\x01", None),  # a head longer than the record
        (b"\x00\x01", None),
        (b"\x01", None),
        (b"", None),
    ],
    ids=lambda value: value.hex() or "nothing" if isinstance(value, bytes) else "",
)
def test_a_record_is_read_or_given_up_as_a_whole(record: bytes, found: tuple[Any, ...] | None) -> None:
    assert values_of(record) == found


@pytest.mark.parametrize(
    ("record", "types"),
    [
        (b"\x03\x01\x01\x05\x06", ((1, 1), 3)),
        (b"\x05\x01\x01", ((), 0)),  # longer than the record
        (b"\xa0\x00" + b"\x08" * 4094, ((8,) * 4094, 4096)),
        (b"\xa0\x01" + b"\x08" * 4095, ((), 0)),  # no table of ours has as many columns
    ],
    ids=["two", "too long", "most", "more"],
)
def test_a_head_of_a_record_gives_its_types_or_none(
    record: bytes, types: tuple[tuple[int, ...], int]
) -> None:
    assert types_of(record) == types


def test_a_record_goes_on_in_the_second_page_where_no_table_lies_there() -> None:
    words = "words " * 1000
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 512")
        connection.execute(f"CREATE VIEW v AS SELECT '{words}'")
        pages = Pages(connection.serialize())
    ((cell, row),) = records(pages, 1, LEAF_TABLE)
    assert cell.overflow == 2
    assert row == ("view", "v", "v", 0, f"CREATE VIEW v AS SELECT '{words}'")


def test_a_cell_without_a_record_is_left_out() -> None:
    page = bytearray(512)
    page[16:18] = b"\x02\x00"
    page[100:110] = b"\x0d\0\0\0\x02\0\0\0" + (400).to_bytes(2, "big")
    page[110:112] = (450).to_bytes(2, "big")
    page[400:402] = b"\x00\x01"  # of no length, as row 1
    page[450:455] = b"\x02\x02\x02\x09\x00"
    assert [(cell.rowid, cell.length) for cell in Pages(bytes(page)).cells(1)] == [(2, 2)]


def test_the_first_values_are_read_though_a_later_one_is_cut_off() -> None:
    record = b"\x03\x08\x0f"
    assert values_of(record) is None
    assert values_of(record, 1) == (0,)
    assert types_of(record) == ((8, 15), 3)


@pytest.mark.parametrize(
    ("stated", "size"), [(512, 512), (1, 65536), (4096, 4096), (0, 4096), (513, 4096), (256, 4096)]
)
def test_a_page_has_the_size_the_header_states_or_the_usual_one(stated: int, size: int) -> None:
    assert Pages(bytes(16) + stated.to_bytes(2, "big") + bytes(100)).size == size


@pytest.mark.parametrize(("reserved", "usable"), [(0, 512), (8, 504), (32, 480), (33, 512), (255, 512)])
def test_bytes_reserved_at_the_end_of_a_page_hold_nothing_unless_too_little_is_left(
    reserved: int, usable: int
) -> None:
    assert Pages(bytes(16) + b"\x02\x00\x01\x01" + bytes([reserved]) + bytes(100)).usable == usable


@pytest.mark.parametrize("data", [b"", b"SQLite", bytes(600)], ids=["nothing", "a word", "zeros"])
def test_what_is_no_database_has_no_cells(data: bytes) -> None:
    pages = Pages(data)
    assert [pages.kind(1), list(pages.cells(1)), list(pages.children(1))] == [0, [], []]
