"""The pieces of one line of a reviewed file, as runs: what is cut at its ends, and where a space was lost."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from briefing import inline
from briefing.inline import Run
from briefing.reviewing.word_paragraphs import WordPiece


def runs_of(pieces: Iterable[WordPiece]) -> tuple[Run, ...]:
    """Return pieces as runs, neighbours of one form joined."""
    return inline.merged(piece.run for piece in pieces)


def lost_space(words: str, behind: str) -> tuple[Run, ...]:
    """Return the space that is wanted between words and those behind the number of a note, which parted
    them.
    """
    return (Run(" "),) if words and not words[-1].isspace() and behind[:1].isalnum() else ()


def with_claims_parted(pieces: list[WordPiece]) -> list[WordPiece]:
    """Put a space where the text of one claim would run into those of the next."""
    parted: list[WordPiece] = []
    before = last = ""
    for piece in pieces:
        words = "" if piece.deleted else piece.run.text
        if words and piece.item and before not in ("", piece.item) and not (last + words[0]).count(" "):
            parted.append(WordPiece(Run(" ")))
        parted.append(piece)
        if words:
            before, last = piece.item or before, words[-1]
    return parted


def without_commas(pieces: list[WordPiece]) -> list[WordPiece]:
    """Leave out the commas between the numbers of two notes."""
    noted = [n for n, piece in enumerate(pieces) if piece.note]
    commas = {
        n
        for low, high in pairwise(noted)
        if not "".join(p.run.text for p in pieces[low:high]).strip(" ,\t\xa0")
        for n in range(low + 1, high)
    }
    return [piece for n, piece in enumerate(pieces) if n not in commas]


def cut_front(runs: tuple[Run, ...], before: str) -> tuple[Run, ...]:
    """Return runs without the words `before` where they begin with them."""
    words = inline.text_of(runs)
    return inline.cut(runs, len(before)) if before and words.startswith(before) else runs


def cut_end(runs: tuple[Run, ...], after: str) -> tuple[Run, ...]:
    """Return runs without the words `after` where they end with them."""
    words = inline.text_of(runs)
    return inline.cut(runs, 0, len(words) - len(after)) if after and words.endswith(after) else runs
