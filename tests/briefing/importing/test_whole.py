"""Nothing is cut without a word: one long piece of text through each format, and each list that has a
limit.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from briefing.importing.common.cleaning import AUTHORS_LIMIT
from briefing.importing.common.parsed import Hints, Parsed, Part, Repair
from briefing.importing.pdf.read_pdf import read as read_pdf
from briefing.importing.process import wire
from briefing.importing.results import imported, notices_of
from briefing.text import StruckPassage
from tests.briefing.importing.corpus.pdf_maker import built, stream
from tests.briefing.importing.formats import reader_of

LONG = ("word " * 14_000).strip()  # 69,999 characters, more than twice what pdfium takes of a string


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def _docx(words: str) -> bytes:
    made = io.BytesIO()
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        f'ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p>'
        "</w:body></w:document>",
    }
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _odt(words: str) -> bytes:
    office, text = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text"))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text><t:p>{words}</t:p>'
            "</o:text></o:body></o:document-content>",
        )
    return made.getvalue()


MAKERS: dict[str, Callable[[str], bytes]] = {
    "docx": _docx,
    "odt": _odt,
    "rtf": lambda words: f"{{\\rtf1\\ansi {words}}}".encode(),
    "html": lambda words: f"<html><body><p>{words}</p></body></html>".encode(),
    "markdown": lambda words: f"# Title\n\n{words}\n".encode(),
    "plain": lambda words: words.encode(),
    "mail": lambda words: f"From: a@b.example\nTo: c@d.example\nSubject: x\n\n{words}\n".encode(),
    "feed": lambda words: (
        "<rss version='2.0'><channel><title>t</title><item><title>one</title>"
        f"<description>{words}</description></item></channel></rss>"
    ).encode(),
}


@pytest.mark.parametrize("module", MAKERS)
def test_a_long_piece_of_text_comes_out_whole(module: str) -> None:
    parsed = reader_of(module)(MAKERS[module](LONG), Hints())
    out = parsed.text or parsed.parts[0].data.decode()
    assert LONG in " ".join(out.split())
    assert parsed.notices == () or "may be missing" not in " ".join(parsed.notices)


def _pdf(shown: bytes, font: str = "/Subtype /Type1 /BaseFont /Helvetica") -> bytes:
    return built(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>",
            4: stream(b"BT /F1 1 Tf 10 700 Td " + shown + b" ET"),
            5: f"<< /Type /Font {font} >>".encode(),
        }
    )


CUT = {
    "a string": b"(%s) Tj",
    "a string on the next line": b"(%s) '",
    "a string with spacing": b'0 0 (%s) "',
    "a string among others": b"[(before) -200 (%s) -200 (after)] TJ",
}


@pytest.mark.parametrize("shown", CUT.values(), ids=CUT)
def test_but_a_string_that_pdfium_cuts_is_reported_with_its_page(shown: bytes) -> None:
    parsed = read_pdf(_pdf(shown % LONG.encode()), Hints())
    assert len(parsed.text) < len(LONG)
    assert any("on page 1 is as long as can be read at once (32,767 bytes)" in n for n in parsed.notices)


def test_so_is_one_in_hexadecimal_digits() -> None:
    parsed = read_pdf(_pdf(b"<" + LONG.encode().hex().encode() + b"> Tj"), Hints())
    assert any("may be missing" in notice for notice in parsed.notices)


def test_so_is_one_whose_letters_take_two_bytes() -> None:
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    inner = f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial {system} >>"
    font = f"/Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [{inner}]"
    words = LONG[:20_000].encode("utf-16-be").hex().encode()
    parsed = read_pdf(_pdf(b"<" + words + b"> Tj", font), Hints())
    assert any("may be missing" in notice for notice in parsed.notices)


def test_and_a_page_of_as_many_words_in_lines_is_not() -> None:
    lines = b"".join(b"(%s) ' " % LONG[at : at + 100].encode() for at in range(0, len(LONG), 100))
    parsed = read_pdf(_pdf(b"2 TL " + lines), Hints())
    assert not any("may be missing" in notice for notice in parsed.notices)


def test_authors_beyond_those_kept_are_counted() -> None:
    many = tuple(f"Author {n}" for n in range(AUTHORS_LIMIT + 5))
    read = imported("a.txt", b"x", Parsed("words", authors=many))
    assert len(read.source.authors) == AUTHORS_LIMIT
    assert read.notices == ("Of 45 authors the first 40 are kept.",)
    records = Parsed("", parts=(Part("", title="t", authors=many), Part("", title="u")), parts_are="records")
    assert notices_of(records) == ("More than 40 authors: only the first 40 are kept (1).",)


def test_what_the_worker_may_not_answer_is_counted_in_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MOST_NOTICES", "MOST_REPAIRS", "MOST_PARTS", "MOST_STRUCK"):
        monkeypatch.setattr(wire, name, 3)
    parsed = Parsed(
        "words", notices=tuple("abcde"), mends=(Repair(0, 1, "x"),) * 4, parts=(Part("p"),) * 6,
        struck=(StruckPassage(2, "no "),) * 7,
    )  # fmt: skip
    back = wire.from_wire(wire.to_wire(parsed))
    assert [notice.split(" only")[0] for notice in back.notices[:4]] == [
        "Of 4 repairs to words",
        "Of 7 struck-out passages",
        "Of 6 attachments or entries",
        "Of 5 things to know",
    ]
