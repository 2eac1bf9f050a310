"""A mail (.eml, RFC 5322): its header lines and its best body as text, its attachments to pick from.

The header stands at the top of the text, as printed mail has it: who wrote, to whom and when is
evidence too. Nothing that the mail points to is fetched, and no attachment is opened.
"""

from __future__ import annotations

from email import policy
from email.message import Message
from email.parser import BytesParser

from briefing.errors import BadInput
from briefing.importing.common.cleaning import NOTICE_LIMIT
from briefing.importing.common.parsed import Hints, Parsed, Part
from briefing.importing.common.struck_out import finished
from briefing.importing.encoding.decode import normalised
from briefing.importing.mail import message_headers
from briefing.importing.mail.message_body import MailContent, bytes_of, gathered, name_of
from briefing.importing.sniff import is_picture, mail_start

_SHOWN = (("from", "From"), ("to", "To"), ("cc", "Cc"), ("date", "Date"), ("subject", "Subject"))
_MOST_BYTES = 30_000_000  # of all attachments together that travel with the mail
_MOST_PARTS = 1000
_OUTLOOK = "winmail.dat"  # MS-OXTNEF


def read(data: bytes, hints: Hints) -> Parsed:
    """Return a mail's text and metadata; its attachments are `parts`. Raises BadInput when it is
    encrypted.
    """
    return read_message(parsed_mail(data), hints, "mail 1")


def read_message(message: Message, hints: Hints, extractor: str) -> Parsed:
    """Return the same of a mail that is parsed already; `extractor` names what did that."""
    if hints.charset:  # chosen by a person: it goes before what the parts say
        for part in message.walk():
            if part.get_content_maintype() == "text":
                part.set_param("charset", hints.charset)
    found = gathered(message)
    body, lost = normalised(found.text())
    head = [
        f"{label}: {value}" for name, label in _SHOWN if (value := message_headers.field(message, name, 2000))
    ]
    if not head and not body.strip() and not found.rest:
        raise BadInput("It holds no mail: no header lines and no text.", "Check the file.")
    top, _ = normalised("\n".join(head))
    kept = _parts(found)
    pictures = tuple(part for part in kept if is_picture(part.data))
    parts = tuple(part for part in kept if not is_picture(part.data))
    beyond = len(found.rest) - len(kept)
    done = finished(f"{top}\n\n{body}".strip("\n"))
    notices = (*dict.fromkeys(found.odd), *lost, *done.notices, *_messages(body, parts, pictures, beyond))
    return Parsed(
        done.text,
        struck=done.struck,
        title=message_headers.field(message, "subject", 300),
        authors=message_headers.people(message, "from"),
        published=message_headers.day_sent(message_headers.field(message, "date", 200)),
        notices=notices,
        encoding=found.encoding,
        guessed=found.guessed,
        extractor=extractor,
        parts=parts,
        parts_are="attachments" if parts else "",
    )


def parsed_mail(data: bytes) -> Message:
    """Return a mail in its parts. Raises BadInput for one nested too deep."""
    try:
        # compat32 keeps the fields raw: the newer policies take minutes over a hostile one.
        return BytesParser(policy=policy.compat32).parsebytes(mail_start(data))
    except RecursionError as error:
        raise BadInput(
            "Its parts are nested too deep to be read.", "No real mail is: be wary of it."
        ) from error


def _parts(found: MailContent) -> tuple[Part, ...]:
    parts: list[Part] = []
    room = _MOST_BYTES
    for number, part in enumerate(found.rest[:_MOST_PARTS], start=1):
        data = bytes_of(part)
        name = name_of(part, number)
        if len(data) <= room:
            room -= len(data)
            parts.append(Part(name, data, len(data)))
        else:
            note = f"It was left out: attachments may be at most {_MOST_BYTES // 1_000_000} MB together."
            parts.append(Part(name, b"", len(data), note=note))
    return tuple(parts)


def _messages(body: str, parts: tuple[Part, ...], pictures: tuple[Part, ...], beyond: int) -> tuple[str, ...]:
    """Return the sentences about what is no text. `beyond`: how many attachments were not looked at.

    Pictures, most of them logos of signatures, are named and not offered: none could be read.
    """
    messages = [] if body.strip() else ["The mail has no text of its own."]
    if parts:
        messages.append(f"Attachments, not opened: {len(parts) + beyond:,} ({_named(parts)}).")
    if any(part.name.lower() == _OUTLOOK for part in parts):
        messages.append(
            f"“{_OUTLOOK}” is Outlook’s own wrapping of attachments, and cannot be read here: ask for them "
            f"as files."
        )
    if pictures:
        messages.append(f"Pictures left out: {len(pictures):,} ({_named(pictures)}).")
    if beyond:
        messages.append(f"More than {_MOST_PARTS:,} attachments: {beyond:,} were left out.")
    large = [part for part in parts if part.size and not part.data]
    if large:
        messages.append(f"Attachments too large to keep: {len(large):,} ({_named(large)}).")
    return tuple(messages)


def _named(parts: tuple[Part, ...] | list[Part]) -> str:
    room = NOTICE_LIMIT - 80
    names: list[str] = []
    for part in parts:
        room -= len(part.name) + 4
        if room < 0:
            return ", ".join([*names, "…"])
        names.append(f"“{part.name}”")
    return ", ".join(names)
