"""Making a backup: bodies that are new go beside the ladder, then the rows get their name on it.

One folder a brief, named after its id: `texts/` with every body once, and a ladder for each place the brief
was edited at. All writing happens under a lock, in an order that a kill cannot spoil: bodies before the
backup that names them, nothing given up before the newest backup was read back whole, and bodies deleted
last, when no backup names them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from briefing.storage import backup_manifest, backups, building, disk_files
from briefing.storage.backup_manifest import BackupHead, BackupManifest
from briefing.storage.backups import Backup
from briefing.storage.brief_contents import Whole
from briefing.storage.codec import Malformed
from briefing.storage.file_errors import explained
from briefing.storage.shelf import Shelf, locked
from briefing.user_folders import brief_backups_dir, place_key

CHAPTER = 256  # steps of the history that are kept together; a full chapter never changes


@dataclass(frozen=True, slots=True)
class Made:
    """`path`: the new backup, None when the newest holds this state. `missing`: bodies that are nowhere to be
    had.
    """

    path: Path | None = None
    missing: frozenset[str] = frozenset()


def shelf_of(ident: str) -> Shelf:
    """Return the bodies beside the ladders of a brief."""
    return Shelf(brief_backups_dir(ident) / backups.TEXTS)


def back_up(whole: Whole, now: float, *, min_age: float = 0.0, thin: bool = True) -> Made:
    """Write a backup, and with `thin` give up what the ladder does not keep.

    Nothing is written when the newest backup holds this state or is younger than `min_age` seconds. Without
    `thin` bodies that are there already are not read again, so it takes no longer for a large brief. Raises
    StorageError, which speaks of the folder of the backups.
    """
    have = backups.ladder_of(whole.path, whole.ident)
    if have and 0 <= now - have[0].at < min_age:
        return Made()
    folder = brief_backups_dir(whole.ident)
    with explained(folder), locked(folder):
        _clear(folder)
        made = _make(whole, now, shelf_of(whole.ident), backups.ladder_of(whole.path, whole.ident))
        if thin:
            made = replace(made, missing=made.missing | _thin(whole, now, shelf_of(whole.ident)))
        return made


def _clear(folder: Path) -> None:
    """Delete what a killed process left: whoever writes here holds the lock."""
    for left in folder.glob("*/.~*.tmp"):
        left.unlink(missing_ok=True)


def _stands(newest: BackupManifest, shelf: Shelf, missing: frozenset[str]) -> bool:
    """Return whether a backup lacks these bodies and no others, and all that it names are on the shelf."""
    return set(newest.head.missing) == missing and all(map(shelf.has, newest.names()))


def _make(whole: Whole, now: float, shelf: Shelf, have: tuple[Backup, ...]) -> Made:
    newest = _names(have[0]) if have else None
    same = bool(have) and have[0].mark == whole.mark
    if same and (newest is None or _stands(newest, shelf, frozenset())):
        return Made()
    bodies = whole.bodies()
    missing = shelf.put((sha for sha in bodies if not shelf.has(sha)), whole.body_of)
    lost = missing & whole.named.keys()
    if same and newest is not None and _stands(newest, shelf, lost):
        return Made(None, lost)
    chapters = tuple(_chapters(whole, shelf, dict(newest.chapters) if newest else {}))
    head = BackupHead(
        whole.version,
        whole.ident,
        backup_manifest.shown(whole.path),
        whole.title,
        tuple(sorted(lost)),
        shelf.size(bodies),
    )
    made = BackupManifest(head, whole.rows, tuple(sha for sha in bodies if sha not in missing), chapters)
    return Made(_write(made, whole, now), lost)


def _names(backup: Backup) -> BackupManifest | None:
    """Return the names of a backup; None of one of an earlier version, which holds all itself, and of a bad
    one.
    """
    try:
        return (
            backup_manifest.read_names(backup.path) if backup.path.suffix == backup_manifest.SUFFIX else None
        )
    except Malformed:
        return BackupManifest(BackupHead(0, "", "", "", ("unreadable",)), {}, ())


def _write(made: BackupManifest, whole: Whole, now: float) -> Path:
    ladder = brief_backups_dir(whole.ident) / place_key(whole.path)
    ladder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = ladder / backups.name_of(now, whole.mark)
    with disk_files.temporary_beside(target) as new:
        new.write_bytes(backup_manifest.dump(made))
        if backup_manifest.load(new) != replace(
            made, rows={t: [tuple(r) for r in made.rows[t]] for t in made.rows}
        ):
            raise Malformed("the backup does not hold what it was made of")
        disk_files.publish(new, target, replace=True)
    return target


def _chapters(whole: Whole, shelf: Shelf, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Keep the history; yield what stands for each chapter, and its hash. What cannot be read is left out."""
    journal = whole.journal
    for first in range(1, journal.last + 1, CHAPTER):
        part = journal.fingerprint(first, first + CHAPTER - 1)
        if part and shelf.has(known.get(part, "")):
            yield part, known[part]
            continue
        data = building.pack_journal(journal.rows(first, first + CHAPTER - 1))
        sha = sha256(data).hexdigest()
        if not shelf.has(sha):
            shelf.put([sha], {sha: data}.get)
        yield part, sha


def _thin(whole: Whole, now: float, shelf: Shelf) -> frozenset[str]:
    """Give up what the ladder does not keep, once the newest backup was read whole; return bodies that are
    lost.
    """
    have = backups.ladder_of(whole.path, whole.ident)
    gone = backups.superfluous(have, now)
    if gone:
        lost = _unsound(have[0], whole, shelf)
        if lost:
            return lost
        for old in gone:
            old.path.unlink(missing_ok=True)
    _drop_unnamed(whole.ident, shelf)
    return frozenset()


def _unsound(newest: Backup, whole: Whole, shelf: Shelf) -> frozenset[str]:
    """Read the newest backup with all its bodies; write those again that went bad; return those that are
    lost.
    """
    if newest.path.suffix != backup_manifest.SUFFIX:
        building.verify(newest.path, newest.path)
        return frozenset()
    bad = [sha for sha in backup_manifest.load(newest.path).names() if shelf.get(sha) is None]
    shelf.drop(bad)
    return shelf.put(bad, whole.body_of)


def _drop_unnamed(ident: str, shelf: Shelf) -> None:
    loose = set(shelf.names())
    ladders = [f for f in brief_backups_dir(ident).iterdir() if f.is_dir() and f.name != backups.TEXTS]
    everything = (b for ladder in ladders for b in ladder.glob(f"*{backup_manifest.SUFFIX}"))
    for backup in sorted(everything, key=lambda b: b.name, reverse=True):
        if not loose:
            return
        try:
            loose -= backup_manifest.read_names(backup).names()
        except Malformed:
            return  # what it names is not known: nothing is deleted
    shelf.drop(loose)
