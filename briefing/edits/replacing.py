"""Finding words in the rows of the page, and putting others in their place.

Letters are read as search over the articles reads them: curly quotation marks, dashes, soft hyphens and
accents make no difference; where the case counts, accents do too. Offsets are code points of a row's words,
without their Markdown. What is linked to a claim stays with it, whatever its words become.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar, get_args

from briefing import inline
from briefing.edits.actors import set_actor_line
from briefing.inline import Run
from briefing.language.fold import Step, fold, letters
from briefing.model import Actor, Brief, Claim, Placed
from briefing.rows import Row, RowKind, rows
from briefing.text import Span

Part = Literal["claims", "actors", "judgements", "title"]
PARTS: tuple[Part, ...] = get_args(Part)
"""What may be searched, in the order it is offered; the title is the brief's own."""

_PART_OF: dict[RowKind, Part] = {
    "claim": "claims",
    "figure": "claims",
    "actor": "actors",
    "judgement": "judgements",
    "title": "title",
}
Stated = TypeVar("Stated", Claim, Placed)


@dataclass(frozen=True, slots=True)
class SoughtWords:
    """Words that are looked for: `case` and `whole` where capitals count and where parts of words do not."""

    words: str
    case: bool = False
    whole: bool = False
    parts: frozenset[Part] = frozenset(PARTS)

    @property
    def step(self) -> Step:
        """How far letters are levelled before they are compared."""
        return "forms" if self.case else "letters"


@dataclass(frozen=True, slots=True)
class WordsInRow:
    """Where the words stand: a row, and [start, end) of its words."""

    row: str
    start: int
    end: int


def places_in(text: str, wanted: SoughtWords) -> tuple[Span, ...]:
    """Return where the words stand in one text, whole letters with their marks only."""
    sought = _sought(wanted)
    return tuple(_places(text, wanted, sought)) if sought else ()


def find_words(brief: Brief, wanted: SoughtWords) -> tuple[WordsInRow, ...]:
    """Return where the words stand on the page, from top to bottom."""
    sought = _sought(wanted)
    if not sought:
        return ()
    return tuple(
        WordsInRow(row.id, start, end)
        for row in rows(brief)
        if _PART_OF.get(row.kind) in wanted.parts
        for start, end in _places(row.words(brief), wanted, sought)
    )


def replace_words(
    brief: Brief, wanted: SoughtWords, words: str, only: Collection[WordsInRow] | None = None
) -> Brief:
    """Return the brief with other words, made one line, in each place; in the places of `only` where given.

    They take the style of the first letter they stand for, and its link. An actor's line is read again.
    """
    words = inline.one_line(words)
    chosen: dict[str, list[Span]] = {}
    for place in find_words(brief, wanted):
        if only is None or place in only:
            chosen.setdefault(place.row, []).append((place.start, place.end))
    if not chosen:
        return brief
    for actor in brief.actors:
        if actor.id in chosen:
            line = _with_words(_line_of(brief, actor), chosen[actor.id], words)
            brief = set_actor_line(brief, actor.id, line)
    title = _with_words(brief.title, chosen.get("title", ()), words)
    actors = tuple(_with_statements(actor, chosen, words) for actor in brief.actors)
    sections = tuple(
        replace(section, items=tuple(_replaced(item, chosen, words) for item in section.items))
        if any(item.id in chosen for item in section.items)
        else section
        for section in brief.sections
    )
    return replace(brief, title=title, actors=actors, sections=sections)


def _line_of(brief: Brief, actor: Actor) -> str:
    return Row("actor", actor.id, "", actor).words(brief)


def _with_statements(actor: Actor, chosen: dict[str, list[Span]], words: str) -> Actor:
    if not any(claim.id in chosen for claim in actor.statements):
        return actor
    return replace(actor, statements=tuple(_replaced(claim, chosen, words) for claim in actor.statements))


def _replaced(item: Stated, chosen: dict[str, list[Span]], words: str) -> Stated:
    spans = chosen.get(item.id)
    return replace(item, text=_with_styled(item.text, spans, words)) if spans else item


def _with_styled(text: str, spans: Sequence[Span], words: str) -> str:
    runs: tuple[Run, ...] = inline.parse(inline.one_line(text))
    for start, end in reversed(spans):
        style = inline.cut(runs, start, end)[0]
        runs = (*inline.cut(runs, 0, start), replace(style, text=words), *inline.cut(runs, end))
    return inline.write(runs)


def _with_words(text: str, spans: Sequence[Span], words: str) -> str:
    for start, end in reversed(spans):
        text = text[:start] + words + text[end:]
    return text


def _sought(wanted: SoughtWords) -> str:
    """Return the words as they are compared; "" where nothing is looked for."""
    words = inline.one_line(wanted.words)
    sought = letters(words) if wanted.step == "letters" else fold(words, wanted.step).text
    return sought if sought.strip() else ""


def _places(text: str, wanted: SoughtWords, sought: str) -> Iterator[Span]:
    first = sought.split()[0]
    if wanted.step == "letters" and first not in letters(text):
        return  # most rows: to fold with the way back costs many times more
    folded = fold(text, wanted.step)
    for place in folded.places(sought):
        if folded.exact(*place) is None:
            continue
        start, end = folded.span(*place)
        if _cuts_letter(text, end) or (wanted.whole and not _stands_alone(text, start, end)):
            continue
        yield start, end


def _cuts_letter(text: str, end: int) -> bool:
    """Return whether a mark follows that belongs to the last letter, and was not folded away."""
    return end < len(text) and unicodedata.combining(text[end]) != 0


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether no letter or digit touches the words from outside."""
    before = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not before and not after
