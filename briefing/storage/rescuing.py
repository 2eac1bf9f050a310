"""The rescue of a damaged brief file: all that it still holds, as a new brief, with a report of what is lost.

The damaged file is copied aside with its journal and never written to. Rows are believed by their own hashes;
texts that are lost come from the backups of the brief, by theirs.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from briefing import lookup
from briefing.errors import Damaged, StorageError, TooNew
from briefing.model import Brief
from briefing.storage import (
    backup_manifest,
    backups,
    building,
    open_checks,
    repairing,
    row_hashes,
    schema,
    sweeping,
)
from briefing.storage import disk_files as files
from briefing.storage.building import BodyOf
from briefing.storage.carving import Carved, carve
from briefing.storage.codec import Malformed, Row
from briefing.storage.file_errors import explained
from briefing.storage.keeping import shelf_of
from briefing.storage.shelf import first_of, from_files
from briefing.text import shortened
from briefing.user_folders import resolved

_KINDS = {
    "brief": "row of the brief", "section": "sections", "actor": "actors", "claim": "claims",
    "judgement": "judgements", "figure": "figures", "evidence": "quotes",
    "source": "sources", "journal": "steps of the history",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """Of one kind of row: how many were saved, and how many the file should have; -1 where it does not
    say.
    """

    kind: str
    saved: int
    stated: int

    @property
    def lost(self) -> int:
        return max(0, self.stated - self.saved)


@dataclass(frozen=True, slots=True)
class Rescue:
    """What was saved and what was not. `counts`: rows by kind, the history last.

    `cuts`: a sentence for each thing that was cut or moved because something it names is lost. `texts`:
    titles of sources whose text is lost; `files`: other bodies that are lost, in words; `quotes`: the text of
    quotes that can therefore not be checked. `from_backups`: how many texts and files came from backups.
    `doubtful`: how many rows may be older ones. `history`: whether every step is there.
    """

    path: Path
    title: str
    counts: tuple[Count, ...]
    cuts: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    from_backups: int = 0
    doubtful: int = 0
    history: bool = True

    @property
    def whole(self) -> bool:
        """Whether nothing of the brief itself is lost or doubtful; its history may be."""
        sure = not (self.cuts or self.texts or self.files or self.doubtful)
        return sure and all(c.stated >= 0 and not c.lost for c in self.counts[:-1])

    def lines(self) -> tuple[str, ...]:
        """Return the report in sentences, the outcome first."""
        return tuple(_lines(self))


def rescue(path: Path, target: Path) -> Rescue:
    """Save what the brief file at `path` still holds as a new brief at `target`, which must be free.

    Raises StorageError (no file, one that is no brief, a target that is taken), TooNew, and Damaged when not
    one row can be saved. Nothing is then written; `path` never is.
    """
    path, target = resolved(path), resolved(target)
    with explained(path):
        open_checks.check_there(path)
    taken = StorageError(f"“{target.name}” exists already.", "Choose another name.")
    if os.path.lexists(target):
        raise taken
    if not target.parent.is_dir():
        raise StorageError(f"There is no folder {target.parent}.", "Make it first, or choose another.")
    with sweeping.private_folder() as folder:
        with explained(path):
            carved = _carve(path, folder)
        _refuse(carved, path)
        with explained(target):
            try:
                return _save(carved, path, target, folder)
            except FileExistsError as error:
                raise taken from error


def _carve(path: Path, folder: Path) -> Carved:
    """Return what is in a file, read from a copy; with a hot journal, the better of before and after it is
    played.
    """
    copy = folder / "damaged.brief"
    _copy_aside(path, copy)
    plain = carve(copy.read_bytes())
    if not files.is_hot(files.journal_of(copy)) or not _play_back(copy):
        return plain
    played = carve(copy.read_bytes())
    return max((plain, played), key=_worth)


def _worth(carved: Carved) -> tuple[int, int, int]:
    return (
        sum(map(carved.whole, _tables_of(carved))),
        sum(len(carved.rows[table]) for table in building.TABLES),
        carved.whole("journal"),
    )


def _copy_aside(path: Path, copy: Path) -> None:
    try:
        files.copy_when_still(path, copy)
    except StorageError:
        shutil.copyfile(path, copy)  # stamps of a failing disk: as it is now
    for file in (copy, files.journal_of(copy)):
        if file.exists():
            file.chmod(stat.S_IRUSR | stat.S_IWUSR)


def _play_back(copy: Path) -> bool:
    """Let SQLite put the pages of a hot journal back into the copy; False where it does not."""
    try:
        with closing(open_checks.connect(copy)) as connection:
            open_checks.set_deadline(connection, copy.stat().st_size)
            connection.execute("PRAGMA schema_version").fetchone()
        return True
    except (sqlite3.Error, OSError):
        return False


def _tables_of(carved: Carved) -> tuple[str, ...]:
    """Return the tables that a file of its version has."""
    return tuple(table for table in building.TABLES if table in schema.columns(carved.version))


def _refuse(carved: Carved, path: Path) -> None:
    data = carved.pages.data
    stated = int.from_bytes(data[60:64], "big")
    complete = all(carved.whole(table) for table in _tables_of(carved))
    if data.startswith(open_checks.MAGIC) and schema.version() < stated < 1000 and not complete:
        raise TooNew(
            f"“{path.name}” was written by a newer Briefing Desk (file version {stated}).",
            "Install the newer version, which can save more of it.",
        )
    if not any(carved.rows[table] for table in building.TABLES):
        raise Damaged(
            f"No part of a brief can be read in “{path.name}”.",
            "Restore one of its backups, if there are any.",
        )


def _save(carved: Carved, path: Path, target: Path, folder: Path) -> Rescue:
    here = carved.body_of
    ident = str(carved.rows["brief"][0][0]) if carved.rows["brief"] else ""
    elsewhere = _backups(path, ident)
    body_of = first_of(here, elsewhere)
    mended = repairing.mend(_current_rows(carved, folder))
    brief = mended.brief
    named = building.named_bodies(brief)
    shas = (*named, *(sha for sha in carved.places if sha not in named))
    journal: list[Row] = carved.rows["journal"]
    with files.temporary_beside(target) as new:
        missing = building.write(new, building.rows_of(brief), shas, body_of, journal=journal)
        building.verify_as(new, target, brief)
        files.publish(new, target, replace=False)
    borrowed = sum(sha not in missing and here(sha) is None for sha in named)
    lost = {sha: words for sha, words in named.items() if sha in missing}
    return _report(carved, brief, target, mended.cuts, lost, borrowed)


def _backups(path: Path, ident: str) -> BodyOf:
    known = backups.backups_of(path, ident)
    idents = dict.fromkeys([ident, *_idents(b.path for b in known)])
    shelves = [shelf_of(one).get for one in idents if one]
    return first_of(*shelves, from_files(b.path for b in known if b.path.suffix != backup_manifest.SUFFIX))


def _idents(paths: Iterator[Path]) -> Iterator[str]:
    folders: set[Path] = set()
    for path in paths:
        if path.suffix == backup_manifest.SUFFIX and path.parent not in folders:
            folders.add(path.parent)
            try:
                yield backup_manifest.read_head(path).ident
            except (Malformed, OSError):
                continue


def _current_rows(carved: Carved, folder: Path) -> Mapping[str, Sequence[Row]]:
    """Return the rows as this version has them: those of an older file go through the migrations."""
    if carved.version == schema.version():
        return {table: carved.rows[table] for table in building.TABLES}
    old = folder / "older.brief"
    building.write(old, carved.rows, (), carved.body_of, version=carved.version)
    with closing(open_checks.connect(old)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        schema.apply(connection, carved.version)
        row_hashes.reseal(connection)
        connection.execute("COMMIT")
        rows, _ = open_checks.check_rows(connection)
    return {table: rows[table] for table in building.TABLES}


def _report(
    carved: Carved,
    brief: Brief,
    target: Path,
    cuts: tuple[str, ...],
    missing: Mapping[str, str],
    borrowed: int,
) -> Rescue:
    def count(table: str) -> Count:
        stated = carved.stated.get(table)
        return Count(_KINDS[table], len(carved.rows[table]), stated.rows if stated else -1)

    titles = [s.title or s.filename or s.id for s in brief.sources if s.text_sha in missing]
    texts = {source.text_sha for source in brief.sources}
    files_lost = [words for sha, words in missing.items() if sha not in texts]
    quotes = [e.quote.exact for _, e in lookup.evidence(brief) if e.quote.text_sha in missing]
    return Rescue(
        target,
        brief.title,
        tuple(map(count, (*reversed(_tables_of(carved)), "journal"))),
        cuts,
        tuple(titles),
        tuple(files_lost),
        tuple(quotes),
        borrowed,
        len(carved.uncertain),
        carved.whole("journal"),
    )


def _lines(rescue: Rescue) -> Iterator[str]:
    if rescue.whole:
        yield "Everything of the brief is saved."
    else:
        yield (
            "Not everything could be saved. What is here is as it was written; these lines say what "
            "is missing."
        )
    for count in rescue.counts:
        if count.lost and count.kind != _KINDS["brief"]:  # of that row the cuts say more
            yield f"Lost: {count.lost} of {count.stated} {count.kind}."
        if count.stated < 0:
            yield f"Saved: {count.saved} {count.kind}; the file does not say how many there were."
    yield from rescue.cuts
    for title in rescue.texts:
        yield f"The text of “{title}” is lost; add the article again to have its quotes checked."
    yield from (f"Lost: {words}." for words in rescue.files)
    if rescue.quotes:
        yield f"{_counted(len(rescue.quotes), 'quote')} can no longer be checked:"
        yield from (f"  “{shortened(words, 90)}”" for words in rescue.quotes)
    if rescue.doubtful:
        yield f"{_counted(rescue.doubtful, 'row')} may be older than the last state: compare them."
    if rescue.from_backups:
        yield f"{_counted(rescue.from_backups, 'text or file', 'texts and files')} came from the backups."
    if not rescue.history and not rescue.counts[-1].lost and rescue.counts[-1].stated >= 0:
        yield "The history of steps is not complete."


def _counted(number: int, one: str, several: str = "") -> str:
    return f"{number:,} {one if number == 1 else several or one + 's'}"
