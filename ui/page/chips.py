"""The chips under a judgement: what they say, and where they stand. No painting here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing import scales
from briefing.errors import BriefingError
from briefing.model import Judgement
from ui.translated import tr

# In pixels.
GAP = 6
HEIGHT = 22
PAD = 8


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: the field it edits, its words, and whether the field still waits for a value."""

    field: str
    text: str
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A chip in its rectangle, in pixels from the place where chips begin."""

    chip: Chip
    x: float
    y: float
    width: float
    height: float = HEIGHT


def chips_of(judgement: Judgement, standard: str) -> tuple[Chip, ...]:
    """Return the chips of a judgement in a brief that declares the ladder `standard`."""
    return (
        _likelihood(judgement, standard),
        _confidence(judgement),
        _plain("horizon", judgement.horizon, tr("+ horizon")),
        _count(
            "basis", len(judgement.basis), tr("+ basis"), tr("rests on 1 claim"), tr("rests on {n} claims")
        ),
        _count(
            "indicators",
            len(judgement.indicators),
            tr("+ indicators"),
            tr("1 indicator"),
            tr("{n} indicators"),
        ),
    )


def _likelihood(judgement: Judgement, standard: str) -> Chip:
    if not judgement.likelihood:
        return Chip("likelihood", tr("+ likelihood"), True)
    ladder = judgement.standard or standard
    try:
        extent = scales.range_text(ladder, judgement.likelihood)
        name = scales.standard(ladder).name
    except BriefingError:
        extent, name = "?", ladder
    return Chip("likelihood", f"{judgement.likelihood} · {extent} {name}")


def _confidence(judgement: Judgement) -> Chip:
    if not judgement.confidence:
        return Chip("confidence", tr("+ confidence"), True)
    reason = judgement.confidence_reason
    text = tr("{level} confidence").format(level=judgement.confidence)
    return Chip("confidence", f"{text} · {reason}" if reason else text)


def _plain(field: str, value: str, waiting: str) -> Chip:
    return Chip(field, value or waiting, not value)


def _count(field: str, n: int, none: str, one: str, many: str) -> Chip:
    return Chip(field, none if not n else one if n == 1 else many.format(n=n), not n)


def place(chips: tuple[Chip, ...], width: float, measure: Callable[[str], float]) -> tuple[Placed, ...]:
    """Return chips in rows that fit `width` (pixels); `measure` gives a text's width in pixels."""
    placed: list[Placed] = []
    x = y = 0.0
    for chip in chips:
        wide = min(measure(chip.text) + 2 * PAD, width)
        if x and x + wide > width:
            x, y = 0.0, y + HEIGHT + GAP
        placed.append(Placed(chip, x, y, wide))
        x += wide + GAP
    return tuple(placed)


def room(placed: tuple[Placed, ...]) -> float:
    """Return the height that placed chips need under the words, in pixels."""
    return max((p.y + p.height for p in placed), default=0.0) + GAP if placed else 0.0
