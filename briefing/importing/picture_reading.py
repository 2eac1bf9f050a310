"""A picture for a figure: its bytes go through the worker process, and only what that wrote is kept."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any, cast, get_args

from briefing.errors import BadInput
from briefing.importing.process.host import Host, of_file
from briefing.model import PictureMime

MOST_BYTES = 50 << 20  # of a picture, as it is read and as it is kept
_MODULE = "briefing.importing.figures.picture_decoding"
# The first bytes of what is kept.
_BEGINS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept: `width` by `height` pixels. `notices`: what was left out, a sentence each."""

    data: bytes
    mime: PictureMime
    width: int
    height: int
    notices: tuple[str, ...] = ()


def read_picture(name: str, data: bytes, host: Host) -> Picture:
    """Return the picture of a PNG or JPEG file without anything but its pixels.

    Raises BadInput, with the file's name, for anything else, for more than `MOST_BYTES`, and for more pixels
    than the worker takes; and pipes.Cancelled.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    try:
        made = host.ask(_MODULE, data, None, picture_of)
    except BadInput as error:
        raise of_file(error, name) from error
    if len(made.data) > MOST_BYTES:
        raise _too_large(name)
    return made


def _too_large(name: str) -> BadInput:
    return BadInput(f"“{name}” is larger than {MOST_BYTES >> 20} MiB.", "Save the picture smaller.")


def picture_of(fields: Any) -> Picture:
    """Return the picture in an answer of the worker. Raises ValueError, TypeError or KeyError for none."""
    data = base64.b64decode(fields["data"], validate=True)
    mime, width, height = fields["mime"], fields["width"], fields["height"]
    if mime not in get_args(PictureMime) or not data.startswith(_BEGINS[mime]):
        raise ValueError("no picture of a known kind")
    if any(type(side) is not int or not 0 < side <= 65_535 for side in (width, height)):
        raise ValueError("no size of a picture")
    notices = fields["notices"]
    if not all(isinstance(line, str) for line in notices):
        raise TypeError("a notice that is no text")
    return Picture(data, cast(PictureMime, mime), width, height, tuple(line[:400] for line in notices[:20]))
