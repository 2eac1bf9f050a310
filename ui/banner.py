"""Bars inside the window that say what happened and what to do, instead of message boxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.parts import IconButton, IconLabel, button, plain
from ui.theme import UNIT

Kind = Literal["info", "warning", "error"]
Choice = tuple[str, Callable[[], None]]

_ICONS: dict[str, tuple[str, str]] = {
    "info": ("info", "accent"),
    "warning": ("warning", "warn"),
    "error": ("error", "error"),
}


class Banner(QFrame):
    """One message: what and why, a hint of what to do, up to two buttons, and a way to close it."""

    closed = Signal()

    def __init__(self, kind: Kind, message: str, hint: str = "", choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self.kind, self.message, self.hint = kind, message, hint
        self.setObjectName(f"banner.{kind}")
        self.setProperty("role", f"banner-{kind}")
        self.setAccessibleName(f"{message} {hint}".strip())
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        row.setSpacing(2 * UNIT)
        row.addWidget(IconLabel(*_ICONS[kind]), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain(message, wrap=True, name="banner.message"))
        if hint:
            words.addWidget(plain(hint, "muted", wrap=True, name="banner.hint"))
        row.addLayout(words, 1)
        for text, act in choices[:2]:
            row.addWidget(self._choice(text, act), 0, Qt.AlignmentFlag.AlignVCenter)
        self._close = IconButton("close", self.tr("Close this message"), "banner.close")
        self._close.clicked.connect(self.close_banner)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)

    def _choice(self, text: str, act: Callable[[], None]) -> QWidget:
        made = button(text, "banner.choice", role="quiet")

        def run(_checked: bool = False) -> None:
            self.close_banner()
            act()

        made.clicked.connect(run)
        return made

    def close_banner(self) -> None:
        """Take the bar away."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_banner()
        else:
            super().keyPressEvent(event)


class ProgressBanner(QFrame):
    """A running piece of work: what it is, how far it is, and Cancel."""

    cancelled = Signal()
    closed = Signal()

    def __init__(self, text: str, *, can_cancel: bool = True) -> None:
        super().__init__()
        self.setObjectName("banner.progress")
        self.setProperty("role", "banner-info")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        row.setSpacing(3 * UNIT)
        self._text = plain(text, name="banner.message")
        self._count = plain("", "muted", name="banner.count")
        self._bar = QProgressBar()
        self._bar.setObjectName("banner.bar")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._count)
        self._cancel = button(self.tr("Cancel"), "banner.cancel", role="quiet")
        self._cancel.setVisible(can_cancel)
        self._cancel.clicked.connect(self._stop)
        row.addWidget(self._cancel)
        self._name()

    def report(self, done: int, total: int, text: str = "") -> None:
        """Show that `done` of `total` are done (total 0: not known), and the name of what is in work."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(self.tr("{0} of {1}").format(done, total) if total else "")
        if text:
            self._text.setText(text)
        self._name()

    def done(self) -> None:
        """Take the bar away: the work has ended."""
        self.hide()
        self.closed.emit()

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._text.setText(self.tr("Stopping…"))
        self.cancelled.emit()

    def _name(self) -> None:
        words = f"{self._text.text()} {self._count.text()}".strip()
        self.setAccessibleName(words)
        self._bar.setAccessibleName(words)


class Banners(QWidget):
    """The stack of bars at the top of the window; it takes no room while it is empty."""

    MOST = 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banners")
        self.setAccessibleName(self.tr("Messages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 0)
        self._column.setSpacing(UNIT)
        self._bars: list[Banner | ProgressBanner] = []
        self.hide()

    def show_message(
        self, kind: Kind, message: str, hint: str = "", choices: Sequence[Choice] = (), key: str = ""
    ) -> Banner:
        """Show a bar and return it. A bar of the same non-empty `key`, or with the same words, is replaced."""
        for bar in list(self._bars):
            same = isinstance(bar, Banner) and (bar.message, bar.hint) == (message, hint)
            if same or (key and bar.property("key") == key):
                self._remove(bar)
        made = Banner(kind, message, hint, choices)
        made.setProperty("key", key)
        self._add(made)
        return made

    def show_progress(self, text: str, *, can_cancel: bool = True) -> ProgressBanner:
        """Show a bar of progress and return it; call its `report` and, at the end, its `done`."""
        made = ProgressBanner(text, can_cancel=can_cancel)
        self._add(made)
        return made

    def clear(self, key: str) -> None:
        """Take away the bar that was shown under `key`."""
        for bar in list(self._bars):
            if key and bar.property("key") == key:
                self._remove(bar)

    def bars(self) -> tuple[Banner | ProgressBanner, ...]:
        """Return the bars shown now, top first."""
        return tuple(self._bars)

    def _add(self, bar: Banner | ProgressBanner) -> None:
        bar.closed.connect(self._sweep)
        self._column.addWidget(bar)
        self._bars.append(bar)
        plain_bars = [b for b in self._bars if isinstance(b, Banner)]
        for old in plain_bars[: max(0, len(plain_bars) - self.MOST)]:
            self._remove(old)
        bar.show()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(bar, QAccessible.Event.Alert))

    def _sweep(self) -> None:
        sender: QObject | None = self.sender()
        for bar in list(self._bars):
            if bar is sender:
                self._remove(bar)

    def _remove(self, bar: Banner | ProgressBanner) -> None:
        self._bars.remove(bar)
        self._column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))
