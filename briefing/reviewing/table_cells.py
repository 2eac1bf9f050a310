"""The cells of the tables of actors, of the outlook and of a chronology: likelihood, horizon, names, roles,
days.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass

from briefing import lookup
from briefing.edits import fields
from briefing.edits.review import Proposal, ProposalKind
from briefing.errors import BriefingError
from briefing.exporting.blocks import CHRONOLOGY_HEADS, UNDATED
from briefing.exporting.format_helpers import capital
from briefing.exporting.word.word_manifest import REST, ActorEntry, WordManifest
from briefing.language.typed_days import day_in_full
from briefing.model import Actor, Brief, Item
from briefing.reviewing.gathered import Gathered
from briefing.reviewing.program_changes import folded

_FIELDS: dict[str, ProposalKind] = {
    "Likelihood": "likelihood", "Confidence": "confidence", "Horizon": "horizon",
    "Actor": "name", "Also known as": "aliases", "Role": "role", CHRONOLOGY_HEADS[0]: "day",
}  # fmt: skip
# The heads of columns by which a table is known as that of actors, or of the outlook.
_OF_ACTORS, _OF_OUTLOOK = {"Actor", "Role"}, {"Likelihood", "Horizon"}
_OF_CHRONOLOGY = set(CHRONOLOGY_HEADS)
_NOTHING = (folded("Not stated"), folded(UNDATED))


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


def _tables(gathered: Gathered) -> list[int]:
    """Return the numbers of the tables, in their order."""
    return sorted({table for table, _, _ in gathered.cells})


def _rows(gathered: Gathered, table: int) -> list[int]:
    """Return the numbers of the rows of a table below its heads, in their order."""
    return sorted({row for number, row, _ in gathered.cells if number == table and row})


def _given_rows(gathered: Gathered) -> set[tuple[int, int]]:
    """Return the rows, by table and number, in which a statement was found."""
    cells = (gathered.lines[found.lines[0]].cell for found in gathered.found.values())
    return {cell[:2] for cell in cells if cell is not None}


def _tagged_rows(gathered: Gathered) -> set[tuple[int, int]]:
    """Return the rows, by table and number, in which the tag of a statement is left."""
    return {line.cell[:2] for line in gathered.lines if line.cell and any(p.item for p in line.pieces)}


def mark(gathered: Gathered) -> MarkedCells:
    """Return which lines the tables speak for."""
    given = _given_rows(gathered)
    gone = _tagged_rows(gathered) - given
    compared = {n for cell, lines in gathered.cells.items() if cell[:2] in gone for n in lines}
    judged: set[int] = set()
    of_actors, of_outlook = _tables_of(gathered, _OF_ACTORS), _tables_of(gathered, _OF_OUTLOOK)
    compared |= _day_lines(gathered, _tables_of(gathered, _OF_CHRONOLOGY), given)
    for at, number in _first_lines(gathered, of_actors | of_outlook):
        if at[0] in of_actors or at[:2] in given:
            compared.add(number)
        elif at[2] == 0 and (*at[:2], 1) in gathered.cells:
            judged.add(number)
    return MarkedCells(frozenset(compared), frozenset(judged))


def _tables_of(gathered: Gathered, heads: set[str]) -> set[int]:
    """Return the numbers of the tables that have all these heads."""
    return {table for table in _tables(gathered) if _heads(gathered, table).keys() >= heads}


def _day_lines(gathered: Gathered, tables: set[int], given: set[tuple[int, int]]) -> set[int]:
    """Return the lines of the first column of these tables, in rows in which a statement was found."""
    return {n for at, n in _first_lines(gathered, tables) if at[:2] in given and at[2] == 0}


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


def _first_lines(gathered: Gathered, tables: set[int]) -> Iterator[tuple[tuple[int, int, int], int]]:
    """Yield each cell of the tables that has words, with the line in which they begin."""
    for cell in gathered.cells:
        if cell[0] in tables and (number := _first_line(gathered, cell)) is not None:
            yield cell, number


def _who(gathered: Gathered, cell: tuple[int, int, int]) -> tuple[str, str]:
    pieces = [p for n in gathered.cells.get(cell, ()) for p in gathered.lines[n].pieces if p.changed]
    return ", ".join(dict.fromkeys(p.author for p in pieces)), max((p.at for p in pieces), default="")


def _outlook(brief: Brief, manifest: WordManifest, gathered: Gathered) -> Iterator[Proposal]:
    mine = {item.id: item for item in lookup.statements(brief)}
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
    brief: Brief, gathered: Gathered, at: tuple[int, int, int], held: Item | Actor, head: str,
    exported: str, below: Collection[str] = (),
) -> Iterator[Proposal]:  # fmt: skip
    """Propose what a cell says. Where its first words are those that stood `below` them, they were taken
    out.
    """
    theirs, name = _first(gathered, *at), _FIELDS[head]
    theirs = "" if folded(theirs) in _NOTHING or folded(theirs[:REST]) in below else theirs
    value = getattr(held, name)
    mine = "; ".join(value) if isinstance(value, tuple) else str(value)
    mine = day_in_full(mine) if name == "day" else mine
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


def _is_filled(gathered: Gathered, table: int, row: int, heads: dict[str, int]) -> bool:
    """Return whether a row says something in one of its columns."""
    return any(_first(gathered, table, row, column) for column in heads.values())


def _still_there(manifest: WordManifest, mine: Container[str]) -> list[ActorEntry]:
    """Return the actors that left and that the brief has still."""
    return [entry for entry in manifest.actors if entry.id in mine]


def _by_name(
    names: dict[int, str], entries: list[ActorEntry]
) -> tuple[dict[int, ActorEntry], list[ActorEntry]]:
    """Return the rows whose actor left with the same name, each with that actor; and the actors of no row."""
    pairs: dict[int, ActorEntry] = {}
    left = list(entries)
    for row, name in names.items():
        same = next((e for e in left if folded(dict(e.cells)["Actor"]) == folded(name)), None)
        if same is not None:
            pairs[row] = same
            left.remove(same)
    return pairs, left


def _actors(brief: Brief, manifest: WordManifest, gathered: Gathered) -> Iterator[Proposal | str]:
    mine = {actor.id: actor for actor in brief.actors}
    for table in _tables(gathered):
        heads = _heads(gathered, table)
        if not {"Actor", "Also known as", "Role"} <= heads.keys():
            continue
        names = {row: _first(gathered, table, row, heads["Actor"]) for row in _rows(gathered, table)}
        pairs, left = _by_name(names, _still_there(manifest, mine))
        rows = [row for row in names if row not in pairs and _is_filled(gathered, table, row, heads)]
        if len(rows) == len(left):
            pairs |= dict(zip(rows, left, strict=True))
        else:
            yield from (f"A new actor: “{names[row]}”; add it in the brief." for row in rows)
            yield from (f"The actor “{dict(e.cells)['Actor']}” was taken out of the table." for e in left)
        for row in sorted(pairs):
            for head, value in pairs[row].cells:
                if head in heads:
                    held = mine[pairs[row].id]
                    yield from _cell(brief, gathered, (table, row, heads[head]), held, head, value)
