"""A format of reference managers: the titles, one in a line."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Source


def write(sources: Sequence[Source]) -> str:
    """Return the titles."""
    return "".join(f"{source.title}\n" for source in sources)
