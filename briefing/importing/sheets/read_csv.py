"""Comma-separated values (RFC 4180, and what spreadsheets write instead): a row a line, its number kept."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.table_lines import tabbed
from briefing.importing.common.unit_text import UnitText
from briefing.importing.encoding.decode import decode

MOST_ROWS = 50_000
MOST_COLUMNS = 1_000
_NEVER = "\x1f"  # the sign between units (ASCII), of which no table as text makes use
_DELIMITERS = ",;\t|"
_LOOKED_AT = 60  # rows that say which delimiter it is
_STATED = re.compile(r"\ufeff?sep=([^\w\s\"]|\t)[ \t]*(?:\r\n?|\n)")  # as Excel writes and reads it
_LONGEST_CELL = 1_000_000


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the rows of a table, at most MOST_ROWS, each on a line. Raises BadInput when it is bare."""
    decoded = decode(data, hints.charset)
    text, stated = decoded.text.removeprefix("\ufeff"), ""
    if first := _STATED.match(text):
        text, stated = text[first.end() :], first[1]
    out = UnitText()
    rows: list[int] = []
    count = cut = 0
    for count, row in enumerate(_rows(text, stated or delimiter_of(text) or _NEVER), start=1):
        if count > MOST_ROWS:
            continue
        cut += len(row) > MOST_COLUMNS
        rows.append(out.at)
        line = tabbed([_flat(cell) for cell in row[:MOST_COLUMNS]])
        if line.strip():
            out.line(line)
    whole = out.whole()
    if not whole.strip():
        raise BadInput("It holds no words.", "There is nothing to quote from it.")
    return Parsed(
        whole,
        notices=(*decoded.notices, *out.notices(), *too_many(count, MOST_ROWS, "rows"), *_wide(cut)),
        kind="data",
        pages=tuple(start for start in rows if start < len(whole)),
        encoding=decoded.encoding,
        guessed=decoded.guessed,
        extractor="csv 1",
    )


def delimiter_of(text: str) -> str:
    """Return what parts the cells of a table, "" where nothing does.

    It is the sign by which the most rows, and at least half of them, have the same number of cells, and
    more than one.
    """
    best, most = "", 0.0
    for delimiter in _DELIMITERS:
        try:
            widths = Counter(len(row) for row in islice(_rows(text[:200_000], delimiter), _LOOKED_AT) if row)
        except BadInput:
            continue
        width, rows = max(widths.items(), key=lambda item: (item[0] > 1) * item[1], default=(1, 0))
        is_one = width > 1 and rows * 2 >= widths.total()
        weight = is_one * (rows + min(width, 100) / 1_000)
        if weight > most:
            best, most = delimiter, weight
    return best


def too_many(count: int, most: int, what: str) -> tuple[str, ...]:
    """Return the sentence about rows or columns beyond those that are kept, if there are any."""
    return (f"Of {count:,} {what} the first {most:,} are kept.",) if count > most else ()


def _wide(rows: int) -> tuple[str, ...]:
    return (f"Rows of more than {MOST_COLUMNS:,} cells, cut there: {rows:,}.",) if rows else ()


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    try:
        yield from reader
    except csv.Error as error:
        why = f"Row {reader.line_num:,} of it cannot be read: {error}."
        raise BadInput(why, "Open it in a spreadsheet program and save it again.") from error


def _flat(cell: str) -> str:
    return " ".join(cell.split())
