"""Exports kept in tests/golden. WRITE_GOLDEN=1 writes them anew: look at the difference before you keep
it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "golden"


def agree(name: str, text: str) -> bool:
    """Whether a text is the one kept under this name."""
    kept = FOLDER / name
    if os.environ.get("WRITE_GOLDEN"):
        kept.write_text(text, encoding="utf-8", newline="\n")
    return kept.read_text(encoding="utf-8") == text


def tool(name: str) -> str:
    """Return the path of a program, or skip the test."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not on this machine")
    return found
