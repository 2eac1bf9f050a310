"""Exports of large briefs; the Word file against pandoc making one from the same Markdown."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from briefing import exporting
from tests.bench.briefs import large
from tests.bench.measure import row, seconds


def main() -> None:
    """Print times and ratios for 1,000 and 10,000 noted claims."""
    word, markdown = (exporting.exporter_for(Path(f"x{s}")) for s in (".docx", ".md"))
    brief, _, _ = large(1000, 20, 20_000)
    big, _, _ = large(10_000, 20, 60_000)
    exporting.render(word, exporting.build(exporting.ExportRequest(brief)))
    thousand = seconds(lambda: exporting.render(word, exporting.build(exporting.ExportRequest(brief))), 3)
    row("Word, 1,000 noted claims", thousand, "s")
    ten = seconds(lambda: exporting.render(word, exporting.build(exporting.ExportRequest(big))), 1)
    row("Word, 10,000 / 1,000", ten / thousand, "x", 11)
    row(
        "Markdown, 10,000 claims",
        seconds(lambda: exporting.render(markdown, exporting.build(exporting.ExportRequest(big))), 3),
        "s",
        0.2,
    )
    row(
        "numbers shown in the window, 10,000 claims",
        seconds(lambda: exporting.numbers(big)) * 1000,
        "ms",
    )
    if not shutil.which("pandoc"):
        print("pandoc is not here: no ratio against it")
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "brief.md"
        source.write_bytes(exporting.render(markdown, exporting.build(exporting.ExportRequest(brief))).data)
        start = time.perf_counter()
        subprocess.run(["pandoc", str(source), "-o", str(Path(folder) / "brief.docx")], check=True)
        pandoc = time.perf_counter() - start
        row("pandoc, the same Markdown to Word", pandoc, "s")
        row("Word, ours / pandoc's", thousand / pandoc, "x", 0.34)


if __name__ == "__main__":
    main()
