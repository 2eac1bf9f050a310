"""The scenarios that the checks are to be shown on: a brief with the real article, in this process and by
command.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing import lookup
from briefing.checks import Facts, Finding, fixes, run
from briefing.model import Brief, Claim, Evidence, Judgement, Section, Source
from briefing.quoting import anchor
from briefing.text import sentences, sha256
from tests.briefing.cli.conftest import Line, line  # noqa: F401

IDLIB = Path(__file__).resolve().parents[4] / "shared" / "articles" / "idlib-patrols.txt"
PUBLISHED = "2020-03-13"
ESCALATION = "We assess with high confidence that escalation is very likely."
# The claim, words of the sentence it is linked to, and the words that are flagged ("" for none).
CASES = (
    ("The offensive killed thousands.", "killed hundreds", "thousands"),
    ("The offensive killed hundreds.", "killed hundreds", ""),
    ("1 million fled toward the Turkish border.", "killed hundreds", ""),
    ("One million people fled toward the Turkish border.", "killed hundreds", ""),
    ("A million people fled toward the Turkish border.", "killed hundreds", ""),
    ("2 million people fled toward the Turkish border.", "killed hundreds", "2 million"),
    ("Patrols begin on 15 March 2020.", "will begin jointly", ""),
    ("Patrols begin on 16 March 2020.", "will begin jointly", "16 March 2020"),
    ("The truce halted a three-month campaign.", "three-month", ""),
    ("The truce halted a four-month campaign.", "three-month", "four-month"),
    ("Turkey's foreign minister Hulusi Akar announced it.", "will begin jointly", "foreign minister"),
    ("Patrols will not begin on Sunday.", "will begin jointly", "not"),
    ("The truce is permanent.", "Our hope is", "permanent"),
)  # fmt: skip

pytestmark = pytest.mark.skipif(not IDLIB.exists(), reason="the article is not here")


def span_of(text: str, words: str, whole: bool) -> tuple[int, int]:
    """Where the sentence with these words stands; with the paragraph, or the paragraph and the next, round
    it.
    """
    at = text.index(words)
    if not whole:
        return next((start, end) for start, end in sentences(text) if start <= at < end)
    end = text.index("\n", at)
    if words == "will begin jointly":
        end = text.index("\n", end + 1)  # who Akar is stands in two paragraphs
    return text.rfind("\n", 0, at) + 1, end


def linked(claim: str, words: str, whole: bool) -> tuple[Brief, Facts]:
    text = IDLIB.read_text(encoding="utf-8")
    sha = sha256(text)
    quote = anchor.describe(text, span_of(text, words, whole), sha)
    item = Claim("c1", claim, evidence=(Evidence("e1", "s1", quote),))
    source = Source("s1", title="Patrols", publisher="Wire", published=PUBLISHED, language="en", text_sha=sha)
    brief = Brief("b1", sections=(Section("situation", "situation", items=(item,)),), sources=(source,))
    return brief, Facts((), {}, lambda _sha: text, date(2020, 3, 20))


@pytest.mark.parametrize("whole", [False, True], ids=["sentence", "paragraph"])
@pytest.mark.parametrize(("claim", "words", "flagged"), CASES)
def test_a_claim_is_flagged_where_its_quote_says_another_thing(
    claim: str, words: str, flagged: str, whole: bool
) -> None:
    found = [f for f in run(*linked(claim, words, whole)) if f.rule == "L3"]
    assert [claim[slice(*f.span)] for f in found if f.span] == ([flagged] if flagged else [])
    assert {f.severity for f in found} <= {"error"}  # the situation is told


def judged(text: str, standard: str) -> tuple[Brief, list[Finding]]:
    item = Claim("c1", text, "assessed")
    brief = Brief("b1", standard=standard, sections=(Section("o", "outlook", items=(item,)),))
    found = run(brief, Facts((), {}, None, date(2020, 3, 20)))
    return brief, [f for f in found if f.rule in ("L4", "L6")]


@pytest.mark.parametrize(("standard", "rules"), [("icd203", ["L4"]), ("phia", ["L4", "L6"])])
def test_confidence_beside_likelihood_is_flagged_under_both_standards(
    standard: str, rules: list[str]
) -> None:
    assert [f.rule for f in judged(ESCALATION, standard)[1]] == rules


def test_and_the_quick_fix_gives_two_sentences() -> None:
    brief, found = judged(ESCALATION, "icd203")
    (item,) = lookup.claims(fixes.apply(brief, found[0]))
    assert len(list(sentences(item.text))) == 2
    assert [f.rule for f in judged(item.text, "icd203")[1]] == []


@pytest.mark.parametrize("in_words", [True, False], ids=["in the words", "as the term"])
def test_a_number_in_a_gap_of_the_ladder_is_refused_and_its_neighbours_are_named(in_words: bool) -> None:
    text = "There is a 52 % chance that war comes." if in_words else "War comes."
    item = Judgement("j1", text, "" if in_words else "52 %", "phia", "high")
    brief = Brief("b1", standard="phia", sections=(Section("o", "outlook", items=(item,)),))
    found = [f for f in run(brief, Facts((), {}, None, date(2020, 3, 20))) if f.rule == "L6"]
    assert [f.severity for f in found] == ["error"]
    assert "realistic possibility" in found[0].message
    assert "likely" in found[0].message.replace("realistic possibility", "")


def checked(on: Line, *rules: str) -> tuple[int, list[dict[str, Any]]]:
    result = on.on("check", *(word for rule in rules for word in ("--rule", rule)), "--json")
    return result.code, json.loads(result.out)["findings"]


@pytest.fixture
def article(line: Line) -> tuple[Line, str]:  # noqa: F811
    """A brief with the article in it, and the article's id."""
    assert line.on("new", "--title", "Idlib").code == 0
    source = line.on("add", IDLIB).out.split()[0]
    line.on("set", source, "published", PUBLISHED)
    return line, source


