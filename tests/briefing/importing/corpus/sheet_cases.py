"""Tables by themselves with their truth: what each row says, and files that mean harm."""

from __future__ import annotations

from tests.briefing.importing.corpus import Case, Hostile

_ROWS = "Port;Tonnes;Date\nUpton;3,5;2 May 2024\nOld Town;7;–\n"
WORDS = "Port Tonnes Date\nUpton 3,5 2 May 2024\nOld Town 7 –"


def _case(id: str, data: bytes, words: str = WORDS, name: str = "ports.csv", **more: object) -> Case:
    return Case(id, name, data, words, **more)  # type: ignore[arg-type]


CASES: tuple[Case, ...] = (
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

HOSTILE: tuple[Hostile, ...] = (
    Hostile("csv-bare", "a.csv", lambda: b",,,\n" * 1000, "no words"),
    Hostile("csv-many-rows", "a.csv", lambda: b"a,b\n" * 1_000_000),
    Hostile("csv-many-cells", "a.csv", lambda: b"a," * 2_000_000),
    Hostile("csv-one-cell", "a.csv", lambda: b'"' + b"a" * 9_000_000 + b'"', "cannot be read"),
    Hostile("csv-never-ends", "a.csv", lambda: b'a,b\n"' + b"c,d\n" * 100_000),
    Hostile("csv-quotes", "a.csv", lambda: b'"' * 5_000_000, "cannot be read"),
    Hostile("csv-blanks", "a.csv", lambda: b"a" + b" " * 5_000_000 + b",b\n", "cannot be read"),
    Hostile("csv-nul", "a.csv", lambda: b"a,b\n" * 40 + b"c\x00d,e\n"),
)  # fmt: skip
