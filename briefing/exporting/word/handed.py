"""Quotes and statements of a Word file that was handed over, and perhaps edited and saved by another program.

Insertions that are tracked count as text, deletions do not: so the file reads as it is shown.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from briefing.errors import BadInput
from briefing.exporting.handed import Handed, HandedClaim, HandedQuote
from briefing.exporting.word.elements import VAL, Element, W

_LARGEST = 64 * 1024 * 1024
_KINDS = ("footnote", "endnote")
_GONE = {f"{W}del", f"{W}moveFrom"}
_SPACES = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011"}
_CLOSED = re.compile("”\u200e? ?—")
_BOOKMARK = "claim_"
_NUMBER = re.compile(r"\[(\d+)\]")


def read(data: bytes) -> Handed:
    """Return what the file says. Raises BadInput where it is no whole Word file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = {name: _part(package, name) for name in ("document", "styles", "footnotes", "endnotes")}
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise BadInput("The Word file is damaged or closed by a password.", "Ask for it again.") from error
    text = parts["document"]
    if text is None:
        raise BadInput("This is no Word file.", "Give the export itself: a .docx or .md file.")
    styles = _quote_styles(parts["styles"])
    quotes: list[HandedQuote] = []
    for kind in _KINDS:
        quotes += _notes(text, parts[f"{kind}s"], kind, styles)
    quotes += _annex(text, styles)
    return Handed(tuple(quotes), tuple(_claims(text)))


def _part(package: zipfile.ZipFile, name: str) -> Element | None:
    try:
        info = package.getinfo(f"word/{name}.xml")
    except KeyError:
        return None
    if info.file_size > _LARGEST:
        raise BadInput(
            "The Word file is too large to be an export of ours.", "Check the file you were given."
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root: Element = etree.fromstring(package.read(info), parser)
    if root.getroottree().docinfo.doctype:
        raise BadInput("The Word file holds a document type, which no Word file does.", "Do not trust it.")
    return root


def _quote_styles(styles: Element | None) -> frozenset[str]:
    found = {"NoteQuote"}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name = style.find(f"{W}name")
        if name is not None and name.get(VAL, "").replace(" ", "").casefold() == "notequote":
            found.add(style.get(f"{W}styleId", ""))
    return frozenset(found)


def _notes(text: Element, notes: Element | None, kind: str, styles: frozenset[str]) -> Iterator[HandedQuote]:
    if notes is None:
        return
    held = {note.get(f"{W}id"): note for note in notes.iter(f"{W}{kind}")}
    number = 0
    for reference in text.iter(f"{W}{kind}Reference"):
        if any(above.tag in _GONE for above in reference.iterancestors()):
            continue
        number += 1
        note = held.get(reference.get(f"{W}id"))
        yield from _quotes(note, styles, number) if note is not None else (HandedQuote(number, ""),)


def _annex(text: Element, styles: frozenset[str]) -> Iterator[HandedQuote]:
    for paragraph in text.iter(f"{W}p"):
        found = [q for q in _quotes(paragraph, styles, 0) if q.words] if _styled(paragraph, styles) else []
        if found:
            number = _NUMBER.match("".join(piece for piece, _ in _pieces(paragraph, styles)))
            yield from (HandedQuote(int(number[1]) if number else 0, q.words, q.said, True) for q in found)


def _styled(node: Element, styles: frozenset[str]) -> bool:
    return any(style.get(VAL) in styles for style in node.iter(f"{W}rStyle"))


def _quotes(node: Element, styles: frozenset[str], number: int) -> Iterator[HandedQuote]:
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
        bare = re.search(r"“(.*)”\u200e? — (.*)", words, re.DOTALL)
        yield HandedQuote(number, bare[1], bare[2]) if bare else HandedQuote(number, "", words.strip())
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


def _pieces(node: Element, styles: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield the words of a node as shown, and whether each stands in the style of quotes."""
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


class _Walk:
    """Collects the statements of one paragraph: by content control, else by bookmark."""

    def __init__(self) -> None:
        self.found: list[tuple[str, list[str], int]] = []
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
        self.found.append((name, [], 0))

    def _control(self, control: Element) -> None:
        tag = control.find(f"{W}sdtPr/{W}tag")
        outside = not self._open
        if outside and tag is not None:
            self._start(tag.get(VAL, ""), "")
        elif tag is not None:
            _, words, cited = self.found[-1]
            self.found[-1] = (tag.get(VAL, ""), words, cited)
        self.walk(control)
        if outside:
            self._open = ""

    def _run(self, run: Element) -> None:
        if self._open:
            self.found[-1][1].append(_words(run))
        if not self.found:
            return
        cites = sum(child.tag in (f"{W}footnoteReference", f"{W}endnoteReference") for child in run)
        # With a numbered list of sources the numbers are links to its entries.
        link = run.getparent()
        cites += link.tag == f"{W}hyperlink" and link.get(f"{W}anchor", "").startswith("source_")
        if cites:
            name, words, cited = self.found[-1]
            self.found[-1] = (name, words, cited + cites)


def _claims(text: Element) -> Iterator[HandedClaim]:
    """Yield claims; judgements stand in a table and rest on claims, gaps and assumptions need no quote."""
    for paragraph in text.iter(f"{W}p"):
        if any(above.tag == f"{W}tbl" for above in paragraph.iterancestors()):
            continue
        walk = _Walk()
        walk.walk(paragraph)
        words = "".join(_words(run) for run in paragraph.iter(f"{W}r"))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        needless = style is not None and style.get(VAL) == "ListBullet"
        needless = needless or bool(re.match(r"(?:\([^)]*\) )?(?:[A-Z][a-z]+, a|A)ssumption\.|Gap\.", words))
        for name, said, cited in walk.found:
            if cited or not needless:
                yield HandedClaim(name, " ".join("".join(said).split()), cited)
