"""What docs/debugging_the_worker.md shows does what it says."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "debugging_the_worker.md").read_text(encoding="utf-8")
BLOCKS = "\n".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL))
SHOWN = [line.replace("FILE", "article.txt") for line in BLOCKS.splitlines()]
PYTHON = "uv run python "


def run(line: str, folder: Path, given: bytes = b"") -> bytes:
    """Return what a line of the page prints in `folder`, given bytes where it says `< request`."""
    line, _, request = line.partition(" < ")
    words = shlex.split(line.removeprefix(PYTHON).removeprefix("uv run "))
    words = [str(ROOT / word) if word == ".ci/parse.py" else word for word in words]
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        input=given if request else b"q\n",
        capture_output=True,
        check=True,
    )
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text("Patrols start on Sunday, the ministry said.\n", encoding="utf-8")
    return tmp_path


def test_an_article_is_parsed_in_sight(folder: Path) -> None:
    (line,) = (line for line in SHOWN if line == "uv run .ci/parse.py article.txt")
    assert run(line, folder).decode() == "Patrols start on Sunday, the ministry said.\n"


def test_the_worker_answers_the_request_that_is_written(folder: Path) -> None:
    (asked,) = (line for line in SHOWN if "--request" in line)
    (answered, *_) = (line for line in SHOWN if "worker import main" in line)
    request = run(asked.removesuffix(" > request"), folder)
    answer = json.loads(run(answered, folder, request))
    assert answer["parsed"]["text"] == "Patrols start on Sunday, the ministry said.\n"


@pytest.mark.parametrize("line", [line for line in SHOWN if "landlock" in line or "seccomp" in line])
def test_what_the_system_has_is_printed(line: str, folder: Path) -> None:
    assert run(line, folder)


def test_the_process_that_opens_files_answers(folder: Path) -> None:
    read, walked = (line for line in SHOWN if "reader_process import main" in line)
    assert b"Patrols start on Sunday" in run(read, folder)
    assert b"article.txt" in run(walked, folder)


def test_a_debugger_follows_the_parser(folder: Path) -> None:
    (line,) = (line for line in SHOWN if "-m pdb" in line)
    assert b"(Pdb)" in run(line, folder)
