"""The list of articles: a narrow row each, changed in place where few change."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from briefing.model import Source
from briefing.origins import Origin, Origins
from ui.look.bidi import joined
from ui.translated import tr

Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole
META = ID + 1
LINKS = ID + 2
READ = ID + 3
NOTICES = ID + 4
USE = ID + 5


def meta_line(source: Source) -> str:
    """Return publisher, date and grade of an article, as far as they are known."""
    return joined(source.publisher, source.published, source.grade)


def use_line(source: Source, links: int, origin: Origin | None = None, superseded: bool = False) -> str:
    """Return how an article is used, whether it shares its origin with others, and whether it is outdated."""
    if links:
        use = tr("1 link") if links == 1 else tr("{n} links").format(n=links)
    else:
        use = tr("unused") if source.read else tr("unread")
    shared = len(origin.members) - 1 if origin is not None else 0
    with_others = (
        tr("same origin as 1 other") if shared == 1 else tr("same origin as {n} others").format(n=shared)
    )
    return joined(
        use if source.text_sha else tr("no text"),
        with_others if shared > 0 else "",
        tr("newer version here") if superseded else "",
    )


class SourcesModel(QAbstractListModel):
    """Rows are sources in the order of the brief; `links` counts the evidence of each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: tuple[Source, ...] = ()
        self._links: dict[str, int] = {}
        self._origins = Origins()
        self._superseded: frozenset[str] = frozenset()

    def set_sources(
        self, sources: tuple[Source, ...], links: Mapping[str, int], origins: Origins | None = None
    ) -> None:
        """Show these sources: rows added at the end, changed or removed one by one; else all at once."""
        superseded = frozenset(s.supersedes for s in sources if s.supersedes)
        retold = origins is not None and origins != self._origins
        retold = retold or superseded != self._superseded
        self._origins, self._superseded = origins or self._origins, superseded
        self._take(sources, links)
        if retold and sources:
            self.dataChanged.emit(self.index(0), self.index(len(sources) - 1))

    def _take(self, sources: tuple[Source, ...], links: Mapping[str, int]) -> None:
        before, counts = self._sources, self._links
        same = min(len(before), len(sources))
        if len(sources) >= len(before) and _ids(before) == _ids(sources[:same]):
            if len(sources) > same:
                self.beginInsertRows(QModelIndex(), same, len(sources) - 1)
            self._sources, self._links = sources, dict(links)
            if len(sources) > same:
                self.endInsertRows()
            for i in range(same):
                source = sources[i]
                if source is not before[i] or counts.get(source.id, 0) != self._links.get(source.id, 0):
                    at = self.index(i)
                    self.dataChanged.emit(at, at)
            return
        if len(sources) == len(before) - 1:
            gone = next((i for i in range(same) if before[i].id != sources[i].id), same)
            if _ids(before[:gone] + before[gone + 1 :]) == _ids(sources):
                self.beginRemoveRows(QModelIndex(), gone, gone)
                self._sources, self._links = sources, dict(links)
                self.endRemoveRows()
                return
        self.beginResetModel()
        self._sources, self._links = sources, dict(links)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._sources)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._sources):
            return None
        source = self._sources[index.row()]
        links = self._links.get(source.id, 0)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return source.title or source.filename or tr("Untitled article")
            case Qt.ItemDataRole.AccessibleTextRole:
                title = source.title or tr("Untitled article")
                return ", ".join(p for p in (title, meta_line(source), self._use(source, links)) if p)
            case _:
                return self._own(source, links, role)

    def _use(self, source: Source, links: int) -> str:
        return use_line(source, links, self._origins.of.get(source.id), source.id in self._superseded)

    def _own(self, source: Source, links: int, role: int) -> Any:
        if role == ID:
            return source.id
        if role == META:
            return meta_line(source)
        if role == LINKS:
            return links
        if role == READ:
            return source.read
        if role == NOTICES:
            return len(source.notices)
        if role == USE:
            return self._use(source, links)
        if role == Qt.ItemDataRole.ToolTipRole:
            return html.escape(" · ".join(filter(None, (self._whose(source), " ".join(source.note.split())))))
        return None

    def _whose(self, source: Source) -> str:
        """Return whose story an article is, and why that is thought."""
        origin = self._origins.of.get(source.id)
        if origin is None or len(origin.members) < 2:
            return source.title
        why = origin.reason(source.id)
        return tr("{title}: origin {label}").format(title=source.title, label=origin.label) + (
            f" ({why})" if why else ""
        )

    def row_of(self, source_id: str) -> int:
        """Return the row of a source, or -1."""
        return next((i for i, s in enumerate(self._sources) if s.id == source_id), -1)


def _ids(sources: tuple[Source, ...]) -> list[str]:
    return [s.id for s in sources]
