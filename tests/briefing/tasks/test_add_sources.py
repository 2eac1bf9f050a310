"""What adding comes to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.importing.common.parsed import Parsed, Part
from briefing.importing.results import Failed, Imported, Listing, Records, Result, imported
from briefing.model import Brief, Claim, Evidence, Quote, Section, Source
from briefing.session import Body
from briefing.tasks import add_sources

STORY = "Patrols start on Sunday.\nThe minister said so in Ankara."
TODAY = "2020-03-14"


def article(text: str = STORY, name: str = "a.txt", **fields: object) -> Imported:
    return imported(name, text.encode(), Parsed(text, **fields))  # type: ignore[arg-type]


def added(brief: Brief, *results: Result) -> tuple[Brief, add_sources.Intake]:
    taken = add_sources.take(brief, results, accessed=TODAY)
    return add_sources.put(brief, taken), taken


def outcomes(taken: add_sources.Intake) -> list[str]:
    return [line.outcome for line in taken.lines]


def test_a_new_article_is_added_with_its_bodies() -> None:
    brief, taken = added(Brief("b"), article(title="Patrols"))
    (source,) = brief.sources
    assert (source.title, source.accessed, source.filename) == ("Patrols", TODAY, "a.txt")
    assert outcomes(taken) == ["added"]
    assert {body.sha for body in taken.bodies} == {source.text_sha}


@pytest.mark.parametrize("again", [article(name="b.txt"), article(url="https://post.example/x")])
def test_the_same_words_again_are_known_and_not_added_twice(again: Imported) -> None:
    brief, taken = added(Brief("b"), article(), again)
    assert len(brief.sources) == 1
    assert outcomes(taken) == ["added", "known"]


def test_the_same_bytes_are_known_even_where_another_text_was_read_from_them() -> None:
    first = replace(article(), original=b"%PDF")
    second = replace(article("Another reading."), original=b"%PDF")
    brief, taken = added(Brief("b"), first, second)
    assert len(brief.sources) == 1
    assert outcomes(taken) == ["added", "known"]


def test_another_text_at_the_same_address_is_a_new_version() -> None:
    brief, _ = added(Brief("b"), article(url="https://post.example/patrols", publisher="Post"))
    old = brief.sources[0]
    corrected = article(STORY.replace("Sunday", "Monday"), url="http://www.post.example/patrols/")
    brief, taken = added(brief, corrected)
    assert outcomes(taken) == ["version"]
    new = brief.sources[1]
    assert (new.supersedes, new.publisher) == (old.id, "Post")
    assert brief.sources[0] is old


def test_but_a_front_page_has_another_text_each_hour_and_supersedes_nothing() -> None:
    brief, _ = added(Brief("b"), article(url="https://post.example/"))
    brief, taken = added(brief, article("Other news.", url="https://post.example"))
    assert outcomes(taken) == ["added"]
    assert [s.supersedes for s in brief.sources] == ["", ""]


def test_a_record_completes_the_article_it_names_and_keeps_what_is_there() -> None:
    brief, _ = added(Brief("b"), article(title="Patrols start", url="https://post.example/patrols"))
    record = Source("", title="Patrols start on Sunday", publisher="Post", published="2020-03-13",
                    url="https://post.example/patrols?utm_source=x")  # fmt: skip
    brief, taken = added(brief, Records("refs.ris", (record,)))
    (source,) = brief.sources
    assert outcomes(taken) == ["filled"]
    assert (source.title, source.publisher, source.published) == ("Patrols start", "Post", "2020-03-13")


def test_a_record_without_its_text_waits_for_it() -> None:
    record = Source("", title="Patrols start", publisher="Post", url="https://post.example/patrols")
    brief, taken = added(Brief("b"), Records("refs.bib", (record,)))
    assert outcomes(taken) == ["record"]
    waiting = brief.sources[0]
    assert not waiting.text_sha
    brief, taken = added(brief, article(url="https://post.example/patrols", title="PATROLS"))
    (source,) = brief.sources
    assert outcomes(taken) == ["filled"]
    assert (source.id, source.title, source.publisher) == (waiting.id, "Patrols start", "Post")
    assert source.text_sha
    assert source.accessed == TODAY


@pytest.mark.parametrize(("fetched_at", "accessed"), [("", "2020-02-02"), ("2020-03-14T10:00:00Z", TODAY)])
def test_a_record_tells_when_a_kept_file_was_read_and_a_fetched_page_tells_it_itself(
    fetched_at: str, accessed: str
) -> None:
    record = Source("", title="Patrols", url="https://post.example/patrols", accessed="2020-02-02")
    brief, _ = added(Brief("b"), Records("refs.bib", (record,)))
    read = article(url="https://post.example/patrols")
    read = replace(read, source=replace(read.source, fetched_at=fetched_at))
    brief, _ = added(brief, read)
    assert [source.accessed for source in brief.sources] == [accessed]


def test_a_field_typed_while_the_file_was_read_stays() -> None:
    brief, _ = added(Brief("b"), article(url="https://post.example/patrols"))
    record = Source("", title="T", publisher="Record", url="https://post.example/patrols")
    taken = add_sources.take(brief, [Records("refs.ris", (record,))], accessed=TODAY)
    typed = replace(brief, sources=(replace(brief.sources[0], publisher="Typed"),))
    assert add_sources.put(typed, taken).sources[0].publisher == "Typed"


def test_a_text_added_meanwhile_is_not_added_twice() -> None:
    taken = add_sources.take(Brief("b"), [article()], accessed=TODAY)
    brief, _ = added(Brief("b"), article(name="other.txt"))
    assert add_sources.put(brief, taken) == brief


def test_failures_are_lines_and_locked_files_are_kept_for_their_password() -> None:
    locked = Failed("x.pdf", "It opens with a password.", needs="password")
    _, taken = added(
        Brief("b"), locked, Failed("y.mp4", "Not a kind.", skipped=True), Failed("z.txt", "Empty.", "Why?")
    )
    assert outcomes(taken) == ["failed", "left", "failed"]
    assert taken.locked == (locked,)
    assert not taken.changes


def test_attachments_and_listings_are_handed_on_and_nothing_of_them_is_added() -> None:
    part = Part("report.pdf", b"%PDF")
    mail = replace(article(name="m.eml"), attachments=(part,))
    brief, taken = added(Brief("b"), mail, Listing("feed.xml", "Feed", (Part("e"),)))
    assert taken.attachments == ((brief.sources[0].id, (part,)),)
    assert [listing.title for listing in taken.listings] == ["Feed"]
    assert len(brief.sources) == 1


def test_bodies_can_be_handed_over_as_they_come() -> None:
    kept: list[Body] = []
    taken = add_sources.take(
        Brief("b"),
        [article(), article("Other words.")],
        accessed=TODAY,
        keep=lambda bodies: kept.extend(bodies),
    )
    assert taken.bodies == ()
    assert {body.sha for body in kept} == {source.text_sha for source in taken.sources}


def test_quotes_stay_on_the_old_version() -> None:
    brief, _ = added(Brief("b"), article(url="https://post.example/patrols"))
    old = brief.sources[0]
    quote = Quote("Sunday", "start on ", ".", 17, old.text_sha)
    claim = Claim("c", "They start.", evidence=(Evidence("e", old.id, quote),))
    brief = replace(brief, sections=(Section("s", items=(claim,)),))
    brief, _ = added(brief, article("Patrols start on Monday.", url="https://post.example/patrols"))
    assert brief.sections[0].items == (claim,)
