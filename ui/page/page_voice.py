"""The page to a screen reader: below its text a document of its lines, each with a role and a description.

Qt's own text interface reads letters, words and carets right, and stays; what it does not know stands here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QWidget

from briefing.rows import Row
from ui.look import speech
from ui.look.spoken_parts import SpokenObject, SpokenPart, SpokenThing, WidgetPart, things
from ui.page.line_words import line_parts, line_words
from ui.page.page_state import PageState
from ui.page.row_findings import RowFindings
from ui.page.row_text import RowText
from ui.translated import tr

_TITLE_LEVEL, _HEADING_LEVEL = 1, 2


class PageVoice(QWidget):
    """Knows what the page paints, in words. It has no place on the screen, only one in the tree of parts."""

    def __init__(self, page: RowText) -> None:
        super().__init__(page)
        self.page = page
        self._state = PageState()
        self._findings: Mapping[str, RowFindings] = {}
        self._lines: dict[str, _LineObject] = {}
        self._for: Sequence[Row] = ()
        self._section = ""
        self.setObjectName("page_lines")
        self.setAccessibleName(tr("Lines of the brief"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(0, 0, 1, 1)
        self.lower()

    def set_state(self, state: PageState) -> None:
        """Take numbers and states."""
        self._state = state
        self.describe()

    def set_findings(self, findings: Mapping[str, RowFindings]) -> None:
        """Take what the findings say of each item."""
        self._findings = findings
        self.describe()

    def words_of(self, row: Row) -> str:
        """Return what is painted of a row, in words."""
        return line_words(row, self.page.desk.brief, self._state, self._findings.get(row.id))

    def tip_of(self, row: Row) -> str:
        """Return all that the mouse would show beside and behind a row, a thing a line."""
        parts = [f"{part.name}: {part.description}" for part in line_parts(row, self._state)]
        return "\n".join(filter(None, (self.words_of(row), *parts)))

    def describe(self, before: str = "") -> None:
        """Make the line with the caret the description of the page, where somebody listens; `before` comes
        first.
        """
        row = self.page.current_row()
        if row is not None and speech.listened_to():
            heading = self._heading_of(row)
            entered = heading if heading != self._section else ""
            self._section = heading
            words = "; ".join(filter(None, (before, entered, self.words_of(row))))
            if words != self.page.accessibleDescription():
                self.page.setAccessibleDescription(words)

    def _heading_of(self, row: Row) -> str:
        """Return the title of the section that a row stands in, "" above the first."""
        above = self.page.rows[: self.page.index_of(row.id) + 1]
        brief = self.page.desk.brief
        return next((one.words(brief) for one in reversed(above) if one.kind == "heading"), "")

    # -- the tree of parts

    def make_accessible(self) -> QAccessibleInterface:
        return _LinesPart(self)

    def lines(self) -> list[_LineObject]:
        """Return an object for each row; those of rows that have gone go too."""
        if self.page.rows is not self._for:
            kept = {row.id for row in self.page.rows}
            for ident in [ident for ident in self._lines if ident not in kept]:
                self._lines.pop(ident).deleteLater()
            self._for = self.page.rows
        return [self._line(row) for row in self.page.rows]

    def _line(self, row: Row) -> _LineObject:
        line = self._lines.get(row.id)
        if line is None:
            line = self._lines[row.id] = _LineObject(self)
        line.take(row, line_parts(row, self._state))
        return line


class _LineObject(QObject):
    """One row; what can be gone to in it are its children."""

    def __init__(self, voice: PageVoice) -> None:
        super().__init__(voice)
        self.voice = voice
        self.row = Row("blank", "", "")
        self.things: list[SpokenObject] = []

    def take(self, row: Row, parts: Sequence[SpokenThing]) -> None:
        """Stand for a row as it is now."""
        self.row = row
        self.things = things(self.things, parts, self, self.voice.page)

    def make_accessible(self) -> QAccessibleInterface:
        level = {"title": _TITLE_LEVEL, "heading": _HEADING_LEVEL}.get(self.row.kind)
        return _LinePart(self) if level is None else _HeadingPart(self, level)


class _LinesPart(WidgetPart):
    """All rows, as a document."""

    def __init__(self, voice: PageVoice) -> None:
        super().__init__(voice, QAccessible.Role.Document)
        self._voice = voice

    def below(self) -> Sequence[QObject]:
        return self._voice.lines()

    def rect(self) -> QRect:
        viewport = self._voice.page.viewport()
        return QRect(viewport.mapToGlobal(QPoint(0, 0)), viewport.size())


class _LinePart(SpokenPart):
    """One row as a paragraph."""

    def __init__(self, line: _LineObject, role: QAccessible.Role = QAccessible.Role.Paragraph) -> None:
        super().__init__(line, role, line.voice.page)
        self._line = line

    def text(self, kind: QAccessible.Text) -> str:
        voice = self._line.voice
        match kind:
            case QAccessible.Text.Name:
                return self._line.row.words(voice.page.desk.brief)
            case QAccessible.Text.Description:
                return voice.words_of(self._line.row)
            case _:
                return ""

    def below(self) -> Sequence[QObject]:
        return self._line.things

    def rect(self) -> QRect:
        page = self._line.voice.page
        block = page.block_of(self._line.row.id)
        box = page.document().documentLayout().blockBoundingRect(block).toRect()
        corner = page.viewport().mapToGlobal(QPoint(0, -page.verticalScrollBar().value()))
        return box.translated(corner)


class _Level(QAccessibleAttributesInterface):
    """The level of a heading, 1 for the highest."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> int | None:
        return self._level if key == QAccessible.Attribute.Level else None


# A wrapper without a C++ object is what PySide takes for a null pointer here; None and 0 end the program.
_NO_INTERFACE = QAccessibleActionInterface.__new__(QAccessibleActionInterface)


class _HeadingPart(_LinePart):
    """One row as a heading."""

    def __init__(self, line: _LineObject, level: int) -> None:
        super().__init__(line, QAccessible.Role.Heading)
        self._level = _Level(level)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        if kind == QAccessible.InterfaceType.AttributesInterface:
            return self._level
        return _NO_INTERFACE
