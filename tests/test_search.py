"""The property tests on examples that nobody has drawn before."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.slow
def test_a_search_through_new_examples_finds_nothing() -> None:
    """BRIEFING_SEED is the seed to run again; what the search finds is kept in .hypothesis and tried
    first.
    """
    seed = os.environ.get("BRIEFING_SEED") or str(secrets.randbelow(1 << 32))
    again = f"HYPOTHESIS_PROFILE=search uv run pytest --hypothesis-seed={seed}"
    print(f"search with the seed {seed}; again: {again}")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", f"--hypothesis-seed={seed}"],
        cwd=ROOT,
        env={**os.environ, "HYPOTHESIS_PROFILE": "search"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    print(done.stdout.strip().splitlines()[-1])
    assert done.returncode == 0, f"{again}\n{done.stdout[-20_000:]}"
