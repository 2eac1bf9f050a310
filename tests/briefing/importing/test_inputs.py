"""Every way a text comes in, with the real worker behind it."""

from __future__ import annotations

import os
import unicodedata
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import BadInput
from briefing.importing import inputs
from briefing.importing.common.parsed import Hints
from briefing.importing.inputs import Failed, Imported, read_bytes, read_files, read_pasted, to_source
from briefing.importing.process.host import Host
from briefing.text import normalise, sha256, word_count

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLE = Path(__file__).parents[4] / "shared" / "articles" / "idlib-patrols.txt"


def _only(path: Path) -> Imported:
    (result,) = read_files([path])
    assert isinstance(result, Imported), result
    return result


def test_it_reads_a_plain_article_with_all_it_says_of_itself() -> None:
    imported = _only(CORPUS / "ferry-plain.txt")
    source = imported.source
    assert imported.text == (CORPUS / "ferry-plain.txt").read_text(encoding="utf-8")
    assert source.title == "Ferry service to Karel island resumes after strike"
    assert source.authors == ("Mara Lindqvist", "Tom Okafor")
    assert (source.published, source.publisher) == ("2021-05-04", "Harbour Gazette")
    assert (source.url, source.language) == ("https://gazette.example/ferry-resumes", "en")
    assert imported.notices == ()


def test_it_reads_markdown_as_words_with_front_matter_as_fields() -> None:
    imported = _only(CORPUS / "bridge-notes.md")
    source = imported.source
    assert source.title == "Bridge at Tolmin closed to lorries"
    assert source.authors == ("Ana Kos", "Jan Weiss")
    assert (source.published, source.publisher, source.language) == ("2022-11-03", "Valley Radio", "en")
    assert "three cracks in the eastern pier, the ministry said, and no lorry may cross" in imported.text
    assert "front matter (10 lines)" in imported.notices[0]


@pytest.mark.skipif(not ARTICLE.exists(), reason="the shared article is not here")
def test_it_reads_the_real_article() -> None:
    imported = _only(ARTICLE)
    assert imported.source.title == "Turkish, Russian Troops to Start Syria Patrols on Sunday"
    assert (imported.source.publisher, imported.source.language) == ("", "en")


