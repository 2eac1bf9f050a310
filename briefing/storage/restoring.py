"""Putting a backup in the place of a brief that is damaged or lost."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from briefing.errors import StorageError
from briefing.places import resolved
from briefing.storage import copies, files, gate
from briefing.storage.faults import explained


def restore(backup: Path, target: Path) -> Path | None:
    """Put a copy of `backup`, read in full first, at `target`; return where the old file was kept.

    Returns None when there was no old file. Raises StorageError (Locked when the brief is open
    somewhere, Damaged when the backup itself fails); `target` is then as it was.
    """
    target = resolved(target)
    with explained(backup):
        gate.check_there(backup)
        if not target.parent.is_dir():
            raise StorageError(f"There is no folder {target.parent}.", "Make it first, or choose another.")
        with files.temporary_beside(target) as new:
            files.copy_file(backup, new)
            copies.verify(new, backup)
            with explained(target):
                gate.refuse_if_open(target)
                kept = _keep_aside(target)
                files.publish(new, target, replace=True)
                return kept


def _keep_aside(target: Path) -> Path | None:
    """Give the old file, and a journal a crash left, a second name; `target` still names it."""
    if not target.exists():
        return None
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    aside = files.free_name(target.with_name(f"{target.stem} (damaged {stamp}){target.suffix}"))
    try:
        os.link(target, aside)
    except OSError:
        files.copy_file(target, aside)
    journal = files.journal_of(target)
    if journal.exists():
        journal.replace(files.journal_of(aside))
    return aside
