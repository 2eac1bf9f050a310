"""Inline Markdown of a statement: bold, italic and links, nothing else, on one line.

Python-Markdown's parse tree is the reader; `write` gives text that it (and Pandoc) reads back to the
same runs. Everything else a Markdown reader would see in the words (headings, lists, HTML, code,
images) is left as the words it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PLAIN = re.compile(r"[^\\*_\[\]]*")  # asks in half the time of a search for one of the five
_ESCAPED = re.compile(r"([\\*_\[\]])")
_UNESCAPED = re.compile(r"\\([\\*_\[\]])")
# One line; no C0 or C1 control, no code point that Python-Markdown or Qt keeps for itself.
_NOT_IN_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffc\ufdd0\ufdd1\ud800-\udfff]")
# No marks of direction: they make an address read as another.
_LINK_URL = re.compile(
    "(https?://|mailto:)[^\\s<>\\\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+", re.IGNORECASE
)
# Each piece that may hold a bracket: an escape, a whole link, or a bracket that opens none. Python-Markdown
# takes seconds over a few thousand of the last kind, so a character that no line holds stands for them.
_BRACKETED = re.compile(
    r"(?P<kept>\\.|\[(?:\\.|[^\\\[\]])*\]\((?:<[^\s<>]*>|"
    r"(?:[^\s()<>]|\([^\s()<>]*\))*)(?:\s+\"[^\"\[\]]*\")?\))|\["
)
_LONE = "\ufdd0"
_MARK = re.compile(r"[\\*_\[\]()\s]")
_TARGET = re.compile(r"\]\((?:<[^\s<>]*>|(?:[^\s()<>]|\([^\s()<>]*\))*)(?:\s+\"[^\"\[\]]*\")?\)")
_LONGEST = 20_000
_OTHERS = (
    "backtick", "reference", "image_link", "image_reference", "short_reference", "short_image_ref",
    "autolink", "automail", "linebreak", "html", "entity",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `link` is a URL or ""."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""

    @property
    def style(self) -> tuple[bool, bool, str]:
        return self.bold, self.italic, self.link


def one_line(text: str) -> str:
    """Return `text` on one line: line ends and other controls become spaces."""
    return _NOT_IN_LINE.sub(" ", text)


def link_allowed(url: str) -> bool:
    """Whether a link may lead there: http, https or mailto, no spaces, angle brackets, controls or marks
    of direction.
    """
    return bool(_LINK_URL.fullmatch(url)) and not _NOT_IN_LINE.search(url)


def parse(markdown: str) -> tuple[Run, ...]:
    """Return the runs of a statement; () for "". Links to other schemes keep their words only.

    A statement of more than 20,000 characters is read without styles and links.
    """
    if _PLAIN.fullmatch(markdown):
        return (Run(markdown),) if markdown else ()
    if len(markdown) > _LONGEST:
        return (Run(_UNESCAPED.sub(r"\1", markdown)),)
    return _parse(markdown)


@lru_cache(maxsize=16384)
def _parse(markdown: str) -> tuple[Run, ...]:
    from xml.etree.ElementTree import Element, SubElement

    reader = _reader()
    root = Element("div")
    SubElement(root, "p").text = _BRACKETED.sub(lambda m: m["kept"] or _LONE, one_line(markdown))
    reader.reset()
    for name in ("inline", "unescape"):
        root = reader.treeprocessors[name].run(root) or root
    runs = merged(_runs(root[0], Run("")))
    # Rows of marks that cross each other make Python-Markdown lose words, say them twice, or show its
    # own placeholders: then the statement is read without styles.
    if _letters(text_of(runs)) != _letters(one_line(markdown)):
        return (Run(_UNESCAPED.sub(r"\1", one_line(markdown))),)
    return runs


def _letters(words: str) -> str:
    """What reading may not change: all but the marks and the targets of links."""
    return _MARK.sub("", _TARGET.sub("]", words))


@lru_cache(maxsize=1)
def _reader() -> Any:
    """Python-Markdown with the inline rules of a statement only; made on first use, it costs an import."""
    from markdown import Markdown

    reader = Markdown()
    # Taken out of the registry itself: the tree processor holds it since it was made.
    for name in _OTHERS:
        reader.inlinePatterns.deregister(name, strict=False)
    return reader


def _runs(node: Element, style: Run) -> Iterator[Run]:
    if node.text:
        yield replace(style, text=node.text.replace(_LONE, "["))
    for child in node:
        yield from _runs(child, _restyled(child, style))
        if child.tail:
            yield replace(style, text=child.tail.replace(_LONE, "["))


def _restyled(node: Element, style: Run) -> Run:
    if node.tag == "strong":
        return replace(style, bold=True)
    if node.tag == "em":
        return replace(style, italic=True)
    if node.tag == "a" and link_allowed(node.get("href", "")):
        return replace(style, link=node.get("href", ""))
    return style


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs with equal neighbours joined and empty ones gone."""
    joined: list[Run] = []
    for style, group in groupby((r for r in runs if r.text), key=lambda r: r.style):
        joined.append(Run("".join(r.text for r in group), *style))
    return tuple(joined)


