"""Where dictionaries lie, which one a language takes, and whether a file is one that can be loaded.

A dictionary is a pair of files as Hunspell has them: NAME.aff and NAME.dic. English comes with the program.
"""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from briefing import user_folders
from briefing.errors import BadInput, NotFound

# The largest that are handed on: Hungarian's rules take 2 MB, the longest lists of words some 10 MB.
_LARGEST_RULES, _LARGEST_LIST = 8 << 20, 48 << 20  # bytes
_MOST_WORDS = 4_000_000
_LONGEST_LINE = 8_000  # bytes; Hunspell reads lines of 64 KB
_COUNT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(\d{1,9})\b")


@dataclass(frozen=True, slots=True)
class DictionaryFile:
    """A pair of files by its folder and name ("en_GB")."""

    folder: Path
    name: str

    @property
    def rules(self) -> Path:
        """The file of rules."""
        return self.folder / f"{self.name}.aff"

    @property
    def list(self) -> Path:
        """The file of words."""
        return self.folder / f"{self.name}.dic"

    def exists(self) -> bool:
        """Return whether both files are there."""
        return self.rules.is_file() and self.list.is_file()

    def check(self) -> None:
        """Raise BadInput for files that are too large, or no dictionary: what loads them would not stop."""
        try:
            for path, most in ((self.rules, _LARGEST_RULES), (self.list, _LARGEST_LIST)):
                if path.stat().st_size > most:
                    raise self._bad(f"“{path.name}” is larger than {most >> 20} MB")
            rules, words = self.rules.read_bytes(), self.list.read_bytes()
        except OSError as error:
            raise self._bad(f"it cannot be read ({error.strerror})") from error
        if b"\0" in rules or b"\0" in words:
            raise self._bad("it is no text")
        count = _COUNT.match(words)
        lines = words.count(b"\n") + 1
        if count is None or not 0 < int(count[1]) <= min(_MOST_WORDS, 8 * lines + 1000):
            raise self._bad("its list does not begin with the number of its words")
        if max(map(len, (*rules.split(b"\n"), *words.split(b"\n")))) > _LONGEST_LINE:
            raise self._bad(f"it has a line of more than {_LONGEST_LINE:,} bytes")

    def _bad(self, why: str) -> BadInput:
        return BadInput(
            f"The dictionary “{self.name}” cannot be used: {why}.", f"Replace it in the folder {self.folder}."
        )


def built_in_folder() -> Path:
    """Return the folder of the dictionaries that come with the program."""
    return Path(str(files("resources").joinpath("spelling")))


def user_folder() -> Path:
    """Return the folder for a person's own dictionaries; it may not exist yet."""
    return user_folders.data_dir() / "dictionaries"


def folders() -> tuple[Path, ...]:
    """Return where dictionaries are looked for: the person's own, ours, then those of the system."""
    return (user_folder(), built_in_folder(), *system_folders(sys.platform, os.environ))


def system_folders(platform: str, environ: os._Environ[str] | dict[str, str]) -> tuple[Path, ...]:
    """Return where a system and its other programs keep dictionaries of Hunspell."""
    if platform == "win32":
        roots = [environ.get(name, "") for name in ("LOCALAPPDATA", "ProgramData", "ProgramFiles")]
        return tuple(Path(root, "hunspell") for root in roots if root)
    home = Path(environ.get("HOME", "/"))
    if platform == "darwin":
        brewed = Path("/").joinpath("opt", "homebrew", "share", "hunspell")
        return (home / "Library" / "Spelling", Path("/Library/Spelling"), brewed)
    shared = environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    roots = [environ.get("XDG_DATA_HOME") or str(home / ".local" / "share"), *shared.split(":")]
    return tuple(Path(root, kind) for root in roots if root for kind in ("hunspell", "myspell/dicts"))


def region() -> str:
    """Return the region of the system's language, as in "US"; "" where it names none."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    # Asked only where nothing is named: Python takes the language "C.UTF-8" for American.
    return region_of(next(filter(None, named), None) or (locale.getlocale()[0] or ""))


def region_of(name: str) -> str:
    """Return the region in the name of a locale ("en_US.UTF-8", "English_United States"), or ""."""
    if "United States" in name:
        return "US"
    found = re.match(r"[A-Za-z]{2,3}[_-]([A-Z]{2})(?![A-Za-z])", name)
    return found[1] if found else ""


def language_names(language: str, where: str) -> tuple[str, ...]:
    """Return which dictionaries a language takes, best first, in the region `where`.

    English without a region is British, and American where the region is the United States.
    """
    parts = re.split(r"[-_]", language.strip() or "en")
    main, own = parts[0].lower(), next((p.upper() for p in parts[1:] if len(p) == 2), "")
    if main == "en":
        american = (own or where) == "US"
        first = (f"en_{own}",) if own else ()
        return tuple(dict.fromkeys((*first, *(("en_US", "en_GB") if american else ("en_GB", "en_US")))))
    regions = (own, where, main.upper())
    return tuple(dict.fromkeys((*(f"{main}_{r}" for r in regions if r), main)))


def find(language: str, where: str, among: Sequence[Path]) -> DictionaryFile:
    """Return the dictionary for a language: of the names it takes, in the folders in their order; else any
    of another region. Raises NotFound where there is none.
    """
    for name in language_names(language, where):
        for folder in among:
            if (found := DictionaryFile(folder, name)).exists():
                return found
    main = re.split(r"[-_]", language)[0].lower()
    if re.fullmatch(r"[a-z]{2,3}", main):
        for folder in among:
            for path in sorted(folder.glob(f"{main}_*.dic")):
                if (found := DictionaryFile(folder, path.stem)).exists():
                    return found
    raise NotFound(
        f"There is no dictionary for the language “{language}”.",
        f"Put its two files, such as {language_names(language, '')[0]}.aff and .dic, into {user_folder()}.",
    )
