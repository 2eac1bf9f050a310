"""Mails of Outlook, read as the mails of the Internet that they were; and those of Apple Mail."""

from __future__ import annotations

from contextlib import suppress

import pytest

from briefing.errors import BadInput
from briefing.importing import importer_for
from briefing.importing.common.parsed import Hints
from briefing.importing.mail.compressed_rtf import decompressed
from briefing.importing.mail.msg_properties import charset_of
from briefing.importing.mail.read_mail import read as read_mail
from briefing.importing.mail.read_msg import read
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults, hold_to_bounds, mutants
from tests.briefing.importing.corpus.compound_file import attached, attachment, compressed
from tests.briefing.importing.corpus.mail_cases import CASES as MAILS
from tests.briefing.importing.corpus.msg_cases import CASES, HOSTILE, outlook

_BY_ID = {case.id: case for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_what_outlook_shows(case: Case) -> None:
    assert importer_for("", case.data).importer.id == "msg"
    assert faults(case, read(case.data, Hints(name=case.name))) == []


def test_attachments_are_parts_with_their_bytes() -> None:
    parsed = read(_BY_ID["attachments"].data, Hints())
    assert parsed.parts_are == "attachments"
    assert [(part.name, part.data) for part in parsed.parts] == [
        ("Report 1.pdf", b"%PDF-1.7"),
        ("Карта.txt", b"words"),
    ]


def test_a_mail_within_it_is_a_part_that_reads_as_a_mail() -> None:
    [inner] = read(_BY_ID["forwarded"].data, Hints()).parts
    again = read_mail(inner.data, Hints())
    assert (again.title, again.authors) == ("Old news", ("Bo",))
    assert again.text.endswith("Older words.")


def test_a_large_attachment_comes_through_whole() -> None:
    whole = bytes(range(256)) * 4_000
    [part] = read(outlook(attached(attachment("a.bin", whole))), Hints()).parts
    assert part.data == whole


# The two examples of MS-OXRTFCP, 4.
_HELLO = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
_ITSELF = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


@pytest.mark.parametrize(
    ("packed", "rtf"),
    [
        (_HELLO, b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"),
        (_ITSELF, b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
        (compressed(b"{\\rtf1 words}"), b"{\\rtf1 words}"),
        (bytes(4) + b"\x05\0\0\0MELA" + bytes(4) + b"wordsXX", b"words"),
    ],
)
def test_rtf_is_unpacked(packed: bytes, rtf: bytes) -> None:
    assert decompressed(packed) == rtf


@pytest.mark.parametrize("end", range(16, 49))
def test_rtf_that_is_cut_off_is_unpacked_as_far_as_it_goes(end: int) -> None:
    whole = decompressed(_HELLO)
    assert whole.startswith(decompressed(_HELLO[:end]))


@pytest.mark.parametrize(
    ("page", "name"),
    [(1251, "windows-1251"), (65001, "utf-8"), (28592, "iso-8859-2"), (936, "gb18030"), (7, ""), (0, "")],
)
def test_code_pages_have_names(page: int, name: str) -> None:
    assert charset_of(page) == name


@pytest.mark.parametrize("case", MAILS, ids=lambda case: case.id)
def test_a_mail_of_apple_mail_reads_as_the_mail_in_it(case: Case) -> None:
    plist = b'<?xml version="1.0"?><plist><dict><key>flags</key><integer>7</integer></dict></plist>\n'
    kept = b"%-10d\n" % len(case.data) + case.data + plist
    assert importer_for("a.emlx", kept).importer.id == "mail"
    parsed, plain = read_mail(kept, Hints()), read_mail(case.data, Hints())
    assert (parsed.text, parsed.title, parsed.parts) == (plain.text, plain.title, plain.parts)


def test_a_damaged_file_is_read_or_refused() -> None:
    for data in mutants(CASES, 300):
        with suppress(BadInput):
            read(data, Hints())


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.id)
def test_a_hostile_file_ends_within_bounds_and_in_words(hostile: Hostile) -> None:
    hold_to_bounds(hostile)
