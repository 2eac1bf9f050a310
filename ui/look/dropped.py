"""What a drag from outside carries: files, or the address of a page."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QMimeData

_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)


def files_of(data: QMimeData) -> list[Path]:
    """Return the files of this computer that a drag carries."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def address_of(data: QMimeData) -> str:
    """Return the address of the page that a drag carries, as a link or as its whole text; "" for none."""
    links = [url.toString() for url in data.urls() if url.scheme() in ("http", "https")]
    text = data.text().strip() if not data.hasUrls() else ""
    return links[0] if links else text if _ADDRESS.fullmatch(text) else ""


def is_for_adding(data: QMimeData) -> bool:
    """Return whether a drag goes to adding wherever it is dropped, and into no text."""
    return data.hasUrls() or bool(address_of(data))
