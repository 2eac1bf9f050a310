"""A ring of two pixels round what has the keys: round controls outside them, at the inner edge of panes.

It is painted over the window, on the ground beside a control, so that it is seen as well on a button that is
checked or filled as on one that is not (WCAG 2.2, 2.4.13: two pixels, 3:1).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QTabBar, QWidget
from shiboken6 import isValid

from ui.look import theme

WIDE = 2
"""How wide the ring is, in device-independent pixels."""

_GAP = 2  # between a control and its ring
_FOLLOWED = (
    QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange,
)  # fmt: skip


class FocusRing(QObject):
    """Shows the ring in whichever window of the application has the keys."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._moved)

    def end(self) -> None:
        """Show no ring any more."""
        self._leave()
        self._app.focusChanged.disconnect(self._moved)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        if now is not None and _wants_ring(now):
            self._ring = _Ring(now)

    def _leave(self) -> None:
        if self._ring is not None and isValid(self._ring):  # else it has gone with its window
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None


class _Ring(QWidget):
    """The ring of one widget, a child of its window; it follows all that the widget stands in."""

    def __init__(self, of: QWidget) -> None:
        super().__init__(of.window())
        self._of = of
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget: QWidget | None = of
        while widget is not None:
            widget.installEventFilter(self)
            widget = None if widget.isWindow() else widget.parentWidget()
        if isinstance(of, QTabBar):
            of.currentChanged.connect(self.place)
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED and isValid(self._of):
            self.place()
        return False

    def place(self) -> None:
        """Stand where the widget stands now, as far as it is in sight."""
        of, window = self._of, self._of.window()
        rect = of.tabRect(of.currentIndex()) if isinstance(of, QTabBar) else of.rect()
        around = QRect(of.mapTo(window, rect.topLeft()), rect.size())
        if not isinstance(of, QAbstractScrollArea):
            out = _GAP + WIDE
            around = around.adjusted(-out, -out, out, out)
        around &= _sight(of)
        self.setVisible(of.isVisible() and not around.isEmpty())
        if self.isVisible() and around != self.geometry():
            self.setGeometry(around)
        inner = self.rect().adjusted(WIDE, WIDE, -WIDE, -WIDE)
        self.setMask(QRegion(self.rect()) - QRegion(inner))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.of(self.palette()).accent_hover))


def _wants_ring(widget: QWidget) -> bool:
    """A field that is all there is in its popup needs none, nor what draws one by itself."""
    if widget.property("own_ring"):
        return False
    return not (isinstance(widget, QLineEdit) and widget.property("role") == "bare")


def _sight(widget: QWidget) -> QRect:
    """Return the part of a widget's window in which it can be seen: what scrolls is cut at its view."""
    window = widget.window()
    seen = window.rect()
    above = widget.parentWidget()
    while above is not None and above is not window:
        holder = above.parentWidget()
        if isinstance(holder, QAbstractScrollArea) and holder.viewport() is above:
            seen &= QRect(above.mapTo(window, above.rect().topLeft()), above.size())
        above = holder
    return seen
