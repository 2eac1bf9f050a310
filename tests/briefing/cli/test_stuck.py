"""Commands on files that never answer: each ends with a message that names the file, and with exit code 2."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.briefing.cli.conftest import Line
from tests.briefing.outside.disks import patience, stuck_disk

__all__ = ["stuck_disk"]
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the stuck disk asks /proc what is open"),
    pytest.mark.usefixtures("stuck_disk"),
]

# The command, "BRIEF" standing for the brief; what it says.
COMMANDS = [
    ("add|BRIEF|never-read.txt", "“never-read.txt” could not be read: no answer for"),
    ("add|BRIEF|never-open.mbox", "“never-open.mbox” could not be read: no answer for"),
    ("add|BRIEF|never-stat", "“never-stat” could not be read: no answer for"),
    ("add|BRIEF|folder", "“folder” could not be read: no answer for"),
    ("add|BRIEF|good.txt|--password|pipe", "The password could not be read from pipe: no answer for"),
    ("revise|BRIEF|source|never-more.html", "“never-more.html” could not be read: no answer for"),
    ("review|BRIEF|never-stat.docx", "“never-stat.docx” could not be read: no answer for"),
    ("verify|never-read.md|--sources|folder", "“never-read.md” could not be read: no answer for"),
    ("verify|good.md|--sources|never-read.txt", "“never-read.txt” could not be read: no answer for"),
    ("export|BRIEF|-o|out.docx|--template|never-read.dotx|--force|x",
        "never-read.dotx” cannot be read (no answer for"),
    pytest.param(
        "export|BRIEF|-o|out.docx|--style|never-read.csl|--force|x",
        "“never-read.csl” cannot be read (no answer for",
        marks=pytest.mark.skipif(find_spec("citeproc") is None, reason="styles need the extra “cite”"),
    ),
    ("suggest|BRIEF|claim|--model|never-stat-model", "“never-stat-model” could not be read: no answer for"),
    ("model|never-stat-model", "“never-stat-model” could not be read: no answer for"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "said"), COMMANDS)
def test_it_ends_with_a_message(
    words: str, said: str, line: Line, written: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    patience(monkeypatch, 1.0)
    (Path("folder") / "never-list").mkdir(parents=True)
    os.mkfifo("pipe")
    for name in (*words.split("|"), "good.txt", "good.md"):
        if "." in name and not Path(name).exists() and name != "out.docx":
            Path(name).write_text("Some words\n", encoding="utf-8")
    result = line(
        *(str(line.path) if word == "BRIEF" else written.get(word, word) for word in words.split("|"))
    )
    assert said in result.err
    assert result.code == 2


def test_a_share_that_is_gone_is_not_waited_for_with_each_of_its_files(
    line: Line, written: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    patience(monkeypatch, 1.5)  # a busy machine takes one to start a process for the good file
    Path("share").mkdir()
    for number in range(30):
        (Path("share") / f"never-read {number:02}.txt").write_text("words", encoding="utf-8")
    Path("good.txt").write_text("Good words\n", encoding="utf-8")
    result = line.on("add", "share", "good.txt")
    assert result.code == 2
    assert result.err.count("no answer for 1.5 seconds") == 3
    assert result.err.count("was not tried: 3 before it gave no answer") == 27
    assert result.out.endswith("\tgood\n")


def test_links_that_lead_out_are_named_by_add_and_by_verify(line: Line, written: dict[str, str]) -> None:
    Path("private.txt").write_text("Nobody’s business\n", encoding="utf-8")
    Path("pack").mkdir()
    (Path("pack") / "a.txt").write_text("Some words\n", encoding="utf-8")
    (Path("pack") / "notes.txt").symlink_to("../private.txt")
    Path("out.md").write_text("# T\n", encoding="utf-8")
    for result in (line.on("add", "pack"), line("verify", "out.md", "--sources", "pack")):
        assert "“notes.txt” is a link that leads out of the folder “pack”, to " in result.err
    assert [s.filename for s in line.read().sources] == ["patrols.txt", "a.txt"]
