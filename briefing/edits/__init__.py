"""Edits: small pure functions from snapshot to snapshot. Each may raise BriefingError and change nothing.

Split by noun: sources, evidence (links), items (claims, judgements), actors, sections, fields (any field
by name), page (what typing on the page does to several rows).
"""

from briefing.edits.actors import add_actor, add_statement, move_actor, remove_actor, set_actor_line
from briefing.edits.chronology import add_row, draft_rows, proposed_rows, set_day, take_typed_day
from briefing.edits.editions import freeze_edition, put_summary, set_export_choices
from briefing.edits.evidence import link_quote, looked_at, move_evidence, relink, unlink
from briefing.edits.fields import FIELDS, set_field
from briefing.edits.items import (
    add_claim,
    add_figure,
    add_judgement,
    move_item,
    remove_item,
    set_text,
    shift_item,
)
from briefing.edits.origins import apart, automatic, set_origin
from briefing.edits.origins import join as same_origin
from briefing.edits.replacing import PARTS, Part, SoughtWords, WordsInRow, find_words, replace_words
from briefing.edits.revisions import accept as accept_version
from briefing.edits.revisions import accept_all as accept_versions
from briefing.edits.revisions import newest, older, release, supersede, supersede_known
from briefing.edits.sections import add_section, remove_section, rename_section, shift_section
from briefing.edits.sources import add_source, mark_read, remove_source, reread
from briefing.edits.typing_on_page import Caret, ClaimPiece, clear, erase, insert, join, split
from briefing.edits.waivers import waive

__all__ = [
    "FIELDS",
    "PARTS",
    "Caret",
    "ClaimPiece",
    "Part",
    "SoughtWords",
    "WordsInRow",
    "accept_version",
    "accept_versions",
    "add_actor",
    "add_claim",
    "add_figure",
    "add_judgement",
    "add_row",
    "add_section",
    "add_source",
    "add_statement",
    "apart",
    "automatic",
    "clear",
    "draft_rows",
    "erase",
    "find_words",
    "freeze_edition",
    "insert",
    "join",
    "link_quote",
    "looked_at",
    "mark_read",
    "move_actor",
    "move_evidence",
    "move_item",
    "newest",
    "older",
    "proposed_rows",
    "put_summary",
    "release",
    "relink",
    "remove_actor",
    "remove_item",
    "remove_section",
    "remove_source",
    "rename_section",
    "replace_words",
    "reread",
    "same_origin",
    "set_actor_line",
    "set_day",
    "set_export_choices",
    "set_field",
    "set_origin",
    "set_text",
    "shift_item",
    "shift_section",
    "split",
    "supersede",
    "supersede_known",
    "take_typed_day",
    "unlink",
    "waive",
]
