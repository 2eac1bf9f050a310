"""Which dictionary a language takes, from where; and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import spelling
from briefing.errors import BadInput, NotFound
from briefing.spelling import dictionaries, speller
from briefing.spelling.dictionaries import DictionaryFile


@pytest.mark.parametrize(
    ("language", "where", "names"),
    [
        ("en", "", ("en_GB", "en_US")),
        ("en", "DE", ("en_GB", "en_US")),
        ("en", "US", ("en_US", "en_GB")),
        ("en-GB", "US", ("en_GB", "en_US")),
        ("en_us", "", ("en_US", "en_GB")),
        ("en-AU", "", ("en_AU", "en_GB", "en_US")),
        ("", "", ("en_GB", "en_US")),
        ("de", "", ("de_DE", "de")),
        ("pt", "BR", ("pt_BR", "pt_PT", "pt")),
        ("pt-BR", "PT", ("pt_BR", "pt_PT", "pt")),
    ],
)
def test_english_is_british_unless_the_brief_or_the_region_says_american(
    language: str, where: str, names: tuple[str, ...]
) -> None:
    assert dictionaries.language_names(language, where) == names


def pair(
    folder: Path, name: str, words: bytes = b"1\nFoo\n", rules: bytes = b"SET UTF-8\n"
) -> DictionaryFile:
    folder.mkdir(parents=True, exist_ok=True)
    made = DictionaryFile(folder, name)
    made.rules.write_bytes(rules)
    made.list.write_bytes(words)
    return made


def test_a_persons_own_dictionary_comes_before_ours(tmp_path: Path) -> None:
    mine = pair(tmp_path, "en_GB", b"2\nFoo\nblorb\n")
    loaded = spelling.load("en", "", (tmp_path, dictionaries.built_in_folder()))
    assert dictionaries.find("en", "", (tmp_path, dictionaries.built_in_folder())) == mine
    assert loaded.knows("blorb")
    assert not loaded.knows("government")


def test_a_dictionary_of_another_region_is_better_than_none(tmp_path: Path) -> None:
    assert dictionaries.find("de", "", (tmp_path / "no", pair(tmp_path, "de_CH").folder)).name == "de_CH"


@pytest.mark.parametrize("language", ["tlh", "de", "../../etc", "*"])
def test_a_language_without_dictionary_says_where_one_goes(language: str, tmp_path: Path) -> None:
    with pytest.raises(NotFound) as error:
        spelling.load(language, "", (tmp_path,))
    assert "dictionaries" in error.value.hint


@pytest.mark.parametrize(
    ("words", "rules", "why"),
    [
        (b"", b"", "number of its words"),
        (b"Foo\nbar\n", b"", "number of its words"),
        (b"900000000\nFoo\n", b"", "number of its words"),
        (b"99999\nFoo\n", b"", "number of its words"),
        (b"1\nF\0o\n", b"", "no text"),
        (b"1\nFoo\n", b"MZ\0\0", "no text"),
        (b"1\n" + b"o" * 10_000, b"", "a line of more"),
        (b"1\nFoo\n", b"x\n" * (5 << 20), "larger than"),
    ],
)
def test_a_file_that_is_no_dictionary_is_a_message(
    words: bytes, rules: bytes, why: str, tmp_path: Path
) -> None:
    pair(tmp_path, "en_GB", words, rules)
    with pytest.raises(BadInput, match=why):
        spelling.load("en", "", (tmp_path,))


def test_a_dictionary_that_cannot_be_read_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        DictionaryFile(tmp_path, "xx").check()


def test_nonsense_in_the_rules_does_no_harm(tmp_path: Path) -> None:
    pair(tmp_path, "en_GB", b"1\nFoo/ZZ\n", b"SET nonsense\nSFX A Y 99999\nSFX A 0\nREP 5\nPFX\n")
    loaded = spelling.load("en", "", (tmp_path,))
    assert loaded.knows("Foo")
    assert isinstance(loaded.suggestions("Fooo"), tuple)


@pytest.mark.parametrize(
    ("platform", "environ", "one"),
    [
        ("linux", {"HOME": "/home/a"}, Path("/usr/share/hunspell")),
        ("linux", {"XDG_DATA_DIRS": "/x"}, Path("/x/myspell/dicts")),
        ("darwin", {"HOME": "/Users/a"}, Path("/Users/a/Library/Spelling")),
        ("win32", {"LOCALAPPDATA": "C:/a"}, Path("C:/a/hunspell")),
    ],
)
def test_each_system_keeps_dictionaries_somewhere(platform: str, environ: dict[str, str], one: Path) -> None:
    assert one in dictionaries.system_folders(platform, environ)


def test_without_the_package_spelling_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speller, "find_spec", lambda _: None)
    assert not spelling.ready()
    with pytest.raises(NotFound, match="chunspell"):
        spelling.load("en", "", spelling.folders())


def test_the_licences_lie_beside_the_dictionaries() -> None:
    for name in ("en_GB", "en_US"):
        text = (dictionaries.built_in_folder() / f"LICENSE.{name}.txt").read_text(encoding="utf-8")
        assert "Permission to use, copy, modify, distribute" in text
