"""The brief as a Word file with real notes. python-docx and lxml are loaded on first use."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from math import ceil
from typing import Any

from briefing.errors import BadInput
from briefing.exporting.blocks import Lines, Outline, Rendered

_UNMARKED = (
    "LibreOffice sets endnotes on pages of their own, without the marking (or DRAFT) at top and bottom; "
    "Word does not. Choose footnotes if the file may be printed there."
)


def render(outline: Outline) -> Rendered:
    """Return the brief as a .docx package (ECMA-376), in the template that its options name.

    Raises BadInput for a template that cannot be used, and RuntimeError for a package of ours that is not
    whole.
    """
    from lxml import etree

    from briefing.exporting.word import base, note_counting, word_comments, word_manifest, word_pictures
    from briefing.exporting.word import word_notes as notes
    from briefing.exporting.word.body import TextFrame, WordBody
    from briefing.exporting.word.house_template import House
    from briefing.exporting.word.word_settings import count_endnotes

    options = outline.options
    house = House(outline) if options.template else None
    document = house.document if house else base.new_document(outline)
    noted = None
    if options.notes != "list":
        noted = notes.Notes(document, notes.ENDNOTES if options.notes == "endnotes" else notes.FOOTNOTES)
        outline = note_counting.moved(outline, house.notes_before(noted) if house else 0)
        noted.add(outline.notes)
    root = etree.Element(document.element.body.tag, nsmap=document.element.nsmap)
    frame = house.frame() if house else TextFrame()
    drawing = word_pictures.Drawing(document.part, frame.width)
    WordBody(root, notes.Links(document.part), noted, options, frame, drawing).fill(outline)
    if house:
        house.insert(root)
    else:
        base.fill(document, root)
    if options.notes == "endnotes":
        count_endnotes(document.element.body)
    listed = word_manifest.add(document, outline, house.brought if house else ())
    word_comments.add(document, outline.threads)
    if house:
        house.finish(noted)
    word_manifest.complete(listed, document)
    out = BytesIO()
    document.save(out)
    _pass(out.getvalue(), options.template)
    remarks = (*(house.remarks if house else ()), *_remarks(outline, document, noted))
    return Rendered(out.getvalue(), remarks)


def _remarks(outline: Outline, document: Any, noted: Any) -> Iterator[str]:
    """Yield what the layout and the kind of notes may do to the pages; `noted` has those of the brief."""
    from briefing.exporting.word import base
    from briefing.exporting.word.layouts import layout_of
    from briefing.exporting.word.page_estimate import estimated

    layout = layout_of(outline.options.template)
    if layout is not None and layout.one_page:
        yield from _too_long(estimated(document, noted.ours() if noted else ()))
    if outline.options.notes == "endnotes" and base.is_labelled(outline):
        yield _UNMARKED


def _too_long(pages: float) -> tuple[str, ...]:
    """Return a remark where one page is not enough, as far as can be known without setting it."""
    if pages <= 1.0:
        return ()
    return (
        f"The one-page layout takes about {ceil(pages)} pages with this brief: shorten it, show shortened "
        f"quotes or none in the notes, or choose another layout.",
    )


def _pass(data: bytes, template: str) -> None:
    """Let only a whole package through. What is wrong is our fault; with a template there is a way round
    it.
    """
    from briefing.exporting.word.package_check import faults

    found = faults(data)
    if not found:
        return
    if not template:
        raise RuntimeError(f"the Word file is not a whole package: {'; '.join(found)}")
    raise BadInput(
        f"Nothing was written: with this template the Word file would not be whole ({'; '.join(found[:3])}).",
        "This is a fault of the program: please report it with the template, as SECURITY.md says. Till "
        "then, open the template in Word, save it as a new Word document (.docx), and choose that, or one "
        "of ours.",
    )


def read_back(data: bytes) -> tuple[str, ...]:
    """Return the quotes in the notes of a rendered file, in the order in which the text cites them, then
    those of the annex.
    """
    from briefing.exporting.word.notes_read_back import quotes

    return quotes(data)


def listing(data: bytes) -> bytes:
    """Return the rendered file, which holds the list of what it shows already, as a part of its package."""
    return data


def quotes_held(outline: Outline) -> tuple[str, ...]:
    """Return the quotes as this format must give them back; those that the options leave out are not held."""
    notes = (part.quote for note in outline.notes for part in note.parts)
    annex = (line.quote for block in outline.blocks if isinstance(block, Lines) for line in block.lines)
    return tuple(quote for quote in (*notes, *annex) if quote)
