"""Commits: what reaches the file, and what is refused."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.diff import Change, diff, walk
from briefing.errors import Damaged, NotFound, Refused, StorageError
from briefing.model import Brief, Claim, Placed, Section, Source
from briefing.session import Body, NewStep, Session
from briefing.storage import Store, create, open_brief
from briefing.storage.copies import write_copy
from briefing.text import sha256
from briefing.user_folders import backups_dir
from tests.briefing.storage.conftest import ARTICLE, body, retitled, small_brief
from tests.briefing.storage.test_transaction import add_unseen
from tests.briefing.strategies import briefs_and_bodies


def _become(_: Brief, other: Brief) -> Brief:
    return other


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(briefs_and_bodies(), min_size=1, max_size=3),
    st.lists(st.sampled_from(("undo", "redo")), max_size=4),
)
def test_a_file_read_again_equals_memory_after_any_edits(
    tmp_path: Path, stages: list[tuple[Brief, tuple[Body, ...]]], moves: list[str]
) -> None:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.brief"
    with create(path, *stages[0]) as store:
        session = Session(stages[0][0], store)
        for brief, bodies in stages[1:]:
            session.apply(NewStep("Become another", bodies=bodies), _become, brief)
        for move in moves:
            getattr(session, move)()
    opened = open_brief(path)
    with opened.store as store:
        assert opened.brief == session.brief
        assert not opened.read_only
        for source in session.brief.sources:
            assert sha256(store.text(source.text_sha)) == source.text_sha


def test_a_text_comes_back_code_point_by_code_point(store: Store) -> None:
    assert store.has(sha256(ARTICLE))
    assert store.text(sha256(ARTICLE)) == ARTICLE
    assert store.original(sha256(ARTICLE)) == ARTICLE.encode()


def test_a_text_that_is_not_kept_is_not_found(store: Store) -> None:
    assert not store.has("0" * 64)
    with pytest.raises(NotFound, match="No text is kept under 000000000000…"):
        store.text("0" * 64)


def test_it_keeps_many_texts_and_gives_each(store: Store, session: Session) -> None:
    texts = [f"Article {n}" for n in range(40)]
    sources = tuple(Source(f"n{n}", text_sha=sha256(t)) for n, t in enumerate(texts))
    session.apply(
        NewStep("Add articles", bodies=[body(t) for t in texts]),
        lambda brief: replace(brief, sources=brief.sources + sources),
    )
    assert [store.text(sha256(t)) for t in (*texts, *texts)] == [*texts, *texts]


def test_history_names_the_edits_newest_first(store: Store, session: Session) -> None:
    for title in ("One", "Two"):
        session.apply(NewStep(f"Title {title}", origin="page"), retitled, title)
    session.undo()
    assert [(e.seq, e.label, e.origin) for e in store.history()] == [
        (4, "Undo Title Two", "undo"),
        (3, "Title Two", "page"),
        (2, "Title One", "page"),
        (1, "New brief", ""),
    ]
    assert [e.label for e in store.history(1)] == ["Undo Title Two"]


def test_a_closed_store_can_be_closed_again(store: Store) -> None:
    store.close()
    store.close()


def _change(after: Brief, **kept: object) -> Change:
    change = diff(small_brief(), after, "Edit")
    return replace(change, **kept) if kept else change  # type: ignore[arg-type]


def _with_items(*items: Placed) -> Brief:
    brief = small_brief()
    return replace(brief, sections=(replace(brief.sections[0], items=items),))


_CLAIM = small_brief().sections[0].items[0]
_TWICE = (*small_brief().sections, Section("gaps", items=small_brief().sections[0].items))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_change(_with_items(_CLAIM, _CLAIM)), "stands in two places"),
        (_change(replace(small_brief(), sections=_TWICE)), "“c1” stands in two places"),
        (_change(replace(small_brief(), sources=())), "names the source “s1”, which is missing"),
        (
            _change(_with_items(_CLAIM, Claim("c2")), put=(_with_items(_CLAIM, Claim("c2")).sections[0],)),
            "miss",
        ),
        (_change(_with_items(), dropped=()), "“c1” stands nowhere"),
        (_change(retitled(small_brief(), "x"), dropped=tuple(walk(_CLAIM))), "“c1” is missing"),
        (_change(replace(small_brief(), title="x"), put=(Claim("c9"),)), "“c9” stands nowhere"),
        (
            _change(
                replace(small_brief(), sources=(*small_brief().sources, Source("s2", text_sha="0" * 64)))
            ),
            "the text of the source “s2” was not given",
        ),
    ],
)
def test_but_it_refuses_what_could_not_be_read_again(store: Store, change: Change, why: str) -> None:
    with pytest.raises(StorageError, match=why):
        store.commit(change)
    store.commit(_change(retitled(small_brief(), "Still works")))
    store.close()
    opened = open_brief(store.path)
    opened.store.close()
    assert opened.brief == retitled(small_brief(), "Still works")


def test_but_it_refuses_a_text_under_a_wrong_hash(store: Store, session: Session) -> None:
    with pytest.raises(StorageError, match="not the one its hash names"):
        session.apply(NewStep("Edit", bodies=[Body("0" * 64, b"words")]), retitled, "x")
    assert not store.has("0" * 64)


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (lambda b: replace(b, edition=0), "A value is outside what a brief may hold"),
        (lambda b: replace(b, edition=2**70), "A number is larger than a brief can hold"),
        (lambda b: replace(b, title="half \ud83d"), "half a character"),
        (lambda b: replace(b, title="x" * (64 * 1024 * 1024)), "larger than 64 MiB"),
    ],
)
def test_but_it_refuses_a_value_no_file_can_hold(session: Session, store: Store, edit, why: str) -> None:
    with pytest.raises(StorageError, match=why):
        session.apply("Edit", edit)
    assert session.brief == small_brief()
    assert len(store.history()) == 1


def test_but_a_full_disk_leaves_the_file_and_the_session_as_they_were(store: Store, session: Session) -> None:
    (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    big = "many words " * 10_000
    source = Source("s2", text_sha=sha256(big))
    with pytest.raises(StorageError, match=r"The disk is full: “.*” could not be written") as caught:
        session.apply(
            NewStep("Add", bodies=[Body(sha256(big), big.encode())]),
            lambda b: replace(b, sources=(*b.sources, source)),
        )
    assert caught.value.hint == "Free some space, then try again."
    assert session.brief == small_brief()
    assert not store.has(sha256(big))
    store._connection.execute("PRAGMA max_page_count = 100000")
    session.apply("Title", retitled, "After")
    store.close()
    with open_brief(store.path).store as again:
        assert [e.label for e in again.history()] == ["Title", "New brief"]


def test_but_a_file_replaced_under_us_is_not_written(store: Store, session: Session, tmp_path: Path) -> None:
    other = tmp_path / "other.brief"
    create(other, replace(small_brief(), title="Other"), [body(ARTICLE)]).close()
    other.replace(store.path)
    with pytest.raises(StorageError, match="was replaced by another file while it was open") as caught:
        session.apply("Title", retitled, "Lost?")
    assert "Save a copy in another place" in caught.value.hint
    store.save_copy(tmp_path / "rescued.brief")
    store.close()
    opened = open_brief(store.path)
    opened.store.close()
    assert opened.brief.title == "Other"


def test_but_a_file_moved_away_is_not_written(store: Store, session: Session) -> None:
    store.path.rename(store.path.with_name("moved.brief"))
    with pytest.raises(StorageError, match="was moved or deleted while it was open") as caught:
        session.apply("Title", retitled, "x")
    assert "Save a copy in another place" in caught.value.hint


def test_but_a_read_only_store_is_not_written(closed: Path) -> None:
    opened = open_brief(closed, read_only=True)
    with opened.store as store:
        with pytest.raises(StorageError, match="open to read only"):
            store.commit(_change(retitled(small_brief(), "x")))
        with pytest.raises(Refused):
            Session(opened.brief, store, read_only=opened.read_only).apply("Title", retitled, "x")
        assert store.back_up() is None
        assert store.text(sha256(ARTICLE)) == ARTICLE


def test_but_a_text_altered_on_disk_is_damaged(closed: Path) -> None:
    raw = closed.read_bytes()
    at = raw.index(b"A million people")
    closed.write_bytes(raw[:at] + b"B" + raw[at + 1 :])
    opened = open_brief(closed)
    with opened.store as store:
        assert "is not as it was written, and no backup has it: the text of “Patrols”" in opened.notices[0]
        with pytest.raises(Damaged, match="text of an article is not as it was written"):
            store.text(sha256(ARTICLE))


def _kept(store: Store, *texts: str) -> list[str]:
    """Keep texts, and read each once."""
    store.keep([body(text) for text in texts])
    return [store.text(sha256(text)) for text in texts]


def _lose_texts(store: Store) -> None:
    store._connection.execute("UPDATE body SET data = zeroblob(size)")


def _still_given(store: Store, *texts: str) -> list[str]:
    given = []
    for text in texts:
        with suppress(StorageError):
            given.append(store.text(sha256(text)))
    return given


def test_the_texts_read_last_are_given_though_the_file_has_lost_them(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.storage.store.CACHED_TEXTS", 3)
    texts = [f"Article {n}" for n in range(5)]
    assert _kept(store, *texts) == texts
    assert store.text(sha256(texts[2])) == texts[2]  # and is the last now
    assert store.text(sha256(ARTICLE)) == ARTICLE
    _lose_texts(store)
    assert _still_given(store, *texts, ARTICLE) == [texts[2], texts[4], ARTICLE]
    assert store.original(sha256(ARTICLE)) == ARTICLE.encode()
    assert store.save_copy(tmp_path / "copy.brief") == ()
    with open_brief(tmp_path / "copy.brief").store as copy:
        assert copy.text(sha256(ARTICLE)) == ARTICLE


@pytest.mark.parametrize(("chars", "kept"), [(20, 2), (19, 1), (1, 1)])
def test_but_only_as_many_as_have_room_in_memory_and_always_the_last(
    store: Store, chars: int, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.storage.store.CACHED_CHARS", chars)
    texts = ["Ten here 1", "Ten here 2", "Ten here 3"]
    _kept(store, *texts)
    _lose_texts(store)
    assert _still_given(store, *texts) == texts[-kept:]


def test_a_text_that_the_file_has_lost_comes_from_a_backup_of_an_earlier_version(store: Store) -> None:
    folder = backups_dir(store.path)
    folder.mkdir(parents=True)
    write_copy(store._whole(), folder / "20240301T080000.000000Z-00000001.brief")
    _lose_texts(store)
    assert store.text(sha256(ARTICLE)) == ARTICLE


def test_after_a_refused_edit_was_taken_back_all_texts_are_known_and_its_own_too(
    store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = add_unseen(store, session, monkeypatch)
    assert not store.has(article.sha)
    session.apply("Title", retitled, "And on")
    assert all(store.has(sha) for sha in (sha256(ARTICLE), article.sha))
    assert [store.text(sha) for sha in (sha256(ARTICLE), article.sha)] == [ARTICLE, "A second article."]
    source = Source("s2", text_sha=article.sha)
    # A text that is known is not written a second time.
    session.apply(NewStep("Add", bodies=[article]), lambda b: replace(b, sources=(*b.sources, source)))
    assert session.brief.sources[1] == source


def test_unused_texts_stay_for_undo_and_go_at_the_next_opening_after_a_backup(
    store: Store, session: Session
) -> None:
    sha = sha256("Spare words.")
    source = Source("s2", text_sha=sha)
    session.apply(
        NewStep("Add", bodies=[body("Spare words.")]), lambda b: replace(b, sources=(*b.sources, source))
    )
    session.apply("Remove", lambda b: replace(b, sources=b.sources[:1]))
    assert store.text(sha) == "Spare words."
    session.undo()
    assert session.brief.sources[1] == source
    session.redo()
    store.close()
    with open_brief(store.path).store as again:
        assert not again.has(sha)
        kept = open_brief(again.backups()[0].path, read_only=True)
        with kept.store as backup:
            assert backup.text(sha) == "Spare words."
    with open_brief(store.path).store as third:
        assert third.text(sha256(ARTICLE)) == ARTICLE


@pytest.mark.skipif(os.name != "posix", reason="names of bytes exist on POSIX only")
def test_a_file_name_that_is_not_unicode_works(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.brief"))
    create(path, small_brief(), [body(ARTICLE)]).close()
    opened = open_brief(path)
    opened.store.close()
    assert opened.brief == small_brief()
