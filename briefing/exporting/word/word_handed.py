"""Quotes and statements of a Word file that was handed over, and perhaps edited and saved by another program.

Insertions that are tracked count as text, deletions do not: so the file reads as it is shown.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from briefing import inline
from briefing.errors import BadInput
from briefing.exporting import formats
from briefing.exporting.handed_file import SUMMARY, Handed, HandedClaim, HandedQuote
from briefing.exporting.sent_lines import canonical
from briefing.exporting.word import word_manifest, word_parts
from briefing.exporting.word.body import bookmark_name
from briefing.exporting.word.elements import VAL, Element, W
from briefing.exporting.word.word_shown import lines

_LARGEST = 64 * 1024 * 1024
_KINDS = ("footnote", "endnote")
_REFERENCES = (f"{W}footnoteReference", f"{W}endnoteReference")
_HEADING = 120  # no heading is longer; it is known by holding no statement
_GONE = {f"{W}del", f"{W}moveFrom"}
_SPACES = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011"}
_CLOSED = re.compile("”\u200e? ?—")
_BOOKMARK = "claim_"
Known = Mapping[str, tuple[str, ...]]  # canonical words of a note as it left, and its quotes
_NOTHING: Known = {}
_NUMBER = re.compile(r"\[(\d+)\]")


def read(data: bytes) -> Handed:
    """Return what the file says. Raises BadInput where it is no whole Word file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            opened = word_parts.of_package(package, _part)
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise BadInput("The Word file is damaged or closed by a password.", "Ask for it again.") from error
    if opened is None:
        raise BadInput(
            "This is not a Word file.",
            f"Give the export itself: a {formats.suffixes(formats.verified())} file.",
        )
    try:
        return _handed(opened)
    except RecursionError as error:
        raise BadInput(
            "The parts of the Word file are nested deeper than in any real one.", "Do not trust it."
        ) from error


def _handed(opened: word_parts.Parts) -> Handed:
    text, styles = opened.text.root, _quote_styles(opened)
    listed, damaged = _listed(opened)
    left = listed.lines if listed else ()
    known = {canonical(line.words): line.quotes for line in left if line.kind == "note"}
    quotes: list[HandedQuote] = []
    for kind in _KINDS:
        held = opened.notes.get(kind)
        quotes += _notes(text, held.root if held else None, kind, styles, known)
    quotes += _annex(text, styles)
    words = {bookmark_name(entry.id): inline.plain(entry.text) for entry in listed.items} if listed else {}
    return Handed(
        tuple(quotes),
        tuple(_claims(text, words)),
        lines(opened),
        left or None,
        None if left else listed,
        damaged,
        opened.marking,
        opened.number,
    )


def _listed(opened: word_parts.Parts) -> tuple[word_manifest.WordManifest | None, str]:
    """Return the file's own list of what left, and what is wrong with one that cannot be read."""
    for root in opened.custom:
        if etree.QName(root).namespace == word_manifest.NAMESPACE:
            try:
                return word_manifest.read(root), ""
            except BadInput as error:
                return None, error.message
    return None, ""


