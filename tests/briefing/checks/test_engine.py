"""What is asked again after an edit, and what is not looked at twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from briefing.checks import Checker, Facts, Finding, ItemCheck
from briefing.checks import engine as engine_module
from briefing.checks.quotes import Verdict
from briefing.checks.rule_types import ItemPlace
from briefing.model import Actor, Brief, Item, Section
from tests.briefing.samples import sample

FACTS = Facts((), {}, None, date(2020, 3, 20))


class Asked:
    """A rule that writes down what it was asked of."""

    def __init__(self) -> None:
        self.items: list[str] = []

    def __call__(self, item: Item, place: ItemPlace, _facts: Facts) -> Iterator[Finding]:
        self.items.append(item.id)
        yield Finding("L1", "note", item.id, place.kind)


@pytest.fixture
def asked() -> Asked:
    return Asked()


def reworded(brief: Brief, ident: str = "c2") -> Brief:
    def of(section: Section) -> Section:
        items = tuple(replace(i, text=f"{i.text} Again.") if i.id == ident else i for i in section.items)
        return replace(section, items=items) if items != section.items else section

    return replace(brief, sections=tuple(map(of, brief.sections)))


def test_after_an_edit_only_the_edited_item_is_asked(asked: Asked) -> None:
    checker, brief = Checker((ItemCheck("L1", "Counts", "note", asked),)), sample()
    before = checker.run(brief, FACTS)
    asked.items.clear()
    assert len(checker.run(reworded(brief), FACTS)) == len(before)
    assert asked.items == ["c2"]


def test_and_no_key_is_made_for_the_others(monkeypatch: pytest.MonkeyPatch, asked: Asked) -> None:
    made: list[str] = []
    of = engine_module._Keys.of

    def counted(keys: engine_module._Keys, item: Item, place: ItemPlace) -> object:
        made.append(item.id)
        return of(keys, item, place)

    monkeypatch.setattr(engine_module._Keys, "of", counted)
    checker, brief = Checker((ItemCheck("L1", "Counts", "note", asked),)), sample()
    checker.run(brief, FACTS)
    made.clear()
    changed = reworded(brief)
    assert checker.stale(changed, FACTS) == 1
    checker.run(changed, FACTS)
    assert made == ["c2"]  # and once, though it was counted and then asked


Change = Callable[[Brief, Facts], tuple[Brief, Facts]]
VERDICT = Verdict("c1", "e1", "s1", "orphan", "gone")


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda b, f: (replace(b, title="Other"), f), set()),
        (lambda b, f: (b, replace(f, origins={"s1": "s2"})), set()),
        (lambda b, f: (b, replace(f, verdicts=(VERDICT,))), {"c1"}),
        (lambda b, f: (b, replace(f, verdicts=[VERDICT])), {"c1"}),
        (lambda b, f: (replace(b, sources=(replace(b.sources[0], title="Other"), *b.sources[1:])), f), set()),
        (lambda b, f: (replace(b, sources=(replace(b.sources[0], published="2019"), *b.sources[1:])), f), {"c1", "c3"}),  # noqa: E501
        (lambda b, f: (replace(b, sources=()), f), {"c1", "c3"}),
        (lambda b, f: (replace(b, standard="phia"), f), None),
        (lambda b, f: (replace(b, actors=(*b.actors, Actor("a9", "New"))), f), None),
        (lambda b, f: (replace(b, actors=(replace(b.actors[0], kind="group"), *b.actors[1:])), f), None),
        (lambda b, f: (b, replace(f, now=date(2020, 3, 21))), None),
        (lambda b, f: (replace(b, sections=(replace(b.sections[0], kind="prose"), *b.sections[1:])), f), {"c1", "c2"}),  # noqa: E501
        (lambda b, f: (replace(b, sections=b.sections[::-1]), f), set()),
    ],
)  # fmt: skip
def test_what_round_an_item_makes_it_asked_again(
    change: Change, again: set[str] | None, asked: Asked
) -> None:
    checker, brief = Checker((ItemCheck("L1", "Counts", "note", asked),)), sample()
    everything = {f.item_id for f in checker.run(brief, FACTS)}
    asked.items.clear()
    brief, facts = change(brief, FACTS)
    due = everything if again is None else again
    assert checker.stale(brief, facts) == len(due)
    found = checker.run(brief, facts)
    assert set(asked.items) == due
    assert found == Checker((ItemCheck("L1", "Counts", "note", Asked()),)).run(brief, facts)


def test_a_count_that_was_followed_by_another_change_is_not_used(asked: Asked) -> None:
    checker, brief = Checker((ItemCheck("L1", "Counts", "note", asked),)), sample()
    checker.run(brief, FACTS)
    asked.items.clear()
    once = reworded(brief)
    assert checker.stale(once, FACTS) == 1
    twice = reworded(once, "c1")
    checker.run(twice, FACTS)
    assert sorted(asked.items) == ["c1", "c2"]
    assert checker.stale(twice, FACTS) == 0


def test_a_list_of_verdicts_that_was_added_to_is_seen(asked: Asked) -> None:
    checker, brief, verdicts = Checker((ItemCheck("L1", "Counts", "note", asked),)), sample(), list[Verdict]()
    checker.run(brief, replace(FACTS, verdicts=verdicts))
    verdicts.append(VERDICT)
    assert checker.stale(brief, replace(FACTS, verdicts=verdicts)) == 1


def test_a_copy_goes_its_own_way(asked: Asked) -> None:
    checker, brief = Checker((ItemCheck("L1", "Counts", "note", asked),)), sample()
    checker.run(brief, FACTS)
    other = checker.copy()
    other.run(reworded(brief), FACTS)
    assert checker.stale(brief, FACTS) == 0
    assert other.stale(brief, FACTS) == 1
