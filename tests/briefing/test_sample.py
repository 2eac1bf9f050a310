"""The sample: built by ordinary imports and edits, every feature in it once, nothing broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing import lookup, sample, storage
from briefing.checks import quotes
from briefing.errors import StorageError
from briefing.inline import parse
from briefing.model import Brief


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[storage.Opened]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFING_HOME", str(tmp_path_factory.mktemp("home")))
        path = sample.build(tmp_path_factory.mktemp("sample") / "sample.brief")
        found = storage.open_brief(path)
        with found.store:
            yield found


@pytest.fixture(scope="module")
def brief(opened: storage.Opened) -> Brief:
    return opened.brief


def test_no_quote_is_broken_and_one_claim_is_unsourced(opened: storage.Opened) -> None:
    verdicts = quotes.verify(opened.brief, opened.store.text)
    assert [v for v in verdicts if not v.holds] == []
    assert quotes.tally(opened.brief, verdicts).unsourced == 1


def test_it_has_articles_of_different_kinds_and_tongues(opened: storage.Opened) -> None:
    sources = opened.brief.sources
    assert len(sources) >= 3
    assert {s.filename.rpartition(".")[2] for s in sources} == {"txt", "md"}
    assert {"ar", "en"} <= {s.language for s in sources}
    assert all(s.title and s.publisher and s.authors for s in sources if s.kind == "article")
    assert all(s.published and s.url and s.accessed and s.grade and s.descriptor for s in sources)
    texts = [opened.store.text(s.text_sha) for s in sources]
    assert any("\u00a0" in text for text in texts)
    assert any(ord(max(text)) > 0xFFFF for text in texts)


def test_every_stance_grade_translation_and_note_is_used(brief: Brief) -> None:
    links = [e for _, e in lookup.evidence(brief)]
    assert {e.stance for e in links} == {"supports", "contradicts", "context"}
    assert any(e.translation for e in links)
    assert any(e.credibility for e in links)
    assert all(e.note for e in links if e.stance == "contradicts")


def test_a_claim_has_several_quotes_and_a_quote_several_claims(brief: Brief) -> None:
    assert any(len(claim.evidence) > 1 for claim in lookup.claims(brief))
    passages = [(e.source, e.quote) for _, e in lookup.evidence(brief)]
    assert len(set(passages)) < len(passages)


def test_claims_are_of_every_kind_with_bold_italic_and_a_link(brief: Brief) -> None:
    claims = list(lookup.claims(brief))
    assert {c.kind for c in claims} == {"reported", "assessed", "assumption", "gap", "editorial"}
    runs = [run for claim in claims for run in parse(claim.text)]
    assert any(run.bold for run in runs)
    assert any(run.italic for run in runs)
    assert any(run.link for run in runs)
    assert any(claim.waivers for claim in claims)


def test_actors_are_told_in_full(brief: Brief) -> None:
    assert all(a.name and a.aliases and a.kind and a.role and a.statements for a in brief.actors)
    assert len({s.facet for a in brief.actors for s in a.statements}) >= 3


def test_judgements_are_argued_in_full(brief: Brief) -> None:
    judgements = list(lookup.judgements(brief))
    assert judgements
    for judgement in judgements:
        assert judgement.likelihood
        assert judgement.standard == brief.standard
        assert judgement.confidence
        assert judgement.confidence_reason
        assert judgement.horizon
        assert judgement.basis
        assert judgement.indicators


def test_every_section_is_written(brief: Brief) -> None:
    empty = [s.id for s in brief.sections if not s.items and not (s.kind == "actors" and brief.actors)]
    assert empty == []
    assert brief.marking == "TLP:GREEN"


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.brief"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(StorageError, match="exists already"):
        sample.build(path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_nor_is_a_folder_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no folder"):
        sample.build(tmp_path / "no" / "sample.brief")
    assert list(tmp_path.iterdir()) == []
