"""A disk that fails once, or for a while, at any call of a session that then goes on.

`strace` lets one system call of a real process fail, at each of its places in turn. After each such session
the file is opened again: it must open, hold every edit that was acknowledged and nothing else, and be what
the session had in memory. Evenly spread places are tried; `DISK_ERRORS=all` tries every one.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest

from briefing.storage import open_brief
from tests.briefing.storage.test_opening import written_by_the_first_version

SAMPLED = 30  # places of each call and error, where not all are tried
CALLS = ("pwrite64", "fsync", "fdatasync", "ftruncate")
ERRORS = ("EIO", "ENOSPC")
LASTING = 6  # calls in a row that fail, where the error lasts for a while

# Twenty edits of every kind the store knows, each tried once; what came of them goes to the second argument.
_SESSION = """
import pickle, sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from briefing.errors import StorageError
from briefing.model import Source
from briefing.session import Body, NewStep, Session
from briefing.storage import open_brief
from briefing.text import sha256

path, answers = Path(sys.argv[1]), Path(sys.argv[2])

def opened():
    for _ in range(10):
        try:
            return open_brief(path)
        except StorageError as error:
            last = error
    raise last

def add(brief, n, sha):
    return replace(brief, sources=(*brief.sources, Source(f"n{n}", title=str(n), text_sha=sha)))

def edit(session, store, n):
    text = f"Article {n}. " * 300
    body = Body(sha256(text), text.encode())
    if n % 5 == 1:
        return session.apply(NewStep(f"add {n}", bodies=[body]), add, n, body.sha)
    if n % 5 == 2:
        store.keep([body])
        return session.apply(f"kept {n}", add, n, body.sha)
    if n == 13:  # larger than SQLite's cache, and refused at last: what reached the file is cut off again
        large = b"x" * 2_200_000
        return session.apply(NewStep("refused", bodies=[Body(sha256(large), large)]), add, n, "0" * 64)
    if n % 5 == 3:
        return session.undo()
    return session.apply(f"title {n}", lambda b: replace(b, title=f"{b.title} {n}"))

def labels(store):
    return [entry.label for entry in store.history(1000)]

first = opened()
store = first.store
session = Session(first.brief, store)
done, refused = labels(store)[::-1], []
for n in range(20):
    try:
        change = edit(session, store, n)
    except StorageError as error:
        refused.append((n, error.message))
    else:
        if change is not None:
            done.append(change.label)
    if n == 9:
        with suppress(StorageError):
            store.back_up()
answers.write_bytes(pickle.dumps((session.brief, done, refused)))
store.close()
"""

# Opens a brief of the first version, which brings it up to date.
_OPENING = """
import sys
from pathlib import Path
from briefing.errors import StorageError
from briefing.storage import open_brief
try:
    open_brief(Path(sys.argv[1])).store.close()
except StorageError as error:
    print("refused")
