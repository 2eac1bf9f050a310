"""Work off the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from briefing.errors import StorageError
from ui.qt.jobs import Jobs, Ticket


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.wait_all()


def refuse(*_: object) -> None:
    raise AssertionError("not expected")


def test_the_work_runs_in_a_thread_and_its_result_arrives_in_the_window_s(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[object] = []

    def act(_ticket: Ticket) -> object:
        return threading.get_ident()

    jobs.run(act, lambda result: seen.extend((result, threading.get_ident())), refuse)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[0] != threading.get_ident()
    assert seen[1] == threading.get_ident()


def test_a_fault_of_the_world_is_told_with_its_hint(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[str, str]] = []

    def act(_ticket: Ticket) -> None:
        raise StorageError("The disk is full.", "Free some space.")

    jobs.run(act, refuse, lambda message, hint: told.append((message, hint)))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("The disk is full.", "Free some space.")]


def test_a_fault_of_ours_is_raised_in_the_window_s_thread(qtbot: QtBot, jobs: Jobs) -> None:
    def act(_ticket: Ticket) -> None:
        raise ZeroDivisionError("ours")

    with qtbot.captureExceptions() as caught:
        jobs.run(act, refuse, refuse)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_progress_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    told: list[object] = []

    def act(ticket: Ticket) -> None:
        gate.wait(5)
        ticket.progress(1, 3, "a.txt")
        ticket.progress(2, 3)

    job = jobs.run(act, lambda _: told.append("done"), refuse)
    job.progressed.connect(lambda *args: told.append(args))
    gate.set()
    qtbot.waitUntil(lambda: "done" in told)
    assert (1, 3, "a.txt") in told
    assert (2, 3, "") in told


def test_cancelled_work_ends_with_what_it_has(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[object] = []

    def act(ticket: Ticket) -> str:
        while not ticket.cancelled():
            threading.Event().wait(0.005)
        return "some"

    job = jobs.run(act, done.append, refuse)
    job.cancel()
    qtbot.waitUntil(lambda: done == ["some"])


def test_a_job_is_forgotten_once_it_has_finished(qtbot: QtBot, jobs: Jobs) -> None:
    for _ in range(20):
        jobs.run(lambda _: None, lambda _: None, refuse)
    assert len(jobs.running) == 20
    qtbot.waitUntil(lambda: not jobs.running)


def test_waiting_for_all_asks_them_to_stop(qapp: object) -> None:
    jobs = Jobs()
    ended: list[bool] = []

    def act(ticket: Ticket) -> None:
        while not ticket.cancelled():
            threading.Event().wait(0.005)
        ended.append(True)

    for _ in range(5):
        jobs.run(act, lambda _: None, refuse)
    jobs.wait_all()
    assert len(ended) == 5


def test_jobs_thrown_away_with_results_on_the_way_do_no_harm(qtbot: QtBot) -> None:
    for _ in range(20):
        jobs = Jobs()
        jobs.run(lambda _: object(), lambda _: None, refuse)
        jobs.wait_all()
        jobs.deleteLater()
        del jobs
    qtbot.wait(5)


def test_nothing_is_started_once_the_window_goes(qtbot: QtBot, jobs: Jobs) -> None:
    begun: list[object] = []

    def again(result: object) -> None:
        begun.append(result)
        jobs.run(begun.append, refuse, refuse)

    jobs.run(lambda _ticket: "first", again, refuse)
    jobs.end()
    qtbot.waitUntil(lambda: begun == ["first"])
    qtbot.wait(50)
    assert begun == ["first"]
    assert not jobs.running
