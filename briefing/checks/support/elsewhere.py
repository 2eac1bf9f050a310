"""What no quote has and the article round them does: the likeliest repair is to link that passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefing.checks.support import abroad, amounts, dating, naming, quotation
from briefing.checks.support.article_index import HEAD, ArticleIndex, Paragraph, article_index
from briefing.checks.support.marks import ABSENT, ELSEWHERE, FOUND, Mark, Named
from briefing.checks.support.reading import Quoted, TextReading
from briefing.language.fold import letters
from briefing.language.numbers import Quantity
from briefing.language.tokens import stems

_KINDS = ("number", "unit", "approximation", "date", "name", "quotation")
_WORD = re.compile(r"[^\W\d_]+")


def no_article(_source: str) -> str:
    """Return "": for callers that have the quotes only."""
    return ""


def graded(
    marks: Sequence[Mark],
    claim: TextReading,
    quotes: Sequence[Quoted],
    names: Sequence[Named],
    article_of: Callable[[str], str],
) -> list[Mark]:
    """Return the marks, those of numbers, dates, names and quoted words that no quote answers held against
    the articles.
    """
    if not any(map(_is_asked, marks)):
        return list(marks)
    cited = {q.cited.source: q.cited for q in quotes if q.cited.source}
    articles = [
        article_index(source, text, c.published, c.language)
        for source, c in cited.items()
        if (text := article_of(source)).strip()
    ]
    return [_looked_for(m, claim, articles, names) if _is_asked(m) else m for m in marks]


def _is_asked(mark: Mark) -> bool:
    """Whether the articles are asked for what a mark lacks: of single words only where they are missed."""
    return mark.state == ABSENT and (
        mark.kind in _KINDS or (mark.kind == "verb" and mark.severity == "warning")
    )


def _looked_for(
    mark: Mark, claim: TextReading, articles: Sequence[ArticleIndex], names: Sequence[Named]
) -> Mark:
    """Return the mark with the passage that has it, of several the one that shares most words with the
    claim.
    """
    mine = claim.text[mark.start : mark.end]
    best, found = -1, mark
    for paragraph in _candidates(mark, claim, articles, names):
        place = _place(mark, claim, paragraph.quoted, names)
        shared = len(stems(claim.words) & stems(paragraph.quoted.reading.words)) if place else -1
        if place is not None and shared > best:
            best, found = shared, _elsewhere(mark, mine, paragraph, place)
    if found is mark and mark.kind == "name" and mark.most == "note" and articles:
        return replace(mark, most="error", reason=f"No quote names “{mine}”, nor does the article.")
    return found


def _elsewhere(mark: Mark, mine: str, paragraph: Paragraph, place: tuple[int, int]) -> Mark:
    seen = paragraph.quoted.words(*place)
    why = f"No quote has “{mine}”; the article has “{seen}” elsewhere."
    passage = paragraph.quoted.cited.id, paragraph.start + place[0], paragraph.start + place[1]
    return replace(mark, state=ELSEWHERE, nearest=seen, reason=why, where=(), passage=passage)


def _candidates(
    mark: Mark, claim: TextReading, articles: Sequence[ArticleIndex], names: Sequence[Named]
) -> Iterator[Paragraph]:
    """Yield the paragraphs that can have what a mark lacks."""
    mine = claim.text[mark.start : mark.end]
    amount = next((a for a in claim.amounts if a.start == mark.start), None)
    for article in articles:
        if mark.kind == "date":
            yield from article.with_days()
        elif mark.kind in ("name", "quotation", "verb"):
            yield from article.with_heads(_heads(mine, names))
        elif amount is not None:
            yield from _with_value_of(amount, claim, article)


def _with_value_of(amount: Quantity, claim: TextReading, article: ArticleIndex) -> Iterator[Paragraph]:
    """Yield the paragraphs that may have an amount; English ones only where the value is right."""
    for paragraph in article.with_value_of(amount):
        reading = paragraph.quoted.reading
        if not (claim.english and reading.english) or amounts.near(amount, reading):
            yield paragraph


def _heads(words: str, names: Sequence[Named]) -> Sequence[str]:
    """Return with what letters words may begin that are sought, by any of their known ways."""
    mine = [letters(word) for word in _WORD.findall(words)]
    ways = [way for n in names for way in (n.name, *n.aliases) if _is_of({*mine}, (n.name, *n.aliases))]
    theirs = [letters(word) for way in ways for word in _WORD.findall(way)]
    return tuple(dict.fromkeys(word[:HEAD] for word in (*mine, *theirs)))


def _is_of(known: set[str], ways: Sequence[str]) -> bool:
    return any(letters(word) in known for way in ways for word in _WORD.findall(way))


def _place(
    mark: Mark, claim: TextReading, paragraph: Quoted, names: Sequence[Named]
) -> tuple[int, int] | None:
    """Return where a paragraph bears out the words of a mark, in code points of the paragraph."""
    for other in _asked(mark, claim, paragraph, names):
        if other.state == FOUND and other.where and (other.start, other.end) == (mark.start, mark.end):
            return other.where[0][1:]
    return None


def _asked(mark: Mark, claim: TextReading, article: Quoted, names: Sequence[Named]) -> Iterator[Mark]:
    if mark.kind == "quotation":
        return quotation.check(claim, (article.cited,))
    if not (claim.english and article.reading.english):
        return (other for other in abroad.check(claim, (article,), ()) if other.kind == mark.kind)
    if mark.kind == "date":
        return dating.check(claim, (article,), mark.start)
    if mark.kind == "name":
        return naming.sought(claim, mark.start, article, names)
    if mark.kind == "verb":
        return _with_words(mark, claim, article)
    return amounts.sought(claim, mark.start, article)


def _with_words(mark: Mark, claim: TextReading, article: Quoted) -> Iterator[Mark]:
    """Yield where an article has all words of a mark that say something: the last of them, once."""
    places = article.reading.places
    words = [w for w in claim.words if mark.start <= w.start < mark.end and w.content]
    if words and all(w.stem in places for w in words):
        at = article.reading.words[places[words[-1].stem][0]]
        yield replace(mark, state=FOUND, where=(article.place(at.start, at.end),))
