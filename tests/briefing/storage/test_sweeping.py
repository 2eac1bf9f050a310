"""What killed processes left is deleted by name and age, and nothing else ever."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from briefing.storage import open_brief, sweeping
from briefing.storage.disk_files import hidden_name, temporary_beside
from briefing.tasks.write_export import write
from briefing.user_folders import private_dir

HOUR, DAY = 3600.0, 86_400.0


@pytest.fixture(scope="module")
def ended() -> int:
    """The number of a process that has ended."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def _put(path: Path, age: float, *, folder: bool = False) -> Path:
    if folder:
        path.mkdir(parents=True)
        (path / "copy.brief").write_bytes(b"words")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"words")
    os.utime(path, (time.time() - age,) * 2)
    return path


CASES = [
    # the name ({pid} of a process that has ended, {me} of this one), its age, whether it goes
    (".~Idlib – Lage-{pid}-ab_d12xy.tmp", HOUR, True),
    (".~Idlib-{pid}-deadbeef.tmp-journal", HOUR, True),
    (".briefing-{pid}-0123456789ab.tmp", HOUR, True),
    (".~Idlib-{pid}-ab_d12xy.tmp", 10.0, False),  # written to a moment ago, maybe on another machine
    (".~Idlib-{me}-ab_d12xy.tmp", 3 * DAY, False),  # its process runs
    (".briefing-{me}-0123456789ab.tmp", 3 * DAY, False),
    (".~Idlib-ab_d12xy.tmp", 2 * DAY, True),  # of an earlier version, which told no process
    (".~Idlib-ab_d12xy.tmp", HOUR, False),
    (".briefing-0123456789ab.tmp", 2 * DAY, True),
    ("Idlib.brief", 9 * DAY, False),
    ("Idlib.brief-journal", 9 * DAY, False),
    (".~lock.report.docx#", 9 * DAY, False),
    (".~mine.tmp", 9 * DAY, False),
    ("~$report.docx", 9 * DAY, False),
    (".briefing-notes.tmp", 9 * DAY, False),
    (".briefing-0123456789AB.tmp", 9 * DAY, False),
    ("Idlib-{pid}-ab_d12xy.tmp", 9 * DAY, False),
]


@pytest.mark.parametrize(("name", "age", "goes"), CASES)
def test_a_leftover_is_known_by_its_name_and_age(
    tmp_path: Path, ended: int, name: str, age: float, goes: bool
) -> None:
    file = _put(tmp_path / "work" / name.format(pid=ended, me=os.getpid()), age)
    sweeping.sweep([file.parent])
    assert file.exists() is not goes


def test_private_folders_of_ended_processes_go_with_all_in_them(ended: int) -> None:
    gone = _put(private_dir() / f"briefing-desk-{ended}-ab_d12xy", HOUR, folder=True)
    kept = _put(private_dir() / f"briefing-desk-{os.getpid()}-ab_d12xy", DAY, folder=True)
    other = _put(private_dir() / "mine", DAY, folder=True)
    sweeping.sweep([])
    assert [p.exists() for p in (gone, kept, other)] == [False, True, True]


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")
def test_a_link_and_a_folder_of_such_a_name_are_left_alone(tmp_path: Path, ended: int) -> None:
    precious = _put(tmp_path / "precious", DAY, folder=True)
    link = tmp_path / f".~Idlib-{ended}-ab_d12xy.tmp"
    link.symlink_to(precious)
    linked = private_dir() / f"briefing-desk-{ended}-ab_d12xy"
    private_dir().mkdir(parents=True)
    linked.symlink_to(precious)
    folder = _put(tmp_path / f".briefing-{ended}-0123456789ab.tmp", DAY, folder=True)
    sweeping.sweep([tmp_path], now=time.time() + 9 * DAY)
    assert (precious / "copy.brief").exists()
    assert folder.exists()


def test_it_counts_what_went(tmp_path: Path, ended: int) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for n in range(3):
        _put(one / f".briefing-{ended}-0123456789a{n}.tmp", HOUR)
    _put(two / f".briefing-{ended}-0123456789ab.tmp", HOUR)
    _put(two / "Idlib.brief", 9 * DAY)
    assert sweeping.sweep([one, two, one], now=time.time() - HOUR) == 0  # too young then
    assert sweeping.sweep([one, two, one]) == 4
    assert sweeping.sweep([one, two]) == 0


def test_a_file_with_the_name_of_a_private_folder_is_left_alone(ended: int) -> None:
    file = _put(private_dir() / f"briefing-desk-{ended}-ab_d12xy", DAY)
    assert sweeping.sweep([]) == 0
    assert file.exists()


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    left = _put(tmp_path / ".briefing-0123456789ab.tmp", 2 * DAY)
    sweeping.sweep([tmp_path / "nowhere", tmp_path / "\0", tmp_path])
    assert not left.exists()


def test_a_private_folder_is_the_users_own_and_goes_at_the_end() -> None:
    with sweeping.private_folder() as folder:
        assert folder.parent == private_dir()
        if os.name == "posix":
            assert folder.stat().st_mode & 0o077 == 0
        assert sweeping.is_left(folder.name)
    assert not folder.exists()


def test_a_lasting_folder_is_as_private_and_stays_until_it_is_cleaned_up() -> None:
    folder = sweeping.lasting_folder()
    path = Path(folder.name)
    assert path.parent == private_dir()
    if os.name == "posix":
        assert private_dir().stat().st_mode & 0o077 == 0
        assert path.stat().st_mode & 0o077 == 0
    folder.cleanup()
    assert not path.exists()


def test_and_stands_in_the_place_of_the_system_where_the_user_s_own_cannot_be_written(home: Path) -> None:
    home.write_bytes(b"no folder")
    with sweeping.lasting_folder() as name:
        assert sweeping.is_left(Path(name).name)
        assert Path(name).parent == Path(tempfile.gettempdir())


def test_every_hidden_name_of_the_program_is_one_that_is_swept(tmp_path: Path) -> None:
    with temporary_beside(tmp_path / ("x" * 300 + ".brief")) as new:
        assert sweeping.is_left(new.name)
    assert sweeping.is_left(hidden_name("body"))
    assert sweeping.is_left(sweeping.export_name("0123456789ab"))
    with sweeping.lasting_folder() as folder:
        assert sweeping.is_left(Path(folder).name)


def test_opening_a_brief_and_exporting_sweep_the_folder(closed: Path, ended: int, tmp_path: Path) -> None:
    beside = _put(closed.with_name(f".~Idlib-{ended}-ab_d12xy.tmp"), HOUR)
    open_brief(closed, read_only=True).store.close()
    assert beside.exists()  # looking changes nothing
    open_brief(closed).store.close()
    assert not beside.exists()
    out = _put(tmp_path / "out" / f".briefing-{ended}-0123456789ab.tmp", HOUR)
    write(out.with_name("note.md"), b"words")
    assert [p.name for p in out.parent.iterdir()] == ["note.md"]
