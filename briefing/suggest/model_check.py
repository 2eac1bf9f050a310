"""Whether a folder holds a model that suggestions can use, and what is missing or wrong in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BadInput
from briefing.suggest.model_folder import extra, files_in, opened

SENTENCE = "The dam is old and needs repair."
LIKE = "The reservoir wall was built long ago and must be mended."
UNLIKE = "She ate bread with her cousins."


@dataclass(frozen=True, slots=True)
class ModelReport:
    """What a folder holds. `wrong` and `hint` are "" where the model can be used.

    `model`, `tokenizer`: paths within the folder, "" where missing. `dimensions`: numbers in a vector.
    `like`, `unlike`: the cosine of a sentence and one of like meaning, and of another.
    """

    model: str
    tokenizer: str
    output: str = ""
    pooling: str = ""
    dimensions: int = 0
    like: float = 0.0
    unlike: float = 0.0
    wrong: str = ""
    hint: str = ""


def checked(folder: Path) -> ModelReport:
    """Return what a folder holds, after one sentence was embedded with it.

    Raises BadInput where that cannot be found out: no such folder, a disk that does not answer, or the extra
    `semantic` is not installed.
    """
    files = files_in(folder)
    model, tokenizer = (_within(folder, path) for path in (files.model, files.tokenizer))
    if not files.missing:
        extra()
    try:
        embedding = opened(files)
        like, unlike = embedding.scores(SENTENCE, [LIKE, UNLIKE])
    except BadInput as error:
        return ModelReport(model, tokenizer, wrong=error.message, hint=error.hint)
    return ModelReport(
        model, tokenizer, embedding.output, embedding.pooling, embedding.dimensions,
        round(like, 3), round(unlike, 3),
    )  # fmt: skip


def _within(folder: Path, path: Path | None) -> str:
    if path is None:
        return ""
    # The tokenizer may lie beside the folder.
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
