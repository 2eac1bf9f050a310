"""The names of WordprocessingML (ECMA-376) that importing needs, and the characters of symbol fonts."""

from __future__ import annotations

from typing import Final

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


UNKNOWN_SYMBOL = "□"
_SYMBOL = dict(
    zip(
        range(0x41, 0x7B),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
) | {
    0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡",
    0xBB: "≈", 0xBC: "…", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√",
    0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■",
    0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """Return the character that `code` (hex) shows in a font; UNKNOWN_SYMBOL for a glyph without one."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN_SYMBOL
    low = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    family = font.strip().lower()
    if family in ("symbol", "wingdings"):
        table = _SYMBOL if family == "symbol" else _WINGDINGS
        found = table.get(low, "")
        return found or (chr(low) if family == "symbol" and 0x20 <= low < 0x41 else UNKNOWN_SYMBOL)
    usual = 0x20 <= number < 0x110000 and not (0xD800 <= number <= 0xF8FF)
    return chr(number) if usual and not family.startswith(("wingdings", "webdings")) else UNKNOWN_SYMBOL
