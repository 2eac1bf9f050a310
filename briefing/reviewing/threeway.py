"""Three texts: as it left, mine, theirs. A merge of words where the changes do not overlap (diff3).

After S. Khanna, K. Kunal, B. C. Pierce, “A Formal Investigation of Diff3” (2007), with words for lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.revision.word_difference import Hunk, compare


@dataclass(frozen=True, slots=True)
class MergeVerdict:
    """Whether anything is proposed, whether both sides changed it, and both changes in one text or ""."""

    proposed: bool
    conflict: bool = False
    merged: str = ""


def decide(base: str, mine: str, theirs: str) -> MergeVerdict:
    """Return what is to be done about a text that left as `base`."""
    if theirs in (base, mine):
        return MergeVerdict(False)
    if mine == base:
        return MergeVerdict(True)
    return MergeVerdict(True, True, merge(base, mine, theirs))


def merge(base: str, mine: str, theirs: str) -> str:
    """Return both changes in one text, "" where they overlap or touch."""
    changes = sorted(
        [(*h.old, mine[slice(*h.new)], 0) for h in _changes(base, mine)]
        + [(*h.old, theirs[slice(*h.new)], 1) for h in _changes(base, theirs)]
    )
    out: list[str] = []
    at, last = 0, -1
    taken: tuple[int, int, str] | None = None
    for start, end, words, side in changes:
        if taken == (start, end, words):
            continue
        if start < at or (start == at and last not in (-1, side)):
            return ""
        out += (base[at:start], words)
        at, last, taken = end, side, (start, end, words)
    merged = "".join((*out, base[at:]))
    return re.sub(r"(?<=\S)  +(?=\S)", " ", merged)


def _changes(base: str, other: str) -> list[Hunk]:
    return [hunk for hunk in compare(base, other) if hunk.kind != "equal"]
