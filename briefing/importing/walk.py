"""Which files a person means by the paths they gave: files as they are, folders walked."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MOST_FILES = 10_000


@dataclass(frozen=True, slots=True)
class Left:
    """Something in a folder that is not read: its path, and why in words. `by_rule`: nothing is wrong with it."""

    path: Path
    why: str
    by_rule: bool = True


def files_of(
    paths: Iterable[Path], wanted: Callable[[str], bool], cancelled: Callable[[], bool]
) -> Iterator[Path | Left]:
    """Yield the paths themselves, and for each folder the files in and below it, sorted.

    In a folder, names that are not `wanted` are Left; hidden files and linked folders are counted in
    one Left of their folder. At most MOST_FILES files of a folder are looked at.
    """
    for path in paths:
        if _is_folder(path):
            yield from _below(path, wanted, cancelled)
        else:
            yield path


def _below(top: Path, wanted: Callable[[str], bool], cancelled: Callable[[], bool]) -> Iterator[Path | Left]:
    seen = 0
    failures: list[OSError] = []
    for root, folders, names in os.walk(top, onerror=failures.append):
        here = Path(root)
        shown = sorted(name for name in names if not _is_hidden(here / name))
        entered = [
            f
            for f in folders
            if not _is_hidden(here / f) and not _is_link(here / f) and not _of_page(f, names)
        ]
        left = len(names) - len(shown) + len(folders) - len(entered)
        folders[:] = sorted(entered)
        if left:
            yield Left(
                here,
                f"Hidden files, linked folders and folders of saved pages skipped in “{here.name}”: {left:,}.",
            )
        for name in shown:
            seen += 1
            if cancelled():
                return
            if seen > MOST_FILES:
                yield Left(
                    top,
                    f"“{top.name}” holds more than {MOST_FILES:,} files; the rest was left out.",
                    by_rule=False,
                )
                return
            yield (
                here / name
                if wanted(name)
                else Left(here / name, f"“{name}” is not a kind that can be read.")
            )
    for failure in failures:
        folder = Path(failure.filename or top)
        yield Left(
            folder, f"The folder “{folder.name}” cannot be opened ({failure.strerror}).", by_rule=False
        )


def _of_page(folder: str, names: list[str]) -> bool:
    """Tell whether a folder holds the pictures and scripts that a browser saved beside a page."""
    stem, mark, _ = folder.rpartition("_files")
    return bool(mark) and any(f"{stem}{suffix}" in names for suffix in (".html", ".htm", ".xhtml"))


def _is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; one that may not be looked at is left to fail as a file."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:
        return False


def _is_hidden(path: Path) -> bool:
    """Tell whether a file is hidden: by its name, as office programs' lock files are, or by Windows."""
    if path.name.startswith((".", "~$")):
        return True
    if sys.platform == "win32":
        # A file that may not be looked at is not hidden: reading it will say what is wrong.
        with contextlib.suppress(OSError):
            return bool(path.lstat().st_file_attributes & stat.FILE_ATTRIBUTE_HIDDEN)
    return False
