"""The checks: findings grouped by severity or by section, each with its words, its quick fix, its waiver."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.checks.findings import SEVERITIES, Finding
from ui.look import icons, theme
from ui.look.widgets import Combo, button, plain
from ui.models.rows import RowsModel
from ui.page.state_marks import draw_state
from ui.panes.row_list import RowList, paint_ground

Role = Qt.ItemDataRole
# The margin's marks, so that both speak alike; a note and what is waived have an icon, told apart by its shape.
_MARKS = ("error", "warning")
_HEAD = Role.UserRole
_HINT = Role.UserRole + 1
_RULE = Role.UserRole + 2
_MARK = Role.UserRole + 3
_MORE = Role.UserRole + 4
_SECTION = Role.UserRole + 5
_PAD = 5
_SHOWN = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("problems", text)


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One line of the pane: a heading (no finding), a finding, or one that stands for `more` of them.

    `section`: where the finding's item stands; "" where the heading says it.
    """

    text: str
    finding: Finding | None = None
    more: tuple[Finding, ...] = ()
    section: str = ""


def rows_of(
    findings: Sequence[Finding],
    group: str,
    section_of: Callable[[str], str],
    *,
    waived: bool = False,
    opened: Collection[str] = (),
) -> tuple[ProblemRow, ...]:
    """Return the lines to show. `group` is "severity" or "section"; `section_of` names an item's section.

    Of what one rule finds on one item three lines are shown, then one that counts the others: ten findings on a
    claim must not hide those on the next. `opened`: the ids of items of which all are shown.
    """
    shown = [f for f in findings if waived or not f.waived]
    heads = {"error": _tr("Errors"), "warning": _tr("Warnings"), "note": _tr("Notes")}

    def head_of(finding: Finding) -> str:
        if finding.waived:
            return _tr("Waived")
        return heads[finding.severity] if group == "severity" else section_of(finding.item_id)

    def where(finding: Finding) -> str:
        return section_of(finding.item_id) if group == "severity" or finding.waived else ""

    groups: dict[str, list[Finding]] = {}
    if group == "severity":
        shown.sort(key=lambda f: (bool(f.waived), SEVERITIES.index(f.severity)))
    for finding in shown:
        groups.setdefault(head_of(finding), []).append(finding)
    rows: list[ProblemRow] = []
    for head, members in groups.items():
        rows.append(ProblemRow(f"{head} · {len(members)}"))
        rows += _rolled(members, opened, where)
    return tuple(rows)


def _rolled(
    members: Sequence[Finding], opened: Collection[str], where: Callable[[Finding], str]
) -> Iterator[ProblemRow]:
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in members:
        alike.setdefault((finding.item_id, finding.rule), []).append(finding)
    for (item, _rule), found in alike.items():
        shown = len(found) if item in opened or len(found) <= _SHOWN + 1 else _SHOWN
        yield from (ProblemRow(f.message, f, section=where(f)) for f in found[:shown])
        if shown < len(found):
            rest = tuple(found[shown:])
            yield ProblemRow(_tr("and {n} more here").format(n=len(rest)), more=rest)


def count_words(findings: Sequence[Finding]) -> str:
    """Return how many findings stand, by severity: "2 errors · 1 warning"; "" for none."""
    names = {
        "error": (_tr("{n} error"), _tr("{n} errors")),
        "warning": (_tr("{n} warning"), _tr("{n} warnings")),
        "note": (_tr("{n} note"), _tr("{n} notes")),
    }
    counts = {s: sum(f.severity == s and not f.waived for f in findings) for s in SEVERITIES}
    return " · ".join(names[s][n != 1].format(n=n) for s, n in counts.items() if n)


