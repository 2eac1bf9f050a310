"""What the window says of the claims: numbers, states, counts, findings; quotes verified off the thread."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from briefing import lookup
from briefing.checks import quotes
from briefing.checks.engine import Checker
from briefing.checks.findings import Finding
from briefing.checks.quotes import Verdict
from briefing.checks.rule_types import Facts as CheckFacts
from briefing.diff import Change
from briefing.exporting import options
from briefing.exporting.numbering import numbers
from briefing.house_terms import HouseTerm
from briefing.model import Brief, Claim, Evidence, Source
from ui.desk import Desk
from ui.following.being_typed import BeingTyped
from ui.following.near_passages import NearPassages
from ui.page.page_state import PageState
from ui.qt.jobs import Jobs, Ticket

_SETTLE_MS = 150
# Items asked again in the window's thread, and of how many: more than these are asked in a job, so that no
# key waits for it.
_AT_ONCE, _SMALL = 12, 150


class States(QObject):
    """`facts` at once after each change; counts and findings when typing pauses; verdicts from a job.

    `findings` are all there are, for what is written; `shown` those that do not wait for the rest of the
    sentence that is being typed.
    """

    facts_changed = Signal(object)
    counted = Signal(str)
    findings_changed = Signal(object)
    verified = Signal()

    def __init__(
        self, desk: Desk, jobs: Jobs, parent: QObject | None = None, near: NearPassages | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self.verdicts: tuple[Verdict, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self.shown: tuple[Finding, ...] = ()
        self._checked: Brief | None = None
        self._compared: tuple[Finding, ...] = ()  # by words alone
        self._near = near
        if near is not None:
            near.changed.connect(self._look_again)
        self.typed = BeingTyped(self)
        self.typed.changed.connect(self._show)
        self.origins: Mapping[str, str] = {}
        self.terms: tuple[HouseTerm, ...] = ()
        self._checker: Checker | None = None
        self._checking = self._awake = False
        self.broken: frozenset[str] = frozenset()
        self._facts = PageState()
        self._known: dict[str, tuple[Claim, str]] = {}
        self._tallied = quotes.LastTally()
        self._verifying = False
        self._again = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._count)
        desk.changed.connect(self._changed)

    def start(self) -> None:
        """Report the first facts, and verify every quote; the rules wait for `check`."""
        self._report_facts()
        self._tally()
        self.verify()

    def facts(self) -> PageState:
        """Return what the page paints now."""
        return self._facts

    def verdict(self, evidence_id: str) -> Verdict | None:
        """Return the verdict on a quote, if there is one yet."""
        return next((v for v in self.verdicts if v.evidence_id == evidence_id), None)

    def verify(self) -> None:
        """Re-locate every quote in a thread; asked again meanwhile, once more after."""
        if self._verifying:
            self._again = True
            return
        self._verifying, self._again = True, False
        brief, text_of = self._desk.brief, self._desk.text_of

        def act(_ticket: Ticket) -> tuple[Verdict, ...]:
            return quotes.verify(brief, text_of)

        self._jobs.run(act, self._verified, self._unverified)

    def _verified(self, verdicts: tuple[Verdict, ...]) -> None:
        self._verifying = False
        self.verdicts = verdicts
        self.broken = quotes.broken_ids(verdicts)
        self._report_facts()
        self._count()
        self.verified.emit()
        if self._again:
            self.verify()

    def _unverified(self, message: str, hint: str) -> None:
        self._verifying = False
        self._desk.refused.emit(message, hint)

    def _changed(self, change: Change) -> None:
        self._report_facts(change)
        self.typed.follow(change, self._checked, self.findings)
        self._settle.start()
        if any(isinstance(node, Evidence | Source) for node in (*change.put, *change.dropped)):
            self.verify()

    def _report_facts(self, change: Change | None = None) -> None:
        brief, broken = self._desk.brief, self.broken
        inside = change if change is not None and change.inside_items else None
        same_broken = broken == self._facts.broken
        if inside is not None and same_broken:
            written = (node for node in inside.put if isinstance(node, Claim))
            self._known = self._known | {c.id: (c, quotes.state_of(c, broken)) for c in written}
        else:
            self._known = _states_of(brief, broken, self._known if same_broken else {})
        states = {claim_id: state for claim_id, (_, state) in self._known.items() if state}
        states |= judgement_states(brief, states)
        same_numbers = inside is not None and not _blanked(inside)
        self._facts = PageState(
            self._facts.numbers if same_numbers else numbers(brief, options.read(brief.export_choices)),
            states,
            broken,
            _marking(brief),
        )
        self.facts_changed.emit(self._facts)

    def set_origins(self, origins: Mapping[str, str]) -> None:
        """Take whose story each source is; the rules on corroboration ask for it."""
        if dict(origins) != dict(self.origins):
            self.origins = origins
            self._count()

    def take_terms(self, terms: tuple[HouseTerm, ...]) -> None:
        """Take the words of the house."""
        if terms != self.terms:
            self.terms = terms
            self._count()

    def _count(self) -> None:
        self._tally()
        if self._awake:
            self.check()

    def _tally(self) -> None:
        counts = quotes.tally(self._desk.brief, self.verdicts, self._tallied)
        self.counted.emit(quotes.summary(counts))

    def check_facts(self) -> CheckFacts:
        """Return what the rules are given now."""
        return CheckFacts(self.verdicts, self.origins, self._desk.text_of, date.today(), terms=self.terms)

    def check(self) -> None:
        """Ask the rules again: at once where few items changed, else in a job, and after it again."""
        self._awake = True
        if self._checking:
            return
        brief, facts = self._desk.brief, self.check_facts()
        known = self._checker
        if known is not None and len(self._known) <= _SMALL and known.stale(brief, facts) <= _AT_ONCE:
            self._found(brief, known.run(brief, facts))
            return
        self._checking = True

        def act(_ticket: Ticket) -> tuple[Checker, tuple[Finding, ...]]:
            from briefing.checks.rules import (
                CHECKS,  # its grammars take time: not before the first page shows
            )

            checker = known.copy() if known is not None else Checker(CHECKS)
            return checker, checker.run(brief, facts)

        def done(made: tuple[Checker, tuple[Finding, ...]]) -> None:
            self._checker, found = made
            self._checking = False
            self._found(brief, found)
            if self._desk.brief is not brief or self.check_facts() != facts:
                self.check()

        self._jobs.run(act, done, self._unchecked)

    def _unchecked(self, message: str, hint: str) -> None:
        self._checking = False
        self._desk.refused.emit(message, hint)

    def _found(self, brief: Brief, found: tuple[Finding, ...]) -> None:
        self._checked, self._compared = brief, found
        self.findings = self._near.applied(brief, found) if self._near is not None else found
        self._show()

    def _look_again(self) -> None:
        if self._checked is not None:
            self._found(self._checked, self._compared)

    def _show(self) -> None:
        if self._checked is not None:
            self.shown = self.typed.shown(self._checked, self.findings)
            self.findings_changed.emit(self.shown)


def _marking(brief: Brief) -> str:
    if brief.marking or not any(source.marking for source in brief.sources):
        return brief.marking
    from briefing.checks.markings import effective

    return effective(brief)


def judgement_states(brief: Brief, states: Mapping[str, str]) -> dict[str, str]:
    """Return the state of each judgement that rests on a broken or contradicted claim."""
    found = {}
    for judgement in lookup.judgements(brief):
        held = {states.get(claim_id, "") for claim_id in judgement.basis}
        worst = next((s for s in ("broken", "contradicted") if s in held), "")
        if worst:
            found[judgement.id] = worst
    return found


def _blanked(change: Change) -> bool:
    """Whether a claim lost its last words or got its first: it then has no note numbers, or has some."""
    before = {c.id: c for c in lookup.claims(change.before)} if change.put else {}
    return any(
        isinstance(node, Claim)
        and bool(node.text.strip()) != bool(before[node.id].text.strip() if node.id in before else "")
        for node in change.put
    )


def links_by_source(brief: Brief) -> dict[str, int]:
    """Return how many quotes each source has given."""
    counts: dict[str, int] = {}
    for claim in lookup.claims(brief):
        for evidence in claim.evidence:
            counts[evidence.source] = counts.get(evidence.source, 0) + 1
    return counts


def _states_of(
    brief: Brief, broken: frozenset[str], known: Mapping[str, tuple[Claim, str]]
) -> dict[str, tuple[Claim, str]]:
    """Return the state of each claim by its id; a claim that is `known` as it is keeps its state."""
    found: dict[str, tuple[Claim, str]] = {}
    for claim in lookup.claims(brief):
        before = known.get(claim.id)
        if before is None or before[0] is not claim:
            before = claim, quotes.state_of(claim, broken)
        found[claim.id] = before
    return found