@pytest.mark.parametrize(
    ("name", "language", "encoding"),
    [
        ("zamok.ru.txt", "ru", "cp1251"),
        ("zamok.ru.txt", "ru", "koi8_r"),
        ("adalar.tr.txt", "tr", "cp1254"),
        ("jazira.ar.txt", "ar", "cp1256"),
        ("ile.fr.txt", "fr", "cp1252"),
        ("ile.fr.txt", "fr", "utf-8-sig"),
        ("jazira.ar.txt", "ar", "utf-16"),
        ("zamok.ru.txt", "ru", "utf-32"),
    ],
)
def test_it_reads_every_language_in_its_old_encoding(name: str, language: str, encoding: str) -> None:
    text = (CORPUS / name).read_text(encoding="utf-8")
    imported = read_bytes(name, text.encode(encoding))
    assert imported.text == text
    assert imported.source.language == language
    assert imported.source.title == text.split("\n")[0]
    stated = encoding.startswith("utf")
    assert any("guessed" in notice for notice in imported.notices) is not stated


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.md", b" \n\t\n", "is empty"),
        ("bom.txt", b"\xef\xbb\xbf", "holds no words"),
        ("zeros.txt", b"\x00" * 6, "holds no words"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "holds a picture"),
        ("random.txt", bytes(range(256)) * 20, "holds data that is not text"),
        ("film.mp4", b"words", "not a kind that can be read (.mp4)"),
    ],
)
def test_it_refuses_what_it_cannot_read_and_says_why(name: str, data: bytes, why: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_bytes(name, data)
    assert why in caught.value.message
    assert caught.value.hint


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "data", "why", "way"),
    [
        ("note.doc", _OLE, "not a kind", "save it as Word (.docx)"),
        ("note.pages", b"PK", "not a kind", "Open it in Pages"),
        ("talk.odp", b"PK", "not a kind", "save it as PDF"),
        ("sums.xls", _OLE, "not a kind", "save it as Excel (.xlsx)"),
        ("map.png", b"\x89PNG\r\n\x1a\n", "not a kind", "run OCR over it"),
        ("map.txt", b"\x89PNG\r\n\x1a\n", "holds a picture", "run OCR over it"),
        ("letter.msg", _OLE, "an old Office", "save it as Word (.docx)"),
        ("page.webarchive", b"bplist00", "not a kind", "Safari"),
        ("notes.one", b"x", "not a kind", "OneNote"),
        ("renamed.docx", _OLE, "an old Office", "save it as Word (.docx)"),
        ("locked.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password", "take the password"),  # noqa: E501
    ],
)  # fmt: skip
def test_it_says_what_to_do_with_files_of_other_programs(name: str, data: bytes, why: str, way: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_bytes(name, data)
    assert why in caught.value.message
    assert way in caught.value.hint


def test_it_refuses_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(inputs, "LARGEST_FILE", 1 << 20)
    large = tmp_path / "large.txt"
    large.write_bytes(b"word " * (1 << 18))
    (result,) = read_files([large])
    assert isinstance(result, Failed)
    assert "“large.txt” is larger than 1 MiB" in result.message


def test_it_reads_bytes_without_a_name_as_plain_text() -> None:
    imported = read_bytes("-", b"one line of words and no more.\n")
    assert imported.source.title == "one line of words and no more."
    assert imported.source.filename == ""


def test_it_reads_what_the_sender_said_the_encoding_was() -> None:
    imported = read_bytes("a.txt", "“gesagt”".encode("cp1252"), hints=Hints(charset="iso-8859-1"))
    assert imported.text == "“gesagt”"
    assert imported.notices == ()


@pytest.fixture(scope="module")
def host():
    with Host() as warm:
        yield warm


@settings(max_examples=150, deadline=None)
@given(
    data=st.binary(max_size=400) | st.text(max_size=200).map(lambda s: s.encode("utf-8", "surrogatepass")),
    suffix=st.sampled_from(["txt", "md"]),
)
def test_any_bytes_come_out_as_a_stable_text_or_a_message(host: Host, data: bytes, suffix: str) -> None:
    try:
        imported = inputs._read(f"any.{suffix}", data, host, None, Hints())
    except BadInput:
        return
    assert normalise(imported.text) == imported.text
    assert imported.text.strip()
    assert imported.original == data
    fields = (imported.source.title, imported.source.publisher, *imported.source.authors, *imported.notices)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for field in fields for char in field)
    source, bodies = to_source(imported, accessed="2024-01-02")  # type: ignore[arg-type]
    assert bodies[0].data.decode() == imported.text
    assert source.chars == len(imported.text)


@given(st.text())
def test_any_pasted_text_keeps_its_characters(text: str) -> None:
    try:
        imported = read_pasted(text)
    except BadInput:
        assert not normalise(text).strip()
        return
    assert imported.text == normalise(text)
    assert imported.source.title


def test_it_keeps_line_ends_emoji_and_nul_as_the_text_rules_say() -> None:
    imported = read_bytes("a.txt", "Łódź 👩‍🚀 e\u0301\r\nnext\x00 line\rlast\u00a0one".encode())
    assert imported.text == "Łódź 👩‍🚀 e\u0301\nnext line\nlast\u00a0one"
    assert imported.notices == ("1 character that no text can hold was left out (NUL and the like).",)


def test_it_fills_the_source_and_its_bodies() -> None:
    imported = read_bytes("/home/someone/secret folder/note.txt", b"Title here\r\nThree more words\r\n")
    source, (text, original) = to_source(imported, accessed="2024-05-06", new_id=lambda prefix: prefix + "1")  # type: ignore[arg-type]
    assert (source.id, source.accessed, source.filename) == ("s1", "2024-05-06", "note.txt")
    assert (source.words, source.chars) == (5, len(imported.text))
    assert source.text_sha == text.sha == sha256(imported.text)
    assert source.original_sha == original.sha == sha256(imported.original)
    assert source.words == word_count(imported.text)


def test_it_stores_one_body_where_text_and_file_are_equal() -> None:
    source, bodies = to_source(read_bytes("a.txt", b"Same\nwords\n"), accessed="")  # type: ignore[arg-type]
    assert len(bodies) == 1
    assert source.text_sha == source.original_sha


def test_it_takes_pasted_words_with_their_headline() -> None:
    imported = read_pasted("Storm closes port\r\n\r\nAll ships stay in.")
    assert imported.source.title == "Storm closes port"
    assert imported.text == "Storm closes port\n\nAll ships stay in."
    assert imported.source.filename == ""


