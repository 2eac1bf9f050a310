"""Asking the rules of a brief, and asking again only what may have another answer.

A rule on one item reads the item, the kind of its section, the brief's standard, its verdicts, the names
of the actors and the dates of its sources (see `facts`): while these are the same, so is the answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date

from briefing import lookup
from briefing.checks.completeness import has_body, in_one_note
from briefing.checks.findings import Finding
from briefing.checks.quotes import Verdict
from briefing.checks.rule_types import BriefCheck, Facts, ItemCheck, ItemPlace, places
from briefing.gc_pause import uncollected
from briefing.model import Brief, Claim, Item, Source

Rule = ItemCheck | BriefCheck
_Key = tuple[Hashable, ...]
_MANY = 50  # items to be asked, from which on it is worth while


def is_on(rule: Rule, switched: Sequence[str]) -> bool:
    """Return whether a rule is asked of a brief with these `rules_off`: "L14" switches one off, "+L25" one on
    that is off by itself.
    """
    return rule.id not in switched if rule.by_default else f"+{rule.id}" in switched


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the answers of all items depend on: while it is the same, an item has to be held against itself
    only.
    """

    standard: str
    language: str
    names: tuple[Hashable, ...]
    now: date
    sources: tuple[Source, ...]
    verdicts: tuple[Verdict, ...]
    texts: bool  # whether the texts of the sources are at hand
    near: bool  # whether meaning is compared

    def same_as(self, other: _Shared | None) -> bool:
        """Whether nothing changed; sources and verdicts are held to be the same where they are one object."""
        return (
            other is not None
            and self.sources is other.sources
            and self.verdicts is other.verdicts
            and (self.standard, self.language, self.names, self.now, self.texts, self.near)
            == (other.standard, other.language, other.names, other.now, other.texts, other.near)
        )


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was found at an item, and for which item, kind of section and key."""

    item: Item
    kind: str
    key: _Key
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """The items of a brief in order, each with its answer where it is known, else with its place and key."""

    brief: Brief
    facts: Facts
    shared: _Shared
    known: dict[str, _Answer | None]
    asked: tuple[tuple[Item, ItemPlace, _Key, tuple[Verdict, ...]], ...]


class Checker:
    """Remembers the answers for each item of one brief. Not to be used by two threads at once."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._known: dict[str, _Answer] = {}
        self._shared: _Shared | None = None
        self._plan: _Plan | None = None

    def copy(self) -> Checker:
        """Return a checker that remembers the same, for another thread."""
        made = Checker(self._rules)
        made._known, made._shared = dict(self._known), self._shared
        return made

    def stale(self, brief: Brief, facts: Facts) -> int:
        """Return how many items have to be asked again: what `run` will cost. A `run` of the same brief and
        facts that follows does not look for them again.
        """
        self._plan = self._planned(brief, facts)
        return len(self._plan.asked)

    def run(self, brief: Brief, facts: Facts) -> tuple[Finding, ...]:
        """Return the findings of every rule that the brief has not switched off.

        Rule by rule, in reading order within each; one that is waived is kept, with the reason in `waived`.
        What is missing in form is one note.
        """
        found = [*self._of_items(brief, facts), *self._of_brief(brief, facts)]
        off = frozenset(rule.id for rule in self._rules if not is_on(rule, brief.rules_off))
        order = {rule.id: n for n, rule in enumerate(self._rules)}
        reasons = _reasons(brief)
        shown = (f for f in found if f.rule not in off)
        asked_again = [
            replace(f, waived=reasons[f.item_id, f.rule]) if (f.item_id, f.rule) in reasons else f
            for f in shown
        ]
        return in_one_note(sorted(asked_again, key=lambda f: order[f.rule]), brief)

    def _planned(self, brief: Brief, facts: Facts) -> _Plan:
        """Return which items of the brief have to be asked: one pass, and no key is made for an item that is
        the same while nothing round it changed.
        """
        shared = _shared(brief, facts)
        unchanged = shared.same_as(self._shared)
        keys = _Keys(shared)
        known: dict[str, _Answer | None] = {}
        asked: list[tuple[Item, ItemPlace, _Key, tuple[Verdict, ...]]] = []
        for item, place in places(brief):
            answer = self._known.get(item.id)
            if answer is not None and (answer.item is not item or answer.kind != place.kind):
                answer = None
            if answer is None or not unchanged:
                key, verdicts = keys.of(item, place)
                if answer is None or answer.key != key:
                    answer = None
                    asked.append((item, place, key, verdicts))
            known[item.id] = answer
        return _Plan(brief, facts, shared, known, tuple(asked))

    def _of_items(self, brief: Brief, facts: Facts) -> list[Finding]:
        rules = [rule for rule in self._rules if isinstance(rule, ItemCheck)]
        plan, self._plan = self._plan, None
        if plan is None or plan.brief is not brief or plan.facts is not facts:
            plan = self._planned(brief, facts)
        made = self._answered(plan, rules)
        answers = {id_: answer or made[id_] for id_, answer in plan.known.items()}
        self._known, self._shared = answers, plan.shared
        return [finding for answer in answers.values() for finding in answer.findings]

    def _answered(self, plan: _Plan, rules: Sequence[ItemCheck]) -> dict[str, _Answer]:
        with uncollected() if len(plan.asked) > _MANY else nullcontext():
            return {
                item.id: _Answer(
                    item, place.kind, key, _ask(rules, item, place, replace(plan.facts, verdicts=mine))
                )
                for item, place, key, mine in plan.asked
            }

    def _of_brief(self, brief: Brief, facts: Facts) -> list[Finding]:
        rules = [r for r in self._rules if isinstance(r, BriefCheck) and is_on(r, brief.rules_off)]
        if not has_body(brief):
            rules = [rule for rule in rules if not rule.waits]
        return [finding for rule in rules for finding in rule.find(brief, facts)]


