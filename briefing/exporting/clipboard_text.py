"""Claims or a section for the clipboard: words with the numbers of their notes, and the notes below."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace

from briefing import inline, lookup
from briefing.errors import NotFound
from briefing.exporting.blocks import (
    FigureBlock,
    Forecast,
    Heading,
    Note,
    Outline,
    Outlook,
    Runs,
    SourceList,
    Statement,
    bracketed,
)
from briefing.exporting.format_helpers import Cleaner, capital, closing_mark, is_rtl
from briefing.exporting.options import PLAIN, Options
from briefing.exporting.outline import build
from briefing.exporting.reference import ReferenceStyles
from briefing.exporting.request import ExportRequest
from briefing.inline import Run
from briefing.model import Brief, Source

_SMALL = ' style="font-size:85%"'


def rich(brief: Brief, ids: Sequence[str], options: Options = PLAIN) -> tuple[str, str]:
    """Return HTML and plain text of claims, judgements, actors' statements or whole sections.

    `ids` are those of items, actors or sections; the order is that of the brief, the numbers are those that
    page and exports show, so that what is pasted can be found again. Raises NotFound where none has words.
    """
    wanted = _items(brief, ids)
    outline = build(ExportRequest(brief, options=options))
    titles = {s.title or s.kind.capitalize() for s in brief.sections if s.id in ids}
    shown = _Clip(outline, wanted, titles, brief.sources)
    shown.fill()
    if not shown.html:
        raise NotFound("There are no words to copy.", "Select a claim or section that has some.")
    return "\n".join(shown.html), "\n\n".join(shown.plain)


def _items(brief: Brief, ids: Sequence[str]) -> frozenset[str]:
    wanted = set(ids)
    for section in brief.sections:
        if section.id in ids:
            wanted.update(item.id for item in section.items)
            if section.kind == "actors":
                wanted.update(actor.id for actor in brief.actors)
    for actor in brief.actors:
        if actor.id in wanted or ("actors" in ids and not lookup.has_actors_section(brief)):
            wanted.update(claim.id for claim in actor.statements)
    return frozenset(wanted)


class _Clip:
    """Gathers both forms side by side."""

    def __init__(
        self, outline: Outline, wanted: frozenset[str], titles: set[str], sources: Sequence[Source]
    ) -> None:
        self.outline, self.wanted, self.titles = outline, wanted, titles
        self.sources = {source.id: source for source in sources}
        self.styles = ReferenceStyles(sources, Cleaner())
        self.html: list[str] = []
        self.plain: list[str] = []
        self.notes: dict[int, Note] = {}
        self.listed = outline.options.notes == "list"

    def fill(self) -> None:
        for block in self.outline.blocks:
            match block:
                case Statement() if block.id in self.wanted:
                    label = "".join(f"{head}. " for head in (block.day, block.label) if head)
                    self._item(block.marking, label, block.runs, block.notes)
                case FigureBlock() if block.id in self.wanted:
                    credit = (Run(f" {block.credit}"),) if block.credit else ()
                    self._item(block.marking, f"{block.label}. ", (*block.runs, *credit), ())
                case Outlook():
                    for forecast in block.forecasts:
                        if forecast.id in self.wanted:
                            self._item(forecast.marking, "", forecast.runs, ())
                            self._forecast_lines(forecast)
                case Heading() if block.level == 1 and block.text in self.titles:
                    self.html.append(f"<h3>{_text(block.text)}</h3>")
                    self.plain.append(block.text)
        if self.notes:
            self._notes()

    def _item(self, marking: str, label: str, runs: Runs, notes: tuple[Note, ...]) -> None:
        self.notes.update((note.number, note) for note in notes)
        portion = f"({marking}) " if marking else ""
        words = inline.text_of(runs)
        cited = f" [{bracketed(notes)}]" if notes else ""
        numbers = ", ".join(str(note.number) for note in notes)
        raised = _text(cited) if self.listed else f"<sup>{numbers}</sup>" if notes else ""
        bold = f"<b>{_text(label)}</b>" if label else ""
        direction = ' dir="rtl"' if is_rtl(words) else ""
        self.html.append(f"<p{direction}>{_text(portion)}{bold}{_runs(runs)}{raised}</p>")
        plain = cited if self.listed or not notes else f" [{numbers}]"
        self.plain.append(f"{portion}{label}{words}{plain}")

    def _forecast_lines(self, forecast: Forecast) -> None:
        scale = ", ".join(part for part in (forecast.range, forecast.standard) if part)
        parts = (
            f"Likelihood: {forecast.likelihood}{f' ({scale})' if scale else ''}"
            if forecast.likelihood
            else "",
            f"Confidence: {forecast.confidence}" if forecast.confidence else "",
            f"Horizon: {forecast.horizon}" if forecast.horizon else "",
        )
        line = "; ".join(part for part in parts if part)
        if line:
            self.html.append(f"<p{_SMALL}>{_text(capital(line))}.</p>")
            self.plain.append(f"{line}.")

    def _notes(self) -> None:
        """Notes below a line; with a numbered list, the sources that are cited."""
        self.html.append("<hr>")
        entries = [b.entries for b in self.outline.blocks if isinstance(b, SourceList) and b.cited]
        for number, note in sorted(self.notes.items()):
            if self.listed:
                runs = entries[0][number - 1].reference
                written, plain = [_runs(runs)], [inline.text_of(runs)]
            else:
                parts = [self._named(part) for part in note.parts]
                written, plain = [*map(_html_part, parts)], [*map(_plain_part, parts)]
            self.html.append(f"<p{_SMALL}>[{number}] {'<br>'.join(written)}</p>")
            self.plain.append(f"[{number}] " + "\n".join(plain))

    def _named(self, part: Note) -> Note:
        """The first note here names its source in full, whichever it is in the brief."""
        source = self.sources.get(part.source)
        return replace(part, reference=self.styles.note(source, part.place)) if source else part


def _html_part(note: Note) -> str:
    label = f"<b>{_text(note.label)}.</b> " if note.label else ""
    lang = f' lang="{html.escape(note.language)}"' if note.language else ""
    words = _text(note.quote).replace("\n", "<br>")
    quote = f"“<span{lang}>{words}</span>{closing_mark(note.quote)} — " if note.quote else ""
    return f"{label}{quote}{_runs(note.reference)}{_text(_remarks(note))}"


def _plain_part(note: Note) -> str:
    label = f"{note.label}. " if note.label else ""
    quote = f"“{note.quote}{closing_mark(note.quote)} — " if note.quote else ""
    return f"{label}{quote}{inline.text_of(note.reference)}{_remarks(note)}"


def _remarks(note: Note) -> str:
    return "".join(f" {remark}" for remark in note.remarks)


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = _text(run.text)
    words = f"<i>{words}</i>" if run.italic else words
    words = f"<b>{words}</b>" if run.bold else words
    return f'<a href="{html.escape(run.link)}">{words}</a>' if run.link else words


def _text(words: str) -> str:
    return html.escape(words, quote=False)
