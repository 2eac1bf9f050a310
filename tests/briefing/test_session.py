"""The one door: apply, undo, redo, joined typing, a store that fails, and who hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from briefing import edits, lookup
from briefing.diff import Change
from briefing.edits import Caret
from briefing.errors import BriefingError, Refused, StorageError
from briefing.looked import marks_of, with_marks
from briefing.model import Actor, Brief, Claim, Judgement, Source
from briefing.session import JOIN_WITHIN, UNDO_LIMIT, Body, NewStep, Session
from tests.briefing.samples import evidence, sample
from tests.briefing.strategies import briefs, lines
from tests.briefing.test_diff import applied, table


class MemoryStore:
    """Keeps rows as a file would; `full` makes the next commit fail."""

    def __init__(self, brief: Brief) -> None:
        self.rows = table(brief)
        self.bodies: list[Body] = []
        self.commits = 0
        self.full = False

    def commit(self, change: Change, bodies: Sequence[Body] = ()) -> None:
        if self.full:
            raise StorageError("The disk is full.", "Free some space.")
        self.rows = applied(self.rows, change)
        self.bodies += bodies
        self.commits += 1


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def opened(**options: Any) -> tuple[Session, MemoryStore, Clock]:
    brief, clock = sample(), Clock()
    store = MemoryStore(brief)
    return Session(brief, store, clock=clock, **options), store, clock


def text(session: Session) -> str:
    return lookup.item(session.brief, "c2").text


def typed(session: Session, words: str, join: str = "type:c2") -> Change | None:
    return session.apply(NewStep("Typing", join=join), edits.set_text, "c2", words)


def test_an_edit_is_committed_and_becomes_the_snapshot() -> None:
    session, store, clock = opened()
    before = session.brief
    change = session.apply(
        NewStep("Type", origin="page", bodies=[Body("0", b"x")]), edits.set_text, "c2", "New."
    )
    assert change is not None
    assert (change.label, change.origin, change.at) == ("Type", "page", clock.now)
    assert (change.before, change.after) == (before, session.brief)
    assert text(session) == "New."
    assert store.rows == table(session.brief)
    assert store.bodies == [Body("0", b"x")]


def test_but_an_edit_that_changes_nothing_leaves_no_trace() -> None:
    session, store, _ = opened()
    heard: list[Change] = []
    session.subscribe(heard.append)
    assert session.apply("Type", edits.set_text, "c2", text(session)) is None
    assert session.apply("Rename", edits.set_field, "brief", "title", session.brief.title) is None
    assert (session.past, heard, store.commits) == ((), [], 0)


def test_it_undoes_and_redoes_by_name() -> None:
    session, store, _ = opened()
    start = session.brief
    session.apply("Type", edits.set_text, "c2", "New.")
    session.apply("Remove", edits.remove_item, "c2")
    end = session.brief
    undone = session.undo()
    assert undone is not None
    assert (undone.label, undone.origin) == ("Undo Remove", "undo")
    assert text(session) == "New."
    assert session.undo("key") is not None
    assert session.brief is start
    assert session.undo() is None
    assert [s.label for s in session.future] == ["Remove", "Type"]
    redone = session.redo()
    assert redone is not None
    assert redone.label == "Redo Type"
    session.redo()
    assert session.brief is end
    assert session.redo() is None
    assert store.rows == table(end)


def test_a_new_edit_after_an_undo_ends_the_redo() -> None:
    session, _, _ = opened()
    typed(session, "One.", "")
    session.undo()
    typed(session, "Two.", "")
    assert session.future == ()
    assert session.redo() is None


@pytest.mark.parametrize("act", ["apply", "undo", "redo"])
def test_a_store_that_fails_leaves_memory_as_it_was(act: str) -> None:
    session, store, _ = opened()
    typed(session, "One.", "")
    typed(session, "Two.", "")
    session.undo()
    heard: list[Change] = []
    session.subscribe(heard.append)
    was = (session.brief, session.past, session.future, store.rows)
    store.full = True
    with pytest.raises(StorageError):
        session.apply("Type", edits.set_text, "c2", "Three.") if act == "apply" else getattr(session, act)()
    assert (session.brief, session.past, session.future, store.rows) == was
    assert session.brief is was[0]
    assert heard == []
    store.full = False
    assert session.redo() is not None
    assert text(session) == "Two."


def test_an_edit_that_is_refused_changes_nothing() -> None:
    session, store, _ = opened()
    was = session.brief
    with pytest.raises(BriefingError):
        session.apply("Link", edits.link_quote, "j1", evidence("e9", "Russia"))
    assert session.brief is was
    assert (session.past, store.commits) == ((), 0)


def test_a_brief_open_to_read_only_refuses_every_change() -> None:
    session, store, _ = opened(read_only=True)
    was = session.brief
    with pytest.raises(Refused, match="read only") as caught:
        typed(session, "One.")
    assert caught.value.hint == "Save a copy to work on it."
    assert typed(session, text(session)) is None
    assert (session.brief, store.commits) == (was, 0)


def test_without_a_store_the_brief_is_kept_in_memory() -> None:
    session = Session(sample())
    typed(session, "One.")
    assert text(session) == "One."
    assert session.past[0].at > 0


def test_it_goes_on_in_another_file_and_keeps_its_steps() -> None:
    session, first, _ = opened()
    typed(session, "One.", "")
    second = MemoryStore(session.brief)
    session.go_on_in(second)
    typed(session, "Two.", "")
    assert (first.commits, second.commits) == (1, 1)
    session.undo()
    session.undo()
    assert second.rows == table(sample())
    assert first.commits == 1


# What was only looked at


def read_marks(session: Session) -> list[str]:
    return [s.id for s in session.brief.sources if s.read]


def test_what_is_only_looked_at_is_written_but_is_no_step_and_leaves_redo() -> None:
    session, store, _ = opened()
    heard: list[str] = []
    session.subscribe(lambda change: heard.append(change.label))
    typed(session, "One.", "")
    session.undo()
    past, future = session.past, session.future
    assert session.look("Mark read", edits.mark_read, "s1") is not None
    assert (session.past, session.future) == (past, future)
    assert (heard[-1], store.rows) == ("Mark read", table(session.brief))
    session.redo()
    assert (text(session), read_marks(session)) == ("One.", ["s1"])
    session.undo()
    assert read_marks(session) == ["s1"]
    assert store.rows == table(session.brief)


def test_an_edit_takes_arguments_by_name_too() -> None:
    session, _, _ = opened()
    session.look("Mark read", edits.mark_read, "s1")
    session.look("Mark unread", edits.mark_read, "s1", read=False)
    assert read_marks(session) == []
    session.apply("Type", edits.set_text, "c2", text="New.")
    assert text(session) == "New."


def test_a_look_that_changes_nothing_leaves_no_trace() -> None:
    session, store, _ = opened()
    session.look("Mark read", edits.mark_read, "s1")
    assert session.look("Mark read", edits.mark_read, "s1") is None
    assert store.commits == 1


def test_but_an_edit_of_words_is_no_look() -> None:
    session, store, _ = opened()
    was = session.brief
    with pytest.raises(ValueError, match="more than what was looked at"):
        session.look("Mark read", edits.set_text, "c2", "New.")
    assert (session.brief, store.commits) == (was, 0)


def test_a_mark_comes_back_with_its_article() -> None:
    session, _, _ = opened()
    start = len(session.brief.sources)
    session.apply("Add", edits.add_source, Source("s9", title="New", text_sha="9" * 64))
    session.look("Mark read", edits.mark_read, "s9")
    session.undo()
    assert len(session.brief.sources) == start
    session.redo()
    assert read_marks(session) == ["s9"]
    session.look("Mark unread", edits.mark_read, "s9", False)
    session.apply("Remove", edits.remove_source, "s9")
    session.undo()
    assert read_marks(session) == []


def test_reading_in_the_middle_of_typing_leaves_no_step_of_words_taken_back() -> None:
    session, _, _ = opened()
    was = text(session)
    typed(session, "One. T")
    session.look("Mark read", edits.mark_read, "s1")
    typed(session, was)
    assert session.past == ()


def test_a_look_that_cannot_be_written_leaves_memory_as_it_was() -> None:
    session, store, _ = opened()
    was, store.full = session.brief, True
    with pytest.raises(StorageError):
        session.look("Mark read", edits.mark_read, "s1")
    assert session.brief is was


# Typing


@pytest.mark.parametrize(
    ("join", "pause", "steps"),
    [
        ("type:c2", 0.0, 1),
        ("type:c2", JOIN_WITHIN, 1),
        ("type:c2", JOIN_WITHIN + 0.1, 2),
        ("type:c1", 0.0, 2),
        ("", 0.0, 2),
    ],
)
def test_quick_typing_in_one_place_is_one_step(join: str, pause: float, steps: int) -> None:
    session, _, clock = opened()
    start = session.brief
    typed(session, "O", "type:c2")
    clock.now += pause
    typed(session, "On", join)
    assert len(session.past) == steps
    while session.past:
        session.undo()
    assert session.brief is start


def test_joining_ends_where_it_is_asked_to() -> None:
    session, _, _ = opened()
    session.end_joining()
    typed(session, "O")
    first = session.past[0]
    session.end_joining()
    assert session.past == (replace(first, join=""),)
    typed(session, "On")
    session.undo()
    assert text(session) == "O"
    session.undo()
    assert session.brief is first.before


def test_typing_does_not_join_what_came_before_an_undo() -> None:
    session, _, _ = opened()
    typed(session, "O")
    typed(session, "Other.", "")
    session.undo()
    typed(session, "On")
    assert [s.label for s in session.past] == ["Typing", "Typing"]


def test_typing_that_was_taken_back_letter_by_letter_is_no_step() -> None:
    session, store, _ = opened()
    was = text(session)
    typed(session, "One.", "")
    typed(session, "One. T")
    typed(session, "One.")
    assert len(session.past) == 1
    session.undo()
    assert text(session) == was
    assert store.rows == table(session.brief)


def test_the_history_is_long_and_has_an_end() -> None:
    assert UNDO_LIMIT >= 500
    session = Session(sample())
    for n in range(UNDO_LIMIT + 5):
        typed(session, f"{n}", "")
    assert len(session.past) == UNDO_LIMIT
    while session.undo():
        pass
    assert text(session) == "4"


# Subscribers


def test_every_subscriber_hears_each_change_with_its_origin() -> None:
    session, _, _ = opened()
    heard: list[tuple[str, str]] = []
    stop = session.subscribe(lambda c: heard.append((c.label, c.origin)))
    also: list[Change] = []
    session.subscribe(also.append)
    session.apply(NewStep("Type", origin="page"), edits.set_text, "c2", "New.")
    session.undo("menu")
    session.redo()
    stop()
    session.undo()
    assert heard == [("Type", "page"), ("Undo Type", "menu"), ("Redo Type", "redo")]
    assert [c.after for c in also][-1] is session.brief


def test_a_subscriber_sees_the_new_snapshot_and_may_leave_while_it_is_told() -> None:
    session, _, _ = opened()
    seen: list[str] = []

    def once(change: Change) -> None:
        seen.append(text(session))
        stop()

    stop = session.subscribe(once)
    session.subscribe(lambda change: seen.append("second"))
    typed(session, "One.", "")
    typed(session, "Two.", "")
    assert seen == ["One.", "second", "second"]


# Any sequence of edits


class AnyHistory(RuleBasedStateMachine):
    """Random edits, undo and redo: the rows on disk are always those of the snapshot."""

    @initialize(brief=briefs())
    def open(self, brief: Brief) -> None:
        self.start = brief
        self.store = MemoryStore(brief)
        self.session = Session(brief, self.store, clock=lambda: 0.0)
        self.fresh = 0
        self.marks = marks_of(brief)

    def new_id(self, prefix: str) -> str:
        self.fresh += 1
        return f"{prefix}new{self.fresh}"

    def do(self, edit: Any, *args: Any, join: str = "") -> None:
        was = self.session.brief
        try:
            self.session.apply(NewStep("Edit", join=join), edit, *args)
        except BriefingError:
            assert self.session.brief is was

    def pick(self, data: st.DataObject, things: Sequence[Any]) -> str:
        return data.draw(st.sampled_from([t.id for t in things])) if things else "none"

    def items(self) -> list[Any]:
        return list(lookup.statements(self.session.brief))

    @rule(data=st.data(), words=lines(), join=st.booleans())
    def type(self, data: st.DataObject, words: str, join: bool) -> None:
        self.do(edits.set_text, self.pick(data, self.items()), words, join="type" if join else "")

    @rule(data=st.data(), offset=st.integers(0, 40))
    def split(self, data: st.DataObject, offset: int) -> None:
        self.do(edits.split, Caret(self.pick(data, self.items()), offset), self.new_id("c"))

    @rule(data=st.data())
    def join(self, data: st.DataObject) -> None:
        first, second = self.pick(data, self.items()), self.pick(data, self.items())
        if first != second:
            self.do(edits.join, first, second)

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        brief = self.session.brief
        self.do(
            edits.move_item, self.pick(data, self.items()), self.pick(data, (*brief.sections, *brief.actors))
        )

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        brief = self.session.brief
        removes = (edits.remove_item, edits.remove_actor, edits.remove_section, edits.remove_source)
        things = (self.items(), brief.actors, brief.sections, brief.sources)
        edit, among = data.draw(st.sampled_from(list(zip(removes, things, strict=True))))
        self.do(edit, self.pick(data, among), *([True] if edit is edits.remove_source else []))

    @rule(data=st.data())
    def add(self, data: st.DataObject) -> None:
        where = self.pick(data, self.session.brief.sections)
        claims = [c.id for c in lookup.claims(self.session.brief)]
        judgement = Judgement(self.new_id("j"), "It holds.", basis=tuple(claims[:2]))
        self.do(edits.add_judgement, where, judgement)
        self.do(edits.add_claim, where, Claim(self.new_id("c"), "It is so."))
        self.do(edits.add_actor, Actor(self.new_id("a"), "Somebody"))
        self.do(
            edits.add_statement,
            self.pick(data, self.session.brief.actors),
            Claim(self.new_id("c"), "I say so."),
        )

    @rule(data=st.data())
    def link(self, data: st.DataObject) -> None:
        linked = [e for _, e in lookup.evidence(self.session.brief)]
        self.do(edits.move_evidence, self.pick(data, linked), self.pick(data, self.items()))

    @rule(data=st.data(), read=st.booleans())
    def look(self, data: st.DataObject, read: bool) -> None:
        past, future = self.session.past, self.session.future
        if ident := self.pick(data, self.session.brief.sources):
            with suppress(BriefingError):
                self.session.look("Mark read", edits.mark_read, ident, read)
                self.marks[ident] = read
        assert (self.session.past, self.session.future) == (past, future)

    @rule()
    def undo(self) -> None:
        was = self.session.past
        assert (self.session.undo() is not None) == bool(was)

    @rule()
    def redo(self) -> None:
        was = self.session.future
        assert (self.session.redo() is not None) == bool(was)

    @precondition(lambda self: self.session.past)
    @rule()
    def undo_all_and_redo_all(self) -> None:
        end, steps = self.session.brief, len(self.session.past) + len(self.session.future)
        while self.session.undo():
            pass
        assert self.session.brief == with_marks(self.start, self.marks)
        while self.session.future:
            assert self.session.redo()
        while self.session.brief != end:
            assert self.session.undo()
        assert len(self.session.past) + len(self.session.future) == steps

    @invariant()
    def file_and_memory_agree(self) -> None:
        assert self.store.rows == table(self.session.brief)

    @invariant()
    def what_was_read_stays_read_whatever_is_undone(self) -> None:
        assert marks_of(self.session.brief).items() <= self.marks.items()

    @invariant()
    def nothing_names_what_is_gone(self) -> None:
        brief = self.session.brief
        claims = {c.id for c in lookup.claims(brief)}
        sources = {s.id for s in brief.sources}
        assert all(claims.issuperset(j.basis) for j in lookup.judgements(brief))
        assert all(e.source in sources for _, e in lookup.evidence(brief))
        assert {s.supersedes for s in brief.sources} <= {"", *sources}

    @invariant()
    def every_id_is_there_once(self) -> None:
        known = [(type(e), e.id) for e in lookup.entities(self.session.brief)]
        assert len(known) == len(set(known))


TestAnyHistory = AnyHistory.TestCase
TestAnyHistory.settings = settings(stateful_step_count=25)


def test_a_step_keeps_the_snapshots_on_both_sides() -> None:
    session, _, _ = opened()
    before = session.brief
    typed(session, "One.", "")
    (step,) = session.past
    assert (step.before, step.after) == (before, session.brief)
