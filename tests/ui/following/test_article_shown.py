"""The reader follows the brief."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from briefing import edits
from briefing.errors import StorageError
from briefing.model import Brief, Claim, Evidence, Quote, Section, Source
from briefing.session import Session
from ui.desk import Desk
from ui.following.article_shown import ArticleReading, citation, glosses_of, header_of, marks_of, span_words
from ui.qt.jobs import Jobs
from ui.reader import ReaderPane

WORDS = "Talks began 😀 on Friday."
SOURCE = Source(
    "s1", title="Talks", publisher="Post", authors=("A", "B"), published="2020-03-13", text_sha="one"
)


def quote(exact: str, sha: str = "one") -> Quote:
    return Quote(exact, "", "", WORDS.index(exact), sha)


def brief(*claims: Claim) -> Brief:
    return Brief(
        "b1",
        "Talks",
        sections=(Section("situation", "situation", "Situation", items=claims),),
        sources=(
            SOURCE,
            Source("s2", title="Other", text_sha="two"),
            Source("s3", text_sha="gone"),
            Source("s4", text_sha="one", struck_sha="struck"),
            Source("s5", text_sha="one", struck_sha="damaged"),
        ),
    )


class Texts:
    def text(self, sha: str) -> str:
        if sha == "gone":
            raise StorageError("The text cannot be read.", "Restore a backup.")
        return {"one": WORDS, "two": "Other words."}[sha]

    def original(self, sha: str) -> bytes:
        return {"struck": b'[[6, "never "]]', "damaged": b'[[60, "never "]]'}[sha]


FIRST = Claim("c1", "One.", evidence=(Evidence("e1", "s1", quote("Talks")),))
SECOND = Claim("c2", "Two.", evidence=(Evidence("e2", "s1", quote("Friday"), "contradicts"),))
SAME = Claim("c3", "Three.", evidence=(Evidence("e3", "s1", quote("Talks"), "context"),))


def test_marks_come_in_the_order_of_the_article() -> None:
    made = marks_of(brief(SECOND, FIRST), SOURCE, frozenset(), WORDS)
    assert [(m.evidence_id, m.claim_ids, m.start, m.end, m.stance, m.uses) for m in made] == [
        ("e1", ("c1",), 0, 5, "supports", 2),
        ("e2", ("c2",), 17, 23, "contradicts", 2),
    ]


def test_sentences_that_several_claims_use_say_so() -> None:
    made = marks_of(brief(FIRST, SAME), SOURCE, frozenset(), WORDS)
    assert [(m.evidence_id, m.claim_ids, m.uses) for m in made] == [
        ("e1", ("c1", "c3"), 2),
        ("e3", ("c1", "c3"), 2),
    ]


def test_but_claims_that_use_different_sentences_do_not() -> None:
    text = "Talks began. They ended on Friday."
    spans = {"Talks": Claim("c1", "One."), "Friday": Claim("c2", "Two.")}
    claims = [
        replace(claim, evidence=(Evidence(f"e{claim.id}", "s1", Quote(w, "", "", text.index(w), "one")),))
        for w, claim in spans.items()
    ]
    assert [m.uses for m in marks_of(brief(*claims), SOURCE, frozenset(), text)] == [1, 1]


def test_the_days_that_words_stand_for_are_remarks() -> None:
    (gloss,) = glosses_of(SOURCE, "They will meet on Sunday.")
    assert (gloss.start, gloss.end, gloss.label) == (18, 24, "Sun 15 Mar 2020")
    assert "Sun 15 Mar 2020" in gloss.words


def test_pages_are_remarks_where_they_begin() -> None:
    made = glosses_of(replace(SOURCE, pages=(0, 5)), "Talks began")
    assert [(g.start, g.label, g.kind) for g in made] == [(0, "p. 1", "page"), (5, "p. 2", "page")]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2020-03-15", "2020-03-15", "Sun 15 Mar 2020"),
        ("2020-03-09", "2020-03-15", "9–15 Mar 2020"),
        ("2020-02-28", "2020-03-05", "28 Feb – 5 Mar 2020"),
        ("2019-12-30", "2020-01-05", "30 Dec 2019 – 5 Jan 2020"),
    ],
)
def test_days_are_written_short(first: str, last: str, words: str) -> None:
    assert span_words(date.fromisoformat(first), date.fromisoformat(last)) == words


def test_a_header_tells_of_a_newer_version_and_of_what_was_guessed() -> None:
    newer = Brief("b", sources=(SOURCE, Source("s2", supersedes="s1")))
    header = header_of(replace(SOURCE, guessed=True), newer)
    assert "newer version" in header.notices[0]
    assert [ident for ident, _ in header.asks] == ["articles.versions", "articles.encoding"]
    assert "no text to quote" in header_of(Source("s7"), Brief("b")).notices[0]


def test_but_one_claim_that_quotes_them_twice_is_one_use() -> None:
    twice = replace(FIRST, evidence=(*FIRST.evidence, Evidence("e9", "s1", quote("Talks"))))
    assert {m.uses for m in marks_of(brief(twice), SOURCE, frozenset(), WORDS)} == {1}


def test_a_broken_quote_is_marked_as_one() -> None:
    made = marks_of(brief(FIRST, SECOND), SOURCE, frozenset({"e2"}), WORDS)
    assert [(m.evidence_id, m.broken) for m in made] == [("e1", False), ("e2", True)]


def test_quotes_of_another_text_or_article_are_no_marks() -> None:
    old = Claim("c4", "Old.", evidence=(Evidence("e4", "s1", quote("Talks", "earlier")),))
    other = Claim("c5", "Other.", evidence=(Evidence("e5", "s2", quote("Talks", "two")),))
    assert marks_of(brief(old, other), SOURCE, frozenset(), WORDS) == ()


def test_a_header_says_what_is_known() -> None:
    source = replace(SOURCE, grade="B", accessed="2020-03-14", notices=("Bytes were lost.",))
    header = header_of(source, Brief("b"))
    assert (header.title, header.publisher, header.authors, header.published) == (
        "Talks", "Post", "A, B", "2020-03-13",
    )  # fmt: skip
    assert header.grade.startswith("B · ")
    assert header.accessed == "accessed 2020-03-14"
    assert header.notices == ("Bytes were lost.",)
    assert header_of(Source("s9"), Brief("b")).grade == header_of(Source("s9"), Brief("b")).accessed == ""


def test_a_citation_is_the_words_and_where_they_are_from() -> None:
    assert citation(SOURCE, "Talks began") == "“Talks began” (Post · Talks · 2020-03-13)"


@pytest.fixture
def reading(qtbot: QtBot) -> ArticleReading:
    desk = Desk(Session(brief(FIRST, SECOND)), Texts())  # type: ignore[arg-type]
    reader = ReaderPane()
    qtbot.addWidget(reader)
    desk.setParent(reader)
    return ArticleReading(desk, reader, Jobs(reader), reader)


def marked(reading: ArticleReading) -> list[tuple[str, bool]]:
    return [(m.evidence_id, m.broken) for m in reading._reader.article.marks.all]


def test_an_article_is_shown_with_its_marks(qtbot: QtBot, reading: ArticleReading) -> None:
    with qtbot.waitSignal(reading.shown) as told:
        assert reading.show("s1")
    assert told.args == ["s1"]
    assert (reading.source_id, reading.text) == ("s1", WORDS)
    assert marked(reading) == [("e1", False), ("e2", False)]


def test_an_article_that_cannot_be_read_leaves_the_one_before(qtbot: QtBot, reading: ArticleReading) -> None:
    reading.show("s1")
    with qtbot.waitSignal(reading._desk.refused) as told:
        assert not reading.show("s3")
    assert told.args == ["The text cannot be read.", "Restore a backup."]
    assert (reading.source_id, reading.text) == ("s1", WORDS)


def test_struck_words_are_shown_where_they_stood_and_are_no_part_of_what_is_read(
    reading: ArticleReading,
) -> None:
    assert reading.show("s4")
    assert reading._reader.article.toPlainText() == "Talks never began 😀 on Friday."
    assert reading.text == reading._reader.article.text == WORDS


def test_a_list_of_struck_words_that_makes_no_sense_is_reported(
    qtbot: QtBot, reading: ArticleReading
) -> None:
    reading.show("s1")
    with qtbot.waitSignal(reading._desk.refused) as told:
        assert not reading.show("s5")
    assert told.args == ["The struck-out words of this article cannot be read.", "Add the article again."]
    assert reading.source_id == "s1"


def test_a_new_link_is_a_new_mark(reading: ArticleReading) -> None:
    reading.show("s1")
    reading._desk.do("Link", edits.link_quote, "c1", Evidence("e7", "s1", quote("began")))
    assert [i for i, _ in marked(reading)] == ["e1", "e7", "e2"]
    reading._desk.undo()
    assert [i for i, _ in marked(reading)] == ["e1", "e2"]


def test_words_found_broken_are_marked_so(reading: ArticleReading) -> None:
    reading.show("s1")
    reading.set_broken(frozenset({"e1"}))
    assert marked(reading) == [("e1", True), ("e2", False)]


def test_a_quote_leads_to_its_article_and_its_words(reading: ArticleReading) -> None:
    reading.show("s2")
    reading.reveal("e2")
    assert reading.source_id == "s1"
    assert reading._reader.article._flash == (17, 23)


def test_but_a_quote_that_is_gone_leads_nowhere(reading: ArticleReading) -> None:
    reading.show("s2")
    reading.reveal("gone")
    assert reading.source_id == "s2"


def test_another_title_is_shown_at_once(reading: ArticleReading) -> None:
    reading.show("s1")
    reading._desk.do("Details", edits.set_field, "s1", "title", "Other talks")
    assert reading._reader.header.title.text() == "Other talks"


def test_the_reader_is_empty_when_its_article_is_removed(qtbot: QtBot, reading: ArticleReading) -> None:
    reading.show("s2")
    with qtbot.waitSignal(reading.shown) as told:
        reading._desk.do("Remove", edits.remove_source, "s2")
    assert told.args == [""]
    assert (reading.source_id, reading.text) == ("", "")


def test_an_article_shown_for_a_while_is_read(qtbot: QtBot, reading: ArticleReading) -> None:
    reading._read_timer.setInterval(1)
    reading.show("s2")
    qtbot.waitUntil(lambda: reading._desk.brief.sources[1].read)


def test_reading_is_no_step_of_the_history_and_leaves_redo(qtbot: QtBot, reading: ArticleReading) -> None:
    session = reading._desk.session
    reading._desk.do("Title", edits.set_field, "brief", "title", "Other")
    reading._desk.undo()
    reading._read_timer.setInterval(1)
    reading.show("s2")
    qtbot.waitUntil(lambda: session.brief.sources[1].read)
    assert (session.past, [s.label for s in session.future]) == ((), ["Title"])
    reading._desk.redo()
    assert session.brief.sources[1].read
