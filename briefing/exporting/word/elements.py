"""WordprocessingML built straight as elements: paragraphs, runs, links (ECMA-376 part 1).

python-docx's paragraph calls cost 25 times as much. Property elements stand in the order of the schema.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lxml import etree

from briefing.exporting.format_helpers import LEFT_TO_RIGHT, is_rtl
from briefing.inline import Run

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{W_NS}}}"
VAL = f"{W}val"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
R_ID = f"{{{R_NS}}}id"

Element = Any
Relate = Callable[[str], str]
_MOST = 2**31
_sub = etree.SubElement
_P, _P_PR, _P_STYLE, _BIDI, _KEEP = f"{W}p", f"{W}pPr", f"{W}pStyle", f"{W}bidi", f"{W}keepNext"
_R, _R_PR, _R_STYLE, _T, _BR, _TAB = f"{W}r", f"{W}rPr", f"{W}rStyle", f"{W}t", f"{W}br", f"{W}tab"
_ON = {"b": (f"{W}b", f"{W}bCs"), "i": (f"{W}i", f"{W}iCs")}
_RTL, _LANG, _LINK, _ANCHOR = f"{W}rtl", f"{W}lang", f"{W}hyperlink", f"{W}anchor"


def as_number(value: str | None, default: int = 0) -> int:
    """Return a number that a file holds, the default for what is none: a template's are not believed."""
    try:
        found = int(float(value or ""))
    except (ValueError, OverflowError):
        return default
    return found if abs(found) < _MOST else default


def sub(parent: Element, name: str, /, **attributes: str) -> Element:
    """Append an element of the w: namespace, its attributes in that namespace too."""
    return _sub(parent, f"{W}{name}", {f"{W}{key}": value for key, value in attributes.items()})


def parse(xml: str) -> Element:
    """Return the children's root of a fragment written with the prefixes w and r."""
    return etree.fromstring(f'<root xmlns:w="{W_NS}" xmlns:r="{R_NS}">{xml}</root>')


def paragraph(
    parent: Element,
    style: str,
    words: str = "",
    *,
    keep_next: bool = False,
    numbered: int = 0,
    indent: int = 0,
) -> Element:
    """Append a paragraph; its direction is that of `words`, its first strong character."""
    made = _sub(parent, _P)
    properties = _sub(made, _P_PR)
    _sub(properties, _P_STYLE, {VAL: style})
    if keep_next:
        _sub(properties, _KEEP)
    if numbered:
        numbering = sub(properties, "numPr")
        sub(numbering, "ilvl", val="0")
        sub(numbering, "numId", val=str(numbered))
    if words and is_rtl(words):
        _sub(properties, _BIDI)
    if indent:
        sub(properties, "ind", left=str(indent))
    return made


def run(
    parent: Element, words: str, style: str = "", *, bold: bool = False, italic: bool = False, lang: str = ""
) -> None:
    """Append a run; line feeds become breaks and tabs tab stops. Text must be clean
    (`format_helpers.Cleaner`).
    """
    if not words:
        return
    made = _sub(parent, _R)
    rtl = is_rtl(words)
    if style or bold or italic or rtl or lang:
        _properties(made, style, bold, italic, rtl, lang)
    if "\n" not in words and "\t" not in words:
        _text(made, words)
        return
    for number, line in enumerate(words.split("\n")):
        if number:
            _sub(made, _BR)
        for place, piece in enumerate(line.split("\t")):
            if place:
                _sub(made, _TAB)
            if piece:
                _text(made, piece)


def _text(made: Element, words: str) -> None:
    text = _sub(made, _T)
    if words[0] == " " or words[-1] == " " or "  " in words:
        text.set(SPACE, "preserve")
    text.text = words


def _properties(made: Element, style: str, bold: bool, italic: bool, rtl: bool, lang: str) -> None:
    properties = _sub(made, _R_PR)
    if style:
        _sub(properties, _R_STYLE, {VAL: style})
    for on, key in ((bold, "b"), (italic, "i")):
        for name in _ON[key] if on else ():
            _sub(properties, name)
    if rtl:
        _sub(properties, _RTL)
    if lang:
        _sub(properties, _LANG, {f"{W}bidi" if rtl else VAL: lang})


def runs(parent: Element, styled: Iterable[Run], relate: Relate, style: str = "") -> None:
    """Append the runs of a statement or reference. `relate` gives a relationship id for a URL."""
    for piece in styled:
        holder = parent
        if piece.link:
            holder = _sub(parent, _LINK, {R_ID: relate(piece.link)})
        look = "Hyperlink" if piece.link else style
        for words in one_way(piece.text):
            run(holder, words, look, bold=piece.bold, italic=piece.italic)


def one_way(words: str) -> tuple[str, ...]:
    """Return words in pieces, cut before each left-to-right mark: in Word a run has one direction for all in
    it.
    """
    if LEFT_TO_RIGHT not in words:
        return (words,)
    first, *rest = words.split(LEFT_TO_RIGHT)
    return (first, *(LEFT_TO_RIGHT + piece for piece in rest))


def internal_link(parent: Element, bookmark: str, words: str) -> None:
    """Append a link to a bookmark of the same document."""
    run(_sub(parent, _LINK, {_ANCHOR: bookmark}), words)


def field(parent: Element, code: str) -> None:
    """Append a complex field (PAGE, NUMPAGES), which Word and LibreOffice fill."""
    for kind in ("begin", "code", "separate", "value", "end"):
        made = _sub(parent, _R)
        if kind == "code":
            instruction = sub(made, "instrText")
            instruction.text = f" {code} "
            instruction.set(SPACE, "preserve")
        elif kind == "value":
            _text(made, "1")
        else:
            sub(made, "fldChar", fldCharType=kind)
