"""The best sentences for a claim: over all sources, or within one article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from briefing.errors import NotFound
from briefing.language.fold import letters
from briefing.language.guess import likeliest
from briefing.language.synonyms import DATE_WORDS
from briefing.model import Source
from briefing.suggest.article_sentences import ArticleSentences, page, rarity
from briefing.suggest.ranking import Wanted, accepted, scores, wanted
from briefing.suggest.semantic import Ranker, mixed
from briefing.suggest.terms import is_number, terms
from briefing.text import Span

FEW = 40
# Of many sources so many articles are read: the index ranks them well by the claim's rare words, and each
# more costs time and brings sentences that only look alike. A ranker by meaning looks further.
FOUND, FOUND_BY_MEANING = 8, 20
# With a ranker by meaning: so many sentences are read by it.
READ = 120
# A sentence this far below the best is not offered.
_FLOOR = 0.25
_NAMED = 4
# What a word counts that stands anywhere in the article, against one in the sentence.
ABOUT = 0.2


class Finder(Protocol):
    """Finds articles by their words (the search index of a brief)."""

    def candidates(self, words: Sequence[str], limit: int = 20) -> tuple[str, ...]:
        """Return the text hashes of articles that hold the rarest of the words, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence that may carry a claim: source.text[start:end], in code points.

    `score` compares suggestions of one call only. `words`: the spans, in the source's text, that the claim
    shares. `why`: the same in a few words for people.
    """

    source_id: str
    start: int
    end: int
    score: float
    words: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    source_id: str
    text: str
    page: ArticleSentences
    at: int
    score: float

    @property
    def span(self) -> Span:
        sentence = self.page.sentences[self.at]
        return sentence.start, sentence.end


def suggest(
    claim: str,
    sources: Sequence[Source],
    text_of: Callable[[str], str],
    *,
    finder: Finder | None = None,
    linked: Collection[tuple[str, int, int]] = (),
    limit: int = 5,
    ranker: Ranker | None = None,
) -> tuple[Suggestion, ...]:
    """Return the sentences that best carry a claim (plain text), best first, at most `limit`.

    `text_of` gives the text of a hash. `finder` narrows many sources to
    eight, with a `ranker` to twenty. `linked` (source id, start,
    end): sentences that meet one of these are left out. `ranker` weighs meaning in, half and half.
    """
    near = _near(claim, sources, finder, FOUND_BY_MEANING if ranker else FOUND)
    pages = list(_pages(near, text_of))
    taken: dict[str, list[Span]] = {}
    for source_id, start, end in linked:
        taken.setdefault(source_id, []).append((start, end))
    found = _ranked(claim, pages, ranker, limit, taken)
    return tuple(_suggestion(claim, one) for one in found)


def suggest_in(
    text: str, claim: str, limit: int = 5, *, language: str = "", ranker: Ranker | None = None
) -> tuple[Suggestion, ...]:
    """Return the sentences of one article's text that best carry a claim, best first.

    `language`: the tag of the article's, "" where it is to be guessed.
    """
    alone = [("", text, page(text, language))]
    return tuple(_suggestion(claim, one) for one in _ranked(claim, alone, ranker, limit, {}))


def _near(claim: str, sources: Sequence[Source], finder: Finder | None, most: int) -> list[Source]:
    with_text = [source for source in sources if source.text_sha]
    if finder is None or len(with_text) <= FEW:
        return with_text
    order = {sha: rank for rank, sha in enumerate(finder.candidates(search_words(claim), most))}
    return sorted((s for s in with_text if s.text_sha in order), key=lambda s: order[s.text_sha])


def search_words(claim: str) -> tuple[str, ...]:
    """Return the words of a claim worth searching for, as it writes them, each once."""
    found = {
        letters(claim[t.start : t.end]): claim[t.start : t.end]
        for t in terms(claim, 0, len(claim), likeliest(claim))
    }
    return tuple(word for whole in found.values() for word in whole.split())


def _pages(
    sources: Iterable[Source], text_of: Callable[[str], str]
) -> Iterator[tuple[str, str, ArticleSentences]]:
    for source in sources:
        try:
            text = text_of(source.text_sha)
        except NotFound:
            continue  # a text that is gone has no sentences; opening the file has reported it
        yield source.id, text, page(text, source.language)


def _ranked(
    claim: str,
    pages: Sequence[tuple[str, str, ArticleSentences]],
    ranker: Ranker | None,
    limit: int,
    taken: dict[str, list[Span]],
) -> list[_Candidate]:
    common = _collection([one for _, _, one in pages])
    found: list[_Candidate] = []
    for source_id, text, one in pages:
        own = _page_scores(claim, one, common)
        every = range(len(one.sentences)) if ranker else own
        found.extend(_Candidate(source_id, text, one, at, own.get(at, 0.0)) for at in every)
    free = [one for one in found if not _is_taken(one, taken)]
    free.sort(key=lambda one: -one.score)
    if ranker:
        free = _by_meaning(claim, free[:READ], ranker)
    return _distinct(free, limit)


def _distinct(ranked: list[_Candidate], limit: int) -> list[_Candidate]:
    """Return the first ones worth a look: a reprint's same words come once."""
    best = ranked[0].score if ranked else 0.0
    found: dict[str, _Candidate] = {}
    for one in ranked:
        if len(found) == limit or one.score <= 0 or one.score < best * _FLOOR:
            break
        start, end = one.span
        found.setdefault(" ".join(one.text[start:end].split()).casefold(), one)
    return list(found.values())


