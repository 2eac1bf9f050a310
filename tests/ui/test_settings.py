"""What the window remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from ui.settings import RECENT, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_nothing_remembered_is_the_ordinary(path: Path) -> None:
    settings = Settings(path)
    assert (settings.recent, settings.theme, settings.scale, settings.serif) == ((), "system", 1.0, True)
    assert (settings.author, settings.last_export("b1"), settings.state("geometry").isEmpty()) == (
        "",
        "",
        True,
    )


def test_what_was_set_is_there_after_a_restart(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    settings.theme, settings.scale, settings.serif, settings.author = "dark", 1.3, False, "Ada “K” Ünal"
    settings.set_last_export("b1", "/tmp/ü.docx")
    settings.set_state("geometry", QByteArray(b"\x00\x01\xff"))
    settings.add_recent(tmp_path / "a, b.brief")
    again = Settings(path)
    assert (again.theme, again.scale, again.serif, again.author) == ("dark", 1.3, False, "Ada “K” Ünal")
    assert again.last_export("b1") == "/tmp/ü.docx"
    assert again.state("geometry") == QByteArray(b"\x00\x01\xff")
    assert again.recent == (tmp_path / "a, b.brief",)


def test_the_newest_brief_is_first_and_none_is_there_twice(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    for name in ("a", "b", "a"):
        settings.add_recent(tmp_path / name)
    assert settings.recent == (tmp_path / "a", tmp_path / "b")


def test_only_so_many_briefs_are_remembered(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    for n in range(RECENT + 3):
        settings.add_recent(tmp_path / str(n))
    assert len(settings.recent) == RECENT
    assert settings.recent[0] == tmp_path / str(RECENT + 2)


def test_a_brief_can_be_forgotten(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    settings.add_recent(tmp_path / "a")
    settings.forget_recent(tmp_path / "a")
    assert settings.recent == () == Settings(path).recent


@pytest.mark.parametrize(
    ("line", "scale"),
    [("scale=huge", 1.0), ("scale=99", 2.0), ("scale=-3", 0.7), ("scale=nan", 0.7), ("scale=1.25", 1.25)],
)
def test_a_size_outside_what_can_be_read_is_not_taken(path: Path, line: str, scale: float) -> None:
    path.write_text(f"[General]\n{line}\n")
    assert Settings(path).scale == pytest.approx(scale)


@pytest.mark.parametrize("line", ["theme=neon", "theme=light, dark", "recent=@Invalid()", "serif=perhaps"])
def test_a_damaged_file_does_not_stop_the_window(path: Path, line: str) -> None:
    path.write_text(f"[General]\n{line}\n")
    settings = Settings(path)
    assert (settings.theme, settings.recent) == ("system", ())
    assert settings.serif in (True, False)


def test_the_folders_of_briefs_and_exports_are_known(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    settings.add_recent(tmp_path / "briefs" / "a.brief")
    settings.add_recent(tmp_path / "briefs" / "b.brief")
    settings.set_last_export("b1", str(tmp_path / "out" / "a.docx"))
    assert Settings(path).known_folders() == (tmp_path / "briefs", tmp_path / "out")
