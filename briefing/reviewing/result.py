"""What comes of reading a reviewed file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.edits.review import Proposal

if TYPE_CHECKING:
    from briefing.exporting.word.word_manifest import WordManifest


@dataclass(frozen=True, slots=True)
class Review:
    """What a file proposes, in reading order. `remarks`: what a person should know besides, a sentence
    each. `unknown`: what could not be compared. `manifest`: what left in the file, None where the file does
    not know it any more.
    """

    proposals: tuple[Proposal, ...]
    remarks: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    manifest: WordManifest | None = None
