"""The words a person has added: a plain file, one word a line, which may be edited by hand."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from briefing import user_folders
from briefing.errors import BadInput, StorageError

_LARGEST = 2 << 20  # bytes
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?")


def forms(word: str) -> frozenset[str]:
    """Return the forms under which a word may be kept: as it stands, with a small first letter, without the
    ending of a possessor.
    """
    stem = re.sub(r"['’]s?$", "", word)
    return frozenset(f for whole in (word, stem) for f in (whole, whole[:1].lower() + whole[1:]))


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A file of words; it need not exist."""

    path: Path

    def read(self) -> frozenset[str]:
        """Return the words. Raises BadInput for a file that is no text or too large, StorageError for one
        that cannot be read.
        """
        try:
            with self.path.open("rb") as file:
                raw = file.read(_LARGEST + 1)
        except FileNotFoundError:
            return frozenset()
        except OSError as error:
            raise StorageError(f"Your words in {self.path} cannot be read ({error.strerror}).") from error
        if len(raw) > _LARGEST:
            raise BadInput(f"Your words in {self.path} are more than 2 MB.", "Shorten the file.")
        try:
            lines = raw.decode("utf-8-sig").splitlines()
        except UnicodeDecodeError as error:
            raise BadInput(f"Your words in {self.path} are not UTF-8.", "Save the file as UTF-8.") from error
        return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))

    def add(self, word: str) -> None:
        """Keep a word. Raises BadInput for what is no word, and StorageError."""
        if not _WORD.fullmatch(word):
            raise BadInput(f"“{word}” is no word.", "A word has letters only, with - or ' between them.")
        self._write(self.read() | {word})

    def remove(self, word: str) -> None:
        """Keep a word no more. Raises BadInput where it is not kept, and StorageError."""
        words = self.read()
        if word not in words:
            raise BadInput(f"“{word}” is none of your words.", f"They stand in {self.path}.")
        self._write(words - {word})

    def _write(self, words: frozenset[str]) -> None:
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        text = "".join(f"{word}\n" for word in sorted(words, key=lambda w: (w.casefold(), w)))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(text, encoding="utf-8")
            draft.replace(self.path)
        except OSError as error:
            raise StorageError(
                f"The word was not kept: {self.path} cannot be written ({error.strerror})."
            ) from error


def of_user() -> OwnWords:
    """Return the words of this person, for all briefs."""
    return OwnWords(user_folders.data_dir() / "words.txt")


def ignored_in(brief_id: str) -> OwnWords:
    """Return the words that this person lets stand in one brief."""
    name = re.sub(r"[^\w-]", "-", brief_id)
    return OwnWords(user_folders.data_dir() / "ignored-words" / f"{name}.txt")
