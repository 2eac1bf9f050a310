"""One program a user and session: a second start hands what it was to open to the one that runs.

The first one listens at a local socket that only its user can reach: on POSIX in a folder of the user's
alone, on Windows a pipe with the user's rights. A socket that a crash left behind is replaced. Where none can
be made, each start is a program of its own; a brief that is open elsewhere is then open to read only.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing import user_folders

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

_ANSWER = b"taken\n"
_LONGEST = 64 << 10  # bytes of a request: a path is far shorter
_LONGEST_PLACE = 100  # bytes of a socket's path; systems take 104 or 108
_CONNECT_MS, _ANSWER_MS = 500, 3000


def place() -> str:
    """Return where this user's program listens in this session; "" where no place is the user's alone."""
    session = (
        os.environ.get("XDG_SESSION_ID") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    )
    whose = "\0".join((getpass.getuser(), str(user_folders.data_dir().absolute()), session or ""))
    name = f"briefing-desk-{hashlib.blake2b(whose.encode(), digest_size=6).hexdigest()}"
    if sys.platform == "win32":
        return name
    folder = _own_folder()
    path = str(folder / name) if folder is not None else ""
    return path if len(os.fsencode(path)) <= _LONGEST_PLACE else ""


def _own_folder() -> Path | None:
    """Return a folder that only this user can enter, made where it is missing; None where there is none."""
    if sys.platform == "win32":
        return None
    user = os.getuid()
    given = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(given) if given else Path(tempfile.gettempdir()) / f"briefing-desk-{user}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    alone = stat.S_ISDIR(found.st_mode) and found.st_uid == user and not found.st_mode & 0o077
    return folder if alone else None


def hand_over(path: Path | None, sample: bool) -> bool:
    """Return whether a running program has taken what this start was to open."""
    where = place()
    if not where or (sys.platform != "win32" and not Path(where).exists()):
        return False
    from PySide6.QtNetwork import QLocalSocket

    asked = {"open": str(path.absolute()) if path is not None else "", "sample": sample}
    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(_CONNECT_MS):
        return False
    socket.write(json.dumps(asked).encode() + b"\n")
    heard = b""
    while not heard.endswith(b"\n") and socket.waitForReadyRead(_ANSWER_MS):
        heard += bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return heard == _ANSWER


class Listener(QObject):
    """Hears later starts: `asked(path or "", whether the sample is meant)`."""

    asked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)

    def listen(self) -> bool:
        """Begin to listen; False where another program does, or where no socket can be made."""
        where = place()
        if not where:
            return False
        from PySide6.QtNetwork import QLocalServer, QLocalSocket

        other = QLocalSocket()  # asked first: Qt would put a socket with rights in the place of one in use
        other.connectToServer(where)
        if other.waitForConnected(_CONNECT_MS):
            other.disconnectFromServer()
            return False
        QLocalServer.removeServer(where)  # nobody answers: a crash left it
        return self._server.listen(where)

    def close(self) -> None:
        """Listen no more; the socket goes."""
        self._server.close()

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda s=socket: self._read(s))
            socket.disconnected.connect(socket.deleteLater)
            QTimer.singleShot(_ANSWER_MS, socket, socket.abort)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _LONGEST:
            socket.abort()
        elif socket.canReadLine():
            asked = _request(bytes(socket.readLine().data()))
            if asked is None:
                socket.abort()
                return
            socket.write(_ANSWER)
            socket.flush()
            socket.disconnectFromServer()
            self.asked.emit(*asked)


def _request(line: bytes) -> tuple[str, bool] | None:
    """Return what a line asks for; None for one that is no request."""
    try:
        asked = json.loads(line)
    except ValueError:
        return None
    if not isinstance(asked, dict):
        return None
    path, sample = asked.get("open"), asked.get("sample")
    return (path, sample) if isinstance(path, str) and isinstance(sample, bool) else None
