"""The list of what left: every line of a file as it was shown when it was made, kept in the file itself.

A line is a paragraph, a cell of a table, a note, a header. The same reader makes the list at the export and
reads the file at a check, so that what is held is what the file shows. The list holds no word that the file
does not show. It is packed (JSON, zlib, base64), for else a word replaced throughout a file would be replaced
in it too.
"""

from __future__ import annotations

import binascii
import json
import re
import unicodedata
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from typing import Any, Literal, get_args
from urllib.parse import unquote

from briefing.errors import BadInput
from briefing.text import sha256

MARK = "\ufffc"  # stands in the text of a line where the mark of a note stands
PICTURE = "[picture]"
EMPTY = "[nothing]"  # the text of a header or footer that shows nothing where other pages have one
FURTHER = "+"  # before another form of the same picture
UNKNOWN = "?"  # in place of a picture of which the list does not say which it is
VERSION = 2  # of 1, lines with pictures did not say which
EDGES = ("header", "footer")
_WITHOUT_PICTURES = 1
_MOST = 64 * 1024 * 1024  # characters unpacked; no export comes near
_WIDTH = 100
_DAMAGED = "The list of exported lines in this file is damaged."
_HINT = "Ask the sender for the file again."

# Marks of direction, soft hyphens and joiners that show nothing. ZWNJ and ZWJ belong to words, and stay.
UNSEEN = "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
# What programs set in place of each other without being asked.
_ALIKE = {
    ord(char): plain
    for chars, plain in (("“”„‟«»", '"'), ("‘’‚‛ʼ`´", "'"), ("\u2010\u2011", "-"), ("…", "..."))
    for char in chars
}
_FOLDS = {**dict.fromkeys(map(ord, UNSEEN), None), **_ALIKE}
_BETWEEN_MARKS = re.compile(rf"(?<={MARK})[\s,]+(?={MARK})")
_DEFAULTS: tuple[Any, ...] = ("", "", "", "", (), (), 0, ())
_FURTHER = re.compile(rf"{re.escape(FURTHER)}\w+")
_ROUND_MARKS = re.compile(rf"\s*{MARK}")


LineKind = Literal[
    "", "heading", "claim", "judgement", "note", "header", "footer", "source", "cell", "row", "head",
    "judged", "label",
    "fact", "banner", "marking", "small print", "annex", "contents", "text", "item", "front", "foreign",
    "style",
]  # fmt: skip
LINE_KINDS: tuple[LineKind, ...] = get_args(LineKind)


