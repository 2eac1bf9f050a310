"""The tables and the records that read them agree, and the tables take all the model has."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest

from briefing import model, scales
from briefing.model import Actor, Brief, Claim, Evidence, Judgement, Quote, Section, Source, Waiver
from briefing.session import Session
from briefing.storage import create, open_brief, schema
from briefing.storage.codec import CODECS, Codec, Malformed, assemble, codec_of
from briefing.storage.row_hashes import RowTally, row_hash
from tests.briefing.storage.conftest import small_brief


@pytest.fixture
def tables() -> dict[str, list[str]]:
    connection = sqlite3.connect(":memory:")
    schema.apply(connection, 0)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    columns = {n: [row[1] for row in connection.execute(f"PRAGMA table_info({n})")] for n in names}
    connection.close()
    return columns


@pytest.mark.parametrize("codec", CODECS, ids=lambda codec: codec.table)
def test_a_record_has_the_fields_of_its_type_and_the_columns_of_its_table(
    codec: Codec, tables: dict[str, list[str]]
) -> None:
    assert [f.name for f in codec.fields] == [f.name for f in fields(codec.type)]
    assert ["h", *codec.columns] == tables[codec.table]


def test_every_table_but_meta_is_sealed(tables: dict[str, list[str]]) -> None:
    assert {name for name, _ in schema.SEALED} == tables.keys() - {"meta"}


def test_the_tables_take_every_value_of_the_model(path: Path) -> None:
    claims = [Claim(f"k{k}", kind=k, waivers=(Waiver("L1", "so"),)) for k in model.CLAIM_KINDS]
    claims += [Claim(f"f{f}", facet=f) for f in model.FACETS]
    quote = Quote("a", "", "", 0, "")
    linked = [Evidence(f"e{s}", "s", quote, s) for s in model.STANCES]
    linked += [
        Evidence(f"c{g}", "s", quote, credibility=g) for g in ("", *(g for g, _ in scales.CREDIBILITY))
    ]
    judged = [Judgement(f"j{c}", confidence=c) for c in ("", *(c for c, _ in scales.CONFIDENCE))]
    items = (*claims, Claim("c", evidence=tuple(linked)), *judged)
    graded = [Source(f"g{g}", grade=g) for g in ("", *(g for g, _ in scales.RELIABILITY))]
    brief = Brief(
        "b",
        sections=(Section("s", items=items), *(Section(k, k) for k in model.SECTION_KINDS)),  # type: ignore[arg-type]
        actors=tuple(Actor(f"a{k}", kind=k) for k in model.ACTOR_KINDS),
        sources=(Source("s"), *graded, *(Source(f"k{k}", kind=k) for k in model.SOURCE_KINDS)),
    )
    create(path, brief).close()
    opened = open_brief(path)
    opened.store.close()
    assert opened.brief == brief


def test_a_claim_may_become_a_judgement_of_the_same_id(path: Path) -> None:
    before = Brief("b", sections=(Section("s", items=(Claim("x1", "So."),)),))
    after = replace(before, sections=(Section("s", items=(Judgement("x1", "So."),)),))
    with create(path, before) as store:
        session = Session(before, store)
        session.apply("Change", lambda _: after)
        session.undo()
        session.redo()
    opened = open_brief(path)
    opened.store.close()
    assert opened.brief == after


def _rows(brief: Brief) -> dict[str, list[tuple[object, ...]]]:
    from briefing.diff import walk

    rows: dict[str, list[tuple[object, ...]]] = {codec.table: [] for codec in CODECS}
    for node in walk(brief):
        rows[codec_of(node).table].append(codec_of(node).encode(node))
    return rows


@pytest.mark.parametrize(
    ("table", "column", "value", "why"),
    [
        ("section", 5, '["c1","c1"]', "“c1” is missing or stands in two places"),
        ("section", 5, '["c1","c2"]', "“c2” is missing"),
        ("section", 5, "[]", "“c1” stands nowhere"),
        ("section", 5, "[[]]", "something else than words"),
        ("section", 5, '{"c1": 1}', "not a list"),
        ("section", 5, "c1", "not JSON"),
        ("section", 5, "[" * 100_000, "not JSON"),
        ("claim", 6, '[["L1"]]', "a waiver is not a rule and a reason"),
        ("claim", 6, '["L1"]', "a waiver is not a rule and a reason"),
    ],
)
def test_rows_that_only_another_hand_can_write_are_malformed(
    table: str, column: int, value: str, why: str
) -> None:
    rows = _rows(small_brief())
    row = list(rows[table][0])
    row[column] = value
    rows[table] = [tuple(row)]
    with pytest.raises(Malformed, match=why):
        assemble(rows)


@pytest.mark.parametrize(
    ("table", "more", "why"),
    [
        ("brief", Brief("b2"), "there are 2 briefs"),
        ("judgement", Judgement("c1"), "“c1” stands for two things"),
        ("source", Source("s9"), "the source “s9” stands nowhere"),
    ],
)
def test_rows_too_many_are_malformed(table: str, more: Brief | Judgement | Source, why: str) -> None:
    rows = _rows(small_brief())
    rows[table].append(codec_of(more).encode(more))
    with pytest.raises(Malformed, match=why):
        assemble(rows)


def test_a_hash_tells_tables_and_neighbouring_fields_apart() -> None:
    rows = [
        ("claim", ("ab", "c")),
        ("claim", ("a", "bc")),
        ("actor", ("ab", "c")),
        ("claim", ("ab", "c", "")),
    ]
    assert len({row_hash(*row) for row in rows}) == 4
    h = row_hash(*rows[0])
    assert RowTally().plus(h).minus(h) == RowTally()


_RELEASED = {
    "first": "b44734bc79ec17ca",
    "provenance": "397447f585d30bc6",
    "proof": "aec60e7a21930750",
    "review": "858ec3480c0d2cef",
    "struck": "e41ee69867e44b9e",
}


def test_a_released_migration_stays_letter_for_letter() -> None:
    """A file's schema must equal ours exactly: another letter here, and no brief written before opens
    again.
    """
    made = {m.name: hashlib.sha256(m.sql.encode()).hexdigest()[:16] for m in schema.MIGRATIONS}
    assert {name: made.get(name) for name in _RELEASED} == _RELEASED


@pytest.mark.parametrize("upto", range(1, schema.version() + 1))
def test_a_file_of_every_version_so_far_can_be_made_and_brought_up_to_date(upto: int) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.apply(connection, 0, upto)
        assert connection.execute("PRAGMA user_version").fetchone() == (upto,)
        assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert schema.described(connection) == schema.expected(upto)
        for table, columns in schema.columns(upto).items():
            found = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            assert found == ["h", *columns]
        schema.apply(connection, upto)
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.version(),)
        assert schema.described(connection) == schema.expected(schema.version())


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        (scales.CONFIDENCE, model.CONFIDENCE_LEVELS),
        (scales.RELIABILITY, model.GRADES),
        (scales.CREDIBILITY, model.CREDIBILITIES),
    ],
)
def test_a_scale_has_a_meaning_for_each_grade(
    rows: tuple[tuple[str, str], ...], kinds: tuple[str, ...]
) -> None:
    assert ("", *(grade for grade, _ in rows)) == kinds


@pytest.mark.parametrize("node", [Section("s", "other"), Source("s", kind="blog")])  # type: ignore[arg-type]
def test_a_kind_that_is_not_known_is_neither_written_nor_read(node: Section | Source) -> None:
    codec = codec_of(node)
    with pytest.raises(Malformed, match="no kind that is known"):
        codec.encode(node)
    known = replace(node, kind=type(node)("s").kind)  # type: ignore[arg-type]
    row = [node.kind if value == known.kind else value for value in codec.encode(known)]
    with pytest.raises(Malformed, match="no kind that is known"):
        codec.decode(tuple(row), {"item": {}})
