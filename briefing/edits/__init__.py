"""Edits: small pure functions from snapshot to snapshot. Each may raise BriefingError and change nothing.

Split by noun: sources, evidence (links), items (claims, judgements), actors, sections, fields (any field
by name), page (what typing on the page does to several rows).
"""

from briefing.edits.actors import add_actor, add_statement, move_actor, remove_actor, set_actor_line
from briefing.edits.evidence import link_quote, move_evidence, relink, unlink
from briefing.edits.fields import FIELDS, set_field
from briefing.edits.items import (
    add_claim,
    add_judgement,
    move_item,
    remove_item,
    set_text,
    shift_item,
    waive,
)
from briefing.edits.page import Caret, Piece, erase, insert, join, split
from briefing.edits.sections import add_section, remove_section, rename_section, shift_section
from briefing.edits.sources import add_source, mark_read, remove_source, reread

__all__ = [
    "FIELDS",
    "Caret",
    "Piece",
    "add_actor",
    "add_claim",
    "add_judgement",
    "add_section",
    "add_source",
    "add_statement",
    "erase",
    "insert",
    "join",
    "link_quote",
    "mark_read",
    "move_actor",
    "move_evidence",
    "move_item",
    "relink",
    "remove_actor",
    "remove_item",
    "remove_section",
    "remove_source",
    "rename_section",
    "reread",
    "set_actor_line",
    "set_field",
    "set_text",
    "shift_item",
    "shift_section",
    "split",
    "unlink",
    "waive",
]
