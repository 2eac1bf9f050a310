"""Words that a file shows struck out: taken out of the text, kept with their places, and reported.

A reader sets such words between two marks where they stand, and takes them out once its lines are put
together. Whatever joins lines in between sees them as the words they are. The marks are noncharacters
(Unicode 23.7), which no text is to hold: a file that holds them strikes out words of its own, and hides
nothing by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.importing.common.left_out import Omitted
from briefing.importing.encoding.decode import normalised
from briefing.text import StruckPassage

OPEN, CLOSE = "\ufdd2", "\ufdd3"
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")
# What is left of a line whose words are all struck: the mark of a list, or the walls of a table's row.
_BARE = re.compile(r"[\s|]*+(?:[-*+•▪–—]|\(?[0-9A-Za-z]{1,4}[.)])?[\s|]*+")
_CLOSING = frozenset(",.;:!?…)]}”’»%\n")
KIND = "Struck-out words left out of the text"


@dataclass(frozen=True, slots=True)
class TextWithoutStruck:
    """A source text, what was struck out of it, and what to say of both."""

    text: str
    struck: tuple[StruckPassage, ...] = ()
    notices: tuple[str, ...] = ()


def finished(raw: str) -> TextWithoutStruck:
    """Return the source text of a reader's lines: normalised, and without what is marked in them."""
    text, lost = normalised(raw)
    kept, passages = without_struck(text)
    return TextWithoutStruck(kept, passages, (*notices_of(passages), *lost))


def struck(words: str) -> str:
    """Return words marked as struck out, line by line."""
    return "\n".join(f"{OPEN}{line}{CLOSE}" if line else "" for line in unmarked(words).split("\n"))


def unmarked(words: str) -> str:
    """Return words without the marks, as a file's own words are before any are marked."""
    return _MARKS.sub("", words)


def mark_places(marked: str) -> list[int]:
    """Return where the marks stand, in code points."""
    return [match.start() for match in _MARKS.finditer(marked)]


def without_struck(marked: str) -> tuple[str, tuple[StruckPassage, ...]]:
    """Return a normalised text without what is marked in it, and what that was, in order.

    Put in again at their places, the passages give the text with all its words. A space goes with them that
    would stand beside another one, before a closing sign or at a line's end; of a line that holds nothing
    else, all goes.
    """
    if OPEN not in marked and CLOSE not in marked:
        return marked, ()
    kept: list[str] = []
    passages: list[StruckPassage] = []
    length = 0
    for line in re.findall(r"[^\n]*\n|[^\n]+", marked):
        for words, is_struck in _pieces(line):
            if is_struck:
                passages.append(StruckPassage(length, words))
            else:
                kept.append(words)
                length += len(words)
    return "".join(kept), tuple(passages)


def notices_of(passages: tuple[StruckPassage, ...]) -> tuple[str, ...]:
    """Return the sentence that names struck passages with their first words; none where there are none."""
    left = Omitted()
    for one in passages:
        left.add(KIND, one.words)
    return left.notices()


def _pieces(line: str) -> list[tuple[str, bool]]:
    """Return a line with its line end in pieces, each with whether it is struck; none is empty."""
    if OPEN not in line:
        bare = unmarked(line)
        return [(bare, False)] if bare else []
    found = _runs(line)
    rest = "".join(words for words, is_struck in found if not is_struck)
    if any(is_struck for _, is_struck in found) and _BARE.fullmatch(rest):
        return [("".join(words for words, _ in found), True)]
    return _spaced(found)


def _runs(line: str) -> list[tuple[str, bool]]:
    """Return a line in runs that are struck and not, by turns. Spaces alone are never struck."""
    found: list[tuple[str, bool]] = []
    is_struck = False
    for piece in re.split(f"([{OPEN}{CLOSE}\n])", line):
        if piece in (OPEN, CLOSE):
            is_struck = piece == OPEN
        elif piece:
            marked = is_struck and piece != "\n"  # what nothing closes ends with its line
            if found and found[-1][1] == marked:
                found[-1] = (found[-1][0] + piece, marked)
            else:
                found.append((piece, marked))
    return [(words, marked and not words.isspace()) for words, marked in found]


def _spaced(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Share out the spaces round struck passages, so that what is left has one where it had one or two."""
    before, last = -1, ""  # the piece that is kept before this one, and its last character
    for n, (words, is_struck) in enumerate(pieces):
        if not is_struck:
            if words:
                before, last = n, words[-1]
            continue
        after = pieces[n + 1][0] if n + 1 < len(pieces) else "\n"
        if last in ("", " ") and after[:1] == " " and after[:2] != " |":
            pieces[n], pieces[n + 1] = (words + " ", True), (after[1:], False)
        elif last == " " and after[:1] in _CLOSING:
            pieces[before] = (pieces[before][0][:-1], False)
            pieces[before + 1] = (" " + pieces[before + 1][0], True)
            last = ""
        elif words[-1] == " " and last.isalnum() and after[:1].isalnum():
            pieces[n], pieces[n + 1] = (words[:-1], True), (" " + after, False)
    return [piece for piece in pieces if piece[0]]
