"""Excel (.xlsx): what the cells of visible sheets show, a row a line, its sheet and number kept as its place.

The results of formulas are those that the program which wrote the file kept: nothing is worked out again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.errors import BadInput
from briefing.importing.common.left_out import Omitted
from briefing.importing.common.office_package import core_properties, words_of
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.properties import described
from briefing.importing.common.table_lines import tabbed
from briefing.importing.common.unit_text import UnitText
from briefing.importing.sheets.workbook import SheetRow, Tab, Workbook
from briefing.quoting.locators import sheet_units
from briefing.xml_archive import LXML, Archive, open_archive

MOST_ROWS = 50_000  # of all sheets, those without words between others counted
MOST_COLUMNS = 1_000
MOST_CELLS = 400_000  # of all sheets: some seconds of work
_OTHER = (
    (
        re.compile(r"xl/comments\d*\.xml|xl/(?:comments|threadedComments)/.*\.xml"),
        ("t", "text"),
        "Comments left out",
    ),
    (re.compile(r"xl/drawings/drawing\d+\.xml"), ("t",), "Text boxes and drawings left out"),
    (re.compile(r"xl/charts/chart\d+\.xml"), ("t", "v"), "Charts left out"),
)
_PICTURE = re.compile(r"xl/media/.*\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?)", re.IGNORECASE)
# What workbooks that make no sense lead to: numbers that are none, strings that are not there.
_FAULTS = (ValueError, LookupError, ArithmeticError)


def read(data: bytes, hints: Hints) -> Parsed:  # noqa: ARG001  every format is handed hints
    """Return the rows of a workbook. Raises BadInput for what is none, or is hostile."""
    archive = open_archive(data, "Excel workbook")
    sheets = _Sheets()
    try:
        book = Workbook(archive)
        for tab in book.tabs:
            sheets.add(book, tab)
    except _FAULTS as error:
        why = f"It is damaged: its sheets cannot be read ({type(error).__name__})."
        raise BadInput(why, "Open it in a spreadsheet program and save it again.") from error
    if not sheets.rows:
        raise BadInput("It holds no words.", "There is nothing to quote from it.")
    _name_the_rest(archive, sheets.omitted)
    text = sheets.out.whole()
    parsed = Parsed(
        text,
        struck=sheets.out.struck(),
        notices=(*sheets.omitted.notices(), *sheets.out.notices(), *sheets.cut()),
        kind="data",
        pages=tuple(unit for unit in sheets.units if unit < len(text)),
        extractor=f"xlsx 1, {LXML}",
    )
    return described(parsed, [], core_properties(archive))


@dataclass(slots=True)
class _Sheets:
    """Puts the text together, sheet by sheet; `rows` counts those down to the last with words of each."""

    omitted: Omitted = field(default_factory=Omitted)
    out: UnitText = field(default_factory=UnitText)
    units: list[int] = field(default_factory=list)
    rows: int = 0
    cells: int = 0
    too_long: bool = False
    too_wide: bool = False

    def add(self, book: Workbook, tab: Tab) -> None:
        """Add a sheet under its name, if it is seen and has cells."""
        if not tab.visible:
            self.omitted.add("Hidden sheets left out", tab.name)
            return
        heading = self.out.at
        self.out.line(f"Sheet: {tab.name}")
        starts = list[int]()
        if book.is_sheet(tab):
            self._add_rows(book, tab, starts)
        else:
            self.omitted.add("Sheets of another kind left out (charts, macros)", tab.name)
        self.units += sheet_units(heading, starts)
        self.rows += len(starts)
        self.out.line("")

    def _add_rows(self, book: Workbook, tab: Tab, starts: list[int]) -> None:
        """Add the rows, and to `starts` where each begins, as far as the last that has words."""
        hidden = book.hidden_columns(tab)
        for row in book.rows(tab):
            for _ in range(row.without_result):
                self.omitted.add("Formulas whose result the file does not keep, left out")
            self.cells += len(row.cells)
            if self.cells > MOST_CELLS:
                self.too_long = True
                return
            before = self.out.at
            line = self._line(row, hidden)
            if not line.strip():
                continue
            if self.rows + row.number > MOST_ROWS or row.number <= len(starts):
                self.too_long = True
                continue
            self.out.line(line)
            if self.out.at > before:  # else all of it is struck out
                starts += [before] * (row.number - len(starts))

    def _line(self, row: SheetRow, hidden: set[int]) -> str:
        """Return the line of a row; what is hidden is named instead."""
        if row.hidden:
            self._hide("Hidden rows left out", [*row.cells.values()])
            return ""
        self._hide("Cells of hidden columns left out", [w for n, w in row.cells.items() if n in hidden])
        shown = {n: words for n, words in row.cells.items() if n not in hidden}
        self.too_wide = self.too_wide or any(n >= MOST_COLUMNS for n in shown)
        last = max((n for n in shown if n < MOST_COLUMNS), default=-1)
        return tabbed([shown.get(n, "") for n in range(last + 1) if n not in hidden])

    def _hide(self, what: str, words: list[str]) -> None:
        if words:
            self.omitted.add(what, " ".join(words))

    def cut(self) -> tuple[str, ...]:
        """Return the sentences about rows and columns beyond those that are kept."""
        most = f"{MOST_ROWS:,} rows or {MOST_CELLS:,} cells"
        long = f"It is larger than can be kept: what lies beyond {most}, and rows out of order, are left out."
        wide = f"It is wider than can be kept: columns beyond {MOST_COLUMNS:,} are left out."
        return (*((long,) if self.too_long else ()), *((wide,) if self.too_wide else ()))


def _name_the_rest(archive: Archive, omitted: Omitted) -> None:
    """Name what the package holds beside its cells."""
    for name in archive.names:
        for shape, tags, what in _OTHER:
            if shape.fullmatch(name) and (words := words_of(archive, name, *tags)):
                omitted.add(what, words)
        if _PICTURE.fullmatch(name):
            omitted.add("Pictures left out")
