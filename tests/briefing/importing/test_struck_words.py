"""Struck-out words of any format: no part of the text, kept with their place, named in a notice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.errors import BadInput
from briefing.importing.inputs import read_bytes
from briefing.importing.results import Imported, to_source
from briefing.quoting import anchor
from briefing.text import StruckPassage, struck_of_bytes
from tests.briefing.importing.corpus import docx_made as docx
from tests.briefing.importing.corpus import epub_cases as epub
from tests.briefing.importing.corpus import mail_cases as mail
from tests.briefing.importing.corpus import odt_cases as odt
from tests.briefing.importing.corpus import rtf_cases as rtf
from tests.briefing.importing.corpus.zips import zipped

_WORDS = (
    "Harbour count corrected",
    "The harbour office counted <fifty> nine ships at anchor on Tuesday, its clerk wrote in a later note.",
    "The crews had <accepted> rejected the offer before the evening, a speaker of theirs wrote.",
)


def _with(opening: str, closing: str, line: str) -> str:
    return line.replace("<", "\0").replace(">", closing).replace("\0", opening)


def _html(element: str = "del", attributes: str = "", head: str = "") -> bytes:
    first, second, third = (_with(f"<{element}{attributes}>", f"</{element}>", line) for line in _WORDS)
    body = f"<article><h1>{first}</h1><p>{second}</p><p>{third}</p></article>"
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>".encode()


def _word(properties: str, styles: str = "") -> bytes:
    def paragraph(line: str) -> str:
        before, _, rest = line.partition("<")
        gone, _, after = rest.partition(">")
        return docx.p(docx.r(before), docx.r(gone, properties) if gone else "", docx.r(after))

    part = docx.part("styles", styles)
    return docx.document("".join(map(paragraph, _WORDS)), **({"styles": part} if styles else {}))


_CROSSED = (
    '<w:style w:type="character" w:styleId="Base"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:basedOn w:val="Base"/></w:style>'
)


def _odt(style: str, common: str = "") -> bytes:
    lines = (_with('<text:span text:style-name="T9">', "</text:span>", line) for line in _WORDS)
    return odt.document("".join(map(odt.p, lines)), styles=style, common=common)


def _line_through(name: str, value: str, parent: str = "") -> str:
    attributes = f'style:name="{name}" style:family="text" style:parent-style-name="{parent}"'
    properties = f"<style:text-properties {value}/>" if value else ""
    return f"<style:style {attributes}>{properties}</style:style>"


_ODT_LINE = 'style:text-line-through-style="solid" style:text-line-through-type="single"'


def _rtf(on: str, off: str) -> bytes:
    lines = (rf"\pard {_with(on, off, line)}\par" for line in _WORDS)
    return rtf.rtf("\n".join(lines).encode())


def _markdown(on: str, off: str) -> bytes:
    first, *rest = (_with(on, off, line) for line in _WORDS)
    return "\n\n".join([f"# {first}", *rest]).encode() + b"\n"


def _mail() -> bytes:
    return mail.mail(_html("s"), head="From: a@x.example\nContent-Type: text/html; charset=utf-8\n")


def _epub(sheet: str = "") -> bytes:
    lines = (_with('<i class="gone">' if sheet else "<s>", "</i>" if sheet else "</s>", w) for w in _WORDS)
    parts = epub.package({"one": "".join(f"<p>{line}</p>" for line in lines)})
    if sheet:
        listed = epub.item("css", "a.css", "text/css")
        opf = str(parts["OEBPS/book.opf"]).replace("</manifest>", f"{listed}</manifest>")
        parts |= {"OEBPS/book.opf": opf, "OEBPS/a.css": sheet}
    return zipped(parts, stored=("mimetype",))


FILES: dict[str, Callable[[], bytes]] = {
    "del.html": _html,
    "style.html": lambda: _html("span", " style='text-decoration:line-through'"),
    "rule.html": lambda: _html("b", " class=no", "<style>.no{text-decoration:line-through}</style>"),
    "strike.docx": lambda: _word("<w:strike/>"),
    "dstrike.docx": lambda: _word('<w:strike w:val="0"/><w:dstrike w:val="true"/>'),
    "style.docx": lambda: _word('<w:rStyle w:val="Gone"/>', _CROSSED),
    "line.odt": lambda: _odt(_line_through("T9", _ODT_LINE)),
    "parent.odt": lambda: _odt(_line_through("T9", "", "Gone"), _line_through("Gone", _ODT_LINE)),
    "strike.rtf": lambda: _rtf(r"{\strike ", "}"),
    "switched.rtf": lambda: _rtf(r"\strike ", r"\strike0 "),
    "twice.rtf": lambda: _rtf(r"\striked1 ", r"\striked0 "),
    "tildes.md": lambda: _markdown("~~", "~~"),
    "tags.md": lambda: _markdown("<del>", "</del>"),
    "letter.eml": _mail,
    "book.epub": _epub,
    "sheet.epub": lambda: _epub(".gone { text-decoration: line-through }"),
}


def _read(name: str) -> Imported:
    read = read_bytes(name, FILES[name]())
    assert isinstance(read, Imported)
    return read


@pytest.mark.parametrize("name", FILES)
def test_struck_words_are_no_part_of_the_text(name: str) -> None:
    read = _read(name)
    assert "counted nine ships at anchor" in read.text
    assert "had rejected the offer" in read.text
    assert "fifty" not in read.text
    assert "accepted" not in read.text


@pytest.mark.parametrize("name", FILES)
def test_they_are_kept_with_their_place_and_named_in_a_notice(name: str) -> None:
    read = _read(name)
    assert [one.words.strip() for one in read.struck] == ["fifty", "accepted"]
    full = read.text
    for one in reversed(read.struck):
        full = full[: one.start] + one.words + full[one.start :]
    assert "counted fifty nine ships" in full
    assert "had accepted rejected the offer" in full
    assert "Struck-out words left out of the text: 2 (“fifty”, “accepted”)." in read.notices


@pytest.mark.parametrize("name", FILES)
def test_they_come_into_the_brief_as_a_list_of_their_own(name: str) -> None:
    read = _read(name)
    source, bodies = to_source(read, accessed="2026-01-02")
    assert source.struck_sha
    (kept,) = (body.data for body in bodies if body.sha == source.struck_sha)
    assert struck_of_bytes(kept, len(read.text)) == read.struck


@pytest.mark.parametrize("name", FILES)
def test_a_quote_goes_over_their_place_and_is_found_there(name: str) -> None:
    text = _read(name).text
    start = text.index("counted nine")
    quote = anchor.describe(text, (start, start + len("counted nine ships")), "sha")
    assert quote.exact == "counted nine ships"
    assert isinstance(anchor.resolve(text, "sha", quote), anchor.Found)


LIVE: dict[str, Callable[[], bytes]] = {
    "ins.html": lambda: _html("ins"),
    "off.docx": lambda: _word('<w:strike w:val="false"/>'),
    "overruled.docx": lambda: _word('<w:rStyle w:val="Gone"/><w:strike w:val="0"/>', _CROSSED),
    "before.docx": lambda: _word("<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>"),
    "none.odt": lambda: _odt(_line_through("T9", 'style:text-line-through-style="none"', "Gone")
                             + _line_through("Gone", _ODT_LINE)),
    "circle.odt": lambda: _odt(_line_through("T9", "", "U9") + _line_through("U9", "", "T9")),
    "off.rtf": lambda: _rtf(r"\strike\strike0 ", r"\strike0 "),
    "plain.rtf": lambda: _rtf(r"\strike\plain ", ""),
    "one.md": lambda: _markdown("*", "*"),
    "code.md": lambda: _markdown("`~~", "~~`"),
}  # fmt: skip


@pytest.mark.parametrize("name", LIVE)
def test_but_words_that_are_not_struck_in_the_end_stay(name: str) -> None:
    read = read_bytes(name, LIVE[name]())
    assert isinstance(read, Imported)
    assert "accepted" in read.text
    assert read.struck == ()
    assert not any("Struck" in notice for notice in read.notices)


def test_a_title_is_without_its_struck_words() -> None:
    struck = _markdown("~~", "~~").replace(b"# Harbour", b"# ~~Port~~ Harbour")
    read = read_bytes("title.md", struck)
    assert isinstance(read, Imported)
    assert read.source.title == "Harbour count corrected"
    page = _html().replace(b"<h1>Harbour", b"<h1><s>Port</s> Harbour")
    read = read_bytes("title.html", page)
    assert isinstance(read, Imported)
    assert read.source.title == "Harbour count corrected"
    assert [one.words.strip() for one in read.struck] == ["Port", "fifty", "accepted"]


def test_a_file_without_struck_words_keeps_no_list() -> None:
    read = read_bytes("plain.txt", b"Nine ships were at anchor.\n\nNobody counted again.\n")
    assert isinstance(read, Imported)
    source, bodies = to_source(read, accessed="2026-01-02")
    assert (read.struck, source.struck_sha) == ((), "")
    assert len(bodies) == 1


_MANY = 20_000
# Files made of nothing but struck words, nested and alone, and of marks that a text cannot hold.
HOSTILE: dict[str, Callable[[], bytes]] = {
    "many.html": lambda: b"<p>" + b"<s>a</s> b " * _MANY,
    "deep.html": lambda: b"<p>" + b"<s><del>" * 300 + b"a" * 1000 + b"</del></s>" * 300 + b"<p>words",
    "rules.html": lambda: (
        b"<style>%s</style>%s words"
        % (
            b".a{text-decoration:line-through}" * _MANY,
            b"<i class=a>b</i> " * _MANY,
        )
    ),
    "marks.html": lambda: b"<p>" + b"&#xFDD2;a &#xFDD3;b " * _MANY,
    "many.docx": lambda: docx.document(
        docx.p(*(docx.r(f"{n * 7919**5:x} ", "<w:strike/>" * (n % 2)) for n in range(_MANY)))
    ),
    "loop.odt": lambda: odt.document(
        odt.p('<text:span text:style-name="T1">a</text:span> b' * _MANY),
        styles="".join(_line_through(f"T{n}", "", f"T{n + 1}") for n in range(2_000)),
    ),
    "many.rtf": lambda: rtf.rtf(rb"{\strike a }b {\striked1 c }" * _MANY),
    "many.md": lambda: b"~~a~~ b " * _MANY + b"\n\n" + b"~~" * 2_000,
    "marks.md": lambda: "\ufdd2a \ufdd3b ".encode() * _MANY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_files_full_of_struck_words_are_read_within_all_limits(name: str) -> None:
    read = read_bytes(name, HOSTILE[name](), seconds=20)
    assert isinstance(read, Imported)
    assert not {"\ufdd2", "\ufdd3"} & set(read.text)
    assert len(read.struck) <= 50_000


def test_a_file_whose_words_are_all_struck_is_refused_as_one_without_words() -> None:
    for name, data in (("gone.md", b"~~All of it was withdrawn.~~\n"), ("gone.html", b"<p><s>Withdrawn")):
        with pytest.raises(BadInput, match=f"All words of “{name}” are struck out"):
            read_bytes(name, data)


@pytest.mark.parametrize(
    "kept",
    [b"", b"{}1", b"[1]", b"[[0]]", b'[["0","a"]]', b'[[0,1]]', b'[[0,""]]', b'[[-1,"a"]]', b'[[6,"a"]]',
     b'[[3,"a"],[2,"b"]]', b'[[true,"a"]]', b'[[0,"a\\u0000"]]', b"[" * 100_000, b"\xff"],
)  # fmt: skip
def test_a_list_that_only_another_hand_can_have_written_is_refused(kept: bytes) -> None:
    assert struck_of_bytes(b'[[2,"a "],[5,"b"]]', 5) == (StruckPassage(2, "a "), StruckPassage(5, "b"))
    with pytest.raises(ValueError):
        struck_of_bytes(kept, 5)
