"""What no quote has and the article round them does: the likeliest repair is to link that passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefing.checks.support import abroad, amounts, dating, naming
from briefing.checks.support.marks import ABSENT, ELSEWHERE, FOUND, Cited, Mark, Named
from briefing.checks.support.reading import Quoted, TextReading, read

_LONGEST_ARTICLE = 60_000
_KINDS = ("number", "unit", "approximation", "date", "name")


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
    """Return the marks, those of numbers, dates and names that no quote answers held against the articles."""
    if not any(m.state == ABSENT and m.kind in _KINDS for m in marks):
        return list(marks)
    articles = list(_articles(quotes, article_of))
    return [
        _looked_for(m, claim, articles, names) if m.state == ABSENT and m.kind in _KINDS else m for m in marks
    ]


def _articles(quotes: Sequence[Quoted], article_of: Callable[[str], str]) -> Iterator[Quoted]:
    """Yield each cited article as if all of it were quoted."""
    by_source = {q.cited.source: q.cited for q in quotes if q.cited.source}
    for source, cited in by_source.items():
        text = article_of(source)[:_LONGEST_ARTICLE]
        if text.strip():
            whole = Cited(source, text, published=cited.published, language=cited.language)
            yield Quoted(whole, read(text, cited.published, cited.language))


def _looked_for(mark: Mark, claim: TextReading, articles: Sequence[Quoted], names: Sequence[Named]) -> Mark:
    for article in articles:
        for other in _asked(mark, claim, article, names):
            if other.state == FOUND and other.where and (other.start, other.end) == (mark.start, mark.end):
                source, start, end = other.where[0]
                seen = article.words(start, end)
                mine = claim.text[mark.start : mark.end]
                why = f"No quote has “{mine}”; the article has “{seen}” elsewhere."
                return replace(
                    mark, state=ELSEWHERE, nearest=seen, reason=why, where=(), passage=(source, start, end)
                )
    if mark.kind == "name" and mark.most == "note" and articles:
        mine = claim.text[mark.start : mark.end]
        return replace(mark, most="error", reason=f"No quote names “{mine}”, nor does the article.")
    return mark


def _asked(mark: Mark, claim: TextReading, article: Quoted, names: Sequence[Named]) -> Iterator[Mark]:
    if not (claim.english and article.reading.english):
        return (other for other in abroad.check(claim, (article,), ()) if other.kind == mark.kind)
    if mark.kind == "date":
        return dating.check(claim, (article,))
    if mark.kind == "name":
        return naming.check(claim, (article,), names, ())
    return amounts.check(claim, (article,), ())
