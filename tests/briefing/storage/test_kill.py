"""A process killed in mid-work loses no edit that was reported as made."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.storage import open_brief

_WORK = """
import sys
from dataclasses import replace
from pathlib import Path
from briefing.model import Source
from briefing.session import Body, NewStep, Session
from briefing.storage import open_brief
from briefing.text import sha256

opened = open_brief(Path(sys.argv[1]))
session = Session(opened.brief, opened.store)

def edit(brief, n):
    text = f"Article {n}. " * 400
    source = Source(f"n{n}", text_sha=sha256(text))
    return replace(brief, title=str(n), sources=(*brief.sources, source))

n = len(opened.brief.sources)
while True:
    text = f"Article {n}. " * 400
    session.apply(NewStep("Edit", bodies=[Body(sha256(text), text.encode())]), edit, n)
    print(n, flush=True)
    n += 1
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("rounds", [3, pytest.param(30, marks=pytest.mark.slow)])
def test_a_killed_process_loses_no_edit_it_reported(closed: Path, rounds: int) -> None:
    chance = random.Random(rounds)
    for _ in range(rounds):
        work = subprocess.Popen([sys.executable, "-c", _WORK, str(closed)], stdout=subprocess.PIPE)
        assert work.stdout is not None
        first = work.stdout.readline()
        time.sleep(chance.random() * 0.2)
        work.kill()
        reported = int((first + work.stdout.read()).split(b"\n")[-2])
        work.wait()
        work.stdout.close()
        opened = open_brief(closed)
        with opened.store as store:
            assert not opened.read_only
            # The edit after the last reported one may have been committed before the report.
            assert int(opened.brief.title) in (reported, reported + 1)
            assert len(opened.brief.sources) == int(opened.brief.title) + 1
            for source in opened.brief.sources[-2:]:
                assert store.text(source.text_sha)
