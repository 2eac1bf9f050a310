"""A text put together line by line, with what is struck out of it."""

from __future__ import annotations

from dataclasses import replace

from briefing.importing.common.struck_out import notices_of, without_struck
from briefing.text import StruckPassage, normalise


class UnitText:
    """Lines in order, each normalised when it comes; `at` is where the next one will begin (code points).

    Words that `struck_out` marks are not part of the text; a line of such words alone goes altogether.
    """

    def __init__(self) -> None:
        self.at = 0
        self._pieces: list[str] = []
        self._struck: list[StruckPassage] = []
        self._lost = 0

    def line(self, words: str) -> None:
        """Add one line; line ends in it become spaces."""
        bare = words.replace("\r\n", "\n")
        flat = normalise(bare)
        self._lost += len(bare) - len(flat)
        kept, struck = without_struck(flat.replace("\n", " ") + "\n")
        self._struck += (replace(one, start=self.at + one.start) for one in struck)
        self._pieces.append(kept)
        self.at += len(kept)

    def whole(self) -> str:
        """Return the text, without empty lines at its end."""
        return "".join(self._pieces).rstrip("\n")

    def struck(self) -> tuple[StruckPassage, ...]:
        """Return what was struck out, in order, each with its place in the whole."""
        end = len(self.whole())
        return tuple(one if one.start <= end else replace(one, start=end) for one in self._struck)

    def notices(self) -> tuple[str, ...]:
        """Return the sentences about words struck out and characters that no text can hold."""
        lost = f"Characters that no text can hold (NUL and the like) left out: {self._lost:,}."
        return (*notices_of(tuple(self._struck)), *((lost,) if self._lost else ()))
