"""What a Markdown export shows, line by line: its head, paragraphs, entries of lists, cells, notes where they
are cited.

Emphasis and escapes are looks. What our own export never writes (raw HTML, struck words, code) stays as it is
typed, so that words it hides or adds are seen.
"""

from __future__ import annotations

import contextlib
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.exporting.handed_file import ANNEX
from briefing.exporting.sent_lines import MARK, PICTURE, LineKind, SentLine

_HEADER = re.compile(r"\A\ufeff?---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FIELD = re.compile(r"(\w+):\s*(.*)")
# The brackets of a note, and the paragraphs indented under it.
_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ ]?(.*(?:\n(?:[ ]{4}.*|[ ]*(?=\n[ ]{4})))*)", re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\Z")
_ITEM = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)])\s+(.*)", re.DOTALL)
_RULE = re.compile(r"\|[\s|:-]+\|?\Z")
_FACTS = re.compile(r"(?:\A| · )\*\*([^*]+):\*\* ")
_BOLD = re.compile(r"\*\*[^*]+\*\*\Z")
_JUDGED = re.compile(r"\*\*(Likelihood|Confidence|Horizon|Rests on|Indicators):\*\*")
_OPENED = re.compile(r"(?:\A|\n\n {4}|<!--q-->)(?:\*[A-Z][a-z]+:\* )?(?:“|&ldquo;)")
_MARKED = "<!--q-->"
_TOKEN = re.compile(
    r"<!--q-->|<!-- -->"
    r"|\\(?P<plain>.)"
    r"|&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});"
    r"|\[\^(?P<note>[^\]\s]{1,40})\]"
    r"|(?P<picture>!?)\[(?P<words>(?:[^\[\]\\]|\\.){0,4000})\]\((?P<url>[^()\s]{0,4000})\)"
    r"|(?P<emphasis>\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w))"
    r"|(?P<raw><(?=[A-Za-z/!?])[^>]*>?|~~|`)",
    re.DOTALL,
)
_SOURCES = ANNEX[:2]


def lines(text: str) -> tuple[SentLine, ...]:
    """Return what the file shows, LF line ends taken for granted; the list of what left is no part of it."""
    header = _HEADER.match(text)
    body = text[header.end() :] if header else text
    page = _MarkdownReader({match[1]: match[2] for match in _NOTE.finditer(body)})
    shown = [*_front(header[1] if header else ""), *page.blocks(_NOTE.sub("", body))]
    return (*shown, *page.uncited())


def _front(header: str) -> Iterator[SentLine]:
    for row in filter(None, header.split("\n")):
        match = _FIELD.fullmatch(row)
        words = match[2] if match else row
        if words.startswith('"'):
            with contextlib.suppress(ValueError):  # not as we write it: it stays as it is typed
                words = str(json.loads(words))
        name = match[1] if match else ""
        yield SentLine("front", f"{name}: {_inline(words).text}" if name else _inline(words).text, name)


@dataclass(slots=True)
class _Inline:
    """Words as they are shown."""

    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def _inline(written: str, made: _Inline | None = None) -> _Inline:
    made = made or _Inline()
    at = 0
    for match in _TOKEN.finditer(written):
        made.words.append(written[at : match.start()])
        at = match.end()
        found = match.group()
        if match["plain"] is not None:
            made.words.append(match["plain"])
        elif match["note"] is not None:
            made.notes.append(match["note"])
            made.words.append(MARK)
        elif match["url"] is not None:
            made.links.append(html.unescape(match["url"]))
            made.words.append(f"{PICTURE} " if match["picture"] else "")
            _inline(match["words"], made)
        elif match["raw"] is not None:
            made.words.append(f"⟨{found.strip('<>')}⟩")
        elif found[0] == "&":
            made.words.append(html.unescape(found))
    made.words.append(written[at:])
    return made


