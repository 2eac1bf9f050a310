"""What the page paints beside the words: numbers, states, counts. Plain values, computed elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PageState:
    """`numbers`: evidence id -> note number, as the export numbers them. `states`: item id -> state.

    States: "sourced", "unsourced", "broken", "contradicted", or "" for nothing to say.
    `broken`: ids of evidence whose words were not found. `marking`: the brief's own, or the inherited one.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    marking: str = ""
