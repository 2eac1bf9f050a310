"""What a file that was handed over says, read by somebody who has nothing but the file.

It may have been edited since: notes are read by their style and by the quotation marks round their words,
and nothing is taken for granted that our own export would have written.
"""

from __future__ import annotations

from dataclasses import dataclass

SUMMARY = "source summary"
ANNEX = ("Sources", "Also consulted", "About this brief", "Annex: evidence")


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
    """Every quote and statement of a file, in its order."""

    quotes: tuple[HandedQuote, ...]
    claims: tuple[HandedClaim, ...]
