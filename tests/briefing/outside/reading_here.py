"""What a person named, opened in this process: for tests of what is made of a file, not of how it is opened.

A process for each file takes longer than most of these tests. That it is opened elsewhere, and given up when
it does not answer, is tested in this folder and in cli/test_stuck.py.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from briefing.outside import reader, reader_process


@pytest.fixture(autouse=True)
def files_opened_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `reader.read` answer from this process, with the bytes and the errors of the other, in each module
    or folder (conftest) that imports this.
    """
    in_a_process = reader._once

    def once(
        request: dict[str, Any],
        stdin: int | None,
        descriptors: tuple[int, ...],
        seconds: float,
        cancelled: Callable[[], bool] | None,
    ) -> bytes:
        if request["read"] is None or descriptors:
            return in_a_process(request, stdin, descriptors, seconds, cancelled)
        out = BytesIO()
        reader_process._answer(request, out)
        incoming = reader._Incoming(iter([out.getvalue()]))
        pieces = []
        while "end" not in (frame := incoming.frame())[0]:
            pieces.append(frame[1])
        reader._raise(frame[0])
        return b"".join(pieces)

    monkeypatch.setattr(reader, "_once", once)
