"""Our own faults: written to a log, reported once in the window, never a silent end."""

from __future__ import annotations

import faulthandler
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from briefing.user_folders import data_dir

_LONGEST = 1_000_000
_LOG = logging.getLogger("briefing")


class Faults:
    """Catches what nobody caught. `tell(text)` shows it; the brief is on disk up to the last edit."""

    def __init__(self, tell: Callable[[str], None], folder: Path | None = None) -> None:
        self._tell = tell
        self.path = (folder or data_dir()) / "faults.log"
        self._handler: logging.Handler | None = None
        self._native = None
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > _LONGEST:
                self.path.replace(self.path.with_suffix(".old.log"))
            self._handler = logging.FileHandler(self.path, delay=True, encoding="utf-8")
            self._native = self.path.with_name("crash.log").open("w", encoding="utf-8")
        except OSError as error:
            print(f"briefing: no log can be written ({error.strerror}).", file=sys.stderr)  # noqa: T201
            return
        _LOG.addHandler(self._handler)
        faulthandler.enable(self._native)

    def install(self) -> None:
        """Take the place of Python's own hook."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report an exception that reached the event loop."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _LOG.error("uncaught", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        self._tell(f"{kind.__name__}: {error}")

    def close(self) -> None:
        """Give the files back."""
        sys.excepthook = sys.__excepthook__
        if self._handler is not None:
            _LOG.removeHandler(self._handler)
            self._handler.close()
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
