"""Two texts as one line: what stays, what is taken out and what is put in; long stretches that stay
shortened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from briefing.revision.word_difference import Hunk

StretchKind = Literal["same", "out", "put"]

_AROUND = 36


def redline(
    old: str, new: str, hunks: Sequence[Hunk], around: int = _AROUND
) -> Iterator[tuple[StretchKind, str]]:
    """Yield stretches as (kind, words), kind "same", "out" or "put". Of a stretch that stays, some `around`
    letters (code points) are kept beside each change, cut between words, with “…” for the rest.
    """
    last = len(hunks) - 1
    for place, hunk in enumerate(hunks):
        out, put = old[slice(*hunk.old)], new[slice(*hunk.new)]
        if hunk.kind == "equal":
            yield "same", _shortened(put, around, first=place == 0, last=place == last)
            continue
        if out:
            yield "out", out
        if put:
            yield "put", put


def _shortened(words: str, around: int, *, first: bool, last: bool) -> str:
    if len(words) <= 2 * around + 8 and not (first and last):
        return words
    front = "" if first else words[:around].rpartition(" ")[0] or words[:around]
    back = "" if last else words[-around:].partition(" ")[2] or words[-around:]
    if first and last:
        return words
    return f"{front} … {back}" if front and back else f"{front} …" if front else f"… {back}"
