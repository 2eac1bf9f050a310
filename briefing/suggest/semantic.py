"""Sentences by meaning: a local embedding model in a folder the user names, and how it is mixed in.

The extra `semantic` (onnxruntime, tokenizers, numpy) is loaded when a folder is; nothing is downloaded.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from briefing.errors import BadInput
from briefing.outside import reader
from briefing.suggest.embedding import Embedding

MODEL, TOKENIZER = "model.onnx", "tokenizer.json"


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


def _model_in(folder: Path) -> Path | None:
    """Return the model file of a folder: model.onnx there or in its folder onnx, else the first other one."""
    named = (folder / MODEL, folder / "onnx" / MODEL)
    others = sorted([*folder.glob("*.onnx"), *folder.glob("onnx/*.onnx")])
    return next((path for path in (*named, *others) if path.is_file()), None)


def _tokenizer_in(folder: Path) -> Path | None:
    # Models are handed out with the tokenizer beside the folder that holds the ONNX file.
    places = (folder, folder / "onnx", *([folder.parent] if folder.name == "onnx" else []))
    return next((path for place in places if (path := place / TOKENIZER).is_file()), None)


def _takes_first(place: Path) -> bool:
    """Return whether a model is configured to stand for a sentence by its first token (sentence-transformers'
    pooling).
    """
    try:
        config = json.loads((place / "1_Pooling" / "config.json").read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(config, dict) and config.get("pooling_mode_cls_token") is True


def _check_answers(folder: Path) -> None:
    """Raise BadInput where the folder lies on a disk that does not answer: the model's library waits for
    ever.
    """
    try:
        reader.read(folder / MODEL, 1)
    except reader.NoAnswer as error:
        raise reader.why_not(error, folder.name) from error
    except OSError:
        return  # what is missing, or cannot be read, is reported when it is looked for


def load(folder: Path) -> Ranker:
    """Return the model of a folder (model.onnx, there or in its folder onnx, and tokenizer.json).

    Raises BadInput where the extra is not installed, the folder lacks a file, or its model is of another
    layout.
    """
    _check_answers(folder)
    model_file, tokenizer_file = _model_in(folder), _tokenizer_in(folder)
    if model_file is None or tokenizer_file is None:
        missing = [name for name, path in ((MODEL, model_file), (TOKENIZER, tokenizer_file)) if path is None]
        raise BadInput(
            f"The folder “{folder}” has no {' and no '.join(missing)}.",
            "Give the folder of a sentence-embedding model in ONNX form.",
        )
    try:
        import numpy as np
        import onnxruntime
        import tokenizers
    except ImportError as error:
        raise BadInput(
            f"Suggestions by meaning need a package that is not installed: {error.name}.",
            "Install Briefing Desk with its extra: pip install briefing-desk[semantic]",
        ) from error
    try:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        model = onnxruntime.InferenceSession(str(model_file), options, providers=["CPUExecutionProvider"])
        tokenizer = tokenizers.Tokenizer.from_file(str(tokenizer_file))
    except Exception as error:
        raise BadInput(
            f"The model in “{folder}” cannot be read: {str(error).splitlines()[0][:200]}",
            "Use a sentence-embedding model in ONNX form with its tokenizer.json.",
        ) from error
    return Embedding(model, tokenizer, np, first=_takes_first(tokenizer_file.parent))
