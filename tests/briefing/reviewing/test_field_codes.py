"""Links and other fields as Word writes them in codes."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from briefing import inline
from briefing.exporting.word.elements import W_NS
from briefing.reviewing import field_codes
from briefing.reviewing.word_paragraphs import Walk

CODES = [
    (' HYPERLINK "https://example.org/x" ', "https://example.org/x"),
    ("HYPERLINK https://example.org/y", "https://example.org/y"),
    ('HYPERLINK "https://example.org/y" \\o "a tip" \\t "_blank"', "https://example.org/y"),
    ('HYPERLINK \\o "a tip" "https://example.org/y"', "https://example.org/y"),
    ('hyperlink "https://example.org/y" \\l "part"', "https://example.org/y#part"),
    ('HYPERLINK "mailto:desk@example.org" \\h', "mailto:desk@example.org"),
    ('HYPERLINK \\l "a_bookmark"', ""),
    ('HYPERLINK "javascript:alert(1)"', ""),
    ('HYPERLINK "file:///etc/passwd"', ""),
    ("PAGE", ""),
    ("", ""),
]


@pytest.mark.parametrize(("code", "address"), CODES, ids=[c[0] for c in CODES])
def test_a_code_leads_where_it_says(code: str, address: str) -> None:
    assert field_codes.target(code) == address


BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
PART = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def code(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'


def said(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


LINK = 'HYPERLINK "https://example.org/x"'
CHANGE = 'w:id="1" w:author="A" w:date=""'
FIELDS = [
    ("simple", f"<w:fldSimple w:instr='{LINK}'>{said('it')}</w:fldSimple>", "[it](https://example.org/x)"),
    ("complex", BEGIN + code(LINK) + PART + said("it") + END, "[it](https://example.org/x)"),
    ("a code in pieces",
        BEGIN + code("HYPER") + code('LINK "https://exam') + code('ple.org/x"') + PART + said("it") + END,
        "[it](https://example.org/x)"),
    ("a field in the code",
        BEGIN + code('HYPERLINK "') + BEGIN + code("REF host") + PART + said("https://example.org/x") + END + code('"') + PART + said("it") + END, "[it](https://example.org/x)"),  # noqa: E501
    ("a field in the result",
        BEGIN + code(LINK) + PART + said("it ") + BEGIN + code("REF x") + PART + said("now") + END + END,
        "[it now](https://example.org/x)"),
    ("another field", BEGIN + code("REF x") + PART + said("now") + END, "now"),
    ("a page", said("on ") + BEGIN + code("PAGE") + PART + said("7") + END, "on"),
    ("a code that was deleted",
        f"<w:del {CHANGE}>{BEGIN}<w:r><w:delInstrText>{LINK}</w:delInstrText></w:r>{PART}</w:del>{said('it')}<w:del {CHANGE}>{END}</w:del>", "it"),  # noqa: E501
    ("one without an end", BEGIN + code(LINK) + said("it") , "it"),
    ("one without a beginning", code(LINK) + PART + said("it") + END, "it"),
    ("one that shows nothing", BEGIN + code('XE "index"') + END + said("it"), "it"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "expected"), [f[1:] for f in FIELDS], ids=[f[0] for f in FIELDS])
def test_a_field_is_read_as_a_link_or_as_its_words(xml: str, expected: str) -> None:
    root: Any = etree.fromstring(f'<w:body xmlns:w="{W_NS}"><w:p>{xml}</w:p></w:body>')
    (paragraph,) = Walk({}, {}).read(root)
    assert inline.write(piece.run for piece in paragraph.pieces).strip() == expected