@dataclass(slots=True)
class _MarkdownReader:
    """Reads the blocks; `notes` are the texts of the notes by their labels."""

    notes: dict[str, str]
    cited: set[str] = field(default_factory=set)
    heading: str = ""
    heads: list[str] = field(default_factory=list)

    def blocks(self, body: str) -> Iterator[SentLine]:
        """Yield the lines of every block."""
        pieces = [list(filter(str.strip, piece.split("\n"))) for piece in re.split(r"\n[ \t]*\n", body)]
        pieces = [rows for rows in pieces if rows]
        for at, rows in enumerate(pieces):
            after = pieces[at + 1] if at + 1 < len(pieces) else [""]
            if not rows[0].startswith("|"):
                self.heads = []
            yield from self._block(
                rows, judged=bool((item := _ITEM.match(after[0])) and _JUDGED.match(item[1]))
            )

    def uncited(self) -> Iterator[SentLine]:
        """Yield the notes that nothing cites."""
        for label in self.notes:
            if label not in self.cited:
                yield self._note(label)

    def _block(self, rows: list[str], *, judged: bool) -> Iterator[SentLine]:
        gathered: list[str] = []
        kind: LineKind = "judgement" if judged else "text"
        for row in rows:
            heading, item = _HEADING.match(row), _ITEM.match(row)
            if heading or item or row[0] in "|>":
                yield from self._paragraph(gathered, kind)
                gathered, kind = [], "text"
            if heading:
                made = _inline(heading[2])
                self.heading = made.text
                yield SentLine("heading", made.text, links=tuple(made.links), level=len(heading[1]))
            elif row.startswith("|"):
                yield from self._row(row)
            elif item:
                gathered, kind = [item[1]], "item"
            elif row.startswith(">"):
                yield from self._shown_lines(row.lstrip("> "), "banner")
            else:
                gathered.append(row)
        yield from self._paragraph(gathered, kind)

    def _paragraph(self, gathered: list[str], kind: LineKind) -> Iterator[SentLine]:
        written = "\n".join(gathered)
        facts = list(_FACTS.finditer(written))
        if kind == "item":
            yield from self._item(written)
        elif facts and facts[0].start() == 0 and not self.heading:
            ends = [match.start() for match in facts[1:]] + [len(written)]
            for match, end in zip(facts, ends, strict=True):
                yield from self._shown_lines(written[match.end() : end], "fact", _inline(match[1]).text)
        elif written and _BOLD.fullmatch(written):
            yield from self._shown_lines(written, "marking")
        elif written:
            yield from self._shown_lines(written, "claim" if kind == "text" and "[^" in written else kind)

    def _item(self, written: str) -> Iterator[SentLine]:
        judged = _JUDGED.match(written)
        if judged:
            yield from self._shown_lines(written, "judged", judged[1])
        elif self.heading in _SOURCES:
            yield from self._shown_lines(written, "source")
        else:
            yield from self._shown_lines(written, "annex" if _MARKED in written else "text")

    def _row(self, row: str) -> Iterator[SentLine]:
        if _RULE.fullmatch(row.strip()):
            return
        cells = row.strip().removeprefix("|").removesuffix("|").split("|")
        is_head = not self.heads
        for at, cell in enumerate(cells):
            part = self.heads[at] if len(cells) <= len(self.heads) and not is_head else ""
            yield from self._shown_lines(cell, "head" if is_head else "cell", part)
        if is_head:
            self.heads = [_inline(cell).text for cell in cells]

    def _shown_lines(self, written: str, kind: LineKind, part: str = "") -> Iterator[SentLine]:
        made = _inline(written)
        quotes = tuple(_inline(words).text for words in _quoted(written)) if _MARKED in written else ()
        if made.text:
            yield SentLine(kind, made.text, part, links=tuple(made.links), quotes=quotes)
        for label in made.notes:
            if label in self.notes:
                yield self._note(label)

    def _note(self, label: str) -> SentLine:
        self.cited.add(label)
        made = _inline(self.notes[label])
        quotes = tuple(_inline(words).text for words in _quoted(self.notes[label]))
        return SentLine("note", made.text, label, links=tuple(made.links), quotes=quotes)


def _quoted(written: str) -> Iterator[str]:
    """Yield the text of each quote as it is written; what is opened and never closed is none."""
    opened = _OPENED.search(written)
    while opened is not None and (close := written.find("”", opened.end())) >= 0:
        yield written[opened.end() : close]
        opened = _OPENED.search(written, close)
