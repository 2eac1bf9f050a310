"""Bodies once beside the ladder: what a backup needs is there, what none needs goes, and no kill spoils
it.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.errors import Damaged, Locked, StorageError
from briefing.model import Brief, Claim, Evidence, Section, Source
from briefing.quoting.anchor import describe
from briefing.session import NewStep, Session
from briefing.storage import Store, backups_of, create, missing_in, open_brief, restore
from briefing.storage import backups as ladder_rules
from briefing.storage.backup_manifest import load, read_names
from briefing.storage.copies import write_copy
from briefing.storage.keeping import back_up, shelf_of
from briefing.storage.shelf import Shelf, locked
from briefing.text import sha256
from briefing.user_folders import brief_backups_dir
from tests.briefing.storage.conftest import ARTICLE, body, retitled, small_brief

DAY = 86_400.0
NOON = datetime(2024, 6, 14, 12, tzinfo=UTC).timestamp()


def _at(store: Store, now: float, *, thin: bool = True) -> Path | None:
    """Back up as at a moment of another time."""
    return back_up(store._whole(), now, thin=thin).path


def _add(brief: Brief, ident: str, text: str) -> Brief:
    return replace(brief, sources=(*brief.sources, Source(ident, title=ident, text_sha=sha256(text))))


def _remove(brief: Brief, ident: str) -> Brief:
    return replace(brief, sources=tuple(s for s in brief.sources if s.id != ident))


def _read(path: Path) -> tuple[Brief, dict[str, str]]:
    opened = open_brief(path, read_only=True)
    with opened.store as store:
        return opened.brief, {s.id: store.text(s.text_sha) for s in opened.brief.sources}


def test_a_text_is_kept_once_however_many_backups_name_it(store: Store, session: Session) -> None:
    for n in range(5):
        session.apply("Title", retitled, f"Title {n}")
        assert _at(store, NOON + n) is not None
    assert len(store.backups()) == 5
    shelf = shelf_of("b1")
    kept = {sha: shelf.get(sha) for sha in shelf.names()}
    assert kept[sha256(ARTICLE)] == ARTICLE.encode()
    assert len([data for data in kept.values() if data == ARTICLE.encode()]) == 1


def test_every_backup_gives_its_own_state_back(store: Store, session: Session, tmp_path: Path) -> None:
    states = []
    for n in range(4):
        session.apply(NewStep("Add", bodies=[body(f"Article {n}")]), _add, f"n{n}", f"Article {n}")
        states.append((session.brief, _at(store, NOON + n)))
    session.apply("Remove", _remove, "n1")
    states.append((session.brief, _at(store, NOON + 9)))
    for brief, path in states:
        assert path is not None
        target = tmp_path / f"{path.stem}.brief"
        assert restore(path, target) is None
        restored, texts = _read(target)
        assert restored == brief
        assert texts.get("n1", "Article 1") == "Article 1"
        with open_brief(target).store as again:
            assert [e.label for e in again.history()] == [e.label for e in store.history()][
                -len(again.history()) :
            ]


def test_a_long_history_is_kept_in_chapters_of_which_only_the_last_is_new(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.storage.keeping.CHAPTER", 8)
    for n in range(18):
        session.apply("Title", retitled, f"Title {n}")
    first = _at(store, NOON)
    session.apply("Title", retitled, "More")
    second = _at(store, NOON + 1)
    assert first is not None
    assert second is not None
    one, two = read_names(first).chapters, read_names(second).chapters
    assert (len(one), len(two)) == (3, 3)
    assert one[:2] == two[:2]
    restored = store.path.with_name("restored.brief")
    restore(second, restored)
    with open_brief(restored).store as again:
        assert again.history() == store.history()


def test_the_state_before_a_session_and_the_one_at_its_end_are_both_kept(closed: Path) -> None:
    for title in ("One", "Two", "Three"):
        opened = open_brief(closed)
        with opened.store as store:
            Session(opened.brief, store).apply("Title", retitled, title)
    titles = [_read(b.path)[0].title for b in backups_of(closed)]
    assert titles == ["Three", "Two", "One", "Idlib"]
    open_brief(closed).store.close()  # looked at, and nothing changed
    assert len(backups_of(closed)) == 4


def test_a_file_destroyed_after_closing_costs_nothing(closed: Path) -> None:
    opened = open_brief(closed)
    with opened.store as store:
        session = Session(opened.brief, store)
        session.apply(NewStep("Add", bodies=[body("New article")]), _add, "n1", "New article")
        session.apply("Title", retitled, "Last words")
    closed.write_bytes(b"\0" * 5000)
    restore(backups_of(closed)[0].path, closed)
    assert _read(closed) == (session.brief, {"s1": ARTICLE, "n1": "New article"})


def test_backups_are_found_by_the_id_of_the_brief_wherever_it_lies(closed: Path, tmp_path: Path) -> None:
    open_brief(closed).store.close()
    (own,) = backups_of(closed)
    moved = tmp_path / "received.brief"
    shutil.move(closed, moved)
    (found,) = backups_of(moved)
    assert (found.path, found.place, own.place) == (own.path, str(closed), "")
    opened = open_brief(moved)
    with opened.store as store:
        assert len(store.backups()) == 2  # its own ladder begins
        assert {b.place for b in store.backups()} == {"", str(closed)}
    moved.write_bytes(b"\0" * 100)
    assert [b.place for b in backups_of(moved)] == [""]  # the id cannot be read any more: by the path
    restore(backups_of(moved)[0].path, moved)
    assert _read(moved)[0] == small_brief()


def test_a_backup_of_an_earlier_version_is_still_found_used_and_thinned(
    store: Store, session: Session
) -> None:
    from briefing.user_folders import backups_dir

    old = backups_dir(store.path)
    old.mkdir(parents=True)
    for n, at in enumerate(("20240301T080000.000000Z", "20240301T090000.000000Z")):
        write_copy(store._whole(), old / f"{at}-0000000{n}.brief")
    session.apply("Title", retitled, "Later")
    new = _at(store, NOON)
    assert [b.path.parent for b in store.backups()] == [new.parent if new else None, old]
    restore(store.backups()[1].path, store.path.with_name("restored.brief"))
    assert _read(store.path.with_name("restored.brief"))[0] == small_brief()


def test_texts_that_no_backup_names_go_and_others_stay(store: Store, session: Session) -> None:
    shelf = shelf_of("b1")
    session.apply(NewStep("Add", bodies=[body("Short-lived")]), _add, "n1", "Short-lived")
    _at(store, NOON)
    session.apply("Remove", _remove, "n1")
    store.drop_unreferenced()
    _at(store, NOON + 1)
    assert shelf.has(sha256("Short-lived"))  # the first backup names it
    session.apply("Title", retitled, "Two")
    _at(store, NOON + 3 * DAY)
    assert not shelf.has(sha256("Short-lived"))
    assert shelf.has(sha256(ARTICLE))


def test_a_text_that_went_bad_beside_the_ladder_is_written_again_before_anything_is_given_up(
    store: Store, session: Session
) -> None:
    shelf = shelf_of("b1")
    _at(store, NOON)
    session.apply("Title", retitled, "Two")
    _at(store, NOON + 60)
    place = shelf._place(sha256(ARTICLE))
    place.write_bytes(b"not these words")
    session.apply("Title", retitled, "Three")
    _at(store, NOON + 3 * DAY)
    assert shelf.get(sha256(ARTICLE)) == ARTICLE.encode()
    assert len(store.backups()) == 2


def test_but_nothing_is_given_up_while_the_newest_backup_is_not_whole(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    _at(store, NOON)
    session.apply("Title", retitled, "Two")
    _at(store, NOON + 60)
    monkeypatch.setattr(Shelf, "get", lambda *_: None)  # a disk that gives nothing back
    monkeypatch.setattr(Store, "_body_in_file", lambda *_: None)
    session.apply("Title", retitled, "Three")
    made = back_up(store._whole(), NOON + 3 * DAY)
    assert sha256(ARTICLE) in made.missing
    assert len(store.backups()) == 3


def test_at_closing_nothing_is_read_that_is_there_already(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.back_up()
    session.apply("Title", retitled, "Two")
    asked: list[str] = []
    monkeypatch.setattr(Store, "_body_in_file", lambda _, sha: asked.append(sha))
    monkeypatch.setattr(Shelf, "get", lambda _, sha: asked.append(sha))
    store.close()
    assert asked == []
    assert len(backups_of(store.path)) == 2


def test_a_disk_without_room_for_a_backup_is_told_at_closing_and_costs_no_word(
    closed: Path, caplog: pytest.LogCaptureFixture, home: Path
) -> None:
    opened = open_brief(closed)
    with opened.store as store:
        Session(opened.brief, store).apply("Title", retitled, "Kept")
        shutil.rmtree(home)
        home.write_text("a file where the folder should be")
    assert "No backup could be made at closing." in caplog.text
    assert _read_without_home(closed, home).title == "Kept"


def _read_without_home(path: Path, home: Path) -> Brief:
    home.unlink()
    return _read(path)[0]


def test_a_backup_that_was_cut_is_damaged_and_its_texts_are_not_deleted(
    store: Store, session: Session
) -> None:
    first = _at(store, NOON)
    assert first is not None
    data = first.read_bytes()
    for cut in (0, 10, 30, len(data) // 2, len(data) - 1):
        first.write_bytes(data[:cut])
        with pytest.raises((Damaged, StorageError)):
            restore(first, store.path.with_name("restored.brief"))
    session.apply("Remove", lambda b: replace(b, sections=(), sources=()))
    store.drop_unreferenced()
    _at(store, NOON + 1)
    assert shelf_of("b1").has(sha256(ARTICLE))  # what the bad one names is not known
    first.write_bytes(data)
    assert missing_in(first) == ()
    assert load(first).head.title == "Idlib"


def test_two_that_write_backups_take_turns(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.storage.shelf._PATIENCE", 0.01)
    with locked(brief_backups_dir("b1")), pytest.raises(StorageError, match="being written by another"):
        store.back_up()
    assert store.back_up() is not None


def test_a_backup_opens_to_be_read_and_is_never_written(store: Store) -> None:
    made = store.back_up()
    assert made is not None
    before = made.read_bytes()
    opened = open_brief(made)
    with opened.store as copy:
        assert opened.read_only
        assert "is a backup" in opened.notices[0]
        assert copy.text(sha256(ARTICLE)) == ARTICLE
        copy.save_copy(store.path.with_name("copy.brief"))
    assert made.read_bytes() == before
    with pytest.raises(Locked):
        restore(made, store.path)


def _simulated(days: int, minutes: int, manifest_bytes: int, cap: int) -> list[float]:
    """Return the ages in days of the backups left after working all day, every so many minutes, for days."""
    have: list[ladder_rules.Backup] = []
    now = NOON
    for day in range(days):
        for step in range(10 * 60 // minutes):
            now = NOON + day * DAY + step * minutes * 60
            have.append(ladder_rules.Backup(Path(str(now)), now, manifest_bytes))
            gone = set(ladder_rules.superfluous(have, now, cap))
            have = [b for b in have if b not in gone]
    return sorted((now - b.at) / DAY for b in have)


SIXTY_DAYS = [
    # bytes of one backup of a brief of 45 MB; days that the oldest must be away; how many of the last two
    # days
    (45_000_000, 0, 1),  # each whole, as it was: hours
    (500_000, 50, 20),
]


@pytest.mark.parametrize(("size", "reach", "close"), SIXTY_DAYS)
def test_a_ladder_of_sixty_days_fits_the_cap_when_texts_are_kept_once(
    size: int, reach: int, close: int
) -> None:
    ages = _simulated(60, 60, size, ladder_rules.MAX_BYTES)
    assert ages[-1] > reach
    assert len([a for a in ages if a <= 2]) >= close
    assert len(ages) * size <= ladder_rules.MAX_BYTES


@pytest.mark.slow
def test_a_brief_of_45_megabytes_worked_on_all_day_has_backups_of_months(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(1)
    texts = [" ".join(f"word{chance.randrange(10**6)}" for _ in range(8500)) for _ in range(500)]
    sources = tuple(
        Source(f"n{n}", title=f"Title {n} of an article", text_sha=sha256(t)) for n, t in enumerate(texts)
    )
    claims = tuple(
        Claim(
            f"x{n}", " ".join(f"word{chance.randrange(10**6)}" for _ in range(20)),
            evidence=tuple(
                Evidence(f"x{n}e{m}", f"n{(n + m) % 500}",
                    describe(texts[(n + m) % 500], (m * 500, m * 500 + 150)))
                for m in range(2)
            ),
        )
        for n in range(1000)
    )  # fmt: skip
    brief = Brief("b1", "Large", sections=(Section("situation", "situation", items=claims),), sources=sources)
    with create(path, brief, [body(t) for t in texts]) as store:
        session = Session(brief, store)
        for n in range(300):
            session.apply("Title", retitled, f"Title {n}")
        took = [_timed(lambda: _at(store, NOON))]
        session.apply("Title", retitled, "Two")
        took.append(_timed(lambda: _at(store, NOON + 1, thin=False)))
        session.apply("Title", retitled, "Three")
        took.append(_timed(lambda: _at(store, NOON + 3 * DAY)))
        session.apply("Title", retitled, "Four")
        took.append(_timed(lambda: store.save_copy(path.with_name("copy.brief"))))
        size = store.backups()[0].bytes
        took.append(_timed(store.close))
    ages = _simulated(60, 10, size, ladder_rules.MAX_BYTES)
    with capsys.disabled():
        print(
            f"\nbackups, {path.stat().st_size / 1e6:.0f} MB: {size / 1e6:.2f} MB each; first {took[0]:.2f} "
            f"s, at the timer {took[1]:.2f} s, with thinning {took[2]:.2f} s, a copy {took[3]:.2f} s, at "
            f"closing {took[4]:.2f} s; after 60 days of ten hours: {len(ages)} backups, "
            f"{len([a for a in ages if a <= 2])} of the last two days, the oldest {ages[-1]:.0f} days old"
        )
    assert size < 2_000_000
    assert ages[-1] > 50


def _timed(act: Callable[[], object]) -> float:
    start = time.monotonic()
    act()
    return time.monotonic() - start


# -- kills


_WORK = """
import sys, random
from dataclasses import replace
from pathlib import Path
from briefing.model import Source
from briefing.session import Body, NewStep, Session
from briefing.storage import open_brief
from briefing.text import sha256

