"""Reading the notes of our own Word file back, as a reader that knows only the standard would."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from briefing.exporting.word.elements import VAL, Element, W

_TEXT, _BREAK, _TAB = f"{W}t", f"{W}br", f"{W}tab"
_KINDS = ("footnote", "endnote")


def quotes(data: bytes) -> tuple[str, ...]:
    """Return the quotes of the notes in the order of their references in the text, then those of the text."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        text = _parsed(package.read("word/document.xml"))
        style = _quote_style(_parsed(package.read("word/styles.xml")))
        found: list[str] = []
        for kind in _KINDS:
            if f"word/{kind}s.xml" in names:
                notes = _parsed(package.read(f"word/{kind}s.xml"))
                held = {note.get(f"{W}id"): _quotes(note, style) for note in notes}
                for reference in text.iter(f"{W}{kind}Reference"):
                    found += held[reference.get(f"{W}id")]
    return (*found, *_quotes(text, style))


def _parsed(xml: bytes) -> Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _quote_style(styles: Element) -> str:
    """Return the id under which this file has the style of quotes; a template may have given it another."""
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None and name.get(VAL, "").casefold() == "note quote":
            return str(style.get(f"{W}styleId"))
    return "NoteQuote"


def _quotes(node: Element, quote_style: str) -> list[str]:
    """Each quote is one run."""
    return [
        "".join(map(_words, style.getparent().getparent()))
        for style in node.iter(f"{W}rStyle")
        if style.get(VAL) == quote_style
    ]


def _words(node: Element) -> str:
    if node.tag == _TEXT:
        return node.text or ""
    return "\n" if node.tag == _BREAK else "\t" if node.tag == _TAB else ""
