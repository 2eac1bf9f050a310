"""The article in a page's JSON-LD: schema.org, as newsrooms write it, broken JSON and all."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

_MOST_NODES = 5000
_MOST_BYTES = 2_000_000
_ARTICLE = re.compile(
    r"(?:https?://schema\.org/)?(?:\w*Article|(?:Blog|LiveBlog|SocialMedia|DiscussionForum)Posting|Report)"
)
_PAGE = re.compile(r"(?:https?://schema\.org/)?(?:WebPage|ItemPage|CreativeWork)")
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_SPARE_COMMA = re.compile(r",(\s*[}\]])")


@dataclass(frozen=True, slots=True)
class Thing:
    """One node of the graph, and the others by @id that it may refer to."""

    node: dict[str, Any] = field(default_factory=dict)
    others: dict[str, dict[str, Any]] = field(default_factory=dict)

    def get(self, name: str) -> Any:
        """Return a field's value as it stands, None where it is missing."""
        return self.node.get(name)

    def addresses(self) -> tuple[str, ...]:
        """Return what the thing says is the page it is the main entity of."""
        page = self.get("mainEntityOfPage")
        return strings(page.get("@id") if isinstance(page, dict) else page)


def stated_article(scripts: Iterable[str]) -> Thing:
    """Return the first article in the scripts, else the first page, else an empty thing."""
    nodes = [node for script in scripts for node in _nodes(_loaded(script))][:_MOST_NODES]
    others = {
        node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1
    }
    for kind in (_ARTICLE, _PAGE):
        for node in nodes:
            if any(kind.fullmatch(name) for name in strings(node.get("@type"))) and len(node) > 2:
                return Thing(node, others)
    return Thing({}, others)


def strings(value: Any) -> tuple[str, ...]:
    """Return the strings in a value that is one, or a list of some."""
    values = value if isinstance(value, list) else [value]
    return tuple(html.unescape(item).strip() for item in values if isinstance(item, str) and item.strip())


def names_of(value: Any, thing: Thing) -> tuple[str, ...]:
    """Return the names of people or bodies: strings, nodes with a name, references to such nodes."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            node = item if "name" in item else thing.others.get(str(item.get("@id")), {})
            found += strings(node.get("name"))
        else:
            found += strings(item)
    return tuple(dict.fromkeys(found))


def people_of(thing: Thing, name: str) -> tuple[str, ...]:
    """Return the names in a field that are not said to be those of organisations."""
    value = thing.get(name)
    items = value if isinstance(value, list) else [value]
    return names_of([item for item in items if not _is_body(item, thing)], thing)


def _is_body(item: Any, thing: Thing) -> bool:
    if not isinstance(item, dict):
        return False
    node = item if "@type" in item else thing.others.get(str(item.get("@id")), {})
    return any(kind.endswith("Organization") for kind in strings(node.get("@type")))


def _loaded(script: str) -> Any:
    """Return the value of a script, None when it is past repair."""
    bare = _WRAPPED.sub("", _WRAPPED.sub("", script)) if len(script) <= _MOST_BYTES else ""
    for text in (bare, _SPARE_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield all nodes of a graph, outer ones first, in their order."""
    waiting = [value]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, dict):
            yield item
            waiting += [inner for inner in item.values() if isinstance(inner, dict | list)]
        elif isinstance(item, list):
            waiting += [inner for inner in item[:_MOST_NODES] if isinstance(inner, dict | list)]
