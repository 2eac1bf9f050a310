"""The Qt application: made, or a sentence that says why no window can be shown here.

Qt ends the process (SIGABRT) where it finds no way to a screen. It says so in messages first, and these are
heard here: the last one becomes one line and the exit code of bad input.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from briefing.cli import BAD_INPUT
from briefing.cli.libraries import advice, library_in
from briefing.cli.printing import tell
from briefing.errors import BriefingError

_PLUGIN = re.compile(r'platform plugin "(\w+)"')
_OTHERWISE = "The commands work without a window, see `briefing --help`."


def start(argv: list[str]) -> QApplication:
    """Return a new Qt application. Where there is no screen to show it on, the process ends here with exit
    code 2.
    """
    heard: list[str] = []

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        heard.append(message or "")
        if kind == QtMsgType.QtFatalMsg:
            tell(reason(heard).line())
            sys.stderr.flush()
            os._exit(BAD_INPUT)  # Qt would abort as soon as this returns

    before = qInstallMessageHandler(listen)
    try:
        made = QApplication(argv)
    finally:
        qInstallMessageHandler(before)
    for message in heard:
        print(message, file=sys.stderr)  # noqa: T201  as Qt would have
    return made


def reason(heard: Sequence[str]) -> BriefingError:
    """Return what keeps the window from being shown, of Qt's last messages."""
    text = "\n".join(heard)
    if "could not connect to display" in text:
        named = os.environ.get("DISPLAY", "")
        which = f"The display “{named}” does not answer" if named else "There is no display here"
        return BriefingError(
            f"{which}, so no window can open.",
            f"Check DISPLAY, or start the program from the desktop. {_OTHERWISE}",
        )
    named = next(iter(_PLUGIN.findall(text)), "")
    missing = _missing(named) if named else ""
    if missing:
        return BriefingError(
            f"The window needs the library {missing}, which is not on this system or damaged.",
            f"{advice(missing)} {_OTHERWISE}",
        )
    return BriefingError(
        f"Qt finds no way to show a window "
        f"({heard[0].splitlines()[0].rstrip('.') if heard else 'no reason given'}).",
        f"Check QT_QPA_PLATFORM. {_OTHERWISE}",
    )


def _missing(plugin: str) -> str:
    """Return the library that keeps a platform plugin from being loaded, by asking the system's loader
    itself.
    """
    folders = [
        os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH", ""),
        str(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"),
    ]
    for folder in filter(None, folders):
        file = Path(folder) / f"libq{plugin}.so"
        if file.exists():
            try:
                ctypes.CDLL(str(file))
            except OSError as error:
                return library_in(str(error))
    return ""
