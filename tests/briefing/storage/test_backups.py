"""Backups: the ladder as a table, copies with and without history, and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BriefingError, Damaged, Locked, StorageError
from briefing.model import Source
from briefing.session import NewStep, Session
from briefing.storage import Backup, Store, backups_of, missing_in, open_brief, restore
from briefing.storage.backup_manifest import BackupHead, BackupManifest, dump
from briefing.storage.backups import ladder_of, name_of, superfluous
from briefing.storage.building import rows_of
from briefing.storage.disk_files import journal_of
from briefing.text import sha256
from briefing.user_folders import brief_backups_dir, place_key
from tests.briefing.storage.conftest import ARTICLE, body, retitled, small_brief

HOUR = 3600.0
DAY = 24 * HOUR
NOON = datetime(2024, 6, 14, 12, tzinfo=UTC).timestamp()  # a Friday


def _ages(*ages: float, size: int = 1) -> list[Backup]:
    return [Backup(Path(f"{age}"), NOON - age, size) for age in ages]


@pytest.mark.parametrize(
    ("ages", "gone"),
    [
        ((), ()),
        ((0,), ()),
        ((4000 * DAY,), ()),
        (tuple(n * HOUR for n in range(48)), ()),
        # Of one day older than two days the last stays.
        ((0, 3 * DAY, 3 * DAY + HOUR, 3 * DAY + 2 * HOUR), (3 * DAY + HOUR, 3 * DAY + 2 * HOUR)),
        # Though it is the newest but one.
        ((3 * DAY, 3 * DAY + HOUR), (3 * DAY + HOUR,)),
        # Exactly two days are still kept whole.
        ((0, 2 * DAY, 2 * DAY + HOUR, 2 * DAY + 2 * HOUR), (2 * DAY + HOUR, 2 * DAY + 2 * HOUR)),
        # Twelve days that have one, however far apart.
        (tuple(n * DAY for n in range(12)), ()),
        # The 13th day back (Saturday) gives way to the last of its week (Sunday, the 12th).
        (tuple(n * DAY for n in range(14)), (13 * DAY,)),
    ],
)
def test_the_ladder_gives_up(ages: tuple[float, ...], gone: tuple[float, ...]) -> None:
    assert [NOON - b.at for b in superfluous(_ages(*ages), NOON)] == list(gone)


def test_a_year_of_hourly_backups_leaves_all_rungs() -> None:
    have = _ages(*(n * HOUR for n in range(365 * 24)))
    kept = set(have) - set(superfluous(have, NOON))
    ages = sorted((NOON - b.at) / DAY for b in kept)
    assert len([a for a in ages if a <= 2]) == 49
    # Three of the twelve days, two of the ten weeks and one of the nine months are steps of finer rungs.
    assert len([a for a in ages if a > 2]) == (12 - 3) + (10 - 2) + (9 - 1)
    assert 225 < ages[-1] < 230


def test_the_oldest_beyond_the_size_go_but_never_the_newest() -> None:
    have = _ages(0, HOUR, 2 * HOUR, size=10)
    assert superfluous(have, NOON, 25) == (have[2],)
    assert superfluous(have, NOON, 1) == (have[1], have[2])


def test_close_ones_go_before_any_step_of_the_ladder_and_the_oldest_of_each_first() -> None:
    have = _ages(0, HOUR, 2 * HOUR, 3 * DAY, 40 * DAY, size=10)
    gone = [[(NOON - b.at) / HOUR for b in superfluous(have, NOON, room)] for room in (50, 49, 30, 29, 20, 9)]
    assert gone == [[], [2], [1, 2], [1, 2, 960], [1, 2, 960], [1, 2, 72, 960]]


def test_a_backup_is_known_by_the_name_it_was_given(tmp_path: Path) -> None:
    place = tmp_path / "Brief.brief"
    folder = brief_backups_dir("b1") / place_key(place)
    folder.mkdir(parents=True)
    at = datetime(2024, 3, 1, 8, 30, 5, 123456, tzinfo=UTC).timestamp()
    assert name_of(at, "0a1b2c3d") == "20240301T083005.123456Z-0a1b2c3d.backup"
    (folder / name_of(at, "0a1b2c3d")).write_bytes(b"12345")
    for strange in (
        "2024-03-01-0a1b2c3d.backup",
        "20240301-0a1b2c3d.backup",
        "20240301T083005.123456Z-1.txt",
    ):
        (folder / strange).write_bytes(b"1")
    (found,) = ladder_of(place, "b1")
    assert (found.at, found.bytes, found.mark, found.place) == (at, 5, "0a1b2c3d", "")


@given(st.lists(st.floats(0, 900 * DAY), max_size=60, unique=True), st.integers(0, 60))
def test_the_newest_always_stays_and_a_second_thinning_finds_nothing(ages: list[float], room: int) -> None:
    have = _ages(*ages)
    gone = set(superfluous(have, NOON, room))
    kept = [b for b in have if b not in gone]
    if have:
        assert max(have, key=lambda b: b.at) in kept
    assert superfluous(kept, NOON, room) == ()


def ladder(store: Store) -> Path:
    """Return the folder of the backups of this brief at this place."""
    return brief_backups_dir("b1") / place_key(store.path)


def test_a_ladder_of_another_place_is_named_by_its_newest_backup_or_by_its_folder(tmp_path: Path) -> None:
    elsewhere = brief_backups_dir("b1") / "Elsewhere-0123456789"
    elsewhere.mkdir(parents=True)
    for at, place in ((1.0, "/old/x.brief"), (3.0, "/new/x.brief"), (2.0, "/old/x.brief")):
        head = BackupHead(1, "b1", place, "")
        made = BackupManifest(head, rows_of(small_brief()), ())
        (elsewhere / name_of(at, f"0000000{at:.0f}")).write_bytes(dump(made))
    found = backups_of(tmp_path / "mine.brief", "b1")
    assert [(b.at, b.place) for b in found] == [(at, "/new/x.brief") for at in (3.0, 2.0, 1.0)]
    found[0].path.write_bytes(b"cut")
    assert {b.place for b in backups_of(tmp_path / "mine.brief", "b1")} == {elsewhere.name}
    assert backups_of(tmp_path / "mine.brief", "b2") == ()


def test_a_backup_is_made_once_for_each_state(store: Store, session: Session) -> None:
    first = store.back_up()
    assert first is not None
    assert first.parent == ladder(store)
    assert store.back_up() is None
    session.apply("Title", retitled, "Two")
    assert store.back_up(min_age=600) is None
    second = store.back_up()
    assert [b.path for b in store.backups()] == [second, first]
    opened = open_brief(first, read_only=True)
    opened.store.close()
    assert opened.brief == small_brief()


def test_strange_files_in_the_folder_of_backups_are_left_alone(store: Store) -> None:
    store.back_up()
    (ladder(store) / "mine-deadbeef.brief").write_text("x")
    (ladder(store) / "mine-deadbeef.backup").write_text("x")
    assert len(store.backups()) == 1


def test_opening_backs_up_and_says_so_when_it_cannot(closed: Path, home: Path) -> None:
    home.write_text("a file where the folder should be")
    opened = open_brief(closed)
    opened.store.close()
    assert opened.notices[0].startswith("No backup could be made.")
    home.unlink()
    open_brief(closed).store.close()
    assert len(backups_of(closed)) == 1


def test_a_copy_carries_history_and_a_shared_one_does_not(
    store: Store, session: Session, tmp_path: Path
) -> None:
    secret = "Words of a source that was taken out again."
    source = Source("s2", title="Withdrawn name", text_sha=sha256(secret))
    session.apply(NewStep("Add", bodies=[body(secret)]), lambda b: replace(b, sources=(*b.sources, source)))
    session.apply("Remove", lambda b: replace(b, sources=b.sources[:1]))
    session.apply("Title", retitled, "Withdrawn title")
    session.apply("Title", retitled, "Last")
    store.save_copy(tmp_path / "all.brief")
    store.save_copy(tmp_path / "shared.brief", history=False)
    whole, shared = (open_brief(tmp_path / name, read_only=True) for name in ("all.brief", "shared.brief"))
    with whole.store, shared.store:
        assert whole.brief == shared.brief == session.brief
        assert len(whole.store.history()) == 5
        assert whole.store.text(sha256(secret)) == secret
        assert shared.store.history() == ()
        assert not shared.store.has(sha256(secret))
        assert shared.store.text(sha256(ARTICLE)) == ARTICLE
    raw = (tmp_path / "shared.brief").read_bytes()
    for word in (secret.encode(), b"Withdrawn name", b"Withdrawn title"):
        assert word not in raw
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["all.brief", "shared.brief"]


def test_a_copy_replaces_an_old_file_and_its_forgotten_journal(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "old.brief"
    target.write_bytes(b"old")
    journal_of(target).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    store.save_copy(target)
    opened = open_brief(target)
    opened.store.close()
    assert opened.brief == small_brief()


def test_but_a_copy_onto_itself_or_an_open_brief_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="is the brief you work on"):
        store.save_copy(store.path)
    with pytest.raises(StorageError, match="There is no folder"):
        store.save_copy(tmp_path / "none" / "x.brief")
    store.save_copy(tmp_path / "other.brief")
    with open_brief(tmp_path / "other.brief").store, pytest.raises(Locked):
        store.save_copy(tmp_path / "other.brief")


def damage_the_text(path: Path) -> None:
    raw = path.read_bytes()
    at = raw.index(b"A million people")
    path.write_bytes(raw[:at] + b"B" + raw[at + 1 :])


def test_a_damaged_text_stops_neither_copies_nor_backups_and_is_named(closed: Path, tmp_path: Path) -> None:
    damage_the_text(closed)
    opened = open_brief(closed)
    with opened.store as store:
        assert "no backup has it: the text of “Patrols”." in opened.notices[0]
        assert store.save_copy(tmp_path / "copy.brief") == ("the text of “Patrols”",)
        assert store.save_copy(tmp_path / "shared.brief", history=False) == ("the text of “Patrols”",)
    (backup,) = backups_of(closed)
    assert missing_in(backup.path) == ("the text of “Patrols”",)
    for path in (tmp_path / "copy.brief", tmp_path / "shared.brief", backup.path):
        opened = open_brief(path, read_only=True)
        with opened.store as copy:
            assert opened.brief == small_brief()
            assert not copy.has(sha256(ARTICLE))


def test_a_damaged_text_comes_from_the_backups(closed: Path, tmp_path: Path) -> None:
    open_brief(closed).store.close()
    damage_the_text(closed)
    opened = open_brief(closed)
    with opened.store as store:
        assert opened.notices == ()
        assert store.text(sha256(ARTICLE)) == ARTICLE
        assert store.save_copy(tmp_path / "copy.brief") == ()
    with open_brief(tmp_path / "copy.brief").store as copy:
        assert copy.text(sha256(ARTICLE)) == ARTICLE


def test_a_backup_is_put_back_and_the_damaged_file_kept(closed: Path) -> None:
    open_brief(closed).store.close()
    (backup,) = backups_of(closed)
    closed.write_bytes(b"rubbish")
    journal_of(closed).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    kept = restore(backup.path, closed)
    assert kept is not None
    assert kept.name.startswith("Idlib – Lage (damaged 2")
    assert kept.read_bytes() == b"rubbish"
    assert journal_of(kept).exists()
    opened = open_brief(closed)
    opened.store.close()
    assert opened.brief == small_brief()
    assert not journal_of(closed).exists()


def test_a_lost_brief_is_put_back(closed: Path) -> None:
    open_brief(closed).store.close()
    (backup,) = backups_of(closed)
    closed.unlink()
    assert restore(backup.path, closed) is None
    opened = open_brief(closed)
    opened.store.close()
    assert opened.brief == small_brief()


def _spoil(backup: Path) -> None:
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)


def _keep(_: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("harm", "holding", "kind"),
    [(_spoil, False, Damaged), (Path.unlink, False, StorageError), (_keep, True, Locked)],
)
def test_but_a_bad_backup_or_an_open_brief_changes_nothing(
    closed: Path, harm: Callable[[Path], None], holding: bool, kind: type[BriefingError]
) -> None:
    with open_brief(closed).store as store:
        (backup,) = store.backups()
        harm(backup.path)
        if not holding:
            store.close()
        with pytest.raises(kind):
            restore(backup.path, closed)
    assert [p.name for p in closed.parent.iterdir()] == [closed.name]
    opened = open_brief(closed)
    opened.store.close()
    assert opened.brief == small_brief()
