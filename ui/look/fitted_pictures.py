"""Pictures of a rich text in their widths: Qt knows a share of the width as a limit, and not as a width."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextLength,
)


def fit(document: QTextDocument, width: float, height: float = 0.0) -> None:
    """Give each picture its share of `width`, and no more than `height` (both in the units of the document;
    0 for any height).
    """
    for fragment in list(_pictures(document)):
        shown = fragment.charFormat().toImageFormat()
        limit = shown.maximumWidth()
        share = limit.value(100.0) if limit.type() == QTextLength.Type.PercentageLength else 100.0
        wide, high = shown.width(), shown.height()
        if wide <= 0 or high <= 0:
            continue
        scale = width * share / 100.0 / wide
        if height and high * scale > height:
            scale = height / high
        shown.setWidth(wide * scale)
        shown.setHeight(high * scale)
        shown.clearProperty(QTextFormat.Property.ImageMaxWidth.value)
        cursor = QTextCursor(document)
        cursor.setPosition(fragment.position())
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(shown)
        # A line as high as its picture, for the caption to stand right below it.
        block = cursor.blockFormat()
        block.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        block.setBottomMargin(0)
        cursor.setBlockFormat(block)


def _pictures(document: QTextDocument) -> Iterator[QTextFragment]:
    block = document.begin()
    while block.isValid():
        it = block.begin()
        while not it.atEnd():
            if it.fragment().charFormat().isImageFormat():
                yield it.fragment()
            it += 1
        block = block.next()
