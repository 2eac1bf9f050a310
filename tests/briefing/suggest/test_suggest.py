"""Suggestions over sources: what is offered, what is left out, what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import NotFound
from briefing.model import Source
from briefing.suggest import search_words, suggest, suggest_in
from briefing.suggest.best_sentences import FEW

PATROLS = (
    "Turkey and Russia began joint patrols on Sunday.\n\n"
    "The fighting has driven 1 million people from their homes. Schools are shut."
)
OTHER = "Markets rose on Sunday. A farmer in the north sold ten goats and a plough."
TEXTS = {"a": PATROLS, "b": OTHER, "c": PATROLS.replace("Schools", "Shops")}
A, B, C = (Source(id=f"s-{sha}", text_sha=sha) for sha in TEXTS)
CLAIM = "Turkish and Russian patrols started on Sunday"


class Few:
    """A finder that answers with what it was given, and remembers what it was asked."""

    def __init__(self, *shas: str) -> None:
        self.shas = shas
        self.asked: list[tuple[str, ...]] = []
        self.limits: list[int] = []

    def candidates(self, words: Sequence[str], limit: int = 20) -> tuple[str, ...]:
        self.asked.append(tuple(words))
        self.limits.append(limit)
        return self.shas[:limit]


class Alike:
    """A ranker to which all sentences mean the same."""

    def scores(self, claim: str, sentences: Sequence[str]) -> Sequence[float]:
        return [1.0] * len(sentences)


def words_of(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_the_best_sentence_comes_first_with_the_words_it_shares() -> None:
    best = suggest(CLAIM, [B, A], TEXTS.__getitem__)[0]
    assert (best.source_id, PATROLS[best.start : best.end]) == ("s-a", PATROLS.partition("\n")[0])
    assert words_of(PATROLS, best.words) == ["Turkey", "Russia", "began", "patrols", "Sunday"]
    assert best.why.startswith("shares “")
    assert "“Sunday”" not in best.why.split(",")[0]


def test_numbers_are_named_as_the_source_writes_them() -> None:
    best = suggest_in(PATROLS, "Some 1m people were displaced", 1)[0]
    assert "1 million" in best.why
    assert "“1 million”" not in best.why


def test_a_linked_sentence_is_left_out() -> None:
    first = suggest(CLAIM, [A], TEXTS.__getitem__)[0]
    again = suggest(CLAIM, [A], TEXTS.__getitem__, linked=[("s-a", first.start + 3, first.start + 9)])
    assert first.start not in [one.start for one in again]


def test_but_a_link_in_another_source_leaves_it() -> None:
    assert suggest(CLAIM, [A], TEXTS.__getitem__, linked=[("s-b", 0, 20)])[0].start == 0


def test_the_same_words_in_a_reprint_come_once() -> None:
    found = suggest(CLAIM, [A, C], TEXTS.__getitem__)
    assert [one.source_id for one in found if one.start == 0] == ["s-a"]


def test_a_source_without_text_or_whose_text_is_gone_is_passed_over() -> None:
    def text_of(sha: str) -> str:
        if sha == "gone":
            raise NotFound("There is no such text.")
        return TEXTS[sha]

    lost = Source(id="s-x", text_sha="gone")
    assert suggest(CLAIM, [Source(id="s-r"), lost, A], text_of)[0].source_id == "s-a"


def test_few_sources_are_all_read_without_the_finder() -> None:
    finder = Few()
    assert suggest(CLAIM, [A, B], TEXTS.__getitem__, finder=finder)
    assert finder.asked == []


def test_of_many_sources_only_those_found_are_read() -> None:
    read: list[str] = []

    def text_of(sha: str) -> str:
        read.append(sha)
        return TEXTS[sha]

    many = [A, *(Source(id=f"s{n}", text_sha=f"t{n}") for n in range(FEW)), B]
    finder = Few("b", "a")
    assert suggest(CLAIM, many, text_of, finder=finder)[0].source_id == "s-a"
    assert read == ["b", "a"]
    assert finder.asked == [("Turkish", "Russian", "patrols", "started", "Sunday")]


def test_eight_of_many_are_read_and_a_ranker_by_meaning_looks_further() -> None:
    many = [A, *(Source(id=f"s{n}", text_sha=f"t{n}") for n in range(FEW))]
    texts = {source.text_sha: PATROLS for source in many}
    finder = Few()
    suggest(CLAIM, many, texts.__getitem__, finder=finder)
    suggest(CLAIM, many, texts.__getitem__, finder=finder, ranker=Alike())
    assert finder.limits == [8, 20]


def test_words_to_search_for_are_the_claims_own_each_once() -> None:
    assert search_words("The patrols of the patrols in 1 million homes") == (
        "patrols",
        "1",
        "million",
        "homes",
    )


def test_nothing_shared_is_nothing_offered() -> None:
    assert suggest("Zebras dislike umbrellas", [A, B], TEXTS.__getitem__) == ()


def test_an_empty_claim_or_article_gives_nothing() -> None:
    assert suggest("", [A], TEXTS.__getitem__) == ()
    assert suggest_in("", CLAIM, 3) == ()
    assert suggest(CLAIM, [], TEXTS.__getitem__) == ()


def test_no_more_are_offered_than_asked_for() -> None:
    assert len(suggest(CLAIM, [A, B], TEXTS.__getitem__, limit=1)) == 1


@given(st.text(max_size=400), st.text(max_size=80))
def test_every_suggestion_lies_in_its_text(text: str, claim: str) -> None:
    found = suggest_in(text, claim, 5)
    assert len(found) <= 5
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert all(one.start <= start < end <= one.end for start, end in one.words)
        assert one.words


def test_long_words_of_one_family_meet() -> None:
    text = "Prosecutors spoke of bribery. The weather was fine for the season."
    best = suggest_in(text, "The prosecution alleges something", 1)[0]
    assert words_of(text, best.words) == ["Prosecutors"]


def test_a_question_gives_way_to_its_answer() -> None:
    text = "Did the convoy reach the town? The convoy did not reach the town."
    assert suggest_in(text, "The convoy did not reach the town", 1)[0].start == 31


def test_the_language_of_a_source_is_asked_before_any_guess() -> None:
    german = "Das Haus am Hafen steht seit Montag leer. Das Wetter bleibt schlecht."
    known = Source("s1", title="Bericht", text_sha="sha", language="de-AT")
    assert suggest("Häuser", [known], lambda _sha: german)[0].start == 0
    assert suggest("Häuser", [replace(known, language="it")], lambda _sha: german) == ()
    assert suggest_in(german, "Häuser", language="de") != ()
