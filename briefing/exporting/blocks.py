"""What an export is made of, free of any format: frozen blocks in reading order.

Texts are clean (`words.Cleaner`): no control character but tab and line feed, and line feeds in quotes
only. Links are http, https or mailto. Notes carry the numbers that every format and the window show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing.exporting.options import Options
from briefing.inline import Run

Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One evidence. `label` says how the quote stands to its claim, "" when it supports it.

    `reference` names the source; `remarks` follow it, a sentence each.
    """

    number: int
    evidence_id: str
    label: str
    quote: str
    language: str
    reference: Runs
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 for a section, 2 for what stands in it. `lead` opens the bottom line."""

    text: str
    level: int = 1
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim. `label` is a run-in head ("Position"), "" for none; `lead` belongs to the bottom line."""

    id: str
    runs: Runs
    label: str = ""
    marking: str = ""
    notes: tuple[Note, ...] = ()
    lead: bool = False
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """A claim that a judgement rests on: its beginning, and the numbers of its notes."""

    claim_id: str
    words: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """A judgement. `likelihood` and `range` are "" while undecided; `standard` is a ladder's name."""

    id: str
    runs: Runs
    likelihood: str
    range: str
    standard: str
    confidence: str
    reason: str
    horizon: str
    marking: str
    basis: tuple[Basis, ...]
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """Neighbouring judgements, shown as one table."""

    forecasts: tuple[Forecast, ...]


@dataclass(frozen=True, slots=True)
class ActorRow:
    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class ActorTable:
    rows: tuple[ActorRow, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One entry of the source list. `notes` is where it is cited, as printed: "1–3, 7"."""

    reference: Runs
    details: tuple[str, ...]
    notes: str


@dataclass(frozen=True, slots=True)
class SourceList:
    """The cited sources in order of first citation, or those that were read and not cited."""

    entries: tuple[SourceEntry, ...]
    cited: bool = True


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """Paragraphs about the brief itself, each with a run-in head."""

    lines: tuple[tuple[str, str], ...]


Block = Heading | Statement | Outlook | ActorTable | SourceList | SmallPrint


@dataclass(frozen=True, slots=True)
class Front:
    """The title block. `ink` is the marking's colour (hex RGB), "" for a house marking."""

    title: str
    marking: str
    ink: str
    author: str
    date: str
    language: str
    edition: int
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Override:
    """Why the brief was exported although quotes failed, and which."""

    reason: str
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A brief ready for any format. `remarks` go to the person who exports, not into the file.

    `made` is the time of the export; None leaves it out of the file. `options`: how it is to look.
    """

    id: str
    front: Front
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    override: Override | None = None
    made: datetime | None = None
    remarks: tuple[str, ...] = ()
    options: Options = Options()


@dataclass(frozen=True, slots=True)
class Rendered:
    """An export in memory, and what its format could not hold, a sentence each."""

    data: bytes
    report: tuple[str, ...] = ()
