"""The brief as a Word file with real footnotes. python-docx and lxml are loaded on first use."""

from __future__ import annotations

from io import BytesIO

from briefing.exporting.blocks import Outline, Rendered


def render(outline: Outline) -> Rendered:
    """Return the brief as a .docx package (ECMA-376)."""
    from briefing.exporting.word import base
    from briefing.exporting.word.body import Body
    from briefing.exporting.word.notes import Links, add_notes

    document = base.new_document(outline)
    add_notes(document, outline.notes)
    root, section = base.body(document)
    Body(root, Links(document.part)).fill(outline)
    base.fill(document, root, section)
    out = BytesIO()
    document.save(out)
    return Rendered(out.getvalue())


def read_back(data: bytes) -> tuple[str, ...]:
    """Return the quotes in the notes of a rendered file, in the order in which the text cites them."""
    from briefing.exporting.word.reading import quotes

    return quotes(data)


def quotes_held(outline: Outline) -> tuple[str, ...]:
    """Return the quotes as this format must give them back."""
    return tuple(note.quote for note in outline.notes)
