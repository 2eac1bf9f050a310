"""Runs the benches named on the command line, or all, each in a process of its own."""

from __future__ import annotations

import argparse
import subprocess
import sys

BENCHES = ("window", "keys", "commits", "opening", "quotes", "exports")


def main() -> int:
    """Run benches; return 1 when one of them could not run. A missed target is printed, not failed."""
    parser = argparse.ArgumentParser(description="Measure Briefing Desk; figures are medians and ratios.")
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], help="default: all")
    names = parser.parse_args().names or BENCHES
    failed = 0
    for name in names:
        done = subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], check=False)
        failed |= done.returncode != 0
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
