"""Search over all sources: the articles that meet what is typed, best first, and where in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, product

from briefing.finder.article_cache import TextOf
from briefing.finder.filters import NO_FILTERS, Filters, merged
from briefing.finder.index import MOST_BEGUN, Index
from briefing.finder.passages import first_sentence, matches, passages, patterns
from briefing.finder.query import Query, QueryTerm, beside, parse, ways
from briefing.language.fold import fold
from briefing.model import Source
from briefing.text import Span

_TITLE_BONUS, _PASSAGE_BONUS = 0.8, 0.7
_ENOUGH = 60  # passages
_NEAR_WORDS, _MOST_NEAR = 8, 8

Begun = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A passage of a source in code points of its text, and the matched words in it.

    A source met by its title or publisher only shows its first sentence, without `spans`; one that has no
    text has `start` = `end` = 0. `score` compares hits of one search.
    """

    source_id: str
    start: int
    end: int
    spans: tuple[Span, ...]
    score: float


def search(
    index: Index,
    sources: Sequence[Source],
    typed: str,
    text_of: TextOf,
    *,
    filters: Filters = NO_FILTERS,
    used: frozenset[str] = frozenset(),
    limit: int = 50,
) -> tuple[SearchHit, ...]:
    """Return the passages that meet what is typed, in at most `limit` articles, at most three of each.

    Best article first, the passages of one article together; no further article once there are sixty
    passages. Typed filters alone list the sources they keep, in the order given, a hit each. Nothing typed
    and no filter: nothing. `used` holds the ids of the sources quoted in the brief. Never raises for what is
    typed.
    """
    query = beside(parse(typed))
    both = merged(filters, query.filters)
    if not query.terms and both == NO_FILTERS:
        return ()
    by_id = index.sifted(sources, both, used)
    if not query.wanted:
        return _listed(index, by_id, query.unwanted, text_of, limit)
    wanted, unwanted = expressions(query, index.begun)
    found = index.ranked(wanted, unwanted, near=_near(query.wanted, index.begun), keeps=by_id.__contains__)
    best = ((by_id[ident], score) for ids, score in found for ident in ids)
    return _hits(index, islice(best, limit), query.wanted, text_of)


def expressions(query: Query, begun: Begun) -> tuple[str, str]:
    """Return what is wanted and what is not as FTS5 expressions; every word in quotes, none is read as
    syntax.

    `begun` returns the words that begin like one, none where they are too many.
    """
    wanted = (" OR ".join(_written(term, begun)) for term in query.wanted)
    return " AND ".join(f"({one})" for one in wanted), _unwanted(query.unwanted)


def _unwanted(terms: Sequence[QueryTerm]) -> str:
    return " OR ".join(way for term in terms for way in _written(term, lambda _start: ()))


def _near(wanted: Sequence[QueryTerm], begun: Begun) -> str:
    """Return what asks for the terms close together, "" for a single one."""
    if not 1 < len(wanted) <= _MOST_NEAR:
        return ""
    ways = list(islice(product(*(_written(term, begun) for term in wanted)), MOST_BEGUN + 1))
    if len(ways) > MOST_BEGUN:
        ways = [tuple(map(_quoted, wanted))]
    return " OR ".join(f"NEAR({' '.join(way)}, {_NEAR_WORDS})" for way in ways)


def _written(term: QueryTerm, begun: Begun) -> list[str]:
    """Return a term as it may stand in a text; as it was begun where that is too many ways, or none."""
    ends = begun(term.words[-1]) if term.prefix else ()
    found = [_quoted(QueryTerm((*term.words[:-1], end))) for end in ends] or [_quoted(term)]
    found += [_quoted(QueryTerm(way)) for way in ways(term)[1:]]
    return found + [way for other in term.otherwise for way in _written(other, begun)]


def _quoted(term: QueryTerm) -> str:
    return f'"{" ".join(term.words)}"{"*" if term.prefix else ""}'


def _listed(
    index: Index, kept: Mapping[str, Source], unwanted: Sequence[QueryTerm], text_of: TextOf, limit: int
) -> tuple[SearchHit, ...]:
    """Return the first sentence of each source kept that holds none of the unwanted terms."""
    out = index.holding(_unwanted(unwanted)) if unwanted else frozenset()
    listed = islice((source for ident, source in kept.items() if ident not in out), limit)
    return tuple(
        SearchHit(source.id, *first_sentence(index.read(source.text_sha, text_of).text), (), 0.0)
        for source in listed
    )


def _hits(
    index: Index, best: Iterable[tuple[Source, float]], wanted: Sequence[QueryTerm], text_of: TextOf
) -> tuple[SearchHit, ...]:
    """Return the hits of the best articles, ranked again by their titles and by how close the words stand.

    Articles are read only until there are passages enough to look through.
    """
    sought = patterns(wanted)
    ranked: list[list[SearchHit]] = []
    for source, score in best:
        article = index.read(source.text_sha, text_of)
        titled = {match.term for match in matches(fold(source.title), sought)}
        base = score + _TITLE_BONUS * len(titled) / len(sought)
        found = passages(article.text, article.folded, sought)
        hits = [SearchHit(source.id, p.start, p.end, p.spans, base + _PASSAGE_BONUS * p.score) for p in found]
        ranked.append(hits or [SearchHit(source.id, *first_sentence(article.text), (), base)])
        if sum(map(len, ranked)) >= _ENOUGH:
            break
    ranked.sort(key=lambda hits: -hits[0].score)
    return tuple(chain.from_iterable(ranked))
