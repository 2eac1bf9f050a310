"""A file of a version that kept no list of all its lines: what can be known of what left, and what cannot.

Where the brief still makes the same of itself, all of it is known. Else the beginnings of paragraphs that the
file keeps are held against the beginnings that it shows, and header and footer against those that the brief
has in our templates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.errors import BriefingError
from briefing.exporting import options
from briefing.exporting.format_helpers import Cleaner
from briefing.exporting.sent_lines import PICTURE, SentLine, comparable, says_which_pictures, without_pictures
from briefing.exporting.word import layouts
from briefing.exporting.word.word_manifest import REST, WordManifest
from briefing.model import Brief
from briefing.reviewing import difference_net, headers_footers
from briefing.reviewing.reviewed_parts import Reviewed
from briefing.reviewing.without_manifest import made

_BEGINNINGS = (
    "The file was exported by an older version of Briefing Desk, which kept the first 160 letters of a "
    "paragraph: what follows them outside the statements was not compared."
)
_EDGES = (
    "The file was exported by an older version of Briefing Desk, in a template that is not known: "
    "header, footer and pictures were not compared."
)
_PICTURES = (
    "The file was exported by an older version of Briefing Desk, which did not keep which pictures stood in "
    "it: they were only counted."
)
_BELOW = ("Rests on:", "Confidence:", "Indicators:")
_SAME_TITLE = 30  # letters by which a title that was cut in another place is known again


@dataclass(frozen=True, slots=True)
class KnownLines:
    """`left` and `here`: lines that can be held against each other; `manifest`; `unknown`: what could not be
    compared.
    """

    manifest: WordManifest
    left: tuple[SentLine, ...]
    here: tuple[SentLine, ...]
    unknown: tuple[str, ...] = ()


def listed(manifest: WordManifest, file: Reviewed) -> KnownLines:
    """Return a file's own list of all its lines, and the lines that are held against it."""
    if says_which_pictures(manifest.lines):
        return KnownLines(manifest, *comparable(manifest.lines, file.shown))
    return _uncompared_pictures(KnownLines(manifest, manifest.lines, file.shown))


def _uncompared_pictures(known: KnownLines) -> KnownLines:
    left, here = without_pictures(known.left), without_pictures(known.here)
    unknown = (_PICTURES,) if any(PICTURE in line.words for line in left) else ()
    return replace(known, left=left, here=here, unknown=(*known.unknown, *unknown))


def known(brief: Brief, manifest: WordManifest, file: Reviewed) -> KnownLines:
    """Return what is known of what left. Which pictures stood in it never is."""
    ways = list(_ways(brief))
    for way in ways:
        same = (way.items, way.notes, way.actors, Counter(way.rest))
        if same == (manifest.items, manifest.notes, manifest.actors, Counter(manifest.rest)):
            return _uncompared_pictures(KnownLines(replace(manifest, lines=way.lines), way.lines, file.shown))
    at_edges = _edges(brief, manifest, file, ways)
    house = at_edges is None
    marked = file.marking or Cleaner().line(brief.marking)
    left = (*(_but_marked(file, marked) if at_edges is None else at_edges), *_begun(manifest))
    here = tuple(_here(manifest, file, house=house))
    unknown = [_BEGINNINGS] * any(len(words) >= REST for words in manifest.rest) + [_EDGES] * house
    return _uncompared_pictures(KnownLines(manifest, left, here, tuple(unknown)))


def _ways(brief: Brief) -> Iterator[WordManifest]:
    chosen = options.read(brief.export_choices)
    names = dict.fromkeys((chosen.template, "", *layouts.ids()))
    for way in (replace(chosen, template=name, style=chosen.style if name else "") for name in names):
        try:
            yield made(brief, way)
        except BriefingError:
            continue  # a template that is not here any more


