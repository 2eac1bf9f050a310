"""Where a popup of the page opens: on its screen as a whole, and never over the words it is about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

_GAP = 4  # pixels between a popup and what it belongs to


def beside(size: QSize, chip: QPoint, words: QRect, screen: QRect) -> QPoint:
    """Return the top left of a popup: under the chip, else above the words, else at their left or right.

    All in pixels of the screens; `words` is what stays in sight (none when empty). Where no place is free of
    them, the popup is whole on the screen.
    """
    left = max(screen.left(), min(chip.x(), screen.right() - size.width()))
    top = max(screen.top(), min(chip.y() + _GAP, screen.bottom() - size.height()))
    above = (words.top() if not words.isEmpty() else chip.y()) - _GAP - size.height()
    places = (
        QPoint(left, chip.y() + _GAP),
        QPoint(left, above),
        QPoint(words.left() - _GAP - size.width(), top),
        QPoint(words.right() + _GAP, top),
    )
    for place in places:
        box = QRect(place, size)
        if screen.contains(box) and not box.intersects(words):
            return place
    return QPoint(left, top)
