"""A table of contents that Word can bring up to date, with its entries already in it (ECMA-376,
17.16.5.68).
"""

from __future__ import annotations

from briefing.exporting.blocks import Heading, Outline
from briefing.exporting.word.elements import Element, W, paragraph, run, sub

_CODE = ' TOC \\o "1-2" \\h \\z \\u '
_DEEPEST = 2


def heading_bookmark(place: int) -> str:
    """Return the bookmark of the heading at a place of the outline; Word keeps _Toc names out of its
    lists.
    """
    return f"_Toc{990_000_000 + place}"


def add_contents(root: Element, outline: Outline, width: int) -> None:
    """Append the table. The entries are links at once; leaders and page numbers come when a program computes
    them, and until then there are none: Word does as it opens the file (the field is marked as out of date),
    LibreOffice when the index is updated, and a viewer that computes nothing shows a plain list.
    """
    entries = [
        (place, block)
        for place, block in enumerate(outline.blocks)
        if isinstance(block, Heading) and block.level <= _DEEPEST
    ]
    if not entries:
        return
    control = sub(root, "sdt")
    gallery = sub(sub(control, "sdtPr"), "docPartObj")
    sub(gallery, "docPartGallery", val="Table of Contents")
    sub(gallery, "docPartUnique")
    content = sub(control, "sdtContent")
    run(paragraph(content, "TOCHeading"), "Contents")
    for number, (place, heading) in enumerate(entries):
        made = paragraph(content, f"TOC{heading.level}", heading.text)
        if not number:
            _mark(made, "begin", dirty=True)
            _code(made, _CODE)
            _mark(made, "separate")
        link = sub(made, "hyperlink", anchor=heading_bookmark(place), history="1")
        run(link, heading.text)
    _mark(paragraph(content, "Gap"), "end")
    _fit(content, width)


def _fit(content: Element, width: int) -> None:
    """The page number stands at the right edge of this page, whatever a template's own style has."""
    for made in content.iter(f"{W}p"):
        properties = made.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle").get(f"{W}val")
        if style.startswith("TOC") and style != "TOCHeading":
            tabs = sub(properties, "tabs")
            sub(tabs, "tab", val="right", leader="dot", pos=str(width))
            properties.remove(tabs)
            properties.insert(1, tabs)


def _mark(parent: Element, kind: str, *, dirty: bool = False) -> None:
    made = sub(sub(parent, "r"), "fldChar", fldCharType=kind)
    if dirty:
        made.set(f"{W}dirty", "true")


def _code(parent: Element, words: str) -> None:
    code = sub(sub(parent, "r"), "instrText")
    code.text = words
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
