"""What comes back from the worker process, held against the form it must have: nothing is believed that has
another.

Each function raises ValueError, TypeError, KeyError or AttributeError for what makes no sense.
"""

from __future__ import annotations

from typing import Any

from briefing.exporting.sent_lines import LINE_KINDS, SentLine

_MOST = 1 << 40


def word(value: object) -> str:
    """Return a string as it is."""
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    if not value.isascii():
        value.encode("utf-8")  # half of a surrogate pair is no letter: UnicodeEncodeError is a ValueError
    return value


def words(values: Any) -> tuple[str, ...]:
    """Return a list of strings."""
    if not isinstance(values, list):
        raise TypeError(type(values).__name__)
    return tuple(map(word, values))


def flag(value: object) -> bool:
    """Return a truth value as it is."""
    if not isinstance(value, bool):
        raise TypeError(type(value).__name__)
    return value


def number(value: object) -> int:
    """Return a whole number as it is, of no more than forty bits."""
    if type(value) is not int or abs(value) > _MOST:
        raise ValueError("a number out of range")
    return value


def line_of(fields: Any) -> SentLine:
    """Return a line, of its fields in their order."""
    kind, said, part, ident, links, quotes, level, pictures = fields
    kind, said, part, ident = map(word, (kind, said, part, ident))
    if kind not in LINE_KINDS:
        raise ValueError("a kind of line that is none")
    return SentLine(kind, said, part, ident, words(links), words(quotes), number(level), words(pictures))
