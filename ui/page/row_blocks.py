"""Rows as blocks of a text document: how they look, how they are written and read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from briefing import inline
from briefing.inline import Run
from briefing.model import Placed
from briefing.rows import Row, row_words

UNIT = 4  # pixels, of which margins are made


@dataclass(frozen=True, slots=True)
class Look:
    """Fonts and colours of the page: `body` in points; `ink`, `muted`, `accent` as colour names."""

    family: str
    body: float
    ink: str
    muted: str
    accent: str

    @property
    def fonts(self) -> tuple[str, float]:
        """What of it takes room."""
        return self.family, self.body


def block_format(row: Row, below: float = 0.0, beside: float = 0.0, above: float = 0.0) -> QTextBlockFormat:
    """Return the block format of a row; `below` is room under its words, `beside` before them and `above`
    over them, in pixels.
    """
    fmt = QTextBlockFormat()
    top, bottom, left = {
        "title": (UNIT, UNIT * 2, 0),
        "heading": (UNIT * 6, UNIT, 0),
        "actor": (UNIT * 2, UNIT, 0),
    }.get(row.kind, (UNIT, UNIT, 0))
    fmt.setTopMargin(top + above)
    fmt.setBottomMargin(bottom + below)
    fmt.setLeftMargin(left + row.depth * UNIT * 5 + beside)
    fmt.setLineHeight(128 if row.kind not in ("title", "heading") else 112, 1)
    if row.kind == "heading":
        fmt.setHeadingLevel(2)
    if row.kind == "title":
        fmt.setHeadingLevel(1)
    return fmt


def base_format(row: Row, look: Look) -> QTextCharFormat:
    """Return the character format of a row's plain words."""
    fmt = QTextCharFormat()
    fmt.setFontFamilies([look.family])
    scale, weight, ink = {
        "title": (1.6, QFont.Weight.DemiBold, look.ink),
        "heading": (0.9, QFont.Weight.DemiBold, look.accent),
        "actor": (1.05, QFont.Weight.DemiBold, look.ink),
        "figure": (0.92, QFont.Weight.Normal, look.ink),
    }.get(row.kind, (1.0, QFont.Weight.Normal, look.ink))
    fmt.setFontPointSize(look.body * scale)
    fmt.setFontWeight(weight)
    fmt.setForeground(QColor(ink))
    if row.kind == "heading":
        fmt.setFontCapitalization(QFont.Capitalization.AllUppercase)
        fmt.setFontLetterSpacing(106)
    return fmt


def run_format(base: QTextCharFormat, run: Run, look: Look) -> QTextCharFormat:
    """Return `base` with a run's bold, italic and link."""
    fmt = QTextCharFormat(base)
    if run.bold:
        fmt.setFontWeight(QFont.Weight.Bold)
    fmt.setFontItalic(run.italic)
    if run.link:
        fmt.setAnchor(True)
        fmt.setAnchorHref(run.link)
        fmt.setForeground(QColor(look.accent))
        fmt.setFontUnderline(True)
    return fmt


def recolour(document: QTextDocument, rows: Sequence[Row], look: Look) -> None:
    """Give the words of all rows the colours of a look; their fonts stay."""
    plain, accent = QTextCharFormat(), QTextCharFormat()
    plain.setForeground(QColor(look.ink))
    accent.setForeground(QColor(look.accent))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeCharFormat(plain)
    cursor.mergeBlockCharFormat(plain)
    for i, row in enumerate(rows):
        block = document.findBlockByNumber(i)
        if row.kind == "heading":
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(accent)
            cursor.mergeBlockCharFormat(accent)
        elif isinstance(row.node, Placed) and "](" in row.node.text:
            for start, end in _links(block):
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(accent)
    cursor.endEditBlock()


def _links(block: QTextBlock) -> list[tuple[int, int]]:
    """Return where the links of a block stand in the document (UTF-16)."""
    found = []
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        if fragment.charFormat().isAnchor():
            found.append((fragment.position(), fragment.position() + fragment.length()))
        it += 1
    return found


def row_runs(row: Row, title: str) -> tuple[Run, ...]:
    """Return the runs that a row's block shows; `title` is the brief's."""
    if isinstance(row.node, Placed):
        return inline.parse(inline.one_line(row.node.text))
    words = inline.one_line(title if row.kind == "title" else row_words(row))
    return (Run(words),) if words else ()


def write_runs(cursor: QTextCursor, runs: tuple[Run, ...], base: QTextCharFormat, look: Look) -> None:
    """Insert runs at a cursor in `base`, the format of their row."""
    for run in runs:
        plain = run.style == (False, False, "")
        cursor.insertText(run.text, base if plain else run_format(base, run, look))


def read_runs(block: QTextBlock) -> tuple[Run, ...]:
    """Return the runs of a block, of a claim or another item that has them, as a person has left them."""
    runs = []
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        fmt = fragment.charFormat()
        link = fmt.anchorHref() if fmt.isAnchor() and inline.link_allowed(fmt.anchorHref()) else ""
        words = inline.one_line(fragment.text())
        runs.append(Run(words, fmt.fontWeight() >= QFont.Weight.Bold, fmt.fontItalic(), link))
        it += 1
    return inline.merged(runs)


def styled(row: Row) -> bool:
    """Return whether a row's words may be bold, italic or linked."""
    return isinstance(row.node, Placed) or row.kind == "blank"
