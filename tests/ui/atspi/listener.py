"""What a screen reader hears of a program, as JSON lines.

Runs under the system's Python, which has pyatspi: `listener.py PROGRAM ARGUMENT…` inside an X server and a
session bus. It starts the program and answers commands of its input, one a line: see `COMMANDS`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
TopWindow = import_module("x_focus").TopWindow

# Of the system, not of the project: neither is there where its checks run.
pyatspi = import_module("pyatspi")
GLib = import_module("gi.repository.GLib")

HEARD = (
    "object:announcement",
    "object:property-change:accessible-description",
    "object:property-change:accessible-name",
    "object:state-changed:focused",
    "object:active-descendant-changed",
    "object:text-caret-moved",
    "object:selection-changed",
)
# Before each answer: the services of the bus write to the same output.
MARK = "answer "
CODES = {"ctrl": 37, "shift": 50, "alt": 64}
SYMBOLS = {"Return": 0xFF0D, "Escape": 0xFF1B, "Tab": 0xFF09, "Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53,
           "Down": 0xFF54, "Home": 0xFF50, "End": 0xFF57, "Menu": 0xFF67} | {
    f"F{n}": 0xFFBD + n for n in range(1, 13)}  # fmt: skip

top = TopWindow()
events: list[dict[str, Any]] = []


def remember(event: Any) -> None:
    try:
        source = event.source
        entry = {
            "type": event.type.rstrip(":").lower(),
            "data": event.any_data if isinstance(event.any_data, str) else "",
            "detail": event.detail1,
            "role": source.getRoleName(),
            "name": source.name,
        }
    except Exception as error:  # noqa: BLE001 a widget that has gone meanwhile
        entry = {"type": "gone", "data": str(error), "detail": 0, "role": "", "name": ""}
    events.append(entry)


def node(accessible: Any, deep: int) -> dict[str, Any]:
    """Return a node with what stands below it, as far as it is shown."""
    found: dict[str, Any] = {
        "role": accessible.getRoleName(),
        "name": accessible.name,
        "description": accessible.description,
        "attributes": accessible.getAttributes(),
        "children": [],
    }
    if deep > 0 and accessible.getRoleName() != "menu bar":
        for at in range(accessible.childCount):
            child = accessible.getChildAtIndex(at)
            if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
                found["children"].append(node(child, deep - 1))
    return found


def application() -> Any:
    desktop = pyatspi.Registry.getDesktop(0)
    for at in range(desktop.childCount):
        found = desktop.getChildAtIndex(at)
        if found is not None and found.childCount:
            return found
    return None


def tree(deep: int = 30) -> dict[str, Any] | None:
    found = application()
    return node(found, deep) if found is not None else None


def press(keys: str) -> None:
    """Press a key with the modifiers before it: ctrl+shift+z, F4, Return, or one letter."""
    top.take_keys()
    hear_nothing(0.15)
    *held, last = keys.split("+") if len(keys) > 1 else [keys]
    generate = pyatspi.Registry.generateKeyboardEvent
    for name in held:
        generate(CODES[name], None, pyatspi.KEY_PRESS)
    generate(SYMBOLS[last] if last in SYMBOLS else ord(last), None, pyatspi.KEY_SYM)
    for name in reversed(held):
        generate(CODES[name], None, pyatspi.KEY_RELEASE)


def hear_nothing(seconds: float) -> None:
    """Let some seconds go by, in which events are remembered."""
    context = GLib.MainContext.default()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        context.iteration(False)
        time.sleep(0.005)


def hear(seconds: float) -> list[dict[str, Any]]:
    """Return what was heard since the last time, after some seconds more."""
    hear_nothing(seconds)
    heard = events[:]
    events.clear()
    return heard


COMMANDS: dict[str, Callable[..., object]] = {"tree": tree, "press": press, "hear": hear}


def main() -> None:
    for kind in HEARD:
        pyatspi.Registry.registerEventListener(remember, kind)
    program = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
    try:
        for line in sys.stdin:
            name, *rest = json.loads(line)
            print(MARK + json.dumps(COMMANDS[name](*rest)), flush=True)
    finally:
        program.terminate()
        program.wait(20)


if __name__ == "__main__":
    os.environ.setdefault("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    main()
