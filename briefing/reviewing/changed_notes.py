"""Notes, headers and footers that were changed: a brief writes them itself, so this is only reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from briefing.exporting.word.word_manifest import WordManifest, letters_hash, quote_hash
from briefing.reviewing import note_matching
from briefing.reviewing.reviewed_parts import Reviewed
from briefing.reviewing.statement_places import who_changed
from briefing.reviewing.word_paragraphs import WordParagraph

_SHOWN = 80
_LONG = 300


def changed(
    manifest: WordManifest, book: note_matching.Book, file: Reviewed, *, sure: bool = True
) -> Iterator[str]:
    """Yield a sentence for each note too few or too many beside a statement, and each change in one that is
    no quote's; and for each tracked change in a header or footer. Where the manifest is not `sure` to be what
    left, tracked ones only.
    """
    yield from dict.fromkeys(
        f"Changed at the edge of the pages{_by(line)}: “{line.words()[:_SHOWN]}”. The template or the "
        f"brief's own fields say it."
        for line in file.edges
    )
    if not file.notes:
        return
    if sure:
        yield from note_matching.remarks(book, manifest, file)
    for paragraphs in file.notes.values():
        for paragraph in paragraphs:
            put = "".join(p.run.text for p in paragraph.pieces if p.inserted and not p.deleted).strip()
            if put and not any(p.quoted for p in paragraph.pieces if p.changed):
                yield f"Written into a note{_by(paragraph)}: “{put[:_SHOWN]}”."
    if sure:
        yield from _reading_otherwise(manifest, file)


def _by(paragraph: WordParagraph) -> str:
    author, _ = who_changed(paragraph)
    return f" by {author}" if author else ""


def _quotes_of_missing(manifest: WordManifest, here: Container[str]) -> dict[str, set[str]]:
    """Return the quotes (hashes) of the notes that left and are not among those `here`, by their letters."""
    quotes: dict[str, set[str]] = defaultdict(set)
    for entry in manifest.notes:
        if entry.said and entry.said not in here:
            quotes[entry.said].add(entry.sha)
    return quotes


def _reading_otherwise(manifest: WordManifest, file: Reviewed) -> Iterator[str]:
    """Yield a sentence for each note that has its quotes still, and other words round them."""
    here = {letters_hash("".join(p.words() for p in note)): note for note in file.notes.values()}
    known = {note.said for note in manifest.notes}
    quotes = _quotes_of_missing(manifest, here)
    if 2 * len(quotes) > len(known):
        return  # not a reviewer, but a program that writes all notes in its own way
    for letters, note in here.items():
        shown = {quote_hash(run) for run in note_matching.quoted(note)}
        mine = letters not in known and any(wanted and wanted <= shown for wanted in quotes.values())
        if mine and not any(p.inserted for paragraph in note for p in paragraph.pieces):
            words = " ".join(" ".join(p.words() for p in note).split())
            yield f"Other words stand round the quote of a note: “{words[:_LONG]}”."