def _edges_of(way: WordManifest, mine: str, marking: str) -> tuple[SentLine, ...]:
    """Return the headers and footers of one way to export the brief, with the marking of the file, where it
    has one, in place of the brief's.
    """
    lines = tuple(line for line in way.lines if line.kind in difference_net.EDGES)
    if not (mine and marking):
        return lines
    return tuple(replace(line, words=line.words.replace(mine, marking)) for line in lines)


def _edges(
    brief: Brief, manifest: WordManifest, file: Reviewed, ways: list[WordManifest]
) -> tuple[SentLine, ...] | None:
    """Return the headers and footers of the way that comes nearest, with the marking the file left with; None
    where none does.
    """
    mine = Cleaner().line(brief.marking)
    best: tuple[int, tuple[SentLine, ...]] | None = None
    for way in ways:
        lines = _edges_of(way, mine, file.marking)
        _, others = headers_footers.marked(headers_footers.changes(lines, file.shown), file.marking or mine)
        cost = sum(not _title_cut(change) for change in others)
        if best is None or cost < best[0]:
            best = cost, lines
    here = [line for line in file.shown if line.kind in difference_net.EDGES]
    titled = Cleaner().line(brief.title)[:REST] in manifest.rest
    if best is None or (best[0] and not titled) or best[0] >= max(1, min(len(best[1]), len(here))):
        return None
    return tuple(_as_here(best[1], file))


def _but_marked(file: Reviewed, marking: str) -> Iterator[SentLine]:
    """Yield headers and footers as they stand in the file, but with the marking it left with: only that is
    compared.
    """
    for line in file.shown:
        if line.kind in difference_net.EDGES:
            words = (
                headers_footers.TLP.sub(lambda m: marking if marking else m[0], line.words)
                .replace(PICTURE, "")
                .strip()
            )
            if words:
                yield replace(line, words=words)


def _title_cut(change: difference_net.LineChange) -> bool:
    """Whether a line differs only in where its title was cut, which versions do in their own ways."""
    if change.was is None or change.now is None:
        return False
    one, two = (
        difference_net.letters(change.was.words)[:_SAME_TITLE],
        difference_net.letters(change.now.words)[:_SAME_TITLE],
    )
    return len(one) == _SAME_TITLE and one == two and len(change.was.words) > 60


def _as_here(left: tuple[SentLine, ...], file: Reviewed) -> Iterator[SentLine]:
    """Give a title that was cut elsewhere the words it has here."""
    for line in left:
        same = (
            other for other in file.shown
            if other.kind == line.kind and other.part == line.part
                and _title_cut(difference_net.LineChange(line, other))
        )  # fmt: skip
        yield next(same, line)


def _begun(manifest: WordManifest) -> Iterator[SentLine]:
    headings = {entry.under for entry in manifest.items}
    for words in manifest.rest:
        yield SentLine("heading" if words in headings else "text", " ".join(words.split()))


def _here(manifest: WordManifest, file: Reviewed, *, house: bool) -> Iterator[SentLine]:
    """Yield the lines of the file as far as the list of an older version can speak of them."""
    cut = sorted({" ".join(words.split()) for words in manifest.rest if len(words) >= REST})
    headings = {entry.under for entry in manifest.items}
    for line in file.shown:
        words = line.words.replace(PICTURE, "").strip() if house else line.words
        if line.kind in (*difference_net.EDGES, *difference_net.STATED, "note"):
            if words:
                yield replace(line, words=words)
            continue
        words = next((begun for begun in cut if words.startswith(begun)), words)
        if line.kind == "contents":
            words = difference_net.PAGE.sub("", words)
        if words:
            yield SentLine("heading" if words in headings else "text", words)


def without_rows(gone: bool, messages: list[str]) -> list[str]:
    """Return remarks without those on what stood below a judgement that is gone: an older list does not say
    whose it was.
    """
    return [words for words in messages if not (gone and any(f"“{begun}" in words for begun in _BELOW))]
