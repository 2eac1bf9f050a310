"""The text of the Word file: title block, statements with their notes, tables, source list.

Each claim and judgement stands in a run-level content control tagged with its id, and in a bookmark:
Word keeps the one and LibreOffice the other, so a reviewed file can be read back. Note references stay
outside (round a whole paragraph, LibreOffice loses its text).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count

from briefing.exporting.blocks import (
    ActorTable,
    Block,
    FigureBlock,
    Forecast,
    Heading,
    IndentedLine,
    Lines,
    Outline,
    Outlook,
    Override,
    Runs,
    SmallPrint,
    SourceList,
    Statement,
    Table,
)
from briefing.exporting.format_helpers import cited, closing_mark
from briefing.exporting.options import Options
from briefing.exporting.word import contents, word_styles, word_tables
from briefing.exporting.word.base import language_tag
from briefing.exporting.word.elements import (
    Element,
    Relate,
    internal_link,
    one_way,
    paragraph,
    run,
    runs,
    sub,
)
from briefing.exporting.word.word_notes import Notes, refer_to_list, source_bookmark
from briefing.exporting.word.word_pictures import Drawing

_NOT_IN_NAMES = re.compile(r"\W", re.ASCII)


def bookmark_name(item_id: str) -> str:
    """Return the bookmark round a claim or judgement; Word allows 40 characters."""
    return f"claim_{_NOT_IN_NAMES.sub('_', item_id)}"[:40]


@dataclass(frozen=True, slots=True)
class TextFrame:
    """Where the text goes: its width in twentieths of a point, and what a template has already.

    `first` is the first free id of bookmarks and controls; `shown` are the facts that the template shows
    in places of its own ("title", "audience" …).
    """

    width: int = word_styles.TEXT_WIDTH
    first: int = 1001
    shown: frozenset[str] = frozenset()


class WordBody:
    """Fills one w:body. `notes` is None where the sources are a numbered list."""

    def __init__(
        self, root: Element, relate: Relate, notes: Notes | None, options: Options, frame: TextFrame,
        drawing: Drawing,
    ) -> None:  # fmt: skip
        self.root = root
        self.relate = relate
        self.notes = notes
        self.options = options
        self.frame = frame
        self.drawing = drawing
        self._ids = count(frame.first)

    def fill(self, outline: Outline) -> None:
        """Append the whole brief."""
        front = outline.front
        if "title" not in self.frame.shown:
            run(paragraph(self.root, "Title", front.title), front.title)
        facts = tuple((label, value) for label, value in front.facts if label not in self.frame.shown)
        if facts:
            word_tables.facts(self.root, facts, self.frame.width, ruled=not self.frame.shown)
        if outline.override:
            self._override(outline.override)
        if self.options.contents:
            contents.add_contents(self.root, outline, self.frame.width)
        table: Element | None = None
        for place, block in enumerate(outline.blocks):
            dated = isinstance(block, Statement) and bool(block.day)
            if table is not None and not dated:
                word_tables.end(self.root)
                table = None
            if isinstance(block, Statement) and dated:
                if table is None:
                    table = self._chronology()
                self._dated(table, block)
            else:
                self._block(block, place)
        if table is not None:
            word_tables.end(self.root)

    def _override(self, override: Override) -> None:
        made = paragraph(self.root, "Override")
        run(made, override.head, bold=True)
        if override.reason:
            run(made, f" Reason given: {override.reason}")
        for line in override.lines:
            run(made, f"\n– {f'{line.head} {line.words}'.strip()}")

    def _block(self, block: Block, place: int) -> None:
        match block:
            case Heading():
                self._heading(block, place)
            case Statement():
                self._statement(block)
            case FigureBlock():
                self._figure(block)
            case ActorTable() if self.options.actors == "list":
                word_tables.actor_list(self.root, block)
            case ActorTable():
                word_tables.actors(self.root, block, self.frame.width)
            case Outlook():
                self._outlook(block)
            case SourceList():
                self._sources(block)
            case Lines():
                for line in block.lines:
                    self._line(line)
            case Table():
                word_tables.plain(self.root, block, self.frame.width)
            case SmallPrint():
                self._small_print(block)

    def _small_print(self, block: SmallPrint) -> None:
        for label, words in block.lines:
            made = paragraph(self.root, "SmallPrint")
            run(made, f"{label}. ", bold=True)
            run(made, words)

    def _heading(self, heading: Heading, place: int) -> None:
        style = "LeadHeading" if heading.lead else f"Heading{heading.level}"
        made = paragraph(self.root, style, heading.text)
        if not self.options.contents:
            run(made, heading.text)
            return
        number = str(next(self._ids))
        sub(made, "bookmarkStart", id=number, name=contents.heading_bookmark(place))
        run(made, heading.text)
        sub(made, "bookmarkEnd", id=number)

    def _line(self, line: IndentedLine) -> None:
        """A line of the annex; quotes stand in the style by which they are read back."""
        # Its head, and what follows a quote, is Latin: such a line runs from left to right, whatever the
        # words do.
        plain = not (line.quote or line.head)
        made = paragraph(self.root, "AnnexLine", line.words if plain else "", indent=340 * line.depth)
        if line.head:
            run(made, f"{line.head} ", bold=True)
        if line.quote:
            run(made, "“")
            run(made, line.quote, "NoteQuote", lang=language_tag(line.language))
            run(made, f"{closing_mark(line.quote)} — ")
        opening = "“" if line.quote and line.words.startswith("“") else ""
        for words in (opening, *one_way(line.words.removeprefix(opening))):
            run(made, words)

    def _statement(self, statement: Statement) -> None:
        style = "ListBullet" if statement.listed else "Lead" if statement.lead else "BodyText"
        numbered = (
            word_styles.BULLETS if statement.listed else word_styles.PARAGRAPHS if statement.number else 0
        )
        self._sentence(paragraph(self.root, style, _words(statement.runs), numbered=numbered), statement)

    def _chronology(self) -> Element:
        return word_tables.start(
            self.root, word_tables.CHRONOLOGY.fitted(self.frame.width), title="Chronology"
        )

    def _dated(self, table: Element, statement: Statement) -> None:
        """A row of a chronology: its day, and what happened."""
        day, happened = word_tables.row(table, word_tables.CHRONOLOGY.fitted(self.frame.width))
        run(paragraph(day, "TableText", statement.day), statement.day, bold=True)
        self._sentence(paragraph(happened, "TableText", _words(statement.runs)), statement)

    def _sentence(self, made: Element, statement: Statement) -> None:
        self._portion(made, statement.marking)
        if statement.label:
            run(made, f"{statement.label}. ", bold=True)
        self._controlled(made, statement.id, statement.runs)
        if self.notes is None:
            refer_to_list(made, statement.notes)
        else:
            self.notes.refer(made, statement.notes)

    def _figure(self, figure: FigureBlock) -> None:
        if figure.data:
            self.drawing.add(paragraph(self.root, "BodyText", keep_next=True), figure)
        made = paragraph(self.root, "Caption", _words(figure.runs))
        self._portion(made, figure.marking)
        run(made, f"{figure.label}. ", bold=True)
        if figure.runs:  # what is empty no program keeps the place of
            self._controlled(made, figure.id, figure.runs)
        if figure.credit:
            run(made, f" {figure.credit}", "Quiet")

    def _portion(self, made: Element, marking: str) -> None:
        if marking and self.options.portions:
            run(made, f"({marking}) ", "Portion")

    def _controlled(self, made: Element, item_id: str, content: Runs) -> None:
        """A content control and a bookmark round the text of one item."""
        number = str(next(self._ids))
        sub(made, "bookmarkStart", id=number, name=bookmark_name(item_id))
        control = sub(made, "sdt")
        properties = sub(control, "sdtPr")
        sub(properties, "alias", val="Statement")
        sub(properties, "tag", val=item_id[:64])
        sub(properties, "id", val=number)
        runs(sub(control, "sdtContent"), content, self.relate)
        sub(made, "bookmarkEnd", id=number)

    def _outlook(self, outlook: Outlook) -> None:
        columns = word_tables.OUTLOOK.fitted(self.frame.width)
        table = word_tables.start(self.root, columns, title="Outlook")
        for forecast in outlook.forecasts:
            under = bool(forecast.reason or forecast.basis or forecast.indicators)
            judged, likely, sure, when = word_tables.row(table, columns, open_below=under)
            made = paragraph(judged, "TableText", _words(forecast.runs), keep_next=under)
            self._portion(made, forecast.marking)
            self._controlled(made, forecast.id, forecast.runs)
            wide = columns.widths[1]
            word_tables.likely(likely, forecast.likelihood, forecast.range, forecast.standard, wide)
            word_tables.told(sure, forecast.confidence, bold=True)
            word_tables.told(when, forecast.horizon)
            if under:
                self._ground(word_tables.wide_row(table, columns), forecast)
        word_tables.end(self.root)

    def _ground(self, cell: Element, forecast: Forecast) -> None:
        if forecast.reason:
            made = paragraph(cell, "TableNote", forecast.reason)
            run(made, "Confidence: ", bold=True)
            run(made, forecast.reason)
        if forecast.basis:
            made = paragraph(cell, "TableNote")
            run(made, "Rests on: ", bold=True)
            for place, basis in enumerate(forecast.basis):
                run(made, "; " if place else "")
                internal_link(made, bookmark_name(basis.claim_id), f"“{basis.words}”")
                run(made, cited(basis.numbers, self.options.notes))
        if forecast.indicators:
            made = paragraph(cell, "TableNote")
            run(made, "Indicators: ", bold=True)
            run(made, "; ".join(forecast.indicators))

    def _sources(self, block: SourceList) -> None:
        for number, entry in enumerate(block.entries, 1):
            made = paragraph(
                self.root, "SourceEntry", numbered=word_styles.ENTRIES if block.cited else word_styles.BULLETS
            )
            if block.cited and self.notes is None:
                ident = str(next(self._ids))
                sub(made, "bookmarkStart", id=ident, name=source_bookmark(number))
                runs(made, entry.reference, self.relate)
                sub(made, "bookmarkEnd", id=ident)
            else:
                runs(made, entry.reference, self.relate)
            where = f"Cited in note{'s' * (not entry.notes.isdigit())} {entry.notes}." if entry.notes else ""
            details = " ".join(part for part in (*entry.details, where) if part)
            if details:
                run(made, f" {details}", "Quiet")


def _words(content: Runs) -> str:
    return "".join(piece.text for piece in content[:8])
