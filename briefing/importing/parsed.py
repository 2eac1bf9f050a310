"""What goes into an importer module and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about the bytes besides themselves.

    `name`: base name of the file, or "". `charset`: as declared by whoever sent the bytes (HTTP, mail,
    the user), or "". `url`: where they came from, or "".
    """

    name: str = ""
    charset: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text and what was read about it. Fields that the file does not tell are empty.

    `published` is ISO 8601, possibly partial. `notices` name what import could not keep or had to guess.
    """

    text: str
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    language: str = ""
    notices: tuple[str, ...] = ()
