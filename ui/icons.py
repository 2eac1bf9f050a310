"""The product's icons: 20 by 20 SVG outlines in `currentColor`, painted in a colour of the palette."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIZES = ((16, 1), (16, 2), (20, 1), (20, 2), (32, 2))
"""Sizes in device-independent pixels and device pixel ratios that an icon holds."""


@lru_cache(maxsize=512)
def svg(name: str, colour: str) -> bytes:
    """Return the SVG called `name` drawn in `colour` (#RRGGBB). Raises FileNotFoundError."""
    raw = files("resources").joinpath("icons", f"{name}.svg").read_bytes()
    return raw.replace(b"currentColor", colour.encode("ascii"))


def names() -> tuple[str, ...]:
    """Return the names of all icons, sorted."""
    folder = files("resources").joinpath("icons")
    return tuple(sorted(f.name[:-4] for f in folder.iterdir() if f.name.endswith(".svg")))


def pixmap(name: str, colour: QColor, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a pixmap of `size` device-independent pixels at a device pixel ratio."""
    out = QPixmap(round(size * ratio), round(size * ratio))
    out.setDevicePixelRatio(ratio)
    out.fill(Qt.GlobalColor.transparent)
    painter = QPainter(out)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg(name, colour.name()))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return out


def icon(name: str, colour: QColor | QPalette) -> QIcon:
    """Return the icon in one colour, or in a palette's text colour with its disabled form."""
    out = QIcon()
    if isinstance(colour, QPalette):
        role = QPalette.ColorRole.ButtonText
        _add(out, name, colour.color(QPalette.ColorGroup.Active, role), QIcon.Mode.Normal)
        _add(out, name, colour.color(QPalette.ColorGroup.Disabled, role), QIcon.Mode.Disabled)
    else:
        _add(out, name, colour, QIcon.Mode.Normal)
    return out


def _add(out: QIcon, name: str, colour: QColor, mode: QIcon.Mode) -> None:
    for size, ratio in SIZES:
        out.addPixmap(pixmap(name, colour, size, ratio), mode)
