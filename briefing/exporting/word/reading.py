"""Reading the notes of our own Word file back, as a reader that knows only the standard would."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from briefing.exporting.word.elements import VAL, Element, W

_TEXT, _BREAK, _TAB = f"{W}t", f"{W}br", f"{W}tab"


def quotes(data: bytes) -> tuple[str, ...]:
    """Return the quotes of the footnotes in the order of their references in the text."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        notes = _parsed(package.read("word/footnotes.xml"))
        text = _parsed(package.read("word/document.xml"))
    found = {note.get(f"{W}id"): _quote(note) for note in notes}
    return tuple(found[ref.get(f"{W}id")] for ref in text.iter(f"{W}footnoteReference"))


def _parsed(xml: bytes) -> Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _quote(note: Element) -> str:
    return "".join(
        _words(child) for style in note.iter(f"{W}rStyle") if style.get(VAL) == "NoteQuote"
        for child in style.getparent().getparent()
    )  # fmt: skip


def _words(node: Element) -> str:
    if node.tag == _TEXT:
        return node.text or ""
    return "\n" if node.tag == _BREAK else "\t" if node.tag == _TAB else ""
