"""The header some Markdown files begin with: `key: value` lines between two lines of `---`.

A small part of YAML, which is all that notes and site generators write there: plain, quoted and
listed values. A block that holds anything else is taken for text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.importing.common.cleaning import clean_url
from briefing.importing.common.dates import labelled_date
from briefing.importing.common.metadata import publisher_or_url, split_names

_MOST_LINES = 200
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(?P<value>.*))?")
_KEYS = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "date": "published",
    "published": "published",
    "publisher": "publisher",
    "publication": "publisher",
    "source": "publisher",
    "site": "publisher",
    "url": "url",
    "link": "url",
    "language": "language",
    "lang": "language",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`lines` is how many lines of the file it takes, both fences included; 0 when there is none."""

    lines: int = 0
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    language: str = ""


def front_matter(text: str) -> FrontMatter:
    """Return the front matter of a normalised Markdown text."""
    lines = text.split("\n", _MOST_LINES)[:_MOST_LINES]
    if lines[0].rstrip() != "---":
        return FrontMatter()
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    pairs = _pairs(lines[1:end]) if end > 1 else None
    return _fields(end + 1, pairs) if pairs else FrontMatter()


def _pairs(lines: list[str]) -> dict[str, list[str]] | None:
    """Return each key's values, or None when a line is no front matter."""
    pairs: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        match = _PAIR.fullmatch(line.rstrip())
        if match:
            values = pairs.setdefault(match["key"].lower(), [])
            values.extend(_values(match["value"] or ""))
        elif re.match(r"\s*- ", line) and pairs:
            values.extend(_values(line.strip()[2:]))
        elif line.strip() and not line.lstrip().startswith("#") and not (line[0].isspace() and pairs):
            return None
    return pairs


def _values(raw: str) -> list[str]:
    raw = raw.strip()
    if raw.startswith("[") and raw.endswith("]"):
        return [value for part in raw[1:-1].split(",") for value in _values(part)]
    if len(raw) >= 2 and raw[0] == raw[-1] and raw[0] in "\"'":
        raw = raw[1:-1]
    return [raw] if raw and raw not in ("|", ">", "~", "null") else []


def _fields(lines: int, pairs: dict[str, list[str]]) -> FrontMatter:
    found: dict[str, str] = {}
    authors: list[str] = []
    for key, values in pairs.items():
        name, value = _KEYS.get(key, ""), " ".join(values)
        if name == "authors":
            authors.extend(author for listed in values for author in split_names(listed))
            continue
        if name == "publisher":
            name, value = publisher_or_url(value)
        elif name == "published":
            value = labelled_date(value)
        elif name == "url":
            value = clean_url(value)
        if name and value:
            found.setdefault(name, value)
    return FrontMatter(lines, authors=tuple(dict.fromkeys(authors)), **found)
