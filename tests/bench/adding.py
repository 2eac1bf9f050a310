"""300 web pages dropped as one folder: how long it takes, and how long the window ever fails to answer."""

from __future__ import annotations

import os
import random
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from briefing import storage
from briefing.model import Brief, Section
from tests.bench.measure import row
from ui.app import App, make
from ui.settings import Settings

FILES = 300
_WORDS = [
    "patrol",
    "highway",
    "ministry",
    "border",
    "truce",
    "delegation",
    "province",
    "talks",
    "convoy",
    "ceasefire",
    "refugees",
    "minister",
    "army",
    "city",
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "that",
    "for",
    "with",
    "on",
    "was",
    "said",
    "were",
    "from",
    "by",
    "at",
    "had",
    "after",
    "officials",
    "week",
]


def page(number: int) -> str:
    """Return one web page of some 40 kB with an article of its own."""
    chance = random.Random(number)

    def sentence() -> str:
        words = chance.choices(_WORDS, k=chance.randint(9, 24))
        return " ".join(words).capitalize() + "."

    body = "".join(f"<p>{' '.join(sentence() for _ in range(5))}</p>" for _ in range(30))
    links = "".join(f'<li><a href="/story/{n}">{sentence()}</a></li>' for n in range(60))
    return (
        f'<!doctype html><html lang="en"><head><title>Report {number} | Post</title>'
        f'<meta property="og:site_name" content="Post"><meta property="article:published_time" '
        f'content="2020-03-13">'
        f"</head><body><nav><ul>{links}</ul></nav><article><h1>Report "
        f"{number}</h1>{body}</article></body></html>"
    )


class Gaps:
    """The longest time between two ticks of a timer of 2 ms: as long the window did not answer."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now


def main() -> None:
    """Print the time for all files and the longest silence of the window."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["BRIEFING_HOME"] = home
        folder = Path(home) / "reports"
        folder.mkdir()
        for number in range(FILES):
            (folder / f"report-{number:03}.html").write_text(page(number), encoding="utf-8")
        path = Path(home) / "x.brief"
        storage.create(
            path, Brief("b", "Bench", sections=(Section("situation", "situation", "Situation"),))
        ).close()
        app = App(make(["bench"]), Settings())
        window = app.new_window()
        window.resize(1280, 800)
        app.open(path, window)
        _spin(0.5)
        gaps = Gaps()
        start = time.perf_counter()
        window.of_brief.adding.add_files([folder])
        while len(window.workspace.desk.brief.sources) < FILES and time.perf_counter() - start < 120:
            QApplication.processEvents()
            time.sleep(0.0005)
        took = time.perf_counter() - start
        _spin(2.0)
        added = len(window.workspace.desk.brief.sources)
        row(f"{added} web pages by folder drop", took, "s")
        row("  a page", took / max(1, added) * 1000, "ms")
        row("  longest time without an answer of the window", gaps.worst * 1000, "ms", 50)
        window.close()
        app.end()


def _spin(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.0005)


if __name__ == "__main__":
    main()
