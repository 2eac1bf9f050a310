"""Bytes to text: what the encodings table says is right, or flagged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.importing.encoding.decode import decode, read_text

CYRILLIC = "Паром вышел из порта во вторник утром, сообщила служба."
ARABIC = "غادرت أول عبارة الميناء صباح الثلاثاء، وكان على متنها مئتا راكب."
TURKISH = "Dokuz gün sonra ilk vapur ayrıldı; görüşme için karar değişti."


@pytest.mark.parametrize(
    ("text", "encoding", "guessed"),
    [
        ("plain words", "ascii", False),
        ("naïve – “quoted” 👩‍🚀", "utf-8", False),
        ("naïve", "utf-8-sig", False),
        ("naïve words", "utf-16", False),
        (CYRILLIC, "utf-32", False),
        ("words without a mark", "utf-16-le", True),
        ("words without a mark", "utf-16-be", True),
        (CYRILLIC, "utf-16-le", True),
        (ARABIC, "utf-16-be", True),
        ("He said “no” – twice… it’s naïve", "cp1252", True),
        ("“Nein”", "cp1252", True),
        ("Die Brücke wäre größer", "cp1252", True),
        (CYRILLIC, "cp1251", True),
        (CYRILLIC, "koi8_r", True),
        (ARABIC, "cp1256", True),
        (TURKISH, "cp1254", True),
        ("Przyjęto wniosek, że łódź wróci później, więc też źle", "cp1250", True),
        ("Το πλοίο έφυγε από το λιμάνι την Τρίτη το πρωί", "cp1253", True),
        ("הספינה יצאה מהנמל ביום שלישי בבוקר", "cp1255", True),
    ],
)
def test_it_decodes(text: str, encoding: str, guessed: bool) -> None:
    result = decode(text.encode(encoding))
    assert result.text == text
    assert result.guessed is guessed
    assert any("guessed" in notice for notice in result.notices) is guessed


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("grün".encode("cp1252"), "ISO-8859-1", "grün"),
        ("“ja”".encode("cp1252"), "us-ascii", "“ja”"),
        ("привет".encode("koi8_r"), '"KOI8-R"', "привет"),
        ("grün".encode(), "iso-8859-1", "grün"),
        ("船は出た".encode("iso2022_jp"), "iso-2022-jp", "船は出た"),
        ("船は出た".encode("shift_jis"), "shift_jis", "船は出た"),
    ],
)
def test_it_believes_a_declared_charset_that_fits(data: bytes, charset: str, text: str) -> None:
    result = decode(data, charset)
    assert (result.text, result.guessed, result.notices) == (text, False, ())


@pytest.mark.parametrize(
    "charset", ["no-such", "rot13", "hex", "unicode_escape", "idna", "кои8", "a\x00b", ""]
)
def test_but_it_ignores_one_that_is_no_encoding_of_files(charset: str) -> None:
    assert decode("grün".encode("cp1252"), charset).text == "grün"


def test_it_says_when_the_declared_charset_is_wrong() -> None:
    result = decode(b"gr\xfcn \x81", "shift_jis")
    assert result.guessed
    assert "was declared to be Shift JIS" in result.notices[0]


def test_it_reads_damaged_utf8_as_utf8_and_counts_the_damage() -> None:
    result = decode("Łódź płynie dalej, później wróci".encode() + b"\xff")
    assert result.text.startswith("Łódź płynie")
    assert result.encoding == "utf-8"
    assert any("Damaged characters" in notice and notice.endswith("1.") for notice in result.notices)


@pytest.mark.parametrize("data", [b"A word\x00 and a next\n", b"\x00ab", b"two\x00\x00\x00\x00 words"])
def test_a_short_text_with_a_stray_zero_byte_is_not_taken_for_utf16(data: bytes) -> None:
    text, notices = read_text(data)
    assert text == data.replace(b"\x00", b"").decode()
    assert "left out (NUL and the like)" in notices[0]


def test_it_says_how_many_characters_no_text_can_hold() -> None:
    assert read_text(b"\xef\xbb\xbfa\x00b\r\n\x00") == (
        "ab\n",
        ("2 characters that no text can hold were left out (NUL and the like).",),
    )


@given(st.binary(), st.sampled_from(["", "utf-8", "utf-16", "cp1252", "utf-7", "hz", "big5", "zip"]))
def test_it_never_raises(data: bytes, charset: str) -> None:
    text, _ = read_text(data, charset)
    text.encode()


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff")))
def test_it_reads_all_utf8_as_it_is(text: str) -> None:
    assert decode(text.encode()).text == text
