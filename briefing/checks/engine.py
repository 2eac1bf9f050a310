"""Asking the rules of a brief, and asking again only what may have another answer.

A rule on one item reads the item, the kind of its section, the brief's standard, its verdicts, the names
of the actors and the dates of its sources (see `facts`): while these are the same, so is the answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefing import lookup
from briefing.checks.facts import BriefCheck, Facts, ItemCheck, Place, places
from briefing.checks.findings import Finding
from briefing.checks.quotes import Verdict
from briefing.model import Brief, Claim, Item, Source

Rule = ItemCheck | BriefCheck
_Key = tuple[Hashable, ...]


class Checker:
    """Remembers the answers for each item of one brief. Not to be used by two threads at once."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._known: dict[str, tuple[Item, _Key, tuple[Finding, ...]]] = {}

    def copy(self) -> Checker:
        """Return a checker that remembers the same, for another thread."""
        made = Checker(self._rules)
        made._known = dict(self._known)
        return made

    def stale(self, brief: Brief, facts: Facts) -> int:
        """Return how many items have to be asked again: what `run` will cost."""
        return sum(not self._is_known(item, key) for item, _, key, _ in _keyed(brief, facts))

    def run(self, brief: Brief, facts: Facts) -> tuple[Finding, ...]:
        """Return the findings of every rule that the brief has not switched off.

        Rule by rule, in reading order within each; one that is waived is kept, with the reason in `waived`.
        """
        found = [*self._of_items(brief, facts), *self._of_brief(brief, facts)]
        off = frozenset(brief.rules_off)
        order = {rule.id: n for n, rule in enumerate(self._rules)}
        reasons = _reasons(brief)
        shown = (f for f in found if f.rule not in off)
        told = [
            replace(f, waived=reasons[f.item_id, f.rule]) if (f.item_id, f.rule) in reasons else f
            for f in shown
        ]
        return tuple(sorted(told, key=lambda f: order[f.rule]))

    def _is_known(self, item: Item, key: _Key) -> bool:
        known = self._known.get(item.id)
        return known is not None and known[0] is item and known[1] == key

    def _of_items(self, brief: Brief, facts: Facts) -> list[Finding]:
        rules = [rule for rule in self._rules if isinstance(rule, ItemCheck)]
        now: dict[str, tuple[Item, _Key, tuple[Finding, ...]]] = {}
        for item, place, key, mine in _keyed(brief, facts):
            if self._is_known(item, key):
                now[item.id] = self._known[item.id]
            else:
                now[item.id] = (item, key, _ask(rules, item, place, replace(facts, verdicts=mine)))
        self._known = now
        return [finding for _, _, answers in now.values() for finding in answers]

    def _of_brief(self, brief: Brief, facts: Facts) -> list[Finding]:
        rules = (rule for rule in self._rules if isinstance(rule, BriefCheck))
        return [finding for rule in rules for finding in rule.find(brief, facts)]


def _keyed(brief: Brief, facts: Facts) -> Iterator[tuple[Item, Place, _Key, tuple[Verdict, ...]]]:
    """Yield each item with its place, what its answers depend on besides itself, and its verdicts."""
    verdicts: dict[str, list[Verdict]] = {}
    for verdict in facts.verdicts:
        verdicts.setdefault(verdict.claim_id, []).append(verdict)
    sources = {source.id: source for source in brief.sources}
    names = tuple((a.name, a.aliases, a.role) for a in brief.actors)
    for item, place in places(brief):
        mine = tuple(verdicts.get(item.id, ()))
        yield item, place, (place.kind, place.standard, names, mine, _dates(item, sources), facts.now), mine


def _ask(rules: Sequence[ItemCheck], item: Item, place: Place, facts: Facts) -> tuple[Finding, ...]:
    return tuple(finding for rule in rules for finding in rule.find(item, place, facts))


def _dates(item: Item, sources: dict[str, Source]) -> tuple[Hashable, ...]:
    if not isinstance(item, Claim):
        return ()
    cited = (sources.get(linked.source) for linked in item.evidence)
    return tuple((s.published, s.language, s.text_sha) if s is not None else None for s in cited)


def _reasons(brief: Brief) -> dict[tuple[str, str], str]:
    holders: list[Any] = [brief, *brief.sources, *lookup.statements(brief)]
    return {(holder.id, waiver.rule): waiver.reason for holder in holders for waiver in holder.waivers}
