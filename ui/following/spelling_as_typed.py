"""Which words of the page no dictionary has: looked up in jobs as they are typed, those in sight first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from briefing import spelling
from briefing.diff import Change
from briefing.house_terms import HouseTerm
from briefing.model import Actor, Brief
from briefing.rows import Row
from briefing.spelling import Speller, UnknownWord
from ui.desk import TYPING, Desk
from ui.page.underlines import CheckedRow, Underline
from ui.page.view import PageView
from ui.qt.jobs import Job, Jobs, Ticket
from ui.settings import Settings
from ui.translated import tr

SETTLE_MS = 200
_AT_A_TIME = 200  # rows of one job


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a job found: the speller, the words it took as known, and the unknown ones of each text."""

    speller: Speller
    known: frozenset[str]
    unknown: dict[str, tuple[UnknownWord, ...]]


class Spelling(QObject):
    """Follows the words of one page; `failed` with a sentence when they cannot be looked up.

    `trouble` is that sentence and what to do, "" while all is well.
    """

    failed = Signal(str)

    def __init__(
        self, desk: Desk, page: PageView, jobs: Jobs, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._jobs = jobs
        self._settings = settings
        self._awake = False
        self._job: Job | None = None
        self._language = desk.brief.language
        self._speller: Speller | None = None
        self._known: frozenset[str] = frozenset()
        self._terms: tuple[HouseTerm, ...] = ()
        self._stale = True
        self._unknown: dict[str, tuple[UnknownWord, ...]] = {}
        self._words: dict[str, tuple[object, str]] = {}
        self.trouble = ("", "")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._look)
        desk.changed.connect(self._changed)

    @property
    def speller(self) -> Speller | None:
        """The dictionary in use; None before it is loaded, and where there is none."""
        return self._speller

    def start(self) -> None:
        """Begin to look; loading a dictionary takes a while."""
        self._awake = True
        self._look()

    def take_terms(self, terms: tuple[HouseTerm, ...]) -> None:
        """Take the words of the house, which are never wrong."""
        if terms != self._terms:
            self._terms, self._stale = terms, True
            self._settle.start()

    def refresh(self) -> None:
        """Look everything up again: words were added, or the setting is another."""
        self._stale = True
        self.trouble = ("", "")
        self._settle.start()

    def _changed(self, change: Change) -> None:
        typed = change.origin == TYPING and change.inside_items
        if not typed or any(isinstance(node, Actor) for node in change.put):
            self._stale = True
        if self._desk.brief.language != self._language:
            self._language = self._desk.brief.language
            self._speller, self._unknown = None, {}
            self.refresh()
        self._settle.start()

    # -- looking

    def _look(self) -> None:
        if not self._settings.spelling or self.trouble[0]:
            self._page.spelling.show({})
            return
        if not self._awake or self._job in self._jobs.running:
            return
        texts = self._due()
        if texts or self._stale:
            self._stale = False
            act = partial(_looked_up, self._desk.brief, self._terms, self._speller, texts)
            language = self._language
            self._job = self._jobs.run(act, partial(self._found, language), partial(self._failed, language))
        else:
            self._show()

    def _due(self) -> Sequence[str]:
        """Return the texts to be looked up next: those in sight first."""
        seen = dict.fromkeys(self._text(row) for row, _, _ in self._page.rows_in_sight())
        due = [text for text in seen if text and text not in self._unknown]
        if due or self._stale:
            return due
        rest = dict.fromkeys(self._text(row) for row in self._page.rows)
        return [text for text in rest if text and text not in self._unknown][:_AT_A_TIME]

    def _text(self, row: Row) -> str:
        node = row.node or self._desk.brief
        held = self._words.get(row.id)
        if held is None or held[0] is not node:
            held = self._words[row.id] = (node, row.words(self._desk.brief))
        return held[1]

    def _found(self, language: str, found: Lookup) -> None:
        if language != self._language:  # the brief has another language since
            self._job = None
            self.refresh()
            return
        self._speller = found.speller
        if found.known != self._known:
            self._known, self._unknown = found.known, {}
        self._unknown |= found.unknown
        self._job = None
        self._show()
        self._settle.start(0)

    def _failed(self, language: str, message: str, hint: str) -> None:
        self._job = None
        if language != self._language:
            self.refresh()
            return
        self.trouble = (message, hint)
        self._page.spelling.show({})
        self.failed.emit(message)

    def _show(self) -> None:
        shown: dict[str, CheckedRow] = {}
        for row in self._page.rows:
            text = self._text(row)
            if unknown := self._unknown.get(text):
                lines = tuple(Underline(u.start, u.end, "spelling", _tip(u.word)) for u in unknown)
                shown[row.id] = CheckedRow(text, lines)
        self._page.spelling.show(shown)


def _tip(word: str) -> str:
    return tr("“{word}” is in no dictionary").format(word=word)


def _looked_up(
    brief: Brief,
    terms: tuple[HouseTerm, ...],
    speller: Speller | None,
    texts: Sequence[str],
    _ticket: Ticket,
) -> Lookup:
    """Return what is found of these texts."""
    if speller is None:
        where = spelling.region_of(QLocale.system().name())
        speller = spelling.load(brief.language, where, spelling.folders())
    own = spelling.of_user().read() | spelling.ignored_in(brief.id).read()
    names = spelling.known_names(brief, terms) | own
    return Lookup(speller, names, {text: spelling.unknown_words(text, speller, names) for text in texts})
