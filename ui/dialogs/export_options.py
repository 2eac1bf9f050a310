"""The choices of an export, as a form over `Options`."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QLabel, QWidget

from briefing.exporting import formats
from briefing.exporting.options import CHOICES, Options, with_choice
from briefing.exporting.word import layouts
from ui.look.widgets import Combo, button
from ui.translated import tr

# Choices that may also be a file.
_FILES = ("template", "style")


def _labels() -> dict[str, str]:
    return {
        "template": tr("&Template"),
        "notes": tr("&Notes"),
        "citation": tr("&Citations"),
        "style": tr("Citation st&yle"),
        "quotes": tr("&Quotes in notes"),
        "together": tr("Quotes of a claim in &one note"),
        "actors": tr("&Actors"),
        "page": tr("&Page"),
        "links": tr("&Sources in Markdown"),
        "articles": tr("Cit&ed articles"),
        "contents": tr("Table of con&tents"),
        "portions": tr("Mark each c&laim"),
        "numbered": tr("N&umber the paragraphs"),
        "annex": tr("Ann&ex of evidence"),
        "waivers": tr("What was &waived, with the reasons"),
    }


def _words() -> dict[str, str]:
    return {
        "footnotes": tr("Footnotes"),
        "endnotes": tr("Endnotes"),
        "list": tr("Numbered list of sources"),
        "full": tr("In full, then short"),
        "short": tr("Short"),
        "author-date": tr("Author and date"),
        "whole": tr("Whole"),
        "none": tr("Left out"),
        "table": tr("As a table"),
        "a4": "A4",
        "letter": "Letter",
        "csl": tr("Citation keys and a references file"),
        "": tr("Plain"),
        **{layout.id: tr(layout.name) for layout in layouts.LAYOUTS},
    }


# The same word is said otherwise in some rows.
_SAID = {
    ("articles", "quoted"): "Quoted words alone",
    ("style", ""): "Ours",
    ("quotes", "short"): "Shortened with …",
    ("actors", "list"): "As a list",
}


class OptionsForm(QWidget):
    """Emits `changed` when a choice is made; `options()` says what is chosen."""

    changed = Signal()

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_options")
        self._boxes: dict[str, QComboBox] = {}
        self._ticks: dict[str, QCheckBox] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(6)
        words = _words()
        for name, label in _labels().items():
            if name in _FILES:
                row = self._file(name, getattr(options, name), words)
                label_widget = QLabel(label)
                label_widget.setBuddy(self._boxes[name])
                self._form.addRow(label_widget, row)
            elif name in CHOICES:
                self._form.addRow(label, self._box(name, CHOICES[name], getattr(options, name), words))
            else:
                self._form.addRow("", self._tick(name, label, getattr(options, name)))

    def _box(self, name: str, values: tuple[str, ...], value: str, words: dict[str, str]) -> QComboBox:
        box = Combo()
        box.setObjectName(f"export_{name}")
        box.setAccessibleName(_labels()[name].replace("&", ""))
        for known in values:
            box.addItem(tr(_SAID[name, known]) if (name, known) in _SAID else words[known], known)
        box.setCurrentIndex(max(0, box.findData(value)))
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._boxes[name] = box
        return box

    def _file(self, name: str, value: str, words: dict[str, str]) -> QHBoxLayout:
        """Return a row for a choice among ours, or a file of the house."""
        box = self._box(name, ("", *(layouts.ids() if name == "template" else ())), value, words)
        if value and box.findData(value) < 0:
            self._add_file(name, value)
        choose = button(tr("Choose…"), f"export_{name}_choose")
        choose.clicked.connect(lambda: self._choose(name))
        row = QHBoxLayout()
        row.addWidget(box, 1)
        row.addWidget(choose)
        return row

    def _add_file(self, name: str, path: str) -> None:
        box = self._boxes[name]
        box.addItem(Path(path).name, path)
        box.setCurrentIndex(box.count() - 1)

    def _choose(self, name: str) -> None:
        titles = {
            "template": (
                tr("Word template of your house"),
                tr("Word templates (*.docx *.dotx *.docm *.dotm)"),
            ),
            "style": (tr("Citation style"), tr("CSL styles (*.csl)")),
        }
        path, _ = QFileDialog.getOpenFileName(self, titles[name][0], "", titles[name][1])
        if path:
            self._add_file(name, path)

    def _tick(self, name: str, label: str, value: bool) -> QCheckBox:
        tick = QCheckBox(label)
        tick.setObjectName(f"export_{name}")
        tick.setChecked(value)
        tick.toggled.connect(lambda _: self.changed.emit())
        self._ticks[name] = tick
        return tick

    def show_for(self, path: Path) -> None:
        """Show the choices that the format of a file takes; for none yet, those that every format takes."""
        known = formats.writes(path)
        taken = known.options if known else formats.common()
        for name in (*self._boxes, *self._ticks):
            widget = self._boxes.get(name) or self._ticks[name]
            layout = self._form
            row = next((r for r in range(layout.rowCount()) if _holds(layout, r, widget)), -1)
            if row >= 0:
                layout.setRowVisible(row, name in taken)

    def options(self) -> Options:
        """Return what is chosen."""
        options = Options()
        known = {field.name for field in fields(Options)}
        for name, box in self._boxes.items():
            options = with_choice(options, name, str(box.currentData()))
        for name, tick in self._ticks.items():
            if name in known:
                options = with_choice(options, name, "yes" if tick.isChecked() else "no")
        return options


def _holds(form: QFormLayout, row: int, widget: QWidget) -> bool:
    item = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
    if item is None:
        return False
    inner = item.layout()
    return item.widget() is widget or (inner is not None and inner.indexOf(widget) >= 0)
