"""Attachments and entries of feeds as sources of their own, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefing.errors import BadInput, BriefingError, NeedsPassword
from briefing.importing import PICTURE_WAY, inputs
from briefing.importing.common.left_out import Omitted
from briefing.importing.common.parsed import Part
from briefing.importing.process.host import Host
from briefing.importing.results import Failed, Imported, Result
from briefing.importing.sniff import is_picture
from briefing.outside.pipes import Cancelled, asked_to_stop


def read_parts(
    parts: Sequence[Part],
    *,
    progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    allow_private: bool = False,
) -> Iterator[Result]:
    """Yield a result for each part: its own bytes, or what its address gives, which is fetched now.

    One worker process reads them all. A part that fails harms no other. Pictures are named together, as left
    out. Once `cancelled()` is true no more come.
    """
    stop = cancelled or asked_to_stop
    pictures = [part for part in parts if is_picture(part.data)]
    if pictures:
        yield _left_out(pictures)
    wanted = [part for part in parts if not is_picture(part.data)]
    with Host(cancelled=stop) as host:
        for done, part in enumerate(wanted):
            if progress is not None:
                progress(done, len(wanted), part.title or part.name)
            if stop():
                return
            name = part.title or part.name
            try:
                yield _read(part, host, stop, allow_private)
            except Cancelled:
                return
            except NeedsPassword as error:
                yield Failed(name, error.message, "Save it, and add the file with its password.")
            except BriefingError as error:
                yield Failed(name, error.message, error.hint)


def _left_out(pictures: Sequence[Part]) -> Failed:
    """Return one line for all pictures of a mail: most are logos of signatures, and none holds text."""
    omitted = Omitted()
    for picture in pictures:
        omitted.add("Pictures left out", picture.name)
    return Failed("pictures", " ".join(omitted.notices()), PICTURE_WAY, skipped=True)


def _read(part: Part, host: Host, stop: Callable[[], bool], allow_private: bool) -> Result:
    if part.data:
        return inputs.read_part(part, cancelled=stop, worker=host)
    if not part.url:
        raise BadInput(
            f"“{part.title or part.name}” has no text and no address.", "Get it from where it came."
        )
    from briefing.importing.web.fetch import PrivateAddress, fetch

    try:
        got = fetch(part.url, allow_private=allow_private, cancelled=stop)
    except PrivateAddress:
        raise
    except BriefingError as error:
        if not part.summary:
            raise
        return _summary_of(part, error, stop, host)
    read = inputs.read_fetched(got, cancelled=stop, worker=host)
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


def _summary_of(part: Part, error: BriefingError, stop: Callable[[], bool], host: Host) -> Result:
    """Return what the feed says of an entry whose page could not be fetched, and say so."""
    page = replace(part, name=f"{part.name}.html", data=part.summary.encode("utf-8", "replace"))
    read = inputs.read_part(page, cancelled=stop, worker=host)
    if not isinstance(read, Imported):
        return read
    why = f"Only the summary in the feed was added: its page could not be fetched. {error.message}"
    return replace(read, notices=(why, *read.notices))
