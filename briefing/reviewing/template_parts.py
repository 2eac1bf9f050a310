"""What of a reviewed file is the template's: its notes and comments are nobody's words on the brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from briefing.exporting.word.word_manifest import WordManifest, letters_hash
from briefing.reviewing.reviewed_parts import Reviewed

T = TypeVar("T")


def without(file: Reviewed, manifest: WordManifest) -> Reviewed:
    """Return the file without the notes and comments that the template brought along, as often as it had
    each.

    One whose words were changed since is not known again, and stays.
    """
    if not manifest.foreign:
        return file
    notes = ((ident, "".join(p.words() for p in note)) for ident, note in file.notes.items())
    kept = set(_others(manifest, "note", notes))
    comments = _others(manifest, "comment", ((comment, comment.text) for comment in file.comments))
    return replace(
        file, notes={i: note for i, note in file.notes.items() if i in kept}, comments=tuple(comments)
    )


def _others(manifest: WordManifest, kind: str, stated: Iterable[tuple[T, str]]) -> Iterator[T]:
    left = Counter(each.sha for each in manifest.foreign if each.kind == kind)
    for thing, words in stated:
        sha = letters_hash(words)
        if left[sha] > 0:
            left[sha] -= 1
        else:
            yield thing
