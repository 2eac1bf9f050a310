"""The checks: a list of findings with what can be done about one: fix it, waive it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from briefing.checks.completeness import FILL_IN
from briefing.checks.findings import Finding
from ui.look import icons, theme
from ui.look.colours import Tokens
from ui.look.widgets import Combo, button, plain
from ui.models.rows_model import RowsModel
from ui.page.state_marks import draw_state
from ui.panes.problem_rows import ProblemRow, hint_of, rows_of
from ui.panes.reason_bar import ReasonBar
from ui.panes.row_delegate import Index, RowDelegate, draw_line
from ui.panes.row_list import RowList
from ui.panes.rows_pane import RowsPane
from ui.translated import tr

Role = Qt.ItemDataRole
# The margin's marks, so that both speak alike (a note's is of one that leads to a passage); other notes and
# waived ones have icons of different shapes.
_MARKS = ("error", "warning")
_HEAD = Role.UserRole
_HINT = Role.UserRole + 1
_RULE = Role.UserRole + 2
_MARK = Role.UserRole + 3
_MORE = Role.UserRole + 4
_SECTION = Role.UserRole + 5
_WIDEST_RULE = "L188 "


class ProblemDelegate(RowDelegate):
    """Paints a heading, or a finding: its icon, its rule, its message, its hint in grey below."""

    PAD = 5

    def lines(self, index: Index) -> int:
        return 1 if index.data(_HEAD) or index.data(_MORE) else self._lines

    def grounded(self, index: Index) -> bool:
        return not index.data(_HEAD)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens) -> None:
        rect = option.rect.adjusted(10, 0, -10, 0)
        metrics = painter.fontMetrics()
        words = rect.left() + metrics.height() + 8  # behind the icon

        def there(place: QRect) -> QRect:
            return QStyle.visualRect(option.direction, option.rect, place)

        if index.data(_HEAD):
            _draw_heading(painter, rect, str(index.data()), tokens)
        elif index.data(_MORE):
            rect.setLeft(words + metrics.horizontalAdvance(_WIDEST_RULE))
            draw_line(painter, there(rect), str(index.data()), tokens.accent)
        else:
            place = QRect(rect.left(), rect.top() + self.PAD, metrics.height(), metrics.height())
            _draw_mark(painter, there(place), index, tokens)
            line = QRect(words, place.top(), rect.right() - words, metrics.height())
            _draw_finding(painter, line, there, index, tokens)


def _draw_heading(painter: QPainter, rect: QRect, words: str, tokens: Tokens) -> None:
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(tokens.text_muted))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), words)


def _draw_mark(painter: QPainter, place: QRect, index: Index, tokens: Tokens) -> None:
    if mark := str(index.data(_MARK)):
        draw_state(painter, mark, QRectF(place), tokens)
    else:
        icon: QIcon = index.data(Role.DecorationRole)
        icon.paint(painter, place)


def _draw_finding(
    painter: QPainter, line: QRect, there: Callable[[QRect], QRect], index: Index, tokens: Tokens
) -> None:
    """Paint a finding's rule, message and section on a line, and its hint on the one below; `there` mirrors
    where lists are read from the right.
    """
    metrics = painter.fontMetrics()
    painter.setPen(QColor(tokens.text_muted))
    painter.drawText(there(line), int(Qt.AlignmentFlag.AlignVCenter), str(index.data(_RULE)))
    line.setLeft(line.left() + metrics.horizontalAdvance(_WIDEST_RULE))
    section = metrics.elidedText(str(index.data(_SECTION)), Qt.TextElideMode.ElideRight, line.width() // 3)
    if section:
        at_the_end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(there(line), int(at_the_end), section)
    free = line.adjusted(0, 0, -metrics.horizontalAdvance(f"{section}  ") if section else 0, 0)
    draw_line(painter, there(free), str(index.data()), tokens.text)
    below = line.translated(0, metrics.height())
    draw_line(painter, there(below), str(index.data(_HINT)), tokens.text_muted)


def _heard(finding: Finding, section: str) -> str:
    """Return a finding as a screen reader says it."""
    return f"{finding.severity}, {finding.rule}: {finding.message} {finding.hint} {section}".rstrip()


def _mark(finding: Finding) -> str:
    if finding.waived:
        return ""
    return finding.severity if finding.severity in _MARKS or finding.passage is not None else ""


def _alike(finding: Finding, findings: Sequence[Finding]) -> list[Finding]:
    """Return what a waiver of a finding lets stand: all that its rule finds on its item."""
    return [f for f in findings if (f.item_id, f.rule, f.waived) == (finding.item_id, finding.rule, "")]


class ProblemsPane(RowsPane[ProblemRow, Finding]):
    """Emits what is asked of a finding; never changes anything itself.

    A finding that is picked is shown; `entered` asks to write there. `waived_for(finding, reason)` or `kept`
    ends what `ask_reason` began.
    """

    problem_picked = Signal(object)
    entered = Signal()
    fix_requested = Signal(object)
    waive_requested = Signal(object)
    waived_for = Signal(object, str)
    kept = Signal()
    menu_requested = Signal(QPoint)
    rules_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("problems_pane", tr("Checks"), lambda row: row.finding, parent)
        self._findings: tuple[Finding, ...] = ()
        self._section_of: Callable[[str], str] = str
        self._opened: set[str] = set()
        self._asked: Finding | None = None
        shown = RowList("problems_list", tr("Findings of the checks"))
        self._set_list(RowsModel[ProblemRow](self._roles(), self), shown)
        shown.setItemDelegate(ProblemDelegate(2, shown))
        shown.activated.connect(self._enter)
        shown.clicked.connect(self._pick)
        shown.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        shown.customContextMenuRequested.connect(self._menu)
        self._make_bar()
        self._enable()

    def _roles(self) -> dict[int, Callable[[ProblemRow], Any]]:
        return {
            Role.DisplayRole: lambda row: row.text,
            Role.AccessibleTextRole: lambda row: (
                _heard(row.finding, row.section) if row.finding else row.text
            ),
            Role.DecorationRole: lambda row: self._icon(row.finding) if row.finding else None,
            _HEAD: lambda row: row.finding is None and not row.more,
            _MORE: lambda row: bool(row.more),
            _MARK: lambda row: _mark(row.finding) if row.finding else "",
            _RULE: lambda row: row.finding.rule if row.finding else "",
            _SECTION: lambda row: row.section,
            _HINT: lambda row: hint_of(row.finding) if row.finding else "",
        }

    def _icon(self, finding: Finding) -> QIcon:
        muted = QColor(theme.of(self.palette()).text_muted)
        return icons.icon("check" if finding.waived else "info", muted)

    def _make_bar(self) -> None:
        self.group = Combo()
        self.group.setObjectName("problems_group")
        self.group.setAccessibleName(tr("Group by"))
        self.group.setProperty("role", "quiet")
        self.group.addItem(tr("By severity"), "severity")
        self.group.addItem(tr("By section"), "section")
        self.group.currentIndexChanged.connect(lambda _: self._refill())
        self.waived = button(tr("Show waived"), "problems_waived", role="choice")
        self.waived.setCheckable(True)
        self.waived.toggled.connect(lambda _: self._refill())
        self.fix = button(tr("Fix"), "problems_fix", role="quiet")
        self.fix.clicked.connect(lambda: self._emit(self.fix_requested))
        self.waive = button(tr("Waive…"), "problems_waive", role="quiet")
        self.waive.clicked.connect(lambda: self._emit(self.waive_requested))
        self.rules = button(tr("Rules…"), "problems_rules", role="quiet")
        self.rules.clicked.connect(self.rules_requested)
        self.empty = plain(tr("Nothing to fix."), "muted", name="problems_empty")
        self._lay_out((self.group, self.waived, self.empty), (self.fix, self.waive, self.rules))
        self.reason = ReasonBar()
        self.reason.given.connect(self._give_reason)
        self.reason.dropped.connect(self._keep)
        self._column.insertWidget(1, self.reason)

    # -- what is shown

    def show_findings(
        self, findings: Sequence[Finding], section_of: Callable[[str], str], *, editable: bool
    ) -> None:
        """Show these findings; the one that was chosen stays so while it is there."""
        self._findings, self._section_of, self._editable = tuple(findings), section_of, editable
        self._refill()

    def _refill(self) -> None:
        chosen, place = self.chosen(), self.list.currentIndex().row()
        group = str(self.group.currentData())
        waived = self.waived.isChecked()
        rows = rows_of(self._findings, group, self._section_of, waived=waived, opened=self._opened)
        self.rows.set_rows(rows)
        self.empty.setVisible(not any(not f.waived for f in self._findings))
        self.waived.setVisible(any(f.waived for f in self._findings))
        places = [at for at, row in enumerate(self.rows.rows) if row.finding is not None]
        again = next((at for at in places if self.rows.rows[at].finding == chosen), -1)
        if chosen is not None and again < 0:  # fixed: the one after it takes its place
            again = next((at for at in places if at >= place), places[-1] if places else -1)
        if again >= 0:
            self.list.setCurrentIndex(self.rows.index(again))
        self._enable()
        if self._asked is not None and not _alike(self._asked, self._findings):
            self._forget_asked()

    def choose(self, finding: Finding) -> None:
        """Choose a finding that is shown, or that a line stands for."""
        if any(finding in row.more for row in self.rows.rows):
            self._open(finding)
        at = next((at for at, row in enumerate(self.rows.rows) if row.finding == finding), -1)
        if at >= 0:
            self.list.setCurrentIndex(self.rows.index(at))

    def _open(self, finding: Finding) -> None:
        """Show all of an item's findings, this one chosen."""
        self._opened.add(finding.item_id)
        self._refill()
        self.choose(finding)

    def step(self, by: int) -> Finding | None:
        """Choose the next (1) or previous (-1) finding; return it, or None when there is none."""
        places = [at for at, row in enumerate(self.rows.rows) if row.finding is not None or row.more]
        if not places:
            return None
        now = self.list.currentIndex().row()
        later = [at for at in places if at > now] if by > 0 else [at for at in reversed(places) if at < now]
        at = later[0] if later and now >= 0 else places[0] if by > 0 else places[-1]
        if self.rows.rows[at].more:
            self._open(self.rows.rows[at].more[0 if by > 0 else -1])
            return self.chosen()
        self.list.setCurrentIndex(self.rows.index(at))
        return self.rows.rows[at].finding

    # -- what is asked

    def ask_reason(self, finding: Finding) -> None:
        """Ask above the list why a finding may stay, with all that its rule finds there."""
        self.choose(finding)
        self._asked = finding
        count = len(_alike(finding, self._findings))
        words = tr("Waive {rule} here:") if count == 1 else tr("Waive {rule} here, all {n}:")
        self.reason.ask(words.format(rule=finding.rule, n=count))
        self._column.activate()  # the list is shorter now
        self.list.scrollTo(self.list.currentIndex())

    def _give_reason(self, reason: str) -> None:
        finding, self._asked = self._asked, None
        self.waived_for.emit(finding, reason)

    def _forget_asked(self) -> None:
        """What was asked about is gone: the keys go back where they would have gone."""
        held = self.reason.field.hasFocus()
        self.reason.hide()
        self._asked = None
        if held:
            self.kept.emit()

    def _keep(self) -> None:
        self._asked = None
        self.kept.emit()

    def _enable(self) -> None:
        finding = self.chosen()
        free = finding is not None and self._editable
        self.fix.setEnabled(free and bool(finding and finding.fix))
        in_a_table = finding is not None and finding.fix == FILL_IN
        self.fix.setText(tr("Fill in…") if in_a_table else tr("Fix"))
        self.waive.setEnabled(free)
        self.waive.setText(tr("Unwaive") if finding and finding.waived else tr("Waive…"))

    def _pick(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if row.more:
            self._open(row.more[0])
        elif row.finding is not None:
            self.problem_picked.emit(row.finding)

    def _menu(self, point: QPoint) -> None:
        if self.chosen() is not None:
            self.menu_requested.emit(self.list.viewport().mapToGlobal(point))

    def _enter(self, index: QModelIndex) -> None:
        self._pick(index)
        if self.chosen() is not None:
            self.entered.emit()
