"""A whole brief as bytes and back: what an edition keeps of how it was handed on.

The form is JSON, a field for a field of the model; fields that a later version adds are read as empty.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from briefing.errors import BadInput
from briefing.model import (
    Actor,
    Brief,
    Claim,
    Edition,
    Evidence,
    Item,
    Judgement,
    Quote,
    Remark,
    Section,
    Source,
    Waiver,
)

_FORM = 1
T = TypeVar("T")


def dump(brief: Brief) -> bytes:
    """Return a snapshot of a brief, without the texts of its sources and without its earlier editions."""
    plain = _plain(brief)
    plain["editions"] = []
    return json.dumps({"form": _FORM, "brief": plain}, ensure_ascii=False, separators=(",", ":")).encode()


def load(data: bytes) -> Brief:
    """Return the brief of `dump`. Raises BadInput for anything else."""
    try:
        outer = json.loads(data)
        if outer["form"] != _FORM:
            raise BadInput(
                f"The snapshot has form {outer['form']}, which is not known here.", "Use a newer version."
            )
        return _make(Brief, outer["brief"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadInput(f"The snapshot cannot be read ({type(error).__name__}).", "Use a backup.") from error


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _item(row: dict[str, Any]) -> Item:
    return _make(Judgement, row) if "likelihood" in row else _make(Claim, row)


def _of(kind: type[Any]) -> Callable[[Any], Any]:
    return lambda rows: tuple(_make(kind, row) for row in rows)


# The fields that hold other things of the model, or lists; every other field is a plain value.
_READERS: dict[tuple[type, str], Callable[[Any], Any]] = {
    (Evidence, "quote"): lambda row: _make(Quote, row),
    (Claim, "evidence"): _of(Evidence),
    (Claim, "waivers"): _of(Waiver),
    (Claim, "remarks"): _of(Remark),
    (Judgement, "remarks"): _of(Remark),
    (Judgement, "waivers"): _of(Waiver),
    (Actor, "statements"): _of(Claim),
    (Section, "items"): lambda rows: tuple(map(_item, rows)),
    (Source, "waivers"): _of(Waiver),
    (Brief, "sections"): _of(Section),
    (Brief, "actors"): _of(Actor),
    (Brief, "sources"): _of(Source),
    (Brief, "editions"): _of(Edition),
    (Brief, "waivers"): _of(Waiver),
}


def _make(kind: type[T], row: dict[str, Any]) -> T:
    values: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        if field.name in row:
            read = _READERS.get((kind, field.name), _value)
            values[field.name] = read(row[field.name])
    return kind(**values)


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_value, value))
    if isinstance(value, dict) or value is None:
        raise TypeError(type(value).__name__)
    return value