def _part(package: zipfile.ZipFile, name: str) -> Element | None:
    try:
        info = package.getinfo(name)
    except KeyError:
        return None
    if info.file_size > _LARGEST:
        raise BadInput(
            "The Word file is too large to be an export of this program.", "Check the file you were given."
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root: Element = etree.fromstring(package.read(info), parser)
    if root.getroottree().docinfo.doctype:
        raise BadInput("The Word file holds a document type, which no Word file does.", "Do not trust it.")
    return root


def _quote_styles(opened: word_parts.Parts) -> frozenset[str]:
    return frozenset({"NoteQuote", *(ident for ident, name in opened.styles.items() if name == "notequote")})


def _references(text: Element, tag: str) -> Iterator[Element]:
    for reference in text.iter(tag):
        if not any(above.tag in _GONE for above in reference.iterancestors()):
            yield reference


def _notes(
    text: Element, notes: Element | None, kind: str, styles: frozenset[str], known: Known
) -> Iterator[HandedQuote]:
    if notes is None:
        return
    held = {note.get(f"{W}id"): note for note in notes.iter(f"{W}{kind}")}
    for number, reference in enumerate(_references(text, f"{W}{kind}Reference"), 1):
        note = held.get(reference.get(f"{W}id"))
        yield from _quotes(note, styles, number, known) if note is not None else (HandedQuote(number, ""),)


def _annex(text: Element, styles: frozenset[str]) -> Iterator[HandedQuote]:
    for paragraph in text.iter(f"{W}p"):
        found = [q for q in _quotes(paragraph, styles, 0) if q.words] if _styled(paragraph, styles) else []
        if found:
            number = _NUMBER.match("".join(piece for piece, _ in _pieces(paragraph, styles)))
            yield from (HandedQuote(int(number[1]) if number else 0, q.words, q.said, True) for q in found)


def _styled(node: Element, styles: frozenset[str]) -> bool:
    return any(style.get(VAL) in styles for style in node.iter(f"{W}rStyle"))


def _quotes(
    node: Element, styles: frozenset[str], number: int, known: Known = _NOTHING
) -> Iterator[HandedQuote]:
    """Yield the quotes of a note: what stands in their style, out to the quotation marks round it."""
    words, spans = "", list[tuple[int, int]]()
    for piece, quoted in _pieces(node, styles):
        start, words = len(words), words + piece
        if not quoted or not piece:
            continue
        if spans and not _CLOSED.search(words, spans[-1][1], start):
            spans[-1] = (spans[-1][0], len(words))
        else:
            spans.append((start, len(words)))
    if not spans:
        yield from _bare(words, number, known)
    last = 0
    for at, (start, end) in enumerate(spans):
        following = spans[at + 1][0] if at + 1 < len(spans) else len(words)
        opened = words.rfind("“", last, start)
        closed = _CLOSED.search(words, end, following)
        start, end = opened + 1 if opened >= 0 else start, closed.start() if closed else end
        yield HandedQuote(
            number, words[start:end], words[closed.end() if closed else end : following].strip()
        )
        last = end


def _bare(words: str, number: int, known: Known) -> Iterator[HandedQuote]:
    """Yield the quotes of a note whose style is lost: those of the list, where the note is as it left."""
    for quote in known.get(canonical(words), ()):
        found = re.search(r"\s+".join(map(re.escape, quote.split())), words)
        if found:
            yield HandedQuote(number, found.group(), words.strip())
    if not known.get(canonical(words)):
        bare = re.search(r"“(.*)”\u200e? — (.*)", words, re.DOTALL)
        yield HandedQuote(number, bare[1], bare[2]) if bare else HandedQuote(number, "", words.strip())


def _pieces(node: Element, styles: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield the text of a node as shown, and whether each stands in the style of quotes."""
    for child in node:
        if child.tag in _GONE or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}r":
            style = child.find(f"{W}rPr/{W}rStyle")
            yield _words(child), style is not None and style.get(VAL) in styles
        else:
            yield from _pieces(child, styles)


def _words(run: Element) -> str:
    return "".join((part.text or "") if part.tag == f"{W}t" else _SPACES.get(part.tag, "") for part in run)


@dataclass(slots=True)
class _WrittenStatement:
    """One statement as it is gathered: its words in pieces, how often it cites, the numbers of its notes."""

    name: str
    words: list[str] = field(default_factory=list)
    cited: int = 0
    notes: list[int] = field(default_factory=list)


def _numbers(text: Element) -> dict[tuple[str, str], int]:
    """Return the number of each note by the kind and the id of its reference, counted as a reader does."""
    found: dict[tuple[str, str], int] = {}
    for tag in _REFERENCES:
        for number, reference in enumerate(_references(text, tag), 1):
            found[tag, reference.get(f"{W}id", "")] = number
    return found


class _StatementWalk:
    """Collects the statements of one paragraph: by content control, else by bookmark."""

    def __init__(self, numbers: Mapping[tuple[str, str], int]) -> None:
        self.found: list[_WrittenStatement] = []
        self._numbers = numbers
        self._open = ""
        self._mark = ""

    def walk(self, node: Element) -> None:
        for child in node:
            tag = child.tag
            if tag in _GONE or not isinstance(tag, str):
                continue
            if tag == f"{W}bookmarkStart" and child.get(f"{W}name", "").startswith(_BOOKMARK):
                self._start(child.get(f"{W}name", "")[len(_BOOKMARK) :], child.get(f"{W}id", ""))
            elif tag == f"{W}bookmarkEnd" and self._mark and child.get(f"{W}id") == self._mark:
                self._open = self._mark = ""
            elif tag == f"{W}sdt":
                self._control(child)
            elif tag == f"{W}r":
                self._run(child)
            elif tag != f"{W}p":
                self.walk(child)

    def _start(self, name: str, mark: str) -> None:
        self._open, self._mark = name, mark
        self.found.append(_WrittenStatement(name))

    def _control(self, control: Element) -> None:
        tag = control.find(f"{W}sdtPr/{W}tag")
        outside = not self._open
        if outside and tag is not None:
            self._start(tag.get(VAL, ""), "")
        elif tag is not None:
            self.found[-1].name = tag.get(VAL, "")
        self.walk(control)
        if outside:
            self._open = ""

    def _run(self, run: Element) -> None:
        if self._open:
            self.found[-1].words.append(_words(run))
        if not self.found:
            return
        quote_run = self.found[-1]
        notes = [child for child in run if child.tag in _REFERENCES]
        quote_run.notes += [self._numbers.get((note.tag, note.get(f"{W}id", "")), 0) for note in notes]
        # With a numbered list of sources the numbers are links to its entries.
        link = run.getparent()
        listed = link.tag == f"{W}hyperlink" and link.get(f"{W}anchor", "").startswith("source_")
        quote_run.cited += len(notes) + listed


def _claims(text: Element, left: Mapping[str, str]) -> Iterator[HandedClaim]:
    """Yield claims; judgements stand in a table and rest on claims, gaps and assumptions need no quote."""
    numbers = _numbers(text)
    summary = False
    for paragraph in text.iter(f"{W}p"):
        if any(above.tag == f"{W}tbl" for above in paragraph.iterancestors()):
            continue
        walk = _StatementWalk(numbers)
        walk.walk(paragraph)
        words = "".join(_words(run) for run in paragraph.iter(f"{W}r"))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if not walk.found and len(words) < _HEADING and words.strip():
            summary = words.strip().casefold() == SUMMARY
        needless = summary or (style is not None and style.get(VAL) == "ListBullet")
        needless = needless or bool(re.match(r"(?:\([^)]*\) )?(?:[A-Z][a-z]+, a|A)ssumption\.|Gap\.", words))
        for quote_run in walk.found:
            if quote_run.cited or not needless:
                plain = " ".join("".join(quote_run.words).split())
                exported = left.get(bookmark_name(quote_run.name), "")
                yield HandedClaim(quote_run.name, plain, quote_run.cited, tuple(quote_run.notes), exported)
