"""Attachments and entries of feeds as sources of their own, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefing.errors import BadInput, BriefingError, NeedsPassword
from briefing.importing import inputs
from briefing.importing.common.parsed import Part
from briefing.importing.results import Failed, Imported, Result
from briefing.outside.pipes import Cancelled, asked_to_stop


def read_parts(
    parts: Sequence[Part],
    *,
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    allow_private: bool = False,
) -> Iterator[Result]:
    """Yield a result for each part: its own bytes, or what its address gives, which is fetched now.

    A part that fails harms no other. Once `cancelled()` is true no more come.
    """
    stop = cancelled or asked_to_stop
    for done, part in enumerate(parts):
        if progress is not None:
            progress(done, len(parts), part.title or part.name)
        if stop():
            return
        name = part.title or part.name
        try:
            yield _read(part, stop, allow_private)
        except Cancelled:
            return
        except NeedsPassword as error:
            yield Failed(name, error.message, "Save it, and add the file with its password.")
        except BriefingError as error:
            yield Failed(name, error.message, error.hint)


def _read(part: Part, stop: Callable[[], bool], allow_private: bool) -> Result:
    if part.data:
        return inputs.read_part(part, cancelled=stop)
    if not part.url:
        raise BadInput(
            f"“{part.title or part.name}” has no text and no address.", "Get it from where it came."
        )
    from briefing.importing.web.fetch import fetch

    read = inputs.read_fetched(fetch(part.url, allow_private=allow_private, cancelled=stop), cancelled=stop)
    if not isinstance(read, Imported):
        return read
    own = read.source
    return replace(
        read,
        source=replace(
            own,
            publisher=own.publisher or part.publisher,
            authors=own.authors or part.authors,
            published=own.published or part.published,
        ),
    )
