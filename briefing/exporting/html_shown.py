"""What an HTML export shows, line by line. It is parsed by lxml (libxml2): no script runs, nothing is loaded.

Hidden and struck words are not shown. Rules of a style sheet that hide words or add some, and all that runs
or loads, stand as lines of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from briefing.errors import BadInput
from briefing.exporting import formats
from briefing.exporting.sent_lines import MARK, PICTURE, LineKind, SentLine
from briefing.text import sha256

Element = Any
_INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "small", "span",
        "strong", "sub", "sup",
     "u", "time", "wbr", "data", "ins", "tspan"]
)  # fmt: skip
_GONE = frozenset(["s", "del", "strike", "template", "noscript", "datalist"])
_PICTURES = frozenset(["img", "video", "audio", "picture", "canvas", "image"])
# Of a picture: what is held as words, and what does not change what it shows.
_SAID = frozenset(["title", "desc", "style"])
_LOOKS = frozenset(
    ["alt", "aria-label", "title", "lang", "dir", "id", "width", "height", "loading", "decoding"]
)
_RUNS = frozenset(
    [
        "script",
        "iframe",
        "object",
        "embed",
        "frame",
        "form",
        "input",
        "button",
        "select",
        "textarea",
        "link",
        "base",
    ]
)
# What is not shown, or is shown as a line of its own.
_UNSEEN = _RUNS | _GONE | {"style", "head", "title"}
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0|opacity\s*:\s*0|"
    r"text-indent\s*:\s*-|clip|color\s*:\s*transparent|content\s*:|text-decoration[^;]*line-through|"
    r"transform|@import|url\(",
    re.IGNORECASE,
)
_RULE = re.compile(r"[^{}]*\{[^{}]*\}|@import[^;]*;?")
_COUNTED = ("start", "value", "reversed", "type")
_BACK = "↩"  # leads from a note to its mark, and says nothing
_LARGEST = 64 * 1024 * 1024


@dataclass(slots=True)
class ShownBlock:
    """One line as it is gathered. `raw`: its words with all their spaces; `spans`: where the quotes stand in
    them.
    """

    kind: LineKind
    part: str = ""
    id: str = ""
    level: int = 0
    pieces: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sources: int = 0
    listed: bool = False
    size: int = 0

    @property
    def raw(self) -> str:
        return "".join(self.pieces)

    @property
    def line(self) -> SentLine:
        raw = self.raw
        quotes = tuple(" ".join(raw[a:b].split()) for a, b in self.spans)
        words = " ".join(raw.split())
        return SentLine(
            self.kind, words, self.part, self.id, tuple(self.links), quotes, self.level, tuple(self.pictures)
        )


def parsed(data: bytes) -> Element:
    """Return the root element of an HTML file. Raises BadInput for bytes that are no HTML in UTF-8."""
    if len(data) > _LARGEST:
        raise BadInput(
            "The HTML file is too large to be an export of this program.", "Check the file you were given."
        )
    try:
        data.decode()
        root = lxml_html.document_fromstring(
            data, parser=lxml_html.HTMLParser(encoding="utf-8", no_network=True)
        )
    except UnicodeDecodeError as error:
        raise BadInput("The HTML file is not in UTF-8.", "Save it again as UTF-8.") from error
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise BadInput(
            "This is not an HTML file.",
            f"Give the export itself: a {formats.suffixes(formats.verified())} file.",
        ) from error
    return root


def blocks(root: Element) -> tuple[ShownBlock, ...]:
    """Return what the file shows; the notes of a line stand behind it."""
    try:
        return tuple(_HtmlReader(root).all())
    except RecursionError as error:
        raise BadInput(
            "The parts of the HTML file are nested deeper than in any real one.", "Do not trust it."
        ) from error


def lines(data: bytes) -> tuple[SentLine, ...]:
    """Return the lines that an HTML file shows."""
    return tuple(block.line for block in blocks(parsed(data)))


class _HtmlReader:
    """One walk over one file: first the notes by their anchors, then the text."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.found: list[ShownBlock] = []
        self.open: ShownBlock | None = None
        self.notes: dict[str, list[ShownBlock]] = {}
        self.cited: set[str] = set()

    def all(self) -> Iterator[ShownBlock]:
        for section in self.root.iter("section"):
            if "notes" in _classes(section):
                for item in section.iter("li"):
                    ident = item.get("id", "")
                    found = self._apart(item, ShownBlock("note", ident.removeprefix("note-")))
                    self.notes.setdefault(ident, []).extend(found)
        yield from self._head()
        body = self.root.find("body")
        for block in self._apart(body if body is not None else self.root, ShownBlock("text")):
            yield block
            for ident in block.notes:
                self.cited.add(ident)
                yield from self.notes.get(ident, ())
        yield from (block for ident, note in self.notes.items() if ident not in self.cited for block in note)

    def _head(self) -> Iterator[ShownBlock]:
        for node in self.root.iter("title", "meta", "style"):
            if node.tag == "title" and node.getparent().tag == "head":
                yield ShownBlock("front", "title", pieces=[node.text or ""])
            elif node.tag == "meta" and node.get("name", "").casefold() == "author":
                yield ShownBlock("front", "author", pieces=[node.get("content", "")])
            elif node.tag == "meta" and node.get("http-equiv", "").casefold() == "refresh":
                yield ShownBlock("foreign", pieces=[f"[refresh] {node.get('content', '')}"])
            elif node.tag == "style":
                hiding = [
                    " ".join(rule.split()) for rule in _RULE.findall(node.text or "") if _HIDING.search(rule)
                ]
                if hiding:
                    yield ShownBlock("style", pieces=[" ".join(hiding)])

    def _apart(self, node: Element, like: ShownBlock) -> list[ShownBlock]:
        kept, self.found = self.found, []
        self._into(node, like)
        self._close()
        made, self.found = self.found, kept
        return made

    def _close(self) -> None:
        if self.open is not None and self.open.raw.strip():
            self.found.append(self.open)
        self.open = None

    def _say(self, words: str | None, like: ShownBlock) -> None:
        if not words or (self.open is None and not words.strip()):
            return
        if self.open is None:
            self.open = ShownBlock(like.kind, like.part, like.id, like.level, listed=like.listed)
        self.open.pieces.append(words)
        self.open.size += len(words)

    def _into(self, node: Element, like: ShownBlock) -> None:
        self._say(node.text, like)
        for child in node:
            if isinstance(child.tag, str):
                self._element(child, like)
            self._say(child.tail, like)

    def _element(self, node: Element, like: ShownBlock) -> None:
        foreign = _foreign(node)
        if foreign:
            self._alone(ShownBlock("foreign", pieces=[foreign]))
        tag = node.tag
        if tag in _UNSEEN or _hidden(node):
            return
        if tag == "li" and node.get("id") in self.notes:
            return  # it stands behind what cites it
        if tag in _PICTURES:
            self._draw(node, like, node.get("alt") or "")
        elif tag == "table":
            self._close()
            self._table(node)
        elif tag in _INLINE:
            self._inline(node, like)
        else:
            self._block(node, like)

    def _block(self, node: Element, like: ShownBlock) -> None:
        """Take up an element that begins lines of its own, and ends them."""
        self._close()
        made = _kind(node, like)
        self._say(_counting(node), made)
        if node.tag == "svg":
            self._draw(node, made)
            self._close()
        self._into(node, made)
        self._close()

    def _draw(self, node: Element, like: ShownBlock, shown_text: str = "") -> None:
        self._say(f"{PICTURE} {shown_text}", like)
        if self.open is not None:
            self.open.pictures.append(_picture(node))

    def _alone(self, block: ShownBlock) -> None:
        self._close()
        self.found.append(block)

    def _inline(self, node: Element, like: ShownBlock) -> None:
        href = node.get("href", "").strip() if node.tag == "a" else ""
        if node.text == _BACK and not len(node):
            return
        if href.startswith("#note-"):
            self._mark(node, href[1:], like)
            return
        if "data-id" in node.attrib:
            like = _statement(node.get("data-id", ""), like)
            if self.open is not None:
                self.open.kind, self.open.id = like.kind, like.id
        start = self.open.size if self.open is not None else 0
        self._into(node, like)
        if self.open is None:
            return
        if href.startswith("#source-"):
            self.open.sources += 1
        elif href and not href.startswith("#"):
            self.open.links.append(href)
        if "quote" in _classes(node):
            self.open.spans.append((start, self.open.size))

    def _mark(self, node: Element, note: str, like: ShownBlock) -> None:
        """Take up a link to a note: a mark, with what it shows where that is not the note's number."""
        number, shown = note.removeprefix("note-"), "".join(node.itertext()).strip()
        self._say(MARK if shown == number else f"{shown}{MARK}", like)
        if self.open is not None:
            self.open.notes.append(note)

    def _table(self, table: Element) -> None:
        heads: list[str] = []
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            is_head = all(cell.tag == "th" and cell.get("scope") != "row" for cell in cells)
            for at, cell in enumerate(cells):
                part = heads[at] if len(cells) == len(heads) else ""
                kind: LineKind = (
                    "head" if is_head else "judgement" if part == "Judgement" else "cell" if part else "row"
                )
                found = [] if _hidden(cell) else self._apart(cell, ShownBlock(kind, "" if is_head else part))
                self.found += found
                if is_head:
                    heads.append(" ".join(block.line.words for block in found))


