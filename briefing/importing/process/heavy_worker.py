"""The worker for what needs a model: as `worker`, with more memory and time."""

from __future__ import annotations

from briefing.importing.process import worker
from briefing.importing.process.confine import HEAVY


def main() -> int:
    """Answer requests until stdin ends. Returns the exit code."""
    return worker.main(HEAVY)
