"""Where no window can be shown, one line says why and what to install; nothing aborts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli.libraries import PACKAGES, advice, library_in
from ui.qt.starting import reason

ROOT = Path(__file__).resolve().parents[3]


def started(tmp_path: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
        env={**kept, "BRIEFING_HOME": str(tmp_path), **environ},
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is shown on Linux only")
@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"DISPLAY": ":7731"}, ("“:7731”",)),
        ({"DISPLAY": ":7731", "LD_LIBRARY_PATH": "damaged"}, ("libxcb-cursor.so.0", "libxcb-cursor0")),
        ({"QT_QPA_PLATFORM": "nonsense"}, ("nonsense",)),
    ],
)
def test_one_line_says_why_no_window_opens(
    tmp_path: Path, environ: dict[str, str], named: tuple[str, ...]
) -> None:
    (tmp_path / "libxcb-cursor.so.0").write_bytes(b"")  # a library that the system's loader refuses
    if "LD_LIBRARY_PATH" in environ:
        environ = {**environ, "LD_LIBRARY_PATH": str(tmp_path)}
    done = started(tmp_path, **environ)
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1
    assert all(name in done.stderr for name in named), done.stderr


@pytest.mark.parametrize(
    ("message", "library"),
    [
        ("libxcb-cursor.so.0: cannot open shared object file: No such file", "libxcb-cursor.so.0"),
        ("plugins/libxcb-icccm.so.4: file too short", "libxcb-icccm.so.4"),
        ("libEGL.so.1: cannot open shared object file", "libEGL.so.1"),
        ("nothing of the kind", ""),
    ],
)
def test_the_library_is_read_from_the_loaders_words(message: str, library: str) -> None:
    assert library_in(message) == library


@pytest.mark.parametrize(("library", "debian"), [(f"{row[0]}.so.9", row[1]) for row in PACKAGES])
def test_every_library_of_the_table_leads_to_its_package(library: str, debian: str) -> None:
    assert f" {debian} " in advice(library.replace("..", "."))


def test_what_no_table_knows_has_advice_all_the_same() -> None:
    assert advice("libstrange.so.1").startswith("Install the package")
    assert "no reason given" in reason(()).message
