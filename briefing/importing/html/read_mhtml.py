"""Saved pages as one file (MHTML, RFC 2557): the page in it is read as a web page."""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from itertools import islice

from briefing.errors import BadInput
from briefing.importing.common.cleaning import clean_url
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.html import read_html
from briefing.importing.html.markup import plain_text

_VERSION = 1
_MOST_PARTS = 2000
_MOST_FRAMES = 20  # whose words are counted
_PAGES = ("text/html", "application/xhtml+xml")


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the article of the saved page. Frames with words of their own are named in a notice.

    Raises BadInput when there is no page in it, or no words in the page.
    """
    message = BytesParser(policy=compat32).parsebytes(data.lstrip())
    pages = [part for part in _parts(message) if part.get_content_type() in _PAGES]
    if not pages:
        raise BadInput("There is no page in this saved file.", "Save the page again, as one HTML file.")
    page = _root(message, pages)
    address = hints.url or clean_url(
        _header(page, "Content-Location") or _header(message, "Snapshot-Content-Location")
    )
    charset = hints.charset or str(page.get_param("charset") or "")
    read_page = read_html.read(_bytes(page), replace(hints, url=address, charset=charset))
    frames = sum(_has_words(part) for part in pages[:_MOST_FRAMES] if part is not page)
    notices = read_page.notices
    if frames:
        notices += (f"Frames with words of their own, left out: {frames}.",)
    return replace(read_page, notices=notices, extractor=f"mhtml {_VERSION}, {read_page.extractor}")


def _parts(message: Message) -> list[Message]:
    return [part for part in islice(message.walk(), _MOST_PARTS) if not part.is_multipart()]


def _root(message: Message, pages: list[Message]) -> Message:
    """Return the part that is the page: the one named by `start` (RFC 2387), else the first."""
    start = str(message.get_param("start") or "").strip()
    return next((part for part in pages if start and _header(part, "Content-ID") == start), pages[0])


def _header(part: Message, name: str) -> str:
    # Long addresses are folded; a space in one is never meant.
    return re.sub(r"\s+", "", str(part.get(name) or ""))


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _has_words(part: Message) -> bool:
    text, _ = plain_text(_bytes(part), str(part.get_param("charset") or ""))
    return bool(text.strip())
