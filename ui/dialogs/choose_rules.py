"""The rules of the craft, to switch on or off for one brief."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from briefing.checks.engine import Rule, is_on
from ui.dialogs.dialog import Dialog, boxed
from ui.dialogs.pick import ROW_PAD
from ui.look.widgets import heading, plain
from ui.translated import tr


class RulesDialog(Dialog):
    """Emits `chosen(ids of rules switched off, or on with "+", days after which a source is stale)`."""

    chosen = Signal(tuple, int)

    def __init__(
        self, rules: Sequence[Rule], off: Sequence[str], stale_days: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rules")
        self.setWindowTitle(tr("Rules"))
        self._rules = tuple(rules)
        self.list = boxed(QListWidget(), "rules_list", tr("Rules"))
        for rule in rules:
            item = QListWidgetItem(f"{rule.id}  {rule.title}")
            item.setData(Qt.ItemDataRole.UserRole, rule.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if is_on(rule, off) else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, self.list.fontMetrics().height() + ROW_PAD))
            self.list.addItem(item)
        self.days = QSpinBox()
        self.days.setObjectName("rules_days")
        self.days.setAccessibleName(tr("Days after which a source is stale"))
        self.days.setRange(0, 3650)
        self.days.setSpecialValueText(tr("no limit"))
        self.days.setSuffix(tr(" days"))
        self.days.setValue(stale_days)
        self.days.setStyleSheet("QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }")
        self.days.lineEdit().setTextMargins(8, 0, 0, 0)
        self.days.setMinimumWidth(120)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(tr("&Warn of sources older than"), self.days)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(tr("Rules")))
        words = tr("What is asked of this brief. A rule that is off finds nothing here.")
        column.addWidget(plain(words, "muted", wrap=True))
        column.addWidget(self.list, 1)
        column.addLayout(form)
        column.addWidget(buttons)
        self.resize(640, 660)
        self.list.setCurrentRow(0)

    def off(self) -> tuple[str, ...]:
        """Return the ids of the rules that are not ticked, and with "+" those that are, and off by
        themselves.
        """
        ticked = [self.list.item(n).checkState() == Qt.CheckState.Checked for n in range(self.list.count())]
        return tuple(
            f"+{rule.id}" if on else rule.id
            for rule, on in zip(self._rules, ticked, strict=True)
            if on != rule.by_default
        )

    def accept(self) -> None:
        """Close with what is ticked."""
        super().accept()
        self.chosen.emit(self.off(), self.days.value())
