"""Edits of editions: what was handed on is frozen, and the next one begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing import inline
from briefing.edits.items import set_text
from briefing.errors import Refused
from briefing.model import Brief, Claim, Edition, Section


def freeze_edition(brief: Brief, frozen_at: str, snapshot_sha: str) -> Brief:
    """Freeze the edition as it is, under the hash of its snapshot, and begin the next one.

    `frozen_at`: ISO 8601. What this edition said had changed stays with it. Raises Refused where nothing
    has changed since the edition before was frozen.
    """
    last = brief.editions[-1] if brief.editions else None
    if last is not None and last.snapshot_sha == snapshot_sha:
        raise Refused(
            f"Nothing has changed since edition {last.number} was frozen.", "Write first, then freeze."
        )
    frozen = Edition(brief.edition, frozen_at, brief.change_statement, snapshot_sha)
    return replace(brief, editions=(*brief.editions, frozen), edition=brief.edition + 1, change_statement="")


def set_export_choices(brief: Brief, choices: tuple[str, ...]) -> Brief:
    """Remember what was chosen at an export, as "name=value"."""
    return brief if brief.export_choices == choices else replace(brief, export_choices=choices)


def put_summary(brief: Brief, words: str, claim_id: str, drafted: Callable[[str], bool]) -> Brief:
    """Write the source summary as the first text of its section, in place of an older draft that stands
    there.

    `drafted` says whether plain words are such a draft. A text a person wrote or changed stays, below the new
    one.

    The section is made, at the end, where the brief has none. The text is an editorial claim: it speaks
    about the brief. A claim of another kind in that section stays as it is.
    """
    section = next((s for s in brief.sections if s.kind == "summary"), None)
    if section is None:
        section = Section("sources", "summary", "Source summary")
        taken = {s.id for s in brief.sections}
        number = 2
        while section.id in taken:
            section, number = replace(section, id=f"sources-{number}"), number + 1
        brief = replace(brief, sections=(*brief.sections, section))
    first = section.items[0] if section.items else None
    if isinstance(first, Claim) and _may_go(first, drafted):
        return set_text(brief, first.id, inline.escape(words))
    claim = Claim(claim_id, inline.escape(words), "editorial")
    whole = replace(section, items=(claim, *section.items))
    return replace(brief, sections=tuple(whole if s.id == section.id else s for s in brief.sections))


def _may_go(claim: Claim, drafted: Callable[[str], bool]) -> bool:
    words = inline.plain(claim.text)
    return claim.kind == "editorial" and not claim.evidence and (not words.strip() or drafted(words))
