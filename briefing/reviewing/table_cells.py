"""The cells of the tables of actors and of the outlook: likelihood, confidence, horizon, names, roles."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefing import lookup
from briefing.edits import fields
from briefing.edits.review import Proposal, ProposalKind
from briefing.errors import BriefingError
from briefing.exporting.format_helpers import capital
from briefing.exporting.word.word_manifest import REST, WordManifest
from briefing.model import Actor, Brief, Judgement
from briefing.reviewing.gathered import Gathered
from briefing.reviewing.program_changes import folded

_FIELDS: dict[str, ProposalKind] = {
    "Likelihood": "likelihood", "Confidence": "confidence", "Horizon": "horizon",
    "Actor": "name", "Also known as": "aliases", "Role": "role",
}  # fmt: skip
_NOTHING = "not stated"


@dataclass(frozen=True, slots=True)
class MarkedCells:
    """`compared`: the lines that are compared by their columns; `judged`: those that are new judgements of
    the outlook.

    All lines of a row whose judgement was taken out count as compared: nothing more is reported of them.
    """

    compared: frozenset[int]
    judged: frozenset[int]


def cells(brief: Brief, manifest: WordManifest, gathered: Gathered) -> Iterator[Proposal | str]:
    """Yield a proposal for each cell that says something else than when it left, and a sentence for an actor
    too many or too few.
    """
    yield from _outlook(brief, manifest, gathered)
    yield from _actors(brief, manifest, gathered)


def mark(gathered: Gathered) -> MarkedCells:
    """Return which lines the tables speak for."""
    rows = {gathered.lines[f.lines[0]].cell for f in gathered.found.values()}
    given = {(cell[0], cell[1]) for cell in rows if cell is not None}
    gone = {
        line.cell[:2] for line in gathered.lines if line.cell and any(p.item for p in line.pieces)
    } - given
    compared = {n for cell, lines in gathered.cells.items() if cell[:2] in gone for n in lines}
    judged: set[int] = set()
    for table in sorted({table for table, _, _ in gathered.cells}):
        heads = _heads(gathered, table)
        actors, outlook = {"Actor", "Role"} <= heads.keys(), {"Likelihood", "Horizon"} <= heads.keys()
        for at in [cell for cell in gathered.cells if cell[0] == table and (actors or outlook)]:
            number = _first_line(gathered, at)
            if number is None:
                continue
            if actors or at[:2] in given:
                compared.add(number)
            elif at[2] == 0 and (table, at[1], 1) in gathered.cells:
                judged.add(number)
    return MarkedCells(frozenset(compared), frozenset(judged))


def _heads(gathered: Gathered, table: int) -> dict[str, int]:
    found: dict[str, int] = {}
    column = 0
    while (table, 0, column) in gathered.cells:
        found[_first(gathered, table, 0, column)] = column
        column += 1
    return found


def _first(gathered: Gathered, table: int, row: int, column: int) -> str:
    """The first paragraph of a cell that has words, all changes accepted."""
    number = _first_line(gathered, (table, row, column))
    return "" if number is None else gathered.lines[number].words().strip()


def _first_line(gathered: Gathered, cell: tuple[int, int, int]) -> int | None:
    lines = ((n, gathered.lines[n]) for n in gathered.cells.get(cell, ()))
    return next((n for n, line in lines if (line.words() + line.words(rejected=True)).strip()), None)


def _who(gathered: Gathered, cell: tuple[int, int, int]) -> tuple[str, str]:
    pieces = [p for n in gathered.cells.get(cell, ()) for p in gathered.lines[n].pieces if p.changed]
    return ", ".join(dict.fromkeys(p.author for p in pieces)), max((p.at for p in pieces), default="")


def _outlook(brief: Brief, manifest: WordManifest, gathered: Gathered) -> Iterator[Proposal]:
    mine = {j.id: j for j in lookup.judgements(brief)}
    values = {folded(value) for entry in manifest.items for _, value in entry.cells}
    reasons = {folded(words) for words in manifest.rest} - values
    for entry in manifest.items:
        found, judgement = gathered.found.get(entry.id), mine.get(entry.id)
        if not entry.cells or found is None or judgement is None:
            continue
        cell = gathered.lines[found.lines[0]].cell
        if cell is None:
            continue
        heads = _heads(gathered, cell[0])
        for head, exported in entry.cells:
            if head in heads:
                at = (cell[0], cell[1], heads[head])
                yield from _cell(brief, gathered, at, judgement, head, exported, reasons)


def _cell(
    brief: Brief, gathered: Gathered, at: tuple[int, int, int], held: Judgement | Actor, head: str,
    exported: str, below: Collection[str] = (),
) -> Iterator[Proposal]:  # fmt: skip
    """Propose what a cell says. Where its first words are those that stood `below` them, they were taken out."""
    theirs, name = _first(gathered, *at), _FIELDS[head]
    theirs = "" if folded(theirs) == _NOTHING or folded(theirs[:REST]) in below else theirs
    value = getattr(held, name)
    mine = "; ".join(value) if isinstance(value, tuple) else str(value)
    if folded(theirs) in (folded(exported), folded(mine)):
        return
    author, moment = _who(gathered, at)
    conflict = folded(capital(mine)) != folded(exported)
    why = ""
    try:
        fields.set_field(brief, held.id, name, theirs)
    except BriefingError as error:
        why = error.line()
    yield Proposal("", name, held.id, mine, exported, theirs, author, moment, conflict=conflict,
                   asked=bool(why), why=why)  # fmt: skip


def _actors(brief: Brief, manifest: WordManifest, gathered: Gathered) -> Iterator[Proposal | str]:
    mine = {actor.id: actor for actor in brief.actors}
    for table in sorted({table for table, _, _ in gathered.cells}):
        heads = _heads(gathered, table)
        if not {"Actor", "Also known as", "Role"} <= heads.keys():
            continue
        rows = sorted({row for number, row, _ in gathered.cells if number == table and row})
        names = {row: _first(gathered, table, row, heads["Actor"]) for row in rows}
        left = [entry for entry in manifest.actors if entry.id in mine]
        pairs: list[tuple[int, str, tuple[tuple[str, str], ...]]] = []
        for row in list(rows):
            same = next((e for e in left if folded(dict(e.cells)["Actor"]) == folded(names[row])), None)
            if same is not None:
                pairs.append((row, same.id, same.cells))
                left.remove(same)
                rows.remove(row)
        rows = [row for row in rows if any(_first(gathered, table, row, c) for c in heads.values())]
        if len(rows) == len(left):
            pairs += [(row, entry.id, entry.cells) for row, entry in zip(rows, left, strict=True)]
        else:
            yield from (f"A new actor: “{names[row]}”; add it in the brief." for row in rows)
            yield from (f"The actor “{dict(e.cells)['Actor']}” was taken out of the table." for e in left)
        for row, ident, exported in sorted(pairs):
            for head, value in exported:
                if head in heads:
                    yield from _cell(brief, gathered, (table, row, heads[head]), mine[ident], head, value)
