"""One HTML file that needs nothing else: escaped text, its style inside, light and dark, notes with ways
back. The window's preview is this same file. It runs no script and loads nothing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from briefing.exporting import html_pictures
from briefing.exporting import sent_lines_comment as listed
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
    SourceList,
    Statement,
    Table,
    bracketed,
)
from briefing.exporting.format_helpers import capital, cited, is_rtl
from briefing.exporting.html_style import page_style
from briefing.inline import Run

_QUOTE = re.compile(r'<span class="quote"[^>]*>([^<]*)</span>')
_DRAFT = f'<p class="draft"><span>{DRAFT}</span></p>'
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(outline: Outline) -> Rendered:
    """Return the brief as one UTF-8 HTML file."""
    front = outline.front
    policy = _POLICY + html_pictures.policy(outline.blocks)
    banner = f"{_DRAFT if outline.draft else ''}{_banner(front.marking, front.ink)}"
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_attribute(front.language)}">',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f'<meta name="author" content="{_attribute(front.author)}">' if front.author else "",
        f"<title>{_text(front.title)}</title>",
        f"<style>{page_style(outline.options.page, front.marking, front.ink, draft=outline.draft)}</style>"
        "</head>",
        "<body>",
        banner,
        "<main>",
        f'<h1 dir="auto">{_text(front.title)}</h1>',
        _facts(front.facts),
        *(_override(outline.override) if outline.override else ()),
        *(_contents(outline.blocks) if outline.options.contents else ()),
        *_HtmlPage(outline).sections(outline.blocks),
        *_notes(outline.notes),
        "</main>",
        banner,
        "</body></html>",
    ]
    return Rendered(("\n".join(line for line in lines if line) + "\n").encode())


def read_back(data: bytes) -> tuple[str, ...]:
    """Return the quotes of a rendered file in its order: annex, then notes."""
    return tuple(html.unescape(written) for written in _QUOTE.findall(data.decode()))


def listing(data: bytes) -> bytes:
    """Return a rendered file with the list of what it shows at the end of its body."""
    from briefing.exporting.html_shown import lines

    return listed.before_body_ends(data.decode(), listed.comment(lines(data))).encode()


def quotes_held(outline: Outline) -> tuple[str, ...]:
    """Return the quotes as this format must give them back."""
    annex = (line.quote for block in outline.blocks if isinstance(block, Lines) for line in block.lines)
    notes = (part.quote for note in outline.notes for part in note.parts)
    return tuple(quote for quotes in (annex, notes) for quote in quotes if quote)


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
    reason = f" Reason given: {_text(override.reason)}" if override.reason else ""
    yield f'<aside class="override"><p><strong>{_text(override.head)}</strong>{reason}</p><ul>'
    yield from (f"<li>{_text(f'{line.head} {line.words}'.strip())}</li>" for line in override.lines)
    yield "</ul></aside>"


def _contents(blocks: Iterable[Block]) -> Iterator[str]:
    heads = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    yield '<nav class="contents" aria-label="Contents"><ol>'
    yield from (f'<li><a href="#part-{at}">{_text(head)}</a></li>' for at, head in enumerate(heads, 1))
    yield "</ol></nav>"


# What opens and ends neighbouring statements of a kind: a list, or the table of a chronology.
_GROUPS: dict[str, tuple[str, ...]] = {
    "": (),
    "list": ('<ul class="listed">', "</ul>"),
    "chronology": (
        '<table class="chronology"><thead><tr>'
        + "".join(f'<th scope="col">{head}</th>' for head in CHRONOLOGY_HEADS)
        + "</tr></thead><tbody>",
        "</tbody></table>",
    ),
}


def _group_of(block: Block) -> str:
    if not isinstance(block, Statement):
        return ""
    return "chronology" if block.day else "list" if block.listed else ""


class _HtmlPage:
    """Writes the blocks; how claims cite is one for the whole file."""

    def __init__(self, outline: Outline) -> None:
        self.notes = outline.options.notes
        self.actors = _actor_list if outline.options.actors == "list" else _actors
        self.part = 0

    def sections(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield every block, each heading of the first level with its own section round it."""
        is_open, group = False, ""
        for block in blocks:
            starts, joined = isinstance(block, Heading) and block.level == 1, _group_of(block)
            if group != joined:
                yield from _GROUPS[group][1:]
            if starts and is_open:
                yield "</section>"
            if isinstance(block, Heading) and starts:
                self.part += 1
                kind = ' class="lead"' if block.lead else ""
                yield f'<section id="part-{self.part}"{kind}>'
                is_open = True
            if group != joined:
                yield from _GROUPS[joined][:1]
            group = joined
            yield from self._block(block)
        yield from _GROUPS[group][1:]
        if is_open:
            yield "</section>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield f'<h{block.level + 1} dir="auto">{_text(block.text)}</h{block.level + 1}>'
            case Statement():
                yield self._statement(block)
            case FigureBlock():
                yield _figure(block)
            case ActorTable():
                yield from self.actors(block)
            case Outlook():
                yield (
                    '<table class="outlook"><thead><tr><th scope="col">Judgement</th><th '
                    'scope="col">Likelihood</th>'
                )
                yield '<th scope="col">Confidence</th><th scope="col">Horizon</th></tr></thead>'
                yield from (_forecast(forecast, self.notes) for forecast in block.forecasts)
                yield "</table>"
            case SourceList():
                yield from _sources(block, numbered=self.notes == "list")
            case SmallPrint():
                yield from (
                    f'<p class="small"><b>{_text(head)}.</b> {_text(words)}</p>'
                    for head, words in block.lines
                )
            case Lines():
                yield from (f'<figure class="basis">{picture}</figure>' for picture in block.pictures)
                yield from _lines(block.lines)
            case Table():
                yield from _table(block)

    def _statement(self, statement: Statement) -> str:
        tag = "li" if statement.listed else "p"
        number = f'<span class="number">{statement.number}.</span> ' if statement.number else ""
        label = f'{number}<b class="label">{_text(statement.label)}.</b> ' if statement.label else number
        direction = _direction(_words(statement.runs))
        words = f'<span data-id="{_attribute(statement.id)}">{_runs(statement.runs)}</span>'
        cites = self._cited(statement.notes)
        if statement.day:
            day = f'<th scope="row" style="white-space:nowrap">{_text(statement.day)}</th>'
            happened = f"<td{direction}>{_portion(statement.marking)}{label}{words}{cites}</td>"
            return f'<tr id="{_attribute(statement.id)}">{day}{happened}</tr>'
        opened = f'<{tag} id="{_attribute(statement.id)}"{direction}>'
        return f"{opened}{_portion(statement.marking)}{label}{words}{cites}</{tag}>"

    def _cited(self, notes: tuple[Note, ...]) -> str:
        if not notes:
            return ""
        if self.notes == "list":
            pieces = bracketed(notes).split("; ")
            numbers = "; ".join(
                f'<a href="#source-{note.number}">{_text(piece)}</a>'
                for note, piece in zip(notes, pieces, strict=True)
            )
            return f' <span class="cited">[{numbers}]</span>'
        numbers = ", ".join(f'<a href="#note-{n.number}" id="ref-{n.number}">{n.number}</a>' for n in notes)
        return f'<sup class="refs">{numbers}</sup>'


