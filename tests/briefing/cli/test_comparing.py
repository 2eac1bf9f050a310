"""The command `compare`: a claim against quotes without a brief."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.text import sentences
from tests.briefing.cli.conftest import Line
from tests.briefing.suggest.tiny_onnx import folder_of

QUOTE = "The raid killed 14 people."


@pytest.mark.parametrize(
    ("claim", "code", "grades"),
    [
        ("The raid killed 14 people.", 0, []),
        ("The raid killed 40 people.", 1, ["error"]),
        ("The raid killed 14 people in 2019.", 0, ["warning"]),
        ("The raid killed 14 people on 4 May 2024.", 0, ["note"]),
    ],
)
def test_it_says_by_its_grade_and_its_code_what_became_of_a_claim(
    line: Line, claim: str, code: int, grades: list[str]
) -> None:
    Path("article.txt").write_text(f"{QUOTE} It was on 4 May 2024.", encoding="utf-8")
    result = line("compare", claim, "--quote", QUOTE, "--article", "article.txt", "--json")
    assert result.code == code
    assert [found["severity"] for found in json.loads(result.out)["findings"]] == grades


def test_a_finding_names_the_words_and_the_places(line: Line) -> None:
    result = line("compare", "The raid killed 40 people.", "--quote", QUOTE, "--json")
    assert json.loads(result.out)["findings"] == [
        {
            "kind": "number", "severity": "error", "start": 16, "end": 18, "words": "40", "nearest": "14",
            "reason": "The claim says “40”, the quote “14”.", "where": [[0, 16, 18]],
        }
    ]  # fmt: skip


def test_in_words_it_prints_a_line_for_each_finding(line: Line) -> None:
    result = line("compare", "The raid killed 40 people.", "--quote", QUOTE)
    assert result.out == "error\tnumber\t40\tThe claim says “40”, the quote “14”.\n"


def test_a_file_of_pairs_has_an_answer_a_line(line: Line) -> None:
    pairs = [
        {"claim": "The raid killed 40.", "quotes": [{"exact": QUOTE, "before": "", "after": ""}]},
        {"claim": "The raid killed 14.", "quotes": [{"exact": QUOTE}], "published": "2024-05-06"},
        {"claim": "The raid killed 14."},
    ]
    Path("pairs.jsonl").write_text("\n".join(json.dumps(pair) for pair in pairs), encoding="utf-8")
    result = line("compare", "--pairs", "pairs.jsonl", "--json")
    answers = [json.loads(answer)["findings"] for answer in result.out.splitlines()]
    assert (result.code, [len(findings) for findings in answers]) == (1, [1, 0, 0])


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("{", "Line 1: This line is no JSON"),
        ("[]", "Line 1: A pair lacks its “claim”."),
        ('{"claim": 7}', "Line 1: A pair lacks its “claim”."),
        ('{"claim": "x"}\n{"claim": "x", "quotes": [{}]}', "Line 2: A quote lacks its “exact” words."),
        ('{"claim": "x", "quotes": ["y"]}', "A quote lacks its “exact” words."),
        ('{"claim": "x", "published": 2024}', "“published” of a pair is no text."),
    ],
)
def test_a_line_that_is_no_pair_is_named(line: Line, lines: str, words: str) -> None:
    Path("pairs.jsonl").write_text(lines, encoding="utf-8")
    result = line("compare", "--pairs", "pairs.jsonl")
    assert result.code == 2
    assert words in result.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "There is nothing to compare."),
        (("The raid killed 40.",), "There is nothing to compare."),
        (("x", "--quote", "y", "--pairs", "z"), "not both"),
        (("--pairs", "none.jsonl"), "cannot be read"),
        (("x", "--quote", "y", "--article", "bytes.txt"), "no text in UTF-8"),
    ],
)
def test_wrong_use_is_explained(line: Line, arguments: tuple[str, ...], words: str) -> None:
    Path("bytes.txt").write_bytes(b"\xff\xfe\xff")
    result = line("compare", *arguments)
    assert result.code == 2
    assert words in result.err


def test_check_prints_sarif_with_the_same_exit_code(line: Line, written: dict[str, str]) -> None:
    plain, sarif = line.on("check", "--json"), line.on("check", "--sarif")
    assert sarif.code == plain.code
    log = json.loads(sarif.out)
    found = json.loads(plain.out)["findings"]
    assert [r["ruleId"] for r in log["runs"][0]["results"]] == [f["rule"] for f in found]


NEAR = "Nobody was hurt in the fire, the owner told reporters."


@pytest.fixture
def finds_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model for which each sentence of an article is near each claim."""
    monkeypatch.setattr(
        "briefing.suggest.nearness.Nearness.sentences", lambda _self, _claim, text: list(sentences(text))
    )


def test_with_a_model_a_warning_is_a_note_where_a_near_sentence_has_it(
    line: Line, tmp_path: Path, finds_all: None
) -> None:
    Path("article.txt").write_text(f"The mill burned down. {NEAR}", encoding="utf-8")
    asked = (
        "compare", "The fire did not injure anybody.", "--quote", "The mill burned down.",
        "--article", "article.txt", "--json",
    )  # fmt: skip
    (before,) = json.loads(line(*asked).out)["findings"]
    (after,) = json.loads(line(*asked, "--model", folder_of(tmp_path, "model.onnx")).out)["findings"]
    assert (before["severity"], after["severity"]) == ("warning", "note")
    assert after["where"] == [["article", 22, 22 + len(NEAR)]]


def test_check_asks_a_model_too(line: Line, written: dict[str, str], tmp_path: Path, finds_all: None) -> None:
    article = tmp_path / "fire.txt"
    article.write_text(f"Fire in the mill\n\nThe mill burned down. {NEAR}\n", encoding="utf-8")
    source = line.on("add", article).out.split()[0]
    claim = line.on(
        "claim", "situation", "The fire did not injure anybody.", "--quote", source, "The mill burned down."
    ).id

    def found(*more: object) -> list[str]:
        rows = json.loads(line.on("check", "--rule", "L3", "--json", *more).out)["findings"]
        return [row["severity"] for row in rows if row["item_id"] == claim]

    assert found() == ["warning"]
    assert found("--model", folder_of(tmp_path, "model.onnx")) == ["note"]


def test_a_model_that_cannot_be_used_is_reported(line: Line, tmp_path: Path) -> None:
    result = line("compare", "A claim.", "--quote", "A quote.", "--model", tmp_path)
    assert (result.code, "has no model.onnx" in result.err) == (2, True)
