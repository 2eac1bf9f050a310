"""The words of the house: reading the table in a job, and editing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing import house_terms
from briefing.errors import BriefingError
from briefing.house_terms import HouseTerm
from ui.commands.actions import Action
from ui.translated import tr

if TYPE_CHECKING:
    from ui.command_needs import Context
    from ui.following.claim_states import States
    from ui.following.spelling_as_typed import Spelling


class HouseWords:
    """Gives the terms to the rules and to the spelling of one brief."""

    def __init__(self, context: Context, states: States, spelling: Spelling) -> None:
        self._context = context
        self._states = states
        self._spelling = spelling
        self.read()

    def read(self) -> None:
        """Read the person's table and the desk's, whose share may not answer."""
        self._context.jobs.run(lambda _: house_terms.known(), self._take, self._context.messages.fail)

    def _take(self, terms: tuple[HouseTerm, ...]) -> None:
        self._states.take_terms(terms)
        self._spelling.take_terms(terms)

    def edit(self) -> None:
        """Show the table."""
        from ui.dialogs.terms_table import TermsDialog

        try:
            own, shared = house_terms.load(house_terms.own_file()), house_terms.shared_file()
        except BriefingError as error:
            self._context.messages.fail(error.message, error.hint)
            return
        dialog = TermsDialog(own, str(shared or ""), self._context.widget)
        dialog.chosen.connect(self._keep)
        dialog.open()

    def _keep(self, terms: tuple[HouseTerm, ...], shared: str) -> None:
        try:
            house_terms.save(terms)
            house_terms.share(Path(shared) if shared else None)
        except BriefingError as error:
            self._context.messages.fail(error.message, error.hint)
        self.read()
        self._context.messages.say(tr("House terms kept"))


ACTIONS: tuple[Action[HouseWords], ...] = (
    Action("brief.terms", "House terms…", ("Brief", 940), HouseWords.edit, needs="brief"),
)
