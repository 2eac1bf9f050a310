"""Window tests run without a screen, on settings and folders of their own."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from briefing.tasks import sample

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Backups, settings and the log go to the test's own folder."""
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def collected_in_this_thread() -> Iterator[None]:
    """As in the program, no job collects garbage, whether or not a test makes a window: it would end objects
    of Qt that tests before this one left behind, in a thread that is not theirs, and the process with them.
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """The offscreen clipboard frees what it holds after Python has ended: data made by a widget of ours
    would take the process down with it.
    """
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built once: to be copied."""
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFING_HOME", str(folder / "home"))
        return sample.build(folder / "sample.brief")


@pytest.fixture
def sample_file(built_sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample in the test's own folder."""
    return Path(shutil.copy(built_sample, tmp_path / "sample.brief"))
