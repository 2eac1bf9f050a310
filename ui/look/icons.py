"""The product's icons: 20 by 20 SVG outlines in `currentColor`, painted in a colour of the palette."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"


@lru_cache(maxsize=512)
def svg(name: str, colour: str) -> bytes:
    """Return the SVG called `name` drawn in `colour` (#RRGGBB). Raises FileNotFoundError."""
    raw = (_FOLDER / f"{name}.svg").read_bytes()
    return raw.replace(b"currentColor", colour.encode("ascii"))


def names() -> tuple[str, ...]:
    """Return the names of all icons, sorted."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.svg")))


def _render(name: str, colour: str, painter: QPainter, rect: QRectF) -> None:
    from PySide6.QtSvg import QSvgRenderer  # a library of its own: loaded with the first icon that shows

    QSvgRenderer(QByteArray(svg(name, colour))).render(painter, rect)


def pixmap(name: str, colour: QColor, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a pixmap of `size` device-independent pixels at a device pixel ratio."""
    out = QPixmap(round(size * ratio), round(size * ratio))
    out.setDevicePixelRatio(ratio)
    out.fill(Qt.GlobalColor.transparent)
    painter = QPainter(out)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _render(name, colour.name(), painter, QRectF(0, 0, size, size))
    painter.end()
    return out


class _Engine(QIconEngine):
    """Draws an icon when it is painted: seventy actions have one, a menu is opened now and then."""

    def __init__(self, name: str, normal: str, disabled: str) -> None:
        super().__init__()
        self._name = name
        self._normal = normal
        self._disabled = disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._disabled if mode == QIcon.Mode.Disabled else self._normal
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _render(self._name, colour, painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        out = QPixmap(size)
        if out.isNull():  # a size of nothing is asked for now and then
            return out
        out.fill(Qt.GlobalColor.transparent)
        painter = QPainter(out)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return out

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._normal, self._disabled)


def icon(name: str, colour: QColor | QPalette) -> QIcon:
    """Return the icon in one colour, or in a palette's text colour with its disabled form.

    Raises FileNotFoundError when it is painted, for a name that is not there.
    """
    if isinstance(colour, QPalette):
        role = QPalette.ColorRole.ButtonText
        normal = colour.color(QPalette.ColorGroup.Active, role).name()
        return _made(name, normal, colour.color(QPalette.ColorGroup.Disabled, role).name())[0]
    return _made(name, colour.name(), colour.name())[0]


@cache
def _made(name: str, normal: str, disabled: str) -> tuple[QIcon, QIconEngine]:
    """Return an icon and its engine: made once for each pair of colours, and kept."""
    engine = _Engine(name, normal, disabled)
    return QIcon(engine), engine
