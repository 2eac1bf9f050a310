"""Which output of a model is taken, by names and ranks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.suggest.model_outputs import ModelOutput, candidates, fits, unknown_inputs

TOKENS, WHOLE = ModelOutput("last_hidden_state", 3), ModelOutput("sentence_embedding", 2)
POOLER = ModelOutput("pooler_output", 2)


@pytest.mark.parametrize(
    ("outputs", "taken"),
    [
        ([TOKENS], ["last_hidden_state"]),
        ([WHOLE], ["sentence_embedding"]),
        ([TOKENS, WHOLE], ["sentence_embedding", "last_hidden_state"]),
        ([POOLER, TOKENS], ["last_hidden_state", "pooler_output"]),
        ([POOLER], ["pooler_output"]),
        ([ModelOutput("461", 2), ModelOutput("422", 3)], ["422", "461"]),
        ([ModelOutput("422", None), ModelOutput("461", 2)], ["461", "422"]),
        ([ModelOutput("token_embeddings", None), ModelOutput("461", 2)], ["token_embeddings", "461"]),
        # Its name promises a vector of the sentence, its rank has one for each token.
        ([ModelOutput("embedding", 3), TOKENS], ["last_hidden_state", "embedding"]),
        ([ModelOutput("ids", 2, floating=False), TOKENS], ["last_hidden_state"]),
        ([ModelOutput("logits", 2)], []),
        ([ModelOutput("logits", 3), ModelOutput("scores", 1), ModelOutput("past", 4)], []),
        ([], []),
    ],
)  # fmt: skip
def test_outputs_are_taken_by_name_and_rank_wherever_they_stand(
    outputs: Sequence[ModelOutput], taken: list[str]
) -> None:
    assert list(candidates(outputs)) == taken


@pytest.mark.parametrize(
    ("shape", "fitting"),
    [
        ((3, 384), True),
        ((3, 7, 384), True),
        ((7, 384), False),  # a row a token, of one sentence
        ((7, 3, 384), False),  # tokens first
        ((3, 0), False),
        ((3,), False),
        ((3, 2, 7, 64), False),
    ],
)
def test_an_answer_fits_that_has_a_vector_for_each_of_three_sentences(
    shape: tuple[int, ...], fitting: bool
) -> None:
    assert fits(shape, 3, 7) is fitting


@pytest.mark.parametrize(
    ("inputs", "unknown"),
    [
        (["input_ids"], []),
        (["input_ids", "attention_mask"], []),
        (["attention_mask", "input_ids", "token_type_ids"], []),
        (["input_ids", "pixel_values"], ["pixel_values"]),
        (["text"], ["text"]),
        (["attention_mask"], ["input_ids"]),
        ([], ["input_ids"]),
    ],
)
def test_inputs_that_no_tokenizer_fills_are_named(inputs: list[str], unknown: list[str]) -> None:
    assert list(unknown_inputs(inputs)) == unknown
