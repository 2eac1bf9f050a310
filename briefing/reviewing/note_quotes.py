"""Quotes in notes: the words are the source's, and a reviewer who changed them is informed."""

from __future__ import annotations

from collections.abc import Container, Iterator

from briefing import lookup
from briefing.edits.review import Proposal
from briefing.exporting.format_helpers import Cleaner, ends_of
from briefing.exporting.word.word_manifest import NoteEntry, WordManifest, quote_hash
from briefing.model import Brief
from briefing.reviewing.paragraph_matching import LEAST, ratio
from briefing.reviewing.program_changes import folded
from briefing.reviewing.reviewed_parts import Reviewed
from briefing.reviewing.word_paragraphs import WordParagraph

REASON = "The quote is the source's: its words stay as they are there. Translate or comment on it instead."


def edited(
    brief: Brief,
    manifest: WordManifest,
    file: Reviewed,
    *,
    sure: bool = True,
    dropped: Container[int] = (),
) -> Iterator[Proposal | str]:
    """Yield a proposal, to be refused, for each quote whose words were changed in its note, and a sentence
    for each that is not in the file any more.

    Where the manifest is not `sure` to be what left, a quote may also have left shortened or not at all.
    `dropped`: numbers of the notes that a program has lost, which nobody changed.
    """
    notes = {ident: _words(paragraphs) for ident, paragraphs in file.notes.items()}
    styled = [q for paragraphs in file.notes.values() for q in _quoted(paragraphs)]
    everything = "\n".join(folded(words) for words in notes.values())
    if not notes and manifest.notes:
        if sure:  # else it may have left with a numbered list of sources
            yield "The file has no notes any more; every quote stays linked in the brief."
        return
    for note, exact in _not_in_style(brief, manifest, styled, dropped):
        if any(folded(form) in everything for form in _forms(note, exact, sure=sure)):
            continue
        found = _changed(note, exact, styled, notes, file, manifest)
        if sure or not isinstance(found, str):
            yield found


def _not_in_style(
    brief: Brief, manifest: WordManifest, styled: list[str], dropped: Container[int]
) -> Iterator[tuple[NoteEntry, str]]:
    """Yield the notes whose quote is none of the stretches in the style of quotes, each with the whole
    quote.
    """
    whole = {quote_hash(""), *map(quote_hash, styled)}
    mine = {evidence.id: evidence for _, evidence in lookup.evidence(brief)}
    for note in manifest.notes:
        if note.sha not in whole and note.evidence_id in mine and note.number not in dropped:
            yield note, Cleaner().text(mine[note.evidence_id].quote.exact)


def _forms(note: NoteEntry, exact: str, *, sure: bool) -> tuple[str, ...]:
    """Return the forms in which a quote may have left: whole, and shortened where that is not ruled out."""
    ends = ends_of(exact)
    return (exact, ends) if not sure or quote_hash(ends) == note.sha else (exact,)


def _changed(
    note: NoteEntry, exact: str, styled: list[str], notes: dict[str, str], file: Reviewed,
    manifest: WordManifest,
) -> Proposal | str:  # fmt: skip
    """Return the proposal on a quote that its note does not show as it left; a sentence where it is not there
    at all.
    """
    known = {other.sha for other in manifest.notes}
    candidates = [q for q in styled if quote_hash(q) not in known] or list(notes.values())
    best = max(candidates, key=lambda words: ratio(words[: 4 * len(exact) + 40], exact), default="")
    if ratio(best, exact) < LEAST and not any(q == best for q in styled):
        return f"Note {note.number} was taken out or rewritten; its quote stays linked: “{exact[:80]}”."
    author, at = _who(file, best)
    return Proposal("", "quote-edited", note.item_id, exact, exact, best, author, at,
        evidence_id=note.evidence_id,
                    why=REASON)  # fmt: skip


def _words(paragraphs: tuple[WordParagraph, ...]) -> str:
    return "\n".join(p.words() for p in paragraphs).strip()


def _quoted(paragraphs: tuple[WordParagraph, ...]) -> Iterator[str]:
    """Each stretch of words in the style of quotes, all changes accepted."""
    for paragraph in paragraphs:
        words = ""
        for piece in paragraph.pieces:
            if piece.deleted:
                continue
            if piece.quoted or (piece.inserted and words):
                words += piece.run.text
            elif words:
                yield words
                words = ""
        if words:
            yield words


def _who(file: Reviewed, words: str) -> tuple[str, str]:
    for paragraphs in file.notes.values():
        if words in _words(paragraphs):
            pieces = [piece for p in paragraphs for piece in p.pieces if piece.changed]
            return ", ".join(dict.fromkeys(p.author for p in pieces)), max((p.at for p in pieces), default="")
    return "", ""
