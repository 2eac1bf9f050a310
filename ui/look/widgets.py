"""Small widgets that several panes and dialogs share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.look import icons, theme
from ui.look.dropped import is_for_adding


def plain(text: str = "", role: str = "", *, wrap: bool = False, name: str = "") -> QLabel:
    """Return a label that never reads its text as markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if name:
        label.setObjectName(name)
    if role:
        label.setProperty("role", role)
    return label


def heading(text: str, *, title: bool = False, name: str = "") -> QLabel:
    """Return a label in the heading size, or in the title size."""
    label = plain(text, name=name, wrap=title)
    label.setFont(theme.title_font(label.font()) if title else theme.heading_font(label.font()))
    return label


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A button that Enter presses where it has the ring. A click leaves the keys where they were.

    Else a space typed on after a click would press it once more.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class Combo(QComboBox):
    """A choice that a wheel turned over it does not change, nor letters typed after it was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def button(text: str, name: str, *, role: str = "", tip: str = "") -> QPushButton:
    """Return a push button with its object name, its accessible name and a role of the style sheet."""
    made = Button(text)
    made.setObjectName(name)
    made.setAccessibleName(text.replace("&", ""))
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    if tip:
        set_tip(made, tip)
    return made


def report(name: str, spoken: str) -> QPlainTextEdit:
    """Return a box of sentences to read, a paragraph each; they can be selected and copied."""
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setProperty("role", "field")
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    return made


def set_tip(widget: QWidget, text: str) -> None:
    """Set a tooltip; `text` is shown as it is, never as markup."""
    if any(mark in text for mark in "<>&\"'"):
        import html

        text = html.escape(text)
    widget.setToolTip(text)


def rule() -> QFrame:
    """Return a hair line across."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


class ShortLabel(QLabel):
    """One line of plain text that gives way: it ends in … where there is no room, and the tooltip has all of
    it.
    """

    def __init__(self, text: str, role: str = "", name: str = "") -> None:
        super().__init__()
        self._whole = text
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setAccessibleName(text)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
        set_tip(self, self._whole if shown != self._whole else "")


class FoldButton(Button):
    """One grey line that opens what stands under it; it ends in … where there is no room.

    What is heard is the whole line.
    """

    def __init__(self, name: str) -> None:
        super().__init__("")
        self._words = ""
        self.setObjectName(name)
        self.setProperty("role", "fold")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self._show())

    def set_words(self, words: str) -> None:
        """Show other words, folded."""
        if words != self._words:
            self._words = words
            self.setChecked(False)
            self.setAccessibleName(words)
            self._show()

    def _show(self) -> None:
        mark = "▾ " if self.isChecked() else "▸ "
        room = self.width() - 8 - self.fontMetrics().horizontalAdvance(mark)
        self.setText(
            mark + self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(40, room))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()


class WordsField(QLineEdit):
    """A line to type in. A file or a link that is dropped on it goes on to the window, which adds it."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_adding(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


class IconButton(QToolButton):
    """A flat button that draws its icon again in the palette's colour when the theme changes."""

    def __init__(self, icon: str, tip: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setObjectName(name)
        self.setIconSize(QSize(20, 20))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_words(tip)
        self._draw()

    def set_words(self, tip: str) -> None:
        """Say what it does, to the eye and to a screen reader."""
        self.setAccessibleName(tip)
        set_tip(self, tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def set_icon(self, icon: str) -> None:
        """Show another icon of the set."""
        self._icon = icon
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self.setIcon(icons.icon(self._icon, self.palette()))


class IconLabel(QLabel):
    """A picture of the set in a token's colour; it says nothing to a screen reader by itself."""

    def __init__(self, icon: str, token: str = "text_muted", size: int = 20) -> None:
        super().__init__()
        self._icon, self._token, self._size = icon, token, size
        self.setFixedSize(size, size)
        self._draw()

    def show_icon(self, icon: str, token: str) -> None:
        """Show another icon, in another colour of the table."""
        self._icon, self._token = icon, token
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        from PySide6.QtGui import QColor

        colour = QColor(getattr(theme.of(self.palette()), self._token))
        self.setPixmap(icons.pixmap(self._icon, colour, self._size, self.devicePixelRatioF()))
