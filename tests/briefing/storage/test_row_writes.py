"""What one commit leaves in the tables: rows, texts, the way back, and tallies that state them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.diff import Change, diff, walk
from briefing.errors import StorageError
from briefing.model import Brief, Edition, Source
from briefing.session import Body
from briefing.storage import row_hashes, row_writes, schema
from briefing.storage.codec import CODECS, Malformed, assemble
from briefing.storage.row_hashes import RowTally
from briefing.storage.row_writes import Tallies
from briefing.text import sha256
from tests.briefing.storage.conftest import ARTICLE, body, retitled, small_brief
from tests.briefing.strategies import briefs_and_bodies

NOTHING = {table: RowTally() for table, _ in schema.SEALED}
FIRST, SECOND = body("First words."), body("Second words.")


def new_tables() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.apply(connection, 0)
    row_hashes.write_tallies(connection, NOTHING.items())
    return connection


@pytest.fixture
def tables() -> Iterator[sqlite3.Connection]:
    with closing(new_tables()) as connection:
        yield connection


def _step(before: Brief, after: Brief, at: float = 1.0) -> Change:
    return replace(diff(before, after, "Edit", "page"), at=at)


def _made(brief: Brief) -> Change:
    return Change("New brief", "", Brief(brief.id), brief, tuple(walk(brief)), (), 1.0)


def _written(tables: sqlite3.Connection, brief: Brief, *bodies: Body) -> tuple[Tallies, frozenset[str]]:
    return row_writes.write_change(tables, _made(brief), bodies, NOTHING, frozenset())


def _texts(tables: sqlite3.Connection) -> dict[str, bytes]:
    return dict(tables.execute("SELECT sha, data FROM body"))


@settings(max_examples=25, deadline=None)
@given(st.lists(briefs_and_bodies(), min_size=1, max_size=4))
def test_the_tallies_returned_are_those_of_the_rows_that_stand_and_are_stated_in_the_file(
    stages: list[tuple[Brief, tuple[Body, ...]]],
) -> None:
    with closing(new_tables()) as tables:
        tallies, known = dict(NOTHING), frozenset[str]()
        steps = [_made(stages[0][0]), *(_step(a, b) for (a, _), (b, _) in pairwise(stages))]
        for step, (after, bodies) in zip(steps, stages, strict=True):
            given_before = dict(tallies)
            result, added = row_writes.write_change(tables, step, bodies, tallies, known)
            assert added == {b.sha for b in bodies} - known
            assert tallies == given_before  # the caller's stay as they are: the change may not come to stand
            rows, stated = row_hashes.read_all(tables)
            assert result == stated
            assert assemble(rows) == after
            tallies, known = result, known | added
        assert _texts(tables).keys() == known


def _undone(tables: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """The rows as the last line of the journal gives them back."""
    rows = {c.table: {r[1]: tuple(r[1:]) for r in tables.execute(f"SELECT * FROM {c.table}")} for c in CODECS}
    (inverse,) = tables.execute("SELECT inverse FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    for table, ident, row in json.loads(inverse):
        if row is None:
            del rows[table][ident]
        else:
            rows[table][ident] = tuple(row)
    return {table: list(found.values()) for table, found in rows.items()}


@settings(max_examples=15, deadline=None)
@given(briefs_and_bodies(), briefs_and_bodies())
def test_the_journal_holds_the_way_back_to_the_brief_before(
    first: tuple[Brief, tuple[Body, ...]], second: tuple[Brief, tuple[Body, ...]]
) -> None:
    with closing(new_tables()) as tables:
        tallies, known = _written(tables, first[0], *first[1])
        row_writes.write_change(tables, _step(first[0], second[0]), second[1], tallies, known)
        assert assemble(_undone(tables)) == first[0]


def test_a_line_of_the_journal_has_its_number_moment_words_and_where_it_came_from(
    tables: sqlite3.Connection,
) -> None:
    tallies, known = _written(tables, small_brief(), body(ARTICLE))
    later = retitled(small_brief(), "قوات “B”")
    tallies, known = row_writes.write_change(
        tables, _step(small_brief(), later, 2.5), (), tallies, known | {sha256(ARTICLE)}
    )
    row_writes.write_change(tables, _step(later, small_brief(), 3), (), tallies, {sha256(ARTICLE)})
    lines = tables.execute("SELECT seq, at, label, origin FROM journal ORDER BY seq").fetchall()
    assert lines == [(1, 1.0, "New brief", ""), (2, 2.5, "Edit", "page"), (3, 3.0, "Edit", "page")]
    (inverse,) = tables.execute("SELECT inverse FROM journal WHERE seq = 3").fetchone()
    assert inverse.startswith('[["brief","b1",["b1","قوات “B”",')


# -- texts


def test_a_text_is_written_once_however_often_it_is_given(tables: sqlite3.Connection) -> None:
    tallies, added = row_writes.write_bodies(tables, [FIRST, FIRST], NOTHING, frozenset())
    assert added == {FIRST.sha}
    tallies, added = row_writes.write_bodies(tables, [FIRST, SECOND], tallies, added)
    assert added == {SECOND.sha}
    assert _texts(tables) == {b.sha: b.data for b in (FIRST, SECOND)}
    assert row_hashes.read_all(tables)[1] == tallies
    assert NOTHING["body"] == RowTally()


def test_but_not_under_the_name_of_another(tables: sqlite3.Connection) -> None:
    with pytest.raises(Malformed, match="a text is not the one its hash names"):
        row_writes.write_bodies(tables, [Body(FIRST.sha, SECOND.data)], NOTHING, frozenset())
    assert _texts(tables) == {}


def test_but_not_when_no_value_of_a_file_may_be_as_large(
    tables: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite’s limit is for the whole row: a text of just that size does not fit."""
    monkeypatch.setattr(schema, "MAX_VALUE", 10)
    row_writes.write_bodies(tables, [body("9 letters")], NOTHING, frozenset())
    with pytest.raises(StorageError, match="larger than 64 MiB") as caught:
        row_writes.write_bodies(tables, [body("10 letters")], NOTHING, frozenset())
    assert "Split the article" in caught.value.hint


