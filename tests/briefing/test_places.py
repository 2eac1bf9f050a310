"""Where the program keeps its own data."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.places import HOME_VARIABLE, backups_dir, data_dir


def test_the_environment_moves_all_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert data_dir() == tmp_path
    assert backups_dir(tmp_path / "x.brief").is_relative_to(tmp_path / "backups")


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    assert data_dir().is_absolute()
    assert data_dir().name == "briefing-desk"


@pytest.mark.parametrize(
    ("name", "begin"),
    [("Idlib – Lage.brief", "Idlib-Lage-"), ("../..brief", "brief-"), ("###.brief", "brief-")],
)
def test_a_folder_of_backups_is_named_after_its_brief(name: str, begin: str, tmp_path: Path) -> None:
    assert backups_dir(tmp_path / name).name.startswith(begin)


def test_two_briefs_of_one_name_have_two_folders(tmp_path: Path) -> None:
    assert backups_dir(tmp_path / "a" / "x.brief") != backups_dir(tmp_path / "b" / "x.brief")
