"""Vectors made ahead of suggestions: of all articles, of what is new, and with word of how far it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import NotFound
from briefing.finder.vector_cache import VectorCache
from briefing.model import Brief, Claim, Evidence, Quote, Section, Source
from briefing.suggest import ahead, suggest
from briefing.suggest.ahead import MadeAhead, make_ahead
from briefing.suggest.embedding import Embedding, ModelFailed
from tests.briefing.suggest.tiny_model import TinySession, TinyTokenizer

np: Any = pytest.importorskip("numpy")

TEXTS = {"a": "The dam is old. People leave.", "b": "Go home. The dam is old.", "c": "Reservoirs fill. Rain."}
SOURCES = tuple(Source(id=f"s{sha}", text_sha=sha) for sha in TEXTS)
CITED = Claim("c1", "It rains.", evidence=(Evidence("e1", "sc", Quote("Rain.", "", "", 17, "c")),))


def brief_of(*sources: Source, claims: tuple[Claim, ...] = ()) -> Brief:
    return Brief(id="b1", sources=sources, sections=(Section("situation", items=claims),))


class Kept:
    """A model and its cache; `sentences`: how many it has embedded, without those of its trial."""

    def __init__(self, place: Path) -> None:
        self.session = TinySession(np, {"last_hidden_state": (3, "tokens")})
        self.model = Embedding(self.session, TinyTokenizer(), np, first=False)
        self.model.keep_in(VectorCache(place), "m")
        self._tried = self.session.sentences

    @property
    def sentences(self) -> int:
        return self.session.sentences - self._tried


def test_each_sentence_of_the_articles_is_embedded_once(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert make_ahead(kept.model, brief_of(*SOURCES), TEXTS.__getitem__) == MadeAhead(5, 5)
    assert kept.sentences == 5


def test_a_suggestion_then_costs_the_vector_of_its_claim_alone(tmp_path: Path) -> None:
    make_ahead(Kept(tmp_path).model, brief_of(*SOURCES), TEXTS.__getitem__)
    later = Kept(tmp_path)
    assert suggest("reservoir", SOURCES, TEXTS.__getitem__, ranker=later.model)
    assert later.sentences == 1


def test_a_changed_brief_costs_only_what_is_new(tmp_path: Path) -> None:
    make_ahead(Kept(tmp_path).model, brief_of(*SOURCES[:1]), TEXTS.__getitem__)
    later = Kept(tmp_path)
    assert make_ahead(later.model, brief_of(*SOURCES[:2]), TEXTS.__getitem__) == MadeAhead(3, 1)
    assert later.sentences == 1


def test_how_far_it_is_is_reported_and_what_is_made_when_it_is_stopped_is_kept(tmp_path: Path) -> None:
    many = {"a": "\n".join(f"{n} go" for n in range(40))}
    heard: list[tuple[int, int]] = []
    brief, first = brief_of(SOURCES[0]), Kept(tmp_path)
    made = make_ahead(
        first.model,
        brief,
        many.__getitem__,
        lambda *far: heard.append(far),
        lambda: len(heard) == 2,
    )
    assert (made, heard) == (MadeAhead(40, 32), [(0, 40), (16, 40)])
    assert make_ahead(Kept(tmp_path).model, brief, many.__getitem__) == MadeAhead(40, 8)


def test_where_there_are_too_many_the_articles_that_are_cited_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "MOST", 2)
    make_ahead(Kept(tmp_path).model, brief_of(*SOURCES, claims=(CITED,)), TEXTS.__getitem__)
    later = Kept(tmp_path)
    later.model.scores("Rain.", ["Reservoirs fill."])
    assert later.sentences == 0


def test_an_article_whose_text_is_gone_has_no_sentences(tmp_path: Path) -> None:
    def text_of(sha: str) -> str:
        if sha == "b":
            raise NotFound("It is gone.")
        return TEXTS[sha]

    linkless = replace(SOURCES[0], id="s9", text_sha="")
    assert make_ahead(Kept(tmp_path).model, brief_of(linkless, *SOURCES), text_of).sentences == 4


def test_a_model_whose_answer_is_no_number_has_failed(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.session.outputs = {"last_hidden_state": (3, "nothing")}
    with pytest.raises(ModelFailed, match="is no vector of numbers"):
        make_ahead(kept.model, brief_of(*SOURCES), TEXTS.__getitem__)
