"""The text of the Word file: title block, statements with their notes, tables, source list.

Each claim and judgement stands in a run-level content control tagged with its id, and in a bookmark:
Word keeps the one and LibreOffice the other, so a reviewed file can be read back. Note references stay
outside (round a whole paragraph, LibreOffice loses its text).
"""

from __future__ import annotations

import re
from itertools import count

from briefing.exporting.blocks import (
    ActorTable,
    Block,
    Forecast,
    Heading,
    Outline,
    Outlook,
    Override,
    Runs,
    SmallPrint,
    SourceEntry,
    SourceList,
    Statement,
)
from briefing.exporting.word import styles, tables
from briefing.exporting.word.elements import Element, Relate, internal_link, paragraph, run, runs, sub
from briefing.exporting.word.notes import add_reference
from briefing.exporting.words import ranges

_NOT_IN_NAMES = re.compile(r"\W", re.ASCII)


def bookmark_name(item_id: str) -> str:
    """Return the bookmark round a claim or judgement; Word allows 40 characters."""
    return f"claim_{_NOT_IN_NAMES.sub('_', item_id)}"[:40]


class Body:
    """Fills one w:body."""

    def __init__(self, root: Element, relate: Relate) -> None:
        self.root = root
        self.relate = relate
        self._controls = count(1001)

    def fill(self, outline: Outline) -> None:
        """Append the whole brief."""
        front = outline.front
        run(paragraph(self.root, "Title", front.title), front.title)
        if front.facts:
            tables.facts(self.root, front.facts)
        if outline.override:
            self._override(outline.override)
        for block in outline.blocks:
            self._block(block)

    def _override(self, override: Override) -> None:
        made = paragraph(self.root, "Override")
        run(made, "Exported although quotes failed their check. ", bold=True)
        run(made, f"Reason given: {override.reason}")
        for failure in override.failures:
            run(made, f"\n– {failure}")

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                style = "LeadHeading" if block.lead else f"Heading{block.level}"
                run(paragraph(self.root, style, block.text), block.text)
            case Statement():
                self._statement(block)
            case ActorTable():
                tables.actors(self.root, block)
            case Outlook():
                self._outlook(block)
            case SourceList():
                for entry in block.entries:
                    self._source(entry, styles.ENTRIES if block.cited else styles.BULLETS)
            case SmallPrint():
                for label, words in block.lines:
                    made = paragraph(self.root, "SmallPrint")
                    run(made, f"{label}. ", bold=True)
                    run(made, words)

    def _statement(self, statement: Statement) -> None:
        style = "ListBullet" if statement.listed else "Lead" if statement.lead else "BodyText"
        numbered = styles.BULLETS if statement.listed else 0
        made = paragraph(self.root, style, _words(statement.runs), numbered=numbered)
        self._portion(made, statement.marking)
        if statement.label:
            run(made, f"{statement.label}. ", bold=True)
        self._controlled(made, statement.id, statement.runs)
        add_reference(made, statement.notes)

    def _portion(self, made: Element, marking: str) -> None:
        if marking:
            run(made, f"({marking}) ", "Portion")

    def _controlled(self, made: Element, item_id: str, content: Runs) -> None:
        """A content control and a bookmark round the words of one item."""
        number = str(next(self._controls))
        sub(made, "bookmarkStart", id=number, name=bookmark_name(item_id))
        control = sub(made, "sdt")
        properties = sub(control, "sdtPr")
        sub(properties, "alias", val="Statement")
        sub(properties, "tag", val=item_id[:64])
        sub(properties, "id", val=number)
        runs(sub(control, "sdtContent"), content, self.relate)
        sub(made, "bookmarkEnd", id=number)

    def _outlook(self, outlook: Outlook) -> None:
        table = tables.start(self.root, tables.OUTLOOK)
        for forecast in outlook.forecasts:
            under = bool(forecast.basis or forecast.indicators)
            judged, likely, sure, when = tables.row(table, tables.OUTLOOK, open_below=under)
            made = paragraph(judged, "TableText", _words(forecast.runs), keep_next=under)
            self._portion(made, forecast.marking)
            self._controlled(made, forecast.id, forecast.runs)
            scale = ", ".join(part for part in (forecast.range, forecast.standard) if part)
            tables.stated(likely, forecast.likelihood, scale if forecast.likelihood else "")
            tables.stated(sure, forecast.confidence, forecast.reason)
            tables.told(when, forecast.horizon)
            if under:
                self._ground(tables.wide_row(table, tables.OUTLOOK), forecast)
        tables.end(self.root)

    def _ground(self, cell: Element, forecast: Forecast) -> None:
        if forecast.basis:
            made = paragraph(cell, "TableNote", keep_next=bool(forecast.indicators))
            run(made, "Rests on: ", bold=True)
            for place, basis in enumerate(forecast.basis):
                run(made, "; " if place else "")
                internal_link(made, bookmark_name(basis.claim_id), f"“{basis.words}”")
                if basis.numbers:
                    run(made, f" (note{'s' * (len(basis.numbers) > 1)} {ranges(basis.numbers)})")
        if forecast.indicators:
            made = paragraph(cell, "TableNote")
            run(made, "Indicators: ", bold=True)
            run(made, "; ".join(forecast.indicators))

    def _source(self, entry: SourceEntry, numbered: int) -> None:
        made = paragraph(self.root, "SourceEntry", numbered=numbered)
        runs(made, entry.reference, self.relate)
        cited = f"Cited in note{'s' * (not entry.notes.isdigit())} {entry.notes}." if entry.notes else ""
        details = " ".join(part for part in (*entry.details, cited) if part)
        if details:
            run(made, f" {details}", "Quiet")


def _words(content: Runs) -> str:
    return "".join(piece.text for piece in content[:8])
