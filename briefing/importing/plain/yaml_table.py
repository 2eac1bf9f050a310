"""A table of keys written in YAML, every scalar as the text that was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml


class _Loader(yaml.BaseLoader):
    """Reads text, lists and tables of text, and no aliases: a few lines of them can say more than a machine
    holds.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias")
        return super().compose_node(parent, index)


def read_table(block: str) -> dict[str, list[str]] | None:
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
