"""The rules of the craft, each a function over a snapshot. CHECKS is the ordered table of them.

The table stands in `rules`, which is loaded when it is first asked for: the grammars behind it take a
tenth of a second, and a window shows its first page without them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.checks.engine import Checker, Rule
    from briefing.checks.findings import Finding
    from briefing.checks.leaving import Stands, stands
    from briefing.checks.rule_types import BriefCheck, Facts, ItemCheck
    from briefing.checks.rules import CHECKS, kind_of, run, standing

__all__ = [
    "CHECKS",
    "BriefCheck",
    "Checker",
    "Facts",
    "Finding",
    "ItemCheck",
    "Rule",
    "Stands",
    "kind_of",
    "run",
    "standing",
    "stands",
]

_HOMES = {
    **dict.fromkeys(("CHECKS", "kind_of", "run", "standing"), "rules"),
    **dict.fromkeys(("BriefCheck", "Facts", "ItemCheck"), "rule_types"),
    **dict.fromkeys(("Checker", "Rule"), "engine"),
    **dict.fromkeys(("Stands", "stands"), "leaving"),
    "Finding": "findings",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
