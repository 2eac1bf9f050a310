"""What a brief inherits from the markings of the sources it cites, and rule L17 (TLP 2.0).

House markings stand outside the order: they are named, never compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.checks.completeness import cited, listed, name_of
from briefing.checks.findings import Finding
from briefing.checks.rule_types import Facts
from briefing.model import Brief, Source
from briefing.scales import MARKINGS
from briefing.text import quoted

_ORDER = {marking.label: place for place, marking in enumerate(MARKINGS)}
# TLP 1.0 called CLEAR so.
_FORMER = {"TLP:WHITE": "TLP:CLEAR"}


@dataclass(frozen=True, slots=True)
class Inherited:
    """The strictest TLP label among the cited sources ("" for none), the ids of those that set it, and the
    sources that carry a house marking, as pairs of label and id.
    """

    label: str = ""
    sources: tuple[str, ...] = ()
    house: tuple[tuple[str, str], ...] = ()


def canonical(label: str) -> str:
    """Return a TLP label as the standard writes it; a house marking with its spaces made single."""
    line = " ".join(label.split())
    upper = line.upper().replace(" ", "")
    upper = _FORMER.get(upper, upper)
    return upper if upper in _ORDER else line


def rank(label: str) -> int | None:
    """Return the place of a TLP label, 0 for CLEAR; -1 for no marking, None for a house marking."""
    known = canonical(label)
    return _ORDER.get(known) if known else -1


def inherited(brief: Brief) -> Inherited:
    """Return what the brief inherits from the sources it cites."""
    sources = [(canonical(source.marking), source.id) for source in cited(brief)]
    ranked = [(_ORDER[label], label, ident) for label, ident in sources if label in _ORDER]
    house = tuple((label, ident) for label, ident in sources if label and label not in _ORDER)
    if not ranked:
        return Inherited(house=house)
    _, strictest, _ = max(ranked)
    return Inherited(strictest, tuple(ident for _, label, ident in ranked if label == strictest), house)


def effective(brief: Brief) -> str:
    """Return the brief's own marking, else the one it inherits, else ""."""
    return canonical(brief.marking) or inherited(brief).label


def lowered(brief: Brief, _facts: Facts) -> Iterator[Finding]:
    """L17: a brief marked below a source it cites; a warning where the two cannot be compared.

    A brief without a marking of its own inherits the strictest: only one that lowers it is named.
    """
    mine, own = canonical(brief.marking), rank(brief.marking)
    above: list[Source] = []
    apart: list[Source] = []
    for source in cited(brief):
        its = rank(source.marking)
        if its is None or own is None:
            if its not in (-1, 0) and canonical(source.marking) != mine:
                apart.append(source)
        elif own >= 0 and its > own:
            above.append(source)
    if above:
        yield _below(brief, mine, above)
    if apart:
        named = listed([f"{quoted(name_of(source))} ({canonical(source.marking)})" for source in apart[:3]])
        yield Finding(
            "L17", "warning", brief.id,
            f"{_of_brief(mine)}, and cites {named}{_more(apart)}: house markings have no order.",
            "Make sure that the marking of the brief keeps to theirs.",
        )  # fmt: skip


def _below(brief: Brief, mine: str, above: list[Source]) -> Finding:
    strictest = inherited(brief).label
    above = sorted(above, key=lambda source: -(rank(source.marking) or 0))
    named = listed([f"{quoted(name_of(source))} ({canonical(source.marking)})" for source in above[:3]])
    return Finding(
        "L17", "error", brief.id, f"{_of_brief(mine)}, and cites {named}{_more(above)}.",
        f"Mark the brief {strictest}, or take out what those sources say.", fix="raise-marking",
    )  # fmt: skip


def _of_brief(mine: str) -> str:
    return f"The brief is marked {mine}" if mine else "The brief has no marking"


def _more(sources: list[Source]) -> str:
    return f" and {len(sources) - 3} more" if len(sources) > 3 else ""
