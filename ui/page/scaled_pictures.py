"""The pictures of figures in the size in which the page shows them, a few kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF
from PySide6.QtGui import QImage, QImageReader

from briefing.errors import BriefingError
from briefing.model import Figure

_KEPT = 24
_FORMATS = {"image/png": b"png", "image/jpeg": b"jpeg"}


class ScaledPictures:
    """`picture_of` gives the bytes that are kept under a SHA-256; they were written by our own worker."""

    def __init__(self, picture_of: Callable[[str], bytes]) -> None:
        self._picture_of = picture_of
        self._held: OrderedDict[tuple[str, int, int], QImage | None] = OrderedDict()

    def scaled(self, figure: Figure, size: QSizeF, ratio: float) -> QImage | None:
        """Return the picture for a box of `size` (pixels of the page; `ratio` of the screen to one of them);
        None where the file has lost it.
        """
        wanted = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
        key = (figure.picture_sha, wanted.width(), wanted.height())
        if key not in self._held:
            self._held[key] = self._read(figure, wanted)
            while len(self._held) > _KEPT:
                self._held.popitem(last=False)
        self._held.move_to_end(key)
        return self._held[key]

    def _read(self, figure: Figure, wanted: QSize) -> QImage | None:
        try:
            data = QByteArray(self._picture_of(figure.picture_sha))
        except BriefingError:
            return None
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(_FORMATS[figure.mime]))
        reader.setScaledSize(wanted)
        image = reader.read()
        return None if image.isNull() else image
