"""A mailbox (mbox, RFC 4155) cut into its mails without parsing any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from briefing.model import LARGEST_FILE

_MOST_OF_A_LINE = 1 << 16
_START = re.compile(rb"From .*\b\d{1,2}:\d\d\b.*\b\d{2,4}\b")
_NEXT = re.compile(rb"\n\r?\nFrom [^\n]*\d:\d\d[^\n]*\n[!-9;-~]{1,60}:")
_QUOTED = re.compile(rb">+From ")


def messages(file: BinaryIO) -> Iterator[bytes]:
    """Yield each mail's bytes, without its "From " line and with ">From " unquoted (mboxrd).

    A mail of more than LARGEST_FILE bytes is yielded as b"", so that the caller can say it was left out. At
    most one mail is in memory. Raises OSError as the file does.
    """
    mail: list[bytes] | None = None
    size = 0
    for line, whole, starts in _lines(file):
        if starts:
            if mail is not None:
                yield b"" if size > LARGEST_FILE else _ended(mail)
            mail, size = [], 0
            continue
        if mail is None:
            continue
        size += len(line)
        if size > LARGEST_FILE:
            mail.clear()
        else:
            mail.append(line[1:] if whole and _QUOTED.match(line) else line)
    if mail is not None:
        yield b"" if size > LARGEST_FILE else _ended(mail)


def count(file: BinaryIO) -> int:
    """Return how many mails `messages` would yield. Reads the file to its end."""
    return sum(starts for _, _, starts in _lines(file))


def begins_a_mail(line: bytes) -> bool:
    """Return whether the bytes begin with a "From " line that `messages` takes for one."""
    return _START.match(line) is not None


def holds_several(data: bytes) -> bool:
    """Return whether a file that begins with a "From " line holds another mail than the one below it.

    A line of a letter may begin so too; only one that header lines follow begins another mail.
    """
    return _NEXT.search(data) is not None


def _lines(file: BinaryIO) -> Iterator[tuple[bytes, bool, bool]]:
    """Yield pieces of lines: bytes, whether they begin a line, whether a mail begins there.

    A "From " line begins a mail after an empty line or at the start, when it also holds a time and a
    year: in a mail's own words such a line is rare, and a writer that does not quote it breaks the rule.
    """
    begins, after_empty = True, True
    while line := file.readline(_MOST_OF_A_LINE):
        bare = line.rstrip(b"\r\n")
        yield line, begins, begins and after_empty and bool(_START.match(bare))
        after_empty = begins and not bare
        begins = line.endswith(b"\n")


def _ended(mail: list[bytes]) -> bytes:
    """Join a mail; the empty line before the next "From " is the mailbox's, not the mail's."""
    if len(mail) > 1 and mail[-1] in (b"\n", b"\r\n"):
        mail = mail[:-1]
    return b"".join(mail) or b"\n"