def _named_by(sha: str) -> list[Brief]:
    """A brief for each way to name a text."""
    brief = small_brief()
    return [
        replace(brief, sources=(*brief.sources, Source("s2", text_sha=sha))),
        replace(brief, sources=(*brief.sources, Source("s2", original_sha=sha))),
        replace(brief, sources=(*brief.sources, Source("s2", mends_sha=sha))),
        replace(brief, sources=(*brief.sources, Source("s2", struck_sha=sha))),
        replace(brief, editions=(Edition(1, "2024-06-14", "", sha),)),
    ]


WAYS = ["text", "original", "mends", "struck", "edition"]


@pytest.mark.parametrize("way", range(len(WAYS)), ids=WAYS)
def test_a_row_names_only_texts_that_are_given_or_known(tables: sqlite3.Connection, way: int) -> None:
    tallies, known = _written(tables, small_brief(), body(ARTICLE))
    step = _step(small_brief(), _named_by(FIRST.sha)[way])
    what = "the snapshot of edition 1" if WAYS[way] == "edition" else "the text of the source “s2”"
    with pytest.raises(Malformed, match=f"{what} was not given"):
        row_writes.write_change(tables, step, [SECOND], tallies, known)


@pytest.mark.parametrize("way", range(len(WAYS)), ids=WAYS)
@pytest.mark.parametrize("whence", ["given", "known", "lost"])
def test_and_such_a_text_may_be_given_with_it_or_known_or_lost_before(
    tables: sqlite3.Connection, way: int, whence: str
) -> None:
    tallies, known = _written(tables, small_brief(), body(ARTICLE))
    step = _step(small_brief(), _named_by(FIRST.sha)[way])
    bodies = [FIRST] if whence == "given" else []
    known = known | {FIRST.sha} if whence == "known" else known
    lost = {FIRST.sha} if whence == "lost" else set[str]()
    row_writes.write_change(tables, step, bodies, tallies, known, lost)
    assert assemble(row_hashes.read_all(tables)[0]) == step.after


@pytest.mark.parametrize("way", range(len(WAYS)), ids=WAYS)
def test_a_text_that_anything_names_stays_and_another_goes(tables: sqlite3.Connection, way: int) -> None:
    tallies, _ = _written(tables, _named_by(FIRST.sha)[way], body(ARTICLE), FIRST, SECOND)
    assert row_writes.has_unreferenced(tables)
    result, gone = row_writes.drop_unreferenced(tables, tallies)
    assert gone == {SECOND.sha}
    assert _texts(tables).keys() == {sha256(ARTICLE), FIRST.sha}
    assert row_hashes.read_all(tables)[1] == result
    assert tallies["body"].rows == 3  # the caller's stay as they are
    assert not row_writes.has_unreferenced(tables)
    assert row_writes.drop_unreferenced(tables, result) == (result, frozenset())


def test_and_one_that_only_a_quote_names_stays_too(tables: sqlite3.Connection) -> None:
    brief = replace(small_brief(), sources=(Source("s1"),))
    tallies, _ = _written(tables, brief, body(ARTICLE))
    assert not row_writes.has_unreferenced(tables)
    assert row_writes.drop_unreferenced(tables, tallies) == (tallies, frozenset())
