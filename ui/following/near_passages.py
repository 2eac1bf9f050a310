"""Warnings that no article has something, looked at once more by meaning: in a job, and remembered."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing import lookup
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts, ItemPlace
from briefing.model import Brief, Claim
from ui.desk import Desk
from ui.following.meaning import Meaning
from ui.qt.jobs import Jobs, Ticket

if TYPE_CHECKING:
    from briefing.suggest.embedding import ModelFailed

_RULE = "L3"
_Found = Mapping[Hashable, tuple[Finding, ...]]


class NearPassages(QObject):
    """`changed` when findings that were asked about have another answer: a note that leads to a passage.

    Nothing is looked for before all sentences have their vectors, and without a model nothing ever is.
    """

    changed = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, meaning: Meaning, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._meaning = desk, jobs, meaning
        self._known: _Found = {}
        self._busy = False
        meaning.ready.connect(self.changed)
        meaning.chosen.connect(self._forget)

    def _forget(self) -> None:
        if self._known:
            self._known = {}
            self.changed.emit()

    def applied(self, brief: Brief, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Return the findings of a brief with what is known of them by meaning; the rest is looked for."""
        if not self._meaning.is_ready:
            return found
        asked = _asked(brief, {f.item_id for f in found if _is_asked(f)})
        held = self._known
        self._known = {key: held[key] for key in asked.values() if key in held}
        missing = {claim: key for claim, key in asked.items() if key not in held}
        if missing and not self._busy:
            self._look(brief, missing)
        known = {claim.id: held[key] for claim, key in asked.items() if key in held}
        return tuple(_with(found, known))

    def _look(self, brief: Brief, asked: Mapping[Claim, Hashable]) -> None:
        self._busy = True
        folder, text_of, meaning = self._meaning.folder, self._desk.text_of, self._meaning

        def act(ticket: Ticket) -> tuple[_Found, ModelFailed | None]:
            from briefing.checks.support import unsupported
            from briefing.suggest.embedding import ModelFailed
            from briefing.suggest.nearness import Nearness

            place = ItemPlace(brief, None, {source.id: source for source in brief.sources})
            made: dict[Hashable, tuple[Finding, ...]] = {}
            try:
                if (model := meaning.model_of(folder)) is None:
                    return made, None
                facts = Facts((), {}, text_of, date.today(), Nearness(model).sentences)
                for claim, key in asked.items():
                    found = tuple(unsupported(claim, place, facts))
                    if ticket.cancelled():
                        break
                    made[key] = found
            except ModelFailed as error:
                return {}, error
            return made, None

        def done(answer: tuple[_Found, ModelFailed | None]) -> None:
            self._busy = False
            made, trouble = answer
            if trouble is not None:
                meaning.fail(trouble.message, trouble.hint)
            elif made and folder == meaning.folder:
                self._known = {**self._known, **made}
                self.changed.emit()

        self._jobs.run(act, done, self._failed)

    def _failed(self, message: str, hint: str) -> None:
        self._busy = False
        self._desk.refused.emit(message, hint)


def _is_asked(finding: Finding) -> bool:
    return finding.rule == _RULE and finding.severity == "warning" and not finding.waived


def _asked(brief: Brief, ids: Collection[str]) -> dict[Claim, Hashable]:
    """Return for each claim of these ids all that its answer depends on."""
    if not ids:
        return {}
    from briefing.checks.support import named

    claims = [claim for claim in lookup.claims(brief) if claim.id in ids]
    sources, names = {source.id: source for source in brief.sources}, named(brief)
    return {c: (c, tuple(sources.get(e.source) for e in c.evidence), names, brief.language) for c in claims}


def _with(found: tuple[Finding, ...], known: Mapping[str, tuple[Finding, ...]]) -> Iterator[Finding]:
    """Yield the findings, those of a rule on a claim that is known in its place; a waiver stays with them."""
    given: set[str] = set()
    for finding in found:
        if finding.rule != _RULE or finding.item_id not in known:
            yield finding
        elif finding.item_id not in given:
            given.add(finding.item_id)
            yield from (replace(one, waived=finding.waived) for one in known[finding.item_id])
