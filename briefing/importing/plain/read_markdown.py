"""Markdown: its words without its marks, as a reader sees them, so that quotes are of words.

Blocks are cut here, line by line; `markdown_inline` takes the marks out of each. Wrapped lines are
joined (CommonMark 0.31, 6.12: a soft break is a space).
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.importing.common.metadata import is_header_line, read_metadata
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.encoding.decode import decode, normalised
from briefing.importing.plain.frontmatter import FrontMatter, front_matter
from briefing.importing.plain.markdown_inline import MarkdownTally, inline

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})[^`]*")
_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})(?P<words>[ \t].*)?")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-+*]|\d{1,9}[.)])[ \t]+(?P<words>\S.*)")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_DEFINITION = re.compile(
    r" {0,3}\[(?P<label>[^\]\[^][^\]\[]{0,200})\]:[ \t]*<?(?P<url>[^\s>]+)>?[ \t]*(?:[\"'(].*)?"
)
_URLS_SHOWN = 5
_HEADER_LINES = 24  # byline, date and the like stand on lines of their own up here


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the text of a Markdown file and what its front matter and first lines say."""
    decoded = decode(data, hints.charset)
    text, dropped = normalised(decoded.text)
    front = front_matter(text)
    body = "\n".join(text.split("\n")[front.lines :]) if front.lines else text
    words, title, tally = strip_marks(body)
    words, lost = normalised(words)
    read_here = replace(
        read_metadata(words),
        notices=decoded.notices + dropped + _notices(front, tally) + lost,
        encoding=decoded.encoding,
        guessed=decoded.guessed,
        extractor="markdown 1",
    )
    return _joined(front, read_here, title)


def strip_marks(body: str) -> tuple[str, str, MarkdownTally]:
    """Return the text of Markdown `body`, its main heading or "", and what was taken out."""
    lines = body.split("\n")
    definitions = {m["label"].lower(): m["url"] for line in lines if (m := _DEFINITION.fullmatch(line))}
    blocks = _Blocks(MarkdownTally(definitions))
    for line in lines:
        blocks.take(line)
    blocks.end_block()
    text = "\n".join(blocks.out).strip("\n")
    return text, _main_heading(blocks.headings), blocks.tally


class _Blocks:
    """Collects the lines of the current block and writes each block out as it ends."""

    def __init__(self, tally: MarkdownTally) -> None:
        self.tally = tally
        self.out: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self._lines: list[str] = []
        self._lead = ""
        self._fence = ""
        self._table = False

    def take(self, line: str) -> None:
        """Take the next line of the file."""
        if self._fence:
            self._code(line)
            return
        fence = _FENCE.fullmatch(line)
        if fence:
            self.end_block()
            self._fence = fence["fence"]
            return
        bare = _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line
        if self._is_mark(bare):
            return
        item = _ITEM.fullmatch(bare)
        if item:
            self.end_block()
            mark = "-" if item["mark"] in "-+*" else item["mark"]
            self._lead = f"{item['indent']}{mark} "
            bare = item["words"]
        elif self._table or bare.lstrip().startswith("|"):
            self.end_block()
            bare = bare.strip().strip("|").strip()
        header = len(self.out) + len(self._lines) < _HEADER_LINES and is_header_line(bare.strip(" *_"))
        if header:
            self.end_block()
        self._lines.append(bare)
        if header:
            self.end_block()

    def end_block(self) -> None:
        """Write out the lines collected so far as one paragraph."""
        if self._lines:
            self.out.extend(self._lead + words for words in self._paragraph())
        self._lines = []
        self._lead = ""

    def _code(self, line: str) -> None:
        closing = line.strip()
        if closing.startswith(self._fence) and not closing.strip(self._fence[0]):
            self._fence = ""
        else:
            self.out.append(line)

    def _is_mark(self, line: str) -> bool:
        """Deal with a line that is only a mark, or a heading; False for a line of words."""
        heading = _HEADING.fullmatch(line)
        if heading:
            self.end_block()
            words = (heading["words"] or "").rstrip()
            bare = words.rstrip("#")
            self._heading(len(heading["level"]), bare if bare[-1:].isspace() else words)
        elif self._lines and not self._lead and _UNDERLINE.fullmatch(line):
            words, self._lines = " ".join(self._lines), []
            self._heading(1 if "=" in line else 2, words)
        elif not line.strip() or _RULE.fullmatch(line):
            self.end_block()
            self._table = False
            self.out.append("")
        elif "|" in line and _TABLE_RULE.fullmatch(line):
            self.end_block()
            self._table = True
        elif _DEFINITION.fullmatch(line):
            self.end_block()
        else:
            return False
        return True

    def _heading(self, level: int, raw: str) -> None:
        words = inline(raw.strip(), self.tally)
        self.headings.append((level, words))
        self.out.append(words)

    def _paragraph(self) -> list[str]:
        """Return the lines of the paragraph as shown: broken only at hard breaks."""
        joined = ""
        for line in self._lines:
            hard = line.endswith(("  ", "\\"))
            joined += line.strip().removesuffix("\\" if hard else "") + ("\n" if hard else " ")
        return [part.strip() for part in inline(joined.strip(), self.tally).split("\n")]


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


def _notices(front: FrontMatter, tally: MarkdownTally) -> tuple[str, ...]:
    notices: list[str] = []
    if front.lines:
        notices.append(f"The front matter ({front.lines} lines) was read and left out of the text.")
    if tally.urls:
        shown = ", ".join(dict.fromkeys(tally.urls[:_URLS_SHOWN]))
        more = " …" if len(tally.urls) > _URLS_SHOWN else ""
        notices.append(f"Links kept as words, without their addresses: {len(tally.urls):,} ({shown}{more}).")
    if tally.pictures:
        notices.append(f"Pictures left out, their descriptions kept: {tally.pictures:,}.")
    if tally.tags:
        notices.append(f"HTML tags and comments left out: {tally.tags:,}.")
    if tally.struck:
        notices.append(f"Struck-out passages kept as plain words: {tally.struck:,}.")
    return tuple(notices)
