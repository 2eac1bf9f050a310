"""A new brief: which template, what title, where it is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.templates import Template
from briefing.user_folders import expanded
from ui.dialogs.details import markings, standards
from ui.dialogs.dialog import Dialog, boxed
from ui.look.widgets import Combo, button, heading, plain
from ui.translated import tr


@dataclass(frozen=True, slots=True)
class NewBrief:
    """What a person asked for."""

    template: str
    title: str
    audience: str
    author: str
    standard: str
    marking: str
    path: Path


class NewBriefDialog(Dialog):
    """Emits `chosen(NewBrief)`."""

    chosen = Signal(object)

    def __init__(self, templates: Sequence[Template], author: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_brief")
        self.setWindowTitle(tr("New brief"))
        self._templates = tuple(templates)
        self._own_path = False
        self.list = boxed(QListWidget(), "template_list", tr("Templates"))
        self.list.setUniformItemSizes(True)
        for template in self._templates:
            item = QListWidgetItem(template.name)
            item.setData(Qt.ItemDataRole.UserRole, template.id)
            self.list.addItem(item)
        self.about = plain("", "muted", wrap=True, name="template_about")
        self.sections = plain("", wrap=True, name="template_sections")
        self.title = self._line("brief_title", tr("Title"), tr("Idlib: joint patrols"))
        self.audience = self._line("brief_audience", tr("Audience"), tr("Whom it is for"))
        self.author = self._line("brief_author", tr("Author"), "")
        self.author.setText(author)
        self.standard = self._box("brief_standard", tr("Likelihood ladder"), standards())
        self.marking = self._box("brief_marking", tr("Marking"), markings())
        self.path = self._line("brief_path", tr("File"), "")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.create_button = button(tr("Create"), "brief_create", role="primary")
        self.buttons.addButton(self.create_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_template)
        self.title.textChanged.connect(self._suggest_path)
        self.path.textEdited.connect(self._keep_path)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.list.setCurrentRow(0)
        self._suggest_path()
        self.create_button.setDefault(True)
        self.title.setFocus()

    @staticmethod
    def _line(name: str, label: str, hint: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.setAccessibleName(label)
        edit.setPlaceholderText(hint)
        return edit

    @staticmethod
    def _box(name: str, label: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = Combo()
        box.setObjectName(name)
        box.setAccessibleName(label)
        for value, text in choices:
            box.addItem(text, value)
        return box

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.about)
        left.addWidget(self.sections)
        browse = button(tr("Choose…"), "brief_browse")
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setSpacing(8)
        for label, widget in (
            (tr("&Title"), self.title),
            (tr("&Audience"), self.audience),
            (tr("A&uthor"), self.author),
            (tr("&Likelihood"), self.standard),
            (tr("&Marking"), self.marking),
        ):
            form.addRow(label, widget)
        form.addRow(tr("File"), place)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading(tr("New brief")))
        column.addLayout(row, 1)
        column.addWidget(self.buttons)
        self.resize(780, 460)

    def _show_template(self, row: int) -> None:
        template = self._templates[row]
        self.about.setText(template.description)
        self.sections.setText(" · ".join(section.title for section in template.sections))

    def _keep_path(self) -> None:
        self._own_path = True

    def _suggest_path(self) -> None:
        if not self._own_path:
            name = re.sub(r'[\s<>:"/\\|?*\x00-\x1f]+', " ", self.title.text()).strip(" .")[:80]
            self.path.setText(str(_free(_documents() / f"{name or tr('Brief')}.brief")))

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save the brief as"), self.path.text(), tr("Briefs (*.brief)")
        )
        if chosen:
            self._own_path = True
            self.path.setText(chosen if chosen.endswith(".brief") else f"{chosen}.brief")

    def accept(self) -> None:
        """Close with what was asked for."""
        typed = self.path.text().strip()
        if not typed:
            self.path.setFocus()
            return
        item = self.list.currentItem()
        super().accept()
        self.chosen.emit(
            NewBrief(
                str(item.data(Qt.ItemDataRole.UserRole)) if item else self._templates[0].id,
                self.title.text().strip(),
                self.audience.text().strip(),
                self.author.text().strip(),
                str(self.standard.currentData()),
                str(self.marking.currentData()),
                expanded(typed),
            )
        )


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(place) if place else Path.home()
    return folder if folder.is_dir() else Path.home()


def _free(path: Path) -> Path:
    """Return the path, or one with a number behind its name that is not taken."""
    n, free = 2, path
    while free.exists():
        free, n = path.with_stem(f"{path.stem} {n}"), n + 1
    return free
