"""What a file that was handed over says, read by somebody who has nothing but the file.

It may have been edited since: notes are read by their style and by the quotation marks round their words,
and nothing is taken for granted that our own export would have written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.exporting.sent_lines import SentLine

if TYPE_CHECKING:
    from briefing.exporting.word.word_manifest import WordManifest

SUMMARY = "source summary"
# The heading of what stood when a brief left.
STOOD = "What stood when this file was made"
ANNEX = ("Sources", "Also consulted", "About this brief", STOOD, "Annex: evidence")


@dataclass(frozen=True, slots=True)
class HandedQuote:
    """A quote as the file shows it; `words` is "" for a note without one. `number` is its note's, 0 for none.

    `said` is what follows it: the reference and remarks.
    """

    number: int
    words: str
    said: str = ""
    annex: bool = False


@dataclass(frozen=True, slots=True)
class HandedClaim:
    """A statement as the file shows it, how often it cites, and the numbers of its notes.

    `id` is "" where the format keeps none. `exported`: its words as they left, "" where the file does not
    keep them. What stands under the heading of the source summary needs no quote and is not among them.
    """

    id: str
    words: str
    cited: int
    notes: tuple[int, ...] = ()
    exported: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """Every quote and statement of a file, in its order; `shown`, all its lines.

    `left` is the list of what left that the file keeps, None where it holds none that is whole; `damaged`
    says in a sentence what is wrong with one that is not. `listed`: the list of a Word file of an older
    version,
    `marking` and `number` (the check number) those of its properties.
    """

    quotes: tuple[HandedQuote, ...]
    claims: tuple[HandedClaim, ...]
    shown: tuple[SentLine, ...] = ()
    left: tuple[SentLine, ...] | None = None
    listed: WordManifest | None = None
    damaged: str = ""
    marking: str = ""
    number: str = ""


_NUMBER = re.compile(r"\d{1,4}\. (?=\S)")


def unnumbered(words: str) -> str:
    """Return the text of a statement without the number of its paragraph."""
    return _NUMBER.sub("", words, count=1) if _NUMBER.match(words) else words
