"""From a picture file to a figure of the brief, for window and command line alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BadInput
from briefing.model import Figure, new_id
from briefing.outside import reader
from briefing.session import Body
from briefing.text import sha256

if TYPE_CHECKING:
    from briefing.importing.picture_reading import Picture


def from_disk(path: Path, *, cancelled: Callable[[], bool] | None = None) -> Picture:
    """Return the picture in a file. Raises BadInput, with the file's name, and pipes.Cancelled."""
    from briefing.importing.picture_reading import MOST_BYTES

    try:
        data = reader.read(path, MOST_BYTES + 1, cancelled=cancelled)
    except OSError as error:
        raise reader.why_not(error, path.name) from error
    return from_bytes(path.name, data, cancelled=cancelled)


def from_bytes(name: str, data: bytes, *, cancelled: Callable[[], bool] | None = None) -> Picture:
    """Return the picture in bytes; `name` is that of their file. Raises as `from_disk`."""
    from briefing.importing.picture_reading import read_picture
    from briefing.importing.process.host import Host

    if not data:
        raise BadInput(f"“{name}” is empty.", "There is no picture in it.")
    with Host(cancelled=cancelled) as host:
        return read_picture(name, data, host)


def figure_of(picture: Picture, caption: str = "") -> tuple[Figure, Body]:
    """Return a new figure of a picture, and the picture as it is kept."""
    body = Body(sha256(picture.data), picture.data)
    figure = Figure(new_id("f"), caption, body.sha, picture.mime, picture.width, picture.height)
    return figure, body
