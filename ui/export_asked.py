"""What a person asks of an export."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportAsked:
    """Where to export to, the reason to do so although quotes fail ("" for none), and whether to open it."""

    path: Path
    reason: str
    open_after: bool
