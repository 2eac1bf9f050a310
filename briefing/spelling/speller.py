"""One loaded dictionary: whether it has a word, and which words stand near one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from briefing.errors import NotFound
from briefing.spelling import dictionaries
from briefing.spelling.dictionaries import DictionaryFile

# Languages that are not written in Latin letters; in all others a word of other letters is nobody's error.
_OTHER_LETTERS = re.compile(
    "am|ar|be|bg|bn|el|fa|he|hi|hy|ka|kk|km|ko|mk|ml|mn|my|ne|ps|ru|si|sr|ta|te|tg|th|ti|uk|ur|yi"
)
_NOT_LATIN = re.compile("[^\\W\\d_A-Za-zªº\u00c0-\u024f\u1e00-\u1eff]")
_LONGEST = 60  # letters of a word that is looked up; Hunspell takes 100 bytes
MOST_OFFERED = 6


class Engine(Protocol):
    """What looks words up."""

    def spell(self, word: str) -> bool:
        """Return whether the dictionary has a word."""

    def suggest(self, word: str) -> Sequence[str]:
        """Return words that stand near one."""


def ready() -> bool:
    """Return whether the package that looks words up is there."""
    return find_spec("hunspell") is not None


class Speller:
    """Looks words up in one dictionary; for any thread. Each word is looked up once."""

    def __init__(self, name: str, engine: Engine) -> None:
        self.name = name
        self._engine = engine
        self._latin = _OTHER_LETTERS.fullmatch(name.split("_")[0]) is None
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Return whether the dictionary has a word; one of other letters than its own counts as known."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._looked_up(word)
        return known

    def _looked_up(self, word: str) -> bool:
        if len(word) > _LONGEST or (self._latin and _NOT_LATIN.search(word)):
            return True
        try:
            return self._engine.spell(word.replace("’", "'"))
        except UnicodeEncodeError:  # the dictionary is kept in a code page that lacks a letter of it
            return True

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return at most six words to put in place of one, best first."""
        try:
            found = self._engine.suggest(word.replace("’", "'"))
        except UnicodeEncodeError:
            return ()
        curled = (w.replace("'", "’") if "’" in word else w for w in found)
        return tuple(dict.fromkeys(filter(None, curled)))[:MOST_OFFERED]


def load(language: str, where: str, among: Sequence[Path]) -> Speller:
    """Return the speller for a language. Raises NotFound without dictionary or package, BadInput for files
    that are no dictionary.
    """
    if not ready():
        raise NotFound(
            "Spelling cannot be checked here: the package chunspell is not installed.",
            "Install it, where there is one for this system.",
        )
    return opened(dictionaries.find(language, where, among))


def opened(file: DictionaryFile) -> Speller:
    """Return the speller of a dictionary. Raises BadInput for files that are none."""
    file.check()
    from hunspell import Hunspell

    return Speller(file.name, Hunspell(file.name, str(file.folder), "utf-8"))