def _figure(figure: FigureBlock) -> str:
    caption = f'<span data-id="{_attribute(figure.id)}">{_runs(figure.runs)}</span>' if figure.runs else ""
    credit = f" <small>{_text(figure.credit)}</small>" if figure.credit else ""
    words = f'{_portion(figure.marking)}<b class="label">{figure.label}.</b> {caption}{credit}'
    direction = _direction(_words(figure.runs))
    picture = html_pictures.picture(figure)
    caption = f"<figcaption><p{direction}>{words}</p></figcaption>"  # a paragraph, for Qt knows no captions
    return f'<figure id="{_attribute(figure.id)}">{picture}{caption}</figure>'


def _lines(lines: Iterable[IndentedLine]) -> Iterator[str]:
    """Lists in lists; a line may lie several steps above the one before it, never below by more than one."""
    depth = -1
    for line in lines:
        if line.depth > depth:
            yield '<ul class="lines">'
        else:
            yield "</li>" + "</ul></li>" * (depth - line.depth)
        depth = min(line.depth, depth + 1)
        head = f"<b>{_text(line.head)}</b> " if line.head else ""
        direction = "" if line.quote else _direction(line.words)
        yield f"<li{direction}>{head}{_quoted(line.quote, line.language)}{_text(line.words)}"
    if depth >= 0:
        yield "</li></ul>" * (depth + 1)


def _quoted(words: str, language: str) -> str:
    """Return a quote in its marks and the dash behind it, "" for none."""
    if not words:
        return ""
    lang = f' lang="{_attribute(language)}"' if language else ""
    return f'“<span class="quote"{lang}{_direction(words)}>{_text(words)}</span>” — '


def _table(table: Table) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{_text(head)}</th>' for head in table.heads)
    yield f'<table class="plain"><thead><tr>{heads}</tr></thead><tbody>'
    for row in table.rows:
        yield f"<tr>{''.join(f'<td>{_text(words)}</td>' for words in row)}</tr>"
    yield "</tbody></table>"


