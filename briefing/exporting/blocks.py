"""What an export is made of, free of any format: frozen blocks in reading order.

Texts are clean (`format_helpers.Cleaner`): no control character but tab and line feed, and line feeds in
quotes only. Links are http, https or mailto. Notes carry the numbers that every format and the window show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefing.exporting.options import PLAIN, Options
from briefing.inline import Run
from briefing.model import BasisKind, PictureMime, Remark

Runs = tuple[Run, ...]
DRAFT = "DRAFT"  # what every page of a draft says


@dataclass(frozen=True, slots=True)
class Note:
    """One evidence. `label` says how the quote stands to its claim, "" when it supports it.

    `quote` is what the note shows: all of it, its ends, or "" where quotes are left out. `reference` names
    the source (`source` is its id, `place` where in it: "p. 3"); `remarks` follow it, a sentence each.
    `more`: the other quotes of the claim, where all of them stand in one note. With a numbered list of
    sources the number is the source's, and no note is written.
    """

    number: int
    evidence_id: str
    label: str
    quote: str
    language: str
    reference: Runs
    remarks: tuple[str, ...] = ()
    more: tuple[Note, ...] = ()
    source: str = ""
    place: str = ""

    @property
    def parts(self) -> tuple[Note, ...]:
        """Every evidence that stands in this note, this one first."""
        return (self, *self.more)


_SIGNALS = {"Contradicts": "but see ", "Context": "see also "}


def bracketed(notes: tuple[Note, ...], names: Mapping[str, str] | None = None) -> str:
    """Return what stands in the brackets behind a claim: “1, p. 3; 2; but see 4”.

    `names` are put for the numbers, by source id. A quote that contradicts is never cited as support.
    """
    pieces = []
    signal = ""
    for note in notes:
        name = str(note.number) if names is None else names.get(note.source, "")
        said = _SIGNALS.get(note.label, "")
        lead = said if said != signal or names is not None else ""
        signal = said
        pieces.append(f"{lead}{name}{f', {note.place}' if note.place else ''}")
    return "; ".join(pieces)


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 for a section, 2 for what stands in it. `lead` opens the bottom line."""

    text: str
    level: int = 1
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim. `label` is a run-in head ("Position"), "" for none; `lead` belongs to the bottom line.

    `number`: of its paragraph, from 1, where paragraphs are numbered; 0 for none, and in a list.
    `day`: when it happened, of a row of a chronology, in full; "" for what is none. Neighbouring rows are one
    table.
    """

    id: str
    runs: Runs
    label: str = ""
    marking: str = ""
    notes: tuple[Note, ...] = ()
    lead: bool = False
    listed: bool = False
    number: int = 0
    day: str = ""


CHRONOLOGY_HEADS = ("Date", "What happened")
UNDATED = "No date"


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure: `runs` are its caption, `credit` whose it is, a sentence or "". `data`: its picture.

    `number` from 1, in reading order. `alternative` is what the picture shows, "" where nobody wrote it;
    `share` its width in per cent of that of the words, `width` by `height` its pixels.
    """

    id: str
    number: int
    runs: Runs
    credit: str
    alternative: str
    sha: str
    mime: PictureMime
    data: bytes
    width: int
    height: int
    share: int
    marking: str = ""

    @property
    def label(self) -> str:
        return f"Figure {self.number}"

    @property
    def described(self) -> str:
        """What stands for the picture where it cannot be seen; its label where nobody wrote it."""
        return self.alternative or self.label


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
    """`heads` and `cells` leave out a column in which no actor has anything; the first one is always the
    name.
    """

    rows: tuple[ActorRow, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        return tuple(head for head, used in zip(ACTOR_HEADS, self._used, strict=True) if used)

    def cells(self, row: ActorRow) -> tuple[str, ...]:
        """Return what a row says under each of the heads."""
        said = _cells_of(row)
        return tuple(words for words, used in zip(said, self._used, strict=True) if used)

    @property
    def _used(self) -> tuple[bool, ...]:
        columns = zip(*map(_cells_of, self.rows), strict=True) if self.rows else ((),) * len(ACTOR_HEADS)
        return tuple(not at or any(column) for at, column in enumerate(columns))


ACTOR_HEADS = ("Actor", "Also known as", "Kind", "Role")


def _cells_of(row: ActorRow) -> tuple[str, str, str, str]:
    return row.name, "; ".join(row.aliases), row.kind[:1].upper() + row.kind[1:], row.role


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One entry of the source list. `notes` is where it is cited, as printed: "1–3, 7"."""

    reference: Runs
    details: tuple[str, ...]
    notes: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class SourceList:
    """The cited sources in order of first citation, or those that were read and not cited."""

    entries: tuple[SourceEntry, ...]
    cited: bool = True


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """Paragraphs about the brief itself, each with a run-in head."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class IndentedLine:
    """A line of an indented list: `depth` from 0, a head in bold, exact words in quotation marks, words."""

    depth: int
    words: str = ""
    head: str = ""
    quote: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """An indented list, as the annex of evidence has it. `pictures` (SVG) show the same to who can see
    them.
    """

    lines: tuple[IndentedLine, ...]
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table with a heading row; every row has as many cells as `heads`."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Statement | FigureBlock | Outlook | ActorTable | SourceList | SmallPrint | Lines | Table


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
class StoodFinding:
    """What was found at a claim, judgement, source or the brief (`item_id`), and stands. `about` heads it in
    words.

    `evidence_id`: the quote meant, "" for none.
    """

    about: str
    severity: Literal["error", "warning", "note"]
    item_id: str
    message: str
    waived: str = ""
    evidence_id: str = ""


@dataclass(frozen=True, slots=True)
class StandingBlock:
    """What stood when the brief left: `said` counts it in a clause, `told` is each of it, and `reason` why it
    left all the same ("" for a draft, which needs none).
    """

    said: str
    told: tuple[StoodFinding, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """What a reader sees at the head of a brief that left although something stood: a sentence, the reason
    given ("" for none), and at most a few lines, each under its notes; the last may say where the others are.
    """

    head: str
    reason: str
    lines: tuple[IndentedLine, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that a person let stand: at which claim, judgement, source or brief, what it is about, and
    why.
    """

    item_id: str
    about: str
    reason: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the tree of what a judgement rests on; `depth` 0 is the judgement itself."""

    depth: int
    kind: BasisKind
    id: str
    label: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the checks found, as plain data for the annex of evidence.

    `verdicts`: id of an evidence, its state ("verified", "broken" …), and what there is to say of it.
    `pictures`: each judgement's basis as SVG.
    """

    verdicts: tuple[tuple[str, str, str], ...] = ()
    findings: tuple[StoodFinding, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    branches: tuple[Branch, ...] = ()
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A brief ready for any format. `remarks` go to the person who exports, not into the file.

    `made` is the time of the export; None leaves it out of the file. `options`: how it is to look. `draft`:
    every page says that it is one.
    `name`: the stem of the file it leaves as, after which a folder of pictures beside it is named.
    `references`: the cited sources as CSL-JSON, where Markdown cites by keys; `keys` of them by source id.
    """

    id: str
    front: Front
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    override: Override | None = None
    made: datetime | None = None
    remarks: tuple[str, ...] = ()
    options: Options = PLAIN
    references: bytes = b""
    keys: tuple[tuple[str, str], ...] = ()
    threads: tuple[tuple[str, tuple[Remark, ...]], ...] = ()
    name: str = "brief"
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """An export in memory, and what its format could not hold, a sentence each.

    `beside`: other files that belong to it, by what follows the stem of its name (".references.json"). One in
    a folder has a name after its bytes, so that it never takes the place of another.
    """

    data: bytes
    report: tuple[str, ...] = ()
    beside: tuple[tuple[str, bytes], ...] = ()
