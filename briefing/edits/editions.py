"""Edits of editions: what was handed on is frozen, and the next one begins."""

from __future__ import annotations

from dataclasses import replace

from briefing.errors import Refused
from briefing.model import Brief, Edition


def freeze_edition(brief: Brief, frozen_at: str, snapshot_sha: str) -> Brief:
    """Freeze the edition as it is, under the hash of its snapshot, and begin the next one.

    `frozen_at`: ISO 8601. What this edition said had changed stays with it. Raises Refused where nothing
    has changed since the edition before was frozen.
    """
    last = brief.editions[-1] if brief.editions else None
    if last is not None and last.snapshot_sha == snapshot_sha:
        raise Refused(f"Nothing has changed since edition {last.number} was frozen.", "Write first, then freeze.")
    frozen = Edition(brief.edition, frozen_at, brief.change_statement, snapshot_sha)
    return replace(
        brief, editions=(*brief.editions, frozen), edition=brief.edition + 1, change_statement=""
    )


def set_export_choices(brief: Brief, choices: tuple[str, ...]) -> Brief:
    """Remember what was chosen at an export, as "name=value"."""
    return brief if brief.export_choices == choices else replace(brief, export_choices=choices)
