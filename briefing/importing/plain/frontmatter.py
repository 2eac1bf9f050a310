"""The header some Markdown files begin with: YAML between two lines of `---`.

PyYAML reads it (YAML 1.1), every scalar as text: a date or a “no” is what was written. A block that is no
table of keys, or that repeats itself by aliases, is taken for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from briefing.importing.common.cleaning import clean_url
from briefing.importing.common.dates import labelled_date
from briefing.importing.common.metadata import publisher_or_url, split_names

_MOST_LINES = 200
_MOST_CHARACTERS = 20_000
# Notes are often written without the quotation marks that YAML asks for: “title: Talks: day two”.
_BARE = re.compile(
    r"""(?m)^(?P<key>[A-Za-z][\w .-]{0,40}?)[ ]*:[ ]+(?P<value>(?![|>]|\[.*\][ ]*$|'[^']*'[ ]*$|"[^"]*"[ ]*$)\S.*)$"""
)
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


class _Loader(yaml.BaseLoader):
    """Reads text, lists and tables of text, and no aliases: a few lines of them can say more than a machine
    holds.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


def front_matter(text: str) -> FrontMatter:
    """Return the front matter of a normalised Markdown text."""
    lines = text.split("\n", _MOST_LINES)[:_MOST_LINES]
    if lines[0].rstrip() != "---":
        return FrontMatter()
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    block = "\n".join(lines[1:end])
    if not block.strip() or len(block) > _MOST_CHARACTERS:
        return FrontMatter()
    pairs = _loaded(block)
    if pairs is None:
        pairs = _loaded(_BARE.sub(_quoted, block))
    return _fields(end + 1, pairs) if pairs else FrontMatter()


def _quoted(bare: re.Match[str]) -> str:
    value = bare["value"].rstrip().replace("'", "''")
    return f"{bare['key']}: '{value}'"


def _loaded(block: str) -> dict[str, list[str]] | None:
    """Return each key's values, or None for what is no table of keys."""
    try:
        found = yaml.load(block, _Loader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(found, dict):
        return None
    return {str(key).lower(): list(_values(value)) for key, value in found.items()}


def _values(value: Any) -> Iterator[str]:
    """Yield the texts in a value, those of a list one by one; of a table only what it calls `name`."""
    if isinstance(value, list):
        for each in value:
            yield from _values(each)
    elif isinstance(value, dict):
        yield from _values(value.get("name", ""))
    elif (words := " ".join(value.split())) and words not in ("~", "null"):
        yield words


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
