"""Saved pages as one file: the page in it, its address, and frames that are named."""

from __future__ import annotations

import base64
import quopri

import pytest

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints
from briefing.importing.html.read_mhtml import read
from briefing.importing.inputs import read_bytes
from briefing.importing.results import Imported
from tests.briefing.importing.corpus.html_pages import ARTICLE, TEXT, page, paragraphs

_PAGE = page(paragraphs(*ARTICLE), "<title>The plan</title>")
_FRAME = "<html><body><p>Words of a frame.</p></body></html>"
_EMPTY_FRAME = "<html><body><script>x()</script></body></html>"


def _part(content: bytes, kind: str, *headers: str, coding: str = "quoted-printable") -> bytes:
    body = base64.encodebytes(content) if coding == "base64" else quopri.encodestring(content)
    head = (f"Content-Type: {kind}", f"Content-Transfer-Encoding: {coding}", *headers)
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def _saved(*parts: bytes, start: str = "") -> bytes:
    head = (
        f"From: <Saved>\r\nSubject: The plan\r\nMIME-Version: 1.0\r\nContent-Type: "
        f'multipart/related;\r\n\tboundary="xx"{start}\r\n\r\n'
    )
    return head.encode() + b"".join(b"--xx\r\n" + part + b"\r\n" for part in parts) + b"--xx--\r\n"


PICTURE = _part(b"\x89PNG", "image/png", "Content-Location: https://post.example/p.png", coding="base64")


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_it_reads_the_page_in_it(coding: str) -> None:
    content = _PAGE.encode()
    part = (
        b"Content-Type: text/html; charset=utf-8\r\nContent-Location: https://post.example/a\r\n\r\n"
        + content
        if coding == "8bit"
        else _part(
            content, "text/html; charset=utf-8", "Content-Location: https://post.example/a", coding=coding
        )
    )
    parsed = read(_saved(part, PICTURE), Hints())
    assert (parsed.text, parsed.title, parsed.url) == (TEXT, "The plan", "https://post.example/a")
    assert parsed.notices == ()


def test_it_reads_the_part_that_the_file_starts_with() -> None:
    frame = _part(_FRAME.encode(), "text/html; charset=utf-8", "Content-ID: <f>")
    main = _part(_PAGE.encode(), "text/html; charset=utf-8", "Content-ID: <m>")
    assert read(_saved(frame, main, start='; start="<m>"'), Hints()).text == TEXT


def test_frames_are_counted_when_they_hold_words() -> None:
    parts = [_part(words.encode(), "text/html; charset=utf-8") for words in (_PAGE, _FRAME, _EMPTY_FRAME)]
    assert read(_saved(*parts), Hints()).notices == ("Frames with words of their own, left out: 1.",)


def test_a_page_in_another_encoding_is_decoded() -> None:
    words = "Министр сообщил в пятницу, что страны начнут совместные измерения реки в воскресенье."
    part = _part(page(paragraphs(words)).encode("cp1251"), "text/html; charset=windows-1251")
    assert words in read(_saved(part), Hints()).text


def test_but_a_file_without_a_page_is_refused_in_words() -> None:
    with pytest.raises(BadInput, match="no page") as caught:
        read(_saved(PICTURE), Hints())
    assert caught.value.hint


def test_it_is_found_by_its_suffix_and_read_in_the_worker() -> None:
    part = _part(_PAGE.encode(), "text/html; charset=utf-8", "Content-Location: https://post.example/a")
    imported = read_bytes("x.mhtml", _saved(part))
    assert isinstance(imported, Imported)
    assert imported.text == TEXT