def edit(brief, n):
    kept = brief.sources if len(brief.sources) < 40 else brief.sources[10:]
    text = f"Article {n}. " * 400
    return replace(brief, title=str(n), sources=(*kept, Source(f"n{n}", text_sha=sha256(text))))

n = int(sys.argv[2])
while True:
    opened = open_brief(Path(sys.argv[1]))
    session = Session(opened.brief, opened.store)
    for _ in range(3):
        text = f"Article {n}. " * 400
        session.apply(NewStep("Edit", bodies=[Body(sha256(text), text.encode())]), edit, n)
        n += 1
    opened.store.close()
    print(n - 1, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_killed_at_any_moment_every_backup_is_whole_and_closed_work_is_in_one(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    create(path, Brief("b1", "0", sections=small_brief().sections[:0])).close()
    copy = path.with_name("copy of it.brief")
    shutil.copyfile(path, copy)
    chance, counts = random.Random(3), Counter[str]()
    reported = {path: 0, copy: 0}
    for _ in range(int(os.environ.get("KILLS", "30"))):
        # Two processes work on two files of one id: they share the folder of texts.
        works = {
            file: subprocess.Popen(
                [sys.executable, "-c", _WORK, str(file), str(reported[file] + 100)], stdout=subprocess.PIPE
            )
            for file in reported
        }
        for work in works.values():
            assert work.stdout is not None
            work.stdout.readline()
        time.sleep(chance.random() * 0.3)
        for file, work in works.items():
            work.kill()
            assert work.stdout is not None
            last = work.stdout.read().split(b"\n")
            work.wait()
            work.stdout.close()
            reported[file] = max([reported[file] + 102, *(int(n) for n in last if n.strip())])
            counts["kills"] += 1
        _check(reported, tmp_path, counts)
    with capsys.disabled():
        print(f"\nbackups, kills: {dict(counts)}")
    assert counts["texts missing"] == counts["closed work lost"] == 0


def _check(reported: dict[Path, int], tmp_path: Path, counts: Counter[str]) -> None:
    for file, last in reported.items():
        known = [b for b in backups_of(file) if not b.place]
        titles = []
        for backup in known[:6]:
            target = tmp_path / "restored.brief"
            restore(backup.path, target)
            brief, texts = _read(target)
            titles.append(int(brief.title))
            counts["backups restored"] += 1
            counts["texts missing"] += len(missing_in(backup.path)) + sum(
                s.id not in texts for s in brief.sources
            )
            target.unlink()
        counts["closed work lost"] += max(titles) < last
