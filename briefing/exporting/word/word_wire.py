"""A list of what left in a Word file as it comes back from the worker process; see `exporting.wire`."""

from __future__ import annotations

from typing import Any

from briefing.exporting.wire_checks import line_of, number, word, words
from briefing.exporting.word.word_manifest import ActorEntry, Foreign, ManifestEntry, NoteEntry, WordManifest


def manifest_of(fields: Any) -> WordManifest:
    """Return the manifest that `dataclasses.astuple` took apart, by way of JSON."""
    brief_id, edition, made, items, notes, actors, rest, lines, foreign = fields
    return WordManifest(
        word(brief_id),
        number(edition),
        word(made),
        tuple(map(_entry_of, items)),
        tuple(
            NoteEntry(word(e), word(i), number(n), word(sha), word(letters))
            for e, i, n, sha, letters in notes
        ),
        tuple(ActorEntry(word(ident), _cells(cells)) for ident, cells in actors),
        words(rest),
        tuple(map(line_of, lines)),
        tuple(Foreign(word(kind), word(sha)) for kind, sha in foreign),
    )


def _entry_of(fields: Any) -> ManifestEntry:
    *letters, cells = fields
    ident, place, text, sha, before, after, under = map(word, letters)
    return ManifestEntry(ident, place, text, sha, before, after, under, _cells(cells))


def _cells(pairs: Any) -> tuple[tuple[str, str], ...]:
    return tuple((word(head), word(value)) for head, value in pairs)
