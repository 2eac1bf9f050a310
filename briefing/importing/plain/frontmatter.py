"""The header some Markdown files begin with: YAML between two lines of `---`.

PyYAML reads it (YAML 1.1), every scalar as text: a date or a “no” is what was written. A block that is no
table of keys, or that repeats itself by aliases, is taken for text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.importing.common.authors import stated_authors
from briefing.importing.common.cleaning import clean_url
from briefing.importing.common.metadata import publisher_or_url
from briefing.language.printed_dates import labelled_date

_MOST_LINES = 200
_MOST_CHARACTERS = 20_000
# Notes are often written without the quotation marks that YAML asks for: “title: Talks: day two”.
_BARE = re.compile(
    r"""(?m)^(?P<key>[A-Za-z][\w .-]{0,40}?)[ ]*:[ ]+"""
    r"""(?P<value>(?![|>]|\[.*\][ ]*$|'[^']*'[ ]*$|"[^"]*"[ ]*$)\S.*)$"""
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


def front_matter(text: str) -> FrontMatter:
    """Return the front matter of a normalised Markdown text."""
    lines = text.split("\n", _MOST_LINES)[:_MOST_LINES]
    if lines[0].rstrip() != "---":
        return FrontMatter()
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    block = "\n".join(lines[1:end])
    if not block.strip() or len(block) > _MOST_CHARACTERS:
        return FrontMatter()
    from briefing.importing.plain import yaml_table  # most articles have no front matter and need no YAML

    pairs = yaml_table.read_table(block)
    if pairs is None:
        pairs = yaml_table.read_table(_BARE.sub(_quoted, block))
    return _fields(end + 1, pairs) if pairs else FrontMatter()


def _quoted(bare: re.Match[str]) -> str:
    value = bare["value"].rstrip().replace("'", "''")
    return f"{bare['key']}: '{value}'"


def _fields(lines: int, pairs: dict[str, list[str]]) -> FrontMatter:
    found: dict[str, str] = {}
    authors: list[str] = []
    for key, values in pairs.items():
        name, value = _KEYS.get(key, ""), " ".join(values)
        if name == "authors":
            authors.extend(stated_authors(values, inverted=True))
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