def test_the_command_says_the_same_of_the_same_claims(article: tuple[Line, str]) -> None:
    on, source = article
    text = IDLIB.read_text(encoding="utf-8")
    written = {}
    for claim, words, flagged in CASES:
        start, end = span_of(text, words, whole=False)
        made = on.on("claim", "situation", claim, "--quote", source, text[start:end])
        written[made.id] = claim, flagged
    code, found = checked(on, "L3")
    told = {f["item_id"]: f for f in found}
    assert code == 1
    assert set(told) == {ident for ident, (_claim, flagged) in written.items() if flagged}
    for ident, finding in told.items():
        claim, flagged = written[ident]
        assert claim[slice(*finding["span"])] == flagged
        assert finding["message"]


def test_and_of_the_judgement_under_both_standards(article: tuple[Line, str]) -> None:
    on, _source = article
    on.on("claim", "outlook", ESCALATION, "--kind", "assessed")
    assert [f["rule"] for f in checked(on, "L4", "L6")[1]] == ["L4"]
    on.on("set", "brief", "standard", "phia")
    code, found = checked(on, "L4", "L6")
    assert (code, [f["rule"] for f in found]) == (1, ["L4", "L6"])


def test_nor_does_the_command_take_52_per_cent(article: tuple[Line, str]) -> None:
    on, _source = article
    on.on("set", "brief", "standard", "phia")
    refused = on.on("judge", "War comes.", "--likelihood", "52 %", "--confidence", "low")
    assert refused.code != 0
    assert "between “realistic possibility” (40–<50 %) and “likely” (55–75 %)" in refused.err
    on.on("claim", "outlook", "There is a 52 % chance that war comes.", "--kind", "assessed")
    _code, found = checked(on, "L6")
    assert [f["severity"] for f in found] == ["error"]
    assert "“realistic possibility”" in found[0]["message"]
    assert "“likely”" in found[0]["message"]
