"""Export: where to, which format, how it looks, what still stands; a reason where a source says otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
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

from briefing.checks import stands
from briefing.checks.findings import Finding
from briefing.checks.quotes import Verdict
from briefing.checks.statement import capital
from briefing.exporting import formats
from briefing.exporting.options import PLAIN, Options
from briefing.user_folders import expanded
from ui.dialogs.dialog import Dialog, Scrolled
from ui.dialogs.export_asked import ExportAsked
from ui.dialogs.export_options import OptionsForm
from ui.look.widgets import button, heading, plain
from ui.translated import tr


class ExportDialog(Dialog):
    """Emits `chosen(ExportAsked)`, `preview_requested(Options)`, `show_requested(Finding)` to go there."""

    chosen = Signal(object)
    preview_requested = Signal(object)
    show_requested = Signal(object)

    def __init__(
        self,
        suggestion: Path,
        findings: Sequence[Finding],
        parent: QWidget | None = None,
        *,
        options: Options = PLAIN,
        verdicts: Sequence[Verdict] = (),
        draft: bool = False,
    ) -> None:
        """`verdicts`: of the quotes that the file would show.

        With `draft` the button for one is the first choice.
        """
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(tr("Export"))
        self.path = QLineEdit(str(suggestion))
        self.path.setObjectName("export_path")
        self.path.setAccessibleName(tr("File"))
        self._stands = stands(verdicts, findings)
        open_findings = [f for f in findings if not f.waived]
        self._first = next(iter((*self._stands.all, *open_findings)), None)
        self.options = OptionsForm(options)
        self.reason = QLineEdit()
        self.reason.setObjectName("export_reason")
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("Why it is exported anyway; the file will show it"))
        self.reason.setVisible(bool(self._stands.locks))
        self.open_after = QCheckBox(tr("Open it afterwards"))
        self.open_after.setObjectName("export_open")
        buttons = self._buttons()
        browse = button(tr("Choose…"), "export_browse")
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading(tr("Export")))
        column.addLayout(self._formats(suggestion.suffix))
        column.addLayout(place)
        column.addWidget(Scrolled(self.options), 1)
        column.addLayout(self._what_stands(open_findings))
        column.addWidget(self.reason)
        column.addWidget(self.open_after)
        column.addWidget(buttons)
        self.setMinimumWidth(560)
        self.reason.textChanged.connect(self._check)
        self.path.textChanged.connect(self._check)
        self.options.show_for(suggestion)
        (self.draft if draft else self.go).setDefault(True)
        (self.draft if draft else self.reason if self._stands.locks else self.path).setFocus()
        self._check()

    def _buttons(self) -> QDialogButtonBox:
        self.go = button(tr("Export"), "export_go", role="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        tip = tr("Every page says DRAFT. No reason is needed, whatever was found.")
        self.draft = button(tr("Export a &draft"), "export_draft", tip=tip)
        self.draft.clicked.connect(lambda: self._finish(draft=True))
        buttons.addButton(self.draft, QDialogButtonBox.ButtonRole.ActionRole)
        look = button(tr("Preview"), "export_preview")
        look.clicked.connect(lambda: self.preview_requested.emit(self.options.options()))
        buttons.addButton(look, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _formats(self, suffix: str) -> QHBoxLayout:
        row = QHBoxLayout()
        group = QButtonGroup(self)
        for known in formats.EXPORTERS:
            ending = known.suffix
            choice = button(f"{known.name} ({ending})", f"export{ending.replace('.', '_')}", role="choice")
            choice.setCheckable(True)
            choice.setChecked(ending == suffix)
            choice.clicked.connect(lambda _=False, e=ending: self._set_ending(e))
            group.addButton(choice)
            row.addWidget(choice)
        row.addStretch(1)
        return row

    def _set_ending(self, ending: str) -> None:
        self.path.setText(str(Path(self.path.text() or "brief").with_suffix(ending)))

    def _what_stands(self, findings: Sequence[Finding]) -> QHBoxLayout:
        """Return the line that says what stands, with the way to it."""
        row = QHBoxLayout()
        row.addWidget(self._message(findings), 1)
        self.show_it = button(tr("&Show the findings"), "export_show")
        self.show_it.setVisible(self._first is not None)
        self.show_it.clicked.connect(self._show)
        row.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _message(self, findings: Sequence[Finding]) -> QWidget:
        message = capital(self._stands.said)
        if self._stands.locks:
            words = tr("{what}. Repair or waive it, write why it is exported anyway, or export a draft.")
            return plain(words.format(what=message), "error", wrap=True, name="export_findings")
        if self._stands.others:
            words = tr("{what}. This does not stop the export.")
            return plain(words.format(what=message), "warn", wrap=True, name="export_findings")
        if findings:
            words = (
                tr("There is one finding. It does not stop the export.")
                if len(findings) == 1
                else tr("There are {n} findings. They do not stop the export.")
            )
            return plain(words.format(n=len(findings)), "muted", wrap=True, name="export_findings")
        return plain(
            tr("Every quote is found again in its source before the file is written."),
            "muted",
            wrap=True,
        )

    def _show(self) -> None:
        self.reject()
        self.show_requested.emit(self._first)

    def _check(self) -> None:
        self.options.show_for(Path(self.path.text().strip()))
        named = bool(self.path.text().strip())
        self.draft.setEnabled(named)
        self.go.setEnabled(named and (not self._stands.locks or bool(self.reason.text().strip())))

    def _browse(self) -> None:
        kinds = ";;".join(f"{known.name} (*{known.suffix})" for known in formats.EXPORTERS)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export to"), self.path.text(), kinds)
        if chosen:
            self.path.setText(chosen)

    def accept(self) -> None:
        """Close with what was asked for."""
        if self.go.isEnabled():
            self._finish(draft=False)

    def _finish(self, *, draft: bool) -> None:
        super().accept()
        path = expanded(self.path.text().strip())
        reason = "" if draft else self.reason.text().strip()
        asked = ExportAsked(path, reason, self.open_after.isChecked(), self.options.options(), draft)
        self.chosen.emit(asked)
