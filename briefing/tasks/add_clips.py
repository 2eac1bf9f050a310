"""Clipped pages as articles: each is read as a fetched page is, and its selected words are found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.clips import inbox
from briefing.clips.inbox import WaitingClip
from briefing.clips.message import Clip
from briefing.errors import BriefingError
from briefing.importing import inputs
from briefing.importing.process.host import Host
from briefing.importing.results import Failed, Imported, Result
from briefing.quoting import anchor
from briefing.text import Span, sha256, shortened

if TYPE_CHECKING:
    from briefing.importing.web.fetch import Fetched

_UNNAMED = "A clipped page"


@dataclass(frozen=True, slots=True)
class ClipRead:
    """What one clipped page came to. `text_sha` and `selected` say where its selected words stand, the span
    in code points of that text; None where no words were selected, or where they were not found.
    """

    clip: WaitingClip
    result: Result
    text_sha: str = ""
    selected: Span | None = None


def read(clips: Iterable[WaitingClip]) -> Iterator[ClipRead]:
    """Read clipped pages in order, with one worker process. Raises pipes.Cancelled."""
    with Host() as host:
        for one in clips:
            yield _read(one, host)


def _read(one: WaitingClip, host: Host) -> ClipRead:
    name = _UNNAMED
    try:
        clip = inbox.take(one)
        name = shortened(clip.title) or clip.address
        result = inputs.read_fetched(_fetched(clip), worker=host)
    except BriefingError as error:
        return ClipRead(one, Failed(name, error.message, error.hint))
    if not isinstance(result, Imported):
        return ClipRead(one, result)
    place, notices = _place_of(result.text, clip.selected)
    source = result.source
    named = replace(
        source, title=source.title or shortened(clip.title), language=source.language or clip.language
    )
    read_ = replace(result, source=named, notices=(*result.notices, *clip.notices, *notices))
    return ClipRead(one, read_, sha256(result.text), place)


def _place_of(text: str, selected: str) -> tuple[Span | None, tuple[str, ...]]:
    """Return where the selected words stand, and what a reader must know where they do not."""
    if not selected:
        return None, ()
    try:
        return anchor.locate(text, selected), ()
    except BriefingError as error:
        words = shortened(selected, 60)
        why = "stand in it several times" if error.reason == "several" else "are not in the article’s text"
        return None, (f"The words selected in the browser, “{words}”, {why}: they were not marked.",)


def _fetched(clip: Clip) -> Fetched:
    """Return a clip in the form of what an address gave; a browser hands pages over as UTF-8."""
    from briefing.importing.web.fetch import Fetched

    return Fetched(
        data=clip.data,
        url=clip.address,
        asked=clip.address,
        at=clip.at,
        sha=sha256(clip.data),
        charset="utf-8" if clip.media in ("text/html", "application/xhtml+xml") else "",
        media=clip.media,
        name="",
        hops=(),
    )
