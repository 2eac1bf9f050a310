"""Export: where to, in which format, how it looks, what still stands; a reason where an error does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.checks import standing
from briefing.checks.findings import Finding
from briefing.exporting.options import PLAIN, Options
from briefing.places import expanded
from ui.dialogs.dialog import Dialog
from ui.dialogs.export_options import OptionsForm
from ui.export_asked import ExportAsked
from ui.parts import button, heading, plain

FORMATS = ((".docx", "Word"), (".pdf", "PDF"), (".md", "Markdown"), (".html", "HTML"))


class ExportDialog(Dialog):
    """Emits `chosen(ExportAsked)`, and `preview_requested(Options)`."""

    chosen = Signal(object)
    preview_requested = Signal(object)

    def __init__(
        self,
        suggestion: Path,
        findings: Sequence[Finding],
        parent: QWidget | None = None,
        *,
        options: Options = PLAIN,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(self.tr("Export"))
        self.path = QLineEdit(str(suggestion))
        self.path.setObjectName("export_path")
        self.path.setAccessibleName(self.tr("File"))
        self._standing = standing(findings)
        self.options = OptionsForm(options)
        self.reason = QLineEdit()
        self.reason.setObjectName("export_reason")
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why it goes out all the same; the file will say so"))
        self.reason.setVisible(bool(self._standing))
        self.open_after = QCheckBox(self.tr("Open it afterwards"))
        self.open_after.setObjectName("export_open")
        self.go = button(self.tr("Export"), "export_go", role="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        look = button(self.tr("Preview"), "export_preview")
        look.clicked.connect(lambda: self.preview_requested.emit(self.options.options()))
        buttons.addButton(look, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        browse = button(self.tr("Choose…"), "export_browse")
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading(self.tr("Export")))
        column.addLayout(self._formats(suggestion.suffix))
        column.addLayout(place)
        column.addWidget(self.options)
        column.addWidget(self._findings([f for f in findings if not f.waived]))
        column.addWidget(self.reason)
        column.addWidget(self.open_after)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(560)
        self.reason.textChanged.connect(self._check)
        self.path.textChanged.connect(self._check)
        self.options.show_for(suggestion.suffix)
        self.go.setDefault(True)
        (self.reason if self._standing else self.path).setFocus()
        self._check()

    def _formats(self, suffix: str) -> QHBoxLayout:
        row = QHBoxLayout()
        group = QButtonGroup(self)
        for ending, name in FORMATS:
            choice = button(f"{name} ({ending})", f"export{ending.replace('.', '_')}", role="choice")
            choice.setCheckable(True)
            choice.setChecked(ending == suffix)
            choice.clicked.connect(lambda _=False, e=ending: self._set_ending(e))
            group.addButton(choice)
            row.addWidget(choice)
        row.addStretch(1)
        return row

    def _set_ending(self, ending: str) -> None:
        self.path.setText(str(Path(self.path.text() or "brief").with_suffix(ending)))

    def _findings(self, findings: Sequence[Finding]) -> QWidget:
        if self._standing:
            n = len(self._standing)
            words = (
                self.tr("An error stands: {first} Mend it, or write why the brief goes out all the same.")
                if n == 1
                else self.tr("{n} errors stand: {first} … Mend or waive them, or write why it goes out.")
            ).format(n=n, first=f"{self._standing[0].rule} {self._standing[0].message}")
            return plain(words, "error", wrap=True, name="export_findings")
        if findings:
            words = (
                self.tr("A finding of the checks stands. It does not stop the export.")
                if len(findings) == 1
                else self.tr("{n} findings of the checks stand. They do not stop the export.")
            )
            return plain(words.format(n=len(findings)), "warn", wrap=True, name="export_findings")
        return plain(
            self.tr("Every quote is re-located in its source before the file is written."), "muted", wrap=True
        )

    def _check(self) -> None:
        self.options.show_for(Path(self.path.text().strip()).suffix)
        self.go.setEnabled(
            bool(self.path.text().strip()) and (not self._standing or bool(self.reason.text().strip()))
        )

    def _browse(self) -> None:
        kinds = ";;".join(f"{name} (*{ending})" for ending, name in FORMATS)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export to"), self.path.text(), kinds)
        if chosen:
            self.path.setText(chosen)

    def accept(self) -> None:
        """Close with what was asked for."""
        if not self.go.isEnabled():
            return
        super().accept()
        path = expanded(self.path.text().strip())
        reason, after = self.reason.text().strip(), self.open_after.isChecked()
        self.chosen.emit(ExportAsked(path, reason, after, self.options.options()))
