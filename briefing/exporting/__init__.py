"""Files to hand over. EXPORTERS is the table of formats; each module is loaded on first use.

A format module has `render(outline) -> Rendered`, `read_back(data) -> quotes in the notes, in order`,
`quotes_held(outline) -> the quotes as the format must give them back`, and `listing(data) -> the file with the list of
what it shows`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from briefing.errors import BadInput
from briefing.exporting.numbering import numbers
from briefing.exporting.options import PLAIN, Options
from briefing.model import Brief

if TYPE_CHECKING:
    from briefing.citing.styled import Styled
    from briefing.exporting.blocks import Outline, Proof, Rendered, Standing

__all__ = ["EXPORTERS", "Exporter", "Options", "build", "exporter_for", "load", "numbers", "render"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: `suffix` with its dot, `module` by its full name."""

    id: str
    name: str
    suffix: str
    module: str


class Format(Protocol):
    """What a format module offers."""

    def render(self, outline: Outline) -> Rendered: ...
    def read_back(self, data: bytes) -> tuple[str, ...]: ...
    def quotes_held(self, outline: Outline) -> tuple[str, ...]: ...
    def listing(self, data: bytes) -> bytes: ...


EXPORTERS: tuple[Exporter, ...] = (
    Exporter("word", "Word document", ".docx", "briefing.exporting.word"),
    Exporter("markdown", "Markdown", ".md", "briefing.exporting.markdown_file"),
    Exporter("html", "Web page", ".html", "briefing.exporting.html_file"),
)


def exporter_for(path: Path) -> Exporter:
    """Return the format that a file's suffix names (case folded); raise BadInput with the known ones."""
    for exporter in EXPORTERS:
        if path.suffix.casefold() == exporter.suffix:
            return exporter
    names = ", ".join(e.suffix for e in EXPORTERS)
    if path.suffix.casefold() == ".pdf":
        raise BadInput(
            f"“{path.name}” cannot be written from here: a PDF is set by the window, with its fonts.",
            f"Use Export in the window, or write one of {names} here and make the PDF from that.",
        )
    raise BadInput(
        f"“{path.name}” does not say which kind of file to write.", f"End its name in one of: {names}."
    )


def build(
    brief: Brief,
    *,
    broken: frozenset[str] = frozenset(),
    standing: Standing | None = None,
    draft: bool = False,
    made: datetime | None = None,
    options: Options = PLAIN,
    proof: Proof | None = None,
    styled: Mapping[str, Styled] | None = None,
) -> Outline:
    """Return the outline of a brief (see `outline.build`), loaded on first use like the formats."""
    from briefing.exporting import outline

    return outline.build(
        brief,
        broken=broken,
        standing=standing,
        draft=draft,
        made=made,
        options=options,
        proof=proof,
        styled=styled,
    )


def load(exporter: Exporter) -> Format:
    """Return the module of a format."""
    return cast(Format, import_module(exporter.module))


def render(exporter: Exporter, outline: Outline) -> Rendered:
    """Return the file in memory, every quote in its notes read back and compared; one that leaves holds the list of
    what it shows, a preview (`made` is None) does not.

    Raises RuntimeError where one does not come back code point by code point: a fault of ours, and no
    file may leave with it.
    """
    made = load(exporter)
    rendered = made.render(outline)
    wanted, got = made.quotes_held(outline), made.read_back(rendered.data)
    if wanted != got:
        at = next(
            (n for n, (a, b) in enumerate(zip(wanted, got, strict=False), 1) if a != b),
            min(len(wanted), len(got)) + 1,
        )
        raise RuntimeError(f"note {at} of the {exporter.name} file does not read back as it was written")
    data = made.listing(rendered.data) if outline.made is not None else rendered.data
    return replace(rendered, data=data, report=(*outline.remarks, *rendered.report))
