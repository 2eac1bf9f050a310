"""What the window says of the claims."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from briefing import edits
from briefing.errors import StorageError
from briefing.model import Claim, Evidence, Quote
from briefing.session import Session
from tests.ui.page.desks import QUOTE, Texts, brief
from ui.desk import Desk
from ui.following.claim_states import States, judgement_states, links_by_source
from ui.qt.jobs import Jobs

BROKEN = Quote("words nobody wrote", "", "", 3, "sha")


@pytest.fixture
def states(qapp: object) -> Iterator[States]:
    desk = Desk(Session(brief()), Texts())  # type: ignore[arg-type]
    jobs = Jobs(desk)
    made = States(desk, jobs, desk)
    yield made
    jobs.wait_all()


def test_quotes_are_verified_when_a_brief_is_opened(qtbot: QtBot, states: States) -> None:
    with qtbot.waitSignal(states.verified):
        states.start()
    verdict = states.verdict("e1")
    assert verdict is not None
    assert verdict.holds
    assert states.broken == frozenset()
    assert states.verdict("none") is None


def test_the_first_facts_are_told_at_once(qtbot: QtBot, states: States) -> None:
    with qtbot.waitSignal(states.facts_changed):
        states.start()
    assert states.facts().numbers == {"e1": 1}
    assert states.facts().states == {"c1": "sourced", **dict.fromkeys(("c2", "c3", "c4"), "unsourced")}


def test_a_quote_linked_badly_is_found_broken_and_so_is_what_rests_on_it(
    qtbot: QtBot, states: States
) -> None:
    with qtbot.waitSignal(states.verified):
        states.start()
    with qtbot.waitSignal(states.verified):
        states._desk.do("Link", edits.link_quote, "c1", Evidence("e9", "s1", BROKEN))
    assert states.broken == {"e9"}
    assert states.facts().states["c1"] == states.facts().states["j1"] == "broken"
    states.check()
    qtbot.waitUntil(lambda: any(f.item_id == "c1" and f.rule == "L2" for f in states.findings))
    with qtbot.waitSignal(states.verified):
        states._desk.undo()
    assert states.facts().states["c1"] == "sourced"
    assert "j1" not in states.facts().states


def test_asked_again_while_verifying_it_verifies_once_more(qtbot: QtBot, states: States) -> None:
    told: list[int] = []
    states.verified.connect(lambda: told.append(1))
    for _ in range(5):
        states.verify()
    qtbot.waitUntil(lambda: len(told) == 2)
    qtbot.wait(10)
    assert len(told) == 2


def test_counts_and_findings_come_when_typing_pauses(qtbot: QtBot, states: States) -> None:
    with qtbot.waitSignal(states.verified):
        states.start()
    with qtbot.waitSignal(states.counted) as told:
        states._desk.do("Claim", edits.add_claim, "situation", Claim("c9", "More words."))
    assert told.args[0]
    assert states.findings == ()  # the rules wait until they are woken, after the first painting
    states.check()
    qtbot.waitUntil(lambda: any(f.item_id == "c9" for f in states.findings))
    states._desk.do("Claim", edits.add_claim, "situation", Claim("c8", "Yet more words."))
    qtbot.waitUntil(lambda: any(f.item_id == "c8" for f in states.findings))


@pytest.mark.parametrize(
    ("held", "state"),
    [
        ({"c1": "broken"}, "broken"),
        ({"c1": "contradicted"}, "contradicted"),
        ({"c1": "unsourced"}, ""),
        ({}, ""),
    ],
)
def test_a_judgement_is_as_bad_as_what_it_rests_on(held: dict[str, str], state: str) -> None:
    assert judgement_states(brief(), held).get("j1", "") == state


def test_links_are_counted_by_article() -> None:
    linked = edits.link_quote(brief(), "c2", Evidence("e8", "s1", QUOTE))
    assert links_by_source(linked) == {"s1": 2}


def test_a_text_that_cannot_be_read_is_told_and_it_can_be_tried_again(qtbot: QtBot) -> None:
    class Unreadable(Texts):
        def text(self, sha: str) -> str:
            raise StorageError("The text cannot be read.", "Restore a backup.")

    desk = Desk(Session(brief()), Unreadable())  # type: ignore[arg-type]
    jobs = Jobs(desk)
    states = States(desk, jobs, desk)
    for act in (states.start, states.verify):
        with qtbot.waitSignal(desk.refused) as told:
            act()
        assert told.args == ["The text cannot be read.", "Restore a backup."]
    jobs.wait_all()
