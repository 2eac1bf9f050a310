"""An importer for tests: many damaged files in one, each read as the format whose id is the file's name.

One process for all of them: a worker is replaced after each failure, which would be most of the time taken.
"""

from __future__ import annotations

import importlib
import json
import time

from briefing.errors import BriefingError
from briefing.importing import IMPORTERS
from briefing.importing.common.parsed import Hints, Parsed


def read(data: bytes, hints: Hints) -> Parsed:
    """Return, as JSON in the text, what became of each file and the processor seconds that the slowest
    took.
    """
    module = importlib.import_module(next(row.module for row in IMPORTERS if row.id == hints.name))
    head, _, rest = data.partition(b"\n")
    outcomes: list[str] = []
    slowest = 0.0
    for size in json.loads(head):
        one, rest = rest[:size], rest[size:]
        started = time.process_time()
        try:
            module.read(one, Hints())
            outcomes.append("read")
        except BriefingError as error:
            outcomes.append("refused" if error.message else "refused without a word")
        except Exception as error:  # noqa: BLE001  told to the test
            outcomes.append(f"{type(error).__name__}: {error}")
        slowest = max(slowest, time.process_time() - started)
    return Parsed(json.dumps([outcomes, slowest]))


def packed(files: list[bytes]) -> bytes:
    """Return files as `read` takes them: their sizes in bytes on a line of JSON, then the files."""
    return json.dumps([len(file) for file in files]).encode() + b"\n" + b"".join(files)
