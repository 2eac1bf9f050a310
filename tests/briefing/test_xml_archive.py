"""Archives: what is refused before anything is inflated, and XML that could do harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from briefing.errors import BadInput
from briefing.xml_archive import MOST_BYTES, open_archive, parse_xml, resolved
from tests.briefing.importing.corpus.zips import DTDS, crowded, inflated, locked, twice, with_size, zipped

_PARTS: dict[str, str | bytes] = {"a.xml": "<a>words</a>", "b/c.xml": "<c/>"}


def _squeezed() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.xml", "<a/>")
    return target.getvalue()


def test_it_gives_the_parts_of_an_honest_archive() -> None:
    archive = open_archive(zipped({"folder/": "", **_PARTS}), "book")
    assert archive.names == ("a.xml", "b/c.xml")
    assert "a.xml" in archive
    assert "d.xml" not in archive
    assert archive.read("a.xml") == b"<a>words</a>"
    assert archive.xml("b/c.xml").tag == "c"


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: b"words", "not a book"),
        (
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "protected by a password or in an old format",
        ),
        (lambda: zipped(_PARTS)[:-40], "damaged"),
        (lambda: b"PK\x03\x04" + bytes(100), "damaged"),
        (lambda: locked(zipped(_PARTS)), "protected by a password"),
        (lambda: twice(_PARTS, "a.xml"), "two parts named “a.xml”"),
        (lambda: zipped({f"{i}": "" for i in range(2_001)}), "more than 2,000 parts"),
        (lambda: crowded(b"a", 3_000), "more than 2,000 parts"),
        (lambda: inflated(_PARTS, MOST_BYTES), "far larger"),
        (lambda: zipped({"a": bytes(1_100_000)}), "far larger"),
        (lambda: with_size(zipped(_PARTS), "a.xml", 2**32 - 2), "far larger"),
        (_squeezed, "do not use"),
    ],
)
def test_it_refuses_what_is_no_honest_archive(make: Callable[[], bytes], why: str) -> None:
    with pytest.raises(BadInput) as caught:
        open_archive(make(), "book")
    assert why in caught.value.message
    assert caught.value.hint


def test_a_small_part_may_be_packed_tightly() -> None:
    assert len(open_archive(zipped({"a": bytes(900_000)}), "book").read("a")) == 900_000


@pytest.mark.parametrize("size", [3, 100_000])
def test_it_believes_no_size(size: int) -> None:
    archive = open_archive(with_size(zipped(_PARTS), "a.xml", size), "book")
    with pytest.raises(BadInput, match="damaged"):
        archive.read("a.xml")


def test_what_is_read_counts_in_all() -> None:
    archive = open_archive(zipped({"a": bytes(900_000)}), "book")
    for _ in range(MOST_BYTES // 900_000):
        archive.read("a")
    with pytest.raises(BadInput, match="far larger"):
        archive.read("a")


@pytest.mark.parametrize("name", DTDS)
def test_it_refuses_a_dtd_in_every_encoding(name: str) -> None:
    data = DTDS[name]
    with pytest.raises(BadInput, match="DTD"):
        parse_xml(data.encode() if isinstance(data, str) else data, "a.xml")


@pytest.mark.parametrize(
    "data",
    [
        '<?xml version="1.0" encoding="utf-7"?><a/>'.encode("utf-7"),
        '<?xml version="1.0" encoding="cp037"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("cp037"),
        b"words",
        b"",
    ],
)
def test_it_refuses_xml_in_an_encoding_that_could_hide_one(data: bytes) -> None:
    with pytest.raises(BadInput, match="not XML in a usual encoding"):
        parse_xml(data)


def test_a_bare_document_type_may_stand_where_it_is_allowed() -> None:
    page = b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://a.example/x.dtd"><html/>'
    assert parse_xml(page, doctype=True).tag == "html"
    with pytest.raises(BadInput, match="DTD"):
        parse_xml(page)
    with pytest.raises(BadInput, match="DTD"):
        parse_xml(b'<!DOCTYPE html [<!ENTITY a "b">]><html/>', doctype=True)


@pytest.mark.parametrize(
    ("base", "target", "expected"),
    [
        ("word/document.xml", "styles.xml", "word/styles.xml"),
        ("word/document.xml", "/word/notes.xml", "word/notes.xml"),
        ("a/b/c.opf", "../../text/x.html#part", "text/x.html"),
        ("a/c.opf", "../../../../etc/passwd", "etc/passwd"),
        ("a/c.opf", "my%20text\\y.html?q", "a/my text/y.html"),
        ("", "word/document.xml", "word/document.xml"),
    ],
)
def test_addresses_stay_inside_the_archive(base: str, target: str, expected: str) -> None:
    assert resolved(base, target) == expected
