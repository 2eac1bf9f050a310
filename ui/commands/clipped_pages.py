"""Pages clipped in a browser: a bar that says how many wait, and adding them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from ui.commands.actions import Action
from ui.commands.adding import Adding
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.importing.results import Result
    from briefing.tasks.add_clips import ClipRead
    from briefing.tasks.add_sources import Intake
    from ui.command_needs import Context
    from ui.look.banner import Banner
    from ui.qt.jobs import Job, Ticket

LOOK_MS = 15_000  # a page clipped while the window is in view is announced within this time


class _Watch(QTimer):
    """Calls every few seconds, and when the user comes back to the window; gone with it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setInterval(LOOK_MS)
        self.start()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self.came_back)

    def came_back(self, state: Qt.ApplicationState) -> None:
        """Another program was in front until now, or will be."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.timeout.emit()


class Clipping:
    """Watches the inbox of clipped pages for one brief, and adds what waits there."""

    def __init__(self, context: Context, adding: Adding) -> None:
        self._context = context
        self._adding = adding
        self._announced = 0
        self._bar: Banner | None = None
        self._looking: Job | None = None
        self._watch = _Watch(context.widget)
        self._watch.timeout.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look in a job how many pages wait; a bar says so when there are more than when it last did."""
        if self._context.desk.read_only or self._looking in self._context.jobs.running:
            return

        def act(_ticket: Ticket) -> int:
            from briefing.clips import inbox

            return len(inbox.waiting())

        self._looking = self._context.jobs.run(act, self._show, self._context.messages.fail)

    def add(self) -> None:
        """Add the pages that wait. One leaves the inbox when its words are in the brief."""
        reads: list[ClipRead] = []

        def read(_ticket: Ticket) -> Iterable[Result]:
            from briefing.clips import inbox
            from briefing.tasks import add_clips

            for one in add_clips.read(inbox.waiting()):
                reads.append(one)
                yield one.result

        def done(taken: Intake) -> None:
            self._adding.put(taken)
            self._clear(reads)
            if not reads:
                words = tr("No page clipped in a browser waits.")
                hint = tr("Set a browser up once: briefing clip --install firefox.")
                self._context.messages.tell(words, hint, "info")

        self._adding.run(tr("Reading clipped pages"), read, done)

    def _show(self, waiting: int) -> None:
        if self._bar is not None and waiting != self._announced:
            if isValid(self._bar):  # the user may have closed it
                self._bar.close_bar()
            self._bar = None
        if waiting > self._announced:
            many = tr("{n} pages clipped in the browser wait.").format(n=waiting)
            words = tr("A page clipped in the browser waits.") if waiting == 1 else many
            self._bar = self._context.messages.tell(words, "", "info", [(tr("Add"), self.add)])
        self._announced = waiting

    def _clear(self, reads: Iterable[ClipRead]) -> None:
        """Take out of the inbox what the brief holds now: a page whose edit was refused waits on."""
        from briefing.clips import inbox
        from briefing.errors import BriefingError

        here = {source.text_sha for source in self._context.desk.brief.sources}
        try:
            for one in reads:
                if one.text_sha in here:
                    inbox.remove(one.clip)
        except BriefingError as error:
            self._context.messages.tell(error.message, error.hint)
        self.look()


ACTIONS: tuple[Action[Clipping], ...] = (
    Action("articles.clips", "Add clipped pages", ("Articles", 135), Clipping.add, also=(("article", 525),)),
)
