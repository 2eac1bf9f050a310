"""Word documents that mean harm."""

from __future__ import annotations

from tests.briefing.importing.corpus import Hostile
from tests.briefing.importing.corpus.docx_made import (
    LISTS,
    REL,
    SENTENCE,
    STYLES,
    document,
    p,
    package,
    part,
    r,
)
from tests.briefing.importing.corpus.zips import (
    DTDS,
    crowded,
    inflated,
    locked,
    nested_xml,
    twice,
    with_size,
    zipped,
)


def _with(name: str, data: str | bytes) -> bytes:
    return zipped(package(p("Words."), styles=STYLES, numbering=LISTS) | {name: data})


def _locked_office() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096) + b"word/document"


_DEEP_P = "<w:tbl><w:tr><w:tc>"
_DEEP_END = "</w:tc></w:tr></w:tbl>"

HOSTILE: tuple[Hostile, ...] = (
    Hostile("flat-bomb", "a.docx", lambda: _with("word/document.xml", bytes(150_000_000)), "far larger"),
    Hostile(
        "many-parts", "a.docx", lambda: zipped(package(p("x")) | {f"word/{i}.xml": "" for i in range(2_100)}),
        "more than 2,000 parts",
    ),
    Hostile("crowd", "a.docx", lambda: crowded(b"word/document", 400_000), "more than 2,000 parts"),
    Hostile("total", "a.docx", lambda: inflated(package(p("x")), 260_000_000), "far larger"),
    Hostile("nested-zip", "a.docx", lambda: _with("word/document.xml", _with("a", bytes(900_000))),
        "not XML"),
    Hostile(
        "lying-small", "a.docx", lambda: with_size(document(p("x" * 90_000)), "word/document.xml", 100),
        "damaged"
    ),
    Hostile("lying-large", "a.docx", lambda: with_size(document(p("x")), "word/document.xml", 2**31),
        "far larger"),
    Hostile("twice", "a.docx", lambda: twice(package(p("x")), "word/document.xml"), "two parts named"),
    Hostile("locked", "a.docx", lambda: locked(document(p("x"))), "password"),
    Hostile("office-lock", "a.docx", _locked_office, "password|Office"),
    Hostile("picture", "a.docx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(400) + b"word/document", "picture"),
    Hostile("truncated", "a.docx", lambda: document(p(SENTENCE * 40))[:-300], "damaged"),
    Hostile("no-body", "a.docx", lambda: zipped({"word/documents.xml": "<a/>"}), "missing"),
    Hostile("not-xml", "a.docx", lambda: _with("word/document.xml", b"\x00\x01 words"), "not XML"),
    Hostile("unclosed", "a.docx", lambda: _with("word/document.xml", "<w:document>"), "not well formed"),
    Hostile("utf-7", "a.docx", lambda: _with("word/document.xml", '<?xml version="1.0" '
        'encoding="utf-7"?><a/>'), "usual encoding"),
    Hostile("deep", "a.docx", lambda: _with("word/document.xml", nested_xml(100_000)), "deep"),
    Hostile(
        "deep-tables", "a.docx",
        lambda: document(_DEEP_P * 600 + p("x") + _DEEP_END * 600), "",
    ),
    Hostile("a-million-runs", "a.docx", lambda: document(p(*([r("a")] * 300_000))), ""),
    Hostile("style-loop", "a.docx", lambda: _with("word/styles.xml", part(
        "styles", '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn '
            'w:val="A"/></w:style>'
    )), ""),
    Hostile("rels-out", "a.docx", lambda: zipped({
        "_rels/.rels": f'<Relationships><Relationship Type="{REL}/officeDocument" '
            f'Target="../../../etc/passwd"/></Relationships>',
        "word/document.xml": part("document", p("x")),
    }), "missing"),
    *(
        Hostile(f"dtd-{kind}-{name.rpartition('/')[2]}", "a.docx", lambda name=name,
            dtd=dtd: _with(name, dtd), "DTD")  # type: ignore[misc]
        for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml",
                     "_rels/.rels", "word/_rels/document.xml.rels")
        for kind, dtd in DTDS.items()
    ),
)  # fmt: skip
