"""Edits of waivers: a finding may stand, with a reason that is kept and exported."""

from __future__ import annotations

from dataclasses import replace

from briefing import lookup
from briefing.edits.containers import change_item
from briefing.errors import BadInput
from briefing.model import Brief, Placed, Source, Waiver


def waive(brief: Brief, ident: str, rule: str, reason: str) -> Brief:
    """Let a finding of `rule` at a claim, judgement, source or the brief stand with a reason; of an item, for
    its words.

    An empty reason takes the waiver back. Raises BadInput, and NotFound.
    """
    if not rule:
        raise BadInput("A waiver needs the rule it waives.", "For example: L1.")

    def waived(known: tuple[Waiver, ...], words: str = "") -> tuple[Waiver, ...]:
        others = tuple(w for w in known if w.rule != rule)
        return (*others, Waiver(rule, reason.strip(), words)) if reason.strip() else others

    if ident in ("brief", brief.id):
        return replace(brief, waivers=waived(brief.waivers))
    if any(source.id == ident for source in brief.sources):
        return replace(brief, sources=tuple(_of_source(s, ident, waived(s.waivers)) for s in brief.sources))

    def change(item: Placed) -> Placed:
        return replace(item, waivers=waived(item.waivers, lookup.words_of(item)))

    lookup.placed(brief, ident)
    return change_item(brief, ident, change)


def _of_source(source: Source, ident: str, waivers: tuple[Waiver, ...]) -> Source:
    return replace(source, waivers=waivers) if source.id == ident else source
