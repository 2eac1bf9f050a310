"""The form of one backup: all rows of a brief, packed, and the hashes of its bodies, which lie beside the
ladder.

A first line names the form, a second holds a small record as JSON; then the hashes, the rows, and a SHA-256
of all that. So names are read without the rows, and a backup is whole or seen not to be.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefing.storage import disk_files, schema
from briefing.storage.building import TABLES
from briefing.storage.codec import Malformed, Row

SUFFIX = ".backup"
MAGIC = b"Briefing Desk backup 1\n"
_MOST = 1024 * 1024 * 1024  # bytes after unpacking: no brief has rows of a gigabyte


@dataclass(frozen=True, slots=True)
class BackupHead:
    """What a backup says of itself: of which file it is and what is not in it.

    `version`: of the brief file. `place`: the file's path when it was made. `missing`: hashes of bodies that
    were nowhere to be had. `size`: bytes of rows and bodies together.
    """

    version: int
    ident: str
    place: str
    title: str
    missing: tuple[str, ...] = ()
    size: int = 0


@dataclass(frozen=True, slots=True)
class BackupManifest:
    """One backup. `bodies`: hashes; `chapters`: the history in parts, each by what is in it and by its
    hash.
    """

    head: BackupHead
    rows: Mapping[str, Sequence[Row]]
    bodies: tuple[str, ...]
    chapters: tuple[tuple[str, str], ...] = ()

    def names(self) -> frozenset[str]:
        """Return the hashes of all that lies beside the ladder for it."""
        return frozenset(self.bodies) | frozenset(sha for _, sha in self.chapters)


def dump(manifest: BackupManifest) -> bytes:
    """Return a backup as bytes."""
    names = zlib.compress(_json({"bodies": manifest.bodies, "chapters": manifest.chapters}), 1)
    rows = zlib.compress(_json({table: list(manifest.rows[table]) for table in TABLES}), 2)
    head = _json({**asdict(manifest.head), "lengths": (len(names), len(rows))})
    whole = b"".join((MAGIC, head, b"\n", names, rows))
    return whole + sha256(whole).hexdigest().encode()


def load(path: Path) -> BackupManifest:
    """Return the backup in a file. Raises Malformed when it is not whole, OSError."""
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        raise Malformed("it is not a backup of this program")
    if sha256(data[:-64]).hexdigest().encode() != data[-64:]:
        raise Malformed("it is not as it was written")
    head, lengths, at = _head(data)
    names = _unpacked(data[at : at + lengths[0]])
    rows = _unpacked(data[at + lengths[0] : at + lengths[0] + lengths[1]])
    if not 1 <= head.version <= schema.version():
        raise Malformed(f"it was written by another version of the program ({head.version})")
    return BackupManifest(
        head,
        {table: [tuple(row) for row in rows.get(table, ())] for table in TABLES},
        tuple(names["bodies"]),
        tuple((part, sha) for part, sha in names["chapters"]),
    )


def read_head(path: Path) -> BackupHead:
    """Return what a backup says of itself, without a check of the rest. Raises Malformed, OSError."""
    with path.open("rb") as file:
        if file.readline(200) != MAGIC:
            raise Malformed("it is not a backup of this program")
        return _head(MAGIC + file.readline())[0]


def read_names(path: Path) -> BackupManifest:
    """Return a backup without its rows, quickly and without a check of the whole. Raises Malformed,
    OSError.
    """
    with path.open("rb") as file:
        if file.readline(200) != MAGIC:
            raise Malformed("it is not a backup of this program")
        head, lengths, _ = _head(MAGIC + file.readline())
        names = _unpacked(file.read(lengths[0]))
    chapters = tuple((part, sha) for part, sha in names["chapters"])
    return BackupManifest(head, {}, tuple(names["bodies"]), chapters)


def is_backup(path: Path) -> bool:
    """Say whether a file begins as a backup of this form. A brief that this process holds is not looked
    into.
    """
    try:
        if disk_files.is_open_here(path):
            return False
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def shown(path: Path) -> str:
    """Return a path as a record can hold it."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _head(data: bytes) -> tuple[BackupHead, tuple[int, int], int]:
    end = data.find(b"\n", len(MAGIC))
    try:
        record = json.loads(data[len(MAGIC) : end])
        first, second = record.pop("lengths")
        record["missing"] = tuple(record["missing"])
        return BackupHead(**record), (int(first), int(second)), end + 1
    except (ValueError, KeyError, TypeError) as error:
        raise Malformed("its first lines are not as they were written") from error


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _unpacked(data: bytes) -> Any:
    try:
        return json.loads(zlib.decompressobj().decompress(data, _MOST))
    except (ValueError, zlib.error) as error:
        raise Malformed("it is not as it was written") from error
