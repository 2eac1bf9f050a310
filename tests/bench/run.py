"""Runs the benches named on the command line, or all, each in a process of its own."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUIET = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
BENCHES = (
    "window",
    "keys",
    "commits",
    "opening",
    "quotes",
    "exports",
    "adding",
    "pages",
    "pdfs",
    "origins",
    "searching",
    "suggesting",
    "checks",
    "typed",
)


def main() -> int:
    """Run benches; return 1 when one of them could not run. A missed target is printed, not failed."""
    parser = argparse.ArgumentParser(description="Measure Briefing Desk; figures are medians and ratios.")
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], help="default: all")
    names = parser.parse_args().names or BENCHES
    failed = 0
    for name in names:
        done = subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], check=False, cwd=ROOT, env=QUIET)
        failed |= done.returncode != 0
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
