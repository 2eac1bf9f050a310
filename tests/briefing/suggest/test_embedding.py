"""Models of every layout that is handed out: their vectors, or a message that says what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import BadInput
from briefing.finder.vector_cache import FILE_NAME, VectorCache
from briefing.suggest.embedding import Embedding
from tests.briefing.suggest.tiny_model import TinySession, TinyTokenizer

np: Any = pytest.importorskip("numpy")

Outputs = Mapping[str, tuple[int, str]]


def embedding(outputs: Outputs, *, first: bool = False, **more: Any) -> Embedding:
    return Embedding(TinySession(np, outputs, **more), TinyTokenizer(), np, first=first)


@pytest.mark.parametrize(
    ("outputs", "first", "taken"),
    [
        ({"last_hidden_state": (3, "tokens")}, False, "last_hidden_state"),
        ({"last_hidden_state": (3, "tokens")}, True, "last_hidden_state"),
        ({"sentence_embedding": (2, "greatest")}, False, "sentence_embedding"),
        ({"461": (2, "greatest")}, False, "461"),
        ({"token_embeddings": (3, "tokens"), "sentence_embedding": (2, "greatest")}, False,
         "sentence_embedding"),
        ({"pooler_output": (2, "mean"), "last_hidden_state": (3, "tokens")}, False, "last_hidden_state"),
        ({"ids": (2, "numbers"), "422": (3, "tokens"), "461": (2, "greatest")}, False, "422"),
        # Declared as a vector of the sentence, and it is none: the next one is taken.
        ({"sentence_embedding": (2, "flat"), "last_hidden_state": (3, "tokens")}, False, "last_hidden_state"),
        ({"unnamed": (0, "tokens")}, False, "unnamed"),
    ],
)  # fmt: skip
def test_a_model_of_any_of_these_layouts_compares_sentences(
    outputs: Outputs, first: bool, taken: str
) -> None:
    model = embedding(outputs, first=first)
    assert (model.output, model.dimensions) == (taken, 3)
    assert model.scores("dam", ["reservoir", "go"]) == pytest.approx([1.0, 0.0], abs=1e-6)


def test_padding_is_no_part_of_the_mean() -> None:
    model = embedding({"last_hidden_state": (3, "tokens")})
    assert model.scores("dam", ["reservoir go", "go go go go"]) == pytest.approx([0.5**0.5, 0.0], abs=1e-6)


def test_the_first_token_stands_for_the_sentence_where_the_model_asks_for_it() -> None:
    model = embedding({"last_hidden_state": (3, "tokens")}, first=True)
    assert model.scores("dam", ["reservoir go", "go dam"]) == pytest.approx([1.0, 0.0], abs=1e-6)


@pytest.mark.parametrize(
    "inputs",
    [
        ("input_ids",),
        ("input_ids", "attention_mask"),
        ("input_ids", "token_type_ids"),
        ("attention_mask", "token_type_ids", "input_ids"),
    ],
)
def test_with_and_without_token_types_and_mask_the_scores_are_the_same(inputs: Sequence[str]) -> None:
    model = embedding({"last_hidden_state": (3, "tokens")}, inputs=inputs)
    assert model.scores("dam", ["reservoir", "go go"]) == pytest.approx([1.0, 0.0], abs=1e-6)


@pytest.mark.parametrize(
    ("outputs", "inputs", "says"),
    [
        ({"logits": (2, "mean")}, ("input_ids",), r"no vector .*; its outputs are logits \(rank 2\)"),
        ({"out": (2, "flat")}, ("input_ids",), r"outputs are out \(rank 2\)"),
        ({"past": (4, "tokens"), "ids": (2, "numbers")}, ("input_ids",), r"past \(rank 4\), ids \(rank 2\)"),
        ({}, ("input_ids",), "its outputs are none"),
        ({"sentence_embedding": (2, "nothing")}, ("input_ids",), "no vector of numbers"),
        ({"sentence_embedding": (2, "mean")}, ("attention_mask",), "has no input input_ids"),
        ({"sentence_embedding": (2, "mean")}, ("input_ids", "pixel_values"), "more than .*: pixel_values"),
    ],
)  # fmt: skip
def test_another_layout_is_refused_with_what_was_found(
    outputs: Outputs, inputs: Sequence[str], says: str
) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        embedding(outputs, inputs=inputs)
    assert "last_hidden_state or sentence_embedding" in caught.value.hint


def test_a_tokenizer_of_another_model_is_refused() -> None:
    class OfAnother(TinyTokenizer):
        def encode_batch(self, texts: Sequence[str]) -> Any:
            coded = super().encode_batch(texts)
            coded[0].ids[0] = 50_000
            return coded

    session = TinySession(np, {"last_hidden_state": (3, "tokens")})
    with pytest.raises(BadInput, match="cannot be used with its tokenizer: index 50000") as caught:
        Embedding(session, OfAnother(), np, first=False)
    assert "of the same model" in caught.value.hint


SENTENCES = ["reservoir", "go", "leave go"]


def embedded(place: Path, model_hash: str, *, first: bool = False) -> tuple[int, Sequence[float]]:
    """Return how many sentences a model embeds, started as if the program were, and their scores."""
    session = TinySession(np, {"last_hidden_state": (3, "tokens")})
    model = Embedding(session, TinyTokenizer(), np, first=first)
    model.keep_in(VectorCache(place), model_hash)
    before = session.sentences
    scores = model.scores("dam", SENTENCES)
    return session.sentences - before, scores


def test_a_second_suggestion_embeds_nothing_again(tmp_path: Path) -> None:
    first, scores = embedded(tmp_path, "m")
    assert first == 4
    assert embedded(tmp_path, "m") == (0, scores)


def test_but_another_model_or_the_same_one_used_otherwise_does(tmp_path: Path) -> None:
    embedded(tmp_path, "m")
    assert embedded(tmp_path, "n")[0] == 4
    assert embedded(tmp_path, "m", first=True)[0] == 4


def test_a_broken_cache_is_made_again_and_the_scores_are_the_same(tmp_path: Path) -> None:
    _, scores = embedded(tmp_path, "m")
    (tmp_path / FILE_NAME).write_bytes(b"broken")
    assert embedded(tmp_path, "m") == (4, scores)
    assert embedded(tmp_path, "m") == (0, scores)


@pytest.mark.parametrize("kept", [b"", b"x" * 5, np.float32([9, 9, 9]), np.float32([np.nan, 0, 1])])
def test_what_is_kept_and_is_no_vector_of_length_one_is_made_again(tmp_path: Path, kept: Any) -> None:
    class Altered(VectorCache):
        def get(self, model: str, texts: Sequence[bytes]) -> dict[bytes, bytes]:
            return dict.fromkeys(texts, bytes(kept))

    session = TinySession(np, {"last_hidden_state": (3, "tokens")})
    model = Embedding(session, TinyTokenizer(), np, first=False)
    model.keep_in(Altered(tmp_path), "m")
    assert model.scores("dam", ["reservoir", "go"]) == pytest.approx([1.0, 0.0], abs=1e-6)
