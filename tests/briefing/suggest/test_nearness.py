"""Which sentences of an article are near a claim, for models whose cosines lie otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import pytest

from briefing.outside.pipes import stopping
from briefing.suggest.embedding import Embedding
from briefing.suggest.nearness import PAIRS, Nearness

TEXT = "The dam broke at noon. Bread is dear this year. Short. The wall gave way at midday."
FIRST, SECOND, LAST = (0, 22), (23, 47), (55, 83)


class Scored:
    """A model with a cosine for two that say the same, one for two that do not, and for given sentences."""

    def __init__(self, like: float, unlike: float, given: dict[str, float]) -> None:
        self.like, self.unlike, self.given = like, unlike, given
        self.learnt: list[str] = []

    def scores(self, claim: str, sentences: Sequence[str]) -> Sequence[float]:
        pairs = {second: first for first, second in PAIRS}
        return [self.given.get(s, self.like if pairs.get(claim) == s else self.unlike) for s in sentences]

    def learn(self, texts: Sequence[str], *_: object) -> int:
        self.learnt.extend(texts)
        return len(texts)


def nearness(like: float, unlike: float, **by_word: float) -> tuple[Nearness, Scored]:
    words = {"dam": FIRST, "bread": SECOND, "wall": LAST}
    model = Scored(like, unlike, {TEXT[slice(*words[word])]: score for word, score in by_word.items()})
    return Nearness(cast(Embedding, model)), model


@pytest.mark.parametrize(
    ("like", "unlike", "scores", "near"),
    [
        (0.5, 0.0, {"dam": 0.5, "bread": 0.1, "wall": 0.6}, [LAST, FIRST]),
        (0.5, 0.0, {"dam": 0.4, "bread": 0.1, "wall": 0.47}, []),
        # A model that takes all sentences to be alike: the same cosine says less.
        (0.9, 0.7, {"dam": 0.6, "bread": 0.7, "wall": 0.895}, [LAST]),
        (0.6, 0.55, {"dam": 0.9, "bread": 0.9, "wall": 0.9}, []),
    ],
)  # fmt: skip
def test_near_is_as_near_as_the_model_takes_sentences_that_say_the_same(
    like: float, unlike: float, scores: dict[str, float], near: list[tuple[int, int]]
) -> None:
    assert nearness(like, unlike, **scores)[0].sentences("claim", TEXT) == near


def test_what_is_too_short_for_a_sentence_is_not_asked_about() -> None:
    near, model = nearness(0.5, 0.0)
    near.sentences("claim", TEXT)
    assert model.learnt == [TEXT[slice(*span)] for span in (FIRST, SECOND, LAST)]


def test_a_job_that_is_to_end_finds_nothing() -> None:
    near, _ = nearness(0.5, 0.0, dam=0.9)
    with stopping(lambda: True):
        assert near.sentences("claim", TEXT) == []


def test_the_pairs_differ_in_all_their_words_that_say_something() -> None:
    small: set[Any] = {"the", "a", "in", "to", "and", "was", "is", "at", "on", "by", "of", "have", "week"}
    for first, second in PAIRS:
        mine, theirs = ({word.strip(".").lower() for word in one.split()} for one in (first, second))
        assert not (mine & theirs) - small
