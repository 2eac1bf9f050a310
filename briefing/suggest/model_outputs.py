"""Which output of an embedding model stands for a sentence, decided by names and ranks. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# What sentence-transformers, transformers and the ONNX exporters of both call their outputs.
_POOLED = ("sentence_embedding", "sentence_embeddings", "embedding", "embeddings", "pooled")
_TOKENS = ("last_hidden_state", "token_embeddings", "hidden_states")
# The answer of a model made for another task: a vector of classes or of words, not of meaning.
_OTHER_TASKS = ("logits", "scores", "probabilities", "label", "output_label", "output_probability")
# BERT's own pooler was trained to see whether two sentences follow each other; the mean says more.
_WEAK = ("pooler_output",)
INPUTS = ("input_ids", "attention_mask", "token_type_ids")


@dataclass(frozen=True, slots=True)
class ModelOutput:
    """An output as a model declares it; `rank` is None where it declares no shape."""

    name: str
    rank: int | None
    floating: bool = True


def candidates(outputs: Sequence[ModelOutput]) -> tuple[str, ...]:
    """Return the names of the outputs that may stand for a sentence, the best first.

    A named vector of the sentence comes before vectors of its tokens, these before an unnamed vector.
    """
    able = [one for one in outputs if one.floating and one.rank in (2, 3, None)]
    fit = [one for one in able if one.name.lower() not in _OTHER_TASKS]
    return tuple(one.name for one in sorted(fit, key=_order))


def _order(one: ModelOutput) -> int:
    name = one.name.lower()
    if name in _POOLED and one.rank != 3:
        return 0
    if name in _TOKENS and one.rank != 2:
        return 1
    if name in _WEAK:
        return 5
    return {3: 2, 2: 3, None: 4}[one.rank]


def fits(shape: Sequence[int], sentences: int, tokens: int) -> bool:
    """Return whether an answer of this shape has a vector for each sentence, or for each of its tokens."""
    if len(shape) == 2:
        return shape[0] == sentences and shape[1] > 0
    return len(shape) == 3 and tuple(shape[:2]) == (sentences, tokens) and shape[2] > 0


def unknown_inputs(inputs: Sequence[str]) -> tuple[str, ...]:
    """Return the inputs that no tokenizer fills, or "input_ids" where a model does not take that."""
    strange = [name for name in inputs if name not in INPUTS]
    return tuple(strange) if strange or INPUTS[0] in inputs else (INPUTS[0],)
