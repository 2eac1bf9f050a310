"""What the project says of itself is true: documents, licence, pins, version, package."""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import briefing
from briefing.cli.parser import COMMANDS, command_parser

ROOT = Path(__file__).resolve().parent.parent
PAGES = tuple(sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", *PAGES)
LICENCE_SHA = (
    "0ffddef9e48f8a09aed5caf2d44f7ba1c1be2d9b8e0a6f693b1635b2d5566645"  # of its words, one blank between
)
NOT_OURS = {"dist", "build", "pictures", "__pycache__", "uv.lock"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def ours() -> list[Path]:
    """Return the text files of the project: no environments, caches, briefs or pictures."""
    return [path for path in files() if path.suffix not in (".brief", ".png", ".docx")]


def files() -> list[Path]:
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [f for f in folders if f not in NOT_OURS and (not f.startswith(".") or f == ".ci")]
        found += [Path(folder, n) for n in names if n not in NOT_OURS and (n == ".gitignore" or n[0] != ".")]
    return found


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(name: str) -> list[list[str]]:
    """Return the command lines in the fenced blocks of a document, split into words."""
    blocks = re.findall(r"```(?:sh|bash)\n(.*?)```", document(name), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.strip()]
    shown = [shlex.split(part, comments=True) for line in lines for part in line.split("&&")]
    return [[w for w in words if not re.match(r"[A-Z_]+=", w)] for words in shown]


COMMAND_PAGE = document("docs/commands.md")


# One letter of each stands in brackets, so that this file does not name what it forbids.
@pytest.mark.parametrize(
    "pattern",
    [
        r"\bpyp[i]\b",
        r"python[h]osted",
        r"(?<![\w.)\]])/(?:roo[t]|wor[k]|op[t])/\w",
        re.escape(str(ROOT)) + r"(?=[\\/])",
    ],
    ids=["the package index", "the host of its files", "a path of one machine", "where this copy lies"],
)
def test_no_file_names(pattern: str) -> None:
    naming = [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path in ours()
        for hit in re.finditer(pattern, path.read_bytes().decode("utf-8", "replace"))
    ]
    assert naming == []


def test_the_version_is_the_same_in_the_package_and_in_the_code() -> None:
    assert PROJECT["version"] == briefing.__version__
    assert f"## [{briefing.__version__}]" in document("CHANGELOG.md")


def test_the_licence_is_apache_2_in_full() -> None:
    words = document("LICENSE").split()
    assert words[:4] == ["Apache", "License", "Version", "2.0,"]
    assert hashlib.sha256(" ".join(words).encode()).hexdigest() == LICENCE_SHA
    assert PROJECT["license"] == "Apache-2.0"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_of_a_document_leads_to_a_file(name: str) -> None:
    folder = (ROOT / name).parent
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document(name))
    missing = [t for t in targets if "://" not in t and not (folder / t).exists()]
    assert missing == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_to_a_heading_leads_to_one(name: str) -> None:
    folder = (ROOT / name).parent
    for target, wanted in re.findall(r"\]\(([^)#\s]*)#([^)\s]+)\)", document(name)):
        if "://" in target:
            continue
        page = (folder / target if target else ROOT / name).read_text(encoding="utf-8")
        headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
        assert wanted in {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}, target


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_a_document_names_is_there(name: str) -> None:
    rooms = (
        r"`((?:\.ci|briefing|ui|resources|tests)/[\w./-]*\w/?|main\.py|pyproject\.toml|requirements\.txt)`"
    )
    missing = [p for p in re.findall(rooms, document(name)) if not (ROOT / p).exists()]
    assert missing == []


SHOWING_COMMANDS = ["README.md", "CONTRIBUTING.md", "docs/commands.md", "docs/debugging_the_worker.md"]


@pytest.mark.parametrize("name", SHOWING_COMMANDS)
def test_every_command_shown_can_be_run(name: str) -> None:
    shown = commands(name)
    assert shown
    for words in shown:
        assert words[:3] == ["pip", "install", "uv"] or words[0] in ("uv", "bash", "briefing"), words
        assert [w for w in words if re.search(r"\.py$|/run$", w) and not (ROOT / w).is_file()] == [], words


def test_the_first_screen_is_short() -> None:
    lines = document("README.md").splitlines()
    assert len(lines) <= 55
    assert [line for line in lines if len(line) > 118 and not line.startswith("![")] == []


def test_the_gate_runs_the_test_command_of_the_readme() -> None:
    assert ["uv", "run", "pytest"] in commands("README.md")
    assert " uv run pytest\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_the_page_of_commands_has_the_command(command: str) -> None:
    rows = [line for line in COMMAND_PAGE.splitlines() if line.startswith("| `")]
    assert any(f"`{command}" in row for row in rows)


@pytest.mark.parametrize(
    "words", [w for w in re.findall(r"^\| `([^|]*)`", COMMAND_PAGE, re.MULTILINE) if " " in w]
)
def test_a_command_of_the_page_is_one(words: str) -> None:
    named = re.findall(r"(?:^|`)([a-z]+)(?= |$)", words)
    assert set(named) <= {command.name for command in COMMANDS}
    assert named


@pytest.mark.parametrize(
    "words", [w for w in commands("docs/commands.md") if w[0] == "briefing"], ids=" ".join
)
def test_an_example_of_the_page_is_understood(words: list[str]) -> None:
    assert command_parser().parse_args(words[1:]).command.name == words[1]


def test_the_keys_of_the_page_are_those_of_the_window() -> None:
    pytest.importorskip("PySide6")
    from ui.commands.table import ACTIONS
    from ui.reader.reader_keys import KEYS

    keys = set(re.findall(r"(?:(?:Ctrl|Alt|Shift)\+)+\w+|\bF\d+\b", document("docs/keys.md")))
    known = {key for action in ACTIONS for key in action.keys} | {key.shown for key in KEYS}
    assert keys
    assert keys - known == set()


def test_the_pins_are_whole_and_hashed() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "requirements.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_the_wheel_holds_all_that_the_program_reads(tmp_path: Path) -> None:
    uv = os.environ.get("UV") or shutil.which("uv")
    if not uv:
        pytest.skip("uv is not on the path")
    subprocess.run([uv, "build", "--quiet", "--wheel", "--out-dir", tmp_path], cwd=ROOT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        inside = set(packed.namelist())
    read = [
        p.relative_to(ROOT)
        for p in files()
        if p.relative_to(ROOT).parts[0] in ("briefing", "ui", "resources")
    ]
    wanted = {path.as_posix() for path in read if path.name != "README.md" and "pictures" not in path.parts}
    assert wanted - inside == set()
    assert not [name for name in inside if name.startswith("tests/")]


def test_every_test_that_the_page_of_promises_names_is_there() -> None:
    named = re.findall(
        r"`((?:tests/)?[\w/]*\w+\.py)`", (ROOT / "docs/promises.md").read_text(encoding="utf-8")
    )
    assert len(named) > 40
    missing = [
        name
        for name in named
        if not ((ROOT / name).is_file() if "/" in name else list((ROOT / "tests").rglob(name)))
    ]
    assert missing == []


def test_every_promise_has_a_test() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in (ROOT / "docs/promises.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| promise")
    ]
    assert [
        row[0] for row in rows if len(row) != 3 or not (".py`" in row[1] or row[1].startswith("the same"))
    ] == []
