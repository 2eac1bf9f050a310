"""The modules that read the formats, by the ids of their rows in IMPORTERS."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from briefing.importing import IMPORTERS
from briefing.importing.common.parsed import Hints, Parsed

MODULES = {row.id: row.module for row in IMPORTERS}


def reader_of(format_id: str) -> Callable[[bytes, Hints], Parsed]:
    """Return the `read` of a format, loaded into this process."""
    read: Callable[[bytes, Hints], Parsed] = import_module(MODULES[format_id]).read
    return read