@dataclass(frozen=True, slots=True)
class SentLine:
    """One line as it is shown. `kind`: what it is of the export.

    `words`: its text, MARK for the mark of a note; the lines of its notes follow it. `part`: what it is
    within its table or list (the head of its column), or the number of a note. `id`: of the claim or
    judgement, "" where the format shows none. `links`: addresses it leads to, in order. `quotes`: the exact
    words that it quotes. `level`: of a heading, where the format cannot lose it, else 0. `pictures`: of each
    PICTURE in it the SHA-256 of what it shows, in their order, "" for what is drawn without a picture.
    """

    kind: LineKind
    words: str
    part: str = ""
    id: str = ""
    links: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    level: int = 0
    pictures: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What must be the same for two lines to be the same to a reader."""
        seen = (canonical(self.words), tuple(map(canonical_link, self.links)), self.level)
        return (*seen, self.pictures) if any(self.pictures) and UNKNOWN not in self.pictures else seen


def canonical(words: str) -> str:
    """Return words with all alike that programs change without being asked: spaces, marks of direction, the
    shape of quotation marks, the spaces and commas between the marks of notes, composed letters (Unicode
    NFC).
    """
    folded = words.translate(_FOLDS)
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded)
        if MARK in folded:
            folded = _ROUND_MARKS.sub(MARK, _BETWEEN_MARKS.sub("", folded))
    return " ".join(folded.split())


def canonical_link(url: str) -> str:
    """Return an address without what programs add: percent escapes, a slash at its end."""
    return unquote(url.strip()).rstrip("/")


def dump(lines: Iterable[SentLine]) -> str:
    """Return a list as text in lines of base64 (RFC 4648, 4), without blank lines."""
    rows = [_row(line) for line in lines]
    packed = json.dumps({"version": VERSION, "lines": rows}, ensure_ascii=False, separators=(",", ":"))
    written = b64encode(zlib.compress(packed.encode("utf-8", "surrogatepass"), 9)).decode()
    return "\n".join(written[at : at + _WIDTH] for at in range(0, len(written), _WIDTH))


def load(written: str) -> tuple[SentLine, ...]:
    """Return the lines of a list. Raises BadInput for what is no whole list of ours."""
    try:
        inflate = zlib.decompressobj()
        data = inflate.decompress(b64decode("".join(written.split()), validate=True), _MOST)
        if not inflate.eof:
            raise BadInput(_DAMAGED, _HINT)
        held = json.loads(data)
        if held["version"] > VERSION:
            raise BadInput(
                "The list of exported lines in this file was made by a newer version of Briefing Desk.",
                "Check it with that version.",
            )
        lines = tuple(_lines(held["lines"]))
        return lines if held["version"] > _WITHOUT_PICTURES else tuple(map(_of_unknown_pictures, lines))
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadInput(_DAMAGED, _HINT) from error


def _row(line: SentLine) -> list[object]:
    row: list[object] = list(astuple(line))
    while len(row) > 2 and not row[-1]:
        row.pop()
    return row


def _lines(rows: list[list[Any]]) -> Iterator[SentLine]:
    for row in rows:
        kind, words, part, ident, links, quotes, level, pictures = [*row, *_DEFAULTS[len(row) :]]
        texts = (kind, words, part, ident, *links, *quotes, *pictures)
        if not all(isinstance(text, str) for text in texts) or not isinstance(level, int):
            raise ValueError("not a line")
        known: LineKind = kind if kind in LINE_KINDS else "text"  # as another version may have named it
        yield SentLine(known, words, part, ident, tuple(links), tuple(quotes), level, tuple(pictures))


def _of_unknown_pictures(line: SentLine) -> SentLine:
    return replace(line, pictures=(UNKNOWN,) * line.words.count(PICTURE))


def says_which_pictures(left: Iterable[SentLine]) -> bool:
    """Whether a list says of each picture in it which it is. One of an older version does not."""
    return not any(UNKNOWN in line.pictures for line in left)


def without_pictures(lines: Iterable[SentLine]) -> tuple[SentLine, ...]:
    """Return lines that do not say which pictures stand in them, for a list that does not say it either."""
    return tuple(replace(line, pictures=()) if line.pictures else line for line in lines)


def comparable(
    left: Iterable[SentLine], here: Iterable[SentLine]
) -> tuple[tuple[SentLine, ...], tuple[SentLine, ...]]:
    """Return the lines of a list and of a file with what both say of their pictures: nothing where the list
    is of a version that did not keep it, and one form of each where a program has dropped all others.
    """
    left, here = tuple(left), tuple(here)
    if not says_which_pictures(left):
        return without_pictures(left), without_pictures(here)
    if any(FURTHER in picture for line in here for picture in line.pictures):
        return left, here
    return tuple(map(_in_one_form, left)), tuple(map(_in_one_form, here))


def _in_one_form(line: SentLine) -> SentLine:
    if not any(FURTHER in picture for picture in line.pictures):
        return line
    return replace(line, pictures=tuple(_FURTHER.sub("", picture) for picture in line.pictures))


def check_number(lines: Iterable[SentLine]) -> str:
    """Return the number by which sender and receiver can compare what left, over the telephone:
    "3F2A-9C1E-77B0-41D8".

    It is the beginning (64 bits) of the SHA-256 of all that a reader sees, in its order: the same for the
    file that left and for one that another program saved, whether its list is still there or not.
    """
    keys = [
        [
            line.kind if line.kind in EDGES else line.kind == "note",
            line.part if line.kind in EDGES else "",
            *_in_one_form(line).key,
        ]
        for line in lines
        if line.kind != "contents"
    ]
    return spoken_hash(sha256(json.dumps(keys, ensure_ascii=True)))


def spoken_hash(digest: str) -> str:
    """Return the first 64 bits of a hash in hex, so that they can be read out: "3F2A-9C1E-77B0-41D8"."""
    return "-".join(digest[at : at + 4].upper() for at in range(0, 16, 4))
