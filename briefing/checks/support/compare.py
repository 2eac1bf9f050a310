"""A claim against all its quotes at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.checks.support import (
    abroad,
    alone,
    amounts,
    approximate,
    certainty,
    codes,
    contrary,
    dating,
    denials,
    elsewhere,
    governed,
    multiples,
    naming,
    quotation,
    what_it_is,
    who_to_whom,
)
from briefing.checks.support.elsewhere import no_article
from briefing.checks.support.marks import FOUND, KINDS, Cited, Mark, Named
from briefing.checks.support.reading import Quoted, TextReading, read, read_quotes

_LONGEST_CLAIM = 2_000


def compare(
    claim_text: str,
    quotes: Sequence[Cited],
    names: Sequence[Named] = (),
    article_of: Callable[[str], str] = no_article,
    language: str = "",
) -> tuple[Mark, ...]:
    """Return what became of each number, date, name, unit, negation, modal, hedge and quotation of a claim.

    `claim_text` is plain text; `language` the tag of its language, "" where its words decide. The quotes are
    read together and in no order; one that contradicts the claim bears nothing out. Without a quote that
    supports it or sets it in context there is nothing to say: (). Pure and deterministic; past 2,000 code
    points of a claim and 20,000 of a quote the rest is not read. Marks come in the order of the claim's
    words. `article_of` gives the text of an article by the `source` of a quote, "" for none: what no quote
    has is looked for there.
    """
    cited = tuple(sorted(quotes, key=lambda c: (c.id, c.exact, c.stance)))
    bearing = read_quotes(cited)
    if not bearing or not claim_text.strip():
        return ()
    published = next((q.cited.published for q in bearing if q.cited.published), "")
    claim = read(claim_text[:_LONGEST_CLAIM], published, language)
    marks = [*quotation.check(claim, cited), *_compared(claim, bearing, names)]
    marks = elsewhere.graded(marks, claim, bearing, names, article_of)
    if any(claim_text.strip() == c.exact.strip() for c in cited if c.stance != "contradicts"):
        marks = [m for m in marks if m.state == FOUND]  # the quote's own words say no more than the quote
    return tuple(sorted(marks, key=lambda m: (m.start, m.end, KINDS.index(m.kind), m.state)))


def _compared(claim: TextReading, bearing: Sequence[Quoted], names: Sequence[Named]) -> list[Mark]:
    """Return the marks against quotes in the claim's own words, and against those that only tables read."""
    inside = quotation.spans(claim.text)
    near = [q for q in bearing if claim.english and q.reading.english]
    far = [q for q in bearing if not (claim.english and q.reading.english)]
    mine = list(_marks(claim, near, names, inside)) if near else []
    if not far:
        return mine
    theirs = list(abroad.check(claim, far, inside))
    if not near:
        return theirs
    # A quote that is given in translation is read in its translation.
    return abroad.together(mine, theirs, decides=any(not q.cited.translation.strip() for q in far))


def _marks(
    claim: TextReading, bearing: Sequence[Quoted], names: Sequence[Named], inside: Sequence[tuple[int, int]]
) -> Iterator[Mark]:
    """Yield the marks of an English claim against English quotes: the checks here read no other language."""
    dates = [m for m in dating.check(claim, bearing) if not _within(m, inside)]
    yield from dates
    # The day of a month is no amount, whether or not its year is known.
    taken = (
        *inside,
        *((m.start, m.end) for m in dates),
        *((w.start, w.end) for w in claim.times if w.is_date),
    )
    yield from amounts.check(claim, bearing, taken)
    yield from multiples.check(claim, bearing)
    yield from approximate.check(claim, bearing)
    coded = list(codes.check(claim, bearing))
    yield from coded
    unnamed = (
        *inside,
        *((w.start, w.end) for w in claim.times if w.first and w.words[-1].isdigit()),  # Q1
        *((a.start, a.end) for a in claim.amounts),
        *((m.start, m.end) for m in coded if m.state != FOUND),
    )
    yield from naming.check(claim, bearing, names, unnamed)
    yield from denials.check(claim, bearing, inside)
    yield from certainty.check(claim, bearing, inside, any(m.state == FOUND for m in dates))
    yield from _predicated(claim, bearing, inside)


def _predicated(
    claim: TextReading, bearing: Sequence[Quoted], inside: Sequence[tuple[int, int]]
) -> Iterator[Mark]:
    """Yield the marks of what the claim says somebody or something is or did."""
    turned = list(contrary.check(claim, bearing, claim.denied | _words_inside(claim, inside)))
    yield from turned
    yield from who_to_whom.check(claim, bearing)
    taken = [*inside, *((m.start, m.end) for m in turned)]
    yield from (m for m in what_it_is.check(claim, bearing) if not _within(m, taken))
    yield from (m for m in alone.check(claim, bearing) if not _within(m, inside))
    yield from (m for m in governed.check(claim, bearing) if not _within(m, inside))


def _words_inside(claim: TextReading, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Return the indices of the words that stand in one of the spans."""
    return {i for i, w in enumerate(claim.words) if any(start <= w.start < end for start, end in spans)}


def _within(mark: Mark, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= mark.start and mark.end <= end for start, end in spans)
