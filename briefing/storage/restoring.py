"""Putting a backup in the place of a brief that is damaged or lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from briefing.errors import StorageError
from briefing.storage import backup_manifest, backups, building, disk_files, open_checks, schema
from briefing.storage.file_errors import explained
from briefing.storage.keeping import shelf_of
from briefing.storage.shelf import Shelf, first_of, from_files
from briefing.user_folders import resolved


def restore(backup: Path, target: Path) -> Path | None:
    """Put a copy of `backup`, read in full first, at `target`; return where the old file was kept.

    Returns None when there was no old file. Raises StorageError (Locked when the brief is open
    somewhere, Damaged when the backup itself fails); `target` is then as it was. Texts that even the backup
    has not are those of `missing_in`.
    """
    target = resolved(target)
    with explained(backup):
        open_checks.check_there(backup)
        if not target.parent.is_dir():
            raise StorageError(f"There is no folder {target.parent}.", "Make it first, or choose another.")
        with disk_files.temporary_beside(target) as new:
            rebuild(backup, new)
            with explained(target):
                open_checks.refuse_if_open(target)
                kept = _keep_aside(target)
                disk_files.publish(new, target, replace=True)
                return kept


def rebuild(backup: Path, new: Path) -> frozenset[str]:
    """Make a whole brief file of a backup of either form at the free name `new`, and read it in full.

    Returns the hashes of bodies that are nowhere to be had. Raises Malformed, sqlite3.Error, OSError,
    StorageError.
    """
    if not backup_manifest.is_backup(backup):
        disk_files.copy_file(backup, new)
        building.verify(new, backup)
        return frozenset()
    made = backup_manifest.load(backup)
    body_of = first_of(_beside(backup).get, shelf_of(made.head.ident).get, from_files(_whole_ones(made.head)))

    def journal() -> Iterator[tuple[object, ...]]:
        for _, sha in made.chapters:
            data = body_of(sha)
            if data is not None:
                yield from building.unpack_journal(data)

    shas = (*made.bodies, *made.head.missing)
    missing = building.write(new, made.rows, shas, body_of, version=made.head.version, journal=journal())
    building.verify(new, backup)
    return missing


def missing_in(backup: Path) -> tuple[str, ...]:
    """Return in words the texts and files that a backup cannot give. Raises StorageError."""
    with explained(backup):
        if not backup_manifest.is_backup(backup):
            return ()
        made = backup_manifest.load(backup)
        has = (_beside(backup), shelf_of(made.head.ident))
        lost = {sha for sha in (*made.bodies, *made.head.missing) if not any(shelf.has(sha) for shelf in has)}
        titles = _titles(made)
        return tuple(titles[sha] for sha in titles if sha in lost)


def _titles(made: backup_manifest.BackupManifest) -> dict[str, str]:
    """Return what each body is, by the columns of the source rows of any version."""
    names = schema.columns(made.head.version)["source"]
    titles: dict[str, str] = {}
    for row in made.rows["source"]:
        values = dict(zip(names, row, strict=True))
        title = values["title"] or values["filename"] or values["id"]
        titles.setdefault(str(values["text_sha"]), f"the text of “{title}”")
        titles.setdefault(str(values["original_sha"]), f"the original file of “{title}”")
    names = schema.columns(made.head.version).get("figure", ())
    for row in made.rows["figure"]:
        values = dict(zip(names, row, strict=True))
        titles.setdefault(str(values["picture_sha"]), f"the picture of “{values['text'] or values['id']}”")
    titles.pop("", None)
    return titles


def _beside(backup: Path) -> Shelf:
    return Shelf(backup.parent.parent / backups.TEXTS)


def _whole_ones(head: backup_manifest.BackupHead) -> Iterator[Path]:
    """Yield the backups of earlier versions, which hold all themselves, of the place a backup was made at."""
    return (
        b.path
        for b in backups.ladder_of(Path(head.place), head.ident)
        if b.path.suffix != backup_manifest.SUFFIX
    )


def _keep_aside(target: Path) -> Path | None:
    """Give the old file, and a journal a crash left, a second name; `target` still names it."""
    if not target.exists():
        return None
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    aside = disk_files.free_name(target.with_name(f"{target.stem} (damaged {stamp}){target.suffix}"))
    try:
        os.link(target, aside)
    except OSError:
        disk_files.copy_file(target, aside)
    journal = disk_files.journal_of(target)
    if journal.exists():
        journal.replace(disk_files.journal_of(aside))
    return aside
