"""The composition root: one application, a window a brief."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QApplication

from briefing import user_folders
from briefing.errors import BriefingError
from ui.look import icons, speech, theme
from ui.look.focus_ring import FocusRing
from ui.qt.faults import Faults
from ui.qt.garbage import Collector
from ui.qt.jobs import apart
from ui.qt.one_program import Listener, hand_over
from ui.qt.starting import start
from ui.settings import Settings
from ui.translated import tr
from ui.window import Window

if TYPE_CHECKING:
    from briefing.storage import Opened

NAME = "Briefing Desk"
_SWEEP_MS = 3000  # after the start
_LISTEN_MS = 200
_TURN = 0.0005  # seconds; Python's own is ten times that


class App(QObject):
    """Keeps the windows, the settings and the theme; opens briefs in windows."""

    def __init__(self, qt: QApplication, settings: Settings) -> None:
        super().__init__()
        self._qt = qt
        self.settings = settings
        speech.install(qt)
        self.theme = theme.apply(qt, settings.theme, high=settings.high_contrast, bare=not qt.styleSheet())
        self.ring = FocusRing(qt)
        self.windows: list[Window] = []
        self._swept = settings.known_folders()
        self.faults = Faults(self._report_fault)
        self.faults.install()
        self._collector = Collector(self)
        self._listener: Listener | None = None
        qt.commitDataRequest.connect(self._commit_data)
        qt.aboutToQuit.connect(self.end)
        self._stop_listening: Callable[[], None] | None = _listen_for_end(self)

    def new_window(self, path: Path | None = None) -> Window:
        """Show a window, with the brief at `path` or empty, and return it."""
        window = Window(self)
        self.windows.append(window)
        if path is not None:  # laid out and painted once, not as an empty window first
            self.open(path, window)
        self.theme.dress()
        window.show()
        return window

    def forget(self, window: Window) -> None:
        """A window has closed."""
        if window in self.windows:
            self.windows.remove(window)

    def window_of(self, path: Path) -> Window | None:
        """Return the window that shows the brief at `path`, if there is one."""
        for window in self.windows:
            if window.path is not None and _same_file(window.path, path):
                return window
        return None

    def open(self, path: Path, asking: Window | None = None) -> Window | None:
        """Open a brief: in its window if it has one, else in `asking` when that is empty, else in a new
        one.
        """
        known = self.window_of(path)
        if known is not None:
            known.raise_()
            known.activateWindow()
            return known
        from briefing import storage

        try:
            opened = storage.open_brief(path)
        except BriefingError as error:
            target = asking or (self.windows[0] if self.windows else self.new_window())
            target.failed_path = path
            target.tell(error.message, error.hint, "error", target.files.copies.offers(path))
            self.settings.forget_recent(path)
            return None
        return self.show_opened(opened, path, asking)

    def show_opened(self, opened: Opened, path: Path, asking: Window | None = None) -> Window:
        """Show a brief that has been opened."""
        window = asking if asking is not None and asking.desk is None else self.new_window()
        window.show_brief(opened, path)
        self.settings.add_recent(path)
        return window

    def listen(self) -> None:
        """Take what later starts of this user are to open. A start with a program that listens is the rest of
        one that could not hand over: it stays a program of its own.
        """
        self._listener = Listener(self)
        self._listener.asked.connect(self.take)
        self._listener.listen()

    def take(self, path: str, sample: bool) -> None:
        """Open what a later start was to open, and bring it to the front."""
        empty = next((window for window in self.windows if window.desk is None), None)
        window = empty or (None if path else self.new_window())
        if path:
            window = self.open(Path(path), empty) or empty or self.windows[0]
        elif sample and window is not None:
            window.files.sample()
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()

    def sample_path(self) -> Path:
        """Return the path of the sample brief, built on first use."""
        path = user_folders.data_dir() / "sample.brief"
        if not path.exists():
            from briefing.tasks import sample

            path.parent.mkdir(parents=True, exist_ok=True)
            sample.build(path)
        return path

    def set_theme(self, mode: theme.Mode) -> None:
        """Show every window light, dark, or as the system is."""
        self.theme.set_mode(mode)
        self.restyle()

    def set_contrast(self, high: bool) -> None:
        """Show every window with the highest contrast, or as the system asks."""
        self.theme.set_high(high)
        self.restyle()

    def restyle(self) -> None:
        """Fonts or colours have changed: every window takes them."""
        for window in self.windows:
            window.restyle()

    def sweep(self) -> None:
        """Delete what killed processes left beside recent briefs and exports. For any thread: folders may be
        far away.
        """
        from briefing.storage import sweeping

        sweeping.sweep(self._swept)

    def quit(self) -> None:
        """Close every window and end, unless one must stay open."""
        if self.close_all():
            self._qt.quit()

    def close_all(self) -> bool:
        """Close every window, typed words first; False when one has to stay open."""
        closed = [window.close() for window in tuple(self.windows)]
        return all(closed)

    def end(self) -> None:
        """The event loop has ended."""
        self.close_all()
        self._collector.stop()
        if self._listener is not None:
            self._listener.close()
        self.ring.end()
        self.faults.close()
        if self._stop_listening is not None:
            self._stop_listening()
            self._stop_listening = None

    def _commit_data(self, _manager: QSessionManager) -> None:
        for window in self.windows:
            window.flush()

    def _report_fault(self, text: str) -> None:
        where = str(self.faults.path)
        for window in self.windows:
            unsaved = window.desk is not None and window.desk.unsaved is not None
            saved = tr("Your last words are not saved yet.") if unsaved else tr("Your brief is saved.")
            report = tr("Please report it with the file {file}.").format(file=where)
            window.tell(
                tr("Something went wrong in the program: {what}").format(what=text),
                f"{saved} {report}",
                "error",
            )


def _same_file(one: Path, two: Path) -> bool:
    try:
        return one.samefile(two)
    except OSError:
        return one.absolute() == two.absolute()


def _listen_for_end(app: App) -> Callable[[], None]:
    """Let SIGTERM, SIGINT and SIGHUP (a terminal that goes) close the windows in order (POSIX): typed words
    are committed.

    Return the function that stops listening.
    """
    if os.name != "posix":
        return lambda: None
    ours, theirs = os.pipe()
    os.set_blocking(ours, False)
    os.set_blocking(theirs, False)
    notifier = QSocketNotifier(ours, QSocketNotifier.Type.Read, app)

    def ended() -> None:
        os.read(ours, 64)
        app.quit()

    notifier.activated.connect(ended)
    signal.set_wakeup_fd(theirs)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:  # as nohup wants it
            signal.signal(number, lambda *_: None)

    def stop() -> None:
        notifier.setEnabled(False)
        heard = signal.set_wakeup_fd(-1)
        if heard not in (-1, theirs):
            signal.set_wakeup_fd(heard)  # another application's
        for end in (ours, theirs):
            os.close(end)

    return stop


def make(argv: list[str]) -> QApplication:
    """Return the Qt application, named; an existing one is used."""
    existing = QApplication.instance()
    # The window's thread asks for the interpreter after each system call: it is to have it soon, while jobs
    # work.
    sys.setswitchinterval(_TURN)
    qt = existing if isinstance(existing, QApplication) else start(argv)
    qt.setApplicationName("briefing-desk")
    qt.setApplicationDisplayName(NAME)
    qt.setDesktopFileName("briefing-desk")
    QGuiApplication.setWindowIcon(icons.icon("quote", qt.palette()))
    return qt


def run(path: str | None = None, sample: bool = False, *, own: bool = False) -> int:
    """Show the window, on the brief at `path`, the sample, or nothing; return the exit code.

    Where a program of this user runs already, that one shows it, unless this is to be one of its `own`.
    """
    if not own and hand_over(Path(path) if path else None, sample):
        return 0
    qt = make(sys.argv[:1])
    app = App(qt, Settings())
    window = app.new_window(Path(path) if path and not sample else None)
    if sample:
        QTimer.singleShot(0, window.files.sample)
    if not own:
        QTimer.singleShot(_LISTEN_MS, app.listen)
    QTimer.singleShot(500, gc.freeze)  # nothing of the start is garbage
    QTimer.singleShot(_SWEEP_MS, lambda: apart(app.sweep))
    return qt.exec()
