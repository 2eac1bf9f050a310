"""The text of HTML as a reader sees it, by a walk of our own over the tree lxml makes.

Every block (paragraph, heading, list item, table row, line after <br>) is one line; what is inline is
joined without spaces. The walk keeps no state on Python's own stack, so no depth of nesting ends it.
What stands for which element follows the WHATWG HTML Standard, section 15.3 (rendering of flow content).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from briefing.importing.common.struck_out import struck
from briefing.importing.common.superscripts import raised
from briefing.importing.encoding.decode import decode, normalised
from briefing.importing.html.lists_tables import HEADINGS, OpenList, close_head, holds_data
from briefing.importing.html.struck_rules import StruckRules
from briefing.language.lexicon import words_of

OUT = "out"  # the role of what is never shown


_BLOCKS = words_of(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search"
    " section summary table tbody td tfoot th thead tr ul caption"
)
_UNSHOWN = words_of(
    "annotation annotation-xml applet area audio base basefont bgsound button canvas datalist embed frame "
    "frameset head iframe input link map meta meter noembed noframes noscript object optgroup option param "
    "progress rp script select source style svg template textarea title track video"
)
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_UNSEEN = re.compile("[\xad\u200b\u2060\ufdd2\ufdd3]")
_TAGS = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,40})\b(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*>", re.DOTALL
)
# Elements that need no end tag, so that their depth cannot be counted; each level has at most four.
_OPEN_ENDED = words_of("p li dt dd td th tr thead tbody tfoot rt br hr img wbr html body colgroup col")
_DEEPEST = 400

# libxml2 takes quadratic time over one element's attributes: 30,000 of them a second, 300,000 minutes.
_CROWDED = re.compile(
    r"(<[a-zA-Z][^\s/>]{0,40}+)"
    r"(?:[\s/]++[^\s/>][^\s=/>]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>][^\s>]*+))?+){1000,}+"
)

Element = Any  # lxml has no types of its own
MarkupKind = Literal["p", "heading", "row", "item", "quote", "pre", "caption"]
Judge = Callable[[Element], str]


@dataclass(slots=True)
class MarkupBlock:
    """One line of the page. `linked`: how many of its characters are links; `element`: what holds it.

    `lead` is what stands before the words: the indent and mark of a list item. `role` is what the judge
    of the walk noted about the nearest element it noted anything about.
    """

    text: str
    kind: MarkupKind
    lead: str = ""
    linked: int = 0
    role: str = ""
    element: Element = None

    @property
    def line(self) -> str:
        """The line as it stands in the text."""
        return self.lead + self.text


def plain_text(markup: str | bytes, charset: str = "") -> tuple[str, tuple[str, ...]]:
    """Return the text of a page or a piece of one, normalised, and notices of what was lost.

    Scripts, styles, templates, comments, forms' controls and hidden elements are not words. Struck-out words
    stand between the marks of `struck_out`. Never raises on content.
    """
    notices: tuple[str, ...] = ()
    if isinstance(markup, bytes):
        decoded = decode(markup, charset)
        markup, notices = decoded.text, decoded.notices
    root, lost = tree_of(markup)
    text, unfit = normalised("\n".join(block.line for block in blocks_of(root)))
    return text, notices + lost + unfit


def tree_of(markup: str) -> tuple[Element | None, tuple[str, ...]]:
    """Return the tree of a page (None when there is nothing in it) and notices of what was not read.

    libxml2 stops for good at a depth of 2,048; such a page is read again with its nesting taken out.
    """
    root, stopped = _parsed(markup)
    if not stopped:
        return root, ()
    root, stopped = _parsed(_flattened(markup))
    what = "It nests its elements too deep; their order was kept, their nesting was not."
    return root, (what,) if not stopped else (
        what,
        "Not all of it could be read: the end is missing.",
    )


def blocks_of(root: Element | None, judge: Judge | None = None) -> list[MarkupBlock]:
    """Return the lines below `root` in reading order.

    `judge` is asked about each element: OUT leaves it out whole, "" says nothing, any other word is the
    role of all blocks in it that are not given another. Struck-out words stand between the marks of
    `struck_out`.
    """
    if root is None:
        return []
    walk = _MarkupWalk(StruckRules.of(root), judge)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            if not walk.enter(element):
                walker.skip_subtree()
        else:
            walk.leave(element)
            walk.words(element.tail, root is not element)
    walk.end_block()
    return walk.blocks


def is_hidden(element: Element) -> bool:
    """Return whether an element's own attributes keep it from being shown."""
    get = element.get
    if get("hidden") is not None and get("hidden") != "until-found":
        return True
    style = get("style")
    return bool(style and _HIDING.search(style))


