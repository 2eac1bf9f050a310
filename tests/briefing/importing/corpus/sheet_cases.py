"""Tables by themselves with their truth: what each row says, and files that mean harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.zips import DTDS, inflated, locked, nested_xml, twice, zipped

_ROWS = "Port;Tonnes;Date\nUpton;3,5;2 May 2024\nOld Town;7;–\n"
WORDS = "Port Tonnes Date\nUpton 3,5 2 May 2024\nOld Town 7 –"


def _case(id: str, data: bytes, words: str = WORDS, name: str = "ports.csv", **more: object) -> Case:
    return Case(id, name, data, words, **more)  # type: ignore[arg-type]


_OPEN = "http://schemas.openxmlformats.org/"
_REL = f"{_OPEN}officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MAIN = f'xmlns="{_OPEN}spreadsheetml/2006/main" xmlns:r="{_REL}"'
# By their places: none, two decimals with thousands, per cent, a day by the system, a day in words, struck out.
_FORMATS = """<numFmts count="1"><numFmt numFmtId="170" formatCode="d mmmm yyyy"/></numFmts>
<fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts>
<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="6"><xf/><xf numFmtId="4"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="170"/><xf fontId="1"/></cellXfs>"""


def c(place: str, value: str | float | None = None, *, style: int = 0, more: str = "") -> str:
    """Return a cell: a number, words in the cell itself, or what `more` holds."""
    if isinstance(value, str):
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'
    held = "" if value is None else f"<v>{value}</v>"
    return f'<c r="{place}" s="{style}">{more}{held}</c>'


def row(number: int, *cells: str, more: str = "") -> str:
    """Return a row of cells."""
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def sheet(*rows: str, before: str = "") -> str:
    """Return a sheet of rows."""
    return f"<worksheet {_MAIN}>{before}<sheetData>{''.join(rows)}</sheetData></worksheet>"


def package(
    sheets: dict[str, str], *, states: dict[str, str] | None = None, strings: str = ""
) -> dict[str, str | bytes]:
    """Return the parts of a workbook of sheets by their names; `strings`: what its table of strings holds."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}" state="{(states or {}).get(name, "visible")}"/>'
        for n, name in enumerate(sheets, start=1)
    )
    parts = [(f"worksheets/sheet{n}.xml", "worksheet", "worksheet") for n in range(1, len(sheets) + 1)]
    parts += [("styles.xml", "styles", "styles"), ("sharedStrings.xml", "sharedStrings", "sharedStrings")]
    types = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind, _ in parts
    )
    types += f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    default = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    rows = (
        f'<Relationship Id="rId{n}" Type="{_REL}/{kind}" Target="{name}"/>'
        for n, (name, _, kind) in enumerate(parts, start=1)
    )
    relations = f'<Relationships xmlns="{_OPEN}package/2006/relationships">{{}}</Relationships>'.format
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_OPEN}package/2006/content-types">{default}{types}</Types>',
        "_rels/.rels": relations(
            f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/workbook.xml": f"<workbook {_MAIN}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations("".join(rows)),
        "xl/styles.xml": f"<styleSheet {_MAIN}>{_FORMATS}</styleSheet>",
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{strings}</sst>",
    }
    return made | {f"xl/worksheets/sheet{n}.xml": inner for n, inner in enumerate(sheets.values(), start=1)}


def book(*rows: str, before: str = "", **more: Any) -> bytes:
    """Return a workbook of one sheet, “Imports”, as bytes."""
    return zipped(package({"Imports": sheet(*rows, before=before)}, **more))


def _workbook(id: str, data: bytes, words: str, **more: object) -> Case:
    return Case(id, "a.xlsx", data, words, **more)  # type: ignore[arg-type]


