"""Notes that came, went or were written into: a brief cites its sources itself, so this is only told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from briefing import inline
from briefing.exporting.word.manifest import Manifest
from briefing.reviewing.gathering import Gathered
from briefing.reviewing.package import Reviewed
from briefing.reviewing.places import who_changed

_SHOWN = 80


def changed(manifest: Manifest, gathered: Gathered, file: Reviewed) -> Iterator[str]:
    """Yield a sentence for each note too few or too many beside a statement, and each tracked change in one."""
    if not manifest.notes or not file.notes:
        return
    yield from _counted(manifest, gathered, file)
    for paragraphs in file.notes.values():
        for paragraph in paragraphs:
            put = "".join(p.run.text for p in paragraph.pieces if p.inserted and not p.deleted).strip()
            if put and not any(p.quoted for p in paragraph.pieces if p.changed):
                author, _ = who_changed(paragraph)
                yield f"Written into a note{f' by {author}' if author else ''}: “{put[:_SHOWN]}”."


def _counted(manifest: Manifest, gathered: Gathered, file: Reviewed) -> Iterator[str]:
    left: dict[str, set[int]] = defaultdict(set)
    for note in manifest.notes:
        left[note.item_id].add(note.number)
    here: Counter[str] = Counter()
    last: dict[str, str] = {}
    for ident, found in gathered.found.items():
        for number in found.lines:
            for piece in gathered.lines[number].pieces:
                if piece.note in file.notes and not piece.deleted:
                    here[ident] += 1
                    last[ident] = piece.note
    for entry in manifest.items:
        words = inline.plain(entry.text)[:_SHOWN]
        if entry.id not in gathered.found:
            continue
        if here[entry.id] < len(left[entry.id]):
            yield f"A note was taken off “{words}”; the quote stays linked in the brief."
        elif here[entry.id] > len(left[entry.id]):
            said = " ".join("".join(p.words() for p in file.notes[last[entry.id]]).split())
            yield f"A note was put to “{words}”: “{said[:_SHOWN]}”. Link its source in the brief."
