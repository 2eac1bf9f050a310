"""A mail that Outlook saved (.msg, MS-OXMSG): turned into the Internet mail that it was, and read as one.

Header, body as plain text, HTML or RTF, attachments, and mails within it come from its properties.
"""

from __future__ import annotations

import base64
import io
import struct
from collections.abc import Iterable
from dataclasses import replace
from email.message import Message
from email.utils import format_datetime, formataddr

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.mail.compressed_rtf import decompressed
from briefing.importing.mail.msg_properties import MailProperties, charset_of
from briefing.importing.mail.read_mail import parsed_mail, read_message

_DEEPEST = 20  # mails within each other
_SUBJECT, _CLASS, _HEADERS = 0x0037, 0x001A, 0x007D
_SENT, _DELIVERED = 0x0039, 0x0E06
_SENDERS = ((0x0042, (0x5D02, 0x0065)), (0x0C1A, (0x5D01, 0x0C1F)))  # a name, and where its address may be
_TO, _CC = 0x0E04, 0x0E03
_BODY, _HTML, _RTF = 0x1000, 0x1013, 0x1009
_HTML_CODE_PAGE = 0x3FDE
_DATA, _LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _MEDIA, _CONTENT_ID = (
    0x3701,
    0x3707,
    0x3704,
    0x3001,
    0x370E,
    0x3712,
)
_SEALED = "ipm.note.smime"
# What the library lets through of files that make no sense.
_FAULTS = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    struct.error,
)


def read(data: bytes, hints: Hints) -> Parsed:
    """Return what `read_mail.read` does. Raises BadInput when the mail is encrypted or the file damaged."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            message = _message(MailProperties(file), 0)
    except _FAULTS as error:
        why = f"It is damaged: its parts cannot be read ({type(error).__name__})."
        raise BadInput(why, "Open it in Outlook and save it as mail (.eml).") from error
    parsed = read_message(message, hints, f"msg 1, olefile {olefile.__version__}")
    sender = str(message["From"])
    # Without an address a name is not what RFC 5322 has there, and would be taken apart.
    return parsed if "@" in sender or not sender else replace(parsed, authors=(sender,))


def _message(mail: MailProperties, depth: int) -> Message:
    """Return a mail as RFC 5322 has it."""
    message = _headers(mail)
    bodies = [part for part in (_plain(mail), _html(mail)) if part is not None] or [*_rich(mail)]
    attached = [*_attached(mail, depth)]
    if len(bodies) > 1:
        bodies = [_several("alternative", bodies)]
    message["Content-Type"] = 'multipart/mixed; boundary="mixed"'
    message.set_payload([*bodies, *attached])
    return message


def _headers(mail: MailProperties) -> Message:
    sent = parsed_mail(
        mail.text(_HEADERS).encode("utf-8", "replace")
    )  # as it came over the Internet, if it did
    message = Message()
    for name, tag in (("To", _TO), ("Cc", _CC), ("Subject", _SUBJECT)):
        if value := mail.text(tag) or str(sent.get(name, "")):
            message[name] = _on_one_line(value)
    message["From"] = _sender(mail) or str(sent.get("From", ""))
    moment = mail.moment(_SENT) or mail.moment(_DELIVERED)
    date = str(sent.get("Date", "")) or (format_datetime(moment) if moment else "")
    if date:
        message["Date"] = _on_one_line(date)
    return message


def _sender(mail: MailProperties) -> str:
    """Return who it is from: on whose behalf it was sent, else who sent it."""
    for tag, places in _SENDERS:
        name = _on_one_line(mail.text(tag))
        # An address within an Exchange server is a path, which says nothing to others.
        address = next((a for a in map(mail.text, places) if "@" in a), "")
        if name or address:
            return formataddr((name if name != address else "", address)) if address else name
    return ""


def _plain(mail: MailProperties) -> Message | None:
    words = mail.text(_BODY)
    return _part("text/plain; charset=utf-8", words.encode("utf-8", "replace")) if words.strip() else None


def _html(mail: MailProperties) -> Message | None:
    data, charset = mail.data(_HTML), charset_of(mail.number(_HTML_CODE_PAGE))
    if not data:
        data, charset = mail.text(_HTML).encode("utf-8", "replace"), "utf-8"
    return _part(f"text/html; charset={charset}" if charset else "text/html", data) if data.strip() else None


def _rich(mail: MailProperties) -> list[Message]:
    """Return the body that is there as RTF only, as plain text."""
    packed = mail.data(_RTF)
    if not packed:
        return []
    from briefing.importing.rtf.read_rtf import read as read_rtf

    words = read_rtf(decompressed(packed), Hints()).text
    return [_part("text/plain; charset=utf-8", words.encode("utf-8", "replace"))]


def _attached(mail: MailProperties, depth: int) -> list[Message]:
    sealed = mail.text(_CLASS).lower().startswith(_SEALED)
    found = []
    for attachment in mail.attachments():
        name = next(filter(None, map(attachment.text, (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME))), "")
        inner = attachment.inner(_DATA)
        if inner is not None and depth < _DEEPEST:
            part = Message()
            part["Content-Type"] = "message/rfc822"
            part.set_payload([_message(inner, depth + 1)])
            found.append(part)
            continue
        data = attachment.data(_DATA)
        media = _on_one_line(attachment.text(_MEDIA)) or "application/octet-stream"
        if sealed and media.startswith("multipart/signed"):
            found.append(parsed_mail(data))
        else:
            found.append(_part(media, data, "" if sealed else name or "attachment"))
    return found


def _several(kind: str, parts: Iterable[Message]) -> Message:
    whole = Message()
    whole["Content-Type"] = f'multipart/{kind}; boundary="{kind}"'
    whole.set_payload([*parts])
    return whole


def _part(media: str, data: bytes, name: str = "") -> Message:
    part = Message()
    part["Content-Type"] = media
    part["Content-Transfer-Encoding"] = "base64"
    if name:
        part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", _on_one_line(name)))
    part.set_payload(base64.encodebytes(data).decode("ascii"))
    return part


def _on_one_line(value: str) -> str:
    return " ".join(value.split())
