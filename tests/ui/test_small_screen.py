"""Windows, dialogs and popups on small screens and with large letters: on the screen, and within reach."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("width", "height", "ratio", "points"),
    [
        pytest.param(720, 450, 2, 0, id="1440x900 at 200 %"),
        pytest.param(720, 450, 2, 12, id="1440x900 at 200 % and letters of 12 points"),
        pytest.param(1440, 900, 1, 16, id="letters of 16 points"),
        pytest.param(1093, 614, 1.25, 0, id="1366x768 at 125 %"),
    ],
)
def test_nothing_is_off_the_screen_and_the_brief_has_a_third(
    tmp_path: Path, width: int, height: int, ratio: float, points: float
) -> None:
    screen = {"name": "small", "x": 0, "y": 0, "width": width, "height": height, "dpr": ratio}
    config = tmp_path / "screen.json"
    config.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}))
    shown = subprocess.run(
        [sys.executable, "-m", "tests.ui.small_screen", str(tmp_path), str(points)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.returncode == 0, f"{shown.stdout}\n{shown.stderr}"
