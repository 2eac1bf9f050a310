"""Search over all sources: the articles that meet what is typed, best first, and where in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.errors import NotFound
from briefing.model import Source
from briefing.finder.filters import Filters, merged
from briefing.finder.index import Index, TextOf
from briefing.finder.passages import first_sentence, matches, passages, patterns
from briefing.finder.query import Query, Term, parse
from briefing.text import Span

_TITLE_BONUS, _PASSAGE_BONUS = 0.5, 0.7
NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Hit:
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
) -> tuple[Hit, ...]:
    """Return the passages that meet what is typed, in at most `limit` articles, at most three of each.

    Best article first, the passages of one article together. Typed filters alone list the sources they keep,
    in the order given, a hit each. Nothing typed and no filter: nothing. `used` holds the ids of the sources
    quoted in the brief. Never raises for what is typed.
    """
    query = parse(typed)
    both = merged(filters, query.filters)
    if not query.terms and both == NO_FILTERS:
        return ()
    kept = {source.id: source for source in sources if both == NO_FILTERS or both.keeps(source, used)}
    if not query.wanted:
        return _listed(index, kept, query.unwanted, text_of, limit)
    found = index.ranked(expression(query))
    best = [(kept[ident], score) for ids, score in found for ident in ids if ident in kept][:limit]
    return _hits(best, query.wanted, text_of)


def expression(query: Query) -> str:
    """Return a query as an FTS5 expression; every word in quotes, so that none is read as syntax."""
    wanted = " AND ".join(map(_quoted, query.wanted))
    unwanted = "".join(f" NOT {_quoted(term)}" for term in query.unwanted)
    return f"({wanted}){unwanted}"


def _quoted(term: Term) -> str:
    return f'"{" ".join(term.words)}"{"*" if term.prefix else ""}'


def _listed(
    index: Index, kept: dict[str, Source], unwanted: Sequence[Term], text_of: TextOf, limit: int
) -> tuple[Hit, ...]:
    """Return the first sentence of each source kept that holds none of the unwanted terms."""
    out = {ident for term in unwanted for ids, _ in index.ranked(_quoted(term)) for ident in ids}
    listed = [source for ident, source in kept.items() if ident not in out][:limit]
    return tuple(Hit(source.id, *first_sentence(_text(source, text_of)), (), 0.0) for source in listed)


def _hits(best: Sequence[tuple[Source, float]], wanted: Sequence[Term], text_of: TextOf) -> tuple[Hit, ...]:
    """Return the hits of the best articles, ranked anew by their titles and by how close the words stand."""
    sought = patterns(wanted)
    highest = max((score for _, score in best), default=0.0) or 1.0
    ranked: list[tuple[float, list[Hit]]] = []
    for source, score in best:
        text = _text(source, text_of)
        titled = {match.term for match in matches(source.title, sought)}
        found = passages(text, sought)
        base = score / highest + _TITLE_BONUS * len(titled) / len(sought)
        hits = [Hit(source.id, p.start, p.end, p.spans, base + _PASSAGE_BONUS * p.score) for p in found]
        hits = hits or [Hit(source.id, *first_sentence(text), (), base)]
        ranked.append((hits[0].score, hits))
    ranked.sort(key=lambda pair: -pair[0])
    return tuple(_flat(hits for _, hits in ranked))


def _flat(groups: Iterable[list[Hit]]) -> Iterable[Hit]:
    for hits in groups:
        yield from hits


def _text(source: Source, text_of: TextOf) -> str:
    """Return the text of a source, "" for one that has none (any more)."""
    try:
        return text_of(source.text_sha) if source.text_sha else ""
    except NotFound:
        return ""
