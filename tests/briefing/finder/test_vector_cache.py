"""Vectors of sentences in a cache file, which may be lost and is never in the way."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from briefing.finder.vector_cache import FILE_NAME, VectorCache

A, B, C, D = (letter * 16 for letter in (b"a", b"b", b"c", b"d"))


def test_it_keeps_vectors_by_model_and_text(tmp_path: Path) -> None:
    VectorCache(tmp_path).put("one", {A: b"1111", B: b"2222"})
    VectorCache(tmp_path).put("other", {A: b"3333"})
    kept = VectorCache(tmp_path)
    assert kept.get("one", [A, B, C]) == {A: b"1111", B: b"2222"}
    assert kept.get("other", [A, B]) == {A: b"3333"}
    assert kept.get("third", [A]) == {}


def test_a_vector_that_is_made_again_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    kept = VectorCache(tmp_path)
    kept.put("one", {A: b"1111"})
    kept.put("one", {A: b"2222"})
    assert kept.get("one", [A]) == {A: b"2222"}


def test_more_can_be_asked_for_than_one_question_of_sqlite_takes(tmp_path: Path) -> None:
    rows = {number.to_bytes(16, "big"): b"1234" for number in range(1_700)}
    VectorCache(tmp_path).put("one", rows)
    assert VectorCache(tmp_path).get("one", list(rows)) == rows


def test_it_is_bounded_and_the_oldest_go_first(tmp_path: Path) -> None:
    kept = VectorCache(tmp_path, most_bytes=12)
    kept.put("one", {A: b"1111", B: b"2222"})
    kept.put("one", {C: b"3333", D: b"4444"})
    assert kept.get("one", [A, B, C, D]) == {B: b"2222", C: b"3333", D: b"4444"}


def test_no_file_is_made_for_nothing(tmp_path: Path) -> None:
    kept = VectorCache(tmp_path / "search")
    kept.put("one", {})
    assert kept.get("one", [A]) == {}
    assert not (tmp_path / "search").exists()


def _no_database(path: Path) -> None:
    path.write_bytes(b"no database at all, " * 500)


def _cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _overwritten(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    path.write_bytes(data)


def _of_other_columns(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE vector (words TEXT)")


@pytest.mark.parametrize("harm", [_no_database, _cut_short, _overwritten, _of_other_columns])
@pytest.mark.parametrize("first", ["get", "put"])
def test_a_file_that_cannot_be_read_is_thrown_away_and_made_again(tmp_path: Path, harm, first: str) -> None:
    kept = VectorCache(tmp_path)
    kept.put("one", {number.to_bytes(16, "big"): b"x" * 400 for number in range(100)})
    harm(tmp_path / FILE_NAME)
    if first == "get":
        assert kept.get("one", [A]) == {}
    kept.put("one", {A: b"1111"})
    assert VectorCache(tmp_path).get("one", [A]) == {A: b"1111"}


def test_while_another_window_writes_nothing_is_kept_and_nothing_is_lost(tmp_path: Path) -> None:
    kept = VectorCache(tmp_path)
    kept.put("one", {A: b"1111"})
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert kept.get("one", [A]) == {}
        kept.put("one", {B: b"2222"})
    assert kept.get("one", [A, B]) == {A: b"1111"}


@pytest.mark.skipif(
    sys.platform == "win32", reason="a file in the place of a folder is named otherwise there"
)
def test_where_no_folder_can_be_made_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "search").write_text("a file", encoding="utf-8")
    kept = VectorCache(tmp_path / "search")
    kept.put("one", {A: b"1111"})
    assert kept.get("one", [A]) == {}
