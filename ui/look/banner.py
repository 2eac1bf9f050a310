"""Bars at the top of the window that say what a message box would: what, why, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.look import speech
from ui.look.spoken_parts import WidgetPart
from ui.look.widgets import IconButton, IconLabel, button, plain
from ui.translated import tr

_ICONS = {"info": ("info", "accent"), "warning": ("warning", "warn"), "error": ("error", "error")}
_MOST = 4
_INFO_MS = 12_000
BannerKind = Literal["info", "warning", "error"]
Choice = tuple[str, Callable[[], object]]


def spoken(message: str, hint: str, kind: BannerKind) -> str:
    """Return the words of a bar as they are said: what colour and picture say comes first."""
    weight = {"info": "", "warning": tr("Warning:"), "error": tr("Error:")}[kind]
    return " ".join(filter(None, (weight, message, hint)))


class Bar(QFrame):
    """What every bar is: a row in the stack that can be taken away."""

    def close_bar(self) -> None:
        """Take the bar away. It keeps its parent: a widget without one is Python’s, and may end at any
        moment.
        """
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self.deleteLater()
        if isinstance(stack := self.parentWidget(), Banners):
            stack.forget(self)
            if held:
                stack.left.emit()


class Banner(Bar):
    """A message, a hint, buttons, and a cross."""

    def __init__(
        self, message: str, hint: str = "", kind: BannerKind = "info", choices: Sequence[Choice] = ()
    ) -> None:
        super().__init__()
        self.setObjectName(f"banner_{kind}")
        self.setProperty("role", f"banner-{kind}")
        self.words = spoken(message, hint, kind)
        self.setAccessibleName(self.words)
        self.message = plain(message, wrap=True, name="banner_message")
        self.hint = plain(hint, "muted", wrap=True, name="banner_hint")
        self.hint.setVisible(bool(hint))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.message)
        words.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel(*_ICONS[kind]))
        row.addLayout(words, 1)
        for n, (text, act) in enumerate(choices):
            made = button(text, f"banner_choice_{n}")
            made.clicked.connect(lambda _=False, do=act: self._choose(do))
            row.addWidget(made)
        cross = IconButton("close", tr("Dismiss"), "banner_close")
        cross.clicked.connect(self.close_bar)
        row.addWidget(cross)

    def _choose(self, act: Callable[[], object]) -> None:
        self.close_bar()
        act()

    def make_accessible(self) -> QAccessibleInterface:
        return WidgetPart(self, QAccessible.Role.AlertMessage)


class ProgressBanner(Bar):
    """A bar for long work: what, how far, and Cancel."""

    def __init__(self, text: str, cancel: Callable[[], object] | None) -> None:
        super().__init__()
        self.setObjectName("banner_progress")
        self.setProperty("role", "banner-info")
        self.setAccessibleName(text)
        self._text = text
        self.label = plain(text, name="progress_text")
        self.bar = QProgressBar()
        self.bar.setObjectName("progress_bar")
        self.bar.setAccessibleName(text)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.bar.setMaximum(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(self.label, 1)
        row.addWidget(self.bar)
        if cancel is not None:
            stop = button(tr("Cancel"), "progress_cancel")
            stop.clicked.connect(cancel)
            row.addWidget(stop)

    def show_progress(self, done: int, total: int, what: str = "") -> None:
        """Show how far the work is."""
        self.bar.setMaximum(max(1, total))
        self.bar.setValue(done)
        self.label.setText(f"{self._text} {done}/{total} {what}".strip())


class Banners(QWidget):
    """The stack of bars of one window; the newest is at the top. `left`: one has gone in which the keys
    were.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banners")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(4)
        self.hide()

    def bars(self) -> list[Banner]:
        """Return the messages that are shown, newest first."""
        items = (self._column.itemAt(i) for i in range(self._column.count()))
        return [w for item in items if item is not None and isinstance(w := item.widget(), Banner)]

    def tell(
        self, message: str, hint: str = "", kind: BannerKind = "info", choices: Sequence[Choice] = ()
    ) -> Banner:
        """Show and say a message; the same words again do not stack.

        Plain notices go by themselves after a while, but not from somebody who must first find them by ear.
        """
        for old in self.bars():
            if old.message.text() == message:
                old.close_bar()
        bar = Banner(message, hint, kind, choices)
        self._add(bar)
        speech.say(bar, bar.words, urgent=kind == "error")
        if kind == "info" and not choices and not speech.listened_to():
            QTimer.singleShot(_INFO_MS, bar, bar.close_bar)
        for old in self.bars()[_MOST:]:
            old.close_bar()
        return bar

    def progress(self, text: str, cancel: Callable[[], object] | None) -> ProgressBanner:
        """Show a bar for long work, with Cancel where it can be cancelled."""
        bar = ProgressBanner(text, cancel)
        self._add(bar)
        speech.say(bar, text)
        return bar

    def _add(self, bar: Bar) -> None:
        self._column.insertWidget(0, bar)
        bar.show()
        self.show()

    def forget(self, bar: Bar) -> None:
        """A bar has gone: take no room when there is nothing to say."""
        self._column.removeWidget(bar)
        self.setVisible(self._column.count() > 0)
