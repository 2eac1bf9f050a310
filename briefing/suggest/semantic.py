"""Sentences by meaning: a local embedding model in a folder the user names, and how it is mixed in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from briefing.errors import BadInput
from briefing.suggest.embedding import Embedding, KeptVectors, ModelFailed
from briefing.suggest.model_folder import files_in, model_hash, opened


class Ranker(Protocol):
    """Scores sentences against a claim by meaning; higher is closer."""

    def scores(self, claim: str, sentences: Sequence[str]) -> Sequence[float]:
        """Return one score for each sentence."""
        ...


def mixed(by_words: Sequence[float], by_meaning: Sequence[float]) -> list[float]:
    """Return both rankings half and half, each stretched to 0..1 over the candidates (min-max)."""
    pairs = zip(_stretched(by_words), _stretched(by_meaning), strict=True)
    return [(words + meaning) / 2 for words, meaning in pairs]


def _stretched(values: Sequence[float]) -> list[float]:
    low, high = min(values, default=0.0), max(values, default=0.0)
    if high <= low:
        return [1.0 if high > 0 else 0.0] * len(values)
    return [(value - low) / (high - low) for value in values]


def load(folder: Path, kept: KeptVectors | None = None) -> Embedding:
    """Return the model of a folder (model.onnx, there or in its folder onnx, and tokenizer.json).

    `kept`: where the vectors of sentences are looked up, and kept for the next time.
    Raises ModelFailed where the extra is not installed, the folder lacks a file, or its model is of another
    layout.
    """
    try:
        files = files_in(folder)
        embedding = opened(files)
        if kept is not None:
            embedding.keep_in(kept, model_hash(files))
    except ModelFailed:
        raise
    except BadInput as error:
        raise ModelFailed(error.message, error.hint, error.reason) from error
    return embedding
