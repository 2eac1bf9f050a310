"""Markdown: its words without its marks, as a reader sees them, so that quotes are of words.

markdown-it cuts the blocks (CommonMark 0.31, tables beside it) and says in which lines each stands;
`markdown_inline` reads the words of each. Wrapped lines are joined (6.12: a soft break is a space).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from markdown_it.token import Token

from briefing.importing.common.metadata import is_header_line, read_metadata
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.struck_out import finished, without_struck
from briefing.importing.encoding.decode import decode, normalised
from briefing.importing.plain.frontmatter import FrontMatter, front_matter
from briefing.importing.plain.markdown_inline import InlineWords, TakenOut, reader

_QUOTE_MARKS = re.compile(r"(?: {0,3}>[ \t]?)+")
_URLS_SHOWN = 5
_HEADER_LINES = 24  # byline, date and the like stand on lines of their own up here
# Notes at the foot are no definitions of links. What stands for their marks is in no normalised text.
_NOTE_MARK, _ASIDE = "[^", "\ufdd0^"


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the words of a Markdown file and what its front matter and first lines tell."""
    decoded = decode(data, hints.charset)
    text, dropped = normalised(decoded.text)
    front = front_matter(text)
    body = "\n".join(text.split("\n")[front.lines :]) if front.lines else text
    words, title, taken_out = strip_marks(body)
    done = finished(words)
    read_here = replace(
        read_metadata(done.text),
        struck=done.struck,
        notices=decoded.notices + dropped + _notices(front, taken_out) + done.notices,
        encoding=decoded.encoding,
        guessed=decoded.guessed,
        extractor="markdown 2",
    )
    return _joined(front, read_here, title)


def strip_marks(body: str) -> tuple[str, str, TakenOut]:
    """Return the words of Markdown `body`, its main heading or "", and what was taken out."""
    blocks = _Blocks(body.replace(_NOTE_MARK, _ASIDE))
    text = "\n".join(blocks.lines()).strip("\n").replace(_ASIDE, _NOTE_MARK)
    return text, without_struck(_main_heading(blocks.headings))[0], blocks.inline.taken_out


class _Blocks:
    """One walk over the blocks of a text."""

    def __init__(self, body: str) -> None:
        self._source = body.split("\n")
        blocks = reader().disable(["code", "html_block", "inline", "text_join"])
        environment: dict[str, object] = {}
        self._tokens = blocks.parse(body, environment)
        self.inline = InlineWords(environment)
        self.headings: list[tuple[int, str]] = []
        self._lead = ""
        self._out: list[str] = []
        self._next = 0

    def lines(self) -> list[str]:
        """Return the lines of words; between blocks as many empty ones as the source has."""
        before: Token | None = None
        for token in self._tokens:
            if token.type == "inline" and before is not None:
                self._leaf(before, token)
            elif token.type == "list_item_open" and token.map:
                self._item(token)
            elif token.type == "list_item_close" and self._lead:
                self._write([""])
            elif token.type == "tr_open" and token.map:
                self._gap(token.map[0], token.map[1])
                self._write([self.inline.words(self._bare(token.map[0]).strip().strip("|").strip())])
            elif token.type == "fence" and token.map:
                self._gap(*token.map)
                if token.content:
                    self._write(token.content.removesuffix("\n").split("\n"))
            elif token.type == "hr" and token.map:
                self._gap(*token.map)
                self._out.append("")
            before = token
        self._gap(len(self._source), len(self._source))
        return self._out

    def _leaf(self, opening: Token, token: Token) -> None:
        """Write out a heading or a paragraph. Cells were written with their row."""
        if opening.type not in ("heading_open", "paragraph_open") or not token.map:
            return
        self._gap(*token.map)
        if opening.type == "heading_open":
            words = " ".join(self.inline.words(token.content).split("\n"))
            self.headings.append((int(opening.tag[1]), words))
            self._write([words])
            return
        said = [
            self.inline.words("\n".join(group)).split("\n")
            for group in self._groups(token.content.split("\n"))
        ]
        self._write([line.strip() for lines in said for line in lines])

    def _groups(self, lines: Sequence[str]) -> Iterator[list[str]]:
        """Yield the lines of a paragraph that are read as one; a byline, a date or the row of a table is on
        its own.
        """
        at = len(self._out)

        def key(numbered: tuple[int, str]) -> int:
            number, line = numbered
            row = line.lstrip().startswith("|")
            header = at + number < _HEADER_LINES and is_header_line(line.strip(" *_"))
            return number if row or header else -1

        for alone, group in groupby(enumerate(lines), key=key):
            yield [line.strip().strip("|") if alone >= 0 else line for _, line in group]

    def _item(self, token: Token) -> None:
        assert token.map is not None
        line = self._bare(token.map[0])
        # An item may begin within the first line of another.
        indent = "" if self._lead else line[: len(line) - len(line.lstrip())]
        mark = f"{token.info}{token.markup}" if token.info else "-"
        self._lead += f"{indent}{mark} "

    def _write(self, lines: list[str]) -> None:
        first, *rest = lines or [""]
        self._out += [f"{self._lead}{first}".rstrip() if self._lead else first, *rest]
        self._lead = ""

    def _gap(self, start: int, end: int) -> None:
        """Write an empty line for each that stands before a block; `end` is the line behind it."""
        self._out += ["" for line in range(self._next, start) if not self._bare(line).strip()]
        self._next = max(self._next, end)

    def _bare(self, number: int) -> str:
        """Return a line of the source without the marks of quotations before it."""
        line = self._source[number]
        return _QUOTE_MARKS.sub("", line, count=1) if line.lstrip().startswith(">") else line


def _main_heading(headings: list[tuple[int, str]]) -> str:
    top = next((words for level, words in headings if level == 1 and words), "")
    return top or next((words for _, words in headings if words), "")


def _joined(front: FrontMatter, below: Parsed, title: str) -> Parsed:
    """What the front matter says comes before what the first lines say."""
    return replace(
        below,
        title=front.title or title or below.title,
        publisher=front.publisher or below.publisher,
        authors=front.authors or below.authors,
        published=front.published or below.published,
        url=front.url or below.url,
        language=front.language,
    )


def _notices(front: FrontMatter, taken_out: TakenOut) -> tuple[str, ...]:
    notices: list[str] = []
    if front.lines:
        notices.append(f"The front matter ({front.lines} lines) was read and left out of the text.")
    if taken_out.urls:
        shown = ", ".join(dict.fromkeys(taken_out.urls[:_URLS_SHOWN]))
        more = " …" if len(taken_out.urls) > _URLS_SHOWN else ""
        notices.append(
            f"Links kept as words, without their addresses: {len(taken_out.urls):,} ({shown}{more})."
        )
    if taken_out.pictures:
        notices.append(f"Pictures left out, their descriptions kept: {taken_out.pictures:,}.")
    if taken_out.tags:
        notices.append(f"HTML tags and comments left out: {taken_out.tags:,}.")
    return tuple(notices)
