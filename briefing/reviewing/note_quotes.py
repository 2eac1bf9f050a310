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
    hashes = {quote_hash(quote) for quote in styled}
    whole = {quote_hash("")} | hashes
    mine = {e.id: (claim.id, e) for claim, e in lookup.evidence(brief)}
    everything = "\n".join(folded(words) for words in notes.values())
    if not notes and manifest.notes:
        if sure:  # else it may have left with a numbered list of sources
            yield "The file has no notes any more; every quote stays linked in the brief."
        return
    for note in manifest.notes:
        if note.sha in whole or note.evidence_id not in mine or note.number in dropped:
            continue
        _, evidence = mine[note.evidence_id]
        exact = Cleaner().text(evidence.quote.exact)
        cut = not sure or quote_hash(ends_of(exact)) == note.sha
        if folded(exact) in everything or (cut and folded(ends_of(exact)) in everything):
            continue
        found = _changed(note, exact, styled, notes, file, manifest)
        if sure or not isinstance(found, str):
            yield found


def _changed(
    note: NoteEntry, exact: str, styled: list[str], notes: dict[str, str], file: Reviewed, manifest: WordManifest,
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
    return Proposal("", "quote-edited", note.item_id, exact, exact, best, author, at, evidence_id=note.evidence_id,
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
