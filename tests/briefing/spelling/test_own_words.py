"""A person's own words: a plain file that survives, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import BadInput, StorageError
from briefing.spelling.own_words import OwnWords, ignored_in, of_user


def test_words_are_kept_once_in_order_and_taken_away(tmp_path: Path) -> None:
    own = OwnWords(tmp_path / "deep" / "words.txt")
    assert own.read() == frozenset()
    for word in ("Zelenskyy", "kompromat", "kompromat", "cease-fire", "Türkiye’s"):
        own.add(word)
    assert own.path.read_text(encoding="utf-8").split() == [
        "cease-fire",
        "kompromat",
        "Türkiye’s",
        "Zelenskyy",
    ]
    own.remove("kompromat")
    assert "kompromat" not in own.read()
    assert [path.name for path in own.path.parent.iterdir()] == ["words.txt"]


@pytest.mark.parametrize("word", ["", "two words", "-", "#note", "a\nb"])
def test_what_is_no_word_is_not_kept(word: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no word"):
        OwnWords(tmp_path / "words.txt").add(word)


def test_a_word_that_is_not_kept_cannot_be_taken_away(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="none of your words"):
        OwnWords(tmp_path / "words.txt").remove("foo")


def test_a_file_edited_by_hand_may_have_notes(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"\xef\xbb\xbf# names\r\n\r\nfoo \r\n")
    assert OwnWords(path).read() == {"foo"}


@pytest.mark.parametrize(("raw", "why"), [(b"\xff\xfe", "UTF-8"), (b"x" * (3 << 20), "2 MB")])
def test_a_broken_file_is_a_message(raw: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(raw)
    with pytest.raises(BadInput, match=why):
        OwnWords(path).read()


def test_a_folder_in_its_place_is_a_message(tmp_path: Path) -> None:
    with pytest.raises((StorageError, BadInput)):
        OwnWords(tmp_path).read()


def test_what_is_ignored_in_one_brief_is_not_in_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    ignored_in("b1").add("foo")
    assert ignored_in("b1").read() == {"foo"}
    assert not ignored_in("b2").read()
    assert not of_user().read()
    assert ignored_in("../x").path.parent == tmp_path / "ignored-words"
