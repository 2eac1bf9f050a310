"""The file under an open brief: what other programs do to it is noticed, and what they leave alone raises no
alarm.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import StorageError
from briefing.model import Source
from briefing.session import Body, NewStep, Session
from briefing.storage import Store, create, disk_files, open_brief, transaction
from briefing.text import sha256
from tests.briefing.storage.conftest import ARTICLE, body, retitled, small_brief

REWRITTEN = "was rewritten by another program while it was open"
WORDS = b"Patrols start on Sunday."


def written(path: Path, data: bytes) -> None:
    """Write into the file that is there, as `cp`, a share or a synchronising program does."""
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()


def changed(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    at = data.index(old)
    with path.open("r+b") as file:
        file.seek(at)
        file.write(new)


def older(path: Path, before: bytes) -> None:
    written(path, before)


def newer(path: Path, before: bytes) -> None:
    """Somebody went on from the version before, longer than here."""
    other = path.with_name("other.brief")
    other.write_bytes(before)
    opened = open_brief(other)
    with opened.store as store:
        for n in range(3):
            Session(opened.brief, store).apply("Title", retitled, f"Theirs {n}")
    written(path, other.read_bytes())


def another(path: Path, _before: bytes) -> None:
    other = path.with_name("other.brief")
    create(other, replace(small_brief(), title="Other"), [body(ARTICLE)]).close()
    written(path, other.read_bytes())


def copied(path: Path, before: bytes) -> None:
    other = path.with_name("other.brief")
    other.write_bytes(before)
    subprocess.run(["cp", os.fspath(other), os.fspath(path)], check=True)


def copied_with_its_times(path: Path, before: bytes) -> None:
    stat = path.stat()
    written(path, before.ljust(stat.st_size, b"\0")[: stat.st_size])
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def synchronised(path: Path, before: bytes) -> None:
    if shutil.which("rsync") is None:
        pytest.skip("rsync is not installed here")
    other = path.with_name("other.brief")
    other.write_bytes(before)
    subprocess.run(["rsync", "--inplace", "-t", os.fspath(other), os.fspath(path)], check=True)


def cut(path: Path, _before: bytes) -> None:
    os.truncate(path, path.stat().st_size - 4096)


def emptied(path: Path, _before: bytes) -> None:
    written(path, b"")


def lengthened(path: Path, _before: bytes) -> None:
    with path.open("ab") as file:
        file.write(b"\0" * 4096)


def one_letter(path: Path, _before: bytes) -> None:
    changed(path, WORDS, b"p")


def one_letter_with_its_time(path: Path, _before: bytes) -> None:
    stat = path.stat()
    one_letter(path, _before)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def a_letter_of_an_article(path: Path, _before: bytes) -> None:
    changed(path, b"A million people", b"B")


def a_sector(path: Path, _before: bytes) -> None:
    data = path.read_bytes()
    at = data.index(WORDS) // 512 * 512
    written(path, data[:at] + b"\0" * 512 + data[at + 512 :])


def the_header(path: Path, _before: bytes) -> None:
    written(path, b"Not a database" + path.read_bytes()[14:])


IN_PLACE = (
    *(older, newer, another, copied, copied_with_its_times, synchronised, cut, emptied, lengthened),
    *(one_letter, one_letter_with_its_time, a_letter_of_an_article, a_sector, the_header),
)


@pytest.fixture
def before(store: Store, session: Session) -> bytes:
    """The file as it was an edit ago."""
    data = store.path.read_bytes()
    session.apply("Title", retitled, "Ours")
    return data


@pytest.mark.parametrize("act", IN_PLACE)
def test_a_file_rewritten_in_place_is_noticed_before_the_next_edit(
    store: Store, session: Session, before: bytes, act: Callable[[Path, bytes], None]
) -> None:
    act(store.path, before)
    theirs = store.path.read_bytes()
    for _ in range(2):
        with pytest.raises(StorageError, match=REWRITTEN) as caught:
            session.apply("Title", retitled, "Lost?")
        assert "Save a copy in another place" in caught.value.hint
    assert store.trouble is caught.value
    assert session.brief.title == "Ours"
    assert store.path.read_bytes() == theirs


@pytest.mark.parametrize("act", IN_PLACE)
def test_and_when_nothing_is_edited_by_whoever_looks(
    store: Store, before: bytes, act: Callable[[Path, bytes], None]
) -> None:
    store.check()
    act(store.path, before)
    with pytest.raises(StorageError, match=REWRITTEN):
        store.check()
    assert store.trouble is not None


def test_and_on_a_file_system_whose_clock_stands_still(
    store: Store, session: Session, before: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_files, "stamp", lambda path: disk_files.Stamp(path.stat().st_size, 0, 0))
    session.apply("Title", retitled, "Other")
    written(store.path, before)
    with pytest.raises(StorageError, match=REWRITTEN):
        session.apply("Title", retitled, "Lost?")


def test_an_article_that_the_rewritten_file_lacks_is_not_said_to_be_missing_from_the_brief(
    store: Store, session: Session, before: bytes
) -> None:
    text = "A later article."
    source = Source("s2", text_sha=sha256(text))
    session.apply(NewStep("Add", bodies=[body(text)]), lambda b: replace(b, sources=(*b.sources, source)))
    written(store.path, before)
    with pytest.raises(StorageError, match=REWRITTEN):
        store.check()
    with pytest.raises(StorageError, match=REWRITTEN):
        store.text(sha256(text))
    assert store.text(sha256(ARTICLE)) == ARTICLE  # the right words are the right words wherever they stand


def touched(path: Path) -> None:
    os.utime(path)


def linked(path: Path) -> None:
    other = path.with_name(f"link {path.stat().st_nlink}")
    other.hardlink_to(path)


def locked_and_opened(path: Path) -> None:
    path.chmod(0o600)
    path.chmod(0o644)


def renamed_and_back(path: Path) -> None:
    away = path.with_name("away")
    path.rename(away)
    away.rename(path)


def written_with_the_same(path: Path) -> None:
    written(path, path.read_bytes())


def read(path: Path) -> None:
    path.read_bytes()


HARMLESS = (touched, linked, locked_and_opened, renamed_and_back, written_with_the_same, read)


@pytest.mark.parametrize("act", HARMLESS)
def test_but_what_leaves_the_words_alone_is_no_alarm(
    store: Store, session: Session, act: Callable[[Path], None]
) -> None:
    session.apply("Title", retitled, "Ours")
    act(store.path)
    store.check()
    act(store.path)
    session.apply("Title", retitled, "Still ours")
    assert store.trouble is None
    store.close()
    opened = open_brief(store.path)
    opened.store.close()
    assert opened.brief == session.brief


@pytest.mark.parametrize("edits", [60, pytest.param(3000, marks=pytest.mark.slow)])
def test_and_no_edit_of_ours_is_with_backups_and_copies_between_them(
    store: Store, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edits: int
) -> None:
    full: list[int] = []
    asked = transaction.read_in_full
    monkeypatch.setattr("briefing.storage.live.read_in_full", lambda c: (full.append(1), asked(c))[1])
    for n in range(edits):
        if n % 20 == 3:
            store.back_up()
        if n % 20 == 7:
            store.save_copy(tmp_path / "copy.brief", history=n % 40 == 7)
        if n % 20 == 11:
            text = f"Article {n}. " * 200
            store.keep([Body(sha256(text), text.encode())])
        if n % 20 == 13:
            store.check()
        session.apply("Title", retitled, f"Title {n}")
    print(f"\n{edits} edits of our own: 0 alarms, {len(full)} of them read the whole file to be sure")
    assert not full  # the times alone were enough


def test_a_file_that_was_locked_against_writing_is_reported_as_that(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as locked:
        locked.setattr(os, "access", lambda path, mode: mode != os.W_OK)
        with pytest.raises(StorageError, match=r"cannot be written: the file or its folder .* is read-only"):
            session.apply("Title", retitled, "Lost?")
        assert store.trouble is not None
    session.apply("Title", retitled, "Kept")
    assert store.trouble is None


@pytest.mark.parametrize("when", ["before an edit", "in the middle of one"])
def test_and_so_is_an_immutable_one(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    if shutil.which("chattr") is None or subprocess.run(["chattr", "+i", store.path], check=False).returncode:
        pytest.skip("no file can be made immutable here")
    try:
        with monkeypatch.context() as late:
            if when != "before an edit":  # it was writable when it was last looked at
                late.setattr("briefing.storage.live._is_locked", lambda _path: False)
            for _ in range(2):
                with pytest.raises(StorageError, match="cannot be written: the file or its folder"):
                    session.apply("Title", retitled, "Lost?")
    finally:
        subprocess.run(["chattr", "-i", store.path], check=True)
    session.apply("Title", retitled, "Kept")
    store.close()
    opened = open_brief(store.path)
    opened.store.close()
    assert opened.brief == session.brief
    assert opened.brief.title == "Kept"
