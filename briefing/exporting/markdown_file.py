"""Markdown with Pandoc's footnotes and a YAML header, right in Pandoc and in Python-Markdown
(extensions footnotes, tables, meta).

With the choice “csl” it cites by keys, as Pandoc's citeproc reads them, and the records of the sources
come beside it; the quotes then stand in a list below their claim.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import quote as url_quoted

from briefing.exporting import sent_lines_comment
from briefing.exporting.blocks import (
    CHRONOLOGY_HEADS,
    DRAFT,
    ActorTable,
    Block,
    FigureBlock,
    Forecast,
    Heading,
    IndentedLine,
    Lines,
    Note,
    Outline,
    Outlook,
    Override,
    Rendered,
    SmallPrint,
    SourceEntry,
    SourceList,
    Statement,
    Table,
    bracketed,
)
from briefing.exporting.format_helpers import cited, closing_mark
from briefing.exporting.markdown_escape import cell, escaped, held, opening_mark, quoted, styled, unquoted
from briefing.exporting.markdown_shown import lines

REFERENCES = ".references.json"
_PICTURES = "-figures/"  # the folder beside the file, after its stem
# No word of a text can write this: “<” leaves as an entity.
_MARK = "<!--q-->"
# The line feed before a note rather than `^`: a literal beginning is found several times as fast.
_QUOTE = re.compile(
    r"(?:\n(?:\[\^\d+\]: |\n {4})(?:\*[A-Z][a-z]+:\* )?|<!--q-->)(?:“|&ldquo;)([^”]*)”\u200e? — "
)
_INDENT = re.compile(r"\n +(?=\S)")


def render(outline: Outline) -> Rendered:
    """Return the brief as UTF-8 Markdown with LF line ends."""
    marking = f"**{escaped(outline.front.marking)}**" if outline.front.marking else ""
    draft = f"**{DRAFT}**" if outline.draft else ""
    parts = [_header(outline), draft, marking, _facts(outline)]
    if outline.override:
        parts.append("\n>\n".join(f"> {line}" for line in _override(outline.override)))
    page = _MarkdownPage(outline)
    parts += page.blocks(outline.blocks)
    parts += [draft, marking]
    if not page.keys:
        parts += _notes(outline.notes)
    data = ("\n\n".join(part for part in parts if part) + "\n").encode()
    pictures = tuple((_PICTURES + name_of(figure), figure.data) for figure in page.figures)
    beside = (*(((REFERENCES, outline.references),) if page.keys else ()), *pictures)
    return Rendered(data, beside=beside)


def read_back(data: bytes) -> tuple[str, ...]:
    """Return the quotes of a rendered file, in the order of the file: annex and lists, then notes."""
    found = _QUOTE.findall(f"\n{data.decode()}")
    return tuple([unquoted(_INDENT.sub("\n    ", words) if "\n" in words else words) for words in found])


def listing(data: bytes) -> bytes:
    """Return a rendered file with the list of what it shows at its end."""
    text = data.decode()
    return f"{text}\n{sent_lines_comment.comment(lines(text))}".encode()


def quotes_held(outline: Outline) -> tuple[str, ...]:
    """Return the quotes as this format must give them back."""
    annex = [line.quote for block in outline.blocks if isinstance(block, Lines) for line in block.lines]
    notes = [p.quote for note in outline.notes for p in (note.parts if note.more else (note,))]
    every = notes + annex if outline.keys else annex + notes
    return tuple([held(quote) if "\n" in quote else quote for quote in every if quote])


def name_of(figure: FigureBlock) -> str:
    """Return the name of a figure's picture in its folder: its number, and the beginning of its SHA-256."""
    return f"figure-{figure.number}-{figure.sha[:16]}.{figure.mime.partition('/')[2]}"


def _header(outline: Outline) -> str:
    front = outline.front
    # JSON strings are YAML's double-quoted ones; Pandoc reads the values as Markdown.
    fields = {
        "title": escaped(front.title),
        "author": escaped(front.author),
        "date": escaped(front.date),
        "lang": front.language,
        "marking": escaped(front.marking),
        "status": DRAFT if outline.draft else "",
        "edition": str(front.edition),
        "brief": outline.id,
        "exported": outline.made.isoformat(timespec="seconds") if outline.made else "",
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value]
    return "\n".join(("---", *lines, "---"))


def _facts(outline: Outline) -> str:
    return " · ".join(f"**{label}:** {escaped(value)}" for label, value in outline.front.facts)


