"""The reader follows the brief: which article is shown, its marks, and where a quote leads."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from briefing import edits, lookup
from briefing.actor_line import DOT
from briefing.diff import Change
from briefing.errors import BriefingError
from briefing.model import Brief, Evidence, Source
from briefing.scales import RELIABILITY
from ui.desk import Desk
from ui.reader import Header, Mark, Reader


def _tr(text: str) -> str:
    return QCoreApplication.translate("reading", text)


class Reading(QObject):
    """Keeps one reader on one desk. `source_id` is the article shown, "" for none."""

    shown = Signal(str)

    def __init__(self, desk: Desk, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader = reader
        self._shown: Source | None = None
        self.broken: frozenset[str] = frozenset()
        self.text = ""
        desk.changed.connect(self._follow)
        self._read_timer = QTimer(self)
        self._read_timer.setSingleShot(True)
        self._read_timer.setInterval(2000)
        self._read_timer.timeout.connect(self._mark_read)

    @property
    def source_id(self) -> str:
        return self._shown.id if self._shown is not None else ""

    def show(self, source_id: str) -> bool:
        """Show an article; False when its text cannot be read (the desk says so)."""
        if source_id == self.source_id:
            return True
        source = lookup.source(self._desk.brief, source_id)
        try:
            text = self._desk.text_of(source.text_sha) if source.text_sha else ""
        except BriefingError as error:
            self._desk.refused.emit(error.message, error.hint)
            return False
        self._shown, self.text = source, text
        marks = marks_of(self._desk.brief, source, self.broken)
        self._reader.show_source(header_of(source), text, marks, source.id)
        self._read_timer.start()
        self.shown.emit(source_id)
        return True

    def clear(self) -> None:
        """Show the empty reader."""
        self._shown, self.text = None, ""
        self._reader.show_source(None, "", (), "")
        self.shown.emit("")

    def reveal(self, evidence_id: str) -> None:
        """Show the passage of an evidence and flash it."""
        evidence = next((e for _, e in lookup.evidence(self._desk.brief) if e.id == evidence_id), None)
        if evidence is not None and self.show(evidence.source):
            self._reader.flash(evidence.quote.start, evidence.quote.end)

    def set_broken(self, broken: frozenset[str]) -> None:
        """Take the ids of evidence whose words were not found."""
        if broken != self.broken:
            self.broken = broken
            self._remark()

    def _remark(self) -> None:
        if self._shown is not None:
            self._reader.set_marks(marks_of(self._desk.brief, self._shown, self.broken))

    def _follow(self, change: Change) -> None:
        if self._shown is None or change.inside_items:
            return
        now = next((s for s in self._desk.brief.sources if s.id == self.source_id), None)
        if now is None:
            self.clear()
        elif now is not self._shown:
            self._shown = now
            marks = marks_of(self._desk.brief, now, self.broken)
            self._reader.set_header(header_of(now))
            self._reader.set_marks(marks)
        else:
            self._remark()

    def _mark_read(self) -> None:
        if self._shown is not None and not self._shown.read and not self._desk.read_only:
            self._desk.do(_tr("Mark read"), edits.mark_read, self._shown.id, join="read")


def header_of(source: Source) -> Header:
    """Return what the reader shows above an article."""
    grades = dict(RELIABILITY)
    return Header(
        title=source.title,
        publisher=source.publisher,
        authors=", ".join(source.authors),
        published=source.published,
        grade=f"{source.grade} · {grades[source.grade]}" if source.grade else "",
        accessed=_tr("accessed {date}").format(date=source.accessed) if source.accessed else "",
        url=source.url,
        notices=source.notices,
    )


def marks_of(brief: Brief, source: Source, broken: frozenset[str]) -> tuple[Mark, ...]:
    """Return the marks of an article in reading order. Words used by several claims say so."""
    users: dict[tuple[int, int], list[tuple[str, Evidence]]] = {}
    for claim, evidence in lookup.links_of_source(brief, source.id):
        if evidence.quote.text_sha == source.text_sha:
            users.setdefault((evidence.quote.start, evidence.quote.end), []).append((claim.id, evidence))
    marks = []
    for (start, end), pairs in sorted(users.items()):
        claims = tuple(dict.fromkeys(claim_id for claim_id, _ in pairs))
        for _, evidence in pairs:
            gone = evidence.id in broken
            marks.append(Mark(evidence.id, claims, start, end, evidence.stance, len(claims), gone))
    return tuple(marks)


def citation(source: Source, words: str) -> str:
    """Return words with their source, for the clipboard."""
    parts = [source.publisher, source.title, source.published, source.url]
    return f"“{words}” ({DOT.join(p for p in parts if p)})"
