"""What goes into an importer module and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.text import StruckPassage


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about the bytes besides themselves.

    `name`: base name of the file, or "". `charset`: as declared by whoever sent the bytes (HTTP, mail,
    the user), or "". `url`: where they came from, or "". `password`: as typed by the user, or "".
    """

    name: str = ""
    charset: str = ""
    url: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """A place where the text was repaired: the `length` code points at `start` are printed as `raw` in the
    file.

    So for a hyphen at a line's end ("communi-\\ncation") and for a ligature ("ﬁ").
    """

    start: int
    length: int
    raw: str


@dataclass(frozen=True, slots=True)
class Part:
    """Something in a file that can become a source of its own: an attachment, an entry, a record.

    `data` are its bytes; empty where there is only an address to fetch (`url`), or only metadata.
    `size` is the number of bytes it really has, which `data` may leave out when they are too many.
    `accessed`: the ISO 8601 date on which the keeper of a record last read it, or "".
    `summary` is a web page of what a feed says of an entry that has only an address, or "".
    """

    name: str
    data: bytes = b""
    size: int = 0
    kind: str = ""
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    language: str = ""
    note: str = ""
    accessed: str = ""
    summary: str = ""


# What the parts of a file are: offered beside its text; listed to pick from; sources without text.
PARTS_ARE = ("", "attachments", "entries", "records")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text and what was read about it. Fields that the file does not give are empty.

    `published` is ISO 8601, possibly partial. `notices` name what import could not keep or had to guess.
    `struck`: words the file shows struck out, which are not in `text`, each with its place in it.
    `pages`: where each unit by which a quote is found again begins (`quoting.locators`), in code points of
    `text`, for formats that have any. `encoding` is the one the text was decoded by, where that is a
    question at all, `guessed` when nothing named it.
    `extractor` names what read it, with versions. `kind` is one of model.SOURCE_KINDS, or "".
    A file whose parts are "entries" or "records" has no text of its own.
    """

    text: str
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    language: str = ""
    notices: tuple[str, ...] = ()
    kind: str = ""
    pages: tuple[int, ...] = ()
    mends: tuple[Repair, ...] = ()
    struck: tuple[StruckPassage, ...] = ()
    encoding: str = ""
    guessed: bool = False
    extractor: str = ""
    parts: tuple[Part, ...] = ()
    parts_are: str = ""
