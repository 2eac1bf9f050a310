"""Commands that prove a brief and hand it on: check, summary, edition, verify of a file, references,
review.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import lookup
from tests.briefing.cli.conftest import Line

Ids = dict[str, str]


def test_the_rules_are_asked_and_an_error_is_exit_code_1(line: Line, written: Ids) -> None:
    found = line.on("check")
    assert found.code == 1
    assert f"L1\terror\t{written['bare']}\t" in found.out
    data = json.loads(line.on("check", "--json", "--rule", "L1").out)
    assert {f["rule"] for f in data["findings"]} == {"L1"}
    assert data["errors"] == 1


def test_a_waived_error_stands_no_more_and_a_rule_can_be_switched_off(line: Line, written: Ids) -> None:
    line.on("set", written["bare"], "waivers", "L1: told on the phone")
    assert line.on("check", "--rule", "L1").code == 0
    assert "(waived: told on the phone)" in line.on("check", "--rule", "L1").out
    assert "There is no source summary" in line.on("check", "--rule", "L11").out
    line.on("set", "brief", "rules_off", "L11")
    assert "There is no source summary" not in line.on("check", "--rule", "L11").out
    assert "There is no rule “L99”" in line.on("check", "--rule", "l99").err
    line.on("set", written["bare"], "waivers", "")
    assert line.on("check", "--rule", "L1", "--rule", "L10").code == 1


def test_a_reason_may_hold_a_semicolon(line: Line, written: Ids) -> None:
    line.on("set", written["bare"], "waivers", "L1: by phone; no text; L8: counted")
    assert "waived L1: by phone; no text\n" in line.on("outline").out


def test_a_claim_that_says_more_than_its_quote_is_found(line: Line, written: Ids) -> None:
    for field, value in (("published", "2020-03-13"), ("language", "en")):
        line.on("set", written["source"], field, value)
    line.on(
        "claim", "situation", "The patrols begin on Tuesday.", "--quote", written["source"], "begin on Sunday"
    )
    found = line.on("check", "--rule", "L3")
    assert found.code == 1
    assert "Tuesday" in found.out


def test_grade_1_asks_for_two_origins(line: Line, written: Ids) -> None:
    link = next(e.id for _, e in lookup.evidence(line.read()))
    refused = line.on("set", link, "credibility", "1")
    assert refused.code == 2
    assert "confirmed by other independent sources" in refused.err
    assert line.on("set", link, "credibility", "2").code == 0


def test_the_summary_is_drafted_and_written_into_its_section(line: Line, written: Ids) -> None:
    assert line.on("summary").out.startswith("This brief rests on ")
    assert line.on("summary", "--write").code == 0
    assert line.on("check", "--rule", "L11").code == 0
    before = line.read()
    line.on("summary", "--write")
    section = lookup.section(line.read(), "summary")
    assert len(section.items) == len(lookup.section(before, "summary").items)
    own = "Both are agencies with people on the ground."
    line.on("set", section.items[0].id, "text", own)
    line.on("summary", "--write")
    line.on("summary", "--write")
    drafted, kept, *_ = lookup.section(line.read(), "summary").items
    assert drafted.text.startswith("This brief rests on ")
    assert kept == replace(section.items[0], text=own)


def test_an_edition_is_frozen_compared_and_followed_by_a_statement(line: Line, written: Ids) -> None:
    assert line.on("edition", "--changes").code == 2
    refused = line.on("edition", "--freeze")
    assert (refused.code, refused.out) == (1, "")
    assert "Edition 1 was not frozen: one reported claim has no quote" in refused.err
    assert line.on("edition", "--freeze", "--force").out == "Edition 1 is frozen; this is edition 2.\n"
    line.on("set", written["claim"], "text", "Patrols begin next week.")
    changes = json.loads(line.on("edition", "--changes", "--json").out)["changes"]
    assert [(c["item_id"], c["what"]) for c in changes] == [(written["claim"], "reworded")]
    assert line.on("check", "--rule", "L15").out.count("L15") == 1
    assert "“Patrols" in line.on("edition", "--draft").out
    assert line.read().change_statement
    assert "L15\t" not in line.on("check", "--rule", "L15").out
    assert "Edition 7 has not been frozen" in line.on("edition", "--changes", "7").err


@pytest.fixture
def handed(line: Line, written: Ids) -> Path:
    """The brief as a Word file, handed over."""
    assert line.on("export", "-o", "brief.docx", "--force", "A draft").code == 0
    return Path("brief.docx")


def articles(line: Line, written: Ids) -> Path:
    folder = Path("articles")
    folder.mkdir()
    (folder / "a.txt").write_text(line.on("text", written["source"]).out, encoding="utf-8")
    return folder


def test_a_stranger_checks_a_handed_file_with_the_articles_alone(
    line: Line, written: Ids, handed: Path
) -> None:
    folder = articles(line, written)
    held = line("verify", handed, "--sources", folder)
    assert held.code == 0
    assert "unsourced" in held.out
    altered = (folder / "a.txt").read_text(encoding="utf-8").replace("patrols begin", "patrols begun")
    (folder / "a.txt").write_text(altered, encoding="utf-8")
    found = line("verify", handed, "--sources", folder, "--json")
    assert found.code == 1
    assert json.loads(found.out)["wrong"] >= 1
    assert line("verify", "none.docx", "--sources", folder).code == 2
    line.on("export", "-o", "bare.docx", "--notes", "list", "--force", "a draft")
    bare = line("verify", "bare.docx", "--sources", folder)
    assert (bare.code, "shows no quotes" in bare.out) == (1, True)
    folder.joinpath("none").mkdir()
    assert "no article" in line("verify", handed, "--sources", folder / "none").err


@pytest.mark.parametrize(("name", "begins"), [("r.json", "["), ("r.ris", "TY  - "), ("r.bib", "@")])
def test_the_sources_are_written_for_reference_managers(
    line: Line, written: Ids, name: str, begins: str
) -> None:
    assert line.on("references", "-o", name).code == 0
    assert Path(name).read_text(encoding="utf-8").lstrip().startswith(begins)


@pytest.mark.parametrize(
    "look",
    [
        ("--notes", "endnotes"), ("--notes", "list"), ("--citation", "author-date"), ("--quotes", "none"),
        ("--template", "memo"), ("--annex", "yes"), ("--contents", "yes"), ("--page", "letter"), ("--actors", "list"),  # noqa: E501
        ("--together", "yes"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_choice_of_an_export_can_be_made(line: Line, written: Ids, look: tuple[str, str]) -> None:
    for name in ("a.docx", "a.md", "a.html"):
        assert line.on("export", "-o", name, "--force", "A draft", *look).code == 0


def test_markdown_with_keys_has_its_references_beside_it(line: Line, written: Ids) -> None:
    line.on("export", "-o", "a.md", "--force", "A draft", "--links", "csl")
    assert json.loads(Path("a.references.json").read_text(encoding="utf-8"))
    assert "[@" in Path("a.md").read_text(encoding="utf-8")


def edited(handed: Path, old: str, new: str) -> Path:
    """Return a copy of a Word file in which some words are others, as an untracked edit leaves them."""
    target = Path("reviewed.docx")
    with zipfile.ZipFile(handed) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            made.writestr(name, data)
    return target


@pytest.mark.parametrize(
    "look",
    [
        (),
        pytest.param(("--template", "memo"), marks=pytest.mark.slow),
        pytest.param(("--template", "one-pager"), marks=pytest.mark.slow),
        pytest.param(("--annex", "yes"), marks=pytest.mark.slow),
    ],
)
def test_a_draft_comes_back_and_is_verified_like_any_file(
    line: Line, written: Ids, look: tuple[str, ...]
) -> None:
    names = ("d.docx", "d.md", "d.html")
    for name in names:
        assert line.on("export", "-o", name, "--draft", *look).code == 0
    folder = articles(line, written)
    for name in names:
        assert line("verify", name, "--sources", folder).code == 0
    found = line.on("review", "d.docx")
    assert (found.code, found.out) == (0, "0 proposals open.\n")
    assert found.err == ""


def test_an_untouched_file_proposes_nothing(line: Line, handed: Path) -> None:
    found = line.on("review", handed)
    assert (found.code, found.out) == (0, "0 proposals open.\n")


def test_a_reviewed_file_is_taken_up_and_evidence_stays(line: Line, written: Ids, handed: Path) -> None:
    claim = lookup.claim(line.read(), written["claim"])
    reviewed = edited(handed, claim.text, "The patrols will begin shortly.")
    found = line.on("review", reviewed)
    assert found.code == 1
    (proposal,) = (row.split("\t") for row in found.out.split("\n") if "\t" in row)
    assert proposal[1:3] == ["reword", claim.id]
    assert line.on("review", reviewed, "--apply", proposal[0]).code == 0
    after = lookup.claim(line.read(), claim.id)
    assert after.text == "The patrols will begin shortly."
    assert [e.quote for e in after.evidence] == [e.quote for e in claim.evidence]
    assert all(e.linked_to for e in after.evidence)
    assert line.on("review", reviewed, "--apply", "p0000").code == 2


def test_what_changed_is_in_the_exported_file_and_what_was_set_aside_when_asked(
    line: Line, written: Ids
) -> None:
    assert line.on("edition", "--freeze").code == 1
    assert line.on("edition", "--freeze", "--force").code == 0
    line.on("set", "brief", "change_statement", "Unlikely became likely.")
    line.on("set", "brief", "waivers", "L11: told on the phone")
    line.on("set", written["source"], "waivers", "L10: the author asked not to be named")
    line.on("export", "-o", "b.md")
    text = Path("b.md").read_text(encoding="utf-8")
    assert "**Changes.** Since edition 1: Unlikely became likely." in text
    assert "et aside" not in text
    line.on("export", "-o", "b.md", "--waivers", "yes")
    text = Path("b.md").read_text(encoding="utf-8")
    assert "**Set aside.** Source summary: the brief as a whole: told on the phone." in text
    assert "**Set aside.** Details of a source: “Patrols to begin”: the author asked not to be named." in text


def test_what_was_changed_in_a_handed_file_is_named_and_its_number_compared(line: Line, written: Ids) -> None:
    folder = articles(line, written)
    assert line.on("export", "-o", "brief.html", "--force", "A draft").code == 0
    held = line("verify", "brief.html", "--sources", folder)
    assert (held.code, "Nothing else was changed" in held.out) == (0, True)
    number = held.out.split("check number ")[1].strip(" .\n")
    assert line("verify", "brief.html", "--sources", folder, "--check-number", number.lower()).code == 0
    other = line("verify", "brief.html", "--sources", folder, "--check-number", "0000-0000-0000-0000")
    assert (other.code, "not the one that you were given" in other.out) == (1, True)
    text = Path("brief.html").read_text(encoding="utf-8")
    Path("brief.html").write_text(text.replace("</h1>", " (final)</h1>"), encoding="utf-8")
    found = line("verify", "brief.html", "--sources", folder, "--json")
    assert found.code == 1
    (wrong,) = (a for a in json.loads(found.out)["attested"] if a["state"] == "changed")
    assert "“(final)” was put in" in wrong["message"]
    assert "--sources" in line("verify", "brief.html").err
