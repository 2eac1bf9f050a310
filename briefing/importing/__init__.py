"""The importing door: which formats can be read, and which module reads a given file.

A format is one module with `read(data: bytes, hints: Hints) -> Parsed` and one row of IMPORTERS.
The modules run in the worker process only (`worker`); this package never loads them itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from briefing.errors import BadInput
from briefing.importing.sniff import foreign_kind, is_text


@dataclass(frozen=True, slots=True)
class Importer:
    """One format. `name` is shown to people; `suffixes` are lower case with their dot.

    `module` is the dotted path the worker imports. `sniff` tells from the content whether it can be
    this format at all; it also finds the format of input that has no suffix, in the tuple's order.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    module: str
    sniff: Callable[[bytes], bool]


# Anything may look like text, so formats with marks of their own stand before plain text.
IMPORTERS: tuple[Importer, ...] = (
    Importer("plain", "plain text", (".txt", ".text"), "briefing.importing.plain", is_text),
    Importer("markdown", "Markdown", (".md", ".markdown"), "briefing.importing.markdown", is_text),
)


def readable(importers: tuple[Importer, ...] = IMPORTERS) -> str:
    """Return what can be read, for a message: "plain text (.txt, .text), Markdown (.md)"."""
    return ", ".join(f"{row.name} ({', '.join(row.suffixes)})" for row in importers)


def has_known_suffix(name: str, importers: tuple[Importer, ...] = IMPORTERS) -> bool:
    """Tell whether a file name ends like one of the formats."""
    return any(_suffix(name) in row.suffixes for row in importers)


def importer_for(name: str, data: bytes, importers: tuple[Importer, ...] = IMPORTERS) -> Importer:
    """Return the row that reads `data`, a file called `name`.

    Raises BadInput for an unknown suffix, and for content that is not what the suffix says.
    """
    suffix = _suffix(name)
    rows = tuple(row for row in importers if not suffix or suffix in row.suffixes)
    found = next((row for row in rows if row.sniff(data)), None)
    if found is not None:
        return found
    hint = f"Can be read: {readable(importers)}."
    if not rows:
        raise BadInput(f"“{name}” is not a kind that can be read ({suffix}).", hint)
    kind = foreign_kind(data) or "data that is not text"
    raise BadInput(f"“{name}” cannot be read: it holds {kind}.", hint)


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
