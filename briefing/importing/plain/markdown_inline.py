"""The words of one Markdown block, without emphasis, code marks, links, pictures, tags and escapes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.importing.common.struck_out import struck

_PLAIN = re.compile(r"[^\\`<&*_\[\]~!]*")
_LINE_END = re.compile(r" *\n[ \t]*")
_STRIKING = re.compile(r"<(?P<end>/?)(?:s|del|strike)\b", re.IGNORECASE)
# A break between words must not join them.
_BREAKS = re.compile(r"</?(?:br|p|div|li|td|tr)\b", re.IGNORECASE)


@dataclass(slots=True)
class TakenOut:
    """What was taken out of the blocks so far: addresses of links, and how many of each other kind."""

    urls: list[str] = field(default_factory=list)
    pictures: int = 0
    tags: int = 0


class _Reader(MarkdownIt):
    """markdown-it as it is, but addresses stay as they were written, wherever they lead: nobody goes
    there.
    """

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url


def reader() -> MarkdownIt:
    """Return a reader of CommonMark with tables and struck-out words."""
    return _Reader("commonmark").enable(["table", "strikethrough"])


@lru_cache(maxsize=1)
def _inline_reader() -> MarkdownIt:
    return reader()


class InlineWords:
    """Reads the words of blocks; `environment` holds where reference links lead."""

    def __init__(self, environment: dict[str, Any]) -> None:
        self._environment = environment
        self.taken_out = TakenOut()

    def words(self, raw: str) -> str:
        """Return the words of one block, a hard break as a line end; what is left out is counted in
        `taken_out`.
        """
        if _PLAIN.fullmatch(raw):  # most are, and markdown-it takes ten times as long to find that out
            return _LINE_END.sub(lambda end: "\n" if end[0].startswith("  ") else " ", raw).strip()
        (block,) = _inline_reader().parseInline(raw, self._environment)
        return "".join(self._words(block.children or ())).strip()

    def _words(self, tokens: Iterable[Token]) -> Iterable[str]:
        depth = 0  # of what strikes through
        for token in tokens:
            depth = max(0, depth + _strikes(token))
            for words in self._words_of(token):
                yield struck(words) if depth and words.strip() else words

    def _words_of(self, token: Token) -> Iterable[str]:
        out = self.taken_out
        match token.type:
            case "text" | "code_inline":
                yield token.content
            case "softbreak":
                yield " "
            case "hardbreak":
                yield "\n"
            case "html_inline":
                out.tags += 1
                yield " " if _BREAKS.match(token.content) else ""
            case "image":
                out.pictures += 1
                yield "".join(self._words(token.children or ()))
            case "link_open" if token.markup != "autolink" and token.attrs.get("href"):
                out.urls.append(str(token.attrs["href"]))


def _strikes(token: Token) -> int:
    """Return 1 where words begin to be struck out, -1 where that ends, and 0 elsewhere."""
    if token.type in ("s_open", "s_close"):
        return 1 if token.type == "s_open" else -1
    tag = _STRIKING.match(token.content) if token.type == "html_inline" else None
    return 0 if tag is None else -1 if tag["end"] else 1
