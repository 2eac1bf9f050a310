"""From a key to the painted page, at 500 and at 2,000 claims."""

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
        medians = []
        for claims in (500, 2000):
            brief, bodies, _ = large(claims, 10, 20_000)
            path = Path(home) / f"{claims}.brief"
            storage.create(path, brief, bodies).close()
            window = app.new_window()
            window.resize(1280, 800)
            start = time.perf_counter()
            app.open(path, window)
            QTest.qWait(500)
            keys, flushes = _type(window, f"c{claims // 2:08d}")
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
        row("key at 2,000 claims / key at 500", medians[1] / medians[0], "x", 1.5)
        app.end()


def _type(window, claim_id: str) -> tuple[list[float], list[float]]:  # type: ignore[no-untyped-def]
    page = window.workspace.page
    page.set_caret(Caret(claim_id, 3))
    keys, flushes = [], []
    for n in range(KEYS):
        start = time.perf_counter()
        QTest.keyClick(page, "abcdefgh "[n % 9])
        page.viewport().repaint()
        keys.append(time.perf_counter() - start)
        if n % 10 == 9:
            start = time.perf_counter()
            page.flush()
            flushes.append(time.perf_counter() - start)
            QApplication.processEvents()
    return keys, flushes


if __name__ == "__main__":
    main()
