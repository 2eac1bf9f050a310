"""The only threads: run a function off the window's thread, with progress, cancel and a result.

The function gets a `Ticket` and must not touch a widget. What it reports arrives by queued signals on
the thread that made the `Jobs`, in order, and never after its owner was destroyed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid


class Cancelled(Exception):
    """Raised by `Ticket.check` in a job that was cancelled."""


class Ticket:
    """What a running function holds: it reports progress and asks whether to go on."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._cancel = threading.Event()

    def progress(self, done: int, total: int, text: str = "") -> None:
        """Report that `done` of `total` are done; total 0 when it is not known."""
        self._report(done, total, text)

    def cancel(self) -> None:
        """Ask the function to stop."""
        self._cancel.set()

    def cancelled(self) -> bool:
        """Return whether the person asked to stop."""
        return self._cancel.is_set()

    def check(self) -> None:
        """Raise Cancelled when the person asked to stop."""
        if self._cancel.is_set():
            raise Cancelled


class Job(QObject):
    """One run. `finished` comes once at its end, however it ended."""

    finished = Signal()
    _progressed = Signal(int, int, str)
    _ended = Signal(object)

    def __init__(
        self,
        parent: QObject,
        on_progress: Callable[[int, int, str], None] | None,
        on_done: Callable[[Any], None] | None,
        on_error: Callable[[Exception], None] | None,
        owner: QObject | None,
    ) -> None:
        super().__init__(parent)
        self._on_progress, self._on_done, self._on_error = on_progress, on_done, on_error
        self._owner = owner
        self.ticket = Ticket(self._progressed.emit)
        self.running = True
        self._progressed.connect(self._progress)
        self._ended.connect(self._end)

    def cancel(self) -> None:
        """Ask it to stop; its result, should one still come, is dropped."""
        self.ticket.cancel()

    def wanted(self) -> bool:
        """Return whether someone still waits for what it reports."""
        return not self.ticket.cancelled() and (self._owner is None or isValid(self._owner))

    @Slot(int, int, str)
    def _progress(self, done: int, total: int, text: str) -> None:
        if self._on_progress and self.wanted():
            self._on_progress(done, total, text)

    @Slot(object)
    def _end(self, result: tuple[Any, Exception | None]) -> None:
        self.running = False
        value, error = result
        try:
            if not self.wanted():
                return
            if error is None:
                if self._on_done:
                    self._on_done(value)
            elif self._on_error:
                self._on_error(error)
            else:
                raise error
        finally:
            self.finished.emit()
            self.deleteLater()


class _Run(QRunnable):
    def __init__(self, job: Job, fn: Callable[..., Any], args: tuple[Any, ...]) -> None:
        super().__init__()
        self._job, self._fn, self._args = job, fn, args
        self.setAutoDelete(False)

    def run(self) -> None:
        value: Any = None
        error: Exception | None = None
        try:
            self._job.ticket.check()
            value = self._fn(self._job.ticket, *self._args)
        except Exception as caught:  # noqa: BLE001  carried to the window's thread and raised or shown there
            error = caught
        self._job._ended.emit((value, error))


class Jobs(QObject):
    """Runs jobs, at most `most` at a time; keeps each until it ended."""

    def __init__(self, parent: QObject | None = None, most: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(most)
        self._live: dict[Job, _Run] = {}

    def run(
        self,
        fn: Callable[..., Any],
        *args: Any,
        on_progress: Callable[[int, int, str], None] | None = None,
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> Job:
        """Run `fn(ticket, *args)` off this thread; the callbacks come on this one.

        After `cancel`, or once `owner` was destroyed, no callback comes. Without `on_error` an error
        is raised here, for the program's own report.
        """
        job = Job(self, on_progress, on_done, on_error, owner)
        run = _Run(job, fn, args)
        self._live[job] = run
        job.finished.connect(self._drop)
        self._pool.start(run)
        return job

    @property
    def running(self) -> int:
        """How many jobs have not ended."""
        return len(self._live)

    def wait_all(self, cancel: bool = True) -> None:
        """Return when no job runs any more; with `cancel` they are asked to stop first. For quitting."""
        if cancel:
            for job in self._live:
                job.cancel()
        self._pool.waitForDone()

    @Slot()
    def _drop(self) -> None:
        for job in [j for j in self._live if not j.running]:
            del self._live[job]
