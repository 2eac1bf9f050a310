"""A real browser, steered over a pipe by the Chrome DevTools Protocol."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
_PATIENCE = 20.0  # seconds
_ARGUMENTS = (
    *(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--no-first-run",
        "--disable-component-update",
    ),
    *("--remote-debugging-pipe", "--enable-unsafe-extension-debugging", "--disable-background-networking"),
)

# The protocol is spoken on the descriptors 3 and 4, and either may be taken already.
_ON_3_AND_4 = """
import fcntl, os, sys
read, write = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Browser:
    """Sends commands to a running browser and reads their answers; `home` is its user's own."""

    def __init__(self, to: int, of: int) -> None:
        self._to, self._of = to, of
        self._read = b""
        self._sent = 0

    def __call__(self, method: str, session: str = "", **params: object) -> dict[str, Any]:
        self._sent += 1
        message: dict[str, Any] = {"id": self._sent, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == self._sent:
                assert "error" not in answer, (method, answer["error"])
                result: dict[str, Any] = answer["result"]
                return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            assert select.select([self._of], [], [], _PATIENCE)[0], "the browser gives no answer"
            piece = os.read(self._of, 1 << 16)
            assert piece, "the browser has ended"
            self._read += piece
        one, self._read = self._read.split(b"\0", 1)
        answer: dict[str, Any] = json.loads(one)
        return answer

    def open(self, address: str) -> str:
        """Open a page in a tab of its own, and return the session that speaks with it."""
        target = self("Target.createTarget", url=address)["targetId"]
        session = self._attached(target)
        asked = "location.href + ' ' + document.readyState"
        until(lambda: self.value(session, asked) == f"{address} complete")
        return session

    def value(self, session: str, expression: str) -> Any:
        """Return what an expression is in a page."""
        asked = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        answer = self("Runtime.evaluate", session, **asked)
        return answer["result"].get("value")

    def press(self, extension: str, address: str) -> None:
        """Press the button of an extension in the tab that shows an address, once the extension listens."""
        until(lambda: self._worker() and self._of_worker("chrome.action.onClicked.hasListeners()"))
        tabs = self("Target.getTargets", filter=[{"type": "tab", "exclude": False}])["targetInfos"]
        tab = next(one["targetId"] for one in reversed(tabs) if one["url"] == address)
        self("Extensions.triggerAction", id=extension, targetId=tab)

    def badge(self, address: str) -> str:
        """Return what the extension's button says of a tab once it has done its work."""
        asked = (
            "(async () => { const [tab] = (await chrome.tabs.query({})).filter(t => t.url === "
            f"{json.dumps(address)}); if (!tab) return ''; const tabId = tab.id;"
            "return (await chrome.action.getBadgeText({tabId})) + ' ' + "
            "(await chrome.action.getTitle({tabId})); })()"
        )
        return str(until(lambda: (said := self._of_worker(asked)) and said[0] in "✓!" and said))

    def _worker(self) -> str:
        """Return the id of the extension's worker, "" while it has not started."""
        started = (one for one in self("Target.getTargets")["targetInfos"] if one["type"] == "service_worker")
        return str(next((one["targetId"] for one in started), ""))

    def _of_worker(self, expression: str) -> Any:
        return self.value(self._attached(self._worker()), expression)

    def _attached(self, target: str) -> str:
        return str(self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])


def until(asked: Callable[[], Any]) -> Any:
    """Return what is true at last; fails after some seconds."""
    end = time.monotonic() + _PATIENCE
    while not (value := asked()):
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)
    return value


@contextmanager
def running(home: Path) -> Iterator[Browser]:
    """Start a browser whose user's folders are below `home`, and end it."""
    assert PROGRAM is not None
    (ours, theirs), (their_out, our_in) = os.pipe(), os.pipe()
    profile = home / "config" / "chromium"
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    command = [PROGRAM, *_ARGUMENTS, f"--user-data-dir={profile}", "about:blank"]
    with (home / "browser.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", _ON_3_AND_4, str(their_out), str(theirs), *command],
            env=environment, pass_fds=(their_out, theirs), stdout=log, stderr=log,
        )  # fmt: skip
    os.close(theirs)
    os.close(their_out)
    try:
        yield Browser(our_in, ours)
    finally:
        process.kill()
        process.wait()
        os.close(our_in)
        os.close(ours)