def _override(override: Override) -> Iterator[str]:
    reason = f" Reason given: {escaped(override.reason)}" if override.reason else ""
    yield f"**{escaped(override.head)}**{reason}"
    yield from (escaped(f"{line.head} {line.words}".strip()) for line in override.lines)


class _MarkdownPage:
    """Writes the blocks; how claims cite is one for the whole file."""

    def __init__(self, outline: Outline) -> None:
        self.keys = {ident: f"@{key}" for ident, key in outline.keys}
        self.notes = outline.options.notes
        self.name = outline.name
        self.figures: list[FigureBlock] = []
        self.actors = _actor_list if outline.options.actors == "list" else _actors

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield the paragraphs of blocks; neighbouring rows of a chronology as one table."""
        for dated, group in groupby(blocks, key=lambda b: isinstance(b, Statement) and bool(b.day)):
            if dated:
                yield from self._chronology([block for block in group if isinstance(block, Statement)])
            else:
                yield from (part for block in group for part in self.block(block))

    def _chronology(self, rows: list[Statement]) -> Iterator[str]:
        cells = [CHRONOLOGY_HEADS, ("---",) * len(CHRONOLOGY_HEADS)]
        cells += [(cell(row.day), self._words(row)) for row in rows]
        yield "\n".join(f"| {' | '.join(row)} |" for row in cells)
        if self.keys:
            yield from (quotes for row in rows for quotes in self._quotes(row))

    def block(self, block: Block) -> Iterator[str]:
        """Yield a block's paragraphs."""
        match block:
            case Heading():
                yield f"{'#' * block.level} {escaped(block.text)}"
            case Statement():
                yield self._statement(block)
            case FigureBlock():
                yield self._figure(block)
            case ActorTable():
                yield self.actors(block)
            case Outlook():
                for forecast in block.forecasts:
                    yield f"{_portion(forecast.marking)}{styled(forecast.runs)}"
                    yield "\n".join(f"- {line}" for line in _judged(forecast, self.notes))
            case SourceList():
                yield from self._sources(block)
            case SmallPrint():
                for label, words in block.lines:
                    yield f"**{label}.** {escaped(words)}"
            case Lines():
                yield "\n".join(map(_line, block.lines))
            case Table():
                yield _table(block)

    def _statement(self, statement: Statement) -> str:
        words = self._words(statement)
        words = f"- {words}" if statement.listed else words
        return "\n\n".join((words, *self._quotes(statement))) if self.keys else words

    def _words(self, statement: Statement) -> str:
        number = f"{statement.number}\\. " if statement.number else ""  # escaped: it is no list
        label = f"{number}**{escaped(statement.label)}:** " if statement.label else number
        return f"{_portion(statement.marking)}{label}{styled(statement.runs)}{self._cited(statement.notes)}"

    def _figure(self, figure: FigureBlock) -> str:
        """Of a picture in a paragraph of its own Pandoc would make a figure, its caption the description."""
        picture = ""
        if figure.data:
            self.figures.append(figure)
            address = url_quoted(f"{self.name}{_PICTURES}{name_of(figure)}")
            picture = f"![{escaped(figure.described)}]({address})  \n"
        credit = f" {escaped(figure.credit)}" if figure.credit else ""
        words = f" {styled(figure.runs)}" if figure.runs else ""
        return f"{picture}{_portion(figure.marking)}**{figure.label}.**{words}{credit}"

    def _cited(self, notes: tuple[Note, ...]) -> str:
        if not notes:
            return ""
        if self.keys:
            every = (part for note in notes for part in note.parts if part.source in self.keys)
            parts = tuple({(part.source, part.place, part.label): part for part in every}.values())
            return f" [{bracketed(parts, self.keys)}]" if parts else ""
        if self.notes == "list":
            return f" \\[{bracketed(notes)}\\]"
        if len(notes) == 1:
            return f"[^{notes[0].number}]"
        # A narrow no-break space keeps the numbers of neighbouring notes apart.
        return "\u202f".join([f"[^{note.number}]" for note in notes])

    def _quotes(self, statement: Statement) -> Iterator[str]:
        """With keys there are no notes: the quotes follow as a list."""
        parts = [p for note in statement.notes for p in note.parts if p.quote]
        depth = int(statement.listed)
        if parts:
            yield "\n".join(f"{'    ' * depth}- {self._quote(part, depth)}" for part in parts)

    def _quote(self, part: Note, depth: int) -> str:
        label = f"*{part.label}:* " if part.label else ""
        place = f", {part.place}" if part.place else ""
        key = self.keys.get(part.source, "")
        named = f"[{key}{place}]." if key else f"{styled(part.reference)}"
        remarks = "".join([f" {escaped(remark)}" for remark in part.remarks])
        return f"{label}{_MARK}{_marked(part.quote, depth)} — {named}{remarks}"

    def _sources(self, block: SourceList) -> Iterator[str]:
        if self.keys and block.cited:
            # Here citeproc puts the references.
            yield "::: {#refs}\n:::"
            shown_parts = [
                f"- {self.keys[e.source]}: {' '.join(map(escaped, e.details))}"
                for e in block.entries
                if e.details and e.source in self.keys
            ]
            if shown_parts:
                yield "\n".join(shown_parts)
            return
        mark = "1. " if block.cited else "- "
        yield "\n".join(f"{mark}{_source(entry)}" for entry in block.entries)


