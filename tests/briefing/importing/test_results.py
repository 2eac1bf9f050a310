"""What a file tells of an article arrives in its source, whatever field it is."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from briefing.importing.common.parsed import Parsed, Part
from briefing.importing.results import imported, records
from briefing.model import Source

_EXAMPLES: dict[str, Any] = {
    "kind": "report", "title": "Patrols", "publisher": "Post", "authors": ("A. Writer",),
    "published": "2020-03-13",
    "url": "https://post.example/patrols", "language": "tr", "accessed": "2020-03-14",
    "encoding": "windows-1254",
    "guessed": True, "extractor": "reader 1", "pages": (0, 4), "notices": ("One link was left out.",),
}  # fmt: skip
# The note on a source is its reader's own; that of a part says why its bytes are not there.
_SHARED = {field.name for field in fields(Source)} - {"note"}


@pytest.mark.parametrize("name", sorted(_SHARED & {field.name for field in fields(Part)}))
def test_a_record_keeps_it(name: str) -> None:
    part = Part(**{"name": "r1", "title": "Patrols", name: _EXAMPLES[name]})
    (source,) = records("list.ris", Parsed("", parts=(part,), parts_are="records")).sources
    assert getattr(source, name) == _EXAMPLES[name]


@pytest.mark.parametrize("name", sorted(_SHARED & {field.name for field in fields(Parsed)}))
def test_an_article_keeps_it(name: str) -> None:
    read = imported("a.txt", b"Patrols start.", Parsed("Patrols start.", **{name: _EXAMPLES[name]}))
    kept = read.notices if name == "notices" else getattr(read.source, name)
    assert kept == _EXAMPLES[name]
