"""The command that checks the folder of a model."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.cli import OUR_FAULT
from briefing.suggest.embedding import Embedding
from tests.briefing.cli.conftest import Line
from tests.briefing.suggest.tiny_onnx import TOKENS, WHOLE, folder_of


def test_a_folder_that_can_be_used_is_described_after_a_sentence_was_embedded(
    line: Line, tmp_path: Path
) -> None:
    place = folder_of(tmp_path, "onnx/model.onnx", (TOKENS,), "attention_mask")
    result = line("model", place)
    assert result.code == 0
    assert result.out.splitlines()[:4] == [
        "model\tonnx/model.onnx",
        "tokenizer\ttokenizer.json",
        "output\tlast_hidden_state\tthe mean of the tokens",
        "dimensions\t3",
    ]
    assert "embedded\t“The dam is old" in result.out


def test_a_tokenizer_that_knows_none_of_the_words_is_noted_and_is_no_fault(
    line: Line, tmp_path: Path
) -> None:
    place = folder_of(tmp_path, "model.onnx", (WHOLE,))
    tokenizer = place / "tokenizer.json"
    tokenizer.write_text(tokenizer.read_text(encoding="utf-8").replace('"dam"', '"dyke"'), encoding="utf-8")
    result = line("model", place)
    assert (result.code, "Is the tokenizer that of this model?" in result.err) == (0, True)


def test_json_has_the_dimensions_and_the_output(line: Line, tmp_path: Path) -> None:
    found = json.loads(line("model", folder_of(tmp_path, "model.onnx", (TOKENS, WHOLE)), "--json").out)
    assert (found["dimensions"], found["output"], found["wrong"]) == (3, WHOLE, "")
    assert found["pooling"] == "the model’s own vector of a sentence"


@pytest.mark.parametrize(
    ("files", "said", "listed"),
    [
        ({}, "has no model.onnx and no tokenizer.json.", "model\tmissing\ntokenizer\tmissing\n"),
        ({"model.onnx": b"x"}, "has no tokenizer.json.", "model\tmodel.onnx\ntokenizer\tmissing\n"),
        ({"tokenizer.json": b"{}"}, "has no model.onnx.", "model\tmissing\ntokenizer\ttokenizer.json\n"),
    ],
)
def test_what_is_missing_is_named_and_the_exit_code_is_1(
    line: Line, tmp_path: Path, files: dict[str, bytes], said: str, listed: str
) -> None:
    place = tmp_path / "model"
    place.mkdir()
    for name, data in files.items():
        (place / name).write_bytes(data)
    result = line("model", place)
    assert (result.code, result.out) == (1, listed)
    assert said in result.err
    assert json.loads(line("model", place, "--json").out)["wrong"].endswith(said)


def test_what_is_no_model_is_reported_and_the_exit_code_is_1(line: Line, tmp_path: Path) -> None:
    place = folder_of(tmp_path, "model.onnx")
    (place / "model.onnx").write_bytes(b"not a model")
    result = line("model", place)
    assert (result.code, "cannot be read" in result.err) == (1, True)


def test_without_the_extra_nothing_can_be_found_out_and_the_exit_code_is_2(
    line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"{}")
    monkeypatch.setitem(sys.modules, "numpy", None)
    result = line("model", tmp_path)
    assert (result.code, "not installed: numpy" in result.err) == (2, True)


def test_a_folder_that_is_not_there_is_wrong_use(line: Line, tmp_path: Path) -> None:
    result = line("model", tmp_path / "gone")
    assert (result.code, "is no folder" in result.err) == (2, True)


def test_a_second_suggestion_by_meaning_runs_the_model_for_nothing_but_its_trial(
    line: Line, written: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = folder_of(tmp_path, "model.onnx")
    asked = ("--text", "The patrols go", "--model", place)
    first = line.on("suggest", *asked)
    assert first.out.startswith("1\t")

    def never(self: Embedding, batch: Sequence[str]) -> None:
        raise AssertionError(f"embedded again: {batch}")

    monkeypatch.setattr(Embedding, "_vectors", never)
    assert line.on("suggest", *asked) == first
    assert line.on("suggest", "--text", "Another claim", "--model", place).code == OUR_FAULT


def test_a_brief_is_read_ahead_with_how_far_it_is_and_only_what_is_new_the_next_time(
    line: Line, written: dict[str, str], tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    long.write_text(
        "\n".join(f"The dam leaked in the year {n}." for n in range(1900, 1980)), encoding="utf-8"
    )
    line.on("add", long)
    place = folder_of(tmp_path, "model.onnx")
    first = line("model", place, "--embed", line.path)
    sentences = int(first.out.split()[0])
    assert (first.code, first.out) == (0, f"{sentences} sentences, {sentences} of them new.\n")
    assert "of" in first.err.splitlines()[0]
    assert len(first.err.splitlines()) > 3
    again = line("model", place, "--embed", line.path, "--json")
    assert (json.loads(again.out), again.err) == ({"sentences": sentences, "made": 0}, "")


def test_a_model_that_cannot_be_used_reads_no_brief_ahead(
    line: Line, written: dict[str, str], tmp_path: Path
) -> None:
    result = line("model", tmp_path, "--embed", line.path)
    assert (result.code, "has no model.onnx" in result.err) == (2, True)