class _Delegate(QStyledItemDelegate):
    """Paints a heading, or a finding: its icon, its rule, its message, its hint in grey below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = QFontMetrics(option.font)
        lines = 1 if index.data(_HEAD) or index.data(_MORE) else 2
        return QSize(200, metrics.height() * lines + 2 * _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = theme.of(QApplication.palette())
        rect = option.rect.adjusted(10, 0, -10, 0)
        metrics = QFontMetrics(option.font)
        painter.save()
        font = option.font
        if index.data(_HEAD):
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text_muted))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
            painter.restore()
            return
        paint_ground(painter, option, tokens)
        if index.data(_MORE):
            left = metrics.height() + 8 + metrics.horizontalAdvance("L188 ")
            painter.setPen(QColor(tokens.accent))
            _elided(painter, rect.adjusted(left, 0, 0, 0), str(index.data()), metrics)
            painter.restore()
            return
        place = QRect(rect.left(), rect.top() + _PAD, metrics.height(), metrics.height())
        if mark := str(index.data(_MARK)):
            draw_state(painter, mark, QRectF(place), tokens)
        else:
            icon: QIcon = index.data(Role.DecorationRole)
            icon.paint(painter, place)
        left = rect.left() + metrics.height() + 8
        line = QRect(left, rect.top() + _PAD, rect.right() - left, metrics.height())
        rule = str(index.data(_RULE))
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), rule)
        wide = metrics.horizontalAdvance("L188 ")
        line.setLeft(line.left() + wide)
        if section := metrics.elidedText(
            str(index.data(_SECTION)), Qt.TextElideMode.ElideRight, line.width() // 3
        ):
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, int(right), section)
        painter.setPen(QColor(tokens.text))
        free = line.adjusted(0, 0, -metrics.horizontalAdvance(f"{section}  ") if section else 0, 0)
        _elided(painter, free, str(index.data()), metrics)
        line.translate(0, metrics.height())
        painter.setPen(QColor(tokens.text_muted))
        _elided(painter, line, str(index.data(_HINT)), metrics)
        painter.restore()


def _elided(painter: QPainter, rect: QRect, words: str, metrics: QFontMetrics) -> None:
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _mark(finding: Finding) -> str:
    return finding.severity if finding.severity in _MARKS and not finding.waived else ""


class ProblemsPane(QWidget):
    """Emits what is asked of a finding; never changes anything itself.

    A finding that is picked is shown; `entered` asks to write there.
    """

    problem_picked = Signal(object)
    entered = Signal()
    fix_requested = Signal(object)
    waive_requested = Signal(object)
    rules_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems_pane")
        self.setAccessibleName(self.tr("Checks"))
        self._findings: tuple[Finding, ...] = ()
        self._section_of: Callable[[str], str] = str
        self._editable = True
        self._opened: set[str] = set()
        self.rows = RowsModel[ProblemRow](self._roles(), self)
        self.list = RowList("problems_list", self.tr("Findings of the checks"))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.activated.connect(self._enter)
        self.list.clicked.connect(self._pick)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.setFocusProxy(self.list)
        self._lay_out()
        self._enable()

    def _roles(self) -> dict[int, Callable[[ProblemRow], Any]]:
        return {
            Role.DisplayRole: lambda row: row.text,
            Role.AccessibleTextRole: lambda row: (
                f"{row.finding.severity}, {row.finding.rule}: {row.text} {row.finding.hint} {row.section}".rstrip()
                if row.finding
                else row.text
            ),
            Role.DecorationRole: lambda row: self._icon(row.finding) if row.finding else None,
            _HEAD: lambda row: row.finding is None and not row.more,
            _MORE: lambda row: bool(row.more),
            _MARK: lambda row: _mark(row.finding) if row.finding else "",
            _RULE: lambda row: row.finding.rule if row.finding else "",
            _SECTION: lambda row: row.section,
            _HINT: lambda row: _hint(row.finding) if row.finding else "",
        }

    def _icon(self, finding: Finding) -> QIcon:
        muted = QColor(theme.of(self.palette()).text_muted)
        return icons.icon("check" if finding.waived else "info", muted)

    def _lay_out(self) -> None:
        self.group = Combo()
        self.group.setObjectName("problems_group")
        self.group.setAccessibleName(self.tr("Group by"))
        self.group.setProperty("role", "quiet")
        self.group.addItem(self.tr("By severity"), "severity")
        self.group.addItem(self.tr("By section"), "section")
        self.group.currentIndexChanged.connect(lambda _: self._refill())
        self.waived = button(self.tr("Show waived"), "problems_waived", role="choice")
        self.waived.setCheckable(True)
        self.waived.toggled.connect(lambda _: self._refill())
        self.fix = button(self.tr("Fix"), "problems_fix", role="quiet")
        self.fix.clicked.connect(lambda: self._emit(self.fix_requested))
        self.waive = button(self.tr("Waive…"), "problems_waive", role="quiet")
        self.waive.clicked.connect(lambda: self._emit(self.waive_requested))
        self.rules = button(self.tr("Rules…"), "problems_rules", role="quiet")
        self.rules.clicked.connect(self.rules_requested)
        self.empty = plain(self.tr("Nothing to mend."), "muted", name="problems_empty")
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 4, 10, 0)
        bar.addWidget(self.group)
        bar.addWidget(self.waived)
        bar.addWidget(self.empty)
        bar.addStretch(1)
        for widget in (self.fix, self.waive, self.rules):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(bar)
        column.addWidget(self.list, 1)

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
        if chosen is not None and again < 0:  # mended: the one after it takes its place
            again = next((at for at in places if at >= place), places[-1] if places else -1)
        if again >= 0:
            self.list.setCurrentIndex(self.rows.index(again))
        self._enable()

    def chosen(self) -> Finding | None:
        """Return the finding that is chosen, or None."""
        at = self.list.currentIndex().row()
        return self.rows.rows[at].finding if 0 <= at < len(self.rows.rows) else None

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

    def _enable(self) -> None:
        finding = self.chosen()
        free = finding is not None and self._editable
        self.fix.setEnabled(free and bool(finding and finding.fix))
        self.waive.setEnabled(free)
        self.waive.setText(self.tr("Unwaive") if finding and finding.waived else self.tr("Waive…"))

    def _pick(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if row.more:
            self._open(row.more[0])
        elif row.finding is not None:
            self.problem_picked.emit(row.finding)

    def _enter(self, index: QModelIndex) -> None:
        self._pick(index)
        if self.chosen() is not None:
            self.entered.emit()

    def _emit(self, signal: SignalInstance) -> None:
        finding = self.chosen()
        if finding is not None:
            signal.emit(finding)


def _hint(finding: Finding) -> str:
    return _tr("Waived: {reason}").format(reason=finding.waived) if finding.waived else finding.hint
