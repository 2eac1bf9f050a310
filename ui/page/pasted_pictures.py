"""Pictures on the clipboard or dropped: a picture itself, or files that are named as pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from ui.page import clipboard

SUFFIXES = (".png", ".jpg", ".jpeg")
GivenPicture = Path | bytes
GivenPictures = tuple[GivenPicture, ...]
"""Files by their paths, and what has no file as the bytes of a PNG."""


def given(data: QMimeData) -> GivenPictures:
    """Return the pictures that a paste or a drop brings; () where it is words, or files of another kind."""
    if are_files(data):
        return tuple(Path(url.toLocalFile()) for url in data.urls())
    if data.hasImage() and not data.hasText() and not data.hasFormat(clipboard.MIME):
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return (_png(image),)
    return ()


def are_files(data: QMimeData) -> bool:
    """Return whether all that is brought are files of this computer that are named as pictures."""
    urls = data.urls()
    return bool(urls) and all(
        url.isLocalFile() and Path(url.toLocalFile()).suffix.casefold() in SUFFIXES for url in urls
    )


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
