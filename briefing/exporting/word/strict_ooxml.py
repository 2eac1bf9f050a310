"""A part of a Strict Open XML file in the namespaces of the transitional kind, which every program reads.

Strict files (ISO/IEC 29500-1) have other namespaces, write lengths with their unit and say start and end for
left and right; the rest is the same (ISO/IEC 29500-4 lists the differences).
"""

from __future__ import annotations

import re

from lxml import etree

from briefing.exporting.word.elements import VAL, Element, W
from briefing.xml_archive import parse_xml

_SPACE = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
_OTHER_NAMES = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}
MARK = b"http://purl.oclc.org/ooxml/"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)")
_PER_CENT = re.compile(r"(-?\d+(?:\.\d+)?)%")
_TWENTIETHS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}
_HALF_POINTS = frozenset(
    f"{W}{name}" for name in ("sz", "szCs", "kern", "position", "hps", "hpsRaise", "hpsBaseText")
)
# Where a length or a share may stand; elsewhere “12pt” is somebody's word.
_MEASURES = frozenset(
    f"{W}{name}"
    for name in (
        *(
            "w",
            "h",
            "x",
            "y",
            "top",
            "bottom",
            "left",
            "right",
            "start",
            "end",
            "header",
            "footer",
            "gutter",
            "before",
        ),
        *(
            "after",
            "line",
            "hanging",
            "firstLine",
            "space",
            "pos",
            "hSpace",
            "vSpace",
            "percent",
            "tblpX",
            "tblpY",
        ),
        *("leftFromText", "rightFromText", "topFromText", "bottomFromText", "linePitch", "distance"),
    )
)
_MEASURED_VALUES = _HALF_POINTS | {
    f"{W}{name}" for name in ("spacing", "w", "trHeight", "defaultTabStop", "hyphenationZone",
                              "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing")
}  # fmt: skip
_SIDED = frozenset(f"{W}{name}" for name in ("tblBorders", "tcBorders", "tblCellMar", "tcMar"))
_SIDES = {f"{W}start": f"{W}left", f"{W}end": f"{W}right"}
_INDENTS = {**_SIDES, f"{W}startChars": f"{W}leftChars", f"{W}endChars": f"{W}rightChars"}
_ALIGNED = frozenset((f"{W}jc", f"{W}lvlJc"))
_WORDS = {"start": "left", "end": "right"}


def transitional(data: bytes, name: str) -> bytes:
    """Return the XML of a part. Raises BadInput where it is not well formed."""
    root: Element = etree.fromstring(
        _SPACE.sub(_renamed, etree.tostring(parse_xml(data, name), encoding="UTF-8"))
    )
    root.attrib.pop(f"{W}conformance", None)
    node: Element
    for node in root.iter(etree.Element):
        tag = str(node.tag)
        if tag.startswith(W):
            _word(node, tag)
        elif tag.startswith(_A):
            for key, value in node.attrib.items():
                if (share := _PER_CENT.fullmatch(value)) is not None:
                    node.set(key, str(round(float(share[1]) * 1000)))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def space(uri: str) -> str:
    """Return the transitional twin of a namespace or of a type of relation."""
    return _SPACE.sub(_renamed, uri.encode()).decode()


def _renamed(found: re.Match[bytes]) -> bytes:
    last = _OTHER_NAMES.get(found[2], found[2])
    return b"http://schemas.openxmlformats.org/" + found[1] + b"/2006/" + last


def _word(node: Element, tag: str) -> None:
    parent = node.getparent()
    if parent is not None and parent.tag in _SIDED:
        node.tag = _SIDES.get(tag, tag)
    for key, value in list(node.attrib.items()):
        if tag in _ALIGNED or (tag == f"{W}tab" and value in _WORDS):
            node.set(key, _WORDS.get(value, value))
        if key in _MEASURES or (key == VAL and tag in _MEASURED_VALUES):
            number = _whole_units(value, tag, node.get(f"{W}type", ""))
            if number is not None:
                node.set(key, str(number))
    if tag == f"{W}ind":
        for old, new in _INDENTS.items():
            if (value := node.attrib.pop(old, None)) is not None:
                node.set(new, value)


def _whole_units(value: str, tag: str, kind: str) -> int | None:
    """Return a length or a share as the transitional form counts it, None of a value with no unit.

    A length is counted in twentieths of a point, or in half points where `tag` is a size of type; a share in
    per cent, or in fiftieths of one where the element's w:type, `kind`, is “pct” (ECMA-376 part 4).
    """
    if (share := _PER_CENT.fullmatch(value)) is not None:
        return round(float(share[1]) * (50 if kind == "pct" else 1))
    if (length := _LENGTH.fullmatch(value)) is None:
        return None
    twentieths = float(length[1]) * _TWENTIETHS[length[2]]
    return round(twentieths / 10 if tag in _HALF_POINTS else twentieths)
