"""The reader follows the brief: which article is shown, its marks, and where a quote leads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from briefing import edits, lookup
from briefing.actor_line import DOT
from briefing.diff import Change
from briefing.errors import BriefingError, StorageError
from briefing.model import Brief, Evidence, Source
from briefing.quoting.locators import labels_of
from briefing.scales import RELIABILITY
from briefing.text import Span, StruckPassage, sentences, struck_of_bytes
from ui.desk import Desk
from ui.qt.jobs import Jobs
from ui.reader import ArticleHeader, ArticleMark, ReaderPane
from ui.reader.gloss import Gloss
from ui.translated import tr


class ArticleReading(QObject):
    """Keeps one reader on one desk. `source_id` is the article shown, "" for none."""

    shown = Signal(str)

    def __init__(self, desk: Desk, reader: ReaderPane, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
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

    def source(self, source_id: str = "") -> Source | None:
        """Return the article with this id, or the one that is shown."""
        wanted = source_id or self.source_id
        return next((s for s in self._desk.brief.sources if s.id == wanted), None)

    def show(self, source_id: str) -> bool:
        """Show an article; False when its text cannot be read (the desk says so)."""
        if source_id == self.source_id:
            return True
        return self._show(lookup.source(self._desk.brief, source_id))

    def _show(self, source: Source) -> bool:
        try:
            text = self._desk.text_of(source.text_sha) if source.text_sha else ""
            struck = self._struck_of(source, text)
        except BriefingError as error:
            self._desk.refused.emit(error.message, error.hint)
            return False
        self._shown, self.text = source, text
        marks = marks_of(self._desk.brief, source, self.broken, text)
        self._reader.show_source(header_of(source, self._desk.brief), text, marks, source.id, struck)
        self._read_timer.start()
        self._gloss()
        self.shown.emit(source.id)
        return True

    def _struck_of(self, source: Source, text: str) -> tuple[StruckPassage, ...]:
        """Return what is struck out of an article's text; raises BriefingError where that cannot be read."""
        if not source.struck_sha:
            return ()
        try:
            return struck_of_bytes(self._desk.original_of(source.struck_sha), len(text))
        except ValueError as error:
            raise StorageError(
                tr("The struck-out words of this article cannot be read."), tr("Add the article again.")
            ) from error

    def _gloss(self) -> None:
        """Resolve the dates in a thread: a long report holds thousands."""
        source, text = self._shown, self.text
        if source is None:
            return

        def done(found: tuple[Gloss, ...]) -> None:
            if self._shown is not None and self._shown.id == source.id and self.text is text:
                self._reader.set_glosses(found)

        self._jobs.run(lambda _ticket: glosses_of(source, text), done, self._desk.refused.emit)

    def clear(self) -> None:
        """Show the empty reader."""
        self._shown, self.text = None, ""
        self._reader.show_source(None, "", (), "")
        self.shown.emit("")

    def take_keys(self) -> None:
        """Give the keys to the article that is shown."""
        self._reader.article.setFocus()

    def reveal(self, evidence_id: str) -> None:
        """Show the passage of an evidence and flash it."""
        evidence = next((e for _, e in lookup.evidence(self._desk.brief) if e.id == evidence_id), None)
        if evidence is not None and self.show(evidence.source):
            self._reader.flash(evidence.quote.start, evidence.quote.end)

    def reveal_span(self, source_id: str, start: int, end: int) -> None:
        """Show a passage of an article and flash it."""
        if self.show(source_id):
            self._reader.flash(start, end)

    def set_broken(self, broken: frozenset[str]) -> None:
        """Take the ids of evidence whose words were not found."""
        if broken != self.broken:
            self.broken = broken
            self._remark()

    def _remark(self) -> None:
        if self._shown is not None:
            self._reader.set_marks(marks_of(self._desk.brief, self._shown, self.broken, self.text))

    def _follow(self, change: Change) -> None:
        if self._shown is None or change.inside_items:
            return
        now = next((s for s in self._desk.brief.sources if s.id == self.source_id), None)
        if now is None:
            self.clear()
        elif now.text_sha != self._shown.text_sha:
            self._show(now)
        else:
            redated = now.published != self._shown.published
            self._shown = now
            self._reader.set_header(header_of(now, self._desk.brief))
            self._remark()
            if redated:
                self._gloss()

    def _mark_read(self) -> None:
        if self._shown is not None and not self._shown.read and not self._desk.read_only:
            self._desk.look(tr("Mark read"), edits.mark_read, self._shown.id)


