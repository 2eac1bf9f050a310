"""Sentences by meaning: a local embedding model in a folder the user names, and how it is mixed in.

The extra `semantic` (onnxruntime, tokenizers, numpy) is loaded when a folder is; nothing is downloaded.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from briefing.errors import BadInput
from briefing.outside import reader

# Rows of numbers (numpy.float32); numpy is of the extra, and is not there to be named.
Vectors = Any

MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
_POOLED = "sentence_embedding"
_LONGEST, _BATCH, _KEPT = 256, 16, 20_000


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

    Raises BadInput where the extra is not installed, or the folder lacks a file or holds another thing.
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
    return _Embedding(model, tokenizer, np, first=_takes_first(tokenizer_file.parent))


class _Embedding:
    """A vector for each sentence, of length 1, and cosine. Vectors are kept while the ranker lives.

    The mean over the tokens, the first token where the model asks for it, or the model's own.
    """

    def __init__(self, model: Any, tokenizer: Any, np: Any, *, first: bool) -> None:
        self._model, self._tokenizer, self._np, self._first = model, tokenizer, np, first
        self._inputs = {one.name: np.int32 if "int32" in one.type else np.int64 for one in model.get_inputs()}
        given = [one.name for one in model.get_outputs()]
        self._output = _POOLED if _POOLED in given else given[0]
        self._known: dict[str, Vectors] = {}
        tokenizer.enable_truncation(_LONGEST)
        tokenizer.enable_padding()

    def scores(self, claim: str, sentences: Sequence[str]) -> Sequence[float]:
        """Return the cosine of the claim and each sentence, −1 to 1."""
        if not sentences:
            return []
        self._learn([claim, *sentences])
        rows = self._np.stack([self._known[one] for one in sentences])
        return [float(value) for value in rows @ self._known[claim]]

    def _learn(self, texts: Sequence[str]) -> None:
        if len(self._known) + len(texts) > _KEPT:
            self._known.clear()
        # Sentences of like length together: padding costs time.
        new = sorted({one for one in texts if one not in self._known}, key=len)
        for at in range(0, len(new), _BATCH):
            batch = new[at : at + _BATCH]
            self._known.update(zip(batch, self._vectors(batch), strict=True))

    def _vectors(self, batch: Sequence[str]) -> Vectors:
        np = self._np
        coded = self._tokenizer.encode_batch(list(batch))
        mask = np.array([one.attention_mask for one in coded], dtype=np.int64)
        feed = {
            "input_ids": np.array([one.ids for one in coded]),
            "attention_mask": mask,
            "token_type_ids": np.array([one.type_ids for one in coded]),
        }
        wanted = {name: feed[name].astype(kind) for name, kind in self._inputs.items() if name in feed}
        out = self._model.run([self._output], wanted)[0]
        if out.ndim == 3 and self._first:
            out = out[:, 0]
        elif out.ndim == 3:
            weights = mask[:, :, None].astype(np.float32)
            out = (out * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
        length = np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
        vectors: Vectors = (out / length).astype(np.float32)
        return vectors
