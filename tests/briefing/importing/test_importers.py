"""The registry of formats: each row leads to a module that reads."""

from __future__ import annotations

import contextlib
import importlib
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest

from briefing.errors import BadInput
from briefing.importing import IMPORTERS, Importer, has_known_suffix, importer_for, readable
from briefing.importing.common.parsed import Hints, Parsed


@pytest.mark.parametrize("row", IMPORTERS, ids=lambda row: row.id)
def test_each_row_names_a_module_that_reads(row: Importer) -> None:
    module = importlib.import_module(row.module)
    with contextlib.suppress(BadInput):  # what most of them say of a line of plain text
        assert isinstance(module.read(b"Some words\n", Hints(name="a")), Parsed)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in row.suffixes)


def test_no_two_rows_share_an_id_or_a_suffix() -> None:
    counts = Counter(s for row in IMPORTERS for s in (row.id, *row.suffixes))
    assert set(counts.values()) == {1}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "plain"),
        ("A.TXT", "plain"),
        ("b.md", "markdown"),
        ("c.markdown", "markdown"),
        ("README", "plain"),
        ("", "plain"),
    ],
)
def test_it_finds_the_format_by_suffix_and_else_by_content(name: str, expected: str) -> None:
    assert importer_for(name, b"words").importer.id == expected


@pytest.mark.parametrize(
    ("name", "data", "expected", "says"),
    [
        ("report.txt", b"%PDF-1.7", "pdf", "By its name it is plain text, by its content PDF"),
        ("letter.docx", b"%PDF-1.7", "pdf", "by its content PDF"),
        ("story.pdf", b"<html><body><p>words</p>", "html", "by its content web pages"),
        ("story.html", b"Only words, no tags.", "plain", "by its content plain text"),
        ("story.html", b"<!doctype html><p>words", "html", ""),
        ("story", b"<!doctype html><p>words", "html", ""),
        ("story", b"From: a@b.example\nSubject: x\n\nwords", "mail", ""),
        ("", b"TY  - NEWS\nTI  - x\nER  - \n", "ris", ""),
    ],
)
def test_what_the_bytes_are_comes_before_what_they_are_called(
    name: str, data: bytes, expected: str, says: str
) -> None:
    choice = importer_for(name, data)
    assert choice.importer.id == expected
    assert says in choice.notice
    assert bool(says) == bool(choice.notice)


@pytest.mark.parametrize(
    ("media", "name", "expected"),
    [
        ("text/html", "story.php", "html"),
        ("text/html", "news.com", "html"),
        ("application/pdf", "download", "pdf"),
        ("application/octet-stream", "a.pdf", "pdf"),
        ("text/plain", "a.bin", "plain"),
    ],
)
def test_the_type_a_server_names_stands_for_the_suffix(media: str, name: str, expected: str) -> None:
    data = {"html": b"<html><p>words", "pdf": b"%PDF-1.7", "plain": b"words"}[expected]
    assert importer_for(name, data, media=media).importer.id == expected


@pytest.mark.parametrize("name", ["package.json", "settings.xml"])
def test_but_a_file_of_another_program_is_no_article(name: str) -> None:
    with pytest.raises(BadInput, match="holds something else, not"):
        importer_for(name, b'{"name": "x", "version": "1"}')


def test_it_names_what_can_be_read_when_it_refuses() -> None:
    with pytest.raises(BadInput) as caught:
        importer_for("film.mp4", b"words")
    assert "(.mp4)" in caught.value.message
    assert readable() in caught.value.hint
    assert "plain text (.txt, .text)" in readable()


def test_a_new_format_is_one_row() -> None:
    page = Importer("page", "pages", (".page",), "pages", lambda data: data.startswith(b"<page>"))
    assert importer_for("a.page", b"<page>", (page, *IMPORTERS)).importer is page
    assert importer_for("", b"<page>", (page, *IMPORTERS)).importer is page
    assert importer_for("", b"words", (page, *IMPORTERS)).importer.id == "plain"
    assert has_known_suffix("x.PAGE", (page,))
    assert not has_known_suffix("x.page")


def _package(*parts: str, mimetype: str = "") -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name in (("mimetype",) if mimetype else ()) + parts:
            file.writestr(name, mimetype if name == "mimetype" else "<x/>")
    return buffer.getvalue()


_OFFICE = ("[Content_Types].xml", "_rels/.rels")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (_package(*_OFFICE, "content/main.xml"), "docx"),
        (_package(*_OFFICE, "xl/workbook.xml"), "xlsx"),
        (_package(*_OFFICE, "ppt/presentation.xml"), "pptx"),
        (_package(*_OFFICE, "visio/document.xml"), ""),
        (_package("META-INF/manifest.xml", "content.xml"), "odt"),
        (_package("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        (_package("META-INF/manifest.xml", "content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"), ""),  # noqa: E501
        (_package("META-INF/manifest.xml", "classes/A.class"), ""),
    ],
)  # fmt: skip
def test_a_package_is_known_by_its_parts_whatever_made_it(data: bytes, found: str) -> None:
    assert next((row.id for row in IMPORTERS if row.sniff(data)), "") == found
