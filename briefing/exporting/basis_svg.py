"""The basis of a judgement as one SVG that needs nothing else: no script, no address, all text escaped."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterator

from briefing.exporting.basis_layout import COLUMNS, SINGLE, BasisBox, BasisEdge, Layout, Tree, layout
from briefing.exporting.format_helpers import is_rtl

_WIDTHS = (150, 190, 210, 170, 150)
_GAP, _HEIGHT, _PITCH, _HEAD = 26, 40, 48, 24
_LINES, _PER_UNIT = 2, 5.9
_NAMES = ("Judgement", "Claims", "Quotes", "Sources", "Origins")

# Shapes: a mark at the end of the box, and the way its border is drawn; never colour alone.
_MARKS = {
    "broken": ("bad", "", "M-4 -4L4 4M4 -4L-4 4"),
    "missing": ("bad", "2 3", "M-4 -4L4 4M4 -4L-4 4"),
    "lost source": ("bad", "5 3", "M-5 0H-2M2 0H5M-2 -4L2 4"),
    "contradicted": ("against", "8 2 2 2", "M-5 -2H5L2 -5M5 2H-5L-2 5"),
    "unsourced": ("warn", "2 3", "M0 -5V1M0 4V5"),
    SINGLE: ("warn", "", "M-2 -3L1 -5V5"),
}
# Characters that XML 1.0 does not allow (section 2.2).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLE = (
    ".basis{--line:#b9bcc4;--bad:#b3261e;--against:#94277f;--warn:#865400;max-width:100%;height:auto;"
    "font:11px system-ui,'Segoe UI',Arial,sans-serif}"
    "@media (prefers-color-scheme:dark){.basis{--line:#565a64;--bad:#ff938a;--against:#eba3db;--warn:#e6b75f}}"
    "svg.basis:root{color:#1d1f23;background:#fff}"
    "@media (prefers-color-scheme:dark){svg.basis:root{color:#e7e7e4;background:#1a1b1e}}"
    "@media print{.basis{--line:#b9bcc4;--bad:#b3261e;--against:#94277f;--warn:#865400}}"
    ".basis text{fill:currentColor}.basis .head{opacity:.75}"
    ".basis rect,.basis path{fill:none;stroke:var(--line)}"
    ".basis .bad{stroke:var(--bad)}.basis .warn{stroke:var(--warn)}"
    ".basis .against{stroke:var(--against)}"
    ".basis .mark{stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}"
)


def svg(tree: Tree) -> str:
    """Return the picture as one `<svg>` element, without an XML head; lengths are CSS pixels.

    Each box has its whole label as its title, and the picture has `described` as its text.
    """
    placed = layout(tree)
    width, height = _left(len(_WIDTHS) - 1) + _WIDTHS[-1] + 1, _HEAD + placed.rows * _PITCH
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="basis" role="img" width="{width}" '
            f'height="{height}" viewBox="0 0 {width} {height}" '
            f'aria-label="{safe("What the judgement rests on: " + tree.label)}">',
            f"<desc>{safe(described(placed))}</desc>",
            f"<style>{_STYLE}</style>",
            *_heads(placed),
            *(_line(placed, edge) for edge in placed.edges),
            *(_box(box) for box in placed.boxes),
            "</svg>",
        )
    )


def described(placed: Layout) -> str:
    """Return the picture in words: how many of each, then everything that has a state other than sourced."""
    counts = [_count(len(placed.column(at)), COLUMNS[at]) for at in range(1, len(COLUMNS))]
    weak = [
        f"{box.kind} “{box.label}”: {box.state}" for box in placed.boxes if box.column and box.state in _MARKS
    ]
    return "; ".join((", ".join(counts), *weak)) + "."


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def safe(words: str) -> str:
    """Return words escaped for XML, without the characters that it does not allow."""
    return html.escape(_NOT_XML.sub("�", words))


def _left(column: int) -> int:
    return 1 + sum(_WIDTHS[:column]) + _GAP * column


def _top(box: BasisBox) -> int:
    return _HEAD + box.row * _PITCH


def _heads(placed: Layout) -> Iterator[str]:
    for at, name in enumerate(_NAMES):
        if count := len(placed.column(at)):
            words = f"{name} {count}" if at else name
            yield f'<text class="head" x="{_left(at)}" y="13">{words}</text>'


def _line(placed: Layout, edge: BasisEdge) -> str:
    start, end = placed.boxes[edge.start], placed.boxes[edge.end]
    x, y = _left(start.column) + _WIDTHS[start.column], _top(start) + _HEIGHT // 2
    to_x, to_y = _left(end.column), _top(end) + _HEIGHT // 2
    kind = f' class="{_MARKS[edge.state][0]}"' if edge.state in _MARKS else ""
    return f'<path{kind} d="M{x} {y}C{x + _GAP // 2} {y} {to_x - _GAP // 2} {to_y} {to_x} {to_y}"/>'


def _box(box: BasisBox) -> str:
    x, y, width = _left(box.column), _top(box), _WIDTHS[box.column]
    kind, dashes, mark = _MARKS.get(box.state, ("", "", ""))
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    room = width - 16 - (18 if mark else 0)
    state = f" ({box.state})" if box.state in _MARKS else ""
    parts = [
        f"<g><title>{safe(COLUMNS[box.column].capitalize() + state + ': ' + box.label)}</title>",
        f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{_HEIGHT}" rx="6"{dashed}/>',
        *_label(box.label, x + 8, x + 8 + room, y),
    ]
    if mark:
        at = f"translate({x + width - 13} {y + _HEIGHT // 2})"
        parts.append(f'<path class="{kind} mark" transform="{at}" d="{mark}"/>')
    return "".join((*parts, "</g>"))


def _label(words: str, left: int, right: int, top: int) -> Iterator[str]:
    lines = textwrap.wrap(
        words, int((right - left) / _PER_UNIT), max_lines=_LINES, placeholder="…", break_on_hyphens=False
    )
    rtl = is_rtl(words)
    where = f'x="{right}" direction="rtl"' if rtl else f'x="{left}"'
    first = top + _HEIGHT // 2 + 4 - 7 * (len(lines) - 1)
    for at, line in enumerate(lines):
        yield f'<text {where} y="{first + 14 * at}">{safe(line)}</text>'
