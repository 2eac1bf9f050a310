"""The sources of a brief for programs that keep references. REFERENCES is the table of formats.

A format module has `write(sources) -> str`; each is loaded on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from briefing.errors import BadInput
from briefing.model import Source


@dataclass(frozen=True, slots=True)
class ReferenceFormat:
    """One format: `suffix` with its dot, `module` by its full name."""

    id: str
    name: str
    suffix: str
    module: str


class ReferenceWriter(Protocol):
    """What a format module offers."""

    def write(self, sources: Sequence[Source]) -> str: ...


REFERENCES: tuple[ReferenceFormat, ...] = (
    ReferenceFormat("csl", "CSL-JSON", ".json", "briefing.citing.csl"),
    ReferenceFormat("ris", "RIS", ".ris", "briefing.citing.ris"),
    ReferenceFormat("bibtex", "BibTeX", ".bib", "briefing.citing.bibtex"),
)


def suffixes() -> str:
    """Return the suffixes of all formats for a sentence: ".json, .ris or .bib"."""
    *most, last = (known.suffix for known in REFERENCES)
    return f"{', '.join(most)} or {last}"


def format_for(path: Path) -> ReferenceFormat:
    """Return the format that a file's suffix names (case folded); raise BadInput with the known ones."""
    for known in REFERENCES:
        if path.suffix.casefold() == known.suffix:
            return known
    names = ", ".join(f.suffix for f in REFERENCES)
    raise BadInput(
        f"“{path.name}” does not say which kind of reference file to write.",
        f"End its name in one of: {names}.",
    )


def write(known: ReferenceFormat, sources: Sequence[Source]) -> str:
    """Return the sources as text of this format, to be written as UTF-8."""
    return cast(ReferenceWriter, import_module(known.module)).write(sources)
