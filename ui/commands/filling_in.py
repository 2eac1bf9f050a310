"""Filling in what is missing in form: the details of cited sources in one table, the summary as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.model import Brief, new_id
from ui.commands.articles import set_all
from ui.translated import tr

if TYPE_CHECKING:
    from ui.command_needs import Context
    from ui.following.claim_states import States


def ask(context: Context, states: States) -> None:
    """Show the table of what is missing; what is typed there is one step."""
    from briefing.checks import completeness
    from ui.dialogs.missing_form import MissingForm

    brief = context.desk.brief
    dialog = MissingForm(completeness.lacking(brief), completeness.lacks_summary(brief), context.widget)
    dialog.filled.connect(lambda typed, draft: _fill(context, states, typed, draft))
    dialog.open()


def _fill(context: Context, states: States, typed: Mapping[str, Mapping[str, str]], draft: bool) -> None:
    if not typed and not draft:
        return
    label = tr("Fill in what is missing")
    if context.desk.do(label, filled, typed, states.origins if draft else None):
        context.messages.say(tr("What was typed is filled in; undo takes it back"))


def filled(
    brief: Brief, typed: Mapping[str, Mapping[str, str]], origins: Mapping[str, str] | None = None
) -> Brief:
    """An edit: set fields of several sources, and with `origins` draft the source summary from what then
    stands.
    """
    from briefing.checks import fixes, statement

    for ident, fields in typed.items():
        brief = set_all(brief, ident, tuple(fields.items()))
    if origins is None:
        return brief
    return fixes.written_summary(brief, statement.draft(brief, origins), new_id("c"), origins)
