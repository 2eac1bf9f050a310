"""The command `spell`: words with their places and suggestions."""

from __future__ import annotations

import json

from tests.briefing.cli.conftest import Line


def begun(line: Line) -> None:
    line("new", "a.brief", "--title", "Talks in Idlib")
    line("claim", "a.brief", "situation", "The **goverment** met the Kompromat crew.")


def test_it_lists_words_with_places_and_suggestions_and_fails(line: Line) -> None:
    begun(line)
    result = line("spell", "a.brief", "--json")
    found = json.loads(result.out)
    words = [(w["word"], w["start"], w["end"]) for w in found["words"] if w["row"].startswith("c")]
    assert result.code == 1
    assert words == [("goverment", 4, 13), ("Kompromat", 22, 31)]
    assert found["words"][-2]["suggestions"][0] == "government"


def test_own_words_are_kept_and_names_of_actors_are_right(line: Line) -> None:
    begun(line)
    line("actor", "a.brief", "Idlib Kompromat")
    result = line("spell", "a.brief", "--add", "goverment", "--json")
    assert [w["word"] for w in json.loads(result.out)["words"]] == []
    assert result.code == 0
    assert line("spell", "a.brief").code == 0


def test_a_language_without_dictionary_is_wrong_use(line: Line) -> None:
    begun(line)
    result = line("spell", "a.brief", "--language", "tlh")
    assert result.code == 2
    assert "no dictionary" in result.err