def _actors(table: ActorTable) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{head}</th>' for head in table.heads)
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for row in table.rows:
        name, *others = table.cells(row)
        cells = "".join(f"<td>{_isolated(words)}</td>" for words in others)
        yield f'<tr id="{_attribute(row.id)}"><th scope="row">{_text(name)}</th>{cells}</tr>'
    yield "</tbody></table>"


def _actor_list(table: ActorTable) -> Iterator[str]:
    yield '<ul class="actors">'
    for row in table.rows:
        aliases = "; ".join(f"<bdi>{_text(alias)}</bdi>" for alias in row.aliases)
        about = [f"also known as {aliases}" if aliases else "", _text(row.kind), _text(row.role)]
        words = "; ".join(part for part in about if part)
        yield f'<li id="{_attribute(row.id)}"><b>{_text(row.name)}</b>{f": {words}" if words else ""}</li>'
    yield "</ul>"


def _portion(marking: str) -> str:
    return f'<span class="portion">({_text(marking)})</span> ' if marking else ""


def _isolated(words: str) -> str:
    """Return words of a cell, each name of a list running its own way."""
    names = words.split("; ")
    return _text(words) if len(names) == 1 else "; ".join(f"<bdi>{_text(name)}</bdi>" for name in names)


def _forecast(forecast: Forecast, notes: str) -> str:
    scale = ", ".join(part for part in (forecast.range, forecast.standard) if part)
    likelihood = f"<b>{_text(capital(forecast.likelihood))}</b><br><small>{_text(scale)}</small>"
    confidence = f"<b>{_text(capital(forecast.confidence))}</b>"
    if forecast.reason:
        confidence += f"<br><small>{_text(forecast.reason)}</small>"
    words = f'<span data-id="{_attribute(forecast.id)}">{_runs(forecast.runs)}</span>'
    row = (
        f"<tr><td{_direction(_words(forecast.runs))}>{_portion(forecast.marking)}{words}</td>"
        f"<td>{likelihood if forecast.likelihood else 'Not stated'}</td>"
        f"<td>{confidence if forecast.confidence else 'Not stated'}</td>"
        f"<td>{_text(capital(forecast.horizon))}</td></tr>"
    )
    under = _ground(forecast, notes)
    under = f'<tr class="ground"><td colspan="4">{under}</td></tr>' if under else ""
    return f'<tbody id="{_attribute(forecast.id)}">{row}{under}</tbody>'


def _ground(forecast: Forecast, notes: str) -> str:
    basis = "; ".join(
        f'<a href="#{_attribute(b.claim_id)}">“{_text(b.words)}”</a>{cited(b.numbers, notes)}'
        for b in forecast.basis
    )
    signs = "; ".join(map(_text, forecast.indicators))
    lines = (f"<b>Rests on.</b> {basis}" if basis else "", f"<b>Indicators.</b> {signs}" if signs else "")
    return "<br>".join(line for line in lines if line)


def _sources(block: SourceList, *, numbered: bool) -> Iterator[str]:
    tag = "ol" if block.cited else "ul"
    yield f'<{tag} class="sources">'
    for at, entry in enumerate(block.entries, 1):
        name = f' id="source-{at}"' if numbered and block.cited else ""
        cited_in = f"Cited in note{'s' * (not entry.notes.isdigit())} {entry.notes}." if entry.notes else ""
        details = " ".join(map(_text, (*entry.details, cited_in))).strip()
        small = f"<br><small>{details}</small>" if details else ""
        yield f"<li{name}>{_runs(entry.reference)}{small}</li>"
    yield f"</{tag}>"


def _notes(notes: tuple[Note, ...]) -> Iterator[str]:
    """A note opens at the foot of the window when its number is clicked (`:target`), without a script."""
    if not notes:
        return
    yield '<section class="notes" aria-label="Notes"><h2>Notes</h2><ol>'
    for note in notes:
        parts = "<br>".join(map(_part, note.parts))
        back = f'<a class="back" href="#ref-{note.number}" aria-label="Back to the text">↩</a>'
        yield f'<li id="note-{note.number}">{parts} {back}</li>'
    yield "</ol></section>"


def _part(note: Note) -> str:
    label = f"<b>{_text(note.label)}.</b> " if note.label else ""
    remarks = "".join(f" {_text(remark)}" for remark in note.remarks)
    return f"{label}{_quoted(note.quote, note.language)}{_runs(note.reference)}{remarks}"
