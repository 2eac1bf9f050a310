"""Files made by the tests, each with its truth: what an importer must give back, or name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """One file and what is known about it.

    `words`: what a reader of the original sees as the article, in order. Each must stand in the text, in
    that order, but for those of `lost`, which a notice must name. `absent`: strings that must not be in
    the text. `notices`: a piece of each notice that must be given; `quiet`: no notice at all may be given.
    A metadata field that is None is not looked at.
    """

    id: str
    name: str
    data: bytes
    words: str
    lost: str = ""
    absent: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    quiet: bool = False
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Hostile:
    """One file that means harm. `make` builds its bytes; `says`: a pattern its error message must match.

    "" for a file that may also be read, as long as it is read within the bounds.
    """

    id: str
    name: str
    make: Callable[[], bytes]
    says: str = ""
