"""Whose the fields of a source are, and that none is lost where two sources become one."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from briefing.edits.source_fields import (
    SOURCE_FIELDS,
    completed,
    inheriting,
    read_again,
    with_text,
)
from briefing.model import Source, Waiver

_EXAMPLES: dict[object, tuple[Any, Any]] = {
    str: ("one", "two"),
    int: (1, 2),
    bool: (True, True),
    tuple[str, ...]: (("one",), ("two",)),
    tuple[int, ...]: ((1,), (2,)),
    tuple[Waiver, ...]: ((Waiver("L1", "one"),), (Waiver("L2", "two"),)),
}
_TYPES = get_type_hints(Source)
NAMES = [field.name for field in fields(Source)]
ROWS = {row.name: row for row in SOURCE_FIELDS}


def filled(which: int) -> Source:
    """Return a source with no empty field; all fields of 0 and 1 differ but for flags."""
    return Source(**{name: example_of(_TYPES[name], which) for name in NAMES})


def example_of(kind: Any, which: int) -> Any:
    """Return a value of a type; of a list of kinds one of the last two, which are neither "" nor the usual
    one.
    """
    return get_args(kind)[-1 - which] if get_origin(kind) is Literal else _EXAMPLES[kind][which]


def test_each_field_has_one_row() -> None:
    assert sorted(row.name for row in SOURCE_FIELDS) == sorted(NAMES)
    assert len(ROWS) == len(SOURCE_FIELDS)


def test_the_form_asks_only_for_what_may_be_typed_and_with_a_key_of_its_own() -> None:
    labels = [row.label for row in SOURCE_FIELDS if row.label]
    assert all(row.read for row in SOURCE_FIELDS if row.label)
    keys = [label[label.index("&") + 1].casefold() for label in labels]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "id"])
def test_what_one_of_a_record_and_its_text_knows_is_kept(name: str) -> None:
    bare, full = Source("r1"), filled(0)
    by_text = with_text(bare, full)
    if name != "kind":  # a source is never without one: the record's stands
        assert getattr(by_text, name) == getattr(full, name)
    if ROWS[name].whose not in ("text", "file"):
        assert getattr(with_text(full, bare), name) == getattr(full, name)


@pytest.mark.parametrize("name", NAMES)
def test_where_both_know_a_field_the_record_goes_before_all_but_what_the_text_itself_tells(name: str) -> None:
    record, text = filled(0), replace(filled(1), fetched_at="")
    wanted = text if ROWS[name].whose in ("text", "file") else record
    assert getattr(with_text(record, text), name) == getattr(wanted, name)


def test_but_of_a_page_that_was_fetched_the_day_is_known() -> None:
    assert with_text(filled(0), filled(1)).accessed == filled(1).accessed


@pytest.mark.parametrize("name", NAMES)
def test_a_record_fills_what_is_empty_and_changes_nothing(name: str) -> None:
    assert completed(filled(0), filled(1)) == filled(0)
    found = getattr(completed(Source(""), filled(1)), name)
    assert found == getattr(filled(1) if ROWS[name].whose == "record" else Source(""), name)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_read_again_brings_all_that_reading_tells_and_nothing_else(name: str) -> None:
    wanted = filled(1) if ROWS[name].whose == "text" else filled(0)
    assert getattr(read_again(filled(0), filled(1)), name) == getattr(wanted, name)


@pytest.mark.parametrize("name", NAMES)
def test_a_later_version_inherits_what_is_not_of_one_version(name: str) -> None:
    inherits = ROWS[name].whose in ("record", "analyst") and not ROWS[name].of_version
    found = getattr(inheriting(filled(0), Source("")), name)
    assert found == getattr(filled(0) if inherits else Source(""), name)
    if name != "kind":
        assert getattr(inheriting(filled(0), filled(1)), name) == getattr(filled(1), name)
