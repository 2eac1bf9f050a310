"""One linked quote as a card: its stance, its source, its notes, and what can be asked of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.model import STANCES, Stance
from briefing.scales import CREDIBILITY
from ui.look.bidi import joined
from ui.look.widgets import Combo, IconButton, ShortLabel, button, plain
from ui.panes.quote_label import Lit, QuoteLabel
from ui.translated import tr


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One linked quote as the pane shows it.

    `nearest` is the passage offered for a broken one, with its span.

    `lit`: the words that the check of the claim has matched, or that differ.
    """

    id: str
    number: int
    quote: str
    source: str
    stance: Stance
    credibility: str = ""
    note: str = ""
    translation: str = ""
    broken: bool = False
    nearest: str = ""
    span: tuple[int, int] | None = None
    lit: tuple[Lit, ...] = ()
    linked_to: str = ""


class EvidenceCard(QFrame):
    """One quote in two lines; grade, note, translation and all of its words on demand.

    Emits what is asked; never changes anything itself. `opened(evidence id, whether)`.
    """

    opened = Signal(str, bool)
    field_changed = Signal(str, str, str)
    show_requested = Signal(str)
    unlink_requested = Signal(str)
    relink_requested = Signal(str, int, int)
    looked_at = Signal(str)
    pressed = Signal(str)

    def __init__(self, row: EvidenceRow, editable: bool, *, is_open: bool = False) -> None:
        super().__init__()
        self.row = row
        self.editable = editable
        self.setObjectName(f"evidence_{row.id}")
        self.setProperty("role", "card-fault" if row.broken else "card")
        self.setAccessibleName(tr("Quote {n}: {words}").format(n=row.number, words=row.quote))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(self._top())
        self.quote = QuoteLabel(row.quote, row.lit)
        column.addWidget(self.quote)
        if row.broken:
            column.addLayout(self._repairing())
        if row.linked_to:
            column.addLayout(self._changed())
        self.details = QWidget()
        self.details.setLayout(self._below())
        column.addWidget(self.details)
        self.set_open(is_open)

    def set_open(self, on: bool) -> None:
        """Show all that is known of the quote, or two lines of it."""
        self.details.setVisible(on)
        self.quote.set_folded(not on)
        self._extra.setVisible(not on and bool(self._extra.text()))
        self.more.set_icon("chevron-down" if on else "chevron-right")
        words = tr("Less") if on else tr("Grade, note, translation")
        self.more.set_words(words)

    def _toggle(self) -> None:
        on = self.details.isHidden()
        self.set_open(on)
        self.opened.emit(self.row.id, on)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.row.id)
        super().mousePressEvent(event)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(plain(str(self.row.number), "badge"))
        source = ShortLabel(self.row.source, "muted", "evidence_source")
        source.setAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        )
        row.addWidget(source, 1)
        self._extra = plain(_known(self.row), "muted", name="evidence_known")
        row.addWidget(self._extra)
        group = QButtonGroup(self)
        names = {
            "supports": tr("Supports"),
            "contradicts": tr("Contradicts"),
            "context": tr("Context"),
        }
        for stance in STANCES:
            choice = button(names[stance], f"stance_{stance}", role="choice")
            choice.setCheckable(True)
            choice.setChecked(stance == self.row.stance)
            choice.setEnabled(self.editable)
            choice.clicked.connect(lambda _=False, s=stance: self._set("stance", s))
            group.addButton(choice)
            row.addWidget(choice)
        show = IconButton("eye", tr("Show the passage"), "evidence_show")
        show.clicked.connect(lambda: self.show_requested.emit(self.row.id))
        unlink = IconButton("unlink", tr("Unlink"), "evidence_unlink")
        unlink.setEnabled(self.editable)
        unlink.clicked.connect(lambda: self.unlink_requested.emit(self.row.id))
        self.more = IconButton("chevron-right", "", "evidence_more")
        self.more.clicked.connect(self._toggle)
        row.addWidget(show)
        row.addWidget(unlink)
        row.addWidget(self.more)
        return row

    def _repairing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = tr("These words are not in the source any more.")
        if self.row.nearest:
            words += " " + tr("Nearest passage: “{words}”").format(words=self.row.nearest)
        row.addWidget(plain(words, "error", wrap=True, name="evidence_broken"), 1)
        if self.row.span is not None and self.editable:
            start, end = self.row.span
            use = button(tr("Use this passage"), "evidence_relink")
            use.clicked.connect(lambda: self.relink_requested.emit(self.row.id, start, end))
            row.addWidget(use)
        return row

    def _changed(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = tr("A review changed the claim since this was linked. It said: “{words}”")
        row.addWidget(
            plain(words.format(words=self.row.linked_to), "warn", wrap=True, name="evidence_changed"), 1
        )
        seen = button(tr("The quote still fits"), "evidence_looked_at")
        seen.setEnabled(self.editable)
        seen.clicked.connect(lambda: self.looked_at.emit(self.row.id))
        row.addWidget(seen)
        return row

    def _below(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        grade = Combo()
        grade.setObjectName("evidence_credibility")
        grade.setAccessibleName(tr("Credibility"))
        grade.setProperty("role", "quiet")
        grade.addItem(tr("not graded"), "")
        for digit, meaning in CREDIBILITY:
            grade.addItem(f"{digit} · {meaning}", digit)
        grade.setCurrentIndex(max(0, grade.findData(self.row.credibility)))
        grade.setEnabled(self.editable)
        grade.activated.connect(lambda _: self._set("credibility", grade.currentData()))
        row.addWidget(grade)
        for field, hint in (("note", tr("Note")), ("translation", tr("Translation"))):
            edit = QLineEdit(getattr(self.row, field))
            edit.setObjectName(f"evidence_{field}")
            edit.setAccessibleName(hint)
            edit.setPlaceholderText(hint)
            edit.setReadOnly(not self.editable)
            edit.editingFinished.connect(lambda e=edit, f=field: self._set(f, e.text()))
            row.addWidget(edit, 1)
        return row

    def _set(self, field: str, value: str) -> None:
        if value != getattr(self.row, field):
            self.field_changed.emit(self.row.id, field, value)


def _known(row: EvidenceRow) -> str:
    """Return in a few words which facts a folded card holds."""
    facts = (
        tr("credibility {n}").format(n=row.credibility) if row.credibility else "",
        tr("note") if row.note else "",
        tr("translation") if row.translation else "",
    )
    return joined(*facts)
