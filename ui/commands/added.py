"""What became of articles that were added: told in a few bars, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from briefing import lookup
from ui.translated import tr

if TYPE_CHECKING:
    from briefing.model import Source
    from briefing.tasks.add_sources import Intake, OutcomeLine
    from ui.command_needs import Context
    from ui.look.banner import BannerKind, Choice

BREATH_MS = 20
_REPORTED_ONE_BY_ONE = 3


class Outcome:
    """Tells what became of a batch. It can lead to the new versions, and to the details of an article."""

    def __init__(
        self, context: Context, see_versions: Callable[[], object], fill_in: Callable[[str], object]
    ) -> None:
        self._desk = context.desk
        self._messages = context.messages
        self._widget = context.widget
        self._see_versions = see_versions
        self._fill_in = fill_in

    def tell(self, taken: Intake, show_list: Callable[[], object]) -> None:
        """Say what became of a few files one by one, of many in one bar with a list behind it."""
        bare = [s for s in taken.sources if s.text_sha and not (s.publisher and s.published)]
        versions = [line for line in taken.lines if line.outcome == "version"]
        for line in versions[:_REPORTED_ONE_BY_ONE]:
            self._tell_version(line)
        if len(taken.lines) > _REPORTED_ONE_BY_ONE:
            self._tell_batch(taken, bare, show_list)
            return
        asked = {failed.name for failed in (*taken.locked, *taken.links)}  # of these a dialog speaks
        for line in taken.lines:
            if line.outcome == "known":
                words = tr("“{name}” was not added: its words are in this brief already, as “{title}”.")
                self._messages.tell(words.format(name=line.name, title=line.title), "", "info")
            elif line.outcome in ("failed", "left") and line.name not in asked:
                kind: BannerKind = "error" if line.outcome == "failed" else "warning"
                self._messages.tell(" ".join(line.notices), line.hint, kind)
        # One after the other, so that the window answers in between.
        QTimer.singleShot(BREATH_MS, self._widget, lambda: self._ask_for_details(bare))

    def _tell_batch(self, taken: Intake, bare: Sequence[Source], show_list: Callable[[], object]) -> None:
        from ui.dialogs.summary import summary_words

        def list_it() -> None:
            show_list()
            self._tell_batch(taken, bare, show_list)  # the way to fill in stays beside the list

        choices: list[Choice] = [(tr("Show the list"), list_it if bare else show_list)]
        hint = (
            tr("1 of them does not say who published it, or when.")
            if len(bare) == 1
            else tr("{n} of them do not say who published them, or when.")
        )
        hint = hint if bare else ""
        if bare:
            choices.append((tr("Fill in…"), lambda: self._fill_in(bare[0].id)))
        kind: BannerKind = "warning" if taken.count("failed") else "info"
        self._messages.tell(summary_words(taken.lines), hint.format(n=len(bare)), kind, choices)

    def _tell_version(self, line: OutcomeLine) -> None:
        brief = self._desk.brief
        source = next((s for s in brief.sources if s.id == line.source_id), None)
        links = len(lookup.links_of_source(brief, source.supersedes)) if source is not None else 0
        words = tr("“{title}” is a new version of an article of this brief.").format(title=line.title)
        rests = (
            tr("1 quote rests on the old one, which stays.")
            if links == 1
            else tr("{n} quotes rest on the old one, which stays.").format(n=links)
        )
        hint = rests if links else ""
        choices = [(tr("See what changed"), self._see_versions)] if links else []
        self._messages.tell(words, hint, "warning" if links else "info", choices)

    def _ask_for_details(self, sources: Sequence[Source]) -> None:
        """A cited source needs its outlet and date: ask for them where the article did not say."""
        if not sources:
            return
        first = sources[0]
        words = (
            tr("“{title}” does not say who published it, or when.").format(title=first.title)
            if len(sources) == 1
            else tr("{n} articles do not say who published them, or when.").format(n=len(sources))
        )
        hint = tr("Every note names the outlet and the date. They can be filled in at any time.")
        self._messages.tell(words, hint, "info", [(tr("Fill in…"), lambda: self._fill_in(first.id))])
