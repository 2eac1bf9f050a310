"""The model that compares meaning, in one brief: read once, and the articles' sentences with it ahead.

Both run in jobs, and nothing in the window waits for them.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.diff import Change
from briefing.model import Source
from ui.desk import Desk
from ui.qt.jobs import Job, Jobs, Ticket
from ui.settings import Settings
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.suggest.embedding import Embedding, ModelFailed

_SETTLE_MS = 400


class Meaning(QObject):
    """`progressed` with words for the status bar, "" at the end; `ready` when all sentences have vectors.

    `chosen` when another model is, or none. `failed` once with what is wrong with a model; suggestions go by
    words alone from then on.
    """

    progressed = Signal(str)
    ready = Signal()
    chosen = Signal()
    failed = Signal(str, str)

    def __init__(self, desk: Desk, jobs: Jobs, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._settings = desk, jobs, settings
        self._model: tuple[str, Embedding] | None = None
        self._loading = Lock()
        self._job: Job | None = None
        self._again = self._awake = self.is_ready = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.make_ahead)
        desk.changed.connect(self._changed)

    @property
    def folder(self) -> str:
        """The folder of the model that is chosen, "" for none."""
        return self._settings.model_folder

    def model_of(self, folder: str) -> Embedding | None:
        """Return the model of a folder, None for none; to be called in a job: that takes a second.

        Raises ModelFailed.
        """
        if not folder:
            return None
        with self._loading:
            if self._model is None or self._model[0] != folder:
                from briefing.finder import vectors_for
                from briefing.suggest import load

                self._model = folder, load(Path(folder), vectors_for(self._desk.brief))
            return self._model[1]

    def fail(self, message: str, hint: str) -> None:
        """Do without a model that cannot be used, and report it once; in the window's thread."""
        if self.folder:
            self._take("")
            self.failed.emit(message, hint)

    def _take(self, folder: str) -> None:
        self._settings.model_folder, self._model = folder, None
        self.is_ready = False
        self.chosen.emit()

    def choose(self, folder: str) -> None:
        """Take the model of another folder, "" for none."""
        self._take(folder)
        if self._job is not None:
            self._job.cancel()
        self.make_ahead()

    def _changed(self, change: Change) -> None:
        if self._awake and any(isinstance(node, Source) for node in change.put):
            self._settle.start()

    def make_ahead(self) -> None:
        """Make what vectors are missing; asked again meanwhile, once more after."""
        self._awake = True
        if self._job is not None:
            self._again = True
            return
        self._again = False
        if not self.folder:
            return
        brief, text_of, folder = self._desk.brief, self._desk.text_of, self.folder

        def act(ticket: Ticket) -> ModelFailed | None:
            from briefing.suggest.ahead import make_ahead
            from briefing.suggest.embedding import ModelFailed

            try:
                if (model := self.model_of(folder)) is not None:
                    make_ahead(model, brief, text_of, ticket.progress, ticket.cancelled)
            except ModelFailed as error:
                return error
            return None

        self._job = self._jobs.run(act, self._made, self._unmade)
        self._job.progressed.connect(self._show)

    def _show(self, done: int, total: int) -> None:
        if self._job is not None and not self._job.ticket.cancelled():
            self.progressed.emit(tr("Reading for meaning: {n} %").format(n=100 * done // max(1, total)))

    def _made(self, trouble: ModelFailed | None) -> None:
        stopped = self._ended()
        if trouble is not None:
            self.fail(trouble.message, trouble.hint)
        if self._again:
            self.make_ahead()
        elif trouble is None and not stopped:
            self.is_ready = True
            self.ready.emit()

    def _unmade(self, message: str, hint: str) -> None:
        self._ended()
        self._desk.refused.emit(message, hint)

    def _ended(self) -> bool:
        """Forget the job; return whether it was stopped."""
        cancelled = self._job is not None and self._job.ticket.cancelled()
        self._job = None
        self.progressed.emit("")
        return cancelled
