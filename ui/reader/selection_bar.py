"""The small bar at a selection: what can be made of the words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from ui.look import icons
from ui.reader.reader_keys import shown_key
from ui.translated import tr


class SelectionBar(QFrame):
    """Emits `chosen(name)` with the names of `ui.reader.reader_keys`, and "copy". Never takes the focus."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("selection_bar")
        self.setAccessibleName(tr("Selected words"))
        self.setProperty("role", "popup")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        for name, icon, text, tip in (
            ("link", "link", tr("Link"), tr("Link to the current claim")),
            ("contradict", "contradict", "", tr("Link as contradicting it")),
            ("context", "context", "", tr("Link as context")),
            ("claim", "claim", tr("New claim"), tr("Make a new claim of the words")),
            ("actor", "actor", "", tr("Make a new actor of the words")),
            ("copy", "copy", "", tr("Copy with citation")),
        ):
            key = shown_key(name)
            row.addWidget(self._button(name, icon, text, f"{tip} ({key})" if key else tip))
        self.hide()

    def _button(self, name: str, icon: str, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"selection_{name}")
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        button.setText(text)
        button.setProperty("picture", icon)
        button.setIcon(icons.icon(icon, self.palette()))
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if text else Qt.ToolButtonStyle.ToolButtonIconOnly
        button.setToolButtonStyle(style)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.chosen.emit(name))
        return button

    def show_near(self, first: QRect, last: QRect, room: QRect) -> None:
        """Show the bar over the first line of a selection, under its last line where there is no room."""
        self.adjustSize()
        x = max(room.left() + 8, min(last.right() - self.width() // 2, room.right() - self.width() - 8))
        y = first.top() - self.height() - 8
        if y < room.top() + 4:
            y = min(last.bottom() + 8, room.bottom() - self.height() - 4)
        self.move(QPoint(x, y))
        self.show()
        self.raise_()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button in self.findChildren(QToolButton):
                button.setIcon(icons.icon(button.property("picture"), self.palette()))
