"""How near sentences are in meaning, on a scale that is the same for models whose cosines are not.

0 is how near a model takes sentences that have nothing to do with one another, 1 how near it takes those that
say the same in other words; both are measured once on a few pairs in English.
"""

from __future__ import annotations

from statistics import fmean

from briefing import text
from briefing.outside.pipes import asked_to_stop
from briefing.suggest.embedding import Embedding
from briefing.text import Span

# Each sentence says the same as the one beside it, and nothing of what the others say.
PAIRS = (
    ("An ageing dam is damaged.", "The reservoir wall was built long ago and has cracks."),
    ("Residents must evacuate by dusk.", "Inhabitants of the valley were asked to get out before nightfall."),
    ("Food prices have doubled.", "Bread costs twice what it did a year ago."),
    ("Doctors went on strike over unpaid wages.", "The physicians stopped work because nobody paid them."),
    ("Schools reopen next week.", "Pupils go back to their lessons on Monday."),
    ("Boats cannot leave port.", "Fishermen found the harbour closed."),
)
# Of an article's sentences those this near are looked at.
NEAR = 0.95
# A model that hardly tells the two apart says nothing about English.
_APART = 0.1
_SHORTEST, _MOST = 15, 1_000  # code points of a sentence; sentences of an article


class Nearness:
    """A model that is asked which sentences of a text are near a claim."""

    def __init__(self, embedding: Embedding) -> None:
        self._embedding = embedding
        firsts = [first for first, _ in PAIRS]
        rows = [embedding.scores(second, firsts) for _, second in PAIRS]
        self._like = fmean(row[n] for n, row in enumerate(rows))
        self._unlike = fmean(score for n, row in enumerate(rows) for m, score in enumerate(row) if m != n)

    def sentences(self, claim: str, words: str) -> list[Span]:
        """Return the sentences of a text that are near a claim, nearest first, in code points of the text.

        Raises ModelFailed.
        """
        if self._like - self._unlike < _APART:
            return []
        spans = [(a, b) for a, b in text.sentences(words) if b - a >= _SHORTEST][:_MOST]
        every = [words[a:b] for a, b in spans]
        self._embedding.learn(every, lambda _done, _total: None, asked_to_stop)
        if asked_to_stop():
            return []
        least = self._unlike + NEAR * (self._like - self._unlike)
        scored = zip(self._embedding.scores(claim, every), spans, strict=True)
        near = sorted((-score, span) for score, span in scored if score >= least)
        return [span for _, span in near]
