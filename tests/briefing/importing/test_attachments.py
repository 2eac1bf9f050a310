"""Attachments and entries as sources of their own: one worker for all of them, pictures named once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.errors import BriefingError
from briefing.importing.attachments import read_parts
from briefing.importing.common.parsed import Part
from briefing.importing.results import Failed, Imported
from briefing.outside import children

PICTURES = {
    "png": b"\x89PNG\r\n\x1a\n" + bytes(20),
    "jpg": b"\xff\xd8\xff\xe0" + bytes(20),
    "gif": b"GIF89a" + bytes(20),
    "tif": b"II*\x00" + bytes(20),
    "webp": b"RIFF\x10\x00\x00\x00WEBPVP8 ",
    "heic": b"\x00\x00\x00\x18ftypheic" + bytes(20),
}


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what each process that is started is for."""
    does: list[str] = []
    start = children.start

    def counted(arguments: Sequence[str], **more: object) -> object:
        does.append(str(more.get("does")))
        return start(arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(children, "start", counted)
    return does


def _part(number: int, data: bytes = b"") -> Part:
    return Part(f"{number}.txt", data or b"Words of part %d." % number)


def test_one_worker_reads_a_run_of_parts(started: list[str]) -> None:
    results = list(read_parts([_part(number) for number in range(20)]))
    assert [r.text for r in results if isinstance(r, Imported)] == [f"Words of part {n}." for n in range(20)]
    assert started == ["reads files"]


def test_but_after_a_part_that_ends_it_there_is_another_and_the_rest_comes_in(started: list[str]) -> None:
    ends_it = Part("deep.pdf", b"%PDF-1.7\n" + b"[" * 3_000_000)
    first, broken, last = read_parts([_part(1), ends_it, _part(3)])
    assert isinstance(first, Imported)
    assert isinstance(broken, Failed)
    assert isinstance(last, Imported)
    assert len(started) <= 2


def test_what_was_read_before_a_stop_stands_and_no_more_comes() -> None:
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(results) == 2

    results: list[object] = []
    for result in read_parts([_part(number) for number in range(5)], cancelled=stop):
        results.append(result)
    assert len(results) == 2
    assert asked


def test_pictures_are_named_once_and_are_no_failure(started: list[str]) -> None:
    pictures = [Part(f"logo.{kind}", data) for kind, data in PICTURES.items()]
    results = list(read_parts([*pictures[:3], _part(1), *pictures[3:]]))
    named, read = results
    assert isinstance(named, Failed)
    assert named.skipped
    assert named.message.startswith("Pictures left out: 6 (“logo.png”, “logo.jpg”")
    assert "OCR" in named.hint
    assert isinstance(read, Imported)


def test_of_pictures_alone_no_worker_is_started(started: list[str]) -> None:
    [named] = read_parts([Part("logo.png", PICTURES["png"])])
    assert isinstance(named, Failed)
    assert started == []


def _entry(summary: str) -> Part:
    return Part("One", title="One", url="http://paper.example/1", published="2026-03-01", summary=summary)


def test_the_summary_of_an_entry_is_added_whose_page_cannot_be_fetched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fetch(*_: object, **__: object) -> None:
        raise BriefingError("There is no network.", "Try again later.")

    monkeypatch.setattr("briefing.importing.web.fetch.fetch", fetch)
    summary = "<html><body><article><p>Twelve boats left the harbour on Monday.</p></article></body></html>"
    with_summary, without = read_parts([_entry(summary), _entry("")])
    assert isinstance(with_summary, Imported)
    assert with_summary.text == "Twelve boats left the harbour on Monday."
    assert (with_summary.source.title, with_summary.source.published) == ("One", "2026-03-01")
    assert with_summary.notices[0] == (
        "Only the summary in the feed was added: its page could not be fetched. There is no network."
    )
    assert without == Failed("One", "There is no network.", "Try again later.")
