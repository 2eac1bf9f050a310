"""Entries without a key and stray commas are read; commas and signs within values stay."""

from __future__ import annotations

import time

import pytest

from briefing.importing.common.parsed import Hints
from briefing.importing.references.bibtex_repair import repaired
from briefing.importing.references.read_bibtex import read


@pytest.mark.parametrize(
    "entry",
    [
        "@article{\n  title = {Tolls, and locks},\n  year = {2023}\n}",
        "@article{ title = {Tolls, and locks}, year = 2023 }",
        "@article{,\n  title = {Tolls, and locks},\n  year = {2023}\n}",
        "@article{key,,\n  title = {Tolls, and locks},\n  year = {2023}\n}",
        "@article{key, title = {Tolls, and locks},, year = {2023},,}",
        '@article{key, title = "Tolls, and locks", , ,\n year = "2023", }',
        "@Article {\n author-x = {A},, title = {Tolls, and locks}, year = {2023}}",
    ],
)
def test_an_entry_is_read_without_a_key_or_with_a_stray_comma(entry: str) -> None:
    parsed = read(f"{entry}\n@book{{other, title = {{Next}}}}".encode(), Hints())
    assert [(part.title, part.published) for part in parsed.parts] == [
        ("Tolls, and locks", "2023"),
        ("Next", ""),
    ]
    assert parsed.notices == ()


@pytest.mark.parametrize(
    "text",
    [
        "@article{key, title = {A,, B}, note = {C, , D}}",
        '@article{key, title = "A,, B"}',
        '@string{a = "x"}\n@preamble{"y,, z"}\n@comment{title = {none},, }',
        '@article{key, title = {quo"te, , {,,}}, year = 2020,}',
        "words before, , and none {,,} after",
        "",
    ],
)
def test_what_keeps_the_rules_stays_as_it_is(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    "piece", ["@article{\n a=", "@a{k,,", ",", "{", '"', "@a{ x = {,,", "@a{k" + "," * 5]
)
def test_it_takes_time_by_the_length_of_the_text(piece: str) -> None:
    before = time.process_time()
    repaired(f"{piece}\n" * (2_000_000 // len(piece)))
    assert time.process_time() - before < 15
