"""Opening a brief of 300 articles, one of them of 300,000 characters, against an empty brief."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from briefing import storage
from tests.bench.briefs import article, large
from tests.bench.measure import row, seconds
from ui.app import App, make
from ui.settings import Settings


def main() -> None:
    """Print the time from path to painted window, and the ratio."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["BRIEFING_HOME"] = home
        app = App(make(["bench"]), Settings())
        empty, bodies, _ = large(1, 1, 200)
        storage.create(Path(home) / "empty.brief", empty, bodies).close()
        for name, claims in (("articles", 12), ("full", 300)):
            brief, bodies = _with_long(*large(claims, 300, 4000)[:2])
            storage.create(Path(home) / f"{name}.brief", brief, bodies).close()

        def shown(name: str) -> None:
            window = app.new_window()
            app.open(Path(home) / name, window)
            QApplication.processEvents()
            window.grab()
            window.close()
            QApplication.processEvents()

        small = seconds(lambda: shown("empty.brief"))
        articles, full = (seconds(lambda n=n: shown(f"{n}.brief")) for n in ("articles", "full"))  # type: ignore[misc]
        row("opening an empty brief in the running program", small * 1000, "ms")
        row("300 articles, one of 300,000 characters, 12 claims / empty", articles / small, "x", 1.5)
        row("  the same with 300 claims, each with a quote / empty", full / small, "x")
        app.end()


def _with_long(brief, bodies):
    from dataclasses import replace

    from briefing.session import Body
    from briefing.text import sha256

    text = article(300_000, 9999)
    body = Body(sha256(text), text.encode())
    first = replace(brief.sources[0], id="slong0000", title="Long", text_sha=body.sha, chars=len(text))
    return replace(brief, sources=(first, *brief.sources)), (*bodies, body)


if __name__ == "__main__":
    main()
