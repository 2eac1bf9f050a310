"""Web pages: the article as a reader sees it, and what the page says about itself."""

from __future__ import annotations

import logging
import re
from typing import Any

import trafilatura
from lxml import etree
from trafilatura.settings import DEFAULT_CONFIG, Document

from briefing.errors import BadInput
from briefing.importing.common.metadata import headline
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.struck_out import TextWithoutStruck, finished
from briefing.importing.encoding.decode import decode
from briefing.importing.html.article_lines import ArticleLines, article_of, notices_of
from briefing.importing.html.cut_short import is_cut
from briefing.importing.html.hidden_parts import show_noscript
from briefing.importing.html.line_kinds import PROSE, weight
from briefing.importing.html.markup import plain_text, tree_of
from briefing.importing.html.page_metadata import read_meta

# What it fails to find is reported in our own notices.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)

_VERSION = 1
_LOOKED_AT = 4096
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)", re.DOTALL)
_META = re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,5}\)(https?://\S{1,2000})")
_UNSHOWN = "The page shows no article by itself: the text is the one it keeps for search engines."
_MARKED_UP = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_PAID = (
    "The page says that its article is for subscribers only: check that it is whole and not just "
    "its beginning."
)
_OFFERED = "The page names no date of publication, but its address holds {day}: if that is the day, enter it."
_MOST_ELEMENTS = 60_000  # beyond these the search for the article takes longer than a file may
_DEEP = 100
_LITTLE = 600  # characters; less than these are looked for again, the slow way, and in <noscript>
_MOST_STEPS = 3_000_000  # from elements to the root, both ways


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the article of a web page with its metadata; all of the page's words where there is none.

    Raises BadInput when no words are in it.
    """
    decoded = decode(data, hints.charset or stated_charset(data))
    root, nested = tree_of(decoded.text)
    if root is None:
        raise _unreadable() if nested else _wordless()
    saved = _SAVED_FROM.search(decoded.text[:_LOOKED_AT])
    meta = read_meta(root, hints.url or (saved.group(1) if saved else ""))
    article, unfit = _article(root, meta.headline)
    if article.whole and _size(article) < _LITTLE and show_noscript(root):
        article, unfit = _article(root, meta.headline)
    done, messages = _text_of(article, meta.body)
    if not done.text.strip() and not article.whole:
        # An article of struck-out words alone is none: the words that stand are outside it.
        article = article_of(root, ())
        done, messages = _text_of(article, meta.body)
    is_beginning = meta.paid and is_cut(done.text, meta.words, meta.body)
    return Parsed(
        done.text,
        struck=done.struck,
        title=meta.title or headline(done.text),
        publisher=meta.publisher,
        authors=meta.authors,
        published=meta.published,
        url=meta.url,
        language=meta.language,
        notices=decoded.notices
        + nested
        + unfit
        + ((_PAID,) if is_beginning else ())
        + _offers(meta.offered)
        + messages
        + done.notices,
        kind="article",
        encoding=decoded.encoding,
        guessed=decoded.guessed,
        extractor=f"html {_VERSION}, trafilatura {trafilatura.__version__}, lxml {etree.__version__}",
    )


def _offers(day: str) -> tuple[str, ...]:
    return (_OFFERED.format(day=day),) if day else ()


def _size(article: ArticleLines) -> int:
    return sum(len(block.text) for block in article.lines)


def _text_of(article: ArticleLines, body: str) -> tuple[TextWithoutStruck, tuple[str, ...]]:
    """Return the text of a page and what was left out: of what it shows, or else of the `body` it states.

    Raises BadInput when no words are in either.
    """
    done, messages = finished("\n".join(block.line for block in article.lines)), notices_of(article)
    if not (done.text.strip() or done.struck) or (article.whole and len(body) > len(done.text)):
        done = finished(plain_text(body)[0] if _MARKED_UP.search(body) else body)
        messages = (_UNSHOWN,)
    if not (done.text.strip() or done.struck):
        raise _wordless()
    return done, messages


def stated_charset(data: bytes) -> str:
    """Return the encoding a page names in its first 4,096 bytes, or "" (WHATWG HTML 13.2.3.2, prescan)."""
    head = data[:_LOOKED_AT]
    match = _META.search(_COMMENT.sub(b"", head)) or _XML.match(head)
    name = match[1].decode("ascii").lower() if match else ""
    # The standard has no UTF-7, and one that names UTF-16 in ASCII bytes cannot mean it.
    return "utf-8" if name.startswith("utf-16") else "" if "utf-7" in name or name == "utf7" else name


def _article(root: Any, headline: str) -> tuple[ArticleLines, tuple[str, ...]]:
    """Return the page's article, and a notice where the search for it was not or could not be made."""
    if _is_huge(root):
        return article_of(root, ()), ("The page is too large to tell its article from the rest.",)
    try:
        lines = _found(root, fast=True)
        if _is_doubtful(lines):
            lines = _found(root, fast=False)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  its heuristics fail in many ways on broken pages
        return article_of(root, ()), (f"The search for the article failed ({type(error).__name__}).",)
    return article_of(root, lines, headline), ()


def _is_doubtful(lines: list[str]) -> bool:
    """Return whether what was found is little, or is mostly short lines, as a menu is."""
    length = sum(map(len, lines))
    return length < _LITTLE or sum(len(line) for line in lines if weight(line) >= PROSE) < length / 2


def _found(root: Any, *, fast: bool) -> list[str]:
    """Return the paragraphs of the article that the extractor finds; slow, it asks two others as well."""
    found = trafilatura.bare_extraction(
        root, fast=fast, include_comments=False, include_tables=True, deduplicate=False, config=DEFAULT_CONFIG
    )
    return found.text.split("\n") if isinstance(found, Document) and found.text else []


def _is_huge(root: Any) -> bool:
    """Return whether the extractor, which climbs from every element, could need longer than a file may
    take.
    """
    elements = root.xpath("count(.//*)")
    if elements > _MOST_ELEMENTS:
        return True
    if not root.xpath(f"boolean(.//*[count(ancestor::*) > {_DEEP}])"):
        return False
    depth = steps = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        steps += depth
    return steps > _MOST_STEPS


def _unreadable() -> BadInput:
    return BadInput(
        "The page holds more elements than fit into the memory allowed.",
        "Copy the text you need from a browser and paste it.",
    )


def _wordless() -> BadInput:
    return BadInput(
        "There are no words in this page: it may be put together by scripts when it is opened.",
        "Open it in a browser, save it from there, or copy its text and paste it.",
    )
