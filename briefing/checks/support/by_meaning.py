"""What neither quotes nor words of the article answer, where a sentence near in meaning does: a warning is
then a note that leads there.

Nearness alone bears nothing out. A sentence counts where, taken as a quote, it contradicts nothing of the
claim and has what is missing: the number, date or name itself, or a denial where the claim denies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefing.checks.rule_types import Near
from briefing.checks.support.compare import compare
from briefing.checks.support.marks import ABSENT, DIFFERS, ELSEWHERE, FOUND, Cited, Mark, Named
from briefing.text import shortened

# The nearest ones; each is compared as a quote is.
_MOST = 5


def graded_by_meaning(
    marks: Sequence[Mark],
    claim_text: str,
    quotes: Sequence[Cited],
    names: Sequence[Named],
    article_of: Callable[[str], str],
    near: Near,
    language: str = "",
) -> tuple[Mark, ...]:
    """Return the marks of `compare`, called with the same claim, quotes, names, articles and language: of the
    warnings that nothing has it, those that a sentence near in meaning answers are notes with that passage.
    """
    if not any(_is_asked(mark) for mark in marks):
        return tuple(marks)
    compared = [
        (sentence, compare(claim_text, (sentence,), names, language=language), start)
        for sentence, start in _sentences(claim_text, quotes, article_of, near)
    ]
    return tuple(_graded(mark, claim_text, compared) if _is_asked(mark) else mark for mark in marks)


def _is_asked(mark: Mark) -> bool:
    return mark.state == ABSENT and mark.severity == "warning"


def _sentences(
    claim_text: str, quotes: Sequence[Cited], article_of: Callable[[str], str], near: Near
) -> Iterator[tuple[Cited, int]]:
    """Yield the nearest sentences of each cited article as if they were quoted, and where each starts."""
    for source, cited in {q.source: q for q in quotes if q.source}.items():
        text = article_of(source)
        for start, end in near(claim_text, text)[:_MOST] if text.strip() else ():
            sentence = replace(
                cited,
                id=source,
                exact=text[start:end],
                stance="supports",
                before="",
                after="",
                translation="",
            )
            yield sentence, start


def _graded(mark: Mark, claim_text: str, compared: Sequence[tuple[Cited, Sequence[Mark], int]]) -> Mark:
    for sentence, found, start in compared:
        mine = [m for m in found if m.kind == mark.kind and m.start < mark.end and mark.start < m.end]
        if any(m.state == DIFFERS for m in mine):
            return mark  # the article says otherwise: that is no place to link
        if _bears_out(mark, mine) and not any(m.state == DIFFERS for m in found):
            words = claim_text[mark.start : mark.end]
            why = f"No quote has “{words}”; the article has it elsewhere: “{shortened(sentence.exact, 80)}”."
            passage = sentence.source, start, start + len(sentence.exact)
            return replace(
                mark, state=ELSEWHERE, nearest=sentence.exact, reason=why, where=(), passage=passage
            )
    return mark


def _bears_out(mark: Mark, mine: Sequence[Mark]) -> bool:
    """Whether a sentence has what a mark lacks; `mine`: what became of those words, held against it."""
    same = any((m.start, m.end) == (mark.start, mark.end) for m in mine)
    return same and all(m.state == FOUND for m in mine)
