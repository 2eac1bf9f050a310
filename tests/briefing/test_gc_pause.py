"""Work without the collector of cycles: on again afterwards, and nothing of it looked through at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from briefing.gc_pause import uncollected


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """The tests hold what they start with apart; here it is put back for a while, and collecting is on."""
    was_on = gc.isenabled()
    gc.unfreeze()
    gc.enable()
    yield
    gc.freeze()
    if not was_on:
        gc.disable()


def test_it_collects_nothing_meanwhile_and_again_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_is_of_the_oldest_generation() -> None:
    with uncollected():
        made = [[number] for number in range(5_000)]
    oldest = {id(one) for one in gc.get_objects(generation=2)}
    assert all(id(one) in oldest for one in made)


def test_but_cycles_made_meanwhile_are_still_found() -> None:
    gc.collect()
    with uncollected():
        for _ in range(500):
            cycle: list[object] = []
            cycle.append(cycle)
        del cycle
    assert gc.collect() >= 500


def test_what_somebody_holds_apart_stays_so() -> None:
    gc.freeze()
    held = gc.get_freeze_count()
    with uncollected():
        pass
    assert gc.get_freeze_count() == held


def test_where_collecting_is_off_it_stays_off() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()