def header_of(source: Source, brief: Brief) -> ArticleHeader:
    """Return what the reader shows above an article."""
    newer = next((s for s in brief.sources if s.supersedes == source.id), None)
    notices = source.notices
    asks: list[tuple[str, str]] = []
    if newer is not None:
        notices = (tr("A newer version of this article is in the brief."), *notices)
        asks.append(("articles.versions", tr("See what changed")))
    if not source.text_sha:
        notices = (tr("Only the record of this source is known: it has no text to quote from."), *notices)
    if source.guessed:
        asks.append(("articles.encoding", tr("Choose the encoding…")))
    grades = dict(RELIABILITY)
    return ArticleHeader(
        title=source.title,
        publisher=source.publisher,
        authors=", ".join(source.authors),
        published=source.published,
        grade=f"{source.grade} · {grades[source.grade]}" if source.grade else "",
        accessed=tr("accessed {date}").format(date=source.accessed) if source.accessed else "",
        url=source.url,
        notices=notices,
        asks=tuple(asks),
    )


def glosses_of(source: Source, text: str) -> tuple[Gloss, ...]:
    """Return the remarks on an article: the days its words of time stand for, where pages and rows begin."""
    from briefing.language import when

    found = [
        Gloss(w.start, w.end, span_words(*w.days), f"{span_words(*w.days)} ({w.how})")
        for w in when.resolve(text, source.published)
        if w.days is not None
    ]
    pages = [Gloss(start, start, label, "", "page") for start, label in labels_of(source)]
    return (*found, *pages)


def span_words(first: date, last: date) -> str:
    """Return days as the reader writes them: “Sun 15 Mar 2020”, “9–15 Mar 2020”."""
    if first == last:
        return f"{first:%a} {first.day} {first:%b %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b %Y}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {last.day} {last:%b %Y}"
    return f"{first.day} {first:%b %Y} – {last.day} {last:%b %Y}"


def marks_of(brief: Brief, source: Source, broken: frozenset[str], text: str) -> tuple[ArticleMark, ...]:
    """Return the marks of an article in reading order. Sentences used by several claims say so."""
    users: dict[tuple[int, int], list[tuple[str, Evidence]]] = {}
    for claim, evidence in lookup.links_of_source(brief, source.id):
        if evidence.quote.text_sha == source.text_sha:
            users.setdefault((evidence.quote.start, evidence.quote.end), []).append((claim.id, evidence))
    heat = _heat({span: {claim_id for claim_id, _ in pairs} for span, pairs in users.items()}, text)
    marks = []
    for (start, end), pairs in sorted(users.items()):
        claims = tuple(dict.fromkeys(claim_id for claim_id, _ in pairs))
        for _, evidence in pairs:
            gone = evidence.id in broken
            marks.append(
                ArticleMark(evidence.id, claims, start, end, evidence.stance, heat[start, end], gone)
            )
    return tuple(marks)


def _heat(users: dict[Span, set[str]], text: str) -> dict[Span, int]:
    """Return for each quoted span how many claims use a sentence it stands in."""
    if len(users) < 2:
        return {span: len(claims) for span, claims in users.items()}
    ends = [end for _, end in sentences(text)]
    touched = {span: range(bisect_right(ends, span[0]), bisect_left(ends, span[1]) + 1) for span in users}
    claims: dict[int, set[str]] = {}
    for span, numbers in touched.items():
        for number in numbers:
            claims.setdefault(number, set()).update(users[span])
    return {span: max((len(claims[n]) for n in numbers), default=1) for span, numbers in touched.items()}


def citation(source: Source, words: str) -> str:
    """Return words with their source, for the clipboard."""
    parts = [source.publisher, source.title, source.published, source.url]
    return f"“{words}” ({DOT.join(p for p in parts if p)})"
