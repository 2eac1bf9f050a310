"""A reviewed Word file from the disk, for window and command line alike: read in the worker process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import lookup
from briefing.errors import BadInput
from briefing.model import LARGEST_FILE, Brief
from briefing.outside import reader

if TYPE_CHECKING:
    from briefing.reviewing.review_wire import File

_MODULE = "briefing.reviewing.review_wire"


def read(brief: Brief, path: Path, *, cancelled: Callable[[], bool] | None = None) -> File:
    """Return what a reviewed file says, for `reviewing.review`; `brief` says which statements to look for.

    Raises BadInput, with the file's name, for what cannot be read or trusted, and pipes.Cancelled.
    """
    from briefing.importing.process.host import Host, of_file
    from briefing.reviewing.review_wire import from_wire

    data = _bytes_of(path, cancelled)
    ids = [item.id for item in lookup.worded(brief)]
    with Host(cancelled=cancelled) as host:
        try:
            return host.ask(_MODULE, data, ids, from_wire)
        except BadInput as error:
            raise of_file(error, path.name) from error


def _bytes_of(path: Path, cancelled: Callable[[], bool] | None) -> bytes:
    try:
        data = reader.read(path, LARGEST_FILE + 1, cancelled=cancelled)
    except reader.NoAnswer as error:
        raise reader.why_not(error, path.name) from error
    except reader.NotAFile as error:
        raise BadInput(f"“{path.name}” is not a file.", "Choose the reviewed Word file.") from error
    except OSError as error:
        hint = "Check the name; where Word holds it open, close it there first."
        raise BadInput(f"“{path.name}” could not be read ({error.strerror}).", hint) from error
    if len(data) > LARGEST_FILE:
        raise BadInput(f"“{path.name}” is larger than {LARGEST_FILE >> 20} MiB.", "Is it the right file?")
    return data
