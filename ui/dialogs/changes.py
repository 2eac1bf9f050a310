"""What changed since the last edition, claim by claim, and the change statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.checks.editions import ADDED, REMOVED, REWORDED, Changed
from briefing.text import shortened
from ui.dialogs.dialog import Dialog, boxed_rows
from ui.look.bidi import joined
from ui.look.widgets import button, heading, plain
from ui.models.redline_look import PIECES, RedlineDelegate, RedlinePiece, between
from ui.models.rows_model import RowsModel
from ui.translated import tr

_LONG, _SHORT = 240, 80


def change_words(change: Changed, words: Mapping[str, str]) -> str:
    """Return one line for a change.

    `words` says by its id what the line is about, where it does not say so itself.
    """
    sentence = _sentence(change)
    named = words.get(change.item_id, "") if change.what not in (ADDED, REMOVED, REWORDED) else ""
    return joined(sentence, f"“{shortened(named, _SHORT)}”" if named else "")


def _sentence(change: Changed) -> str:
    before, after = shortened(change.before, _LONG), shortened(change.after, _LONG)
    if change.what == "added":
        return tr("New: {words}").format(words=after)
    if change.what == "removed":
        return tr("Removed: {words}").format(words=before)
    if change.what.startswith("evidence"):
        count = len((change.after or change.before).split())
        more = change.what.endswith("added")
        if count == 1:
            return tr("One quote linked") if more else tr("One quote unlinked")
        return (tr("{n} quotes linked") if more else tr("{n} quotes unlinked")).format(n=count)
    return f"{tr(change.what).capitalize()}: {before or '–'} → {after or '–'}"


def pieces_of(change: Changed) -> tuple[RedlinePiece, ...]:
    """Return a change of words as a redline; () for what is no change of words."""
    if change.what != REWORDED:
        return ()
    return (RedlinePiece(tr("Reworded: ")), *between(change.before, change.after))


class ChangesDialog(Dialog):
    """Emits `picked(id)` for a line, and `statement_written(words)`."""

    picked = Signal(str)
    statement_written = Signal(str)

    def __init__(
        self,
        number: int,
        changes: Sequence[Changed],
        words: Mapping[str, str],
        statement: str,
        draft: str,
        parent: QWidget | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("changes")
        title = tr("Since edition {n}").format(n=number)
        self.setWindowTitle(title)
        self._draft = draft
        self.rows = RowsModel[Changed](
            {Qt.ItemDataRole.DisplayRole: lambda change: change_words(change, words), PIECES: pieces_of}, self
        )
        self.rows.set_rows(changes)
        self.list = boxed_rows(self.rows, "changes_list", title)
        self.list.setItemDelegate(RedlineDelegate(self.list))
        self.list.activated.connect(self._pick)
        self.words = QPlainTextEdit(statement)
        self.words.setObjectName("change_statement")
        self.words.setAccessibleName(tr("Change statement"))
        self.words.setPlaceholderText(tr("What the reader of the last edition should know."))
        self.words.setProperty("role", "field")
        self.words.setTabChangesFocus(True)
        self.words.setReadOnly(read_only)
        self.words.setFixedHeight(110)
        self._before = statement
        self._lay_out(title, changes, draft_ready=bool(draft) and not read_only)
        self.resize(640, 560)

    def _lay_out(self, title: str, changes: Sequence[Changed], *, draft_ready: bool) -> None:
        draw = button(tr("Draft it from the changes"), "change_draft")
        draw.setEnabled(draft_ready)
        draw.clicked.connect(lambda: self.words.setPlainText(self._draft))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(plain(tr("Change statement"), "muted"))
        row.addStretch(1)
        row.addWidget(draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(title))
        column.addWidget(plain(self._count(changes), "muted"))
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(buttons)

    def _count(self, changes: Sequence[Changed]) -> str:
        if not changes:
            return tr("Nothing has changed.")
        if len(changes) == 1:
            return tr("One change. Enter goes to it.")
        return tr("{n} changes. Enter goes to the chosen one.").format(n=len(changes))

    def _pick(self, index: QModelIndex) -> None:
        item_id = self.rows.rows[index.row()].item_id
        self.accept()
        self.picked.emit(item_id)

    def accept(self) -> None:
        """Close with the statement as it stands."""
        words = self.words.toPlainText().strip()
        super().accept()
        # The key that picks a line presses the default button too.
        if words != self._before:
            self._before = words
            self.statement_written.emit(words)
