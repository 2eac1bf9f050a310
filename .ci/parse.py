"""Reads one article as the worker does, but with its traces in sight: for docs/debugging_the_worker.md.

uv run .ci/parse.py FILE                  parse it in this process, where a debugger can follow
uv run .ci/parse.py --request FILE        write what the program sends to the worker
uv run .ci/parse.py --module M FILE       by this module, not by the one the program chooses
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

from briefing.importing import importer_for
from briefing.importing.common.metadata import complete
from briefing.importing.common.parsed import Hints


def main() -> int:
    """Return the exit code; what the parser raises is not caught."""
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    wanted.add_argument("file", type=Path)
    wanted.add_argument("--request", action="store_true")
    wanted.add_argument("--module", default="")
    given = wanted.parse_args()
    data, hints = given.file.read_bytes(), Hints(name=given.file.name)
    module = given.module or importer_for(given.file.name, data).importer.module
    if given.request:
        header = {"module": module, "size": len(data), "hints": asdict(hints)}
        sys.stdout.buffer.write(json.dumps(header).encode("ascii") + b"\n" + data)
        return 0
    parsed = complete(importlib.import_module(module).read(data, hints))
    found = [f"{name}: {value}\n" for name, value in asdict(parsed).items() if name != "text" and value]
    sys.stderr.write(f"read by {module}\n{''.join(found)}")
    sys.stdout.write(parsed.text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
