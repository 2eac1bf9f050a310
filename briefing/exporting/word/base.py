"""The document around the text: parts, page, header and footer with the marking, properties.

python-docx carries the package; of its template only the empty shell stays (no thumbnail, no author, no
dates of 2013, no styles).
"""

from __future__ import annotations

import re
from datetime import UTC
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Twips

from briefing.exporting.blocks import DRAFT, Outline
from briefing.exporting.word import word_styles
from briefing.exporting.word.elements import Element, field, paragraph, parse, run, sub
from briefing.text import shortened

# Parts of the template that nothing of ours uses.
LEFT_OUT = (
    "/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects", "/webSettings", "/fontTable",
    "/theme",
)  # fmt: skip
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_LONGEST_PROPERTY = 255
_RUNNING_TITLE = 64  # beside the longest marking, on one line
PAGES = {"a4": (11906, 16838), "letter": (12240, 15840)}


def new_document(outline: Outline) -> Any:
    """Return a python-docx Document with our page, styles and properties, and an empty body."""
    document = docx.Document()
    for holder in (document.part, document.part.package):
        for ident in [i for i, r in holder.rels.items() if r.reltype.endswith(LEFT_OUT)]:
            del holder.rels[ident]
    _refill(document.styles.element, word_styles.styles_xml(language_of(outline)))
    _refill(document.part.numbering_part.element, word_styles.numbering_xml())
    _refill(document.settings.element, word_styles.SETTINGS_XML)
    _page(document.sections[0], outline)
    set_properties(document, outline)
    return document


def language_of(outline: Outline) -> str:
    """Return the BCP 47 tag of a brief, "en" where its language is none."""
    return language_tag(outline.front.language) or "en"


def language_tag(language: str) -> str:
    """Return a BCP 47 tag, or "" for what is none."""
    return language if _LANGUAGE.fullmatch(language) else ""


def _refill(element: Element, xml: str) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(list(parse(xml)))


def page(section: Any, size: str) -> None:
    """Set an A4 or Letter page; the text is equally wide on both."""
    width, height = PAGES[size]
    section.page_width, section.page_height = Twips(width), Twips(height)
    section.left_margin = section.right_margin = Twips((width - word_styles.TEXT_WIDTH) // 2)
    section.top_margin, section.bottom_margin = Twips(1474), Twips(1361)
    section.header_distance = section.footer_distance = Twips(624)


def resize(section: Any, size: str) -> None:
    """Change the size of a page and keep the width of its text."""
    width, height = PAGES[size]
    more = (Twips(width) - section.page_width) // 2
    section.page_width, section.page_height = Twips(width), Twips(height)
    section.left_margin += more
    section.right_margin += more


def _page(section: Any, outline: Outline) -> None:
    """The marking stands at the right of header and footer (TLP 2.0)."""
    page(section, outline.options.page)
    front = outline.front
    edition = f" · Edition {front.edition}" if front.edition > 1 else ""
    _line(
        section.header,
        "Header",
        shortened(front.title, _RUNNING_TITLE - len(DRAFT) * 2 * outline.draft) + edition,
        outline,
    )
    _line(section.footer, "Footer", "", outline)


def _line(holder: Any, style: str, words: str, outline: Outline) -> None:
    holder.is_linked_to_previous = False
    element = holder.paragraphs[0]._p.getparent()
    for child in list(element):
        element.remove(child)
    made = paragraph(element, style)
    if words:
        run(made, words)
    else:
        run(made, "Page ")
        field(made, "PAGE")
        run(made, " of ")
        field(made, "NUMPAGES")
    if is_labelled(outline):
        run(made, "\t")
        write_labels(made, outline)


def is_labelled(outline: Outline) -> bool:
    """Whether every page says something of its own accord: the marking, or that it is a draft."""
    return bool(outline.front.marking) or outline.draft


def write_labels(parent: Element, outline: Outline) -> None:
    """Write what every page says: that it is a draft, and the marking."""
    if outline.draft:
        run(parent, DRAFT, "Marking")
    if outline.draft and outline.front.marking:
        run(parent, " \u00a0")
    if outline.front.marking:
        write_marking(parent, outline.front.marking, outline.front.ink)


def write_marking(parent: Element, label: str, ink: str) -> None:
    """TLP prints its colour on black; a house marking stands in plain bold."""
    made = sub(parent, "r")
    properties = sub(made, "rPr")
    sub(properties, "rStyle", val="Marking")
    sub(properties, "color", val=ink or word_styles.INK)
    if ink:
        sub(properties, "shd", val="clear", color="auto", fill="000000")
    # No-break spaces: LibreOffice cuts a plain one at the end of a line, and the black with it.
    sub(made, "t").text = f"\u00a0{label}\u00a0" if ink else label


def set_properties(document: Any, outline: Outline) -> None:
    """Our own author, title and dates; what is unknown is left out, not the template's."""
    core = document.core_properties
    element = core._element
    for child in list(element):
        element.remove(child)
    front = outline.front
    core.title = front.title[:_LONGEST_PROPERTY]
    core.author = core.last_modified_by = front.author[:_LONGEST_PROPERTY]
    core.language = front.language[:_LONGEST_PROPERTY]
    core.identifier = outline.id[:_LONGEST_PROPERTY]
    core.category = front.marking[:_LONGEST_PROPERTY]
    if outline.draft:
        core.content_status = "Draft"
    core.revision = max(1, front.edition)
    if outline.made is not None:
        core.created = core.modified = outline.made.astimezone(UTC).replace(tzinfo=None)


def fill(document: Any, filled: Element) -> None:
    """Put the filled body into our own document."""
    element = document.element.body
    section = element.find(qn("w:sectPr"))
    for child in list(filled):
        section.addprevious(child)