def test_but_it_calls_a_pasted_paragraph_by_its_first_words() -> None:
    assert read_pasted("word " * 50).source.title == ("word " * 12).strip()[:59] + "…"


@pytest.mark.parametrize("text", ["", " \n", "\x00\ufeff"])
def test_it_refuses_a_paste_without_words(text: str) -> None:
    with pytest.raises(BadInput, match="no words"):
        read_pasted(text)


def test_it_reads_two_hundred_files_in_one_batch_and_counts_them(tmp_path: Path) -> None:
    for i in range(200):
        (tmp_path / f"{i:03}.txt").write_text(f"Article number {i}\n\nIts text.", encoding="utf-8")
    seen: list[tuple[int, int, str]] = []
    results = list(read_files([tmp_path], progress=lambda *args: seen.append(args)))
    assert [r.source.title for r in results if isinstance(r, Imported)] == [
        f"Article number {i}" for i in range(200)
    ]
    assert seen[0] == (0, 200, "000.txt")
    assert seen[-1] == (200, 200, "")


def test_it_stops_when_cancelled(tmp_path: Path) -> None:
    for i in range(5):
        (tmp_path / f"{i}.txt").write_text("Some words", encoding="utf-8")
    results: list[Imported | Failed] = []
    for result in read_files([tmp_path], cancelled=lambda: len(results) >= 2):
        results.append(result)  # type: ignore[arg-type]
    assert [r.name for r in results] == ["0.txt", "1.txt"]


def test_it_walks_a_folder_and_names_what_it_leaves_out(tmp_path: Path) -> None:
    below = tmp_path / "below"
    below.mkdir()
    (tmp_path / ".hidden").mkdir()
    for path in (tmp_path / "a.txt", below / "b.md", tmp_path / ".notes.txt", tmp_path / "~$lock.txt"):
        path.write_text("Some words", encoding="utf-8")
    (tmp_path / "film.mp4").write_bytes(b"x")
    results = list(read_files([tmp_path]))
    assert [r.name for r in results if isinstance(r, Imported)] == ["a.txt", "b.md"]
    left = [r for r in results if isinstance(r, Failed)]
    assert all(r.skipped for r in left)
    assert [r.name for r in left] == [tmp_path.name, "film.mp4"]
    assert left[0].message.endswith(": 3.")
    assert "not a kind that can be read" in left[1].message


def test_it_reads_a_hidden_file_that_was_chosen_itself(tmp_path: Path) -> None:
    chosen = tmp_path / ".notes.txt"
    chosen.write_text("Some words", encoding="utf-8")
    assert _only(chosen).text == "Some words"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_it_does_not_wait_for_a_named_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (result,) = read_files([tmp_path / "pipe.txt"])
    assert isinstance(result, Failed)
    assert "not a file that can be read" in result.message


def test_it_says_when_a_file_is_not_there(tmp_path: Path) -> None:
    (result,) = read_files([tmp_path / "gone.txt"])
    assert result == Failed(
        "gone.txt", "“gone.txt” is not there.", "Check the name, or whether it was moved."
    )


@pytest.mark.parametrize("name", ["gone.mbox", "gone"])
def test_a_mailbox_that_is_not_there_is_said_in_the_same_words(name: str, tmp_path: Path) -> None:
    (result,) = read_files([tmp_path / name])
    assert isinstance(result, Failed)
    assert (result.message, result.hint) == (
        f"“{name}” is not there.",
        "Check the name, or whether it was moved.",
    )


@pytest.mark.parametrize("name", ["a\x00.mbox", "a\x00", "a\x00.txt"])
def test_a_name_that_no_file_can_have_is_refused_in_words(name: str, tmp_path: Path) -> None:
    (result,) = read_files([tmp_path / name])
    assert isinstance(result, Failed)
    assert "could not be read" in result.message


def test_it_cleans_names_that_pretend() -> None:
    imported = read_bytes("invoice\u202etxt.exe\x07.txt", "Head \u202egnp.exe\n\nwords".encode())
    assert imported.name == "invoicetxt.exe .txt"
    assert "\u202e" not in imported.source.title


def test_every_draft_gets_an_id_of_its_own() -> None:
    ids = count(1)
    drafts = [read_pasted(text) for text in ("one", "two")]
    assert [to_source(d, accessed="", new_id=lambda p: f"{p}{next(ids)}")[0].id for d in drafts] == [
        "s1",
        "s2",
    ]
