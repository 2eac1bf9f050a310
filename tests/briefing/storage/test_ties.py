"""Several processes that open one brief at one instant: exactly one of them writes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from briefing.storage.disk_files import journal_of

# Opens a brief again and again, each time asking for the lock (or, with a journal, for the file) at a given
# moment.
_OPENER = """
import sys, time
from pathlib import Path
from briefing.storage import open_brief, open_checks

lock, moment = open_checks.lock, 0.0

def at_the_moment(connection):
    while time.time() < moment:
        pass
    lock(connection)

if sys.argv[1] == "lock":
    open_checks.lock = at_the_moment
print("ready", flush=True)
for line in sys.stdin:
    path, at = line.rstrip("\\n").split("\\t")
    moment = float(at)
    while sys.argv[1] != "lock" and time.time() < moment:
        pass
    opened = open_brief(Path(path))
    print("read-only" if opened.read_only else "writes", flush=True)
    sys.stdin.readline()
    opened.store.close()
    print("closed", flush=True)
"""


def leave_a_hot_journal(path: Path) -> tuple[bytes, bytes]:
    """Return the bytes of file and journal in the middle of a transaction that is larger than the cache."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN")
    connection.execute("INSERT INTO body VALUES (zeroblob(16), hex(zeroblob(32)), 99999, zeroblob(99999))")
    left = path.read_bytes(), journal_of(path).read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    return left


@pytest.mark.parametrize("left", ["nothing", "a hot journal"])
@pytest.mark.parametrize(
    ("processes", "ties"),
    [(2, 3), pytest.param(2, 120, marks=pytest.mark.slow), pytest.param(3, 40, marks=pytest.mark.slow)],
)
def test_of_several_that_open_a_brief_at_one_instant_one_writes(
    closed: Path, processes: int, ties: int, left: str
) -> None:
    data, journal = (closed.read_bytes(), b"") if left == "nothing" else leave_a_hot_journal(closed)
    openers = [
        subprocess.Popen(
            [sys.executable, "-c", _OPENER, "lock" if left == "nothing" else "file"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(processes)
    ]

    def tell(line: str) -> list[str]:
        for opener in openers:
            assert opener.stdin is not None
            opener.stdin.write(f"{line}\n")
            opener.stdin.flush()
        return answers()

    def answers() -> list[str]:
        return [opener.stdout.readline().strip() for opener in openers if opener.stdout is not None]

    answers()
    found: Counter[tuple[str, ...]] = Counter()
    for _ in range(ties):
        closed.write_bytes(data)
        if journal:
            journal_of(closed).write_bytes(journal)
        found[tuple(sorted(tell(f"{closed}\t{time.time() + 0.05}")))] += 1
        tell("close")
    for opener in openers:
        opener.communicate()
    print(f"\n{ties} ties of {processes} with {left} left by a crash: {dict(found)}")
    assert found == {("read-only",) * (processes - 1) + ("writes",): ties}
