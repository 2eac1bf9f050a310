"""What a person asks of an export."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.exporting.options import PLAIN, Options


@dataclass(frozen=True, slots=True)
class ExportAsked:
    """Where to export to, the reason to do so although a quote is lost or a source says otherwise ("" for none),
    whether to open it, its look, and whether it is a draft.
    """

    path: Path
    reason: str
    open_after: bool
    options: Options = PLAIN
    draft: bool = False
