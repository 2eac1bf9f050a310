"""The picture of a figure in the file: kept by its hash, carried by copies, backups and rescues, and swept
once nothing names it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing import edits, lookup, snapshot
from briefing.errors import StorageError
from briefing.model import Brief, Figure
from briefing.session import Body, NewStep, Session
from briefing.storage import Store, open_brief
from briefing.storage.rescuing import rescue
from briefing.storage.restoring import missing_in, restore
from briefing.storage.sharing import listing, shared
from briefing.text import sha256
from tests.briefing.pictures import RED

SHA = sha256(RED)
FIGURE = Figure("f1", "The road.", SHA, "image/png", 4, 2, "A red road.", "Reuters", "s1", 60, "TLP:GREEN")


@pytest.fixture
def drawn(session: Session) -> Session:
    session.apply(NewStep("New figure", bodies=(Body(SHA, RED),)), edits.add_figure, "situation", FIGURE)
    return session


def _held(path: Path) -> tuple[Figure, bytes]:
    opened = open_brief(path, read_only=True)
    with opened.store as store:
        return lookup.figure(opened.brief, "f1"), store.original(SHA)


def test_a_figure_comes_back_from_the_disk_with_its_picture(drawn: Session, store: Store) -> None:
    store.close()
    assert _held(store.path) == (FIGURE, RED)


def test_a_figure_whose_picture_was_not_given_is_refused(session: Session) -> None:
    before = session.brief
    with pytest.raises(StorageError):
        session.apply("New figure", edits.add_figure, "situation", FIGURE)
    assert session.brief == before


def test_undo_takes_it_back_and_redo_finds_its_picture(drawn: Session, store: Store) -> None:
    drawn.undo()
    assert not list(lookup.figures(drawn.brief))
    drawn.redo()
    assert (lookup.figure(drawn.brief, "f1"), store.original(SHA)) == (FIGURE, RED)


def test_its_picture_is_swept_when_nothing_names_it_and_not_before(drawn: Session, store: Store) -> None:
    store.drop_unreferenced()
    assert store.has(SHA)
    drawn.apply("Remove", edits.remove_item, "f1")
    store.drop_unreferenced()
    assert not store.has(SHA)


def test_a_copy_and_a_backup_hold_it(drawn: Session, store: Store, tmp_path: Path) -> None:
    store.save_copy(tmp_path / "copy.brief")
    assert _held(tmp_path / "copy.brief") == (FIGURE, RED)
    backup = store.back_up()
    assert backup is not None
    assert missing_in(backup) == ()
    restore(backup, tmp_path / "restored.brief")
    assert _held(tmp_path / "restored.brief") == (FIGURE, RED)


def test_a_rescue_saves_it_and_names_a_picture_that_is_lost(
    drawn: Session, store: Store, tmp_path: Path, home: Path
) -> None:
    store.close()
    assert rescue(store.path, tmp_path / "saved.brief").whole
    assert _held(tmp_path / "saved.brief") == (FIGURE, RED)
    for kept in home.rglob("*"):
        if kept.is_file():
            kept.unlink()
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("DELETE FROM body WHERE sha = ?", (SHA,))
        connection.commit()
    report = rescue(store.path, tmp_path / "part.brief")
    assert "the picture of “The road.”" in report.files


def test_a_shared_copy_lists_it_and_a_frozen_edition_keeps_it(drawn: Session) -> None:
    parts = {part.what: part for part in listing(drawn.brief).along}
    assert parts["figures with their pictures"].names == ("The road.",)
    assert lookup.figure(shared(drawn.brief), "f1") == FIGURE
    again: Brief = snapshot.load(snapshot.dump(drawn.brief))
    assert lookup.figure(again, "f1") == FIGURE
