"""Each command doing what it is for."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefing import lookup, storage
from briefing.cli.parser import COMMANDS
from briefing.edits.evidence import change_evidence
from briefing.model import Judgement
from briefing.session import Session
from tests.briefing.cli.conftest import TEXT, Line

Ids = dict[str, str]


def test_new_makes_an_empty_brief_and_prints_its_path(line: Line) -> None:
    result = line("new", "idlib.brief", "--template", "estimate", "--standard", "phia", "--author", "Desk")
    assert (result.code, result.out, result.err) == (0, f"{line.path}\n", "")
    brief = line.read()
    assert (brief.title, brief.template, brief.standard, brief.author) == (
        "idlib",
        "estimate",
        "phia",
        "Desk",
    )


def test_add_prints_the_id_and_title_of_each_article(line: Line, written: Ids) -> None:
    Path("b.txt").write_text("Second one\n\nWith words of its own.", encoding="utf-8")
    Path("c.md").write_text("# Third one\n\nWith **bold** words.", encoding="utf-8")
    result = line.on("add", "b.txt", "c.md")
    assert result.code == 0
    ids = [s.id for s in line.read().sources[1:]]
    assert result.out == f"{ids[0]}\tSecond one\n{ids[1]}\tThird one\n"


def test_but_a_bad_file_is_named_and_the_good_ones_are_added(line: Line, written: Ids) -> None:
    Path("b.txt").write_text("Second one\n\nWith words of its own.", encoding="utf-8")
    Path("empty.txt").touch()
    result = line.on("add", "empty.txt", "gone.txt", "b.txt")
    assert result.code == 2
    assert "empty.txt" in result.err
    assert "gone.txt" in result.err
    assert [s.filename for s in line.read().sources] == ["patrols.txt", "b.txt"]


def test_a_file_that_holds_an_address_is_answered_with_the_command_that_adds_the_page(
    line: Line, written: Ids
) -> None:
    Path("story.url").write_text("[InternetShortcut]\nURL=https://post.example/a?b=1\n", encoding="utf-8")
    result = line.on("add", "story.url")
    assert (result.code, result.out) == (2, "")
    assert f"add {line.path} 'https://post.example/a?b=1'" in result.err
    assert len(line.read().sources) == 1


def test_and_a_text_that_is_there_already_is_said_and_is_no_error(line: Line, written: Ids) -> None:
    result = line.on("add", "patrols.txt")
    assert (result.code, result.out) == (0, "")
    assert "“patrols.txt” was not added" in result.err
    assert f"in this brief already, as {written['source']} “Patrols to begin”" in result.err
    assert len(line.read().sources) == 1


def test_add_reads_standard_input(line: Line, written: Ids, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Gelesen\n\nÜber die Brücke.".encode()))
    )
    result = line.on("add", "-")
    assert result.code == 0
    assert result.out.endswith("\tGelesen\n")


def test_add_passes_over_what_a_folder_holds_besides(line: Line, written: Ids) -> None:
    Path("folder").mkdir()
    Path("folder/b.txt").write_text("Second one\n\nWith words of its own.", encoding="utf-8")
    Path("folder/picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = line.on("add", "folder")
    assert result.code == 0
    assert len(line.read().sources) == 2


def test_text_prints_the_exact_words(line: Line, written: Ids) -> None:
    assert line.on("text", written["source"]).out == TEXT


def test_text_prints_all_articles_as_one_line_of_json_each(line: Line, written: Ids) -> None:
    page = '<html lang="de"><h1>Über die Brücke</h1><p>Worte<br>in zwei Zeilen.</p></html>'
    Path("b.html").write_text(page, encoding="utf-8")
    Path("c.ris").write_text("TY  - NEWS\nTI  - Only a record\nER  - \n", encoding="utf-8")
    line.on("add", "b.html")
    line.on("add", "c.ris")
    result = line.on("text", "--all", "--json")
    first, second, third = map(json.loads, result.out.splitlines())
    assert list(first) == [
        "id", "filename", "title", "published", "authors", "publisher", "url", "language", "notices", "text",
    ]  # fmt: skip
    assert (first["id"], first["text"]) == (written["source"], TEXT)
    assert (second["filename"], second["language"]) == ("b.html", "de")
    assert "Über die Brücke\nWorte\nin zwei Zeilen." in second["text"]
    assert (third["title"], third["text"]) == ("Only a record", "")


def test_text_prints_all_articles_below_their_titles(line: Line, written: Ids) -> None:
    assert line.on("text", "--all").out == f"{written['source']}\tPatrols to begin\n{TEXT}"


def test_sources_lists_the_articles(line: Line, written: Ids) -> None:
    line.on("set", written["source"], "publisher", "Northern Wire")
    assert line.on("sources").out == f"{written['source']}\t–\tNorthern Wire\tPatrols to begin\t1 link\n"


def test_a_note_on_an_article_is_listed_with_it_and_never_printed(line: Line, written: Ids) -> None:
    line.on("set", written["source"], "note", "Ask the stringer.\nTwice.")
    assert line.on("sources").out.endswith("\t1 link · note: Ask the stringer. Twice.\n")
    for name in ("note.md", "note.html"):
        assert line.on("export", "-o", name, "--force", "Wanted at once").code == 0
        assert "stringer" not in Path(name).read_text(encoding="utf-8")


def test_a_claim_and_its_quotes_are_one_step(line: Line, written: Ids) -> None:
    before = len(json.loads(line.on("history", "--json").out))
    quote = ("--quote", written["source"], "minister said", "--quote", written["source"], "the road opens")
    claim = (
        lookup.claim(line.read(), made)
        if (made := line.on("claim", "gaps", "Two **quotes**.", *quote).id)
        else None
    )
    assert claim is not None
    assert [e.quote.exact for e in claim.evidence] == ["minister said", "the road opens"]
    assert claim.kind == "gap"
    assert len(json.loads(line.on("history", "--json").out)) == before + 1


@pytest.mark.parametrize("exact", ["Posten\u00a0stehen", "🚚 قوات", "dort. 🚚"])
def test_quotes_keep_every_character(line: Line, written: Ids, exact: str) -> None:
    made = line.on("link", written["bare"], written["source"], exact).id
    (link,) = [e for _, e in lookup.evidence(line.read()) if e.id == made]
    assert link.quote.exact == exact
    assert TEXT[link.quote.start : link.quote.end] == exact


def test_link_takes_a_stance_and_an_occurrence(line: Line, written: Ids) -> None:
    made = line.on(
        "link", written["bare"], written["source"], "n Sunday", "--stance", "context", "--occurrence", 2
    ).id
    (link,) = [e for _, e in lookup.evidence(line.read()) if e.id == made]
    assert link.stance == "context"
    assert link.quote.start == TEXT.index("On Sunday") + 1


def test_linking_the_same_words_again_only_changes_the_stance(line: Line, written: Ids) -> None:
    again = line.on(
        "link", written["claim"], written["source"], "The patrols begin", "--stance", "contradicts"
    ).id
    assert again == written["link"]
    assert [e.stance for _, e in lookup.evidence(line.read())] == ["contradicts"]


def test_unlink_takes_a_quote_away(line: Line, written: Ids) -> None:
    assert line.on("unlink", written["link"]).code == 0
    assert list(lookup.evidence(line.read())) == []


@pytest.mark.parametrize("named", ["actor", "Hulusi Akar", "akar"])
def test_a_statement_stands_under_its_actor(line: Line, written: Ids, named: str) -> None:
    quote = ("--facet", "position", "--quote", written["source"], "minister said")
    made = line.on("statement", written.get(named, named), "Wants patrols.", *quote).id
    (claim,) = lookup.actor(line.read(), written["actor"]).statements
    assert (claim.id, claim.facet, len(claim.evidence)) == (made, "position", 1)


def test_judge_sets_all_of_a_judgement(line: Line, written: Ids) -> None:
    args = (
        "--likelihood",
        "Very Likely",
        "--confidence",
        "high",
        "--confidence-reason",
        "Two agree.",
        "--horizon",
        "to May",
        "--basis",
        written["claim"],
    )
    made = line.on(
        "judge", "It rains.", *args, "--indicator", "clouds", "--indicator", "wind", "--section", "gaps"
    ).id
    judgement = lookup.item(line.read(), made)
    assert isinstance(judgement, Judgement)
    assert (judgement.likelihood, judgement.standard, judgement.confidence) == (
        "very likely",
        "icd203",
        "high",
    )
    assert (judgement.horizon, judgement.basis) == ("to May", (written["claim"],))
    assert judgement.indicators == ("clouds", "wind")
    assert judgement.confidence_reason == "Two agree."


SETS = [
    ("brief", "cut-off", "2020-03-17T18:00", "cut_off", "2020-03-17T18:00"),
    ("brief", "marking", "tlp:green", "marking", "TLP:GREEN"),
    ("source", "published", "2020-03-13", "published", "2020-03-13"),
    ("source", "authors", "A. One; B. Two", "authors", ("A. One", "B. Two")),
    ("claim", "text", "Patrols *begin*.", "text", "Patrols *begin*."),
    ("actor", "role", "Turkish minister", "role", "Turkish minister"),
    ("judgement", "likelihood", "unlikely", "likelihood", "unlikely"),
    ("link", "translation", "die Streifen", "translation", "die Streifen"),
    ("situation", "title", "What happened", "title", "What happened"),
]


@pytest.mark.parametrize(("what", "field", "value", "name", "stored"), SETS)
def test_set_sets_any_field(
    line: Line, written: Ids, what: str, field: str, value: str, name: str, stored: object
) -> None:
    ident = written.get(what, what)
    result = line.on("set", ident, field, value)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert getattr(lookup.entity(line.read(), ident), name) == stored


@pytest.mark.parametrize("what", ["claim", "bare", "actor", "judgement", "link"])
def test_remove_takes_a_thing_out(line: Line, written: Ids, what: str) -> None:
    assert line.on("remove", written[what]).code == 0
    assert written[what] not in {e.id for e in lookup.entities(line.read())}


def test_remove_takes_a_source_with_its_links_when_told(line: Line, written: Ids) -> None:
    assert line.on("remove", written["source"], "--unlink").code == 0
    assert line.read().sources == ()


def test_ids_may_be_shortened(line: Line, written: Ids) -> None:
    assert line.on("set", written["claim"][:6], "kind", "assessed").code == 0
    assert lookup.claim(line.read(), written["claim"]).kind == "assessed"


def test_outline_shows_ids_numbers_and_states(line: Line, written: Ids) -> None:
    out = line.on("outline").out
    assert f"{written['claim']}  Patrols begin. [1]  (reported, sourced)" in out
    assert f"{written['bare']}  A road opens.  (reported, unsourced)" in out
    assert "“The patrols begin”" in out
    assert "Hulusi Akar" in out
    assert "likely (ICD 203, 55–80 %)" in out
    assert "1 of 2 claims sourced" in out


def test_verify_counts_the_quotes(line: Line, written: Ids) -> None:
    result = line.on("verify")
    assert (result.code, result.err) == (0, "")
    assert "1 of 1 quote found" in result.out


@pytest.mark.parametrize(("name", "begins"), [("a.docx", b"PK"), ("a.md", b"---"), ("a.html", b"<!")])
def test_export_writes_each_format(line: Line, written: Ids, name: str, begins: bytes) -> None:
    line.on("set", "brief", "rules_off", "L1; L3; L10; L11")
    result = line.on("export", "-o", name)
    assert (result.code, result.out) == (0, f"{name}\n")
    assert Path(name).read_bytes().startswith(begins)


def test_but_a_lost_quote_stops_it_unless_a_reason_is_given(line: Line, written: Ids) -> None:
    lose_the_quote(line)
    assert line.on("verify").code == 1
    stopped = line.on("export", "-o", "a.md")
    assert (stopped.code, stopped.out, Path("a.md").exists()) == (1, "", False)
    assert stopped.err.count("\n") == 1
    assert line.on("export", "-o", "a.md", "--force", "Wanted at once").code == 0
    assert "Wanted at once" in Path("a.md").read_text(encoding="utf-8")


def test_a_draft_needs_no_reason_and_says_so_and_the_final_file_after_it_does_not(
    line: Line, written: Ids
) -> None:
    lose_the_quote(line)
    drafted = line.on("export", "-o", "a.md", "--draft")
    assert drafted.code == 0
    assert "In this draft: one quote could not be found again where it was made" in drafted.err
    text = Path("a.md").read_text(encoding="utf-8")
    assert text.count("**DRAFT**") == 2
    assert "> **Draft: one quote could not be found again where it was made.**" in text
    assert "Reason given" not in text
    assert line.on("export", "-o", "a.md", "--draft", "--force", "x").code == 2
    assert line.on("export", "-o", "a.md", "--force", "Wanted").code == 0
    assert "draft" not in Path("a.md").read_text(encoding="utf-8").casefold()


def test_a_word_template_is_for_word_files_and_any_other_says_so(line: Line, written: Ids) -> None:
    exported = line.on("export", "-o", "a.md", "--draft", "--template", "plain")
    assert (exported.code, "Markdown takes no Word template" in exported.err) == (0, True)
    assert "template" not in line.on("export", "-o", "b.md", "--draft").err


def test_other_errors_stop_no_export_and_are_named(line: Line, written: Ids) -> None:
    exported = line.on("export", "-o", "a.md")
    assert exported.code == 0
    assert "Exported with open findings: " in exported.err
    assert "one reported claim has no quote" in exported.err
    assert "there is no source summary" not in exported.err  # what is missing in form is a note
    assert "Exported although" not in Path("a.md").read_text(encoding="utf-8")
    assert line.on("check").code == 1


def test_a_reason_that_was_not_asked_for_is_shown_with_what_stood(line: Line, written: Ids) -> None:
    line.on("set", "brief", "rules_off", "L3")
    assert line.on("export", "-o", "a.md", "--force", "Wanted").code == 0
    text = Path("a.md").read_text(encoding="utf-8")
    assert "> **Exported although one reported claim has no quote.** Reason given: Wanted" in text, text
    assert "quotes failed" not in text


def lose_the_quote(line: Line) -> None:
    """Give the linked evidence words that its source does not have, as only damage could."""
    opened = storage.open_brief(line.path)
    with opened.store as store:
        ((_, linked),) = lookup.evidence(opened.brief)
        lost = replace(linked, quote=replace(linked.quote, exact="Nobody said this"))
        Session(opened.brief, store).apply("Lose", change_evidence, lost)


def test_copy_leaves_the_history_out_when_shared(line: Line, written: Ids) -> None:
    assert line.on("copy", "whole.brief").code == 0
    assert line.on("copy", "shared.brief", "--share").code == 0
    assert line("outline", "shared.brief").out == line.on("outline").out
    assert len(line("history", "whole.brief").out.splitlines()) > 3
    assert line("history", "shared.brief").out.count("New claim") == 0


def test_a_brief_can_be_put_back_from_its_backup(line: Line, written: Ids) -> None:
    line.on("set", "brief", "audience", "The minister")  # opening it to change it makes a backup
    assert line.on("backups").out.startswith("1\t")
    newest = storage.backups_of(line.path)[0]
    line.path.write_bytes(b"broken")
    result = line.on("restore")
    assert result.code == 0
    assert Path(result.out.strip()).read_bytes() == b"broken"
    assert line.read() == line_of(newest.path)


def line_of(path: Path) -> object:
    opened = storage.open_brief(path, read_only=True)
    opened.store.close()
    return opened.brief


def test_templates_are_listed_with_the_place_for_ones_own(line: Line) -> None:
    result = line("templates")
    assert result.out.startswith("situation-brief\tSituation brief\t")
    assert len(result.out.splitlines()) == 6
    assert "templates" in result.err


def test_sample_builds_the_sample(line: Line) -> None:
    assert line("sample", line.path).out == f"{line.path}\n"
    assert line.on("verify").code == 0


def test_add_prints_json_when_asked(line: Line, written: Ids) -> None:
    Path("b.txt").write_text("Zweiter\n\nÜber die Brücke.", encoding="utf-8")
    (added,) = json.loads(line.on("add", "b.txt", "patrols.txt", "--json").out)
    assert (added["title"], added["filename"]) == ("Zweiter", "b.txt")


JSON: list[tuple[tuple[str, ...], type]] = [
    (("sources",), list),
    (("text", "source"), dict),
    (("outline",), dict),
    (("verify",), dict),
    (("history",), list),
    (("backups",), list),
    (("claim", "gaps", "Wer weiß?"), dict),
    (("actor", "Рөстәм"), dict),
    (("link", "bare", "source", "minister said"), dict),
]


@pytest.mark.parametrize(("args", "kind"), JSON, ids=[args[0] for args, _ in JSON])
def test_what_prints_data_prints_json(line: Line, written: Ids, args: tuple[str, ...], kind: type) -> None:
    line.on("set", "brief", "audience", "The minister")
    result = line.on(args[0], *(written.get(arg, arg) for arg in args[1:]), "--json")
    assert (result.code, result.err) == (0, "")
    data: Any = json.loads(result.out)
    assert isinstance(data, kind)
    assert "\\u" not in result.out


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_each_command_has_help_with_an_example(line: Line, name: str) -> None:
    result = line(name, "--help")
    assert (result.code, result.err) == (0, "")
    assert f"usage: briefing {name} " in result.out
    assert f"example:\n  briefing {name}" in result.out


def test_the_help_names_every_command(line: Line) -> None:
    out = line("--help").out
    assert [c.name for c in COMMANDS if f"    {c.name}" not in out] == []
    assert line("--version").out.startswith("Briefing Desk 0.")


def test_replace_puts_other_words_in_their_place_and_keeps_the_quotes(line: Line, written: Ids) -> None:
    before = line.read()
    claim = next(c for c in lookup.claims(before) if c.evidence)
    word = claim.text.split()[0]
    shown = line.on("replace", word, "Zebras", "--case", "--words", "--in", "claims", "--dry-run")
    assert shown.code == 0
    assert f"{claim.id}\t" in shown.out
    assert "Zebras" in shown.out
    assert line.read() == before
    assert line.on("replace", word, "Zebras", "--case", "--words", "--in", "claims").out == shown.out
    after = lookup.claim(line.read(), claim.id)
    assert after.text == claim.text.replace(word, "Zebras")
    assert after.evidence == claim.evidence
    assert line.on("replace", "nowhere-at-all", "x").out == "0 places\n"
