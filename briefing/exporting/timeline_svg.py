"""A chronology as one SVG that needs nothing else: a row a line, its mark on one axis, long gaps broken."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from briefing.exporting.basis_svg import safe
from briefing.exporting.format_helpers import is_rtl
from briefing.exporting.timeline_layout import Timeline, TimelineBreak, TimelineMark
from briefing.language.typed_days import day_in_full

_DAY, _LABEL, _WIDTH = 150, 392, 608  # pixels: where the axis begins, where labels do, where all ends
_AXIS = _LABEL - _DAY - 12
_HEAD, _PITCH = 44, 24
_THIN = 5.0  # pixels of a mark that lasts less
_PER_UNIT = 5.9
_STYLE = (
    ".timeline{--line:#b9bcc4;--mark:#2a55b5;max-width:100%;height:auto;"
    "font:11px system-ui,'Segoe UI',Arial,sans-serif}"
    "@media (prefers-color-scheme:dark){.timeline{--line:#565a64;--mark:#8fb0ff}}"
    "@media print{.timeline{--line:#b9bcc4;--mark:#2a55b5}}"
    ".timeline text{fill:currentColor}.timeline .quiet{opacity:.75}"
    ".timeline path{fill:none;stroke:var(--line)}"
    ".timeline rect{fill:var(--mark);stroke:var(--mark)}"
    ".timeline .circa{fill:none;stroke-dasharray:3 2}"
)


def svg(placed: Timeline) -> str:
    """Return the picture as one `<svg>` element, without an XML head; lengths are CSS pixels.

    Each row has its day and all its words as its title, and the picture has `described` as its text.
    """
    height = _HEAD + len(placed.marks) * _PITCH + 4
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline" role="img" width="{_WIDTH}" '
            f'height="{height}" viewBox="0 0 {_WIDTH} {height}" aria-label="Timeline">',
            f"<desc>{safe(placed.described)}</desc>",
            f"<style>{_STYLE}</style>",
            *_axis(placed, height),
            *(_row(mark, _HEAD + at * _PITCH) for at, mark in enumerate(placed.marks)),
            "</svg>",
        )
    )


def _x(place: float) -> float:
    return round(_DAY + _AXIS * place, 1)


def _axis(placed: Timeline, height: int) -> Iterator[str]:
    first, last = (day_in_full(day.isoformat()) for day in (placed.first, placed.last))
    yield f'<text class="quiet" x="{_DAY}" y="12">{first}</text>'
    if first != last:
        yield f'<text class="quiet" x="{_DAY + _AXIS}" y="12" text-anchor="end">{last}</text>'
    starts = [0.0, *(gap.at + 0.02 for gap in placed.breaks)]
    ends = [*(gap.at - 0.02 for gap in placed.breaks), 1.0]
    for start, end in zip(starts, ends, strict=True):
        yield f'<path d="M{_x(start)} {_HEAD - 6}H{_x(end)}"/>'
    for gap in placed.breaks:
        yield from _break(gap, height)


def _break(gap: TimelineBreak, height: int) -> Iterator[str]:
    x = _x(gap.at)
    yield f'<path d="M{x - 4} {_HEAD - 1}L{x - 1} {_HEAD - 11}M{x + 1} {_HEAD - 1}L{x + 4} {_HEAD - 11}"/>'
    yield f'<path stroke-dasharray="1 4" d="M{x} {_HEAD}V{height}"/>'
    where = f'x="{x}" y="{_HEAD - 14}" text-anchor="middle" font-size="9"'
    yield f'<text class="quiet" {where}>{gap.words}</text>'


def _row(mark: TimelineMark, top: int) -> str:
    x = _x(mark.start)
    wide = max(_THIN, round(_AXIS * (mark.end - mark.start), 1))
    x = min(x, _DAY + _AXIS - wide)
    kind = ' class="circa"' if mark.circa else ""
    label = textwrap.shorten(mark.label, int((_WIDTH - _LABEL) / _PER_UNIT), placeholder="…")
    where = f'x="{_WIDTH}" direction="rtl"' if is_rtl(label) else f'x="{_LABEL}"'
    day = textwrap.shorten(mark.day, int((_DAY - 10) / _PER_UNIT), placeholder="…")
    return (
        f"<g><title>{safe(f'{mark.day}: {mark.label}')}</title>"
        f'<text x="0" y="{top + 15}">{safe(day)}</text>'
        f'<rect{kind} x="{x}" y="{top + 6}" width="{wide}" height="10" rx="2.5"/>'
        f'<text {where} y="{top + 15}">{safe(label)}</text></g>'
    )
