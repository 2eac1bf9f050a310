"""Findings: going to their words, mending them at a stroke, waiving them, switching rules off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from briefing import edits, inline, lookup
from briefing.checks import CHECKS, Finding, fixes, support
from briefing.model import Claim, Judgement
from ui.page.underlines import Checked, Underline

if TYPE_CHECKING:
    from ui.workspace import Workspace


def _tr(text: str) -> str:
    return QCoreApplication.translate("checking", text)


class Checking:
    """Acts on the findings of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return the functions of the checking actions."""
        return {
            "brief.fix": lambda: self._with_chosen(self.fix),
            "brief.waive": lambda: self._with_chosen(self.waive),
            "brief.rules": self.rules,
            "view.next_problem": lambda: self.step(1),
            "view.previous_problem": lambda: self.step(-1),
        }

    def connect_panes(self) -> None:
        """Connect what the pane asks of this class."""
        pane = self._ws.problems
        pane.problem_picked.connect(self.show)
        pane.fix_requested.connect(self.fix)
        pane.waive_requested.connect(self.waive)
        pane.rules_requested.connect(self.rules)
        self._ws.states.findings_changed.connect(lambda _: self.refresh())
        self._ws.page.row_entered.connect(lambda _: self.underline())

    # -- showing

    def refresh(self) -> None:
        """Show the findings as they are now."""
        ws = self._ws
        ws.problems.show_findings(ws.states.findings, self._section_of, editable=not ws.desk.read_only)
        count = sum(not f.waived for f in ws.states.findings)
        at = ws.tabs.indexOf(ws.problems)
        ws.tabs.setTabText(at, _tr("Checks {n}").format(n=count) if count else _tr("Checks"))
        self.underline()

    def underline(self) -> None:
        """Draw lines under the words that findings speak of, and under what agrees in the claim with the caret."""
        ws = self._ws
        texts = {item.id: item for item in lookup.statements(ws.desk.brief)}
        lines: dict[str, list[Underline]] = {}
        for finding in ws.states.findings:
            if finding.span is not None and not finding.waived and finding.item_id in texts:
                tip = f"{finding.rule} {finding.message} {finding.hint}".strip()
                lines.setdefault(finding.item_id, []).append(Underline(*finding.span, finding.severity, tip))
        item = ws.current_item()
        if isinstance(item, Claim) and item.evidence:
            lines.setdefault(item.id, []).extend(self._found(item))
        ws.page.underlines.show(
            {ident: Checked(inline.plain(texts[ident].text), tuple(found)) for ident, found in lines.items()}
        )

    def _found(self, claim: Claim) -> list[Underline]:
        brief = self._ws.desk.brief
        sources = {source.id: source for source in brief.sources}
        marks = support.marks_of(claim, sources, support.named(brief))
        return [Underline(m.start, m.end, "found", m.reason) for m in marks if m.state == support.FOUND]

    def _section_of(self, ident: str) -> str:
        section = lookup.section_of(self._ws.desk.brief, ident)
        if section is not None:
            return section.title
        known = any(s.id == ident for s in self._ws.desk.brief.sources)
        return _tr("Articles") if known else _tr("The brief as a whole")

    def step(self, by: int) -> None:
        """Go to the next or previous finding."""
        self._ws.tabs.setCurrentWidget(self._ws.problems)
        finding = self._ws.problems.step(by)
        if finding is not None:
            self.show(finding)

    def show(self, finding: Finding) -> None:
        """Go to the words a finding is about: in the brief, or to the article."""
        brief = self._ws.desk.brief
        item = next((i for i in lookup.statements(brief) if i.id == finding.item_id), None)
        if isinstance(item, Claim | Judgement):
            self._ws.go_to(item.id, finding.span)
        elif any(s.id == finding.item_id for s in brief.sources):
            self._ws.sources.choose(finding.item_id)
        elif any(s.id == finding.item_id for s in brief.sections):
            self._ws.go_to_section(finding.item_id)

    # -- acting

    def _with_chosen(self, act: Callable[[Finding], None]) -> None:
        finding = self._ws.problems.chosen()
        if finding is None:
            self._ws.tell(_tr("No finding is chosen."), _tr("Choose one under Checks, or press F4."))
            return
        act(finding)

    def fix(self, finding: Finding) -> None:
        """Mend a finding at a stroke; where there is a choice, ask."""
        offered = fixes.choices(self._ws.desk.brief, finding)
        if not offered:
            self._ws.tell(_tr("This cannot be mended at a stroke."), finding.hint)
        elif len(offered) == 1:
            self._apply(finding, 0)
        else:
            menu = QMenu(self._ws)
            menu.setObjectName("fix_menu")
            for number, label in enumerate(offered):
                action = menu.addAction(label.replace("&", "&&"))
                action.triggered.connect(lambda _=False, n=number: self._apply(finding, n))
            menu.popup(self._below_fix())

    def _below_fix(self) -> QPoint:
        button = self._ws.problems.fix
        return button.mapToGlobal(button.rect().bottomLeft()) if button.isVisible() else QCursor.pos()

    def _apply(self, finding: Finding, choice: int) -> None:
        label = _tr("Quick fix: {rule}").format(rule=finding.rule)
        self._ws.desk.do(label, fixes.apply, finding, choice, self._ws.states.origins)

    def waive(self, finding: Finding) -> None:
        """Ask for the reason to let a finding stand; a waived one is taken back."""
        if finding.waived:
            self._ws.desk.do(_tr("Take a waiver back"), edits.waive, finding.item_id, finding.rule, "")
            return
        from ui.dialogs.form import Field, FormDialog

        fields = (Field("reason", _tr("&Reason"), _tr("Why it may stand. Kept, and shown in the annex.")),)
        title = _tr("Waive {rule}").format(rule=finding.rule)
        dialog = FormDialog(title, fields, {"reason": ""}, {}, self._ws)
        dialog.setObjectName("waive")
        dialog.accepted_values.connect(lambda changed: self._waived(finding, changed.get("reason", "")))
        dialog.open()

    def _waived(self, finding: Finding, reason: str) -> None:
        if reason.strip():
            self._ws.desk.do(_tr("Waive a finding"), edits.waive, finding.item_id, finding.rule, reason)
        else:
            self._ws.tell(_tr("Nothing was waived."), _tr("A waiver needs its reason."))

    def rules(self) -> None:
        """Show the rules, to switch them on or off for this brief."""
        from ui.dialogs.rules import RulesDialog

        brief = self._ws.desk.brief
        dialog = RulesDialog(CHECKS, brief.rules_off, brief.stale_days, self._ws)
        dialog.chosen.connect(self._set_rules)
        dialog.open()

    def _set_rules(self, off: tuple[str, ...], stale_days: int) -> None:
        pairs = {"rules_off": "; ".join(off), "stale_days": str(stale_days)}
        self._ws.articles.set_fields("brief", pairs, _tr("Rules of the brief"))
