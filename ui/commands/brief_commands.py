"""The commands of one brief, made late, and what its panes ask of them.

Those that take time are made after the first painting, or when they are first asked for.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from briefing.checks.findings import SEVERITIES
from ui.command_needs import Context
from ui.commands.added import Outcome
from ui.commands.adding import Adding
from ui.commands.articles import Articles
from ui.commands.clipped_pages import Clipping
from ui.commands.figure_commands import Figures
from ui.commands.handing_on import HandingOn
from ui.commands.linking import Linking
from ui.commands.moving import Moving
from ui.commands.problems import Checking
from ui.commands.reviewing import Reviewing
from ui.commands.row_days import Dating
from ui.commands.suggesting import Suggesting
from ui.commands.unknown_words import SpellingCommands
from ui.commands.versions import Versions
from ui.commands.words_of_house import HouseWords
from ui.commands.writing import Writing

if TYPE_CHECKING:
    from briefing.diff import Change
    from ui.commands.find_in_brief import FindInBrief
    from ui.workspace import Workspace

# After the first painting, one thing after the other, so that the window answers in between.
_WAKE_MS = 60


class BriefCommands:
    """Acts on the brief of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._ws = ws = workspace
        self._context = Context(ws.desk, ws.jobs, ws.settings, ws.messages, ws)
        self._connect_reader_and_page()
        self._connect_evidence()
        self._connect_articles()
        self._connect_versions()
        ws.painted.connect(self._wake)

    def _wake(self) -> None:
        wakers = (
            lambda: self.checking,
            lambda: self.house,
            lambda: self.suggesting,
            lambda: self.reviewing,
            lambda: self.clipping,
            self.versions.refresh,
        )
        for n, wake in enumerate(wakers):
            QTimer.singleShot(_WAKE_MS + n * 10, self._ws, wake)

    # -- what is made when it is asked for

    @cached_property
    def moving(self) -> Moving:
        """Moves about in the brief and its window."""
        ws = self._ws
        return Moving(
            ws.desk,
            ws.reader,
            ws.page,
            ws.reading,
            ws.places,
            ws.evidence,
            ws.messages,
            lambda: self.in_brief,
        )

    @cached_property
    def in_brief(self) -> FindInBrief:
        """Finds and replaces words of the brief."""
        from ui.commands.find_in_brief import FindInBrief

        return FindInBrief(self._context, self._ws.page, self._ws.put_over_page)

    @cached_property
    def linking(self) -> Linking:
        """Links quotes to claims."""
        ws = self._ws
        return Linking(self._context, ws.places, ws.page, ws.reader, ws.reading, ws.evidence)

    @cached_property
    def writing(self) -> Writing:
        """Writes on the page."""
        return Writing(self._context, self._ws.places, self._ws.page)

    @cached_property
    def spelling(self) -> SpellingCommands:
        """Acts on words that no dictionary has."""
        return SpellingCommands(self._context, self._ws.page, self._ws.spelling)

    @cached_property
    def dating(self) -> Dating:
        """Sets days of a chronology."""
        return Dating(self._context, self._ws.page)

    @cached_property
    def figures(self) -> Figures:
        """Puts figures into the brief."""
        return Figures(self._context, self._ws.places, self._ws.page)

    @cached_property
    def articles(self) -> Articles:
        """Acts on articles and their evidence."""
        ws = self._ws
        return Articles(self._context, ws.places, ws.page, ws.reading, ws.states, ws.evidence)

    @cached_property
    def adding(self) -> Adding:
        """Brings articles in."""
        outcome = Outcome(self._context, self.versions.show, self.articles.details)
        return Adding(self._context, self._ws.reading, self._ws.sources, outcome)

    @cached_property
    def clipping(self) -> Clipping:
        """Brings in what was clipped in a browser."""
        return Clipping(self._context, self.adding)

    @cached_property
    def checking(self) -> Checking:
        """Acts on findings."""
        ws = self._ws
        count = ws.findings_counted.emit
        return Checking(self._context, ws.places, ws.tabs, ws.page, ws.sources, ws.states, count)

    @cached_property
    def house(self) -> HouseWords:
        """Keeps the words of the house."""
        return HouseWords(self._context, self._ws.states, self._ws.spelling)

    @cached_property
    def versions(self) -> Versions:
        """Acts on versions and origins of articles."""
        ws = self._ws
        return Versions(self._context, ws.tabs, ws.page, ws.sources, ws.reading, ws.tracing)

    @cached_property
    def suggesting(self) -> Suggesting:
        """Suggests evidence."""
        ws = self._ws
        return Suggesting(self._context, ws.places, ws.tabs, ws.page, ws.reading, ws.searching, ws.meaning)

    @cached_property
    def reviewing(self) -> Reviewing:
        """Takes a reviewed Word file back in."""
        return Reviewing(self._context, self._ws.tabs, self._ws.page)

    @cached_property
    def handing_on(self) -> HandingOn:
        """Acts on editions and the source summary."""
        return HandingOn(self._context, self._ws.places, self._ws.states, self.checking.lead_to)

    # -- what the panes ask

    def _connect_reader_and_page(self) -> None:
        reader, page = self._ws.reader, self._ws.page
        reader.link_requested.connect(self.linking.link_selection)
        reader.claim_requested.connect(self.linking.claim_of_selection)
        reader.actor_requested.connect(self.linking.actor_of_selection)
        reader.copy_requested.connect(self.linking.copy_citation)
        page.chip_clicked.connect(self.writing.edit_chip)
        page.length_clicked.connect(self.writing.set_length)
        page.day_clicked.connect(self.dating.set_day)
        page.state_clicked.connect(self._state_clicked)
        page.heading_clicked.connect(self.writing.rename_section)
        page.quote_dropped.connect(self.linking.drop)
        page.pictures_given.connect(self.figures.add)
        page.figure_clicked.connect(self.figures.details)

    def _connect_evidence(self) -> None:
        evidence = self._ws.evidence
        evidence.field_changed.connect(self.articles.set_evidence)
        evidence.unlink_requested.connect(self.articles.unlink)
        evidence.relink_requested.connect(self.articles.relink)

    def _connect_articles(self) -> None:
        sources, reader = self._ws.sources, self._ws.reader
        sources.details_requested.connect(self.articles.details)
        reader.details_requested.connect(self.articles.details)
        sources.add_requested.connect(self.adding.choose_files)
        reader.add_requested.connect(self.adding.choose_files)
        sources.paste_requested.connect(self.adding.paste)
        sources.fetch_requested.connect(self.adding.ask_address)
        sources.files_dropped.connect(self.adding.add_files)
        sources.address_dropped.connect(self.adding.ask_address)
        sources.text_dropped.connect(self.adding.paste)

    def _connect_versions(self) -> None:
        ws = self._ws
        ws.versions.accept_requested.connect(self.versions.accept)
        ws.versions.accept_same_requested.connect(self.versions.accept_same)
        ws.versions.show_old_requested.connect(lambda row: ws.reading.reveal(row.recalled.evidence_id))
        ws.versions.show_new_requested.connect(self.versions.show_new)
        ws.desk.changed.connect(self._changed)

    def _changed(self, change: Change) -> None:
        if not change.inside_items:
            self.versions.refresh()

    def _state_clicked(self, row_id: str, mark: str) -> None:
        if mark in SEVERITIES:  # a note's arrow too: it leads to a passage
            self.checking.show_first_of(row_id)
            return
        self._ws.places.go_to(row_id)
        self._ws.tabs.setCurrentWidget(self._ws.evidence)
