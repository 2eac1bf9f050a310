"""The texts of the window in its language. There is one, English; what users see is marked all the same, so
that another can be put in here.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return a text that users see, in the language of the window."""
    return QCoreApplication.translate("window", text)
