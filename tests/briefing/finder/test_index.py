"""The index: brought up to date, in memory and in a cache that may be stale, damaged, held or gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import Damaged
from briefing.finder import Index, cache_place, index_for, search
from briefing.finder.cache import FILE_NAME
from briefing.model import Brief, Source
from tests.briefing.finder.made import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk("One patrol.", "A ceasefire.", index=Index(tmp_path))
    made.hits("")
    yield made
    made.index.close()


def again(desk: Desk, folder: Path) -> Desk:
    """Return the same sources with the index opened anew."""
    desk.index.close()
    other = Desk(index=Index(folder))
    other.sources, other.texts = desk.sources, desk.texts
    return other


def test_a_cache_is_used_again_without_reading_a_text(desk: Desk, tmp_path: Path) -> None:
    other = again(desk, tmp_path)
    other.index.update(other.sources, other.text_of)
    assert other.reads == 0
    assert other.found("patrol") == ["s0"]
    other.index.close()


def test_new_articles_come_in_and_gone_ones_go(desk: Desk) -> None:
    desk.add("Another patrol.")
    assert sorted(desk.found("patrol")) == ["s0", "s2"]
    desk.sources = desk.sources[1:]
    assert desk.found("patrol") == ["s2"]
    assert desk.index.candidates(["patrol"]) == (desk.sources[-1].text_sha,)


def test_an_article_that_comes_back_is_found_again(desk: Desk) -> None:
    everything = desk.sources
    desk.sources = everything[1:]
    assert desk.found("patrol") == []
    desk.sources = everything
    assert desk.found("patrol") == ["s0"]


def test_a_changed_title_is_found_and_the_old_one_is_not(desk: Desk) -> None:
    first = desk.sources[0]
    desk.sources = (Source(first.id, title="Old name", text_sha=first.text_sha), *desk.sources[1:])
    assert desk.found("old") == ["s0"]
    desk.sources = (Source(first.id, title="New name", text_sha=first.text_sha), *desk.sources[1:])
    assert desk.found("old") == []
    assert desk.found("new") == ["s0"]


def test_it_is_built_anew_when_too_much_is_gone(desk: Desk) -> None:
    for number in range(700):
        desk.add(f"Passing {number}.")
    desk.hits("")
    desk.sources = desk.sources[:2]
    desk.reads = 0
    assert desk.found("patrol") == ["s0"]
    assert desk.reads >= 2
    assert desk.found("passing") == []


def test_a_text_that_is_not_there_is_tried_again_at_the_next_update() -> None:
    desk = Desk()
    source = desk.add("One patrol.")
    text = desk.texts.pop(source.text_sha)
    assert desk.found("patrol") == []
    desk.texts[source.text_sha] = text
    assert desk.found("patrol") == ["s0"]


def test_a_damaged_text_does_not_end_the_search_in_the_others() -> None:
    desk = Desk("One patrol.", "Another patrol.")

    def text_of(sha: str) -> str:
        if sha == desk.sources[0].text_sha:
            raise Damaged("The words are not those that were written.")
        return desk.texts[sha]

    desk.index.update(desk.sources, text_of)
    assert [hit.source_id for hit in search(desk.index, desk.sources, "patrol", text_of)] == ["s1"]


def test_a_text_that_goes_after_it_was_indexed_gives_a_hit_without_a_passage(
    desk: Desk, tmp_path: Path
) -> None:
    other = again(desk, tmp_path)
    other.texts = {}
    hit = other.hits("patrol")[0]
    assert (hit.source_id, hit.start, hit.end, hit.spans) == ("s0", 0, 0, ())
    other.index.close()


@pytest.mark.parametrize("spoil", ["words", "cut", "half", "empty", "journal", "version", "other", "folder"])
def test_a_cache_that_cannot_be_used_is_made_anew(desk: Desk, tmp_path: Path, spoil: str) -> None:
    path = tmp_path / FILE_NAME
    desk.index.close()
    data = path.read_bytes()
    if spoil == "words":
        path.write_text("this is no database " * 500)
    elif spoil == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif spoil == "half":
        path.write_bytes(data[:8192] + b"\x55" * (len(data) - 8192))
    elif spoil == "empty":
        path.write_bytes(b"")
    elif spoil == "journal":
        path.with_name(path.name + "-journal").write_bytes(b"\x99" * 4096)
    elif spoil == "version":
        with sqlite3.connect(path) as db:
            db.execute("UPDATE about SET version = '0'")
        db.close()
    elif spoil == "other":
        with sqlite3.connect(path) as db:
            db.execute("DROP TABLE held")
        db.close()
    else:
        path.unlink()
        path.mkdir()
    other = again(desk, tmp_path)
    assert other.found("patrol") == ["s0"]
    assert other.index.candidates(["ceasefire"]) == (other.sources[1].text_sha,)
    other.index.close()


def test_a_cache_damaged_while_it_is_open_is_built_anew_in_the_middle_of_a_search(
    desk: Desk, tmp_path: Path
) -> None:
    desk.index._db.execute("DROP TABLE held_data")
    assert desk.found("patrol") == ["s0"]
    assert (tmp_path / FILE_NAME).exists()


def test_a_cache_held_by_another_window_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    second = Desk("Something else.", index=Index(tmp_path))
    assert second.found("something") == ["s0"]
    assert desk.found("patrol") == ["s0"]
    second.index.close()
    other = again(desk, tmp_path)
    other.index.update(other.sources, other.text_of)
    assert other.reads == 0
    other.index.close()


def test_a_folder_that_cannot_be_made_leaves_the_index_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    desk = Desk("One patrol.", index=Index(tmp_path / "file" / "search"))
    assert desk.found("patrol") == ["s0"]
    desk.index.close()


def test_a_closed_index_says_so(desk: Desk) -> None:
    desk.index.close()
    with pytest.raises(sqlite3.ProgrammingError):
        desk.found("patrol")


def test_it_stops_when_cancelled_and_goes_on_later() -> None:
    desk = Desk(*(f"Patrol {number}." for number in range(700)))
    calls: list[int] = []
    desk.index.update(
        desk.sources, desk.text_of, cancelled=lambda: len(calls) > 0, progress=lambda *at: calls.append(at[0])
    )
    assert calls == [0]
    assert 0 < desk.reads < 700
    desk.index.update(desk.sources, desk.text_of)
    assert desk.reads == 700


def test_progress_counts_up_to_all() -> None:
    desk = Desk(*(f"Patrol {number}." for number in range(400)))
    calls: list[tuple[int, int, str]] = []
    desk.index.update(desk.sources, desk.text_of, progress=lambda *at: calls.append(at))
    assert calls == [(0, 400, ""), (300, 400, ""), (400, 400, "")]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (["patrol"], [0, 2]),
        (["CEASEFIRE", "nowhere"], [1]),
        (["the", "ceasefire"], [1]),
        (["nowhere"], []),
        (['"', "AND"], []),
        ([], []),
    ],
)
def test_candidates_are_the_texts_that_hold_the_rarest_words(said: list[str], found: list[int]) -> None:
    desk = Desk(
        "One patrol patrol.",
        "A ceasefire.",
        "There was one patrol among so many other things.",
        "Things.",
        "More.",
    )
    desk.index.update(desk.sources, desk.text_of)
    shas = [desk.sources[number].text_sha for number in found]
    assert list(desk.index.candidates(said)) == shas
    assert list(desk.index.candidates(said, limit=1)) == shas[:1]


def test_only_very_many_sources_get_a_cache_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.user_folders.data_dir", lambda: tmp_path)
    brief = Brief("b1", sources=(Source("s0"), Source("s1")))
    index_for(brief).close()
    assert not list(tmp_path.rglob(FILE_NAME))
    monkeypatch.setattr(cache_place, "MOST_IN_MEMORY", 1)
    index_for(brief).close()
    assert (tmp_path / "search" / "b1" / FILE_NAME).exists()