def _foreign(node: Element) -> str:
    """Return what names an element that runs or loads something, with what it loads or says; "" of others."""
    handlers = [name for name in node.attrib if name.startswith("on")]
    if node.tag not in _RUNS and not handlers:
        return ""
    loaded = node.get("src") or node.get("href") or (node.text or "")[:80]
    return f"[{node.tag}{''.join(f' {name}' for name in handlers)}] {loaded}"


def _counting(node: Element) -> str:
    """Return how a list, or a line of one, is counted where that departs from 1, 2, 3; "" of others."""
    if node.tag not in ("ol", "li"):
        return ""
    return "".join(f"[{name} {node.get(name)}] " for name in _COUNTED if node.get(name))


def _statement(ident: str, like: ShownBlock) -> ShownBlock:
    """Return what the lines of the statement `ident` are, in a block whose lines are `like`."""
    kind: LineKind = "judgement" if like.kind == "judgement" else "claim"
    return ShownBlock(kind, like.part, ident, listed=like.listed)


def _picture(node: Element) -> str:
    """Return what identifies a picture: where it comes from, and what is drawn in it."""
    drawn = [
        (each.tag, sorted((name, value) for name, value in each.attrib.items() if name not in _LOOKS))
        for each in node.iter()
        if isinstance(each.tag, str) and each.tag not in _SAID
    ]
    return sha256(json.dumps(drawn))


def _classes(node: Element) -> list[str]:
    return (node.get("class") or "").split()


def _hidden(node: Element) -> bool:
    return "hidden" in node.attrib or bool(_HIDING.search(node.get("style") or ""))


_OF_CLASSES: dict[str, LineKind] = {
    "marking": "marking",
    "small": "small print",
    "sources": "source",
    "lines": "annex",
}


def _kind(node: Element, like: ShownBlock) -> ShownBlock:
    """Return what the lines in a block are."""
    tag, classes = node.tag, _classes(node)
    if re.fullmatch(r"h[1-6]", tag):
        return ShownBlock("heading", level=int(tag[1]))
    kinds: dict[str, LineKind] = {"dt": "label", "dd": "fact", "aside": "banner", "nav": "contents"}
    kind = kinds.get(tag, like.kind)
    for name, known in _OF_CLASSES.items():
        kind = known if name in classes else kind
    return ShownBlock(kind, like.part, listed=like.listed or "listed" in classes)
