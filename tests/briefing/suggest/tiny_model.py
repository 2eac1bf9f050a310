"""A model and a tokenizer that stand in for those of the libraries: a vector for each word, of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Words of like meaning lie in one direction; "" is padding, and everything unknown is the last.
VECTORS: dict[str, tuple[float, float, float]] = {
    "": (9, 9, 9),
    "dam": (1, 0, 0),
    "reservoir": (1, 0, 0),
    "leave": (0, 1, 0),
    "go": (0, 1, 0),
    "?": (0, 0, 1),
}
WORDS = list(VECTORS)


@dataclass
class Coded:
    ids: list[int]
    attention_mask: list[int]
    type_ids: list[int]


class TinyTokenizer:
    """Splits at blanks; pads to the longest."""

    def enable_truncation(self, longest: int) -> None:
        self.longest = longest

    def enable_padding(self) -> None:
        self.padded = True

    def encode_batch(self, texts: Sequence[str]) -> list[Coded]:
        rows = [[WORDS.index(w if w in VECTORS else "?") for w in t.split()] for t in texts]
        most = max(map(len, rows))
        return [
            Coded(r + [0] * (most - len(r)), [1] * len(r) + [0] * (most - len(r)), [0] * most) for r in rows
        ]


@dataclass
class Described:
    name: str
    type: str
    shape: list[object]


class TinySession:
    """Answers as a session of onnxruntime does: `outputs` gives for each name the rank that is declared and
    what is answered: "tokens", "mean", "greatest", "numbers", "flat" (a row a token, of all sentences) or
    "nothing" (no number).
    """

    def __init__(
        self,
        np: Any,
        outputs: Mapping[str, tuple[int, str]],
        inputs: Sequence[str] = ("input_ids", "attention_mask", "token_type_ids"),
    ) -> None:
        self.np, self.outputs, self.inputs = np, outputs, inputs
        self.sentences = 0

    def get_inputs(self) -> list[Described]:
        return [Described(name, "tensor(int64)", ["batch", "tokens"]) for name in self.inputs]

    def get_outputs(self) -> list[Described]:
        kinds = {"numbers": "tensor(int64)"}
        return [
            Described(name, kinds.get(kind, "tensor(float)"), ["any"] * rank)
            for name, (rank, kind) in self.outputs.items()
        ]

    def run(self, names: Sequence[str], feed: Mapping[str, Any]) -> list[Any]:
        assert set(feed) == set(self.inputs)
        ids = feed["input_ids"]
        self.sentences += len(ids)
        tokens = self.np.array(list(VECTORS.values()), dtype=self.np.float32)[ids]
        made = {
            "tokens": tokens,
            "mean": tokens.mean(axis=1),
            "greatest": tokens.max(axis=1),
            "numbers": ids,
            "flat": tokens.reshape(-1, 3),
            "nothing": tokens.mean(axis=1) * self.np.nan,
        }
        return [made[self.outputs[name][1]] for name in names]
