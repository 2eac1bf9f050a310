"""A brief as bytes and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given

from briefing import snapshot
from briefing.errors import BadInput
from briefing.model import Brief, Edition
from tests.briefing.strategies import briefs


@given(briefs())
def test_a_snapshot_gives_the_brief_back(brief: Brief) -> None:
    assert snapshot.load(snapshot.dump(brief)) == replace(brief, editions=())


def test_earlier_editions_are_not_kept_inside_it() -> None:
    brief = Brief("b", editions=(Edition(1, "2020-03-13", "", "0" * 64),))
    assert snapshot.load(snapshot.dump(brief)).editions == ()


def test_a_field_that_a_later_version_adds_is_empty_in_an_old_snapshot() -> None:
    row = json.loads(snapshot.dump(Brief("b", "Title")))
    del row["brief"]["stale_days"]
    assert snapshot.load(json.dumps(row).encode()) == Brief("b", "Title")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b'{"form": 2, "brief": {}}',
        b'{"form": 1, "brief": {"id": {}}}',
        b'{"form": 1, "brief": {"id": "b", "sections": [{"id": "s", "kind": "other"}]}}',
        b"\xff",
        b"[" * 9999,
    ],
)
def test_but_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        snapshot.load(data)
