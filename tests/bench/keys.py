"""From a key to the painted page, and all that follows when typing pauses, at 500 and at 2,000 claims.

The ratio counts processor time of the window's thread: ten keys, their commit, and everything that the commit
sets off (states, counts, checks, panes), so that nothing hides in a timer.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing import storage
from briefing.edits import Caret
from tests.bench.briefs import large
from tests.bench.measure import percentile, row
from ui.app import App, make
from ui.settings import Settings

KEYS = 200


def main() -> None:
    """Print the 95th percentile for a key, and for the commit that follows it."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["BRIEFING_HOME"] = home
        app = App(make(["bench"]), Settings())
        medians, totals = [], []
        for claims in (500, 2000):
            brief, bodies, _ = large(claims, 10, 20_000)
            path = Path(home) / f"{claims}.brief"
            storage.create(path, brief, bodies).close()
            window = app.new_window()
            window.resize(1280, 800)
            start = time.perf_counter()
            app.open(path, window)
            QTest.qWait(500)
            keys, flushes, spent = _type(window, f"c{claims // 2:08d}")
            totals.append(statistics.median(spent))
            medians.append(statistics.median(keys))
            row(f"key to paint, {claims} claims, 95th percentile", percentile(keys, 0.95) * 1000, "ms", 16)
            row(
                f"  the same, median (opened in {time.perf_counter() - start - 0.5:.1f} s with the bench)",
                medians[-1] * 1000,
                "ms",
            )
            row(
                f"typing committed and all panes told, {claims} claims, median",
                statistics.median(flushes) * 1000,
                "ms",
            )
            window.close()
        row("key to paint, 2,000 claims / 500", medians[1] / medians[0], "x", 1.3)
        row("ten keys and all that follows, 2,000 claims / 500", totals[1] / totals[0], "x", 1.3)
        app.end()


def _type(window, claim_id: str) -> tuple[list[float], list[float], list[float]]:
    """Return seconds: of each key, of each commit, and of the thread's work for ten keys with all that
    follows.
    """
    page = window.workspace.page
    page.set_caret(Caret(claim_id, 3))
    keys, flushes, spent = [], [], []
    _settle()
    for n in range(0, KEYS, 10):
        begun = time.thread_time()
        for key in range(n, n + 10):
            start = time.perf_counter()
            QTest.keyClick(page, "abcdefgh "[key % 9])  # type: ignore[call-overload]
            page.viewport().repaint()
            keys.append(time.perf_counter() - start)
        start = time.perf_counter()
        page.flush()
        flushes.append(time.perf_counter() - start)
        _settle()
        spent.append(time.thread_time() - begun)
    return keys, flushes, spent


def _settle() -> None:
    """Let timers and jobs end: Python is not held, as QTest's own waiting holds it."""
    for _ in range(50):
        QApplication.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
