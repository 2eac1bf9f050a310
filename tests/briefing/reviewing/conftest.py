"""What the same brief would leave as is worked out once: many files of these tests have lost their list."""

from __future__ import annotations

from functools import lru_cache

import pytest

from briefing.reviewing import proposing, without_line_list, without_manifest

_as_it_is = lru_cache(maxsize=8)(without_manifest.as_it_is)
_made = lru_cache(maxsize=8)(without_manifest.made)


@pytest.fixture(autouse=True)
def exported_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are pure functions of a brief; each exports it, some of them four times."""
    monkeypatch.setattr(proposing, "as_it_is", _as_it_is)
    monkeypatch.setattr(without_line_list, "made", _made)