class _Keys:
    """Makes the key of an item: all that its answers depend on besides itself. What all share is made
    once.
    """

    def __init__(self, shared: _Shared) -> None:
        self._shared = shared
        self._sources = {source.id: source for source in shared.sources}
        self._verdicts: dict[str, list[Verdict]] | None = None

    def of(self, item: Item, place: ItemPlace) -> tuple[_Key, tuple[Verdict, ...]]:
        """Return the key of an item, and the verdicts on its quotes."""
        if self._verdicts is None:
            self._verdicts = {}
            for verdict in self._shared.verdicts:
                self._verdicts.setdefault(verdict.claim_id, []).append(verdict)
        mine = tuple(self._verdicts.get(item.id, ()))
        shared = self._shared
        return (
            place.kind, shared.standard, shared.language, shared.names, mine, _dates(item, self._sources),
            shared.now, shared.texts, shared.near,
        ), mine  # fmt: skip


def _shared(brief: Brief, facts: Facts) -> _Shared:
    names = tuple((a.name, a.aliases, a.role, a.kind) for a in brief.actors)
    return _Shared(
        brief.standard, brief.language, names, facts.now, brief.sources, tuple(facts.verdicts),
        facts.text_of is not None, facts.near is not None,
    )  # fmt: skip


def _ask(rules: Sequence[ItemCheck], item: Item, place: ItemPlace, facts: Facts) -> tuple[Finding, ...]:
    return tuple(finding for rule in rules for finding in rule.find(item, place, facts))


def _dates(item: Item, sources: dict[str, Source]) -> tuple[Hashable, ...]:
    if not isinstance(item, Claim):
        return ()
    cited = (sources.get(linked.source) for linked in item.evidence)
    return tuple((s.published, s.language, s.text_sha) if s is not None else None for s in cited)


def _reasons(brief: Brief) -> dict[tuple[str, str], str]:
    held = [(brief.id, brief.waivers), *((source.id, source.waivers) for source in brief.sources)]
    items = lookup.worded(brief)
    held += [(item.id, lookup.waivers_in_force(item)) for item in items if item.waivers]
    return {(ident, waiver.rule): waiver.reason for ident, waivers in held for waiver in waivers}
