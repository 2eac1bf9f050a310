"""A reviewed Word file, read back as proposals on the claims it was made of.

Heavy libraries are loaded on first use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.edits.review import Proposal
from briefing.model import Brief

if TYPE_CHECKING:
    from briefing.exporting.word.manifest import Manifest
    from briefing.reviewing.foreign import File

__all__ = ["Proposal", "Review", "review"]


@dataclass(frozen=True, slots=True)
class Review:
    """What a file proposes, in reading order. `remarks`: what a person should know besides, a sentence
    each. `unknown`: what could not be compared. `manifest`: what left in the file, None where the file does not know it any more.
    """

    proposals: tuple[Proposal, ...]
    remarks: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    manifest: Manifest | None = None


def review(brief: Brief, file: File) -> Review:
    """Return what a reviewed file proposes to change in `brief`; nothing for one that nobody touched.

    Raises BadInput for a file that left from another brief.
    """
    from briefing.reviewing import proposing

    return proposing.review(brief, file)
