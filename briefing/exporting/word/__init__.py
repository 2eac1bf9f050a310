"""The brief as a Word file with real notes. python-docx and lxml are loaded on first use."""

from __future__ import annotations

from io import BytesIO

from briefing.exporting.blocks import Lines, Outline, Rendered


def render(outline: Outline) -> Rendered:
    """Return the brief as a .docx package (ECMA-376), in the template that its options name.

    Raises BadInput for a template that cannot be used.
    """
    from briefing.exporting.word import base, comments, manifest, notes
    from briefing.exporting.word.body import Body, Frame

    options = outline.options
    document = base.new_document(outline)
    kind = notes.ENDNOTES if options.notes == "endnotes" else notes.FOOTNOTES
    noted = None if options.notes == "list" else notes.Notes(document, kind)
    if noted is not None:
        noted.add(outline.notes)
    root, section = base.body(document)
    Body(root, notes.Links(document.part), noted, options, Frame()).fill(outline)
    base.fill(document, root, section)
    manifest.add(document, outline)
    comments.add(document, outline.threads)
    out = BytesIO()
    document.save(out)
    return Rendered(out.getvalue())


def read_back(data: bytes) -> tuple[str, ...]:
    """Return the quotes in the notes of a rendered file, in the order in which the text cites them, then those of the annex."""
    from briefing.exporting.word.reading import quotes

    return quotes(data)


def quotes_held(outline: Outline) -> tuple[str, ...]:
    """Return the quotes as this format must give them back; those that the options leave out are not held."""
    notes = (part.quote for note in outline.notes for part in note.parts)
    annex = (line.quote for block in outline.blocks if isinstance(block, Lines) for line in block.lines)
    return tuple(quote for quote in (*notes, *annex) if quote)
