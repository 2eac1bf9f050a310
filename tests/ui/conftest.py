"""Window tests run without a screen, on settings and folders of their own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Backups, settings and the log go to the test's own folder."""
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
