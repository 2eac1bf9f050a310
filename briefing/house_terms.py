"""The words a house writes: "Türkiye", not "Turkey"; and abbreviations to spell out once.

A table of three columns, kept as CSV: what is written; what it stands in place of, several parted by ";"; and
for an abbreviation its long form. One file is the person's own, another may be shared by a desk.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import user_folders
from briefing.errors import BadInput, StorageError

COLUMNS = ("write", "not", "long form")
_LARGEST = 4 << 20  # bytes
_MOST = 5_000  # terms
_LONGEST = 200  # letters of a cell


@dataclass(frozen=True, slots=True)
class HouseTerm:
    """`write` stands in place of each of `instead`; or it abbreviates `long`, which comes once before it."""

    write: str
    instead: tuple[str, ...] = ()
    long: str = ""

    def cells(self) -> tuple[str, str, str]:
        """Return the term as a line of the table."""
        return self.write, "; ".join(self.instead), self.long


def term_of(cells: Sequence[str]) -> HouseTerm:
    """Return the term of a line of the table. Raises BadInput with what is wrong."""
    if len(cells) > len(COLUMNS):
        raise BadInput(f"it has {len(cells)} columns; there are three: {', '.join(COLUMNS)}")
    write, instead, long = (" ".join(cell.split()) for cell in (*cells, "", "", "")[:3])
    others = tuple(dict.fromkeys(filter(None, (part.strip() for part in instead.split(";")))))
    if not write:
        raise BadInput("its first column, what is written, is empty")
    if not others and not long:
        raise BadInput(f"it does not say what “{write}” stands for")
    if write in others:
        raise BadInput(f"it has “{write}” in place of itself")
    if max(map(len, (write, long, *others))) > _LONGEST:
        raise BadInput(f"it is longer than {_LONGEST} letters")
    return HouseTerm(write, others, long)


def read(text: str, name: str) -> tuple[HouseTerm, ...]:
    """Return the terms of a table. Raises BadInput that names the line which is wrong."""
    found = []
    lines = csv.reader(io.StringIO(text), strict=True)
    try:
        for cells in lines:
            first = cells[0].strip() if cells else ""
            if not any(cell.strip() for cell in cells) or first.startswith("#"):
                continue
            if lines.line_num == 1 and first.casefold() == COLUMNS[0]:
                continue
            found.append(term_of(cells))
            if len(found) > _MOST:
                raise BadInput(f"there are more than {_MOST:,} terms")
    except (csv.Error, BadInput) as error:
        raise BadInput(
            f"House terms, “{name}”, line {lines.line_num}: {error}.",
            "A line is: Türkiye,Turkey; or for an abbreviation: IDP,,internally displaced person.",
        ) from error
    return tuple(found)


def written(terms: Sequence[HouseTerm]) -> str:
    """Return the table of terms as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows((COLUMNS, *(term.cells() for term in terms)))
    return out.getvalue()


def load(path: Path) -> tuple[HouseTerm, ...]:
    """Return the terms of a file, () where there is none. Raises BadInput and StorageError."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StorageError(f"The house terms in {path} cannot be read ({error.strerror}).") from error
    if len(raw) > _LARGEST:
        raise BadInput(f"The house terms in {path} are more than 4 MB.", "Shorten the file.")
    try:
        return read(raw.decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise BadInput(f"The house terms in {path} are not UTF-8.", "Save the file as UTF-8.") from error


def own_file() -> Path:
    """Return the file of this person's terms; it may not exist yet."""
    return user_folders.data_dir() / "terms.csv"


def _pointer() -> Path:
    return user_folders.data_dir() / "shared-terms.txt"


def shared_file() -> Path | None:
    """Return the file that the desk shares; None where none is named. Raises StorageError."""
    try:
        name = _pointer().read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise StorageError(f"{_pointer()} cannot be read.", "Name the shared file of terms again.") from error
    return user_folders.expanded(name) if name else None


def known() -> tuple[HouseTerm, ...]:
    """Return the person's terms, then those of the desk for which the person has none. Raises BadInput that
    names file and line, and StorageError; also where the shared file is named but gone.
    """
    own = load(own_file())
    shared = shared_file()
    if shared is not None and not shared.is_file():
        raise StorageError(f"The shared house terms are not there: {shared}.", "Name the file again.")
    mine = {term.write for term in own}
    return (*own, *(t for t in (load(shared) if shared is not None else ()) if t.write not in mine))


def save(terms: Sequence[HouseTerm]) -> None:
    """Keep the person's terms. Raises StorageError."""
    _put(own_file(), written(terms))


def share(path: Path | None) -> None:
    """Name the file that the desk shares; None for no more. Raises BadInput for one that is no such table."""
    if path is not None:
        if not path.is_file():
            raise BadInput(f"“{path}” is no file.", "Name the shared table of terms, a CSV file.")
        load(path)
    _put(_pointer(), f"{path.absolute()}\n" if path is not None else "")


def _put(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise StorageError(f"{path} cannot be written ({error.strerror}).") from error
