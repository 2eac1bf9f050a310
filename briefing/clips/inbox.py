"""The inbox: clipped pages that wait in the user's data until a brief takes them, each a file of its own.

A file's name is the moment and the SHA-256 of what is in it, so the same page clipped twice at one moment is
one file, and a damaged one is recognised. A file appears whole or not at all.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing import user_folders
from briefing.clips.message import Clip, from_bytes, to_bytes
from briefing.errors import BadInput, StorageError
from briefing.model import LARGEST_FILE
from briefing.outside import reader
from briefing.text import sha256

SUFFIX = ".clip"
MOST_WAITING = 500  # pages
MOST_BYTES = 1 << 30  # of all pages that wait
_LARGEST = LARGEST_FILE + (1 << 20)  # bytes: a page and its head
_UNFINISHED = ".part"
_ABANDONED = 3600.0  # seconds after which no host still writes a file
_NAME = re.compile(r"(\d{8}T\d{6})-([0-9a-f]{64})" + re.escape(SUFFIX))
_MAKE_ROOM = "Add the waiting pages to a brief, or remove them, and clip this one again."


@dataclass(frozen=True, slots=True)
class WaitingClip:
    """A page that waits: its file, the SHA-256 that its name promises, and its size in bytes."""

    path: Path
    sha: str
    size: int


def folder() -> Path:
    """Return the folder of the inbox; it may not exist yet."""
    return user_folders.data_dir() / "clips"


def keep(clip: Clip) -> WaitingClip:
    """Put a page into the inbox; it is on the disk when this returns.

    Raises BadInput when the inbox is full, StorageError when the disk refuses.
    """
    data = to_bytes(clip)
    here = waiting()
    if len(here) >= MOST_WAITING or sum(one.size for one in here) + len(data) > MOST_BYTES:
        raise BadInput(f"{len(here)} clipped pages wait already.", _MAKE_ROOM)
    moment = re.sub(r"[-:]", "", clip.at)[:15].ljust(15, "0")
    sha = sha256(data)
    target = folder() / f"{moment}-{sha}{SUFFIX}"
    try:
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(target, data)
    except OSError as error:
        raise _unkept(error) from error
    return WaitingClip(target, sha, len(data))


def waiting() -> tuple[WaitingClip, ...]:
    """Return the pages that wait, oldest first. Only names and sizes are looked at. Raises StorageError."""
    return tuple(sorted(_found(), key=lambda one: one.path.name))


def take(one: WaitingClip) -> Clip:
    """Return the page of a file of the inbox. Raises BadInput for one that was damaged or is gone."""
    try:
        data = reader.read(one.path, _LARGEST)
    except (OSError, ValueError) as error:
        raise BadInput(
            "A clipped page could not be read.", "Clip it again, or remove it from the inbox."
        ) from error
    if sha256(data) != one.sha:
        raise BadInput(
            "A clipped page was changed since it was clipped.", "Remove it from the inbox, and clip it again."
        )
    return from_bytes(data)


def remove(one: WaitingClip) -> None:
    """Take a page out of the inbox; one that is gone already is no error. Raises StorageError."""
    try:
        one.path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            f"A clipped page could not be removed ({error.strerror}).", "Close what has it open."
        ) from error


def _found() -> Iterator[WaitingClip]:
    try:
        with os.scandir(folder()) as entries:
            for entry in entries:
                named = _NAME.fullmatch(entry.name)
                if named and entry.is_file(follow_symlinks=False):
                    with contextlib.suppress(FileNotFoundError):  # another window took it just now
                        yield WaitingClip(Path(entry.path), named[2], entry.stat().st_size)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _unkept(error) from error


def _unkept(error: OSError) -> StorageError:
    return StorageError(
        f"Clipped pages could not be kept ({error.strerror or error}).",
        f"Check the folder {folder()} and its free space.",
    )


def _write(target: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all; what a killed host left behind goes first."""
    for left in folder().glob(f".*{_UNFINISHED}"):
        if time.time() - left.stat().st_mtime > _ABANDONED:
            left.unlink(missing_ok=True)
    part = target.with_name(f".{secrets.token_hex(8)}{_UNFINISHED}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
