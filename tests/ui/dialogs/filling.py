"""Typing into a form, by the names of its fields."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.dialogs.form import FormDialog


def fill(form: FormDialog, name: str, value: str) -> None:
    """Put a value into a field, as a person would choose or type it."""
    field = form.findChild(QWidget, f"field_{name}")
    if isinstance(field, QComboBox):
        field.setCurrentIndex(max(0, field.findData(value)))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(value)
    else:
        assert isinstance(field, QLineEdit)
        field.setText(value)
