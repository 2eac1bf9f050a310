"""The separate process that parses foreign files: bytes in on stdin, one line of JSON out a file.

A request is a line of JSON (module, size in bytes, hints) and then the bytes. An answer is a line of
ASCII JSON: {"parsed": {...}} or {"error": message, "hint": ..., "reason": ...}. `host` is the other end. A
module that does not make a source of a file is `given` something instead of hints, and answers in a form of
its own.
"""

from __future__ import annotations

import importlib
import json
import os
from typing import IO, Any

from briefing.errors import BriefingError
from briefing.importing.common.metadata import complete
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.process.confine import USUAL, Limits, begin_file, confine, end_file
from briefing.importing.process.wire import to_wire

MAX_TEXT = 10_000_000  # code points: some 1.6 million words


def main(limits: Limits = USUAL) -> int:
    """Answer requests until stdin ends. Returns the exit code."""
    requests, answers = _own_pipes()
    confine(limits)
    for header in requests:
        request = json.loads(header)
        data = requests.read(request["size"])
        begin_file(limits)
        answer = _answer(request, data)
        end_file()
        answers.write(json.dumps(answer).encode("ascii") + b"\n")
        answers.flush()
    return 0


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Keep stdin and stdout to ourselves: what a parser prints or reads must not mix with answers."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return requests, answers


def _answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    """Parse one file. Whatever a parser raises is that file's failure, never the end of the batch."""
    try:
        module = importlib.import_module(request["module"])
        if "given" in request:
            return {"answer": module.answer(data, request["given"])}
        parsed: Parsed = complete(module.read(data, Hints(**request["hints"])))
        if len(parsed.text) + sum(len(one.words) for one in parsed.struck) > MAX_TEXT:
            return _not_through(f"Its text is longer than {MAX_TEXT:,} characters.")
        return {"parsed": to_wire(parsed)}
    except BriefingError as error:
        return {"error": error.message[:500], "hint": error.hint[:500], "reason": error.reason}
    except MemoryError:
        return _not_through("Reading it needs more memory than is allowed for one file.")
    except Exception as error:  # noqa: BLE001  the parent reports it with the file's name
        return {
            "error": f"It is damaged, or not what its name says ({type(error).__name__}: "
            f"{str(error)[:200]}).",
            "hint": "",
        }


def _not_through(message: str) -> dict[str, Any]:
    return {"error": message, "hint": "Split it and add the parts.", "reason": "worker"}
