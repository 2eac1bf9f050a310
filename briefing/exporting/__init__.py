"""Files to hand over: a brief becomes an outline, and the outline a file. The formats stand in `formats`."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from briefing.exporting.formats import Exporter, exporter_for
from briefing.exporting.numbering import numbers
from briefing.exporting.options import Options
from briefing.exporting.request import ExportRequest

if TYPE_CHECKING:
    from briefing.exporting.blocks import Outline, Rendered

__all__ = ["ExportRequest", "Exporter", "Options", "build", "exporter_for", "load", "numbers", "render"]


class ExportWriter(Protocol):
    """What the writer of a format offers."""

    def render(self, outline: Outline) -> Rendered: ...
    def read_back(self, data: bytes) -> tuple[str, ...]: ...
    def quotes_held(self, outline: Outline) -> tuple[str, ...]: ...
    def listing(self, data: bytes) -> bytes: ...


def build(request: ExportRequest) -> Outline:
    """Return the outline of a brief (see `outline.build`), loaded on first use like the formats."""
    from briefing.exporting import outline

    return outline.build(request)


def load(exporter: Exporter) -> ExportWriter:
    """Return the writer of a format."""
    return cast(ExportWriter, import_module(exporter.writer))


def render(exporter: Exporter, outline: Outline) -> Rendered:
    """Return the file in memory, every quote in its notes read back and compared; one that leaves holds the
    list of what it shows, a preview (`made` is None) does not.

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