def plain(markdown: str) -> str:
    """Return the text of a statement without its Markdown."""
    if _PLAIN.fullmatch(markdown):
        return markdown
    return "".join(run.text for run in parse(markdown))


def text_of(runs: Iterable[Run]) -> str:
    """Return the text of runs."""
    return "".join(run.text for run in runs)


def escape(words: str) -> str:
    """Return words so that `parse` gives them back as they are."""
    return words if _PLAIN.fullmatch(words) else _ESCAPED.sub(r"\\\1", words)


def cut(runs: Iterable[Run], start: int, end: int | None = None) -> tuple[Run, ...]:
    """Return the runs between two offsets (code points of the words)."""
    kept: list[Run] = []
    at = 0
    for run in runs:
        low = max(start - at, 0)
        high = len(run.text) if end is None else min(end - at, len(run.text))
        if low < high:
            kept.append(replace(run, text=run.text[low:high]))
        at += len(run.text)
    return tuple(kept)


def write(runs: Iterable[Run]) -> str:
    """Return Markdown that reads back as these runs; styles that cannot be written so are dropped."""
    runs = tuple(runs)
    if len(runs) == 1 and runs[0].style == (False, False, ""):
        return escape(one_line(runs[0].text))  # the same, and many times faster
    tidy = merged(_tidied(runs))
    if all(run.style == (False, False, "") for run in tidy):
        return escape(text_of(tidy))
    for marks in (("**", "*"), ("**", "_"), ("__", "*")):
        written = "".join(_linked(tidy, marks))
        if parse(written) == tidy:
            return written
    return _written_plainer(tidy)


def _written_plainer(tidy: tuple[Run, ...]) -> str:
    """Neighbouring bold and italic without a space between cannot be written: let go of style bit by bit."""
    for i, run in enumerate(tidy):
        if run.italic and (run.bold or _touches(tidy, i)):
            return write((*tidy[:i], replace(run, italic=False), *tidy[i + 1 :]))
    for i, run in enumerate(tidy):
        if run.bold or run.italic:
            return write((*tidy[:i], replace(run, bold=False, italic=False), *tidy[i + 1 :]))
    for i, run in enumerate(tidy):
        if run.link:
            return write((*tidy[:i], replace(run, link=""), *tidy[i + 1 :]))
    return escape(text_of(tidy))


def _touches(tidy: Sequence[Run], i: int) -> bool:
    return any(0 <= j < len(tidy) and (tidy[j].bold or tidy[j].italic) for j in (i - 1, i + 1))


def _tidied(runs: Iterable[Run]) -> Iterator[Run]:
    """Spaces at the ends of a styled run carry no style: Markdown cannot say it."""
    for run in merged(replace(r, text=one_line(r.text)) for r in runs):
        if not (run.bold or run.italic):
            yield run
            continue
        bare = run.text.strip()
        lead = len(run.text) - len(run.text.lstrip())
        yield Run(run.text[:lead], link=run.link) if bare else Run(run.text, link=run.link)
        if bare:
            yield replace(run, text=bare)
            yield Run(run.text[lead + len(bare) :], link=run.link)


def _linked(runs: Sequence[Run], marks: tuple[str, str]) -> Iterator[str]:
    for link, group in groupby(runs, key=lambda r: r.link):
        inner = "".join(_styled(run, marks) for run in group)
        target = f"<{link}>" if "(" in link or ")" in link else link
        yield f"[{inner}]({target})" if link else inner


def _styled(run: Run, marks: tuple[str, str]) -> str:
    words = escape(run.text)
    if run.italic:
        words = f"{marks[1]}{words}{marks[1]}"
    return f"{marks[0]}{words}{marks[0]}" if run.bold else words
