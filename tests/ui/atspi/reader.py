"""A screen reader for tests: it starts the program, presses keys as a keyboard does, and remembers all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent
_SYSTEM = "/usr/bin/python3"
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def missing() -> str:
    """Return what is not installed of what an AT-SPI test needs; "" when all is there."""
    gone = [name for name in ("xvfb-run", "dbus-run-session") if shutil.which(name) is None]
    if not any(Path(path).exists() for path in _LAUNCHERS):
        gone.append("at-spi2-core")
    asked = [_SYSTEM, "-c", "import pyatspi"]
    if not Path(_SYSTEM).exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        gone.append("python3-pyatspi")
    return ", ".join(gone)


@dataclass(frozen=True, slots=True)
class Node:
    """A thing that a screen reader can go to."""

    role: str
    name: str
    description: str
    attributes: tuple[str, ...]
    children: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def named(self, role: str, name: str) -> Node:
        """Return the first node below with this role whose name begins so."""
        return next(node for node in self.walk() if node.role == role and node.name.startswith(name))


@dataclass(frozen=True, slots=True)
class Heard:
    """An event as AT-SPI sent it."""

    type: str
    data: str
    detail: int
    role: str
    name: str


class ScreenReader:
    """A program in an X server and a session bus of its own, and what is heard of it."""

    def __init__(self, program: list[str], home: Path) -> None:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_DATA_HOME": str(home),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._talk = subprocess.Popen(
            [
                *("xvfb-run", "-a", "-s", "-screen 0 1440x900x24", "dbus-run-session", "--"),
                *(_SYSTEM, str(_HERE / "listener.py"), sys.executable, *program),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        self.announced: list[str] = []

    def _ask(self, *command: object) -> Any:
        assert self._talk.stdin is not None
        assert self._talk.stdout is not None
        self._talk.stdin.write(json.dumps(command) + "\n")
        self._talk.stdin.flush()
        for line in self._talk.stdout:
            if line.startswith("answer "):
                return json.loads(line.removeprefix("answer "))
        raise AssertionError("The listener has ended")

    def tree(self) -> Node:
        """Return the program as a screen reader sees it now."""
        return _node(self._ask("tree"))

    def wait_for(self, role: str, name: str, seconds: int = 60) -> Node:
        """Return a node as soon as it is shown."""
        for _ in range(seconds):
            self.hear(1)
            found = self._ask("tree")
            nodes = _node(found).walk() if found is not None else ()
            for node in nodes:
                if node.role == role and node.name.startswith(name):
                    return node
        raise AssertionError(f"There is no {role} {name}")

    def hear(self, seconds: float = 1.0) -> list[Heard]:
        """Return what is heard within some seconds."""
        heard = [Heard(**event) for event in self._ask("hear", seconds)]
        self.announced += [event.data for event in heard if event.type == "object:announcement"]
        return heard

    def press(self, *keys: str, seconds: float = 1.0) -> list[Heard]:
        """Press keys one after the other; return what is heard until some seconds after the last."""
        for key in keys:
            self._ask("press", key)
        return self.hear(seconds)

    def says(self, *keys: str, seconds: float = 1.0) -> list[str]:
        """Press keys; return what was announced."""
        return [e.data for e in self.press(*keys, seconds=seconds) if e.type == "object:announcement"]

    def close(self) -> None:
        """End the program and the listener."""
        assert self._talk.stdin is not None
        assert self._talk.stdout is not None
        self._talk.stdin.close()
        self._talk.wait(60)
        self._talk.stdout.close()


def _node(found: dict[str, Any]) -> Node:
    children = tuple(_node(child) for child in found["children"])
    return Node(found["role"], found["name"], found["description"], tuple(found["attributes"]), children)
