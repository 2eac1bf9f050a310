"""Ranking by meaning: how it is mixed in, and models from a folder."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from briefing.errors import BadInput
from briefing.outside import reader
from briefing.suggest import load, suggest_in
from briefing.suggest.semantic import mixed
from tests.briefing.suggest.tiny_onnx import TOKENS, WHOLE, folder_of

TEXT = "The dam is old. Residents were told to leave at once. Farmers grow wheat near the dam."


class Favours:
    """Scores a sentence 1 that holds a word, else 0."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.seen: list[str] = []

    def scores(self, claim: str, sentences: Sequence[str]) -> Sequence[float]:
        self.seen = list(sentences)
        return [float(self.word in sentence) for sentence in sentences]


@pytest.mark.parametrize(
    ("words", "meaning", "both"),
    [
        ([4.0, 2.0, 0.0], [0.0, 0.5, 1.0], [0.5, 0.5, 0.5]),
        ([4.0, 0.0], [0.9, 0.7], [1.0, 0.0]),
        ([0.0, 0.0], [0.2, 0.8], [0.0, 0.5]),
        ([3.0], [0.4], [1.0]),
        ([], [], []),
    ],
)
def test_words_and_meaning_count_half_each(
    words: list[float], meaning: list[float], both: list[float]
) -> None:
    assert mixed(words, meaning) == both


def test_meaning_finds_a_sentence_that_shares_no_word() -> None:
    ranker = Favours("Residents")
    best = suggest_in(TEXT, "Everyone must go", 1, ranker=ranker)[0]
    assert TEXT[best.start : best.end].startswith("Residents")
    assert (best.words, best.why) == ((), "close in meaning")
    assert len(ranker.seen) == 3


def test_but_words_still_count() -> None:
    best = suggest_in(TEXT, "Wheat is grown by farmers", 1, ranker=Favours("Farmers"))[0]
    assert TEXT[best.start : best.end].startswith("Farmers")


def test_a_folder_without_the_files_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no model\.onnx and no tokenizer\.json") as caught:
        load(tmp_path)
    assert "ONNX" in caught.value.hint


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"“.*gone” is no folder"):
        load(tmp_path / "gone")


def test_a_folder_that_does_not_answer_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(path: Path, most: int) -> bytes:
        raise reader.NoAnswer(110, "no answer for 25 seconds")

    monkeypatch.setattr(reader, "read", never)
    with pytest.raises(BadInput, match="could not be read: no answer for 25 seconds"):
        load(tmp_path)


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(BadInput, match="not installed: numpy") as caught:
        load(tmp_path)
    assert "[semantic]" in caught.value.hint


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    (tmp_path / "tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadInput, match="cannot be read"):
        load(tmp_path)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with a model of one layer: each word's vector."""
    return folder_of(tmp_path, "model.onnx")


@pytest.mark.parametrize("name", ["onnx/model.onnx", "onnx/model_quantized.onnx", "model_int8.onnx"])
def test_a_model_is_found_where_others_keep_it(tmp_path: Path, name: str) -> None:
    place = folder_of(tmp_path, name, (TOKENS,), "attention_mask", "token_type_ids")
    for chosen in {place, (place / name).parent}:
        assert load(chosen).scores("dam", ["reservoir", "go"]) == pytest.approx([1.0, 0.0], abs=1e-6)


@pytest.mark.parametrize("outputs", [(WHOLE,), (TOKENS, WHOLE)])
def test_a_model_that_makes_one_vector_of_a_sentence_is_taken_at_its_word(
    tmp_path: Path, outputs: tuple[str, ...]
) -> None:
    ranker = load(folder_of(tmp_path, "model.onnx", outputs))
    # The greatest of each column; the mean of four words would be another.
    assert ranker.scores("dam go", ["dam dam dam go"]) == pytest.approx([1.0])


def test_a_model_that_speaks_by_its_first_token_is_heard_so(model: Path) -> None:
    (model / "1_Pooling").mkdir()
    (model / "1_Pooling" / "config.json").write_text('{"pooling_mode_cls_token": true}', encoding="utf-8")
    assert load(model).scores("dam", ["dam go go", "go dam"]) == pytest.approx([1.0, 0.0])


def test_a_model_scores_by_the_cosine_of_mean_vectors(model: Path) -> None:
    ranker = load(model)
    found = ranker.scores("dam", ["reservoir", "go", "reservoir go", ""])
    assert found == pytest.approx([1.0, 0.0, 0.5**0.5, 0.0], abs=1e-6)
    assert ranker.scores("dam", []) == []
    assert ranker.scores("dam", ["reservoir", "go"]) == pytest.approx(found[:2])


def test_a_model_finds_what_words_do_not(model: Path) -> None:
    text = "Wheat prices fell. Reservoir."
    best = suggest_in(text, "dam", 1, ranker=load(model))[0]
    assert text[best.start : best.end] == "Reservoir."


class Remembered:
    """Keeps no vectors, and remembers for which models some were given."""

    def __init__(self) -> None:
        self.models: set[str] = set()

    def get(self, model: str, texts: Sequence[bytes]) -> dict[bytes, bytes]:
        return {}

    def put(self, model: str, rows: Mapping[bytes, bytes]) -> None:
        self.models.add(model)


def test_vectors_are_kept_under_the_model_and_another_file_of_it_is_another_model(model: Path) -> None:
    kept = Remembered()
    for _ in range(2):
        load(model, kept).scores("dam", ["go"])
        assert len(kept.models) == 1
    for number, changed in enumerate(["tokenizer.json", "model.onnx.data"], start=2):
        place = model / changed
        place.write_bytes((place.read_bytes() if place.exists() else b"") + b" ")
        load(model, kept).scores("dam", ["go"])
        assert len(kept.models) == number
