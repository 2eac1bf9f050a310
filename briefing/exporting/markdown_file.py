"""Markdown with Pandoc's footnotes and a YAML header, right in Pandoc and in Python-Markdown
(extensions footnotes, tables, meta).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from briefing.exporting.blocks import (
    ActorTable,
    Block,
    Forecast,
    Heading,
    Note,
    Outline,
    Outlook,
    Override,
    Rendered,
    SmallPrint,
    SourceEntry,
    SourceList,
    Statement,
)
from briefing.exporting.markdown_escape import cell, escaped, held, opening_mark, quoted, styled, unquoted
from briefing.exporting.words import closing_mark, ranges

# The line feed before a note rather than `^`: a literal beginning is found several times as fast.
_NOTE = re.compile(r"\n\[\^\d+\]: (?:\*[A-Z][a-z]+:\* )?(?:“|&ldquo;)([^”]*)”")


def render(outline: Outline) -> Rendered:
    """Return the brief as UTF-8 Markdown with LF line ends."""
    marking = f"**{escaped(outline.front.marking)}**" if outline.front.marking else ""
    parts = [_header(outline), marking, _facts(outline)]
    if outline.override:
        parts.append("\n>\n".join(f"> {line}" for line in _override(outline.override)))
    parts += [part for block in outline.blocks for part in _block(block)]
    parts.append(marking)
    parts += _notes(outline.notes)
    return Rendered(("\n\n".join(part for part in parts if part) + "\n").encode())


def read_back(data: bytes) -> tuple[str, ...]:
    """Return the quotes in the notes of a rendered file, in order."""
    return tuple(unquoted(written) for written in _NOTE.findall(f"\n{data.decode()}"))


def quotes_held(outline: Outline) -> tuple[str, ...]:
    """Return the quotes as this format must give them back."""
    return tuple(held(note.quote) for note in outline.notes)


def _header(outline: Outline) -> str:
    front = outline.front
    # JSON strings are YAML's double-quoted ones; Pandoc reads the values as Markdown.
    fields = {
        "title": escaped(front.title),
        "author": escaped(front.author),
        "date": escaped(front.date),
        "lang": front.language,
        "marking": escaped(front.marking),
        "edition": str(front.edition),
        "brief": outline.id,
        "exported": outline.made.isoformat(timespec="seconds") if outline.made else "",
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value]
    return "\n".join(("---", *lines, "---"))


def _facts(outline: Outline) -> str:
    return " · ".join(f"**{label}:** {escaped(value)}" for label, value in outline.front.facts)


def _override(override: Override) -> Iterator[str]:
    yield f"**Exported although quotes failed their check.** Reason given: {escaped(override.reason)}"
    yield from (escaped(failure) for failure in override.failures)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {escaped(block.text)}"
        case Statement():
            yield _statement(block)
        case ActorTable():
            yield _actors(block)
        case Outlook():
            for forecast in block.forecasts:
                yield f"{_portion(forecast.marking)}{styled(forecast.runs)}"
                yield "\n".join(f"- {line}" for line in _judged(forecast))
        case SourceList():
            mark = "1. " if block.cited else "- "
            yield "\n".join(f"{mark}{_source(entry)}" for entry in block.entries)
        case SmallPrint():
            for label, words in block.lines:
                yield f"**{label}.** {escaped(words)}"


def _portion(marking: str) -> str:
    return f"\\({escaped(marking)}) " if marking else ""


def _statement(statement: Statement) -> str:
    # A narrow no-break space keeps the numbers of neighbouring notes apart.
    numbers = "\u202f".join([f"[^{note.number}]" for note in statement.notes])
    label = f"**{escaped(statement.label)}:** " if statement.label else ""
    words = f"{_portion(statement.marking)}{label}{styled(statement.runs)}{numbers}"
    return f"- {words}" if statement.listed else words


def _actors(table: ActorTable) -> str:
    lines = ["| Actor | Also known as | Kind | Role |", "|---|---|---|---|"]
    for row in table.rows:
        cells = (f"**{escaped(row.name)}**", cell("; ".join(row.aliases)), cell(row.kind), cell(row.role))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _judged(forecast: Forecast) -> Iterator[str]:
    if forecast.likelihood:
        scale = ", ".join(part for part in (forecast.range, forecast.standard) if part)
        yield f"**Likelihood:** {escaped(forecast.likelihood)} ({escaped(scale)})"
    if forecast.confidence:
        reason = f". {escaped(forecast.reason)}" if forecast.reason else ""
        yield f"**Confidence:** {escaped(forecast.confidence)}{reason}"
    if forecast.horizon:
        yield f"**Horizon:** {escaped(forecast.horizon)}"
    if forecast.basis:
        basis = (f"“{escaped(b.words)}”{_cited(b.numbers)}" for b in forecast.basis)
        yield f"**Rests on:** {'; '.join(basis)}"
    if forecast.indicators:
        yield f"**Indicators:** {'; '.join(map(escaped, forecast.indicators))}"


def _cited(numbers: tuple[int, ...]) -> str:
    return f" (note{'s' * (len(numbers) > 1)} {ranges(numbers)})" if numbers else ""


def _source(entry: SourceEntry) -> str:
    cited = f"Cited in note{'s' * (not entry.notes.isdigit())} {entry.notes}." if entry.notes else ""
    return " ".join(p for p in (styled(entry.reference), *map(escaped, entry.details), cited) if p)


def _notes(notes: tuple[Note, ...]) -> Iterator[str]:
    # Many notes share the reference of one source.
    references: dict[int, str] = {}
    for note in notes:
        key = id(note.reference)
        if key not in references:
            references[key] = styled(note.reference)
        yield _note(note, references[key])


def _note(note: Note, reference: str) -> str:
    label = f"*{note.label}:* " if note.label else ""
    remarks = "".join([f" {escaped(remark)}" for remark in note.remarks])
    return f"[^{note.number}]: {label}{opening_mark(note.quote)}{quoted(note.quote)}{closing_mark(note.quote)} — {reference}{remarks}"
