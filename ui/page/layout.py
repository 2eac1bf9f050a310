"""Laying out what Qt has left out."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument


def lay_out_rest(document: QTextDocument) -> bool:
    """Lay a document out again if it has blocks without lines; return whether it had.

    Qt sets a long document in steps. One that is changed between two of them (here: rows get room for their
    numbers) it takes for finished, and the blocks after stay without lines: nothing is painted of them, and
    they have no place that could be scrolled to.
    """
    block = document.begin()
    while block.isValid():
        if not block.layout().lineCount():
            document.markContentsDirty(0, document.characterCount())
            return True
        block = block.next()
    return False
