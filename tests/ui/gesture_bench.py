"""A window with a small brief, and hands for it: real keys where the focus is, real clicks where a thing is
shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragMoveEvent, QDropEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QWidget

from briefing import edits, inline, lookup, storage, templates
from briefing.checks import Finding
from briefing.model import Claim, Judgement, Section, Source
from briefing.text import normalise
from tests.ui.commands.flows import ARTICLE, DAM, FERRY, article, quiet, resting_on
from tests.ui.windows import awaited, settle, workspace_of
from ui.window import Window

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
BREAD = "Bread cost twice as much after the flood."
OTHER = (
    "Prices in Lindow\nBy Ben Holt\n14 March 2020\n\nBread cost twice as much after the flood. Salt "
    "was scarce."
)


@dataclass(frozen=True)
class _Begun:
    """A brief file, and what is in it."""

    data: bytes
    river: Source
    prices: Source
    claims: tuple[str, ...]


@cache
def _begun() -> _Begun:
    """Make the brief once: each gesture begins with a copy."""
    river, prices = article(ARTICLE, title="River"), article(OTHER, title="Prices")
    claims = (
        resting_on("The ferry will restart on Sunday.", river[0], normalise(ARTICLE), FERRY),
        resting_on("The dam is old and needs repair.", None, "", ""),
        resting_on("Bread cost twice as much.", prices[0], normalise(OTHER), BREAD),
    )
    brief = templates.start(templates.get(templates.DEFAULT, ()), title="River")
    for source, _ in (river, prices):
        brief = edits.add_source(brief, source)
    for made in claims:
        brief = edits.add_claim(brief, "situation", made)
    with TemporaryDirectory() as folder:
        path = Path(folder, "River.brief")
        storage.create(path, brief, (*river[1], *prices[1]), backing_up=False).close()
        return _Begun(path.read_bytes(), river[0], prices[0], tuple(made.id for made in claims))


class Bench:
    """Three claims, an actor with a statement, a judgement, two articles; the first claim rests on two
    quotes.
    """

    def __init__(self, window: Window, folder: Path) -> None:
        self.window = window
        begun, path = _begun(), folder / "River.brief"
        path.write_bytes(begun.data)
        window.open_brief(path)
        self.ws = workspace_of(window)
        self.river, self.prices = begun.river, begun.prices
        self.one, self.two, self.three = begun.claims
        window.activateWindow()
        self.ws.sources.choose(self.river.id)
        self.caret(self.one)
        self.ws.page.setFocus()
        self.settle()

    # -- hands

    def settle(self) -> None:
        quiet(self.window, None)  # type: ignore[arg-type]

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key, modifier)

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClicks(self.focus, letter)

    def act(self, ident: str) -> None:
        """Press an action's key: through its action, since no screen brings shortcuts."""
        self.window.actions_by_id[ident].trigger()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Left, PLAIN, at or widget.rect().center())

    def click_row(self, view: QListView, row: int) -> None:
        index: QModelIndex = view.model().index(row, 0)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def wheel(self, widget: QWidget) -> None:
        middle = QPointF(widget.rect().center())
        turned = QWheelEvent(
            middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, PLAIN,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, turned)

    def caret(self, row: str, offset: int = 0) -> None:
        from briefing.edits import Caret

        self.ws.page.set_caret(Caret(row, offset))

    def place(self, row: str, offset: int = 2) -> QPoint:
        """Return where a row's words are shown, in the page's viewport."""
        page = self.ws.page
        cursor = QTextCursor(page.block_of(row))
        cursor.setPosition(min(cursor.position() + offset, cursor.position() + cursor.block().length() - 1))
        return page.cursorRect(cursor).center()

    def menu_at(self, row: str) -> list[str]:
        """Ask for the page's menu on a row; return the ids of its actions."""
        viewport, at = self.ws.page.viewport(), self.place(row)
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, asked)
        menu = next(m for m in self.window.findChildren(QMenu) if m.isVisible() and m.parent() is self.window)
        idents = [action.objectName() for action in menu.actions() if action.objectName()]
        menu.close()
        return idents

    def drag_over(self, row: str, data: QMimeData) -> bool:
        """Drag over a row; return whether it would be taken."""
        moved = QDragMoveEvent(self.place(row), Qt.DropAction.CopyAction, data, Left, PLAIN)
        self.ws.page.dragMoveEvent(moved)
        return moved.isAccepted()

    def drop_on(self, row: str, data: QMimeData) -> None:
        dropped = QDropEvent(QPointF(self.place(row)), Qt.DropAction.CopyAction, data, Left, PLAIN)
        self.ws.page.dropEvent(dropped)

    def quote(self, words: str) -> QMimeData:
        """Select words of the article and take them as a drag does."""
        start = self.ws.reading.text.index(words)
        self.ws.reader.article.select(start, start + len(words))
        data = self.ws.reader.article.drag_data()
        assert data is not None
        return data

    # -- what is so

    @property
    def target(self) -> str:
        """The row that the bar beside the words marks as the current one."""
        row = self.ws.page.current_row()
        return row.id if row is not None else ""

    def words(self, ident: str) -> str:
        return inline.plain(lookup.item(self.ws.desk.brief, ident).text)

    def quotes(self, ident: str) -> list[str]:
        return [e.quote.exact for e in lookup.claim(self.ws.desk.brief, ident).evidence]

    def found(self, words: str) -> None:
        """Wait for what the search over all articles finds for these words."""
        awaited(
            lambda: [True for _ in self.ws.sources.hits.rows if self.ws.sources._found_for == words], words
        )

    def findings_on(self, ident: str) -> list[Finding]:
        """Wait for the checks; return what they find on an item."""
        return awaited(lambda: [f for f in self.ws.states.findings if f.item_id == ident], "no finding")

    def claims(self) -> list[str]:
        self.ws.page.flush()
        return [inline.plain(c.text) for c in self.section("situation").items if isinstance(c, Claim)]

    def section(self, kind: str) -> Section:
        return next(s for s in self.ws.desk.brief.sections if s.kind == kind)

    def judgement(self) -> str:
        return next(iter(lookup.judgements(self.ws.desk.brief))).id

    def steps(self) -> Iterable[str]:
        return [step.label for step in self.ws.desk.session.past]


__all__ = ["ALT", "CONTROL", "DAM", "FERRY", "SHIFT", "Bench", "Judgement", "Key", "settle"]
