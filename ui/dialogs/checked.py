"""What a check of a file that was handed over came to: what is wrong with it first, each in a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from briefing.tasks.verify_handed import FOUND, Attested, CheckedFile
from briefing.tasks.verify_handed.from_package import HeldPackage
from briefing.tasks.verify_handed.handed_finding import OF_LINES
from briefing.text import shortened
from ui.dialogs.dialog import Dialog, boxed_rows
from ui.look.widgets import button, heading, plain
from ui.models.rows_model import RowsModel
from ui.translated import tr


def line_of(one: Attested) -> str:
    """Return what a finding says in a line, with the number of its note."""
    note = tr("Note {n}").format(n=one.number) if one.number and one.state not in OF_LINES else ""
    return f"{note}: {one.message}" if note else one.message


def lines_of(checked: CheckedFile) -> tuple[str, ...]:
    """Return what is to be read: what does not hold, then notes; quotes that were found are only counted."""
    read = [one for one in checked.found if one.state != FOUND]
    return tuple(line_of(one) for one in sorted(read, key=lambda one: one.holds))


def lines_of_package(held: HeldPackage) -> tuple[str, ...]:
    """Return what is wrong with a package: its files, its quotes, then the document in it."""
    states = {"changed": tr("changed"), "missing": tr("missing"), "added": tr("added")}
    files = (f"{states[part.state]}: {part.path}" for part in held.package.files if part.state in states)
    wrong = {
        "altered": tr("Note {n}: not in “{source}” where it was quoted: “{quote}”"),
        "no article": tr("Note {n}: its article “{source}” is missing: “{quote}”"),
    }
    quotes = (
        wrong[one.state].format(n=one.number, source=one.source, quote=shortened(one.quote))
        for one in held.package.quotes
        if one.state in wrong
    )
    return (*files, *quotes, *(lines_of(held.brief) if held.brief is not None else ()))


class CheckedDialog(Dialog):
    """Shows the findings of one check, a line each, and what it came to; it changes nothing."""

    def __init__(
        self,
        name: str,
        holds: bool,
        lines: Sequence[str],
        verdict: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("checked")
        passes = tr("“{name}” passes the check").format(name=name)
        fails = tr("“{name}” fails the check").format(name=name)
        title = passes if holds else fails
        self.setWindowTitle(title)
        self.rows = RowsModel[str](
            {Qt.ItemDataRole.DisplayRole: str, Qt.ItemDataRole.AccessibleTextRole: str}, self
        )
        self.rows.set_rows(tuple(lines))
        self.list = boxed_rows(self.rows, "checked_list", title)
        self.list.setVisible(bool(self.rows.rows))
        self.words = plain("\n".join(verdict), "muted", wrap=True, name="checked_verdict")
        buttons = QDialogButtonBox()
        close = button(tr("Close"), "checked_close", role="primary")
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(title))
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(680, 480 if self.rows.rows else 180)
