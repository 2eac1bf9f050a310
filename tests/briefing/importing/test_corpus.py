"""The corpus as a whole, through the real worker: no word lost silently, in any format or encoding."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.importing import IMPORTERS
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.process.host import Host
from tests.briefing.importing.corpus import (
    Case,
    docx_cases,
    epub_cases,
    feed_cases,
    html_cases,
    mail_cases,
    msg_cases,
    odt_cases,
    pdf_cases,
    reference_cases,
    rtf_cases,
    sheet_cases,
    slide_cases,
    subtitle_cases,
)
from tests.briefing.importing.corpus.checking import faults
from tests.briefing.importing.corpus.html_pages import ARTICLE, TEXT, page, paragraphs
from tests.briefing.importing.formats import MODULES

ARTICLES = Path(__file__).parents[2] / "corpus"


def _saved_page() -> bytes:
    body = base64.encodebytes(page(paragraphs(*ARTICLE), "<title>The plan</title>").encode())
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="xx"\r\n\r\n--xx\r\n'
    kind = b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head + kind + body + b"--xx--\r\n"


_MHTML = (Case("saved", "saved.mhtml", _saved_page(), TEXT),)
_PLAIN = (
    Case("unix", "a.txt", "Łódź says “no”.\n\nNext.\n".encode(), "Łódź says “no”.\n\nNext.\n", quiet=True),
    Case("windows", "a.txt", b"\xef\xbb\xbfOne\r\ntwo\r\n", "One\ntwo\n", quiet=True),
    Case("nul", "a.txt", b"A word\x00 and a next\n", "A word and a next", notices=("1 character",)),
    Case("utf-16", "a.txt", "Один\nдва".encode("utf-16"), "Один\nдва", quiet=True),
)
_MARKDOWN = (
    Case(
        "marks", "a.md", b"# Head *one*\n\n- item [two](https://post.example)\n\n> quoted **three**\n",
        "Head one item two quoted three", absent=("**", "]("),
    ),
    Case("code", "a.md", b"Run `make all` now.\n\n    indented words\n", "Run make all now. indented words"),
    Case("table", "a.md", b"| Place | Level |\n|---|---|\n| Upton | 3.2 m |\n", "Place Level Upton 3.2 m"),
    Case(
        "front", "a.md", b"---\ntitle: Bridge closed\nauthor: Ana Kos\nstrange: lost-field\n---\n\nBody "
            b"here.\n",
        "Body here.", title="Bridge closed", authors=("Ana Kos",), notices=("front matter",),
    ),
)  # fmt: skip

CASES: dict[str, tuple[Case, ...]] = {
    "pdf": pdf_cases.CASES,
    "docx": docx_cases.CASES,
    "odt": odt_cases.CASES,
    "epub": epub_cases.CASES,
    "rtf": rtf_cases.CASES,
    "mhtml": _MHTML,
    "mail": mail_cases.CASES,
    "msg": msg_cases.CASES,
    "html": html_cases.CASES,
    "plain": _PLAIN,
    "markdown": _MARKDOWN,
    "subtitles": subtitle_cases.CASES,
    "csv": sheet_cases.TABLES,
    "xlsx": sheet_cases.WORKBOOKS,
    "pptx": slide_cases.CASES,
}
LISTS: dict[str, tuple[tuple[str, bytes], ...]] = {
    "feed": tuple((feed.id, feed.data) for feed in feed_cases.FEEDS),
    **{
        module: tuple((c.id, c.data) for c in reference_cases.REFERENCES if c.module == module)
        for module in ("ris", "endnote", "bibtex", "csl")
    },
}
# The corpus may grow, not shrink.
FLOORS = {
    "pdf": 19, "docx": 33, "odt": 14, "epub": 12, "rtf": 27, "mhtml": 1, "mail": 24, "html": 46,
    "plain": 4, "markdown": 4, "feed": 14, "ris": 6, "bibtex": 6, "csl": 5,
    "endnote": 2, "subtitles": 13, "csv": 11, "xlsx": 12, "pptx": 15, "msg": 14,
}  # fmt: skip
HOSTILE_FLOORS = {
    docx_cases: 45, odt_cases: 23, epub_cases: 22, pdf_cases: 10, rtf_cases: 12, mail_cases: 14,
    html_cases: 28, feed_cases: 15, reference_cases: 25, sheet_cases: 37, slide_cases: 19, msg_cases: 11,
    subtitle_cases: 10,
}  # fmt: skip
# The traps that the formats are known for, by the name of the case that sets each.
TRAPS = {
    "pdf": "one-column two-columns hyphens ligatures over-a-page owner-password",
    "docx": "tracked controls table notes text-box comments hidden",
    "odt": "tracked notes comments table hidden",
    "epub": "order spine-loop scrambled-fonts missing",
    "rtf": "cp1251-font cp1256 cp1254 hidden tracked no-code-page",
    "mail": "flowed quoted-printable alternative attachments forwarded no-charset wrong-charset",
}
_PAGE_TRAPS = (
    "raised and lowered", "nested 300 deep", "nested lists", "a table", "a pull quote in an aside",
    "a paragraph said three times", "sections after an advertisement", "cards of other stories below",
    "share bar, newsletter box and comments", "an agency's story with links to others inside it",
    "a title with the site after it", "json-ld in a graph", "a date only in a time element",
)  # fmt: skip


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with Host() as warm:
        yield warm


def _read(host: Host, module: str, data: bytes, name: str) -> Parsed:
    return host.parse(MODULES[module], data, Hints(name=name))


@pytest.mark.parametrize("module", CASES)
def test_every_word_comes_through_the_worker_or_a_notice_names_it(host: Host, module: str) -> None:
    wrong = {case.id: faults(case, _read(host, module, case.data, case.name)) for case in CASES[module]}
    assert {id_: said for id_, said in wrong.items() if said} == {}


@pytest.mark.parametrize("module", LISTS)
def test_every_list_comes_through_the_worker_as_a_list(host: Host, module: str) -> None:
    for id_, data in LISTS[module]:
        parsed = _read(host, module, data, "")
        assert parsed.parts, id_
        assert parsed.text == "", id_


def test_every_format_has_a_corpus_that_does_not_shrink() -> None:
    counts = {row: len(cases) for row, cases in {**CASES, **LISTS}.items()}
    assert set(counts) == {row.id for row in IMPORTERS} == set(FLOORS)
    assert {row: count for row, count in counts.items() if count < FLOORS[row]} == {}
    for corpus, floor in HOSTILE_FLOORS.items():
        assert len(corpus.HOSTILE) >= floor, corpus.__name__


def test_every_trap_the_formats_are_known_for_is_set() -> None:
    for module, traps in TRAPS.items():
        assert set(traps.split()) <= {case.id for case in CASES[module]}, module
    assert set(_PAGE_TRAPS) <= {case.id for case in html_cases.CASES}
    named = {hostile.id for hostile in pdf_cases.HOSTILE}
    assert {"locked", "scan", "truncated", "bomb", "page-loop"} <= named


@dataclass(frozen=True)
class _Script:
    """A text in an old encoding, and what an RTF font of that script is numbered (fcharset)."""

    file: str
    encoding: str
    charset: int


SCRIPTS = (
    _Script("ile.fr.txt", "cp1252", 0),
    _Script("zamok.ru.txt", "cp1251", 204),
    _Script("jazira.ar.txt", "cp1256", 178),
    _Script("adalar.tr.txt", "cp1254", 162),
)


def _words(script: _Script) -> str:
    """Return the paragraphs of an article that is kept for its language, with quotes of that encoding."""
    return f"{(ARTICLES / script.file).read_text(encoding='utf-8').strip()} “…”"


def _as_page(data: bytes) -> bytes:
    lines = b"".join(b"<p>%s</p>" % line for line in data.split(b"\n") if line)
    return (
        b"<!doctype html><html><head><title>x</title></head><body><article>%s</article></body></html>" % lines
    )


def _as_mail(data: bytes) -> bytes:
    return b"From: a@desk.example\nTo: b@desk.example\nSubject: x\nContent-Type: text/plain\n\n" + data


def _escaped(data: bytes) -> bytes:
    return b"".join(b"\\'%02x" % byte if byte > 127 else bytes((byte,)) for byte in data).replace(
        b"\n", b"\\par "
    )


UNNAMED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "plain": ("a.txt", lambda data: data),
    "markdown": ("a.md", lambda data: data),
    "html": ("a.html", _as_page),
    "mail": ("a.eml", _as_mail),
}


@pytest.mark.parametrize("module", UNNAMED)
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.encoding)
def test_an_encoding_that_nothing_names_is_guessed_right_and_flagged(
    host: Host, script: _Script, module: str
) -> None:
    name, wrap = UNNAMED[module]
    words = _words(script)
    parsed = _read(host, module, wrap(words.encode(script.encoding)), name)
    case = Case(script.encoding, name, b"", words)
    assert faults(case, parsed) == []
    assert (parsed.guessed, parsed.encoding) == (True, script.encoding)
    assert any("guessed" in notice for notice in parsed.notices)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.encoding)
def test_an_rtf_file_without_a_code_page_is_flagged_and_right_once_a_person_chose(
    host: Host, script: _Script
) -> None:
    words = _words(script)
    data = b"{\\rtf1 " + _escaped(words.encode(script.encoding)) + b"}"
    assert _read(host, "rtf", data, "a.rtf").guessed
    chosen = host.parse("briefing.importing.rtf.read_rtf", data, Hints(name="a.rtf", charset=script.encoding))
    assert faults(Case("", "", b"", words), chosen) == []
    assert not chosen.guessed


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.encoding)
@pytest.mark.parametrize("module", ["html", "mail", "rtf"])
def test_an_encoding_that_the_file_names_is_not_flagged(host: Host, script: _Script, module: str) -> None:
    words = _words(script)
    number = script.encoding.removeprefix("cp").encode()
    data = words.encode(script.encoding)
    files = {
        "html": lambda: _as_page(data).replace(b"<head>", b'<head><meta charset="windows-%s">' % number),
        "mail": lambda: _as_mail(data).replace(b"text/plain", b"text/plain; charset=windows-%s" % number),
        "rtf": lambda: (
            b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset%d Arial;}}\\f0 %s}"
            % (script.charset, _escaped(data))
        ),
    }
    parsed = _read(host, module, files[module](), f"a.{module}")
    assert faults(Case("", "", b"", words), parsed) == []
    assert not parsed.guessed
    assert not any("guessed" in notice for notice in parsed.notices)
