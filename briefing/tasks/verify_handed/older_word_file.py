"""A Word file of an older version, held against the list that it keeps: statements, notes by their hashes,
the beginnings of all other paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing import inline
from briefing.exporting.sent_lines import MARK, LineKind, SentLine, canonical
from briefing.exporting.word.word_manifest import (
    REST,
    ManifestEntry,
    NoteEntry,
    WordManifest,
    letters_hash,
    quote_hash,
)
from briefing.tasks.verify_handed.handed_finding import CHANGED, MOVED, Attested
from briefing.tasks.verify_handed.line_differences import PAGE, UNKNOWN
from briefing.tasks.verify_handed.line_differences import differences as compared
from briefing.tasks.verify_handed.line_names import Names

_ASIDE = ("header", "footer")


def differences(listed: WordManifest, marking: str, shown: Sequence[SentLine]) -> tuple[Attested, ...]:
    """Return what differs from the list, as far as it goes, and from the marking in the file's properties."""
    body = [line for line in shown if line.kind not in _ASIDE]
    items, rest = _apart(listed, body)
    left = list(_items(listed, body))
    return (
        *compared(left, items),
        *compared(*_begun(listed.rest, rest)),
        *_elsewhere(listed.items, body),
        *_marked(marking, shown),
    )


def _marked(marking: str, shown: Sequence[SentLine]) -> Iterator[Attested]:
    """Yield header and footer where they do not carry the marking; a template may have neither."""
    for edge in _ASIDE:
        lines = [line.words for line in shown if line.kind == edge]
        if marking and lines and not any(canonical(marking) in canonical(words) for words in lines):
            edge_text = "; ".join(lines)
            message = (
                f"The {edge} does not carry the marking “{marking}” that the properties of the "
                f"file have: it says “{edge_text}”."
            )
            yield Attested(0, edge_text, CHANGED, nearest=marking, message=message)


def _words(entry: ManifestEntry) -> str:
    return " ".join(f"{entry.before}{inline.plain(entry.text)}{entry.after}".split())


def _apart(listed: WordManifest, body: Sequence[SentLine]) -> tuple[list[SentLine], list[SentLine]]:
    """Return the statements with their notes, and all other lines."""
    tagged = {line.id for line in body if line.id}
    # Where their tags are lost: each is looked for once, for an annex repeats the text of claims.
    waiting = Counter(canonical(_words(entry)) for entry in listed.items if entry.id not in tagged)
    items: list[SentLine] = []
    rest: list[SentLine] = []
    ours = False
    for line in body:
        if line.kind != "note":
            plain = _unmarked(line)
            ours = line.kind != "contents" and (bool(line.id) or waiting[plain] > 0)
            waiting[plain] -= ours
        if ours:
            items.append(_plain(line))
        elif line.kind != "note":
            rest.append(line)
    return items, rest


def _plain(line: SentLine) -> SentLine:
    """A list of that time knows neither links nor where in its line a mark stands."""
    if line.kind == "note":
        return SentLine("note", line.words, line.part, quotes=line.quotes)
    return SentLine(line.kind, _unmarked(line) + MARK * line.words.count(MARK), id=line.id)


def _unmarked(line: SentLine) -> str:
    return canonical(line.words).replace(MARK, "")


def _items(listed: WordManifest, body: Sequence[SentLine]) -> Iterator[SentLine]:
    notes = [line for line in body if line.kind == "note"]
    by_letters = {letters_hash(line.words): line for line in reversed(notes)}
    by_quote = {quote_hash(quote): line for line in reversed(notes) for quote in line.quotes}

    def known(entry: NoteEntry) -> SentLine:
        found = by_letters.get(entry.said) if entry.said else by_quote.get(entry.sha)
        words, quotes = (found.words, found.quotes) if found else (UNKNOWN, ())
        return SentLine("note", words, str(entry.number), quotes=quotes)

    for entry in listed.items:
        own = [note for note in listed.notes if note.item_id == entry.id]
        numbered = [next(group) for _, group in groupby(own, key=lambda note: note.number)]
        kind: LineKind = "judgement" if entry.place == "judgement" else "claim"
        yield SentLine(kind, _words(entry) + MARK * len(numbered), id=entry.id)
        yield from map(known, numbered)


def _begun(rest: Sequence[str], lines: Sequence[SentLine]) -> tuple[list[SentLine], list[SentLine]]:
    """Return both sides of the other paragraphs: as much of each as the list has, with what is known of it
    here.
    """
    cut = {canonical(words): len(canonical(words)) for words in rest if len(words) >= REST}
    lengths = sorted(set(cut.values()))
    here = []
    for line in lines:
        words = _unmarked(line) if line.kind != "contents" else canonical(PAGE.sub("", line.words))
        begun = next((words[:size] for size in lengths if words[:size] in cut), words)
        here.append(SentLine(line.kind if line.kind != "contents" else "text", begun.strip(), line.part))
    kinds = {(canonical(line.words)): line for line in here}
    left = [SentLine("text", canonical(words)) for words in rest]
    named = [
        SentLine(same.kind, line.words, same.part) if (same := kinds.get(line.words)) else line
        for line in left
    ]
    return named, here


def _elsewhere(entries: Sequence[ManifestEntry], body: Sequence[SentLine]) -> Iterator[Attested]:
    """Yield the statements that stand under another heading than they left under."""
    names = Names(body)
    under = {entry.id: entry.under for entry in entries if entry.under}
    headings = {canonical(entry.under) for entry in entries}
    for at, line in enumerate(body):
        heading, left = names.heading(at), under.get(line.id, "")
        if left and heading and canonical(heading) != canonical(left) and canonical(heading) in headings:
            message = f"{names.name(at)} stands {names.under(at)}; it was exported under “{left}”."
            yield Attested(0, line.words, MOVED, nearest=line.words, message=message)
