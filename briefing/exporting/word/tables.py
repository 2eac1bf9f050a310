"""Tables with light horizontal rules and a heading row that repeats on each page."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.exporting.blocks import ActorTable
from briefing.exporting.word.elements import Element, paragraph, run, sub
from briefing.exporting.word.styles import ACCENT, RULE, TEXT_WIDTH
from briefing.exporting.words import capital


@dataclass(frozen=True, slots=True)
class Columns:
    """Heads (none: no heading row) and widths in twentieths of a point."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]


ACTORS = Columns(("Actor", "Also known as", "Kind", "Role"), (2500, 2650, 1304, 2900))
OUTLOOK = Columns(("Judgement", "Likelihood", "Confidence", "Horizon"), (3854, 1750, 2150, 1600))
FACTS = Columns((), (TEXT_WIDTH // 3,) * 3)


def start(root: Element, columns: Columns) -> Element:
    """Append a table with its heading row."""
    table = sub(root, "tbl")
    properties = sub(table, "tblPr")
    sub(properties, "tblW", w=str(sum(columns.widths)), type="dxa")
    borders = sub(properties, "tblBorders")
    for side, color, size in (("top", ACCENT, "8"), ("bottom", RULE, "4"), ("insideH", RULE, "4")):
        sub(borders, side, val="single", sz=size, space="0", color=color)
    sub(properties, "tblLayout", type="fixed")
    margins = sub(properties, "tblCellMar")
    for side, space in (("left", "0"), ("right", "142")):
        sub(margins, side, w=space, type="dxa")
    grid = sub(table, "tblGrid")
    for width in columns.widths:
        sub(grid, "gridCol", w=str(width))
    if columns.heads:
        for cell, head in zip(row(table, columns, heading=True), columns.heads, strict=True):
            run(paragraph(cell, "TableHead"), head)
    return table


def row(
    table: Element, columns: Columns, *, heading: bool = False, open_below: bool = False
) -> list[Element]:
    """Append a row that stays on one page and return its empty cells. `open_below`: no rule under it."""
    made = sub(table, "tr")
    properties = sub(made, "trPr")
    sub(properties, "cantSplit")
    if heading:
        sub(properties, "tblHeader")
    cells = []
    for width in columns.widths:
        cell = sub(made, "tc")
        cell_properties = sub(cell, "tcPr")
        sub(cell_properties, "tcW", w=str(width), type="dxa")
        if open_below:
            sub(sub(cell_properties, "tcBorders"), "bottom", val="nil")
        cells.append(cell)
    return cells


def wide_row(table: Element, columns: Columns) -> Element:
    """Append a row of one cell over all columns, without a rule above it."""
    made = sub(table, "tr")
    sub(sub(made, "trPr"), "cantSplit")
    cell = sub(made, "tc")
    properties = sub(cell, "tcPr")
    sub(properties, "tcW", w=str(sum(columns.widths)), type="dxa")
    sub(properties, "gridSpan", val=str(len(columns.widths)))
    sub(sub(properties, "tcBorders"), "top", val="nil")
    return cell


def end(root: Element) -> None:
    """Append the paragraph that must follow a table, and keeps two apart."""
    paragraph(root, "Gap")


def stated(cell: Element, value: str, below: str) -> None:
    """A value with a quiet line below it."""
    told(cell, value, bold=True)
    if below:
        run(paragraph(cell, "TableNote", below), below)


def told(cell: Element, value: str, *, bold: bool = False) -> None:
    """A value, or that there is none."""
    made = paragraph(cell, "TableText", value)
    if value:
        run(made, capital(value), bold=bold)
    else:
        run(made, "Not stated", "Quiet")


def facts(root: Element, pairs: tuple[tuple[str, str], ...]) -> None:
    """The facts below the title, three to a row."""
    table = start(root, FACTS)
    for at in range(0, len(pairs), 3):
        cells = row(table, FACTS)
        for place, cell in enumerate(cells):
            label, value = pairs[at + place] if at + place < len(pairs) else ("", "")
            run(paragraph(cell, "FactLabel"), label)
            if label:
                run(paragraph(cell, "FactValue", value), value)
    end(root)


def actors(root: Element, block: ActorTable) -> None:
    """Who is who."""
    table = start(root, ACTORS)
    for actor in block.rows:
        name, aliases, kind, role = row(table, ACTORS)
        run(paragraph(name, "TableText", actor.name), actor.name, bold=True)
        made = paragraph(aliases, "TableText")
        for place, alias in enumerate(actor.aliases):
            run(made, "; " if place else "")
            run(made, alias)
        run(paragraph(kind, "TableText"), capital(actor.kind))
        run(paragraph(role, "TableText", actor.role), actor.role)
    end(root)
