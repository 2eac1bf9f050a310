"""Briefs that earlier programs made open, keep all they hold, and can be worked on."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model import Brief, Claim, Judgement, Waiver
from briefing.session import Session
from briefing.storage import open_brief, schema
from briefing.text import sha256

EARLIER = Path(__file__).parent / "earlier"
FROZE = {4, 5}  # those whose program could freeze an edition

every_schema = pytest.mark.parametrize("made_by", range(1, schema.version()))


def _unpacked(made_by: int, path: Path) -> Path:
    path.write_bytes(gzip.decompress((EARLIER / f"schema_{made_by}.brief.gz").read_bytes()))
    return path


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(found)


def _claims(brief: Brief) -> list[Claim]:
    return [item for section in brief.sections for item in section.items if isinstance(item, Claim)]


@every_schema
def test_an_earlier_file_is_of_its_own_schema(made_by: int, path: Path) -> None:
    assert _version(_unpacked(made_by, path)) == made_by


@every_schema
def test_an_earlier_file_is_brought_up_to_date_with_all_it_holds(made_by: int, path: Path) -> None:
    opened = open_brief(_unpacked(made_by, path))
    opened.store.close()
    assert _version(path) == schema.version()
    brief = opened.brief
    assert (brief.title, brief.author, brief.as_of, brief.edition) == (
        "Idlib in spring",
        "A. Writer",
        "2020-03-18",
        2,
    )
    first, second = (claim for claim in _claims(brief) if claim.text)
    again = "Joint patrols begin on Sunday, 15 March."
    assert first.text == (again if made_by in FROZE else "Joint patrols begin on **Sunday**.")
    assert [(waiver.rule, waiver.reason) for waiver in first.waivers] == [("L1", "agreed with the desk")]
    assert second.text == "A million people have fled."
    quotes = [evidence.quote.exact for claim in (first, second) for evidence in claim.evidence]
    assert quotes == ["will begin joint patrols on Sunday", "Almost a million people have fled"]
    (judgement,) = [
        item
        for section in brief.sections
        for item in section.items
        if isinstance(item, Judgement) and item.text
    ]
    assert (judgement.likelihood, judgement.confidence, judgement.basis) == (
        "likely",
        "moderate",
        (first.id,),
    )
    assert [actor.name for actor in brief.actors] == ["Türkiye"]
    assert [source.grade for source in brief.sources] == ["B"]
    assert [edition.number for edition in brief.editions] == ([1] if made_by in FROZE else [])


@every_schema
def test_its_quotes_still_stand_in_the_kept_article_and_editions_are_kept(made_by: int, path: Path) -> None:
    opened = open_brief(_unpacked(made_by, path))
    with opened.store as store:
        (source,) = opened.brief.sources
        text = store.text(source.text_sha)
        for claim in _claims(opened.brief):
            for evidence in claim.evidence:
                quote = evidence.quote
                assert text[quote.start : quote.end] == quote.exact
        for edition in opened.brief.editions:
            assert sha256(store.original(edition.snapshot_sha)) == edition.snapshot_sha


@every_schema
def test_it_can_be_edited_undone_and_opened_again(made_by: int, path: Path) -> None:
    opened = open_brief(_unpacked(made_by, path))
    with opened.store as store:
        session = Session(opened.brief, store)
        session.apply("Mark", lambda brief: replace(brief, waivers=(Waiver("L1", "so"),)))
        session.apply("Title", lambda brief: replace(brief, title="Idlib in summer"))
        session.undo()
    again = open_brief(path)
    again.store.close()
    assert again.brief == replace(opened.brief, waivers=(Waiver("L1", "so"),))


@every_schema
def test_but_reading_it_leaves_the_file_as_it_was(made_by: int, path: Path) -> None:
    before = _unpacked(made_by, path).read_bytes()
    opened = open_brief(path, read_only=True)
    opened.store.close()
    assert [claim.text for claim in _claims(opened.brief) if claim.text]
    assert path.read_bytes() == before
