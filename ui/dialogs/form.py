"""A form over named fields, checked as it is typed by the same readers that `edits.set_field` uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.edits import readers
from briefing.errors import BriefingError
from ui.dialogs.date_line import DateLine
from ui.dialogs.dialog import Dialog
from ui.look.widgets import Combo, heading, plain

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its name in the model, its label, a hint, and how it is edited.

    `choices` (value, text) make a list; `free` lets other words be typed; `tall` is for several lines.
    """

    name: str
    label: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    free: bool = False
    tall: bool = False


class FormDialog(Dialog):
    """Emits `accepted_values({name: typed value})` with the fields that changed."""

    accepted_values = Signal(object)

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        values: Mapping[str, str],
        by_name: Mapping[str, Callable[[str], Any]],
        parent: QWidget | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._readers = by_name
        self._before = dict(values)
        self._edits: dict[str, QWidget] = {}
        self.fault = plain("", "error", wrap=True, name="form_fault")
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field in fields:
            edit = self._edit(field, values.get(field.name, ""))
            edit.setEnabled(not read_only)
            self._edits[field.name] = edit
            form.addRow(field.label, edit)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading(title))
        self.body = column
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(self.buttons)
        self.setMinimumWidth(520)
        self._check()
        edits = list(self._edits.values())
        if edits:
            # The box of buttons was made before the fields, and would come first.
            QWidget.setTabOrder(edits[-1], self.buttons)
            edits[0].setFocus()

    def _edit(self, field: FormField, value: str) -> QWidget:
        edit: QWidget
        if field.choices:
            edit = self._list(field, value)
        elif field.tall:
            tall = QPlainTextEdit(value)
            tall.setProperty("role", "field")
            tall.setPlaceholderText(field.hint)
            tall.setTabChangesFocus(True)
            tall.setFixedHeight(72)
            tall.textChanged.connect(self._check)
            edit = tall
        else:
            dated = self._readers.get(field.name) in (readers.day, readers.moment)
            line = DateLine(value) if dated else QLineEdit(value)
            line.setPlaceholderText(field.hint)
            line.textChanged.connect(self._check)
            edit = line
        edit.setObjectName(f"field_{field.name}")
        edit.setAccessibleName(field.label.replace("&", ""))
        return edit

    def _list(self, field: FormField, value: str) -> QComboBox:
        box = Combo()
        box.setEditable(field.free)
        for known, text in field.choices:
            box.addItem(text, known)
        at = box.findData(value)
        if at >= 0:
            box.setCurrentIndex(at)
        elif field.free:
            box.setEditText(value)
        if field.free:
            line = QLineEdit()
            line.setStyleSheet("border: none; padding: 0; background: transparent")
            line.setPlaceholderText(field.hint)
            box.setLineEdit(line)
            box.setEditText(value if at < 0 else box.itemText(at))
            box.editTextChanged.connect(self._check)
        box.currentIndexChanged.connect(self._check)
        return box

    def value(self, name: str) -> str:
        """Return what is typed or chosen in a field now."""
        edit = self._edits[name]
        if isinstance(edit, QComboBox):
            at = edit.findText(edit.currentText())
            return str(edit.itemData(at)) if at >= 0 else edit.currentText()
        if isinstance(edit, QPlainTextEdit):
            return edit.toPlainText()
        assert isinstance(edit, QLineEdit)
        return edit.text()

    def values(self) -> dict[str, str]:
        """Return every field as it stands."""
        return {name: self.value(name) for name in self._edits}

    def fault_text(self) -> str:
        """Return what is wrong with the first field that cannot be used, or ""."""
        for name in self._edits:
            reader = self._readers.get(name)
            if reader is None:
                continue
            try:
                reader(self.value(name))
            except BriefingError as error:
                return error.line()
        return ""

    def _check(self) -> None:
        fault = self.fault_text()
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if hasattr(self, "buttons"):
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not fault)

    def accept(self) -> None:
        """Close with the changed fields; a field that cannot be used keeps the form open."""
        if self.fault_text():
            return
        changed = {n: v for n, v in self.values().items() if v != self._before.get(n, "")}
        super().accept()
        self.accepted_values.emit(changed)
