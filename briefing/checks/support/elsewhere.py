"""What no quote has and the article round them does: the likeliest repair is to link that passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.checks.support import abroad, amounts, dating, naming, quotation
from briefing.checks.support.marks import ABSENT, ELSEWHERE, FOUND, Cited, Mark, Named
from briefing.checks.support.reading import Quoted, TextReading, read
from briefing.language.fold import letters
from briefing.language.tokens import stems

# An article is read a paragraph at a time, and only those that can have what is sought: readings are kept,
# and a paragraph is as long as a quote.
_LONGEST_ARTICLE, _LONGEST_PARAGRAPH = 200_000, 2_000
_KINDS = ("number", "unit", "approximation", "date", "name", "quotation")
_WORD = re.compile(r"[^\W\d_]+")
# Of a name that is said otherwise its first letters mostly stay.
_HEAD = 3


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
    if not any(m.state == ABSENT and m.kind in _KINDS for m in marks):
        return list(marks)
    cited = {q.cited.source: q.cited for q in quotes if q.cited.source}
    articles = [(c, article_of(source)[:_LONGEST_ARTICLE]) for source, c in cited.items()]
    return [
        _looked_for(m, claim, articles, names) if m.state == ABSENT and m.kind in _KINDS else m for m in marks
    ]


def _looked_for(
    mark: Mark, claim: TextReading, articles: Sequence[tuple[Cited, str]], names: Sequence[Named]
) -> Mark:
    """Return the mark with the passage that has it, of several the one that shares most words with the
    claim.
    """
    mine = claim.text[mark.start : mark.end]
    best, found = -1, mark
    for cited, start, paragraph in _paragraphs(articles, _heads(mark, mine, names)):
        place = _place(mark, claim, paragraph, names)
        shared = len(stems(claim.words) & stems(paragraph.reading.words)) if place else -1
        if place is not None and shared > best:
            seen = paragraph.words(*place)
            why = f"No quote has “{mine}”; the article has “{seen}” elsewhere."
            passage = cited.source, start + place[0], start + place[1]
            best, found = (
                shared,
                replace(mark, state=ELSEWHERE, nearest=seen, reason=why, where=(), passage=passage),
            )
    if found is mark and mark.kind == "name" and mark.most == "note" and any(text for _c, text in articles):
        return replace(mark, most="error", reason=f"No quote names “{mine}”, nor does the article.")
    return found


def _heads(mark: Mark, words: str, names: Sequence[Named]) -> tuple[str, ...]:
    """Return with what letters a name may begin that is sought, by any of its known ways; () for what is no
    name.
    """
    if mark.kind != "name":
        return ()
    known = {letters(word) for word in _WORD.findall(words)}
    ways = [way for n in names for way in (n.name, *n.aliases) if _is_of(known, (n.name, *n.aliases))]
    return tuple({letters(word)[:_HEAD] for way in (words, *ways) for word in _WORD.findall(way)})


def _is_of(known: set[str], ways: Sequence[str]) -> bool:
    return any(letters(word) in known for way in ways for word in _WORD.findall(way))


def _paragraphs(
    articles: Sequence[tuple[Cited, str]], heads: tuple[str, ...]
) -> Iterator[tuple[Cited, int, Quoted]]:
    """Yield the paragraphs that can have what is sought, each as if it were quoted, and where it starts."""
    for cited, text in articles:
        for start, paragraph, folded in _parts(text):
            if heads and folded.isascii() and not any(head in folded for head in heads):
                continue
            whole = Cited(cited.source, paragraph, published=cited.published, language=cited.language)
            yield cited, start, Quoted(whole, read(paragraph, cited.published, cited.language))


@lru_cache(maxsize=16)
def _parts(text: str) -> tuple[tuple[int, str, str], ...]:
    """Return the paragraphs of an article: where each starts, its text, and its text folded."""
    found = []
    for match in re.finditer(rf"\S[^\n]{{0,{_LONGEST_PARAGRAPH}}}", text):
        found.append((match.start(), match.group(), letters(match.group())))
    return tuple(found)


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
        return dating.check(claim, (article,))
    if mark.kind == "name":
        return naming.check(claim, (article,), names, ())
    return amounts.sought(claim, mark.start, article)
