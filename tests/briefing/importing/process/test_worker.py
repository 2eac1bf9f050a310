"""The worker process, driven through `inputs` by an importer that misbehaves."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

import pytest

from briefing.errors import BadInput
from briefing.importing import Importer
from briefing.importing.common.parsed import Hints
from briefing.importing.inputs import Imported, Result, read_bytes, read_files
from briefing.importing.process.confine import MEMORY, OPEN_FILES
from briefing.importing.process.host import Host

UNRULY = (Importer("unruly", "unruly files", (".odd",), "unruly_importer", lambda data: True),)


@pytest.fixture(autouse=True)
def _unruly_importer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


def _ask(act: str, data: bytes = b"words", seconds: float = 20) -> str:
    return read_bytes(f"{act}.odd", data, importers=UNRULY, seconds=seconds).text


@pytest.mark.parametrize(
    ("act", "why"),
    [
        ("die", "stopped (code 3)"),
        ("crash", "stopped"),
        ("leave", "stopped answering"),
        ("raise", "damaged, or not what its name says"),
        ("refuse", "locked with a password"),
        ("rubbish", "makes no sense"),
        ("flood", "longer than 10,000,000 characters"),
        ("hoard", "more memory"),
        ("empty", "holds no words"),
    ],
)
def test_it_says_why_a_file_could_not_be_read(act: str, why: str) -> None:
    with pytest.raises(BadInput) as caught:
        _ask(act)
    assert why in caught.value.message
    assert f"“{act}.odd”" in caught.value.message
    assert "\x1b" not in caught.value.message


def test_it_ends_a_worker_that_hangs() -> None:
    with pytest.raises(BadInput, match=r"longer than 0\.5 seconds"):
        _ask("hang", seconds=0.5)


def test_it_stops_in_the_middle_of_a_file_when_cancelled(tmp_path: Path) -> None:
    (tmp_path / "hang.odd").write_bytes(b"x")
    asked = count()
    results = read_files([tmp_path], importers=UNRULY, cancelled=lambda: next(asked) > 5)
    assert list(results) == []


def test_it_keeps_what_a_parser_prints_out_of_the_answers() -> None:
    assert _ask("print") == "stdin gave ''"


def test_it_denies_writing_network_and_programs(tmp_path: Path) -> None:
    target = tmp_path / "written"
    assert _ask("trespass", str(target).encode()) == "went through: []"
    assert not target.exists()


def test_it_runs_under_the_limits_of_the_system() -> None:
    pytest.importorskip("resource")
    memory, file_size, files, core, cpu = map(int, _ask("limits").split())
    assert (memory, file_size, files, core) == (MEMORY, 0, OPEN_FILES, 0)
    assert 20 <= cpu <= 23


def test_it_gets_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_OF_THE_PARENT", "1")
    assert set(_ask("surroundings").split(",")) <= {"", "LC_CTYPE", "LD_LIBRARY_PATH", "SYSTEMROOT", "WINDIR"}


def _results(folder: Path, names: list[str]) -> list[Result]:
    paths = [folder / name for name in names]
    for path in paths:
        path.write_bytes(path.name.encode())
    return list(read_files(paths, importers=UNRULY, seconds=5))


def test_a_bad_file_harms_no_other(tmp_path: Path) -> None:
    names = ["a.odd", "die.odd", "b.odd", "rubbish.odd", "c.odd", "raise.odd", "d.odd"]
    results = _results(tmp_path, names)
    assert [r.name for r in results] == names
    assert [r.text for r in results if isinstance(r, Imported)] == ["a.odd", "b.odd", "c.odd", "d.odd"]


def test_it_renews_the_worker_after_a_failure_and_after_fifty_files(tmp_path: Path) -> None:
    calm = [f"process.{i:03}.odd" for i in range(60)]
    names = ["process.odd", "process.again.odd", "raise.odd", *calm]
    texts = [r.text for r in _results(tmp_path, names) if isinstance(r, Imported)]
    assert texts[0] == texts[1] != texts[2]
    assert len(set(texts[2:52])) == 1
    assert len(set(texts[52:])) == 1
    assert len(set(texts)) == 3


@pytest.mark.skipif(os.name != "posix", reason="signal 0 asks for a process on POSIX only")
def test_it_leaves_no_process_behind_when_the_batch_is_dropped(tmp_path: Path) -> None:
    for name in ("process.a.odd", "process.b.odd"):
        (tmp_path / name).write_bytes(b"x")
    results = read_files([tmp_path], importers=UNRULY)
    first = next(results)
    assert isinstance(first, Imported)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(first.text), 0)


@pytest.mark.parametrize(
    ("act", "reason"),
    [("die", "worker"), ("rubbish", "worker"), ("flood", "worker"), ("refuse", "template"), ("raise", "")],
)
def test_the_reason_of_an_error_comes_with_the_answer(act: str, reason: str) -> None:
    with Host() as host, pytest.raises(BadInput) as caught:
        host.parse("unruly_importer", b"words", Hints(f"{act}.odd"))
    assert caught.value.reason == reason
