"""Where the program keeps its own data."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from briefing import storage, user_folders
from briefing.cli import main
from briefing.errors import StorageError
from briefing.model import Brief
from briefing.user_folders import HOME_VARIABLE, backups_dir, data_dir, expanded, resolved


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


needs_links = pytest.mark.skipif(os.name != "posix", reason="links need a right on Windows")


@needs_links
def test_a_path_is_what_its_links_lead_to(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    (tmp_path / "dangling").symlink_to("nothing yet")
    assert resolved(tmp_path / "link" / "x.brief") == tmp_path / "folder" / "x.brief"
    assert resolved(tmp_path / "dangling") == tmp_path / "nothing yet"
    assert resolved(str(tmp_path / "not there")) == tmp_path / "not there"


def circle(folder: Path) -> Path:
    """Make two links that lead to each other, and return one."""
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    return folder / "a"


@needs_links
def test_but_links_that_lead_in_a_circle_are_refused_in_words(tmp_path: Path) -> None:
    a = circle(tmp_path)
    (tmp_path / "c").symlink_to("c")
    for path in (a, tmp_path / "b", tmp_path / "c", a / "x.brief"):
        with pytest.raises(StorageError, match=f"“{path.name}” is a link that leads in a circle"):
            resolved(path)


@needs_links
@pytest.mark.parametrize(
    "words",
    [
        *(
            "new LOOP",
            "sample LOOP",
            "outline LOOP",
            "sources LOOP",
            "history LOOP",
            "backups LOOP",
            "restore LOOP",
        ),
        *("check LOOP", "verify LOOP", "copy LOOP NEW", "copy BRIEF LOOP", "copy BRIEF LOOP --replace"),
        *("copy BRIEF LOOP/x.brief", "restore LOOP BRIEF", "restore BRIEF LOOP", "export LOOP -o NEW.md"),
        *("export BRIEF -o LOOP.md", "export BRIEF -o LOOP/x.md", "export BRIEF -o NEW.md --style LOOP"),
        *("references BRIEF -o LOOP.ris", "add BRIEF LOOP", "add LOOP NEW", "claim LOOP situation Words"),
        *("review BRIEF LOOP", "verify BRIEF --sources LOOP", "suggest BRIEF c1 --model LOOP", "LOOP"),
        *("edition LOOP", "origin LOOP s1", "reread LOOP s1", "text LOOP s1", "revise BRIEF s1 LOOP"),
    ],
)
def test_and_every_command_says_so_instead_of_failing(
    tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    loop, brief = circle(tmp_path), tmp_path / "x.brief"
    for suffix in (".md", ".ris"):
        (tmp_path / f"a{suffix}").symlink_to(f"a{suffix}")
    storage.create(brief, Brief("b1", title="Idlib")).close()
    made = words.replace("LOOP", str(loop)).replace("BRIEF", str(brief)).replace("NEW", str(tmp_path / "new"))
    assert main(made.split()) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_home_of_nobody_is_a_name_like_any_other() -> None:
    assert expanded("~nobody-of-this-name/x.brief") == Path("~nobody-of-this-name/x.brief")
    assert expanded("~/x.brief") == Path.home() / "x.brief"


def test_no_other_module_follows_links_or_looks_for_a_home() -> None:
    root = Path(user_folders.__file__).parents[1]
    ours = [*(root / "briefing").rglob("*.py"), *(root / "ui").rglob("*.py")]
    # What is resolved elsewhere is where a module itself lies.
    found = {
        file.relative_to(root).as_posix()
        for file in ours
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"\.(resolve|expanduser)\(\)", line) and "__file__" not in line
    }
    assert found == {"briefing/user_folders.py"}
