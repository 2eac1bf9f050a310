"""Tables of the field: likelihood ladders, confidence, source grades, markings.

ICD 203 (US analytic standards), the PHIA probability yardstick (UK, 2025), NATO/Admiralty
grading, TLP 2.0. Ranges are per cent; a judgement stores the term with its standard.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import BadInput


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

CONFIDENCE: tuple[tuple[str, str], ...] = (
    ("high", "well corroborated, independent proven sources, few gaps"),
    ("moderate", "partly corroborated, several gaps"),
    ("low", "uncorroborated, many gaps, linchpin assumptions"),
)

RELIABILITY: tuple[tuple[str, str], ...] = (
    ("A", "completely reliable"),
    ("B", "usually reliable"),
    ("C", "fairly reliable"),
    ("D", "not usually reliable"),
    ("E", "unreliable"),
    ("F", "reliability cannot be judged"),
)

CREDIBILITY: tuple[tuple[str, str], ...] = (
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
    raise BadInput(f"“{term}” is not a term of {ladder.name}.", f"Use one of: {terms}.")


def range_text(standard_id: str, term: str) -> str:
    """Return the printed range of a term, or "" when there is no term."""
    return rung(standard_id, term).range_text if term else ""


def marking_ink(label: str) -> str:
    """Return the TLP ink of a marking as hex RGB, or "" for a house marking."""
    return next((m.ink for m in MARKINGS if m.label == label), "")
