"""A reviewed Word file, read back as proposals on the claims it was made of.

Heavy libraries are loaded on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.edits.review import Proposal
from briefing.model import Brief
from briefing.reviewing.result import Review

if TYPE_CHECKING:
    from briefing.reviewing.review_wire import File

__all__ = ["Proposal", "Review", "review"]


def review(brief: Brief, file: File) -> Review:
    """Return what a reviewed file proposes to change in `brief`; nothing for one that nobody touched.

    Raises BadInput for a file that left from another brief.
    """
    from briefing.reviewing import proposing

    return proposing.review(brief, file)
