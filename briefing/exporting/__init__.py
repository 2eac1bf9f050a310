"""Files to hand over: a brief becomes an outline, and the outline a file. The formats stand in `formats`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from briefing.exporting.formats import Exporter, exporter_for
from briefing.exporting.numbering import numbers
from briefing.exporting.options import PLAIN, Options
from briefing.model import Brief

if TYPE_CHECKING:
    from briefing.citing.styled import Styled
    from briefing.exporting.blocks import Outline, Proof, Rendered, Standing

__all__ = ["Exporter", "Options", "build", "exporter_for", "load", "numbers", "render"]


class Writer(Protocol):
    """What the writer of a format offers."""

    def render(self, outline: Outline) -> Rendered: ...
    def read_back(self, data: bytes) -> tuple[str, ...]: ...
    def quotes_held(self, outline: Outline) -> tuple[str, ...]: ...
    def listing(self, data: bytes) -> bytes: ...


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


def load(exporter: Exporter) -> Writer:
    """Return the writer of a format."""
    return cast(Writer, import_module(exporter.writer))


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
