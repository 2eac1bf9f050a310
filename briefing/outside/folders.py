"""Which files a person means by the path of a folder: those in it and below, and what is left out, with why.

Runs in the process that reads (`reader_process`). A link is looked at last, when all else is found, since
asking where it leads may take for ever; it is never followed out of the folder.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

MOST_FILES = 10_000


class FoundFile(NamedTuple):
    """A file to read. `within` is the real path of the folder it was found in, "" where it was named
    itself.
    """

    path: str
    within: str = ""


class LeftOut(NamedTuple):
    """Something in a folder that is not read: its path, and why in words.

    `by_rule`: nothing is wrong with it. `leads_out`: it is a link to a place outside the folder.
    """

    path: str
    why: str
    by_rule: bool = True
    leads_out: bool = False


def walk(path: str) -> Iterator[FoundFile | LeftOut]:
    """Yield a path itself, or for a folder the files in and below it, sorted by name, then what links add.

    Hidden files, folders of saved pages and links to other folders of it are counted in one Left of their
    folder. At most MOST_FILES files of a folder are looked at.
    """
    if _is_folder(path):
        yield from _FolderWalk(path, os.path.realpath(path)).run()
    else:
        yield FoundFile(path)


def beneath(path: str, top: str) -> bool:
    """Return whether a real path is that of a folder, or lies below it."""
    try:
        return os.path.commonpath((os.path.normcase(path), os.path.normcase(top))) == os.path.normcase(top)
    except ValueError:  # another drive
        return False


class _FolderWalk:
    """One folder named by a person; `real` is where it truly lies. `seen` are real paths, each read once."""

    def __init__(self, top: str, real: str) -> None:
        self.top, self.real = top, real
        self.count = 0
        self.seen: set[str] = set()
        self.links: deque[str] = deque()
        self.failures: list[OSError] = []

    def run(self) -> Iterator[FoundFile | LeftOut]:
        yield from self._below(self.top, self.real)
        while self.links and self.count <= MOST_FILES:
            yield from self._followed(self.links.popleft())
        if self.count > MOST_FILES:
            name = os.path.basename(self.top)
            why = f"“{name}” holds more than {MOST_FILES:,} files; the rest was left out."
            yield LeftOut(self.top, why, by_rule=False)
        for failure in self.failures:
            name = str(failure.filename or self.top)
            why = f"The folder “{os.path.basename(name)}” cannot be opened ({failure.strerror})."
            yield LeftOut(name, why, by_rule=False)

    def _below(self, folder: str, real: str) -> Iterator[FoundFile | LeftOut]:
        """Yield what is in a folder and below; `real` is its real path, and each is entered once."""
        waiting = [(folder, real)]
        while waiting:
            here, truly = waiting.pop()
            self.seen.add(truly)
            folders, files, links, skipped = self._listed(here)
            self.links += (os.path.join(here, name) for name in links)
            skipped += sum(self._is_folder_within(os.path.join(here, name), truly) for name in links)
            if skipped:
                why = (
                    f"Hidden files, linked folders and folders of saved pages skipped in "
                    f"“{os.path.basename(here)}”: {skipped:,}."
                )
                yield LeftOut(here, why)
            for name in files:
                self.count += 1
                if self.count > MOST_FILES:
                    return
                self.seen.add(os.path.join(truly, name))
                yield FoundFile(os.path.join(here, name), self.real)
            inner = ((os.path.join(here, name), os.path.join(truly, name)) for name in reversed(folders))
            waiting += (pair for pair in inner if pair[1] not in self.seen)

    def _listed(self, folder: str) -> tuple[list[str], list[str], list[str], int]:
        """Return the names of folders, files and links in a folder, sorted, and how many more are passed
        over.
        """
        try:
            with os.scandir(folder) as listed:
                found = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            self.failures.append(error)
            return [], [], [], 0
        shown = [entry for entry in found if not _is_hidden(entry)]
        links = [entry.name for entry in shown if _is_link(entry)]
        others = [entry for entry in shown if entry.name not in set(links)]
        files = [entry.name for entry in others if not _is_dir(entry)]
        folders = [e.name for e in others if _is_dir(e) and not _of_page(e.name, files)]
        skipped = len(found) - len(links) - len(files) - len(folders)
        return folders, files, links, skipped

    def _is_folder_within(self, link: str, real: str) -> bool:
        """Return whether a link in a folder (`real`) names another folder of what is walked; nothing else is
        asked.
        """
        try:
            where = os.path.normpath(os.path.join(real, os.readlink(link)))
        except OSError:
            return False
        return beneath(where, self.real) and os.path.isdir(where)

    def _followed(self, link: str) -> Iterator[FoundFile | LeftOut]:
        """Yield what a link leads to, unless that is outside, nowhere, or read already."""
        name = os.path.basename(link)
        where = os.path.realpath(link)
        if not beneath(where, self.real):
            why = (
                f"“{name}” is a link that leads out of the folder “{os.path.basename(self.top)}”, to "
                f"{where}, and was left out."
            )
            yield LeftOut(link, why, leads_out=True)
            return
        try:
            where = os.path.realpath(link, strict=True)
        except OSError as error:
            why = f"“{name}” is a link that leads nowhere ({error.strerror})."
            yield LeftOut(link, why, by_rule=False)
            return
        if where in self.seen:
            return
        if os.path.isdir(where):
            yield from self._below(link, where)
            return
        self.count += 1
        self.seen.add(where)
        yield FoundFile(link, self.real)


def _of_page(folder: str, names: list[str]) -> bool:
    """Return whether a folder holds the pictures and scripts that a browser saved beside a page."""
    stem, mark, _ = folder.rpartition("_files")
    return bool(mark) and any(f"{stem}{suffix}" in names for suffix in (".html", ".htm", ".xhtml"))


def _is_folder(path: str) -> bool:
    """Return whether a path is a folder; one that may not be looked at is left to fail as a file."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry leads elsewhere: a symbolic link, or what Windows calls a junction."""
    with contextlib.suppress(OSError):
        if entry.is_symlink():
            return True
        if sys.platform == "win32":
            return entry.stat(follow_symlinks=False).st_reparse_tag == stat.IO_REPARSE_TAG_MOUNT_POINT
    return False


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    """Return whether a file is hidden: by its name, as office programs' lock files are, or by Windows."""
    if entry.name.startswith((".", "~$")):
        return True
    if sys.platform == "win32":
        # A file that may not be looked at is not hidden: reading it will say what is wrong.
        with contextlib.suppress(OSError):
            return bool(entry.stat(follow_symlinks=False).st_file_attributes & stat.FILE_ATTRIBUTE_HIDDEN)
    return False
