"""Copies of an open brief: built from memory, read back in full, then given their name."""

from __future__ import annotations

from pathlib import Path

from briefing.storage import building, disk_files, sharing, sweeping
from briefing.storage.brief_contents import Whole
from briefing.storage.sharing import ShareChoice


def write_copy(whole: Whole, target: Path) -> tuple[str, ...]:
    """Put a copy with history at `target`, replacing what is there; return in words what could not be found.

    Raises StorageError, Malformed, sqlite3.Error, OSError; `target` is then as it was.
    """
    with disk_files.temporary_beside(target) as new:
        missing = building.write(
            new,
            whole.rows,
            whole.bodies(),
            whole.body_of,
            version=whole.version,
            journal=whole.journal.rows(),
        )
        _verify(new, target, whole)
        disk_files.publish(new, target, replace=True)
    return tuple(words for sha, words in whole.named.items() if sha in missing)


def _verify(new: Path, target: Path, whole: Whole) -> None:
    if whole.brief is not None:
        building.verify_as(new, target, whole.brief)
    else:
        building.verify(new, target)


def share(whole: Whole, target: Path, choice: ShareChoice) -> tuple[str, ...]:
    """Put a copy to share at `target` as `write_copy` does, without history and without what was not asked
    for.

    It is built where nobody else can look; of all that is written in the folder of `target`, every byte is
    one of the finished copy.
    """
    assert whole.brief is not None
    brief = sharing.shared(whole.brief, choice)
    named = building.named_bodies(brief)
    with sweeping.private_folder() as folder:
        made = folder / "shared.brief"
        missing = building.write(made, building.rows_of(brief), named, whole.body_of)
        building.verify_as(made, target, brief)
        with disk_files.temporary_beside(target) as new:
            disk_files.copy_file(made, new)
            disk_files.publish(new, target, replace=True)
    return tuple(words for sha, words in named.items() if sha in missing)
