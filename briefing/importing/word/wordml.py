"""The names of WordprocessingML (ECMA-376) that importing needs."""

from __future__ import annotations

from typing import Final

from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"

# ISO/IEC 29500 Strict names the same elements by other namespaces.
STRICT: Final[tuple[tuple[bytes, bytes], ...]] = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", _MATH.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", _DRAWING.encode() + b"/"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return f"{{{_MAIN}}}{name}"


def m(name: str) -> str:
    """Return the qualified name of an Office Math element."""
    return f"{{{_MATH}}}{name}"


P, R, T, PPR, RPR = w("p"), w("r"), w("t"), w("pPr"), w("rPr")
VAL, ID, TYPE = w("val"), w("id"), w("type")
DEL, MOVE_FROM, DEL_TEXT = w("del"), w("moveFrom"), w("delText")
TBL, TR, TC = w("tbl"), w("tr"), w("tc")
STRIKE, DSTRIKE = w("strike"), w("dstrike")
VANISH, NUM_PR, P_STYLE, R_STYLE = w("vanish"), w("numPr"), w("pStyle"), w("rStyle")
FLD_CHAR = w("fldChar")
ALTERNATE = f"{{{_COMPATIBLE}}}AlternateContent"
CHOICE = f"{{{_COMPATIBLE}}}Choice"
FALLBACK = f"{{{_COMPATIBLE}}}Fallback"
DOC_PR = f"{{{_DRAWING}/wordprocessingDrawing}}docPr"
PICTURE = f"{{{_DRAWING}/picture}}pic"
GRAPHIC_DATA = f"{{{_DRAWING}/main}}graphicData"
A_T = f"{{{_DRAWING}/main}}t"
CHART_VALUE = f"{{{_DRAWING}/chart}}v"
IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"

_OFF = frozenset({"0", "false", "off"})


def is_on(value: str | None) -> bool:
    """Return whether an on/off property is on: present without a value means on (17.17.4)."""
    return value is None or value.lower() not in _OFF


def look_of(properties: etree._Element | None, names: tuple[str, ...]) -> bool | None:
    """Return whether run properties switch one of these on; None where they do not say."""
    found = [] if properties is None else [one for one in properties if one.tag in names]
    return any(is_on(one.get(VAL)) for one in found) if found else None
