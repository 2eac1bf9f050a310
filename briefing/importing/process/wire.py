"""A Parsed as JSON and back: what the worker says, and what its host is ready to believe."""

from __future__ import annotations

import base64
import binascii
import dataclasses
from typing import Any

from briefing.importing.common.parsed import PARTS_ARE, Parsed, Part, Repair
from briefing.text import StruckPassage, are_struck

MOST_NOTICES = 100
MOST_PARTS = 5_000
MOST_REPAIRS = 200_000
MOST_STRUCK = 50_000


def to_wire(parsed: Parsed) -> dict[str, Any]:
    """Return a Parsed as what JSON can hold, bytes as base64."""
    fields = {f.name: getattr(parsed, f.name) for f in dataclasses.fields(parsed)}
    return {
        **fields,
        "notices": _notices(parsed),
        "mends": [[m.start, m.length, m.raw] for m in parsed.mends[:MOST_REPAIRS]],
        "struck": [[one.start, one.words] for one in parsed.struck[:MOST_STRUCK]],
        "parts": [_part_to_wire(part) for part in parsed.parts[:MOST_PARTS]],
    }


def _notices(parsed: Parsed) -> tuple[str, ...]:
    """Return the notices, and one more for each thing of which this form keeps only so many."""
    cut = [
        f"Of {len(found):,} {what} only the first {most:,} were kept."
        for what, found, most in (
            ("repairs to words", parsed.mends, MOST_REPAIRS),
            ("struck-out passages", parsed.struck, MOST_STRUCK),
            ("attachments or entries", parsed.parts, MOST_PARTS),
            ("things to know", parsed.notices, MOST_NOTICES),
        )
        if len(found) > most
    ]
    return (*cut, *parsed.notices[:MOST_NOTICES])


def from_wire(fields: Any) -> Parsed:
    """Return the Parsed of `to_wire`. Raises ValueError, TypeError or KeyError for anything else."""
    text = _string(fields["text"])
    return Parsed(
        text=text,
        **{name: _string(fields[name]) for name in _STRINGS},
        authors=tuple(map(_string, fields["authors"])),
        notices=tuple(map(_string, fields["notices"])),
        pages=_pages(fields["pages"], len(text)),
        mends=tuple(_repair(mend, len(text)) for mend in fields["mends"]),
        struck=_struck(fields["struck"], len(text)),
        guessed=bool(fields["guessed"]),
        parts=tuple(map(_part_from_wire, fields["parts"])),
        parts_are=_one_of(fields["parts_are"], PARTS_ARE),
    )


def _strings_of(kind: type[Parsed] | type[Part]) -> set[str]:
    return {field.name for field in dataclasses.fields(kind) if field.type == "str"}


_STRINGS = _strings_of(Parsed) - {"text", "parts_are"}
_PART_STRINGS = _strings_of(Part)


def _part_to_wire(part: Part) -> dict[str, Any]:
    fields = {f.name: getattr(part, f.name) for f in dataclasses.fields(part)}
    return {**fields, "data": base64.b64encode(part.data).decode("ascii")}


def _part_from_wire(fields: Any) -> Part:
    try:
        data = base64.b64decode(_string(fields["data"]), validate=True)
    except binascii.Error as error:
        raise ValueError("bytes that are none") from error
    return Part(
        **{name: _string(fields[name]) for name in _PART_STRINGS},
        data=data,
        size=_number(fields["size"], 1 << 40),
        authors=tuple(map(_string, fields["authors"])),
    )


def _pages(value: Any, most: int) -> tuple[int, ...]:
    pages = tuple(_number(page, most) for page in value)
    if list(pages) != sorted(pages):
        raise ValueError("pages out of order")
    return pages


def _repair(value: Any, most: int) -> Repair:
    start, length, raw = value
    return Repair(_number(start, most), _number(length, most), _string(raw))


def _struck(value: Any, most: int) -> tuple[StruckPassage, ...]:
    passages = tuple(StruckPassage(start, words) for start, words in value)
    if not are_struck(passages, most):
        raise ValueError("a struck passage out of place")
    return passages


def _number(value: Any, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError("a number out of range")
    return value


def _one_of(value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise ValueError("an unknown word")
    return _string(value)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value
