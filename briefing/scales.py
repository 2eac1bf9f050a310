"""Tables of the field: likelihood ladders, confidence, source grades, markings.

ICD 203 (US analytic standards), the PHIA probability yardstick (UK, 2025), NATO/Admiralty
grading, TLP 2.0. Ranges are per cent; a judgement stores the term with its standard.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.errors import BadInput
from briefing.model import ConfidenceLevel, Credibility, Grade


@dataclass(frozen=True, slots=True)
class Rung:
    """One term of a ladder, its equal terms, and its range in per cent as it is printed."""

    term: str
    also: tuple[str, ...]
    low: float
    high: float
    range_text: str


@dataclass(frozen=True, slots=True)
class Standard:
    id: str
    name: str
    rungs: tuple[Rung, ...]


STANDARDS: tuple[Standard, ...] = (
    Standard(
        "icd203",
        "ICD 203",
        (
            Rung("almost no chance", ("remote",), 1, 5, "1–5 %"),
            Rung("very unlikely", ("highly improbable",), 5, 20, "5–20 %"),
            Rung("unlikely", ("improbable",), 20, 45, "20–45 %"),
            Rung("roughly even chance", ("roughly even odds",), 45, 55, "45–55 %"),
            Rung("likely", ("probable",), 55, 80, "55–80 %"),
            Rung("very likely", ("highly probable",), 80, 95, "80–95 %"),
            Rung("almost certain", ("almost certainly", "nearly certain"), 95, 99, "95–99 %"),
        ),
    ),
    Standard(
        "phia",
        "PHIA",
        (
            Rung("remote chance", (), 0, 5, ">0–5 %"),
            Rung("highly unlikely", (), 10, 20, "10–20 %"),
            Rung("unlikely", (), 25, 35, "25–35 %"),
            Rung("realistic possibility", (), 40, 50, "40–<50 %"),
            Rung("likely", ("probable",), 55, 75, "55–75 %"),
            Rung("highly likely", (), 80, 90, "80–90 %"),
            Rung("almost certain", (), 95, 100, "95–<100 %"),
        ),
    ),
)

CONFIDENCE: tuple[tuple[ConfidenceLevel, str], ...] = (
    ("high", "well corroborated, independent proven sources, few gaps"),
    ("moderate", "partly corroborated, several gaps"),
    ("low", "uncorroborated, many gaps, linchpin assumptions"),
)

RELIABILITY: tuple[tuple[Grade, str], ...] = (
    ("A", "completely reliable"),
    ("B", "usually reliable"),
    ("C", "fairly reliable"),
    ("D", "not usually reliable"),
    ("E", "unreliable"),
    ("F", "reliability cannot be judged"),
)

CREDIBILITY: tuple[tuple[Credibility, str], ...] = (
    ("1", "confirmed by other independent sources"),
    ("2", "probably true"),
    ("3", "possibly true"),
    ("4", "doubtful"),
    ("5", "improbable"),
    ("6", "truth cannot be judged"),
)


@dataclass(frozen=True, slots=True)
class Marking:
    """A label and its colours as hex RGB: `ink` on black, as TLP 2.0 prints it."""

    label: str
    ink: str


# Least strict first. Free-text house markings stand outside the order.
MARKINGS: tuple[Marking, ...] = (
    Marking("TLP:CLEAR", "FFFFFF"),
    Marking("TLP:GREEN", "33FF00"),
    Marking("TLP:AMBER", "FFC000"),
    Marking("TLP:AMBER+STRICT", "FFC000"),
    Marking("TLP:RED", "FF2B2B"),
)
MARKING_CHOICES = (("", "none"), *((marking.label, marking.label) for marking in MARKINGS))


_NUMBER = re.compile(r"([0-9]{1,3}(?:[.,][0-9]+)?) ?(?:%|per ?cent)?")


def standard(key: str) -> Standard:
    """Return the ladder called `key`; raise BadInput with the known ones otherwise."""
    for known in STANDARDS:
        if known.id == key:
            return known
    names = ", ".join(s.id for s in STANDARDS)
    raise BadInput(f"There is no likelihood standard “{key}”.", f"Use one of: {names}.")


def rung(standard_id: str, term: str) -> Rung:
    """Return the rung that `term` names under `standard_id` (case folded, equal terms too).

    Raises BadInput when the term is not on that ladder.
    """
    ladder = standard(standard_id)
    wanted = " ".join(term.casefold().split())
    for step in ladder.rungs:
        if wanted == step.term or wanted in step.also:
            return step
    terms = ", ".join(step.term for step in ladder.rungs)
    number = _NUMBER.fullmatch(wanted)
    if number:
        percent = float(number[1].replace(",", "."))
        held = rung_at(standard_id, percent)
        if held is None:
            raise BadInput(gap_message(standard_id, f"{number[1]} %", percent), "Choose a term.")
        raise BadInput(f"A likelihood is a term: {number[1]} % is {named(held)}.", f"Say “{held.term}”.")
    raise BadInput(f"“{term}” is not a term of {ladder.name}.", f"Use one of: {terms}.")


def rung_at(standard_id: str, percent: float) -> Rung | None:
    """Return the rung whose range holds a number, None in a gap of the ladder and at 0 and 100 %.

    A number on the border of two rungs is of the lower one. Raises BadInput for an unknown standard.
    """
    if not 0 < percent < 100:
        return None
    return next((r for r in standard(standard_id).rungs if _holds(standard_id, r, percent)), None)


def _holds(standard_id: str, rung: Rung, percent: float) -> bool:
    # PHIA prints 40–<50 %: the upper end of that rung is open.
    below = percent < rung.high if (standard_id, rung.high) == ("phia", 50) else percent <= rung.high
    return rung.low <= percent and below


def around(standard_id: str, percent: float) -> tuple[Rung | None, Rung | None]:
    """Return the rungs below and above a number that none holds; None past an end of the ladder."""
    rungs = standard(standard_id).rungs
    below = [rung for rung in rungs if rung.high <= percent]
    above = [rung for rung in rungs if rung.low >= percent]
    return (below[-1] if below else None), (above[0] if above else None)


def named(rung: Rung) -> str:
    """Return a rung as a message gives it: its term, and its range."""
    return f"“{rung.term}” ({rung.range_text})"


def gap_message(standard_id: str, stated: str, percent: float) -> str:
    """Return why a number is on no rung: between which two it lies, or past which end."""
    ladder = standard(standard_id)
    below, above = around(standard_id, percent)
    if below and above:
        return f"{stated} has no {ladder.name} term: it lies between {named(below)} and {named(above)}."
    end = below or above or ladder.rungs[0]
    return f"{stated} is outside the {ladder.name} ladder, which ends with {named(end)}."


def range_text(standard_id: str, term: str) -> str:
    """Return the printed range of a term, or "" when there is no term."""
    return rung(standard_id, term).range_text if term else ""


def marking_ink(label: str) -> str:
    """Return the TLP ink of a marking as hex RGB, or "" for a house marking."""
    return next((m.ink for m in MARKINGS if m.label == label), "")
