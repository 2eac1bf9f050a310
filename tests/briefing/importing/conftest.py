"""What holds for the tests of importing."""

from __future__ import annotations

import pytest

from briefing.importing import machine_reading


@pytest.fixture(autouse=True)
def _no_reading_by_machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The formats are tested as they are without the extra `ocr`, installed or not: a page takes seconds."""
    if "machine_reading" not in request.module.__name__:
        monkeypatch.setattr(machine_reading, "available", lambda: False)
