"""The index of words over all articles: SQLite's FTS5, in memory or in a cache file, never in the brief.

It is given folded words parted by spaces and keeps no text ("contentless"). Rows of articles that are gone
cannot be taken out of such a table; they are passed over until there are too many, then all is built again.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from threading import RLock
from typing import TypeVar

from briefing.finder.article_cache import UNREADABLE, ArticleCache, FoldedArticle, TextOf
from briefing.finder.cache import FILE_NAME, LONGEST_HELD, discard, in_memory, opened
from briefing.finder.filters import NO_FILTERS, Filters
from briefing.language.fold import words
from briefing.model import Source

_BATCH = 300
RAREST = 6
BUDGET = 30_000  # articles
# A begun word is asked for as the words it may become, while these are few: the joined list of all is slow to
# make.
MOST_BEGUN = 24
TITLE_WEIGHT = 5.0
# Where more articles meet what is typed, those added last are ranked, and as many each of the others that
# meet it in the title or have the words close together.
MOST_RANKED = 1_000
NEAR_BONUS, OTHER_SCORE = 0.5, 0.75
_COUNT = "INSERT INTO word VALUES (?, ?) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles"

Key = tuple[str, str]
Scored = tuple[tuple[str, ...], float]
Result = TypeVar("Result")


class Index:
    """Which article holds which words. Any thread may call; calls wait for one another."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the index in memory, or as a cache file in `folder`, which is made when it is not there.

        A cache that is damaged or of another version is built again; one that cannot be had (another window
        holds it, the folder is read-only) leaves the index in memory. Raises nothing for any of these.
        """
        self._path = folder / FILE_NAME if folder else None
        self._lock = RLock()
        self._sources: dict[int, list[str]] = {}
        self._given: tuple[Sequence[Source], TextOf] | None = None
        self._articles = ArticleCache()
        self._sifted: tuple[Sequence[Source], Filters, frozenset[str], Mapping[str, Source]] | None = None
        self._db = self._opened()

    def update(
        self,
        sources: Sequence[Source],
        text_of: TextOf,
        *,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> None:
        """Bring the index to these sources: new texts and changed titles in, what is gone out.

        `text_of` returns a text by its SHA-256; a text that is not there (NotFound) or Damaged is left out,
        to be tried again at the next update. Stops between batches when `cancelled`; `progress` gets done,
        total, title.
        """
        self._given = (sources, text_of)
        try:
            self._update(sources, text_of, cancelled, progress)
        except sqlite3.ProgrammingError:
            raise  # it is closed
        except sqlite3.DatabaseError:
            self._again(cancelled, progress)

    def _update(
        self,
        sources: Sequence[Source],
        text_of: TextOf,
        cancelled: Callable[[], bool] | None,
        progress: Callable[[int, int, str], None] | None,
    ) -> None:
        wanted: dict[Key, list[str]] = {}
        for source in sources:
            wanted.setdefault(_key(source), []).append(source.id)
        known = self._narrowed_to(wanted)
        new = [key for key in wanted if key not in known]
        for at in range(0, len(new), _BATCH):
            if cancelled and cancelled():
                return
            batch = new[at : at + _BATCH]
            if progress:
                progress(at, len(new), batch[0][1].partition("\n")[0])
            with self._lock, self._db:
                self._add(batch, wanted, text_of)
        if progress and new:
            progress(len(new), len(new), "")

    def _narrowed_to(self, wanted: dict[Key, list[str]]) -> dict[Key, int]:
        """Take out the articles that are not wanted any more; return the rows of the others that are
        there.
        """
        with self._lock:
            known = self._known()
            gone = [row for key, row in known.items() if key not in wanted]
            if self._crowded(len(wanted), gone):
                self._start_over()
                known, gone = self._known(), []
            with self._db:
                self._db.executemany("DELETE FROM article WHERE id = ?", ((row,) for row in gone))
            self._sources = {known[key]: ids for key, ids in wanted.items() if key in known}
            return known

    def _known(self) -> dict[Key, int]:
        return {(sha, head): row for row, sha, head in self._db.execute("SELECT id, sha, head FROM article")}

    def _crowded(self, wanted: int, gone: list[int]) -> bool:
        """Return whether rows of articles that are gone would outnumber the others."""
        (rows,) = self._db.execute("SELECT coalesce(max(id), 0) FROM held_docsize").fetchone()
        (live,) = self._db.execute("SELECT count(*) FROM article").fetchone()
        return bool(rows - live + len(gone) > max(wanted, _BATCH))

    def _add(self, batch: Sequence[Key], wanted: dict[Key, list[str]], text_of: TextOf) -> None:
        counts: Counter[str] = Counter()
        (row,) = self._db.execute("SELECT coalesce(max(id), 0) FROM held_docsize").fetchone()
        for key in batch:
            sha, head = key
            try:
                body = words(text_of(sha)) if sha else ()
            except UNREADABLE:
                continue
            row += 1
            titled = words(head)
            self._db.execute("INSERT INTO article VALUES (?, ?, ?)", (row, sha, head))
            self._db.execute(
                "INSERT INTO held (rowid, head, body) VALUES (?, ?, ?)",
                (row, " ".join(titled), " ".join(body)),
            )
            counts.update({*titled, *body})
            self._sources[row] = wanted[key]
        self._db.executemany(_COUNT, sorted(counts.items()))

    def ranked(
        self,
        wanted: str,
        unwanted: str = "",
        *,
        near: str = "",
        keeps: Callable[[str], bool] = bool,
        most: int = MOST_RANKED,
    ) -> list[Scored]:
        """Return the ids of the sources that meet `wanted` and not `unwanted`, with a score, best (highest)
        first.

        All are FTS5 expressions ("" asks nothing); scores are 0 to 1, and half as much again for what meets
        `near` too. Only ids that `keeps` says yes to. Sources of one text and one title stand together.
        """
        return self._asked(lambda: self._ranked(wanted, unwanted, near, keeps, most))

    def _ranked(
        self, wanted: str, unwanted: str, near: str, keeps: Callable[[str], bool], most: int
    ) -> list[Scored]:
        without = f" NOT ({unwanted})" if unwanted else ""
        found = self._scored(f"({wanted}){without}", keeps, most)
        full, oldest = len(found) == most, min(found, default=0)
        in_title: dict[int, Scored] = {}
        if full:
            titled = (row for row in self._rows(f"head : ({wanted}){without}") if row not in found)
            in_title = {row: (ids, 1.0) for row, ids in islice(self._kept(titled, keeps), most)}
            found |= in_title
        close: set[int] = set()
        if near:
            close.update(
                self._close(f"({near}){without}", found, oldest, most if full else 0, keeps), in_title
            )
        ranked = [(ids, score + (row in close) * NEAR_BONUS) for row, (ids, score) in found.items()]
        return sorted(ranked, key=lambda pair: -pair[1])

    def _close(
        self, near: str, found: dict[int, Scored], oldest: int, most: int, keeps: Callable[[str], bool]
    ) -> set[int]:
        """Return the rows that meet `near`, down to `oldest`, and put at most so many new ones in `found`."""
        close: set[int] = set()
        for row in self._rows(near):
            close.add(row)
            if row not in found and most and (ids := tuple(filter(keeps, self._sources.get(row, ())))):
                found[row] = ids, OTHER_SCORE
                most -= 1
            if not most and row < oldest:
                break
        return close

    def _scored(self, expression: str, keeps: Callable[[str], bool], most: int) -> dict[int, Scored]:
        """Return the rows added last that meet an expression, at most so many; the best has the score 1."""
        sql = (
            f"SELECT rowid, bm25(held, {TITLE_WEIGHT}, 1.0) FROM held WHERE held MATCH ? ORDER BY rowid DESC"
        )
        found: dict[int, Scored] = {}
        with closing(self._db.execute(sql, (expression,))) as rows:
            for row, rank in rows:
                if ids := tuple(filter(keeps, self._sources.get(row, ()))):
                    found[row] = ids, -rank
                    if len(found) == most:
                        break
        highest = max((score for _, score in found.values()), default=0.0) or 1.0
        return {row: (ids, score / highest) for row, (ids, score) in found.items()}

    def _kept(
        self, rows: Iterable[int], keeps: Callable[[str], bool]
    ) -> Iterator[tuple[int, tuple[str, ...]]]:
        for row in rows:
            if ids := tuple(filter(keeps, self._sources.get(row, ()))):
                yield row, ids

    def _rows(self, expression: str) -> Iterator[int]:
        sql = "SELECT rowid FROM held WHERE held MATCH ? ORDER BY rowid DESC"
        with closing(self._db.execute(sql, (expression,))) as rows:
            for (row,) in rows:
                yield row

    def begun(self, start: str, most: int = MOST_BEGUN) -> tuple[str, ...]:
        """Return the words that begin so; none where there are more than `most`, or for a start the index
        holds.
        """
        if len(start) <= LONGEST_HELD:
            return ()
        sql = "SELECT word FROM word WHERE word >= ? AND word < ? LIMIT ?"
        found = self._asked(
            lambda: self._db.execute(sql, (start, start + chr(0x10FFFF), most + 1)).fetchall()
        )
        return tuple(word for (word,) in found) if len(found) <= most else ()

    def holding(self, expression: str) -> frozenset[str]:
        """Return the ids of all sources that meet an FTS5 expression."""
        return self._asked(
            lambda: frozenset(ident for row in self._rows(expression) for ident in self._sources.get(row, ()))
        )

    def candidates(self, words: Sequence[str], limit: int = 20) -> tuple[str, ...]:
        """Return the SHA-256 of the texts that hold the rarest of these words (any of them), best first.

        Only the six rarest that occur at all are asked for, and of these no more than 30,000 articles hold
        between them: the common ones cost time and say little.
        """
        return self._asked(lambda: self._candidates(words, limit))

    def _candidates(self, typed: Sequence[str], limit: int) -> tuple[str, ...]:
        counted: list[tuple[int, str]] = []
        for word in dict.fromkeys(words(" ".join(typed))):
            row = self._db.execute("SELECT articles FROM word WHERE word = ?", (word,)).fetchone()
            counted += [(row[0], word)] if row else []
        if not counted:
            return ()
        expression = " OR ".join(f'"{word}"' for word in _affordable(sorted(counted)[:RAREST]))
        found = self._db.execute(
            "SELECT sha FROM held JOIN article ON article.id = held.rowid WHERE held MATCH ? AND sha != ''"
            f" ORDER BY bm25(held, {TITLE_WEIGHT}, 1.0)",
            (expression,),
        )
        shas: dict[str, None] = {}
        for (sha,) in found:
            shas[sha] = None
            if len(shas) == limit:
                break
        return tuple(shas)

    def sifted(
        self, sources: Sequence[Source], filters: Filters, used: frozenset[str]
    ) -> Mapping[str, Source]:
        """Return the sources that fit, by id in their order; kept until one of the three is another."""
        held = self._sifted
        if held and held[0] is sources and held[1:3] == (filters, used):
            return held[3]
        fits = filters.keeper(used)
        by_id = {
            source.id: source for source in (sources if filters == NO_FILTERS else filter(fits, sources))
        }
        if isinstance(sources, tuple):  # a list might change under our hands
            self._sifted = sources, filters, used, by_id
        return by_id

    def read(self, text_sha: str, text_of: TextOf) -> FoldedArticle:
        """Return an article with its folded text, "" for one that is not there; the last ones are kept."""
        return self._articles.read(text_sha, text_of)

    def close(self) -> None:
        """Let go of the cache file; the index answers no more."""
        with self._lock:
            self._db.close()

    def _asked(self, ask: Callable[[], Result]) -> Result:
        with self._lock:
            try:
                return ask()
            except sqlite3.ProgrammingError:
                raise  # it is closed
            except sqlite3.DatabaseError:
                self._again()
                return ask()

    def _again(
        self,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> None:
        """Build everything again from what the last update was given; in memory, where a new file fails
        too.
        """
        given = self._given or ((), str)
        try:
            self._start_over()
            self._update(*given, cancelled, progress)
        except sqlite3.DatabaseError:
            if not self._path:
                raise
            self._let_go()
            self._update(*given, cancelled, progress)

    def _start_over(self) -> None:
        with self._lock:
            self._db.close()
            if self._path:
                discard(self._path)
            self._sources = {}
            self._db = self._opened()

    def _let_go(self) -> None:
        with self._lock:
            self._db.close()
            if self._path:
                discard(self._path)
            self._path, self._sources, self._db = None, {}, in_memory()

    def _opened(self) -> sqlite3.Connection:
        db = opened(self._path) if self._path else None
        if db is None:
            self._path = None
        return db or in_memory()


def _affordable(rarest: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Yield words, rarest first, two at least, while the articles that hold them are not too many."""
    total = 0
    for number, (articles, word) in enumerate(rarest):
        total += articles
        if total > BUDGET and number > 1:
            return
        yield word


def _key(source: Source) -> Key:
    head = f"{source.title}\n{source.publisher}"
    return source.text_sha, head.encode(errors="replace").decode()
