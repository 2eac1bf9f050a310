"""A whole brief as bytes and back: what an edition keeps of how it was handed on.

The form is JSON, a field for a field of the model, made from the dataclasses; fields that a later version
adds are read as empty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from typing import Any, Literal, get_args, get_origin, get_type_hints

from briefing.errors import BadInput
from briefing.model import Brief, Claim, Figure, Judgement, Placed

_FORM = 1


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
        brief: Brief = _make(Brief, outer["brief"])
        return brief
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadInput(f"The snapshot cannot be read ({type(error).__name__}).", "Use a backup.") from error


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _placed(row: dict[str, Any]) -> Any:
    if "picture_sha" in row:
        return _make(Figure, row)
    return _make(Judgement, row) if "likelihood" in row else _make(Claim, row)


@cache
def _readers(kind: Any) -> Mapping[str, Callable[[Any], Any]]:
    """Return how each field of a type is read, by what it holds."""
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}


def _reader(hint: Any) -> Callable[[Any], Any]:
    if hint == Placed:
        return _placed
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(_make, hint)
    if get_origin(hint) is Literal:
        return partial(_kind, get_args(hint))
    if get_origin(hint) is tuple and (held := get_args(hint)[0]) not in (str, int):
        read = _reader(held)
        return lambda rows: tuple(map(read, rows))
    return _value


def _kind(kinds: tuple[str, ...], value: Any) -> Any:
    if value not in kinds:
        raise ValueError(f"“{value}” is not known")
    return value


def _make(kind: Any, row: dict[str, Any]) -> Any:
    readers = _readers(kind)
    return kind(**{name: read(row[name]) for name, read in readers.items() if name in row})


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_value, value))
    if isinstance(value, dict) or value is None:
        raise TypeError(type(value).__name__)
    return value