def _page_scores(claim: str, one: ArticleSentences, common: Callable[[str], float]) -> dict[int, float]:
    asked = wanted(claim, one.language)
    # Rare in the article distinguishes its sentences, rare in the collection its articles.
    own = scores(one, asked, lambda key: (one.rarity(key) + common(key)) / 2)
    about = ABOUT * sum(want.weight * common(want.key) for want in asked if want.key in one.postings)
    return {at: score + about * one.sentences[at].form for at, score in own.items()}


def _collection(pages: Sequence[ArticleSentences]) -> Callable[[str], float]:
    """Return the rarity of a key over the sentences of all pages."""
    every = sum(len(one.sentences) for one in pages)
    known: dict[str, float] = {}

    def of(key: str) -> float:
        if key not in known:
            known[key] = rarity(sum(len(one.postings.get(key, ())) for one in pages), every)
        return known[key]

    return of


def _is_taken(one: _Candidate, taken: dict[str, list[Span]]) -> bool:
    start, end = one.span
    return any(start < stop and begin < end for begin, stop in taken.get(one.source_id, ()))


def _by_meaning(claim: str, found: list[_Candidate], ranker: Ranker) -> list[_Candidate]:
    if not found:
        return []
    sentences = [one.text[one.span[0] : one.span[1]] for one in found]
    both = mixed([one.score for one in found], ranker.scores(claim, sentences))
    joined = [_Candidate(o.source_id, o.text, o.page, o.at, s) for o, s in zip(found, both, strict=True)]
    return sorted(joined, key=lambda one: -one.score)


def _suggestion(claim: str, one: _Candidate) -> Suggestion:
    start, end = one.span
    words = _matches(one.page, one.at, wanted(claim, one.page.language))
    spans = tuple((first, last) for first, last, _, _ in sorted(words))
    return Suggestion(one.source_id, start, end, one.score, spans, _why(one.text, words))


def _matches(one: ArticleSentences, at: int, claim: tuple[Wanted, ...]) -> list[tuple[int, int, str, float]]:
    """Return the shared terms of a sentence: span, key, weight."""
    weights: dict[str, float] = {}
    for want in claim:
        for key, part in accepted(one, want):
            weights[key] = max(weights.get(key, 0.0), want.weight * part * one.rarity(key))
    return [(t.start, t.end, t.key, weights[t.key]) for t in one.sentences[at].terms if t.key in weights]


def _why(text: str, words: list[tuple[int, int, str, float]]) -> str:
    best: dict[str, tuple[float, int, int]] = {}
    for start, end, key, weight in words:
        best.setdefault(key, (weight, start, end))
    if not best:
        return "close in meaning"
    ranked = sorted(best, key=lambda key: (key in DATE_WORDS, -best[key][0]))[:_NAMED]
    named = (_named(key, text[best[key][1] : best[key][2]]) for key in ranked)
    return "shares " + ", ".join(named)


def _named(key: str, written: str) -> str:
    written = " ".join(written.split())
    return written if is_number(key) else f"“{written}”"
