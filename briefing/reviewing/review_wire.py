"""A reviewed file as the worker process reads it, and as its answer comes back: plain words, no XML.

`answer` runs in the worker. `from_wire` is the other end, and believes nothing that has not the right form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from itertools import chain
from typing import Any

from briefing.errors import BadInput
from briefing.exporting.wire_checks import flag, line_of, number, word
from briefing.exporting.word.body import bookmark_name
from briefing.exporting.word.word_manifest import WordManifest
from briefing.exporting.word.word_wire import manifest_of
from briefing.inline import Run, link_allowed
from briefing.reviewing.reviewed_parts import Comment, Package, Reviewed
from briefing.reviewing.word_paragraphs import WordParagraph, WordPiece

MOST_PARAGRAPHS, MOST_LETTERS, MOST_COMMENTS = 150_000, 8_000_000, 5_000


@dataclass(frozen=True, slots=True)
class File:
    """A reviewed file: what left in it (None where no program on the way has kept that), and what it says."""

    manifest: WordManifest | None
    text: Reviewed


def read(data: bytes, ids: Iterable[str]) -> File:
    """Return what the .docx `data` says; `ids` are the statements to look for besides those that left in it.

    Raises BadInput for what is no Word file, is damaged, or cannot be trusted.
    """
    package = Package(data)
    left = package.manifest()
    known = {*ids, *(entry.id for entry in (left.items if left else ()))}
    anchors = {name: ident for ident in known for name in (ident[:64], bookmark_name(ident))}
    text = package.read(anchors)
    _refuse_floods(text)
    return File(left, text)


def _refuse_floods(text: Reviewed) -> None:
    """Refuse what no reviewer has written, and what could not be compared in seconds."""
    every = [*text.paragraphs, *text.edges, *chain.from_iterable(text.notes.values())]
    letters = sum(len(piece.run.text) for paragraph in every for piece in paragraph.pieces)
    for what, here, most in (
        ("paragraphs", len(every), MOST_PARAGRAPHS),
        ("letters", letters, MOST_LETTERS),
        ("comments", len(text.comments), MOST_COMMENTS),
    ):
        if here > most:
            raise BadInput(f"It holds more than {most:,} {what}.", "Is it the right file?")


def answer(data: bytes, given: Any) -> dict[str, Any]:
    """Return `read` as JSON can hold it; `given` is the list of ids."""
    file = read(data, map(str, given))
    return {
        "manifest": astuple(file.manifest) if file.manifest else None,
        "paragraphs": [_paragraph(p) for p in file.text.paragraphs],
        "notes": {ident: [_paragraph(p) for p in note] for ident, note in file.text.notes.items()},
        "comments": [astuple(comment) for comment in file.text.comments],
        "edges": [_paragraph(p) for p in file.text.edges],
        "shown": [astuple(line) for line in file.text.shown],
        "marking": file.text.marking,
    }


def from_wire(fields: Any) -> File:
    """Return the File of `answer`. Raises ValueError, TypeError, KeyError or AttributeError for anything
    else.
    """
    text = Reviewed(
        tuple(map(_paragraph_of, fields["paragraphs"])),
        {word(ident): tuple(map(_paragraph_of, note)) for ident, note in fields["notes"].items()},
        tuple(map(_comment_of, fields["comments"])),
        tuple(map(_paragraph_of, fields["edges"])),
        tuple(map(line_of, fields["shown"])),
        word(fields["marking"]),
    )
    left = fields["manifest"]
    return File(None if left is None else manifest_of(left), text)


def _comment_of(fields: Any) -> Comment:
    *words, done = fields
    ident, author, at, text, reply_to = map(word, words)
    return Comment(ident, author, at, text, reply_to, flag(done))


def _paragraph(made: WordParagraph) -> list[Any]:
    pieces = [
        [*astuple(p.run), p.item, p.inserted, p.deleted, p.author, p.at, p.note, p.quoted, p.comments]
        for p in made.pieces
    ]
    return [pieces, made.style, made.cell, made.joins, made.entered, made.author, made.at, made.boxed]


def _paragraph_of(fields: Any) -> WordParagraph:
    pieces, style, cell, joins, entered, author, at, boxed = fields
    place = None if cell is None else tuple(map(number, cell))
    if place is not None and len(place) != 3:
        raise ValueError("a cell without a place")
    return WordParagraph(
        list(map(_piece_of, pieces)), word(style), place, flag(joins), flag(entered), word(author), word(at),
        flag(boxed),
    )  # fmt: skip


def _piece_of(fields: Any) -> WordPiece:
    text, bold, italic, href, item, inserted, deleted, author, at, note, quoted, comments = fields
    link = word(href)
    return WordPiece(
        Run(word(text), flag(bold), flag(italic), link if link_allowed(link) else ""), word(item),
        flag(inserted),
        flag(deleted), word(author), word(at), word(note), flag(quoted), tuple(map(word, comments)),
    )  # fmt: skip
