"""Files as such."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.errors import StorageError
from briefing.storage import disk_files


@pytest.mark.skipif(os.name != "posix", reason="only POSIX drops locks at closing")
def test_it_knows_which_files_this_process_has_open(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("x")
    assert not disk_files.is_open_here(path)
    with path.open():
        assert disk_files.is_open_here(path)
    assert not disk_files.is_open_here(path)


def test_a_copy_of_a_file_that_is_open_here_is_whole(tmp_path: Path) -> None:
    source = tmp_path / "-x y"
    source.write_bytes(b"words")
    with source.open():
        disk_files.copy_file(source, tmp_path / "copy")
        with pytest.raises(OSError, match="the copy failed"):
            disk_files.copy_file(source, tmp_path / "none" / "copy")
    assert (tmp_path / "copy").read_bytes() == b"words"


@pytest.mark.parametrize("journal", ["", "pages to be put back"])
def test_a_file_at_rest_is_copied_with_the_journal_that_belongs_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, journal: str
) -> None:
    monkeypatch.setattr(disk_files, "TICK_NS", 0)
    source, target = tmp_path / "x.brief", tmp_path / "copy"
    source.write_bytes(b"words")
    if journal:
        disk_files.journal_of(source).write_text(journal)
    disk_files.copy_when_still(source, target)
    assert target.read_bytes() == b"words"
    assert disk_files.journal_of(target).exists() is bool(journal)
    assert not journal or disk_files.journal_of(target).read_text() == journal


def test_a_file_that_never_rests_is_not_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.brief"
    path.write_bytes(b"words")
    monkeypatch.setattr(disk_files, "TICK_NS", 10**12)
    monkeypatch.setattr(disk_files, "COPY_PAUSE", 0)
    with pytest.raises(StorageError, match="is being written without a pause"):
        disk_files.copy_when_still(path, tmp_path / "copy")


def test_a_file_gets_its_name_only_where_none_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    for linking in (os.link, no_links):
        monkeypatch.setattr(os, "link", linking)
        new, target = tmp_path / "new", tmp_path / f"target {linking.__name__}"
        new.write_text("new")
        disk_files.publish(new, target, replace=False)
        new.write_text("newer")
        with pytest.raises(FileExistsError):
            disk_files.publish(new, target, replace=False)
        assert target.read_text() == "new"


def test_a_free_name_is_numbered(tmp_path: Path) -> None:
    for name in ("x.brief", "x 2.brief", "x 3.brief"):
        assert disk_files.free_name(tmp_path / "x.brief").name == name
        (tmp_path / name).touch()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/data/a/x.brief", ""),
        ("/data/a/Dropbox.brief", ""),
        ("/data/a/Dropbox (Work)/x.brief", "a synchronised folder (Dropbox (Work))"),
        ("/data/a/OneDrive - Ministry/b/x.brief", "a synchronised folder (OneDrive - Ministry)"),
        ("//server/share/x.brief", "a network folder"),
    ],
)
def test_an_unsafe_place_is_named(path: str, place: str) -> None:
    assert disk_files.shared_place(Path(path)) == place
