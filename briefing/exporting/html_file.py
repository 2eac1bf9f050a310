"""One HTML file that needs nothing else: escaped text, its style inside, light and dark, notes with ways
back. The window's preview is this same file. It runs no script and loads nothing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from briefing.exporting.blocks import (
    ActorRow,
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
from briefing.exporting.html_style import STYLE
from briefing.exporting.words import capital, is_rtl, ranges
from briefing.inline import Run

_QUOTE = re.compile(r'<span class="quote"[^>]*>([^<]*)</span>')
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(outline: Outline) -> Rendered:
    """Return the brief as one UTF-8 HTML file."""
    front = outline.front
    banner = _banner(front.marking, front.ink)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_attribute(front.language)}">',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="author" content="{_attribute(front.author)}">' if front.author else "",
        f"<title>{_text(front.title)}</title>",
        f"<style>{STYLE}</style></head>",
        "<body>",
        banner,
        "<main>",
        f'<h1 dir="auto">{_text(front.title)}</h1>',
        _facts(front.facts),
        *(_override(outline.override) if outline.override else ()),
        *_sections(outline.blocks),
        *_notes(outline.notes),
        "</main>",
        banner,
        "</body></html>",
    ]
    return Rendered(("\n".join(line for line in lines if line) + "\n").encode())


def read_back(data: bytes) -> tuple[str, ...]:
    """Return the quotes in the notes of a rendered file, in order."""
    return tuple(html.unescape(written) for written in _QUOTE.findall(data.decode()))


def quotes_held(outline: Outline) -> tuple[str, ...]:
    """Return the quotes as this format must give them back."""
    return tuple(note.quote for note in outline.notes)


def _text(words: str) -> str:
    return html.escape(words, quote=False)


def _attribute(words: str) -> str:
    return html.escape(words)


def _direction(words: str) -> str:
    return ' dir="rtl"' if is_rtl(words) else ""


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = _text(run.text)
    if run.italic:
        words = f"<em>{words}</em>"
    if run.bold:
        words = f"<strong>{words}</strong>"
    return f'<a href="{_attribute(run.link)}" rel="noreferrer">{words}</a>' if run.link else words


def _words(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _banner(marking: str, ink: str) -> str:
    if not marking:
        return ""
    style = f' style="color:#{ink};background:#000"' if ink else ""
    return f'<p class="marking"><span{style}>{_text(marking)}</span></p>'


def _facts(facts: tuple[tuple[str, str], ...]) -> str:
    pairs = "".join(f"<div><dt>{_text(label)}</dt><dd>{_text(value)}</dd></div>" for label, value in facts)
    return f'<dl class="facts">{pairs}</dl>' if pairs else ""


def _override(override: Override) -> Iterator[str]:
    yield '<aside class="override"><p><strong>Exported although quotes failed their check.</strong>'
    yield f"Reason given: {_text(override.reason)}</p><ul>"
    yield from (f"<li>{_text(failure)}</li>" for failure in override.failures)
    yield "</ul></aside>"


def _sections(blocks: Iterable[Block]) -> Iterator[str]:
    is_open = listed = False
    for block in blocks:
        starts = isinstance(block, Heading) and block.level == 1
        continues = isinstance(block, Statement) and block.listed
        if listed and not continues:
            yield "</ul>"
        if starts and is_open:
            yield "</section>"
        if isinstance(block, Heading) and starts:
            yield '<section class="lead">' if block.lead else "<section>"
            is_open = True
        if continues and not listed:
            yield '<ul class="listed">'
        listed = continues
        yield from _block(block)
    if listed:
        yield "</ul>"
    if is_open:
        yield "</section>"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f'<h{block.level + 1} dir="auto">{_text(block.text)}</h{block.level + 1}>'
        case Statement():
            yield _statement(block)
        case ActorTable():
            yield '<table><thead><tr><th scope="col">Actor</th><th scope="col">Also known as</th>'
            yield '<th scope="col">Kind</th><th scope="col">Role</th></tr></thead><tbody>'
            yield from map(_actor, block.rows)
            yield "</tbody></table>"
        case Outlook():
            yield '<table class="outlook"><thead><tr><th scope="col">Judgement</th><th scope="col">Likelihood</th>'
            yield '<th scope="col">Confidence</th><th scope="col">Horizon</th></tr></thead>'
            yield from map(_forecast, block.forecasts)
            yield "</table>"
        case SourceList():
            tag = "ol" if block.cited else "ul"
            yield f'<{tag} class="sources">'
            yield from map(_source, block.entries)
            yield f"</{tag}>"
        case SmallPrint():
            yield from (
                f'<p class="small"><b>{_text(head)}.</b> {_text(words)}</p>' for head, words in block.lines
            )


def _statement(statement: Statement) -> str:
    tag = "li" if statement.listed else "p"
    numbers = ", ".join(
        f'<a href="#note-{n.number}" id="ref-{n.number}">{n.number}</a>' for n in statement.notes
    )
    cited = f'<sup class="refs">{numbers}</sup>' if numbers else ""
    label = f'<b class="label">{_text(statement.label)}.</b> ' if statement.label else ""
    direction = _direction(_words(statement.runs))
    words = f'<span data-id="{_attribute(statement.id)}">{_runs(statement.runs)}</span>'
    return f'<{tag} id="{_attribute(statement.id)}"{direction}>{_portion(statement.marking)}{label}{words}{cited}</{tag}>'


def _portion(marking: str) -> str:
    return f'<span class="portion">({_text(marking)})</span> ' if marking else ""


def _actor(row: ActorRow) -> str:
    aliases = "; ".join(f"<bdi>{_text(alias)}</bdi>" for alias in row.aliases)
    return (
        f'<tr id="{_attribute(row.id)}"><th scope="row">{_text(row.name)}</th><td>{aliases}</td>'
        f"<td>{_text(capital(row.kind))}</td><td>{_text(row.role)}</td></tr>"
    )


def _forecast(forecast: Forecast) -> str:
    scale = ", ".join(part for part in (forecast.range, forecast.standard) if part)
    likelihood = f"<b>{_text(capital(forecast.likelihood))}</b><br><small>{_text(scale)}</small>"
    confidence = f"<b>{_text(capital(forecast.confidence))}</b>"
    if forecast.reason:
        confidence += f"<br><small>{_text(forecast.reason)}</small>"
    words = f'<span data-id="{_attribute(forecast.id)}">{_runs(forecast.runs)}</span>'
    row = (
        f"<tr><td{_direction(_words(forecast.runs))}>{_portion(forecast.marking)}{words}</td>"
        f"<td>{likelihood if forecast.likelihood else 'Not stated'}</td>"
        f"<td>{confidence if forecast.confidence else 'Not stated'}</td><td>{_text(capital(forecast.horizon))}</td></tr>"
    )
    under = _ground(forecast)
    under = f'<tr class="ground"><td colspan="4">{under}</td></tr>' if under else ""
    return f'<tbody id="{_attribute(forecast.id)}">{row}{under}</tbody>'


def _ground(forecast: Forecast) -> str:
    basis = "; ".join(
        f'<a href="#{_attribute(b.claim_id)}">“{_text(b.words)}”</a>{_cited(b.numbers)}'
        for b in forecast.basis
    )
    signs = "; ".join(map(_text, forecast.indicators))
    lines = (f"<b>Rests on.</b> {basis}" if basis else "", f"<b>Indicators.</b> {signs}" if signs else "")
    return "<br>".join(line for line in lines if line)


def _cited(numbers: tuple[int, ...]) -> str:
    return f" (note{'s' * (len(numbers) > 1)} {ranges(numbers)})" if numbers else ""


def _source(entry: SourceEntry) -> str:
    cited = f"Cited in note{'s' * (not entry.notes.isdigit())} {entry.notes}." if entry.notes else ""
    details = " ".join(map(_text, (*entry.details, cited))).strip()
    return f"<li>{_runs(entry.reference)}{f'<br><small>{details}</small>' if details else ''}</li>"


def _notes(notes: tuple[Note, ...]) -> Iterator[str]:
    if not notes:
        return
    yield '<section class="notes" aria-label="Notes"><h2>Notes</h2><ol>'
    for note in notes:
        label = f"<b>{_text(note.label)}.</b> " if note.label else ""
        language = f' lang="{_attribute(note.language)}"' if note.language else ""
        quote = f'<span class="quote"{language}{_direction(note.quote)}>{_text(note.quote)}</span>'
        remarks = "".join(f" {_text(remark)}" for remark in note.remarks)
        back = f'<a class="back" href="#ref-{note.number}" aria-label="Back to the text">↩</a>'
        yield f'<li id="note-{note.number}">{label}“{quote}” — {_runs(note.reference)}{remarks} {back}</li>'
    yield "</ol></section>"
