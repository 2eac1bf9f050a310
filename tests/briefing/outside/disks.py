"""A disk of which some files never answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.importing import inputs
from briefing.outside import reader


@pytest.fixture
def stuck_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files whose name has never-stat, never-open, never-read, never-more or stopped in it never
    answer.
    """
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    monkeypatch.setattr(reader, "_MODULE", "stuck_reading")


def patience(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let every read wait so long for an answer, in place of its usual 25 seconds."""
    made = reader.Reader
    monkeypatch.setattr(reader, "SECONDS", seconds)
    monkeypatch.setattr(inputs, "Reader", lambda **given: made(**{**given, "seconds": seconds}))
