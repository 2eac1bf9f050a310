"""One finding about a file that was handed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from briefing.text import Span

AttestedState = Literal[
    "found", "spaces differ", "altered", "missing", "no quote", "unsourced", "claim differs", "claim altered",
    "changed", "added", "gone", "moved", "no list", "older list",
]  # fmt: skip
FOUND: Final = "found"
SPACES: Final = "spaces differ"
ALTERED: Final = "altered"
MISSING: Final = "missing"
NO_QUOTE: Final = "no quote"
UNSOURCED: Final = "unsourced"
DEPARTS: Final = "claim differs"
REWORDED: Final = "claim altered"
CHANGED: Final = "changed"
ADDED: Final = "added"
GONE: Final = "gone"
MOVED: Final = "moved"
NO_LIST: Final = "no list"
OLDER_LIST: Final = "older list"
# Their messages begin with the name of the line, so of a note with its number.
OF_LINES = (CHANGED, ADDED, GONE, MOVED)
_OF_QUOTES = (FOUND, SPACES, ALTERED, MISSING, NO_QUOTE)


@dataclass(frozen=True, slots=True)
class Attested:
    """What became of one quote, or what is reported of a claim or a line (`quote` its words as they are
    here).

    `number` is that of the note, 0 for none. `state` of a quote: found; spaces differ (the same words, with
    other line ends or spaces, as in an article kept as PDF); altered (the nearest passage differs in the
    letters that `message` names); missing; no quote (the note shows none). Of a claim: unsourced; claim
    differs (a number in it is another than in its quotes); claim altered (its words are not those that left).
    Of a line, held against the list of what left: changed, added, gone, moved. Of the file: no list, older
    list. `source` is the name of the article, `span` the place there in code points of its normalised text,
    `nearest` the passage, or the line as it left.
    `more_than_words`: its links or pictures are others too.
    """

    number: int
    quote: str
    state: AttestedState
    source: str = ""
    span: Span | None = None
    nearest: str = ""
    message: str = ""
    more_than_words: bool = False

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong with it; a claim without evidence is for a reader to judge, and no fault
        of the file.
        """
        return self.state in (FOUND, SPACES, UNSOURCED, DEPARTS, OLDER_LIST)

    @property
    def of_claim(self) -> bool:
        """Whether it is of something other than a quote."""
        return self.state not in _OF_QUOTES
