"""The process that opens files, on a disk of which some files never answer: those whose name says at what."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.outside import reader_process


def _never_for(word: str, act: Callable[..., Any]) -> Callable[..., Any]:
    def acting(path: Any, *arguments: Any, **named: Any) -> Any:
        if f"never-{word}" in str(path):
            while True:
                time.sleep(60)
        return act(path, *arguments, **named)

    return acting


def main() -> int:
    """Answer as `reading` does, or not at all."""
    for word, name in (("stat", "stat"), ("open", "open"), ("list", "scandir"), ("lead", "readlink")):
        setattr(os, name, _never_for(word, getattr(os, name)))
    opened, read = os.open, os.read
    slow: set[int] = set()

    def opening(path: Any, *arguments: Any) -> int:
        handle = opened(path, *arguments)
        if "never-read" in str(path) or "never-more" in str(path):
            slow.add(handle)
        if "never-more" in str(path):
            os.set_blocking(handle, True)
        if "stopped" in str(path):
            os.kill(os.getpid(), signal.SIGSTOP)
        return handle

    def reading_of(handle: int, size: int) -> bytes:
        name = str(Path(f"/proc/self/fd/{handle}").readlink()) if handle in slow else ""
        if "never-more" in name:
            data = read(handle, min(size, 10))
            if data:
                return data
        while handle in slow:
            time.sleep(60)
        return read(handle, size)

    os.open, os.read = opening, reading_of  # type: ignore[assignment]
    return reader_process.main()
