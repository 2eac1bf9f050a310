"""Mail: header, best body, attachments, mailboxes; nothing opened, nothing fetched."""

from __future__ import annotations

import contextlib
import io
import random
import re
from pathlib import Path

import pytest

from briefing.errors import BadInput
from briefing.importing import inputs
from briefing.importing.common.parsed import Hints
from briefing.importing.mail import mailbox
from briefing.importing.mail.message_body import unflowed
from briefing.importing.mail.read_mail import read
from briefing.importing.sniff import is_mail
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults
from tests.briefing.importing.corpus.mail_cases import CASES, HOSTILE, MAILBOX, file, mail, multi, part

_BY_ID = {case.id: case for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_what_a_mail_program_shows(case: Case) -> None:
    parsed = read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    if case.id != "damaged-base64":
        assert parsed.text.rstrip() == case.words.rstrip()


def test_attachments_are_parts_with_their_bytes() -> None:
    parsed = read(_BY_ID["attachments"].data, Hints())
    assert parsed.parts_are == "attachments"
    assert [(p.name, p.data, p.size) for p in parsed.parts] == [
        ("Report 1.pdf", b"%PDF-1.7", 8),
        ("b.txt", b"words", 5),
    ]


def test_pictures_of_a_signature_are_named_once_and_offered_to_nobody() -> None:
    logo = file("image001.png", b"\x89PNG\r\n\x1a\n" + bytes(20), "image/png")
    parsed = read(multi("mixed", part("Words."), logo, file("b.txt", b"words", "text/plain"), logo), Hints())
    assert [p.name for p in parsed.parts] == ["b.txt"]
    assert parsed.notices == (
        "Attachments, not opened: 1 (“b.txt”).",
        "Pictures left out: 2 (“image001.png”, “image001.png”).",
    )
    assert read(multi("mixed", part("Words."), logo), Hints()).parts_are == ""


def test_a_forwarded_mail_is_a_part_that_reads_as_a_mail() -> None:
    [inner] = read(_BY_ID["forwarded"].data, Hints()).parts
    again = read(inner.data, Hints())
    assert again.title == "Old news"
    assert again.text.endswith("Older words.")


def test_but_attachments_too_large_together_are_only_listed() -> None:
    data = multi("mixed", part("Words."), file("a.bin", bytes(20_000_000)), file("b.bin", bytes(11_000_000)))
    parsed = read(data, Hints())
    assert [(bool(p.data), p.size, bool(p.note)) for p in parsed.parts] == [
        (True, 20_000_000, False),
        (False, 11_000_000, True),
    ]
    assert any("too large to keep: 1 (“b.bin”)" in notice for notice in parsed.notices)


def test_an_encoding_chosen_by_a_person_goes_before_what_the_mail_says() -> None:
    data = mail("плотина".encode("koi8-r"), "text/plain; charset=windows-1251")
    assert read(data, Hints(charset="koi8-r")).text.endswith("плотина")


@pytest.mark.parametrize(
    ("flowed", "text"),
    [
        ("a \nb\nc", "a b\nc"),
        ("> a \n> b\n>> c", "> a b\n>> c"),
        (" >no quote", ">no quote"),
        ("a \n-- \nb", "a\n-- \nb"),
        ("a ", "a"),
    ],
)
def test_it_joins_flowed_lines(flowed: str, text: str) -> None:
    assert unflowed(flowed) == text


def test_it_cuts_a_mailbox_and_unquotes_its_from_lines() -> None:
    mails = list(mailbox.messages(io.BytesIO(MAILBOX)))
    assert mailbox.count(io.BytesIO(MAILBOX)) == len(mails) == 3
    assert b"\nFrom the hills.\n>From older.\n" in mails[0]
    assert b"\nFrom here on nothing" in mails[1]
    assert mails[2].endswith(b"Third.\n")


def test_but_a_mail_too_large_is_left_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "LARGEST_FILE", 400)
    large = MAILBOX.replace(b"Second.", b"Second." * 90)
    assert [bool(mail) for mail in mailbox.messages(io.BytesIO(large))] == [True, False, True]


def test_what_is_no_mailbox_holds_no_mail() -> None:
    assert list(mailbox.messages(io.BytesIO(b"Only words.\nFrom a to b\n"))) == []


_MAIL = _BY_ID["quoted-printable"]
PREFIXES = {
    "a line of a mailbox": b"From jane@desk.example Tue Mar  3 23:30:00 2026\n",
    "such a line without a day": b"From jane@desk.example\r\n",
    "a quoted one": b">From jane@desk.example Tue Mar  3 23:30:00 2026\n",
    "a byte order mark": b"\xef\xbb\xbf",
    "both": b"\xef\xbb\xbfFrom jane@desk.example Tue Mar  3 23:30:00 2026\n",
    "empty lines": b"\r\n\r\n",
    "a header without a blank": b"Return-Path:<jane@desk.example>\n",
    "a header that goes on in its second line": b"Received:\n by mail.example; Tue, 3 Mar 2026\n",
}


@pytest.mark.parametrize("name", ["a.eml", "a"])
@pytest.mark.parametrize("before", PREFIXES.values(), ids=PREFIXES)
def test_what_a_program_put_before_a_mail_does_not_make_it_plain_text(
    before: bytes, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(before + _MAIL.data)
    [result] = inputs.read_files([path])
    assert isinstance(result, inputs.Imported)
    assert (result.source.title, result.source.published) == ("On the dam", "2026-03-03")
    assert result.text == _MAIL.words
    assert result.notices == ()


@pytest.mark.parametrize("words", ["From: the hills\nwe saw them", "Note: x\nFrom the hills"])
def test_but_two_header_lines_of_a_mail_are_asked_for(words: str) -> None:
    assert not is_mail(f"{words}\n\nand so on".encode())


def test_a_file_called_a_mail_that_holds_several_is_a_mailbox(tmp_path: Path) -> None:
    (tmp_path / "all.eml").write_bytes(MAILBOX)
    results = list(inputs.read_files([tmp_path / "all.eml"]))
    assert [result.name for result in results] == [f"all {n} of 3.eml" for n in (1, 2, 3)]


def test_but_a_line_of_its_letter_that_begins_with_from_begins_no_other(tmp_path: Path) -> None:
    start = b"From jane@desk.example Tue Mar  3 23:30:00 2026\n"
    (tmp_path / "one.eml").write_bytes(start + mail("Words.\n\nFrom 10:30 on, 5 May 2026, it rained.\n"))
    [result] = inputs.read_files([tmp_path / "one.eml"])
    assert isinstance(result, inputs.Imported)
    assert "it rained" in result.text


def test_damage_raises_nothing_but_a_refusal() -> None:
    chance = random.Random(11)
    for _ in range(300):
        mutant = bytearray(chance.choice(CASES).data)
        for _ in range(chance.randint(1, 30)):
            mutant[chance.randrange(len(mutant))] = chance.randrange(256)
        with contextlib.suppress(BadInput):
            read(bytes(mutant), Hints())


@pytest.mark.slow
@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.id)
def test_a_mail_that_means_harm_ends_in_words(case: Hostile) -> None:
    said = ""
    try:
        inputs.read_bytes(case.name, case.make())
    except BadInput as error:
        said = error.message
    assert re.search(case.says, said)
    assert "took" not in said
    assert "stopped" not in said
