"""A clipped page, as a browser sends it and as it lies in the inbox.

The browser's extension sends JSON (`from_message`). What is kept has one line of JSON, the head, and after
it the bytes of the page (`to_bytes`, `from_bytes`): a page is never parsed to be kept or listed.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import asdict, dataclass, fields
from typing import Any

from briefing.errors import BadInput
from briefing.model import LARGEST_FILE
from briefing.text import normalise

VERSION = 1
MOST_SELECTED = 100_000  # code points
_MOST_FIELD = 4_000  # code points
_MOST_HEAD = 1 << 20  # bytes
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_ADDRESS = re.compile(r"(?:https?|file)://\S+", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)")
_MEDIA = re.compile(r"[a-z]+/[a-z0-9.+-]+")
_UPDATE = "Update Briefing Desk and its browser extension to the same version."


@dataclass(frozen=True, slots=True)
class Clip:
    """One page as the reader saw it.

    `at`: the moment it was clipped, ISO 8601 with offset. `media`: the type of `data` (RFC 6838). `selected`:
    the words that were selected, as the browser gives them, or "". `notices`: what the browser could not
    hand over.
    """

    address: str
    title: str
    language: str
    at: str
    media: str
    selected: str
    notices: tuple[str, ...]
    data: bytes


_HEAD = tuple(field.name for field in fields(Clip) if field.name != "data")


def from_message(message: bytes) -> Clip:
    """Return the clip of a browser's message. Raises BadInput for anything else."""
    sent = _object(message)
    if sent.get("v") != VERSION:
        raise BadInput("The browser speaks another version of the clipper.", _UPDATE)
    data = _page(sent)
    if not data.strip():
        raise BadInput("The page is empty.", "Wait until it has loaded, and clip it again.")
    if len(data) > LARGEST_FILE:
        raise BadInput(
            f"The page is larger than {LARGEST_FILE >> 20} MiB.", "Save it as a PDF, and add that file."
        )
    return _checked(sent, data)


def to_bytes(clip: Clip) -> bytes:
    """Return a clip as it is kept: its head as one line of JSON, then the page."""
    head = {"v": VERSION, **{name: value for name, value in asdict(clip).items() if name != "data"}}
    return json.dumps(head, ensure_ascii=True).encode("ascii") + b"\n" + clip.data


def from_bytes(kept: bytes) -> Clip:
    """Return the clip that is kept as these bytes. Raises BadInput."""
    head, newline, _ = kept[: _MOST_HEAD + 1].partition(b"\n")
    if not newline:
        raise BadInput("This file is not a clipped page.", "Clip the page again.")
    return _checked(_object(head), kept[len(head) + 1 :])


def _object(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadInput("What came is not a message of the clipper.", _UPDATE) from error
    if not isinstance(value, dict):
        raise BadInput("What came is not a message of the clipper.", _UPDATE)
    return value


def _page(sent: dict[str, Any]) -> bytes:
    """Return the bytes of the page: `html` is text, `base64` the bytes of another kind of document."""
    html, coded = sent.get("html"), sent.get("base64")
    if isinstance(html, str) and coded is None:
        return normalise(html).encode("utf-8", "replace")
    if isinstance(coded, str) and html is None:
        try:
            return base64.b64decode(coded, validate=True)
        except (binascii.Error, ValueError) as error:
            raise BadInput("The document came damaged.", "Clip it again, or add the saved file.") from error
    raise BadInput("The message has no page in it.", _UPDATE)


def _checked(head: dict[str, Any], data: bytes) -> Clip:
    """Return a clip whose every field is what it says, however the head was made."""
    address = _line(head, "address")
    moment, media = _line(head, "at"), _line(head, "media")
    if not _ADDRESS.fullmatch(address):
        raise BadInput("The page has no address.", "Only pages with a web address can be clipped.")
    if not _MOMENT.fullmatch(moment):
        raise BadInput("The message does not say when the page was clipped.", _UPDATE)
    if not _MEDIA.fullmatch(media):
        raise BadInput("The message does not say what kind of page it is.", _UPDATE)
    selected = head.get("selected", "")
    notices = head.get("notices", ())
    return Clip(
        address=address,
        title=_line(head, "title"),
        language=_line(head, "language"),
        at=moment,
        media=media,
        selected=normalise(selected)[:MOST_SELECTED].strip() if isinstance(selected, str) else "",
        notices=tuple(_cleaned(n) for n in notices if isinstance(n, str))[:20]
        if isinstance(notices, list | tuple)
        else (),
        data=data,
    )


def _line(head: dict[str, Any], name: str) -> str:
    value = head.get(name, "")
    return _cleaned(value) if isinstance(value, str) else ""


def _cleaned(value: str) -> str:
    return " ".join(_UNSEEN.sub(" ", value[:_MOST_FIELD]).split())
