"""Header fields of a mail as words: encoded words (RFC 2047), raw bytes, names, the day it was sent."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from briefing.importing.common.cleaning import clean
from briefing.importing.encoding.decode import decode
from briefing.language.printed_dates import labelled_date

_LIMIT = 10_000  # code points of one field that are looked at
_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(r"(?<=\?=)[ \t\r\n]+(?==\?)")


def field(message: Message, name: str, limit: int = 1000) -> str:
    """Return the first field of this name on one line, decoded; "" when there is none. Never raises."""
    for key, value in message.raw_items():
        if key.lower() == name:
            return clean(decoded_words(readable(str(value)[:_LIMIT])), limit)
    return ""


def decoded_words(value: str) -> str:
    """Return `value` with its encoded words decoded; neighbours of one charset are decoded together."""
    out: list[str] = []
    pending: tuple[str, bytes] = ("", b"")
    end = 0
    value = _BETWEEN.sub("", value)
    for match in _WORD.finditer(value):
        charset, how, body = match[1].lower(), match[2].lower(), match[3]
        between = value[end : match.start()]
        if pending[1] and (between or charset != pending[0]):
            out.append(decode(pending[1], pending[0]).text)
            pending = ("", b"")
        out.append(between)
        pending = (charset, pending[1] + _bytes_of(how, body))
        end = match.end()
    if pending[1]:
        out.append(decode(pending[1], pending[0]).text)
    return "".join([*out, value[end:]])


def people(message: Message, name: str) -> tuple[str, ...]:
    """Return the display names in a field, the address where there is no name."""
    listed = [readable(str(v)[:_LIMIT]) for k, v in message.raw_items() if k.lower() == name]
    found = (clean(decoded_words(shown).strip("'\" ") or address) for shown, address in getaddresses(listed))
    return tuple(dict.fromkeys(person for person in found if person))


def day_sent(value: str) -> str:
    """Return the ISO 8601 day of a Date field (RFC 5322), in the zone it was written in, or ""."""
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return labelled_date(value)


def readable(value: str) -> str:
    """Return a raw field with bytes above ASCII decoded as UTF-8 or by a guess."""
    if value.isascii():
        return value
    return decode(value.encode("utf-8", "surrogateescape")).text


def _bytes_of(how: str, body: str) -> bytes:
    raw = body.encode("utf-8", "replace")
    if how == "q":
        return quopri.decodestring(raw.replace(b" ", b"_"), header=True)
    try:
        return base64.b64decode(raw + b"=" * (-len(raw) % 4))
    except (binascii.Error, ValueError):
        return raw
