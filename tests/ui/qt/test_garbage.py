"""Garbage is collected in the window's thread, and left to Python where there is no window."""

from __future__ import annotations

import gc
import threading

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.windows import app
from ui.app import App
from ui.qt.garbage import Collector
from ui.qt.jobs import Jobs

__all__ = ["app"]


class Ring:
    """Garbage that only the collector can find, and that notes the thread it ends in."""

    def __init__(self, ended: list[int]) -> None:
        self.ended, self.me = ended, self

    def __del__(self) -> None:
        self.ended.append(threading.get_ident())


def ended_by_a_job(jobs: Jobs, qtbot: QtBot, ended: list[int]) -> int:
    """Let a job leave 3,000 rings; return how many have ended when it does."""
    done: list[int] = []

    def act(_ticket: object) -> int:
        for _ in range(3000):
            Ring(ended)
        return len(ended)

    jobs.run(act, done.append, lambda *_: None)
    qtbot.waitUntil(lambda: bool(done))
    return done[0]


def test_a_job_ends_no_garbage_but_the_window_does(app: App, qtbot: QtBot) -> None:
    ended: list[int] = []
    assert ended_by_a_job(Jobs(app), qtbot, ended) == 0
    # Python's count of what was made falls by all that ends, and what other tests left may end now.
    more: list[list[int]] = [[] for _ in range(20_000)]
    assert gc.get_count()[0] > gc.get_threshold()[0]
    qtbot.waitUntil(lambda: len(ended) == 3000, timeout=5000)
    assert set(ended) == {threading.get_ident()}
    assert len(more) == 20_000


def test_nor_does_a_job_of_a_test_that_has_no_window(qapp: QApplication, qtbot: QtBot) -> None:
    assert ended_by_a_job(Jobs(qapp), qtbot, []) == 0


def test_it_gives_collecting_back_as_it_found_it() -> None:
    gc.enable()
    collector = Collector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
