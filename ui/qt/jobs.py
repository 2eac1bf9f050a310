"""The only threads: a pure function off the window's thread, its progress, its result, its cancelling."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread  # noqa: TID251  this is where they live
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from briefing.errors import BriefingError
from briefing.outside.pipes import Cancelled, stopping
from ui.translated import tr

# Reading for meaning and adding articles take minutes: one more is left for what answers a key.
_AT_ONCE = 3


class Ticket:
    """What a running function is given: where to report its progress, and whether to stop."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._cancelled = False

    def progress(self, done: int, total: int, text: str = "") -> None:
        """Report how far the work is."""
        self._tell(done, total, text)

    def cancelled(self) -> bool:
        """Whether the person has asked to stop."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the function to stop."""
        self._cancelled = True


class Job(QObject):
    """One piece of work. Its signals reach the window's thread; `finished` comes once, at the end."""

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(str, str)
    faulted = Signal(object)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ticket = Ticket(self.progressed.emit)

    def cancel(self) -> None:
        """Ask the work to stop; it ends with what it has."""
        self.ticket.cancel()


class _Run(QRunnable):
    def __init__(self, job: Job, act: Callable[[Ticket], Any]) -> None:
        super().__init__()
        self._job = job
        self._act = act

    def run(self) -> None:
        job = self._job
        try:
            with stopping(job.ticket.cancelled):
                result = self._act(job.ticket)
        except Cancelled:
            job.failed.emit(tr("Stopped."), "")
        except BriefingError as error:
            job.failed.emit(error.message, error.hint)
        except Exception as error:  # noqa: BLE001  our fault: handed to the window's thread, reported there
            job.faulted.emit(error)
        else:
            job.done.emit(result)
        job.finished.emit()


class Jobs(QObject):
    """Runs jobs for one window and keeps them until they have finished."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_AT_ONCE)
        self.running: list[Job] = []
        self._ended = False

    def run(
        self,
        act: Callable[[Ticket], Any],
        on_done: Callable[[Any], object],
        on_failed: Callable[[str, str], object],
    ) -> Job:
        """Run `act(ticket)` in a thread; one of the two is called, in the window's thread.

        Any other exception of `act` is raised in the window's thread: our fault, reported as one.
        After `end` the job is returned without having been started.
        """
        job = Job(self)
        if self._ended:
            return job
        queued = Qt.ConnectionType.QueuedConnection
        job.done.connect(on_done, queued)
        job.failed.connect(on_failed, queued)
        job.faulted.connect(_raise, queued)
        job.finished.connect(self._forget, queued)
        self.running.append(job)
        self._pool.start(_Run(job, act))
        return job

    def _forget(self) -> None:
        # The job is asked for, not captured: a job that held the last reference to its parent would be
        # deleted by it a second time while it is being deleted.
        job = self.sender()
        if isinstance(job, Job) and job in self.running:
            self.running.remove(job)
            job.deleteLater()

    def end(self) -> None:
        """The window goes: cancel what runs, wait for it, and start nothing more.

        A result still on its way to the window, or a timer of its, would start work that the deletion of the
        window then waits for; and it waits with the interpreter in hand where Python sent the events.
        """
        self._ended = True
        self.wait_all()

    def wait_all(self) -> None:
        """Cancel what runs and wait for it."""
        for job in self.running:
            job.cancel()
        self._pool.waitForDone()


def apart(act: Callable[[], object]) -> None:
    """Do what nobody waits for, not even the end of the program: it may stand still at a folder that does not
    answer.
    """
    Thread(target=act, name="apart", daemon=True).start()


def _raise(error: Exception) -> None:
    raise error
