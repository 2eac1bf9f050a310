"""Opening what a person named: files that never answer, that are none, that lead elsewhere."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.outside import children, pipes, reader
from briefing.outside.folders import FoundFile, LeftOut
from briefing.outside.reader import LeadsOut, NoAnswer, NotAFile, Reader, read
from tests.briefing.outside.disks import stuck_disk

__all__ = ["stuck_disk"]

NEVER = ("never-stat.txt", "never-open.txt", "never-read.txt", "never-more.txt", "stopped.txt")

on_posix = pytest.mark.skipif(os.name != "posix", reason="pipes by name, and signals, are of POSIX")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the stuck disk asks /proc what is open")


def _file(folder: Path, name: str, words: str = "some words\n") -> Path:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def test_it_reads_files_one_after_the_other_in_one_process(tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(bytes(range(256)) * 20_000)
    small = _file(tmp_path, "näme \udcff.txt")
    with Reader() as opened:
        assert opened.bytes_of(small, 100) == b"some words\n"
        process = opened._process
        assert opened.bytes_of(large, 1 << 30) == large.read_bytes()
        assert opened.bytes_of(large, 3_000_000) == large.read_bytes()[:3_000_000]
        with pytest.raises(FileNotFoundError):
            opened.bytes_of(tmp_path / "gone", 10)
        assert opened.bytes_of(small, 4) == b"some"
        assert opened._process is process


def test_a_file_can_be_read_line_by_line_and_left_in_the_middle(tmp_path: Path) -> None:
    path = _file(tmp_path, "long", "line\n" * 2_000_000)
    with Reader() as opened:
        with opened.file(path) as file:
            assert file.readline(100) == b"line\n"
        with opened.file(path) as file:
            assert sum(1 for _ in file) == 2_000_000


@on_linux
@pytest.mark.parametrize("name", NEVER)
def test_a_file_that_never_answers_is_given_up_at_the_deadline(
    name: str, tmp_path: Path, stuck_disk: None
) -> None:
    path, good = _file(tmp_path, name), _file(tmp_path, "good.txt")
    with Reader(seconds=0.4) as opened:
        with pytest.raises(NoAnswer) as caught:
            opened.bytes_of(path, 100)
        assert caught.value.strerror == "no answer for 0.4 seconds"
        opened.seconds = 60
        assert opened.bytes_of(good, 100) == b"some words\n"
    with pytest.raises(NoAnswer):
        read(path, 100, seconds=0.4)


@on_linux
@pytest.mark.parametrize("name", NEVER)
def test_waiting_for_it_can_be_cancelled(name: str, tmp_path: Path, stuck_disk: None) -> None:
    path, until = _file(tmp_path, name), time.monotonic() + 0.3
    with Reader(cancelled=lambda: time.monotonic() > until) as opened, pytest.raises(pipes.Cancelled):
        opened.bytes_of(path, 100)
    with pipes.stopping(lambda: True), pytest.raises(pipes.Cancelled):
        read(path, 100)


@on_linux
def test_a_folder_that_stops_answering_gives_what_it_gave(tmp_path: Path, stuck_disk: None) -> None:
    _file(tmp_path, "a.txt")
    (tmp_path / "never-list").mkdir()
    with Reader(seconds=60) as opened:
        opened.bytes_of(tmp_path / "a.txt", 1)  # started; from here on it is quick
        opened.seconds = 1.5
        found = opened.walk(tmp_path)
        assert next(found) == FoundFile(str(tmp_path / "a.txt"), str(tmp_path.resolve()))
        with pytest.raises(NoAnswer):
            next(found)


def test_only_waiting_counts_and_what_comes_gives_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    clock = reader._Clock(10, lambda: False)
    now[0] = 9.0
    clock.check()
    clock.stop(gained=300_000)  # three seconds more
    now[0] = 500.0  # what its caller did meanwhile
    clock.since = now[0]
    now[0] += 3.9
    clock.check()
    now[0] += 0.2
    with pytest.raises(pipes.TooSlow):
        clock.check()


@on_posix
def test_a_pipe_is_read_only_where_one_is_meant(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAFile):
        read(tmp_path / "pipe", 100)
    with pytest.raises(NoAnswer):
        read(tmp_path / "pipe", 100, waits=True, seconds=0.3)
    inner, outer = os.pipe()
    os.write(outer, b"secret\n")
    os.close(outer)
    assert read(Path(f"/dev/fd/{inner}"), 100, waits=True) == b"secret\n"
    os.close(inner)
    for odd in (tmp_path, Path("/dev/zero")):
        with pytest.raises(NotAFile):
            read(odd, 100)


def test_a_name_that_no_file_can_have_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match="null"):
        read(Path("a\x00b"), 10)


@on_posix
def test_a_file_changed_for_a_link_since_the_folder_was_listed_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    inside, outside = _file(tmp_path / "pack", "a.txt"), _file(tmp_path, "private.txt", "private")
    with Reader() as opened:
        (found,) = opened.walk(tmp_path / "pack")
        assert isinstance(found, FoundFile)
        assert opened.bytes_of(Path(found.path), 100, found.within) == b"some words\n"
        inside.unlink()
        inside.symlink_to(outside)
        with pytest.raises(LeadsOut):
            opened.bytes_of(Path(found.path), 100, found.within)


@on_posix
def test_a_process_that_cannot_be_killed_is_left_behind() -> None:
    class Unkillable:
        stdin, stdout = io.BytesIO(), io.BytesIO()
        waited: list[float] = []

        def kill(self) -> None:
            """The signal waits, as it does for a process that waits for its disk."""

        def wait(self, timeout: float) -> int:
            self.waited.append(timeout)
            raise subprocess.TimeoutExpired("it", timeout)

    process = Unkillable()
    children.end(process)  # type: ignore[arg-type]
    assert process.waited == [children.GRACE]
    assert process.stdin.closed
    assert process.stdout.closed


_INPUT = (
    "import sys; from briefing.outside import reader; print(reader.read_input(100, "
    "seconds=float(sys.argv[1])))"
)


@pytest.mark.parametrize("ends", [True, False])
def test_standard_input_is_read_to_its_end_or_to_the_deadline(ends: bool) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _INPUT, "60" if ends else "0.5"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(b"words")
    process.stdin.flush()
    if ends:
        out, _ = process.communicate()
        assert out.strip() == b"b'words'"
    else:
        assert process.wait(20) == 1
        assert process.stderr is not None
        assert b"NoAnswer" in process.stderr.read()
        for pipe in (process.stdin, process.stdout, process.stderr):
            assert pipe is not None
            pipe.close()


def test_what_is_left_out_says_so_in_words(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    with Reader() as opened:
        (left,) = opened.walk(tmp_path)
    assert isinstance(left, LeftOut)
    assert (
        left.why
        == f"Hidden files, linked folders and folders of saved pages skipped in “{tmp_path.name}”: 1."
    )
