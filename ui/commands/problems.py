"""Findings: going to their words, fixing them in one step, waiving them, switching rules off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from briefing import checks, edits, inline, lookup
from briefing.model import Claim, Item, new_id
from ui.commands import filling_in
from ui.commands.actions import Action
from ui.commands.articles import set_fields
from ui.commands.spoken_findings import news, spoken_finding
from ui.qt.shortcuts import spelled
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.checks import Finding
    from briefing.edits import Caret
    from ui.command_needs import Context
    from ui.following.claim_states import States
    from ui.page.underlines import CheckedRow, Underline
    from ui.page.view import PageView
    from ui.panes.panel import Panel
    from ui.panes.sources_pane import SourcesPane
    from ui.places import Places


class Checking:
    """Acts on the findings on one brief."""

    def __init__(
        self,
        context: Context,
        places: Places,
        panel: Panel,
        page: PageView,
        sources: SourcesPane,
        states: States,
        count: Callable[[str], object],
    ) -> None:
        self._context = context
        self._desk = context.desk
        self._messages = context.messages
        self._widget = context.widget
        self._places = places
        self._panel = panel
        self._page = page
        self._sources = sources
        self._states = states
        self._count = count
        self._lines: dict[str, CheckedRow] = {}
        self._drawn: dict[int, tuple[Finding, Underline]] = {}
        self._words: dict[str, tuple[Item, str]] = {}
        self._shown: tuple[tuple[Finding, ...], dict[str, str], bool] | None = None
        self._back: QWidget = page  # where the keys go when a reason is given or dropped
        self._heard: tuple[Finding, ...] | None = None  # what the last look found
        self._stepped: tuple[Finding, Caret | None] | None = None  # where F4 went last
        self._connect()

    def _connect(self) -> None:
        pane = self._panel.problems
        pane.problem_picked.connect(self.look)
        pane.entered.connect(self._page.setFocus)
        pane.fix_requested.connect(self.fix)
        pane.waive_requested.connect(self.waive)
        pane.waived_for.connect(self._waived)
        pane.kept.connect(self._go_back)
        pane.rules_requested.connect(self.rules)
        self._states.findings_changed.connect(lambda _: self.refresh())
        self._page.row_entered.connect(lambda _: self.underline())

    # -- showing

    def refresh(self) -> None:
        """Show the findings as they are now."""
        titles = {ident: section.title for ident, section in lookup.sections_of(self._desk.brief).items()}
        shown = (self._states.shown, titles, self._desk.read_only)
        if shown != self._shown:
            self._shown = shown
            self._show(titles)
        self._lines = self._spoken_of()
        self.underline()

    def _show(self, titles: Mapping[str, str]) -> None:
        from ui.page import row_findings
        from ui.panes.problem_rows import count_words

        findings = self._states.shown
        self._messages.speak(news(self._heard, findings))
        self._heard = findings
        sources = {source.id for source in self._desk.brief.sources}

        def name_of(ident: str) -> str:
            if ident in titles:
                return titles[ident]
            return tr("Articles") if ident in sources else tr("The brief as a whole")

        self._panel.problems.show_findings(findings, name_of, editable=not self._desk.read_only)
        count = sum(not f.waived for f in findings)
        self._count(count_words(findings))
        self._page.set_findings(row_findings.of_findings(findings))
        at = self._panel.indexOf(self._panel.problems)
        self._panel.setTabText(at, tr("Checks {n}").format(n=count) if count else tr("Checks"))

    def underline(self) -> None:
        """Draw lines under the words that findings speak of, and under what agrees in the claim with the
        caret.
        """
        from ui.page.underlines import CheckedRow

        item = self._places.item()
        shown = dict(self._lines)
        if isinstance(item, Claim) and item.evidence:
            words, known = inline.plain(item.text), self._lines.get(item.id)
            lines = known.lines if known is not None and known.text == words else ()
            shown[item.id] = CheckedRow(words, (*lines, *self._found(item)))
        self._page.underlines.show(shown)

    def _spoken_of(self) -> dict[str, CheckedRow]:
        """Return the words that standing findings speak of, by the ids of their items.

        What was made for a finding or an item last time is taken again while that is the same object.
        """
        from ui.page.underlines import CheckedRow

        lines: dict[str, list[Underline]] = {}
        drawn: dict[int, tuple[Finding, Underline]] = {}
        for finding in self._states.shown:
            if finding.span is not None and not finding.waived:
                held = self._drawn.get(id(finding)) or (finding, _underline(finding))
                drawn[id(finding)] = held
                lines.setdefault(finding.item_id, []).append(held[1])
        self._drawn = drawn
        words = {
            item.id: known
            if (known := self._words.get(item.id)) and known[0] is item
            else (item, inline.plain(item.text))
            for item in lookup.statements(self._desk.brief)
            if item.id in lines
        }
        self._words = words
        return {ident: CheckedRow(plain, tuple(lines[ident])) for ident, (_, plain) in words.items()}

    def _found(self, claim: Claim) -> list[Underline]:
        from briefing.checks import support
        from ui.page.underlines import Underline

        brief = self._desk.brief
        sources = {source.id: source for source in brief.sources}
        marks = support.marks_of(claim, sources, support.named(brief), None, brief.language)
        return [Underline(m.start, m.end, "found", m.reason) for m in marks if m.state == support.FOUND]

    def step(self, by: int) -> None:
        """Go to the next or previous finding."""
        writing = self._writing()
        self._places.show_pane(self._panel.problems)
        if writing:
            finding = self._beside_caret(by)
            if finding is not None:
                self._panel.problems.choose(finding)
        else:
            finding = self._panel.problems.step(by)
        if finding is not None:
            self.show(finding)
            self._stepped = (finding, self._page.caret())

    def _beside_caret(self, by: int) -> Finding | None:
        """Return the next finding down the page (1), or up (-1), from the caret; what is not on the page
        comes last.
        """
        page = self._page
        last = len(page.rows)
        places = {row.id: n for n, row in enumerate(page.rows)}
        findings = sorted(
            (f for f in self._states.shown if not f.waived),
            key=lambda f: (places.get(f.item_id, last), f.span or (0, 0)),
        )
        chosen, caret = self._panel.problems.chosen(), page.caret()
        if not findings or caret is None:
            return None
        if chosen in findings and self._stepped == (chosen, caret):
            return findings[(findings.index(chosen) + by) % len(findings)]
        here = (places.get(caret.row, 0), caret.offset)
        ends = [(places.get(f.item_id, last), (f.span or (0, 0))[0]) for f in findings]
        after = bisect_left(ends, here)
        return findings[after % len(findings)] if by > 0 else findings[after - 1]

    def show_first_of(self, item_id: str) -> None:
        """Go to the worst finding on an item, of notes to one whose passage can be linked."""
        from briefing.checks.findings import SEVERITIES

        here = [f for f in self._states.shown if f.item_id == item_id and not f.waived]
        if here:
            self._places.show_pane(self._panel.problems)
            worst = min(here, key=lambda f: (SEVERITIES.index(f.severity), f.passage is None))
            self._panel.problems.choose(worst)
            self.show(worst)

    def lead_to(self, finding: Finding) -> None:
        """Open the pane of the checks with a finding chosen, and go to what it is about."""
        self._panel.setVisible(True)
        self._panel.setCurrentWidget(self._panel.problems)
        self._panel.problems.choose(finding)
        self.show(finding)

    def show(self, finding: Finding) -> None:
        """Go to the words a finding is about, to write there: in the brief, or to the article."""
        self.look(finding)
        self._messages.speak(spoken_finding(finding))
        if not any(s.id == finding.item_id for s in self._desk.brief.sources):
            self._page.setFocus()

    def look(self, finding: Finding) -> None:
        """Show the words a finding is about, and leave the keys where they are."""
        brief = self._desk.brief
        items = lookup.worded(brief)
        item = next((i for i in items if i.id == finding.item_id), None)
        if item is not None:
            self._places.look_at(item.id, finding.span)
        elif any(s.id == finding.item_id for s in brief.sources):
            self._sources.choose(finding.item_id)
        elif any(s.id == finding.item_id for s in brief.sections):
            self._places.look_at_section(finding.item_id)
        elif brief.sections:  # of the brief as a whole: where its sources are spoken of, else its beginning
            summary = next(
                (s for s in brief.sections if s.kind == "summary" and finding.rule in ("L10", "L11")), None
            )
            self._places.look_at_section((summary or brief.sections[0]).id)

    # -- acting

    def fix_chosen(self) -> None:
        """Fix the finding that is meant."""
        self._with_chosen(self.fix)

    def waive_chosen(self) -> None:
        """Waive the finding that is meant."""
        self._with_chosen(self.waive)

    def _with_chosen(self, act: Callable[[Finding], None]) -> None:
        finding = self.meant()
        if finding is None:
            self._messages.tell(
                tr("No finding is chosen."),
                spelled(tr("Choose one under Checks, or press {view.next_problem}."), self._widget),
            )
            return
        act(finding)

    def meant(self) -> Finding | None:
        """Return the finding a key acts on: while writing, one of the claim with the caret, else the chosen
        one.
        """
        chosen, item = self._panel.problems.chosen(), self._places.item()
        if not self._writing() or item is None or (chosen is not None and chosen.item_id == item.id):
            return chosen
        here = [f for f in self._states.shown if f.item_id == item.id and not f.waived]
        caret = self._page.caret()
        at = caret.offset if caret is not None else -1
        under = [f for f in here if f.span is not None and f.span[0] <= at <= f.span[1]]
        return next(iter((*under, *here)), None)

    def _writing(self) -> bool:
        # Of the window: the palette, from which a command may come, has the focus for itself.
        return self._widget.window().focusWidget() is self._page

    def fix(self, finding: Finding) -> None:
        """Fix a finding in one step; where there is a choice, ask."""
        if not self._context.may_edit():
            return
        from briefing.checks import completeness, fixes

        if finding.fix == completeness.FILL_IN:
            filling_in.ask(self._context, self._states)
            return
        offered = fixes.choices(self._desk.brief, finding)
        if not offered:
            self._messages.tell(tr("There is no quick fix for this."), finding.hint)
        elif len(offered) == 1:
            self._apply(finding, 0)
        else:
            menu = QMenu(self._widget)
            menu.setObjectName("fix_menu")
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for number, label in enumerate(offered):
                action = menu.addAction(label.replace("&", "&&"))
                action.triggered.connect(lambda _=False, n=number: self._apply(finding, n))
            menu.popup(self._place())
            menu.setActiveAction(menu.actions()[0])

    def _place(self) -> QPoint:
        """Return where a menu opens: below the caret while writing, else below the button."""
        page, button = self._page, self._panel.problems.fix
        if button.isVisible() and not self._writing():
            return button.mapToGlobal(button.rect().bottomLeft())
        return page.viewport().mapToGlobal(page.cursorRect().bottomLeft())

    def _apply(self, finding: Finding, choice: int) -> None:
        from briefing.checks import fixes

        label = tr("Quick fix: {rule}").format(rule=finding.rule)
        if self._desk.do(
            label, fixes.apply, finding, choice, self._states.origins, new_id, self._desk.text_of
        ):
            self._messages.say(label)

    def waive(self, finding: Finding) -> None:
        """Ask in the pane for the reason to let a finding stand; a waived one is taken back."""
        if not self._context.may_edit():
            return
        if finding.waived:
            label = tr("Remove a waiver")
            if self._desk.do(label, edits.waive, finding.item_id, finding.rule, ""):
                self._messages.say(tr("The waiver is removed"))
            return
        pane = self._panel.problems
        self._back = self._page if self._writing() else pane.list
        self._places.show_pane(pane)
        pane.ask_reason(finding)

    def _go_back(self) -> None:
        self._back.setFocus()

    def _waived(self, finding: Finding, reason: str) -> None:
        self._go_back()
        if self._desk.do(tr("Waive a finding"), edits.waive, finding.item_id, finding.rule, reason):
            self._messages.say(tr("{rule} is waived here").format(rule=finding.rule))

    def rules(self) -> None:
        """Show the rules, to switch them on or off for this brief."""
        if not self._context.may_edit():
            return
        from ui.dialogs.choose_rules import RulesDialog

        brief = self._desk.brief
        dialog = RulesDialog(checks.CHECKS, brief.rules_off, brief.stale_days, self._widget)
        dialog.chosen.connect(self._set_rules)
        dialog.open()

    def _set_rules(self, off: tuple[str, ...], stale_days: int) -> None:
        pairs = {"rules_off": "; ".join(off), "stale_days": str(stale_days)}
        set_fields(self._desk, "brief", pairs, tr("Rules of the brief"))


ACTIONS: tuple[Action[Checking], ...] = (
    Action("brief.fix", "Fix the finding", ("Brief", 910), Checking.fix_chosen, ("Ctrl+.", "Alt+Return"),
        icon="check", also=(("page", 710), ("finding", 110))),
    Action("brief.waive", "Waive the finding…", ("Brief", 920), Checking.waive_chosen, ("Alt+W",),
        also=(("page", 720), ("finding", 120))),
    Action("brief.rules", "Rules of the brief…", ("Brief", 930), Checking.rules, also=(("finding", 210),)),
    Action("view.next_problem", "Next problem", ("View", 310), lambda c: c.step(1), ("F4",), icon="warning",
           needs="brief"),
    Action("view.previous_problem", "Previous problem", ("View", 320), lambda c: c.step(-1), ("Shift+F4",),
           needs="brief"),
)  # fmt: skip


def _underline(finding: Finding) -> Underline:
    from ui.page.underlines import Underline

    start, end = finding.span or (0, 0)
    return Underline(start, end, finding.severity, f"{finding.rule} {finding.message} {finding.hint}".strip())