def _parsed(markup: str) -> tuple[Element | None, bool]:
    """Return the tree, and whether the parser gave up on the way."""
    data = _CROWDED.sub(r"\1", markup.replace("\x00", "")).encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, recover=True, remove_comments=True, remove_pis=True)
    # One class for all elements: lxml.html's own lookup is Python code, called for each of them.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    try:
        root = etree.fromstring(data, parser) if data.strip() else None
    except etree.ParserError:  # an empty document
        return None, False
    except etree.XMLSyntaxError:
        return None, True
    if root is not None:
        close_head(root)
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _flattened(markup: str) -> str:
    """Return the page with the tags below a depth taken out; blocks there end with line breaks."""
    depth = 0

    def flat(match: re.Match[str]) -> str:
        nonlocal depth
        name = match["name"].lower()
        if name in _UNSHOWN or name in _OPEN_ENDED:
            deep = depth > _DEEPEST and name in _BLOCKS
        else:
            opens = not match["end"]
            depth += opens
            deep = depth > _DEEPEST
            depth = max(0, depth - (not opens))
        if not deep:
            return match.group()
        return "<br>" if name in _BLOCKS else ""

    return re.sub(r"(?:<br>\s*){2,}+", "<br>", _TAGS.sub(flat, markup))


@dataclass(slots=True)
class _MarkupWalk:
    """Takes elements and words in document order and writes a block whenever one ends."""

    rules: StruckRules
    judge: Judge | None = None
    blocks: list[MarkupBlock] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _blank: bool = True  # nothing on the line yet, or a space at its end
    _linked: int = 0
    _links: int = 0
    _pre: int = 0
    _lead: str = ""
    _lists: list[OpenList] = field(default_factory=list)
    _cells: list[str] | None = None
    _in_cell: bool = False
    _data_tables: list[Element] = field(default_factory=list)
    _roles: list[tuple[Element, str]] = field(default_factory=list)
    _skipped: Element = None
    _holders: list[tuple[Element, MarkupKind]] = field(default_factory=list)
    _raised: list[int] = field(default_factory=list)
    _struck: list[Element] = field(default_factory=list)

    def enter(self, element: Element) -> bool:
        """Begin an element; False when it is not shown."""
        tag = element.tag
        if tag in _UNSHOWN or is_hidden(element):
            self._skipped = element
            return False
        role = self.judge(element) if self.judge else ""
        if role == OUT:
            self._skipped = element
            if tag in _BLOCKS:
                self.end_block()
            return False
        if tag in _BLOCKS:
            self._enter_block(element, tag)
        elif tag == "br":
            self._break()
        elif tag == "a":
            self._links += 1
        elif tag in ("sup", "sub"):
            self._raised.append(len(self._parts))
        elif tag in ("q", "rt"):
            self.words("“" if tag == "q" else "(")
        if role:
            self._roles.append((element, role))
        if self.rules.strike(element):
            self._struck.append(element)
        self.words(element.text)
        return True

    def leave(self, element: Element) -> None:
        """End an element that was begun."""
        if element is self._skipped:
            self._skipped = None
            return
        tag = element.tag
        if tag in _BLOCKS:
            self._leave_block(element, tag)
        elif tag == "a":
            self._links -= 1
        elif tag in ("sup", "sub") and self._raised:
            self._raise(tag, self._raised.pop())
        elif tag in ("q", "rt"):
            self.words("”" if tag == "q" else ")")
        if self._roles and self._roles[-1][0] is element:
            self._roles.pop()
        if self._struck and self._struck[-1] is element:
            self._struck.pop()

    def words(self, text: str | None, wanted: bool = True) -> None:
        """Take text that stands between two tags."""
        if not text or not wanted:
            return
        if not text.isascii():
            text = _UNSEEN.sub("", text)
        if self._pre and not self._in_cell:
            self._preformatted(text)
            return
        # Most of what stands between two tags is only where a line of the file ends.
        text = " " if text.isspace() and text.isascii() else _BLANKS.sub(" ", text)
        if self._blank:
            text = text.lstrip(" ")
        if text:
            self._parts.append(struck(text) if self._struck else text)
            self._blank = text[-1] == " "
            if self._links:
                self._linked += len(text)

    def end_block(self) -> None:
        """Write the line collected so far, if there is one."""
        if self._in_cell:
            self._soft_space()
            return
        if self._parts:
            text = "".join(self._parts)
            self._write(text.rstrip() if self._pre else text.strip())
        self._start_line()

    def _enter_block(self, element: Element, tag: str) -> None:
        self.end_block()
        if tag in _LISTS:
            self._lists.append(OpenList.of(element))
        elif tag == "li":
            self._lead = self._lists[-1].lead(element, len(self._lists)) if self._lists else "- "
        elif tag == "pre":
            self._pre += 1
        elif tag == "table" and not self._in_cell and holds_data(element):
            self._data_tables.append(element)
        elif tag == "tr" and self._data_tables and not self._in_cell:
            self._cells = []
        elif tag in ("td", "th") and self._cells is not None:
            self._in_cell = True
        if tag in _KINDS:
            self._holders.append((element, _KINDS[tag]))

    def _leave_block(self, element: Element, tag: str) -> None:
        if tag in ("td", "th") and self._in_cell:
            self._leave_cell()
        elif tag == "tr" and self._cells is not None and not self._in_cell:
            self._row(self._cells)
            self._cells = None
        else:
            self.end_block()
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._lead = ""
        elif tag == "pre" and self._pre:
            self._pre -= 1
        if self._data_tables and self._data_tables[-1] is element:
            self._data_tables.pop()
        if self._holders and self._holders[-1][0] is element:
            self._holders.pop()

    def _leave_cell(self) -> None:
        """Put the words collected so far into the row as a cell."""
        assert self._cells is not None
        self._cells.append("".join(self._parts).strip())
        self._parts = []
        self._blank = True
        self._in_cell = False

    def _row(self, cells: list[str]) -> None:
        while cells and not cells[-1]:
            cells.pop()
        if any(cells):
            self._write(" | ".join(cells), "row")
        self._start_line()

    def _write(self, text: str, kind: MarkupKind | None = None) -> None:
        if not text or text.isspace():
            return
        nowhere: tuple[Element, MarkupKind] = (None, "p")
        holder, of_holder = self._holders[-1] if self._holders else nowhere
        role = self._roles[-1][1] if self._roles else ""
        self.blocks.append(MarkupBlock(text, kind or of_holder, self._lead, self._linked, role, holder))
        if self._lead.strip():
            self._lead = " " * len(self._lead)

    def _start_line(self) -> None:
        self._parts = []
        self._blank = True
        self._linked = 0

    def _soft_space(self) -> None:
        """Part two blocks of one cell by a space."""
        if not self._blank:
            self._parts.append(" ")
            self._blank = True

    def _break(self) -> None:
        if self._in_cell:
            self._soft_space()
        else:
            self.end_block()

    def _preformatted(self, text: str) -> None:
        first, *rest = (struck(line) if self._struck else line for line in text.split("\n"))
        self._parts.append(first)
        for line in rest:
            self.end_block()
            self._parts.append(line)
        self._blank = not any(self._parts)

    def _raise(self, tag: str, start: int) -> None:
        """Set what is raised or lowered apart from the word before it."""
        # A block inside of <sup> has ended the line since.
        if start > len(self._parts):
            return
        inner = "".join(self._parts[start:])
        before = "".join(self._parts[max(0, start - 4) : start])
        shown = raised(before, inner, tag == "sub")
        if shown != inner:
            self._parts[start:] = [shown]
            self._blank = shown[-1:] == " "


_KINDS: dict[str, MarkupKind] = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(
        ("p", "div", "article", "section", "main", "body", "dd", "dt", "td", "th", "details"), "p"
    ),
    "li": "item",
    "blockquote": "quote",
    "pre": "pre",
    "caption": "caption",
    "figcaption": "caption",
}
