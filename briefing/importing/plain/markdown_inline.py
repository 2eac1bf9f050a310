"""Takes the inline marks out of one Markdown block: emphasis, code, links, pictures, tags, escapes.

Regular expressions that look ahead a bounded way only: 8 kB of "[" must not take seconds.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

# What is already plain is put aside behind U+FDD0 n U+FDD1, which no source text can hold.
_ASIDE = re.compile("\ufdd0(\\d+)\ufdd1")
_LITERAL = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<!`)(?P<ticks>`{1,3})(?!`)(?P<code>[^\n]{1,1000}?)(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<auto>(?:https?://|mailto:)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>"
    r"|(?P<tag><!--.{0,1000}?-->|</?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,1000})?/?>)"
    r"|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)",
    re.DOTALL,
)
_TARGET = r"\(\s{0,9}<?(?P<url>[^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500})?)>?(?:\s{1,9}[\"'(][^\n]{0,500}?[\"')])?\s{0,9}\)"
_LABEL = r"\[(?P<words>[^\[\]]{0,1000})\]"
_PICTURE = re.compile(r"!" + _LABEL + _TARGET)
_LINK = re.compile(_LABEL + _TARGET)
_REFERENCE = re.compile(r"(?P<picture>!?)" + _LABEL + r"(?:\[(?P<label>[^\[\]]{0,200})\])?")
_STRUCK = re.compile(r"~~(?=\S)([^~]{1,2000})(?<=\S)~~")
_EMPHASIS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\*)\*(?=[^\s*])([^*]+)(?<=\S)\*(?!\*)",
        r"\*\*(?=[^\s*])([^*]+)(?<=\S)\*\*",
        r"\*(?=[^\s*])([^*]+)(?<=\S)\*",
        r"(?<![\w_])_(?=[^\s_])([^_]+)(?<=\S)_(?![\w_])",
        r"(?<![\w_])__(?=[^\s_])([^_]+(?:_[^_]+)*)(?<=\S)__(?![\w_])",
        r"(?<![\w_])_(?=[^\s_])([^_]+)(?<=\S)_(?![\w_])",
    )
)


@dataclass(slots=True)
class MarkdownTally:
    """Where reference links lead, and what was taken out of the blocks so far."""

    definitions: dict[str, str] = field(default_factory=dict)
    urls: list[str] = field(default_factory=list)
    pictures: int = 0
    tags: int = 0
    struck: int = 0


def inline(raw: str, tally: MarkdownTally) -> str:
    """Return the text of one block; what is left out is counted in `tally`."""
    if not re.search(r"[\\`<&*_\[\]~]", raw):
        return raw
    aside: list[str] = []

    def restore(text: str) -> str:
        return _ASIDE.sub(lambda match: aside[int(match[1])], text)

    text = _LITERAL.sub(lambda match: _put_aside(match, aside, tally), raw)
    text = _PICTURE.sub(lambda match: _picture(match, tally), text)
    text = _LINK.sub(lambda match: _link(match, tally, restore(match["url"])), text)
    text = _REFERENCE.sub(lambda match: _reference(match, tally), text)
    text, struck = _STRUCK.subn(r"\1", text)
    tally.struck += struck
    for pattern in _EMPHASIS:
        text = pattern.sub(r"\1", text)
    return restore(text)


def _put_aside(match: re.Match[str], aside: list[str], tally: MarkdownTally) -> str:
    plain = match["escaped"] or match["auto"] or ""
    if match["tag"]:
        tally.tags += 1
        # A break between words must not join them.
        return " " if re.match(r"</?(?:br|p|div|li|td|tr)\b", match["tag"], re.IGNORECASE) else ""
    if match["code"]:
        plain = match["code"].strip() or match["code"]
    elif match["entity"]:
        plain = html.unescape(match["entity"])
    aside.append(plain)
    return f"\ufdd0{len(aside) - 1}\ufdd1"


def _picture(match: re.Match[str], tally: MarkdownTally) -> str:
    tally.pictures += 1
    return match["words"]


def _link(match: re.Match[str], tally: MarkdownTally, url: str) -> str:
    if url:
        tally.urls.append(url)
    return match["words"]


def _reference(match: re.Match[str], tally: MarkdownTally) -> str:
    url = tally.definitions.get((match["label"] or match["words"]).lower())
    if url is None:
        return match.group()
    if match["picture"]:
        tally.pictures += 1
    else:
        tally.urls.append(url)
    return match["words"]
