"""A handed-over file as the worker process reads it, and as its answer comes back: plain words, no XML.

`answer` runs in the worker. `from_wire` is the other end, and believes nothing that has not the right form.
"""

from __future__ import annotations

from dataclasses import astuple
from importlib import import_module
from typing import Any

from briefing.exporting.handed_file import Handed, HandedClaim, HandedQuote
from briefing.exporting.sent_lines import SentLine
from briefing.exporting.wire_checks import flag, line_of, number, word


def answer(data: bytes, given: Any) -> dict[str, Any]:
    """Return what a file says as JSON can hold it; `given` is the reader of its format. Raises BadInput."""
    handed: Handed = import_module(given).read(data)
    return {
        "quotes": [astuple(quote) for quote in handed.quotes],
        "claims": [astuple(claim) for claim in handed.claims],
        "shown": [astuple(line) for line in handed.shown],
        "left": None if handed.left is None else [astuple(line) for line in handed.left],
        "listed": None if handed.listed is None else astuple(handed.listed),
        "damaged": handed.damaged,
        "marking": handed.marking,
        "number": handed.number,
    }


def from_wire(fields: Any) -> Handed:
    """Return the Handed of `answer`. Raises ValueError, TypeError, KeyError or AttributeError for anything
    else.
    """
    left, listed = fields["left"], fields["listed"]
    if listed is not None:  # Word files alone have one, and what reads them is loaded for them only
        from briefing.exporting.word.word_wire import manifest_of

        listed = manifest_of(listed)
    return Handed(
        tuple(map(_quote_of, fields["quotes"])),
        tuple(map(_claim_of, fields["claims"])),
        _lines_of(fields["shown"]),
        None if left is None else _lines_of(left),
        listed,
        word(fields["damaged"]),
        word(fields["marking"]),
        word(fields["number"]),
    )


def _lines_of(fields: Any) -> tuple[SentLine, ...]:
    return tuple(map(line_of, fields))


def _quote_of(fields: Any) -> HandedQuote:
    note, words, rest, annex = fields
    return HandedQuote(number(note), word(words), word(rest), flag(annex))


def _claim_of(fields: Any) -> HandedClaim:
    ident, words, cited, notes, exported = fields
    return HandedClaim(word(ident), word(words), number(cited), tuple(map(number, notes)), word(exported))
