"""Tables with light horizontal rules and a heading row that repeats on each page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.exporting.blocks import ACTOR_HEADS, CHRONOLOGY_HEADS, ActorRow, ActorTable, Table
from briefing.exporting.format_helpers import capital
from briefing.exporting.word import word_styles
from briefing.exporting.word.elements import Element, paragraph, run, sub
from briefing.exporting.word.word_styles import ACCENT, BAR, RULE, TEXT_WIDTH

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BAR_HEIGHT = 110


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Heads (none: no heading row) and widths in twentieths of a point."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]

    def of(self, heads: tuple[str, ...]) -> TableColumns:
        """Return some of the columns."""
        kept = [(head, wide) for head, wide in zip(self.heads, self.widths, strict=True) if head in heads]
        return TableColumns(tuple(head for head, _ in kept), tuple(wide for _, wide in kept))

    def fitted(self, width: int) -> TableColumns:
        """Return the same columns on a page whose text is `width` wide."""
        whole = sum(self.widths)
        return replace(self, widths=tuple(width * each // whole for each in self.widths))


ACTORS = TableColumns(ACTOR_HEADS, (2500, 2650, 1304, 2900))
OUTLOOK = TableColumns(("Judgement", "Likelihood", "Confidence", "Horizon"), (3954, 2000, 1600, 1800))
CHRONOLOGY = TableColumns(CHRONOLOGY_HEADS, (2354, 7000))
FACTS = TableColumns((), (TEXT_WIDTH // 3,) * 3)


def start(root: Element, columns: TableColumns, *, title: str = "", ruled: bool = True) -> Element:
    """Append a table with its heading row. `title` is what a screen reader calls it; `ruled`: a line above
    it.
    """
    table = sub(root, "tbl")
    properties = sub(table, "tblPr")
    sub(properties, "tblW", w=str(sum(columns.widths)), type="dxa")
    borders = sub(properties, "tblBorders")
    rules = (("top", ACCENT, "8"), ("bottom", RULE, "4"), ("insideH", RULE, "4"))
    for side, color, size in rules if ruled else rules[1:]:
        sub(borders, side, val="single", sz=size, space="0", color=color)
    sub(properties, "tblLayout", type="fixed")
    margins = sub(properties, "tblCellMar")
    for side, space in (("left", "0"), ("right", "142")):
        sub(margins, side, w=space, type="dxa")
    sub(properties, "tblLook", val="0020" if columns.heads else "0000")
    if title:
        sub(properties, "tblCaption", val=title)
    grid = sub(table, "tblGrid")
    for width in columns.widths:
        sub(grid, "gridCol", w=str(width))
    if columns.heads:
        for cell, head in zip(row(table, columns, heading=True), columns.heads, strict=True):
            run(paragraph(cell, "TableHead"), head)
    return table


def row(
    table: Element, columns: TableColumns, *, heading: bool = False, open_below: bool = False
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


def wide_row(table: Element, columns: TableColumns) -> Element:
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


def likely(cell: Element, term: str, spread: str, standard: str, width: int) -> None:
    """The term, a bar of its range from 0 to 100 %, and the range in words below it."""
    told(cell, term, bold=True)
    bounds = [min(100.0, float(found)) for found in _NUMBER.findall(spread)][:2]
    if term and len(bounds) == 2 and bounds[0] < bounds[1]:
        _bar(cell, bounds, spread, width - 200)
        scale = ", ".join(part for part in (spread, standard) if part)
        run(paragraph(cell, "TableNote", scale), scale)
    elif term and (spread or standard):
        scale = ", ".join(part for part in (spread, standard) if part)
        run(paragraph(cell, "TableNote", scale), scale)


def _bar(cell: Element, bounds: list[float], spread: str, width: int) -> None:
    """A table of one row in the cell: shaded cells show in every reader, and hold no words."""
    cuts = [0.0, *bounds, 100.0]
    widths = [max(15, round(width * (high - low) / 100)) for low, high in pairwise(cuts)]
    parts = [
        (wide, fill)
        for wide, fill, size in zip(widths, (RULE, BAR, RULE), (bounds[0], 1, 100 - bounds[1]), strict=True)
        if size
    ]
    table = sub(cell, "tbl")
    properties = sub(table, "tblPr")
    sub(properties, "tblW", w=str(sum(wide for wide, _ in parts)), type="dxa")
    sub(properties, "tblLayout", type="fixed")
    margins = sub(properties, "tblCellMar")
    for side in ("left", "right"):
        sub(margins, side, w="0", type="dxa")
    sub(properties, "tblCaption", val="Likelihood")
    sub(properties, "tblDescription", val=f"A bar from 0 to 100 per cent, filled at {spread}.")
    grid = sub(table, "tblGrid")
    made = sub(table, "tr")
    sub(sub(made, "trPr"), "trHeight", val=str(_BAR_HEIGHT), hRule="exact")
    for wide, fill in parts:
        sub(grid, "gridCol", w=str(wide))
        piece = sub(made, "tc")
        piece_properties = sub(piece, "tcPr")
        sub(piece_properties, "tcW", w=str(wide), type="dxa")
        sub(piece_properties, "shd", val="clear", color="auto", fill=fill)
        paragraph(piece, "Gap", keep_next=True)


def told(cell: Element, value: str, *, bold: bool = False) -> None:
    """A value, or that there is none."""
    made = paragraph(cell, "TableText", value)
    if value:
        run(made, capital(value), bold=bold)
    else:
        run(made, "Not stated", "Quiet")


def facts(
    root: Element, pairs: tuple[tuple[str, str], ...], width: int = TEXT_WIDTH, *, ruled: bool = True
) -> None:
    """The facts below the title, three to a row; a template that shows some of them has its own line above
    the rest.
    """
    columns = FACTS.fitted(width)
    table = start(root, columns, title="About this brief", ruled=ruled)
    for at in range(0, len(pairs), 3):
        cells = row(table, columns)
        for place, cell in enumerate(cells):
            label, value = pairs[at + place] if at + place < len(pairs) else ("", "")
            run(paragraph(cell, "FactLabel"), label)
            if label:
                run(paragraph(cell, "FactValue", value), value)
    end(root)


def actors(root: Element, block: ActorTable, width: int = TEXT_WIDTH) -> None:
    """Who is who."""
    columns = ACTORS.of(block.heads).fitted(width)
    table = start(root, columns, title="Actors")
    for actor in block.rows:
        for place, (cell, words) in enumerate(zip(row(table, columns), block.cells(actor), strict=True)):
            made = paragraph(cell, "TableText", words)
            for piece in re.split(r"(?<=; )", words):  # aliases of several scripts run each its own way
                run(made, piece, bold=not place)
    end(root)


def actor_list(root: Element, block: ActorTable) -> None:
    """Who is who, a line each."""
    for actor in block.rows:
        _actor_line(paragraph(root, "ListBullet", actor.name, numbered=word_styles.BULLETS), actor)


def _actor_line(made: Element, actor: ActorRow) -> None:
    run(made, actor.name, bold=True)
    aliases = f"also known as {'; '.join(actor.aliases)}" if actor.aliases else ""
    told_of = [part for part in (aliases, actor.kind, actor.role) if part]
    for place, part in enumerate(told_of):
        run(made, "; " if place else ": ")
        run(made, part)


def plain(root: Element, block: Table, width: int = TEXT_WIDTH) -> None:
    """A table as it comes; columns share the page by the longest of their words."""
    lengths = [
        min(40, max([8, len(head) + 3, *(len(row[place]) for row in block.rows)]))
        for place, head in enumerate(block.heads)
    ]
    columns = TableColumns(block.heads, tuple(lengths)).fitted(width)
    table = start(root, columns)
    for cells in block.rows:
        for cell, words in zip(row(table, columns), cells, strict=True):
            run(paragraph(cell, "TableNote", words), words)
    end(root)
