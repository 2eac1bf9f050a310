"""What comes from outside is harmless before it stands in a field."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.importing.common.cleaning import NAME_LIMIT, clean, clean_name, clean_url, stem_title


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        ("  two \n lines\t", "two lines"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("infor\xadmation", "information"),
        ("\u2066isolated\u2069", "isolated"),
        ("tab\x00bed\x1b[31m", "tab bed [31m"),
        ("family 👨‍👩‍👧", "family 👨‍👩‍👧"),
        ("می‌خواهم", "می‌خواهم"),
        ("\ud800lone", "lone"),
    ],
)
def test_it_cleans(value: str, cleaned: str) -> None:
    assert clean(value) == cleaned


@given(st.text(st.characters()), st.integers(1, 30))
def test_a_clean_field_is_short_and_holds_nothing_unseen(value: str, limit: int) -> None:
    cleaned = clean(value, limit)
    assert len(cleaned) <= limit
    assert not {unicodedata.category(char) for char in cleaned} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(c) for c in cleaned} & {
        "LRO",
        "RLO",
        "LRE",
        "RLE",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/someone/a b.txt", "a b.txt"),
        ("C:\\Users\\someone\\a.txt", "a.txt"),
        ("../..", ".."),
        ("", ""),
        ("x" * 400 + ".txt", "x" * (NAME_LIMIT - 5) + "….txt"),
        ("x" * 400, "x" * (NAME_LIMIT - 1) + "…"),
    ],
)
def test_a_name_has_no_folders_and_keeps_its_suffix(path: str, name: str) -> None:
    assert clean_name(path) == name


@pytest.mark.parametrize(
    ("value", "url"),
    [
        (" <https://a.example/b> ", "https://a.example/b"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("https://a.example/\u202eb", "https://a.example/b"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("https://a.example/b c", ""),
        ("https://a.example/" + "x" * 2000, ""),
    ],
)
def test_only_web_addresses_are_addresses(value: str, url: str) -> None:
    assert clean_url(value) == url


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("storm_report.final.txt", "storm report.final"),
        ("README", "README"),
        (".txt", ".txt"),
        ("/a/b/c.md", "c"),
        ("", ""),
    ],
)
def test_a_file_name_makes_a_title(name: str, title: str) -> None:
    assert stem_title(name) == title
