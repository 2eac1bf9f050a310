"""The sample brief: it is built whole, uses every feature once, and reads as a brief should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from briefing import inline, lookup, storage, templates
from briefing.checks import quotes
from briefing.diff import walk
from briefing.errors import BriefingError, StorageError
from briefing.importing import inputs
from briefing.model import (
    CLAIM_KINDS,
    FACETS,
    SECTION_KINDS,
    STANCES,
    Actor,
    Brief,
    Claim,
    Evidence,
    Judgement,
    Section,
    Source,
)
from briefing.storage import Opened, Store
from briefing.tasks import sample

NO_BREAK_SPACE = "\u00a0"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    path = sample.build(tmp_path_factory.mktemp("sample") / "sample.brief")
    opened = storage.open_brief(path, read_only=True)
    with opened.store:
        yield opened


@pytest.fixture
def built(opened: Opened) -> Store:
    return opened.store


@pytest.fixture
def brief(opened: Opened) -> Brief:
    return opened.brief


def nodes(brief: Brief, kind: type) -> list[object]:
    return [node for node in walk(brief) if isinstance(node, kind)]


def test_every_quote_stands_in_its_article(brief: Brief, built: Store) -> None:
    verdicts = quotes.verify(brief, built.text)
    assert [v.message for v in verdicts if not v.holds] == []
    assert len(verdicts) > 20


@pytest.mark.parametrize(
    ("kind", "unused"),
    [
        (
            Source,
            {
                "supersedes",
                "guessed",
                "pages",
                "mends_sha",
                "fetched_from",
                "fetched_at",
                "origin",
                "waivers",
                "struck_sha",
                "note",
            },
        ),
        (Claim, {"remarks", "day"}),
        (Judgement, {"remarks"}),
        (Actor, set[str]()),
        (Evidence, {"linked_to"}),
        (Section, set[str]()),
        (Brief, {"rules_off", "stale_days", "change_statement", "editions", "waivers", "export_choices"}),
    ],
)
def test_every_field_of_the_model_is_filled_somewhere(brief: Brief, kind: type, unused: set[str]) -> None:
    empty = {f.name for f in fields(kind) if not any(getattr(n, f.name) for n in nodes(brief, kind))}
    assert empty == unused


@pytest.mark.parametrize(
    ("kind", "field", "values"),
    [
        (Claim, "kind", CLAIM_KINDS),
        (Evidence, "stance", STANCES),
        (Section, "kind", tuple(kind for kind in SECTION_KINDS if kind != "chronology")),
        (Judgement, "confidence", ("low", "moderate")),
        (Claim, "facet", tuple(facet for facet in FACETS if facet != "intent")),
    ],
)
def test_every_choice_is_made_somewhere(
    brief: Brief, kind: type, field: str, values: tuple[str, ...]
) -> None:
    assert {getattr(n, field) for n in nodes(brief, kind)} == set(values)


def test_the_claims_show_bold_italic_and_links(brief: Brief) -> None:
    runs = [run for claim in lookup.claims(brief) for run in inline.parse(claim.text)]
    assert any(run.bold for run in runs)
    assert any(run.italic for run in runs)
    assert any(run.link.startswith("https://") for run in runs)


def test_a_claim_has_several_quotes_and_a_passage_several_claims(brief: Brief) -> None:
    assert max(len(claim.evidence) for claim in lookup.claims(brief)) >= 3
    passages = [(e.source, e.quote) for _, e in lookup.evidence(brief)]
    assert len(set(passages)) < len(passages)


def test_the_margin_has_something_to_say_but_nothing_is_broken(brief: Brief, built: Store) -> None:
    tally = quotes.tally(brief, quotes.verify(brief, built.text))
    assert (tally.broken, tally.contradicted, tally.unsourced) == (0, 1, 1)
    assert tally.sourced == tally.needing - 1


def test_the_words_are_of_the_kinds_that_go_wrong(brief: Brief) -> None:
    quoted = [e.quote.exact for _, e in lookup.evidence(brief)]
    assert any(NO_BREAK_SPACE in words for words in quoted)
    assert any(max(map(ord, words)) > 0xFFFF for words in quoted)
    arabic = [e for _, e in lookup.evidence(brief) if re.search(r"[\u0600-\u06ff]", e.quote.exact)]
    assert len(arabic) >= 2
    assert all(e.translation for e in arabic)


def test_every_source_is_cited_and_can_be_cited_properly(brief: Brief) -> None:
    for source in brief.sources:
        assert lookup.links_of_source(brief, source.id)
        wanted = (
            source.title,
            source.authors,
            source.publisher,
            source.published,
            source.accessed,
            source.url,
        )
        assert all(wanted)
        assert source.descriptor
        assert source.grade
        assert ".example/" in source.url


def test_the_articles_are_of_the_length_of_articles() -> None:
    read = {
        result.name: len(result.text.split())
        for result in inputs.read_files(
            sorted(sample.folder().glob("*.txt")) + sorted(sample.folder().glob("*.md"))
        )
        if isinstance(result, inputs.Imported) and result.name != "README.md"
    }
    assert len(read) == 5
    assert sum(250 <= words <= 500 for words in read.values()) >= 3


def test_every_step_is_in_the_history_under_its_name(built: Store) -> None:
    labels = {entry.label for entry in built.history(1000)}
    assert {"Add article", "New actor", "New claim", "New statement", "Link quote", "New judgement"} <= labels


def test_the_brief_keeps_to_the_length_of_its_template(brief: Brief) -> None:
    assert brief.template == templates.DEFAULT
    for section in brief.sections:
        items = list(section.items)
        if section.kind == "actors":
            items += [claim for actor in brief.actors for claim in actor.statements]
        assert sum(len(inline.plain(i.text).split()) for i in items) <= section.limit, section.id


def test_the_ids_can_be_chosen(tmp_path: Path) -> None:
    made: list[str] = []

    def new_id(prefix: str) -> str:
        made.append(f"{prefix}{len(made):03}")
        return made[-1]

    path = sample.build(tmp_path / "sample.brief", new_id)
    opened = storage.open_brief(path, read_only=True)
    opened.store.close()
    assert opened.brief.id == "b000"
    assert len(set(made)) == len(made)


def test_a_file_that_is_there_is_never_touched(tmp_path: Path) -> None:
    path = tmp_path / "sample.brief"
    path.write_text("mine")
    with pytest.raises(StorageError, match="exists already"):
        sample.build(path)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_what_goes_wrong_on_the_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        inputs, "read_files", lambda paths: iter([inputs.Failed("a.txt", "Bad.", "Mend it.")] * 5)
    )
    with pytest.raises(BriefingError, match="Bad"):
        sample.build(tmp_path / "sample.brief")
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no folder"):
        sample.build(tmp_path / "none" / "sample.brief")
