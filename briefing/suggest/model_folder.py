"""The folder of a sentence-embedding model: its files, and the model they make.

The extra `semantic` (onnxruntime, tokenizers, numpy) is loaded when a model is opened; nothing is downloaded.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any

from briefing.errors import BadInput
from briefing.outside import reader
from briefing.suggest.embedding import Embedding

MODEL, TOKENIZER = "model.onnx", "tokenizer.json"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """What a folder has of a model; None for a file that is missing."""

    folder: Path
    model: Path | None
    tokenizer: Path | None

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the files that are missing."""
        both = ((MODEL, self.model), (TOKENIZER, self.tokenizer))
        return tuple(name for name, path in both if path is None)


def files_in(folder: Path) -> ModelFiles:
    """Return the files of a model: the ONNX file there or in its folder onnx, and the tokenizer.

    Raises BadInput for what is no folder, and for one on a disk that does not answer.
    """
    _check_answers(folder)
    if not folder.is_dir():
        raise BadInput(f"“{folder}” is no folder.", f"Give a folder that holds {MODEL} and {TOKENIZER}.")
    return ModelFiles(folder, _model_in(folder), _tokenizer_in(folder))


def opened(files: ModelFiles) -> Embedding:
    """Return the model, with its own tokenizer.

    Raises BadInput where the extra is not installed (`extra`), a file is missing or cannot be read, or
    the model is of another layout.
    """
    if files.model is None or files.tokenizer is None:
        raise BadInput(
            f"The folder “{files.folder}” has no {' and no '.join(files.missing)}.",
            "Give the folder of a sentence-embedding model in ONNX form, with its tokenizer.",
        )
    np, onnxruntime, tokenizers = extra()
    try:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1  # for minutes, beside a person who types
        model = onnxruntime.InferenceSession(str(files.model), options, providers=["CPUExecutionProvider"])
        tokenizer = tokenizers.Tokenizer.from_file(str(files.tokenizer))
    except Exception as error:
        raise BadInput(
            f"The model in “{files.folder}” cannot be read: {str(error).splitlines()[0][:200]}",
            "Use a sentence-embedding model in ONNX form with its tokenizer.json.",
        ) from error
    return Embedding(model, tokenizer, np, first=_takes_first(files.tokenizer.parent))


def model_hash(files: ModelFiles) -> str:
    """Return a hash of all that a vector depends on: the ONNX file, numbers beside it, and the tokenizer.

    Raises BadInput where one of them cannot be read.
    """
    whole = blake2b(digest_size=16)
    path = files.folder
    try:
        for path in _read_from(files):
            with path.open("rb") as file:
                whole.update(file_digest(file, lambda: blake2b(digest_size=16)).digest())
    except OSError as error:
        raise reader.why_not(error, path.name) from error
    return whole.hexdigest()


def _read_from(files: ModelFiles) -> list[Path]:
    """Return the files a model is read from; great ones keep their numbers beside (model.onnx_data)."""
    model = files.model
    beside = sorted(model.parent.iterdir()) if model is not None else []
    held = [one for one in beside if model and one.name.startswith(model.name) and one.is_file()]
    return [*held, *([files.tokenizer] if files.tokenizer else [])]


def extra() -> tuple[Any, Any, Any]:
    """Return numpy, onnxruntime and tokenizers. Raises BadInput where one is not installed."""
    try:
        import numpy
        import onnxruntime
        import tokenizers
    except ImportError as error:
        raise BadInput(
            f"Suggestions by meaning need a package that is not installed: {error.name}.",
            "Install Briefing Desk with its extra: pip install briefing-desk[semantic]",
        ) from error
    return numpy, onnxruntime, tokenizers


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
