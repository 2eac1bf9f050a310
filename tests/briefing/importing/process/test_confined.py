"""What C code in the worker can do to the machine: nothing. Each act is looked for from outside as well."""

from __future__ import annotations

import json
import os
import platform
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.importing import Importer
from briefing.importing.inputs import read_bytes
from briefing.outside import landlock, seccomp
from tests.briefing.importing.process import hostile_importer

HOSTILE = (Importer("hostile", "hostile files", (".odd",), "hostile_importer", lambda data: True),)
FILES = (
    "unlinked",
    "unlinked-too",
    "renamed",
    "renamed-too",
    "truncated",
    "rights",
    "times",
    "linked",
    "written",
)

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in seccomp.MACHINES,
    reason=f"no filter on {sys.platform} {platform.machine()}: there an audit hook stops Python code only",
)
with_landlock = pytest.mark.skipif(not landlock.version(), reason="this kernel has no Landlock")
# What only Landlock refuses: seccomp sees no names.
READING = {
    *("read a private file", "list a private folder", "read who has an account"),
    "read what the parent was given",
}


@pytest.fixture
def victim() -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(["sleep", "600"])
    yield process
    process.kill()
    process.wait()


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        yield server


@pytest.fixture
def field(tmp_path: Path, victim: subprocess.Popen[bytes], listener: socket.socket) -> dict[str, str | int]:
    (tmp_path / "field" / "folder").mkdir(parents=True)
    for name in FILES:
        (tmp_path / "field" / name).write_text("words that stay", encoding="utf-8")
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "diary.txt").write_text("nobody’s business", encoding="utf-8")
    return {
        "folder": str(tmp_path / "field"),
        "victim": victim.pid,
        "port": listener.getsockname()[1],
        "private": str(tmp_path / "private" / "diary.txt"),
    }


def _state(folder: Path) -> list[tuple[object, ...]]:
    """Return all that can be seen of a folder's files from outside, but for when they were read."""
    seen: list[tuple[object, ...]] = []
    for path in sorted(folder.iterdir()):
        found = path.lstat()
        words = path.read_text(encoding="utf-8") if path.is_file() else ""
        kept = (found.st_mode, found.st_nlink, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        seen.append((path.name, *kept, words, os.listxattr(path)))
    return seen


def _heard(server: socket.socket) -> bool:
    try:
        server.accept()[0].close()
    except TimeoutError:
        return False
    return True


def _refused(field: dict[str, str | int], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    read = read_bytes("harm.odd", json.dumps(field).encode(), importers=HOSTILE)
    found: dict[str, str] = json.loads(read.text)
    return found


def test_no_act_of_c_code_goes_through(
    field: dict[str, str | int],
    victim: subprocess.Popen[bytes],
    listener: socket.socket,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    print(f"Landlock {landlock.version()}, seccomp on {platform.machine()}")
    before = _state(Path(str(field["folder"])))
    became = _refused(field, monkeypatch)
    assert set(became) == set(hostile_importer.ACTS)
    expected = set() if landlock.version() else READING
    assert {name for name, why in became.items() if not why} <= expected
    assert {why for name, why in became.items() if name not in READING} <= {"EPERM", "ENOSYS", "EACCES"}
    assert _state(Path(str(field["folder"]))) == before
    assert not _heard(listener)
    assert victim.poll() is None
    assert os.getpriority(os.PRIO_PROCESS, victim.pid) == os.getpriority(os.PRIO_PROCESS, 0)


@with_landlock
def test_it_reads_nothing_of_its_owner(field: dict[str, str | int], monkeypatch: pytest.MonkeyPatch) -> None:
    became = _refused(field, monkeypatch)
    assert {name: became[name] for name in READING} == dict.fromkeys(READING, "EACCES")


def _as_a_program(field: dict[str, str | int], confined_as: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, hostile_importer.__file__, json.dumps(field), confined_as],
        capture_output=True, check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    found: dict[str, str] = json.loads(done.stdout)
    return found


ALLOWED = {"fetch": {"connect and send", "send a packet"}, "reading": READING}


@pytest.mark.parametrize(("kind", "allowed"), ALLOWED.items(), ids=ALLOWED)
def test_those_that_fetch_and_that_open_files_can_do_that_and_no_more(
    kind: str, allowed: set[str], field: dict[str, str | int], victim: subprocess.Popen[bytes]
) -> None:
    before = _state(Path(str(field["folder"])))
    became = _as_a_program(field, kind)
    reading = set() if landlock.version() else READING
    assert {name for name, why in became.items() if not why} == allowed | reading
    assert _state(Path(str(field["folder"]))) == before
    assert victim.poll() is None


def test_but_a_process_that_is_not_confined_does_them_all(
    field: dict[str, str | int], victim: subprocess.Popen[bytes], listener: socket.socket
) -> None:
    became = _as_a_program(field, "nothing")
    harmless = {name for name, why in became.items() if why}
    assert harmless <= hostile_importer.NOT_EVERYWHERE
    assert _heard(listener)
    assert victim.wait(5) == -15
    left = {path.name for path in Path(str(field["folder"])).iterdir()}
    assert {"renamed-to", "made", "symlink", "hard-link", "pipe", "new", "shell"} <= left
    assert not {"unlinked", "unlinked-too", "folder"} & left
