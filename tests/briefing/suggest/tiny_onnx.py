"""A folder with a real model of one layer, written as bytes, and its tokenizer."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest

VOCABULARY = {"[PAD]": 0, "[UNK]": 1, "dam": 2, "reservoir": 3, "leave": 4, "go": 5}
# Words of like meaning lie in one direction.
VECTORS = [[0, 0, 0], [0, 0, 1], [1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 0]]


TOKENS, WHOLE = "last_hidden_state", "sentence_embedding"


def field(number: int, value: int | bytes | str) -> bytes:
    """Return one field of a protocol buffer."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + varint(rest) if rest else bytes([low])


def tensor(name: str, kind: int, *sizes: str) -> bytes:
    shape = b"".join(field(1, field(2, size)) for size in sizes)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def node(operator: str, given: list[str], made: str, attributes: bytes = b"") -> bytes:
    return b"".join(field(1, one) for one in given) + field(2, made) + field(4, operator) + attributes


def onnx_model(outputs: Sequence[str], inputs: Sequence[str]) -> bytes:
    """Return a model of one layer, each word's vector, as ONNX (its schema: ir_version 8, opset 17)."""
    one_axis = field(5, field(1, "axes") + field(8, 1) + field(20, 7))
    no_axis_kept = field(5, field(1, "keepdims") + field(3, 0) + field(20, 2))
    nodes = [
        node("Gather", ["vectors", "input_ids"], TOKENS),
        node("ReduceMax", [TOKENS], WHOLE, one_axis + no_axis_kept),
    ]
    numbers = array("f", (number for row in VECTORS for number in row)).tobytes()
    vectors = field(1, len(VECTORS)) + field(1, 3) + field(2, 1) + field(8, "vectors") + field(9, numbers)
    sizes = {TOKENS: ("batch", "tokens", "size"), WHOLE: ("batch", "size")}
    graph = b"".join(
        [
            *(field(1, one) for one in nodes),
            field(2, "words"),
            field(5, vectors),
            *(field(11, tensor(name, 7, "batch", "tokens")) for name in inputs),
            *(field(12, tensor(name, 1, *sizes[name])) for name in outputs),
        ]
    )
    return field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 17))


def folder_of(place: Path, model_name: str, outputs: Sequence[str] = (TOKENS,), *more: str) -> Path:
    """Write a model and its tokenizer; `more`: inputs beside the words' numbers."""
    for name in ("numpy", "onnxruntime", "tokenizers"):
        pytest.importorskip(name)
    (place / model_name).parent.mkdir(exist_ok=True)
    (place / model_name).write_bytes(onnx_model(outputs, ("input_ids", *more)))
    tokenizer = {
        "version": "1.0",
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "model": {"type": "WordLevel", "vocab": VOCABULARY, "unk_token": "[UNK]"},
    }
    (place / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    return place