def _portion(marking: str) -> str:
    return f"\\({escaped(marking)}) " if marking else ""


def _marked(quote: str, depth: int = 0) -> str:
    """Return a quote in quotation marks; its lines are indented as those of a list at this depth."""
    words = quoted(quote)
    if depth and "\n" in words:
        words = words.replace("\n    ", f"\n    {'    ' * depth}")
    return f"{opening_mark(quote)}{words}{closing_mark(quote)}"


def _line(line: IndentedLine) -> str:
    head = f"**{escaped(line.head)}** " if line.head else ""
    quote = f"{_MARK}{_marked(line.quote, line.depth)} — " if line.quote else ""
    return f"{'    ' * line.depth}- {head}{quote}{escaped(line.words)}"


def _table(table: Table) -> str:
    rows = (table.heads, ("---",) * len(table.heads), *(tuple(map(cell, row)) for row in table.rows))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _actors(table: ActorTable) -> str:
    lines = [table.heads, ("---",) * len(table.heads)]
    for row in table.rows:
        name, *others = table.cells(row)
        lines.append((f"**{escaped(name)}**", *map(cell, others)))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _actor_list(table: ActorTable) -> str:
    lines = []
    for row in table.rows:
        aliases = f"also known as {'; '.join(row.aliases)}" if row.aliases else ""
        shown_parts = "; ".join(part for part in (aliases, row.kind, row.role) if part)
        lines.append(f"- **{escaped(row.name)}**{f': {escaped(shown_parts)}' if shown_parts else ''}")
    return "\n".join(lines)


def _judged(forecast: Forecast, notes: str) -> Iterator[str]:
    if forecast.likelihood:
        scale = ", ".join(part for part in (forecast.range, forecast.standard) if part)
        yield f"**Likelihood:** {escaped(forecast.likelihood)} ({escaped(scale)})"
    if forecast.confidence:
        reason = f". {escaped(forecast.reason)}" if forecast.reason else ""
        yield f"**Confidence:** {escaped(forecast.confidence)}{reason}"
    if forecast.horizon:
        yield f"**Horizon:** {escaped(forecast.horizon)}"
    if forecast.basis:
        basis = (f"“{escaped(b.words)}”{cited(b.numbers, notes)}" for b in forecast.basis)
        yield f"**Rests on:** {'; '.join(basis)}"
    if forecast.indicators:
        yield f"**Indicators:** {'; '.join(map(escaped, forecast.indicators))}"


def _source(entry: SourceEntry) -> str:
    cited_in = f"Cited in note{'s' * (not entry.notes.isdigit())} {entry.notes}." if entry.notes else ""
    return " ".join(p for p in (styled(entry.reference), *map(escaped, entry.details), cited_in) if p)


def _notes(notes: tuple[Note, ...]) -> Iterator[str]:
    # Many notes share the reference of one source.
    references: dict[int, str] = {}
    for note in notes:
        written = []
        for part in note.parts if note.more else (note,):
            reference = references.get(id(part.reference))
            if reference is None:
                reference = references[id(part.reference)] = styled(part.reference)
            written.append(_note(part, reference))
        shown_parts = written[0] if len(written) == 1 else "\n\n    ".join(written)
        yield f"[^{note.number}]: {shown_parts}"


def _note(note: Note, reference: str) -> str:
    label = f"*{note.label}:* " if note.label else ""
    remarks = "".join([f" {escaped(remark)}" for remark in note.remarks]) if note.remarks else ""
    if note.quote:
        return f"{label}{_marked(note.quote)} — {reference}{remarks}"
    # A title in quotation marks may not pass for the text of a quote.
    see = "See " if reference.startswith(("“", "&ldquo;")) else ""
    return f"{label}{see}{reference}{remarks}"
