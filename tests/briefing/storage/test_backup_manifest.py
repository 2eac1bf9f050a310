"""One backup as bytes: it comes back whole, and what is not whole is seen."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.storage import Store, backup_manifest, schema
from briefing.storage.backup_manifest import MAGIC, BackupHead, BackupManifest
from briefing.storage.building import TABLES, rows_of
from briefing.storage.codec import Malformed
from tests.briefing.storage.conftest import small_brief
from tests.briefing.strategies import lines

HEAD = BackupHead(1, "b1", "/a/Fälle “1”.brief", "قوات\nB", ("c" * 64, "d" * 64), 12_345)
FULL = BackupManifest(HEAD, rows_of(small_brief()), ("a" * 64, "b" * 64), (("1", "e" * 64), ("2", "f" * 64)))

READS = [backup_manifest.load, backup_manifest.read_head, backup_manifest.read_names]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "x.backup"
    path.write_bytes(backup_manifest.dump(FULL))
    return path


def test_a_backup_comes_back_with_all_it_holds(file: Path) -> None:
    assert backup_manifest.load(file) == FULL
    assert backup_manifest.read_head(file) == HEAD
    assert backup_manifest.read_names(file) == replace(FULL, rows={})
    assert backup_manifest.is_backup(file)
    assert FULL.names() == {letter * 64 for letter in "abef"}


@settings(max_examples=30, deadline=None)
@given(lines(), lines(), st.lists(st.text("0123456789abcdef", min_size=1), max_size=3))
def test_whatever_its_names_are(place: str, title: str, bodies: list[str]) -> None:
    full = replace(FULL, head=replace(HEAD, place=place, title=title), bodies=tuple(bodies))
    file = Path(os.environ["BRIEFING_HOME"]).with_name("any.backup")
    file.write_bytes(backup_manifest.dump(full))
    assert backup_manifest.load(file) == full
    assert backup_manifest.read_head(file) == full.head


def test_its_second_line_is_a_record_that_a_person_can_read(file: Path) -> None:
    first, second, _ = file.read_bytes().split(b"\n", 2)
    assert first + b"\n" == MAGIC
    record = json.loads(second)
    assert record["place"] == HEAD.place
    assert '"place":"/a/Fälle “1”.brief"' in second.decode()
    names, rows = record["lengths"]
    assert len(MAGIC) + len(second) + 1 + names + rows + 64 == file.stat().st_size


def test_a_byte_changed_or_cut_anywhere_is_seen(file: Path) -> None:
    whole = file.read_bytes()
    for at in range(0, len(whole), 7):
        for spoilt in (whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], whole[:at]):
            file.write_bytes(spoilt)
            with pytest.raises(Malformed):
                backup_manifest.load(file)
    file.write_bytes(whole[:-1] + b"-")
    with pytest.raises(Malformed, match=r"^it is not as it was written$"):
        backup_manifest.load(file)


def _sealed(data: bytes) -> bytes:
    return data + sha256(data).hexdigest().encode()


@pytest.mark.parametrize(
    "read", [backup_manifest.load, backup_manifest.read_head, backup_manifest.read_names]
)
@pytest.mark.parametrize(
    "data",
    [b"", b"SQLite format 3\x00", MAGIC[1:] + MAGIC, MAGIC[:-2] + b"2\n"],
    ids=["nothing", "brief", "later", "second form"],
)
def test_a_file_of_another_kind_is_none(tmp_path: Path, read: Callable[[Path], object], data: bytes) -> None:
    path = tmp_path / "x.backup"
    path.write_bytes(_sealed(data))
    assert not backup_manifest.is_backup(path)
    with pytest.raises(Malformed, match="it is not a backup of this program"):
        read(path)


@pytest.mark.parametrize(
    "read", [backup_manifest.load, backup_manifest.read_head, backup_manifest.read_names]
)
@pytest.mark.parametrize(
    "line",
    ["", "words", "[]", "{}", '{"lengths":[1]}', '{"lengths":[1,2],"missing":[]}', '{"lengths":["a","b"]}'],
)
def test_one_whose_second_line_is_not_ours_is_malformed(
    tmp_path: Path, read: Callable[[Path], object], line: str
) -> None:
    path = tmp_path / "x.backup"
    path.write_bytes(_sealed(MAGIC + line.encode() + b"\n"))
    with pytest.raises(Malformed, match="its first lines are not as they were written"):
        read(path)


@pytest.mark.parametrize("version", [0, schema.version() + 1])
def test_one_of_a_version_that_is_not_known_is_not_read(file: Path, version: int) -> None:
    file.write_bytes(backup_manifest.dump(replace(FULL, head=replace(HEAD, version=version))))
    with pytest.raises(Malformed, match=rf"written by another version of the program \({version}\)"):
        backup_manifest.load(file)


@pytest.mark.parametrize("version", [1, schema.version()])
def test_but_one_of_every_version_so_far_is(file: Path, version: int) -> None:
    file.write_bytes(backup_manifest.dump(replace(FULL, head=replace(HEAD, version=version))))
    assert backup_manifest.load(file).head.version == version


@pytest.mark.parametrize("packed", [b"not packed", zlib.compress(b"no JSON")], ids=["packing", "json"])
def test_one_whose_names_cannot_be_unpacked_is_malformed(tmp_path: Path, packed: bytes) -> None:
    head = {"version": 1, "ident": "b", "place": "", "title": "", "missing": [], "size": 0}
    line = json.dumps({**head, "lengths": [len(packed), 0]}).encode()
    path = tmp_path / "x.backup"
    path.write_bytes(_sealed(MAGIC + line + b"\n" + packed))
    for read in (backup_manifest.load, backup_manifest.read_names):
        with pytest.raises(Malformed, match=r"^it is not as it was written$"):
            read(path)


def test_all_tables_of_a_brief_are_in_it_and_a_table_that_is_left_out_is_no_backup() -> None:
    assert set(FULL.rows) == set(TABLES)
    with pytest.raises(KeyError):
        backup_manifest.dump(replace(FULL, rows={}))


def test_a_folder_nothing_and_a_brief_that_is_open_are_no_backups(tmp_path: Path, store: Store) -> None:
    assert not backup_manifest.is_backup(tmp_path)
    assert not backup_manifest.is_backup(tmp_path / "none")
    assert not backup_manifest.is_backup(store.path)


@pytest.mark.skipif(os.name != "posix", reason="names of bytes exist on POSIX only")
def test_a_place_that_is_not_unicode_is_shown_with_its_bytes() -> None:
    assert backup_manifest.shown(Path(os.fsdecode(b"/a/\xff.brief"))) == "/a/\\xff.brief"
    assert backup_manifest.shown(Path("/a/Fälle")) == "/a/Fälle"
