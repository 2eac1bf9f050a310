"""What a person asks of an export."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.exporting.options import PLAIN, Options


@dataclass(frozen=True, slots=True)
class ExportAsked:
    """What is exported, and how: where to, whether to open it, its look, and whether it is a draft.

    The reason says why it is exported although a quote is lost or a source says otherwise; "" for none.
    """

    path: Path
    reason: str
    open_after: bool
    options: Options = PLAIN
    draft: bool = False
