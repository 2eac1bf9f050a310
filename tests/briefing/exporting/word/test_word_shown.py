"""What a Word file shows, line by line, is in its manifest as it is read back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from briefing import exporting
from briefing.exporting import word
from briefing.exporting.options import PLAIN, Options
from briefing.exporting.sent_lines import MARK
from briefing.exporting.word import word_manifest, word_parts, word_shown
from briefing.exporting.word.elements import Element
from tests.briefing.exporting.examples import MADE, example


def opened(data: bytes) -> word_parts.Parts:
    def read(package: zipfile.ZipFile, name: str) -> Element:
        return etree.fromstring(package.read(name))

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        found = word_parts.of_package(package, read)
    assert found
    return found


def exported(options: Options = PLAIN) -> bytes:
    return word.render(exporting.build(exporting.ExportRequest(example(), made=MADE, options=options))).data


@pytest.mark.parametrize(
    "options",
    [
        PLAIN, Options(annex=True, contents=True), Options(notes="endnotes", together=True), Options(notes="list"),  # noqa: E501
        Options(template="memo", actors="list"), Options(template="one-pager"), Options(template="situation-report", notes="endnotes"),  # noqa: E501
    ],
    ids=repr,
)  # fmt: skip
def test_the_manifest_holds_what_the_file_shows(options: Options) -> None:
    found = opened(exported(options))
    lists = [
        word_manifest.read(root)
        for root in found.custom
        if root.tag.startswith(f"{{{word_manifest.NAMESPACE}}}")
    ]
    assert lists[0].lines == word_shown.lines(found)


def test_each_line_says_what_it_is_and_notes_follow_their_claim() -> None:
    lines = word_shown.lines(opened(exported()))
    assert {"header", "footer", "heading", "fact", "claim", "note", "judgement", "cell", "source"} <= {
        line.kind for line in lines
    }
    at = next(at for at, line in enumerate(lines) if line.id == "c-open")
    assert lines[at].words.count(MARK) == 3
    assert [(line.kind, line.part) for line in lines[at + 1 : at + 5]] == [
        ("note", "1"), ("note", "2"), ("note", "3"), ("claim", ""),
    ]  # fmt: skip
    assert lines[at + 1].quotes == ("will reopen its southern terminal on Monday",)
    likely = next(line for line in lines if line.words == "Very likely")
    assert likely.part == "Likelihood"


def test_the_list_names_no_item_that_the_file_does_not_show() -> None:
    brief = example()
    gone = replace(brief, sections=brief.sections[:1])
    lines = word_shown.lines(
        opened(word.render(exporting.build(exporting.ExportRequest(gone, made=MADE))).data)
    )
    assert not any("dock workers" in line.words for line in lines)


def test_the_notes_are_gathered_once_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    gathered: list[word_parts.Parts] = []
    gather = word_shown._notes
    found = opened(exported())
    monkeypatch.setattr(word_shown, "_notes", lambda held: gathered.append(held) or gather(held))
    lines = word_shown.lines(found)
    assert len([line for line in lines if line.kind == "note"]) > 5
    assert len(gathered) == 1 + len(found.edges)
