"""Rows and the model: what is written is read again, and what another hand wrote is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given

from briefing.diff import walk
from briefing.model import Actor, Brief, Claim, Edition, Judgement, Remark, Section, Source, Waiver
from briefing.storage.codec import CODECS, Malformed, Row, assemble, children_of, codec_of
from tests.briefing.storage.conftest import small_brief
from tests.briefing.strategies import briefs

_REMARKS = (
    Remark("r1", "Anna", "2024-06-14T12:00:00+00:00", "Who “says” so? كيف", "", False),
    Remark("r2", "Jörg", "", "The ministry.", "r1", True),
)
_WAIVERS = (Waiver("L1", "It stays."), Waiver("L3", "So be it.", "Patrols start"))
_EDITIONS = (Edition(1, "2024-06-14", "", "a" * 64), Edition(2, "2024-06-15", "Patrols began.", "b" * 64))


def _full() -> Brief:
    claim = Claim("c1", "So.", remarks=_REMARKS, waivers=_WAIVERS)
    judgement = Judgement("j1", "It holds.", basis=("c1",), remarks=_REMARKS[:1], waivers=_WAIVERS[1:])
    source = Source("s1", pages=(0, 12, 400), authors=("A. Ä.", "ب"), waivers=_WAIVERS, read=True)
    return Brief(
        "b1",
        sections=(Section("s", limit=300, items=(judgement, claim)),),
        actors=(Actor("a1", aliases=("x", ""), statements=(Claim("c2"),)),),
        sources=(source,),
        editions=_EDITIONS,
        waivers=_WAIVERS[:1],
    )


def _rows(brief: Brief) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {codec.table: [] for codec in CODECS}
    for node in walk(brief):
        rows[codec_of(node).table].append(codec_of(node).encode(node))
    return rows


def _with(table: str, column: str, value: object) -> dict[str, list[Row]]:
    """The rows of the full brief, the first of a table with another value."""
    rows = _rows(_full())
    (codec,) = (codec for codec in CODECS if codec.table == table)
    row = list(rows[table][0])
    row[codec.columns.index(column)] = value
    rows[table][0] = tuple(row)
    return rows


@given(briefs())
def test_rows_read_again_are_the_brief_they_were_written_from(brief: Brief) -> None:
    assert assemble(_rows(replace(brief, editions=_EDITIONS))) == replace(brief, editions=_EDITIONS)


def test_remarks_waivers_editions_and_places_come_back_with_all_they_hold() -> None:
    again = assemble(_rows(_full()))
    assert again == _full()
    (source,) = again.sources
    assert source.read is True


def test_rows_keep_letters_as_they_are_and_hold_no_spaces_of_their_own() -> None:
    (row,) = _rows(_full())["source"]
    assert '["A. Ä.","ب"]' in row
    assert "[0,12,400]" in row
    assert '[["L1","It stays."],["L3","So be it.","Patrols start"]]' in row


_ANNA = ["r1", "Anna", "", "So?", "", False]
_FIRST = [1, "2024-06-14", "", "a" * 64]


@pytest.mark.parametrize(
    ("table", "column", "value", "why"),
    [
        ("claim", "remarks", ["r1"], "a remark"),
        ("claim", "remarks", ["Anna a"], "a remark"),
        ("claim", "remarks", [_ANNA[:5]], "a remark"),
        ("claim", "remarks", [[*_ANNA, ""]], "a remark"),
        ("claim", "remarks", [[*_ANNA[:5], 1]], "a remark"),
        ("judgement", "remarks", [[1, *_ANNA[1:]]], "a remark"),
        ("brief", "editions", [{}], "an edition"),
        ("brief", "editions", [_FIRST[:3]], "an edition"),
        ("brief", "editions", [[*_FIRST, ""]], "an edition"),
        ("brief", "editions", [_FIRST, ["2", *_FIRST[1:]]], "an edition"),
        ("brief", "editions", [[True, *_FIRST[1:]]], "an edition"),
        ("brief", "editions", [[*_FIRST[:3], None]], "an edition"),
        ("brief", "waivers", ["L1"], "a waiver"),
        ("brief", "waivers", ["so"], "a waiver"),
        ("brief", "waivers", [["L1"]], "a waiver"),
        ("brief", "waivers", [["L1", "so", "words", "more"]], "a waiver"),
        ("brief", "waivers", [["L1", "so"], ["L1", 2]], "a waiver"),
        ("brief", "waivers", [{"L1": 1, "so": 2}], "a waiver"),
        ("source", "pages", [0, -1], "a list of places"),
        ("source", "pages", [0, 1.5], "a list of places"),
        ("source", "pages", [True], "a list of places"),
        ("source", "pages", ["0"], "a list of places"),
        ("source", "authors", ["A", None], "something else than words"),
        ("source", "authors", None, "a list is not a list"),
        ("section", "items", ["j1", "c1", "c1"], "“c1” is missing or stands in two places"),
        ("section", "items", ["j1", "c1", "s1"], "“s1” is missing or stands in two places"),
    ],
)
def test_but_a_list_that_this_program_never_writes_is_malformed(
    table: str, column: str, value: object, why: str
) -> None:
    with pytest.raises(Malformed, match=why):
        assemble(_with(table, column, json.dumps(value)))


@pytest.mark.parametrize(
    ("table", "more"),
    [
        ("source", Source("s9")),
        ("claim", Claim("c9")),
        ("judgement", Judgement("j9")),
        ("actor", Actor("a9")),
        ("section", Section("x")),
    ],
)
def test_but_a_row_that_nothing_lists_is_malformed_and_named(
    table: str, more: Source | Claim | Judgement | Actor | Section
) -> None:
    rows = _rows(_full())
    rows[table].append(codec_of(more).encode(more))
    with pytest.raises(Malformed, match=f"“{more.id}” stands nowhere"):
        assemble(rows)


@pytest.mark.parametrize("count", [0, 2])
def test_but_a_file_holds_one_brief(count: int) -> None:
    rows = _rows(Brief("b"))
    rows["brief"] = [codec_of(brief).encode(brief) for brief in (Brief(f"b{n}") for n in range(count))]
    with pytest.raises(Malformed, match=f"there are {count} briefs"):
        assemble(rows)


def test_the_nodes_below_one_are_those_its_row_lists() -> None:
    brief = small_brief()
    assert children_of(brief) == (*brief.sections, *brief.actors, *brief.sources)
    assert children_of(brief.sources[0]) == ()
