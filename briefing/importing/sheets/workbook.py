"""The parts of an Excel workbook (ECMA-376-1, 18): its sheets in order, its strings, what its formats show.

Our own walk over the rows, a row at a time: of a sheet, only what cells hold is needed, and files are common
whose other parts no library takes. openpyxl knows Excel's own formats, and which day a number stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefing.importing.common.office_package import part_of
from briefing.importing.common.struck_out import struck
from briefing.importing.sheets.cell_formats import general, shown
from briefing.xml_archive import Archive, parse_xml, resolved

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TRUE = ("1", "true", "on")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,9})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WHOLE = re.compile(r"-?\d{1,15}")


@dataclass(frozen=True, slots=True)
class Tab:
    """One sheet as the workbook lists it; `part` is the name of what holds it."""

    name: str
    visible: bool
    part: str


@dataclass(frozen=True, slots=True)
class CellStyle:
    """A cell’s number format, whether it shows days or lengths of time, and whether it is struck out."""

    shows: str = "General"
    is_day: bool = False
    is_length: bool = False
    is_struck: bool = False


_GENERAL = CellStyle()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its number from 1, what each cell shows by its column from 0, how many results are missing."""

    number: int
    hidden: bool
    cells: dict[int, str]
    without_result: int


class Workbook:
    """A workbook in a checked archive. Raises BadInput for parts that are missing or damaged."""

    def __init__(self, archive: Archive) -> None:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

        self._archive = archive
        package = self._targets("", "_rels/.rels", "Type")
        main = next(
            (to for kind, to in package.items() if kind.endswith("/officeDocument")), "xl/workbook.xml"
        )
        folder, _, name = main.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        root = part_of(archive, main)
        self._open = (main, root)  # the part that was read last: a sheet is asked for several times
        by_id = self._targets(main, rels, "Id")
        by_kind = {kind.rpartition("/")[2]: to for kind, to in self._targets(main, rels, "Type").items()}
        self.tabs = tuple(
            Tab(
                item.get("name", ""),
                item.get("state", "visible") == "visible",
                by_id.get(item.get(_REL, ""), ""),
            )
            for item in root.iter(f"{_MAIN}sheet")
        )
        about = root.find(f"{_MAIN}workbookPr")
        since_1904 = about is not None and about.get("date1904", "") in _TRUE
        self._epoch = CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900
        self._moment = from_excel
        self._strings = self._read_strings(by_kind.get("sharedStrings", ""))
        self._styles = self._read_styles(by_kind.get("styles", ""))

    def is_sheet(self, tab: Tab) -> bool:
        """Return whether a tab is a sheet of cells, not a chart or a macro."""
        return tab.part in self._archive and etree.QName(self._sheet(tab)).localname == "worksheet"

    def hidden_columns(self, tab: Tab) -> set[int]:
        """Return which columns are hidden, counted from 0."""
        found: set[int] = set()
        for column in self._sheet(tab).iterfind(f"{_MAIN}cols/{_MAIN}col"):
            if column.get("hidden") in _TRUE:
                first, last = int(column.get("min", "1")), int(column.get("max", "0"))
                found.update(range(max(first, 1) - 1, min(last, 20_000)))
        return found

    def rows(self, tab: Tab) -> Iterator[SheetRow]:
        """Yield the rows that the sheet has, in its order."""
        number = 0
        for item in self._sheet(tab).iterfind(f"{_MAIN}sheetData/{_MAIN}row"):
            stated = item.get("r", "")
            number = int(stated) if stated.isdigit() and len(stated) < 10 else number + 1
            yield self._row(number, item)

    def _row(self, number: int, item: etree._Element) -> SheetRow:
        cells: dict[int, str] = {}
        column, without = -1, 0
        for cell in item.iterfind(f"{_MAIN}c"):
            place = _PLACE.fullmatch(cell.get("r", ""))
            column = _column(place[1]) if place else column + 1
            words = self._words(cell)
            if words:
                cells[column] = words
            elif cell.find(f"{_MAIN}f") is not None and cell.get("t") != "str":
                without += 1
        return SheetRow(number, item.get("hidden") in _TRUE, cells, without)

    def _words(self, cell: etree._Element) -> str:
        """Return what a cell shows, on one line; struck-out words are marked."""
        kind, at = cell.get("t", "n"), cell.get("s", "0")
        style = self._styles.get(at, _GENERAL)
        if kind == "inlineStr":
            inner = cell.find(f"{_MAIN}is")
            words = "" if inner is None else _string(inner)
        else:
            words = self._value(kind, cell.findtext(f"{_MAIN}v") or "", style)
        return struck(words) if style.is_struck and words else words

    def _value(self, kind: str, value: str, style: CellStyle) -> str:
        if not value:
            return ""
        match kind:
            case "n":
                return self._number(value, style)
            case "s":
                return self._strings[int(value)]
            case "b":
                return "TRUE" if value in _TRUE else "FALSE"
            case "d":
                return value.removesuffix("T00:00:00").replace("T", " ")
        return _flat(_unescaped(value))

    def _number(self, value: str, style: CellStyle) -> str:
        number = int(value) if _WHOLE.fullmatch(value) else float(value)
        if not style.is_day:
            return _flat(shown(number, style.shows))
        try:
            moment = self._moment(number, self._epoch, timedelta=style.is_length)
        except (ValueError, OverflowError, TypeError):
            return general(number)  # a number of no day, which a spreadsheet shows as a row of signs
        return _flat(shown(moment, style.shows))

    def _sheet(self, tab: Tab) -> etree._Element:
        if self._open[0] != tab.part:
            self._open = (tab.part, part_of(self._archive, tab.part))
        return self._open[1]

    def _targets(self, base: str, rels: str, key: str) -> dict[str, str]:
        if rels not in self._archive:
            return {}
        items = parse_xml(self._archive.read(rels), rels)
        return {
            item.get(key, ""): resolved(base, item.get("Target", ""))
            for item in items
            if item.get("TargetMode") != "External"
        }

    def _read_strings(self, name: str) -> list[str]:
        if name not in self._archive:
            return []
        return [_string(item) for item in part_of(self._archive, name).iterfind(f"{_MAIN}si")]

    def _read_styles(self, name: str) -> dict[str, CellStyle]:
        """Return the styles of cells by the numbers that cells name them by."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

        if name not in self._archive:
            return {}
        root = part_of(self._archive, name)
        own = {
            n.get("numFmtId", ""): n.get("formatCode", "")
            for n in root.iterfind(f"{_MAIN}numFmts/{_MAIN}numFmt")
        }
        fonts = [font.find(f"{_MAIN}strike") for font in root.iterfind(f"{_MAIN}fonts/{_MAIN}font")]
        crossed = {
            str(n) for n, item in enumerate(fonts) if item is not None and item.get("val", "1") in _TRUE
        }
        found: dict[str, CellStyle] = {}
        for n, item in enumerate(root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")):
            ident = item.get("numFmtId", "0")
            known = BUILTIN_FORMATS.get(int(ident), "") if ident.isdigit() and len(ident) < 6 else ""
            shows = own.get(ident) or known or "General"
            is_day = bool(is_date_format(shows))
            is_length = is_day and bool(is_timedelta_format(shows))
            found[str(n)] = CellStyle(shows, is_day, is_length, item.get("fontId", "0") in crossed)
        return found


def _string(item: etree._Element) -> str:
    """Return the words of a string, without readings for its signs (18.4.6); struck-out runs are marked."""
    pieces: list[str] = []
    for child in item:
        if child.tag == f"{_MAIN}t":
            pieces.append(_flat(_unescaped(child.text or "")))
        elif child.tag == f"{_MAIN}r":
            words = _flat(_unescaped(child.findtext(f"{_MAIN}t") or ""))
            strike = child.find(f"{_MAIN}rPr/{_MAIN}strike")
            pieces.append(struck(words) if strike is not None and strike.get("val", "1") in _TRUE else words)
    return "".join(pieces)


def _column(letters: str) -> int:
    """Return the number of a column from 0: "A" is 0, "AB" 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _unescaped(words: str) -> str:
    """Return words with the characters that XML cannot hold as they are (22.9.2.19)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words) if "_x" in words else words


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words) if re.search(r"[^\S ]", words) else words