"""

strace = shutil.which("strace")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(strace is None, reason="strace is not installed here"),
]


def run(
    folder: Path, template: Path, *tracing: str, script: str = _SESSION
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Run a script on a copy of `template` under strace; return the folder it worked in, and its end."""
    folder.mkdir()
    shutil.copyfile(template, folder / "a.brief")
    assert strace is not None
    done = subprocess.run(
        [
            *(strace, "-f", "--seccomp-bpf", "-qq", "-o", os.fspath(folder / "trace"), *tracing),
            *(sys.executable, "-c", script, os.fspath(folder / "a.brief"), os.fspath(folder / "answers")),
        ],
        env={**os.environ, "BRIEFING_HOME": os.fspath(folder / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    return folder, done


def kept_of(labels: list[str]) -> list[str]:
    """Return a history without the edits that were refused, found to stand later, and taken back."""
    kept: list[str] = []
    for label in labels:
        if label.startswith("Taken back: "):
            assert kept.pop() == label.removeprefix("Taken back: ")
        else:
            kept.append(label)
    return kept


def verdict(folder: Path, done: subprocess.CompletedProcess[str]) -> str:
    """Say what a session left: "" when the file is what was acknowledged, else what is wrong."""
    if done.returncode:
        return f"the session ended: {done.stderr.strip().splitlines()[-1:]}"
    brief, labels, refused = pickle.loads((folder / "answers").read_bytes())
    try:
        opened = open_brief(folder / "a.brief", read_only=True)
    except Exception as error:  # noqa: BLE001  any of them is the finding
        return f"does not open: {error}"
    with opened.store as store:
        kept = kept_of([entry.label for entry in store.history(1000)][::-1])
        if refused and refused[-1][0] == 19 and kept[:-1] == labels:
            return ""  # the disk failed to the end: the very last edit was refused, and may stand
        if kept != labels:
            return "its history is not what was acknowledged"
        if opened.brief != brief:
            return "the file is not what was in memory"
        for source in brief.sources:
            assert store.text(source.text_sha)
    return ""


@pytest.fixture
def calls(tmp_path: Path, closed: Path) -> dict[str, int]:
    """How often a session makes each call when nothing fails."""
    folder, done = run(tmp_path / "untouched", closed, "-e", f"trace={','.join(CALLS)}")
    assert verdict(folder, done) == ""
    return counted(folder)


def counted(folder: Path) -> dict[str, int]:
    """Say how often each call stands in the trace of a run."""
    return Counter(re.findall(r"^\d+\s+(\w+)\(", (folder / "trace").read_text(), re.MULTILINE))


def places(times: int) -> Iterator[int]:
    """The places of a call that are made to fail, from 1."""
    step = 1.0 if os.environ.get("DISK_ERRORS") == "all" else max(1.0, times / SAMPLED)
    yield from sorted({1 + int(n * step) for n in range(int(times / step))})


@pytest.mark.parametrize("lasting", [1, LASTING], ids=["once", "for a while"])
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("call", CALLS)
def test_a_disk_that_fails_loses_no_edit_that_was_acknowledged(
    tmp_path: Path, closed: Path, calls: dict[str, int], call: str, error: str, lasting: int
) -> None:
    def trial(place: int) -> tuple[str, int]:
        inject = f"inject={call}:error={error}:when={place}..{place + lasting - 1}"
        folder, done = run(tmp_path / str(place), closed, "-e", f"trace={call}", "-e", inject)
        found = verdict(folder, done)
        refused = 0 if found else len(pickle.loads((folder / "answers").read_bytes())[2])
        shutil.rmtree(folder)
        return found, refused

    tried = list(places(calls.get(call, 0)))
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(trial, tried))
    wrong = [(place, found) for place, (found, _) in zip(tried, results, strict=True) if found]
    print(
        f"\n{call} {error}, {lasting} in a row, at {len(tried)} of {calls.get(call, 0)} places: "
        f"{sum(refused for _, refused in results)} edits refused, {len(wrong)} sessions wrong"
    )
    assert wrong == []


def test_nor_does_bringing_an_older_brief_up_to_date(tmp_path: Path) -> None:
    old = tmp_path / "old.brief"
    written_by_the_first_version(old)
    folder, done = run(tmp_path / "untouched", old, "-e", f"trace={','.join(CALLS)}", script=_OPENING)
    calls = counted(folder)
    number, refused, wrong = count(), 0, []
    trials = [
        (call, error, place) for call in CALLS for error in ERRORS for place in places(calls.get(call, 0))
    ]
    for call, error, place in trials:
        inject = f"inject={call}:error={error}:when={place}"
        folder, done = run(
            tmp_path / str(next(number)), old, "-e", f"trace={call}", "-e", inject, script=_OPENING
        )
        refused += "refused" in done.stdout
        opened = open_brief(folder / "a.brief")
        with opened.store as store:
            if (
                opened.read_only
                or opened.brief.title != "Old"
                or not store.text(opened.brief.sources[0].text_sha)
            ):
                wrong.append((call, error, place))
    print(
        f"\n{len(trials)} openings of an older brief, an error in each: {refused} refused, {len(wrong)} wrong"
    )
    assert wrong == []