_HEAD = row(1, c("A1", "Port"), c("B1", "Tonnes"))
_TWO = package(
    {
        "Imports": sheet(_HEAD, row(2, c("A2", "Upton"), c("B2", 12))),
        "Notes": sheet(row(1, c("A1", "As of May"))),
        "Raw": sheet(row(1, c("A1", "x"))),
    },
    states={"Raw": "veryHidden"},
)
_RICH = "<si><r><t>It was </t></r><r><rPr><strike/></rPr><t>40 </t></r><r><t>14.</t></r></si><si><t>Upton</t></si>"
WORKBOOKS: tuple[Case, ...] = (
    _workbook("formats", book(row(1, c("A1", 1234.5, style=1), c("B1", 0.256, style=2), c("C1", 45414, style=3), c("D1", 45414, style=4), c("E1", 0.1 + 0.2)),
        row(2, '<c r="A2" t="b"><v>1</v></c>', '<c r="B2" t="e"><v>#N/A</v></c>', '<c r="C2" t="d"><v>2024-05-02</v></c>')),
        "Sheet: Imports\n1,234.50\t26%\t2024-05-02\t2 May 2024\t0.3\nTRUE\t#N/A\t2024-05-02", quiet=True),
    _workbook("sheets", zipped(_TWO), "Sheet: Imports\nPort\tTonnes\nUpton\t12\n\nSheet: Notes\nAs of May", absent=("x",), notices=("Hidden sheets left out: 1 (“Raw”).",)),
    _workbook("gaps", book(_HEAD, row(5, c("B5", "x"), c("D5", "y"))), "Sheet: Imports\nPort\tTonnes\n\tx\t\ty", quiet=True),
    _workbook("lines in a cell", book(row(1, c("A1", "Old\nTown"), c("B1", "7"))), "Sheet: Imports\nOld Town\t7", quiet=True),
    _workbook("kept results", book(row(1, c("A1", 24, more="<f>B1*2</f>"), '<c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>')), "Sheet: Imports\n24\tab", quiet=True),
    _workbook("lost results", book(_HEAD, row(2, c("A2", more="<f>B1*2</f>"), c("B2", 3), '<c r="C2" t="str"><f>""</f><v></v></c>')), "Sheet: Imports\nPort\tTonnes\n\t3",
        notices=("Formulas whose result the file does not keep, left out: 1.",)),
    _workbook("hidden rows", book(_HEAD, row(2, c("A2", "never"), more=' hidden="1"'), row(3, c("A3", "Upton"))), "Sheet: Imports\nPort\tTonnes\nUpton", absent=("never",),
        notices=("Hidden rows left out: 1 (“never”).",)),
    _workbook("hidden columns", book(row(1, c("A1", "Port"), c("B1", "never"), c("C1", "Tonnes")), before='<cols><col min="2" max="2" hidden="1"/></cols>'),
        "Sheet: Imports\nPort\tTonnes", absent=("never",), notices=("Cells of hidden columns left out: 1 (“never”).",)),
    _workbook("struck", book(row(1, '<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>'), row(2, c("A2", "withdrawn", style=5)), strings=_RICH),
        "Sheet: Imports\nIt was 14.\tUpton", absent=("40", "withdrawn"), notices=("Struck-out words left out of the text: 2 (“40”, “withdrawn”).",)),
    _workbook("a wrong size", book(row(1, c("A1", "Port"), c("C1", "far")), before='<dimension ref="A1:A1"/>'), "Sheet: Imports\nPort\t\tfar", quiet=True),
    _workbook("comments and charts", zipped(_TWO | {"xl/comments1.xml": f"<comments {_MAIN}><comment><text><t>Check this.</t></text></comment></comments>",
        "xl/charts/chart1.xml": f'<c:chart xmlns:c="{_OPEN}drawingml/2006/chart"><c:v>East</c:v></c:chart>', "xl/media/image1.png": b"x"}),
        "Sheet: Imports\nPort\tTonnes\nUpton\t12\n\nSheet: Notes\nAs of May", notices=("Comments left out: 1 (“Check this.”).", "Charts left out: 1 (“East”).", "Pictures left out: 1.")),
    _workbook("strict", zipped({name: str(one).replace(f"{_OPEN}spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(f'xmlns:r="{_REL}"', 'xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"') for name, one in _TWO.items()}),
        "Sheet: Imports\nPort\tTonnes\nUpton\t12\n\nSheet: Notes\nAs of May"),
)  # fmt: skip

TABLES: tuple[Case, ...] = (
    _case("semicolons", _ROWS.encode(), quiet=True),
    _case("tabs", _ROWS.replace(";", "\t").encode(), name="ports.tsv", quiet=True),
    _case("bars", _ROWS.replace(";", "|").encode(), quiet=True),
    _case("commas", b'Port,Tonnes,Date\nUpton,"3,5",2 May 2024\n"Old\r\nTown",7,"\xe2\x80\x93"\n', quiet=True),
    _case("told", b"sep=;\r\n" + _ROWS.encode(), absent=("sep=",), quiet=True),
    _case("told with a mark before it", b"\xef\xbb\xbfsep=|\n" + _ROWS.replace(";", "|").encode(), quiet=True),
    _case("utf-16", _ROWS.replace(";", "\t").encode("utf-16"), quiet=True),
    _case("quotes", b'a,b\n"He said ""no""",1\n', 'a b\nHe said "no" 1', quiet=True),
    _case("one column", b"Upton\nOld Town, north\n\nLow Town\n", "Upton\nOld Town, north\nLow Town"),
    _case("empty rows and cells", b"a,b,c\n,,\nd,,e\n", "a b c\nd e", quiet=True),
    _case("commas in words", b"name;note\nUpton;a, b, c\nNorton;d, e\n", "name note\nUpton a, b, c\nNorton d, e", quiet=True),
)  # fmt: skip


def _with(name: str, data: str | bytes) -> Callable[[], bytes]:
    return lambda: zipped(_TWO | {name: data})


_SHEET = "xl/worksheets/sheet1.xml"
HOSTILE: tuple[Hostile, ...] = (
    Hostile("csv-bare", "a.csv", lambda: b",,,\n" * 1000, "no words"),
    Hostile("csv-many-rows", "a.csv", lambda: b"a,b\n" * 1_000_000),
    Hostile("csv-many-cells", "a.csv", lambda: b"a," * 2_000_000),
    Hostile("csv-one-cell", "a.csv", lambda: b'"' + b"a" * 9_000_000 + b'"', "cannot be read"),
    Hostile("csv-never-ends", "a.csv", lambda: b'a,b\n"' + b"c,d\n" * 100_000),
    Hostile("csv-quotes", "a.csv", lambda: b'"' * 5_000_000, "cannot be read"),
    Hostile("csv-blanks", "a.csv", lambda: b"a" + b" " * 5_000_000 + b",b\n", "cannot be read"),
    Hostile("csv-nul", "a.csv", lambda: b"a,b\n" * 40 + b"c\x00d,e\n"),
    Hostile("bomb", "a.xlsx", lambda: _with(_SHEET, bytes(150_000_000))(), "far larger"),
    Hostile("inflated", "a.xlsx", lambda: inflated(_TWO, 250_000_000), "far larger"),
    Hostile("twice", "a.xlsx", lambda: twice(_TWO, "xl/workbook.xml"), "two parts named"),
    Hostile("locked", "a.xlsx", lambda: locked(zipped(_TWO)), "password"),
    Hostile("truncated", "a.xlsx", lambda: zipped(_TWO)[:-200], "damaged"),
    Hostile("deep", "a.xlsx", _with(_SHEET, sheet(nested_xml(100_000))), ""),
    Hostile("many-rows", "a.xlsx", lambda: book(*(row(n, c(f"A{n}", n)) for n in range(1, 150_000)))),
    Hostile("a-far-row", "a.xlsx", lambda: book(_HEAD, row(999_999_999, c("A999999999", "x")))),
    Hostile("far-columns", "a.xlsx", lambda: book(*(row(n, c(f"XFD{n}", n)) for n in range(1, 20_000)))),
    Hostile("no-such-column", "a.xlsx", lambda: book(row(1, c("ZZZZZZZZ1", "x")))),
    Hostile("a-number-without-end", "a.xlsx", lambda: book(row(1, f'<c r="A1"><v>{"9" * 100_000}</v></c>'))),
    Hostile("no-such-string", "a.xlsx", lambda: book(row(1, '<c r="A1" t="s"><v>7</v></c>')), "damaged"),
    Hostile("a-date-of-no-day", "a.xlsx", lambda: book(row(1, c("A1", 1e300, style=4), c("B1", -5e8, style=4)))),
    Hostile("a-format-without-end", "a.xlsx", lambda: zipped(_TWO | {"xl/styles.xml": f"<styleSheet {_MAIN}>{_FORMATS.replace('d mmmm yyyy', '[' * 500_000)}</styleSheet>"})),
    Hostile("no-sheets", "a.xlsx", lambda: zipped(package({})), "no words"),
    Hostile("empty-sheets", "a.xlsx", lambda: zipped(package({f"s{n}": sheet() for n in range(300)})), "no words"),
    Hostile("no-workbook", "a.xlsx", lambda: zipped({k: v for k, v in _TWO.items() if "workbook.xml" not in k}), "damaged|cannot be read"),
    *(
        Hostile(f"dtd-{kind}-{name.rpartition('/')[2]}", "a.xlsx", _with(name, dtd), "DTD")
        for name in (_SHEET, "xl/workbook.xml", "xl/sharedStrings.xml")
        for kind, dtd in DTDS.items()
    ),
)  # fmt: skip
